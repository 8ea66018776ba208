import { type Block, check, type Document, inlinesOf, linesOf, refuse, refuseUnknown, type Row } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { describe, expect, it } from "vitest"

const withBlocks = (...blocks: ReadonlyArray<Block>): Document => ({ ...sample, blocks })
const paragraph = (...content: Extract<Block, { kind: "paragraph" }>["content"]): Block => ({
  kind: "paragraph",
  role: "body",
  content,
})
const row = (...cells: ReadonlyArray<readonly [colSpan: number, rowSpan: number]>): Row => ({
  cells: cells.map(([colSpan, rowSpan]) => ({ content: [{ kind: "text", text: "x" }], colSpan, rowSpan })),
})
const table = (
  columns: number,
  body: ReadonlyArray<Row>,
  parts: Partial<Record<"head" | "foot", ReadonlyArray<Row>>> = {},
): Block => ({
  kind: "table",
  id: "t",
  caption: [],
  unit: null,
  columns: Array.from({ length: columns }, () => ({ width: null, align: "left" })),
  head: parts.head ?? [],
  body,
  foot: parts.foot ?? [],
  notes: [],
})

describe("Document.check", () => {
  it("finds nothing to say about the sample", () => {
    expect(check(sample)).toEqual([])
  })

  it("refuses a digit in a text, however deep it stands", () => {
    const document = withBlocks(
      paragraph({ kind: "strong", content: [{ kind: "emphasis", content: [{ kind: "text", text: "8 phường" }] }] }),
    )
    expect(check(document)).toEqual([
      { code: "digit-in-text", block: "/blocks/0/content/0/content/0/content/0", found: "8 phường" },
    ])
  })

  it("lets a digit stand in a name, a quotation and an ordinal", () => {
    const document = withBlocks(
      paragraph(
        { kind: "name", text: "Phường 1", ref: "p" },
        { kind: "quotation", text: "5/8" },
        { kind: "ordinal", n: 1, text: "1." },
      ),
    )
    expect(check(document)).toEqual([])
  })

  it("refuses to be drawn in another version than its own", () => {
    for (const refusing of [refuse, refuseUnknown]) {
      expect(() => refusing({ ...sample, version: "danvan/document@1" as "danvan/document@0" })).toThrow(
        expect.objectContaining({ code: "unknown-version", block: "/version" }),
      )
      expect(() => refusing(sample)).not.toThrow()
    }
  })

  it("refuses a figure that is not there, even one named as a member of Object", () => {
    const document = withBlocks(paragraph({ kind: "figure", figure: "none" }, { kind: "figure", figure: "toString" }))
    expect(check(document)).toEqual([
      { code: "unknown-figure", block: "/blocks/0/content/0", found: "none" },
      { code: "unknown-figure", block: "/blocks/0/content/1", found: "toString" },
    ])
  })

  it("refuses a chart's point without a figure", () => {
    const chart = sample.blocks.find((block) => block.kind === "chart")
    if (chart === undefined) throw new Error("the sample has no chart")
    const series = [{ label: [], points: [null, { figure: "none", value: 1 }] }]
    expect(check(withBlocks({ ...chart, series }))).toEqual([
      { code: "unknown-figure", block: "/blocks/0/series/0/points/1/0", found: "none" },
    ])
  })

  it("looks at what is read aloud instead of a chart", () => {
    const chart = sample.blocks.find((block) => block.kind === "chart")
    if (chart === undefined) throw new Error("the sample has no chart")
    const alternative = [{ kind: "text", text: "3 cụm" } as const]
    expect(check(withBlocks({ ...chart, alternative }))).toEqual([
      { code: "digit-in-text", block: "/blocks/0/alternative/0", found: "3 cụm" },
    ])
  })

  it("refuses decomposed letters in the title, and in what a figure is explained by", () => {
    const decomposed = "dân vận".normalize("NFD")
    const figure = { text: "1", value: "1", label: decomposed, coverage: null, origin: [decomposed] }
    const document = { ...withBlocks(), title: decomposed, figures: { f: figure } }
    expect(check(document).map((fault) => fault.block)).toEqual(["/title", "/figures/f/label", "/figures/f/origin/0"])
  })

  it("refuses decomposed letters in a line and in a figure", () => {
    const decomposed = "dân vận".normalize("NFD")
    const figure = { text: decomposed, value: "1", label: "", coverage: null, origin: [] }
    const document = { ...withBlocks(paragraph({ kind: "text", text: decomposed })), figures: { f: figure } }
    expect(check(document)).toEqual([
      { code: "not-nfc", block: "/blocks/0/content/0", found: decomposed },
      { code: "not-nfc", block: "/figures/f", found: decomposed },
    ])
  })

  it("refuses an id used twice, also between an appendix and what stands in it", () => {
    const heading = (id: string): Extract<Block, { kind: "heading" }> => ({
      kind: "heading",
      id,
      level: 1,
      number: null,
      content: [],
    })
    const appendix: Block = {
      kind: "appendix",
      id: "b",
      label: [],
      title: [],
      reference: null,
      orientation: "portrait",
      blocks: [heading("a"), heading("b")],
    }
    expect(check(withBlocks(heading("a"), appendix))).toEqual([
      { code: "duplicate-id", block: "/blocks/1/blocks/0", found: "a" },
      { code: "duplicate-id", block: "/blocks/1/blocks/1", found: "b" },
    ])
  })

  it("refuses rows too short and too long, in head, body and foot", () => {
    const faults = check(
      withBlocks(
        table(3, [row([1, 1], [1, 1], [1, 1]), row([1, 1])], { head: [row([4, 1])], foot: [row([2, 1], [2, 1])] }),
      ),
    )
    expect(faults).toEqual([
      { code: "ragged-row", block: "/blocks/0/head/0", found: "4/3" },
      { code: "ragged-row", block: "/blocks/0/body/1", found: "1/3" },
      { code: "ragged-row", block: "/blocks/0/foot/0", found: "4/3" },
    ])
  })

  it("counts a place that a cell from above covers", () => {
    const spanned = [row([1, 3], [2, 1]), row([1, 2], [1, 1]), row([1, 1]), row([3, 1])]
    expect(check(withBlocks(table(3, spanned)))).toEqual([])
    // The last row but one holds a cell for a place that two cells from above leave no room for.
    const tooMuch = [row([1, 3], [2, 1]), row([1, 2], [1, 1]), row([1, 1], [1, 1]), row([3, 1])]
    expect(check(withBlocks(table(3, tooMuch)))).toEqual([
      { code: "ragged-row", block: "/blocks/0/body/2", found: "4/3" },
    ])
  })

  it("counts a covered place in the middle of a row", () => {
    expect(check(withBlocks(table(3, [row([1, 1], [1, 2], [1, 1]), row([1, 1], [1, 1])])))).toEqual([])
    expect(check(withBlocks(table(3, [row([1, 1], [1, 2], [1, 1]), row([1, 1])])))).toEqual([
      { code: "ragged-row", block: "/blocks/0/body/1", found: "2/3" },
    ])
  })
})

