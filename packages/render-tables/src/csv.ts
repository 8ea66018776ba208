// One table of a report as CSV (RFC 4180), for programs and for Excel: one line of headings, a record for each row, and
// nothing else.
import {
  type Document,
  type Loss,
  refuse,
  refuseUnknown,
  type Rendered,
  RenderError,
  type Renderer,
} from "@danvan/document"
import { type Delimiter, write as records } from "@danvan/workbook/Csv"
import { type Grid, gridsOf, type Placed } from "./grid.ts"
import { lineOf } from "./line.ts"
import { outsideTables } from "./loss.ts"
import { shown, soleFigure, told } from "./number.ts"
import { outside } from "./outside.ts"

declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

/** Options of `csv`. */
export interface CsvOptions {
  /**
   * Semicolons, the default, as Excel reads them where the decimal sign is a comma: numbers are then written so, too. With
   * commas, decimals have a point.
   */
  readonly delimiter?: Extract<Delimiter, ";" | ",">
}

/** A table of a document: its id, by which `csv` is asked for it, and its caption. */
export interface Listed {
  readonly id: string
  readonly caption: string
}

/**
 * The tables and charts of a document, in reading order.
 *
 * @example
 * tablesOf(document)[0] // { id: "wards", caption: "Biểu 1. Mô hình “Dân vận khéo” theo phường" }
 */
export const tablesOf = (document: Document): ReadonlyArray<Listed> =>
  gridsOf(document).map(({ id, caption }) => ({ id, caption: lineOf(caption, document) }))

/**
 * One table of a document as CSV in UTF-8, with the byte order mark without which Excel does not see that it is. Headings
 * of several rows become one (`Mô hình > đăng ký`), and a cell over several rows stands in each of them. A number
 * that stands alone is written for machines, without grouping, in the unit of its heading; one with words (`khoảng 180`) as it is printed. What a
 * spreadsheet would take for a formula gets an apostrophe. In `losses` stands `outside-tables` for all that is not in this
 * table. Rejects with a `RenderError`: `unknown-table`, and those of `xlsx`.
 *
 * @example
 * const { bytes } = await csv("wards").render(document)
 * new TextDecoder().decode(bytes).split("\r\n")[0] // "TT;Đơn vị;Mô hình > đăng ký;Mô hình > được công nhận;Lượt người tham gia;Ghi chú"
 */
export const csv = (table: string, { delimiter = ";" }: CsvOptions = {}): Renderer => ({
  id: "csv",
  mediaType: "text/csv",
  extension: "csv",
  render: async (document) => write(document, table, delimiter),
})

const write = (document: Document, table: string, delimiter: ";" | ","): Rendered => {
  refuse(document)
  refuseUnknown(document)
  const grid = gridsOf(document).find(({ id }) => id === table)
  if (grid === undefined) throw new RenderError("unknown-table", "/blocks", `There is no table ${table}`)
  const at = new Map<string, Placed>()
  for (const cell of grid.cells) {
    const span = cell.row < grid.head ? cell.columns : 1
    for (let r = cell.row; r < cell.row + cell.rows; r++) {
      for (let c = cell.column; c < cell.column + span; c++) at.set(`${r}|${c}`, cell)
    }
  }
  const rows = Array.from({ length: grid.rows }, (_, r) =>
    grid.columns.map((_column, c) => textOf(at.get(`${r}|${c}`), document, delimiter)),
  )
  const head = grid.columns.map((_, c) => {
    // A heading over several rows is said once.
    const own = [...new Set(Array.from({ length: grid.head }, (_r, r) => at.get(`${r}|${c}`)))]
    return own
      .map((cell) => textOf(cell, document, delimiter))
      .filter((text) => text !== "")
      .join(" > ")
  })
  const all = grid.head === 0 ? rows : [head, ...rows.slice(grid.head)]
  const losses = [...document.losses, ...outside(document, (own) => own === grid.at), ...besides(grid, document)]
  const bytes = new TextEncoder().encode(records(all, delimiter))
  return { bytes, losses }
}

const textOf = (cell: Placed | undefined, document: Document, delimiter: ";" | ","): string => {
  if (cell === undefined) return ""
  const id = soleFigure(cell.content)
  const figure = id === null ? undefined : document.figures[id]
  if (figure && (told(figure, document.language) !== null || shown(figure, document.language)?.bare === true)) {
    const number = told(figure, document.language) ?? figure.value
    return delimiter === ";" ? number.replace(".", ",") : number
  }
  return lineOf(cell.content, document)
}

// Of the table itself, what is no record.
const besides = ({ at, caption, unit, notes }: Grid, document: Document): ReadonlyArray<Loss> => {
  const lines = [
    ["caption", caption] as const,
    ["unit", unit ?? []] as const,
    ...notes.map((note, i) => [`notes/${i}`, note] as const),
  ]
  return lines.flatMap(([part, line]) => {
    const found = lineOf(line, document)
    return found.trim() === "" ? [] : [outsideTables(`${at}/${part}`, found)]
  })
}
