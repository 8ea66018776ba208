// Facts brought together. Always true: any order and grouping of units give the same cells; own and whole never add;
// rates are never combined; over any dated map of a closed territory totals are conserved, remainder included; the
// recomputed explanation equals the cell.
import * as Result from "effect/Result"
import * as Catalogue from "../registers/Catalogue.ts"
import * as Indicator from "../registers/Indicator.ts"
import type * as Lineage from "../registers/Lineage.ts"
import * as Registers from "../registers/Registers.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Claims from "./Claims.ts"
import * as Coverage from "./Coverage.ts"
import * as Explained from "./Explanation.ts"
import * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"
import * as OverTime from "./OverTime.ts"
import type * as Reading from "./Reading.ts"
import * as Standing from "./Standing.ts"

/** How a number came about. */
export type How = Explained.How

/** The tree of one number. */
export type Explanation = Explained.Explanation

/** What cannot be split between units of the map asked for. */
export type Remainder = Explained.Remainder

/**
 * A number of the aggregate. `period` is that of the figure: of the indicator's own calendar, where it has one. `whole` is
 * what the subject itself says about it and all below, kept beside the total.
 * `map` says whose territory it is about: two cells of one subject with unequal `map.since` are about unequal ones.
 * `remainder` are the figures that are the subject's only together with units outside it; `value` holds none of them.
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
  readonly map: Lineage.MapIdentity
  readonly remainder: ReadonlyArray<Remainder>
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
  readonly map: Lineage.MapIdentity
  readonly asOf?: PlainDate.PlainDate
  readonly cells: ReadonlyArray<Cell>
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly manifest: Manifest
}

/**
 * Which subject and period, on which map: as it was at the end of the period, unless `map` names another day. With
 * `shares` what was divided is estimated by stated shares of that weight; without, nothing is.
 */
export type Scope = Ground.Scope

/**
 * Brings together everything about a subject and the units below it.
 *
 * @example
 * fromFacts(registers, facts, scope).cells[0].value // Value.quantity(2)
 */
export const fromFacts = (registers: Registers.Registers, facts: Facts.Facts, scope: Scope): Aggregate => {
  const issues: Array<Issue.Issue> = []
  const cells = allSeries(registers, scope.period).map((series) => cell(registers, facts, scope, series, issues))
  const { subject, period, asOf } = scope
  const { map } = Ground.of(registers, scope)
  return {
    subject,
    period,
    map,
    ...(asOf === undefined ? {} : { asOf }),
    cells,
    issues: [...facts.issues, ...issues],
    manifest: manifest(registers, facts, scope),
  }
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
export const manifest = (registers: Registers.Registers, facts: Facts.Facts, scope: Scope): Manifest => {
  const units = new Set(Ground.of(registers, scope).units)
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
    by: _by,
    ...tree
  } = grow(registers, facts, scope, series, issues)
  const own = figureOf(registers, scope, series)
  const { map } = Ground.of(registers, own)
  return { ...tree, subject: scope.subject, map, whole: wholeOf(registers, facts, own, series)?.value ?? null }
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
export const recompute = Explained.recompute

// What the subject says about the whole counts where it is about the same territory.
const wholeOf = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  scope: Scope,
  series: Indicator.Series,
): Facts.Fact | undefined => {
  const { subject, period } = scope
  const { former } = Ground.of(registers, scope)
  if (former !== null) return Facts.get(facts, former, series, period, "whole")
  return Ground.isSame(registers, scope) ? Facts.get(facts, subject, series, period, "whole") : undefined
}

// What is asked, of the period of the figure. A cell that is asked for although its calendar has no such period stays
// without a figure.
const figureOf = (registers: Registers.Registers, scope: Scope, { indicator }: Indicator.Series): Scope => {
  const known = Registers.index(registers).indicators.get(indicator)
  const figure = known ? Registers.periodOf(registers, known, scope.period) : null
  return figure === null ? scope : { ...scope, period: figure }
}

const grow = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  asked: Scope,
  series: Indicator.Series,
  issues: Array<Issue.Issue>,
): Explanation => {
  const scope = figureOf(registers, asked, series)
  const { subject, period } = scope
  const ground = Ground.of(registers, scope)
  const question = { ...asked, series }
  const indicator: OverTime.Folded = Registers.index(registers).indicators.get(series.indicator) ?? { kind: "text" }
  const folding = Indicator.folding(indicator)
  const standings = ground.units.map((unit): Standing.Standing => {
    if (!ground.unmoved) return Standing.of(registers, facts, scope, { unit, series, indicator }, issues)
    const found = OverTime.of(registers, facts, { unit, series, period }, indicator, issues)
    return { own: found ? [found] : [], remainder: [] }
  })
  const told = standings.flatMap((one) => one.own)
  const remainder = standings.flatMap((one) => one.remainder)
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
    by: [],
    remainder,
    coverage: Coverage.of(registers, facts, question),
    absent: Coverage.missing(registers, facts, question),
  }
  // A unit that says why it has no number has said it for itself; to a total it gives nothing.
  const own = told.filter(({ value, how }) => Value.isPresent(value) || how === "refused")
  const whole = wholeOf(registers, facts, scope, series)
  const stated = (fact: Facts.Fact): Explanation => ({
    ...base,
    ...OverTime.leaf(fact, "whole"),
    subject,
    remainder,
    coverage: base.coverage,
  })
  if (own.length === 0 && whole) return stated(whole)
  const [alone] = told
  const { coverage, absent } = base
  if (ground.units.length === 1 && told.length === 1 && alone) return { ...alone, remainder, coverage, absent }
  if (ground.former !== null && told.length === 1 && alone) {
    return { ...alone, subject, parts: [alone], remainder, coverage, absent }
  }
  if (own.length === 0) {
    return { ...base, value: Value.missing(remainder.length > 0 ? "withheld" : "not-sent"), how: "none" }
  }
  if (folding.units === "refuse") {
    const { kind } = indicator
    const code = kind === "distinct" ? "aggregate.distinct-refused" : "aggregate.rate-refused"
    const place = { pointer: "", subject, period: base.period, indicator: series.indicator }
    issues.push(Issue.make(code, place, { indicator: series.indicator, kind }))
    return whole ? stated(whole) : { ...base, value: Value.missing("withheld"), how: "refused", parts: own }
  }
  const refused: Explanation = { ...base, value: Value.missing("withheld"), how: "refused", parts: own }
  if (own.some(({ how }) => how === "refused")) return refused
  const summed = Aggregator.overUnits(own.map(({ value }) => value))
  if (Result.isFailure(summed)) {
    issues.push(OverTime.overflow(subject, period, series, summed.failure))
    return refused
  }
  const value = summed.success
  if (whole && !Value.sameNumbers(whole.value, value)) issues.push(differing(base, series, whole, value))
  const how: How = folding.units === "frequency" ? "units-frequency" : "units-sum"
  return { ...base, value, flags: OverTime.union(own), how, parts: own }
}

const differing = (
  { subject, period, coverage }: Pick<Explanation, "subject" | "period" | "coverage">,
  series: Indicator.Series,
  { source, value }: Facts.Fact,
  sum: Value.Value,
): Issue.Issue =>
  Issue.make(
    "whole.differs",
    { pointer: source.pointer, submission: source.submission, subject, period, indicator: series.indicator },
    {
      indicator: Indicator.seriesId(series),
      whole: Value.brief(value),
      sum: Value.brief(sum),
      arrived: coverage.unitsComplete,
      owing: coverage.unitsOwing,
    },
  )
