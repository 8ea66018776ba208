import { Aggregate, aggregate, Coverage, explain, Facts, Period, type Registers, toText, validate } from "@danvan/core"
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
      cellsLate: 0,
      cellsNotDue: 0,
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
      cellsLate: 0,
      cellsNotDue: 0,
      cellsOwing: 2,
    })
  })

  const due = (days: number, every: "half" | "quarter" = "half") => ({
    ...registers,
    catalogue: {
      ...registers.catalogue,
      obligations: registers.catalogue.obligations.map((o) => ({ ...o, every, due: { days } })),
    },
  })
  const received = (known: Registers.Registers, days: Readonly<Record<string, string>>, rest: object = {}) => {
    const inputs = Object.keys(days).map((id) => submission({ id, subject: id.split(" ")[0], ...rest }))
    return Facts.fromValidated(validate(known, inputs, { expected: "senders", received: days }))
  }

  it("counts what came after its day, and says when it came and when it was due", () => {
    const known = due(5)
    const facts = received(known, { "an-ward-2000": "2022-07-05T23:00:00+07:00", "binh-ward-2000": "2022-07-06" })
    const question = ask("mai-district-2000")
    expect(Coverage.of(known, facts, question)).toMatchObject({ cellsArrived: 2, cellsLate: 1, cellsOwing: 4 })
    expect(Coverage.late(known, facts, question)).toEqual([
      { subject: "binh-ward-2000", period: "2022-H1@civil", received: "2022-07-06", due: "2022-07-05" },
    ])
    // Nobody is late where no day was set, nor when nobody knows the day of arrival.
    expect(Coverage.of(registers, facts, question).cellsLate).toBe(0)
    expect(Coverage.late(known, received(known, { "an-ward-2000": "hôm qua" }), question)).toEqual([])
  })

  it("tells what is not due yet from what is missing, by the day of looking", () => {
    const known = due(5)
    const facts = received(known, { "an-ward-2000": "2022-07-01" })
    const at = (asOf: string) => ({ ...ask("mai-district-2000"), asOf })
    expect(Coverage.of(known, facts, at("2022-07-05"))).toMatchObject({ cellsArrived: 1, cellsNotDue: 3 })
    expect(Coverage.of(known, facts, at("2022-07-06"))).toMatchObject({ cellsArrived: 1, cellsNotDue: 0 })
    expect(Coverage.missing(known, facts, at("2022-07-05")).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => "not-due"),
    )
    expect(Coverage.missing(known, facts, at("2022-07-06")).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => "not-sent"),
    )
    const scope = { subject: "mai-district-2000", period, asOf: "2022-07-05" }
    const cell = Aggregate.get(Aggregate.fromFacts(known, facts, scope), { indicator: "meeting.events" })
    expect(cell?.coverage).toMatchObject({ cellsArrived: 1, cellsNotDue: 3, cellsOwing: 4 })
    const late = validate(known, [submission({ submittedAt: "2022-07-06" })], { expected: "senders" })
    const asked = { subject: "mai-district-2000", period: "2022-H1", asOf: "2022-07-05" }
    const total = aggregate(known, late, asked)
    expect([total.asOf, total.cells[0]?.coverage.cellsLate]).toEqual(["2022-07-05", 1])
    const [told] = toText(explain(known, late, { ...asked, indicator: "meeting.events" }), "vi", known).split("\n")
    expect(told).toBe(
      "Quận Mai: 2 cuộc – cộng số của các đơn vị · 1/4 đơn vị, 1 số liệu nhận sau hạn, 3 số liệu chưa đến hạn",
    )
  })

  it("takes a figure for the half-year that answers two quarters as in time until the second is due", () => {
    const known = due(5, "quarter")
    const late = (day: string) =>
      Coverage.of(known, received(known, { "an-ward-2000": day }), ask("an-ward-2000")).cellsLate
    expect([late("2022-07-05"), late("2022-07-06")]).toEqual([0, 2])
    const first = received(known, { "an-ward-2000 q1": "2022-04-06" }, { period: "2022-Q1" })
    expect(Coverage.late(known, first, ask("an-ward-2000"))).toEqual([
      { subject: "an-ward-2000", period: "2022-Q1@civil", received: "2022-04-06", due: "2022-04-05" },
    ])
  })

  describe("laws", () => {
    it("of several days for one period the earliest is the day, in whatever order they stand", () => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 }), (days) => {
          const { catalogue } = registers
          const obligations = days.flatMap((n) =>
            catalogue.obligations.map((one) => ({ ...one, id: `${one.id}-${n}`, due: { days: n } })),
          )
          const known = { ...registers, catalogue: { ...catalogue, obligations } }
          const late = (day: number): number => {
            const came = `2022-07-${String(day).padStart(2, "0")}`
            return Coverage.of(known, received(known, { "an-ward-2000": came }), ask("an-ward-2000")).cellsLate
          }
          const first = Math.min(...days)
          expect([late(first), late(first + 1)]).toEqual([0, 1])
        }),
      )
    })

    it("late ones are among those that arrived, ones not due among those that did not, and a later day finds more late and fewer not due", () => {
      const day = fc.integer({ min: 0, max: 20 }).map((n) => `2022-07-${String(n + 1).padStart(2, "0")}`)
      fc.assert(
        fc.property(arbitrary.batch, fc.array(day, { minLength: 4, maxLength: 4 }), day, day, (inputs, came, a, b) => {
          const known = due(9)
          const at = (days: ReadonlyArray<string>, asOf: string) => {
            const when = Object.fromEntries(inputs.map(({ id }, i) => [String(id), days[i % 4] ?? ""]))
            const facts = Facts.fromValidated(validate(known, inputs, { expected: "senders", received: when }))
            return Coverage.of(known, facts, { ...ask("mai-district-2000"), asOf })
          }
          const [early, later] = a < b ? [a, b] : [b, a]
          const [one, other] = [at(came, early), at(came, later)]
          expect(one.cellsLate).toBe(inputs.filter((_, i) => came[i % 4]! > "2022-07-09").length)
          expect(one.cellsLate).toBeLessThanOrEqual(one.cellsArrived)
          expect(one.cellsNotDue).toBe(early <= "2022-07-09" ? one.cellsOwing - one.cellsArrived : 0)
          expect(other.cellsNotDue).toBeLessThanOrEqual(one.cellsNotDue)
          const all = at(
            came.map(() => later),
            early,
          )
          expect(
            at(
              came.map(() => early),
              early,
            ).cellsLate,
          ).toBeLessThanOrEqual(all.cellsLate)
        }),
      )
    })

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
