// A figure against another: an earlier one, a plan, its peers. Always true: with itself gives zero; turned round, the
// change turns its sign; what is unequal is refused or marked, with reasons, never bridged by a guess.
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Aggregate from "./Aggregate.ts"
import type * as Claims from "./Claims.ts"
import type * as Coverage from "./Coverage.ts"

/**
 * Against what. `previous-period`: the one before, of the same kind · `same-period-last-year`: *cùng kỳ* · `last-year`:
 * the whole year before · `target`: the plan of the year · `peers`: the other units of the same kind below the same unit.
 */
export const baselines = ["previous-period", "same-period-last-year", "last-year", "target", "peers"] as const
/** One of `baselines`. */
export type Baseline = (typeof baselines)[number]

/**
 * Why two figures cannot be compared. `base-…` is about what is compared with; `inexact`: the qualifiers leave open which
 * is greater · `counting`: one counts from the beginning of the year, the other within its period · `scale`: numbers of
 * units that are not of one size · `peers`: too few of them.
 */
export type Reason =
  | "no-base"
  | "no-plan"
  | "missing"
  | "base-missing"
  | "not-applicable"
  | "base-not-applicable"
  | "base-zero"
  | "kind"
  | "inexact"
  | "subject"
  | "calendar"
  | "length"
  | "counting"
  | "coverage"
  | "map"
  | "remainder"
  | "scale"
  | "peers"
  | "withheld"

/**
 * What a reader must know beside a comparison. `partial`: both rest on the same part of what was owed · `units`: all of
 * it arrived, of unlike numbers of units · `unowed`: nobody owes it, so nobody knows what is absent.
 */
export type Caution = "partial" | "units" | "unowed" | "estimated" | "carried"

/** Where the figure stands to the other. */
export type Direction = "up" | "down" | "same"

/**
 * What came of it. `change`: `by` is the difference at the measure's scale, `percent` the size of the relative change
 * (null when the base is zero) · `points`: the difference of two percentages, as a decimal text · `progress`: what part
 * of a whole has been reached, in hundredths, and how much is `left` (negative when it was passed) · `rank`: the place
 * from the highest, `among` so many, and the distance from all of them together in points · or the reasons why not.
 */
export type Outcome =
  | {
      readonly kind: "change"
      readonly direction: Direction
      readonly by: number
      readonly percent: string | null
      readonly qualifier: Quantity.Qualifier
      readonly cautions: ReadonlyArray<Caution>
    }
  | {
      readonly kind: "points"
      readonly direction: Direction
      readonly by: string
      readonly qualifier: Quantity.Qualifier
      readonly cautions: ReadonlyArray<Caution>
    }
  | {
      readonly kind: "progress"
      readonly percent: string
      readonly left: number
      readonly qualifier: Quantity.Qualifier
      readonly cautions: ReadonlyArray<Caution>
    }
  | {
      readonly kind: "rank"
      readonly place: number
      readonly among: number
      readonly direction: Direction
      readonly by: string
      readonly cautions: ReadonlyArray<Caution>
    }
  | { readonly kind: "not-comparable"; readonly reasons: ReadonlyArray<Reason> }

/** One figure against its base; `coverage` of both, null where there is no base. */
export interface Comparison extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly baseline: Baseline
  readonly against: string
  readonly coverage: { readonly now: Coverage.Coverage; readonly then: Coverage.Coverage | null }
  readonly outcome: Outcome
}

/** What an aggregate is held against; `aggregate` is null where nothing is known of it. */
export interface Base {
  readonly baseline: Exclude<Baseline, "peers">
  readonly period: Period.Period
  readonly aggregate: Aggregate.Aggregate | null
}

/**
 * One side: a cell and its period. Its `map` and `remainder` say on whose territory it stands and whether something of it
 * could not be divided; `counting` whether it counts from the beginning of the year on (*luỹ kế*).
 */
export interface Side {
  readonly cell: Aggregate.Cell
  readonly period: Period.Period
  readonly counting?: "in-period" | "cumulative"
}

/** What must be known of an indicator: how its figures are brought together over time. */
export type Measured = Pick<Indicator.Indicator, "kind" | "disjoint">

/**
 * Every cell of an aggregate against the one of the same series in the base, or of its plan for a `target`; without an
 * aggregate there, every answer says so.
 *
 * @example
 * const base = { baseline: "previous-period", period: Period.previous(H1), aggregate: null }
 * fromAggregates(registers, aggregate, base)[0].outcome // { kind: "not-comparable", reasons: ["no-base"] }
 */
