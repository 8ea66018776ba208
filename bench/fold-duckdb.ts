// The peer of fold/…: DuckDB on one thread, with SQL tuned for the task. Loading is not measured, on either side.
import { arrivals, type Country, MONTHS, sorts } from "./fold-country.ts"
import { peer } from "./peers.ts"

// As much of its API as is used here; its own types are only there once it is installed.
interface Appender {
  readonly appendDataChunk: (chunk: unknown) => void
  readonly closeSync: () => void
}
interface Connection {
  readonly run: (sql: string) => Promise<unknown>
  readonly runAndReadAll: (sql: string) => Promise<{ getRows: () => ReadonlyArray<ReadonlyArray<unknown>> }>
  readonly createAppender: (table: string) => Promise<Appender>
}
interface Duckdb {
  readonly DuckDBInstance: {
    create: (path: string, options: Record<string, string>) => Promise<{ connect: () => Promise<Connection> }>
  }
  readonly DuckDBDataChunk: {
    create: (types: ReadonlyArray<unknown>, rows: number) => { setColumns: (columns: unknown) => void }
  }
  readonly INTEGER: unknown
  readonly UTINYINT: unknown
  readonly BIGINT: unknown
}

const CHUNK = 2048

// Rows into a table, a chunk at a time.
const filler = async (duckdb: Duckdb, connection: Connection, table: string, types: ReadonlyArray<unknown>) => {
  const appender = await connection.createAppender(table)
  let columns = types.map((): Array<unknown> => [])
  const flush = (): void => {
    const count = columns[0]?.length ?? 0
    if (count === 0) return
    const chunk = duckdb.DuckDBDataChunk.create(types, count)
    chunk.setColumns(columns)
    appender.appendDataChunk(chunk)
    columns = types.map(() => [])
  }
  return {
    add: (...row: ReadonlyArray<unknown>): void => {
      for (const [i, value] of row.entries()) columns[i]?.push(value)
      if (columns[0]?.length === CHUNK) flush()
    },
    close: (): void => {
      flush()
      appender.closeSync()
    },
  }
}

const load = async (country: Country): Promise<Connection> => {
  const duckdb = peer("@duckdb/node-api") as Duckdb
  const { INTEGER, UTINYINT, BIGINT } = duckdb
  const connection = await (await duckdb.DuckDBInstance.create(":memory:", { threads: "1" })).connect()
  const table = async (name: string, columns: string, types: ReadonlyArray<unknown>) => {
    await connection.run(`create table ${name}(${columns})`)
    return filler(duckdb, connection, name, types)
  }
  const facts = await table(
    "facts",
    "submission integer, unit integer, month utinyint, rev utinyint, ind utinyint, n bigint, y bigint, mark utinyint",
    [INTEGER, INTEGER, UTINYINT, UTINYINT, UTINYINT, BIGINT, BIGINT, UTINYINT],
  )
  const submissions = await table("submissions", "submission integer, unit integer, month utinyint, rev utinyint", [
    INTEGER,
    INTEGER,
    UTINYINT,
    UTINYINT,
  ])
  const orgs = await table("orgs", "unit integer, comm integer, prov integer", [INTEGER, INTEGER, INTEGER])
  let submission = -1
  arrivals(
    country,
    (unit, month, revision) => submissions.add(++submission, unit, month, revision),
    ({ unit, month, revision, indicator, n, y, about, estimated }) =>
      facts.add(
        submission,
        unit,
        month,
        revision,
        indicator,
        BigInt(n),
        BigInt(y),
        (about ? ABOUT : 0) | (estimated ? ESTIMATED : 0),
      ),
  )
  for (const [unit, commune] of country.communeOf.entries()) orgs.add(unit, commune, country.provinceOf[commune])
  for (const one of [facts, submissions, orgs]) one.close()
  return connection
}

export const ABOUT = 1
export const ESTIMATED = 2

// The last revision of a unit's month, whole; from the facts alone, or by a table of submissions. Which is faster
// depends on the size, so both are tried.
const standing = [
  `select f.unit, f.month, f.ind, f.n, f.y, f.mark
     from facts f join (select unit, month, max(rev) rev from facts group by all) m using (unit, month, rev)`,
  `select f.unit, f.month, f.ind, f.n, f.y, f.mark
     from facts f join (select arg_max(submission, rev) submission from submissions group by unit, month) using (submission)`,
]

const firstOf = (sort: string): number => sorts.findIndex((one) => one === sort)
const [STOCK, SHARE] = [firstOf("stock"), firstOf("share")]
const months = Array.from({ length: MONTHS }, (_, m) => m)
const ones = (part: ReadonlyArray<number>): number => part.reduce((mask, m) => mask | (1 << m), 0)
/** Quarters, halves and the year: number, months, quarters. */
const long = [
  ...[0, 1, 2, 3].map((q) => ({ p: 12 + q, part: months.slice(3 * q, 3 * q + 3), quarters: [q] })),
  { p: 16, part: months.slice(0, 6), quarters: [0, 1] },
  { p: 17, part: months.slice(6), quarters: [2, 3] },
  { p: 18, part: months, quarters: [0, 1, 2, 3] },
]

