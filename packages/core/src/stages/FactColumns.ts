// Facts held in columns: subjects, periods and series by dense numbers, the rows of a submission together, every number
// in a place of eight bytes. The same facts, for when there are millions of them; nothing here adds anything up.
import * as Result from "effect/Result"
import * as Indicator from "../registers/Indicator.ts"
import type * as Obligation from "../registers/Obligation.ts"
import * as Registers from "../registers/Registers.ts"
import type * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Facts from "./Facts.ts"
import * as Mark from "./Mark.ts"
import type * as Reading from "./Reading.ts"

/** Why columns, or the kernel that reads them, will not take something. The readable path takes it. */
export const refusals = [
  "value.unlike-kind", // a value that an indicator of this kind cannot have
  "value.unsafe", // a number that is no safe integer, or negative ones so large that parts of a period might leave them
  "value.repeated", // two values for one key
  "value.fell", // a cumulative number below an earlier one
  "revision.conflict", // one revision twice for a subject, period and scope
  "period.span", // free days, as what is asked or as a part of it
  "period.irregular", // a thirteenth month
  "indicator.exceptional", // a stock that is carried over, persons of whom nobody is counted at two units
  "hierarchy.several-parents", // a unit below two others at once
  "hierarchy.cycle", // a unit below itself
  "map.moved", // units that change within the period, or are estimated by shares
  "size", // more series or rows than the numbers of the columns can count
] as const

/** Why not, and what was found. */
export interface Refusal {
  readonly reason: (typeof refusals)[number]
  readonly found: string
}

/**
 * Facts in columns. Row `r` has its number at `r`, and there its code: the mark (`Mark`) in the lower 16 bits, the series
 * above. Second numbers have only kinds with two. A submission is read from few places of memory: that is what counts.
 */
export interface FactColumns {
  readonly subjects: ReadonlyArray<string>
  readonly periods: ReadonlyArray<Period.Period>
  readonly series: ReadonlyArray<Indicator.Series>
  readonly kinds: ReadonlyArray<Aggregator.Kind>
  /**
   * Submission `i` has the rows from `start[i]` up to `start[i + 1]`, and for those of them that are of `paired` kinds, in
   * the same order, the second numbers from `second[i]` up to `second[i + 1]`; `whole[i]` is 1 where that is its scope.
   */
  readonly submissions: {
    readonly count: number
    readonly subject: Int32Array
    readonly period: Int32Array
    readonly revision: Int32Array
    readonly whole: Uint8Array
    readonly start: Int32Array
    readonly second: Int32Array
    readonly ids: ReadonlyArray<string>
  }
  readonly rows: number
  readonly n: Float64Array
  readonly y: Float64Array
  readonly code: Uint32Array
  /** Values that are no numbers; their row holds the place in this list. */
  readonly others: ReadonlyArray<Value.Value>
  /** 1 in the rows of totals that came after their day; null where none did. */
  readonly late: Uint8Array | null
  /** The facts behind the rows, where the columns were made of them. */
  readonly facts: ReadonlyArray<Facts.Fact> | null
  readonly least: number
  readonly largest: number
}

/** What opens a submission. */
export interface Head {
  readonly id?: string
  readonly subject: string
  readonly period: Period.Period
  readonly scope: "own" | "whole"
  readonly revision: number
}

/** Takes submissions one after the other: `open`, then `add` for each value, `done` at the end. */
export interface Builder {
  /** The number of a series; -1 where the catalogue has no such indicator, and `add` passes over it. */
  readonly series: (series: Indicator.Series) => number
  readonly open: (head: Head) => void
  readonly add: (
    series: number,
    value: Value.Value,
    flags?: ReadonlyArray<Reading.Flag>,
    scope?: "own" | "whole",
  ) => void
  readonly done: () => Result.Result<FactColumns, Refusal>
}

const MAX_SERIES = 0xffff
const MAX_ROWS = 0x7fffffff

/** Kinds whose values are two numbers; the second one of a flag is 1, the unit that answered. */
export const paired: ReadonlySet<Aggregator.Kind> = new Set(["share", "attainment", "flag"])

