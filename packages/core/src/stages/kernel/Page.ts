// One unit's figures, spread out: a line of series for each reported period, then one for each sum over parts. The same
// page serves for every unit. Internal.
import type * as AggregationPlan from "../AggregationPlan.ts"
import type * as FactColumns from "../FactColumns.ts"
import * as Mark from "../Mark.ts"
import * as Routes from "./Routes.ts"

const { PRESENT, NUMBER, WHOLE, SENT } = Mark

/** The page. A place is `line × series + series`; lines are counted in places. */
export interface Page {
  readonly num: Float64Array
  readonly second: Float64Array
  /** 0 where nothing was sent; for a sum over parts also where a part is not there. */
  readonly mark: Uint16Array
  /** By line: 0 nothing, 1 something, 2 a present value for every series. */
  readonly filled: Uint8Array
  /** By `word × answers + answer`: the reported periods for which the answer is there, as bits. */
  readonly there: Int32Array
  /** The same for parts of an indicator: the periods in which they are known as soon as the total is. */
  readonly broken: Int32Array
  /** By word: the reported periods that are full, which is all that is there when `state.even`. */
  readonly full: Int32Array
  /** As `there`: the reported periods for which the answer came late, where `state.late`. */
  readonly late: Int32Array
  readonly state: { even: boolean; late: boolean; asked: number }
  /** Lines where something may stand, chosen anew for every list. */
  readonly active: Int32Array
}

/**
 * An empty page for a plan.
 */
export const make = ({ reported, series, answers }: AggregationPlan.AggregationPlan, routes: Routes.Routes): Page => {
  const lines = reported.length + routes.tilings.length + routes.differences.length
  return {
    num: new Float64Array(lines * series.length),
    second: new Float64Array(lines * series.length),
    mark: new Uint16Array(lines * series.length),
    filled: new Uint8Array(lines),
    there: new Int32Array(routes.words * answers.length),
    broken: new Int32Array(routes.words * answers.length),
    full: new Int32Array(routes.words),
    late: new Int32Array(routes.words * answers.length),
    state: { even: false, late: false, asked: 0 },
    active: new Int32Array(lines),
  }
}

/**
 * Puts the standing submissions of a unit on the page. Gives a refusal when a value is there twice; `whole` gets the
 * rows about the unit and all below it, and says whether they came for the first time.
 */
export const read = (
  page: Page,
  plan: AggregationPlan.AggregationPlan,
  columns: FactColumns.FactColumns,
  routes: Routes.Routes,
  unit: number,
  whole: (line: number, series: number, row: number) => boolean,
): FactColumns.Refusal | null => {
  const { num, second, mark, filled } = page
  const { n, y, code } = columns
  const { submission, start, reported, seriesOf, paired } = routes
  const { second: seconds } = columns.submissions
  const width = plan.series.length
  mark.fill(0, 0, plan.reported.length * width)
  filled.fill(0)
  const from = routes.first[unit]!
  const last = routes.first[unit + 1]!
  page.state.asked = ask(columns, submission, from, last)
  for (let i = from; i < last; i++) {
    const id = submission[i]!
    const line = reported[id]!
    const base = line * width
    const end = start[id + 1]!
    let present = 0
    let own = 0
    let q = seconds[id]!
    for (let r = start[id]!; r < end; r++) {
      const m = code[r]! & 0xffff
      const c = code[r]! >>> 16
      const s = seriesOf[c]!
      const two = paired[c] === 1
      if (two) q++
      if (s < 0) continue
      if ((m & WHOLE) !== 0) {
        if (!whole(line, s, r)) return repeated(plan, unit, line, s)
        continue
      }
      const at = base + s
      if (mark[at] !== 0) return repeated(plan, unit, line, s)
      mark[at] = m | SENT
      num[at] = n[r]!
      if (two) second[at] = y[q - 1]!
      present += (m & PRESENT) === 0 ? 0 : 1
      own++
    }
    if (present === width && own === width) filled[line] = 2
    else if (own > 0) filled[line] = 1
  }
  page.state.late = columns.late !== null && delay(page, plan, columns.late, columns, routes, unit)
  answer(page, plan, routes)
  if (routes.broken && !page.state.even) breakDown(page, plan, columns, routes, unit)
  if (routes.differences.length > 0 && !page.state.even) leave(page, plan, routes)
  return null
}

// A unit's submissions lie far apart. One look at every line of memory that they fill, before the first row is read, lets
// the machine fetch all of them at once; the sum only keeps the look from being optimised away.
const ask = (
  { n, y, code, submissions: { start, second } }: FactColumns.FactColumns,
  submission: Int32Array,
  from: number,
  last: number,
): number => {
  let sum = 0
  for (let i = from; i < last; i++) {
    const id = submission[i]!
    const first = start[id]!
    const end = start[id + 1]!
    for (let r = first; r < end; r += 8) sum += n[r]!
    for (let q = second[id]!, stop = second[id + 1]!; q < stop; q += 8) sum += y[q]!
    for (let r = first; r < end; r += 16) sum += code[r]!
  }
  return sum
}

