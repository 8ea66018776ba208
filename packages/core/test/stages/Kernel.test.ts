import { isDeepStrictEqual } from "node:util"
import {
  Aggregate,
  AggregationPlan,
  Aggregator,
  FactColumns,
  Facts,
  Indicator,
  Kernel,
  Period,
  type Registers,
  Sums,
  validate,
  Value,
} from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { invent } from "./invented.ts"

const runs = Number(process.env["DANVAN_RUNS"] ?? 1000)
const seeds = fc.record({ seed: fc.integer(), size: fc.integer({ min: 1, max: 6 }) })
// Deep comparison by node is many times faster; vitest's only shows the difference.
const same = (found: unknown, wanted: unknown): void => {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted)
}
const periodOf = (text: string): Period.Period => Result.getOrThrow(Period.fromText(text, "civil"))
const H1 = periodOf("2022-H1")

const readable = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  subjects: ReadonlyArray<string>,
  period: Period.Period,
  day: { readonly asOf?: string } = {},
) => subjects.map((subject) => Aggregate.fromFacts(registers, facts, { subject, period, ...day }))

// Whether in some unit, seen alone, parts of a period come to a sum that is no safe integer, be it of an indicator that is
// in force in another of the periods, or goes by another calendar: what the kernel refuses by right.
const spilt = (registers: Registers.Registers, facts: Facts.Facts, periods: ReadonlyArray<Period.Period>): boolean => {
  const { organisations, catalogue } = registers
  const indicators = catalogue.indicators.map(({ from: _from, to: _to, calendar: _own, ...one }) => one)
  const scattered = {
    ...registers,
    organisations: { ...organisations, edges: [] },
    catalogue: { ...catalogue, indicators },
  }
  const units = [...new Set(facts.facts.map(({ subject }) => subject))]
  const all = periods.flatMap((period) => [period, { ...period, calendar: "inspectorate" }])
  const issues = all.flatMap((period) => readable(scattered, facts, units, period).flatMap((one) => one.issues))
  return issues.some(({ params }) => params["sum"] !== undefined && Number(params["sum"]) >= 2 ** 53)
}

// Whether some unit's cumulative number is below an earlier one of its year.
const fell = ({ facts }: Facts.Facts): boolean =>
  facts.some((until) =>
    facts.some(
      (before) =>
        until.subject === before.subject &&
        Indicator.seriesId(until) === Indicator.seriesId(before) &&
        Period.beginsWith(until.period, before.period) &&
        until.value.kind === "quantity" &&
        before.value.kind === "quantity" &&
        until.value.n < before.value.n,
    ),
  )

