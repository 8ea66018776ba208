// What names of cells and rectangles in a workbook mean: `C12`, `$A$1:$C$3`.
import type { Range, Spot } from "@danvan/workbook/Place"

/** The last row and the last column that a sheet can have. */
export const last = { row: 1_048_576, column: 16_384 } as const

const cell = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/

/**
 * The place that a name means; null when it is none, or lies outside of any sheet.
 *
 * @example
 * toSpot("$AB$12") // { row: 12, column: 28 }
 * toSpot("A0") // null
 */
export const toSpot = (name: string): Spot | null => {
  const match = cell.exec(name)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? "") column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return column <= last.column && row <= last.row ? { row, column } : null
}

/**
 * The rectangle that a name means; one cell is one too. Null when it is none.
 *
 * @example
 * toRange("B2:A1") // { top: 1, left: 1, bottom: 2, right: 2 }
 */
export const toRange = (name: string): Range | null => {
  const [first = "", second = first] = name.split(":")
  const [a, b] = [toSpot(first), toSpot(second)]
  if (a === null || b === null || name.split(":").length > 2) return null
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}
