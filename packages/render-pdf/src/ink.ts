// Text at the door: composed (NFC; fonts draw decomposed tones misplaced), free of signs that have no shape, and with
// a visible sign in place of a letter that the font lacks.
import { visibleText } from "@danvan/document"
import type { Font } from "./pdfmake/index.ts"

const REPLACEMENT = 0xfffd
const NO_BREAK = 0xa0
const BLANK = /\s/u

// A blank of a width that the font does not have is a blank all the same; figure space and narrow space hold words together.
const blankFor = (point: number): string => (point === 0x2007 || point === 0x202f ? "\u00a0" : " ")

const lacking = new WeakMap<object, Map<number, boolean>>()

const lacks = (font: Font, point: number): boolean => {
  let known = lacking.get(font.font)
  if (!known) lacking.set(font.font, (known = new Map()))
  let is = known.get(point)
  if (is === undefined) known.set(point, (is = !font.font.hasGlyphForCodePoint(point)))
  return is
}

/** The sign drawn for a letter that the font lacks. */
export const substitute = (font: Font): string => (lacks(font, REPLACEMENT) ? "?" : String.fromCodePoint(REPLACEMENT))

/** The text as this font can draw it; `miss` hears of each letter it lacks. */
export const ink = (text: string, font: Font, miss: (letter: string) => void): string => {
  const seen = visibleText(text)
  let drawn = ""
  let from = 0
  for (let i = 0; i < seen.length; i++) {
    const point = seen.codePointAt(i) ?? 0
    const wide = point > 0xffff ? 2 : 1
    if (point !== NO_BREAK && lacks(font, point)) {
      const letter = seen.slice(i, i + wide)
      const isBlank = BLANK.test(letter)
      if (!isBlank) miss(letter)
      drawn += seen.slice(from, i) + (isBlank ? blankFor(point) : substitute(font))
      from = i + wide
    }
    i += wide - 1
  }
  return from === 0 ? seen : drawn + seen.slice(from)
}
