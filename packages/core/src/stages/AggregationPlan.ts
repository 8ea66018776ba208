// What has to be added to what, as data: units and their parents, periods and the parts that fill them, what each kind
// does over time and over units, who owes what. It holds no figure. The kernel runs it, and SQL can be written from it.
import * as Result from "effect/Result"
import * as Dated from "../registers/Dated.ts"
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Indicator from "../registers/Indicator.ts"
import * as Lineage from "../registers/Lineage.ts"
import * as Registers from "../registers/Registers.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Calendar from "../vocabulary/Calendar.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Duties from "./Duties.ts"
import type * as FactColumns from "./FactColumns.ts"
import * as Ground from "./Ground.ts"

/** A series with what its kind does. `answer` is the place of its coverage in `answers`. */
export interface PlannedSeries extends Indicator.Series {
  readonly kind: Aggregator.Kind
  readonly time: Aggregator.OverTime
  readonly units: Aggregator.OverUnits
  readonly answer: number
}

/** Cells with one coverage: an indicator, or all parts of it by one dimension (then `total` is the indicator's own). */
export interface Answer {
  readonly indicator: string
  readonly dimension: string | null
  readonly total: number
}

/**
 * A period asked for. All lists are of places in `reported`: `direct` is the period itself, -1 where nothing reports it;
 * each of `tilings` fills it exactly, the first that is complete counts; `difference` is a place in
 * `differences`, -1 where there is none, and counts where nothing else does; `closing` end with it and `inside` lie in it,
 * the latest first.
 */
export interface PlannedPeriod {
  readonly id: string
  readonly period: Period.Period
  readonly map: number
  /** The day of the map. */
  readonly day: PlainDate.PlainDate
  readonly direct: number
  readonly tilings: ReadonlyArray<ReadonlyArray<number>>
  readonly difference: number
  readonly closing: ReadonlyArray<number>
  readonly inside: ReadonlyArray<number>
  /** The cells of an aggregate, in the order of the catalogue: places of a period and of a series. */
  readonly cells: ReadonlyArray<{ readonly period: number; readonly series: number }>
}

/**
 * Parents by unit, and the units from above to below. `moved`: units of another day whose own figures go to `home` on
 * this map, the nearest unit that is above all of `to` (or is the only one); -1 where there is none.
 */
export interface PlannedMap {
  readonly parent: ReadonlyArray<number>
  readonly order: ReadonlyArray<number>
  readonly moved: ReadonlyArray<{ readonly unit: number; readonly to: ReadonlyArray<number>; readonly home: number }>
}

/** A period, and two reported ones of which the first has just that beyond the second. */
export interface Difference {
  readonly id: string
  readonly until: number
  readonly before: number
}

/** The plan. Places are numbers; a unit's parent is -1 where it has none. */
export interface AggregationPlan {
  /** Every unit once, those of one parent together, in the order of `Hierarchy.subtree` on the first map. */
  readonly units: ReadonlyArray<string>
  /** A map for each state that the hierarchy has on the days asked. */
  readonly maps: ReadonlyArray<PlannedMap>
  readonly subjects: ReadonlyArray<number>
  /** Sums, then closing, then newest ones, then those of two numbers, grades, and those without totals. */
  readonly series: ReadonlyArray<PlannedSeries>
  readonly answers: ReadonlyArray<Answer>
  readonly reported: ReadonlyArray<string>
  readonly differences: ReadonlyArray<Difference>
  readonly periods: ReadonlyArray<PlannedPeriod>
  /** What units owe, by the number that `owes` has for a unit: a list of duties for each period. */
  readonly duties: ReadonlyArray<ReadonlyArray<ReadonlyArray<Duties.Duty>>>
  readonly owes: ReadonlyArray<number>
}

/**
 * What is asked: which units, which periods, on which day's map (each period's own where it is absent); and the periods
 * that the facts are about.
 */
export interface Question {
  readonly map?: PlainDate.PlainDate
  readonly subjects: ReadonlyArray<string>
  readonly periods: ReadonlyArray<Period.Period>
  readonly reported: ReadonlyArray<Period.Period>
  readonly asOf?: PlainDate.PlainDate
}

/**
 * The plan for subjects and periods. Fails where an organisation is below two others, a period is one of free days, or
 * units change within one.
 *
 * @example
 * const subjects = ["mai-district-2000"]
 * make(registers, { subjects, periods: [H1], reported: [Q1, Q2] }) // succeeds
 * make(registers, { subjects, periods: [{ calendar: "civil", kind: "span", from: "2022-01-01", to: "2022-01-31" }], reported: [] }) // fails
 */
