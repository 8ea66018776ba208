import { type Indicator, type Mapping, Quantity, Value } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { Cell } from "../../src/Table.ts"
import * as CellValue from "../../src/table/CellValue.ts"

const { indicators, measures } = country.registers.catalogue
const cell = (rest: Partial<Cell>): Cell => ({
  kind: "text",
  raw: rest.text ?? "",
  text: rest.raw ?? "",
  row: 2,
  column: 3,
  format: null,
  quoted: false,
  formula: null,
  font: null,
  line: 0,
  offset: 0,
  ...rest,
})

type Target = Extract<Mapping.Target, { kind: "series" }>
const read = (id: string, one: Partial<Cell>, more: Partial<Target> = {}, date1904 = false) => {
  const indicator = indicators.find((known) => known.id === id) as Indicator.Indicator
  const measure = measures.find((known) => known.id === indicator.measure)!
  const target: Target = { kind: "series", series: { indicator: id }, ...more }
  const result = CellValue.read(cell(one), { indicator, measure, target, date1904, symbols: new Map() })
  if (result === null) return null
  return Result.isFailure(result) ? result.failure : result.success.kind === "nil" ? "nil" : result.success.json
}
const text = (id: string, written: string, more: Partial<Target> = {}) =>
  read(id, { text: written, raw: written }, more)
const number = (id: string, raw: string, format: string | null = null, more: Partial<Target> = {}) =>
  read(id, { kind: "number", raw, text: raw, format }, more)
const failsWith = (code: string, params: object) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) })

