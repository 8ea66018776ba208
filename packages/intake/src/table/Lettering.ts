// In which letters a table is written, column by column: Unicode, or one of the encodings of old fonts, which only the
// font shows as Vietnamese.
import { plain } from "./CellValue.ts"
import * as LegacyText from "../text/LegacyText.ts"
import type { Cell, Table } from "../Table.ts"

/** A column that is not written in Unicode: the first cell that shows it. */
export interface Legacy {
  readonly kind: LegacyText.Kind
  readonly cell: Cell
  /** What the cell probably says. */
  readonly reading: string
}

/** How many rows are looked at. */
const sample = 2000

/**
 * The columns in old letters; and the first cell that is not NFC, null where there is none.
 */
export const look = (
  table: Table,
): { readonly legacy: ReadonlyMap<number, Legacy>; readonly decomposed: Cell | null } => {
  const columns = new Map<number, { text: string; first: Cell; font: Cell | null }>()
  let decomposed: Cell | null = null
  let n = 0
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      if (cell.kind !== "text" || !/[^\0-\x7f]/.test(cell.text)) continue
      if (decomposed === null && cell.text !== cell.text.normalize("NFC")) decomposed = cell
      // A letter that no old encoding has: then the cell is Unicode, whatever stands below it.
      if (!/^[\0-\xff]*$/.test(cell.text.normalize("NFC"))) continue
      const known = columns.get(cell.column)
      const font = LegacyText.kindOfFont(cell.font) === null ? null : cell
      if (!known) columns.set(cell.column, { text: cell.text, first: cell, font })
      else {
        if (known.text.length < 4000) known.text += ` ${cell.text}`
        known.font ??= font
      }
    }
    if (++n >= sample) break
  }
  const legacy = new Map<number, Legacy>()
  for (const [column, { text, first, font }] of columns) {
    const { kind: judged, words } = LegacyText.judge(text)
    // One word proves nothing; its font does.
    const kind = font
      ? LegacyText.kindOfFont(font.font)
      : judged !== "unicode" && judged !== "unknown" && words > 1
        ? judged
        : null
    if (kind === null) continue
    const cell = font ?? first
    legacy.set(column, { kind, cell, reading: plain(LegacyText.toUnicode(cell.text, kind)) })
  }
  return { legacy, decomposed }
}
