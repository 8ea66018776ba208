import type { Heading } from "@danvan/document"
import { SPACE } from "../inline.ts"
import type { Page, Piece } from "../page.ts"

/** A heading of its level, its number Word's own where Word counts as the document does. */
export const heading = (block: Heading, at: string, page: Page): ReadonlyArray<Piece> => {
  const style = `heading-${block.level}` as const
  const numbering = page.headings.get(block)
  if (numbering) return [page.line(block.content, `${at}/content`, style, { numbering })]
  const number = block.number ? [...block.number, SPACE] : []
  return [page.line([...number, ...block.content], at, style)]
}
