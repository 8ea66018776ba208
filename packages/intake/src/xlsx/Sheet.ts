// One worksheet into a `Table`. Its cells are kept in columns of plain numbers and texts, and made into cells only while
// somebody goes through them: a sheet of a million cells is read without a million objects.
import type { Limits } from "../Limits.ts"
import type { Cell, Kind, Range, Row, Table } from "../Table.ts"
import type { Archive } from "../zip/Archive.ts"
import { attributes, textOf, type Token } from "../xml/Scanner.ts"
import { isOn, scan } from "./Package.ts"
import { last, toRange, toSpot } from "./Reference.ts"
import { type Gatherer, gatherer, type RichText, unescape } from "./SharedStrings.ts"
import { shown } from "./ShownText.ts"
import { plain, type Style } from "./Styles.ts"
import { XlsxError } from "./XlsxError.ts"

/** What a sheet needs of its workbook. */
export interface Surroundings {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  readonly styles: ReadonlyArray<Style>
  readonly strings: ReadonlyArray<RichText>
}

/** What a sheet may hold; `cellsLeft` is counted down over all sheets of a workbook. */
export interface Allowance extends Pick<Limits, "rows" | "columns" | "cells" | "cellLength"> {
  cellsLeft: number
}

const kinds: ReadonlyArray<Kind> = ["text", "number", "boolean", "error", "date"]
type Code = 0 | 1 | 2 | 3 | 4
const [isText, isNumber, isBoolean, isError, isDate] = [0, 1, 2, 3, 4] as const

// A row: its number, whether it is hidden, and where its cells begin in the columns below.
interface Columns {
  readonly rows: Array<number>
  readonly hidden: Array<boolean>
  readonly begins: Array<number>
  readonly column: Array<number>
  readonly style: Array<number>
  readonly kind: Array<Code>
  readonly raw: Array<string>
  readonly formulas: Map<number, string>
  readonly fonts: Map<number, string>
}

// A cell while its tags go by.
interface Pending {
  readonly column: number
  readonly style: number
  readonly type: string
  value: string | null
  formula: string | null
  inline: RichText | null
}

/**
 * Reads a sheet. A cell that holds nothing is left out, whatever its style; a merged rectangle stays one, its cells are
 * not multiplied. A formula whose value was never computed is a `number` with an empty `raw`. The formula of a cell that
 * only repeats its neighbour's is empty. Throws an `XlsxError`.
 */
export const read = async (
  archive: Archive,
  part: string,
  surroundings: Surroundings,
  allowance: Allowance,
): Promise<Table> => {
  const columns: Columns = {
    rows: [],
    hidden: [],
    begins: [],
    column: [],
    style: [],
    kind: [],
    raw: [],
    formulas: new Map(),
    fonts: new Map(),
  }
  const merges: Array<Range> = []
  const hiddenColumns = new Set<number>()
  const broken = (): never => {
    throw new XlsxError("xlsx.broken", part)
  }
  let [row, column, hidden, prefix] = [0, 0, false, ""]
  let cell: Pending | null = null
  let inline: Gatherer | null = null
  let collecting: "value" | "formula" | null = null

  const startRow = (token: Token): void => {
    const found = attributes(token)
    const number = found.has("r") ? Number(found.get("r")) : row + 1
    if (!Number.isInteger(number) || number <= row || number > last.row) broken()
    ;[row, column] = [number, 0]
    hidden = isOn(found, "hidden") || found.get("ht") === "0"
  }
  // Only what holds something counts: formats often run down a whole sheet.
  const keep = (found: Pending, kind: Code, raw: string, font: string | null): void => {
    if (found.column > allowance.columns) throw new XlsxError("xlsx.columns", part, allowance.columns)
    if (raw.length > allowance.cellLength) throw new XlsxError("xlsx.cell-length", part, allowance.cellLength)
    if (allowance.cellsLeft-- <= 0) throw new XlsxError("xlsx.cells", part, allowance.cells)
    const at = columns.column.length
    if (columns.rows.at(-1) !== row) {
      if (columns.rows.length >= allowance.rows) throw new XlsxError("xlsx.rows", part, allowance.rows)
      columns.rows.push(row)
      columns.hidden.push(hidden)
      columns.begins.push(at)
    }
    columns.column.push(found.column)
    columns.style.push(found.style)
    columns.kind.push(kind)
    columns.raw.push(raw)
    if (found.formula !== null) columns.formulas.set(at, found.formula)
    if (font !== null) columns.fonts.set(at, font)
  }
  const startCell = (token: Token): void => {
    const found = attributes(token)
    const name = found.get("r")
    const spot = name === undefined ? { row, column: column + 1 } : toSpot(name)
    if (spot === null || spot.row !== row || spot.column <= column || spot.column > last.column) return broken()
    column = spot.column
    const [style, type] = [Number(found.get("s") ?? 0), found.get("t") ?? "n"]
    cell = { column, style, type, value: null, formula: null, inline: null }
  }
  const endCell = (): void => {
    if (cell === null) return
    const [kind, raw, font] = judged(cell, surroundings.strings, broken)
    if (raw !== "" || cell.formula !== null) keep(cell, kind, raw, font)
    cell = null
  }
  // Inside of a cell: 3 is the depth of `c`, so its value and formula stand at 4.
  const inCell = (token: Token, pending: Pending): void => {
    if (token.kind === "text") {
      if (inline !== null) inline.take(token)
      else if (collecting === "value") pending.value = (pending.value ?? "") + textOf(token)
      else if (collecting === "formula") pending.formula = (pending.formula ?? "") + textOf(token)
      return
    }
    if (token.depth > 4) return inline?.take(token)
    if (token.prefix !== prefix) return
    if (token.name === "is") {
      if (token.kind === "close") pending.inline = inline?.finish() ?? null
      inline = token.kind === "open" ? gatherer() : null
    } else if (token.name === "v") collecting = token.kind === "open" ? "value" : null
    else if (token.name === "f") {
      collecting = token.kind === "open" ? "formula" : null
      if (token.kind !== "close") pending.formula = ""
    }
  }

  await scan(archive, part, (token) => {
    if (token.depth >= 4) return cell === null ? undefined : inCell(token, cell)
    if (token.kind === "text") return
    if (token.depth === 0) {
      if (token.name !== "worksheet") broken()
      prefix = token.prefix
      return
    }
    if (token.prefix !== prefix) return
    if (token.depth === 3 && token.name === "c") {
      if (token.kind !== "close") startCell(token)
      if (token.kind !== "open") endCell()
    } else if (token.kind === "close") return
    else if (token.depth === 2 && token.name === "row") startRow(token)
    else if (token.depth === 2 && token.name === "mergeCell") {
      merges.push(toRange(attributes(token).get("ref") ?? "") ?? broken())
    } else if (token.depth === 2 && token.name === "col") hideColumns(token, hiddenColumns)
  })
  const { name, date1904, styles } = surroundings
  return { name, hidden: surroundings.hidden, rows: rowsOf(columns, styles, date1904), merges, hiddenColumns, date1904 }
}

