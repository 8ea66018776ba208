// What a corrected or late submission moves: facts, the cells that rest on them, and what a report prints of these. Only
// what may move is looked at again; that it is no more and no less than the difference of two full runs is a law.
import type { Document } from "@danvan/document"
import { linesOf, plainText } from "@danvan/document"
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Fingerprint from "../vocabulary/Fingerprint.ts"
import type * as Issue from "../vocabulary/Issue.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Aggregate from "./Aggregate.ts"
import * as Baseline from "./Baseline.ts"
import type * as Comparison from "./Comparison.ts"
import * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"

/** A cell that moved; `before` or `after` is null where the other run has none. */
export interface Moved extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly before: Aggregate.Cell | null
  readonly after: Aggregate.Cell | null
}

/** The facts that differ between two batches, by key. */
const changedFacts = (before: Facts.Facts, after: Facts.Facts): ReadonlyArray<Facts.Fact> => {
  const was = new Map(before.facts.map((fact) => [Facts.key(fact), fact]))
  const is = new Map(after.facts.map((fact) => [Facts.key(fact), fact]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key), is.get(key)]
    const fact = b ?? a
    return fact && content(a) !== content(b) ? [fact] : []
  })
}

// What a cell can show of a fact, be it in its coverage; where it was sent from moves an explanation, not a cell.
const content = (fact: Facts.Fact | undefined): string => {
  if (!fact) return ""
  const { value, flags, claims, asOf, source } = fact
  return Fingerprint.canonical({ value, flags, claims, asOf, received: source.received ?? null })
}

/**
 * The cells that may move: those of the unit and of all above it, for every period asked about that holds the fact's or
 * into which its number is carried, and for every part of its indicator, since coverage of parts hangs on the total.
 */
const candidates = (
  registers: Registers.Registers,
  facts: ReadonlyArray<Facts.Fact>,
  periods: ReadonlyArray<Period.Period>,
  dayOf: (period: Period.Period) => PlainDate.PlainDate = Period.referenceDate,
): ReadonlyMap<string, Aggregate.Scope & { readonly series: Indicator.Series }> => {
  const found = new Map<string, Aggregate.Scope & { readonly series: Indicator.Series }>()
  const { indicators } = Registers.index(registers)
  for (const fact of facts) {
    const indicator = indicators.get(fact.indicator)
    const { carry = 0 } = indicator ?? {}
    for (const period of periods) {
      const figure = (indicator && Registers.periodOf(registers, indicator, period)) ?? period
      const inside = Period.contains(figure, fact.period)
      const carried = carry > 0 && Period.endsWithin(figure, fact.period, carry)
      if (!inside && !carried && !(indicator?.kind === "flow" && isBeside(figure, fact.period))) continue
      const above = ancestors(registers, fact.subject, figure, dayOf(figure))
      for (const series of Aggregate.allSeries(registers, period)) {
        if (series.indicator !== fact.indicator) continue
        for (const subject of above) {
          found.set(`${subject}|${Indicator.seriesId(series)}|${Period.toId(period)}`, { subject, period, series })
        }
      }
    }
  }
  return found
}

// Two cumulative numbers of a year may leave any part of it.
const isBeside = (period: Period.Period, reported: Period.Period): boolean =>
  period.calendar === reported.calendar && Period.year(period) === Period.year(reported)

// Where units changed, a figure moves those of whoever has the unit's, and those of the units that its own set aside.
const ancestors = (
  registers: Registers.Registers,
  unit: string,
  period: Period.Period,
  day: PlainDate.PlainDate,
): ReadonlyArray<string> => {
  const found = new Set([unit, ...Ground.relatives(registers, { subject: unit, period, map: day })])
  for (const one of found)
    for (const parent of Hierarchy.parents(registers.organisations.edges, one, day)) found.add(parent)
  return [...found]
}

/**
 * The cells that differ between two batches, for the periods asked about; in the order of subject, series and period.
 *
 * @example
 * of(registers, facts, facts, [H1]) // []
 */
export const of = (
  registers: Registers.Registers,
  before: Facts.Facts,
  after: Facts.Facts,
  periods: ReadonlyArray<Period.Period>,
): ReadonlyArray<Moved> => {
  const may = candidates(registers, changedFacts(before, after), periods)
  return [...may.keys()].sort().flatMap((key) => {
    const scope = may.get(key)
    if (!scope) return []
    const [a, b] = [before, after].map((facts) => Aggregate.cell(registers, facts, scope, scope.series))
    if (Fingerprint.canonical(a) === Fingerprint.canonical(b)) return []
    const { subject, period, series } = scope
    return [{ ...series, subject, period: a?.period ?? Period.toId(period), before: a ?? null, after: b ?? null }]
  })
}

/**
 * An aggregate after a correction, recomputing only the cells that moved; equal to the full run.
 *
 * @example
 * update(registers, aggregate, facts, facts).cells.length === aggregate.cells.length // true
 */
