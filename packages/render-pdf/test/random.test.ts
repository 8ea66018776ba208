// Any document, drawn and read back by poppler: the words of its pages are its own, letter by letter. DANVAN_RUNS sets how
// many for the heavy proof.
import { type Document } from "@danvan/document"
import { pdf } from "@danvan/render-pdf"
import * as fc from "fast-check"
import { describe, expect } from "vitest"
import { documents, worded } from "../../document/test/random.ts"
import { difference } from "./drawn.ts"
import { pagesOf, testWith } from "./poppler.ts"

const numRuns = Number(process.env["DANVAN_RUNS"] ?? 150)

/** Words in Latin letters, with signs that the font lacks among them: poppler turns round or composes other scripts. */
// A number alone on a line would be taken for that of a page.
const latin = (document: Document): Document =>
  worded(document, (text) => text.replaceAll(/[^\p{Script=Latin}\p{Script=Common}]/gu, "x").replace(/^\d+$/, "$&."))

describe("any document as PDF", () => {
  testWith("pdftotext")(
    "is all there, letter by letter, or its losses name what is not",
    async () => {
      await fc.assert(
        fc.asyncProperty(documents.map(latin), async (document) => {
          const { bytes, losses } = await pdf().render(document)
          expect(losses.filter(({ code }) => code !== "glyph-missing")).toEqual([])
          expect(difference(document, losses, pagesOf(bytes))).toBe("")
        }),
        { numRuns },
      )
    },
    7_200_000,
  )
})
