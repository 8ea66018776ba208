// The tables of a report as a workbook: a sheet for each, and one that says where every number comes from.
import {
  type Document,
  type Loss,
  type RenderContext,
  type Rendered,
  RenderError,
  type Renderer,
  refuse,
  refuseUnknown,
} from "@danvan/document"
import { type BookSheet, toBytes } from "@danvan/workbook/Book"
import { gridsOf } from "./grid.ts"
import { lineOf, seen } from "./line.ts"
import { attachmentNotCarried } from "./loss.ts"
import { namer } from "./names.ts"
import { outside } from "./outside.ts"
import { draw, headings } from "./sheet.ts"
import { sourcesOf } from "./sources.ts"
import { words } from "./words.ts"

/**
 * The tables and charts of a document as a workbook (XLSX): a sheet each, in which numbers are numbers and are shown as
 * they are printed, and last a sheet with what every number is, how complete it is and where it comes from. Formulas,
 * links and macros are never written. In `losses` stand `outside-tables` for what is no table, by design, and `text-cut`
 * and `attachment-not-carried`. Rejects with a `RenderError`: `unknown-block`, `unknown-inline`, `moment-invalid`,
 * and what every renderer refuses.
 *
 * @example
 * const { bytes } = await xlsx().render(document)
 */
export const xlsx = (): Renderer => ({
  id: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  extension: "xlsx",
  render: async (document, context = {}) => write(document, context),
})

const write = (document: Document, context: RenderContext): Rendered => {
  refuse(document)
  refuseUnknown(document)
  const losses: Array<Loss> = [
    ...document.losses,
    ...outside(document, () => true),
    ...document.attachments.map(({ name }, i) => attachmentNotCarried(`/attachments/${i}`, name)),
  ]
  const say = words[document.language]
  const name = namer()
  const drawn = gridsOf(document).map((grid) => draw(grid, name(lineOf(grid.caption, document)), document, losses))
  const sources = sourcesOf(drawn, name(say.sources), document, say)
  const sheets = [...drawn.map(({ sheet }) => sheet), ...sources]
  const properties = { title: seen(document.title), language: document.language, ...about(context) }
  const bytes = toBytes({ sheets: sheets.length > 0 ? sheets : [empty(document, name)], author: "", properties })
  return { bytes, losses }
}

const about = ({ madeAt, documentId }: RenderContext): { readonly created?: string; readonly identifier?: string } => {
  if (madeAt !== undefined && Number.isNaN(Date.parse(madeAt)))
    throw new RenderError("moment-invalid", "", `not a moment: ${madeAt}`)
  return {
    ...(madeAt === undefined ? {} : { created: new Date(madeAt).toISOString().replace(/\.\d+Z$/, "Z") }),
    ...(documentId === undefined ? {} : { identifier: documentId }),
  }
}

/** A workbook needs a sheet. */
const empty = (document: Document, name: (caption: string) => string): BookSheet => {
  const say = words[document.language]
  const lines = [...headings(document).filter(([value]) => value !== ""), [say.none, {}] as const]
  return {
    name: name(say.none),
    state: "visible",
    widths: [80],
    rows: lines.map(([value, look], i) => ({
      row: i + 1,
      cells: [{ column: 1, value, look: { wrap: true, ...look } }],
    })),
  }
}
