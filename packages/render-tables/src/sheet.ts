// A table as a sheet: what report it is of, caption and unit, the table itself, the notes.
import { type Document, type Inlines, type Loss } from "@danvan/document"
import type { BookCell, BookRow, BookSheet } from "@danvan/workbook/Book"
import type { Look } from "@danvan/workbook/Looks"
import { address, type Range } from "@danvan/workbook/Place"
import type { Grid, Placed } from "./grid.ts"
import { lineOf, seen } from "./line.ts"
import { cutShort } from "./loss.ts"
import { shown, soleFigure, soleOrdinal } from "./number.ts"
import { heightOf, widthsOf } from "./width.ts"

/** A sheet, and where each cell of the table stands in it. */
export interface Drawn {
  readonly sheet: BookSheet
  readonly places: ReadonlyArray<readonly [Placed, string]>
}

/** What a cell can hold, in UTF-16 units. */
export const longest = 32_767
/** Of texts longer than this, a cell marked as text shows nothing but #### in older programs. */
const textual = 255

/** Bold letters need more room, so that a line holds fewer. */
const bolder = 0.87
const HEAD = "DCE6F1"
/** Behind what is missing. */
const GAP = "D9D9D9"

/** The words of a line, composed; what does not fit into a cell is cut off and named. */
export const wordsOf = (line: Inlines, at: string, document: Document, losses: Array<Loss>): string => {
  const text = lineOf(line, document)
  if (text.length <= longest) return text
  const end = /[\ud800-\udbff]$/.test(text.slice(0, longest)) ? longest - 1 : longest
  losses.push(cutShort(at, text.slice(end)))
  return text.slice(0, end)
}

/** Draws a table. */
export const draw = (grid: Grid, name: string, document: Document, losses: Array<Loss>): Drawn => {
  const widths = widthsOf(grid, document)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const rows: Array<BookRow> = []
  const merges: Array<Range> = []
  const right = Math.max(1, grid.columns.length)
  const line = (value: string, look: Look): void => {
    if (value === "") return
    const row = rows.length + 1
    const height = heightOf([[value, total]])
    rows.push({ row, height, cells: [{ column: 1, value, look: { wrap: true, ...look } }] })
    if (right > 1) merges.push({ top: row, left: 1, bottom: row, right })
  }
  for (const [value, look] of headings(document)) line(value, look)
  line(wordsOf(grid.caption, `${grid.at}/caption`, document, losses), { bold: true, size: 13, align: "center" })
  if (grid.unit) line(wordsOf(grid.unit, `${grid.at}/unit`, document, losses), { italic: true, align: "right" })
  const top = rows.length + 1
  const places = grid.cells.map((cell) => [cell, address({ row: top + cell.row, column: cell.column + 1 })] as const)
  const cells = new Map<string, BookCell>()
  const texts = new Map<number, Array<readonly [string, number]>>()
  for (const [cell] of places) {
    const own = cellOf(cell, grid, document, losses)
    for (let r = cell.row; r < cell.row + cell.rows; r++) {
      for (let c = cell.column; c < cell.column + cell.columns; c++) {
        const isFirst = r === cell.row && c === cell.column
        cells.set(`${r}|${c}`, isFirst ? own : { column: c + 1, value: null, look: own.look ?? {} })
      }
    }
    const width = widths.slice(cell.column, cell.column + cell.columns).reduce((sum, one) => sum + one, 0)
    if (typeof own.value === "string" && cell.rows === 1)
      texts.set(cell.row, [
        ...(texts.get(cell.row) ?? []),
        [own.value, own.look?.bold === true ? width * bolder : width],
      ])
    const [bottom, edge] = [top + cell.row + cell.rows - 1, cell.column + cell.columns]
    if (cell.rows * cell.columns > 1) merges.push({ top: top + cell.row, left: cell.column + 1, bottom, right: edge })
  }
  for (let r = 0; r < grid.rows; r++) {
    const own = grid.columns.flatMap((_, c) => cells.get(`${r}|${c}`) ?? [])
    rows.push({ row: top + r, height: heightOf(texts.get(r) ?? []), cells: own })
  }
  for (const [i, note] of grid.notes.entries())
    line(wordsOf(note, `${grid.at}/notes/${i}`, document, losses), { size: 11 })
  const frozen = { rows: top - 1 + grid.head, columns: namedBy(grid) }
  const titleRows = grid.head === 0 ? {} : { titleRows: { from: top, to: top - 1 + grid.head } }
  const { landscape } = grid
  return { sheet: { name, state: "visible", widths, rows, frozen, merges, ...titleRows, landscape }, places }
}

/** What stands above every table: the warning of the first page, if there is one, and the title of the report. */
export const headings = (document: Document): ReadonlyArray<readonly [string, Look]> => {
  const letterhead = document.blocks.find(({ kind }) => kind === "letterhead")
  const stamp = letterhead?.kind === "letterhead" ? (letterhead.stamp ?? []) : []
  return [
    [lineOf(stamp, document).slice(0, longest), { bold: true, colour: "C00000" }],
    [seen(document.title).slice(0, longest), { italic: true }],
  ]
}

/** The columns that name the rows stay in view. */
const namedBy = ({ cells, head, columns }: Grid): number => {
  const names = cells.filter((one) => one.header && one.row >= head && one.columns < columns.length)
  const edge = Math.max(0, ...names.map((one) => one.column + one.columns))
  return edge < columns.length ? edge : 0
}

const cellOf = (cell: Placed, grid: Grid, document: Document, losses: Array<Loss>): BookCell => {
  const inHead = cell.row < grid.head
  const base: Look = {
    border: true,
    align: cell.align,
    ...(cell.align === "right" && !inHead ? { indent: 1 } : {}),
    ...(inHead || isAll(cell.content, "strong") ? { bold: true } : {}),
    ...(isAll(cell.content, "emphasis") ? { italic: true } : {}),
    ...(inHead ? { fill: HEAD } : cell.content.some(({ kind }) => kind === "gap") ? { fill: GAP } : {}),
  }
  const id = soleFigure(cell.content)
  const figure = id === null ? undefined : document.figures[id]
  const number = figure ? shown(figure, document.language) : null
  const note =
    figure?.coverage && isPartial(figure.coverage) ? { note: `${figure.label}\n${figure.coverage.text}` } : {}
  const column = cell.column + 1
  if (number) return { column, value: number.value, look: { ...base, format: number.format }, ...note }
  const ordinal = soleOrdinal(cell.content)
  if (ordinal !== null) return { column, value: ordinal, look: base }
  const value = wordsOf(cell.content, cell.at, document, losses)
  // Typed again, 9/12 must not become a day.
  const asText = /\p{Nd}/u.test(value) && value.length <= textual ? { format: "@" } : {}
  return { column, value, look: { ...base, wrap: true, ...asText }, ...note }
}

const isAll = (line: Inlines, kind: "strong" | "emphasis"): boolean =>
  line.length > 0 && line.every((inline) => inline.kind === kind)

const isPartial = (of: NonNullable<Document["figures"][string]["coverage"]>): boolean =>
  of.unitsComplete < of.unitsOwing || of.cellsArrived < of.cellsOwing
