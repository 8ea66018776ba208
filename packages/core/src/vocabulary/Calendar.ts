// Reporting calendars as data: where a year begins, and into what it is cut. The State's year runs from 15 December to 14
// December, justice's from 1 October; a report that does not say has a label and no span. An office brings its own as
// data of the same shape.
import * as Schema from "effect/Schema"
import * as PlainDate from "./PlainDate.ts"

/** Stretches that a calendar can be cut into. */
export const kinds = ["month", "quarter", "half", "nine-months", "eleven-months", "year"] as const
/** One of `kinds`. */
export type PeriodKind = (typeof kinds)[number]

/** How many months each has. */
export const months: Readonly<Record<PeriodKind, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  "nine-months": 9,
  "eleven-months": 11,
  year: 12,
}

/** How many of each lie in a year, without sharing a day. */
export const counts: Readonly<Record<PeriodKind, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  "nine-months": 1,
  "eleven-months": 1,
  year: 1,
}

const start = Schema.Struct({ yearOffset: Schema.Literals([0, -1]), month: Schema.Int, day: Schema.Int })

/** The first day of year Y: `yearOffset` is 0 in Y itself and −1 in the year before. */
export type Start = typeof start.Type

/** As a catalogue holds its own. `start` is null where a text names its periods and states no days. */
export const schema = Schema.Struct({
  id: Schema.String,
  label: Schema.Struct({ vi: Schema.String, en: Schema.String }),
  start: Schema.NullOr(start),
  kinds: Schema.Array(Schema.Literals(kinds)),
  source: Schema.String,
  certainty: Schema.optionalKey(Schema.Literals(["stated", "high", "medium", "low"])),
})

/** A calendar. */
export type Calendar = typeof schema.Type

/** The calendars that ship, each with its source. */
export const standard: ReadonlyArray<Calendar> = [
  {
    id: "civil",
    label: { vi: "năm dương lịch", en: "calendar year" },
    start: { yearOffset: 0, month: 1, day: 1 },
    kinds,
    source: "lịch dương",
    certainty: "stated",
  },
  {
    id: "nd09",
    label: { vi: "kỳ báo cáo theo Nghị định 09/2019/NĐ-CP", en: "State reporting year, Decree 09/2019/NĐ-CP" },
    start: { yearOffset: -1, month: 12, day: 15 },
    kinds: ["month", "quarter", "half", "year"],
    source: "Nghị định 09/2019/NĐ-CP ngày 24/01/2019, Điều 12; có hiệu lực từ 12/3/2019",
    certainty: "high",
  },
  {
    id: "inspectorate",
    label: { vi: "kỳ báo cáo của ngành thanh tra", en: "reporting year of the inspectorate" },
    start: { yearOffset: -1, month: 12, day: 15 },
    kinds: ["quarter", "half", "nine-months", "year"],
    source: "Thông tư 02/2021/TT-TTCP, có hiệu lực từ 10/5/2021; sau đó là Thông tư 01/2024/TT-TTCP",
    certainty: "high",
  },
  {
    id: "justice",
    label: { vi: "kỳ báo cáo của ngành tư pháp", en: "reporting year of justice" },
    start: { yearOffset: -1, month: 10, day: 1 },
    kinds: ["half", "year"],
    source: "Thông tư 10/2015/TT-BTP",
    certainty: "medium",
  },
  {
    id: "unstated",
    label: { vi: "văn bản không nêu mốc thời gian", en: "the source states no dates" },
    start: null,
    kinds,
    source: "văn bản gốc",
    certainty: "stated",
  },
]

/**
 * The shipped calendar of this id.
 *
 * @example
 * get("nd09")?.start // { yearOffset: -1, month: 12, day: 15 }
 * get("lunar") // undefined
 */
export const get = (id: string): Calendar | undefined => standard.find((calendar) => calendar.id === id)

/** A term (*nhiệm kỳ*) of a body, named by the year in which it began. */
export interface Term {
  readonly body: string
  readonly year: number
  readonly from: PlainDate.PlainDate
  readonly to: PlainDate.PlainDate
}

/** What a text of a period may refer to. */
export interface Known {
  readonly calendars: ReadonlyArray<Calendar>
  readonly terms: ReadonlyArray<Term>
}

/** What is known without registers. */
export const shipped: Known = { calendars: standard, terms: [] }

/**
 * What is wrong with a calendar, null where nothing is: a part of it would begin on a day that some year does not have, it
 * is cut into nothing, or into one kind twice.
 *
 * @example
 * const office = { id: "office", label: { vi: "…", en: "…" }, start: { yearOffset: -1, month: 12, day: 1 }, kinds: ["half"], source: "…" }
 * fault(office) // null
 * fault({ ...office, start: { yearOffset: 0, month: 2, day: 30 } }) // "start"
 * fault({ ...office, kinds: ["half", "half"] }) // "kinds"
 */
export const fault = ({ start: first, kinds: own }: Calendar): "start" | "kinds" | null => {
  if (own.length === 0 || new Set(own).size < own.length) return "kinds"
  const begins = own.flatMap((kind) => Array.from({ length: counts[kind] }, (_, i) => i * months[kind]))
  return first === null || begins.every((later) => exists(first, later)) ? null : "start"
}

// 2022 has no 29 February: a day that exists in it exists in every year.
const exists = ({ month, day }: Start, later: number): boolean =>
  Number.isInteger(month) &&
  month >= 1 &&
  month <= 12 &&
  PlainDate.isPlainDate(`2022-${pad(((month - 1 + later) % 12) + 1)}-${pad(day)}`)

const pad = (n: number): string => String(n).padStart(2, "0")
