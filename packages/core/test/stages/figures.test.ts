// The period of a figure: by the calendar of its indicator, from the beginning of the year, or what lies between two.
import {
  Aggregate,
  Answers,
  Comparison,
  Coverage,
  Facts,
  Hierarchy,
  Kernel,
  Period,
  PlainDate,
  Registers,
  toText,
  validate,
  Value,
} from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { submission, organisations, catalogue } = country
const made = (changes: object, file: object = organisations): Registers.Registers =>
  Result.getOrThrow(Registers.make(file, { ...catalogue, ...changes }))
const indicators = (changes: Readonly<Record<string, object>>) =>
  catalogue.indicators.map((one) => ({ ...one, ...changes[one.id] }))
const read = (registers: Registers.Registers, text: string) => Result.getOrThrow(Registers.period(registers, text))
const factsOf = (registers: Registers.Registers, ...all: ReadonlyArray<object>) =>
  Facts.fromValidated(
    validate(
      registers,
      all.map((one) => submission({ ...one })),
      { expected: "senders" },
    ),
  )
const periods = ({ facts }: Facts.Facts) =>
  Object.fromEntries(facts.map((fact) => [fact.indicator, Period.toId(fact.period)]))

const inspected = made({
  calendar: "nd09",
  indicators: indicators({ "meeting.turns": { calendar: "inspectorate" }, "member.count": { calendar: "justice" } }),
  obligations: [{ ...catalogue.obligations[0]!, indicators: ["meeting.events", "meeting.turns"] }],
})
const half = { values: { "meeting.events": 2, "meeting.turns": 40, "member.count": 7 } }

describe("an indicator's own calendar", () => {
  it("the State's half-year holds figures of the inspectors' and of justice's", () => {
    expect(periods(factsOf(inspected, half))).toEqual({
      "meeting.events": "2022-H1@nd09",
      "meeting.turns": "2022-H1@inspectorate",
      "member.count": "2022-H1@justice",
    })
  })

  it("a calendar written behind holds for every figure of the report", () => {
    const all = new Set(Object.values(periods(factsOf(inspected, { ...half, period: "2022-H1@civil" }))))
    expect([...all]).toEqual(["2022-H1@civil"])
  })

  it("cells, coverage and what is missing speak of the figure's period", () => {
    const facts = factsOf(inspected, half)
    const scope = { subject: "mai-district-2000", period: read(inspected, "2022-H1") }
    const aggregate = Aggregate.fromFacts(inspected, facts, scope)
    const cell = Aggregate.get(aggregate, { indicator: "meeting.turns" })
    expect([cell?.period, cell?.value, cell?.coverage.cellsOwing]).toEqual([
      "2022-H1@inspectorate",
      Value.quantity(40),
      3,
    ])
    expect(Period.toId(aggregate.period)).toBe("2022-H1@nd09")
    const question = { ...scope, series: { indicator: "meeting.turns" } }
    expect(Coverage.missing(inspected, facts, question).map(({ subject, period }) => [subject, period])).toEqual([
      ["binh-ward-2000", "2022-H1@inspectorate"],
      ["cuc-ward-2000", "2022-H1@inspectorate"],
    ])
    const [kernel] = Result.getOrThrow(
      Kernel.fromFacts(inspected, facts, { subjects: [scope.subject], period: scope.period }),
    )
    expect(kernel).toEqual(aggregate)
  })

  it("a quarter adds up within its own calendar", () => {
    const quarter = (n: number) => ({ id: `q${n}`, period: `2022-Q${n}`, values: { "meeting.turns": n } })
    const facts = factsOf(inspected, quarter(1), quarter(2))
    const scope = { subject: "an-ward-2000", period: read(inspected, "2022-H1") }
    const tree = Result.getOrThrow(Aggregate.explain(inspected, facts, scope, { indicator: "meeting.turns" }))
    expect([tree.how, tree.value, tree.parts.map((part) => part.period)]).toEqual([
      "time-sum",
      Value.quantity(3),
      ["2022-Q1@inspectorate", "2022-Q2@inspectorate"],
    ])
  })

  it("holds back what its calendar has no period for, said or nil, and has no cell for it", () => {
    const month = { period: "2022-M03", values: { "meeting.turns": 5 }, nil: ["member.count", "meeting.events"] }
    const { issues, accepted } = validate(inspected, [submission(month)], { expected: "senders" })
    expect(issues.map(({ code, pointer }) => [code, pointer]).slice(0, 2)).toEqual([
      ["period.not-in-calendar", "/values/meeting.turns"],
      ["period.not-in-calendar", "/nil/0"],
    ])
    expect(toText(issues[0]!, "vi")).toContain("tháng 3/2022")
    expect(accepted.flatMap((one) => Answers.statements(one)).map(({ indicator }) => indicator)).toEqual([
      "meeting.events",
    ])
    const scope = { subject: "an-ward-2000", period: read(inspected, "2022-M03") }
    const { cells } = Aggregate.fromFacts(inspected, factsOf(inspected, half), scope)
    expect(cells.some(({ indicator }) => indicator === "meeting.turns")).toBe(false)
  })

  it("figures of two calendars are not compared, whatever their reports are called", () => {
    const scope = (text: string) => ({ subject: "an-ward-2000", period: read(inspected, text) })
    const other = made({ calendar: "nd09" })
    const [now, then] = ["2022-H1", "2021-H1"].map((period) => ({ ...half, period, id: period }))
    const current = Aggregate.fromFacts(inspected, factsOf(inspected, now!), scope("2022-H1"))
    const base = Aggregate.fromFacts(inspected, factsOf(inspected, then!), scope("2021-H1"))
    const older = Aggregate.fromFacts(other, factsOf(other, then!), scope("2021-H1"))
    const turns = (against: Aggregate.Aggregate) =>
      Comparison.fromAggregates(inspected, current, {
        baseline: "same-period-last-year",
        period: against.period,
        aggregate: against,
      }).find(({ indicator }) => indicator === "meeting.turns")
    expect(turns(base)?.outcome.kind).toBe("change")
    expect(turns(older)?.outcome).toEqual({ kind: "not-comparable", reasons: ["calendar"] })
  })
})

