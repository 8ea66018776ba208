import * as fc from "fast-check"
import type { Block, Cell, Document, Inline, Inlines, Table } from "@danvan/document"
import { plainText, visibleText } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { xlsx } from "@danvan/render-tables"
import { address } from "@danvan/workbook/Place"
import { describe, expect, it } from "vitest"
import * as Archive from "../../intake/src/zip/Archive.ts"
import { sheetsOf } from "./reader.ts"

const text = (words: string): Inlines => [{ kind: "text", text: words }]
const figure = (id: string): Inlines => [{ kind: "figure", figure: id }]
const table = (more: Partial<Table>): Table => ({
  kind: "table",
  id: "t",
  caption: text("Biểu"),
  unit: null,
  columns: [
    { width: null, align: "left" },
    { width: 20, align: "right" },
  ],
  head: [],
  body: [],
  foot: [],
  notes: [],
  ...more,
})
const row = (...cells: ReadonlyArray<Inlines>) => ({ cells: cells.map((content): Cell => ({ content })) })
const figures: Document["figures"] = {
  about: { text: "khoảng 1.500", value: "1500", label: "Lượt người; Quận Mai", coverage: null, origin: [] },
  share: { text: "9/12", value: "9/12", label: "Quy ước; Quận Mai", coverage: null, origin: ["ab12", "cd34"] },
  part: {
    text: "73,1%",
    value: "73.1%",
    label: "Tỷ lệ; Quận Mai",
    coverage: { text: "7/8 phường", unitsComplete: 7, unitsPartial: 0, unitsOwing: 8, cellsArrived: 7, cellsOwing: 8 },
    origin: ["ef56"],
  },
}
const documentOf = (...blocks: ReadonlyArray<Block>): Document => ({
  ...sample,
  title: "Báo cáo thử",
  blocks,
  figures,
  attachments: [],
  losses: [],
})
const read = async (document: Document) => {
  const { bytes, losses } = await xlsx().render(document)
  return { bytes, losses, sheets: await sheetsOf(bytes) }
}
const part = async (bytes: Uint8Array, name: string): Promise<string> => {
  const entry = Archive.open(bytes).get(name)
  return entry ? new TextDecoder().decode(await Archive.read(entry)) : ""
}

