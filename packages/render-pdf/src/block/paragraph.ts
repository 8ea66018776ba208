import type { Paragraph } from "@danvan/document"
import { type Page, type Piece, textPiece } from "../page.ts"

/** Running text. The closing sentence looks like the body; the signature clings to whatever stands last. */
export const paragraph = (block: Paragraph, at: string, page: Page): ReadonlyArray<Piece> => {
  const style = page.layout.styles[block.role === "closing" ? "body" : block.role]
  return [textPiece(page.line(block.content, `${at}/content`, style), style)]
}
