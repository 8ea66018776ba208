// What the kernel found, as it keeps it: sums, marks and counts by subject, period and series, and the reading of them
// as aggregates. Always true: they are those that `Aggregate.fromFacts` gives.
import * as Indicator from "../registers/Indicator.ts"
import * as Lineage from "../registers/Lineage.ts"
import type * as Registers from "../registers/Registers.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Aggregate from "./Aggregate.ts"
import type * as AggregationPlan from "./AggregationPlan.ts"
import * as FactColumns from "./FactColumns.ts"
import type * as Coverage from "./Coverage.ts"
import type * as Facts from "./Facts.ts"
import * as Mark from "./Mark.ts"

/** A value reported for a period beside parts of it whose sum is another. */
export interface Difference {
  readonly unit: number
  readonly period: number
  readonly series: number
  readonly row: number
  readonly sum: Value.Value
  readonly parts: ReadonlyArray<number>
}

/**
 * Sums. A cell's place is `(subject × periods + period) × series + series`; its exact sum is `n + high × 2⁵³`, where
 * |n| < 2⁵³ and `high` is absent while no sum has left the safe integers. `y` and `highY` are the same for second sides.
 */
export interface Sums {
  readonly plan: AggregationPlan.AggregationPlan
  readonly columns: FactColumns.FactColumns
  readonly n: Float64Array
  readonly y: Float64Array
  readonly high: Int32Array | null
  readonly highY: Int32Array | null
  readonly mark: Uint16Array
  /** By `(subject × periods + period) × answers + answer`. */
  readonly complete: Uint32Array
  readonly partial: Uint32Array
  readonly arrived: Uint32Array
  /** Of those that arrived: late ones, and those not due yet; empty where there can be none. */
  readonly late: Uint32Array
  readonly early: Uint32Array
  /** By map and subject: how many units have which number in `plan.owes`. */
  readonly owing: ReadonlyArray<ReadonlyArray<ReadonlyMap<number, number>>>
  /** By map and subject: 1 where there is nothing below it. */
  readonly alone: ReadonlyArray<Uint8Array>
  /** For subjects with nothing below, by period and series: row + 1 of the value itself, minus row + 1 of its last part. */
  readonly chosen: ReadonlyMap<number, Int32Array>
  readonly grades: ReadonlyMap<number, ReadonlyMap<string, bigint>>
  readonly wholes: ReadonlyMap<number, number>
  readonly differences: ReadonlyArray<Difference>
}

/**
 * The exact sum of a cell; of its second side with `side` 1.
 *
 * @example
 * const columns = Result.getOrThrow(FactColumns.fromFacts(registers, facts))
 * const plan = Result.getOrThrow(AggregationPlan.make(registers, { subjects: [scope.subject], periods: [H1], reported: [H1] }))
 * sum(Result.getOrThrow(Kernel.fold(plan, columns)), 0) // 2n
 */
export const sum = (totals: Sums, cell: number, side: 0 | 1 = 0): bigint => {
  const [low, high] = side === 0 ? [totals.n, totals.high] : [totals.y, totals.highY]
  return BigInt(low[cell] ?? 0) + (BigInt(high?.[cell] ?? 0) << 53n)
}

/**
 * The aggregates of all subjects of the plan in one of its periods, in their order.
 *
 * @example
 * const columns = Result.getOrThrow(FactColumns.fromFacts(registers, facts))
 * const plan = Result.getOrThrow(AggregationPlan.make(registers, { subjects: [scope.subject], periods: [H1], reported: [H1] }))
 * aggregates(registers, facts, Result.getOrThrow(Kernel.fold(plan, columns)), 0) // [aggregate]
 */
