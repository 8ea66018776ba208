// A workbook that says itself what its headings and rows mean: a `danvan/columns@0` on a hidden sheet, in pieces that fit
// into cells, under a name of the workbook. A hidden sheet proves nothing: the mapping is checked like any other.
import { type BookRow, type BookSheet, quoted } from "@danvan/workbook/Book"
import type { Mapping } from "@danvan/core"
import { address } from "../Table.ts"
import type { Workbook } from "./Reader.ts"
import { toRange } from "./Reference.ts"

/** The sheet's name, and that under which the mapping is found. */
export const carrier = { sheet: "danvan", name: "danvan.columns" } as const

// A cell holds 32,767 characters.
const piece = 32_000

/**
 * The sheet that carries a mapping in its first column and lists in those behind it, the name that leads to the mapping,
 * and the ranges of the lists.
 *
 * @example
 * const { names, ranges } = carry({ schema: "danvan/columns@0" }, [["có", "không"]])
 * names.get("danvan.columns") // "'danvan'!$A$1:$A$1"
 * ranges // ["'danvan'!$B$1:$B$2"]
 */
export const carry = (
  mapping: Mapping.File,
  lists: ReadonlyArray<ReadonlyArray<string>>,
): {
  readonly sheet: BookSheet
  readonly names: ReadonlyMap<string, string>
  readonly ranges: ReadonlyArray<string>
} => {
  const pieces = [...(JSON.stringify(mapping).match(new RegExp(`[^]{1,${piece}}`, "gu")) ?? [])]
  const columns = [pieces, ...lists]
  const height = Math.max(...columns.map(({ length }) => length))
  const rows: ReadonlyArray<BookRow> = Array.from({ length: height }, (_, i) => ({
    row: i + 1,
    cells: columns.flatMap((values, column) => {
      const value = values[i]
      return value === undefined ? [] : [{ column: column + 1, value }]
    }),
  }))
  const ranges = columns.map(({ length }, column) => {
    const [from, to] = [1, Math.max(1, length)].map((row) => address({ row, column: column + 1 }).replace(/\d/, "$$$&"))
    return `${quoted(carrier.sheet)}!$${from}:$${to}`
  })
  const [at = "", ...others] = ranges
  return {
    sheet: { name: carrier.sheet, state: "veryHidden", widths: [], rows },
    names: new Map([[carrier.name, at]]),
    ranges: others,
  }
}

/**
 * What a workbook carries: JSON that is not checked yet, and the sheet it was on. Null when it carries none; the JSON is
 * undefined when what stands there is none.
 *
 * @example
 * carried({ tables: [], names: new Map(), inert: [] }) // null
 */
export const carried = (workbook: Workbook): { readonly sheet: string; readonly json: unknown } | null => {
  const [, name = "", cells = ""] = /^'?(.+?)'?!([^!]+)$/.exec(workbook.names.get(carrier.name) ?? "") ?? []
  const [range, sheet] = [toRange(cells), name.replaceAll("''", "'")]
  const table = workbook.tables.find((one) => one.name === sheet)
  if (range === null || table === undefined) return null
  const text = [...table.rows]
    .filter(({ row }) => row >= range.top && row <= range.bottom)
    .flatMap(({ cells: all }) => all.filter(({ column }) => column === range.left).map(({ raw }) => raw))
    .join("")
  try {
    return { sheet, json: JSON.parse(text) as unknown }
  } catch {
    return { sheet, json: undefined }
  }
}
