// Who owes what, how often. What is owed and did not come is a gap; what nobody owes is none.
import * as Schema from "effect/Schema"
import * as Calendar from "../vocabulary/Calendar.ts"
import * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import type * as Holiday from "../vocabulary/Holiday.ts"
import * as WorkingDay from "../vocabulary/WorkingDay.ts"
import type * as OrgUnit from "./OrgUnit.ts"

const roll = Schema.optionalKey(Schema.Literals(["next", "previous"]))

// By when: so many days, or working days, after the last of the period; or a day of the month in which it ends, or of one
// that is so many `months` later. `roll`: to which working day it moves when it is none.
const due = Schema.Union([
  Schema.Struct({ days: Schema.Int, roll }),
  Schema.Struct({ workingDays: Schema.Int }),
  Schema.Struct({ dayOfMonth: Schema.Int, months: Schema.optionalKey(Schema.Int), roll }),
])

/** As a catalogue holds it: a kind of unit, or one unit. */
export const schema = Schema.Struct({
  id: Schema.String,
  who: Schema.Union([Schema.Struct({ kind: Schema.String }), Schema.Struct({ unit: Schema.String })]),
  indicators: Schema.Array(Schema.String),
  every: Schema.Literals(["month", "quarter", "half", "nine-months", "eleven-months", "year"]),
  scope: Schema.Literals(["own", "whole"]),
  due: Schema.optionalKey(due),
})

/** What one unit, or every unit of a kind, owes. */
export type Obligation = typeof schema.Type

/**
 * Whether it binds this unit.
 *
 * @example
 * binds(obligation, unit) // true
 */
export const binds = (obligation: Obligation, unit: OrgUnit.OrgUnit): boolean =>
  "unit" in obligation.who ? obligation.who.unit === unit.id : obligation.who.kind === unit.kind

/**
 * The periods within `period` for which it owes: the period itself, or its parts when it owes more often; none for spans
 * and for periods that its own do not fill.
 *
 * @example
 * owedPeriods({ ...obligation, every: "quarter" }, H1) // [Q1, Q2]
 * owedPeriods({ ...obligation, every: "year" }, H1) // []
 */
export const owedPeriods = (obligation: Obligation, period: Period.Period): ReadonlyArray<Period.Period> => {
  if (period.kind === "span") return []
  if (period.kind === obligation.every) return [period]
  const parts = Array.from({ length: Calendar.counts[obligation.every] }, (_, i) => ({
    ...period,
    kind: obligation.every,
    index: i + 1,
  })).filter((part) => Period.contains(period, part))
  return Period.tiles(parts, period) ? parts : []
}

/**
 * Whether a report for this period is one that is owed, or a part of one.
 *
 * @example
 * covers({ ...obligation, every: "half" }, Q1) // true
 * covers({ ...obligation, every: "half" }, Period.wholeYear(H1)) // false
 */
export const covers = (obligation: Obligation, period: Period.Period): boolean =>
  period.kind === obligation.every ||
  (period.kind !== "span" &&
    Array.from({ length: 12 }, (_, i) => ({ ...period, kind: obligation.every, index: i + 1 })).some((owed) =>
      Period.contains(owed, period),
    ))

/** A period for which something is owed, and the day by which: the earliest; null where somebody names none. */
export interface Owed {
  readonly period: Period.Period
  readonly due: PlainDate.PlainDate | null
}

/**
 * Adds what one obligation asks to what others ask, by the period's id.
 *
 * @example
 * const all = new Map()
 * note(all, { period: H1, due: "2022-07-09" })
 * note(all, { period: H1, due: "2022-07-05" })
 * all.get("2022-H1@civil").due // "2022-07-05"
 */
export const note = (all: Map<string, Owed>, { period, due: day }: Owed): void => {
  const id = Period.toId(period)
  const other = all.get(id)
  const earliest = other === undefined ? day : other.due === null || day === null ? null : least(other.due, day)
  all.set(id, { period, due: earliest })
}

const least = (a: PlainDate.PlainDate, b: PlainDate.PlainDate): PlainDate.PlainDate => (a < b ? a : b)

/**
 * Whether it is not asked for yet on the day of looking; never where nobody says which day that is.
 *
 * @example
 * isEarly({ due: "2022-07-05" }, "2022-07-05") // true
 * isEarly({ due: "2022-07-05" }, "2022-07-06") // false
 */
export const isEarly = ({ due: day }: Pick<Owed, "due">, asOf: PlainDate.PlainDate | undefined): boolean =>
  asOf !== undefined && day !== null && asOf <= day

/**
 * The last day on which it is in time, as its `due` says. Null where the obligation names none, the period has no days, or
 * the way leads through a year whose holidays are not known. `decisions` are the catalogue's `daysOff`.
 *
 * @example
 * dueOn({ ...obligation, due: { days: 5 } }, H1) // "2022-07-05"
 * dueOn({ ...obligation, due: { workingDays: 1 } }, { ...H1, calendar: "nd09" }) // "2022-06-15"
 * dueOn({ ...obligation, due: { dayOfMonth: 25, roll: "next" } }, H1) // "2022-06-27"
 */
export const dueOn = (
  { due: by }: Pick<Obligation, "due">,
  period: Period.Period,
  decisions?: ReadonlyArray<Holiday.Decision>,
): PlainDate.PlainDate | null => {
  const last = Period.days(period)?.to
  if (by === undefined || last === undefined) return null
  if ("workingDays" in by) return WorkingDay.add(last, by.workingDays, decisions)
  const day = "days" in by ? PlainDate.addDays(last, by.days) : dayOfMonth(last, by.dayOfMonth, by.months)
  return by.roll === undefined ? day : WorkingDay.nearest(day, by.roll, decisions)
}

// The 31st of June is its last day.
const dayOfMonth = (last: PlainDate.PlainDate, day: number, months = 0): PlainDate.PlainDate => {
  const first = PlainDate.addMonths(`${last.slice(0, 7)}-01`, months)
  const [wanted, end] = [PlainDate.addDays(first, day - 1), PlainDate.endOfMonth(first)]
  return wanted < end ? wanted : end
}

/**
 * Whether its `due` is a day that can be: of a month, one from 1 to 31.
 *
 * @example
 * isPossible({ ...obligation, due: { dayOfMonth: 32 } }) // false
 */
export const isPossible = ({ due: by }: Pick<Obligation, "due">): boolean =>
  by === undefined || !("dayOfMonth" in by) || (by.dayOfMonth >= 1 && by.dayOfMonth <= 31)
