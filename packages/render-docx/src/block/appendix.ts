import type { Appendix } from "@danvan/document"
import type { Page, Piece } from "../page.ts"

/** The head of an appendix; the section makes it begin a page, held as it says, and writes what stands in it. */
export const appendix = (block: Appendix, at: string, page: Page): ReadonlyArray<Piece> => [
  page.line(block.label, `${at}/label`, "appendix-label"),
  ...block.title.map((line, i) => page.line(line, `${at}/title/${i}`, "appendix-title")),
  ...(block.reference ? [page.line(block.reference, `${at}/reference`, "appendix-reference")] : []),
]
