import { Quantity } from "@danvan/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Quantity", () => {
  it.each([
    [0, 0, "0"],
    [5, 0, "5"],
    [1500, 0, "1.500"],
    [1234567, 0, "1.234.567"],
    [875, 1, "87,5"],
    [5, 2, "0,05"],
    [-1500, 0, "-1.500"],
    [Number.MAX_SAFE_INTEGER, 0, "9.007.199.254.740.991"],
  ])("writes %d at %d decimals as %s", (n, decimals, text) => {
    expect(Quantity.digits(n, decimals)).toBe(text)
  })

  it("writes English digits the English way", () => {
    expect(Quantity.digits(1234567, 1, "en")).toBe("123,456.7")
    expect(Quantity.decimal("1234.5", "en")).toBe("1,234.5")
  })

  it.each([
    ["exact", "over", "over"],
    ["over", "under", "about"],
    ["under", "about", "about"],
    ["exact", "exact", "exact"],
  ] as const)("joins %s and %s to %s", (a, b, joined) => {
    expect(Quantity.join(a, b)).toBe(joined)
    expect(Quantity.join(b, a)).toBe(joined)
  })

  it("tells rounding from truncation", () => {
    expect(Quantity.ratio(158300, 1653, 0)).toBe("96")
    expect(Quantity.ratio(158300, 1653, 0, "truncate")).toBe("95")
    expect(Quantity.ratio(5800, 119, 1)).toBe("48.7")
    expect(Quantity.ratio(7900, 108, 1)).toBe("73.1")
    expect(Quantity.ratio(-1, 2, 0)).toBe("-1")
    expect(Quantity.ratio(-1, 3, 0)).toBe("0")
  })

  it("knows a plain decimal from anything else", () => {
    expect(["87", "48.7", "-3.25", "0"].filter(Quantity.isDecimal)).toHaveLength(4)
    expect(["", "87%", "1e3", "1,5", ".5", "5.", "NaN", "1.2345678"].filter(Quantity.isDecimal)).toEqual([])
  })

  it.each([
    ["1.500", 0, 1500, "exact"],
    ["05", 0, 5, "exact"],
    ["2022", 0, 2022, "exact"],
    ["87,5", 1, 875, "exact"],
    ["87,5", 2, 8750, "exact"],
    ["khoảng 1.500 lượt người", 0, 1500, "about"],
    ["trên 2,5 tỷ", 0, 2_500_000_000, "over"],
    ["gần 50 vạn", 0, 500_000, "under"],
    ["hai mươi lăm", 0, 25, "exact"],
    ["hơn trăm hộ", 0, 100, "over"],
    ["-3", 0, -3, "exact"],
    ["−1.500", 0, -1500, "exact"],
    ["8.400m2", 0, 8400, "exact"],
    ["Khoảng 1.500".normalize("NFD"), 0, 1500, "about"],
  ] as const)("reads %j at %d decimals", (text, decimals, n, qualifier) => {
    expect(Quantity.fromText(text, decimals)).toEqual(Result.succeed({ n, qualifier }))
  })

  it.each([
    ["", "figure.none"],
    ["nhiều", "figure.none"],
    ["42/42", "figure.none"],
    ["đạt 15 hộ", "figure.none"],
    ["15 hộ và 3 xã", "figure.none"],
    ["2,5", "figure.too-precise"],
    ["9.007.199.254.740.992", "figure.too-large"],
    ["1.234,567.8", "figure.malformed"],
  ] as const)("does not read %j: %s", (text, problem) => {
    expect(Quantity.fromText(text)).toEqual(Result.fail({ problem, readings: [] }))
  })

  it("gives every reading that the scale can hold", () => {
    const fail = (readings: ReadonlyArray<Quantity.Quantity>) =>
      Result.fail({ problem: "figure.separator-ambiguous", readings })
    expect(Quantity.fromText("hơn 1,234", 0)).toEqual(fail([{ n: 1234, qualifier: "over" }]))
    expect(Quantity.fromText("1,234", 3)).toEqual(fail([Quantity.exact(1_234_000), Quantity.exact(1234)]))
  })

  describe("laws", () => {
    const qualifier = fc.constantFrom<Quantity.Qualifier>("exact", "over", "under", "about")

    it("qualifiers are a join-semilattice", () => {
      fc.assert(
        fc.property(qualifier, qualifier, qualifier, (a, b, c) => {
          expect(Quantity.join(a, Quantity.join(b, c))).toBe(Quantity.join(Quantity.join(a, b), c))
          expect(Quantity.join(a, b)).toBe(Quantity.join(b, a))
          expect(Quantity.join(a, a)).toBe(a)
          expect(Quantity.join(a, "exact")).toBe(a)
          expect(Quantity.turn(Quantity.turn(a))).toBe(a)
        }),
      )
    })

    it("digits are the number again", () => {
      fc.assert(
        fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
          const text = Quantity.digits(n, decimals).replaceAll(".", "").replace(",", ".")
          expect(Quantity.scaled(text, decimals)).toBe(BigInt(n))
        }),
      )
    })

    it("digits read are the number again, but for three decimals behind up to three digits", () => {
      fc.assert(
        fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
          const text = Quantity.digits(n, decimals)
          const read = Quantity.fromText(text, decimals)
          if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) expect(Result.isFailure(read)).toBe(true)
          else expect(read).toEqual(Result.succeed(Quantity.exact(n === 0 ? 0 : n)))
        }),
      )
    })

    it("digits agree with Intl for whole numbers", () => {
      const intl = new Intl.NumberFormat("vi-VN")
      fc.assert(fc.property(fc.maxSafeInteger(), (n) => Quantity.digits(n, 0) === intl.format(n).replace("−", "-")))
    })

    it("parts in whole units come to their sum in such units, and none is off by a unit or more", () => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 40 }),
          fc.constantFrom(1, 10, 100, 1_000, 1_000_000, 1_000_000_000),
          (parts, unit) => {
            const units = Quantity.partsInUnits(parts, unit)
            const sum = parts.reduce((all, n) => all + n, 0)
            expect(units.reduce((all, n) => all + n, 0)).toBe(Quantity.inUnits(sum, unit) + 0)
            for (const [i, n] of units.entries()) expect(Math.abs(n * unit - (parts[i] ?? 0))).toBeLessThan(unit)
          },
        ),
      )
    })

    it("a rounded ratio is within half a unit of the last place", () => {
      fc.assert(
        fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (a, b, places) => {
          const scale = 10n ** BigInt(places)
          const rounded = Quantity.scaled(Quantity.ratio(a, b, places), places)
          const off = 2n * (rounded * BigInt(b) - BigInt(a) * scale)
          expect(off <= BigInt(b) && -off <= BigInt(b)).toBe(true)
        }),
      )
    })
  })
})
