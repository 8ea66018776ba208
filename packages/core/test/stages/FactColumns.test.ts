import {
  AggregationPlan,
  FactColumns,
  Facts,
  Indicator,
  Mark,
  Period,
  Quantity,
  Reading,
  validate,
  Value,
} from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { invent } from "./invented.ts"

const { registers } = country
const periodOf = (text: string): Period.Period => Result.getOrThrow(Period.fromText(text, "civil"))
const H1 = periodOf("2022-H1")

describe("FactColumns", () => {
  it("grow as they are filled, and keep every value as it came", () => {
    const made = FactColumns.builder(registers)
    const events = made.series({ indicator: "meeting.events" })
    for (let i = 0; i < 3000; i++) {
      made.open({ id: `s${i}`, subject: `u${i}`, period: H1, scope: i % 2 === 0 ? "own" : "whole", revision: i })
      made.add(events, Value.quantity(i, i % 3 === 0 ? "about" : "exact"), i % 5 === 0 ? ["carried"] : [])
    }
    const columns = Result.getOrThrow(made.done())
    expect([columns.rows, columns.submissions.count, columns.subjects.length]).toEqual([3000, 3000, 3000])
    for (const row of [0, 1, 1023, 1024, 2999]) {
      expect(FactColumns.value(columns, row)).toEqual(Value.quantity(row, row % 3 === 0 ? "about" : "exact"))
      expect(FactColumns.place(columns, row)).toEqual({ submission: `s${row}`, pointer: "/values/meeting.events" })
      expect(Mark.flags(FactColumns.markOf(columns, row))).toEqual(row % 5 === 0 ? ["carried"] : [])
    }
  })

  it("pass over indicators that the catalogue does not have", () => {
    const made = FactColumns.builder(registers)
    made.open({ subject: "an-ward-2000", period: H1, scope: "own", revision: 1 })
    made.add(made.series({ indicator: "meeting.evens" }), Value.quantity(1))
    expect(Result.getOrThrow(made.done()).rows).toBe(0)
  })
})

describe("AggregationPlan", () => {
  it("is data: it comes back from JSON as it was", () => {
    const months = Array.from({ length: 12 }, (_, m) => periodOf(`2022-M${String(m + 1).padStart(2, "0")}`))
    const periods = [...months, ...["2022-Q1", "2022-H1", "2022-9M", "2022"].map(periodOf)]
    const plan = Result.getOrThrow(
      AggregationPlan.make(registers, { subjects: ["mai-district-2000"], periods, reported: periods }),
    )
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
    const of = (id: string) => plan.periods.find((one) => one.id === `${id}@civil`)!
    const texts = (parts: ReadonlyArray<number>): ReadonlyArray<string> => parts.map((part) => plan.reported[part]!)
    expect(of("2022-H1").tilings.map(texts)).toEqual([months.slice(0, 6).map(Period.toId)])
    expect(texts(of("2022-Q1").closing)).toEqual(["2022-M03@civil"])
    expect(texts(of("2022").inside).slice(0, 3)).toEqual(["2022-M12@civil", "2022-M11@civil", "2022-M10@civil"])
    expect(texts([of("2022-9M").direct])).toEqual(["2022-9M@civil"])
  })
})

describe("laws", () => {
  it("a row gives back the value that it was made of", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { registers: known, facts } = invent(seed, 4)
        const columns = Result.getOrThrow(FactColumns.fromFacts(known, facts))
        expect(columns.rows).toBe(facts.facts.length)
        for (let row = 0; row < columns.rows; row++) {
          const fact = columns.facts![row]!
          expect(FactColumns.value(columns, row)).toEqual(fact.value)
          expect(Indicator.seriesId(columns.series[FactColumns.seriesOf(columns, row)]!)).toBe(Indicator.seriesId(fact))
          expect(FactColumns.place(columns, row).submission).toBe(fact.source.submission)
        }
      }),
      { numRuns: 30 },
    )
  })

  it("marks together are the join of qualifiers and the union of flags", () => {
    const marked = fc.tuple(arbitrary.qualifier, fc.uniqueArray(fc.constantFrom(...Reading.flags)))
    fc.assert(
      fc.property(marked, marked, ([a, these], [b, those]) => {
        const mark = Mark.of(Value.quantity(1, a), these) | Mark.of(Value.quantity(2, b), those)
        expect(Mark.qualifier(mark)).toBe(Quantity.join(a, b))
        expect(Mark.flags(mark)).toEqual(Reading.flags.filter((flag) => these.includes(flag) || those.includes(flag)))
        expect(Mark.reason(mark)).toBe(null)
      }),
    )
  })

  it("facts of a checked batch always become columns", () => {
    fc.assert(
      fc.property(arbitrary.batch, (batch) => {
        const facts = Facts.fromValidated(validate(registers, batch, { expected: "senders" }))
        expect(Result.getOrThrow(FactColumns.fromFacts(registers, facts)).rows).toBe(facts.facts.length)
      }),
      { numRuns: 50 },
    )
  })
})
