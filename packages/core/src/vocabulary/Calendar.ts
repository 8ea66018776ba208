// Reporting calendars as data: where a year begins. The State's year runs from 15 December to 14 December, justice's
// from 1 October; a report that does not say has a label and no span.

/** Stretches that a calendar can be cut into. */
export type PeriodKind = "month" | "quarter" | "half" | "nine-months" | "eleven-months" | "year"

/** A calendar. `start` is the first day of year Y, `yearOffset` 0 in Y itself and −1 in the year before. */
export interface Calendar {
  readonly id: string
  readonly label: { readonly vi: string; readonly en: string }
  readonly start: { readonly yearOffset: 0 | -1; readonly month: number; readonly day: number } | null
  readonly kinds: ReadonlyArray<PeriodKind>
  readonly source: string
}

/** The calendars that ship. Each names its source; a body's own calendar is data of the same shape. */
export const standard: ReadonlyArray<Calendar> = [
  {
    id: "civil",
    label: { vi: "năm dương lịch", en: "calendar year" },
    start: { yearOffset: 0, month: 1, day: 1 },
    kinds: ["month", "quarter", "half", "nine-months", "eleven-months", "year"],
    source: "lịch dương",
  },
  {
    id: "nd09",
    label: { vi: "kỳ báo cáo theo Nghị định 09/2019/NĐ-CP", en: "State reporting year, Decree 09/2019/NĐ-CP" },
    start: { yearOffset: -1, month: 12, day: 15 },
    kinds: ["month", "quarter", "half", "year"],
    source: "Nghị định 09/2019/NĐ-CP, Điều 12",
  },
  {
    id: "inspectorate",
    label: { vi: "kỳ báo cáo của ngành thanh tra", en: "reporting year of the inspectorate" },
    start: { yearOffset: -1, month: 12, day: 15 },
    kinds: ["quarter", "half", "nine-months", "year"],
    source: "Thông tư 02/2021/TT-TTCP; Thông tư 01/2024/TT-TTCP",
  },
  {
    id: "justice",
    label: { vi: "kỳ báo cáo của ngành tư pháp", en: "reporting year of justice" },
    start: { yearOffset: -1, month: 10, day: 1 },
    kinds: ["half", "year"],
    source: "Thông tư 10/2015/TT-BTP",
  },
  {
    id: "unstated",
    label: { vi: "văn bản không nêu mốc thời gian", en: "the source states no dates" },
    start: null,
    kinds: ["month", "quarter", "half", "nine-months", "eleven-months", "year"],
    source: "văn bản gốc",
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
