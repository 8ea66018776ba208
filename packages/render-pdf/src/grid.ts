// The measures of a table: how wide its columns are, how high its rows, and what of it must be parted.
import type { Column, Row, Table } from "@danvan/document"
import type { Leaf } from "./node.ts"
import { heightOf, mm, type Page } from "./page.ts"

/** Least width of a column that shares what is left, mm. */
const LEAST = 10

/** The room between two lines of the grid, pt, column by column, and of all. */
export const widthsOf = (
  columns: ReadonlyArray<Column>,
  page: Page,
): { outer: ReadonlyArray<number>; total: number } => {
  const { line } = page.layout.table
  const fixed = columns.reduce((sum, { width }) => sum + mm(width ?? 0), 0)
  const open = columns.filter(({ width }) => width === null).length
  const share = Math.max((page.width - line - fixed) / Math.max(open, 1), mm(LEAST))
  const outer = columns.map(({ width }) => (width === null ? share : mm(width)))
  return { outer, total: outer.reduce((sum, width) => sum + width, 0) }
}

/** A cell in its place. */
export interface Placed {
  readonly leaf: Leaf
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

/** The cells of rows with the columns where they begin; places that a span from above covers are stepped over. */
export const placesOf = (
  rows: ReadonlyArray<Row>,
  columns: number,
  leaf: (row: number, cell: number, column: number, span: number) => Leaf,
): ReadonlyArray<ReadonlyArray<Placed>> => {
  const held = Array.from({ length: columns }, () => 0)
  return rows.map((row, r) => {
    const covered = held.map((n) => n > 0)
    for (const [c, n] of held.entries()) held[c] = Math.max(0, n - 1)
    let column = 0
    return row.cells.map((cell, c) => {
      while (covered[column]) column++
      const { colSpan = 1, rowSpan = 1 } = cell
      const placed = { leaf: leaf(r, c, column, colSpan), column, colSpan, rowSpan: Math.min(rowSpan, rows.length - r) }
      for (let i = column; i < column + colSpan; i++) held[i] = placed.rowSpan - 1
      column += colSpan
      return placed
    })
  })
}

/** The height of each row, its upper line included. */
export const heightsOf = (rows: ReadonlyArray<ReadonlyArray<Placed>>, page: Page): ReadonlyArray<number> => {
  const { line, paddingY } = page.layout.table
  const of = (cell: Placed): number => heightOf(cell.leaf) + 2 * paddingY + line
  const heights = rows.map((row) => Math.max(2 * paddingY + line, ...row.filter((c) => c.rowSpan === 1).map(of)))
  for (const [r, row] of rows.entries()) {
    for (const cell of row.filter(({ rowSpan }) => rowSpan > 1)) {
      const last = r + cell.rowSpan - 1
      const sum = heights.slice(r, last + 1).reduce((all, height) => all + height, 0)
      heights[last] = (heights[last] ?? 0) + Math.max(0, of(cell) - sum)
    }
  }
  return heights
}

/** What of a table fits on pages: whether its head is repeated, its rows stay whole, and which do not. */
export interface Fit {
  readonly repeated: boolean
  readonly whole: boolean
  readonly tall: ReadonlyArray<{
    readonly part: "head" | "body" | "foot"
    readonly row: number
    readonly height: number
  }>
}

/** Sees what fits into `room`. */
export const fitOf = (table: Table, heights: ReadonlyArray<number>, room: number): Fit => {
  const head = heights.slice(0, table.head.length)
  const headHeight = head.reduce((sum, height) => sum + height, 0)
  const rest = heights.slice(head.length)
  const fits = (height: number, below: number): boolean => height + below <= room
  if (rest.every((height) => fits(height, headHeight)) && headHeight <= room)
    return { repeated: true, whole: true, tall: [] }
  const repeated = headHeight <= room / 2
  const tall = rest.flatMap((height, i) => {
    if (fits(height, repeated ? headHeight : 0)) return []
    const part = i < table.body.length ? ("body" as const) : ("foot" as const)
    return [{ part, row: part === "body" ? i : i - table.body.length, height }]
  })
  const whole = tall.length === 0 && head.every((height) => fits(height, 0))
  return { repeated, whole, tall: repeated ? tall : [{ part: "head", row: 0, height: headHeight }, ...tall] }
}
