import type { Layout, Style, Table } from "@danvan/document"
import { fitOf, heightsOf, type Placed, placesOf, widthsOf } from "../grid.ts"
import { tooTall, tooWide } from "../loss.ts"
import type { Grid, GridCell, Leaf } from "../node.ts"
import { heightOf, type Page, type Piece, textPiece } from "../page.ts"

/** Caption and unit, the grid with its head on each page, notes. */
export const table = (block: Table, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles } = page.layout
  const text = (inlines: Table["caption"], name: string, style: Style, keeps: boolean): Piece =>
    textPiece(page.line(inlines, `${at}/${name}`, style), style, keeps)
  const grid = gridOf(block, at, page)
  return [
    ...(block.caption.length > 0 ? [text(block.caption, "caption", styles["table-caption"], true)] : []),
    ...(block.unit ? [text(block.unit, "unit", styles["table-unit"], true)] : []),
    ...(grid ? [grid] : []),
    ...block.notes.map((note, i) => text(note, `notes/${i}`, styles.note, false)),
  ]
}

const gridOf = (block: Table, at: string, page: Page): Piece | null => {
  const { styles, table: look } = page.layout
  const { outer, total } = widthsOf(block.columns, page)
  if (total > page.width + 0.5) page.losses.push(tooWide(at, total, page.width))
  const inner = (from: number, span: number): number =>
    Math.max(outer.slice(from, from + span).reduce((sum, width) => sum + width, 0) - 2 * look.paddingX - look.line, 1)
  const places = (part: "head" | "body" | "foot"): ReadonlyArray<ReadonlyArray<Placed>> => {
    const style = styles[part === "head" ? "table-head" : "table-cell"]
    return placesOf(block[part], block.columns.length, (r, c, column, span): Leaf => {
      const cell = block[part][r]?.cells[c]
      const align = cell?.align ?? (part === "head" ? style.align : (block.columns[column]?.align ?? style.align))
      return page.line(
        cell?.content ?? [],
        `${at}/${part}/${r}/cells/${c}/content`,
        { ...style, align },
        inner(column, span),
      )
    })
  }
  const rows = [...places("head"), ...places("body"), ...places("foot")]
  if (rows.length === 0) return null
  const heights = heightsOf(rows, page)
  const fit = fitOf(block, heights, page.height - look.line)
  for (const { part, row, height } of fit.tall) {
    page.losses.push(tooTall(part === "head" ? `${at}/head` : `${at}/${part}/${row}`, height, page.height))
  }
  const heads = fit.repeated ? block.head.length : 0
  const kept = fit.whole ? Math.min(1, rows.length - heads) : 0
  const node: Grid = {
    table: {
      widths: block.columns.map((_, c) => inner(c, 1)),
      headerRows: heads,
      keepWithHeaderRows: heads > 0 ? kept : 0,
      dontBreakRows: fit.whole,
      body: rows.map((row, r) => cellsOf(row, block.columns.length, fit.whole ? heights.slice(r) : [], look)),
    },
    layout: {
      hLineWidth: () => look.line,
      vLineWidth: () => look.line,
      paddingLeft: () => look.paddingX,
      paddingRight: () => look.paddingX,
      paddingTop: () => look.paddingY,
      paddingBottom: () => look.paddingY,
    },
    margin: [Math.max((page.width - total - look.line) / 2, 0), 0, 0, 0],
  }
  const sum = (from: number, to: number): number => heights.slice(from, to).reduce((all, height) => all + height, 0)
  return {
    node,
    height: sum(0, rows.length) + look.line,
    least: fit.whole ? sum(0, heads + kept) + look.line : sum(0, heads) + styles["table-cell"].line,
    before: 0,
    after: block.notes.length > 0 ? styles.note.after : styles.body.after,
  }
}

/** A row as pdfmake wants it; each text in the middle of its cell's height, if the row stays whole. */
const cellsOf = (
  row: ReadonlyArray<Placed>,
  columns: number,
  heights: ReadonlyArray<number>,
  { paddingY, line }: Layout["table"],
): ReadonlyArray<GridCell> => {
  const cells: Array<GridCell> = Array.from({ length: columns }, () => ({}))
  for (const { leaf, column, colSpan, rowSpan } of row) {
    const height = heights.slice(0, rowSpan).reduce((sum, one) => sum + one, 0)
    cells[column] = {
      ...leaf,
      margin: [0, Math.max((height - line - 2 * paddingY - heightOf(leaf)) / 2, 0), 0, 0],
      ...(colSpan > 1 ? { colSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    }
  }
  return cells
}
