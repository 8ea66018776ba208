// What pdfmake is given. It takes every node of ours but a chart for a text without letters, and leaves the placing of
// its lines to us (pdfmake/builder.ts).
import type { Band } from "./grid.ts"
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
  readonly pageBreak?: "before"
  readonly pageOrientation?: "portrait" | "landscape"
  readonly flow?: Flow
  /** The page on which it stands is counted as the first. */
  readonly restarts?: boolean
  /** pdfmake's own copy of the margin. */
  _margin?: [number, number, number, number] | null
}

/** A text as lines, parted between them where the page ends. */
export interface Leaf extends Placed {
  readonly text: ""
  readonly lines: ReadonlyArray<TextLine>
}

/** Lines and strokes in their places, never parted. */
export interface Slab extends Placed {
  readonly text: ""
  readonly slab: Drawn
}

/** A table: its head, drawn again on each page, and the rest in bands, each on one page if it fits. */
export interface Grid extends Placed {
  readonly text: ""
  readonly head: Band | null
  readonly bands: ReadonlyArray<Band>
  /** Height of the notes below, which stand on a page with the last band. */
  readonly notes: number
}

/** A chart: its shapes, and the words drawn above them, in their places on it. */
export interface Svg extends Placed {
  readonly svg: string
  readonly lines: Drawn["lines"]
}

export type Node = Leaf | Slab | Grid | Svg

/** A line or stroke with its place in its slab, pt from the upper left corner. */
export interface Drawn {
  readonly height: number
  readonly lines: ReadonlyArray<{ readonly line: TextLine; readonly x: number; readonly y: number }>
  readonly strokes: ReadonlyArray<Stroke>
}

/** A straight line. */
export interface Stroke {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
}
