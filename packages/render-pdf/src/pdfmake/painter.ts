// pdfmake's drawing. What is mended here, and why:
//   renderLine    pdfmake draws word by word and tells nobody; a run is one text object, and each is noted for the
//                 guard (pdfmake loses blocks that are too tall, and draws off the paper, without a word)
//   renderSVG     pdfmake draws no word that has no width, and nobody learns of it; the words of a chart are lines
//   mark          pdfmake's bookmarks lead to the head of the page, not to the heading
/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import type { Bookmark } from "../line.ts"
import type { Svg } from "../node.ts"
import type { PlacedLine, PlacedStrokes } from "./builder.ts"
import { operators, strokeOperators } from "./draw.ts"
import type { Paper } from "./paper.ts"
import { type BaseRenderer, load, type Outline } from "./private.ts"

const PdfmakeRenderer = load<typeof BaseRenderer>("Renderer")

/** What has been drawn. */
export interface Ledger {
  /** The text of each line of the document, by its pointer. */
  readonly drawn: Map<string, string>
  /** Text that lies off the paper. */
  readonly off: Map<string, string>
}

/** Draws pages and keeps the ledger. */
export class Painter extends PdfmakeRenderer<Paper> {
  readonly ledger: Ledger = { drawn: new Map(), off: new Map() }
  private readonly seen = new WeakSet<object>() // heads of tables are drawn again on each page
  private readonly outline: Array<Outline> = []

  override renderLine({ line }: PlacedLine, x: number, y: number): void {
    const paper = this.pdfDocument
    const first = !this.seen.has(line)
    if (first && line.bookmark) this.mark(line.bookmark, y)
    this.seen.add(line)
    const base = y + line.ascender
    for (const run of line.runs) {
      paper.page.fonts[run.font.id] ??= run.font.ref()
      paper.addContent(operators(run, x + run.x, base))
      if (!first || run.pointer === "") continue
      const text = run.pieces.join("")
      note(this.ledger.drawn, run.pointer, text)
      const outside =
        x + run.x < -0.5 || x + run.x + run.width > paper.page.width + 0.5 || y < 0 || base > paper.page.height
      if (outside) note(this.ledger.off, run.pointer, text)
    }
  }

  override renderVector({ x, y, strokes }: PlacedStrokes): void {
    this.pdfDocument.addContent(strokeOperators(strokes, x, y))
  }

  private mark({ level, title }: Bookmark, y: number): void {
    const under = this.outline.slice(0, level - 1).findLast(Boolean) ?? this.pdfDocument.outline
    this.outline.length = level - 1
    this.outline[level - 1] = under.addItem(title, { expanded: true, top: y, left: this.pdfDocument.page.width })
  }

  override renderSVG(chart: Svg & { readonly x: number; readonly y: number }): void {
    super.renderSVG(chart)
    for (const one of chart.lines) this.renderLine(one, chart.x + one.x, chart.y + one.y)
  }
}

const note = (of: Map<string, string>, pointer: string, text: string): void => {
  of.set(pointer, (of.get(pointer) ?? "") + text)
}