const fitting: Readonly<Record<Aggregator.Kind, Value.Value["kind"]>> = {
  flow: "quantity",
  stock: "quantity",
  campaign: "quantity",
  distinct: "quantity",
  share: "share",
  attainment: "share",
  rate: "rate",
  grade: "grade",
  flag: "flag",
  text: "text",
}

/**
 * FactColumns to be filled from a stream. Every submission may be added, also one that a later revision replaces.
 *
 * @example
 * const columns = builder(registers)
 * columns.open({ subject: "an-ward-2000", period: H1, scope: "own", revision: 1 })
 * columns.add(columns.series({ indicator: "meeting.events" }), Value.quantity(2))
 * columns.done() // succeeds
 */
export const builder = (
  registers: Registers.Registers,
  expected: { readonly rows?: number; readonly submissions?: number } = {},
): Builder => {
  const { indicators } = Registers.index(registers)
  const [subjects, periods, series] = [numbers(), numbers(), numbers()]
  const periodOf = new Map<Period.Period, number>()
  const allPeriods: Array<Period.Period> = []
  const allSeries: Array<Indicator.Series> = []
  const kinds: Array<Aggregator.Kind> = []
  const others: Array<Value.Value> = []
  const ids: Array<string> = []
  let heads = {
    subject: new Int32Array(expected.submissions ?? 64),
    period: new Int32Array(expected.submissions ?? 64),
    revision: new Int32Array(expected.submissions ?? 64),
    whole: new Uint8Array(expected.submissions ?? 64),
    start: new Int32Array((expected.submissions ?? 64) + 1),
    second: new Int32Array((expected.submissions ?? 64) + 1),
  }
  let code = new Uint32Array(expected.rows ?? 1024)
  let n = new Float64Array(code.length)
  let y = new Float64Array(1024)
  let [count, rows, seconds, least, largest] = [0, 0, 0, 0, 0]
  let refused: Refusal | null = null

  const refuse = (reason: Refusal["reason"], found: string): void => {
    refused ??= { reason, found }
  }
  const safe = (number: number): number => {
    if (!Quantity.isSafe(number)) refuse("value.unsafe", String(number))
    if (number < least) least = number
    if (number > largest) largest = number
    return number
  }
  const seriesNumber = (one: Indicator.Series): number => {
    const kind = indicators.get(one.indicator)?.kind
    if (kind === undefined) return -1
    const number = series.of(Indicator.seriesId(one))
    if (number === allSeries.length) {
      const { indicator, dimension, member } = one
      allSeries.push(dimension === undefined || member === undefined ? { indicator } : { indicator, dimension, member })
      kinds.push(kind)
      if (number >= MAX_SERIES) refuse("size", Indicator.seriesId(one))
    }
    return number
  }
  const periodNumber = (period: Period.Period): number => {
    let number = periodOf.get(period)
    if (number === undefined) {
      number = periods.of(Period.toId(period))
      if (number === allPeriods.length) allPeriods.push(period)
      if (periodOf.size < 100_000) periodOf.set(period, number)
    }
    return number
  }
  return {
    series: seriesNumber,
    open: (head) => {
      if (count === heads.subject.length) {
        heads = {
          subject: grown(heads.subject),
          period: grown(heads.period),
          revision: grown(heads.revision),
          whole: grown(heads.whole),
          start: grown(heads.start),
          second: grown(heads.second),
        }
      }
      heads.subject[count] = subjects.of(head.subject)
      heads.period[count] = periodNumber(head.period)
      heads.revision[count] = head.revision
      heads.whole[count] = head.scope === "whole" ? 1 : 0
      heads.start[count] = rows
      heads.second[count] = seconds
      if (head.id !== undefined) ids[count] = head.id
      count++
    },
    add: (at, value, flags = [], scope) => {
      if (at < 0) return
      if (rows === code.length) {
        if (rows * 2 > MAX_ROWS) refuse("size", String(rows))
        code = grown(code)
        n = grown(n)
      }
      const whole = scope === undefined ? heads.whole[count - 1] === 1 : scope === "whole"
      code[rows] = (at << 16) | Mark.of(value, flags) | (whole ? Mark.WHOLE : 0)
      let second = 0
      switch (value.kind) {
        case "quantity":
          n[rows] = safe(value.n)
          break
        case "share":
          n[rows] = safe(value.x.n)
          second = safe(value.y.n)
          break
        case "flag":
          n[rows] = value.holds ? 1 : 0
          second = 1
          break
        case "missing":
          n[rows] = Value.missingReasons.indexOf(value.reason)
          break
        case "not-applicable":
          break
        default:
          n[rows] = others.length
          others.push(value)
      }
      const kind = kinds[at] ?? "text"
      if (value.kind !== fitting[kind] && value.kind !== "missing" && value.kind !== "not-applicable") {
        refuse("value.unlike-kind", `${kind}: ${value.kind}`)
      }
      if (paired.has(kind)) {
        if (seconds === y.length) y = grown(y)
        y[seconds++] = second
      }
      rows++
    },
    done: () => {
      if (refused) return Result.fail(refused)
      heads.start[count] = rows
      heads.second[count] = seconds
      return Result.succeed({
        subjects: subjects.all(),
        periods: allPeriods,
        series: allSeries,
        kinds,
        submissions: { count, ...heads, ids },
        rows,
        n,
        y,
        code,
        others,
        late: null,
        facts: null,
        least,
        largest,
      })
    },
  }
}

