// What a chart is drawn on: shapes below, words above, each word noted with the pointer of its line for the guard.
import { escape } from "../info.ts"
import type { Leaf, Svg } from "../node.ts"
import type { Page } from "../page.ts"

const FILLS = ["#1f3864", "#9db7dd", "#ffffff", "#7f7f7f", "#d9d9d9", "#404040"]
const DASHES = ["", "6 3", "2 2", "8 2 2 2", "4 4", "1 3"]

const n = (value: number): string => String(Math.round(value * 100) / 100 || 0)

/** A drawing while it is made. */
export class Canvas {
  private readonly page: Page
  private readonly shapes: Array<string> = []
  private readonly words: Array<string> = []
  private readonly texts: Array<readonly [string, string]> = []

  constructor(page: Page) {
    this.page = page
  }

  write(leaf: Leaf, x: number, y: number): void {
    for (const [i, line] of leaf.lines.entries()) {
      for (const run of line.runs) {
        const text = run.pieces.join("")
        this.texts.push([run.pointer, text])
        // SVG leaves out spaces at the head of a text: what follows is placed behind them.
        const head = text.length - text.trimStart().length
        const from = x + run.x + (head > 0 ? run.font.widthOfString(" ".repeat(head), run.size) : 0)
        const at = `x="${n(from)}" y="${n(y + i * line.height + line.ascender)}" font-size="${n(run.size)}"`
        this.words.push(`<text ${at}${this.face(run.font)}>${escape(text.trim())}</text>`)
      }
    }
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
    const inner = this.shapes.join("") + this.words.join("")
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${canvas} font-family="text">${inner}</svg>`
    return { svg: { svg, texts: this.texts }, height }
  }

  private face(font: unknown): string {
    const { page } = this
    const bold = font === page.font(true, false) || font === page.font(true, true)
    const italic = font === page.font(false, true) || font === page.font(true, true)
    return `${bold ? ' font-weight="bold"' : ""}${italic ? ' font-style="italic"' : ""}`
  }
}
