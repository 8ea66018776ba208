// The fold over columns: unit by unit, time inside the unit on one page that is used again, then into the nearest
// subject above, and at the end subjects into those above them. Always true: it gives what `Aggregate.fromFacts` gives,
// or says why it will not.
import * as Result from "effect/Result"
import type * as Registers from "../registers/Registers.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Aggregate from "./Aggregate.ts"
import * as AggregationPlan from "./AggregationPlan.ts"
import * as Arrivals from "./kernel/Arrivals.ts"
import * as FactColumns from "./FactColumns.ts"
import type * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"
import * as Mark from "./Mark.ts"
import * as Page from "./kernel/Page.ts"
import * as Routes from "./kernel/Routes.ts"
import * as Sums from "./Sums.ts"

const LIMIT = 2 ** 53
const { PRESENT, NUMBER } = Mark

/** Which subjects, in which period; on which map and by which shares, as `Aggregate.Scope` has them. */
export interface Wanted<Subjects extends ReadonlyArray<string> = ReadonlyArray<string>> extends Omit<
  Aggregate.Scope,
  "subject"
> {
  readonly subjects: Subjects
}

/** An aggregate for each subject, in their order. */
export type Aggregates<Subjects extends ReadonlyArray<string>> = {
  readonly [K in keyof Subjects]: Aggregate.Aggregate
}

// Below this many facts the readable path takes a few milliseconds.
const MANY = 200

/**
 * The aggregates of several subjects in one period. Whether facts are folded in columns or one by one is decided by
 * their number; the result is the same.
 *
 * @example
 * aggregateAll(registers, facts, { subjects: ["mai-district-2000"], period: H1 }) // [aggregate]
 */
export const aggregateAll = <Subjects extends ReadonlyArray<string>>(
  registers: Registers.Registers,
  facts: Facts.Facts,
  wanted: Wanted<Subjects>,
): Aggregates<Subjects> => {
  const { subjects, ...scope } = wanted
  const folded = facts.facts.length < MANY ? null : fromFacts(registers, facts, wanted)
  const all =
    folded !== null && Result.isSuccess(folded)
      ? folded.success
      : subjects.map((subject) => Aggregate.fromFacts(registers, facts, { subject, ...scope }))
  return all as Aggregates<Subjects>
}

/**
 * The same, always in columns; fails where they will not do.
 *
 * @example
 * fromFacts(registers, facts, { subjects: ["mai-district-2000"], period: H1 }) // succeeds with [aggregate]
 */
export const fromFacts = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  wanted: Wanted,
): Result.Result<ReadonlyArray<Aggregate.Aggregate>, FactColumns.Refusal> => {
  const { subjects, ...scope } = wanted
  const { period, map, shares, asOf } = scope
  const day = asOf === undefined ? {} : { asOf }
  if (shares !== undefined) return Result.fail({ reason: "map.moved", found: shares })
  const columns = FactColumns.fromFacts(registers, facts)
  if (Result.isFailure(columns)) return Result.fail(columns.failure)
  const plan = AggregationPlan.make(registers, {
    subjects,
    periods: [period],
    reported: columns.success.periods,
    ...(map === undefined ? {} : { map }),
    ...day,
  })
  if (Result.isFailure(plan)) return Result.fail(plan.failure)
  return Result.map(fold(plan.success, columns.success), (totals) => {
    const all = Sums.aggregates(registers, facts, totals, 0)
    const bySubject = new Map(all.map((one) => [one.subject, one]))
    return subjects.flatMap((subject) => {
      // Elsewhere there may be a remainder beside the sum, and a statement about the whole is about another territory.
      if (!Ground.isSame(registers, { subject, ...scope })) {
        return Aggregate.fromFacts(registers, facts, { subject, ...scope })
      }
      const found = bySubject.get(subject)
      return found ? [{ ...found, ...day }] : []
    })
  })
}

/**
 * Runs a plan over columns. The highest revision of a subject, period and scope counts, whole.
 *
 * @example
 * const columns = Result.getOrThrow(FactColumns.fromFacts(registers, facts))
 * const plan = Result.getOrThrow(AggregationPlan.make(registers, { subjects: [scope.subject], periods: [H1], reported: [H1] }))
 * fold(plan, columns) // succeeds
 */
