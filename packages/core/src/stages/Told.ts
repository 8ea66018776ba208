// What one unit tells of a period: the figure that it sent for it, or what other periods of its own make of it. Always
// true: nothing of another unit or another calendar is used. Internal.
import * as Result from "effect/Result"
import * as Indicator from "../registers/Indicator.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Claims from "./Claims.ts"
import * as Coverage from "./Coverage.ts"
import * as Facts from "./Facts.ts"
import * as Reading from "./Reading.ts"

/**
 * How a number came about. `reported`: as sent · `time-…`: from parts of the period, inside one unit (`time-carried`:
 * from before its end, since the end itself has none; `time-difference`: what the year up to its end has beyond the year
 * up to its beginning) · `units-…`: over units · `whole`: a statement about the subject and all below it · `refused`: this kind has no total · `none`: nothing
 * arrived.
 */
export type How =
  | "reported"
  | "time-sum"
  | "time-closing"
  | "time-newest"
  | "time-carried"
  | "time-difference"
  | "units-sum"
  | "units-frequency"
  | "whole"
  | "refused"
  | "none"

/** The tree of one number, from the total down to what was sent. Recomputing it gives `value` again. */
export interface Explanation extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Reading.Flag>
  readonly claims: Claims.Claims | null
  readonly asOf: string | null
  readonly how: How
  readonly parts: ReadonlyArray<Explanation>
  readonly source: Facts.Source | null
  readonly note: string | null
  readonly coverage: Coverage.Coverage
  readonly absent: ReadonlyArray<Coverage.Absent>
}

interface Scope {
  readonly subject: string
  readonly period: Period.Period
}

/** The finding about a sum that leaves the safe integers. */
export const overflow = ({ subject, period }: Scope, { indicator }: Indicator.Series, sum: string): Issue.Issue =>
  Issue.make("aggregate.overflow", { pointer: "", subject, period: Period.toId(period), indicator }, { indicator, sum })

/** The flags of all parts, in their order. */
export const union = (parts: ReadonlyArray<Pick<Explanation, "flags">>): ReadonlyArray<Reading.Flag> =>
  Reading.flags.filter((flag) => parts.some((part) => part.flags.includes(flag)))

/** A tree without what it covers. */
export type Leafless = Omit<Explanation, "coverage" | "absent">

/** A fact as it was sent. */
export const leaf = (fact: Facts.Fact, how: How): Leafless & Pick<Explanation, "absent" | "coverage"> => {
  const { subject, period, scope: _scope, explanation, ...rest } = fact
  return {
    ...rest,
    subject,
    period: Period.toId(period),
    how,
    parts: [],
    note: explanation,
    coverage: Coverage.empty,
    absent: [],
  }
}

/** Asked of one unit. */
export interface Question {
  readonly unit: string
  readonly series: Indicator.Series
  readonly period: Period.Period
  readonly indicator: Folded
}

/**
 * What the unit tells, null where it tells nothing. A value reported for the period itself stands before parts of it, also
 * one that says that there is none.
 */
export const of = (
  facts: Facts.Facts,
  { unit, series, period, indicator }: Question,
  issues: Array<Issue.Issue>,
): Leafless | null => {
  const direct = Facts.get(facts, unit, series, period, "own")
  const folded = fold(facts, series, unit, period, indicator)
  if (!direct) {
    if (folded?.spilt) issues.push(overflow({ subject: unit, period }, series, folded.spilt))
    if (folded?.fell) issues.push(fallen({ subject: unit, period }, series, folded.fell))
    return folded?.tree ?? null
  }
  if (folded?.added && !Value.sameNumbers(direct.value, folded.tree.value)) {
    const { source } = direct
    const place = {
      pointer: source.pointer,
      submission: source.submission,
      subject: unit,
      period: Period.toId(period),
      indicator: series.indicator,
    }
    issues.push(
      Issue.make("period.parts-differ", place, {
        indicator: series.indicator,
        whole: Value.brief(direct.value),
        sum: folded.spilt ?? Value.brief(folded.tree.value),
        periods: folded.tree.parts.map((part) => part.period),
      }),
    )
  }
  return leaf(direct, "reported")
}

/** What of an indicator decides how it is folded. */
export type Folded = Pick<Indicator.Indicator, "kind" | "carry" | "disjoint">

/**
 * What parts of a period come to; `added` when they were added. `spilt` is their exact sum where it is no safe integer,
 * `fell` are two cumulative numbers of which the later is the smaller.
 */
interface Sum {
  readonly tree: Leafless
  readonly added: boolean
  readonly spilt: string | null
  readonly fell: readonly [until: Facts.Fact, before: Facts.Fact] | null
}

