// Facts brought together. Always true: any order and grouping of units give the same cells; own and whole never add;
// rates are never combined; the recomputed explanation equals the cell.
import * as Result from "effect/Result"
import * as Catalogue from "../registers/Catalogue.ts"
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Coverage from "./Coverage.ts"
import * as Facts from "./Facts.ts"
import type * as Claims from "./Claims.ts"
import * as Reading from "./Reading.ts"

/**
 * How a number came about. `reported`: as sent · `time-…`: from parts of the period, inside one unit (`time-carried`:
 * from before its end, since the end itself has none) · `units-…`: over
 * units · `whole`: a statement about the subject and all below it · `refused`: this kind has no total · `none`: nothing
 * arrived.
 */
export type How =
  | "reported"
  | "time-sum"
  | "time-closing"
  | "time-newest"
  | "time-carried"
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

/** A number of the aggregate. `whole` is what the subject itself says about it and all below, kept beside the total. */
export interface Cell extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Reading.Flag>
  readonly claims: Claims.Claims | null
  readonly asOf: string | null
  readonly how: How
  readonly coverage: Coverage.Coverage
  readonly whole: Value.Value | null
}

/** What the aggregate rests on: submissions by content, catalogue, and the day up to which the map is known. */
export interface Manifest {
  readonly catalogue: string
  readonly version: string
  readonly mapAsOf: string
  readonly submissions: ReadonlyArray<Facts.Origin>
}

/** All indicators of one subject in one period, totals first, then their parts. */
export interface Aggregate {
  readonly subject: string
  readonly period: Period.Period
  readonly asOf?: PlainDate.PlainDate
  readonly cells: ReadonlyArray<Cell>
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly manifest: Manifest
}

/** Which subject and period; `asOf` is the day of looking: what is not due by then is counted apart. */
export interface Scope {
  readonly subject: string
  readonly period: Period.Period
  readonly asOf?: PlainDate.PlainDate
}

/**
 * Brings together everything about a subject and the units below it.
 *
 * @example
 * fromFacts(registers, facts, scope).cells[0].value // Value.quantity(2)
 */
export const fromFacts = (registers: Registers.Registers, facts: Facts.Facts, scope: Scope): Aggregate => {
  const issues: Array<Issue.Issue> = []
  const cells = allSeries(registers, scope.period).map((series) => cell(registers, facts, scope, series, issues))
  return { ...scope, cells, issues: [...facts.issues, ...issues], manifest: manifest(registers, facts, scope) }
}

/**
 * The total of an indicator that has totals; an indicator without one does not compile here.
 *
 * @example
 * total(registers, facts, indicator, scope).value // Value.quantity(2)
 */
export const total = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  indicator: Indicator.Indicator<Indicator.Additive> | Indicator.Disjoint,
  scope: Scope,
): Cell => cell(registers, facts, scope, { indicator: indicator.id })

/**
 * The cell of a series, if the aggregate has it.
 *
 * @example
 * get(aggregate, { indicator: "model.registered", dimension: "field", member: "culture" })?.value // Value.quantity(3)
 */
export const get = (aggregate: Aggregate, series: Indicator.Series): Cell | undefined => {
  const id = Indicator.seriesId(series)
  return aggregate.cells.find((cell) => Indicator.seriesId(cell) === id)
}

/**
 * Every series of the catalogue that is in force at the end of the period.
 *
 * @example
 * allSeries(registers, H1).map(Indicator.seriesId).slice(3, 5) // ["model.registered", "model.registered[field=economy]"]
 */
export const allSeries = (registers: Registers.Registers, period: Period.Period): ReadonlyArray<Indicator.Series> => {
  const day = Period.referenceDate(period)
  const { dimensions } = Registers.index(registers)
  return registers.catalogue.indicators
    .filter(({ from, to }) => PlainDate.within(day, from, to))
    .flatMap((indicator) => [
      { indicator: indicator.id },
      ...(indicator.breakdowns ?? []).flatMap(({ dimension }) =>
        (dimensions.get(dimension)?.members ?? []).map(({ id }) => ({
          indicator: indicator.id,
          dimension,
          member: id,
        })),
      ),
    ])
}