export const update = (
  registers: Registers.Registers,
  aggregate: Aggregate.Aggregate,
  before: Facts.Facts,
  after: Facts.Facts,
): Aggregate.Aggregate => {
  const { subject, period, map, asOf } = aggregate
  const day = asOf === undefined ? {} : { asOf }
  // Where no other map was asked for, each figure lies on that of the end of its own period.
  const then = map.day === Period.referenceDate(period)
  const on = then ? { subject, period, ...day } : { subject, period, map: map.day, ...day }
  const dayOf = then ? Period.referenceDate : () => map.day
  const may = candidates(registers, changedFacts(before, after), [period], dayOf)
  const own = [...may.values()].filter((scope) => scope.subject === subject)
  const moved = new Set(own.map(({ series }) => series.indicator))
  const kept = new Map(aggregate.cells.map((cell) => [Indicator.seriesId(cell), cell]))
  const issues: Array<Issue.Issue> = [...after.issues]
  let told = ""
  const cells = Aggregate.allSeries(registers, period).map((series) => {
    const known = moved.has(series.indicator) ? undefined : kept.get(Indicator.seriesId(series))
    if (!known) return Aggregate.cell(registers, after, on, series, issues)
    // What was odd about an indicator that did not move is still odd; findings about single facts came first.
    if (told !== series.indicator)
      issues.push(
        ...aggregate.issues.filter((one) => one.code !== "fact.conflict" && one.indicator === series.indicator),
      )
    told = series.indicator
    return known
  })
  return { subject, period, map, ...day, cells, issues, manifest: Aggregate.manifest(registers, after, on) }
}

/** A comparison that comes out differently; null where the other run has none. */
export interface Recompared extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly baseline: Comparison.Baseline
  readonly before: Comparison.Comparison | null
  readonly after: Comparison.Comparison | null
}

/**
 * The comparisons that differ between two batches, for the periods and baselines asked about: those of the units whose
 * cells moved there or in what they are held against, of their peers where they are ranked, and of everybody where a first
 * number makes a period known.
 *
 * @example
 * onComparisons(registers, facts, facts, { periods: [H1], baselines: ["previous-period"] }) // []
 */
export const onComparisons = (
  registers: Registers.Registers,
  before: Facts.Facts,
  after: Facts.Facts,
  asked: { readonly periods: ReadonlyArray<Period.Period>; readonly baselines: ReadonlyArray<Comparison.Baseline> },
): ReadonlyArray<Recompared> => {
  const movedIn = unitsMoved(registers, before, after)
  return asked.periods.flatMap((period) =>
    asked.baselines.flatMap((baseline) =>
      reached(registers, before, after, { period, baseline, movedIn })
        .toSorted()
        .flatMap((subject) => {
          const [was, is] = [before, after].map((facts) =>
            Baseline.compare(registers, facts, Aggregate.fromFacts(registers, facts, { subject, period }), {
              baseline,
            }),
          )
          return differing(was ?? [], is ?? [], { subject, period: Period.toId(period), baseline })
        }),
    ),
  )
}

type MovedIn = (period: Period.Period) => ReadonlyArray<string>

// The units whose cells moved in a period; each period is looked at once.
const unitsMoved = (registers: Registers.Registers, before: Facts.Facts, after: Facts.Facts): MovedIn => {
  const known = new Map<string, ReadonlyArray<string>>()
  return (period) => {
    const id = Period.toId(period)
    let found = known.get(id)
    if (found === undefined) {
      found = of(registers, before, after, [period]).map(({ subject }) => subject)
      known.set(id, found)
    }
    return found
  }
}

interface Reach {
  readonly period: Period.Period
  readonly baseline: Comparison.Baseline
  readonly movedIn: MovedIn
}

// The units whose comparisons may differ.
const reached = (
  registers: Registers.Registers,
  before: Facts.Facts,
  after: Facts.Facts,
  { period, baseline, movedIn }: Reach,
): ReadonlyArray<string> => {
  const against = baseline === "peers" ? period : Baseline.periodOf(baseline, period)
  if (Baseline.isKnown(before, against) !== Baseline.isKnown(after, against)) {
    return registers.organisations.units.map(({ id }) => id)
  }
  const moved = [...movedIn(period), ...movedIn(against)]
  const others =
    baseline === "peers" ? moved.flatMap((subject) => Baseline.peersOf(registers, { subject, period })) : []
  return [...new Set([...moved, ...others])]
}

const differing = (
  was: ReadonlyArray<Comparison.Comparison>,
  is: ReadonlyArray<Comparison.Comparison>,
  place: Pick<Recompared, "subject" | "period" | "baseline">,
): ReadonlyArray<Recompared> => {
  const byId = (all: ReadonlyArray<Comparison.Comparison>) => new Map(all.map((one) => [Indicator.seriesId(one), one]))
  const [old, fresh] = [byId(was), byId(is)]
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((id) => {
    const [a, b] = [old.get(id) ?? null, fresh.get(id) ?? null]
    const series = b ?? a
    if (series === null || Fingerprint.canonical(a) === Fingerprint.canonical(b)) return []
    const { indicator, dimension, member } = series
    const part = dimension === undefined || member === undefined ? {} : { dimension, member }
    return [{ indicator, ...part, ...place, before: a, after: b }]
  })
}

/** A figure or a line of a document that reads differently. */
export interface Reworded {
  readonly place: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * What a reader of a report would see differently: figures by id, and lines by their place in the document.
 *
 * @example
 * onDocument(document, document) // { figures: [], lines: [] }
 */
export const onDocument = (
  before: Document,
  after: Document,
): { readonly figures: ReadonlyArray<Reworded>; readonly lines: ReadonlyArray<Reworded> } => {
  const figures = ({ figures: all }: Document): ReadonlyMap<string, string> =>
    new Map(Object.entries(all).map(([id, { text }]) => [id, text]))
  const lines = (one: Document): ReadonlyMap<string, string> =>
    new Map([...linesOf(one)].map(([place, line]) => [place, plainText(line, one.figures)]))
  return { figures: reworded(figures(before), figures(after)), lines: reworded(lines(before), lines(after)) }
}

const reworded = (was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): ReadonlyArray<Reworded> =>
  [...new Set([...was.keys(), ...is.keys()])].flatMap((place) => {
    const [before, after] = [was.get(place) ?? null, is.get(place) ?? null]
    return before === after ? [] : [{ place, before, after }]
  })
