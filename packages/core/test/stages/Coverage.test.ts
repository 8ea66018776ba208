import { Coverage, Facts, Period, validate } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const period = Result.getOrThrow(Period.fromText("2022-H1", "civil"))
const factsOf = (inputs: ReadonlyArray<unknown>) =>
  Facts.fromValidated(validate(registers, inputs, { expected: "senders" }))
const ask = (subject: string, indicator = "meeting.events", rest: object = {}) => ({
  subject,
  series: { indicator, ...rest },
  period,
})

describe("Coverage", () => {
  it("counts units and cells, and names who is missing and why", () => {
    const facts = factsOf([
      submission(),
      submission({ subject: "binh-ward-2000", values: { "meeting.events": { missing: "lost" }, "meeting.turns": 4 } }),
    ])
    expect(Coverage.of(registers, facts, ask("mai-district-2000"))).toEqual({
      unitsComplete: 1,
      unitsPartial: 0,
      unitsOwing: 4,
      cellsArrived: 1,
      cellsOwing: 4,
    })
    expect(Coverage.missing(registers, facts, ask("mai-district-2000"))).toEqual([
      { subject: "binh-ward-2000", period: "2022-H1@civil", reason: "lost" },
      { subject: "cuc-ward-2000", period: "2022-H1@civil", reason: "not-sent" },
      { subject: "mai-union-2000", period: "2022-H1@civil", reason: "not-sent" },
    ])
  })

  it("counts unit kind by unit kind", () => {
    const kinds = Coverage.byKind(registers, factsOf([submission()]), ask("mai-district-2000"))
    expect([...kinds].map(([kind, c]) => [kind, c.unitsComplete, c.unitsOwing])).toEqual([
      ["ward", 1, 3],
      ["mass-organisation", 0, 1],
    ])
  })

  it("takes 'nothing to report on' as an answer, and owes nothing where nobody asks", () => {
    const facts = factsOf([submission({ values: { "convention.recognised": { notApplicable: "no-object" } } })])
    expect(Coverage.of(registers, facts, ask("an-ward-2000", "convention.recognised")).unitsComplete).toBe(1)
    expect(Coverage.of(registers, facts, ask("mai-district-2000", "fund.raised"))).toEqual(Coverage.empty)
  })

  it("knows a part when its total was broken down or is zero", () => {
    const part = { dimension: "field", member: "economy" }
    const of = (value: unknown) =>
      Coverage.of(
        registers,
        factsOf([submission({ values: { "model.registered": value } })]),
        ask("an-ward-2000", "model.registered", part),
      )
    expect(of({ n: 5, by: { field: { culture: 5 } } }).unitsComplete).toBe(1)
    expect(of(0).unitsComplete).toBe(1)
    expect(of(5).unitsComplete).toBe(0)
  })

  it("counts the periods of a unit that owes more often, and calls it partial between none and all", () => {
    const monthly = {
      ...registers,
      catalogue: {
        ...registers.catalogue,
        obligations: registers.catalogue.obligations.map((o) => ({ ...o, every: "quarter" as const })),
      },
    }
    const facts = Facts.fromValidated(validate(monthly, [submission({ period: "2022-Q1" })], { expected: "senders" }))
    expect(Coverage.of(monthly, facts, ask("an-ward-2000"))).toEqual({
      unitsComplete: 0,
      unitsPartial: 1,
      unitsOwing: 1,
      cellsArrived: 1,
      cellsOwing: 2,
    })
  })

  describe("laws", () => {
    it("over disjoint units the counts add", () => {
      fc.assert(
        fc.property(
          arbitrary.batch,
          fc.constantFrom("meeting.events", "model.registered", "convention.recognised"),
          (inputs, indicator) => {
            const facts = factsOf(inputs)
            const parts = country.reporting.map((unit) => Coverage.of(registers, facts, ask(unit, indicator)))
            expect(Coverage.of(registers, facts, ask("mai-district-2000", indicator))).toEqual(
              parts.reduce(Coverage.combine, Coverage.empty),
            )
          },
        ),
      )
    })

    it("a missing value never raises them", () => {
      fc.assert(
        fc.property(
          arbitrary.batch.filter((all) => all.length > 0),
          fc.nat(),
          (inputs, n) => {
            const at = n % inputs.length
            const poorer = inputs.map((one, i) => {
              const { "meeting.events": _gone, ...values } = one["values"] as Record<string, unknown>
              return i === at ? { ...one, values } : one
            })
            const [before, after] = [inputs, poorer].map((all) =>
              Coverage.of(registers, factsOf(all), ask("mai-district-2000")),
            )
            expect(after!.cellsArrived).toBeLessThan(before!.cellsArrived)
            expect(after!.unitsComplete).toBeLessThan(before!.unitsComplete)
            expect(after!.cellsOwing).toBe(before!.cellsOwing)
          },
        ),
      )
    })
  })
})
