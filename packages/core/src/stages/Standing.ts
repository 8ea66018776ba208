// What of a unit's figures is a subject's, on a map where units were merged and cut: all, an estimated part, or nothing
// that can be told apart. Always true: what is told and what remains is what was reported.
import type * as Indicator from "../registers/Indicator.ts"
import * as Lineage from "../registers/Lineage.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Explanation from "./Explanation.ts"
import type * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"
import * as OverTime from "./OverTime.ts"

/** What is told of a unit, as trees, and what remains beside them. */
export interface Standing {
  readonly own: ReadonlyArray<OverTime.Tree>
  readonly remainder: ReadonlyArray<Explanation.Remainder>
}

const nothing: Standing = { own: [], remainder: [] }

/** A figure with the period it is about: a whole tree, or a part of one. */
interface Dated {
  readonly tree: OverTime.Tree
  readonly period: Period.Period
}

/**
 * The standing of one unit's figures. A figure over which a successor's own reaches back is set aside; where another
 * successor has none, `period.covered-in-part` names both.
 *
 * @example
 * of(registers, facts, scope, { unit: "an-ward-2000", series: { indicator: "meeting.events" }, indicator: { kind: "flow" } }).own.length // 1
 */
export const of = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  scope: Ground.Scope,
  { unit, series, indicator }: { unit: string; series: Indicator.Series; indicator: OverTime.Folded },
  issues: Array<Issue.Issue> = [],
): Standing => {
  const { period } = scope
  const gone = !Ground.of(registers, scope).inside.has(unit)
  const found = OverTime.of(registers, facts, { unit, series, period, gone }, indicator, issues)
  if (!found) return nothing
  const figures = datedParts(registers, found, scope)
  const open = figures.filter((one) => !isCovered(registers, facts, scope, { unit, series, indicator }, one, issues))
  const told: Array<Dated & { readonly by: ReadonlyArray<string> }> = []
  const own: Array<OverTime.Tree> = []
  const remainder: Array<Explanation.Remainder> = []
  for (const one of open) {
    const place = Ground.place(registers, scope, unit, one.period)
    if (place.whole) told.push({ ...one, by: place.by })
    else if (place.own.length > 0 || place.shared.length > 0) part(indicator, one, place, own, remainder)
  }
  const by = [...new Set(told.flatMap((one) => one.by))]
  if (told.length === figures.length && told.length > 0) return { own: [{ ...found, by }], remainder: [] }
  if (told.length > 0 && found.how.startsWith("time-")) {
    const { tree } = OverTime.fromParts(
      { ...series, subject: unit, period: found.period },
      told.map(({ tree: each }) => each),
      found.how as "time-sum",
    )
    own.unshift({ ...tree, by })
  }
  return { own, remainder }
}

// A number over parts of the period, part by part: each stands where the unit stood at its own end.
const datedParts = (
  registers: Registers.Registers,
  tree: OverTime.Tree,
  { period }: Ground.Scope,
): ReadonlyArray<Dated> => {
  // What two cumulative numbers leave is a figure of the period, as if it had been reported.
  if (tree.parts.length === 0 || tree.how === "time-difference" || tree.how === "refused") return [{ tree, period }]
  return tree.parts.flatMap((each) => {
    const read = Registers.period(registers, each.period)
    return read._tag === "Success" ? [{ tree: each, period: read.success }] : []
  })
}

const isCovered = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  { period }: Ground.Scope,
  { unit, series, indicator }: { unit: string; series: Indicator.Series; indicator: OverTime.Folded },
  one: Dated,
  issues: Array<Issue.Issue>,
): boolean => {
  const [from, to] = [Period.referenceDate(one.period), Period.referenceDate(period)]
  if (from >= to) return false
  const followers = Lineage.followers(registers.organisations, unit, from, to)
  const left = Registers.index(registers).units.get(unit)
  // A unit that goes on answers for itself.
  if (followers.length === 0 || !left || OrgUnit.exists(left, to)) return false
  const adds = one.tree.how === "reported" && Aggregator.table[indicator.kind].time === "sum"
  const reach = followers.map((follower) => {
    const later = OverTime.of(registers, facts, { unit: follower, series, period }, indicator)
    if (!later || !Value.isPresent(later.value)) return false
    const parts = datedParts(registers, later, { subject: follower, period })
    return parts.some(
      (other) => Period.referenceDate(other.period) > from && (!adds || Period.overlaps(other.period, one.period)),
    )
  })
  const covering = followers.filter((_, i) => reach[i])
  const others = followers.filter((_, i) => !reach[i])
  if (covering.length > 0 && others.length > 0) {
    const place = { pointer: one.tree.source?.pointer ?? "", subject: unit, period: one.tree.period }
    const found = Issue.make(
      "period.covered-in-part",
      { ...place, indicator: series.indicator },
      { indicator: series.indicator, unit, by: covering, others },
    )
    if (!issues.some((issue) => issue.code === found.code && issue.subject === unit && issue.period === found.period)) {
      issues.push(found)
    }
  }
  return covering.length > 0
}

// A figure of which not all is the subject's. Where there was nothing, nobody had anything, and that is known: zero, not
// missing. What is no count of things is never cut.
const part = (
  { kind }: OverTime.Folded,
  { tree }: Dated,
  { all, own: mine, shared, by }: Ground.Place,
  own: Array<OverTime.Tree>,
  remainder: Array<Explanation.Remainder>,
): void => {
  const { value, subject: unit, period } = tree
  if (!Value.isPresent(value) || value.kind === "not-applicable") return
  if (isNothing(value)) {
    own.push({ ...tree, by })
    return
  }
  const left = (pieces: ReadonlyArray<Lineage.Piece>, held: Value.Value): void => {
    const to = [...new Set(pieces.flatMap((piece) => piece.to))]
    const through = [...new Set(pieces.flatMap((piece) => piece.by))]
    remainder.push({ unit, period, to, by: through, value: held })
  }
  const cuts = all.some((piece) => piece.cuts.length > 0)
  if (!cuts || value.kind !== "quantity" || !Aggregator.isDivisible(kind)) return left(all, value)
  const amount = (piece: Lineage.Piece): Value.Value => ({ ...value, n: Lineage.amount(piece, value.n) })
  for (const piece of mine) {
    own.push({
      ...tree,
      value: amount(piece),
      how: "apportioned",
      flags: OverTime.union([tree, { flags: ["estimated"] }]),
      parts: [tree],
      source: null,
      claims: null,
      note: null,
      by,
    })
  }
  for (const piece of shared) if (Lineage.amount(piece, value.n) !== 0) left([piece], amount(piece))
}

const isZero = ({ n, qualifier }: Quantity.Quantity): boolean => n === 0 && qualifier === "exact"
const isNothing = (value: Value.Value): boolean =>
  (value.kind === "quantity" && isZero(value)) || (value.kind === "share" && isZero(value.x) && isZero(value.y))