const fold = (
  facts: Facts.Facts,
  series: Indicator.Series,
  unit: string,
  period: Period.Period,
  indicator: Folded,
): Sum | null => {
  const { time } = Indicator.folding(indicator)
  if (time === "refuse") return null
  const inside = Facts.within(facts, unit, series, period)
  const found = time === "sum" ? tiling(inside, period) : last(inside, period, time)
  const carry = found || time !== "closing" ? undefined : indicator.carry
  const chosen = found ?? (carry ? Facts.recent(facts, unit, series, period, carry).slice(-1) : [])
  const newest = chosen.at(-1)
  if (!newest) return time === "sum" ? difference(facts, series, unit, period) : null
  const parts = chosen.map((fact) => leaf(fact, "reported"))
  const summed = time === "sum" ? Aggregator.overUnits(chosen.map(({ value }) => value)) : Result.succeed(newest.value)
  const base = { ...series, subject: unit, period: Period.toId(period), parts, claims: null, source: null, note: null }
  if (Result.isFailure(summed)) {
    const tree = { ...base, value: Value.missing("withheld"), how: "refused", flags: [], asOf: null } as const
    return { tree, added: true, spilt: summed.failure, fell: null }
  }
  const over: How = time === "sum" ? "time-sum" : time === "closing" ? "time-closing" : "time-newest"
  const how = found ? over : "time-carried"
  const flags = union(found ? parts : [...parts, { flags: ["carried"] }])
  return {
    tree: { ...base, value: summed.success, how, flags, asOf: newest.asOf },
    added: time === "sum",
    spilt: null,
    fell: null,
  }
}

// What a period was not reported for, but the year up to its end and up to its beginning were.
const difference = (facts: Facts.Facts, series: Indicator.Series, unit: string, period: Period.Period): Sum | null => {
  const around = Facts.around(facts, unit, series, period)
  if (!around) return null
  const parts = around.map((fact) => leaf(fact, "reported"))
  const found = Aggregator.since(around[0].value, around[1].value)
  const base = { ...series, subject: unit, period: Period.toId(period), parts, claims: null, source: null, note: null }
  if (Result.isFailure(found)) {
    const tree = { ...base, value: Value.missing("withheld"), how: "refused", flags: [], asOf: null } as const
    return { tree, added: false, spilt: null, fell: around }
  }
  const tree = {
    ...base,
    value: found.success,
    how: "time-difference",
    flags: union(parts),
    asOf: around[0].asOf,
  } as const
  return { tree, added: false, spilt: null, fell: null }
}

const fallen = (
  { subject, period }: Scope,
  { indicator }: Indicator.Series,
  [until, before]: readonly [Facts.Fact, Facts.Fact],
): Issue.Issue => {
  const { source } = until
  const place = {
    pointer: source.pointer,
    submission: source.submission,
    subject,
    period: Period.toId(period),
    indicator,
  }
  return Issue.make("aggregate.cumulative-fell", place, {
    indicator,
    until: Value.brief(until.value),
    untilPeriod: Period.toId(until.period),
    before: Value.brief(before.value),
    beforePeriod: Period.toId(before.period),
  })
}

// Parts of one kind that fill the period exactly and all hold a number, months before quarters when both do; else a
// beginning of the period and the rest of it, as the half-year and the third quarter are of nine months.
const tiling = (inside: ReadonlyArray<Facts.Fact>, period: Period.Period): ReadonlyArray<Facts.Fact> | null => {
  for (const kind of new Set(inside.map((fact) => fact.period.kind))) {
    const parts = inside.filter((fact) => fact.period.kind === kind)
    const whole = parts.every((fact) => Value.isPresent(fact.value))
    if (
      whole &&
      Period.tiles(
        parts.map((fact) => fact.period),
        period,
      )
    )
      return parts
  }
  const told = inside.filter((fact) => Value.isPresent(fact.value))
  for (const first of told) {
    const rest = told.find((second) => Period.leaves(period, first.period, second.period))
    if (rest && rest.period.kind !== first.period.kind) return [first, rest]
  }
  return null
}

// `closing`: only a part that ends with the period. `newest`: the latest that was reported.
const last = (
  inside: ReadonlyArray<Facts.Fact>,
  period: Period.Period,
  time: "closing" | "newest",
): ReadonlyArray<Facts.Fact> | null => {
  const reported = inside.filter((fact) => Value.isPresent(fact.value))
  const newest = reported.toSorted((a, b) => Period.endOrder(a.period, b.period)).at(-1)
  if (!newest || (time === "closing" && Period.endOrder(newest.period, period) !== 0)) return null
  return [newest]
}
