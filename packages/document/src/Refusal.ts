// What no renderer can draw, found before anything is drawn: a document of another version, a tree with faults, a page without room, a chart of what
// is no number, and nesting or length that only an attack has. Renderers share it, so that all refuse the same.
import type { Block, Chart, Table } from "./Block.ts"
import { check, type Document, type Fault, inlinesOf, linesOf } from "./Document.ts"
import type { Inline, Inlines } from "./Inline.ts"
import type { Layout } from "./Layout.ts"
import { RenderError } from "./Renderer.ts"

/** Levels of strong and emphasis in one another, and of blocks in appendices. */
const DEEPEST = 64
/** Characters in one line of the document. */
const LONGEST = 1_000_000

/** A page or column, mm. */
const WIDEST = 10_000

const FATAL: ReadonlySet<Fault["code"]> = new Set(["unknown-figure", "ragged-row"])

/**
 * Throws a `RenderError` when nothing useful can be drawn of a document: `unknown-version`, `unknown-figure`, `ragged-row`,
 * `nesting-too-deep`, `text-too-long`, `chart-value` (a point that is no safe number, a part below zero), or
 * `layout-invalid` (a length that is no number, a page without room for text, type without size). A renderer calls it
 * first.
 *
 * @example
 * refuse(document) // undefined
 */
export const refuse = (document: Document): void => {
  versioned(document)
  finite(document.layout, "/layout", 0)
  roomy(document.layout)
  for (const [at, block] of blocksOf(document.blocks, DEEPEST)) {
    if (block.kind === "table") columned(block, at)
    if (block.kind === "chart") charted(block, at, document)
  }
  for (const [at, line] of linesOf(document)) measured(line, at, document)
  for (const { code, block, found } of check(document)) {
    if (FATAL.has(code)) throw new RenderError(code, block, `${code} at ${block}: ${found}`)
  }
}

// A stored document is drawn as its own version says or not at all: it is never taken for another that looks like it.
const versioned = ({ version }: { readonly version: string }): void => {
  if (version === ("danvan/document@0" satisfies Document["version"])) return
  throw new RenderError("unknown-version", "/version", `Unknown version ${JSON.stringify(version)}`)
}

// Exhaustive, so that a new kind is added here by whom the compiler sends.
const knownBlocks: { readonly [K in Block["kind"]]: true } = {
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
const knownInlines: { readonly [K in Inline["kind"]]: true } = {
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

/**
 * Throws a `RenderError` for a version of the document, a kind of block or inline that is not known: `unknown-version`,
 * `unknown-block`, `unknown-inline`. For renderers that do not look at each of them themselves.
 *
 * @example
 * refuseUnknown(document) // undefined
 */
export const refuseUnknown = (document: Document): void => {
  versioned(document)
  for (const [at, { kind }] of blocksOf(document.blocks, Infinity)) {
    if (!Object.hasOwn(knownBlocks, kind)) throw new RenderError("unknown-block", at, `Unknown block ${kind}`)
  }
  for (const [at, { kind }] of inlinesOf(document)) {
    if (!Object.hasOwn(knownInlines, kind)) throw new RenderError("unknown-inline", at, `Unknown inline ${kind}`)
  }
}

const columned = ({ columns }: Table, at: string): void => {
  for (const [i, { width }] of columns.entries()) {
    if (width === null || (width > 0 && width < WIDEST)) continue
    throw new RenderError("layout-invalid", `${at}/columns/${i}`, `a column of ${width} mm`)
  }
}

const charted = (block: Chart, at: string, document: Document): void => {
  measured(block.alternative, `${at}/alternative`, document)
  for (const [s, { points }] of block.series.entries()) {
    for (const [p, point] of points.entries()) {
      const least = block.form === "parts" ? 0 : -Number.MAX_SAFE_INTEGER
      if (!point || (point.value >= least && point.value <= Number.MAX_SAFE_INTEGER)) continue
      throw new RenderError("chart-value", `${at}/series/${s}/points/${p}`, `${point.value} cannot be drawn`)
    }
  }
}

/** Every block with its pointer, without recursion; a tree of appendices that is too deep is refused. */
function* blocksOf(blocks: ReadonlyArray<Block>, deepest: number): Generator<readonly [at: string, block: Block]> {
  const open: Array<readonly [blocks: ReadonlyArray<Block>, at: string, depth: number]> = [[blocks, "/blocks", 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [inner, at, depth] = next
    if (depth > deepest) throw new RenderError("nesting-too-deep", at, `more than ${deepest} appendices in one another`)
    for (const [i, block] of inner.entries()) {
      yield [`${at}/${i}`, block]
      if (block.kind === "appendix") open.push([block.blocks, `${at}/${i}/blocks`, depth + 1])
    }
  }
}

const measured = (line: Inlines, at: string, document: Document): void => {
  let length = 0
  const open: Array<readonly [Inlines, number]> = [[line, 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [inlines, depth] = next
    if (depth > DEEPEST) throw new RenderError("nesting-too-deep", at, `more than ${DEEPEST} levels at ${at}`)
    for (const inline of inlines) {
      if (inline.kind === "strong" || inline.kind === "emphasis") open.push([inline.content, depth + 1])
      else if (inline.kind === "blank") length += inline.length
      else if (inline.kind === "figure") length += document.figures[inline.figure]?.text?.length ?? 0
      else if (inline.kind !== "break") length += inline.text?.length ?? 0
    }
    if (!(length <= LONGEST)) throw new RenderError("text-too-long", at, `more than ${LONGEST} characters at ${at}`)
  }
}

/** A length that is no number would stand in the file as NaN. A layout has few levels; a deeper one is none. */
const finite = (value: unknown, at: string, depth: number): void => {
  if ((typeof value === "number" && !Number.isFinite(value)) || depth > 8) {
    throw new RenderError("layout-invalid", at, `not a length: ${String(value)}`)
  }
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) finite(inner, `${at}/${key}`, depth + 1)
  }
}

const roomy = ({ page, styles }: Layout): void => {
  const { width, height, margin } = page
  const room = Math.min(width - margin.left - margin.right, height - margin.top - margin.bottom)
  if (!(room >= 10 && room < WIDEST)) {
    throw new RenderError("layout-invalid", "/layout/page", `the page leaves ${room} mm for text`)
  }
  for (const [name, { size, line }] of Object.entries(styles)) {
    if (!(size > 0 && line > 0 && size < 1000 && line < 1000)) {
      throw new RenderError("layout-invalid", `/layout/styles/${name}`, `size ${size} pt, line ${line} pt`)
    }
  }
}
