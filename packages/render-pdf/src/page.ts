// What a block is drawn with: the layout in points, the faces, and where losses are put.
import type { Block, Document, Inlines, Layout, Loss, Style } from "@danvan/document"
import { compose } from "./compose.ts"
import { ink, substitute } from "./ink.ts"
import { wordsOf } from "./inline.ts"
import { type Bookmark, fill } from "./line.ts"
import { glyphMissing, notRendered } from "./loss.ts"
import type { Drawn, Leaf, Node } from "./node.ts"
import type { Paper } from "./pdfmake/index.ts"
import type { Font } from "./pdfmake/index.ts"

/** Millimetres to points. */
export const mm = (value: number): number => (value * 72) / 25.4

/** A line of the document with its place and style; several are set one after another. */
export interface Part {
  readonly pointer: string
  readonly inlines: Inlines
  readonly style: Style
}

/** A piece of the flow of a page, from top to bottom. */
export interface Piece {
  readonly node: Node
  readonly height: number
  /** Space before and after, pt. */
  readonly before: number
  readonly after: number
  /** Stays with the piece that follows. */
  readonly keeps?: boolean
  /** Stays with the last lines of the text before it. */
  readonly clings?: boolean
  /** Lines between which it may be parted; else it is not parted, or parts itself. */
  readonly text?: { readonly count: number; readonly line: number }
  /** The least that may stand at the foot of a page, if it parts itself. */
  readonly least?: number
}

/** The page that blocks are drawn for. */
export class Page {
  readonly document: Document
  readonly layout: Layout
  /** Of the text, pt. */
  readonly width: number
  readonly height: number
  readonly losses: Array<Loss>
  /** Letters that the font lacks, by the line that has them. */
  readonly missing: Map<string, Set<string>>
  readonly pieces: (block: Block, at: string, page: Page) => ReadonlyArray<Piece>
  /** How the paper is held. */
  readonly orientation: "portrait" | "landscape"
  private readonly paper: Paper

  constructor(from: Pick<Page, "document" | "pieces" | "losses" | "missing">, paper: Paper, turned: boolean) {
    const { layout } = from.document
    const { width, height, margin } = layout.page
    this.document = from.document
    this.layout = layout
    this.losses = from.losses
    this.missing = from.missing
    this.pieces = from.pieces
    this.paper = paper
    this.orientation = width > height !== turned ? "landscape" : "portrait"
    this.width = mm((turned ? height : width) - margin.left - margin.right)
    this.height = mm((turned ? width : height) - margin.top - margin.bottom)
  }

  /** The same with the paper held this way. */
  held(orientation: "portrait" | "landscape"): Page {
    const { width, height } = this.layout.page
    return new Page(this, this.paper, orientation !== (width > height ? "landscape" : "portrait"))
  }

  font(bold: boolean, italic: boolean): Font {
    return this.paper.provideFont("text", bold, italic)
  }

  /** The text as the font can draw it; what it lacks becomes a loss. */
  ink(text: string, font: Font, pointer: string): string {
    return ink(text, font, (letter) => {
      const letters = this.missing.get(pointer) ?? new Set()
      if (!letters.has(letter)) this.losses.push(glyphMissing(pointer, letter, substitute(font)))
      this.missing.set(pointer, letters.add(letter))
    })
  }

  /** Notes something that no renderer of this version knows. */
  unknown(what: { readonly kind: string }, pointer: string): void {
    this.losses.push(notRendered(pointer, what.kind))
  }

  /** Lines set one after another as one text of this width. */
  leaf(parts: ReadonlyArray<Part>, width: number, bookmark: Bookmark | null = null): Leaf {
    const style = parts[0]?.style ?? this.layout.styles.body
    const indent = Math.min(mm(style.indent), width / 2)
    const font = this.font(style.bold, style.italic)
    const natural = ((font.ascender - font.descender) / 1000) * style.size
    // Letters stand in the middle of their line.
    const ascender = (font.ascender / 1000) * style.size + (style.line - natural) / 2
    const lines = fill(wordsOf(parts, this), width, indent)
    return { text: "", lines: compose(lines, style, width, indent, ascender, bookmark) }
  }

  /** One line of the document in a style. */
  line(inlines: Inlines, pointer: string, style: Style, width = this.width): Leaf {
    return this.leaf([{ inlines, pointer, style }], width)
  }
}

/** The height of a text. */
export const heightOf = (leaf: Leaf): number => leaf.lines.reduce((sum, line) => sum + line.height, 0)

/** A text as a piece of the flow. */
export const textPiece = (leaf: Leaf, style: Style, keeps = false): Piece => ({
  node: leaf,
  height: heightOf(leaf),
  before: style.before,
  after: style.after,
  text: { count: leaf.lines.length, line: style.line },
  keeps,
})

/** A slab as a piece of the flow. */
export const slabPiece = (slab: Drawn, more: Partial<Piece> = {}): Piece => ({
  node: { text: "", slab },
  height: slab.height,
  before: 0,
  after: 0,
  ...more,
})
