// The contract's laws about words on documents at random, for every renderer. DANVAN_RUNS sets how many for the heavy
// proof; the texts of PDF are read back by poppler.
import { type Document, type Renderer, visibleText } from "@danvan/document"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import { xlsx } from "@danvan/render-tables"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { missingCells, missingFlow } from "../packages/document/src/testing/missing.ts"
import { documents } from "../packages/document/test/random.ts"
import { visible as docxText } from "../packages/render-docx/test/reader.ts"
import { visible as htmlText } from "../packages/render-html/test/visible.ts"
import { visible as xlsxText } from "../packages/render-tables/test/reader.ts"
import { run, testWith } from "../packages/render-pdf/test/poppler.ts"

// The same documents each time; others in the heavy proof. There a place may be narrower than a word, which then stands on
// two lines, as in PDF “8/8” does: nothing is lost, but short words are looked for whole.
const asked = process.env["DANVAN_RUNS"]
const numRuns = Number(asked ?? 40)
const seeded = asked === undefined ? { seed: 20_260_727 } : {}

/** The document with its words changed. */
const worded = (document: Document, by: (text: string) => string): Document => {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return key === "text" ? by(value) : value
    if (Array.isArray(value)) return value.map((inner) => walk(inner, key))
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
  }
  return walk(document, "") as Document
}

/** What is missing of a document in its file. */
const lost = async (
  renderer: Renderer,
  given: Document,
  read: (bytes: Uint8Array) => string | Promise<string>,
  pages: boolean,
): Promise<ReadonlyArray<string>> => {
  const rendered = await renderer.render(given)
  const text = await read(rendered.bytes)
  const document = worded(given, visibleText) // signs that nobody sees are drawn by no renderer
  return [...missingFlow(document, rendered, text, pages), ...missingCells(document, rendered, text)]
}

const holds =
  (renderer: Renderer, read: (bytes: Uint8Array) => string | Promise<string>, pages = false) =>
  () =>
    fc.assert(
      fc.asyncProperty(pages ? documents.map(latin) : documents, async (document) => {
        expect(await lost(renderer, document, read, pages)).toEqual([])
      }),
      { numRuns, ...seeded },
    )

/** Words in Latin letters, with signs that the font lacks among them: poppler turns round or composes other scripts. */
// A number alone on a line would be taken for that of a page.
const latin = (document: Document): Document =>
  worded(document, (text) => text.replaceAll(/[^\p{Script=Latin}\p{Script=Common}]/gu, "x").replace(/^\d+$/, "$&."))

const HOURS = 4 * 3_600_000

describe("any document is all there, every word and number in order, or named in losses", () => {
  testWith("pdftotext")(
    "pdf",
    holds(pdf(), (bytes) => run("pdftotext", bytes, ["-raw"], "-"), true),
    HOURS,
  )
  it("docx", holds(docx(), docxText), HOURS)
  it("xlsx", holds(xlsx(), xlsxText), HOURS)
  it("html", holds(html(), htmlText), HOURS)
  it(
    "json: it is the document",
    async () => {
      await fc.assert(
        fc.asyncProperty(documents, async (document) => {
          const { bytes } = await json().render(document)
          const { attachments, ...read } = JSON.parse(new TextDecoder().decode(bytes)) as Document
          const { attachments: given, ...rest } = JSON.parse(JSON.stringify(document).normalize("NFC")) as Document
          expect([read, attachments.length]).toEqual([rest, given.length])
        }),
        { numRuns, ...seeded },
      )
    },
    HOURS,
  )
})
