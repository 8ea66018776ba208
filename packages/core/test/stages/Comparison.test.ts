import { Aggregate, Comparison, Facts, Period, validate, Value } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const period = (text: string) => Result.getOrThrow(Period.fromText(text, "civil"))
const [now, then] = [period("2022-H1"), period("2021-H1")]
const of = (inputs: ReadonlyArray<unknown>, at: Period.Period) =>
  Aggregate.fromFacts(registers, Facts.fromValidated(validate(registers, inputs, { expected: "senders" })), {
    subject: "an-ward-2000",
    period: at,
  })
const pair = (current: object, base: object, basePeriod = "2021-H1") => {
  const inputs = [submission({ values: current }), submission({ values: base, period: basePeriod })]
  return [of(inputs, now), of(inputs, period(basePeriod))] as const
}
const outcome = (current: object, base: object, indicator = "meeting.events", basePeriod = "2021-H1") => {
  const [a, b] = pair(current, base, basePeriod)
  return Comparison.fromAggregates(a, b, b.period).find(
    (one) => one.indicator === indicator && one.member === undefined,
  )?.outcome
}

describe("Comparison", () => {
  it("gives the difference and the relative change", () => {
    expect(outcome({ "meeting.events": 12 }, { "meeting.events": 8 })).toEqual({
      kind: "change",
      direction: "up",
      by: 4,
      percent: "50",
      qualifier: "exact",
    })
    expect(outcome({ "meeting.events": 8 }, { "meeting.events": 12 })).toMatchObject({
      direction: "down",
      by: -4,
      percent: "33.3",
    })
  })

  it("gives no percentage of a zero base", () => {
    expect(outcome({ "meeting.events": 3 }, { "meeting.events": 0, "meeting.turns": 0 })).toMatchObject({
      direction: "up",
      by: 3,
      percent: null,
    })
  })

  it("turns the qualifier of what is taken away", () => {
    expect(outcome({ "meeting.events": 12 }, { "meeting.events": { over: 8 } })).toMatchObject({ qualifier: "under" })
    expect(outcome({ "meeting.events": { over: 12 } }, { "meeting.events": { over: 8 } })).toMatchObject({
      qualifier: "about",
    })
  })

  it("compares shares in points", () => {
    const values = (x: number) => ({ "convention.recognised": { x, y: 8 } })
    expect(outcome(values(6), values(4), "convention.recognised")).toEqual({
      kind: "points",
      direction: "up",
      by: "25",
    })
  })

  it.each([
    ["no base", { "meeting.events": 1 }, {}, "meeting.events", ["missing", "coverage"]],
    ["a missing value", {}, { "meeting.events": 1 }, "meeting.events", ["missing", "coverage"]],
    [
      "nothing to report on",
      { "meeting.events": { notApplicable: "no-object" } },
      { "meeting.events": 1 },
      "meeting.events",
      ["not-applicable"],
    ],
    [
      "a rate",
      { "matter.settled-rate": { percent: "8" } },
      { "matter.settled-rate": { percent: "9" } },
      "matter.settled-rate",
      ["kind"],
    ],
  ])("says why not: %s", (_, current, base, indicator, reasons) => {
    expect(outcome(current, base, indicator)).toEqual({ kind: "not-comparable", reasons })
  })

  it("refuses a half-year against a year, and another calendar", () => {
    expect(outcome({ "meeting.events": 1 }, { "meeting.events": 2 }, "meeting.events", "2021")).toMatchObject({
      reasons: ["length", "coverage"],
    })
    const [a, b] = pair({ "meeting.events": 1 }, { "meeting.events": 2 })
    const other = { ...then, calendar: "nd09" } as Period.Period
    expect(Comparison.fromAggregates(a, b, other)[0]?.outcome).toEqual({
      kind: "not-comparable",
      reasons: ["calendar"],
    })
    expect(Comparison.fromAggregates(a, null, then)[0]?.outcome).toEqual({
      kind: "not-comparable",
      reasons: ["no-base"],
    })
  })

  it("keeps both readings of a change that does not say which, with the full year as its base", () => {
    const rate: Value.Value = { kind: "rate", percent: "87", qualifier: "exact" }
    expect(Comparison.claim(rate, { by: "5", of: "unstated", against: "2021" }, now)).toMatchObject({
      readings: ["82", "82.86"],
      fullYear: true,
    })
    expect(Comparison.claim(rate, { by: "5", of: "points", against: "2021-H1" }, now)).toMatchObject({
      readings: ["82"],
      fullYear: false,
    })
    expect(Comparison.claim(rate, { by: "-100", of: "relative", against: "2021" }, now)?.readings).toEqual([])
    expect(Comparison.claim(Value.quantity(5), { by: "5", of: "points", against: "2021" }, now)).toBeNull()
  })

  describe("laws", () => {
    it("with itself gives zero", () => {
      fc.assert(
        fc.property(arbitrary.batch, (inputs) => {
          const one = of(inputs, now)
          for (const { outcome: result } of Comparison.fromAggregates(one, one, now)) {
            if (result.kind === "change")
              expect([result.direction, result.by, result.percent]).toEqual(["same", 0, "0"])
            if (result.kind === "points") expect([result.direction, result.by]).toEqual(["same", "0"])
          }
        }),
      )
    })

    it("never says NaN or ∞", () => {
      fc.assert(
        fc.property(fc.nat(9), fc.nat(9), (a, b) => {
          expect(JSON.stringify(outcome({ "meeting.events": a }, { "meeting.events": b }))).not.toMatch(
            /NaN|Infinity|null,"q.*NaN/,
          )
        }),
      )
    })

    it("what is taken away turns its direction", () => {
      const word = fc.constantFrom("about", "over", "under", "exact")
      const turned = { about: "about", over: "under", under: "over", exact: "exact" } as const
      const raw = (n: number, q: string) => ({ "meeting.events": q === "exact" ? n : { [q]: n } })
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 99 }), word, fc.integer({ min: 1, max: 99 }), word, (n, a, m, b) => {
          const join = new Set([a, turned[b]].filter((q) => q !== "exact"))
          const expected = join.size === 2 ? "about" : ([...join][0] ?? "exact")
          expect(outcome(raw(n, a), raw(m, b))).toMatchObject({ by: n - m, qualifier: expected })
        }),
      )
    })

    it("unequal coverage is refused, equal coverage is not", () => {
      fc.assert(
        fc.property(arbitrary.batch, arbitrary.batch, (current, base) => {
          const earlier = base.map((one) => ({ ...one, id: `${String(one["id"])}-21`, period: "2021-H1" }))
          const facts = Facts.fromValidated(validate(registers, [...current, ...earlier], { expected: "senders" }))
          const [a, b] = [now, then].map((at) =>
            Aggregate.fromFacts(registers, facts, { subject: "mai-district-2000", period: at }),
          )
          for (const { outcome: result, ...series } of Comparison.fromAggregates(a!, b!, then)) {
            const [one, other] = [a!, b!].map((all) => Aggregate.get(all, series)!.coverage)
            const told = result.kind === "not-comparable" && result.reasons.includes("coverage")
            expect(told).toBe(one!.cellsArrived !== other!.cellsArrived || one!.cellsOwing !== other!.cellsOwing)
          }
        }),
      )
    })
  })
})
