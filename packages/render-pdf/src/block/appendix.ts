import { type Appendix, plainText, visibleText } from "@danvan/document"
import { type Page, type Piece, textPiece } from "../page.ts"

/** Its own page, held as it says; the label is a bookmark. */
export const appendix = (block: Appendix, at: string, from: Page): ReadonlyArray<Piece> => {
  const page = from.held(block.orientation)
  const { styles } = page.layout
  const title = [block.label, ...block.title].map((line) => visibleText(plainText(line, page.document.figures)).trim())
  const label = page.leaf(
    [{ pointer: `${at}/label`, inlines: block.label, style: styles["appendix-label"] }],
    page.width,
    { level: 1, title: title.filter(Boolean).join(" ") },
  )
  const pieces: Array<Piece> = [textPiece(label, styles["appendix-label"], true)]
  for (const [i, line] of block.title.entries()) {
    const style = styles["appendix-title"]
    pieces.push(textPiece(page.line(line, `${at}/title/${i}`, style), style, true))
  }
  if (block.reference) {
    const style = styles["appendix-reference"]
    pieces.push(textPiece(page.line(block.reference, `${at}/reference`, style), style, true))
  }
  for (const [i, inner] of block.blocks.entries()) pieces.push(...page.pieces(inner, `${at}/blocks/${i}`, page))
  return pieces
}