describe("Document.linesOf", () => {
  it("goes through the sample in reading order", () => {
    const firstOfBlock = [...linesOf(sample)]
      .map(([pointer]) => /^\/blocks\/(\d+)/.exec(pointer)?.[1])
      .filter((block, i, all) => block !== all[i - 1])
    expect(firstOfBlock).toEqual(sample.blocks.map((_, i) => String(i)))
  })

  it("puts caption and unit before the rows, head before body, body before foot, notes last", () => {
    const at = sample.blocks.findIndex((block) => block.kind === "table")
    const parts = [...linesOf(sample)]
      .map(([pointer]) => pointer.split("/").slice(0, 4))
      .filter(([, , block]) => block === String(at))
      .map(([, , , part]) => part)
      .filter((part, i, all) => part !== all[i - 1])
    expect(parts).toEqual(["caption", "unit", "head", "body", "foot", "notes"])
  })

  it("puts a marker before its item, a label before its points, and leaves out points without a number", () => {
    const document = withBlocks(
      { kind: "list", items: [{ marker: [{ kind: "text", text: "-" }], content: [] }] },
      {
        kind: "chart",
        id: "c",
        form: "bar",
        caption: [],
        unit: null,
        categories: [[], []],
        series: [{ label: [], points: [null, { figure: "models", value: 1 }] }],
        alternative: [],
        notes: [],
      },
    )
    expect([...linesOf(document)].map(([pointer]) => pointer)).toEqual([
      "/blocks/0/items/0/marker",
      "/blocks/0/items/0/content",
      "/blocks/1/caption",
      "/blocks/1/categories/0",
      "/blocks/1/categories/1",
      "/blocks/1/series/0/label",
      "/blocks/1/series/0/points/1",
    ])
  })

  it("gives every inline, also the ones inside bold and italic", () => {
    const document = withBlocks(
      paragraph({ kind: "strong", content: [{ kind: "emphasis", content: [{ kind: "break" }] }] }, { kind: "break" }),
    )
    expect([...inlinesOf(document)].map(([pointer, { kind }]) => `${pointer} ${kind}`)).toEqual([
      "/blocks/0/content/0 strong",
      "/blocks/0/content/0/content/0 emphasis",
      "/blocks/0/content/0/content/0/content/0 break",
      "/blocks/0/content/1 break",
    ])
  })
})
