// The report as a tree, the page it wants, and what a renderer owes. Imports nothing.
export type * from "./Block.ts"
export {
  type Attachment,
  check,
  type Document,
  type Fault,
  type Figure,
  type FigureCoverage,
  inlinesOf,
  linesOf,
  linesOfBlock,
  type Loss,
} from "./Document.ts"
export {
  type Blank,
  blankText,
  type Break,
  type CitationInline,
  type DateInline,
  type DocumentNumber,
  type Emphasis,
  type FigureId,
  type FigureReference,
  type Gap,
  type Inline,
  type Inlines,
  isDigitFree,
  type Name,
  type Ordinal,
  type PeriodInline,
  plainText,
  type Quotation,
  type Strong,
  type Text,
  visibleText,
} from "./Inline.ts"
export type { Layout, Rule, Style, StyleName } from "./Layout.ts"
export { refuse, refuseUnknown } from "./Refusal.ts"
export { type RenderContext, type Rendered, RenderError, type Renderer } from "./Renderer.ts"
