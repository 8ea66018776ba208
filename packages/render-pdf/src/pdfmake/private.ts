// The private parts of pdfmake and pdfkit that are extended here, and their types: neither publishes any.
import { createRequire } from "node:module"
import type { Node, Svg } from "../node.ts"

const require = createRequire(import.meta.url)

/** A module of pdfmake. */
export const load = <T>(name: string): T => (require(`pdfmake/js/${name}.js`) as { readonly default: T }).default

/** A face embedded in a file. */
export interface Font {
  readonly id: string
  readonly ascender: number
  readonly descender: number
  layoutCache: Record<string, unknown>
  widthOfString(text: string, size: number): number
  encode: (text: string) => readonly [codes: ReadonlyArray<string>, positions: ReadonlyArray<GlyphPosition>]
  readonly unicode: Array<ReadonlyArray<number>>
  ref(): unknown
  readonly font: {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(point: number): boolean
    glyphForCodePoint(point: number): { readonly bbox: { readonly maxY: number } }
  }
}

interface GlyphPosition {
  readonly xAdvance: number
  readonly advanceWidth: number
  readonly xOffset: number
  readonly yOffset: number
}

/** A bookmark, or the root of them. */
export interface Outline {
  addItem(title: string, options: { readonly expanded: boolean; readonly top: number; readonly left: number }): Outline
}

type Options = Readonly<Record<string, unknown>>

/** `PDFDocument.js` over pdfkit's document. */
export declare class BasePaper {
  constructor(fonts: Options, images: Options, patterns: Options, attachments: Options, options: Options)
  page: { readonly width: number; readonly height: number; readonly fonts: Record<string, unknown> }
  info: Record<string, unknown>
  readonly outline: Outline
  _font: Font
  _fontFamilies: Record<string, Font>
  _id: Uint8Array
  provideFont(family: string, bold: boolean, italic: boolean): Font
  font(source: unknown): this
  appendXML(xml: string): void
  addContent(operators: string): this
  push(chunk: Buffer | null): boolean
  end(): void
  _addInfo(): void
  _finalize(): void
}

interface Context {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly availableHeight: number
  readonly pageMargins: { readonly top: number }
  getCurrentPage(): LaidPage
  moveDown(height: number): void
}

/** `PageElementWriter.js`. */
export interface Writer {
  context(): Context
  moveToNextPage(): void
}

/** A page that has been laid out. */
export interface LaidPage {
  readonly items: Array<{ readonly type: string; readonly item: unknown }>
  readonly pageSize: { readonly width: number; readonly height: number }
}

/** `LayoutBuilder.js`. */
export declare class BaseBuilder {
  constructor(size: Options, margins: Options, svg: unknown)
  readonly writer: Writer
  layoutDocument(content: unknown, paper: BasePaper, styles: Options, style: Options): Array<LaidPage>
  processNode(node: Node): void
  processLeaf(node: Node): void
}

/** `Renderer.js`. */
export declare class BaseRenderer<Paper extends BasePaper = BasePaper> {
  constructor(paper: Paper)
  readonly pdfDocument: Paper
  renderPages(pages: ReadonlyArray<LaidPage>): void
  renderLine(line: unknown, x: number, y: number): void
  renderVector(vector: unknown): void
  renderSVG(svg: Svg): void
}
