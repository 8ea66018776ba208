import type { Chart, Style } from "@danvan/document"
import { drawings } from "../chart/drawing.ts"
import { lines } from "../chart/lines.ts"
import { planOf } from "../chart/plan.ts"
import { type Page, type Piece, textPiece } from "../page.ts"

/** Caption, unit, the drawing, notes. A chart of very many bars goes over several pages, whole groups on each. */
export const chart = (block: Chart, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles } = page.layout
  const text = (inlines: Chart["caption"], name: string, style: Style, keeps: boolean): Piece =>
    textPiece(page.line(inlines, `${at}/${name}`, style), style, keeps)
  const head = [
    ...(block.caption.length > 0 ? [text(block.caption, "caption", styles["table-caption"], true)] : []),
    ...(block.unit ? [text(block.unit, "unit", styles["table-unit"], true)] : []),
  ]
  const taken = head.reduce((sum, { height, before, after }) => sum + height + before + after, 0)
  const drawn =
    block.form === "line" ? lines(block, at, page) : drawings(planOf(block, at, page), page, page.height - taken)
  return [
    ...head,
    ...drawn.map(({ svg, height }): Piece => ({ node: svg, height, before: 0, after: styles.body.after })),
    ...block.notes.map((note, i) => text(note, `notes/${i}`, styles.note, false)),
  ]
}
