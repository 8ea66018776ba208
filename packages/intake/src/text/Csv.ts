// CSV as spreadsheets write it, and as people break it: every cell with its line and column, and whether it stood in
// quotation marks. Nothing is thrown for what is wrong; it is noted with its place, and reading goes on.
import { LimitExceeded, limits as usual, type Limits } from "../Limits.ts"
import type * as Table from "../Table.ts"

/** What parts the cells of a row. */
export type Delimiter = ";" | "\t" | "," | "|"

/** Something odd about quotation marks, with its place; `text` is the cell. */
export interface Oddity {
  readonly code: "csv.quote-unclosed" | "csv.quote-stray"
  readonly line: number
  readonly offset: number
  readonly text: string
}

/** A CSV file as a table, with what was found on the way: complete once all rows were gone through. */
export interface Csv extends Table.Table {
  readonly delimiter: Delimiter
  readonly oddities: ReadonlyArray<Oddity>
}

const QUOTE = 34
const LF = 10
const CR = 13

/**
 * A table of a text. The delimiter is the one that gives the first rows the steadiest number of cells, unless `sep=`
 * stands in the first line. Rows are made anew each time one goes through them.
 *
 * @example
 * const table = parse('Đơn vị;Số cuộc\nBưởi;"05"\n')
 * table.delimiter // ";"
 * [...table.rows][1].cells.map(({ raw, quoted, line, offset }) => [raw, quoted, line, offset]) // [["Bưởi", false, 2, 1], ["05", true, 2, 6]]
 */
export const parse = (text: string, limits: Limits = usual): Csv => {
  const { start, line, delimiter } = opening(text)
  // Rows may be gone through several times, and not always to the end: what is odd is noted once.
  const oddities = new Map<string, Oddity>()
  const note = (oddity: Oddity): void => void oddities.set(`${oddity.line}|${oddity.offset}`, oddity)
  return {
    name: null,
    hidden: false,
    merges: [],
    hiddenColumns: new Set(),
    date1904: false,
    delimiter,
    get oddities() {
      return [...oddities.values()]
    },
    rows: {
      [Symbol.iterator]: () => rowsOf(text, { start, line, delimiter, limits, note }),
    },
  }
}

/** The whole of a file, cells that hold nothing and rows of such cells included: to write it again. */
export interface Whole {
  readonly delimiter: Delimiter
  /** What stands before the first row: a byte order mark, `sep=`. */
  readonly before: string
  readonly rows: Iterable<Table.Row>
}

/**
 * Every cell of a text.
 *
 * @example
 * const { rows } = whole("a;;b\n\n")
 * [...rows].map(({ cells }) => cells.map(({ raw }) => raw)) // [["a", "", "b"], [""]]
 */
export const whole = (text: string, limits: Limits = usual): Whole => {
  const { start, line, delimiter } = opening(text)
  const rows = { [Symbol.iterator]: () => rowsOf(text, { start, line, delimiter, limits, blanks: true }) }
  return { delimiter, before: text.slice(0, start), rows }
}

const opening = (text: string): { readonly start: number; readonly line: number; readonly delimiter: Delimiter } => {
  const announced = /^\ufeff?sep=([;\t,|])(?:\r\n|\n|\r|$)/i.exec(text)
  const start = announced ? announced[0].length : text.startsWith("\ufeff") ? 1 : 0
  const delimiter = (announced?.[1] as Delimiter | undefined) ?? sniff(text.slice(start, start + 65_536))
  return { start, line: announced ? 2 : 1, delimiter }
}

/**
 * The delimiter that gives the first 20 rows the steadiest number of cells; a comma where none gives any.
 *
 * @example
 * sniff("Đơn vị;Quỹ\nAn;1.234,5\nBình;2,5") // ";"
 */
export const sniff = (head: string): Delimiter => {
  let best: Delimiter = ","
  let most = 0
  for (const delimiter of [";", "\t", ",", "|"] as const) {
    const counts: Array<number> = []
    const scan = rowsOf(head, { start: 0, line: 1, delimiter, limits: usual, blanks: true })
    for (const { cells } of scan) {
      counts.push(cells.length)
      if (counts.length === 20) break
    }
    // How many rows have the commonest number of cells, and how many cells that is.
    const tally = new Map<number, number>()
    for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1)
    for (const [count, rows] of tally) {
      const weight = rows * 1000 + Math.min(count, 999)
      if (weight > most) [best, most] = [delimiter, weight]
    }
  }
  return best
}

