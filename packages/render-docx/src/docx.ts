// The renderer: refuse what cannot be written, make pieces of blocks, have the library write them, and make the file
// the same each time.
import type { Document, RenderContext, Rendered, Renderer } from "@danvan/document"
import { Document as File, Packer } from "docx"
import { attachmentNotCarried } from "./loss.ts"
import { pack } from "./pack.ts"
import { Page } from "./page.ts"
import { properties } from "./properties.ts"
import { refuse } from "./refuse.ts"
import { sectionsOf } from "./section.ts"
import { languages, styleSheet } from "./sheet.ts"

/**
 * The document as a Word file in the layout of its official form, to be edited: styles, headings, numbering, tables
 * and charts are Word's own. No font is embedded and nothing is fetched. What did not reach the page is named in
 * `losses`: `table-too-wide`, `page-number-early`, `text-lost`, `not-rendered`, `attachment-not-carried`. Rejects with
 * a `RenderError`: what `refuse` refuses, a page larger than Word takes (`layout-invalid`), or `moment-invalid`.
 *
 * @example
 * const { bytes, losses } = await docx().render(document, { madeAt: "2022-07-27T08:00:00+07:00" })
 */
export const docx = (): Renderer => ({
  id: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  extension: "docx",
  render: (document, context = {}) => write(document, context),
})

const write = async (document: Document, context: RenderContext): Promise<Rendered> => {
  refuse(document)
  const losses = [
    ...document.losses,
    ...document.attachments.map((one, i) => attachmentNotCarried(`/attachments/${i}`, one.name)),
  ]
  const page = Page.of(document, losses)
  const sections = sectionsOf(document, page)
  const file = new File({
    sections: [...sections],
    numbering: { config: page.numbering },
    compatibility: {
      version: 15,
      // The space after a paragraph and that before the next are added, and a line that the document ends is not
      // stretched: the layout means both so.
      doNotUseHTMLParagraphAutoSpacing: true,
      doNotExpandShiftReturn: true,
    },
  })
  const archive = new Uint8Array(await Packer.toArrayBuffer(file))
  const bytes = pack(
    archive,
    languages[document.language],
    {
      "word/styles.xml": styleSheet(document),
      "docProps/core.xml": properties(document, context),
    },
    page.tables,
  )
  return { bytes, losses }
}