// Texts by dense numbers, in the order in which they come.
const numbers = () => {
  const known = new Map<string, number>()
  return {
    of: (text: string): number => {
      const number = known.get(text) ?? known.size
      if (number === known.size) known.set(text, number)
      return number
    },
    all: (): ReadonlyArray<string> => [...known.keys()],
  }
}

type Numbers = Int32Array | Uint32Array | Uint8Array | Float64Array

const grown = <A extends Numbers>(old: A): A => {
  const larger = new (old.constructor as new (length: number) => A)(old.length * 2)
  larger.set(old)
  return larger
}

/**
 * Facts as columns. The facts of one subject, period and scope count as one submission: which revision stands has been
 * settled before. Facts about indicators that the catalogue does not have are left out, as in every total.
 *
 * @example
 * Result.getOrThrow(fromFacts(registers, facts)).rows // 7
 */
export const fromFacts = (registers: Registers.Registers, facts: Facts.Facts): Result.Result<FactColumns, Refusal> => {
  const { indicators } = Registers.index(registers)
  const groups = new Map<string, Array<Facts.Fact>>()
  let rows = 0
  for (const fact of facts.facts) {
    if (!indicators.has(fact.indicator)) continue
    const key = `${fact.subject}|${Period.toId(fact.period)}|${fact.scope}`
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
    rows++
  }
  const made = builder(registers, { rows: Math.max(rows, 1), submissions: Math.max(groups.size, 1) })
  const ordered: Array<Facts.Fact> = []
  for (const group of groups.values()) {
    const { subject, period, scope } = group[0]!
    made.open({ subject, period, scope, revision: 1 })
    for (const fact of group) {
      made.add(made.series(fact), fact.value, fact.flags)
      ordered.push(fact)
    }
  }
  return Result.map(made.done(), (columns) => ({ ...columns, late: lateOf(registers, ordered), facts: ordered }))
}

