// Two ways of doing the same work, measured side by side: rounds that alternate, CPU time of the whole process (so
// that what the collector and the compiler do counts too), the median of the rounds.
import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

/** One line of out/bench.json; `ratio` is ours ÷ theirs, below 1 is better. */
export interface Row {
  readonly case: string
  readonly peer: string
  readonly ours: number
  readonly theirs: number
  readonly unit: "µs" | "ms"
  readonly ratio: number
  readonly runs: number
}

/** What a row is about. */
type Label = Pick<Row, "case" | "peer" | "unit">

/** Cases by name; each measures itself and gives one row a peer. */
export type Cases = Readonly<Record<string, () => Promise<ReadonlyArray<Row>>>>

/** What is compared. A call of `ours` or `theirs` does the work `each` times. */
export interface Contest extends Label {
  readonly each: number
  readonly ours: () => unknown
  readonly theirs: () => unknown
}

const ROUNDS = 9
const SLOT = 300_000 // µs of CPU

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** µs a call, over as many calls as fill the slot. */
const slot = async (work: () => unknown): Promise<number> => {
  globalThis.gc?.()
  const start = cpu()
  let calls = 0
  let spent = 0
  do {
    await work()
    calls++
    spent = cpu() - start
  } while (spent < SLOT)
  return spent / calls
}

const round = (value: number): number => Number(value.toPrecision(4))

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

// Rounds that alternate; those numbered below 0 warm up and are not counted.
const rounds = async (of: Label, first: number, work: (side: "ours" | "theirs") => Promise<number>): Promise<Row> => {
  const [ours, theirs]: [Array<number>, Array<number>] = [[], []]
  for (let i = first; i < ROUNDS; i++) {
    const [a, b] = [await work("ours"), await work("theirs")]
    if (i < 0) continue
    ours.push(a)
    theirs.push(b)
  }
  const [left, right] = [median(ours), median(theirs)]
  return {
    case: of.case,
    peer: of.peer,
    ours: round(left),
    theirs: round(right),
    unit: of.unit,
    ratio: round(left / right),
    runs: ROUNDS,
  }
}

/** Measures a contest in this process, warm. */
export const measure = (contest: Contest): Promise<Row> => {
  const scale = (contest.unit === "ms" ? 1000 : 1) * contest.each
  return rounds(contest, -4, async (side) => (await slot(contest[side])) / scale)
}

/**
 * Measures a contest cold: `script` runs in a process of its own each time, with `ours` or the peer's name as its argument, and
 * prints the CPU time it took, in ms. It sees the built packages, as users do.
 */
export const measureCold = (
  of: Label & { readonly unit: "ms" },
  script: URL,
  ...more: ReadonlyArray<string>
): Promise<Row> =>
  rounds(of, -1, async (side) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      fileURLToPath(script),
      side === "ours" ? side : of.peer,
      ...more,
    ])
    return Number(stdout.split(" ")[0])
  })
