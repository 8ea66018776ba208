import type { Column, Row, Table as TableBlock } from "@danvan/document"
import { Paragraph, Table, TableCell, TableRow } from "docx"
import { placesOf } from "../grid.ts"
import { tooWide } from "../loss.ts"
import { pointTwips, twips } from "../measure.ts"
import { kept, type Page, type Piece } from "../page.ts"
import { bare, styles, tables } from "../style.ts"

/** Least width of a column that shares what is left, mm. */
const LEAST = 10

/** Caption and unit, the grid with its head on each page and rows that are not parted, notes. */
export const table = (block: TableBlock, at: string, page: Page, keeps: boolean): ReadonlyArray<Piece> => {
  const { note, body } = page.layout.styles
  const notes = block.notes.map((line, i) =>
    page.line(line, `${at}/notes/${i}`, "note", {
      ...kept(i < block.notes.length - 1 || keeps),
      ...(i === 0 ? { spacing: { before: pointTwips(note.before + 2) } } : {}),
    }),
  )
  // Without notes, a low paragraph parts the table from what follows: Word would make one of two tables that touch.
  const gap = new Paragraph({
    style: bare.gap,
    ...kept(keeps),
    spacing: { line: pointTwips(Math.max(body.after, 1)), lineRule: "exact" },
  })
  return [
    ...(block.caption.length > 0 ? [page.line(block.caption, `${at}/caption`, "table-caption")] : []),
    ...(block.unit ? [page.line(block.unit, `${at}/unit`, "table-unit")] : []),
    ...grid(block, at, page, notes.length > 0 || keeps),
    ...(notes.length > 0 ? notes : [gap]),
  ]
}

const widthsOf = (columns: ReadonlyArray<Column>, at: string, page: Page): ReadonlyArray<number> => {
  const fixed = columns.reduce((sum, { width }) => sum + twips(width ?? 0), 0)
  const open = columns.filter(({ width }) => width === null).length
  const share = Math.max(Math.floor((page.width - fixed) / Math.max(open, 1)), twips(LEAST))
  const spare = Math.max(page.width - fixed - share * open, 0)
  const last = columns.findLastIndex(({ width }) => width === null)
  const widths = columns.map(({ width }, i) => (width === null ? share + (i === last ? spare : 0) : twips(width)))
  const total = sum(widths)
  if (total > page.width + pointTwips(0.5)) page.losses.push(tooWide(at, mm(total), mm(page.width)))
  return widths
}

const grid = (block: TableBlock, at: string, page: Page, keeps: boolean): ReadonlyArray<Piece> => {
  const widths = widthsOf(block.columns, at, page)
  const parts = (["head", "body", "foot"] as const).flatMap((part) =>
    placesOf(block[part], widths.length).map((places, r) => ({ part, r, places })),
  )
  if (parts.length === 0) return []
  const rows = parts.map(({ part, r, places }, i) => {
    const held = places.some(({ rowsLeft }) => rowsLeft > 1)
    return new TableRow({
      cantSplit: true,
      ...(part === "head" ? { tableHeader: true } : {}),
      ...kept(part === "head" || held || (keeps && i === parts.length - 1)),
      children: places.map(({ cell, column, colSpan, rowSpan, above }) => {
        const style = part === "head" ? "table-head" : "table-cell"
        const align = block[part][r]?.cells[cell]?.align ?? (part === "head" ? undefined : block.columns[column]?.align)
        return new TableCell({
          width: { size: sum(widths.slice(column, column + colSpan)), type: "dxa" },
          ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
          ...(rowSpan > 1 || above ? { verticalMerge: above ? "continue" : "restart" } : {}),
          verticalAlign: "center",
          children: [
            above
              ? new Paragraph({ style: styles[style].id })
              : page.line(
                  (block[part][r] as Row).cells[cell]?.content ?? [],
                  `${at}/${part}/${r}/cells/${cell}/content`,
                  style,
                  align === undefined ? {} : { alignment: align },
                ),
          ],
        })
      }),
    })
  })
  return [
    page.written(
      new Table({
        style: tables.ruled,
        layout: "fixed",
        alignment: "center",
        width: { size: sum(widths), type: "dxa" },
        columnWidths: [...widths],
        tableLook: { firstRow: block.head.length > 0, lastRow: block.foot.length > 0, noHBand: true, noVBand: true },
        rows,
      }),
    ),
  ]
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((a, b) => a + b, 0)
const mm = (tw: number): number => (tw * 25.4) / 1440
