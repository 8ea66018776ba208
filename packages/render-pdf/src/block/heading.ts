import { type Heading, plainText, visibleText } from "@danvan/document"
import { type Page, type Piece, textPiece } from "../page.ts"

/** The number and the words, kept with what follows; also a bookmark. */
export const heading = (block: Heading, at: string, page: Page): ReadonlyArray<Piece> => {
  const style = page.layout.styles[`heading-${block.level}`]
  const number = block.number ?? []
  const title = [number, block.content].map((line) => visibleText(plainText(line, page.document.figures)).trim())
  const parts = [
    ...(block.number ? [{ pointer: `${at}/number`, inlines: [...number, SPACE], style }] : []),
    { pointer: `${at}/content`, inlines: block.content, style },
  ]
  const bookmark = { level: block.level, title: title.filter(Boolean).join(" ") }
  return [textPiece(page.leaf(parts, page.width, bookmark), style, true)]
}

const SPACE = { kind: "text", text: " " } as const
