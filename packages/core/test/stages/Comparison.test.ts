import { Aggregate, Comparison, ComparisonText, Facts, Period, Registers, validate, Value } from "@danvan/core"
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
  return against(a, b, b.period).find((one) => one.indicator === indicator && one.member === undefined)?.outcome
}
const against = (
  current: Aggregate.Aggregate,
  base: Aggregate.Aggregate | null,
  at: Period.Period,
  baseline: Comparison.Base["baseline"] = "same-period-last-year",
) => Comparison.fromAggregates(registers, current, { baseline, period: at, aggregate: base })

describe("Comparison", () => {
  it("gives the difference and the relative change", () => {
    expect(outcome({ "meeting.events": 12 }, { "meeting.events": 8 })).toEqual({
      kind: "change",
      direction: "up",
      by: 4,
      percent: "50",
      qualifier: "exact",
      cautions: [],
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
    expect(outcome({ "meeting.events": 7 }, { "meeting.events": { over: 8 } })).toMatchObject({
      direction: "down",
      by: -1,
      qualifier: "under",
    })
    expect(outcome({ "meeting.events": { over: 12 } }, { "meeting.events": { under: 8 } })).toMatchObject({
      direction: "up",
      by: 4,
      qualifier: "over",
    })
    expect(outcome({ "meeting.events": { over: 12 } }, { "meeting.events": { over: 8 } })).toMatchObject({
      qualifier: "about",
    })
  })

  it("does not say which is greater where the qualifiers leave it open", () => {
    const inexact = { kind: "not-comparable", reasons: ["inexact"] }
    expect(outcome({ "meeting.events": { over: 90 } }, { "meeting.events": 98 })).toEqual(inexact)
    expect(outcome({ "meeting.events": 12 }, { "meeting.events": { over: 8 } })).toEqual(inexact)
    expect(outcome({ "meeting.events": { over: 8 } }, { "meeting.events": 8 })).toEqual(inexact)
  })

  it("compares shares in points", () => {
    const values = (x: number) => ({ "convention.recognised": { x, y: 8 } })
    expect(outcome(values(6), values(4), "convention.recognised")).toEqual({
      kind: "points",
      direction: "up",
      by: "25",
      qualifier: "exact",
      cautions: [],
    })
    const about = { "convention.recognised": { x: { about: 6 }, y: 8 } }
    expect(outcome(about, values(4), "convention.recognised")).toMatchObject({ by: "25", qualifier: "about" })
  })

  it.each([
    ["no base", { "meeting.events": 1 }, {}, "meeting.events", ["base-missing"]],
    ["a missing value", {}, { "meeting.events": 1 }, "meeting.events", ["missing"]],
    ["nothing on either side", {}, {}, "meeting.events", ["missing", "base-missing"]],
    [
      "what the unit does not publish",
      { "meeting.events": { missing: "withheld" } },
      { "meeting.events": 1 },
      "meeting.events",
      ["withheld"],
    ],
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

  it("takes a part of a year as a part of the whole one before, never as a change", () => {
    const [a, b] = pair({ "meeting.events": 3 }, { "meeting.events": 8 }, "2021")
    const events = (from: ReadonlyArray<Comparison.Comparison>) =>
      from.find(({ indicator }) => indicator === "meeting.events")?.outcome
    expect(events(against(a, b, b.period, "last-year"))).toEqual({
      kind: "progress",
      percent: "37.5",
      left: 5,
      qualifier: "exact",
      cautions: [],
    })
    const none = pair({ "meeting.events": 3 }, { "meeting.events": 0, "meeting.turns": 0 }, "2021")
    expect(events(against(...none, period("2021"), "last-year"))).toMatchObject({ reasons: ["base-zero"] })
  })

  it("holds what is read at the end of a period against the end of any other", () => {
    expect(outcome({ "member.count": 90 }, { "member.count": 100 }, "member.count", "2021")).toMatchObject({
      kind: "change",
      direction: "down",
      by: -10,
      percent: "10",
    })
  })

  it("refuses a share of a half-year against one of a year, a quarter, and another calendar", () => {
    const share = { "convention.recognised": { x: 1, y: 2 } }
    expect(outcome(share, share, "convention.recognised", "2021")).toEqual({
      kind: "not-comparable",
      reasons: ["length"],
    })
    expect(outcome({ "meeting.events": 1 }, { "meeting.events": 2 }, "meeting.events", "2021-Q1")).toMatchObject({
      reasons: ["length"],
    })
    const [a, b] = pair({ "meeting.events": 1 }, { "meeting.events": 2 })
    const other = { ...then, calendar: "nd09" } as Period.Period
    expect(against(a, b, other)[0]?.outcome).toEqual({ kind: "not-comparable", reasons: ["calendar"] })
    expect(against(a, null, then)[0]?.outcome).toEqual({ kind: "not-comparable", reasons: ["no-base"] })
  })

  it("takes spans for alike when they are of one length, but for a leap day", () => {
    const indicator = { kind: "flow" } as const
    const [a, b] = pair({ "meeting.events": 3 }, { "meeting.events": 2 })
    const side = (from: Aggregate.Aggregate, text: string) => ({
      cell: Aggregate.get(from, { indicator: "meeting.events" })!,
      period: period(text),
    })
    const against2023 = (text: string) =>
      Comparison.compare(side(a, "2024-02-01/2024-02-29"), side(b, text), indicator).kind
    expect(against2023("2023-02-01/2023-02-28")).toBe("change")
    expect(against2023("2023-02-01/2023-02-26")).toBe("not-comparable")
  })

  it("refuses another territory, what could not be divided, and another way of counting", () => {
    const [a, b] = pair({ "meeting.events": 3 }, { "meeting.events": 2 })
    const cell = (from: Aggregate.Aggregate) => Aggregate.get(from, { indicator: "meeting.events" })!
    const sides = [
      { cell: cell(a), period: now },
      { cell: cell(b), period: then },
    ] as const
    const flow = { kind: "flow" } as const
    const changed = (side: Comparison.Side, more: object) => ({ ...side, cell: { ...side.cell, ...more } })
    const [one, other] = sides
    const moved = { map: { day: "2026-01-01", since: "2025-07-01" } }
    const rest = { remainder: [{ value: Value.quantity(1) }] }
    const refused = (x: Comparison.Side, y: Comparison.Side) => {
      const result = Comparison.compare(x, y, flow)
      return result.kind === "not-comparable" ? result.reasons : []
    }
    expect(refused(changed(one, moved), other)).toEqual(["map"])
    expect(refused(one, changed(other, moved))).toEqual(["map"])
    expect(refused(changed(one, moved), changed(other, { map: { ...moved.map, day: "2025-12-31" } }))).toEqual([])
    expect(refused(changed(one, rest), other)).toEqual(["remainder"])
    expect(refused(one, changed(other, rest))).toEqual(["remainder"])
    expect(refused({ ...one, counting: "cumulative" }, other)).toEqual(["counting"])
    expect(refused({ ...one, counting: "cumulative" }, { ...other, counting: "cumulative" })).toEqual([])
    expect(refused(changed(one, { subject: "binh-ward-2000" }), other)).toEqual(["subject"])
  })

  it("marks what a reader must know: equal parts, unlike numbers of units, nobody who owes it, estimates", () => {
    const [a, b] = pair({ "meeting.events": 3 }, { "meeting.events": 2 })
    const cell = (from: Aggregate.Aggregate, more: object = {}): Aggregate.Cell => ({
      ...Aggregate.get(from, { indicator: "meeting.events" })!,
      how: "units-sum",
      ...more,
    })
    const coverage = (unitsComplete: number, unitsOwing: number) => ({
      coverage: { unitsComplete, unitsPartial: 0, unitsOwing, cellsArrived: unitsComplete, cellsOwing: unitsOwing },
    })
    const told = (current: object, base: object) => {
      const result = Comparison.compare(
        { cell: cell(a, current), period: now },
        { cell: cell(b, base), period: then },
        { kind: "flow" },
      )
      return result.kind === "not-comparable" ? result.reasons : result.cautions
    }
    expect(told(coverage(8, 8), coverage(8, 8))).toEqual([])
    expect(told(coverage(8, 8), coverage(9, 9))).toEqual(["units"])
    expect(told(coverage(7, 8), coverage(7, 8))).toEqual(["partial"])
    expect(told(coverage(7, 8), coverage(8, 8))).toEqual(["coverage"])
    expect(told(coverage(8, 8), coverage(7, 8))).toEqual(["coverage"])
    expect(told(coverage(4, 8), coverage(5, 10))).toEqual(["coverage"])
    expect(told(coverage(0, 0), coverage(0, 0))).toEqual(["unowed"])
    expect(told(coverage(8, 8), coverage(0, 0))).toEqual(["coverage"])
    expect(told({ ...coverage(8, 8), flags: ["estimated"] }, coverage(8, 8))).toEqual(["estimated"])
    expect(told(coverage(8, 8), { ...coverage(8, 8), flags: ["carried", "provisional"] })).toEqual([
      "estimated",
      "carried",
    ])
  })

  it("says what part of its plan a figure has reached, and that of an attainment without another side", () => {
    const planned = { ...country.catalogue, obligations: [], indicators: [...country.catalogue.indicators] }
    const events = planned.indicators[0]!
    const known = Result.getOrThrow(
      Registers.make(country.organisations, {
        ...planned,
        indicators: [
          { ...events, plan: "meeting.planned" },
          ...planned.indicators.slice(1),
          { id: "meeting.planned", label: { vi: "Kế hoạch", en: "Plan" }, kind: "campaign", measure: "event" },
        ],
      }),
    )
    const inputs = [
      submission({ values: { "meeting.events": 9, "plan.attained": { x: 9, y: 8 } } }),
      submission({ id: "plan", period: "2022", values: { "meeting.planned": 12 } }),
    ]
    const facts = Facts.fromValidated(validate(known, inputs, { expected: "senders" }))
    const at = (when: string) => Aggregate.fromFacts(known, facts, { subject: "an-ward-2000", period: period(when) })
    const base = { baseline: "target", period: period("2022"), aggregate: at("2022") } as const
    const found = Comparison.fromAggregates(known, at("2022-H1"), base)
    const told = (id: string) => found.find(({ indicator }) => indicator === id)?.outcome
    expect(told("meeting.events")).toEqual({
      kind: "progress",
      percent: "75",
      left: 3,
      qualifier: "exact",
      cautions: [],
    })
    expect(told("plan.attained")).toMatchObject({ kind: "progress", percent: "112.5", left: -1 })
    expect(told("meeting.turns")).toEqual({ kind: "not-comparable", reasons: ["no-plan"] })
  })

  it("refuses a plan of another measure, and one that is not there", () => {
    const made = (plan: string) =>
      Registers.make(country.organisations, {
        ...country.catalogue,
        indicators: country.catalogue.indicators.map((one, i) => (i === 0 ? { ...one, plan } : one)),
      })
    const codes = (plan: string) => {
      const result = made(plan)
      return Result.isFailure(result) ? result.failure.map(({ code, pointer }) => [code, pointer]) : []
    }
    expect(codes("meeting.turns")).toEqual([["register.kind-unfit", "/catalogue/indicators/0/plan"]])
    expect(codes("meeting.tuns")).toEqual([["register.reference-unknown", "/catalogue/indicators/0/plan"]])
  })

  describe("among peers", () => {
    const wards = ["an", "binh", "cuc"].map((name) => `${name}-ward-2000`)
    const ranked = (shares: ReadonlyArray<unknown>, indicator = "convention.recognised") => {
      const inputs = wards.map((subject, i) => submission({ subject, values: { [indicator]: shares[i] } }))
      const facts = Facts.fromValidated(validate(registers, inputs, { expected: "senders" }))
      const [own, ...others] = wards.map((subject) => Aggregate.fromFacts(registers, facts, { subject, period: now }))
      return Comparison.amongPeers(registers, own!, others).find((one) => one.indicator === indicator)?.outcome
    }
    const share = (x: number, y: number) => ({ x, y })

    it("ranks shares from the highest, with the distance from all of them together", () => {
      expect(ranked([share(3, 4), share(4, 4), share(1, 2)])).toEqual({
        kind: "rank",
        place: 2,
        among: 3,
        direction: "down",
        by: "5",
        cautions: [],
      })
      expect(ranked([share(1, 2), share(2, 4), share(3, 6)])).toMatchObject({ place: 1, direction: "same", by: "0" })
    })

    it.each([
      ["numbers of units of unlike size", [3, 4, 5], "meeting.events", ["scale"]],
      [
        "percentages without what they are made of",
        [{ percent: "8" }, { percent: "9" }, { percent: "7" }],
        "matter.settled-rate",
        ["kind"],
      ],
      [
        "a peer that has not reported",
        [share(3, 4), share(4, 4), undefined],
        "convention.recognised",
        ["base-missing"],
      ],
      [
        "fewer than three",
        [share(3, 4), share(4, 4), { notApplicable: "no-object" }],
        "convention.recognised",
        ["peers"],
      ],
      ["rough figures", [share(3, 4), { x: { about: 3 }, y: 4 }, share(1, 4)], "convention.recognised", ["inexact"]],
    ])("has no place for %s", (_, values, indicator, reasons) => {
      expect(ranked(values, indicator)).toEqual({ kind: "not-comparable", reasons })
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
          for (const { outcome: result } of against(one, one, now)) {
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

    const word = fc.constantFrom("about", "over", "under", "exact")
    const raw = (n: number, q: string) => ({ "meeting.events": q === "exact" ? n : { [q]: n } })

    it("what is taken away turns its direction, and what is left open is refused", () => {
      const turned = { about: "about", over: "under", under: "over", exact: "exact" } as const
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 99 }), word, fc.integer({ min: 1, max: 99 }), word, (n, a, m, b) => {
          const join = new Set([a, turned[b]].filter((q) => q !== "exact"))
          const expected = join.size === 2 ? "about" : ([...join][0] ?? "exact")
          const open = (expected === "over" && n <= m) || (expected === "under" && n >= m)
          expect(outcome(raw(n, a), raw(m, b))).toMatchObject(
            open ? { reasons: ["inexact"] } : { by: n - m, qualifier: expected },
          )
        }),
      )
    })

    it("turned round, a change turns its sign", () => {
      const opposite = { up: "down", down: "up", same: "same" } as const
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 99 }), word, fc.integer({ min: 1, max: 99 }), word, (n, a, m, b) => {
          const [one, other] = [outcome(raw(n, a), raw(m, b)), outcome(raw(m, b), raw(n, a))]
          if (one?.kind !== "change" || other?.kind !== "change") {
            expect(one).toEqual(other)
            return
          }
          expect(other.by).toBe(one.by === 0 ? 0 : -one.by)
          expect(other.direction).toBe(opposite[one.direction])
          expect(other.qualifier).toBe({ over: "under", under: "over", about: "about", exact: "exact" }[one.qualifier])
        }),
      )
      const part = (x: number, y: number) => ({ "convention.recognised": { x, y: x + y } })
      fc.assert(
        fc.property(
          fc.nat(50),
          fc.integer({ min: 1, max: 50 }),
          fc.nat(50),
          fc.integer({ min: 1, max: 50 }),
          (x, y, u, v) => {
            const [one, other] = [
              outcome(part(x, y), part(u, v), "convention.recognised"),
              outcome(part(u, v), part(x, y), "convention.recognised"),
            ]
            if (one?.kind !== "points" || other?.kind !== "points") throw new Error("no points")
            expect([other.direction, other.by]).toEqual([opposite[one.direction], one.by])
          },
        ),
      )
    })

    it("unequal coverage is refused, equal parts are marked", () => {
      fc.assert(
        fc.property(arbitrary.batch, arbitrary.batch, (current, base) => {
          const earlier = base.map((one) => ({ ...one, id: `${String(one["id"])}-21`, period: "2021-H1" }))
          const facts = Facts.fromValidated(validate(registers, [...current, ...earlier], { expected: "senders" }))
          const [a, b] = [now, then].map((at) =>
            Aggregate.fromFacts(registers, facts, { subject: "mai-district-2000", period: at }),
          )
          for (const { outcome: result, coverage } of against(a!, b!, then)) {
            const [one, other] = [coverage.now, coverage.then!]
            if (result.kind !== "not-comparable") {
              expect([other.cellsArrived, other.cellsOwing]).toEqual([one.cellsArrived, one.cellsOwing])
              expect(result.cautions.includes("partial")).toBe(one.cellsArrived < one.cellsOwing)
            } else if (!result.reasons.some((reason) => /missing|applicable|kind/.test(reason))) {
              expect(result.reasons).toEqual(
                one.cellsArrived === other.cellsArrived ? [expect.stringMatching(/inexact/)] : ["coverage"],
              )
            }
          }
        }),
      )
    })

    it("of any two figures, something is said in both languages: no NaN, no ∞, no empty sentence", () => {
      const measure = { id: "event", vi: "cuộc", en: "events", decimals: 0 }
      const kinds = fc.constantFrom("flow", "stock", "campaign", "share", "attainment", "grade", "flag")
      const side = fc.record({
        value: fc.oneof(
          ...(["flow", "share", "attainment", "flag", "grade"] as const).map(arbitrary.value),
          fc.integer({ min: -9, max: 9 }).map((n) => Value.quantity(n)),
        ),
        period: arbitrary.period,
        how: fc.constantFrom("reported", "units-sum", "whole", "refused", "none"),
        coverage: fc.record({ a: fc.nat(3), b: fc.nat(3) }).map(({ a, b }) => ({
          unitsComplete: a,
          unitsPartial: 0,
          unitsOwing: a + b,
          cellsArrived: a,
          cellsOwing: a + b,
        })),
        flags: fc.subarray(["estimated", "provisional", "carried"] as const),
      })
      const cell = Aggregate.get(of([submission()], now), { indicator: "meeting.events" })!
      const made = ({ period: at, ...own }: { readonly period: Period.Period }) => ({
        cell: { ...cell, ...own },
        period: at,
      })
      fc.assert(
        fc.property(
          side,
          side,
          fc.array(side, { maxLength: 3 }),
          fc.boolean(),
          kinds,
          fc.constantFrom(...Comparison.baselines),
          (a, b, more, alike, kind, baseline) => {
            const [one, other] = [made(a), made(alike ? { ...b, period: a.period } : b)]
            const result =
              baseline === "peers"
                ? Comparison.rank(one, [other, ...more.map((peer) => made({ ...peer, period: a.period }))], { kind })
                : baseline === "target"
                  ? Comparison.toPlan(one, other, { kind })
                  : Comparison.compare(one, other, { kind })
            const told: Comparison.Comparison = {
              indicator: "meeting.events",
              subject: cell.subject,
              period: Period.toId(one.period),
              baseline,
              against: Period.toId(other.period),
              coverage: { now: one.cell.coverage, then: other.cell.coverage },
              outcome: result,
            }
            for (const lang of ["vi", "en"] as const) {
              const text = ComparisonText.toText(told, { measure }, lang)
              expect(text).not.toMatch(/NaN|Infinity|∞|undefined|null|\(\)|\s\s|^$/)
            }
            expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/)
          },
        ),
        { numRuns: 1000 },
      )
    })
  })
})
