import { describe, expect, it } from "vitest"
import { pixels, points, pointTwips, twips, widthOf } from "../src/measure.ts"
import { tinos } from "./tinos.ts"

const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
const vowels = [..."aăâeêioôơuưy"].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")))
const letters = [...vowels, "đ"].flatMap((letter) => [letter, letter.toUpperCase()])
const signs = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")}–—‘’“”…•\u00a0`

describe("lengths", () => {
  it("are Word's: twips, points, pixels", () => {
    expect([twips(25.4), twips(210), pointTwips(0.5), points(25.4), pixels(72)]).toEqual([1440, 11906, 10, 72, 96])
  })
})

describe("the width of a text", () => {
  it.each([
    ["regular", false, false],
    ["bold", true, false],
    ["italic", false, true],
    ["boldItalic", true, true],
  ] as const)("is that of the letters, in %s", (name, bold, italic) => {
    for (const letter of [...letters, ...signs]) {
      expect(widthOf(letter, { size: 1000, bold, italic }), letter).toBeCloseTo(tinos[name](letter, 1000), -0.1)
    }
  })

  it("grows with size and length, and composes first", () => {
    const look = { size: 14, bold: false, italic: false }
    expect(widthOf("đề án", look) * 2).toBeCloseTo(widthOf("đề án", { ...look, size: 28 }), 10)
    expect(widthOf("đề án".normalize("NFD"), look)).toBe(widthOf("đề án", look))
    expect(widthOf("", look)).toBe(0)
    expect(widthOf("漢", look)).toBe(7)
  })
})
