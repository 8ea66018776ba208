// The way of every row, found before any is read: a plan as typed arrays for one set of columns. Which submissions
// stand, in which order they are read, which line of a unit's page and which subject their numbers go to. Internal.
import * as Result from "effect/Result"
import * as Indicator from "../../registers/Indicator.ts"
import type * as Aggregator from "../../vocabulary/Aggregator.ts"
import * as Period from "../../vocabulary/Period.ts"
import type * as AggregationPlan from "../AggregationPlan.ts"
import * as FactColumns from "../FactColumns.ts"
import type * as Sums from "../Sums.ts"

/** A sum over parts: the line it is written to, the lines that it adds, and the series at which it ends. */
export interface Tiling {
  readonly line: number
  readonly parts: Int32Array
  readonly ends: number
}

/** What one line has beyond another: the line it is written to, the two, and the series at which it ends. */
export interface Difference {
  readonly line: number
  readonly until: number
  readonly before: number
  readonly ends: number
  /** The line of the period itself, -1 where nobody reports it. */
  readonly direct: number
}

/** Where the series of one treatment end. */
export interface Ends {
  readonly sums: number
  readonly closing: number
  readonly newest: number
  readonly pairs: number
  readonly grades: number
  readonly series: number
}

/** A period with the lines where its values may stand, the one that comes first in front. */
export interface Step {
  readonly period: number
  readonly map: number
  readonly direct: number
  /** How many of `sums` behind `direct` are sums over parts. */
  readonly tilings: number
  readonly sums: Int32Array
  readonly closing: Int32Array
  readonly newest: Int32Array
  readonly ends: Ends
}

/** What is owed, with the owed periods as bits. `group` is the place of its answers in `groups`, -1 when not among them. */
export interface Duty {
  readonly group: number
  readonly answers: Int32Array
  readonly owing: number
  readonly words: Int32Array
  readonly early: number
  readonly earlyWords: Int32Array
  readonly direct: number
  /** As `direct`, where two cumulative numbers leave the period. */
  readonly left: number
}

/** All of it. `home` and `alone` are by map; `first` says where a unit's submissions begin in `submission`. */
export interface Routes {
  readonly home: ReadonlyArray<Int32Array>
  readonly alone: ReadonlyArray<Uint8Array>
  readonly owing: Sums.Sums["owing"]
  readonly rises: ReadonlyArray<{ readonly from: number; readonly to: number; readonly periods: ReadonlyArray<number> }>
  readonly subjectOf: ReadonlyMap<number, number>
  readonly first: Int32Array
  readonly submission: Int32Array
  readonly start: Int32Array
  /** The line, in lines, of a submission's period. */
  readonly reported: Int32Array
  /** The asked period that a reported one is; -1 where it is only a part. */
  readonly askedOf: Int32Array
  readonly seriesOf: Int32Array
  /** By series of the columns: 1 where its values are two numbers. */
  readonly paired: Uint8Array
  readonly answerOf: Int32Array
  readonly quantity: Uint8Array
  readonly pairs: number
  readonly pairsEnd: number
  readonly broken: boolean
  readonly parts: ReadonlyArray<ReadonlyArray<number> | undefined>
  readonly partOf: Int32Array
  /** By answer: the series of its total. */
  readonly totalOf: Int32Array
  readonly words: number
  readonly tilings: ReadonlyArray<Tiling>
  readonly differences: ReadonlyArray<Difference>
  readonly lastOf: ReadonlyArray<number>
  readonly steps: ReadonlyArray<Step>
  readonly duties: ReadonlyArray<ReadonlyArray<ReadonlyArray<Duty>>>
  /** Answers that are owed together, so that a unit that sent all of them is counted once. A few; other duties do without. */
  readonly groups: ReadonlyArray<Int32Array>
}

/**
 * The routes of a plan through columns; fails where one revision of a subject, period and scope is there twice.
 */