export const fromAggregates = (
  registers: Registers.Registers,
  current: Aggregate.Aggregate,
  { baseline, period, aggregate }: Base,
): ReadonlyArray<Comparison> => {
  const { indicators } = Registers.index(registers)
  return current.cells.flatMap((cell): ReadonlyArray<Comparison> => {
    const indicator = indicators.get(cell.indicator)
    if (!indicator) return []
    const now = { cell, period: current.period }
    const series = baseline === "target" ? planOf(indicator, cell) : cell
    const found = series === null || aggregate === null ? undefined : Aggregate.get(aggregate, series)
    const then = found ? { cell: found, period } : null
    const outcome = baseline === "target" ? toPlan(now, then, indicator) : compare(now, then, indicator)
    return [{ ...head(cell), baseline, against: Period.toId(period), coverage: covers(cell, found), outcome }]
  })
}

/**
 * Every cell of an aggregate against those of its peers: of the units of the same kind below the same unit, its own left
 * out.
 *
 * @example
 * amongPeers(registers, aggregate, [])[0].outcome // { kind: "not-comparable", reasons: ["scale"] }
 */
export const amongPeers = (
  registers: Registers.Registers,
  current: Aggregate.Aggregate,
  peers: ReadonlyArray<Aggregate.Aggregate>,
): ReadonlyArray<Comparison> => {
  const { indicators } = Registers.index(registers)
  return current.cells.flatMap((cell): ReadonlyArray<Comparison> => {
    const indicator = indicators.get(cell.indicator)
    if (!indicator) return []
    const others = peers.flatMap((peer) => {
      const found = Aggregate.get(peer, cell)
      return found ? [{ cell: found, period: peer.period }] : []
    })
    const outcome = rank({ cell, period: current.period }, others, indicator)
    return [{ ...head(cell), baseline: "peers", against: cell.period, coverage: covers(cell, undefined), outcome }]
  })
}

const head = ({ indicator, dimension, member, subject, period }: Aggregate.Cell) => ({
  indicator,
  ...(dimension === undefined || member === undefined ? {} : { dimension, member }),
  subject,
  period,
})

const covers = (cell: Aggregate.Cell, base: Aggregate.Cell | undefined): Comparison["coverage"] => ({
  now: cell.coverage,
  then: base?.coverage ?? null,
})

// The plan of a part of an indicator is the same part of its plan.
const planOf = ({ plan }: Indicator.Indicator, cell: Aggregate.Cell): Indicator.Series | null =>
  plan === undefined ? null : { ...cell, indicator: plan }

/**
 * A figure against an earlier one, or any other of the same series; null where there is none. What was counted over a
 * part of a year is no change from a whole one, but a part of it: `progress`.
 *
 * @example
 * const then = { cell: { ...cell, value: Value.quantity(1) }, period: Period.sameLastYear(H1) }
 * compare({ cell, period: H1 }, then, indicator).direction // "up"
 * compare({ cell, period: H1 }, { ...then, period: Period.previous(Q1) }, indicator) // { kind: "not-comparable", reasons: ["length"] }
 */
export const compare = (now: Side, then: Side | null, indicator: Measured): Outcome => {
  if (!then) return refuse("no-base")
  const reach = reachOf(now.period, then.period, indicator)
  const reasons = [...obstacles(now, then), ...(reach === "unlike" ? (["length"] as const) : [])]
  if (reasons.length > 0) return refuse(...reasons)
  const [a, b] = [now.cell.value, then.cell.value]
  const cautions = cautionsOf(now, then)
  if (a.kind === "quantity" && b.kind === "quantity") {
    return reach === "part" ? progress(a, b, cautions) : difference(a, b, cautions)
  }
  if (a.kind !== "share" || b.kind !== "share") return refuse("kind")
  return reach === "part" ? refuse("length") : points(a, b, cautions)
}

/**
 * What part of its plan a figure has reached; of an attainment, which holds its plan itself, no other side is needed.
 *
 * @example
 * toPlan({ cell, period: H1 }, null, indicator) // { kind: "not-comparable", reasons: ["no-plan"] }
 * const plan = { cell: { ...cell, value: Value.quantity(8) }, period: Period.wholeYear(H1) }
 * toPlan({ cell, period: H1 }, plan, indicator).percent // "25"
 */
