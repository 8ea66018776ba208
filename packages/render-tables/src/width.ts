// How wide columns are, in characters: as the form has them in millimetres, and never too narrow for their numbers.
import type { Document } from "@danvan/document"
import { lineOf } from "./line.ts"
import type { Grid } from "./grid.ts"

/** A digit of the usual type is 8 pixels wide, a millimetre 3.78; a little more leaves room at the edges. */
const perMillimetre = 0.5
/** What columns without a width of their own get, at least and at most. */
const [least, most] = [18, 60]
const narrowest = 6
/** The width of text on a page of A4, mm. */
const usual = 165

/** The width of each column. */
export const widthsOf = (
  { columns, cells, head, landscape }: Grid,
  { layout, figures }: Document,
): ReadonlyArray<number> => {
  const { page } = layout
  const side = landscape ? Math.max(page.width, page.height) : Math.min(page.width, page.height)
  const paper = side - page.margin.left - page.margin.right
  // A page only steers how wide columns are, so that one without room is no reason to refuse its tables.
  const room = paper > 0 && paper < usual * 10 ? paper : usual
  const taken = columns.reduce((sum, one) => sum + (one.width ?? 0), 0)
  const open = columns.filter((one) => one.width === null).length
  const share = Math.min(most, Math.max(least, ((room - taken) / Math.max(1, open)) * perMillimetre))
  const numbers = columns.map(() => 0)
  for (const { row, column, columns: span, content } of cells) {
    if (row < head || span > 1 || content.length !== 1) continue
    const text = lineOf(content, { figures })
    // Numbers are not broken: too narrow, they would be shown as ####.
    if (/^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(text)) numbers[column] = Math.max(numbers[column] ?? 0, text.length + 2)
  }
  return columns.map((one, c) => {
    const wanted = one.width === null ? share : one.width * perMillimetre
    return Math.round(Math.min(255, Math.max(narrowest, wanted, numbers[c] ?? 0)) * 10) / 10
  })
}

/** Letters are a little narrower than the digits that widths count. */
const lettersPerDigit = 1.15
/** How high a line of 12 points is. */
const lineHeight = 16

/**
 * How high a row must be for a text in a column so wide, in points: programs that open a file do not all work it out.
 *
 * @example
 * heightFor("Phường Bưởi", 30) // 18
 */
export const heightFor = (text: string, width: number): number => 2 + lineHeight * linesFor(text, width)

const linesFor = (text: string, width: number): number => {
  const room = Math.max(1, Math.floor(width * lettersPerDigit) - 1)
  return text.split("\n").reduce((sum, line) => {
    let [lines, used] = [1, 0]
    for (const word of line.split(" ")) {
      const needed = used === 0 ? word.length : used + 1 + word.length
      if (needed <= room) used = needed
      else {
        // A word longer than the line is broken.
        lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / room) - 1
        used = word.length % room
      }
    }
    return sum + lines
  }, 0)
}

/** Higher than this no row can be, in points. */
const highest = 409

/** The height of a row by what stands in it; cells over several rows do not count. */
export const heightOf = (texts: ReadonlyArray<readonly [text: string, width: number]>): number =>
  Math.min(highest, Math.max(2 + lineHeight, ...texts.map(([text, width]) => heightFor(text, width))))