export const make = (
  plan: AggregationPlan.AggregationPlan,
  columns: FactColumns.FactColumns,
): Result.Result<Routes, FactColumns.Refusal> => {
  const unitOf = placesOf(columns.subjects, plan.units)
  const lineOf = placesOf(columns.periods.map(Period.toId), plan.reported)
  const order = inOrder(plan, columns, unitOf, lineOf)
  if (Result.isFailure(order)) return Result.fail(order.failure)
  const ends = endsOf(plan)
  return Result.succeed({
    ...placed(plan),
    ...order.success,
    askedOf: Int32Array.from(plan.reported, (id) => plan.periods.findIndex((period) => period.id === id)),
    ...seriesOf(plan, columns),
    pairs: ends.newest,
    pairsEnd: ends.pairs,
    words: Math.ceil((plan.reported.length + plan.differences.length) / 32),
    ...timed(plan, ends),
    ...dutiesOf(plan),
  })
}

const placesOf = (texts: ReadonlyArray<string>, among: ReadonlyArray<string>): Int32Array => {
  const places = new Map(among.map((text, i) => [text, i]))
  return Int32Array.from(texts, (text) => places.get(text) ?? -1)
}

// The standing submissions that matter, sorted by unit: two passes, no comparison.
const inOrder = (
  { units }: AggregationPlan.AggregationPlan,
  { submissions, subjects, periods }: FactColumns.FactColumns,
  unitOf: Int32Array,
  lineOf: Int32Array,
): Result.Result<Pick<Routes, "first" | "submission" | "start" | "reported">, FactColumns.Refusal> => {
  const { count, subject, period, revision, whole, start } = submissions
  const keys = subjects.length * periods.length * 2
  const best = keys < 1e8 ? new Int32Array(keys) : new Map<number, number>()
  const get = (key: number): number => (best instanceof Map ? (best.get(key) ?? 0) : best[key]!)
  const first = new Int32Array(units.length + 1)
  const reported = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const unit = unitOf[subject[i]!]!
    const line = unit < 0 ? -1 : lineOf[period[i]!]!
    reported[i] = line
    if (line < 0) continue
    const key = (subject[i]! * periods.length + period[i]!) * 2 + whole[i]!
    const other = get(key) - 1
    if (other >= 0 && revision[other] === revision[i]) {
      // Unless a third one replaces both.
      reported[i] = CONFLICT
      reported[other] = CONFLICT
      continue
    }
    if (other >= 0 && revision[other]! > revision[i]!) {
      reported[i] = -1
      continue
    }
    if (other >= 0) reported[other] = -1
    if (best instanceof Map) best.set(key, i + 1)
    else best[key] = i + 1
  }
  for (let i = 0; i < count; i++) {
    if (reported[i] === CONFLICT) {
      const key = (subject[i]! * periods.length + period[i]!) * 2 + whole[i]!
      if (revision[get(key) - 1] === revision[i]) {
        return Result.fail({
          reason: "revision.conflict",
          found: `${subjects[subject[i]!]}, ${Period.toId(periods[period[i]!]!)}`,
        })
      }
      reported[i] = -1
    }
    if (reported[i]! >= 0) first[unitOf[subject[i]!]! + 1]!++
  }
  for (let unit = 0; unit < units.length; unit++) first[unit + 1] = first[unit + 1]! + first[unit]!
  const next = first.slice()
  const submission = new Int32Array(first[units.length]!)
  for (let i = 0; i < count; i++) {
    if (reported[i]! < 0) continue
    const unit = unitOf[subject[i]!]!
    submission[next[unit]!] = i
    next[unit] = next[unit]! + 1
  }
  return Result.succeed({ first, submission, start, reported })
}

const CONFLICT = -2