export const fold = (
  plan: AggregationPlan.AggregationPlan,
  columns: FactColumns.FactColumns,
): Result.Result<Sums.Sums, FactColumns.Refusal> => {
  if (columns.least < 0 && Math.max(columns.largest, -columns.least) * 12 >= LIMIT) {
    return Result.fail({ reason: "value.unsafe", found: String(columns.least) })
  }
  const routes = Routes.make(plan, columns)
  if (Result.isFailure(routes)) return Result.fail(routes.failure)
  const job = jobOf(plan, columns, routes.success)
  for (let unit = 0; unit < plan.units.length; unit++) {
    const refused = foldUnit(job, unit)
    if (refused) return Result.fail(refused)
  }
  Arrivals.spread(job.arrivals)
  rise(job)
  const { totals, high, highY, grades } = job
  return Result.succeed({ ...totals, high: high.n, highY: highY.n, grades })
}

// A sum's upper half, made when the first sum needs it.
interface High {
  n: Int32Array | null
}

interface Job {
  readonly plan: AggregationPlan.AggregationPlan
  readonly columns: FactColumns.FactColumns
  readonly routes: Routes.Routes
  readonly totals: Omit<Sums.Sums, "high" | "highY" | "grades"> & {
    readonly wholes: Map<number, number>
    readonly chosen: Map<number, Int32Array>
    readonly differences: Array<Sums.Difference>
  }
  readonly grades: Map<number, Map<string, bigint>>
  readonly high: High
  readonly highY: High
  readonly page: Page.Page
  readonly arrivals: Arrivals.Arrivals
  /** Parts of a period whose sum is no safe integer were met. */
  spilt: boolean
}

const jobOf = (plan: AggregationPlan.AggregationPlan, columns: FactColumns.FactColumns, routes: Routes.Routes): Job => {
  const cells = plan.subjects.length * plan.periods.length * plan.series.length
  const arrivals = Arrivals.make(plan, routes, columns.late)
  return {
    plan,
    columns,
    routes,
    totals: {
      plan,
      columns,
      n: new Float64Array(cells),
      y: new Float64Array(cells),
      mark: new Uint16Array(cells),
      complete: arrivals.complete,
      partial: arrivals.partial,
      arrived: arrivals.arrived,
      late: arrivals.late,
      early: arrivals.early,
      owing: routes.owing,
      alone: routes.alone,
      chosen: new Map(),
      wholes: new Map(),
      differences: [],
    },
    grades: new Map(),
    high: { n: null },
    highY: { n: null },
    page: Page.make(plan, routes),
    arrivals,
    spilt: false,
  }
}

const foldUnit = (job: Job, unit: number): FactColumns.Refusal | null => {
  const { plan, routes, page, arrivals } = job
  const [from, to] = [routes.first[unit] ?? 0, routes.first[unit + 1] ?? 0]
  if (from === to || routes.home.every((home) => (home[unit] ?? -1) < 0)) return null
  const refused = Page.read(page, plan, job.columns, routes, unit, (line, series, row) =>
    Routes.noteWhole(routes, job.totals, unit, line, series, row),
  )
  if (refused) return refused
  for (const tiling of routes.tilings) Page.tile(page, tiling, plan.series.length)
  for (const one of routes.differences) {
    if (Page.differ(page, one, plan.series.length)) return { reason: "value.fell", found: plan.units[unit] ?? "" }
  }
  for (const step of routes.steps) {
    const home = routes.home[step.map]?.[unit] ?? -1
    if (home < 0) continue
    const line = home * plan.periods.length + step.period
    const cell = line * plan.series.length
    const { sums, closing, newest, direct, ends } = step
    addOnes(job, cell, sums, 0, ends.sums, direct)
    addOnes(job, cell, closing, ends.sums, ends.closing, direct)
    addOnes(job, cell, newest, ends.closing, ends.newest, direct)
    addPairs(job, cell, newest, ends.newest, ends.pairs, direct)
    addGrades(job, cell, newest, ends.pairs, ends.grades, direct)
    addAnswers(job, cell, direct, ends.grades, ends.series)
    if (step.direct >= 0 && step.tilings > 0) compare(job, unit, step)
    for (const duty of routes.duties[plan.owes[unit] ?? -1]?.[step.period] ?? []) {
      Arrivals.count(arrivals, page, line, duty)
    }
    if (routes.alone[step.map]?.[home] === 1) choose(job, unit, home, step)
  }
  if (job.spilt) return { reason: "value.unsafe", found: `${plan.units[unit]}: a sum over parts of a period` }
  return null
}

