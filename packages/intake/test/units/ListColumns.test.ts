// How lists are headed; and that the page about them says what is so.
import { readFileSync } from "node:fs"
import { UnitTable } from "@danvan/core"
import { describe, expect, it } from "vitest"
import { make } from "../../src/units/ListColumns.ts"

const { resolve, weigh } = make(UnitTable.usual)
const meaning = (...path: ReadonlyArray<string>) => {
  const resolved = resolve(path)
  return resolved.kind === "meaning" ? resolved.meaning : resolved
}

const page = readFileSync(new URL("../../../../docs/unit-lists.md", import.meta.url), "utf8")
const rows = [...page.matchAll(/^\| `([a-z.]+)` +\| [^|]+ \| ([^|]+) \|$/gm)].map(
  ([, column = "", headings = ""]) => [column, headings.trim()] as const,
)

describe("docs/unit-lists.md", () => {
  it("has every column, in the order of the code", () => {
    expect(rows.map(([column]) => column)).toEqual(UnitTable.columns)
  })

  it.each(rows)("%s: %s", (column, headings) => {
    // A plain province is what stands directly above only where there is no district between.
    for (const heading of headings.replace(", where that is all there is", "").split(/(?:, (?=[A-ZĐ])|; )/u)) {
      const found = meaning(...heading.split(" › "))
      expect(found, heading).toBe(heading === "Tỉnh" ? "above" : column)
    }
  })
})

describe("headings of lists", () => {
  it.each([
    [["Mã ĐVHC cũ (5 chữ số)"], "old.code"],
    [["Đơn vị hành chính", "Sau sắp xếp"], "new.name"],
    [["Dân số của các đơn vị trước sắp xếp (người)"], "old.population"],
    [["SỐ TT"], "ordinal"],
    [["Trụ sở"], "ignored"],
    [["Diện tích (km²)"], "ignored"],
    [["Trước sắp xếp", "Ghi chú"], "ignored"],
    [["Mức độ"], "extent"],
    [["new.parent"], "new.parent"],
  ] as const)("%j is %s", (path, expected) => {
    expect(meaning(...path)).toBe(expected)
  })

  it("proposes for one that is misspelt, and takes it for nothing", () => {
    expect(resolve(["Trực thuọc"])).toEqual({ kind: "unknown", near: "Trực thuộc" })
    expect(resolve(["Số đại biểu"])).toMatchObject({ kind: "unknown" })
  })

  it("a head names units", () => {
    const column = (text: string) => ({ column: 1, heading: text, cell: {} as never, resolved: resolve([text]) })
    expect(weigh(["STT", "Mã", "Loại"].map(column))).toBe(0)
    expect(weigh(["STT", "Tên đơn vị", "Mã", "Trụ sở"].map(column))).toBe(3)
  })
})
