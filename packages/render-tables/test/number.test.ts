import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shown, soleFigure, soleOrdinal, told } from "../src/number.ts"

const vi = (text: string, value: string) => {
  const found = shown({ text, value }, "vi")
  return found && [found.value, found.format, found.bare]
}

describe("shown", () => {
  it("a number is what it is, shown as it is printed", () => {
    expect(vi("197", "197")).toEqual([197, "#,##0", true])
    expect(vi("1.500", "1500")).toEqual([1500, "#,##0", true])
    expect(vi("1500", "1500")).toEqual([1500, "0", true])
    expect(vi("87,5", "87.5")).toEqual([87.5, "#,##0.0", true])
    expect(vi("73,1%", "73.1%")).toEqual([0.731, "#,##0.0%", true])
    expect(vi("-4,50", "-4.50")).toEqual([-4.5, "#,##0.00", true])
    expect(shown({ text: "1,500.5", value: "1500.5" }, "en")).toEqual({ value: 1500.5, format: "#,##0.0", bare: true })
  })

  it("words around it become part of its format", () => {
    expect(vi("khoảng 1.500", "1500")).toEqual([1500, '"khoảng "#,##0', false])
    expect(vi("197 mô hình", "197")).toEqual([197, '#,##0" mô hình"', false])
    expect(vi("trên 87%", "87%")).toEqual([0.87, '"trên "#,##0%', false])
  })

  it("a number told in a larger unit is written exactly, in a format that shows it so", () => {
    expect(vi("2,5 tỷ đồng", "2500000000")).toEqual([2_500_000_000, '#,##0.0,,," tỷ đồng"', false])
    expect(vi("1.235", "1234500000")).toEqual([1_234_500_000, "#,##0,,", true])
    expect(vi("khoảng 12", "11500")).toEqual([11_500, '"khoảng "#,##0,', false])
    expect(vi("1.234", "1234500000")).toBeNull() // adjusted, so that parts add up: no format shows it
  })

  it("a record has it as it is printed", () => {
    expect(told({ text: "1.234,5", value: "1234500000" }, "vi")).toBe("1234.5")
    expect(told({ text: "1.234", value: "1234500000" }, "vi")).toBe("1234")
    expect(told({ text: "0", value: "400000" }, "vi")).toBe("0")
    expect(told({ text: "1.500", value: "1500" }, "vi")).toBeNull()
    expect(told({ text: "khoảng 12", value: "11500" }, "vi")).toBeNull()
  })

  it.each([
    ["a ratio", "9/12", "9/12"],
    ["another number beside it", "42 (100%)", "42"],
    ["a value that is not in the words", "2,5 tỷ đồng", "2400000000"],
    ["no value", "chưa có số liệu", ""],
    ["a quotation mark, which no format can hold", 'khoảng "5"', "5"],
    ["more digits than a workbook keeps", "9.007.199.254.740.993", "9007199254740993"],
    ["leading zeros", "05", "05"],
    ["words before a negative number: the sign would come first", "giảm -5", "-5"],
  ])("%s stays text", (_, text, value) => {
    expect(vi(text, value)).toBeNull()
  })

  it("law: the number of a whole or decimal text is that number, and nothing of its digits is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (n, decimals) => {
        const value = (n / 10 ** decimals).toFixed(decimals).replace(/^-(0(?:\.0+)?)$/, "$1")
        const text = value.replace(".", ",")
        expect(shown({ text, value }, "vi")?.value).toBe(Number(value))
      }),
    )
  })
})

it("soleFigure looks through strong and emphasised words, and takes nothing for one that has more beside it", () => {
  const figure = { kind: "figure", figure: "f" } as const
  expect(soleFigure([figure])).toBe("f")
  expect(soleFigure([{ kind: "strong", content: [{ kind: "emphasis", content: [figure] }] }])).toBe("f")
  expect(soleFigure([figure, { kind: "text", text: " mô hình" }])).toBeNull()
  expect(soleFigure([])).toBeNull()
})

it("soleOrdinal is a number only where it is written as one", () => {
  expect(soleOrdinal([{ kind: "ordinal", n: 5, text: "5" }])).toBe(5)
  expect(soleOrdinal([{ kind: "ordinal", n: 5, text: "V" }])).toBeNull()
})
