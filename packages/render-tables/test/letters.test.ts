// Tables as files have words and no faces of type: every letter is there in whichever the document has it.
import { csv, xlsx } from "@danvan/render-tables"
import { Csv } from "@danvan/intake"
import { describe, expect, it } from "vitest"
import { faces, letters, pageIn } from "../../document/test/letters.ts"
import { sheetsOf } from "./reader.ts"

describe("the letters of Vietnamese", () => {
  for (const face of faces) {
    it(`stand each in its cell of a workbook and of CSV: ${face.name}`, async () => {
      const page = pageIn(face)
      const book = await xlsx().render(page)
      const sheets = await sheetsOf(book.bytes)
      const cells = sheets
        .flatMap((sheet) => [...sheet.cells.values()].map(({ text }) => text))
        .filter((text) => text.length === 1)
      expect(cells.slice(0, letters.length)).toEqual(letters)
      const file = await csv("letters").render(page)
      const text = new TextDecoder().decode(file.bytes)
      const records = [...Csv.whole(text).rows].flatMap((row) => row.cells.map(({ raw }) => raw))
      expect(records.slice(0, letters.length)).toEqual(letters)
    })
  }
})
