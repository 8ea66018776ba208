import type { Block, Inlines } from "@danvan/document"
import { RenderError } from "@danvan/document"
import { layout } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { describe, expect, it } from "vitest"
import { document, paragraph, row, table, words } from "./report.ts"

const refused = async (blocks: ReadonlyArray<Block>, changes = {}): Promise<readonly [string, string]> => {
  const error = await docx()
    .render(document(blocks, changes))
    .catch((thrown: unknown) => thrown)
  if (!(error instanceof RenderError)) throw new Error(`not refused: ${String(error)}`)
  return [error.code, error.block]
}

describe("nothing is written", () => {
  it("when a figure is not there", async () => {
    expect(await refused([paragraph({ kind: "figure", figure: "x" })])).toEqual([
      "unknown-figure",
      "/blocks/0/content/0",
    ])
  })

  it("when a row of a table does not fill its columns", async () => {
    expect(await refused([table({ body: [row("một")] })])).toEqual(["ragged-row", "/blocks/0/body/0"])
  })

  it("when strong is nested without end", async () => {
    let content: Inlines = words("sâu")
    for (let i = 0; i < 20_000; i++) content = [{ kind: "strong", content }]
    expect(await refused([{ kind: "paragraph", role: "body", content }])).toEqual([
      "nesting-too-deep",
      "/blocks/0/content",
    ])
  })

  it("when a line or a blank has no end", async () => {
    expect(await refused([paragraph("x".repeat(1_000_001))])).toEqual(["text-too-long", "/blocks/0/content"])
    expect(await refused([paragraph({ kind: "blank", length: Infinity })])).toEqual([
      "text-too-long",
      "/blocks/0/content",
    ])
  })

  it("when the page leaves no room for text, is larger than Word takes, or type has no size", async () => {
    const page = (width: number) => ({ layout: { ...layout, page: { ...layout.page, width } } })
    expect(await refused([], page(50))).toEqual(["layout-invalid", "/layout/page"])
    expect(await refused([], page(600))).toEqual(["layout-invalid", "/layout/page"])
    expect(await refused([], page(Number.NaN))).toEqual(["layout-invalid", "/layout/page/width"])
    const wide = { ...layout, letterhead: { ...layout.letterhead, left: Infinity } }
    expect(await refused([], { layout: wide })).toEqual(["layout-invalid", "/layout/letterhead/left"])
    const styles = { ...layout.styles, note: { ...layout.styles.note, size: 0 } }
    expect(await refused([], { layout: { ...layout, styles } })).toEqual(["layout-invalid", "/layout/styles/note"])
  })
})

describe("a loss is named", () => {
  it("when a block or an inline is not known, and for each attachment", async () => {
    const strange = { kind: "marquee" } as unknown as Block
    const inline = [{ kind: "hologram" }] as unknown as Inlines
    const attachments = [{ name: "số liệu.json", mediaType: "application/json", bytes: Uint8Array.of(1) }]
    const { losses } = await docx().render(
      document([strange, { kind: "paragraph", role: "body", content: inline }], { attachments }),
    )
    expect(losses.map(({ code, block, found }) => [code, block, found])).toEqual([
      ["attachment-not-carried", "/attachments/0", "số liệu.json"],
      ["not-rendered", "/blocks/0", "marquee"],
      ["not-rendered", "/blocks/1/content", "hologram"],
    ])
  })
})