export const make = (
  registers: Registers.Registers,
  { subjects, periods, reported, map, asOf }: Question,
): Result.Result<AggregationPlan, FactColumns.Refusal> => {
  const asked = Duties.withFigures(registers, periods)
  const leaving = differencesOf(Duties.distinct([...asked, ...Duties.periods(registers, asked)]), reported)
  const around = new Set(leaving.flatMap(({ until, before }) => [until, before]))
  const parts = reported.filter((part) => around.has(part) || asked.some((period) => Period.contains(period, part)))
  const odd = irregular([...asked, ...parts]) ?? exceptional(registers)
  if (odd) return Result.fail(odd)
  const mapped = mapsOf(registers, subjects, asked, map)
  if (Result.isFailure(mapped)) return Result.fail(mapped.failure)
  const { units, maps, mapOf } = mapped.success
  const place = new Map(units.map((unit, i) => [unit, i]))
  const { series, answers } = seriesOf(registers, asked)
  const places = new Map(series.map((one, i) => [Indicator.seriesId(one), i]))
  const periodAt = new Map(asked.map((period, i) => [Period.toId(period), i]))
  const cellsOf = (period: Period.Period): PlannedPeriod["cells"] =>
    seriesIn(registers, period).map(({ figure, ...one }) => ({
      period: periodAt.get(Period.toId(figure)) ?? -1,
      series: places.get(Indicator.seriesId(one)) ?? -1,
    }))
  const differences = leaving.map(({ period, until, before }) => ({
    id: Period.toId(period),
    until: parts.indexOf(until),
    before: parts.indexOf(before),
  }))
  return Result.succeed({
    units,
    maps,
    subjects: [...new Set(subjects)].map((subject) => place.get(subject) ?? -1),
    series,
    answers,
    reported: parts.map(Period.toId),
    differences,
    periods: asked.map((period, i) => ({
      ...timeOf(period, parts),
      difference: differences.findIndex(({ id }) => id === Period.toId(period)),
      map: mapOf[i] ?? 0,
      day: map ?? Period.referenceDate(period),
      cells: cellsOf(period),
    })),
    ...Duties.of(registers, { units, periods: asked, reported: parts, differences, answers, asOf }),
  })
}

const irregular = (periods: ReadonlyArray<Period.Period>): FactColumns.Refusal | null => {
  for (const period of periods) {
    if (period.kind === "span") return { reason: "period.span", found: Period.toId(period) }
    const right =
      Number.isSafeInteger(period.index) && period.index >= 1 && period.index <= Calendar.counts[period.kind]
    if (!right || !Number.isSafeInteger(period.year)) return { reason: "period.irregular", found: Period.toId(period) }
  }
  return null
}

// Numbers that are carried from before the period, and persons that add, are left to the readable path.
const exceptional = ({ catalogue }: Registers.Registers): FactColumns.Refusal | null => {
  const found = catalogue.indicators.find(({ carry, disjoint }) => carry !== undefined || disjoint !== undefined)
  return found ? { reason: "indicator.exceptional", found: found.id } : null
}

// Two reported periods for each wanted one that they leave; where there are several, those of the shortest reach.
const differencesOf = (
  wanted: ReadonlyArray<Period.Period>,
  reported: ReadonlyArray<Period.Period>,
): ReadonlyArray<Leaving> =>
  wanted.flatMap((period) => {
    const pairs = reported.flatMap((until) =>
      reported
        .filter((before) => Period.accrues(until, before, period))
        .map((before): Leaving => ({ period, until, before })),
    )
    return pairs.toSorted((a, b) => Period.Order(a.until, b.until)).slice(-1)
  })

interface Leaving {
  readonly period: Period.Period
  readonly until: Period.Period
  readonly before: Period.Period
}

