// What cannot be written at all, found before anything is written.
import { type Block, check, type Document, type Fault, type Inline, inlinesOf, RenderError } from "@danvan/document"

const FATAL: ReadonlySet<Fault["code"]> = new Set(["unknown-figure", "ragged-row"])

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

/** Throws a `RenderError` when nothing useful can be written. */
export const refuse = (document: Document): void => {
  try {
    known(document.blocks, "/blocks")
    for (const [at, { kind }] of inlinesOf(document)) {
      if (!Object.hasOwn(inlines, kind)) throw new RenderError("unknown-inline", at, `Unknown inline ${kind}`)
    }
    for (const { code, block, found } of check(document)) {
      if (FATAL.has(code)) throw new RenderError(code, block, `${code} at ${block}: ${found}`)
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw new RenderError("nesting-too-deep", "/blocks", "nested without end")
    throw cause
  }
}

const known = (all: ReadonlyArray<Block>, at: string): void => {
  for (const [i, block] of all.entries()) {
    if (!Object.hasOwn(blocks, block.kind))
      throw new RenderError("unknown-block", `${at}/${i}`, `Unknown block ${block.kind}`)
    if (block.kind === "appendix") known(block.blocks, `${at}/${i}/blocks`)
  }
}