/**
 * What a number about a subject rests on.
 *
 * @example
 * manifest(registers, facts, scope).catalogue // "mai-2022"
 */
export const manifest = (registers: Registers.Registers, facts: Facts.Facts, { subject, period }: Scope): Manifest => {
  const units = new Set(Hierarchy.subtree(registers.organisations.edges, subject, Period.referenceDate(period)))
  return {
    catalogue: registers.catalogue.id,
    version: registers.catalogue.version,
    mapAsOf: registers.organisations.asOf,
    submissions: facts.origins.filter((origin) => units.has(origin.subject)),
  }
}

/**
 * One cell. What is odd about it goes to `issues`.
 *
 * @example
 * cell(registers, facts, scope, { indicator: "meeting.events" }).value // Value.quantity(2)
 */
export const cell = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  scope: Scope,
  series: Indicator.Series,
  issues: Array<Issue.Issue> = [],
): Cell => {
  const {
    parts: _parts,
    source: _source,
    note: _note,
    absent: _absent,
    ...tree
  } = grow(registers, facts, scope, series, issues)
  return { ...tree, whole: Facts.get(facts, scope.subject, series, scope.period, "whole")?.value ?? null }
}

/**
 * How a number came about, down to the submissions. Fails with a finding when the catalogue has no such indicator.
 *
 * @example
 * explain(registers, facts, scope, { indicator: "meeting.events" }) // succeeds
 * explain(registers, facts, scope, { indicator: "meeting.evens" }) // fails: indicator.unknown
 */
export const explain = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  scope: Scope,
  series: Indicator.Series,
): Result.Result<Explanation, Issue.Issue> =>
  Result.map(Catalogue.get(registers.catalogue, series.indicator, "any"), () =>
    grow(registers, facts, scope, series, []),
  )

/**
 * The value of a tree computed anew from its leaves; it equals `tree.value` or the tree lies.
 *
 * @example
 * const tree = Result.getOrThrow(explain(registers, facts, scope, { indicator: "meeting.events" }))
 * recompute(tree) // tree.value
 */
export const recompute = (tree: Explanation): Value.Value => {
  const parts = tree.parts.map(recompute)
  switch (tree.how) {
    case "units-sum":
    case "units-frequency":
    case "time-sum":
      return Result.getOrElse(Aggregator.overUnits(parts), () => Value.missing("withheld"))
    case "time-closing":
    case "time-newest":
    case "time-carried":
      return parts.at(-1) ?? Value.missing("not-sent")
    default:
      return tree.value
  }
}

const grow = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  scope: Scope,
  series: Indicator.Series,
  issues: Array<Issue.Issue>,
): Explanation => {
  const { subject, period } = scope
  const question = { ...scope, series }
  const base = {
    ...series,
    subject,
    period: Period.toId(period),
    flags: [],
    claims: null,
    asOf: null,
    parts: [],
    source: null,
    note: null,
    coverage: Coverage.of(registers, facts, question),
    absent: Coverage.missing(registers, facts, question),
  }
  const indicator: Folded = Registers.index(registers).indicators.get(series.indicator) ?? { kind: "text" }
  const folding = Indicator.folding(indicator)
  const units = Hierarchy.subtree(registers.organisations.edges, subject, Period.referenceDate(period))
  const told = units.flatMap((unit) => {
    const found = overTime(facts, unit, series, period, indicator, issues)
    return found ? [{ ...found, coverage: Coverage.empty, absent: [] }] : []
  })
  // A unit that says why it has no number has said it for itself; to a total it gives nothing.
  const own = told.filter(({ value, how }) => Value.isPresent(value) || how === "refused")
  const whole = Facts.get(facts, subject, series, period, "whole")
  if (own.length === 0 && whole) return { ...base, ...leaf(whole, "whole"), coverage: base.coverage }
  const [alone] = told
  if (units.length === 1 && alone) return { ...alone, coverage: base.coverage, absent: base.absent }
  if (own.length === 0) return { ...base, value: Value.missing("not-sent"), how: "none" }
  if (folding.units === "refuse") {
    const { kind } = indicator
    const code = kind === "distinct" ? "aggregate.distinct-refused" : "aggregate.rate-refused"
    const place = { pointer: "", subject, period: base.period, indicator: series.indicator }
    issues.push(Issue.make(code, place, { indicator: series.indicator, kind }))
    return whole
      ? { ...base, ...leaf(whole, "whole"), coverage: base.coverage }
      : { ...base, value: Value.missing("withheld"), how: "refused", parts: own }
  }
  const refused: Explanation = { ...base, value: Value.missing("withheld"), how: "refused", parts: own }
  if (own.some(({ how }) => how === "refused")) return refused
  const summed = Aggregator.overUnits(own.map(({ value }) => value))
  if (Result.isFailure(summed)) {
    issues.push(overflow(scope, series, summed.failure))
    return refused
  }
  const value = summed.success
  if (whole && !Value.sameNumbers(whole.value, value)) {
    const { source } = whole
    const place = {
      pointer: source.pointer,
      submission: source.submission,
      subject,
      period: base.period,
      indicator: series.indicator,
    }
    issues.push(
      Issue.make("whole.differs", place, {
        indicator: Indicator.seriesId(series),
        whole: Value.brief(whole.value),
        sum: Value.brief(value),
        arrived: base.coverage.unitsComplete,
        owing: base.coverage.unitsOwing,
      }),
    )
  }
  const how: How = folding.units === "frequency" ? "units-frequency" : "units-sum"
  return { ...base, value, flags: union(own), how, parts: own }
}

