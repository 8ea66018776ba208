// A document that was signed and stored looks the same whenever it is drawn again: its layout travels with it, and no
// register of forms is asked. The stored file was written by render-json with the wording of its day; it is never written
// anew. Its pages are held against the words, places and strokes that were read from them on that day.
import { readFile } from "node:fs/promises"
import type { Document } from "@danvan/document"
import { describe, expect } from "vitest"
import { draw } from "./report.ts"
import { strokesOf, testWith, wordsOf } from "./poppler.ts"

const read = async (file: string): Promise<any> =>
  JSON.parse(await readFile(new URL(`kept/${file}`, import.meta.url), "utf8"))
const bytesOf = (attachment: any) => ({ ...attachment, bytes: Buffer.from(attachment.bytes, "base64") })

/** Every word with its page and place, and every straight line, to a tenth of a millimetre. */
const looks = (bytes: Uint8Array) => ({
  words: wordsOf(bytes).map(
    ({ page, text, left, base, size }) => `${page} ${tenth(left)} ${tenth(base)} ${tenth(size)} ${text}`,
  ),
  strokes: strokesOf(bytes, 1).map((one) => [one.x1, one.y1, one.x2, one.y2, one.width].map(tenth).join(" ")),
})
const tenth = (value: number): string => value.toFixed(1)

describe("a stored document", () => {
  testWith("pdftotext", "pdftocairo")(
    "looks as on the day when it was signed, in a form that has changed since",
    async () => {
      const stored = await read("state-nd30.json")
      const document: Document = { ...stored, attachments: stored.attachments.map(bytesOf) }
      const { bytes, losses } = await draw(document)
      expect(losses.slice(stored.losses.length)).toEqual([])
      await expect(`${JSON.stringify(looks(bytes), null, 1)}\n`).toMatchFileSnapshot("golden/kept-state-nd30.json")
      // What decides is what was stored: with another margin in it, every word of the text moves.
      const { layout } = document
      const page = { ...layout.page, margin: { ...layout.page.margin, left: layout.page.margin.left + 1 } }
      const moved = looks((await draw({ ...document, layout: { ...layout, page } })).bytes)
      expect(moved.words).not.toEqual(looks(bytes).words)
    },
  )
})