// Periods of one calendar that all have a kind and an index: two never have the same ends, those of one kind never
// overlap. So what fills a period, and what comes last in it, can be said before any fact is seen.
const timeOf = (
  period: Period.Period,
  parts: ReadonlyArray<Period.Period>,
): Omit<PlannedPeriod, "map" | "day" | "cells" | "difference"> => {
  const id = Period.toId(period)
  const inside = parts
    .map((part, i) => ({ part, i }))
    .filter(({ part }) => Period.contains(period, part) && Period.toId(part) !== id)
    .toSorted((a, b) => Period.Order(a.part, b.part))
  const latest = inside.toSorted((a, b) => Period.endOrder(a.part, b.part)).toReversed()
  const tilings = [...new Set(inside.map(({ part }) => part.kind))]
    .map((kind) => inside.filter(({ part }) => part.kind === kind))
    .filter((all) =>
      Period.tiles(
        all.map(({ part }) => part),
        period,
      ),
    )
  const split = inside.flatMap((first) =>
    inside
      .filter(({ part }) => part.kind !== first.part.kind && Period.leaves(period, first.part, part))
      .map((rest) => [first, rest]),
  )
  return {
    id,
    period,
    direct: parts.findIndex((part) => Period.toId(part) === id),
    tilings: [...tilings, ...split].map((all) => all.map(({ i }) => i)),
    closing: latest.filter(({ part }) => Period.endOrder(part, period) === 0).map(({ i }) => i),
    inside: latest.map(({ i }) => i),
  }
}

interface Kinded extends Indicator.Series {
  readonly kind: Aggregator.Kind
  readonly figure: Period.Period
}

// The series of a period, each with that of its figures.
const seriesIn = (registers: Registers.Registers, period: Period.Period): ReadonlyArray<Kinded> => {
  const { dimensions } = Registers.index(registers)
  return registers.catalogue.indicators.flatMap((one) => {
    const { id: indicator, kind, breakdowns } = one
    const figure = Registers.periodOf(registers, one, period)
    if (figure === null || !PlainDate.within(Period.referenceDate(figure), one.from, one.to)) return []
    return [
      { indicator, kind, figure },
      ...(breakdowns ?? []).flatMap(({ dimension }) =>
        (dimensions.get(dimension)?.members ?? []).map(({ id: member }) => ({
          indicator,
          kind,
          figure,
          dimension,
          member,
        })),
      ),
    ]
  })
}

const rank = (kind: Aggregator.Kind): number => {
  const { time, units } = Aggregator.table[kind]
  if (units !== "sum") return kind === "grade" ? 4 : kind === "flag" ? 3 : 5
  return kind === "share" || kind === "attainment" ? 3 : time === "sum" ? 0 : time === "closing" ? 1 : 2
}

const seriesOf = (
  registers: Registers.Registers,
  periods: ReadonlyArray<Period.Period>,
): Pick<AggregationPlan, "series" | "answers"> => {
  const all = new Map(
    periods
      .flatMap((period) => seriesIn(registers, period))
      .map(({ figure: _figure, ...one }) => [Indicator.seriesId(one), one] as const),
  )
  const sorted = [...all.values()].toSorted((a, b) => rank(a.kind) - rank(b.kind))
  const answers = new Map<string, Answer>()
  const series = sorted.map((one, i) => {
    const dimension = one.dimension ?? null
    const key = `${one.indicator}|${dimension ?? ""}`
    const total = sorted.findIndex((other) => other.indicator === one.indicator && other.dimension === undefined)
    if (!answers.has(key)) answers.set(key, { indicator: one.indicator, dimension, total: total < 0 ? i : total })
    return { ...one, ...Aggregator.table[one.kind], answer: [...answers.keys()].indexOf(key) }
  })
  return { series, answers: [...answers.values()] }
}

interface Maps extends Pick<AggregationPlan, "units" | "maps"> {
  readonly mapOf: ReadonlyArray<number>
}

