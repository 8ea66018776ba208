import { Aggregate, Catalogue, Facts, Period, Registers, Total, toText, validate, Value } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const why = { vi: "Người mới vào đã trong số hội viên.", en: "The admitted are among the members." }
const label = (id: string) => ({ vi: id, en: id })
const registers: Registers.Registers = Result.getOrThrow(
  Registers.make(country.organisations, {
    ...country.catalogue,
    indicators: [
      ...country.catalogue.indicators,
      { id: "visit.turns", label: label("visit.turns"), kind: "flow", measure: "turn" },
      { id: "talk.turns", label: label("talk.turns"), kind: "flow", measure: "turn" },
      { id: "turn.target", label: label("turn.target"), kind: "stock", measure: "turn" },
      { id: "unit.trained", label: label("unit.trained"), kind: "share", measure: "unit" },
    ],
    obligations: [
      ...country.catalogue.obligations,
      { id: "visits", who: { kind: "ward" }, indicators: ["visit.turns"], every: "half", scope: "own" },
    ],
    overlaps: [
      {
        id: "talk.among-meetings",
        indicators: ["meeting.turns", "talk.turns"],
        how: "once",
        take: "meeting.turns",
        why,
      },
      { id: "visit.or-talk", indicators: ["visit.turns", "talk.turns"], how: "refuse", why },
    ],
  }),
)
const scope = { subject: "mai-district-2000", period: Result.getOrThrow(Period.fromText("2022-H1", "civil")) }
const of = (values: Readonly<Record<string, unknown>>, subject = "an-ward-2000") =>
  country.submission({ subject, values })
const factsOf = (...inputs: ReadonlyArray<unknown>) =>
  Facts.fromValidated(validate(registers, inputs, { expected: "senders" }))
const total = (facts: Facts.Facts, ...ids: ReadonlyArray<string>) => Total.of(registers, facts, ids, scope)
const refusal = (facts: Facts.Facts, ...ids: ReadonlyArray<string>) =>
  Result.getOrThrow(Result.flip(total(facts, ...ids)))