// Which facts came after their day; many units owe the same, so each day is looked for once.
const lateOf = (registers: Registers.Registers, facts: ReadonlyArray<Facts.Fact>): Uint8Array | null => {
  const { units, indicators } = Registers.index(registers)
  const { obligations } = registers.catalogue
  const bound = new Map<string, ReadonlyArray<Obligation.Obligation>>()
  const boundTo = (subject: string, day: PlainDate.PlainDate): ReadonlyArray<Obligation.Obligation> => {
    const [key, unit] = [`${subject}|${day}`, units.get(subject)]
    const all = bound.get(key) ?? obligations.filter((one) => unit && Registers.binds(registers, one, unit, day))
    bound.set(key, all)
    return all
  }
  const days = new Map<string, PlainDate.PlainDate | null>()
  const late = new Uint8Array(facts.length)
  for (const [row, { subject, indicator, dimension, period, scope, source }] of facts.entries()) {
    const known = indicators.get(indicator)
    if (!known || source.received === undefined || dimension !== undefined || scope !== "own") continue
    const all = boundTo(subject, Period.referenceDate(period))
    const id = [...all.map((one) => one.id), indicator, Period.toId(period)].join("|")
    let day = days.get(id)
    if (day === undefined) days.set(id, (day = Registers.lastDay(registers, all, known, period)))
    if (day === null || source.received <= day) continue
    late[row] = 1
  }
  return late.includes(1) ? late : null
}

/**
 * The number of a row's series.
 *
 * @example
 * seriesOf(Result.getOrThrow(fromFacts(registers, facts)), 0) // 0
 */
export const seriesOf = ({ code }: FactColumns, row: number): number => (code[row] ?? 0) >>> 16

/**
 * The mark of a row.
 *
 * @example
 * Mark.flags(markOf(Result.getOrThrow(fromFacts(registers, facts)), 0)) // []
 */
export const markOf = ({ code }: FactColumns, row: number): number => (code[row] ?? 0) & 0xffff

/**
 * The value of a row.
 *
 * @example
 * value(Result.getOrThrow(fromFacts(registers, facts)), 0) // facts.facts[0].value
 */
export const value = (columns: FactColumns, row: number): Value.Value => {
  const mark = markOf(columns, row)
  const n = columns.n[row] ?? 0
  if ((mark & Mark.PRESENT) === 0) return Value.missing(Value.missingReasons[n] ?? "not-sent")
  const reason = Mark.reason(mark)
  if (reason !== null) return { kind: "not-applicable", reason }
  switch (fitting[columns.kinds[seriesOf(columns, row)] ?? "text"]) {
    case "quantity":
      return Value.quantity(n, Mark.qualifier(mark))
    case "share":
      return {
        kind: "share",
        x: { n, qualifier: Mark.qualifier(mark) },
        y: { n: columns.y[secondOf(columns, row)] ?? 0, qualifier: Mark.qualifier(mark, 1) },
      }
    case "flag":
      return { kind: "flag", holds: n === 1 }
    default:
      return columns.others[n] ?? Value.missing("not-sent")
  }
}

/**
 * Where a row comes from: its submission, and the place in it.
 *
 * @example
 * place(Result.getOrThrow(fromFacts(registers, facts)), 0).submission // "an-ward-2000-2022-H1"
 */
export const place = (
  columns: FactColumns,
  row: number,
): Pick<Issue.Issue, "pointer"> & { readonly submission: string } => {
  const source = columns.facts?.[row]?.source
  if (source) return { pointer: source.pointer, submission: source.submission }
  const submission = submissionOf(columns, row)
  const pointer = `/values${Issue.step(columns.series[seriesOf(columns, row)]?.indicator ?? "")}`
  return { pointer, submission: columns.submissions.ids[submission] ?? `#${submission + 1}` }
}

/**
 * The period of a row.
 *
 * @example
 * periodOf(Result.getOrThrow(fromFacts(registers, facts)), 0) // H1
 */
export const periodOf = (columns: FactColumns, row: number): Period.Period =>
  columns.periods[columns.submissions.period[submissionOf(columns, row)] ?? 0]!

const submissionOf = ({ submissions: { start, count } }: FactColumns, row: number): number => {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((start[middle] ?? 0) <= row) low = middle
    else high = middle - 1
  }
  return low
}

const secondOf = (columns: FactColumns, row: number): number => {
  const { start, second } = columns.submissions
  const submission = submissionOf(columns, row)
  let at = second[submission] ?? 0
  for (let r = start[submission] ?? 0; r < row; r++) {
    if (paired.has(columns.kinds[seriesOf(columns, r)] ?? "text")) at++
  }
  return at
}
