// The finished report: a tree, the page it wants, and the figures it prints. Plain data, readonly, JSON-able but for
// the bytes of attachments.
import type { Block } from "./Block.ts"
import { type FigureId, type Inline, type Inlines, isDigitFree } from "./Inline.ts"
import type { Layout } from "./Layout.ts"

/** How much of what was owed stands behind a figure: units and cells, and the same in words. */
export interface FigureCoverage {
  readonly text: string
  readonly unitsComplete: number
  readonly unitsPartial: number
  readonly unitsOwing: number
  readonly cellsArrived: number
  readonly cellsOwing: number
}

/**
 * A printed number. `text` is what stands on the page, `value` the same for machines (`"197"`, `"58/119"`, `"87%"`),
 * `label` says what is counted, where and when. `origin` names where it comes from, as far as the report discloses.
 */
export interface Figure {
  readonly text: string
  readonly value: string
  readonly label: string
  readonly coverage: FigureCoverage | null
  readonly origin: ReadonlyArray<string>
}

/** A file that travels with the report. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * Something that did not reach the page. `code` is stable, `block` a JSON pointer into the document (or into the
 * request, for what the report itself had to leave out), `found` what is lost, `message` says it to people.
 */
export interface Loss {
  readonly code: string
  readonly block: string
  readonly found: string
  readonly message: { readonly vi: string; readonly en: string }
}

/** A report, ready to be drawn. */
export interface Document {
  readonly version: "danvan/document@0"
  readonly language: "vi" | "en"
  /** The title of the file; the page has its own in the blocks. */
  readonly title: string
  readonly layout: Layout
  readonly blocks: ReadonlyArray<Block>
  readonly figures: Readonly<Record<FigureId, Figure>>
  readonly attachments: ReadonlyArray<Attachment>
  readonly losses: ReadonlyArray<Loss>
}

/** A fault of the tree itself: where, and which. */
export interface Fault {
  readonly code: "digit-in-text" | "unknown-figure" | "not-nfc" | "duplicate-id" | "ragged-row"
  readonly block: string
  readonly found: string
}

/**
 * Every inline of the document with the JSON pointer of its place, in reading order; what stands inside strong and
 * emphasised ones follows them.
 *
 * @example
 * [...inlinesOf(document)][0] // ["/blocks/0/stamp/0", { kind: "text", text: "BẢN MINH HOẠ" }]
 */
export function* inlinesOf(document: Document): Generator<readonly [pointer: string, inline: Inline]> {
  for (const [pointer, inlines] of linesOf(document)) yield* within(inlines, pointer)
}

function* within(inlines: Inlines, pointer: string): Generator<readonly [string, Inline]> {
  for (const [i, inline] of inlines.entries()) {
    yield [`${pointer}/${i}`, inline]
    if (inline.kind === "strong" || inline.kind === "emphasis") yield* within(inline.content, `${pointer}/${i}/content`)
  }
}

/**
 * Every line (an array of inlines) of the document with its JSON pointer, in reading order.
 *
 * @example
 * [...linesOf(document)].map(([pointer]) => pointer).slice(0, 2) // ["/blocks/0/stamp", "/blocks/0/superior/0"]
 */
export function* linesOf(document: Pick<Document, "blocks">): Generator<readonly [pointer: string, line: Inlines]> {
  for (const [i, block] of document.blocks.entries()) yield* linesOfBlock(block, `/blocks/${i}`)
}

/**
 * The same for one block that stands at `at`.
 *
 * @example
 * const content = [{ kind: "text", text: "Nơi nhận" }]
 * [...linesOfBlock({ kind: "paragraph", role: "body", content }, "/blocks/3")] // [["/blocks/3/content", content]]
 */
export function* linesOfBlock(block: Block, at: string): Generator<readonly [pointer: string, line: Inlines]> {
  switch (block.kind) {
    case "letterhead":
      if (block.stamp) yield [`${at}/stamp`, block.stamp]
      for (const [i, line] of block.superior.entries()) yield [`${at}/superior/${i}`, line]
      for (const [i, line] of block.issuer.entries()) yield [`${at}/issuer/${i}`, line]
      if (block.issuerMark) yield [`${at}/issuerMark`, block.issuerMark]
      for (const [i, line] of block.motto.entries()) yield [`${at}/motto/${i}`, line]
      yield [`${at}/number`, block.number]
      yield [`${at}/date`, block.date]
      return
    case "title":
      yield [`${at}/name`, block.name]
      for (const [i, line] of block.subject.entries()) yield [`${at}/subject/${i}`, line]
      if (block.mark) yield [`${at}/mark`, block.mark]
      return
    case "heading":
      if (block.number) yield [`${at}/number`, block.number]
      yield [`${at}/content`, block.content]
      return
    case "paragraph":
      yield [`${at}/content`, block.content]
      return
    case "list":
      for (const [i, item] of block.items.entries()) {
        yield [`${at}/items/${i}/marker`, item.marker]
        yield [`${at}/items/${i}/content`, item.content]
      }
      return
    case "table":
      yield [`${at}/caption`, block.caption]
      if (block.unit) yield [`${at}/unit`, block.unit]
      for (const part of ["head", "body", "foot"] as const) {
        for (const [r, row] of block[part].entries()) {
          for (const [c, cell] of row.cells.entries()) yield [`${at}/${part}/${r}/cells/${c}/content`, cell.content]
        }
      }
      for (const [i, note] of block.notes.entries()) yield [`${at}/notes/${i}`, note]
      return
    case "chart":
      yield [`${at}/caption`, block.caption]
      if (block.unit) yield [`${at}/unit`, block.unit]
      for (const [i, category] of block.categories.entries()) yield [`${at}/categories/${i}`, category]
      for (const [s, series] of block.series.entries()) {
        yield [`${at}/series/${s}/label`, series.label]
        for (const [p, point] of series.points.entries()) {
          if (point) yield [`${at}/series/${s}/points/${p}`, [{ kind: "figure", figure: point.figure }]]
        }
      }
      for (const [i, note] of block.notes.entries()) yield [`${at}/notes/${i}`, note]
      return
    case "signature":
      yield [`${at}/recipientsTitle`, block.recipientsTitle]
      for (const [i, line] of block.recipients.entries()) yield [`${at}/recipients/${i}`, line]
      if (block.authority) yield [`${at}/authority`, block.authority]
      yield [`${at}/office`, block.office]
      yield [`${at}/name`, block.name]
      return
    case "appendix":
      yield [`${at}/label`, block.label]
      for (const [i, line] of block.title.entries()) yield [`${at}/title/${i}`, line]
      if (block.reference) yield [`${at}/reference`, block.reference]
      for (const [i, inner] of block.blocks.entries()) yield* linesOfBlock(inner, `${at}/blocks/${i}`)
      return
    default:
      // A new kind of block does not compile until its lines are here; one from outside has none.
      block satisfies never
  }
}

