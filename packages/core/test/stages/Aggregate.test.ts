import {
  Aggregate,
  aggregate,
  Catalogue,
  explain,
  Facts,
  type Indicator,
  Period,
  Quantity,
  toText,
  validate,
  Value,
} from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const check = (inputs: ReadonlyArray<unknown>) => validate(registers, inputs, { expected: "senders" })
const district = { subject: "mai-district-2000", period: "2022-H1" }
const total = (inputs: ReadonlyArray<unknown>, indicator: string, wanted = district) =>
  Aggregate.get(aggregate(registers, check(inputs), wanted), { indicator })!
const ward = (subject: string, values: object, rest: object = {}) => submission({ subject, values, ...rest })
const share = (x: number, y: number): Value.Value => ({ kind: "share", x: Quantity.exact(x), y: Quantity.exact(y) })

describe("Aggregate", () => {
  it("adds what units report of themselves, with its coverage", () => {
    const inputs = [
      ward("an-ward-2000", { "meeting.events": 3 }),
      ward("binh-ward-2000", { "meeting.events": { about: 4 } }),
    ]
    const cell = total(inputs, "meeting.events")
    expect(cell.value).toEqual(Value.quantity(7, "about"))
    expect(cell.how).toBe("units-sum")
    expect(cell.coverage).toMatchObject({ unitsComplete: 2, unitsOwing: 4 })
  })

  it("never adds whole to own: a district that states 197 beside its wards' 197 has 197, not 394", () => {
    const inputs = [
      ward("an-ward-2000", { "meeting.events": 100, "meeting.turns": 900 }),
      ward("binh-ward-2000", { "meeting.events": 97, "meeting.turns": 900 }),
      ward("mai-district-2000", { "meeting.events": 197 }, { scope: "whole" }),
    ]
    const result = aggregate(registers, check(inputs), district)
    const cell = Aggregate.get(result, { indicator: "meeting.events" })!
    expect([cell.value, cell.whole]).toEqual([Value.quantity(197), Value.quantity(197)])
    expect(result.issues).toEqual([])
  })

  const changed = (id: string, more: object) => {
    const indicators = registers.catalogue.indicators.map((one) => (one.id === id ? { ...one, ...more } : one))
    return { ...registers, catalogue: { ...registers.catalogue, indicators } }
  }

  it("carries a stock over as long as its indicator allows, says so, and does not call it arrived", () => {
    const inputs = [
      ward("an-ward-2000", { "member.count": 40 }, { period: "2022-Q1", id: "an-q1" }),
      ward("binh-ward-2000", { "member.count": 2 }, { period: "2022-H1" }),
    ]
    const [three, two] = [3, 2].map((carry) => {
      const known = changed("member.count", { carry })
      const result = aggregate(known, validate(known, inputs, { expected: "senders" }), district)
      return Aggregate.get(result, { indicator: "member.count" })!
    })
    expect([three!.value, three!.flags, three!.coverage.unitsComplete]).toEqual([Value.quantity(42), ["carried"], 1])
    expect([two!.value, two!.flags]).toEqual([Value.quantity(2), []])
    const known = changed("member.count", { carry: 3 })
    const tree = explain(known, validate(known, inputs), { ...district, indicator: "member.count" })
    expect(tree.parts.map(({ how }) => how)).toEqual(["time-carried", "reported"])
    expect(Aggregate.recompute(tree)).toEqual(Value.quantity(42))
  })

  it("adds persons over units only where nobody is counted at two", () => {
    const inputs = [ward("an-ward-2000", { "person.reached": 40 }), ward("binh-ward-2000", { "person.reached": 2 })]
    const values = [registers, changed("person.reached", { disjoint: "units" })].map((known) => {
      const result = aggregate(known, validate(known, inputs, { expected: "senders" }), district)
      return Aggregate.get(result, { indicator: "person.reached" })!.value
    })
    expect(values).toEqual([Value.missing("withheld"), Value.quantity(42)])
  })

  it("names both numbers when the statement and the sum differ, and keeps the sum", () => {
    const inputs = [
      ward("an-ward-2000", { "meeting.events": 100, "meeting.turns": 900 }),
      ward("mai-district-2000", { "meeting.events": 197 }, { scope: "whole", id: "stated" }),
    ]
    const result = aggregate(registers, check(inputs), district)
    expect(Aggregate.get(result, { indicator: "meeting.events" })?.value).toEqual(Value.quantity(100))
    expect(result.issues.map(({ code, severity, submission: id }) => [code, severity, id])).toEqual([
      ["whole.differs", "warning", "stated"],
    ])
    expect(toText(result.issues[0]!, "vi")).toContain("197")
    expect(toText(result.issues[0]!, "vi")).toContain("100 (1/4 đơn vị")
  })

  it("takes a statement about the whole where nothing else is known", () => {
    const cell = total([ward("mai-district-2000", { "meeting.events": 11 }, { scope: "whole" })], "meeting.events")
    expect([cell.value, cell.how]).toEqual([Value.quantity(11), "whole"])
  })

  it("keeps a ward's series whole when its two reporting offices merge", () => {
    const inputs = [
      ward(
        "an-ward-2000",
        { "meeting.events": 2, "meeting.turns": 20 },
        { period: "2022-Q1", reporter: "an-office-one" },
      ),
      ward(
        "an-ward-2000",
        { "meeting.events": 3, "meeting.turns": 30 },
        { period: "2022-Q2", reporter: "an-office-two" },
      ),
    ]
    expect(check(inputs).issues.map(({ code }) => code)).toEqual([]) // each office was the focal point in its quarter
    const cell = total(inputs, "meeting.events", { subject: "an-ward-2000", period: "2022-H1" })
    expect([cell.value, cell.how]).toEqual([Value.quantity(5), "time-sum"])
  })

  it("folds time first, inside a unit: a stock counts at the end of the period, an older one does not", () => {
    const inputs = [
      ward("an-ward-2000", { "member.count": 90 }, { period: "2022-Q1" }),
      ward("an-ward-2000", { "member.count": 100 }, { period: "2022-Q2" }),
      ward("binh-ward-2000", { "member.count": 50 }, { period: "2022-Q1" }),
    ]
    const cell = total(inputs, "member.count")
    expect(cell.value).toEqual(Value.quantity(100))
  })

  it("lets the newest report of a campaign or a share stand, and gives no sum for parts that do not tile", () => {
    const inputs = ["2022-Q1", "2022-Q2"].map((period, i) =>
      ward(
        "an-ward-2000",
        { "model.registered": { n: 4 + i }, "convention.recognised": { x: 2 + i, y: 8 } },
        { period },
      ),
    )
    expect(total(inputs, "model.registered").value).toEqual(Value.quantity(5))
    expect(total(inputs, "convention.recognised").value).toEqual(share(3, 8))
    expect(total([ward("an-ward-2000", { "meeting.events": 4 }, { period: "2022-Q1" })], "meeting.events").how).toBe(
      "none",
    )
  })

  it("lets a value reported for the period stand before its parts, and names both when they differ", () => {
    const inputs = [
      ward("an-ward-2000", { "meeting.events": 9 }),
      ward("an-ward-2000", { "meeting.events": 4 }, { period: "2022-Q1" }),
      ward("an-ward-2000", { "meeting.events": 4 }, { period: "2022-Q2" }),
    ]
    const result = aggregate(registers, check(inputs), district)
    expect(Aggregate.get(result, { indicator: "meeting.events" })?.value).toEqual(Value.quantity(9))
    expect(result.issues.map(({ code, params }) => [code, params["whole"], params["sum"]])).toEqual([
      ["period.parts-differ", "9", "8"],
    ])
  })

  it("never combines rates, distinct persons or texts, and says so", () => {
    const values = { "matter.settled-rate": { percent: "87" }, "person.reached": 40 }
    const inputs = [ward("an-ward-2000", values), ward("binh-ward-2000", values)]
    const result = aggregate(registers, check(inputs), district)
    for (const [indicator, code] of [
      ["matter.settled-rate", "aggregate.rate-refused"],
      ["person.reached", "aggregate.distinct-refused"],
    ] as const) {
      expect(Aggregate.get(result, { indicator })).toMatchObject({ value: Value.missing("withheld"), how: "refused" })
      expect(result.issues.map((issue) => issue.code)).toContain(code)
    }
    const own = aggregate(registers, check(inputs), { subject: "an-ward-2000", period: "2022-H1" })
    expect(Aggregate.get(own, { indicator: "matter.settled-rate" })?.value).toMatchObject({ percent: "87" })
  })

  it("gives the exact sum in an issue instead of a wrong number beyond the safe integers", () => {
    const inputs = ["an-ward-2000", "binh-ward-2000"].map((subject) =>
      ward(subject, { "fund.raised": Number.MAX_SAFE_INTEGER }),
    )
    const result = aggregate(registers, check(inputs), district)
    expect(Aggregate.get(result, { indicator: "fund.raised" })?.value.kind).toBe("missing")
    expect(result.issues.map(({ code, params }) => [code, params["sum"]])).toEqual([
      ["aggregate.overflow", "18014398509481982"],
    ])
  })

  it("lets flags and what is not applicable survive", () => {
    const inputs = [
      ward("an-ward-2000", { "fund.raised": { n: 5, estimated: true } }),
      ward("binh-ward-2000", { "fund.raised": { notApplicable: "no-object" } }, { illustrative: true }),
    ]
    expect(total(inputs, "fund.raised")).toMatchObject({
      value: Value.quantity(5),
      flags: ["estimated", "illustrative"],
    })
    expect(total([inputs[1]], "fund.raised").value).toEqual({ kind: "not-applicable", reason: "no-object" })
  })

  it("adds parts of a breakdown beside their total", () => {
    const inputs = ["an-ward-2000", "binh-ward-2000"].map((subject) =>
      ward(subject, { "model.registered": { n: 5, by: { field: { economy: 2, culture: 3 } } } }),
    )
    const result = aggregate(registers, check(inputs), district)
    const models = result.cells.filter((cell) => cell.indicator === "model.registered")
    expect(models.map(({ member, value }) => [member, value])).toEqual([
      [undefined, Value.quantity(10)],
      ["economy", Value.quantity(4)],
      ["culture", Value.quantity(6)],
    ])
  })

  it("explains a number down to submissions, in words", () => {
    const inputs = [
      ward("an-ward-2000", { "meeting.events": 3 }, { id: "an-1" }),
      ward("binh-ward-2000", { "meeting.events": 4 }, { id: "binh-1", revision: 2, reason: "sửa" }),
    ]
    const tree = explain(registers, check(inputs), { ...district, indicator: "meeting.events" })
    expect(toText(tree, "vi", registers).split("\n")).toEqual([
      "Quận Mai: 7 cuộc – cộng số của các đơn vị · 2/4 đơn vị",
      "  Phường Cúc: chưa có số liệu",
      "  Hội Mai: chưa có số liệu",
      "  Phường An: 3 cuộc – theo báo cáo của đơn vị · an-1, lần 1",
      "  Phường Bình: 4 cuộc – theo báo cáo của đơn vị · binh-1, lần 2",
    ])
    expect(toText(tree, "en", registers)).toContain("7 events – sum over units · 2/4 units")
    expect(() => explain(registers, check(inputs), { ...district, indicator: "meeting.event" })).toThrowError(
      /meeting\.events/,
    )
    expect(() => aggregate(registers, check([]), { subject: "nobody", period: "never" })).toThrowError(
      /nobody[\s\S]*never/,
    )
  })

  it("takes only indicators with totals for a total", () => {
    const facts = Facts.fromValidated(check([ward("an-ward-2000", { "meeting.events": 3 })]))
    const period = Result.getOrThrow(Period.fromText("2022-H1", "civil"))
    const events = Result.getOrThrow(Catalogue.get(registers.catalogue, "meeting.events", "additive"))
    expect(Aggregate.total(registers, facts, events, { subject: "mai-district-2000", period }).value).toEqual(
      Value.quantity(3),
    )
    const rate = Catalogue.get(registers.catalogue, "matter.settled-rate", "additive")
    expect(Result.isFailure(rate) && rate.failure.code).toBe("aggregate.rate-refused")
    const any: Indicator.Indicator = Result.getOrThrow(Catalogue.get(registers.catalogue, "matter.settled-rate", "any"))
    // @ts-expect-error an indicator of any kind may be a rate, and a rate has no total
    expect(Aggregate.total(registers, facts, any, { subject: "mai-district-2000", period }).how).toBe("none")
  })

  describe("laws", () => {
    const facts = (inputs: ReadonlyArray<unknown>) => Facts.fromValidated(check(inputs))
    const period = Result.getOrThrow(Period.fromText("2022-H1", "civil"))
    const scope = { subject: "mai-district-2000", period }

    it("any order and grouping of units give the same cells", () => {
      const halves = {
        ...registers,
        organisations: {
          ...registers.organisations,
          units: [...registers.organisations.units, { id: "half", kind: "group", names: [] }],
          edges: registers.organisations.edges
            .map((edge, i) => (i < 2 ? { ...edge, parent: "half" } : edge))
            .concat([{ child: "half", parent: "mai-district-2000", line: "reporting" }])
            .reverse(),
        },
      }
      fc.assert(
        fc.property(arbitrary.batch, (inputs) => {
          const [one, other] = [registers, halves].map((r) => Aggregate.fromFacts(r, facts(inputs), scope))
          expect(other!.cells).toEqual(one!.cells)
        }),
      )
    })

    it("agrees with a naive sum over what was sent", () => {
      fc.assert(
        fc.property(arbitrary.batch, (inputs) => {
          const result = Aggregate.fromFacts(registers, facts(inputs), scope)
          const events = inputs.map((one) => (one["values"] as Record<string, number>)["meeting.events"] ?? 0)
          const cell = Aggregate.get(result, { indicator: "meeting.events" })!
          expect(cell.value).toEqual(
            inputs.length === 0 ? Value.missing("not-sent") : Value.quantity(events.reduce((a, b) => a + b, 0)),
          )
          const shares = inputs.flatMap(
            (one) => (one["values"] as Record<string, { x: number; y: number }>)["convention.recognised"] ?? [],
          )
          const conventions = Aggregate.get(result, { indicator: "convention.recognised" })!
          if (shares.length > 0)
            expect(conventions.value).toEqual(
              share(
                shares.reduce((n, s) => n + s.x, 0),
                shares.reduce((n, s) => n + s.y, 0),
              ),
            )
        }),
      )
    })

    it("months are added exactly where all of them are there and hold a number", () => {
      const month = fc.option(fc.oneof(fc.nat(9), fc.constant({ missing: "lost" })), { freq: 12, nil: undefined })
      const months = fc.tuple(month, month, month, month, month, month)
      fc.assert(
        fc.property(
          fc.oneof(months, fc.array(fc.nat(9), { minLength: 6, maxLength: 6 })),
          (sent: ReadonlyArray<unknown>) => {
            const inputs = sent.flatMap((n, i) =>
              n === undefined ? [] : [ward("an-ward-2000", { "fund.raised": n }, { period: `2022-M0${i + 1}` })],
            )
            const numbers = sent.flatMap((n) => (typeof n === "number" ? [n] : []))
            for (const subject of ["an-ward-2000", "mai-district-2000"]) {
              const result = Aggregate.fromFacts(registers, facts(inputs), { subject, period })
              expect(Aggregate.get(result, { indicator: "fund.raised" })?.value).toEqual(
                numbers.length === 6 ? Value.quantity(numbers.reduce((a, b) => a + b, 0)) : Value.missing("not-sent"),
              )
            }
          },
        ),
      )
    })

    it("own and whole never add", () => {
      fc.assert(
        fc.property(arbitrary.batch, fc.nat(1000), (inputs, n) => {
          const stated = ward("mai-district-2000", { "meeting.events": n }, { scope: "whole" })
          const [without, withIt] = [inputs, [...inputs, stated]].map((all) =>
            Aggregate.get(Aggregate.fromFacts(registers, facts(all), scope), { indicator: "meeting.events" })!,
          )
          expect(withIt!.value).toEqual(inputs.length === 0 ? Value.quantity(n) : without!.value)
        }),
      )
    })

    it("rates are never combined", () => {
      fc.assert(
        fc.property(fc.array(fc.nat(100), { minLength: 2, maxLength: 4 }), (rates) => {
          const inputs = rates.map((rate, i) =>
            ward(country.reporting[i]!, { "matter.settled-rate": { percent: String(rate) } }),
          )
          expect(
            Aggregate.get(Aggregate.fromFacts(registers, facts(inputs), scope), { indicator: "matter.settled-rate" })
              ?.value.kind,
          ).toBe("missing")
        }),
      )
    })

    it("the recomputed explanation equals the cell", () => {
      fc.assert(
        fc.property(arbitrary.batch, (inputs) => {
          const believed = facts(inputs)
          for (const cell of Aggregate.fromFacts(registers, believed, scope).cells) {
            const tree = Result.getOrThrow(Aggregate.explain(registers, believed, scope, cell))
            expect(tree.value).toEqual(cell.value)
            expect(Aggregate.recompute(tree)).toEqual(cell.value)
          }
        }),
      )
    })

    it("a period that no calendar states is looked up by its civil namesake", () => {
      expect(Period.referenceDate({ calendar: "unstated", kind: "half", year: 2022, index: 1 })).toBe("2022-06-30")
    })
  })
})