const mapsOf = (
  registers: Registers.Registers,
  subjects: ReadonlyArray<string>,
  periods: ReadonlyArray<Period.Period>,
  map: PlainDate.PlainDate | undefined,
): Result.Result<Maps, FactColumns.Refusal> => {
  const { organisations } = registers
  const known = new Set([
    ...subjects,
    ...organisations.units.map(({ id }) => id),
    ...organisations.edges.flatMap(({ child, parent }) => [parent, child]),
  ])
  const found: Array<Tree & { readonly key: string; readonly moved: ReadonlyArray<Moved> }> = []
  const mapOf: Array<number> = []
  const byDay = new Map<string, Tree & { readonly key: string }>()
  for (const period of periods) {
    const day = map ?? Period.referenceDate(period)
    let tree = byDay.get(day)
    if (tree === undefined) {
      const edges = Dated.on(organisations.edges, day).filter(({ line }) => line === Hierarchy.reporting)
      const key = edges.map(({ child, parent }) => `${child} ${parent}`).join("\n")
      const made = treeOf(edges, known)
      if (Result.isFailure(made)) return Result.fail(made.failure)
      tree = { key, ...made.success }
      byDay.set(day, tree)
    }
    const crossed = crossing(registers, subjects, period, tree, map)
    if (crossed !== undefined) return Result.fail({ reason: "map.moved", found: `${crossed}: ${Period.toId(period)}` })
    const moved = map === undefined ? [] : movedOf(registers, period, map, tree)
    const { key } = tree
    const number = found.findIndex((one) => one.key === key && one.moved.length === 0 && moved.length === 0)
    mapOf.push(number >= 0 ? number : found.push({ ...tree, moved }) - 1)
  }
  const units = found[0]?.order ?? [...known]
  const place = new Map(units.map((unit, i) => [unit, i]))
  const placeOf = (unit: string): number => place.get(unit) ?? -1
  const maps = found.map(({ above, order, moved }) => ({
    parent: units.map((unit) => placeOf(above.get(unit) ?? "")),
    order: order.map(placeOf),
    moved: moved.map(({ unit, to, home }) => ({ unit: placeOf(unit), to: to.map(placeOf), home: placeOf(home) })),
  }))
  return Result.succeed({ units, maps, mapOf })
}

interface Tree {
  readonly above: ReadonlyMap<string, string>
  readonly order: ReadonlyArray<string>
}

interface Moved {
  readonly unit: string
  readonly to: ReadonlyArray<string>
  readonly home: string
}

const chain = ({ above }: Tree, unit: string): ReadonlyArray<string> => {
  const all = [unit]
  for (let at = above.get(unit); at !== undefined && !all.includes(at); at = above.get(at)) all.push(at)
  return all
}

// A unit that changes within the period and matters to a subject: its parts stand in several places, or it answers for
// a part of the period alone.
const crossing = (
  registers: Registers.Registers,
  subjects: ReadonlyArray<string>,
  period: Period.Period,
  tree: Tree,
  map: PlainDate.PlainDate | undefined,
): string | undefined => {
  const { changed, arriving } = Ground.moves(registers, { period })
  if (changed.size === 0) return undefined
  if (map !== undefined && map !== Period.referenceDate(period)) return [...changed][0]
  const asked = new Set(subjects)
  const matters = (unit: string): boolean => chain(tree, unit).some((one) => asked.has(one))
  for (const [target, units] of arriving) {
    const comer = matters(target) ? units.find((unit) => unit !== target) : undefined
    if (comer !== undefined) return comer
  }
  return [...changed].find(matters)
}

// On the map of another day: whose own figures go where. Several together go to whoever is above all of them.
const movedOf = (
  registers: Registers.Registers,
  period: Period.Period,
  map: PlainDate.PlainDate,
  tree: Tree,
): ReadonlyArray<Moved> => {
  const way = { from: Period.referenceDate(period), to: map }
  return [...Ground.moves(registers, { period, map }).changed].sort().flatMap((unit) => {
    const [piece] = Lineage.pieces(registers.organisations, unit, way)
    const to = piece?.to ?? []
    if (to.length === 1 && to[0] === unit) return []
    const [first, ...rest] = to.map((one) => chain(tree, one))
    const home = first?.find((one) => rest.every((all) => all.includes(one))) ?? ""
    return [{ unit, to, home }]
  })
}

const treeOf = (
  edges: Hierarchy.Hierarchy,
  known: ReadonlySet<string>,
): Result.Result<{ readonly above: ReadonlyMap<string, string>; order: Array<string> }, FactColumns.Refusal> => {
  const above = new Map<string, string>()
  const below = new Map<string, Array<string>>()
  for (const { child, parent } of edges) {
    const other = above.get(child)
    if (other !== undefined && other !== parent) {
      return Result.fail({ reason: "hierarchy.several-parents", found: `${child}: ${other}, ${parent}` })
    }
    if (other === parent) continue
    above.set(child, parent)
    const list = below.get(parent)
    if (list) list.push(child)
    else below.set(parent, [child])
  }
  const order = new Set([...known].filter((unit) => !above.has(unit)))
  for (const unit of order) for (const child of below.get(unit) ?? []) order.add(child)
  const lost = [...known].find((unit) => !order.has(unit))
  if (lost !== undefined) return Result.fail({ reason: "hierarchy.cycle", found: lost })
  return Result.succeed({ above, order: [...order] })
}
