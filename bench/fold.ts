// Cases fold/…: a year of a country in columns, brought together for every unit from the commune up, against DuckDB with
// SQL tuned for the task and against one plain pass over the same columns. Asked are 19 periods: months, quarters,
// halves, the year; sums in int64, what is closing or newest inside a unit, coverage, flags and exactness.
import { type FactColumns, Mark, Sums } from "@danvan/core"
import { periods, PROVINCES, sorts, type Task, taskOf } from "./fold-country.ts"
import * as duckdb from "./fold-duckdb.ts"
import { type Cases, measure, type Row } from "./measure.ts"

// Both sides have the same cells, to the last digit, flag and count, or nothing is measured.
const compare = (label: string, { country, plan, fold }: Task, theirs: ReadonlyArray<duckdb.Cell>): void => {
  const totals = fold()
  const width = plan.series.length
  const seriesOf = sorts.map((sort, i) => plan.series.findIndex(({ indicator }) => indicator === `${sort}-${i}`))
  const coverage = plan.subjects.map((_, k) => periods.map((_period, p) => Sums.coverageOf(totals, k, p)))
  let left = 0
  for (const counts of coverage.flat(2)) if (counts.cellsArrived > 0) left++
  for (const cell of theirs) {
    const { org, period, indicator } = cell
    const number = Number(org.slice(1))
    const k = org === "n" ? country.communes + PROVINCES : org.startsWith("p") ? country.communes + number : number
    const s = seriesOf[indicator] ?? -1
    const at = (k * periods.length + period) * width + s
    const mark = totals.mark[at] ?? 0
    const counts = coverage[k]?.[period]?.[plan.series[s]?.answer ?? -1]
    const none = (mark & Mark.PRESENT) === 0
    const length = period < 12 ? 1 : period < 16 ? 3 : period < 18 ? 6 : 12
    const same =
      (none ? cell.n === null : cell.n === Sums.sum(totals, at)) &&
      (none || (cell.y ?? 0n) === Sums.sum(totals, at, 1)) &&
      ((cell.mark & duckdb.ABOUT) !== 0) === (Mark.qualifier(mark) === "about") &&
      ((cell.mark & duckdb.ESTIMATED) !== 0) === Mark.flags(mark).includes("estimated") &&
      cell.complete === counts?.unitsComplete &&
      cell.partial === counts.unitsPartial &&
      cell.arrived === counts.cellsArrived &&
      cell.owing === counts.unitsOwing &&
      cell.owing * length === counts.cellsOwing
    if (!same)
      throw new Error(
        `${label}: DuckDB has another ${JSON.stringify(cell, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v))}`,
      )
    left--
  }
  if (left !== 0) throw new Error(`${label}: ${left} cells that DuckDB does not have`)
}

// Every number and mark once.
const onePass = ({ n, y, code, rows, submissions }: FactColumns.FactColumns): number => {
  let sum = 0
  let bits = 0
  for (let r = 0; r < rows; r++) sum += n[r]!
  const seconds = submissions.second[submissions.count]!
  for (let r = 0; r < seconds; r++) sum += y[r]!
  for (let r = 0; r < rows; r++) bits |= code[r]!
  return sum + bits
}

const contest = async (
  facts: number,
  peers: ReadonlyArray<"duckdb-tuned" | "one-pass">,
): Promise<ReadonlyArray<Row>> => {
  const label = `fold/${facts === 72e6 ? "72e6" : facts.toExponential().replace("+", "")}`
  const task = taskOf(facts)
  const rows: Array<Row> = []
  for (const peer of peers) {
    const of = { case: label, peer, unit: "ms", each: 1, ours: task.fold } as const
    if (peer === "one-pass") rows.push(await measure({ ...of, theirs: () => onePass(task.columns) }))
    else {
      const { fold, cells } = await duckdb.open(task.country)
      await fold()
      compare(label, task, await cells())
      rows.push(await measure({ ...of, theirs: fold }))
    }
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${label}: ${task.columns.rows} facts, ${task.plan.units.length} units, peak of the process ${peak} MiB`)
  return rows
}

/** Run only when named. */
export const heavy: ReadonlySet<string> = new Set(["fold/72e6"])

// How the cost grows with the facts: those of 1e7 at once, against ten times those of 1e6, in rounds of one contest. A
// slope of 1.05 from the smaller to the larger is a ratio of 10^0.05, which is 1.12.
const growth = async (): Promise<ReadonlyArray<Row>> => {
  const [small, large] = [taskOf(1e6), taskOf(1e7)]
  const theirs = (): void => {
    for (let i = 0; i < 10; i++) small.fold()
  }
  const row = await measure({ case: "fold/slope", peer: "fold/1e6", unit: "ms", each: 10, ours: large.fold, theirs })
  console.log(`fold/slope: from 1e6 to 1e7 facts ${(1 + Math.log10(row.ratio)).toFixed(3)}`)
  return [row]
}

export const cases: Cases = {
  "fold/1e6": () => contest(1e6, ["duckdb-tuned", "one-pass"]),
  "fold/1e7": () => contest(1e7, ["duckdb-tuned", "one-pass"]),
  "fold/slope": growth,
  "fold/72e6": () => contest(72e6, ["one-pass"]),
}
