import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { address } from "../../src/Table.ts"
import { attributes, tokens } from "../../src/xml/Scanner.ts"
import { type Mark, mark } from "../../src/xlsx/Marking.ts"
import { read } from "../../src/xlsx/Reader.ts"
import { gatherer } from "../../src/xlsx/SharedStrings.ts"
import { XlsxError } from "../../src/xlsx/XlsxError.ts"
import * as Archive from "../../src/zip/Archive.ts"
import { handmade, type Manner, toBytes } from "./handmade.ts"

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)))
const part = async (bytes: Uint8Array, name: string): Promise<string> => {
  const entry = Archive.open(bytes).get(name)
  return entry ? new TextDecoder().decode(await Archive.read(entry)) : ""
}

/** The notes of a part of comments, by cell. */
const notesIn = (source: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  let [cell, words] = ["", gatherer()]
  for (const token of tokens(source)) {
    if (token.name === "comment" && token.kind === "open")
      [cell, words] = [attributes(token).get("ref") ?? "", gatherer()]
    else if (token.name === "comment") found.set(cell, words.finish().text)
    else words.take(token)
  }
  return found
}

/** The cells of a sheet whose style has the colour of marks. */
const filledIn = async (bytes: Uint8Array, sheet: string, styles = "xl/styles.xml"): Promise<ReadonlyArray<string>> => {
  const colours: Array<boolean> = []
  const fills: Array<number> = []
  let list = ""
  for (const token of tokens(await part(bytes, styles))) {
    if (token.depth === 1) list = token.name
    if (token.depth === 2 && list === "fills" && token.kind === "open") colours.push(false)
    if (token.name === "fgColor" && attributes(token).get("rgb") === "FFFFC7CE") colours[colours.length - 1] = true
    if (token.depth === 2 && list === "cellXfs" && token.kind !== "close") fills.push(Number(attributes(token).get("fillId") ?? 0)) // prettier-ignore
  }
  const cells: Array<string> = []
  for (const token of tokens(await part(bytes, sheet))) {
    if (token.name !== "c" || token.kind === "close") continue
    const found = attributes(token)
    if (colours[fills[Number(found.get("s") ?? 0)] ?? -1] === true) cells.push(found.get("r") ?? "?")
  }
  return cells
}

const at = (cell: string, text = `ô ${cell} sai`, sheet = "Biểu 1"): Mark => ({ sheet, cell, text })
const same = (a: Uint8Array, b: Uint8Array, name: string): boolean =>
  Buffer.compare(
    Archive.open(a).get(name)?.packed ?? Buffer.of(1),
    Archive.open(b).get(name)?.packed ?? Buffer.of(2),
  ) === 0
const content = async (bytes: Uint8Array) =>
  (await read(bytes)).tables.map(({ name, hidden, merges, rows }) => ({
    name,
    hidden,
    merges,
    rows: [...rows].map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) })),
  }))

