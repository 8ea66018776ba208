// Who owes what, how often. What is owed and did not come is a gap; what nobody owes is none.
import * as Schema from "effect/Schema"
import type * as Calendar from "../vocabulary/Calendar.ts"
import * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import type * as OrgUnit from "./OrgUnit.ts"

/** As a catalogue holds it: a kind of unit, or one unit. */
export const schema = Schema.Struct({
  id: Schema.String,
  who: Schema.Union([Schema.Struct({ kind: Schema.String }), Schema.Struct({ unit: Schema.String })]),
  indicators: Schema.Array(Schema.String),
  every: Schema.Literals(["month", "quarter", "half", "nine-months", "eleven-months", "year"]),
  scope: Schema.Literals(["own", "whole"]),
  due: Schema.optionalKey(Schema.Struct({ days: Schema.Int })),
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
  const counts: Record<Calendar.PeriodKind, number> = {
    month: 12,
    quarter: 4,
    half: 2,
    "nine-months": 1,
    "eleven-months": 1,
    year: 1,
  }
  const parts = Array.from({ length: counts[obligation.every] }, (_, i) => ({
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

/**
 * The day by which it must be there: so many days after the period's last, before it when negative. Null where the
 * obligation names none or the period has no days.
 *
 * @example
 * dueOn({ ...obligation, due: { days: 5 } }, H1) // "2022-07-05"
 */
export const dueOn = (obligation: Obligation, period: Period.Period): PlainDate.PlainDate | null => {
  const days = Period.days(period)
  return obligation.due && days ? PlainDate.addDays(days.to, obligation.due.days) : null
}
