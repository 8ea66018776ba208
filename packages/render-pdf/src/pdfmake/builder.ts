// pdfmake's layout. What is mended here, and why:
//   measureLeaf, buildNextLine   pdfmake breaks and stretches symbols (45-KH/TU) at every `-` and `/`, and its lines
//                                have the height of the font; ours arrive filled and placed (line.ts)
//   processNode                  pdfmake strands headings, and its own remedy, pageBreakBefore, lays the whole document
//                                out again for each break; ours looks at each piece once (settle.ts)
/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import type { TextLine } from "../line.ts"
import type { Flow, Leaf, Node } from "../node.ts"
import { settle } from "../settle.ts"
import { type BaseBuilder, load, type Writer } from "./private.ts"

const PdfmakeBuilder = load<typeof BaseBuilder>("LayoutBuilder")

/** Makes pages of nodes. */
export class Builder extends PdfmakeBuilder {
  declare private made: Writer
  declare private measure: { measureLeaf: (leaf: Leaf) => unknown }

  // pdfmake sets both anew for each layout; they are caught on the way.
  get docMeasure() {
    return this.measure
  }
  set docMeasure(measure) {
    measure.measureLeaf = (leaf) => Object.assign(leaf, { _minWidth: 0, _maxWidth: 0 })
    this.measure = measure
  }

  override processNode(node: Node, aligned?: boolean): void {
    if (node.flow && this.nestedLevel === 0 && this.writer.transactionLevel === 0) this.settle(node, node.flow)
    super.processNode(node, aligned)
  }

  private settle(node: Node, flow: Flow): void {
    const context = this.writer.context()
    const opens = node.pageBreak !== undefined
    const fresh = opens || context.y <= context.pageMargins.top
    const space = fresh ? 0 : (node._margin?.[1] ?? 0)
    const { over, breaks } = settle(flow, fresh ? flow.whole : context.availableHeight - space, fresh)
    if (over) this.writer.moveToNextPage()
    if (node._margin && (over || opens || (fresh && context.page > 0))) node._margin[1] = 0
    node.breaks = new Set(breaks)
  }

  override buildNextLine(leaf: Leaf): TextLine | null {
    if (leaf.breaks?.has(leaf.next)) this.writer.moveToNextPage()
    return leaf.lines[leaf.next++] ?? null
  }
}
