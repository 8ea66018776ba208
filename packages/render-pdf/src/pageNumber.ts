import type { PlacedLine } from "./pdfmake/index.ts"
import { mm, type Page } from "./page.ts"

/** The number at the head of a page, its digits' tops where the form wants them, centred over the text. */
export const pageNumber = (page: Page): ((number: number, width: number) => PlacedLine | null) => {
  const { pageNumber: place, styles, page: sheet } = page.layout
  const { size, bold, italic, line } = styles["page-number"]
  const font = page.font(bold, italic)
  const { bbox } = font.font.glyphForCodePoint(0x31)
  const ascender = (font.ascender / 1000) * size
  const top = (bbox.maxY / font.font.unitsPerEm) * size
  return (number, paperWidth) => {
    if (number < place.from) return null
    const text = String(number)
    const width = font.widthOfString(text, size)
    const look = { font, size, pointer: "", underline: false, shade: false, stretch: 0 }
    const { left, right } = sheet.margin
    const runs = [{ ...look, x: 0, width, pieces: [text] }]
    const x = (paperWidth + mm(left - right) - width) / 2
    return { line: { runs, height: line, ascender, bookmark: null }, x, y: mm(place.edge) + top - ascender }
  }
}
