// A run as operators of the content stream: one text object a run, its letters in one array, stretched spaces as
// numbers in it. The page is upside down (pdfkit turns it), so the text is turned back.
import type { Run } from "../line.ts"
import type { Stroke } from "../node.ts"

const n = (value: number): string => String(Math.round(value * 1000) / 1000 || 0)
const SHADE = 0.87

/** The operators that draw a run whose base line starts at `x`, `y`. */
export const operators = (run: Run, x: number, y: number): string => {
  const { font, size } = run
  const unit = size / 1000
  let array = ""
  let codes = ""
  const move = (by: number): void => {
    if (Math.abs(by) < 0.001) return
    if (codes !== "") array += `<${codes}>`
    codes = ""
    array += ` ${n(by)} `
  }
  for (const [p, piece] of run.pieces.entries()) {
    const [glyphs, positions] = font.encode(piece)
    for (const [i, glyph] of glyphs.entries()) {
      const at = positions[i]
      if (at === undefined) continue
      move(-at.xOffset)
      if (at.yOffset !== 0) {
        array += `${codes === "" ? "" : `<${codes}>`}] TJ ${n(at.yOffset * unit)} Ts [<${glyph}>] TJ 0 Ts [`
        codes = ""
      } else codes += glyph
      move(at.xOffset + at.advanceWidth - at.xAdvance)
    }
    if (p < run.pieces.length - 1) move(-run.stretch / unit)
  }
  if (codes !== "") array += `<${codes}>`
  const box = (gray: number, top: number, height: number): string =>
    `${gray} g ${n(x)} ${n(top)} ${n(run.width)} ${n(height)} re f\n`
  return (
    (run.shade ? box(SHADE, y - font.ascender * unit, (font.ascender - font.descender) * unit) : "") +
    `BT 0 g /${font.id} ${n(size)} Tf 1 0 0 -1 ${n(x)} ${n(y)} Tm [${array}] TJ ET` +
    (run.underline ? `\n${box(0, y + size * 0.11, size * 0.055)}` : "")
  )
}

/** The operators that draw strokes, `x`, `y` being their corner. */
export const strokeOperators = (strokes: ReadonlyArray<Stroke>, x: number, y: number): string => {
  let width = 0
  let drawn = "q 0 G"
  for (const stroke of strokes) {
    if (stroke.width !== width) drawn += ` ${n((width = stroke.width))} w`
    drawn += ` ${n(x + stroke.x1)} ${n(y + stroke.y1)} m ${n(x + stroke.x2)} ${n(y + stroke.y2)} l S`
  }
  return `${drawn} Q`
}
