// What a block is written with: the layout in Word's measures, the numbering, and where losses are put.
import {
  type Document,
  type Heading,
  type Inlines,
  type Layout,
  type Loss,
  plainText,
  type StyleName,
  visibleText,
} from "@danvan/document"
import { type IParagraphOptions, type NumberingDefinition, Paragraph, Table } from "docx"
import { runsOf } from "./inline.ts"
import { notRendered } from "./loss.ts"
import { points, twips } from "./measure.ts"
import type { Numbered } from "./numbering.ts"
import { styles } from "./style.ts"
import { markupOf, Written } from "./written.ts"

/** What stands in a section, from top to bottom. */
export type Piece = Paragraph | Table | Written

/** Whether a piece is a table, written or not yet. */
export const isTable = (piece: Piece | undefined): boolean => piece instanceof Table || piece instanceof Written

/** That a paragraph or row stays with the next one. Written only where it does: the library would write a "false". */
export const kept = (keeps: boolean): { readonly keepNext?: true } => (keeps ? { keepNext: true } : {})

/** What all pages of a file share. */
interface Shared {
  readonly document: Document
  readonly losses: Array<Loss>
  readonly numbering: Map<string, NumberingDefinition>
  readonly headings: Map<Heading, Numbered>
  /** Markup of tables. */
  readonly tables: Array<string>
  lists: number
  drawings: number
}

/** The page that blocks are written for. */
export class Page {
  readonly document: Document
  readonly layout: Layout
  readonly losses: Array<Loss>
  readonly orientation: "portrait" | "landscape"
  /** Of the paper, mm. */
  readonly paper: { readonly width: number; readonly height: number }
  /** Of the text, twips. */
  readonly width: number
  /** Of the text, pt. */
  readonly height: number
  private readonly shared: Shared

  constructor(shared: Shared, orientation?: "portrait" | "landscape") {
    const { layout } = shared.document
    const { width, height, margin } = layout.page
    const own = width > height ? "landscape" : "portrait"
    const turned = orientation !== undefined && orientation !== own
    this.shared = shared
    this.document = shared.document
    this.layout = layout
    this.losses = shared.losses
    this.orientation = orientation ?? own
    this.paper = turned ? { width: height, height: width } : { width, height }
    this.width = twips(this.paper.width) - twips(margin.left) - twips(margin.right)
    this.height = points(this.paper.height - margin.top - margin.bottom)
  }

  /** The first page of a document. */
  static of(document: Document, losses: Array<Loss>): Page {
    return new Page({ document, losses, numbering: new Map(), headings: new Map(), tables: [], lists: 0, drawings: 0 })
  }

  /** The same with the paper held this way. */
  held(orientation: "portrait" | "landscape"): Page {
    return new Page(this.shared, orientation)
  }

  /** Headings that Word numbers. */
  get headings(): Map<Heading, Numbered> {
    return this.shared.headings
  }

  /** Makes a numbering known to the file; once for each reference. */
  define(numbering: NumberingDefinition): void {
    this.shared.numbering.set(numbering.reference, numbering)
  }

  /** All that were made known. */
  get numbering(): ReadonlyArray<NumberingDefinition> {
    return [...this.shared.numbering.values()]
  }

  /** The markup of tables that were written. */
  get tables(): ReadonlyArray<string> {
    return this.shared.tables
  }

  /** Writes a table that has nothing in it but rows of text. */
  written(table: Table): Written {
    return new Written(this.shared.tables.push(markupOf(table)) - 1)
  }

  /** A number for a list that begins anew. */
  nextList(): number {
    return ++this.shared.lists
  }

  /** A name within the file for a drawing; the library would count on from the file before. */
  nextDrawing(): string {
    return String(++this.shared.drawings)
  }

  /** Notes something that no renderer of this version knows. */
  unknown(what: { readonly kind: string }, pointer: string): void {
    this.losses.push(notRendered(pointer, what.kind))
  }

  /** One line of the document in a style; `more` is what this paragraph has beside its style. */
  line(inlines: Inlines, pointer: string, style: StyleName, more: IParagraphOptions = {}): Paragraph {
    return new Paragraph({ ...more, style: styles[style].id, children: [...runsOf(inlines, pointer, this)] })
  }

  /** The words of a line without looks, for where Word takes no more. */
  plain(inlines: Inlines): string {
    return visibleText(plainText(inlines, this.document.figures)).trim()
  }
}
