// Several indicators of one subject and period as one number. Always true: one measure, one kind, nothing counted
// twice. What cannot be added is refused with a reason; what another already counts is left out, and is still shown.
import * as Result from "effect/Result"
import * as Catalogue from "../registers/Catalogue.ts"
import type * as Indicator from "../registers/Indicator.ts"
import * as Overlap from "../registers/Overlap.ts"
import * as Registers from "../registers/Registers.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as Value from "../vocabulary/Value.ts"
import * as Aggregate from "./Aggregate.ts"
import * as Coverage from "./Coverage.ts"
import type * as Facts from "./Facts.ts"
import * as Reading from "./Reading.ts"

/** One indicator of a total. */
export interface Part {
  readonly indicator: string
  readonly cell: Aggregate.Cell
  /** The overlap by which another part counts it already; null when it is added. */
  readonly within: string | null
}

/** A number over several indicators. `coverage` is that of the added parts: a unit is complete when all of them are. */
export interface Total<
  K extends Indicator.Additive | "distinct" = Indicator.Additive | "distinct",
  M extends string = string,
> {
  readonly subject: string
  readonly period: string
  readonly kind: K
  readonly measure: M
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Reading.Flag>
  readonly coverage: Coverage.Coverage
  readonly parts: ReadonlyArray<Part>
}

/**
 * The total of these indicators; an id named twice counts once. Fails with the finding that forbids it.
 *
 * @example
 * Result.getOrThrow(of(registers, facts, ["meeting.events"], scope)).value // Value.quantity(2)
 * of(registers, facts, ["meeting.events", "meeting.turns"], scope) // fails: total.measures-unlike
 * of(registers, facts, ["meeting.turns", "matter.settled-rate"], scope) // fails: aggregate.rate-refused
 */
export const of = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  ids: ReadonlyArray<string>,
  scope: Aggregate.Scope,
): Result.Result<Total, Issue.Issue> => {
  const { catalogue } = registers
  const found: Array<Indicator.Indicator> = []
  for (const id of new Set(ids)) {
    const one = Catalogue.get(catalogue, id, "any")
    if (Result.isFailure(one)) return Result.fail(one.failure)
    found.push(one.success)
  }
  const [first] = found
  if (!first) return Result.fail(Issue.make("total.empty", { pointer: "" }))
  const place = { pointer: "", subject: scope.subject, period: Period.toId(scope.period) }
  const meetings = Overlap.between(
    catalogue,
    found.map(({ id }) => id),
  )
  const left = new Map(meetings.flatMap(({ overlap, within }) => (within ?? []).map((id) => [id, overlap.id] as const)))
  for (const { overlap, indicators, within } of meetings) {
    const twice = indicators.filter((id) => !left.has(id))
    if (within !== null || twice.length < 2) continue
    const params = { overlap: overlap.id, indicators: twice, vi: overlap.why.vi, en: overlap.why.en }
    return Result.fail(Issue.make("total.overlapping", place, params))
  }
  const added = found.filter(({ id }) => !left.has(id))
  const unfit = unlike(registers, added, place)
  if (unfit) return Result.fail(unfit)
  const parts: Array<Part> = []
  for (const { id } of found) {
    const additive = Catalogue.get(catalogue, id, "additive")
    if (Result.isFailure(additive)) return Result.fail(additive.failure)
    const cell = Aggregate.total(registers, facts, additive.success, scope)
    parts.push({ indicator: id, cell, within: left.get(id) ?? null })
  }
  return sum(registers, facts, parts, scope, place)
}

/**
 * The same for indicators whose kind and measure the compiler knows: others than the first's do not compile.
 *
 * @example
 * const turns = Result.getOrThrow(Catalogue.get(catalogue, "meeting.turns", "additive"))
 * Result.getOrThrow(add(registers, facts, scope, turns)).value // Value.quantity(40)
 */
export const add = <K extends Indicator.Additive, M extends string>(
  registers: Registers.Registers,
  facts: Facts.Facts,
  scope: Aggregate.Scope,
  first: Indicator.Indicator<K, M>,
  ...more: ReadonlyArray<Indicator.Indicator<NoInfer<K>, NoInfer<M>>>
): Result.Result<Total<K, M>, Issue.Issue> =>
  of(
    registers,
    facts,
    [first, ...more].map(({ id }) => id),
    scope,
  ) as Result.Result<Total<K, M>, Issue.Issue>

const unlike = (
  { catalogue }: Registers.Registers,
  added: ReadonlyArray<Indicator.Indicator>,
  place: Issue.Place,
): Issue.Issue | null => {
  for (const { id } of added) {
    const additive = Catalogue.get(catalogue, id, "additive")
    if (Result.isFailure(additive)) return additive.failure
    // That nobody is counted at two units says nothing about two indicators.
    const { kind, label } = additive.success
    if (kind === "distinct" && added.length > 1) {
      return Issue.make("aggregate.distinct-refused", { ...place, indicator: id }, { indicator: label.vi, kind })
    }
  }
  const indicators = added.map(({ id }) => id)
  const kinds = [...new Set(added.map(({ kind }) => kind))]
  if (kinds.length > 1) return Issue.make("total.kinds-unlike", place, { indicators, kinds })
  const measures = [...new Set(added.map(({ measure }) => measure))]
  if (measures.length < 2) return null
  const words = measures.map((id) => catalogue.measures.find((measure) => measure.id === id))
  return Issue.make("total.measures-unlike", place, {
    indicators,
    vi: words.map((one) => one?.vi ?? ""),
    en: words.map((one) => one?.en ?? ""),
  })
}

// The numbers below a refused total that are numbers.
const safe = ({ how, value, parts }: Aggregate.Explanation): ReadonlyArray<Value.Value> =>
  how === "refused" ? parts.flatMap(safe) : [value]

const sum = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  parts: ReadonlyArray<Part>,
  scope: Aggregate.Scope,
  place: Issue.Place,
): Result.Result<Total, Issue.Issue> => {
  const added = parts.filter(({ within }) => within === null)
  const indicator = added[0] && Registers.index(registers).indicators.get(added[0].indicator)
  const values: Array<Value.Value> = []
  for (const { indicator: id, cell } of added) {
    // An indicator that overflows by itself has no number to add; what its units hold shows by how much.
    const tree = cell.how === "refused" ? Aggregate.explain(registers, facts, scope, { indicator: id }) : null
    if (tree && Result.isSuccess(tree)) values.push(...safe(tree.success))
    else values.push(cell.value)
  }
  const value = Aggregator.overUnits(values)
  if (Result.isFailure(value) || !indicator) {
    const params = {
      indicator: added.map(({ indicator: id }) => id),
      sum: Result.isFailure(value) ? value.failure : "",
    }
    return Result.fail(Issue.make("aggregate.overflow", place, params))
  }
  const question = { subject: scope.subject, period: scope.period }
  return Result.succeed({
    ...question,
    period: Period.toId(scope.period),
    kind: indicator.kind as Total["kind"],
    measure: indicator.measure,
    value: value.success,
    flags: Reading.flags.filter((flag) => added.some(({ cell }) => cell.flags.includes(flag))),
    coverage: Coverage.together(
      registers,
      facts,
      added.map((part) => ({ ...question, series: { indicator: part.indicator } })),
    ),
    parts,
  })
}