// Series of one number, from one line: nearly all of the work is here.
const addLine = (job: Job, cell: number, line: number, from: number, to: number): void => {
  const { totals, high, page } = job
  const { n, mark: marks } = totals
  const { num, mark } = page
  for (let s = from; s < to; s++) {
    const m = mark[line + s]!
    if ((m & PRESENT) === 0) continue
    const v = num[line + s]!
    const c = cell + s
    const sum = n[c]! + v
    if (sum < LIMIT && sum > -LIMIT) n[c] = sum
    else if (v < LIMIT && v > -LIMIT) carry(n, high, c, v)
    else {
      job.spilt = true
      continue
    }
    marks[c] = marks[c]! | m
  }
}

const addOnes = (job: Job, cell: number, lines: Int32Array, from: number, to: number, direct: number): void => {
  const { totals, high, page, plan } = job
  const count = from === to ? 0 : Page.activate(page, lines, plan.series.length)
  if (count === 1) addLine(job, cell, page.active[0]!, from, to)
  if (count <= 1) return
  const { n, mark: marks } = totals
  for (let s = from; s < to; s++) {
    const at = Page.find(page, page.active, count, s, direct)
    if (at < 0) continue
    const v = page.num[at]!
    if (v >= LIMIT || v <= -LIMIT) {
      job.spilt = true
      continue
    }
    add(n, high, cell + s, v)
    marks[cell + s] = marks[cell + s]! | page.mark[at]!
  }
}

const addPairs = (job: Job, cell: number, lines: Int32Array, from: number, to: number, direct: number): void => {
  const { totals, high, highY, page, plan } = job
  const count = from === to ? 0 : Page.activate(page, lines, plan.series.length)
  if (count === 0) return
  const { n, y, mark: marks } = totals
  const { num, second, mark } = page
  const line = page.active[0]!
  for (let s = from; s < to; s++) {
    let at = line + s
    if ((mark[at]! & PRESENT) === 0) {
      at = Page.find(page, page.active, count, s, direct)
      if (at < 0) continue
    }
    const m = mark[at]!
    const c = cell + s
    marks[c] = marks[c]! | m
    if ((m & NUMBER) === 0) continue
    const v = num[at]!
    const w = second[at]!
    const sum = n[c]! + v
    if (sum < LIMIT && sum > -LIMIT) n[c] = sum
    else carry(n, high, c, v)
    const sumY = y[c]! + w
    if (sumY < LIMIT && sumY > -LIMIT) y[c] = sumY
    else carry(y, highY, c, w)
  }
}

const add = (low: Float64Array, high: High, cell: number, v: number): void => {
  const sum = low[cell]! + v
  if (sum < LIMIT && sum > -LIMIT) low[cell] = sum
  else carry(low, high, cell, v)
}

// Exact: before, both are below 2⁵³; one of them moves by 2⁵³ towards the other's sign, so nothing is rounded.
const carry = (low: Float64Array, high: High, cell: number, v: number): void => {
  high.n ??= new Int32Array(low.length)
  const step = v > 0 ? LIMIT : -LIMIT
  low[cell] = low[cell]! - step + v
  high.n[cell] = high.n[cell]! + (v > 0 ? 1 : -1)
}

const addGrades = (
  { totals, grades, columns, page }: Job,
  cell: number,
  lines: Int32Array,
  from: number,
  to: number,
  direct: number,
): void => {
  for (let s = from; s < to; s++) {
    const at = Page.find(page, lines, lines.length, s, direct)
    if (at < 0) continue
    const c = cell + s
    const m = page.mark[at]!
    totals.mark[c] = totals.mark[c]! | m
    const value = (m & NUMBER) === 0 ? undefined : columns.others[page.num[at]!]
    if (value?.kind === "grade") addCounts(grades, c, Object.entries(value.counts))
  }
}

const addCounts = (
  grades: Map<number, Map<string, bigint>>,
  cell: number,
  counts: Iterable<readonly [string, number | bigint]>,
): void => {
  const sums = grades.get(cell) ?? new Map<string, bigint>()
  grades.set(cell, sums)
  for (const [grade, count] of counts) sums.set(grade, (sums.get(grade) ?? 0n) + BigInt(count))
}

