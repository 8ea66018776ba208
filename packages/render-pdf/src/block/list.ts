import type { List } from "@danvan/document"
import { type Page, type Piece, textPiece } from "../page.ts"

/** Items as official texts set them: the marker begins the first line, the rest is running text. */
export const list = (block: List, at: string, page: Page): ReadonlyArray<Piece> => {
  const style = page.layout.styles.list
  return block.items.map((item, i) => {
    const here = `${at}/items/${i}`
    const marker = { pointer: `${here}/marker`, inlines: [...item.marker, SPACE], style }
    const content = { pointer: `${here}/content`, inlines: item.content, style }
    return textPiece(page.leaf([marker, content], page.width), style)
  })
}

const SPACE = { kind: "text", text: " " } as const