describe("Total", () => {
  const facts = factsOf(
    of({
      "meeting.events": 2,
      "meeting.turns": 40,
      "visit.turns": { about: 10 },
      "talk.turns": 15,
      "unit.grade": { grades: { good: 1 } },
    }),
    of({ "meeting.events": 1, "meeting.turns": 20 }, "binh-ward-2000"),
  )

  it("adds indicators of one measure and kind, as exact as the least exact", () => {
    const { value, kind, measure, subject, period, parts } = Result.getOrThrow(
      total(facts, "meeting.turns", "visit.turns"),
    )
    expect(value).toEqual(Value.quantity(70, "about"))
    expect([kind, measure, subject, period]).toEqual(["flow", "turn", "mai-district-2000", "2022-H1@civil"])
    expect(parts.map(({ indicator, cell, within }) => [indicator, cell.value, within])).toEqual([
      ["meeting.turns", Value.quantity(60), null],
      ["visit.turns", Value.quantity(10, "about"), null],
    ])
  })

  it("is covered where a unit sent all that it owes of it", () => {
    const { coverage } = Result.getOrThrow(total(facts, "meeting.turns", "visit.turns"))
    // An sent both, Bình one of two, Cúc and the union (which owes one) nothing.
    expect(coverage).toEqual({
      unitsComplete: 1,
      unitsPartial: 1,
      unitsOwing: 4,
      cellsArrived: 3,
      cellsLate: 0,
      cellsNotDue: 0,
      cellsOwing: 7,
    })
  })

  it("of one indicator is its cell", () => {
    const one = Result.getOrThrow(total(facts, "meeting.turns"))
    const cell = Aggregate.total(
      registers,
      facts,
      Result.getOrThrow(Catalogue.get(registers.catalogue, "meeting.turns", "additive")),
      scope,
    )
    expect([one.value, one.coverage, one.flags]).toEqual([cell.value, cell.coverage, cell.flags])
  })

  it("counts an id named twice once", () => {
    expect(Result.getOrThrow(total(facts, "meeting.turns", "meeting.turns")).value).toEqual(Value.quantity(60))
  })

  it("takes once what another counts already, and refuses what may be counted twice", () => {
    const once = Result.getOrThrow(total(facts, "talk.turns", "meeting.turns"))
    expect(once.value).toEqual(Value.quantity(60))
    expect(once.parts.map(({ indicator, within }) => [indicator, within])).toEqual([
      ["talk.turns", "talk.among-meetings"],
      ["meeting.turns", null],
    ])
    const refused = refusal(facts, "visit.turns", "talk.turns")
    expect([refused.code, refused.params["overlap"]]).toEqual(["total.overlapping", "visit.or-talk"])
    expect(toText(refused, "vi")).toContain("visit.turns, talk.turns đếm trùng nhau")
    // What is left out anyway overlaps with nothing.
    expect(Result.getOrThrow(total(facts, "visit.turns", "talk.turns", "meeting.turns")).value).toEqual(
      Value.quantity(70, "about"),
    )
  })

  it("adds both sides of shares", () => {
    const shares = factsOf(of({ "convention.recognised": { x: 3, y: 4 }, "unit.trained": { x: 1, y: 6 } }))
    expect(Result.getOrThrow(total(shares, "convention.recognised", "unit.trained")).value).toEqual({
      kind: "share",
      x: { n: 4, qualifier: "exact" },
      y: { n: 10, qualifier: "exact" },
    })
  })

  it.each<readonly [string, ReadonlyArray<string>, string]>([
    ["nothing", [], "total.empty"],
    ["an indicator that is not there", ["meeting.turn"], "indicator.unknown"],
    ["unlike measures", ["meeting.turns", "meeting.events"], "total.measures-unlike"],
    ["unlike kinds", ["meeting.turns", "turn.target"], "total.kinds-unlike"],
    ["a percentage without base", ["meeting.turns", "matter.settled-rate"], "aggregate.rate-refused"],
    ["distinct persons", ["person.reached"], "aggregate.distinct-refused"],
    ["words", ["situation.remark"], "aggregate.rate-refused"],
  ])("refuses %s", (_, ids, code) => {
    const issue = refusal(facts, ...ids)
    expect(issue.code).toBe(code)
    for (const language of ["vi", "en"] as const) expect(toText(issue, language)).not.toContain("undefined")
  })

  it("says which measures are unlike, in words", () => {
    const issue = refusal(facts, "meeting.turns", "meeting.events")
    expect(toText(issue, "vi")).toContain("khác đơn vị tính (lượt người, cuộc)")
    expect(toText(issue, "en")).toContain("(turns, events)")
  })

  it("is missing where nothing arrived, and covered by nothing", () => {
    const { value, coverage } = Result.getOrThrow(total(factsOf(), "meeting.turns", "visit.turns"))
    expect(value).toEqual(Value.missing("not-sent"))
    expect(coverage.cellsArrived).toBe(0)
  })

  it("gives no number beyond the safe integers, whichever part is too large", () => {
    const half = 2 ** 52
    const two = factsOf(of({ "meeting.turns": half, "visit.turns": half }))
    expect(refusal(two, "meeting.turns", "visit.turns").params["sum"]).toBe(String(2n ** 53n))
    const one = factsOf(of({ "meeting.turns": half }), of({ "meeting.turns": half }, "binh-ward-2000"))
    expect(refusal(one, "meeting.turns", "visit.turns")).toMatchObject({
      code: "aggregate.overflow",
      params: { sum: String(2n ** 53n) },
    })
  })

  it("does not depend on the order of the indicators", () => {
    const ids = ["meeting.turns", "visit.turns", "talk.turns"]
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 3 }), (shuffled) => {
        const [a, b] = [total(facts, ...ids), total(facts, ...shuffled)].map((one) => Result.getOrThrow(one))
        expect([b?.value, b?.coverage]).toEqual([a?.value, a?.coverage])
      }),
    )
  })
})
