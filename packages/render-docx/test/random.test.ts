import * as fc from "fast-check"
import { visibleText } from "@danvan/document"
import { textOf } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { describe, expect, it } from "vitest"
import { documents } from "../../document/test/random.ts"
import { disordered } from "./order.ts"
import { open, visible } from "./reader.ts"
import { parse } from "./xml.ts"

const squeeze = (text: string): string => visibleText(text).replace(/\s+/g, "").normalize("NFC")
// Further than the tests before a change need: DANVAN_RUNS sets it for the heavy proof.
const numRuns = Number(process.env["DANVAN_RUNS"] ?? 150)

describe("any document as a Word file", () => {
  it("is all there, every word and number in order, in parts that are well formed and in order", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { bytes, losses } = await docx().render(document)
        expect(losses).toEqual([])
        expect(squeeze(visible(bytes))).toBe(squeeze(textOf(document)))
        for (const [path, part] of Object.entries(open(bytes).parts)) {
          const root = parse(part)
          if (path.startsWith("word/") && path.endsWith(".xml")) expect(disordered(root), path).toEqual([])
        }
      }),
      { numRuns },
    )
  }, 3_600_000)
})
