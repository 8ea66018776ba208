// What has arrived of what is owed, counted while units are folded: into each answer, or once for a group of answers
// where a unit sent all that it sent in full. Internal.
import type * as AggregationPlan from "../AggregationPlan.ts"
import type * as FactColumns from "../FactColumns.ts"
import type * as Page from "./Page.ts"
import type * as Routes from "./Routes.ts"

/** Counts by `(subject × periods + period) × answers + answer`; `evenly` has three for each group in place of answers. */
export interface Arrivals {
  readonly width: number
  readonly groups: Routes.Routes["groups"]
  readonly complete: Uint32Array
  readonly partial: Uint32Array
  readonly arrived: Uint32Array
  /** Of those that arrived: late ones, and those not due yet; empty where there can be none. */
  readonly late: Uint32Array
  readonly early: Uint32Array
  readonly evenly: Uint32Array
}

/** Nothing has arrived. */
export const make = (
  { subjects, periods, answers, duties }: AggregationPlan.AggregationPlan,
  { groups }: Routes.Routes,
  late: FactColumns.FactColumns["late"],
): Arrivals => {
  const lines = subjects.length * periods.length
  const hasEarly = duties.some((byPeriod) => byPeriod.some((all) => all.some(({ early }) => early > 0)))
  return {
    width: answers.length,
    groups,
    complete: new Uint32Array(lines * answers.length),
    partial: new Uint32Array(lines * answers.length),
    arrived: new Uint32Array(lines * answers.length),
    late: new Uint32Array(late === null ? 0 : lines * answers.length),
    early: new Uint32Array(hasEarly ? lines * answers.length : 0),
    evenly: new Uint32Array(lines * groups.length * 3),
  }
}

/** Counts a unit's duty for a subject and period, `line`. A value for the period itself stands for all of its parts. */
export const count = (counts: Arrivals, page: Page.Page, line: number, duty: Routes.Duty): void => {
  const { width, complete, partial, arrived, late, early, evenly } = counts
  const { answers, owing, group } = duty
  const even = page.state.even ? gotOf(page.full, 1, 0, duty) : -1
  if (even === 0) return
  if (even > 0 && group >= 0 && duty.early === 0) {
    const at = 3 * (line * counts.groups.length + group)
    const unit = at + (even === owing ? 1 : 2)
    evenly[at] = evenly[at]! + even
    evenly[unit] = evenly[unit]! + 1
    return
  }
  for (let i = 0; i < answers.length; i++) {
    const a = answers[i]!
    const got = even < 0 ? gotOf(page.there, width, a, duty) : even
    if (got === 0) continue
    const at = line * width + a
    arrived[at] = arrived[at]! + got
    if (page.state.late) late[at] = late[at]! + lateOf(page, width, a, duty)
    if (duty.early > 0)
      early[at] = early[at]! + (even < 0 ? earlyOf(page.there, width, a, duty) : earlyOf(page.full, 1, 0, duty))
    if (got === owing) complete[at] = complete[at]! + 1
    else partial[at] = partial[at]! + 1
  }
}

const gotOf = (there: Int32Array, width: number, a: number, duty: Routes.Duty): number => {
  const { owing, words } = duty
  if (stated(there, width, a, duty) >= 0) return owing
  let got = 0
  for (let w = 0; w < words.length; w++) got += bits(there[w * width + a]! & words[w]!)
  return got
}

const has = (lines: Int32Array, width: number, a: number, line: number): boolean =>
  line >= 0 && (lines[(line >> 5) * width + a]! & (1 << (line & 31))) !== 0

// The line of the period itself, sent or left by two cumulative numbers; -1 where there is none.
const stated = (there: Int32Array, width: number, a: number, { direct, left }: Routes.Duty): number =>
  has(there, width, a, direct) ? direct : has(there, width, a, left) ? left : -1

const lateOf = ({ there, late }: Page.Page, width: number, a: number, duty: Routes.Duty): number => {
  const { owing, words } = duty
  const whole = stated(there, width, a, duty)
  if (whole >= 0) return has(late, width, a, whole) ? owing : 0
  let got = 0
  for (let w = 0; w < words.length; w++) got += bits(there[w * width + a]! & late[w * width + a]! & words[w]!)
  return got
}

const earlyOf = (there: Int32Array, width: number, a: number, duty: Routes.Duty): number => {
  const { early, earlyWords } = duty
  if (stated(there, width, a, duty) >= 0) return early
  let got = 0
  for (let w = 0; w < earlyWords.length; w++) got += bits(there[w * width + a]! & earlyWords[w]!)
  return got
}

const bits = (word: number): number => {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** What was counted once for a group, to each of its answers. */
export const spread = ({ width, groups, complete, partial, arrived, evenly }: Arrivals): void => {
  if (groups.length === 0) return
  const lines = evenly.length / groups.length / 3
  for (let line = 0; line < lines; line++) {
    for (let g = 0; g < groups.length; g++) {
      const from = 3 * (line * groups.length + g)
      if (evenly[from] === 0) continue
      const answers = groups[g]!
      for (let i = 0; i < answers.length; i++) {
        const at = line * width + answers[i]!
        arrived[at] = arrived[at]! + evenly[from]!
        complete[at] = complete[at]! + evenly[from + 1]!
        partial[at] = partial[at]! + evenly[from + 2]!
      }
    }
  }
}

/** Adds the counts of a line to another's. */
export const rise = ({ width, complete, partial, arrived, late, early }: Arrivals, from: number, to: number): void => {
  for (let a = 0; a < width; a++) {
    complete[to * width + a] = complete[to * width + a]! + complete[from * width + a]!
    partial[to * width + a] = partial[to * width + a]! + partial[from * width + a]!
    arrived[to * width + a] = arrived[to * width + a]! + arrived[from * width + a]!
  }
  for (const some of [late, early]) {
    if (some.length === 0) continue
    for (let a = 0; a < width; a++) some[to * width + a] = some[to * width + a]! + some[from * width + a]!
  }
}
