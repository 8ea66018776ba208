import { Succession } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const event = (rest: Partial<Succession.Succession>): Succession.Succession => ({
  id: "e",
  kind: "merge",
  date: "2025-07-01",
  from: ["a"],
  to: ["b"],
  ...rest,
})

describe("Succession", () => {
  it.each<readonly [boolean, Partial<Succession.Succession>]>([
    [true, { kind: "merge", from: ["a", "b"], to: ["b"] }],
    [false, { kind: "merge", to: ["b", "c"] }],
    [false, { kind: "merge", from: ["a", "a"] }],
    [true, { kind: "split", to: ["a", "b"] }],
    [false, { kind: "split", to: ["b"] }],
    [true, { kind: "transfer" }],
    [false, { kind: "transfer", to: ["a"] }],
    [false, { kind: "rename", to: ["a"] }],
    [true, { kind: "dissolve", to: [] }],
    [false, { kind: "dissolve", to: ["b"] }],
  ])("fits: %s for %o", (fits, rest) => {
    expect(Succession.fits(event(rest))).toBe(fits)
  })

  it("passes what is owed by merges and new names, step by step, not by splits and parts", () => {
    const all = [
      event({ id: "1", date: "2020-01-01", kind: "rename", from: ["a"], to: ["b"] }),
      event({ id: "2", date: "2025-07-01", from: ["b", "x"], to: ["c"] }),
      event({ id: "3", date: "2026-01-01", kind: "split", from: ["c"], to: ["d", "e"] }),
      event({ id: "4", date: "2024-01-01", kind: "transfer", from: ["b"], to: ["y"] }),
    ]
    expect(Succession.heirs(all, "a", "2019-12-31")).toEqual([])
    expect(Succession.heirs(all, "a", "2025-06-30")).toEqual(["b"])
    expect(Succession.heirs(all, "a", "2026-12-31")).toEqual(["b", "c"])
  })

  describe("laws", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 9 })

    it("parts by largest remainders come to the number, and none is off by one or more", () => {
      fc.assert(
        fc.property(fc.maxSafeInteger(), weights, (n, all) => {
          const parts = Succession.apportion(n, all)
          const whole = all.reduce((a, b) => a + b, 0)
          if (whole === 0) return parts === null
          const sum = parts!.reduce((a, b) => a + BigInt(b), 0n)
          return (
            sum === BigInt(n) &&
            parts!.every((part, i) => {
              const off = BigInt(part) * BigInt(whole) - BigInt(n) * BigInt(all[i]!)
              return off < BigInt(whole) && off > -BigInt(whole)
            })
          )
        }),
      )
    })
  })
})