// Where each unit's figures go first, and from there upward.
const placed = (
  plan: AggregationPlan.AggregationPlan,
): Pick<Routes, "home" | "alone" | "owing" | "rises" | "subjectOf"> => {
  const subjectOf = new Map(plan.subjects.map((unit, k) => [unit, k]))
  const home: Array<Int32Array> = []
  const alone: Array<Uint8Array> = []
  const owing: Array<ReadonlyArray<Map<number, number>>> = []
  const rises: Array<Routes["rises"][number]> = []
  for (const [m, { parent, order, moved }] of plan.maps.entries()) {
    const homes = new Int32Array(plan.units.length).fill(-1)
    const single = new Uint8Array(plan.subjects.length).fill(1)
    const owed = plan.subjects.map(() => new Map<number, number>())
    const up: Array<readonly [from: number, to: number]> = []
    for (const unit of order) {
      const above = homes[parent[unit] ?? -1] ?? -1
      const k = subjectOf.get(unit)
      homes[unit] = k ?? above
      if (k !== undefined && above >= 0) up.push([k, above])
      const over = subjectOf.get(parent[unit] ?? -1)
      if (over !== undefined) single[over] = 0
    }
    for (const { unit, to } of moved) {
      const own = subjectOf.get(unit)
      if (own !== undefined) single[own] = 0
      for (const target of to) {
        const over = subjectOf.get(target)
        if (over !== undefined) single[over] = 0
      }
    }
    // Where a unit is and where its own figures go are two things: who lost a part still has those below it.
    const places = homes.slice()
    for (const { unit, home: there } of moved) homes[unit] = places[there] ?? -1
    for (const unit of order) {
      const counts = owed[homes[unit]!]
      const duty = plan.owes[unit] ?? -1
      if (counts) counts.set(duty, (counts.get(duty) ?? 0) + 1)
    }
    const periods = plan.periods.flatMap(({ map }, p) => (map === m ? [p] : []))
    for (const [from, to] of up.toReversed()) {
      rises.push({ from, to, periods })
      for (const [duty, count] of owed[from] ?? []) owed[to]?.set(duty, (owed[to]?.get(duty) ?? 0) + count)
    }
    home.push(homes)
    alone.push(single)
    owing.push(owed)
  }
  return { home, alone, owing, rises, subjectOf }
}

const seriesOf = (
  plan: AggregationPlan.AggregationPlan,
  columns: FactColumns.FactColumns,
): Pick<Routes, "seriesOf" | "paired" | "answerOf" | "quantity" | "broken" | "parts" | "partOf" | "totalOf"> => {
  const quantities: ReadonlyArray<Aggregator.Kind> = ["flow", "stock", "campaign", "distinct"]
  const parts = plan.series.map(({ indicator, dimension }) =>
    dimension === undefined
      ? plan.answers.flatMap((answer, a) => (answer.indicator === indicator && answer.dimension !== null ? [a] : []))
      : undefined,
  )
  return {
    seriesOf: placesOf(columns.series.map(Indicator.seriesId), plan.series.map(Indicator.seriesId)),
    paired: Uint8Array.from(columns.kinds, (kind) => (FactColumns.paired.has(kind) ? 1 : 0)),
    answerOf: Int32Array.from(plan.series, ({ answer }) => answer),
    quantity: Uint8Array.from(plan.series, ({ kind }) => (quantities.includes(kind) ? 1 : 0)),
    broken: plan.answers.some(({ dimension }) => dimension !== null),
    parts,
    partOf: Int32Array.from(columns.series, ({ indicator, dimension }) =>
      dimension === undefined
        ? -1
        : plan.answers.findIndex((answer) => answer.indicator === indicator && answer.dimension === dimension),
    ),
    totalOf: Int32Array.from(plan.answers, ({ total }) => total),
  }
}

const endsOf = ({ series }: AggregationPlan.AggregationPlan): Ends => {
  const end = (last: (one: AggregationPlan.PlannedSeries) => boolean): number => series.findLastIndex(last) + 1
  const pair = ["share", "attainment", "flag"]
  const sums = end(({ time }) => time === "sum")
  const closing = Math.max(
    sums,
    end(({ time }) => time === "closing"),
  )
  const newest = Math.max(
    closing,
    end(({ kind }) => kind === "campaign"),
  )
  const pairs = Math.max(
    newest,
    end(({ kind }) => pair.includes(kind)),
  )
  const grades = Math.max(
    pairs,
    end(({ kind }) => kind === "grade"),
  )
  return { sums, closing, newest, pairs, grades, series: series.length }
}