const repeated = (
  plan: AggregationPlan.AggregationPlan,
  unit: number,
  line: number,
  s: number,
): FactColumns.Refusal => ({
  reason: "value.repeated",
  found: `${plan.units[unit]}, ${plan.series[s]?.indicator}, ${plan.reported[line]}`,
})

// Which totals are there, period by period. A line that is full is so for all of them at once.
const answer = (
  { mark, filled, there, full, state }: Page,
  { reported, answers, series }: AggregationPlan.AggregationPlan,
  { totalOf, differences }: Routes.Routes,
): void => {
  const count = answers.length
  const width = series.length
  full.fill(0)
  // What came late is counted answer by answer.
  state.even = !state.late
  for (let line = 0; line < reported.length; line++) {
    if (filled[line] === 2) full[line >> 5] = full[line >> 5]! | (1 << (line & 31))
    else if (filled[line] === 1) state.even = false
  }
  if (state.even)
    state.even = !differences.some(({ until, before }) => filled[until / width]! * filled[before / width]! > 0)
  if (state.even) return
  there.fill(0)
  for (let line = 0; line < reported.length; line++) {
    if (filled[line] === 0) continue
    const word = (line >> 5) * count
    const bit = 1 << (line & 31)
    const base = line * width
    if (filled[line] === 2) for (let a = 0; a < count; a++) there[word + a] = there[word + a]! | bit
    else {
      for (let a = 0; a < count; a++) {
        if ((mark[base + totalOf[a]!]! & PRESENT) !== 0) there[word + a] = there[word + a]! | bit
      }
    }
  }
}

// Which totals came late, and with them their parts; whether any did.
const delay = (
  { late }: Page,
  { answers, reported: lines, differences }: AggregationPlan.AggregationPlan,
  came: Uint8Array,
  { code }: FactColumns.FactColumns,
  { first, submission, start, reported, seriesOf, answerOf, totalOf, words }: Routes.Routes,
  unit: number,
): boolean => {
  let any = false
  for (let i = first[unit]!; i < first[unit + 1]!; i++) {
    const id = submission[i]!
    const word = (reported[id]! >> 5) * answers.length
    for (let r = start[id]!; r < start[id + 1]!; r++) {
      if (came[r] === 0) continue
      const s = seriesOf[code[r]! >>> 16]!
      if (s < 0) continue
      if (!any) late.fill(0)
      any = true
      late[word + answerOf[s]!] = late[word + answerOf[s]!]! | (1 << (reported[id]! & 31))
    }
  }
  if (!any) return false
  for (let a = 0; a < answers.length; a++) {
    const total = answerOf[totalOf[a]!]!
    for (let w = 0; w < words; w++) late[w * answers.length + a] = late[w * answers.length + total]!
  }
  // What two cumulative numbers leave came with the later of them.
  for (const [d, { until }] of differences.entries()) {
    const left = lines.length + d
    for (let a = 0; a < answers.length; a++) {
      if ((late[(until >> 5) * answers.length + a]! & (1 << (until & 31))) === 0) continue
      const word = (left >> 5) * answers.length + a
      late[word] = late[word]! | (1 << (left & 31))
    }
  }
  return true
}

// Parts of an indicator are known where the total is, and was broken down, or is nothing, or no number.
const breakDown = (
  { there, broken }: Page,
  { answers, reported: lines }: AggregationPlan.AggregationPlan,
  { n, code }: FactColumns.FactColumns,
  routes: Routes.Routes,
  unit: number,
): void => {
  const { first, submission, start, reported, seriesOf, partOf, parts, quantity, totalOf, answerOf } = routes
  broken.fill(0)
  for (let i = first[unit]!; i < first[unit + 1]!; i++) {
    const id = submission[i]!
    const word = (reported[id]! >> 5) * answers.length
    const bit = 1 << (reported[id]! & 31)
    for (let r = start[id]!; r < start[id + 1]!; r++) {
      const m = code[r]! & 0xffff
      if ((m & WHOLE) !== 0) continue
      const part = partOf[code[r]! >>> 16]!
      if (part >= 0) broken[word + part] = broken[word + part]! | bit
      const s = seriesOf[code[r]! >>> 16]!
      if (s < 0 || (quantity[s] === 1 && n[r] !== 0 && (m & NUMBER) !== 0)) continue
      for (const a of parts[s] ?? []) broken[word + a] = broken[word + a]! | bit
    }
  }
  for (let a = 0; a < answers.length; a++) {
    const total = answerOf[totalOf[a]!]!
    if (total === a) continue
    for (let w = 0; w < lines.length; w += 32) {
      const word = (w >> 5) * answers.length
      there[word + a] = there[word + total]! & broken[word + a]!
    }
  }
}

