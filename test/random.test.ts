// The contract's laws about words on documents at random, for the renderers that add words of their own or leave blocks
// out. PDF and Word are held to the letter by tests of their own (`packages/render-*/test/random.test.ts`). DANVAN_RUNS sets
// how many for the heavy proof.
import { type Document, type Renderer, visibleText } from "@danvan/document"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { xlsx } from "@danvan/render-tables"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { missingCells, missingFlow } from "../packages/document/src/testing/missing.ts"
import { documents, worded } from "../packages/document/test/random.ts"
import { visible as htmlText } from "../packages/render-html/test/visible.ts"
import { visible as xlsxText } from "../packages/render-tables/test/reader.ts"

const numRuns = Number(process.env["DANVAN_RUNS"] ?? 100)

/** What is missing of a document in its file. */
const lost = async (
  renderer: Renderer,
  given: Document,
  read: (bytes: Uint8Array) => string | Promise<string>,
): Promise<ReadonlyArray<string>> => {
  const rendered = await renderer.render(given)
  const text = await read(rendered.bytes)
  const document = worded(given, visibleText) // signs that nobody sees are drawn by no renderer
  return [...missingFlow(document, rendered, text, false), ...missingCells(document, rendered, text)]
}

const holds = (renderer: Renderer, read: (bytes: Uint8Array) => string | Promise<string>) => () =>
  fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(await lost(renderer, document, read)).toEqual([])
    }),
    { numRuns },
  )

const HOURS = 4 * 3_600_000

describe("any document is all there, every word and number in order, or named in losses", () => {
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
        { numRuns },
      )
    },
    HOURS,
  )
})
