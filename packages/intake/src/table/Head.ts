// Where the head of a table is, under titles and letterheads, in one row or several, merged or not; and what each column
// under it holds.
import type { Meaning, Resolved } from "./Headings.ts"
import { plain } from "./CellValue.ts"
import type { Cell, Range, Row, Table } from "../Table.ts"

/** A column under the head; what it means is for the kind of table to say. */
export interface Column<M = Meaning> {
  readonly column: number
  /** Its heading, stacked levels joined by ` > `. */
  readonly heading: string
  /** The lowest cell of its heading. */
  readonly cell: Cell
  readonly resolved: Resolved<M>
}

/** How a kind of table is headed: what a heading means, and how much of a head was understood, 0 for none of it. */
export interface Reading<M> {
  readonly resolve: (path: ReadonlyArray<string>) => Resolved<M>
  readonly weigh: (columns: ReadonlyArray<Column<M>>) => number
}

/** The head of a table. */
export interface Head<M = Meaning> {
  /** Its last row. */
  readonly bottom: number
  readonly columns: ReadonlyArray<Column<M>>
  /** The unit of counting said above the table (Đơn vị tính: triệu đồng); null for none. */
  readonly measure: string | null
}

/** How many rows that hold something are searched for the head. */
const searched = 40
/** How many rows a head may have. */
const tallest = 3

/**
 * The head of a table: the rows in which most columns are understood; null where none is one.
 */
export const find = <M>(table: Table, reading: Reading<M>): Head<M> | null => {
  const rows: Array<Row> = []
  for (const row of table.rows) if (rows.push(row) >= searched) break
  let best: Head<M> | null = null
  let [most, tall] = [0, 0]
  for (let top = 0; top < rows.length; top++) {
    for (let height = 1; height <= tallest; height++) {
      const band = rows.slice(top, top + height)
      if (band.length < height || (band.at(-1)?.row ?? 0) - (band[0]?.row ?? 0) !== height - 1) break
      if (height > 1 && band.at(-1)?.cells.some((cell) => cell.kind === "number" || /^[\d.,\s]+$/.test(cell.text)))
        break
      const columns = columnsOf(band, table, reading)
      const weight = reading.weigh(columns)
      // Where a lower row adds nothing it is no part of the head.
      const isBetter = weight > most || (weight === most && weight > 0 && height < tall)
      if (!isBetter) continue
      ;[most, tall] = [weight, height]
      best = { bottom: band.at(-1)?.row ?? 0, columns, measure: measureAbove(rows.slice(0, top)) }
    }
  }
  return best
}

/**
 * Rows that look most like a head although nothing in them was understood: what to show to whoever asks why.
 */
export const looked = (table: Table): ReadonlyArray<string> => {
  let widest: ReadonlyArray<string> = []
  let n = 0
  for (const { cells } of table.rows) {
    const texts = cells
      .filter(({ kind, text }) => kind === "text" && /\p{L}/u.test(text))
      .map(({ text }) => plain(text))
    if (texts.length > widest.length) widest = texts
    if (++n >= searched) break
  }
  return widest.slice(0, 12)
}

const columnsOf = <M>(band: ReadonlyArray<Row>, table: Table, { resolve }: Reading<M>): ReadonlyArray<Column<M>> => {
  // From below: how far a heading reaches is for those under it to say.
  const levels: Array<ReadonlyMap<number, Cell>> = []
  for (const row of band.toReversed()) levels.unshift(levelOf(row, table.merges, band, levels[0] ?? null))
  const last = Math.max(...levels.map((level) => Math.max(0, ...level.keys())))
  const columns: Array<Column<M>> = []
  for (let column = 1; column <= last; column++) {
    const cells = levels.flatMap((level) => level.get(column) ?? [])
    const [cell] = cells.slice(-1)
    const path = cells.map(({ text }) => plain(text)).filter((text, i, all) => text !== "" && text !== all[i - 1])
    if (cell && path.length > 0) {
      columns.push({ column, heading: path.join(" > "), cell, resolved: resolve(path) })
    }
  }
  return columns
}

/**
 * (1) (2) (3), A B 1 2: the numbers of the columns, which offices print under the head.
 */
export const isNumbering = ({ cells }: Row): boolean =>
  cells.length > 1 &&
  cells.every(({ text }) => /^\(?(?:[A-Z]|\d{1,2})\)?$/.test(text.trim())) &&
  (cells.some(({ text }) => /^\(|^[A-Z]$/.test(text.trim())) ||
    cells.every(({ text }, i) => Number(text) === Number(cells[0]?.text) + i))

// A merged cell stands over all its columns. A file that knows no merged cells leaves those behind it empty: there a
// heading reaches as far as something stands below and nothing beside it.
const levelOf = (
  row: Row,
  merges: ReadonlyArray<Range>,
  band: ReadonlyArray<Row>,
  under: ReadonlyMap<number, Cell> | null,
): ReadonlyMap<number, Cell> => {
  const level = new Map(row.cells.map((cell) => [cell.column, cell]))
  for (const { top, left, bottom, right } of merges) {
    if (row.row < top || row.row > bottom) continue
    const anchor = band.find((one) => one.row === top)?.cells.find(({ column }) => column === left)
    if (anchor) for (let column = left; column <= Math.min(right, left + 1023); column++) level.set(column, anchor)
  }
  if (merges.length > 0 || under === null) return level
  for (const cell of row.cells) {
    for (let column = cell.column + 1; under.has(column) && !level.has(column); column++) {
      if (under.has(cell.column)) level.set(column, cell)
    }
  }
  return level
}

const measureAbove = (rows: ReadonlyArray<Row>): string | null => {
  for (const { cells } of rows.toReversed()) {
    for (const cell of cells) {
      const [, measure] = /^\(?\s*(?:đơn vị tính|đvt)\s*:\s*([^()]+?)\s*\)?$/iu.exec(plain(cell.text)) ?? []
      if (measure !== undefined) return measure
    }
  }
  return null
}