const overflow = ({ subject, period }: Scope, { indicator }: Indicator.Series, sum: string): Issue.Issue =>
  Issue.make("aggregate.overflow", { pointer: "", subject, period: Period.toId(period), indicator }, { indicator, sum })

const union = (parts: ReadonlyArray<Pick<Explanation, "flags">>): ReadonlyArray<Reading.Flag> =>
  Reading.flags.filter((flag) => parts.some((part) => part.flags.includes(flag)))

type Leafless = Omit<Explanation, "coverage" | "absent">

const leaf = (fact: Facts.Fact, how: How): Leafless & Pick<Explanation, "absent" | "coverage"> => {
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

// Inside one unit: a value reported for the period itself stands before parts of it, also one that says that there is
// none.
const overTime = (
  facts: Facts.Facts,
  unit: string,
  series: Indicator.Series,
  period: Period.Period,
  indicator: Folded,
  issues: Array<Issue.Issue>,
): Leafless | null => {
  const direct = Facts.get(facts, unit, series, period, "own")
  const folded = fold(facts, series, unit, period, indicator)
  if (!direct) {
    if (folded?.spilt) issues.push(overflow({ subject: unit, period }, series, folded.spilt))
    return folded?.tree ?? null
  }
  if (folded && Indicator.folding(indicator).time === "sum" && !Value.sameNumbers(direct.value, folded.tree.value)) {
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

type Folded = Pick<Indicator.Indicator, "kind" | "carry" | "disjoint">

/** What parts of a period come to; `spilt` is their exact sum where it is no safe integer. */
interface Sum {
  readonly tree: Leafless
  readonly spilt: string | null
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
  if (!newest) return null
  const parts = chosen.map((fact) => leaf(fact, "reported"))
  const summed = time === "sum" ? Aggregator.overUnits(chosen.map(({ value }) => value)) : Result.succeed(newest.value)
  const base = { ...series, subject: unit, period: Period.toId(period), parts, claims: null, source: null, note: null }
  if (Result.isFailure(summed)) {
    const tree = { ...base, value: Value.missing("withheld"), how: "refused", flags: [], asOf: null } as const
    return { tree, spilt: summed.failure }
  }
  const over: How = time === "sum" ? "time-sum" : time === "closing" ? "time-closing" : "time-newest"
  const how = found ? over : "time-carried"
  const flags = union(found ? parts : [...parts, { flags: ["carried"] }])
  return { tree: { ...base, value: summed.success, how, flags, asOf: newest.asOf }, spilt: null }
}

// Parts of one kind that fill the period exactly and all hold a number; months before quarters when both do.
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