describe("a cumulative number", () => {
  const plain = country.registers
  const scope = (text: string) => ({ subject: "an-ward-2000", period: read(plain, text) })
  const cell = (registers: Registers.Registers, text: string, ...all: ReadonlyArray<object>) => {
    const facts = factsOf(registers, ...all)
    const tree = Result.getOrThrow(Aggregate.explain(registers, facts, scope(text), { indicator: "meeting.events" }))
    const { issues, cells } = Aggregate.fromFacts(registers, facts, scope(text))
    expect(Aggregate.recompute(tree)).toEqual(tree.value)
    const { coverage } = cells.find(({ indicator }) => indicator === "meeting.events")!
    return { ...tree, coverage, issues: issues.map(({ code }) => code) }
  }
  const sent = (period: string, events: unknown) => ({ id: period, period, values: { "meeting.events": events } })
  const h1 = sent("2022-H1", 5)

  it("of a quarter is stored for the year up to its end, and the quarter's own is deduced from it", () => {
    const third = sent("2022-Q3", { n: 9, cumulative: true })
    expect(periods(factsOf(plain, third))).toEqual({ "meeting.events": "2022-9M@civil" })
    const { value, how, parts } = cell(plain, "2022-Q3", h1, third)
    expect([value, how, parts.map((part) => part.period)]).toEqual([
      Value.quantity(4),
      "time-difference",
      ["2022-9M@civil", "2022-H1@civil"],
    ])
    expect(cell(plain, "2022-9M", h1, third).value).toEqual(Value.quantity(9))
  })

  it("is what the half-year and the third quarter make", () => {
    const { value, how } = cell(plain, "2022-9M", h1, sent("2022-Q3", 4))
    expect([value, how]).toEqual([Value.quantity(9), "time-sum"])
  })

  it("counts for what is owed once it can be deduced", () => {
    const whole = cell(plain, "2022-H2", h1, sent("2022", 9))
    expect([whole.value, whole.coverage.cellsArrived]).toEqual([Value.quantity(4), 1])
    const alone = cell(plain, "2022-H2", sent("2022", 9))
    expect([alone.value, alone.coverage.cellsArrived]).toEqual([Value.missing("not-sent"), 0])
  })

  it("keeps its qualifier: over nine months less half a year that was over is about", () => {
    const { value } = cell(plain, "2022-H2", sent("2022-H1", { over: 5 }), sent("2022", { over: 9 }))
    expect(value).toEqual(Value.quantity(4, "about"))
  })

  it("is not taken from what does not fill it: another calendar, a gap, another year", () => {
    for (const other of ["2022-H1@nd09", "2022-Q1", "2021-H1"]) {
      expect(cell(plain, "2022-H2", sent(other, 5), sent("2022", 9)).how).toBe("none")
    }
  })

  it("that falls is found in the batch, and nothing is deduced from it", () => {
    const third = sent("2022-Q3", { n: 3, cumulative: true })
    const { value, how, issues } = cell(plain, "2022-Q3", h1, third)
    expect([value, how, issues]).toEqual([Value.missing("withheld"), "refused", ["aggregate.cumulative-fell"]])
    const batch = validate(plain, [h1, third].map(submission), { expected: "senders" })
    const fell = batch.issues.find(({ code }) => code === "series.fell")
    expect([fell?.submission, fell?.params["now"], fell?.params["before"]]).toEqual(["2022-Q3", "3", "5"])
  })

  it("is not held against a number of one quarter: neither as an outlier nor by a rule", () => {
    const quarters = [sent("2022-Q2", 4), sent("2022-Q3", { n: 90, cumulative: true })]
    const codes = validate(plain, quarters.map(submission), { expected: "senders" }).issues.map(({ code }) => code)
    expect(codes).not.toContain("series.outlier")
    const values = { "meeting.events": { n: 90, cumulative: true }, "meeting.turns": 40 }
    const rule = validate(plain, [submission({ period: "2022-Q3", values })], { expected: "senders" })
    expect(rule.issues.map(({ code }) => code)).not.toContain("rule.failed-warning")
    const same = validate(plain, [submission({ values: { ...values, "meeting.events": 90 } })], { expected: "senders" })
    expect(same.issues.map(({ code }) => code)).toContain("rule.failed-warning")
  })

  it("may be the indicator's habit, from which a value may differ", () => {
    const habit = made({ indicators: indicators({ "meeting.events": { cumulative: true } }) })
    expect(periods(factsOf(habit, sent("2022-Q3", 9)))).toEqual({ "meeting.events": "2022-9M@civil" })
    expect(periods(factsOf(habit, { period: "2022-Q3", values: {}, nil: ["meeting.events"] }))).toEqual({
      "meeting.events": "2022-9M@civil",
    })
    expect(periods(factsOf(habit, sent("2022-Q3", { n: 4, cumulative: false })))).toEqual({
      "meeting.events": "2022-Q3@civil",
    })
  })

  it("gives way to the report of just that period, and is told where they differ", () => {
    const facts = factsOf(plain, sent("2022-Q3", { n: 9, cumulative: true }), sent("2022-9M", 8))
    expect(facts.facts.map(({ value }) => value)).toEqual([Value.quantity(8)])
    expect(facts.issues.map(({ code, submission: of }) => [code, of])).toEqual([["fact.conflict", "2022-Q3"]])
  })

  it("goes over free days where the calendar has no such part", () => {
    const state = made({ calendar: "nd09" })
    const third = sent("2022-Q3", { n: 9, cumulative: true })
    const facts = factsOf(state, h1, third)
    expect(facts.facts.map(({ period }) => Period.toId(period)).toSorted()).toEqual([
      "2021-12-15/2022-09-14@nd09",
      "2022-H1@nd09",
    ])
    const period = read(state, "2022-Q3")
    const asked = { subject: "an-ward-2000", period }
    const tree = Result.getOrThrow(Aggregate.explain(state, facts, asked, { indicator: "meeting.events" }))
    expect([tree.value, tree.how]).toEqual([Value.quantity(4), "time-difference"])
    expect(Result.isFailure(Kernel.fromFacts(state, facts, { subjects: [asked.subject], period }))).toBe(true)
  })
})