interface Scan {
  readonly start: number
  readonly line: number
  readonly delimiter: Delimiter
  readonly limits: Limits
  readonly note?: (oddity: Oddity) => void
  /** Whether cells that hold nothing are given too. */
  readonly blanks?: boolean
}

// One pass over the text; a cell is cut out of it, and only one with doubled quotation marks is put together.
function* rowsOf(text: string, scan: Scan): Generator<Table.Row> {
  const { delimiter, limits, note, blanks = false } = scan
  const mark = delimiter.charCodeAt(0)
  const n = text.length
  let [i, line, lineStart, row, seen, cellCount] = [scan.start, scan.line, scan.start, 0, 0, 0]
  while (i < n) {
    const cells: Array<Table.Cell> = []
    let column = 0
    let ended = false
    row++
    while (!ended) {
      column++
      const [cellLine, offset, from] = [line, i - lineStart + 1, i]
      let raw: string
      let quoted = false
      if (text.charCodeAt(i) === QUOTE) {
        quoted = true
        const end = closing(text, i + 1)
        raw = text.slice(i + 1, end).replaceAll('""', '"')
        for (let k = i + 1; k < end; k++) {
          const code = text.charCodeAt(k)
          if (code !== LF && code !== CR) continue
          if (code === CR && text.charCodeAt(k + 1) === LF) k++
          line++
          lineStart = k + 1
        }
        if (end >= n) note?.({ code: "csv.quote-unclosed", line: cellLine, offset, text: raw.slice(0, 40) })
        i = Math.min(n, end + 1)
        const rest = endOfCell(text, i, mark)
        if (rest > i && text.slice(i, rest).trim() !== "") {
          raw = text.slice(from, rest)
          note?.({ code: "csv.quote-stray", line: cellLine, offset, text: raw.slice(0, 40) })
        }
        i = rest
      } else {
        i = endOfCell(text, i, mark)
        raw = text.slice(from, i)
        if (raw.includes('"')) {
          note?.({ code: "csv.quote-stray", line: cellLine, offset, text: raw.slice(0, 40) })
        }
      }
      if (raw.length > limits.cellLength) {
        throw new LimitExceeded("cell-length", limits.cellLength, cellLine, offset)
      }
      if (blanks || quoted || raw.trim() !== "") {
        if (column > limits.columns) throw new LimitExceeded("columns", limits.columns, cellLine, offset)
        if (++cellCount > limits.cells) throw new LimitExceeded("cells", limits.cells, cellLine, offset)
        cells.push(cellOf(raw, row, column, quoted, cellLine, offset))
      }
      if (i < n && text.charCodeAt(i) === mark) {
        i++
        // A delimiter at the very end opens one more cell, which holds nothing.
        ended = i >= n
      } else ended = true
    }
    if (i < n) {
      i += text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? 2 : 1
      line++
      lineStart = i
    }
    if (cells.length === 0) continue
    if (++seen > limits.rows) throw new LimitExceeded("rows", limits.rows, cells[0]?.line, 1)
    yield { row, hidden: false, cells }
  }
}

const cellOf = (
  raw: string,
  row: number,
  column: number,
  quoted: boolean,
  line: number,
  offset: number,
): Table.Cell => ({
  kind: "text",
  raw,
  text: raw,
  row,
  column,
  format: null,
  quoted,
  formula: null,
  font: null,
  line,
  offset,
})

// The quotation mark that closes, or the end of the text; two in a row are one that belongs to the cell.
const closing = (text: string, from: number): number => {
  let i = from
  for (;;) {
    const at = text.indexOf('"', i)
    if (at < 0) return text.length
    if (text.charCodeAt(at + 1) !== QUOTE) return at
    i = at + 2
  }
}

const endOfCell = (text: string, from: number, mark: number): number => {
  let i = from
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === mark || code === LF || code === CR) break
  }
  return i
}