describe("Marking", () => {
  it.each([
    ["openpyxl.xlsx", "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"],
    ["libreoffice.xlsx", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"],
  ])("%s: fills and comments cells, and leaves every other part as it was", async (name, comments, drawing) => {
    const before = fixture(name)
    const { bytes, obscured, inert } = await mark(before, [at("D5"), at("D10"), at("D10", "và lỗi thứ hai"), at("B4")])
    expect([obscured, inert]).toEqual([[], []])
    const touched = new Set(["xl/worksheets/sheet1.xml", "xl/styles.xml", comments, drawing, "[Content_Types].xml"])
    for (const { name: entry } of Archive.open(before).entries) {
      expect([entry, same(before, bytes, entry)]).toEqual([
        entry,
        !touched.has(entry) || entry === "[Content_Types].xml",
      ])
    }
    expect(Archive.open(bytes).entries.length).toBe(Archive.open(before).entries.length)
    expect(await filledIn(bytes, "xl/worksheets/sheet1.xml")).toEqual(["B4", "D5", "D10"])
    expect(notesIn(await part(bytes, comments))).toEqual(
      new Map([
        ["B4", "Đã đối chiếu với sổ\n\nô B4 sai"],
        ["D5", "ô D5 sai"],
        ["D10", "ô D10 sai\n\nvà lỗi thứ hai"],
      ]),
    )
    expect(await content(bytes)).toEqual(await content(before))
  })

  it("begins notes where a workbook has none: words, boxes, references, kinds of parts", async () => {
    const before = toBytes(handmade())
    const { bytes } = await mark(before, [at("C7", "sai", "Biểu & số"), at("J9", "thiếu", "Biểu & số")])
    const sheet = await part(bytes, "xl/worksheets/sheet1.xml")
    expect(sheet).toMatch(/<legacyDrawing xmlns:r="[^"]+" r:id="danvan2"\/><\/worksheet>$/)
    expect(await part(bytes, "xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../../xl/danvan-comments1.xml"')
    const drawing = await part(bytes, "xl/drawings/danvan-notes1.vml")
    expect([...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(([, r, c]) => `${r} ${c}`)).toEqual(["6 2", "8 9"]) // prettier-ignore
    const types = await part(bytes, "[Content_Types].xml")
    for (const name of ["/xl/danvan-comments1.xml", "/xl/drawings/danvan-notes1.vml"]) expect(types).toContain(name)
  })

  const layouts: ReadonlyArray<readonly [string, string, Manner]> = [
    ["before all rows", "B1", { cells: '<row r="3"><c r="A3"><v>1</v></c></row>' }],
    ["between rows", "B4", { cells: '<row r="3"/><row r="5"/>' }],
    ["behind all rows", "B9", { cells: '<row r="3"/>' }],
    ["in a sheet without rows", "B9", { cells: "" }],
    ["in an empty row", "B3", { cells: '<row r="3" ht="20"/>' }],
    ["before all cells", "A3", { cells: '<row r="3" spans="2:3"><c r="B3"/></row>' }],
    ["between cells", "B3", { cells: '<row r="3"><c r="A3"/><c r="C3"/></row>' }],
    ["behind all cells", "AA3", { cells: '<row r="3"><c r="Z3"/></row>' }],
    ["among nameless cells", "C1", { cells: "<row><c><v>1</v></c><c/></row>" }],
    ["a nameless cell", "B1", { cells: "<row><c><v>1</v></c><c/></row>" }],
    ["with prefixes", "B4", { prefixed: true, cells: '<row r="3"/><row r="5"/>' }],
  ]
  it.each(layouts)("puts in a cell that is not there %s", async (_, cell, manner) => {
    const before = toBytes(handmade({ behind: "", ...manner }))
    const { bytes } = await mark(before, [at(cell, "sai", "Biểu & số")])
    const sheet = await part(bytes, "xl/worksheets/sheet1.xml")
    const filled = await filledIn(bytes, "xl/worksheets/sheet1.xml")
    expect(filled).toEqual(cell === "B1" && sheet.includes("<c s=") ? ["?"] : [cell])
    // Read again: nothing is out of order, and what it holds is as before.
    expect(await content(bytes)).toEqual(await content(before))
  })

  it("law: whatever cells are marked, each is filled and commented once, and the content is as before", async () => {
    const before = fixture("libreoffice.xlsx")
    const was = await content(before)
    const spot = fc.record({ row: fc.integer({ min: 2, max: 40 }), column: fc.integer({ min: 1, max: 30 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 12 }), async (spots) => {
        // Row 11 and column 5 are hidden: told at A1, too.
        const seen = spots.filter(({ row, column }) => row !== 11 && column !== 5)
        fc.pre(seen.length > 0)
        const { bytes } = await mark(
          before,
          seen.map((one) => at(address(one))),
        )
        const filled = await filledIn(bytes, "xl/worksheets/sheet1.xml")
        expect(filled.toSorted()).toEqual([...new Set(seen.map(address))].toSorted())
        const notes = notesIn(await part(bytes, "xl/comments1.xml"))
        for (const one of seen) expect(notes.get(address(one))).toContain(`ô ${address(one)} sai`)
        expect(await content(bytes)).toEqual(was)
      }),
      { numRuns: 40 },
    )
  })

  it("keeps the number format, font and alignment of a marked cell, and lends it its row's or column's", async () => {
    const before = toBytes(handmade())
    const { bytes } = await mark(before, [at("C7", "sai", "Biểu & số"), at("D20", "thiếu", "Biểu & số")])
    const styles = (await part(bytes, "xl/styles.xml")).split("<cellXfs")[1] ?? ""
    expect(styles).toContain('count="12"')
    expect(styles).toContain('<xf numFmtId="16" fillId="2" applyFill="1"/>')
    expect(styles).toContain('<xf numFmtId="49" fillId="2" applyFill="1"/>')
    expect((await read(bytes)).tables[0]?.rows).toBeDefined()
  })

  it("marks a cell inside of a merged rectangle where its content is shown", async () => {
    const { bytes } = await mark(fixture("openpyxl.xlsx"), [at("C1")])
    expect(await filledIn(bytes, "xl/worksheets/sheet1.xml")).toEqual(["A1"])
  })

  it("tells at the top left what has no cell, no sheet, or a cell that nobody sees", async () => {
    const marks: ReadonlyArray<Mark> = [
      { sheet: null, cell: null, text: "Thiếu kỳ báo cáo." },
      { sheet: "Biểu 1", cell: null, text: "Thiếu dòng tiêu đề." },
      { sheet: "Biểu 9", cell: "A2", text: "Không có trang này." },
      { sheet: "Biểu 1", cell: "D11", text: "Ô ẩn." },
      { sheet: "Danh mục", cell: "A2", text: "Trang ẩn." },
      { sheet: "Biểu 1", cell: "hàng 5", text: "Không phải ô." },
    ]
    const { bytes, obscured } = await mark(fixture("openpyxl.xlsx"), marks)
    const first = notesIn(await part(bytes, "xl/comments/comment1.xml"))
    expect(first.get("A1")?.split("\n\n")).toEqual([
      "Thiếu kỳ báo cáo.",
      "Thiếu dòng tiêu đề.",
      "'Biểu 9'!A2: Không có trang này.",
      "'Biểu 1'!D11: Ô ẩn.",
      "'Danh mục'!A2: Trang ẩn.",
      "'Biểu 1'!hàng 5: Không phải ô.",
    ])
    expect(first.get("D11")).toBe("Ô ẩn.")
    expect(notesIn(await part(bytes, "xl/danvan-comments1.xml")).get("A2")).toBe("Trang ẩn.")
    expect(obscured).toEqual([])
  })

  it("gives a long note a high box, an existing one too, and says when a note is too long", async () => {
    const heights = async (bytes: Uint8Array, drawing: string): Promise<ReadonlyArray<number>> =>
      [...(await part(bytes, drawing)).matchAll(/Anchor>([^<]*)</g)].map(([, anchor = ""]) => {
        const [, , top = 0, , , , bottom = 0] = anchor.split(",").map(Number)
        return bottom - top
      })
    const before = fixture("libreoffice.xlsx")
    const long = "Một lời giải thích dài. ".repeat(30)
    const { bytes } = await mark(before, [at("B4", long), at("D5", "ngắn")])
    const [was = 0] = await heights(before, "xl/drawings/vmlDrawing1.vml")
    const [existing = 0, short = 0] = await heights(bytes, "xl/drawings/vmlDrawing1.vml")
    expect(existing).toBeGreaterThan(was * 2)
    expect(short).toBeLessThan(existing)
    const added = await mark(fixture("openpyxl.xlsx"), [at("B4", long)])
    expect((await heights(added.bytes, "xl/drawings/commentsDrawing1.vml"))[0]).toBeGreaterThan(was * 2)

    const endless = at("D5", "dài ".repeat(20_000))
    const cut = await mark(before, [endless])
    expect(cut.obscured).toEqual([endless])
    expect(notesIn(await part(cut.bytes, "xl/comments1.xml")).get("D5")?.length).toBe(32_767)
  })

  it("words become no XML, and no escape of a workbook's own", async () => {
    const text = '<b>&amp; "x" ]]> _x000D_ \u0007 =1+1 ổ\r\nhết'
    const { bytes } = await mark(toBytes(handmade()), [at("C7", text, "Biểu & số")])
    expect(notesIn(await part(bytes, "xl/danvan-comments1.xml")).get("C7")).toBe(text)
  })

  it("the same marks give the same bytes; none give the sender's own", async () => {
    const before = fixture("openpyxl.xlsx")
    const [one, two] = await Promise.all([mark(before, [at("D5")]), mark(before, [at("D5")])])
    expect(one.bytes).toEqual(two.bytes)
    expect((await mark(before, [])).bytes).toBe(before)
  })

  it("marks a workbook without styles, and one that was marked already", async () => {
    const { "xl/styles.xml": _, ...parts } = handmade({ cells: '<row r="1"><c r="A1"><v>1</v></c></row>' })
    const bare = toBytes({
      ...parts,
      "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
        /<Relationship [^>]*styles.xml"\/>/,
        "",
      ),
    })
    const once = await mark(bare, [at("A1", "một", "Biểu & số")])
    expect(await filledIn(once.bytes, "xl/worksheets/sheet1.xml", "xl/danvan-styles.xml")).toEqual(["A1"])
    const twice = await mark(once.bytes, [at("A1", "hai", "Biểu & số"), at("B2", "ba", "Biểu & số")])
    expect(notesIn(await part(twice.bytes, "xl/danvan-comments1.xml"))).toEqual(new Map([["A1", "một\n\nhai"], ["B2", "ba"]])) // prettier-ignore
    expect(await filledIn(twice.bytes, "xl/worksheets/sheet1.xml", "xl/danvan-styles.xml")).toEqual(["A1", "B2"])
  })

  it("puts the reference to the boxes before what must follow it", async () => {
    const behind =
      '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><tableParts count="0"/><extLst/>'
    const { bytes } = await mark(toBytes(handmade({ behind })), [at("C7", "sai", "Biểu & số")])
    expect(await part(bytes, "xl/worksheets/sheet1.xml")).toMatch(
      /<pageMargins [^>]*\/><legacyDrawing [^>]*\/><tableParts /,
    )
  })

  it("speaks the strict edition of the format where the workbook does", async () => {
    const strict = (text: string): string =>
      text
        .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships") // prettier-ignore
    const parts = Object.fromEntries(Object.entries(handmade()).map(([name, text]) => [name, strict(text)]))
    const { bytes } = await mark(toBytes(parts), [at("C7", "sai", "Biểu & số")])
    for (const name of ["xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/danvan-comments1.xml"]) {
      expect(await part(bytes, name)).not.toContain("http://schemas.openxmlformats.org/officeDocument")
      expect(await part(bytes, name)).not.toContain("http://schemas.openxmlformats.org/spreadsheetml")
      expect(await part(bytes, name)).toMatch(/purl\.oclc\.org/)
    }
    expect(await content(bytes)).toEqual(await content(toBytes(handmade())))
  })

  it("a discussion hides our words: said", async () => {
    const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc</author></authors><commentList><comment ref="C7" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>'
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": relationships,
      "xl/comments1.xml": comments,
      "xl/threadedComments/threadedComment1.xml": "<a/>",
    }
    const [hidden, seen] = [at("C7", "sai", "Biểu & số"), at("D7", "sai", "Biểu & số")]
    const { bytes, obscured } = await mark(toBytes(handmade({ parts })), [hidden, seen])
    expect(obscured).toEqual([hidden])
    expect(notesIn(await part(bytes, "xl/comments1.xml")).get("C7")).toBe("[Threaded comment]\n\nsai")
  })

  it("macros stay where they are, byte for byte, and are said", async () => {
    const before = toBytes(handmade({ parts: { "xl/vbaProject.bin": "macro" } }))
    const { bytes, inert } = await mark(before, [at("C7", "sai", "Biểu & số")])
    expect(inert).toEqual(["macros"])
    expect(same(before, bytes, "xl/vbaProject.bin")).toBe(true)
  })

  it("rejects with an XlsxError what cannot be read", async () => {
    await expect(mark(new Uint8Array(30), [at("A1")])).rejects.toBeInstanceOf(XlsxError)
    const broken = toBytes({ ...handmade(), "xl/styles.xml": "<styleSheet><fills>" })
    await expect(mark(broken, [at("A1", "sai", "Biểu & số")])).rejects.toMatchObject({ code: "xml.malformed" })
  })
})