export const toPlan = (now: Side, plan: Side | null, indicator: Measured): Outcome => {
  const goal = indicator.kind === "attainment" ? now : plan
  if (!goal) return refuse("no-plan")
  const reasons = obstacles(now, goal)
  if (reasons.length > 0) return refuse(...reasons)
  const [a, b] = [now.cell.value, goal.cell.value]
  if (goal === now && a.kind === "share") return progress(a.x, a.y, cautionsOf(now, now))
  return a.kind === "quantity" && b.kind === "quantity" ? progress(a, b, cautionsOf(now, goal)) : refuse("kind")
}

/** Fewer than these have no ranking worth the name. */
const FEWEST_PEERS = 3

/**
 * The place of a share among those of its peers, the highest first. Numbers have none, since units differ in size; nor
 * has a percentage that somebody printed without what it was made of.
 *
 * @example
 * rank({ cell, period: H1 }, [], indicator) // { kind: "not-comparable", reasons: ["scale"] }
 */
export const rank = (now: Side, peers: ReadonlyArray<Side>, indicator: Measured): Outcome => {
  const own = now.cell.value
  const absent = valueReasons(now.cell, "")
  if (absent.length > 0) return refuse(...absent)
  if (own.kind !== "share") return refuse(own.kind === "quantity" ? "scale" : "kind")
  const fit = peers.filter(({ cell }) => cell.value.kind !== "not-applicable")
  const unlike = fit.flatMap((peer) => obstacles({ ...now, cell: { ...now.cell, subject: peer.cell.subject } }, peer))
  const reasons = [...new Set(unlike)]
  if (fit.some(({ period }) => reachOf(now.period, period, indicator) !== "whole")) reasons.push("length")
  if (completeness(now.cell) !== "complete") reasons.push("coverage")
  if (reasons.length > 0) return refuse(...new Set(reasons))
  const shares = fit.flatMap(({ cell: { value } }) => (value.kind === "share" && value.y.n !== 0 ? [value] : []))
  const all = [own, ...shares]
  if (own.y.n === 0) return refuse("not-applicable")
  if (all.length < FEWEST_PEERS) return refuse("peers")
  if (all.some(({ x, y }) => x.qualifier !== "exact" || y.qualifier !== "exact")) return refuse("inexact")
  const above = shares.filter(({ x, y }) => BigInt(x.n) * BigInt(own.y.n) > BigInt(own.x.n) * BigInt(y.n))
  const sum = (side: "x" | "y"): number => all.reduce((total, share) => total + share[side].n, 0)
  const level: Share = { kind: "share", x: Quantity.exact(sum("x")), y: Quantity.exact(sum("y")) }
  const by = apart(own, level)
  const cautions = [...new Set(fit.flatMap((peer) => cautionsOf(now, peer)))].filter((one) => one !== "units")
  return { kind: "rank", place: above.length + 1, among: all.length, ...by, cautions }
}

type Share = Extract<Value.Value, { kind: "share" }>

const refuse = (...reasons: ReadonlyArray<Reason>): Outcome => ({ kind: "not-comparable", reasons })

// Whether two stretches of time are of one length, the first a part of a whole year, or neither. What is read at the end
// of a period has no length.
const reachOf = (now: Period.Period, then: Period.Period, indicator: Measured): "whole" | "part" | "unlike" => {
  if (sameLength(now, then) || Indicator.folding(indicator).time === "closing") return "whole"
  return then.kind === "year" && now.kind !== "span" && Indicator.folding(indicator).time !== "refuse"
    ? "part"
    : "unlike"
}

// A leap day makes no other length.
const sameLength = (a: Period.Period, b: Period.Period): boolean => {
  if (a.kind !== b.kind) return false
  if (a.kind !== "span" || b.kind !== "span") return true
  const long = ({ from, to }: Period.Days): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
  return Math.abs(long(a) - long(b)) <= 1
}

const valueReasons = ({ value, how }: Aggregate.Cell, side: "" | "base-"): ReadonlyArray<Reason> => {
  if (how === "refused") return ["kind"]
  if (value.kind === "missing") return [value.reason === "withheld" ? "withheld" : `${side}missing`]
  return value.kind === "not-applicable" ? [`${side}not-applicable`] : []
}

