import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { read } from "../../intake/src/xlsx/Reader.ts"
import * as Archive from "../../intake/src/zip/Archive.ts"
import { type Book, type BookSheet, quoted, toBytes } from "../src/Book.ts"
import { Looks } from "../src/Looks.ts"

const part = async (bytes: Uint8Array, name: string): Promise<string> => {
  const entry = Archive.open(bytes).get(name)
  return entry ? new TextDecoder().decode(await Archive.read(entry)) : ""
}
const sheetOf = (
  values: ReadonlyArray<string | number | boolean | null>,
  more: Partial<BookSheet> = {},
): BookSheet => ({
  name: "Biểu 1",
  state: "visible",
  widths: [],
  rows: [{ row: 1, cells: values.map((value, i) => ({ column: i + 1, value })) }],
  ...more,
})
const bookOf = (...sheets: ReadonlyArray<BookSheet>): Book => ({ sheets, author: "danvan" })

describe("Book", () => {
  it("law: what was written is read again, texts as texts", async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }).map((text) => text.normalize("NFC").replace(/[\u{fffe}\u{ffff}]|\p{Cs}/gu, "")),
      fc.constantFrom("=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx", "_x0041_", "  05  ", "a\nb", "uỷ ban"),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), async (values) => {
        const { tables } = await read(toBytes(bookOf(sheetOf(values))))
        const found = [...(tables[0]?.rows ?? [])].flatMap(({ cells }) => cells)
        const wanted = values.flatMap((one, i) => (one === "" ? [] : [[i + 1, one] as const]))
        expect(found.map(({ column }) => column)).toEqual(wanted.map(([column]) => column))
        for (const [i, [, one]] of wanted.entries()) {
          const cell = found[i]
          expect(cell?.formula).toBeNull()
          if (typeof one === "string") expect([cell?.kind, cell?.raw]).toEqual(["text", one])
          else if (typeof one === "boolean")
            expect([cell?.kind, cell?.raw]).toEqual(["boolean", one ? "TRUE" : "FALSE"])
          else expect([cell?.kind, Number(cell?.raw)]).toEqual(["number", one === 0 ? 0 : one])
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each(["=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx"])(
    "%j never becomes a formula, also when it is edited",
    async (text) => {
      const bytes = toBytes(bookOf(sheetOf([text, "a=b"])))
      const [cell, other] = [...((await read(bytes)).tables[0]?.rows ?? [])].flatMap(({ cells }) => cells)
      expect([cell?.kind, cell?.raw, cell?.formula, cell?.quoted]).toEqual(["text", text, null, true])
      expect(other?.quoted).toBe(false)
      expect(await part(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f")
    },
  )

  it("the same book gives the same bytes, and no part has a moment", async () => {
    const make = (): Uint8Array => toBytes(bookOf(sheetOf([1, "a"])))
    expect(make()).toEqual(make())
    expect(Archive.open(make()).entries.every(({ modified }) => modified === 0x00210000)).toBe(true)
  })

  it("writes sheets that are hidden, frozen, protected, merged, with choices, notes and names", async () => {
    const range = { top: 1, left: 1, bottom: 3, right: 1 }
    const prompt = { title: "Cách ghi", text: 'Chọn "có"\nhoặc <không>' }
    const sheet: BookSheet = {
      ...sheetOf([]),
      widths: [30, 12],
      rows: [
        {
          row: 2,
          height: 40,
          cells: [{ column: 1, value: null, look: { unlocked: true }, note: "Chọn có hoặc không" }],
        },
      ],
      frozen: { rows: 1, columns: 2 },
      merges: [{ top: 5, left: 1, bottom: 5, right: 4 }],
      choices: [
        { range, from: `${quoted("Danh mục's")}!$A$1:$A$2`, open: false, prompt },
        { range: { ...range, left: 2, right: 2 }, from: "", open: true, prompt },
      ],
      protected: true,
      titleRows: { from: 1, to: 2 },
    }
    const hidden = sheetOf(["có"], { name: "Danh mục's", state: "veryHidden" })
    const bytes = toBytes({ ...bookOf(sheet, hidden), names: new Map([["danvan.x", "'Biểu 1'!$A$1"]]) })
    const xml = await part(bytes, "xl/worksheets/sheet1.xml")
    expect(xml).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>')
    expect(xml).toContain('<sheetProtection sheet="1"')
    expect(xml).toContain('<mergeCell ref="A5:D5"/>')
    expect(xml).toContain("<formula1>'Danh mục''s'!$A$1:$A$2</formula1>")
    expect(xml).toContain('prompt="Chọn &quot;có&quot;&#10;hoặc &lt;không&gt;"')
    expect(xml.match(/showErrorMessage/g)).toHaveLength(1)
    const order = [
      "<sheetPr",
      "<sheetViews",
      "<sheetFormatPr",
      "<cols",
      "<sheetData",
      "<sheetProtection",
      "<mergeCells",
      "<dataValidations",
      "<pageMargins",
      "<pageSetup",
      "<legacyDrawing",
    ]
    expect(order.map((tag) => xml.indexOf(tag))).toEqual(order.map((tag) => xml.indexOf(tag)).toSorted((a, b) => a - b))
    expect(xml.indexOf("<sheetPr")).toBeGreaterThan(0)
    expect(await part(bytes, "xl/comments1.xml")).toContain("Chọn có hoặc không")
    const book = await part(bytes, "xl/workbook.xml")
    expect(book).toContain('state="veryHidden"')
    expect(book).toContain("'Biểu 1'!$1:$2")
    expect((await read(bytes)).names.get("danvan.x")).toBe("'Biểu 1'!$A$1")
  })

  it.each([
    ["no sheet", () => bookOf()],
    ["two sheets of one name", () => bookOf(sheetOf([1]), sheetOf([1], { name: "BIỂU 1" }))],
    ["a sheet's name too long", () => bookOf(sheetOf([1], { name: "a".repeat(32) }))],
    ["a sheet's name with a sign", () => bookOf(sheetOf([1], { name: "a/b" }))],
    ["no number", () => bookOf(sheetOf([Number.NaN]))],
    ["a text too long", () => bookOf(sheetOf(["a".repeat(32_768)]))],
    ["rows out of order", () => bookOf(sheetOf([], { rows: [{ row: 2, cells: [] }, { row: 1, cells: [] }] }))], // prettier-ignore
    ["cells out of order", () => bookOf(sheetOf([], { rows: [{ row: 1, cells: [{ column: 2, value: 1 }, { column: 2, value: 1 }] }] }))], // prettier-ignore
  ])("throws a RangeError for %s", (_, make) => {
    expect(() => toBytes(make())).toThrow(RangeError)
  })
})

describe("Looks", () => {
  it("writes a look once, whatever the order of its keys", () => {
    const styles = new Looks()
    expect(styles.number({ bold: true, border: true }, false)).toBe(1)
    expect(styles.number({ border: true, bold: true }, false)).toBe(1)
    expect(styles.number({ border: true, bold: true }, true)).toBe(2)
    expect(styles.toText()).toContain('<cellXfs count="3">')
  })
})
