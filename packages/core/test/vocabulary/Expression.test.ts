import { Expression, Quantity } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const look =
  (numbers: Record<string, number>) =>
  ({ ref, part }: Expression.Reference): Quantity.Quantity | null => {
    const n = numbers[part === undefined ? ref : `${ref}.${part}`]
    return n === undefined ? null : Quantity.exact(n)
  }

describe("Expression", () => {
  it("holds, fails, or cannot tell", () => {
    const rule: Expression.Expression = {
      op: "<=",
      left: { ref: "a", part: "x" },
      right: { op: "+", left: { ref: "b" }, right: { n: 1 } },
    }
    expect(Expression.verdict(rule, look({ "a.x": 3, b: 2 }))).toBe("holds")
    expect(Expression.verdict(rule, look({ "a.x": 4, b: 2 }))).toBe("fails")
    expect(Expression.verdict(rule, look({ "a.x": 4 }))).toBe("unknown")
  })

  it("cannot tell from a number alone, nor from a sum that leaves the safe integers", () => {
    expect(Expression.verdict({ n: 1 }, () => null)).toBe("unknown")
    const sum: Expression.Expression = { op: "+", left: { n: Number.MAX_SAFE_INTEGER }, right: { n: 1 } }
    expect(Expression.verdict({ op: ">", left: sum, right: { n: 0 } }, () => null)).toBe("unknown")
  })

  it("names its references from left to right", () => {
    const expression: Expression.Expression = {
      op: "=",
      left: { op: "-", left: { ref: "a" }, right: { ref: "b" } },
      right: { ref: "c" },
    }
    expect(Expression.references(expression).map(({ ref }) => ref)).toEqual(["a", "b", "c"])
  })

  describe("laws", () => {
    it("an inexact number decides a comparison only when every number that it may be does", () => {
      const small = fc.integer({ min: -3, max: 3 })
      const inexact = fc.record({ n: small, qualifier: fc.constantFrom("exact", "over", "under", "about") } as const)
      const alike = (x: number, n: number) => n === 0 || Math.sign(x) === Math.sign(n)
      const may = ({ n, qualifier }: Quantity.Quantity) =>
        [-40, -20, -3, -2, -1, 0, 1, 2, 3, 20, 40].filter(
          (one) =>
            one === n ||
            (alike(one, n) &&
              (qualifier === "over" ? one > n : qualifier === "under" ? one < n : qualifier === "about")),
        )
      const sign = fc.constantFrom<Expression.Operator>("+", "-", "*")
      const comparison = fc.constantFrom<Expression.Operator>("<=", "<", "=", ">=", ">")
      fc.assert(
        fc.property(inexact, sign, small, comparison, inexact, (a, op, n, against, b) => {
          const rule: Expression.Expression = {
            op: against,
            left: { op, left: { ref: "a" }, right: { n } },
            right: { ref: "b" },
          }
          const at = (x: Quantity.Quantity, y: Quantity.Quantity) =>
            Expression.verdict(rule, ({ ref }) => (ref === "a" ? x : y))
          const all = new Set(may(a).flatMap((x) => may(b).map((y) => at(Quantity.exact(x), Quantity.exact(y)))))
          const told = at(a, b)
          if (told !== "unknown") expect([...all]).toEqual([told])
          else expect(all.size === 2 || a.qualifier !== "exact" || b.qualifier !== "exact").toBe(true)
        }),
        { numRuns: 1000 },
      )
    })

    it("a missing number never makes a comparison fail", () => {
      fc.assert(
        fc.property(fc.constantFrom<Expression.Operator>("<=", "<", "=", ">=", ">"), fc.integer(), (op, n) => {
          expect(Expression.verdict({ op, left: { ref: "a" }, right: { n } }, () => null)).toBe("unknown")
        }),
      )
    })

    it("≤ fails exactly where > holds", () => {
      fc.assert(
        fc.property(
          fc.integer({ min: -2, max: 2 }),
          fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer()),
          (a, b) => {
            const at = (op: Expression.Operator) =>
              Expression.verdict({ op, left: { n: a }, right: { n: b } }, () => null)
            expect(at("<=") === "holds").toBe(at(">") === "fails")
            expect(at("=") === "holds").toBe(at("<=") === "holds" && at(">=") === "holds")
          },
        ),
      )
    })
  })
})
