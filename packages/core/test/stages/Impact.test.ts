import { Aggregate, Baseline, type Comparison, Facts, Impact, Period, report, validate, Value } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const period = (text: string) => Result.getOrThrow(Period.fromText(text, "civil"))
const half = period("2022-H1")
const factsOf = (inputs: ReadonlyArray<unknown>) =>
  Facts.fromValidated(validate(registers, inputs, { expected: "senders" }))
const subjects = ["mai-district-2000", ...country.reporting]

describe("Impact", () => {
  const inputs = country.reporting.map((subject) => submission({ subject }))
  const corrected = inputs.map((one, i) =>
    i === 1
      ? { ...one, revision: 2, reason: "đính chính", values: { ...(one["values"] as object), "meeting.events": 9 } }
      : one,
  )

  it("names the cells that a corrected submission moves, of the unit and of all above it", () => {
    const moved = Impact.of(registers, factsOf(inputs), factsOf(corrected), [half])
    expect(
      moved.map(({ subject, indicator, before, after }) => [subject, indicator, before?.value, after?.value]),
    ).toEqual([
      ["binh-ward-2000", "meeting.events", Value.quantity(2), Value.quantity(9)],
      ["mai-district-2000", "meeting.events", Value.quantity(8), Value.quantity(15)],
    ])
  })

  it("moves nothing when only the submission's revision changes", () => {
    const again = inputs.map((one) => ({ ...one, revision: 2, reason: "gửi lại" }))
    expect(Impact.of(registers, factsOf(inputs), factsOf(again), [half])).toEqual([])
  })

  it("moves the coverage of every part when a total appears", () => {
    const late = inputs.slice(1)
    const moved = Impact.of(registers, factsOf(late), factsOf(inputs), [half])
    const parts = moved.filter(({ subject, member }) => subject === "mai-district-2000" && member !== undefined)
    expect(parts.map(({ after }) => after?.coverage.unitsComplete)).toEqual([3, 3])
  })

  it("reaches a period through its parts", () => {
    const quarter = (n: number) => submission({ period: "2022-Q2", values: { "member.count": n } })
    const moved = Impact.of(registers, factsOf([quarter(5)]), factsOf([quarter(6)]), [
      half,
      period("2022-Q2"),
      period("2022-Q1"),
    ])
    expect(moved.map(({ subject, period: at }) => [subject, at])).toEqual([
      ["an-ward-2000", "2022-H1@civil"],
      ["an-ward-2000", "2022-Q2@civil"],
      ["mai-district-2000", "2022-H1@civil"],
      ["mai-district-2000", "2022-Q2@civil"],
    ])
  })

  it("names the comparisons that it moves, of those who are held against it too", () => {
    const recognised = (facts: (i: number) => number) =>
      factsOf(
        country.reporting.map((subject, i) =>
          submission({ subject, values: { "convention.recognised": { x: facts(i), y: 10 } } }),
        ),
      )
    const asked = { periods: [half], baselines: ["peers", "previous-period"] } as const
    const moved = Impact.onComparisons(
      registers,
      recognised(() => 5),
      recognised((i) => (i === 0 ? 9 : 5)),
      asked,
    )
    expect(moved.map(({ subject, indicator, baseline }) => [subject, indicator, baseline])).toEqual([
      ["an-ward-2000", "convention.recognised", "peers"],
      ["binh-ward-2000", "convention.recognised", "peers"],
      ["cuc-ward-2000", "convention.recognised", "peers"],
    ])
    expect(moved[0]?.after?.outcome).toMatchObject({ kind: "rank", place: 1 })
  })

  it("says which figures and lines of a report read differently", () => {
    const request = {
      schema: "danvan/report@0",
      subject: "mai-district-2000",
      period: "2022-H1",
      outline: "district-half-year",
      issuer: "mai-district-danvan",
      form: "auto",
      kind: "BC",
      number: null,
      signedOn: null,
      place: "Mai",
      signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
      recipients: ["Lưu"],
      narratives: { movement: "Họp {meeting.events}. Đăng ký {model.registered}." },
    }
    const [before, after] = [inputs, corrected].map((all) => report(registers, validate(registers, all), request))
    const { figures, lines } = Impact.onDocument(before!, after!)
    expect(figures.find(({ place }) => place === "meeting.events@mai-district-2000@2022-H1@civil")).toMatchObject({
      before: "8 cuộc",
      after: "15 cuộc",
    })
    expect(figures.every(({ place }) => place.startsWith("meeting.events@"))).toBe(true)
    expect(lines.map(({ after: text }) => text)).toContain("Họp 15 cuộc. Đăng ký 20 mô hình.")
  })

  describe("laws", () => {
    const amended = fc.tuple(arbitrary.batch, arbitrary.batch)
    const periods = [half, period("2022")]

    it("impact is the difference of two full runs, no more and no less", () => {
      fc.assert(
        fc.property(amended, ([before, after]) => {
          const [was, is] = [factsOf(before), factsOf(after)]
          const predicted = Impact.of(registers, was, is, periods).map(({ subject, period: at, indicator, member }) =>
            [subject, at, indicator, member].join("|"),
          )
          const recomputed = subjects.flatMap((subject) =>
            periods.flatMap((at) => {
              const [a, b] = [was, is].map(
                (facts) => Aggregate.fromFacts(registers, facts, { subject, period: at }).cells,
              )
              return a!.flatMap((cell, i) =>
                JSON.stringify(cell) === JSON.stringify(b![i])
                  ? []
                  : [[subject, Period.toId(at), cell.indicator, cell.member].join("|")],
              )
            }),
          )
          expect(predicted.sort()).toEqual(recomputed.sort())
        }),
      )
    })

    it("so it is for comparisons, with what they are held against and with peers", () => {
      const earlier = arbitrary.batch.map((all) =>
        all.map((one) => ({ ...one, id: `${String(one["id"])}-21`, period: "2021-H1" })),
      )
      // Shares of everybody, without which nobody is ranked.
      const ranked = fc
        .array(fc.nat(10), { minLength: country.reporting.length, maxLength: country.reporting.length })
        .map((all) =>
          all.map((x, i) =>
            submission({ subject: country.reporting[i], values: { "convention.recognised": { x, y: 10 } } }),
          ),
        )
      const either = fc
        .tuple(fc.oneof(arbitrary.batch, ranked), earlier)
        .map(([now, then]) => factsOf([...now, ...then]))
      const rates = fc.constantFrom<ReadonlyArray<Comparison.Baseline>>(
        ["peers"],
        ["same-period-last-year", "last-year"],
      )
      let moved = 0
      fc.assert(
        fc.property(either, either, rates, (was, is, baselines) => {
          const predicted = Impact.onComparisons(registers, was, is, { periods: [half], baselines })
          const run = (facts: Facts.Facts) =>
            baselines.flatMap((baseline) =>
              registers.organisations.units.flatMap(({ id: subject }) => {
                const own = Aggregate.fromFacts(registers, facts, { subject, period: half })
                return Baseline.compare(registers, facts, own, { baseline })
              }),
            )
          const name = (one: Comparison.Comparison) => `${one.subject} ${one.indicator} ${one.member} ${one.baseline}`
          const [full, again] = [run(was), new Map(run(is).map((one) => [name(one), one]))]
          const recomputed = full.filter((one) => JSON.stringify(one) !== JSON.stringify(again.get(name(one))))
          moved += recomputed.length
          expect(predicted.map(({ after }) => name(after!)).sort()).toEqual(recomputed.map(name).sort())
          for (const { before, after } of predicted) expect(after).toEqual(again.get(name(before!)))
        }),
        { numRuns: 40 },
      )
      expect(moved).toBeGreaterThan(0)
    })

    it("an incremental update equals the full run, findings and manifest included", () => {
      fc.assert(
        fc.property(amended, fc.constantFrom(...subjects), ([before, after], subject) => {
          const [was, is] = [factsOf(before), factsOf(after)]
          const scope = { subject, period: half }
          const updated = Impact.update(registers, Aggregate.fromFacts(registers, was, scope), was, is)
          expect(updated).toEqual(Aggregate.fromFacts(registers, is, scope))
        }),
      )
    })

    it("a sequence of amendments ends where the last batch alone would", () => {
      fc.assert(
        fc.property(fc.array(arbitrary.batch, { minLength: 2, maxLength: 5 }), (batches) => {
          const all = batches.map(factsOf)
          const scope = { subject: "mai-district-2000", period: half }
          let current = Aggregate.fromFacts(registers, all[0]!, scope)
          for (let i = 1; i < all.length; i++) current = Impact.update(registers, current, all[i - 1]!, all[i]!)
          expect(current).toEqual(Aggregate.fromFacts(registers, all.at(-1)!, scope))
        }),
      )
    })
  })
})