// Kinds without totals: only that there is something.
const addAnswers = ({ totals, page: { mark } }: Job, cell: number, line: number, from: number, to: number): void => {
  if (line < 0) return
  for (let s = from; s < to; s++) {
    const m = mark[line + s]!
    if ((m & PRESENT) !== 0) totals.mark[cell + s] = totals.mark[cell + s]! | m
  }
}

// A value for the period beside parts that fill it: both are named where they differ.
const compare = (job: Job, unit: number, { period, direct, tilings, sums, ends }: Routes.Step): void => {
  const { plan, columns, routes, page } = job
  const { num, mark, filled } = page
  const width = plan.series.length
  if (filled[direct / width] === 0) return
  for (let s = 0; s < ends.sums; s++) {
    if (mark[direct + s] === 0) continue
    const line = sums.find((one, k) => k > 0 && k <= tilings && filled[one / width] !== 0 && mark[one + s] !== 0)
    if (line === undefined) continue
    const [a, b] = [mark[direct + s]!, mark[line + s]!]
    const v = num[line + s]!
    if ((a & b & NUMBER) !== 0 && num[direct + s] === v) continue
    const reason = Mark.reason(b)
    if (v >= LIMIT || v <= -LIMIT) job.spilt = true
    const sum: Value.Value =
      (b & NUMBER) !== 0 ? Value.quantity(v) : { kind: "not-applicable", reason: reason ?? "no-object" }
    const row = Page.rowOf(routes, columns, unit, direct / width, s)
    if (Value.sameNumbers(FactColumns.value(columns, row), sum)) continue
    const parts = plan.periods[period]?.tilings[sums.indexOf(line) - 1] ?? []
    job.totals.differences.push({ unit, period, series: s, row, sum, parts })
  }
}

// For a subject with nothing below it: the row that is its value, be it only that there is none, or minus the last of
// the rows that are its parts.
const choose = (job: Job, unit: number, subject: number, step: Routes.Step): void => {
  const { plan, columns, routes, page } = job
  const width = plan.series.length
  let chosen = job.totals.chosen.get(subject)
  if (!chosen) job.totals.chosen.set(subject, (chosen = new Int32Array(plan.periods.length * width)))
  for (let s = 0; s < width; s++) {
    const { ends, direct } = step
    const lines = s < ends.sums ? step.sums : s < ends.closing ? step.closing : step.newest
    const said = direct >= 0 && page.mark[direct + s] !== 0
    const at = said ? direct + s : s < ends.grades ? Page.find(page, lines, lines.length, s, direct) : -1
    if (at < 0) continue
    const line = (at - s) / width
    const last = line < plan.reported.length ? line : routes.lastOf[line - plan.reported.length]!
    const row = Page.rowOf(routes, columns, unit, last, s) + 1
    chosen[step.period * width + s] = said ? row : -row
  }
}

// Subjects into the subjects above them, the lowest first.
const rise = ({ plan, routes, totals, grades, high, highY, arrivals }: Job): void => {
  const periods = plan.periods.length
  const width = plan.series.length
  for (const { from, to, periods: those } of routes.rises) {
    for (const p of those) {
      const [source, target] = [(from * periods + p) * width, (to * periods + p) * width]
      for (let s = 0; s < width; s++) {
        if ((totals.mark[source + s]! & PRESENT) === 0) continue
        lift(totals.n, high, source + s, target + s)
        if (s >= routes.pairs && s < routes.pairsEnd) lift(totals.y, highY, source + s, target + s)
        totals.mark[target + s] = totals.mark[target + s]! | totals.mark[source + s]!
        const counts = grades.size === 0 ? undefined : grades.get(source + s)
        if (counts) addCounts(grades, target + s, counts)
      }
      Arrivals.rise(arrivals, from * periods + p, to * periods + p)
    }
  }
}

const lift = (low: Float64Array, high: High, source: number, target: number): void => {
  const v = low[source]!
  const sum = low[target]! + v
  if (sum < LIMIT && sum > -LIMIT) low[target] = sum
  else carry(low, high, target, v)
  if (high.n) high.n[target] = high.n[target]! + high.n[source]!
}