const hideColumns = (token: Token, hidden: Set<number>): void => {
  const found = attributes(token)
  if (!isOn(found, "hidden") && Number(found.get("width") ?? 1) !== 0) return
  const to = Math.min(Number(found.get("max")), last.column)
  for (let column = Math.max(1, Number(found.get("min"))); column <= to; column++) hidden.add(column)
}

// What a cell holds, by the type that the file gives it.
const judged = (
  cell: Pending,
  strings: ReadonlyArray<RichText>,
  broken: () => never,
): readonly [kind: Code, raw: string, font: string | null] => {
  const value = cell.value ?? ""
  switch (cell.type) {
    case "s": {
      if (value === "") return [isText, "", null]
      const shared = strings[Number(value)] ?? broken()
      return [isText, shared.text, shared.font]
    }
    case "inlineStr":
      return [isText, cell.inline?.text ?? "", cell.inline?.font ?? null]
    case "str":
      return [isText, unescape(value), null]
    case "b":
      return [isBoolean, value === "" ? "" : value === "1" || value === "true" ? "TRUE" : "FALSE", null]
    case "e":
      return [isError, value, null]
    case "d":
      return [isDate, value, null]
    default: {
      const raw = value.trim()
      if (raw === "") return [isNumber, "", null]
      return [Number.isFinite(Number(raw)) ? isNumber : isError, raw, null]
    }
  }
}

const rowsOf = (columns: Columns, styles: ReadonlyArray<Style>, date1904: boolean): Iterable<Row> => ({
  *[Symbol.iterator]() {
    for (let i = 0; i < columns.rows.length; i++) {
      const row = columns.rows[i] as number
      const end = columns.begins[i + 1] ?? columns.column.length
      const cells: Array<Cell> = []
      for (let at = columns.begins[i] as number; at < end; at++) cells.push(cellAt(columns, at, row, styles, date1904))
      yield { row, hidden: columns.hidden[i] as boolean, cells }
    }
  },
})

const cellAt = (columns: Columns, at: number, row: number, styles: ReadonlyArray<Style>, date1904: boolean): Cell => {
  const style = styles[columns.style[at] as number] ?? plain
  const raw = columns.raw[at] as string
  const kind = kinds[columns.kind[at] as Code] as Kind
  return {
    kind,
    raw,
    // Only when asked: to print a number by its format costs more than to read it.
    get text() {
      return kind === "number" && raw !== "" ? shown(style.shown, Number(raw), date1904) : raw
    },
    row,
    column: columns.column[at] as number,
    format: style.format,
    quoted: style.quoted,
    formula: columns.formulas.get(at) ?? null,
    font: columns.fonts.get(at) ?? style.font,
    line: 0,
    offset: 0,
  }
}
