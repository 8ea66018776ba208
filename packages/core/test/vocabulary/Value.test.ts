import { Quantity, Value, ValueText } from "@danvan/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const share = (x: number, y: number): Value.Value => ({ kind: "share", x: Quantity.exact(x), y: Quantity.exact(y) })
const turns = { id: "turn", vi: "lượt người", en: "turns", decimals: 0 }

describe("Value", () => {
  it("tells zero, missing and not applicable apart", () => {
    const [zero, missing, none]: ReadonlyArray<Value.Value> = [
      Value.quantity(0),
      Value.missing("not-sent"),
      { kind: "not-applicable", reason: "no-object" },
    ]
    expect([zero, missing, none].map((value) => value && Value.isPresent(value))).toEqual([true, false, true])
    expect(zero && missing && Value.equals(zero, missing)).toBe(false)
  })

  it("gives a percentage of a share, none of a count, none of nothing", () => {
    expect(Value.percent(share(58, 119))).toBe("48.7")
    expect(Value.percent(share(42, 42))).toBe("100")
    expect(Value.percent(share(0, 0))).toBeNull()
    expect(Value.percent(Value.quantity(5))).toBeNull()
    expect(Value.percent({ kind: "rate", percent: "87", qualifier: "exact" })).toBe("87")
  })

  it("compares numbers apart from how exactly they are known", () => {
    expect(Value.equals(Value.quantity(5), Value.quantity(5, "about"))).toBe(false)
    expect(Value.sameNumbers(Value.quantity(5), Value.quantity(5, "about"))).toBe(true)
    expect(Value.sameNumbers(share(1, 2), share(2, 4))).toBe(false)
    expect(Value.equals({ kind: "grade", counts: { tốt: 1, khá: 0 } }, { kind: "grade", counts: { tốt: 1 } })).toBe(
      true,
    )
  })
})

describe("Value.fromText", () => {
  const measure = (vi: string, decimals = 0) => ({ id: "m", vi, en: "m", decimals })

  it.each([
    ["khoảng 1.500 lượt người", turns, Value.quantity(1500, "about")],
    ["  1.500 lượt người. ", turns, Value.quantity(1500)],
    ["1.500", turns, Value.quantity(1500)],
    ["2022", turns, Value.quantity(2022)],
    ["1,2 triệu", turns, Value.quantity(1_200_000)],
    ["11 cuộc", measure("cuộc đối thoại"), Value.quantity(11)],
    ["11 cuộc đối thoại", measure("cuộc đối thoại"), Value.quantity(11)],
    ["14 lá phiếu xanh", measure("lá phiếu xanh"), Value.quantity(14)],
    ["42/45", measure("đơn vị"), share(42, 45)],
    ["42/45 đơn vị", measure("đơn vị"), share(42, 45)],
    ["58 trên tổng số 119 đơn vị", measure("đơn vị"), share(58, 119)],
    ["87,50%", measure("%"), { kind: "rate", percent: "87.50", qualifier: "exact" }],
    ["trên 87", measure("%"), { kind: "rate", percent: "87", qualifier: "over" }],
    ["2,5 tỷ đồng", measure("đồng"), Value.quantity(2_500_000_000)],
    ["2,5 tỷ", measure("đồng"), Value.quantity(2_500_000_000)],
    ["2,5 tỷ đồng", measure("triệu đồng"), Value.quantity(2500)],
    ["2.500", measure("triệu đồng"), Value.quantity(2500)],
    ["30,388 tỷ đồng", measure("tỷ đồng", 3), Value.quantity(30_388)],
    ["0,85 ha", measure("ha", 2), Value.quantity(85)],
    ["8.400m2", measure("m²"), Value.quantity(8400)],
  ] as ReadonlyArray<[string, Parameters<typeof Value.fromText>[1], Value.Value]>)(
    "reads %j as %j",
    (text, of, value) => {
      expect(Value.fromText(text, of)).toEqual(Result.succeed(value))
    },
  )

  it.each([
    ["", turns, "figure.none"],
    ["chưa có", turns, "figure.none"],
    ["964 hộ", turns, "figure.unit-differs"],
    ["964 người dân tộc", measure("dân tộc"), "figure.unit-differs"],
    ["15 lượt người và hơn thế", turns, "figure.not-alone"],
    ["87%", turns, "figure.unit-differs"],
    ["15 hộ", measure("%"), "figure.unit-differs"],
    ["2 tỷ đồng", turns, "figure.unit-differs"],
    ["đạt 15 lượt người", turns, "figure.not-alone"],
    ["198 lượt/221 người", turns, "figure.not-alone"],
    ["5 - 7", turns, "figure.range"],
    ["2,5", turns, "figure.too-precise"],
    ["30,388 tỷ đồng", measure("tỷ đồng", 2), "figure.too-precise"],
    ["10.000.000 tỷ đồng", measure("đồng"), "figure.too-large"],
    ["1,234", turns, "figure.separator-ambiguous"],
    ["6/12", turns, "figure.date-ambiguous"],
    ["hàng trăm", turns, "figure.vague"],
  ] as const)("does not read %j of %j: %s", (text, of, problem) => {
    const read = Value.fromText(text, of)
    expect(Result.isFailure(read) && read.failure.problem).toBe(problem)
  })

  it("what a value is printed as is read as that value", () => {
    const measures = fc.constantFrom(
      turns,
      measure("đồng"),
      measure("cuộc đối thoại"),
      measure("triệu đồng", 2),
      measure("ha", 2),
      measure("phường"),
      measure("m²", 1),
    )
    const qualifier = fc.constantFrom<Quantity.Qualifier>("exact", "about", "over", "under")
    const n = fc.nat(10_000_000)
    fc.assert(
      fc.property(measures, n, qualifier, (of, count, q) => {
        const value = Value.quantity(count, q)
        for (const text of [ValueText.full(value, of, "vi"), ValueText.bare(value, of, "vi")])
          expect(Value.fromText(text, of), text).toEqual(Result.succeed(value))
      }),
    )
    fc.assert(
      fc.property(measures, n, n, (of, a, b) => {
        const value = share(Math.min(a, b), Math.max(a, b) + 1)
        const text = ValueText.full(value, of, "vi")
        expect(Value.fromText(text, of), text).toEqual(Result.succeed(value))
      }),
    )
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(999), qualifier, (a, b, q) => {
        const value: Value.Value = { kind: "rate", percent: b === 0 ? String(a) : `${a}.${b}`, qualifier: q }
        const text = ValueText.full(value, measure("%"), "vi")
        expect(Value.fromText(text, measure("%")), text).toEqual(Result.succeed(value))
      }),
    )
  })
})

