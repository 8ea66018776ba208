import { describe, expect } from "vitest"
import { pagesOf, pictureOf, testWith, wordsOf } from "./poppler.ts"
import { document, draw, paragraph, party } from "./report.ts"

const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
const vowels = [..."aăâeêioôơuưy"].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC")))
const letters = [...vowels, ..."bcdđghklmnpqrstvx"].flatMap((letter) => [letter, letter.toUpperCase()])

describe("the letters of Vietnamese", () => {
  testWith("pdftotext", "pdftoppm")("are read as themselves and drawn unlike each other, in every face", async () => {
    for (const [bold, italic] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      const layout = { ...party, styles: { ...party.styles, body: { ...party.styles.body, bold, italic } } }
      const { bytes, losses } = await draw(
        document(
          letters.map((letter) => paragraph(letter)),
          { layout },
        ),
      )
      expect(losses).toEqual([])
      expect(pagesOf(bytes).join("").replace(/\s|\d/g, "")).toBe(letters.join(""))
      const seen = new Map<string, string>()
      const pages = new Map<number, ReturnType<typeof pictureOf>>()
      for (const { page, text, left, base } of wordsOf(bytes)) {
        if (/\d/.test(text)) continue
        const picture = pages.get(page) ?? pictureOf(bytes, page, 150)
        pages.set(page, picture)
        const ink = picture.ink(left - 1, base - 6, 8, 8)
        expect(ink, text).not.toMatch(/^0*$/)
        expect(seen.get(ink), `${text} looks like`).toBeUndefined()
        seen.set(ink, text)
      }
      expect(seen.size).toBe(letters.length)
    }
  })
})
