import { Expression, Quantity, Rule, RuleSet, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const side = (one: string | number | Expression.Expression): Expression.Expression =>
  typeof one === "string" ? { ref: one } : typeof one === "number" ? { n: one } : one
const compare = (
  left: string | number | Expression.Expression,
  op: Expression.Operator,
  right: string | number | Expression.Expression,
): Expression.Expression => ({
  op,
  left: side(left),
  right: side(right),
})
const rule = (id: string, expression: Expression.Expression, when?: Expression.Expression): Rule.Rule => ({
  id,
  level: "record",
  severity: "error",
  expression,
  holds: [],
  why: { vi: "", en: "" },
  ...(when ? { when } : {}),
})
const said = (...rules: ReadonlyArray<Rule.Rule>) =>
  RuleSet.lint(rules).map(({ code, pointer, params }) => [code, pointer, params["rules"] ?? params["rule"]])

describe("RuleSet", () => {
  it("finds nothing odd in the invented country's rules", () => {
    expect(RuleSet.lint(country.registers.catalogue.rules)).toEqual([])
  })

  it("finds rules that cannot hold together, and names those on the circle alone", () => {
    expect(
      said(
        rule("one", compare("a", "<", "b")),
        rule("free", compare("c", "<=", "d")),
        rule("two", compare("b", "<=", "a")),
      ),
    ).toEqual([["rule-set.contradictory", "/0", ["one", "two"]]])
    expect(
      said(
        rule("one", compare("a", "<", "b")),
        rule("two", compare("b", "<", "c")),
        rule("three", compare("c", "<", "a")),
      ),
    ).toEqual([["rule-set.contradictory", "/0", ["one", "three", "two"]]])
  })

  it("knows that counts are never below zero", () => {
    expect(said(rule("below", compare("a", "<", 0)))).toEqual([["rule-set.contradictory", "/0", ["below"]]])
    expect(said(rule("always", compare("a", ">=", 0)))).toEqual([["rule-set.redundant", "/0", "always"]])
  })

  it("finds a rule whose condition cannot occur, and one that follows from the others", () => {
    expect(said(rule("cap", compare("a", "<=", 5)), rule("never", compare("b", "=", 1), compare("a", ">", 9)))).toEqual(
      [["rule-set.unreachable", "/1", "never"]],
    )
    expect(
      said(
        rule("one", compare("a", "<=", "b")),
        rule("two", compare("b", "<=", "c")),
        rule("implied", compare("a", "<=", "c")),
      ),
    ).toEqual([["rule-set.redundant", "/2", "implied"]])
  })

  it("finds a rule that forbids its own condition", () => {
    expect(said(rule("self", compare("a", "<", 3), compare("a", ">", 5)))).toEqual([
      ["rule-set.contradictory", "/0", ["self"]],
    ])
  })

  it("leaves alone what is more than two numbers and a constant", () => {
    const sum = compare({ op: "+", left: { ref: "a" }, right: { ref: "b" } }, "=", "c")
    const product = compare({ op: "*", left: { ref: "a" }, right: { ref: "b" } }, "<", 0)
    expect(said(rule("sum", sum), rule("product", product))).toEqual([])
    expect(
      said(
        rule("double", compare({ op: "*", left: { n: 1 }, right: { ref: "a" } }, "<=", "b")),
        rule("turned", compare("b", "<", "a")),
      ),
    ).toEqual([["rule-set.contradictory", "/0", ["double", "turned"]]])
  })

  it("finds a rule that costs too much", () => {
    let big: Expression.Expression = { ref: "a" }
    for (let i = 0; i < 150; i++) big = { op: "+", left: big, right: { n: 1 } }
    const [issue] = RuleSet.lint([rule("big", compare(big, "<", "b"))])
    expect(toText(issue!, "vi")).toContain("quá mức 200")
  })

  describe("laws", () => {
    const name = fc.constantFrom("a", "b", "c")
    const operator = fc.constantFrom<Expression.Operator>("<=", "<", "=", ">=", ">")
    const simple = fc.tuple(name, operator, fc.oneof(name, fc.nat(4))).map(([a, op, b]) => compare(a, op, b))
    const rules = fc.array(simple, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, i) => rule(`r${i}`, one)))
    const small = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    const holds = (one: Rule.Rule, a: number, b: number, c: number): boolean =>
      Rule.verdict(one, ({ ref }) => Quantity.exact({ a, b, c }[ref] ?? 0)) === "holds"

    it("calls a set contradictory exactly when no numbers satisfy it", () => {
      fc.assert(
        fc.property(rules, (all) => {
          const satisfied = small.some((a) =>
            small.some((b) => small.some((c) => all.every((one) => holds(one, a, b, c)))),
          )
          expect(RuleSet.lint(all).some(({ code }) => code === "rule-set.contradictory")).toBe(!satisfied)
        }),
        { numRuns: 300 },
      )
    })

    it("calls a rule redundant exactly when it holds wherever the others do", () => {
      fc.assert(
        fc.property(rules, (all) => {
          const found = RuleSet.lint(all)
          fc.pre(!found.some(({ code }) => code === "rule-set.contradictory"))
          for (const one of all) {
            const implied = small.every((a) =>
              small.every((b) =>
                small.every(
                  (c) => !all.every((other) => other === one || holds(other, a, b, c)) || holds(one, a, b, c),
                ),
              ),
            )
            expect(found.some(({ code, params }) => code === "rule-set.redundant" && params["rule"] === one.id)).toBe(
              implied,
            )
          }
        }),
        { numRuns: 200 },
      )
    })
  })
})
