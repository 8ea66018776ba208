import { describe, expect, it } from "vitest"
import type { Block, Inlines } from "@danvan/document"
import { RenderError } from "@danvan/document"
import { guard } from "../src/guard.ts"
import { pagesOf, testWith } from "./poppler.ts"
import { document, draw, hd36, lines, paragraph, party, row, signature, table, words } from "./report.ts"

const codes = async (...blocks: ReadonlyArray<Block>) =>
  (await draw(document(blocks))).losses.map(({ code, block, found }) => [code, block, found])

const numbered = (n: number): string => Array.from({ length: n }, (_, i) => `dòng${i}`).join(" ")

describe("a loss is named", () => {
  it("when there is none: none", async () => {
    expect((await draw(hd36(signature))).losses).toEqual([])
  })

  it("by the letter that the font lacks, once a line, and the rest is drawn", async () => {
    expect(await codes(paragraph("☐ đạt 漢 ☐"), paragraph("đủ"))).toEqual([
      ["glyph-missing", "/blocks/0/content", "☐"],
      ["glyph-missing", "/blocks/0/content", "漢"],
    ])
  })

  testWith("pdftotext")("not by a blank of a width that the font lacks: it is a blank", async () => {
    const blanks = "\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000"
    const { bytes, losses } = await draw(document([paragraph([...blanks].map((blank, i) => `${blank}a${i}`).join(""))]))
    expect(losses).toEqual([])
    expect(pagesOf(bytes).join("").replaceAll(/\s/gu, "")).toBe([...blanks].map((_, i) => `a${i}`).join(""))
  })

  testWith("pdftotext")("when a row is taller than the page, and its text is all there", async () => {
    const body = [row("trước", "1"), row(numbered(900), "2"), row("sau", "3")]
    const { bytes, losses } = await draw(document([table({ body, notes: [words("hết")] })]))
    expect(losses.map(({ code, block }) => [code, block])).toEqual([["block-too-tall", "/blocks/0/body/1"]])
    const text = pagesOf(bytes).join("")
    expect(text.match(/dòng\d+/g)).toEqual(numbered(900).split(" "))
    expect(text).toMatch(/trước[^]*dòng0[^]*dòng899[^]*sau[^]*hết/)
  })

  testWith("pdftotext")("when the head of a table is taller than the page, and its rows are all there", async () => {
    const head = [row(numbered(900), "Số")]
    const body = Array.from({ length: 60 }, (_, i) => row(`hàng${i}`, "1"))
    const { bytes, losses } = await draw(document([table({ head, body })]))
    expect(losses.map(({ code, block }) => [code, block])).toEqual([["block-too-tall", "/blocks/0/head"]])
    const pages = pagesOf(bytes)
    expect(pages.join("").match(/dòng\d+/g)).toHaveLength(900)
    expect(pages.join("").match(/hàng\d+/g)).toHaveLength(60)
    expect(pages.length).toBeLessThan(12)
  })

  testWith("pdftotext")("when a signature is taller than the page, and its recipients are all there", async () => {
    const many = { ...signature, recipients: Array.from({ length: 80 }, (_, i) => words(`- Nơi${i},`)) } as Block
    const { bytes, losses } = await draw(document([paragraph(lines(3)), many]))
    expect(losses.map(({ code, block }) => [code, block])).toEqual([["block-too-tall", "/blocks/1"]])
    expect(
      pagesOf(bytes)
        .join("")
        .match(/Nơi\d+/g),
    ).toHaveLength(80)
  })

  it("when a table is too wide, and for each cell that lies off the paper", async () => {
    const columns = [90, 90, 90].map((width) => ({ width, align: "left" as const }))
    const cells = row("một", "hai", "ba")
    expect(await codes(table({ columns, head: [cells], body: [cells] }))).toEqual([
      ["table-too-wide", "/blocks/0", "270 mm"],
      ["off-page", "/blocks/0/head/0/cells/2/content", "ba"],
      ["off-page", "/blocks/0/body/0/cells/2/content", "ba"],
    ])
  })

  it("when a block or an inline is not known", async () => {
    const strange = { kind: "marquee" } as unknown as Block
    const inline = [{ kind: "hologram" }] as unknown as Inlines
    expect(await codes(strange, { kind: "paragraph", role: "body", content: inline })).toEqual([
      ["not-rendered", "/blocks/0", "marquee"],
      ["not-rendered", "/blocks/1/content", "hologram"],
    ])
  })

  it("by the guard, if a line was not drawn or only in part", () => {
    const given = document([paragraph("một hai ba"), paragraph("bốn")])
    const drawn = new Map([["/blocks/0/content", "một hai "]])
    const losses = guard(given, { drawn, off: new Map([["/blocks/0/content", "hai "]]) }, new Map())
    expect(losses.map(({ code, block, found }) => [code, block, found])).toEqual([
      ["text-lost", "/blocks/0/content", "ba"],
      ["off-page", "/blocks/0/content", "hai"],
      ["text-lost", "/blocks/1/content", "bốn"],
    ])
  })

  it("for each attachment", async () => {
    const attachments = [{ name: "số liệu.json", mediaType: "application/json", bytes: Uint8Array.of(1) }]
    const { losses } = await draw(document([], { attachments }))
    expect(losses.map(({ code, block, found }) => [code, block, found])).toEqual([
      ["attachment-not-carried", "/attachments/0", "số liệu.json"],
    ])
  })
})

describe("nothing is drawn", () => {
  const refused = async (blocks: ReadonlyArray<Block>, changes = {}): Promise<readonly [string, string]> => {
    const error = await draw(document(blocks, changes)).catch((thrown: unknown) => thrown)
    if (!(error instanceof RenderError)) throw new Error(`not refused: ${String(error)}`)
    return [error.code, error.block]
  }

  it("when a figure is not there", async () => {
    expect(await refused([paragraph({ kind: "figure", figure: "x" } as never)])).toEqual([
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
    expect(await refused([paragraph({ kind: "blank", length: Infinity } as never)])).toEqual([
      "text-too-long",
      "/blocks/0/content",
    ])
  })

  it("when the page leaves no room for text", async () => {
    const layout = { ...party, page: { ...party.page, width: 50 } }
    expect(await refused([], { layout })).toEqual(["layout-invalid", "/layout/page"])
  })
})

describe("what looks like an attack", () => {
  testWith("pdftotext")("is drawn: a word of ten thousand letters", async () => {
    const { bytes, losses } = await draw(
      document([paragraph("x".repeat(10_000)), table({ body: [row("y".repeat(1000), "1")] })]),
    )
    expect(losses).toEqual([])
    expect(pagesOf(bytes).join("").match(/x/g)).toHaveLength(10_000)
  })

  it("is drawn: a hundred thousand words in one paragraph", async () => {
    expect((await draw(document([paragraph(lines(6667))]))).losses).toEqual([])
  })

  testWith("pdfinfo", "pdftotext")(
    "is text: marks of other languages, control signs, paths and addresses",
    async () => {
      const title = 'Thu & chi <2026> "a" ]]> \u0000'
      const { bytes, losses } = await draw(
        document([paragraph("http://10.0.0.1/a.png /etc/passwd data:image/png;base64,AAAA a\u0007b \u200bc")], {
          title,
        }),
      )
      expect(losses).toEqual([])
      expect(pagesOf(bytes)[0]).toContain("/etc/passwd data:image/png;base64,AAAA a b c")
      const [file = ""] = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString("utf8")) ?? []
      expect(file).toContain("Thu &amp; chi &lt;2026&gt; &quot;a&quot; ]]&gt;")
      expect(file).not.toContain("<2026>")
    },
  )
})