describe("xlsx", () => {
  it("writes numbers as numbers, and says of each what it is and where it comes from", async () => {
    const body = [row(text("Lượt người"), figure("about")), row(text("Quy ước"), figure("share")), row(text("Tỷ lệ"), figure("part"))] // prettier-ignore
    const { bytes, sheets } = await read(documentOf(table({ head: [row(text("Tên"), text("Số"))], body })))
    expect(sheets.map(({ name }) => name)).toEqual(["Biểu", "Nguồn số liệu"])
    const at = (cell: string) => {
      const found = sheets[0]?.cells.get(cell)
      return [found?.kind, found?.raw, found?.text, found?.format]
    }
    expect(at("A1")).toEqual(["text", "Báo cáo thử", "Báo cáo thử", null])
    expect(at("B4")).toEqual(["number", "1500", "khoảng 1.500", '"khoảng "#,##0'])
    expect(at("B5")).toEqual(["text", "9/12", "9/12", "@"])
    expect(at("B6")).toEqual(["number", "0.731", "73,1%", "#,##0.0%"])
    const sources = [4, 5, 6, 7, 8].map((n) => ["B", "C", "E", "F", "H"].map((column) => sheets[1]?.cells.get(`${column}${n - 2}`)?.text)) // prettier-ignore
    expect(sources.slice(0, 3)).toEqual([
      ["B4", "Lượt người; Quận Mai", "1.500", undefined, undefined],
      ["B5", "Quy ước; Quận Mai", "9", "12", "ab12; cd34"],
      ["B6", "Tỷ lệ; Quận Mai", "73,1%", undefined, "ef56"],
    ])
    // A figure that rests on a part of what was owed says so in a note; the others have none.
    const notes = await part(bytes, "xl/comments1.xml")
    expect(notes.match(/<comment ref="\w+"/g)).toEqual(['<comment ref="B6"'])
    expect(notes).toContain("7/8 phường")
  })

  it("puts caption, unit and notes around the table, merges heads and keeps them in view", async () => {
    const { bytes, sheets, losses } = await read(sample)
    const [wards] = sheets
    expect(wards?.name).toBe("Biểu 1. Mô hình “Dân vận khéo”")
    expect(wards?.cells.get("A1")?.text).toBe("BẢN MINH HOẠ")
    expect(wards?.cells.get("A2")?.text).toBe(sample.title)
    expect(wards?.cells.get("A3")?.text).toContain("Biểu 1. Mô hình")
    expect(wards?.cells.get("A4")?.text).toContain("Đơn vị tính")
    expect(wards?.merges).toEqual(expect.arrayContaining([{ top: 5, left: 1, bottom: 6, right: 1 }]))
    expect(wards?.merges).toEqual(expect.arrayContaining([{ top: 5, left: 3, bottom: 5, right: 4 }]))
    const sheet = await part(bytes, "xl/worksheets/sheet1.xml")
    expect(sheet).toContain('<pane xSplit="2" ySplit="6" topLeftCell="C7"')
    for (const one of Archive.open(bytes).entries) {
      expect(new TextDecoder().decode(await Archive.read(one))).not.toMatch(/<f[ >]|externalLink|vbaProject|hyperlink/)
    }
    // All but tables and charts, each block once.
    const codes = new Set(losses.slice(sample.losses.length).map(({ code }) => code))
    expect([...codes].toSorted()).toEqual(["attachment-not-carried", "outside-tables"])
  })

  it("a chart is a table of its categories and series", async () => {
    const chart = sample.blocks.find(({ kind }) => kind === "chart")!
    const { sheets } = await read({ ...documentOf(chart), figures: sample.figures })
    const cells = [...(sheets[0]?.cells.values() ?? [])].filter(({ kind }) => kind === "number")
    expect(cells.map(({ raw }) => raw)).toEqual(["412", "538", "96", "0", "271"])
  })

  it.each(["=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://a")'])(
    "%j never becomes a formula",
    async (words) => {
      const { bytes, sheets } = await read(
        documentOf(table({ caption: text(words), body: [row(text(words), text("x"))] })),
      )
      for (const cell of ["A2", "A3"]) {
        expect([sheets[0]?.cells.get(cell)?.raw, sheets[0]?.cells.get(cell)?.formula]).toEqual([
          visibleText(words),
          null,
        ])
      }
      expect(await part(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f")
    },
  )

  it("names what does not fit into a cell", async () => {
    const { sheets, losses } = await read(
      documentOf(table({ body: [row(text("a".repeat(32_766) + "😀"), text("b"))] })),
    )
    expect(sheets[0]?.cells.get("A3")?.raw).toHaveLength(32_766)
    expect(losses).toMatchObject([{ code: "text-cut", block: "/blocks/0/body/0/cells/0/content", found: "😀" }])
  })

  it("writes moment and id only when they are given", async () => {
    const core = async (context: object): Promise<string> =>
      part((await xlsx().render(sample, context)).bytes, "docProps/core.xml")
    expect(await core({})).not.toContain("dcterms:created")
    expect(await core({ madeAt: "2022-07-27T08:00:00+07:00", documentId: "05-BC" })).toContain(
      '<dc:identifier>05-BC</dc:identifier><dc:language>vi</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2022-07-27T01:00:00Z</dcterms:created>',
    )
    await expect(xlsx().render(sample, { madeAt: "hôm nay" })).rejects.toMatchObject({ code: "moment-invalid" })
  })

  it.each<readonly [code: string, block: Block]>([
    ["ragged-row", table({ body: [row(text("a"))] })],
    ["unknown-figure", table({ body: [row(figure("nope"), [])] })],
    ["unknown-block", { kind: "marquee" } as unknown as Block],
    ["unknown-inline", { kind: "paragraph", role: "body", content: [{ kind: "hologram" } as unknown as Inline] }],
    ["nesting-too-deep", table({ body: [row(Array.from({ length: 20_000 }).reduce<Inlines>((content) => [{ kind: "strong", content }], text("a")), [])] })], // prettier-ignore
  ])("rejects with %s", async (code, block) => {
    await expect(xlsx().render(documentOf(block))).rejects.toMatchObject({ name: "RenderError", code })
  })

  it("law: every cell of any table is shown in its place as it is printed", async () => {
    const words = fc.oneof(
      fc.constantFrom("dân vận", "=1+1", "- Kinh tế", "hoà", "a\u0300", "", "_x0041_", "<b>&", "🇻🇳", "–"),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    )
    const inline: fc.Arbitrary<Inlines> = fc.oneof(
      words.map((one) => text(one)),
      fc.constantFrom(...Object.keys(figures)).map((id) => figure(id)),
      fc.constantFrom(...Object.keys(figures)).map((id): Inlines => [{ kind: "strong", content: figure(id) }]),
      fc.tuple(words, fc.constantFrom(...Object.keys(figures))).map(([one, id]) => [...text(one), ...figure(id)]),
    )
    const arbitrary = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const rows = fc.array(
        fc.array(inline, { minLength: width, maxLength: width }).map((cells) => row(...cells)),
        { maxLength: 4 },
      )
      return fc.record({
        columns: fc.constant(Array.from({ length: width }, () => ({ width: 20, align: "left" as const }))),
        head: rows,
        body: rows,
        foot: rows,
      })
    })
    await fc.assert(
      fc.asyncProperty(arbitrary, async (parts) => {
        const { sheets } = await read(documentOf(table(parts)))
        const all = [...parts.head, ...parts.body, ...parts.foot]
        for (const [r, { cells }] of all.entries()) {
          for (const [c, { content }] of cells.entries()) {
            const found = sheets[0]?.cells.get(address({ row: r + 3, column: c + 1 }))
            // What XML cannot hold is escaped, and read again.
            expect((found?.text ?? "").normalize("NFC")).toBe(
              plainText(content, figures).split("\n").map(visibleText).join("\n"),
            )
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
