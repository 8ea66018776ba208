// What a chart is drawn on: shapes below as SVG, words above, placed and noted for the guard like those of any block.
import type { Drawn, Leaf, Svg } from "../node.ts"
import type { Page } from "../page.ts"

const FILLS = ["#1f3864", "#9db7dd", "#ffffff", "#7f7f7f", "#d9d9d9", "#404040"]
const DASHES = ["", "6 3", "2 2", "8 2 2 2", "4 4", "1 3"]

const n = (value: number): string => String(Math.round(value * 100) / 100 || 0)

/** A drawing while it is made. */
export class Canvas {
  private readonly page: Page
  private readonly shapes: Array<string> = []
  private readonly lines: Array<Drawn["lines"][number]> = []

  constructor(page: Page) {
    this.page = page
  }

  write(leaf: Leaf, x: number, y: number): void {
    for (const [i, line] of leaf.lines.entries()) this.lines.push({ line, x, y: y + i * line.height })
  }

  /** A box with the look of a series. */
  box(x: number, y: number, width: number, height: number, series: number): void {
    const place = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`
    this.shapes.push(`<rect ${place} fill="${FILLS[series % FILLS.length]}" stroke="#000" stroke-width="0.5"/>`)
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, series: number | null = null): void {
    const dash = series === null ? "" : (DASHES[series % DASHES.length] ?? "")
    const place = `x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"`
    this.shapes.push(
      `<line ${place} stroke="#000" stroke-width="${n(width)}"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`,
    )
  }

  /** A point of a series: round and filled, round and open, square and filled, square and open, and again. */
  dot(x: number, y: number, series: number): void {
    const look = `fill="${series % 2 === 0 ? "#000" : "#fff"}" stroke="#000" stroke-width="1"`
    this.shapes.push(
      series % 4 < 2
        ? `<circle cx="${n(x)}" cy="${n(y)}" r="2.4" ${look}/>`
        : `<rect x="${n(x - 2.2)}" y="${n(y - 2.2)}" width="4.4" height="4.4" ${look}/>`,
    )
  }

  /** The drawing, as wide as the text of the page. */
  done(height: number): { readonly svg: Svg; readonly height: number } {
    const { width } = this.page
    const canvas = `viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}"`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${canvas}>${this.shapes.join("")}</svg>`
    return { svg: { svg, lines: this.lines }, height }
  }
}
