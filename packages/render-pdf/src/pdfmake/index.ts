// The only folder that touches private parts of pdfmake. They may change with any release, so package.json pins the
// exact version. pdfmake makes the file and its pages and draws charts; each file here says at its head what it
// mends. No file and no URL is opened: pdfmake's resolver is not loaded, and no node of ours names one.
import type { Node } from "../node.ts"
import { Builder, type PlacedLine } from "./builder.ts"
import { type Ledger, Painter } from "./painter.ts"
import type { Paper } from "./paper.ts"
import { load } from "./private.ts"

export type { PlacedLine } from "./builder.ts"
export type { Ledger } from "./painter.ts"
export { Paper } from "./paper.ts"
export type { Font } from "./private.ts"

const SvgMeasure = load<new () => unknown>("SVGMeasure")

/** A page to print on, in pt, and the line at its head by the number that it has. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly head: (page: number, width: number) => PlacedLine | null
}

/** Lays nodes out and draws them. */
export const print = (paper: Paper, sheet: Sheet, nodes: ReadonlyArray<Node>): Ledger => {
  const { width, height, margin } = sheet
  const orientation = width > height ? "landscape" : "portrait"
  const builder = new Builder({ width, height, orientation }, margin, new SvgMeasure())
  const pages = builder.layoutDocument({ stack: [...nodes] }, paper, {}, {})
  let first = 0
  for (const [i, page] of pages.entries()) {
    if (builder.restarts.includes(i)) first = i
    const head = sheet.head(i - first + 1, page.pageSize.width)
    if (head) page.items.unshift({ type: "line", item: head })
  }
  const painter = new Painter(paper)
  painter.renderPages(pages)
  return painter.ledger
}
