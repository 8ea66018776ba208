// The sums that people write under their tables: held against the rows above, and never used.
import { Indicator, Quantity } from "@danvan/core"
import type { Content } from "./CellValue.ts"
import * as Desk from "./Desk.ts"
import type { Cell } from "../Table.ts"

interface Sum {
  /** Since the last row of sums, and since the head; null once something could not be read or is not exact. */
  part: ReadonlyArray<number> | null
  all: ReadonlyArray<number> | null
}

/** Running sums, by column (or row) of the table. */
export type Sums = Map<number, Sum>

// A number, or both sides of a ratio; null for what cannot be added.
const numbersOf = (content: Content): ReadonlyArray<number> | null => {
  if (content.kind === "nil") return [0]
  const { json } = content
  if (typeof json === "number") return [json]
  if (typeof json !== "object" || json === null || !("x" in json) || !("y" in json)) return null
  return typeof json.x === "number" && typeof json.y === "number" ? [json.x, json.y] : null
}

const plus = (a: ReadonlyArray<number> | null, b: ReadonlyArray<number> | null): ReadonlyArray<number> | null => {
  if (a === null || b === null) return null
  if (a.length === 0) return b
  return a.length === b.length ? a.map((n, i) => n + (b[i] ?? 0)) : null
}

/**
 * Adds what a cell says; null for a cell that was not read, after which there is nothing to compare.
 *
 * @example
 * const sums = new Map()
 * add(sums, 3, { kind: "json", json: 5 })
 * sums.get(3) // { part: [5], all: [5] }
 */
export const add = (sums: Sums, at: number, content: Content | null): void => {
  const { part, all } = sums.get(at) ?? { part: [], all: [] }
  const numbers = content === null ? null : numbersOf(content)
  sums.set(at, { part: plus(part, numbers), all: plus(all, numbers) })
}

/** Whether a cell says what everything above it adds up to. */
export const isSum = (sums: Sums, at: number, said: Content): boolean => {
  const [total, all] = [numbersOf(said), sums.get(at)?.all ?? null]
  return total !== null && all !== null && all.length === total.length && all.every((n, i) => n === total[i])
}

/**
 * Holds a row of sums against what stands above it: all of it, or what came since the last such row.
 */
export const check = (
  desk: Desk.Desk,
  sums: Sums,
  at: number,
  series: Indicator.Series,
  cell: Cell,
  said: Content,
): void => {
  const total = numbersOf(said)
  const { part = null, all = null } = sums.get(at) ?? {}
  sums.set(at, { part: [], all })
  if (total === null || all === null || all.length === 0) return
  const same = (sum: ReadonlyArray<number> | null): boolean =>
    sum !== null && sum.length === total.length && sum.every((n, i) => n === total[i])
  if (same(all) || same(part)) return
  const text = (numbers: ReadonlyArray<number>): string => numbers.map((n) => Quantity.digits(n, 0)).join("/")
  const params = { total: text(total), sum: text(all) }
  Desk.tell(desk, "table.total-differs", cell, params, { indicator: series.indicator })
}