// What is read aloud instead of a chart stands in no line of the page, but the same rules hold for it.
function* alternatives(blocks: ReadonlyArray<Block>, at: string): Generator<readonly [string, Inline]> {
  for (const [i, block] of blocks.entries()) {
    if (block.kind === "chart") yield* within(block.alternative, `${at}/${i}/alternative`)
    if (block.kind === "appendix") yield* alternatives(block.blocks, `${at}/${i}/blocks`)
  }
}

/**
 * The faults of a tree: digits in `text`, references to figures that are not there, text that is not NFC, an id used
 * twice, a table row that does not fill its columns. A document without faults is one that every renderer can take.
 *
 * @example
 * check(document) // []
 * check({ ...document, title: "Báo cáo".normalize("NFD") }).map(({ code, block }) => [code, block]) // [["not-nfc", "/title"]]
 */
export const check = (document: Document): ReadonlyArray<Fault> => {
  const faults: Array<Fault> = []
  const nfc = (block: string, text: string): void => {
    if (text !== text.normalize("NFC")) faults.push({ code: "not-nfc", block, found: text })
  }
  for (const [block, inline] of [...inlinesOf(document), ...alternatives(document.blocks, "/blocks")]) {
    if (inline.kind === "text" && !isDigitFree(inline.text)) {
      faults.push({ code: "digit-in-text", block, found: inline.text })
    }
    if (inline.kind === "figure" && !Object.hasOwn(document.figures, inline.figure)) {
      faults.push({ code: "unknown-figure", block, found: inline.figure })
    }
    if ("text" in inline) nfc(block, inline.text)
  }
  nfc("/title", document.title)
  for (const [id, figure] of Object.entries(document.figures)) {
    const at = `/figures/${id.replaceAll("~", "~0").replaceAll("/", "~1")}`
    nfc(at, figure.text)
    nfc(`${at}/label`, figure.label)
    nfc(`${at}/coverage/text`, figure.coverage?.text ?? "")
    for (const [i, origin] of figure.origin.entries()) nfc(`${at}/origin/${i}`, origin)
  }
  const seen = new Set<string>()
  const walk = (blocks: ReadonlyArray<Block>, at: string): void => {
    for (const [i, block] of blocks.entries()) {
      const here = `${at}/${i}`
      if ("id" in block) {
        if (seen.has(block.id)) faults.push({ code: "duplicate-id", block: here, found: block.id })
        seen.add(block.id)
      }
      if (block.kind === "table") {
        for (const part of ["head", "body", "foot"] as const) raggedRows(block, part, here, faults)
      }
      if (block.kind === "appendix") walk(block.blocks, `${here}/blocks`)
    }
  }
  walk(document.blocks, "/blocks")
  return faults
}

const raggedRows = (
  table: Extract<Block, { kind: "table" }>,
  part: "head" | "body" | "foot",
  at: string,
  faults: Array<Fault>,
): void => {
  const held: Array<number> = table.columns.map(() => 0) // rows that a cell from above still covers, by column
  for (const [r, row] of table[part].entries()) {
    let filled = held.filter((n) => n > 0).length
    const next = held.map((n) => Math.max(0, n - 1))
    let column = 0
    for (const cell of row.cells) {
      while ((held[column] ?? 0) > 0) column++
      const span = cell.colSpan ?? 1
      const down = cell.rowSpan ?? 1
      const end = Math.min(column + span, table.columns.length)
      for (let c = column; c < end; c++) next[c] = down - 1
      column += span
      filled += [span, down].every((n) => Number.isInteger(n) && n > 0) ? span : Number.NaN
    }
    if (filled !== table.columns.length) {
      faults.push({ code: "ragged-row", block: `${at}/${part}/${r}`, found: `${filled}/${table.columns.length}` })
    }
    held.splice(0, held.length, ...next)
  }
}
