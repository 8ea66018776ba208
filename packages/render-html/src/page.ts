// What a block needs to know of the page it is drawn on, and what it leaves there.
import type { Block, Document, FigureId, Inlines } from "@danvan/document"
import type { Words } from "./words.ts"

/** The page while it is drawn; one a rendering, never shared. */
export interface Page {
  readonly document: Document
  /** Whether it has paper of its own; a fragment is printed as the page around it says. */
  readonly paged: boolean
  readonly words: Words
  /** The markup of a line that stands at the JSON pointer `at`. */
  readonly line: (inlines: Inlines, at: string) => string
  /** The markup of blocks that stand under `at`. */
  readonly blocks: (blocks: ReadonlyArray<Block>, at: string) => string
  /** The bare words of a line, composed: their length is counted. */
  readonly plain: (inlines: Inlines) => string
  /** Figures met so far, in reading order: each gets one explanation, however often it is mentioned. */
  readonly figures: Set<FigureId>
  /** Style rules that only this document needs. Style attributes are out: the content policy forbids them. */
  readonly rules: Array<string>
}
