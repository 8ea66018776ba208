import { type Book, type BookSheet, toBytes } from "@danvan/workbook/Book"
import { describe, expect, it } from "vitest"
import { carried, carry } from "../../src/xlsx/CarriedMapping.ts"
import { read } from "../../src/xlsx/Reader.ts"

const sheetOf = (values: ReadonlyArray<string | number>): BookSheet => ({
  name: "Biểu 1",
  state: "visible",
  widths: [],
  rows: [{ row: 1, cells: values.map((value, i) => ({ column: i + 1, value })) }],
})
const bookOf = (...sheets: ReadonlyArray<BookSheet>): Book => ({ sheets, author: "danvan" })

describe("CarriedMapping", () => {
  const file = { schema: "danvan/columns@0", headings: { "Số liệu": { field: "value" } } } as const

  it("is found again, also when it is longer than a cell", async () => {
    const long = {
      ...file,
      units: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`Đơn vị “${i}”`, `unit-${i}`])),
    }
    for (const mapping of [file, long]) {
      const { sheet, names, ranges } = carry(mapping, [["có", "không"]])
      const workbook = await read(toBytes({ ...bookOf(sheetOf([1]), sheet), names }))
      expect(carried(workbook)).toEqual({ sheet: "danvan", json: mapping })
      expect(ranges).toEqual(["'danvan'!$B$1:$B$2"])
      expect(workbook.tables[1]?.hidden).toBe(true)
    }
  })

  it("is none where no name leads to it, and no JSON where it was spoilt", async () => {
    const { sheet } = carry(file, [])
    const named = async (means: string, text = "{") =>
      carried(await read(toBytes({ ...bookOf(sheetOf([text]), sheet), names: new Map([["danvan.columns", means]]) })))
    expect(carried(await read(toBytes(bookOf(sheetOf([1]), sheet))))).toBeNull()
    expect(await named("'Biểu 9'!$A$1")).toBeNull()
    expect(await named("SUM(1)")).toBeNull()
    expect(await named("'Biểu 1'!$A$1")).toEqual({ sheet: "Biểu 1", json: undefined })
  })
})
