// One sheet or one CSV file, cell by cell as it was written: the seam between the formats of files and what a table
// means. Nothing is judged here, and nothing is lost: what a program showed its user stands beside what it stored.
import type { Range } from "@danvan/workbook/Place"

export { address, columnName, type Range } from "@danvan/workbook/Place"

/** What kind of thing a cell holds. In a CSV file everything is text. */
export type Kind = "text" | "number" | "boolean" | "error" | "date"

/**
 * One cell that holds something. `raw` is what the file holds (`46114`, `05`, `1.234,5`, `2026-09-30`, `TRUE`,
 * `#DIV/0!`), `text` what a reader of the file saw, as far as the file tells. A `number` with a date format stays a
 * number: only who reads the column can tell a date from a ratio that was typed as one. `date` is a cell that holds a
 * day in ISO 8601.
 */
export interface Cell {
  readonly kind: Kind
  readonly raw: string
  readonly text: string
  /** 1-based, as a spreadsheet counts: in CSV the number of the record, which may span lines. */
  readonly row: number
  /** 1-based. */
  readonly column: number
  /** The code of its number format (`d-mmm`); null for General, and in CSV. */
  readonly format: string | null
  /** CSV: it stood in quotation marks. XLSX: it was typed as text (`'05`). */
  readonly quoted: boolean
  /** The formula that gave the value, without `=`; null for none. */
  readonly formula: string | null
  /** The name of its font, by which old Vietnamese encodings can be told; null where the file has none. */
  readonly font: string | null
  /** CSV: the line of the file, 1-based; 0 in a workbook. */
  readonly line: number
  /** CSV: the first UTF-16 unit of the cell in its line, 1-based; 0 in a workbook. */
  readonly offset: number
}

/** A row that holds at least one cell; cells in order of their columns. */
export interface Row {
  readonly row: number
  readonly hidden: boolean
  readonly cells: ReadonlyArray<Cell>
}

/** A table. `rows` may be gone through more than once, and may be made only while one does. */
export interface Table {
  /** The name of the sheet; null for CSV. */
  readonly name: string | null
  readonly hidden: boolean
  readonly rows: Iterable<Row>
  readonly merges: ReadonlyArray<Range>
  /** 1-based numbers of the columns that a reader does not see. */
  readonly hiddenColumns: ReadonlySet<number>
  /** Whether days are counted from 1904 instead of 1900. */
  readonly date1904: boolean
}
