// What pdfmake is given: the few of its nodes that we use. Text never goes in as text but as lines already filled.
import type { TextLine } from "./line.ts"

/** How a piece of the page's flow may be parted; read by `settle`. */
export interface Flow {
  /** Height that must be free below for the piece to begin here, without its space before. */
  readonly need: number
  /** Height of what must stand on the page where this piece ends; 0 if nothing clings to it. */
  readonly follow: number
  /** Height of the page it is made for. */
  readonly whole: number
  /** The lines of a text that may be parted between them; null for anything else. */
  readonly text: { readonly count: number; readonly line: number } | null
}

interface Placed {
  readonly margin?: readonly [left: number, top: number, right: number, bottom: number]
  readonly width?: number
  readonly pageBreak?: "before"
  readonly pageOrientation?: "portrait" | "landscape"
  readonly unbreakable?: boolean
  flow?: Flow
  /** Lines of a leaf before which a new page begins; set while pages are made. */
  breaks?: ReadonlySet<number>
  /** pdfmake's own copy of the margin. */
  _margin?: [number, number, number, number] | null
}

/** A text as lines. */
export interface Leaf extends Placed {
  readonly text: ""
  readonly lines: ReadonlyArray<TextLine>
  /** The line that comes next; counted while pages are made. */
  next: number
}

/** A drawn line. */
export interface Stroke extends Placed {
  readonly canvas: ReadonlyArray<{
    readonly type: "line"
    readonly x1: number
    readonly y1: 0
    readonly x2: number
    readonly y2: 0
    readonly lineWidth: number
  }>
}

/** Nodes one under another. */
export interface Stack extends Placed {
  readonly stack: ReadonlyArray<Node>
}

/** Nodes side by side. */
export interface Columns extends Placed {
  readonly columns: ReadonlyArray<Stack>
  readonly columnGap: 0
}

/** A chart; `texts` are the words drawn in it, by the pointer of their line. */
export interface Svg extends Placed {
  readonly svg: string
  readonly texts: ReadonlyArray<readonly [pointer: string, text: string]>
}

/** A cell of a grid; a place that a span covers is an empty object. */
export type GridCell = (Leaf & { colSpan?: number; rowSpan?: number }) | object

/** A table of pdfmake. */
export interface Grid extends Placed {
  readonly table: {
    readonly widths: ReadonlyArray<number>
    readonly headerRows: number
    readonly keepWithHeaderRows: number
    readonly dontBreakRows: boolean
    readonly body: ReadonlyArray<ReadonlyArray<GridCell>>
  }
  readonly layout: Readonly<Record<string, () => number | string>>
}

export type Node = Leaf | Stroke | Stack | Columns | Svg | Grid