export const aggregates = (
  registers: Registers.Registers,
  facts: Pick<Facts.Facts, "origins" | "issues">,
  totals: Sums,
  period: number,
): ReadonlyArray<Aggregate.Aggregate> => {
  const { plan } = totals
  const asked = plan.periods[period]
  if (!asked) return []
  const { catalogue, organisations } = registers
  const subjectOf = new Map(plan.subjects.map((unit, k) => [unit, k]))
  const above = (unit: number, map: AggregationPlan.PlannedMap | undefined): ReadonlyArray<number> => {
    const found: Array<number> = []
    for (let at = unit; at >= 0; at = map?.parent[at] ?? -1) {
      const k = subjectOf.get(at)
      if (k !== undefined) found.push(k)
    }
    return found
  }
  // Who is of several units on this map is, to all of them and whoever is above, among those behind their numbers.
  const behindOn = (map: AggregationPlan.PlannedMap | undefined): ((unit: number) => ReadonlyArray<number>) => {
    const homes = new Map(map?.moved.map(({ unit, to }) => [unit, to]))
    return (unit) => {
      const to = homes.get(unit)
      return to === undefined
        ? above(unit, map)
        : [...new Set([...above(unit, map), ...to.flatMap((one) => above(one, map))])]
    }
  }
  const place = new Map(plan.units.map((unit, i) => [unit, i]))
  const origins = plan.subjects.map((): Array<Facts.Origin> => [])
  const sent = behindOn(plan.maps[asked.map])
  for (const origin of facts.origins) {
    for (const k of sent(place.get(origin.subject) ?? -1)) origins[k]?.push(origin)
  }
  // Figures of another calendar may lie on another map.
  const figures = [...new Set(asked.cells.map((cell) => cell.period))]
  const differences = plan.subjects.map((): Array<Difference> => [])
  for (const p of figures) {
    const map = plan.maps[plan.periods[p]?.map ?? 0]
    const behind = behindOn(map)
    const rank = new Map(map?.order.map((unit, i) => [unit, i]))
    const here = totals.differences.filter((one) => one.period === p)
    for (const one of here.toSorted((a, b) => (rank.get(a.unit) ?? 0) - (rank.get(b.unit) ?? 0))) {
      for (const k of behind(one.unit)) differences[k]?.push(one)
    }
  }
  return plan.subjects.map((unit, k) => {
    const issues: Array<Issue.Issue> = []
    const mapOn = (p: number): Lineage.MapIdentity =>
      Lineage.mapOf(organisations, plan.units[unit] ?? "", plan.periods[p]?.day ?? asked.day)
    const coverage = new Map(figures.map((p) => [p, { counts: coverageOf(totals, k, p), map: mapOn(p) }]))
    const on = mapOn(period)
    const cells = asked.cells.map(({ period: p, series: s }) => {
      for (const one of differences[k] ?? []) {
        if (one.series === s && one.period === p) issues.push(differing(totals, one))
      }
      const { counts = [], map = on } = coverage.get(p) ?? {}
      return cellOf(totals, { k, p, s, map }, counts, issues)
    })
    return {
      subject: plan.units[unit] ?? "",
      period: asked.period,
      map: on,
      cells,
      issues: [...facts.issues, ...issues],
      manifest: {
        catalogue: catalogue.id,
        version: catalogue.version,
        mapAsOf: organisations.asOf,
        submissions: origins[k] ?? [],
      },
    }
  })
}

/**
 * The coverage of a subject in a period, by place in `plan.answers`.
 *
 * @example
 * const columns = Result.getOrThrow(FactColumns.fromFacts(registers, facts))
 * const plan = Result.getOrThrow(AggregationPlan.make(registers, { subjects: [scope.subject], periods: [H1], reported: [H1] }))
 * coverageOf(Result.getOrThrow(Kernel.fold(plan, columns)), 0, 0)[0].unitsOwing // 4
 */
export const coverageOf = (totals: Sums, subject: number, period: number): ReadonlyArray<Coverage.Coverage> => {
  const { plan } = totals
  const base = (subject * plan.periods.length + period) * plan.answers.length
  const [units, cells, early] = [0, 0, 0].map(() => new Float64Array(plan.answers.length))
  for (const [number, count] of totals.owing[plan.periods[period]?.map ?? 0]?.[subject] ?? []) {
    for (const duty of plan.duties[number]?.[period] ?? []) {
      for (const a of duty.answers) {
        units![a] = (units![a] ?? 0) + count
        cells![a] = (cells![a] ?? 0) + count * duty.owing
        early![a] = (early![a] ?? 0) + count * duty.early
      }
    }
  }
  return plan.answers.map((_, a) => ({
    unitsComplete: totals.complete[base + a] ?? 0,
    unitsPartial: totals.partial[base + a] ?? 0,
    unitsOwing: units![a] ?? 0,
    cellsArrived: totals.arrived[base + a] ?? 0,
    cellsLate: totals.late[base + a] ?? 0,
    cellsNotDue: (early![a] ?? 0) - (totals.early[base + a] ?? 0),
    cellsOwing: cells![a] ?? 0,
  }))
}

interface Where {
  readonly k: number
  readonly p: number
  readonly s: number
  readonly map: Lineage.MapIdentity
}

type Told = Pick<Aggregate.Cell, "value" | "flags" | "claims" | "asOf" | "how">

