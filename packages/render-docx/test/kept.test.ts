// A document that was signed and stored gives the same Word file whenever it is written again: what a reader of the file
// sees of it is its words, its styles, its numbering and its sections, and these are held against those of that day.
import { RenderError } from "@danvan/document"
import { docx } from "@danvan/render-docx"
import { unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { kept, stored } from "../../render-pdf/test/kept/stored.ts"

const parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml"]

/** The parts that make up the page, a tag a line. */
const looks = (bytes: Uint8Array): string => {
  const file = unzipSync(bytes)
  return parts
    .map((part) => `<!-- ${part} -->\n${new TextDecoder().decode(file[part]).replaceAll("><", ">\n<")}\n`)
    .join("")
}

describe.each(kept)("a stored document of %s", (id) => {
  it("is the same Word file as on the day when it was signed", async () => {
    const document = await stored(id)
    const { bytes, losses } = await docx().render(document)
    expect(losses.slice(document.losses.length)).toEqual([])
    await expect(looks(bytes)).toMatchFileSnapshot(`golden/kept-${id}.xml`)
    const { layout } = document
    const body = { ...layout.styles.body, size: layout.styles.body.size - 1 }
    const other = { ...document, layout: { ...layout, styles: { ...layout.styles, body } } }
    expect(looks((await docx().render(other)).bytes)).not.toBe(looks(bytes))
  })

  it("is written by its own version or not at all", async () => {
    const later = { ...(await stored(id)), version: "danvan/document@1" as "danvan/document@0" }
    await expect(docx().render(later)).rejects.toMatchObject({ code: "unknown-version", block: "/version" })
    await expect(docx().render(later)).rejects.toBeInstanceOf(RenderError)
  })
})
