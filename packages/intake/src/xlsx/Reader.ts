// A workbook into tables. It comes from strangers: everything in it is counted against limits before it is believed, what
// could act (macros, links to other files) is never opened, and said.
import { type Limits, limits as usual } from "../Limits.ts"
import type { Table } from "../Table.ts"
import { type Inert, open } from "./Contents.ts"
import { read as readSharedStrings } from "./SharedStrings.ts"
import { read as readSheet } from "./Sheet.ts"
import { read as readStyles } from "./Styles.ts"
import { XlsxError } from "./XlsxError.ts"

/** A workbook as read. */
export interface Workbook {
  /** Its worksheets in their order; sheets that hold only a chart are left out. */
  readonly tables: ReadonlyArray<Table>
  /** Names of the whole workbook and the formulas they stand for: `danvan.columns` → `'danvan'!$A$1`. */
  readonly names: ReadonlyMap<string, string>
  readonly inert: ReadonlyArray<Inert>
}

/**
 * Reads a workbook. Rejects with an `XlsxError`: no workbook, over a limit, broken.
 *
 * @example
 * const { tables } = await read(xlsx)
 * tables.map(({ name }) => name) // ["Biểu 1", "Danh mục", "Trống"]
 */
export const read = async (bytes: Uint8Array, within: Limits = usual): Promise<Workbook> => {
  const opened = await open(bytes, within.archive)
  const partOf = (type: string): string | undefined =>
    opened.relationships.find((to) => to.type === type && !to.external)?.target
  const [styles, strings] = [partOf("styles"), partOf("sharedStrings")]
  const shared = {
    date1904: opened.date1904,
    styles: styles === undefined ? [] : await readStyles(opened.archive, styles),
    strings: strings === undefined ? [] : await readSharedStrings(opened.archive, strings, within.cellLength),
  }
  if (opened.sheets.length > within.sheets) throw new XlsxError("xlsx.sheets", "", within.sheets)
  const allowance = { ...within, cellsLeft: within.cells }
  const tables: Array<Table> = []
  for (const { name, hidden, part } of opened.sheets) {
    tables.push(await readSheet(opened.archive, part, { name, hidden, ...shared }, allowance))
  }
  return { tables, names: opened.names, inert: opened.inert }
}
