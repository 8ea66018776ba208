// The check that the random documents are held by sees a fault: each one is put into text that was read back.
import type { Block, Document, Inlines } from "@danvan/document"
import { layout, sample } from "@danvan/document/testing"
import { pdf } from "@danvan/render-pdf"
import { describe, expect, it } from "vitest"
import { difference } from "./drawn.ts"
import { pagesOf, testWith } from "./poppler.ts"

const words = (text: string): Inlines => [{ kind: "quotation", text }]
const row = (...cells: ReadonlyArray<string>) => ({ cells: cells.map((text) => ({ content: words(text) })) })
const blocks: ReadonlyArray<Block> = [
  { kind: "paragraph", role: "body", content: words("Tại 8/8 phường") },
  {
    kind: "table",
    id: "t",
    caption: [],
    unit: null,
    columns: [0, 1].map(() => ({ width: null, align: "left" as const })),
    head: [row("Đơn vị", "Số")],
    body: [row("Bưởi", "8/8"), row("Xuân La", "5")],
    foot: [],
    notes: [],
  },
]
const document: Document = { ...sample, layout, blocks, losses: [] }
const read = (...pages: ReadonlyArray<string>): string => difference(document, [], pages)

describe("difference", () => {
  it("is silent about line ends, page numbers and a head that comes again", () => {
    expect(read("Tại 8/8 phường\nĐơn vị Số\nBưởi 8/\n8\nXuân La 5\n")).toBe("")
    expect(read("Tại 8/8\nphường\nĐơn vị Số\nBưởi 8/8\n", "2\nĐơn vị Số\nXuân\nLa 5\n")).toBe("")
  })

  it.each([
    ["a short word is lost", "Tại 8/8 phường\nĐơn vị Số\nBưởi\nXuân La 5\n"],
    ["a letter is lost", "Tại 8/8 phường\nĐơn vị Số\nBưởi 8/8\nXuân a 5\n"],
    ["the last word is lost", "Tại 8/8 phường\nĐơn vị Số\nBưởi 8/8\nXuân La\n"],
    ["two cells have changed places", "Tại 8/8 phường\nĐơn vị Số\nBưởi 5\nXuân La 8/8\n"],
    ["a word stands twice", "Tại 8/8 phường\nĐơn vị Số\nBưởi 8/8\nXuân La 5\nLa\n"],
    ["a head comes again inside a page", "Tại 8/8 phường\nĐơn vị Số\nBưởi 8/8\nĐơn vị Số\nXuân La 5\n"],
  ])("speaks when %s", (_, page) => {
    expect(read(page)).not.toBe("")
  })

  testWith("pdftotext")("is silent about what is drawn, for the sample with every form of chart", async () => {
    for (const form of ["bar", "line", "parts"] as const) {
      const charted = {
        ...sample,
        blocks: sample.blocks.map((block) => (block.kind === "chart" ? { ...block, form } : block)),
      }
      const { bytes, losses } = await pdf().render(charted)
      expect(difference(charted, losses, pagesOf(bytes))).toBe("")
    }
  })
})
