// The renderer: refuse what cannot be drawn, make pieces of blocks, print them, and compare what was drawn with what
// was given. Everything after the fonts are read is synchronous, so documents rendered at once cannot meet.
import {
  type Document,
  refuse,
  type RenderContext,
  type Rendered,
  RenderError,
  type Renderer,
  visibleText,
} from "@danvan/document"
import { pieces } from "./block/index.ts"
import { flow } from "./flow.ts"
import { type Family, family, type PdfFont, tinos } from "./fonts.ts"
import { guard } from "./guard.ts"
import type { Info } from "./info.ts"
import { attachmentNotCarried } from "./loss.ts"
import type { Node } from "./node.ts"
import { mm, Page, type Piece } from "./page.ts"
import { pageNumber } from "./pageNumber.ts"
import { Paper, print } from "./pdfmake/index.ts"

/** What `pdf` may be told. */
export interface PdfOptions {
  /** A family of one's own in place of Tinos; it must have every letter of Vietnamese. */
  readonly font?: PdfFont
}

/**
 * The document as PDF, in the layout of its official form. Fonts are embedded; no tags, no PDF/A and no attachments
 * are written. What did not reach the page is named in `losses`: `glyph-missing`, `table-too-wide`, `block-too-tall`
 * (parted, but complete), `off-page`, `text-lost`, `not-rendered`, `attachment-not-carried`. Rejects with a `RenderError`:
 * what `refuse` refuses, `moment-invalid` or `font-unreadable`.
 *
 * @example
 * const { bytes, losses } = await pdf().render(document, { madeAt: "2022-07-27T08:00:00+07:00" })
 */
export const pdf = (options: PdfOptions = {}): Renderer => {
  let own: Promise<Family> | undefined
  const fonts = (): Promise<Family> => (options.font ? (own ??= family(options.font)) : tinos())
  return {
    id: "pdf",
    mediaType: "application/pdf",
    extension: "pdf",
    render: async (document, context = {}) => draw(document, context, await fonts()),
  }
}

const draw = (document: Document, context: RenderContext, fonts: Family): Rendered => {
  refuse(document)
  const paper = new Paper(fonts, infoOf(document, context))
  const losses = [
    ...document.losses,
    ...document.attachments.map((one, i) => attachmentNotCarried(`/attachments/${i}`, one.name)),
  ]
  const page = new Page({ document, pieces, losses, missing: new Map() }, paper, false)
  const { width, height, margin } = document.layout.page
  const sides = { top: mm(margin.top), right: mm(margin.right), bottom: mm(margin.bottom), left: mm(margin.left) }
  const head = pageNumber(page)
  const { nodes, first } = nodesOf(document, page)
  const turned = first.orientation !== page.orientation
  const [wide, high] = turned ? [mm(height), mm(width)] : [mm(width), mm(height)]
  const ledger = print(paper, { width: wide, height: high, margin: sides, head }, nodes)
  losses.push(...guard(document, ledger, page.missing))
  return { bytes: paper.bytes(), losses }
}

/**
 * The document's blocks as nodes; an appendix, and what comes after one, begins a page. `first` is the page that the first
 * node stands on: what is drawn may begin with an appendix that lies.
 */
const nodesOf = (document: Document, page: Page): { readonly nodes: ReadonlyArray<Node>; readonly first: Page } => {
  const nodes: Array<Node> = []
  let begin = page
  let open: Array<Piece> = []
  let held = page
  let own: Pick<Node, "restarts"> = {}
  const close = (): void => {
    const [first, ...rest] = flow(open, held)
    const turn = nodes.length > 0 ? ({ pageBreak: "before", pageOrientation: held.orientation } as const) : {}
    if (first && nodes.length === 0) begin = held
    if (first) nodes.push({ ...first, ...turn, ...own }, ...rest)
    open = []
  }
  for (const [i, block] of document.blocks.entries()) {
    const before = document.blocks[i - 1]
    const appendix = block.kind === "appendix"
    if (appendix || before?.kind === "appendix") {
      close()
      held = appendix ? page.held(block.orientation) : page
      own = { restarts: appendix && document.layout.pageNumber.appendices === "restart" }
    }
    open.push(...pieces(block, `/blocks/${i}`, page))
  }
  close()
  return { nodes, first: begin }
}

const infoOf = (document: Document, { madeAt, documentId }: RenderContext): Info => {
  const date = madeAt === undefined ? null : new Date(madeAt)
  if (date && Number.isNaN(date.getTime())) throw new RenderError("moment-invalid", "", `not a moment: ${madeAt}`)
  return {
    language: document.language,
    title: visibleText(document.title).trim(),
    subject: visibleText(document.layout.form.label),
    documentId: documentId ?? null,
    madeAt: date,
  }
}