describe("Kernel", () => {
  it("counts the last revision whole: what it no longer says is gone", () => {
    const made = FactColumns.builder(country.registers)
    const send = (revision: number, values: Readonly<Record<string, number>>): void => {
      made.open({ id: `r${revision}`, subject: "an-ward-2000", period: H1, scope: "own", revision })
      for (const [indicator, n] of Object.entries(values)) made.add(made.series({ indicator }), Value.quantity(n))
    }
    send(1, { "meeting.events": 1, "meeting.turns": 10 })
    send(3, { "meeting.events": 3 })
    send(2, { "meeting.events": 2, "meeting.turns": 20 })
    const totals = folded(country.registers, Result.getOrThrow(made.done()), ["mai-district-2000"], [H1])
    const [aggregate] = Sums.aggregates(country.registers, { origins: [], issues: [] }, totals, 0)
    expect(Aggregate.get(aggregate!, { indicator: "meeting.events" })?.value).toEqual(Value.quantity(3))
    expect(Aggregate.get(aggregate!, { indicator: "meeting.turns" })).toMatchObject({
      value: Value.missing("not-sent"),
      coverage: { unitsComplete: 0, cellsArrived: 0, cellsOwing: 4 },
    })
  })

  it("gives the exact sum of what leaves the safe integers", () => {
    const made = FactColumns.builder(country.registers)
    for (const [i, subject] of country.reporting.entries()) {
      made.open({ id: subject, subject, period: H1, scope: "own", revision: 1 })
      made.add(made.series({ indicator: "fund.raised" }), Value.quantity(Number.MAX_SAFE_INTEGER - i))
    }
    const totals = folded(country.registers, Result.getOrThrow(made.done()), ["mai-district-2000"], [H1])
    const [aggregate] = Sums.aggregates(country.registers, { origins: [], issues: [] }, totals, 0)
    expect(aggregate!.issues.map(({ code, params }) => [code, params["sum"]])).toEqual([
      ["aggregate.overflow", String(4n * BigInt(Number.MAX_SAFE_INTEGER) - 6n)],
    ])
  })

  it("starts every unit on an empty page: months of one are not those of the next", () => {
    const { registers } = country
    const send = (subject: string, period: string, rest: object = {}): unknown =>
      country.submission({ subject, period, values: { "meeting.events": { n: 1, ...rest }, "meeting.turns": 1 } })
    const months = Array.from({ length: 6 }, (_, i) => send("an-ward-2000", `2022-M0${i + 1}`))
    const quarters = ["2022-Q1", "2022-Q2"].map((one) => send("binh-ward-2000", one, { asOf: "2022-06-10" }))
    const facts = Facts.fromValidated(validate(registers, [...months, ...quarters], { expected: "senders" }))
    expect(facts.facts).toHaveLength(16)
    const subjects = ["an-ward-2000", "binh-ward-2000", "mai-district-2000"]
    same(
      Result.getOrThrow(Kernel.fromFacts(registers, facts, { subjects, period: H1 })),
      readable(registers, facts, subjects, H1),
    )
  })

  it("refuses what it cannot do, and says why; aggregateAll then takes the readable path", () => {
    const { registers } = country
    const { facts } = Facts.fromValidated(validate(registers, [country.submission()]))
    const fact = facts.find(({ indicator }) => indicator === "meeting.events")
    const refusal = (
      change: (registers: Registers.Registers) => Registers.Registers,
      all: ReadonlyArray<Facts.Fact>,
      period = H1,
    ): string => {
      const known = change(registers)
      const wanted = { subjects: ["mai-district-2000"], period }
      const made = { facts: all, origins: [], issues: [] }
      const found = Kernel.fromFacts(known, made, wanted)
      same(Kernel.aggregateAll(known, made, wanted), readable(known, made, wanted.subjects, period))
      return Result.isFailure(found) ? found.failure.reason : "none"
    }
    const keep = (known: Registers.Registers): Registers.Registers => known
    const below = (child: string, parent: string) => ({ child, parent, line: "reporting" })
    const edges =
      (...more: ReadonlyArray<{ child: string; parent: string; line: string }>) =>
      (known: Registers.Registers): Registers.Registers => ({
        ...known,
        organisations: { ...known.organisations, edges: [...known.organisations.edges, ...more] },
      })
    const span = periodOf("2022-01-01/2022-01-31")
    const odd = { calendar: "civil", kind: "month", year: 2022, index: 13 } as const
    const share = { kind: "share", x: { n: 1, qualifier: "exact" }, y: { n: 2, qualifier: "exact" } } as const
    expect(refusal(keep, facts)).toBe("none")
    expect(refusal(keep, [{ ...fact!, value: share }])).toBe("value.unlike-kind")
    expect(refusal(keep, [{ ...fact!, value: Value.quantity(2 ** 53) }])).toBe("value.unsafe")
    expect(refusal(keep, [{ ...fact!, value: Value.quantity(-(2 ** 52)) }])).toBe("value.unsafe")
    expect(refusal(keep, [fact!, { ...fact!, value: Value.quantity(99) }])).toBe("value.repeated")
    expect(refusal(keep, [{ ...fact!, period: span }])).toBe("period.span")
    expect(refusal(keep, facts, span)).toBe("period.span")
    expect(refusal(keep, facts, odd)).toBe("period.irregular")
    const carried = (known: Registers.Registers): Registers.Registers => {
      const indicators = known.catalogue.indicators.map((one) => (one.kind === "stock" ? { ...one, carry: 3 } : one))
      return { ...known, catalogue: { ...known.catalogue, indicators } }
    }
    expect(refusal(carried, facts)).toBe("indicator.exceptional")
    expect(refusal(edges(below("an-ward-2000", "binh-ward-2000")), facts)).toBe("hierarchy.several-parents")
    expect(refusal(edges(below("mai-district-2000", "an-ward-2000")), facts)).toBe("hierarchy.cycle")
  })

  it("refuses one revision twice, unless a later one replaces both", () => {
    const made = FactColumns.builder(country.registers)
    const send = (revision: number): void => {
      made.open({ subject: "an-ward-2000", period: H1, scope: "own", revision })
      made.add(made.series({ indicator: "meeting.events" }), Value.quantity(revision))
    }
    const plan = Result.getOrThrow(
      AggregationPlan.make(country.registers, { subjects: ["an-ward-2000"], periods: [H1], reported: [H1] }),
    )
    send(1)
    send(1)
    expect(Kernel.fold(plan, Result.getOrThrow(made.done()))).toMatchObject({
      failure: { reason: "revision.conflict" },
    })
    send(2)
    const totals = Result.getOrThrow(Kernel.fold(plan, Result.getOrThrow(made.done())))
    expect(totals.n.filter((n) => n > 0)).toEqual(Float64Array.of(2))
  })
})

