import { join } from "node:path"
import { describe, expect } from "vitest"
import { accented, faces, letters, marked, pageIn } from "../../document/test/letters.ts"
import { pictureIn, unlikeKept } from "./picture.ts"
import { pagesOf, pictureOf, pngOf, testWith, wordsOf } from "./poppler.ts"
import { document, draw, paragraph, party } from "./report.ts"

const kept = (name: string): string => join(import.meta.dirname, `golden/letters-${name}.png`)

describe("the letters of Vietnamese", () => {
  testWith("pdftotext", "pdftoppm")("are read as themselves and drawn unlike each other, in every face", async () => {
    expect(accented).toHaveLength(134)
    for (const { bold, italic } of faces) {
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

  testWith("pdftotext")("are read as themselves where the words say the face", async () => {
    const { bytes, losses } = await draw(marked)
    expect(losses).toEqual([])
    expect(pagesOf(bytes).join("").replace(/\s/g, "")).toBe(accented.join("").repeat(faces.length))
  })

  for (const face of faces) {
    testWith("pdftoppm")(`fill a page that looks as it did: ${face.name}`, async () => {
      const { bytes, losses } = await draw(pageIn(face))
      expect(losses).toEqual([])
      expect(unlikeKept(pictureIn(pngOf(bytes, 1, 300)), kept(face.name))).toBe("")
    })
  }

  testWith("pdftoppm")("would be missed: one for another, a face for another", async () => {
    const [regular, bold] = faces
    if (!regular || !bold) throw new Error("no faces")
    const page = pageIn(regular)
    // The least that parts two letters: a hook and an acute over the same hat.
    const other = JSON.parse(JSON.stringify(page).replace('"text":"ế"', '"text":"ể"')) as typeof page
    for (const wrong of [other, pageIn(bold)]) {
      const { bytes } = await draw(wrong)
      expect(unlikeKept(pictureIn(pngOf(bytes, 1, 300)), kept("regular"))).toContain("not as kept")
    }
  })
})