const cellOf = (
  totals: Sums,
  { k, p, s, map }: Where,
  coverage: ReadonlyArray<Coverage.Coverage>,
  issues: Array<Issue.Issue>,
): Aggregate.Cell => {
  const { plan, columns } = totals
  const at = (k * plan.periods.length + p) * plan.series.length + s
  const { kind, indicator, dimension, member, answer, time, units } = plan.series[s]!
  const series: Indicator.Series =
    dimension === undefined || member === undefined ? { indicator } : { indicator, dimension, member }
  const subject = plan.units[plan.subjects[k] ?? -1] ?? ""
  const period = plan.periods[p]!.id
  const arrived = coverage[answer]!
  const row = totals.wholes.get(at)
  const whole = row === undefined ? null : FactColumns.value(columns, row)
  const cell = (told: Told): Aggregate.Cell => ({
    ...series,
    subject,
    period,
    coverage: arrived,
    whole,
    map,
    remainder: [],
    ...told,
  })
  const bare = { flags: [], claims: null, asOf: null }
  const stated = (): Aggregate.Cell | null =>
    row === undefined ? null : cell({ ...reported(columns, row), how: "whole" })
  const mark = totals.mark[at] ?? 0
  const alone = totals.alone[plan.periods[p]!.map]?.[k] === 1
  const chosen = (alone ? totals.chosen.get(k)?.[p * plan.series.length + s] : undefined) ?? 0
  if ((mark & Mark.PRESENT) === 0) {
    const why = chosen > 0 ? cell({ ...reported(columns, chosen - 1), how: "reported" }) : null
    return stated() ?? why ?? cell({ ...bare, value: Value.missing("not-sent"), how: "none" })
  }
  if (alone) {
    if (chosen > 0) return cell({ ...reported(columns, chosen - 1), how: "reported" })
    const last = columns.facts?.[-chosen - 1]?.asOf ?? null
    const value = time === "sum" ? valueOf(totals, at, s) : FactColumns.value(columns, -chosen - 1)
    const inside = Period.contains(plan.periods[p]!.period, FactColumns.periodOf(columns, -chosen - 1))
    const added = inside ? "time-sum" : "time-difference"
    const how = time === "sum" ? added : time === "closing" ? "time-closing" : "time-newest"
    const flags = Mark.flags(time === "sum" ? mark : FactColumns.markOf(columns, -chosen - 1))
    return cell({
      value: typeof value === "string" ? Value.missing("withheld") : value,
      flags,
      claims: null,
      asOf: last,
      how,
    })
  }
  if (units === "refuse") {
    const code = kind === "distinct" ? "aggregate.distinct-refused" : "aggregate.rate-refused"
    issues.push(Issue.make(code, { pointer: "", subject, period, indicator }, { indicator, kind }))
    return stated() ?? cell({ ...bare, value: Value.missing("withheld"), how: "refused" })
  }
  const value = valueOf(totals, at, s)
  if (typeof value === "string") {
    issues.push(
      Issue.make("aggregate.overflow", { pointer: "", subject, period, indicator }, { indicator, sum: value }),
    )
    return cell({ ...bare, value: Value.missing("withheld"), how: "refused" })
  }
  if (whole && row !== undefined && !Value.sameNumbers(whole, value)) {
    issues.push(
      Issue.make(
        "whole.differs",
        { ...FactColumns.place(columns, row), subject, period, indicator },
        {
          indicator: Indicator.seriesId(series),
          whole: Value.brief(whole),
          sum: Value.brief(value),
          arrived: arrived.unitsComplete,
          owing: arrived.unitsOwing,
        },
      ),
    )
  }
  const how = units === "frequency" ? "units-frequency" : "units-sum"
  return cell({ ...bare, value, flags: Mark.flags(mark), how })
}

// What a row says by itself.
const reported = (columns: FactColumns.FactColumns, row: number): Omit<Told, "how"> => {
  const fact = columns.facts?.[row]
  return {
    value: FactColumns.value(columns, row),
    flags: fact?.flags ?? Mark.flags(FactColumns.markOf(columns, row)),
    claims: fact?.claims ?? null,
    asOf: fact?.asOf ?? null,
  }
}

// The value of a sum over units, or the exact sum as text where it is no safe integer.
const valueOf = (totals: Sums, at: number, s: number): Value.Value | string => {
  const { plan } = totals
  const mark = totals.mark[at] ?? 0
  const kind = plan.series[s]?.kind
  if ((mark & Mark.NUMBER) === 0) {
    const reason = Mark.reason(mark)
    return reason === null ? Value.missing("not-sent") : { kind: "not-applicable", reason }
  }
  if (kind === "grade") {
    const counts = [...(totals.grades.get(at) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const spilt = counts.find(([, count]) => !Quantity.isSafe(Number(count)))
    if (spilt) return String(spilt[1])
    return { kind: "grade", counts: Object.fromEntries(counts.map(([grade, count]) => [grade, Number(count)])) }
  }
  const x = sum(totals, at)
  if (!Quantity.isSafe(Number(x))) return String(x)
  if (kind !== "share" && kind !== "attainment" && kind !== "flag") {
    return Value.quantity(Number(x), Mark.qualifier(mark))
  }
  const y = sum(totals, at, 1)
  if (!Quantity.isSafe(Number(y))) return String(y)
  return {
    kind: "share",
    x: { n: Number(x), qualifier: Mark.qualifier(mark) },
    y: { n: Number(y), qualifier: Mark.qualifier(mark, 1) },
  }
}

const differing = ({ plan, columns }: Sums, one: Difference): Issue.Issue => {
  const { indicator = "" } = plan.series[one.series] ?? {}
  const place = { subject: plan.units[one.unit] ?? "", period: plan.periods[one.period]?.id ?? "", indicator }
  return Issue.make(
    "period.parts-differ",
    { ...FactColumns.place(columns, one.row), ...place },
    {
      indicator,
      whole: Value.brief(FactColumns.value(columns, one.row)),
      sum: Value.brief(one.sum),
      periods: one.parts.map((part) => plan.reported[part] ?? ""),
    },
  )
}