describe("laws", () => {
  const plain = country.registers
  const ward = "an-ward-2000"
  const sent = (period: string, events: unknown, rest: object = {}) => ({
    id: period,
    period,
    values: { "meeting.events": events, ...rest },
  })
  const told = (text: string, ...all: ReadonlyArray<object>) => {
    const scope = { subject: ward, period: read(plain, text) }
    const tree = Aggregate.explain(plain, factsOf(plain, ...all), scope, { indicator: "meeting.events" })
    return Result.getOrThrow(tree).value
  }
  const count = fc.nat(1000)

  it("a figure has the kind and number of its report's period, in the calendar of its indicator", () => {
    fc.assert(
      fc.property(fc.constantFrom("2022-Q1", "2022-Q2", "2022-H1", "2022"), count, (period, n) => {
        const facts = factsOf(inspected, { period, values: { "meeting.events": n, "meeting.turns": n } })
        expect(periods(facts)).toEqual({
          "meeting.events": `${period}@nd09`,
          "meeting.turns": `${period}@inspectorate`,
        })
      }),
    )
  })

  it("a number since New Year is that of the year so far; less what was before, it is the quarter's", () => {
    fc.assert(
      fc.property(count, count, (before, own) => {
        const third = sent("2022-Q3", { n: before + own, cumulative: true })
        expect(periods(factsOf(plain, third))).toEqual({ "meeting.events": "2022-9M@civil" })
        expect(told("2022-9M", sent("2022-H1", before), third)).toEqual(Value.quantity(before + own))
        expect(told("2022-Q3", sent("2022-H1", before), third)).toEqual(Value.quantity(own))
      }),
    )
  })

  it("the half-year and the third quarter make nine months", () => {
    fc.assert(
      fc.property(count, count, (before, own) => {
        const value = told("2022-9M", sent("2022-H1", before), sent("2022-Q3", own))
        expect(value).toEqual(Value.quantity(before + own))
      }),
    )
  })

  it("the report of just that period stands before a number since New Year, and a difference is told", () => {
    fc.assert(
      fc.property(count, count, (since, own) => {
        const { facts, issues } = factsOf(plain, sent("2022-Q3", { n: since, cumulative: true }), sent("2022-9M", own))
        expect(facts.map(({ value }) => value)).toEqual([Value.quantity(own)])
        expect(issues.map(({ code, submission: of }) => [code, of])).toEqual(
          since === own ? [] : [["fact.conflict", "2022-Q3"]],
        )
      }),
    )
  })

  it("no rule holds a number since New Year against one of the quarter", () => {
    fc.assert(
      fc.property(count, count, (events, turns) => {
        const codes = (n: unknown) =>
          validate(plain, [submission(sent("2022-Q3", n, { "meeting.turns": turns }))], { expected: "senders" })
            .issues.map(({ code }) => code)
            .filter((code) => code.startsWith("rule."))
        expect(codes({ n: events, cumulative: true })).toEqual([])
        expect(codes(events).length > 0).toBe(events > turns || (events === 0 && turns > 0))
      }),
    )
  })

  it("what two quarters come to beyond the safe integers is no number, for the unit and above it", () => {
    const large = fc.integer({ min: 2 ** 52, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(large, large, count, (first, second, other) => {
        const raised = (period: string, n: number, subject = ward) => ({
          ...{ id: `${subject}-${period}`, subject, period },
          values: { "fund.raised": n },
        })
        const facts = factsOf(
          plain,
          raised("2022-Q1", first),
          raised("2022-Q2", second),
          raised("2022-H1", other, "binh-ward-2000"),
        )
        for (const subject of [ward, "mai-district-2000"]) {
          const result = Aggregate.fromFacts(plain, facts, { subject, period: read(plain, "2022-H1") })
          expect(Aggregate.get(result, { indicator: "fund.raised" })?.value.kind).toBe("missing")
          expect(result.issues.map(({ code }) => code)).toEqual(["aggregate.overflow"])
        }
      }),
    )
  })
})

describe("a period that straddles a succession", () => {
  // On 1 July 2025 ward An goes, and ward Mai comes.
  const { units, edges } = organisations
  const an = (to: object) => units.map((unit) => (unit.id === "an-ward-2000" ? { ...unit, ...to } : unit))
  const ended = { to: "2025-06-30" }
  const fresh = { id: "mai-ward-2025", kind: "ward", names: [{ vi: "Phường Mai" }], from: "2025-07-01" }
  const edge = { child: fresh.id, parent: "mai-district-2000", line: "reporting", from: "2025-07-01" }
  const file = {
    ...organisations,
    units: [...an(ended), fresh],
    edges: [...edges.map((one) => (one.child === "an-ward-2000" ? { ...one, ...ended } : one)), edge],
    successions: [],
  }
  const reformed = made({}, file)

  it.each([
    ["2025-H1@civil", "old", false],
    ["2025-Q3@civil", "new", false],
    ["2025-9M@civil", "new", true],
    ["2025@civil", "new", true],
    ["2025-M06@nd09", "old", false],
    ["2025-M07@nd09", "new", true],
    ["2025-H1@nd09", "old", false],
    ["2025-Q3@nd09", "new", true],
    ["2025-H2@nd09", "new", true],
    ["2025-H1@inspectorate", "old", false],
    ["2025-9M@inspectorate", "new", true],
    ["2025@inspectorate", "new", true],
    ["2025-H1@justice", "old", false],
    ["2025-H2@justice", "new", true],
    ["2025@justice", "new", true],
  ])("%s is brought together on the %s map, which is that of its last day", (text, map, straddles) => {
    const period = read(reformed, text)
    const below = Hierarchy.subtree(file.edges, "mai-district-2000", Period.referenceDate(period))
    expect([below.includes("an-ward-2000"), below.includes(fresh.id)]).toEqual([map === "old", map === "new"])
    expect(Period.straddles(period, "2025-07-01")).toBe(straddles)
    const duty = { subject: "mai-district-2000", series: { indicator: "meeting.events" }, period }
    const facts = { facts: [], origins: [], issues: [] }
    if (["half"].includes(period.kind)) {
      const owing = Coverage.missing(reformed, facts, duty).map(({ subject }) => subject)
      expect(owing.includes(map === "old" ? "an-ward-2000" : fresh.id)).toBe(true)
    }
  })

  it("sixteen days of the State's second half-year belong to what was before", () => {
    const days = Period.days(read(reformed, "2025-H2@nd09"))
    expect(PlainDate.daysBetween(days!.from, "2025-07-01")).toBe(16)
    const facts = factsOf(reformed, {
      subject: "an-ward-2000",
      period: "2025-H2@nd09",
      values: { "meeting.events": 1 },
    })
    expect(facts.facts).toEqual([])
  })
})
