import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { address, type Cell, type Table } from "../../src/Table.ts"
import { mark } from "../../src/xlsx/Marking.ts"
import { limits } from "../../src/Limits.ts"
import { read } from "../../src/xlsx/Reader.ts"
import { toIssue, type XlsxCode, XlsxError } from "../../src/xlsx/XlsxError.ts"
import { handmade, type Manner, toBytes } from "./handmade.ts"

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)))
const cellsOf = (table: Table | undefined): ReadonlyMap<string, Cell> =>
  new Map([...(table?.rows ?? [])].flatMap(({ cells }) => cells.map((cell) => [address(cell), cell])))
const byHand = async (manner: Manner = {}) => (await read(toBytes(handmade(manner)))).tables[0] as Table
const hasCode = async (bytes: Uint8Array, within = limits): Promise<string | null> => {
  try {
    await read(bytes, within)
    return null
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error
    return error.code
  }
}

describe("Reader", () => {
  it.each(["openpyxl.xlsx", "libreoffice.xlsx"])("reads %s as it was filled in", async (name) => {
    const { tables } = await read(fixture(name))
    expect(tables.map((table) => [table.name, table.hidden])).toEqual([["Biểu 1", false], ["Danh mục", true], ["Trống", false]]) // prettier-ignore
    const [table] = tables
    expect(table?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 5 }])
    expect([...(table?.hiddenColumns ?? [])]).toEqual([5])
    expect([...(table?.rows ?? [])].filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([11])
    const cells = cellsOf(table)
    const of = (at: string) => [cells.get(at)?.kind, cells.get(at)?.raw, cells.get(at)?.text]
    expect(of("A1")).toEqual(["text", "BIỂU TỔNG HỢP CÔNG TÁC DÂN VẬN", "BIỂU TỔNG HỢP CÔNG TÁC DÂN VẬN"])
    expect(of("A4")).toEqual(["text", "05", "05"])
    expect(of("D4")).toEqual(["text", "42/42", "42/42"])
    expect(of("D5")).toEqual(["number", "46114", "2-Thg4"])
    expect(of("D6")).toEqual(["number", "1234.5", "1.235 hộ"])
    expect(of("D7")).toEqual(["text", "1.234,5", "1.234,5"])
    expect(of("E7")).toEqual(["text", "  05  ", "  05  "])
    expect(of("D8")).toEqual(["number", "1.25", "30:00"])
    expect(of("E8")).toEqual(["text", "dòng 1\ndòng 2", "dòng 1\ndòng 2"])
    expect(of("D9")).toEqual(["number", "0.12345", "12,35%"])
    expect(of("E9")).toEqual(["text", "=1+1 không phải công thức", "=1+1 không phải công thức"])
    expect(of("D11")).toEqual(["boolean", "TRUE", "TRUE"])
    expect(cells.get("B7")?.font).toBe(".VnTime")
    expect(cells.get("B3")?.font).toBe("Times New Roman")
    expect(cells.has("B2")).toBe(false)
  })

  it("tells a formula that was never computed from one that was, and from an error", async () => {
    const [never, computed] = await Promise.all(["openpyxl.xlsx", "libreoffice.xlsx"].map(async (name) => cellsOf((await read(fixture(name))).tables[0]))) // prettier-ignore
    expect(never?.get("D10")).toMatchObject({ kind: "number", raw: "", text: "", formula: "SUM(D6:D6)" })
    expect(computed?.get("D10")).toMatchObject({ kind: "number", raw: "1234.5", formula: "SUM(D6:D6)" })
    expect(computed?.get("E10")).toMatchObject({ kind: "error", raw: "#DIV/0!", formula: "1/0" })
  })

  const manners: ReadonlyArray<readonly [string, Manner]> = [
    ["plain", {}],
    ["with prefixes", { prefixed: true }],
    ["with targets from the root", { absolute: true }],
    ["with both", { prefixed: true, absolute: true }],
  ]
  it.each(manners)("reads what is written by hand: %s", async (_, manner) => {
    const table = await byHand(manner)
    const cells = cellsOf(table)
    const shown = (at: string) => [cells.get(at)?.kind, cells.get(at)?.raw, cells.get(at)?.text, cells.get(at)?.format]
    expect(table.name).toBe("Biểu & số")
    expect(shown("A7")).toEqual(["number", "5", "05", "00"])
    expect(shown("C7")).toEqual(["number", "46114", "2-Thg4", "d-mmm"])
    expect(shown("D7")).toEqual(["text", "Xã An Bình ", "Xã An Bình ", null])
    expect(cells.get("D7")?.font).toBe("VNI-Times")
    expect(shown("G7")).toEqual(["text", "漢字", "漢字", null])
    expect(shown("H7")).toEqual(["text", "a\rb&lt;c", "a\rb&lt;c", null])
    expect(shown("F8")).toEqual(["date", "2026-09-30T00:00:00", "2026-09-30T00:00:00", "m/d/yyyy"])
    expect(cells.get("G8")).toMatchObject({ kind: "number", raw: "", text: "", formula: "NOW()" })
    expect(cells.get("D8")).toMatchObject({ kind: "text", raw: "Đạt", formula: 'IF(TRUE,"Đạt","")' })
    expect(shown("H8")).toEqual(["text", "trong ô", "trong ô", null])
    // Row 9 and its cells have no names.
    expect(shown("A9")).toEqual(["number", "1234.5", "1.235 hộ", '#,##0\\ "hộ"'])
    expect(shown("B9")).toEqual(["number", "46295", "30 Tháng Chín 2026", "[$-42A]dd\\ mmmm\\ yyyy"])
    expect(cells.get("C8")?.formula).toBe("A8*2")
    expect(cells.get("C9")).toMatchObject({ kind: "number", raw: "20", formula: "" })
    expect(shown("D9")).toEqual(["number", "0.12345", "12,35%", "0.00%"])
    expect(shown("A10")).toEqual([
      "number",
      "-1234567",
      " (1.234.567)",
      '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)',
    ])
    expect(cells.get("A10")?.font).toBe(".VnTimeH")
    expect(shown("D10")).toEqual(["number", "1.0000000000000001E-2", "0,01", null])
    expect(cells.has("G10")).toBe(false)
    expect(cells.get("H10")).toMatchObject({ raw: "42/42", quoted: true })
    expect([...table.rows].map(({ row, hidden }) => [row, hidden])).toEqual([[1, false], [7, false], [8, true], [9, false], [10, false]]) // prettier-ignore
    expect([...table.hiddenColumns]).toEqual([5])
    expect([...table.rows]).toEqual([...table.rows])
  })

  it("shows days of 1904, and keeps their numbers", async () => {
    const cell = cellsOf(await byHand({ date1904: true })).get("C7")
    expect(cell).toMatchObject({ raw: "46114", text: "3-Thg4" })
    expect((await byHand({ date1904: true })).date1904).toBe(true)
  })

  it("gives the names of the whole workbook, not those of a sheet", async () => {
    expect((await read(toBytes(handmade()))).names).toEqual(new Map([["danvan.columns", "danvan!$A$1"]]))
  })

  it("says what could act, and does not open it", async () => {
    const parts = handmade({
      parts: {
        "xl/vbaProject.bin": "macro",
        "xl/externalLinks/externalLink1.xml": "<!DOCTYPE a>",
        "xl/connections.xml": "<not-even-xml",
        "xl/embeddings/oleObject1.bin": "",
      },
    })
    const { inert, tables } = await read(toBytes(parts))
    expect(inert).toEqual(["macros", "external-links", "connections", "embedded-objects"])
    expect(tables).toHaveLength(1)
    expect((await read(toBytes(handmade()))).inert).toEqual([])
  })

  it("a merge of the whole sheet is one rectangle", async () => {
    const behind = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const table = await byHand({ cells: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', behind }).catch(
      (error: XlsxError) => error.code,
    )
    expect(table).toBe("xlsx.columns")
    const { tables } = await read(
      toBytes(handmade({ cells: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', behind })),
    )
    expect(tables[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1048576, right: 16384 }])
  })

  const cell = (inner: string): Uint8Array => toBytes(handmade({ cells: inner }))
  const small = { ...limits, rows: 2, columns: 3, cells: 3, cellLength: 20, sheets: 0 }
  const wrong: ReadonlyArray<readonly [XlsxCode, string, () => Uint8Array, typeof limits?]> = [
    ["zip.not-zip", "a text", () => new TextEncoder().encode("Đơn vị;Số cuộc")],
    ["xlsx.not-workbook", "another zip", () => toBytes({ "a.txt": "a" })],
    ["xlsx.not-workbook", "a reference to nowhere", () => toBytes({ ...handmade(), "xl/workbook.xml": "<a/>" })],
    ["xlsx.docx", "a text document", () => toBytes({ ...handmade(), "xl/workbook.xml": "<w:document/>" })],
    ["xlsx.ods", "OpenDocument", () => toBytes({ mimetype: "a", "content.xml": "<a/>" })],
    [
      "xlsx.xlsb",
      "a binary workbook",
      () =>
        toBytes({
          ...handmade(),
          "_rels/.rels": handmade()["_rels/.rels"]?.replace("workbook.xml", "workbook.bin") ?? "",
          "xl/workbook.bin": "",
        }),
    ],
    [
      "xlsx.part-missing",
      "a sheet that is not there",
      () => toBytes(Object.fromEntries(Object.entries(handmade()).filter(([name]) => !name.includes("sheet1")))),
    ],
    [
      "xlsx.not-utf8",
      "another encoding",
      () => toBytes({ ...handmade(), "xl/sharedStrings.xml": Uint8Array.of(0x3c, 0xd0, 0xce, 0x2f, 0x3e) }),
    ],
    [
      "xml.doctype",
      "a document type",
      () => toBytes({ ...handmade(), "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }),
    ],
    ["xml.too-deep", "a sheet too deep", () => cell("<a>".repeat(200))],
    ["xlsx.broken", "rows out of order", () => cell('<row r="2"/><row r="1"/>')],
    ["xlsx.broken", "a row twice", () => cell('<row r="2"/><row r="2"/>')],
    ["xlsx.broken", "cells out of order", () => cell('<row r="1"><c r="B1"/><c r="A1"/></row>')],
    ["xlsx.broken", "a cell of another row", () => cell('<row r="1"><c r="B2"/></row>')],
    ["xlsx.broken", "a row below the sheet", () => cell('<row r="1048577"/>')],
    ["xlsx.broken", "a cell beside the sheet", () => cell('<row r="1"><c r="XFE1"/></row>')],
    ["xlsx.broken", "a text that is not there", () => cell('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')],
    ["xlsx.sheets", "too many sheets", () => toBytes(handmade()), small],
    ["xlsx.rows", "too many rows", () => cell("<row><c><v>1</v></c></row>".repeat(3)), { ...small, sheets: 1 }],
    ["xlsx.columns", "too far to the right", () => cell('<row><c r="D1"><v>1</v></c></row>'), { ...small, sheets: 1 }],
    [
      "xlsx.cells",
      "too many cells",
      () => cell("<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(2)),
      { ...small, sheets: 1 },
    ],
    ["xlsx.cell-length", "a shared text too long", () => toBytes(handmade()), { ...small, sheets: 1, cellLength: 3 }],
    [
      "xlsx.cell-length",
      "a text of its own too long",
      () => cell(`<row><c t="str"><v>${"a".repeat(21)}</v></c></row>`),
      { ...small, sheets: 1 },
    ],
  ]
  it.each(wrong.map((one) => [one[0], one[1], one] as const))(
    "refuses with %s: %s",
    async (code, _, [, , make, within]) => {
      expect(await hasCode(make(), within)).toBe(code)
    },
  )

  it("limits count what holds something, not what is only formatted", async () => {
    const within = { ...small, sheets: 1, cellLength: 100 }
    expect(await hasCode(cell('<row><c s="1"/><c s="1"/><c s="1"/><c s="1"/></row>'.repeat(50)), within)).toBeNull()
  })

  it("an error as a finding: over a limit, of another format, damaged", () => {
    const found = (error: XlsxError) => {
      const { code, params, source } = toIssue(error, "buoi.xlsx")
      return [code, params, source?.file]
    }
    const rows = new XlsxError("xlsx.rows", "xl/worksheets/sheet1.xml", 5)
    const broken = new XlsxError("xlsx.broken", "xl/worksheets/sheet1.xml")
    expect(found(rows)).toEqual(["file.limit-exceeded", { what: "rows", limit: 5 }, "buoi.xlsx"])
    expect(found(new XlsxError("zip.ole"))).toEqual([
      "file.format-unsupported",
      { found: "xls-or-locked" },
      "buoi.xlsx",
    ])
    expect(found(broken)).toEqual([
      "file.damaged",
      { format: "xlsx", cause: "xlsx.broken: xl/worksheets/sheet1.xml" },
      "buoi.xlsx",
    ])
  })

  it("reads 200,000 cells in seconds, and makes them only while somebody looks", async () => {
    const rows = Array.from({ length: 20_000 }, (_, r) => `<row r="${r + 1}"><c t="inlineStr"><is><t>Phường ${r}</t></is></c>${"<c><v>12345.5</v></c>".repeat(9)}</row>`) // prettier-ignore
    const bytes = cell(rows.join(""))
    const began = performance.now()
    const [table] = (await read(bytes)).tables
    let count = 0
    for (const { cells } of table?.rows ?? []) count += cells.length
    expect(count).toBe(200_000)
    // About 0.7 s on two cores of 2020; ten times that is another kind of slow.
    expect(performance.now() - began).toBeLessThan(7000)
  })
})

describe("a hostile workbook", () => {
  const parts = handmade()
  const names = Object.keys(parts)
  const marks = [
    { sheet: "Biểu & số", cell: "C7", text: "sai" },
    { sheet: null, cell: null, text: "tệp" },
  ]

  it("law: whatever is cut, doubled or swapped in a part, reading and marking give a result or an XlsxError", async () => {
    const change = fc.record({
      name: fc.constantFrom(...names),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      text: fc.oneof(
        fc.constantFrom(
          "",
          "<",
          ">",
          '"',
          "&",
          "<c/>",
          "</row>",
          '<row r="9"/>',
          "-1",
          "1e9",
          "NaN",
          "<is><t>",
          "<![CDATA[",
        ),
        fc.string(),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = { ...parts }
        for (const { name, from, length, text } of changes) {
          const source = changed[name] ?? ""
          const at = Math.floor(from * source.length)
          changed[name] = source.slice(0, at) + text + source.slice(at + length)
        }
        const bytes = toBytes(changed)
        const outcome = async <A>(attempt: () => Promise<A>): Promise<A | null> => {
          try {
            return await attempt()
          } catch (error) {
            expect(error).toBeInstanceOf(XlsxError)
            return null
          }
        }
        const texts = async (file: Uint8Array) => (await read(file)).tables.map(({ rows }) => [...rows].map(({ cells }) => cells.map(({ text }) => text))) // prettier-ignore
        const shown = await outcome(() => texts(bytes))
        const marked = await outcome(() => mark(bytes, marks))
        // What was readable is readable marked, and says the same.
        if (shown !== null && marked !== null) expect(await texts(marked.bytes)).toEqual(shown)
      }),
      { numRuns: 300 },
    )
  })
})
