import type { Paragraph } from "@danvan/document"
import { kept, type Page, type Piece } from "../page.ts"

/** Running text. */
export const paragraph = (block: Paragraph, at: string, page: Page, keeps: boolean): ReadonlyArray<Piece> => [
  page.line(block.content, `${at}/content`, block.role === "closing" ? "body" : block.role, kept(keeps)),
]
