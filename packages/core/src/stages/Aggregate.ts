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
import * as Told from "./Told.ts"
import type * as Claims from "./Claims.ts"
import * as Reading from "./Reading.ts"

/** How a number came about; see `Told.How`. */
export type How = Told.How

/** The tree of one number, from the total down to what was sent. Recomputing it gives `value` again. */
export type Explanation = Told.Explanation

/**
 * A number of the aggregate. `period` is that of the figure: of the indicator's own calendar, where it has one. `whole` is
 * what the subject itself says about it and all below, kept beside the total.
 */
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
  readonly cells: ReadonlyArray<Cell>
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly manifest: Manifest
}

/** Which subject and period. */
export interface Scope {
  readonly subject: string
  readonly period: Period.Period
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
 * Every series of the catalogue that has such a period and is in force at its end.
 *
 * @example
 * allSeries(registers, H1).map(Indicator.seriesId).slice(3, 5) // ["model.registered", "model.registered[field=economy]"]
 */
export const allSeries = (registers: Registers.Registers, period: Period.Period): ReadonlyArray<Indicator.Series> => {
  const { dimensions } = Registers.index(registers)
  return registers.catalogue.indicators
    .filter((indicator) => {
      const figure = Registers.periodOf(registers, indicator, period)
      return figure !== null && PlainDate.within(Period.referenceDate(figure), indicator.from, indicator.to)
    })
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
  const figure = figureOf(registers, scope, series)
  return { ...tree, whole: Facts.get(facts, scope.subject, series, figure, "whole")?.value ?? null }
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
  const [first, second] = parts
  switch (tree.how) {
    case "units-sum":
    case "units-frequency":
    case "time-sum":
      return Result.getOrElse(Aggregator.overUnits(parts), () => Value.missing("withheld"))
    case "time-difference":
      return Result.getOrElse(
        Aggregator.since(first ?? Value.missing("not-sent"), second ?? Value.missing("not-sent")),
        () => Value.missing("withheld"),
      )
    case "time-closing":
    case "time-newest":
    case "time-carried":
      return parts.at(-1) ?? Value.missing("not-sent")
    default:
      return tree.value
  }
}

// A cell that is asked for although its calendar has no such period stays without a figure.
const figureOf = (
  registers: Registers.Registers,
  { period }: Scope,
  { indicator }: Indicator.Series,
): Period.Period => {
  const known = Registers.index(registers).indicators.get(indicator)
  return (known && Registers.periodOf(registers, known, period)) ?? period
}

const grow = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  asked: Scope,
  series: Indicator.Series,
  issues: Array<Issue.Issue>,
): Explanation => {
  const { subject } = asked
  const period = figureOf(registers, asked, series)
  const scope = { subject, period }
  const question = { subject, series, period: asked.period }
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
  const indicator: Told.Folded = Registers.index(registers).indicators.get(series.indicator) ?? { kind: "text" }
  const folding = Indicator.folding(indicator)
  const units = Hierarchy.subtree(registers.organisations.edges, subject, Period.referenceDate(period))
  const told = units.flatMap((unit) => {
    const found = Told.of(facts, { unit, series, period, indicator }, issues)
    return found ? [{ ...found, coverage: Coverage.empty, absent: [] }] : []
  })
  // A unit that says why it has no number has said it for itself; to a total it gives nothing.
  const own = told.filter(({ value, how }) => Value.isPresent(value) || how === "refused")
  const whole = Facts.get(facts, subject, series, period, "whole")
  if (own.length === 0 && whole) return { ...base, ...Told.leaf(whole, "whole"), coverage: base.coverage }
  const [alone] = told
  if (units.length === 1 && alone) return { ...alone, coverage: base.coverage, absent: base.absent }
  if (own.length === 0) return { ...base, value: Value.missing("not-sent"), how: "none" }
  if (folding.units === "refuse") {
    const { kind } = indicator
    const code = kind === "distinct" ? "aggregate.distinct-refused" : "aggregate.rate-refused"
    const place = { pointer: "", subject, period: base.period, indicator: series.indicator }
    issues.push(Issue.make(code, place, { indicator: series.indicator, kind }))
    return whole
      ? { ...base, ...Told.leaf(whole, "whole"), coverage: base.coverage }
      : { ...base, value: Value.missing("withheld"), how: "refused", parts: own }
  }
  const refused: Explanation = { ...base, value: Value.missing("withheld"), how: "refused", parts: own }
  if (own.some(({ how }) => how === "refused")) return refused
  const summed = Aggregator.overUnits(own.map(({ value }) => value))
  if (Result.isFailure(summed)) {
    issues.push(Told.overflow(scope, series, summed.failure))
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
  return { ...base, value, flags: Told.union(own), how, parts: own }
}