describe("CellValue", () => {
  it.each([
    ["05", 5],
    [" 1.234 ", 1234],
    ["1.234.567", 1_234_567],
    ["khoảng 180", { about: 180 }],
    ["trên 1.000 lượt người", { over: 1000 }],
    ["12\u00a0lượt người", 12],
    ["-5", -5],
    ["không phát sinh", "nil"],
    ["", null],
  ])("reads %j of turns", (written, expected) => {
    expect(text("meeting.turns", written)).toEqual(expected)
  })

  it.each([
    ["1,234", "cell.ambiguous", { readings: ["1.234", "1,234"] }],
    ["1.234,5", "cell.unread", { problem: "figure.too-precise" }],
    ["12 cuộc", "cell.unread", { problem: "figure.unit-differs", unit: "lượt người" }],
    ["5 và 6", "cell.unread", { problem: "figure.not-alone" }],
    ["hàng trăm", "cell.unread", { problem: "figure.vague" }],
    ["nhiều", "cell.unread", { problem: "figure.none" }],
    ["–", "cell.unread", { problem: "cell.symbol" }],
    ["12345678901234567890", "cell.unread", { problem: "figure.too-large" }],
    ["3/4", "cell.unread", { problem: "figure.date-ambiguous" }],
  ])("does not guess at %j", (written, code, params) => {
    const found = text("meeting.turns", written)
    if (written === "3/4") expect(found).toMatchObject({ code: expect.stringMatching(/^cell\./) })
    else expect(found).toEqual(failsWith(code, params))
  })

  it("reads a ratio in a column of ratios, also where running text would have a day", () => {
    for (const [written, x, y] of [
      ["42/42", 42, 42],
      ["6/12", 6, 12],
      ["11/5", 11, 5],
      ["1.012 / 1.653 đơn vị", 1012, 1653],
    ] as const) {
      expect(text("plan.attained", written)).toEqual({ x, y })
    }
    expect(text("plan.attained", "khoảng 40/45")).toEqual({ x: { about: 40 }, y: 45 })
    expect(text("plan.attained", "40")).toEqual(failsWith("cell.unread", { problem: "cell.not-ratio" }))
    expect(number("plan.attained", "0.75")).toEqual(failsWith("cell.unread", { problem: "cell.not-ratio" }))
  })

  it("tells a day from a number by its format, and what ratio it may have been", () => {
    const readings = (raw: string, format: string, shown = raw, date1904 = false) => {
      const found = read("plan.attained", { kind: "number", raw, text: shown, format }, {}, date1904)
      return (found as CellValue.Unread).params["readings"]
    }
    expect(readings("46114", "d-mmm")).toEqual(["2/4", "4/2"])
    expect(readings("44652", "d-mmm", "1-thg 4", true)).toEqual(["2/4", "4/2"])
    expect(readings("45992", "mmm-yy")).toEqual(["12/25"])
    expect(readings("46023", "dd/mm/yyyy")).toEqual(["1/1"])
    expect(number("meeting.turns", "46114", "d-mmm")).toEqual(failsWith("cell.date", { readings: [] }))
    expect(read("plan.attained", { kind: "date", raw: "2026-09-30T00:00:00", text: "30/9" })).toEqual(
      failsWith("cell.date", { readings: ["30/9", "9/30"] }),
    )
  })

  it.each([
    ["#,##0", false],
    ['#,##0 "ngày"', false],
    ["0.00E+00", false],
    ["[Red]0", false],
    ["General", false],
    ["\\d0", false],
    ["d-mmm", true],
    ["[h]:mm", true],
    ["[$-42A]dd\\ mmmm\\ yyyy", true],
    ["mm:ss", true],
  ])("knows whether %j shows a day", (format, expected) => {
    expect(CellValue.isDateFormat(format)).toBe(expected)
  })

  it("takes numbers of a workbook as they are shown at most, without the noise of binary fractions", () => {
    expect(number("meeting.turns", "40")).toBe(40)
    expect(number("meeting.turns", "1.2E3")).toBe(1200)
    expect(number("meeting.turns", "2.9999999999999996")).toBe(3)
    expect(number("meeting.turns", "-0")).toBe(0)
    expect(number("meeting.turns", "2.5")).toEqual(
      failsWith("cell.unread", { text: "2,5", problem: "figure.too-precise" }),
    )
    expect(number("meeting.turns", "1e300")).toEqual(failsWith("cell.unread", { problem: "figure.too-large" }))
  })

  it("counts money in the unit of its heading", () => {
    const money = { measure: "triệu đồng" }
    expect(number("fund.raised", "2.5", null, money)).toBe(2_500_000)
    expect(number("fund.raised", "1234.567", null, money)).toBe(1_234_567_000)
    expect(text("fund.raised", "1.234,5", money)).toBe(1_234_500_000)
    expect(text("fund.raised", "2 tỷ đồng", money)).toBe(2_000_000_000)
    expect(number("fund.raised", "0.0000001", null, money)).toEqual(
      failsWith("cell.unread", { problem: "figure.too-precise" }),
    )
    expect(number("meeting.turns", "5", null, money)).toEqual(
      failsWith("cell.unread", { problem: "figure.unit-differs" }),
    )
  })

  it("takes 87 % for 87 %, however a workbook holds it, and asks where 0,87 stands alone", () => {
    expect(text("matter.settled-rate", "87,5%")).toEqual({ percent: "87.5" })
    expect(text("matter.settled-rate", "trên 87%")).toEqual({ percent: "87", over: true })
    expect(number("matter.settled-rate", "0.87", "0%")).toEqual({ percent: "87" })
    expect(number("matter.settled-rate", "0.56999999999999995", "0.0%")).toEqual({ percent: "57" })
    expect(number("matter.settled-rate", "87.5")).toEqual({ percent: "87.5" })
    expect(number("matter.settled-rate", "0.87")).toEqual(failsWith("cell.ambiguous", { readings: ["0,87%", "87%"] }))
    expect(text("convention.recognised", "75%", { part: "printed" })).toBe("75")
  })

  it("reads yes and no, texts, and nothing from what was never computed", () => {
    expect(text("plan.issued", "Có")).toBe(true)
    expect(text("plan.issued", "chưa")).toBe(false)
    expect(text("plan.issued", "5")).toEqual(failsWith("cell.unread", { problem: "cell.not-flag" }))
    expect(read("plan.issued", { kind: "boolean", raw: "1", text: "TRUE" })).toBe(true)
    expect(text("situation.remark", " ổn định ".normalize("NFD"))).toBe("ổn định")
    expect(read("meeting.turns", { kind: "error", raw: "#REF!", text: "#REF!" })).toEqual(
      failsWith("cell.error", { found: "#REF!" }),
    )
    expect(read("meeting.turns", { kind: "number", raw: "", text: "", formula: "A1" })).toEqual(
      failsWith("cell.uncomputed", { formula: "A1" }),
    )
    expect(read("meeting.turns", { kind: "text", raw: "", text: "", formula: 'IF(A1="","",A1)' })).toBeNull()
  })

  it("law: digits alone are read as the reader of figures reads them", () => {
    const written = fc.oneof(
      fc.nat(10 ** 9).map(String),
      fc.nat(10 ** 9).map((n) => Quantity.digits(n, 0)),
      fc.stringMatching(/^\d{1,3}(\.\d{3}){0,3}$/),
      fc.stringMatching(/^0{0,2}\d{1,12}$/),
    )
    const turns = measures.find(({ id }) => id === "turn")!
    fc.assert(
      fc.property(written, (one) => {
        const value = Value.fromText(one, turns)
        const here = text("meeting.turns", one)
        if (Result.isSuccess(value)) expect(here).toEqual((value.success as { n: number }).n)
        else expect(here).toMatchObject({ code: expect.stringMatching(/^cell\./) })
      }),
      { numRuns: 400 },
    )
  })
})
