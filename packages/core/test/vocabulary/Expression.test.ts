import { Expression } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const look =
  (numbers: Record<string, number>) =>
  ({ ref, part }: Expression.Reference): number | null =>
    numbers[part === undefined ? ref : `${ref}.${part}`] ?? null

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