// Reduced to communes as early as the meaning allows. Sums need a row for each unit and indicator: a quarter counts only
// where its three months are there. Stocks are those of the closing month, so the communes' months have them already.
// Shares take the newest month inside a unit: by quarters, halves, year, each from the level below. `have` are the
// months that are there, as bits.
const have = "bit_or((1::integer << month::integer)::usmallint) have"
const coverage = ({ p, part }: (typeof long)[number]): string =>
  `count(*) filter (have & ${ones(part)} = ${ones(part)}) complete${p},
   count(*) filter (have & ${ones(part)} not in (0, ${ones(part)})) in_part${p},
   sum(bit_count(have & ${ones(part)})) arrived${p}`
const newest = (by: string): string => `arg_max(n, ${by}) n, arg_max(y, ${by}) y, arg_max(mark, ${by}) mark`
const shares = (table: string, period: string, length: number): string =>
  `union all select comm, ${period}, ind, sum(n), sum(y), bit_or(mark), count(*) filter (bit_count(have) = ${length}),
     count(*) filter (bit_count(have) < ${length}), sum(bit_count(have)) from ${table} join orgs using (unit) group by all`

const tuned = (source: string): string => `
with d as materialized (${source}),
 cm as materialized (
   select comm, month::integer p, ind, sum(n) n, sum(y) y, bit_or(mark) mark, count(*) complete, 0 in_part, count(*) arrived
   from d join orgs using (unit) group by all),
 wf as (
   select unit, ind, ${have}, ${[0, 1, 2, 3].map((q) => `sum(n) filter (month // 3 = ${q}) n${q}, bit_or(mark) filter (month // 3 = ${q}) m${q}`).join(", ")}
   from d where ind < ${STOCK} group by all),
 ws as (select unit, ind, ${have} from d where ind between ${STOCK} and ${SHARE - 1} group by all),
 wq as materialized (select unit, month // 3 q, ind, ${have}, ${newest("month")} from d where ind >= ${SHARE} group by all),
 wh as materialized (select unit, q // 2 h, ind, bit_or(have) have, ${newest("q")} from wq group by all),
 wy as materialized (select unit, ind, bit_or(have) have, ${newest("h")} from wh group by all),
 cf as materialized (
   select comm, ind, ${long
     .map(
       (
         one,
       ) => `sum(${one.quarters.map((q) => `n${q}`).join("+")}) filter (have & ${ones(one.part)} = ${ones(one.part)}) n${one.p},
     bit_or(${one.quarters.map((q) => `m${q}`).join("|")}) filter (have & ${ones(one.part)} = ${ones(one.part)}) m${one.p}, ${coverage(one)}`,
     )
     .join(", ")}
   from wf join orgs using (unit) group by all),
 cs as materialized (select comm, ind, ${long.map(coverage).join(", ")} from ws join orgs using (unit) group by all),
 c as materialized (
   select * from cm
   ${long
     .map(
       ({ p, part }) => `
   union all select comm, ${p}, ind, n${p}, 0, m${p}, complete${p}, in_part${p}, arrived${p} from cf where arrived${p} > 0
   union all select cs.comm, ${p}, cs.ind, cm.n, 0, cm.mark, complete${p}, in_part${p}, arrived${p}
     from cs left join cm on cm.comm = cs.comm and cm.ind = cs.ind and cm.p = ${part.at(-1)} where arrived${p} > 0`,
     )
     .join("")}
   ${shares("wq", "12 + q", 3)}
   ${shares("wh", "16 + h", 6)}
   ${shares("wy", "18", 12)}),
 o as (select comm, prov, count(*) units from orgs group by all)
select case when grouping(prov) = 1 then 'n' when grouping(comm) = 1 then 'p' || prov else 'c' || comm end org, p, ind,
  sum(n) n, sum(y) y, bit_or(mark) mark, sum(complete) complete, sum(in_part) in_part, sum(arrived) arrived, sum(units) units
from c join o using (comm) group by grouping sets ((prov, comm, p, ind), (prov, p, ind), (p, ind))`

/** A cell as DuckDB has it; `n` is null where nothing counts. */
export interface Cell {
  readonly org: string
  readonly period: number
  readonly indicator: number
  readonly n: bigint | null
  readonly y: bigint | null
  readonly mark: number
  readonly complete: number
  readonly partial: number
  readonly arrived: number
  readonly owing: number
}

/** A loaded database: `fold` makes the cells anew, the faster of the two ways. */
export interface Peer {
  readonly fold: () => Promise<void>
  readonly cells: () => Promise<ReadonlyArray<Cell>>
}

export const open = async (country: Country): Promise<Peer> => {
  const connection = await load(country)
  const queries = standing.map(tuned)
  const run = async (sql: string): Promise<number> => {
    const before = process.cpuUsage()
    await connection.run(`create or replace table cube as ${sql}`)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const best: Array<number> = []
  for (const sql of queries) best.push(Math.min(await run(sql), await run(sql), await run(sql)))
  const chosen = queries[best.indexOf(Math.min(...best))] ?? ""
  return {
    fold: async () => void (await run(chosen)),
    cells: async () => {
      const read = await connection.runAndReadAll(
        "select org, p, ind, n, y, mark, complete::integer, in_part::integer, arrived::integer, units::integer from cube",
      )
      return read.getRows().map(([org, period, indicator, n, y, mark, complete, partial, arrived, owing]) => ({
        org: String(org),
        period: Number(period),
        indicator: Number(indicator),
        n: n === null ? null : BigInt(n as bigint),
        y: y === null ? null : BigInt(y as bigint),
        mark: Number(mark ?? 0),
        complete: Number(complete),
        partial: Number(partial),
        arrived: Number(arrived),
        owing: Number(owing),
      }))
    },
  }
}
