// What a unit's own figures come to over a period. Always true: a value reported for the period itself stands before
// parts of it; parts count where they fill the period, or as much of it as the unit lived.
import * as Result from "effect/Result"
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Coverage from "./Coverage.ts"
import type * as Explanation from "./Explanation.ts"
import * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"
import * as Reading from "./Reading.ts"

/** A tree of what one unit said, which has no coverage of its own. */
export type Tree = Explanation.Explanation

/** What decides how an indicator is folded. */
export type Folded = Pick<Indicator.Indicator, "kind" | "carry" | "disjoint">

/** Which figures: those of a unit about a series in a period. Who is no longer there carries nothing into it. */
export interface Question {
  readonly unit: string
  readonly series: Indicator.Series
  readonly period: Period.Period
  readonly gone?: boolean
}

/** A fact as a tree of one leaf. */
export const leaf = (fact: Facts.Fact, how: Explanation.How): Tree => {
  const { subject, period, scope: _scope, explanation, ...rest } = fact
  return {
    ...rest,
    subject,
    period: Period.toId(period),
    how,
    parts: [],
    note: explanation,
    by: [],
    remainder: [],
    coverage: Coverage.empty,
    absent: [],
  }
}

/** The flags of several together, in their order. */
export const union = (parts: ReadonlyArray<Pick<Tree, "flags">>): ReadonlyArray<Reading.Flag> =>
  Reading.flags.filter((flag) => parts.some((part) => part.flags.includes(flag)))

/** That a sum leaves the safe integers. */
export const overflow = (
  subject: string,
  period: Period.Period,
  { indicator }: Indicator.Series,
  sum: string,
): Issue.Issue =>
  Issue.make("aggregate.overflow", { pointer: "", subject, period: Period.toId(period), indicator }, { indicator, sum })

/**
 * The tree of a unit's figures, null where it has none that count. What is odd about it goes to `issues`.
 *
 * @example
 * of(registers, facts, { unit: "an-ward-2000", series: { indicator: "meeting.events" }, period: H1 }, { kind: "flow" })?.value // Value.quantity(2)
 */
export const of = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  question: Question,
  indicator: Folded,
  issues: Array<Issue.Issue> = [],
): Tree | null => {
  const { unit, series, period } = question
  const direct = Facts.get(facts, unit, series, period, "own")
  const folded = fold(registers, facts, question, indicator)
  if (!direct) {
    if (folded?.spilt) issues.push(overflow(unit, period, series, folded.spilt))
    return folded?.tree ?? null
  }
  const filled = folded && !folded.inPart
  if (filled && Indicator.folding(indicator).time === "sum" && !Value.sameNumbers(direct.value, folded.tree.value)) {
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

/** What parts of a period come to; `spilt` is their exact sum where it is no safe integer, `inPart` whether they fill only what the unit lived of it. */
interface Sum {
  readonly tree: Tree
  readonly spilt: string | null
  readonly inPart: boolean
}

const fold = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  { unit, series, period, gone = false }: Question,
  indicator: Folded,
): Sum | null => {
  const { time } = Indicator.folding(indicator)
  if (time === "refuse") return null
  const inside = Facts.within(facts, unit, series, period)
  const filled = time === "sum" ? tiling(inside, period) : last(inside, period, time)
  const found = filled ?? (time === "sum" ? relay(registers, unit, inside, period) : null)
  const carry = found || gone || time !== "closing" ? undefined : indicator.carry
  const chosen = found ?? (carry ? Facts.recent(facts, unit, series, period, carry).slice(-1) : [])
  if (chosen.length === 0) return null
  const over = time === "sum" ? "time-sum" : time === "closing" ? "time-closing" : "time-newest"
  const parts = chosen.map((fact) => leaf(fact, "reported"))
  const made = fromParts(
    { ...series, subject: unit, period: Period.toId(period) },
    parts,
    found ? over : "time-carried",
  )
  return { ...made, inPart: filled === null }
}

/** The tree over parts of a period, and the exact sum where it is no safe integer. */
export const fromParts = (
  about: Indicator.Series & Pick<Tree, "subject" | "period">,
  parts: ReadonlyArray<Tree>,
  how: "time-sum" | "time-closing" | "time-newest" | "time-carried",
): { readonly tree: Tree; readonly spilt: string | null } => {
  const newest = parts.at(-1)
  const value = newest?.value ?? Value.missing("not-sent")
  const summed = how === "time-sum" ? Aggregator.overUnits(parts.map((part) => part.value)) : Result.succeed(value)
  const base = {
    ...about,
    parts,
    claims: null,
    source: null,
    note: null,
    by: [],
    remainder: [],
    coverage: Coverage.empty,
    absent: [],
  }
  if (Result.isFailure(summed)) {
    const tree = { ...base, value: Value.missing("withheld"), how: "refused", flags: [], asOf: null } as const
    return { tree, spilt: summed.failure }
  }
  const flags = union(how === "time-carried" ? [...parts, { flags: ["carried"] }] : parts)
  return { tree: { ...base, value: summed.success, how, flags, asOf: newest?.asOf ?? null }, spilt: null }
}

// Parts of one kind that fill the period exactly and all hold a number; months before quarters when both do.
const tiling = (inside: ReadonlyArray<Facts.Fact>, period: Period.Period): ReadonlyArray<Facts.Fact> | null => {
  for (const kind of new Set(inside.map((fact) => fact.period.kind))) {
    const parts = inside.filter((fact) => fact.period.kind === kind)
    if (arePresent(parts) && tile(parts, period)) return parts
  }
  return null
}

const arePresent = (parts: ReadonlyArray<Facts.Fact>): boolean => parts.every((fact) => Value.isPresent(fact.value))
const tile = (parts: ReadonlyArray<Facts.Fact>, period: Period.Period): boolean =>
  Period.tiles(
    parts.map((fact) => fact.period),
    period,
  )

// For a unit that a succession began or ended within the period: parts that fill the days it lived, or all parts of a
// kind whose end it saw. Who came before or comes after answers for the rest.
const relay = (
  registers: Registers.Registers,
  id: string,
  inside: ReadonlyArray<Facts.Fact>,
  period: Period.Period,
): ReadonlyArray<Facts.Fact> | null => {
  if (inside.length === 0 || !Ground.changesWithin(registers, id, period)) return null
  const spans = inside.filter((fact) => fact.period.kind === "span")
  const life = Ground.lifeWithin(registers, id, period)
  const kinds = [...new Set(inside.map((fact) => fact.period.kind))].filter((kind) => kind !== "span")
  for (const kind of kinds) {
    const parts = inside.filter((fact) => fact.period.kind === kind)
    if (spans.length > 0 && life && arePresent([...parts, ...spans]) && tile([...parts, ...spans], life)) {
      return [...parts, ...spans].toSorted((a, b) => Period.Order(a.period, b.period))
    }
    const owed = Ground.lived(registers, id, period, kind)
    const all = owed.length === parts.length && owed.every((one) => parts.some((part) => same(one, part.period)))
    if (owed.length > 0 && all && arePresent(parts)) return parts
  }
  return life && spans.length > 0 && arePresent(spans) && tile(spans, life) ? spans : null
}

const same = (a: Period.Period, b: Period.Period): boolean => Period.toId(a) === Period.toId(b)

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
