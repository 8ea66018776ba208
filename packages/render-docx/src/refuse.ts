// What cannot be written at all, found before anything is written: a tree with faults, a page without room, and nesting
// or length that only an attack has.
import { check, type Document, type Fault, type Inlines, type Layout, linesOf, RenderError } from "@danvan/document"

/** Levels of strong and emphasis in one another. */
const DEEPEST = 64
/** Characters in one line of the document. */
const LONGEST = 1_000_000
/** Word gives up on a page wider or higher, mm. */
const LARGEST = 558.7

const FATAL: ReadonlySet<Fault["code"]> = new Set(["unknown-figure", "ragged-row"])

/** Throws a `RenderError` when nothing useful can be written. */
export const refuse = (document: Document): void => {
  finite(document.layout, "/layout")
  roomy(document.layout)
  for (const [at, line] of linesOf(document)) measured(line, at, document)
  for (const { code, block, found } of faultsOf(document)) {
    if (FATAL.has(code)) throw new RenderError(code, block, `${code} at ${block}: ${found}`)
  }
}

/** Words that stand in no line (a chart's alternative) may be nested without end as well. */
const faultsOf = (document: Document): ReadonlyArray<Fault> => {
  try {
    return check(document)
  } catch (cause) {
    if (cause instanceof RangeError) throw new RenderError("nesting-too-deep", "/blocks", "nested without end")
    throw cause
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

/** A length that is no number would stand in the file as NaN. */
const finite = (value: unknown, at: string): void => {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RenderError("layout-invalid", at, `${value}`)
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) finite(inner, `${at}/${key}`)
  }
}

const roomy = ({ page, styles }: Layout): void => {
  const { width, height, margin } = page
  const room = Math.min(width - margin.left - margin.right, height - margin.top - margin.bottom)
  if (!(room >= 10 && Math.max(width, height) <= LARGEST)) {
    throw new RenderError("layout-invalid", "/layout/page", `the page leaves ${room} mm for text`)
  }
  for (const [name, { size, line }] of Object.entries(styles)) {
    if (!(size > 0 && line > 0 && size < 1000 && line < 1000)) {
      throw new RenderError("layout-invalid", `/layout/styles/${name}`, `size ${size} pt, line ${line} pt`)
    }
  }
}
