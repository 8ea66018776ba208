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

/** A period for which something is owed, and the day by which: the earliest; null where somebody names none. */
export interface Owed {
  readonly period: Period.Period
  readonly due: PlainDate.PlainDate | null
}

/**
 * What obligations of one unit ask of an indicator's own figures within a period, by the id of each period owed.
 *
 * @example
 * const quarterly = { ...obligation, every: "quarter", due: { days: 5 } }
 * [...owed([quarterly], "meeting.events", H1)].map(([id, { due }]) => [id, due]) // [["2022-Q1@civil", "2022-04-05"], ["2022-Q2@civil", "2022-07-05"]]
 */
export const owed = (
  obligations: ReadonlyArray<Obligation>,
  indicator: string,
  period: Period.Period,
): ReadonlyMap<string, Owed> => {
  const all = new Map<string, Owed>()
  for (const obligation of obligations) {
    if (obligation.scope !== "own" || !obligation.indicators.includes(indicator)) continue
    for (const part of owedPeriods(obligation, period)) note(all, obligation, part)
  }
  return all
}

/**
 * Adds what an obligation asks for a period to what others ask.
 *
 * @example
 * const all = new Map()
 * note(all, { ...obligation, due: { days: 5 } }, H1)
 * note(all, { ...obligation, due: { days: 9 } }, H1)
 * all.get("2022-H1@civil").due // "2022-07-05"
 */
export const note = (all: Map<string, Owed>, obligation: Obligation, period: Period.Period): void => {
  const id = Period.toId(period)
  const [due, other] = [dueOn(obligation, period), all.get(id)]
  const earliest = other === undefined ? due : other.due === null || due === null ? null : least(other.due, due)
  all.set(id, { period, due: earliest })
}

const least = (a: PlainDate.PlainDate, b: PlainDate.PlainDate): PlainDate.PlainDate => (a < b ? a : b)

/**
 * The day after which a figure for a period is late: the last of the days of what it answers; null where one of these has
 * no day, or where it answers nothing that is owed.
 *
 * @example
 * lastDay([{ ...obligation, every: "quarter", due: { days: 5 } }], "meeting.events", H1) // "2022-07-05"
 */
export const lastDay = (
  obligations: ReadonlyArray<Obligation>,
  indicator: string,
  period: Period.Period,
): PlainDate.PlainDate | null => {
  const days = [...owed(obligations, indicator, period).values()].map(({ due }) => due)
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null)
}

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
