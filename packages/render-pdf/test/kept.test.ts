// A document that was signed and stored looks the same whenever it is drawn again: its layout travels with it, and no
// register of forms is asked. Its pages are held against the words, places and strokes that were read from them on that day.
import { describe, expect } from "vitest"
import { kept, stored } from "./kept/stored.ts"
import { draw } from "./report.ts"
import { strokesOf, testWith, wordsOf } from "./poppler.ts"

/** Every word with its page and place, and every straight line, to a tenth of a millimetre. */
const looks = (bytes: Uint8Array) => ({
  words: wordsOf(bytes).map(
    ({ page, text, left, base, size }) => `${page} ${tenth(left)} ${tenth(base)} ${tenth(size)} ${text}`,
  ),
  strokes: strokesOf(bytes, 1).map((one) => [one.x1, one.y1, one.x2, one.y2, one.width].map(tenth).join(" ")),
})
const tenth = (value: number): string => value.toFixed(1)

describe.each(kept)("a stored document of %s", (id) => {
  testWith("pdftotext", "pdftocairo")("looks as on the day when it was signed", async () => {
    const document = await stored(id)
    const { bytes, losses } = await draw(document)
    expect(losses.slice(document.losses.length)).toEqual([])
    await expect(`${JSON.stringify(looks(bytes), null, 1)}\n`).toMatchFileSnapshot(`golden/kept-${id}.json`)
    // What decides is what was stored: with another margin in it, every word of the text moves.
    const { layout } = document
    const page = { ...layout.page, margin: { ...layout.page.margin, left: layout.page.margin.left + 1 } }
    const moved = looks((await draw({ ...document, layout: { ...layout, page } })).bytes)
    expect(moved.words).not.toEqual(looks(bytes).words)
  })
})