// What two cumulative numbers leave is there unless it was sent: for a total where both are numbers, for parts of it where
// both were broken down.
const leave = (
  { there, mark }: Page,
  { reported, answers, differences }: AggregationPlan.AggregationPlan,
  routes: Routes.Routes,
): void => {
  const count = answers.length
  const has = (line: number, a: number): boolean => (there[(line >> 5) * count + a]! & (1 << (line & 31))) !== 0
  for (const [d, { until, before }] of differences.entries()) {
    const lines = routes.differences[d]!
    const virtual = reported.length + d
    for (let a = 0; a < count; a++) {
      const total = routes.totalOf[a]!
      const numbers = mark[lines.until + total]! & mark[lines.before + total]! & NUMBER
      const sent = lines.direct >= 0 && mark[lines.direct + total] !== 0
      if (numbers === 0 || sent || !has(until, a) || !has(before, a)) continue
      const word = (virtual >> 5) * count + a
      there[word] = there[word]! | (1 << (virtual & 31))
    }
  }
}

/**
 * Writes what one line has beyond an earlier one of the same year; 0 is its mark where either is no number. Says whether
 * the later one is the smaller somewhere.
 */
export const differ = ({ num, mark, filled }: Page, one: Routes.Difference, width: number): boolean => {
  const { line, until, before, ends } = one
  filled[line / width] = 0
  if (filled[until / width] === 0 || filled[before / width] === 0) {
    mark.fill(0, line, line + ends)
    return false
  }
  filled[line / width] = 1
  let fell = false
  for (let s = 0; s < ends; s++) {
    const [m, b] = [mark[until + s]!, mark[before + s]!]
    mark[line + s] = (m & b & NUMBER) === 0 ? 0 : m | Mark.turned(b)
    num[line + s] = num[until + s]! - num[before + s]!
    if ((m & b & NUMBER) !== 0 && num[line + s]! < 0) fell = true
  }
  return fell
}

/**
 * Writes a sum over parts that fill a period; 0 is its mark where one of them is not there. Numbers are not negative, or
 * small: a sum that leaves the safe integers on its way stays outside.
 */
export const tile = ({ num, mark, filled }: Page, { line, parts, ends }: Routes.Tiling, width: number): void => {
  const own = line / width
  for (let k = 0; k < parts.length; k++) {
    if (filled[parts[k]! / width] !== 0) continue
    mark.fill(0, line, line + ends)
    return
  }
  filled[own] = 1
  const first = parts[0]!
  for (let s = 0; s < ends; s++) {
    const m = mark[first + s]!
    mark[line + s] = (m & PRESENT) === 0 ? 0 : m
    num[line + s] = num[first + s]!
  }
  for (let k = 1; k < parts.length; k++) {
    const part = parts[k]!
    for (let s = 0; s < ends; s++) {
      const m = mark[part + s]!
      const sum = mark[line + s]!
      mark[line + s] = (m & sum & PRESENT) === 0 ? 0 : m | sum
      num[line + s] = num[line + s]! + num[part + s]!
    }
  }
}

/**
 * The lines of a list where something stands, into `active`; how many. What stands behind a full line never counts.
 */
export const activate = ({ filled, active }: Page, lines: Int32Array, width: number): number => {
  let count = 0
  for (let k = 0; k < lines.length; k++) {
    const state = filled[lines[k]! / width]!
    if (state === 0) continue
    active[count++] = lines[k]!
    if (state === 2) break
  }
  return count
}

/**
 * Where the value of a series stands, by lines in their order, -1 where there is none: the first that is present; but
 * when the line `direct` has something, be it only that the value is missing, that counts.
 */
export const find = ({ mark }: Page, lines: Int32Array, count: number, series: number, direct: number): number => {
  for (let k = 0; k < count; k++) {
    const line = lines[k]!
    const m = mark[line + series]!
    if ((m & PRESENT) !== 0) return line + series
    if (m !== 0 && line === direct) return -1
  }
  return -1
}

/**
 * The row of a unit's own value for a reported period, -1 where there is none: looked for, since it is seldom asked.
 */
export const rowOf = (
  { first, submission, reported, start, seriesOf: places }: Routes.Routes,
  { code }: FactColumns.FactColumns,
  unit: number,
  line: number,
  series: number,
): number => {
  for (let i = first[unit]!; i < first[unit + 1]!; i++) {
    const id = submission[i]!
    if (reported[id] !== line) continue
    for (let row = start[id]!; row < start[id + 1]!; row++) {
      if (places[code[row]! >>> 16] === series && (code[row]! & Mark.WHOLE) === 0) return row
    }
  }
  return -1
}