// Lines for sums over parts. A longer period adds the sums of the shorter ones that lie in it, where they are of the
// same parts: a year its two halves, not twelve months.
const timed = (
  plan: AggregationPlan.AggregationPlan,
  ends: Ends,
): Pick<Routes, "tilings" | "differences" | "lastOf" | "steps"> => {
  const width = plan.series.length
  const made: Array<{ readonly leaves: ReadonlyArray<number>; readonly line: number }> = []
  const tilings: Array<Tiling> = []
  const lines = new Map<string, number>()
  const all = plan.periods.flatMap(({ tilings: tiles }, p) => tiles.map((leaves, t) => ({ leaves, key: `${p} ${t}` })))
  for (const { leaves, key } of all.toSorted((a, b) => a.leaves.length - b.leaves.length)) {
    const left = new Set(leaves)
    const parts: Array<number> = []
    for (const one of made.toReversed()) {
      if (!one.leaves.every((leaf) => left.has(leaf))) continue
      for (const leaf of one.leaves) left.delete(leaf)
      parts.push(one.line)
    }
    const line = (plan.reported.length + tilings.length) * width
    made.push({ leaves, line })
    lines.set(key, line)
    tilings.push({
      line,
      parts: Int32Array.from([...parts, ...[...left].map((leaf) => leaf * width)]),
      ends: ends.sums,
    })
  }
  const first = plan.reported.length + tilings.length
  const differences = plan.differences.map(({ id, until, before }, i) => ({
    direct: plan.reported.includes(id) ? plan.reported.indexOf(id) * width : -1,
    line: (first + i) * width,
    until: until * width,
    before: before * width,
    ends: ends.sums,
  }))
  const steps = plan.periods.map(({ map, direct, tilings: tiles, difference, closing, inside }, period): Step => {
    const list = (more: ReadonlyArray<number>): Int32Array =>
      Int32Array.from([...(direct < 0 ? [] : [direct * width]), ...more])
    return {
      period,
      map,
      direct: direct < 0 ? -1 : direct * width,
      tilings: tiles.length,
      sums: list([
        ...tiles.map((_, t) => lines.get(`${period} ${t}`) ?? 0),
        ...(difference < 0 ? [] : [(first + difference) * width]),
      ]),
      closing: list(closing.map((line) => line * width)),
      newest: list(inside.map((line) => line * width)),
      ends,
    }
  })
  const lastOf = [...made.map(({ leaves }) => leaves.at(-1) ?? -1), ...plan.differences.map(({ until }) => until)]
  return { tilings, differences, lastOf, steps }
}

const GROUPS = 8

const dutiesOf = (plan: AggregationPlan.AggregationPlan): Pick<Routes, "duties" | "groups"> => {
  const count = Math.ceil((plan.reported.length + plan.differences.length) / 32)
  const groups = new Map<string, Int32Array>()
  const bits = (parts: ReadonlyArray<number>, differences: ReadonlyArray<number>): Int32Array => {
    const words = new Int32Array(count)
    const left = differences.map((one) => plan.reported.length + one)
    for (const line of [...parts, ...left]) words[line >> 5] = words[line >> 5]! | (1 << (line & 31))
    return words
  }
  const duties = plan.duties.map((byPeriod) =>
    byPeriod.map((list, p) =>
      list.map(({ answers, owing, early, ...one }): Duty => {
        const [words, earlyWords] = [bits(one.parts, one.differences), bits(one.earlyParts, one.earlyDifferences)]
        const difference = plan.periods[p]?.difference ?? -1
        const key = answers.join(",")
        const all = groups.get(key) ?? Int32Array.from(answers)
        if (groups.size < GROUPS) groups.set(key, all)
        const group = [...groups.keys()].indexOf(key)
        const direct = plan.periods[p]?.direct ?? -1
        const left = difference < 0 || one.differences.length === 0 ? -1 : plan.reported.length + difference
        return { group, answers: all, owing, words, early, earlyWords, direct, left }
      }),
    ),
  )
  return { duties, groups: [...groups.values()] }
}

/**
 * Notes a statement about the whole, if its subject and period are asked for; false where there was one already.
 */
export const noteWhole = (
  routes: Routes,
  { plan, wholes }: { readonly plan: AggregationPlan.AggregationPlan; readonly wholes: Map<number, number> },
  unit: number,
  line: number,
  series: number,
  row: number,
): boolean => {
  const subject = routes.subjectOf.get(unit)
  const period = routes.askedOf[line] ?? -1
  if (subject === undefined || period < 0) return true
  const cell = (subject * plan.periods.length + period) * plan.series.length + series
  const fresh = !wholes.has(cell)
  wholes.set(cell, row)
  return fresh
}
