// A table's rows in their measures: how wide columns are, how high rows, and where a row may be cut.
import type { Column, Row } from "@danvan/document"
import type { TextLine } from "./line.ts"
import { mm, type Page } from "./page.ts"

/** Least width of a column that shares what is left, mm. */
const LEAST = 10

/** The columns from line to line, pt, and where the first one begins. */
export interface Measures {
  readonly left: number
  readonly columns: ReadonlyArray<number>
  readonly line: number
  readonly paddingX: number
  readonly paddingY: number
}

/** Columns of a table; one narrower than the page stands in its middle. */
export const measuresOf = (columns: ReadonlyArray<Column>, page: Page): Measures & { readonly total: number } => {
  const { line, paddingX, paddingY } = page.layout.table
  const fixed = columns.reduce((sum, { width }) => sum + mm(width ?? 0), 0)
  const open = columns.filter(({ width }) => width === null).length
  const share = Math.max((page.width - fixed) / Math.max(open, 1), mm(LEAST))
  const widths = columns.map(({ width }) => (width === null ? share : mm(width)))
  const total = widths.reduce((sum, width) => sum + width, 0)
  return { left: Math.max((page.width - total) / 2, 0), columns: widths, total, line, paddingX, paddingY }
}

/** A cell in its place. */
export interface Placed {
  readonly lines: ReadonlyArray<TextLine>
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

/** Rows that stand together. `cut` says that their texts begin at the top: they go on elsewhere. */
export interface Band {
  readonly rows: ReadonlyArray<ReadonlyArray<Placed>>
  readonly heights: ReadonlyArray<number>
  readonly height: number
  readonly cut: boolean
  readonly measures: Measures
}

/** A band of rows; their heights are those of their texts unless they are given. */
export const bandOf = (
  rows: Band["rows"],
  measures: Measures,
  { heights = heightsOf(rows, measures), cut = false }: Partial<Pick<Band, "heights" | "cut">> = {},
): Band => ({ rows, heights, height: sum(heights), cut, measures })

/** The cells of rows with the columns where they begin; places that a span from above covers are stepped over. */
export const placesOf = (
  rows: ReadonlyArray<Row>,
  columns: number,
  lines: (row: number, cell: number, column: number, span: number) => ReadonlyArray<TextLine>,
): Band["rows"] => {
  const held = Array.from({ length: columns }, () => 0)
  return rows.map((row, r) => {
    const covered = held.map((n) => n > 0)
    for (const [c, n] of held.entries()) held[c] = Math.max(0, n - 1)
    let column = 0
    return row.cells.map((cell, c) => {
      while (covered[column]) column++
      const { colSpan = 1, rowSpan = 1 } = cell
      const from = column
      const rowsDown = Math.max(1, Math.min(rowSpan, rows.length - r))
      column += colSpan
      for (let i = from; i < column; i++) held[i] = rowsDown - 1
      return { lines: lines(r, c, from, colSpan), column: from, colSpan, rowSpan: rowsDown }
    })
  })
}

/** The height of each row from line to line; a cell over several rows makes the last one higher if it must. */
export const heightsOf = (rows: Band["rows"], measures: Measures): ReadonlyArray<number> => {
  const empty = 2 * measures.paddingY + measures.line
  const of = (cell: Placed): number => sum(cell.lines.map(({ height }) => height)) + empty
  const heights = rows.map((row) =>
    row.reduce((most, cell) => (cell.rowSpan === 1 ? Math.max(most, of(cell)) : most), empty),
  )
  for (const [r, row] of rows.entries()) {
    for (const cell of row) {
      const last = r + cell.rowSpan - 1
      const lacks = of(cell) - sum(heights.slice(r, last + 1))
      if (lacks > 0) heights[last] = (heights[last] ?? 0) + lacks
    }
  }
  return heights
}

/** Rows that a cell over several of them holds together, band by band. */
export const bandsOf = (rows: Band["rows"], measures: Measures): ReadonlyArray<Band> => {
  const bands: Array<Band> = []
  let from = 0
  let end = 0
  for (const [r, row] of rows.entries()) {
    end = row.reduce((last, cell) => Math.max(last, r + cell.rowSpan), Math.max(end, r + 1))
    if (end === r + 1) {
      bands.push(bandOf(rows.slice(from, end), measures))
      from = end
    }
  }
  return bands
}

/** The sum of numbers. */
export const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((a, b) => a + b, 0)