const obstacles = (now: Side, then: Side): ReadonlyArray<Reason> => {
  const base = then === now ? [] : valueReasons(then.cell, "base-")
  const values = [...new Set([...valueReasons(now.cell, ""), ...base])]
  const since = ({ cell }: Side) => cell.map.since
  const left = ({ cell }: Side) => cell.remainder.length > 0
  const found: Array<readonly [Reason, boolean]> = [
    ["subject", now.cell.subject !== then.cell.subject],
    ["calendar", now.period.calendar !== then.period.calendar],
    ["counting", (now.counting ?? "in-period") !== (then.counting ?? "in-period")],
    ["map", since(now) !== since(then)],
    ["remainder", left(now) || left(then)],
    // Where a figure is missing, so is what it rests on.
    ["coverage", values.length === 0 && grounds(now.cell, then.cell) === "unlike"],
  ]
  return [...values, ...found.flatMap(([reason, holds]) => (holds ? [reason] : []))]
}

const completeness = ({ coverage, how }: Aggregate.Cell): "complete" | "partial" | "unknown" => {
  if (coverage.cellsOwing > 0) return coverage.cellsArrived === coverage.cellsOwing ? "complete" : "partial"
  return how === "units-sum" || how === "units-frequency" ? "unknown" : "complete"
}

// Two wholes are alike, however many units each was cut into. Two equal parts may be parts of other units, so that a
// reader is told; other parts cannot be told from a rise or fall.
const grounds = (a: Aggregate.Cell, b: Aggregate.Cell): Caution | "alike" | "unlike" => {
  const [one, other] = [completeness(a), completeness(b)]
  if (one !== other) return "unlike"
  if (one === "unknown") return "unowed"
  const same = a.coverage.unitsOwing === b.coverage.unitsOwing
  if (one === "complete") {
    return same || a.coverage.unitsOwing === 0 || b.coverage.unitsOwing === 0 ? "alike" : "units"
  }
  const equal = a.coverage.cellsArrived === b.coverage.cellsArrived && a.coverage.cellsOwing === b.coverage.cellsOwing
  return equal && same ? "partial" : "unlike"
}

const cautionsOf = (now: Side, then: Side): ReadonlyArray<Caution> => {
  const ground = grounds(now.cell, then.cell)
  const flags = new Set([...now.cell.flags, ...then.cell.flags])
  return [
    ...(ground === "alike" || ground === "unlike" ? [] : [ground]),
    ...(flags.has("estimated") || flags.has("provisional") ? (["estimated"] as const) : []),
    ...(flags.has("carried") ? (["carried"] as const) : []),
  ]
}

const way = (n: number): Direction => (n > 0 ? "up" : n < 0 ? "down" : "same")

const difference = (now: Quantity.Quantity, then: Quantity.Quantity, cautions: ReadonlyArray<Caution>): Outcome => {
  const by = now.n - then.n
  const qualifier = Quantity.join(now.qualifier, Quantity.turn(then.qualifier))
  // “Over 90” after 98 may be a rise or a fall.
  if ((qualifier === "over" && by <= 0) || (qualifier === "under" && by >= 0)) return refuse("inexact")
  const percent = then.n <= 0 ? null : Quantity.percentage(Math.abs(by), then.n)
  return { kind: "change", direction: way(by), by, percent: by === 0 ? "0" : percent, qualifier, cautions }
}

const progress = (done: Quantity.Quantity, goal: Quantity.Quantity, cautions: ReadonlyArray<Caution>): Outcome => {
  if (goal.n <= 0) return refuse("base-zero")
  const qualifier = Quantity.join(done.qualifier, Quantity.turn(goal.qualifier))
  const percent = Quantity.percentage(done.n, goal.n)
  return { kind: "progress", percent, left: goal.n - done.n, qualifier, cautions }
}

// The difference of the percentages as they are printed, so that a reader who subtracts finds the same.
const apart = (now: Share, then: Share): { readonly direction: Direction; readonly by: string } => {
  const [a, b] = [now, then].map(({ x, y }) => Quantity.scaled(Quantity.ratio(x.n * 100, y.n, 1), 1))
  const by = Number((a ?? 0n) - (b ?? 0n))
  return { direction: way(by), by: Quantity.percentage(Math.abs(by), 1000) }
}

const points = (now: Share, then: Share, cautions: ReadonlyArray<Caution>): Outcome => {
  if (now.y.n === 0) return refuse("not-applicable")
  if (then.y.n === 0) return refuse("base-not-applicable")
  const exact = [now.x, now.y, then.x, then.y].every(({ qualifier }) => qualifier === "exact")
  return { kind: "points", ...apart(now, then), qualifier: exact ? "exact" : "about", cautions }
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