const folded = (
  registers: Registers.Registers,
  columns: FactColumns.FactColumns,
  subjects: ReadonlyArray<string>,
  periods: ReadonlyArray<Period.Period>,
): Sums.Sums => {
  const plan = AggregationPlan.make(registers, { subjects, periods, reported: columns.periods })
  return Result.getOrThrow(Kernel.fold(Result.getOrThrow(plan), columns))
}

// It gives up where numbers leave the safe integers or fall, or units end within the period.
const expectRefusal = (
  reason: string,
  registers: Registers.Registers,
  facts: Facts.Facts,
  asked: ReadonlyArray<Period.Period>,
): void => {
  if (reason === "value.unsafe") expect(spilt(registers, facts, asked)).toBe(true)
  else if (reason === "value.fell") expect(fell(facts)).toBe(true)
  else {
    expect(reason).toBe("map.moved")
    const ended = registers.organisations.units.filter(({ from, to }) => from !== undefined || to !== undefined)
    expect(ended.length).toBeGreaterThan(0)
  }
}

describe("laws", () => {
  it("the kernel gives what the readable path gives: cells, coverage, issues in their order, manifest", () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const { registers, facts, subjects, periods, day, roll } = invent(seed, size)
        const period = periods[roll(periods.length)]!
        const found = Kernel.fromFacts(registers, facts, { subjects, period, ...day })
        if (Result.isSuccess(found)) same(found.success, readable(registers, facts, subjects, period, day))
        else expectRefusal(found.failure.reason, registers, facts, [period])
      }),
      { numRuns: runs, examples: [[{ seed: 1473516851, size: 6 }], [{ seed: -373279803, size: 5 }]] },
    )
  })

  it("so it does for many periods at once, from a stream in which earlier revisions still stand", () => {
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        const { registers, facts, subjects, periods, roll } = invent(seed, size)
        // A stream says nothing of when something came.
        const plain = facts.facts.map((fact) => {
          const { received: _received, ...source } = fact.source
          return { ...fact, claims: null, asOf: null, source }
        })
        const made = FactColumns.builder(registers)
        const groups = new Map<string, Array<Facts.Fact>>()
        for (const fact of plain) {
          const { submission } = fact.source
          groups.set(submission, [...(groups.get(submission) ?? []), fact])
        }
        const open = (id: string, { subject, period, scope }: Facts.Fact, revision: number): void =>
          made.open({ id, subject, period, scope, revision })
        // Earlier and later revisions, each before or after the one that stands.
        for (const [id, group] of groups) {
          const older = (): void => {
            open(`${id}-old`, group[0]!, 1)
            for (const fact of group) {
              if (roll(2) === 0) made.add(made.series(fact), roll(2) === 0 ? fact.value : Value.missing("lost"))
            }
          }
          const early = roll(2) === 0
          if (early && roll(4) === 0) older()
          open(id, group[0]!, 2)
          for (const fact of group) made.add(made.series(fact), fact.value, fact.flags)
          if (!early && roll(4) === 0) older()
        }
        const asked = periods.filter(() => roll(6) === 0)
        const columns = Result.getOrThrow(made.done())
        const planned = AggregationPlan.make(registers, { subjects, periods: asked, reported: columns.periods })
        if (Result.isFailure(planned)) return expectRefusal(planned.failure.reason, registers, facts, asked)
        const plan = planned.success
        const result = Kernel.fold(plan, columns)
        if (Result.isFailure(result)) {
          expectRefusal(result.failure.reason, registers, facts, asked)
          return
        }
        const totals = result.success
        for (const [p, period] of asked.entries()) {
          // The order of flags within one value is the sender's; columns keep the set.
          const flags = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value)
          const text = (value: unknown): string =>
            JSON.stringify(value, (key, v: unknown) => (key === "flags" ? flags(v) : v))
          const wanted = readable(registers, { ...facts, facts: plain }, subjects, period)
          const found = Sums.aggregates(registers, facts, totals, p)
          const sort = (all: typeof found) =>
            all.map((one) => one.cells.map((cell) => JSON.parse(text(cell)) as unknown))
          same(sort(found), sort(wanted))
          same(
            found.map(({ issues, manifest }) => ({ issues, manifest })),
            wanted.map(({ issues, manifest }) => ({ issues, manifest })),
          )
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    )
  })

  it("so it does for batches of the invented country, as they come from validation", () => {
    fc.assert(
      fc.property(arbitrary.batch, (batch) => {
        const { registers } = country
        const facts = Facts.fromValidated(validate(registers, batch, { expected: "senders" }))
        const subjects = ["mai-district-2000", ...country.reporting]
        same(
          Result.getOrThrow(Kernel.fromFacts(registers, facts, { subjects, period: H1 })),
          readable(registers, facts, subjects, H1),
        )
      }),
      { numRuns: 100 },
    )
  })

  it.each(["flow", "stock", "campaign", "share", "attainment", "grade", "flag"] as const)(
    "any order and any grouping of units give what the aggregator gives: %s",
    (kind) => {
      const { registers } = country
      const { id: indicator } = registers.catalogue.indicators.find((one) => one.kind === kind)!
      const sent = fc.array(fc.tuple(arbitrary.value(kind), fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 })
      fc.assert(
        fc.property(sent, (all) => {
          const values = all.map(([value]) => value)
          // Each unit below any that came before it, or below the district.
          const edges = all.map(([, at], i) => ({
            child: `u${i}`,
            parent: at % (i + 1) === i ? "mai-district-2000" : `u${at % (i + 1)}`,
            line: "reporting",
          }))
          const known = { ...registers, organisations: { ...registers.organisations, edges } }
          const made = FactColumns.builder(known)
          const order = all.map(([, , weight], i) => [weight, i] as const).toSorted(([a], [b]) => a - b)
          for (const [, i] of order) {
            made.open({ subject: `u${i}`, period: H1, scope: "own", revision: 1 })
            made.add(made.series({ indicator }), values[i]!)
          }
          const totals = folded(known, Result.getOrThrow(made.done()), ["mai-district-2000", "u0"], [H1])
          const [aggregate] = Sums.aggregates(known, { origins: [], issues: [] }, totals, 0)
          expect(Aggregate.get(aggregate!, { indicator })?.value).toEqual(
            Result.getOrThrow(Aggregator.overUnits(values)),
          )
        }),
        { numRuns: 100 },
      )
    },
  )

  it("sums are exact, whatever their size, sign and order", () => {
    const { registers } = country
    const unit = (i: number) => ({ id: `u${i}`, kind: "ward", names: [] })
    const wide: Registers.Registers = {
      ...registers,
      organisations: {
        ...registers.organisations,
        units: [...registers.organisations.units, ...Array.from({ length: 60 }, (_, i) => unit(i))],
        edges: Array.from({ length: 60 }, (_, i) => ({
          child: `u${i}`,
          parent: i % 3 === 0 ? "mai-district-2000" : `u${i - (i % 3)}`,
          line: "reporting",
        })),
      },
    }
    const limit = Math.floor(2 ** 53 / 12) - 20
    const any = fc.integer({ min: -limit, max: limit })
    const edge = fc.constantFrom(limit, -limit, limit - 1, 1 - limit, 0)
    const units = { minLength: 1, maxLength: 60 }
    const numbers = fc.oneof(
      fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), units),
      fc.array(fc.oneof(any, edge), units),
      fc.array(fc.integer({ min: -limit, max: -Math.floor(limit / 2) }), { ...units, minLength: 40 }),
    )
    fc.assert(
      fc.property(numbers, (all) => {
        const made = FactColumns.builder(wide)
        for (const [i, n] of all.entries()) {
          made.open({ subject: `u${i}`, period: H1, scope: "own", revision: 1 })
          made.add(made.series({ indicator: "fund.raised" }), Value.quantity(n))
        }
        const totals = folded(wide, Result.getOrThrow(made.done()), ["mai-district-2000", "u0", "u3"], [H1])
        const s = totals.plan.series.findIndex(({ indicator }) => indicator === "fund.raised")
        expect(Sums.sum(totals, s)).toBe(all.reduce((sum, n) => sum + BigInt(n), 0n))
        const [aggregate] = Sums.aggregates(wide, { origins: [], issues: [] }, totals, 0)
        const exact = all.reduce((sum, n) => sum + BigInt(n), 0n)
        const cell = Aggregate.get(aggregate!, { indicator: "fund.raised" })!
        if (Number.isSafeInteger(Number(exact))) expect(cell.value).toEqual(Value.quantity(Number(exact)))
        else expect(aggregate!.issues[0]?.params["sum"]).toBe(String(exact))
      }),
      { numRuns: 300 },
    )
  })

  it("size decides, and nobody notices: both paths around the border", () => {
    const { registers, facts, subjects, periods } = invent(4242, 9)
    const period = periods.find((one) => Period.toId(one) === "2022@civil")!
    same(Kernel.aggregateAll(registers, facts, { subjects, period }), readable(registers, facts, subjects, period))
    expect(facts.facts.length).toBeGreaterThan(200)
    const few = { ...facts, facts: facts.facts.slice(0, 150) }
    same(Kernel.aggregateAll(registers, few, { subjects, period }), readable(registers, few, subjects, period))
  })
})
