// pdfmake's pages. What is mended here, and why:
//   processNode   pdfmake strands headings, and its own remedy, pageBreakBefore, lays the whole document out again for
//                 each break; ours looks at each piece once (settle.ts)
//   processLeaf   pdfmake breaks and stretches symbols (45-KH/TU) at every `-` and `/`, sets lines as high as the font
//                 is, loses what must not be parted and is too tall, and loses cells that span rows where a page ends;
//                 ours places lines that were filled before (line.ts, grid.ts, cut.ts)
/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { cutBand } from "../cut.ts"
import type { Band } from "../grid.ts"
import { drawnOf } from "../lattice.ts"
import type { TextLine } from "../line.ts"
import type { Drawn, Flow, Grid, Leaf, Node, Slab, Stroke } from "../node.ts"
import { settle } from "../settle.ts"
import { type BaseBuilder, load, type Writer } from "./private.ts"

const PdfmakeBuilder = load<typeof BaseBuilder>("LayoutBuilder")
const SLACK = 0.01

/** A line in its place on the page, pt. */
export interface PlacedLine {
  readonly line: TextLine
  readonly x: number
  readonly y: number
}

/** Strokes with the place of their slab. */
export interface PlacedStrokes {
  readonly x: number
  readonly y: number
  readonly strokes: ReadonlyArray<Stroke>
}

/** Makes pages of nodes. */
export class Builder extends PdfmakeBuilder {
  declare private measure: { measureLeaf: (node: Node) => unknown }
  /** Pages, from 0, that are counted as the first. */
  readonly restarts: Array<number> = []
  private breaks: ReadonlyArray<number> = []

  // pdfmake makes it anew for each layout; it is caught on the way.
  get docMeasure() {
    return this.measure
  }
  set docMeasure(measure) {
    measure.measureLeaf = (node) => Object.assign(node, { _minWidth: 0, _maxWidth: 0 })
    this.measure = measure
  }

  override processNode(node: Node): void {
    if (node.flow) this.settle(node, node.flow)
    super.processNode(node)
  }

  private settle(node: Node, flow: Flow): void {
    const context = this.writer.context()
    const opens = node.pageBreak !== undefined
    const fresh = opens || this.fresh()
    const space = fresh ? 0 : (node._margin?.[1] ?? 0)
    const { over, breaks } = settle(flow, fresh ? flow.whole : context.availableHeight - space, fresh)
    if (over) this.writer.moveToNextPage()
    if (node._margin && (over || opens || (fresh && context.page > 0))) node._margin[1] = 0
    this.breaks = breaks
  }

  override processLeaf(node: Leaf | Slab | Grid): void {
    if (node.restarts) this.restarts.push(this.writer.context().page)
    if ("slab" in node) this.place(node.slab)
    else if ("lines" in node) this.text(node.lines)
    else this.table(node)
  }

  private fresh(): boolean {
    const context: ReturnType<Writer["context"]> = this.writer.context()
    return context.y <= context.pageMargins.top + SLACK
  }

  private text(lines: ReadonlyArray<TextLine>): void {
    for (const [i, line] of lines.entries()) {
      const full = line.height > this.writer.context().availableHeight + SLACK && !this.fresh()
      if (full || this.breaks.includes(i)) this.writer.moveToNextPage()
      this.place({ height: line.height, lines: [{ line, x: 0, y: 0 }], strokes: [] })
    }
  }

  private place({ height, lines, strokes }: Drawn): void {
    const context = this.writer.context()
    const { items } = context.getCurrentPage()
    const { x, y } = context
    for (const one of lines) items.push({ type: "line", item: { line: one.line, x: x + one.x, y: y + one.y } })
    if (strokes.length > 0) items.push({ type: "vector", item: { x, y, strokes } })
    context.moveDown(height)
  }

  private table({ head, bands, notes, flow }: Grid): void {
    // Bands go from line to line; half of the first line and half of the last one stand beside them.
    const line = (head ?? bands[0])?.measures.line ?? 0
    const room = (flow?.whole ?? 0) - (head?.height ?? 0) - line
    const free = (): number => this.writer.context().availableHeight - line
    let opens = true
    let alone = this.fresh() // nothing but the head stands on the page: what does not fit here fits nowhere
    const put = (band: Band): void => {
      this.place(drawnOf(band, opens))
      opens = false
    }
    const turn = (): void => {
      this.writer.moveToNextPage()
      opens = true
      alone = true
      if (head) put(head)
    }
    if (head) put(head)
    for (const [i, band] of bands.entries()) {
      let rest: Band = band
      const below = i === bands.length - 1 && band.height + notes <= room ? notes : 0
      while (rest.height + (alone ? 0 : below) > free() + SLACK) {
        const whole = rest.height <= room + SLACK
        if (!whole || alone) {
          const parts = cutBand(rest, free(), room, alone)
          if (parts) {
            put(parts[0])
            rest = parts[1]
          }
        }
        turn()
      }
      put(rest)
      alone = false
    }
  }
}
