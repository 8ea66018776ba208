// What cannot be written at all, found before anything is written.
import { type Block, type Document, type Inline, inlinesOf, refuse, RenderError } from "@danvan/document"

const blocks: Readonly<Record<Block["kind"], true>> = {
  letterhead: true,
  title: true,
  heading: true,
  paragraph: true,
  list: true,
  table: true,
  chart: true,
  signature: true,
  appendix: true,
}

const inlines: Readonly<Record<Inline["kind"], true>> = {
  text: true,
  figure: true,
  date: true,
  period: true,
  citation: true,
  "document-number": true,
  ordinal: true,
  quotation: true,
  name: true,
  blank: true,
  gap: true,
  strong: true,
  emphasis: true,
  break: true,
}

/** Throws a `RenderError` for what no renderer can draw, and for a kind of block or inline that is not known. */
export const refuseUnfit = (document: Document): void => {
  refuse(document)
  known(document.blocks, "/blocks")
  for (const [at, { kind }] of inlinesOf(document)) {
    if (!Object.hasOwn(inlines, kind)) throw new RenderError("unknown-inline", at, `Unknown inline ${kind}`)
  }
}

const known = (all: ReadonlyArray<Block>, at: string): void => {
  for (const [i, block] of all.entries()) {
    if (!Object.hasOwn(blocks, block.kind))
      throw new RenderError("unknown-block", `${at}/${i}`, `Unknown block ${block.kind}`)
    if (block.kind === "appendix") known(block.blocks, `${at}/${i}/blocks`)
  }
}