describe("ValueText", () => {
  it.each([
    [Value.quantity(197), "197 lượt người", "197", "197"],
    [Value.quantity(1500, "about"), "khoảng 1.500 lượt người", "khoảng 1.500", "1500"],
    [Value.quantity(2500, "over"), "trên 2.500 lượt người", "trên 2.500", "2500"],
    [Value.quantity(99, "under"), "gần 99 lượt người", "gần 99", "99"],
    [share(58, 119), "58/119 lượt người", "58/119", "58/119"],
    [{ kind: "rate", percent: "87.5", qualifier: "exact" } as const, "87,5%", "87,5%", "87.5%"],
    [Value.missing("not-sent"), "chưa có số liệu", "chưa có số liệu", ""],
    [{ kind: "not-applicable", reason: "no-object" } as const, "không có đối tượng", "không có đối tượng", ""],
    [{ kind: "flag", holds: true } as const, "có", "có", "true"],
    [{ kind: "text", text: "ổn định" } as const, "ổn định", "ổn định", ""],
    [{ kind: "grade", counts: { tốt: 3, khá: 1 } } as const, "tốt: 3; khá: 1", "tốt: 3; khá: 1", ""],
  ])("prints %j", (value, full, bare, machine) => {
    expect(ValueText.full(value, turns, "vi")).toBe(full)
    expect(ValueText.bare(value, turns, "vi")).toBe(bare)
    expect(ValueText.machine(value, turns)).toBe(machine)
  })

  it("prints a share with its percentage for a table, a percentage alone as it is", () => {
    expect(ValueText.detail(share(79, 108), undefined, "vi")).toBe("79/108 (73,1%)")
    expect(ValueText.detail(share(42, 42), undefined, "en")).toBe("42/42 (100%)")
    expect(ValueText.detail({ kind: "rate", percent: "87", qualifier: "exact" }, undefined, "vi")).toBe("87%")
  })
})
