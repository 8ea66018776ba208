// An aggregate against an earlier one. Always true: with itself gives zero; unequal calendars, lengths or coverage are
// refused with their reasons, never bridged by a guess.
import * as Indicator from "../registers/Indicator.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import type * as Value from "../vocabulary/Value.ts"
import * as Aggregate from "./Aggregate.ts"
import type * as Claims from "./Claims.ts"

/** Why two figures cannot be compared. */
export type Reason = "no-base" | "missing" | "not-applicable" | "kind" | "calendar" | "length" | "coverage" | "subject"

/**
 * What came of it. `change`: `by` is the difference at the measure's scale, `percent` the relative change (null when the
 * base is zero) · `points`: the difference of two percentages, as a decimal text · or the reasons why not.
 */
export type Outcome =
  | {
      readonly kind: "change"
      readonly direction: "up" | "down" | "same"
      readonly by: number
      readonly percent: string | null
      readonly qualifier: Quantity.Qualifier
    }
  | { readonly kind: "points"; readonly direction: "up" | "down" | "same"; readonly by: string }
  | { readonly kind: "not-comparable"; readonly reasons: ReadonlyArray<Reason> }

/** One figure against its base. */
export interface Comparison extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly against: string
  readonly outcome: Outcome
}

/**
 * Every cell of an aggregate against the one of the same series in `base`; without a base, every answer says so.
 *
 * @example
 * fromAggregates(aggregate, null, Period.previous(H1))[0].outcome // { kind: "not-comparable", reasons: ["no-base"] }
 */
export const fromAggregates = (
  current: Aggregate.Aggregate,
  base: Aggregate.Aggregate | null,
  against: Period.Period,
): ReadonlyArray<Comparison> =>
  current.cells.map((cell) => ({
    indicator: cell.indicator,
    ...(cell.dimension === undefined || cell.member === undefined
      ? {}
      : { dimension: cell.dimension, member: cell.member }),
    subject: cell.subject,
    period: cell.period,
    against: Period.toId(against),
    outcome: compare(cell, base === null ? undefined : Aggregate.get(base, cell), current.period, against),
  }))

/**
 * Two cells; `base` is absent when there is nothing to compare with.
 *
 * @example
 * const outcome = compare(cell, { ...cell, value: Value.quantity(1) }, H1, Period.sameLastYear(H1))
 * outcome // { kind: "change", direction: "up", by: 1, percent: "100", qualifier: "exact" }
 */
export const compare = (
  cell: Aggregate.Cell,
  base: Aggregate.Cell | undefined,
  period: Period.Period,
  against: Period.Period,
): Outcome => {
  if (!base) return { kind: "not-comparable", reasons: ["no-base"] }
  const reasons = obstacles(cell, base, period, against)
  if (reasons.length > 0) return { kind: "not-comparable", reasons }
  if (cell.value.kind === "quantity" && base.value.kind === "quantity") return difference(cell.value, base.value)
  if (cell.value.kind === "share" && base.value.kind === "share") return points(cell.value, base.value)
  return { kind: "not-comparable", reasons: ["kind"] }
}

const obstacles = (
  cell: Aggregate.Cell,
  base: Aggregate.Cell,
  period: Period.Period,
  against: Period.Period,
): ReadonlyArray<Reason> => {
  const kinds = [cell.value.kind, base.value.kind]
  const found: Array<readonly [Reason, boolean]> = [
    ["subject", cell.subject !== base.subject],
    ["missing", kinds.includes("missing")],
    ["not-applicable", kinds.includes("not-applicable")],
    ["calendar", period.calendar !== against.calendar || calendarOf(cell) !== calendarOf(base)],
    ["length", period.kind !== against.kind],
    ["coverage", share(cell) !== share(base)],
  ]
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

// A figure goes by its indicator's calendar, which is not always that of the report.
const calendarOf = ({ period }: Aggregate.Cell): string => period.slice(period.lastIndexOf("@") + 1)

const share = ({ coverage }: Aggregate.Cell): string => `${coverage.cellsArrived}/${coverage.cellsOwing}`

const way = (n: number): "up" | "down" | "same" => (n > 0 ? "up" : n < 0 ? "down" : "same")

const difference = (
  now: Extract<Value.Value, { kind: "quantity" }>,
  then: Extract<Value.Value, { kind: "quantity" }>,
): Outcome => {
  const by = now.n - then.n
  const percent = then.n === 0 ? null : Quantity.percentage(Math.abs(by), then.n)
  const qualifier = Quantity.join(now.qualifier, Quantity.turn(then.qualifier))
  return { kind: "change", direction: way(by), by, percent: by === 0 ? "0" : percent, qualifier }
}

const points = (
  now: Extract<Value.Value, { kind: "share" }>,
  then: Extract<Value.Value, { kind: "share" }>,
): Outcome => {
  if (now.y.n === 0 || then.y.n === 0) return { kind: "not-comparable", reasons: ["not-applicable"] }
  const [a, b] = [now, then].map(({ x, y }) => Quantity.scaled(Quantity.ratio(x.n * 100, y.n, 1), 1))
  const by = Number((a ?? 0n) - (b ?? 0n))
  return { kind: "points", direction: way(by), by: Quantity.percentage(Math.abs(by), 1000) }
}

/** A change that was printed beside a percentage, with every base that it may have had. */
export interface Claim {
  readonly change: Claims.Change
  /** The base if the change is in points, and if it is relative; one alone when the source says which. */
  readonly readings: ReadonlyArray<string>
  /** Whether a part of a year is held against a whole one. */
  readonly fullYear: boolean
}

/**
 * The readings of a change printed beside a rate, null beside anything else. Both are kept when the source does not say
 * which is meant.
 *
 * @example
 * claim({ kind: "rate", percent: "87", qualifier: "exact" }, { by: "5", of: "unstated", against: "2021" }, H1).readings // ["82", "82.86"]
 */
export const claim = (value: Value.Value, change: Claims.Change, period: Period.Period): Claim | null => {
  if (value.kind !== "rate") return null
  const [percent, by] = [Quantity.scaled(value.percent, 6), Quantity.scaled(change.by, 6)]
  const inPoints = Quantity.ratio(Number(percent - by), 1_000_000, 6).replace(/\.?0+$/, "")
  const hundred = 100_000_000n
  // A fall by all or more has no base that it could be relative to.
  const relative =
    hundred + by > 0n
      ? [Quantity.ratio(Number((percent * hundred) / (hundred + by)), 1_000_000, 2).replace(/\.?0+$/, "")]
      : []
  const readings = { points: [inPoints], relative, unstated: [inPoints, ...relative] }[change.of]
  return { change, readings, fullYear: /^\d{4}$/.test(change.against) && period.kind !== "year" }
}
