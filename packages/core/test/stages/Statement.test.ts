import { type Issue, Period, Registers, Statement } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const Q3 = { calendar: "civil", kind: "quarter", year: 2022, index: 3 } as const
const { indicators, dimensions } = Registers.index(country.registers)
const read = (id: string, raw: unknown) => {
  const issues: Array<Issue.Issue> = []
  const indicator = indicators.get(id)!
  const figure = { period: Q3, toDate: Period.yearToDate(Q3) }
  const place = () => ({ pointer: "/v" })
  const statements = Statement.read(raw, { indicator, dimensions, place, flags: [], figure }, issues)
  return { statements, issues }
}

describe("Statement", () => {
  it("gives the total first and then its parts", () => {
    const { statements } = read("model.registered", { n: 5, by: { field: { economy: 2, culture: { about: 3 } } } })
    expect(statements.map(({ member, value }) => [member, value])).toEqual([
      [undefined, { kind: "quantity", n: 5, qualifier: "exact" }],
      ["economy", { kind: "quantity", n: 2, qualifier: "exact" }],
      ["culture", { kind: "quantity", n: 3, qualifier: "about" }],
    ])
  })

  it("keeps what was printed beside a value as a claim", () => {
    const { statements } = read("convention.recognised", {
      x: 9,
      y: 12,
      asOf: "2022-06-10",
      printed: "75",
      scope: "whole",
    })
    expect(statements[0]).toMatchObject({ claims: { percent: "75" }, asOf: "2022-06-10", scope: "whole" })
  })

  it("holds a value of which a single part is wrong", () => {
    for (const raw of [
      { n: 5, asOf: "June" },
      { n: 5, estimated: "yes" },
      { n: 5, scope: "all" },
      { n: 5, extra: 1 },
      { n: 5, change: { by: 5 } },
    ]) {
      const { statements, issues } = read("meeting.events", raw)
      expect([statements.length, issues.length]).toEqual([0, 1])
    }
  })

  describe("laws", () => {
    const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-0, 0, 1e21, Number.MAX_SAFE_INTEGER, null, "5"))
    const raw = fc.oneof(
      number,
      fc.record({ x: number, y: number }),
      fc.tuple(fc.nat(99), fc.nat(99)).map(([x, y]) => ({ x, y })),
      fc.dictionary(fc.constantFrom("about", "over", "under", "n", "x", "y", "z"), fc.oneof(fc.nat(99), number), {
        maxKeys: 3,
      }),
    )

    it("what glance and read both understand they understand alike", () => {
      let glances = 0
      fc.assert(
        fc.property(fc.constantFrom(...indicators.values()), raw, (indicator, value) => {
          const glance = Statement.glanceAt(indicator)
          if (!Statement.isPlain(value, glance)) return
          glances++
          expect(read(indicator.id, value)).toEqual({
            statements: [Statement.ofPlain(indicator.id, value, [])],
            issues: [],
          })
        }),
        { numRuns: 3000 },
      )
      expect(glances).toBeGreaterThan(100)
    })

    it("what is printed beside a number changes no number", () => {
      const decimal = fc.constantFrom("0", "50", "87.5", "100", "120")
      const of = fc.constantFrom("points", "relative", "unstated")
      const printed = fc.record(
        { printed: decimal, change: fc.record({ by: decimal, of, against: fc.constant("2021") }) },
        { requiredKeys: [] },
      )
      const bare = fc.oneof(
        fc.tuple(fc.nat(99), fc.nat(99)).map(([x, y]) => ({ x, y: x + y + 1 })),
        fc.nat(99).map((n) => ({ n })),
        decimal.map((percent) => ({ percent })),
      )
      fc.assert(
        fc.property(fc.constantFrom(...indicators.keys()), bare, printed, (id, value, claims) => {
          const [without, withIt] = [value, { ...value, ...claims }].map((one) => read(id, one).statements)
          expect(withIt!.map((one) => one.value)).toEqual(without!.map((one) => one.value))
        }),
      )
    })
  })
})
