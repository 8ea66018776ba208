// What must hold of any report, whatever it is about: for each rule a file that keeps it and one that breaks it, with the
// numbers that the finding compares and exactly what is held back. Rows in the order in which the field states its rules.
import { Aggregate, aggregate, Answers, type Issue, validate, Value } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { describe, expect, it } from "vitest"
import { registers, submission } from "./registers.ts"

type Values = Readonly<Record<string, unknown>>

/** What a unit sent, from the earliest period to the one that is looked at. */
type File = ReadonlyArray<readonly [period: string, values: Values]>

interface Case {
  readonly rule: string
  readonly passes: File
  readonly fails: File
  readonly code: Issue.IssueCode
  readonly pointer: string
  /** What the finding compares, by parameter. */
  readonly numbers: Values
  /** Pointers of what does not count. */
  readonly held: ReadonlyArray<string>
}

const articles = { "capacity.articles": 4 }
const half = (values: Values): File => [["2024-H1", { ...values, ...articles }]]
const many = {
  "dialogue.events": 4,
  "dialogue.turns": 90,
  "dialogue.opinions": 12,
  "dialogue.answered": 12,
  ...articles,
}

const cases: ReadonlyArray<Case> = [
  {
    rule: "what is counted is whole",
    passes: half({ "dialogue.events": 3 }),
    fails: half({ "dialogue.events": 2.5 }),
    code: "value.fractional",
    pointer: "/values/dialogue.events",
    numbers: { found: "2.5" },
    held: ["/values/dialogue.events"],
  },
  {
    rule: "and not below zero",
    passes: half({ "dialogue.events": 0 }),
    fails: half({ "dialogue.events": -1 }),
    code: "value.negative",
    pointer: "/values/dialogue.events",
    numbers: { found: "-1" },
    held: ["/values/dialogue.events"],
  },
  {
    rule: "x is at most y",
    passes: half({ "qcdc.civil-servant-conferences": { x: 42, y: 42 } }),
    fails: half({ "qcdc.civil-servant-conferences": { x: 43, y: 42 } }),
    code: "value.share-exceeds",
    pointer: "/values/qcdc.civil-servant-conferences",
    numbers: { x: "43", y: "42" },
    held: ["/values/qcdc.civil-servant-conferences"],
  },
  {
    rule: "parts of an exhaustive breakdown come to the whole",
    passes: half({
      "petition.received": { n: 12, by: { "petition-type": { complaint: 5, denunciation: 3, recommendation: 4 } } },
    }),
    fails: half({
      "petition.received": { n: 12, by: { "petition-type": { complaint: 5, denunciation: 3, recommendation: 5 } } },
    }),
    code: "value.parts-differ",
    pointer: "/values/petition.received/by/petition-type",
    numbers: { sum: "13", total: "12" },
    held: ["/values/petition.received"],
  },
  {
    rule: "a printed percentage is that of x and y, rounded",
    passes: half({ "convention.recognised": { x: 79, y: 108, printed: "73.1" } }),
    fails: half({ "convention.recognised": { x: 79, y: 108, printed: "73.3" } }),
    code: "claim.percent-differs",
    pointer: "/values/convention.recognised/printed",
    numbers: { x: "79", y: "108", printed: "73,3" },
    held: [],
  },
  {
    rule: "or cut off",
    passes: half({ "qcdc.worker-conferences": { x: 58, y: 119, printed: "48.73" } }),
    fails: half({ "qcdc.worker-conferences": { x: 58, y: 119, printed: "48.72" } }),
    code: "claim.percent-differs",
    pointer: "/values/qcdc.worker-conferences/printed",
    numbers: { x: "58", y: "119", printed: "48,72" },
    held: [],
  },
  {
    rule: "start and coming in, less going out, is the end; the start is the end of the period before",
    passes: [
      ["2023-H2", { "members.memberships": 100 }],
      ["2024-H1", { "members.memberships": 103, "members.admitted": 5, "members.left": 2, ...articles }],
    ],
    fails: [
      ["2023-H2", { "members.memberships": 100 }],
      ["2024-H1", { "members.memberships": 104, "members.admitted": 5, "members.left": 2, ...articles }],
    ],
    code: "rule.failed-error",
    pointer: "/values/members.memberships",
    numbers: {
      rule: "members.balance",
      numbers: [
        "members.memberships = 104",
        "members.memberships (previous) = 100",
        "members.admitted = 5",
        "members.left = 2",
      ],
    },
    held: ["/values/members.memberships"],
  },
  {
    rule: "what was carried on is what is carried in",
    passes: [
      ["2023-H2", { "petition.pending": 7 }],
      ["2024-H1", { "petition.pending": 4, "petition.received": 10, "petition.processed": { n: 13 }, ...articles }],
    ],
    fails: [
      ["2023-H2", { "petition.pending": 6 }],
      ["2024-H1", { "petition.pending": 4, "petition.received": 10, "petition.processed": { n: 13 }, ...articles }],
    ],
    code: "rule.failed-error",
    pointer: "/values/petition.pending",
    numbers: {
      rule: "petition.balance",
      numbers: [
        "petition.pending = 4",
        "petition.pending (previous) = 6",
        "petition.received = 10",
        "petition.processed = 13",
      ],
    },
    held: ["/values/petition.pending"],
  },
  {
    rule: "from the beginning of the year, a number does not fall",
    passes: [
      ["2024-Q1", { "dialogue.events": 3 }],
      ["2024-H1", { "dialogue.events": 3, ...articles }],
    ],
    fails: [
      ["2024-Q1", { "dialogue.events": 3 }],
      ["2024-H1", { "dialogue.events": 2, ...articles }],
    ],
    code: "series.fell",
    pointer: "/values/dialogue.events",
    numbers: { now: "2", before: "3", periodEn: "quarter 1 of 2024" },
    held: [],
  },
  {
    rule: "the denominator of the half-year is that of the year",
    passes: [
      ["2024-H1", { "convention.recognised": { x: 70, y: 108 } }],
      ["2024", { "convention.recognised": { x: 79, y: 108 }, ...articles }],
    ],
    fails: [
      ["2024-H1", { "convention.recognised": { x: 70, y: 108 } }],
      ["2024", { "convention.recognised": { x: 79, y: 112 }, ...articles }],
    ],
    code: "series.base-changed",
    pointer: "/values/convention.recognised",
    numbers: { now: "112", before: "108" },
    held: [],
  },
  {
    rule: "a printed change is the derived one, in points or relative",
    passes: [
      ["2023-H1", { "dialogue.resolution-rate": { percent: "82" } }],
      [
        "2024-H1",
        {
          "dialogue.resolution-rate": { percent: "87", change: { by: "5", of: "unstated", against: "2023-H1" } },
          ...articles,
        },
      ],
    ],
    fails: [
      ["2023-H1", { "dialogue.resolution-rate": { percent: "82" } }],
      [
        "2024-H1",
        {
          "dialogue.resolution-rate": { percent: "87", change: { by: "4", of: "unstated", against: "2023-H1" } },
          ...articles,
        },
      ],
    ],
    code: "claim.change-differs",
    pointer: "/values/dialogue.resolution-rate",
    numbers: { before: "82", now: "87", printed: "4", points: "5", relative: "6" },
    held: [],
  },
  {
    rule: "no number is more than three times the last one",
    passes: [
      ["2023-H2", { "dialogue.turns": 100 }],
      ["2024-H1", { "dialogue.turns": 300, ...articles }],
    ],
    fails: [
      ["2023-H2", { "dialogue.turns": 100 }],
      ["2024-H1", { "dialogue.turns": 301, ...articles }],
    ],
    code: "series.outlier",
    pointer: "/values/dialogue.turns",
    numbers: { now: "301", before: "100" },
    held: [],
  },
  {
    rule: "not everything is as it was last time",
    passes: [
      ["2023-H2", many],
      ["2024-H1", { ...many, "dialogue.turns": 91 }],
    ],
    fails: [
      ["2023-H2", many],
      ["2024-H1", many],
    ],
    code: "record.copied",
    pointer: "/values",
    numbers: { count: "5" },
    held: [],
  },
]

const sent = (file: File): ReadonlyArray<unknown> => file.map(([period, values]) => submission(values, period))
const read = (file: File) => {
  const all = sent(file)
  return validate(registers, all.slice(-1), { expected: "senders", previous: all.slice(0, -1) })
}

describe("a report of any kind", () => {
  it.each(cases.map((one) => [one.rule, one] as const))("%s", (_, { passes, fails, code, pointer, numbers, held }) => {
    const good = read(passes)
    expect(good.issues).toEqual([])
    expect(good.held).toEqual([])

    const bad = read(fails)
    expect(bad.issues.map((issue) => [issue.code, issue.pointer])).toEqual([[code, pointer]])
    const [, values = {}] = fails.at(-1) ?? []
    const told = bad.issues[0]?.params ?? {}
    for (const [name, number] of Object.entries(numbers)) {
      expect([name, typeof number === "string" ? String(told[name]) : told[name]]).toEqual([name, number])
    }
    expect(bad.held.map((one) => [one.pointer, one.codes])).toEqual(held.map((one) => [one, [code]]))
    const left = bad.accepted.flatMap((each) => Answers.statements(each).map(({ indicator }) => `/values/${indicator}`))
    const own = Object.keys(values).map((id) => `/values/${id}`)
    expect(new Set(left)).toEqual(new Set(own.filter((one) => !held.includes(one))))
  })
})

// Rules that only bringing together can keep or break.
describe("figures of a district", () => {
  const wards = country.reporting.slice(0, 3)
  const from = (subject: string, n: unknown, scope = "own"): unknown => ({
    ...(submission({ "dialogue.events": n }) as object),
    id: `${subject}-${scope}`,
    subject,
    scope,
  })
  const bring = (numbers: ReadonlyArray<unknown>, ...more: ReadonlyArray<unknown>) => {
    const inputs = [...wards.map((ward, i) => from(ward, numbers[i])), ...more]
    const batch = validate(registers, inputs, { expected: "senders" })
    const result = aggregate(registers, batch, { subject: "mai-district-2000", period: "2024-H1" })
    return { cell: Aggregate.get(result, { indicator: "dialogue.events" }), issues: result.issues }
  }

  it("a total that was stated is the sum of the units, or the difference is told", () => {
    expect(bring([1, 2, 3], from("mai-district-2000", 6, "whole")).issues).toEqual([])
    const { cell, issues } = bring([1, 2, 3], from("mai-district-2000", 7, "whole"))
    expect(issues.map(({ code, params }) => [code, params["whole"], params["sum"]])).toEqual([
      ["whole.differs", "7", "6"],
    ])
    expect([cell?.value, cell?.how]).toEqual([Value.quantity(6), "units-sum"])
  })

  it("what the district did itself is sent by itself, and is no remainder", () => {
    const { cell, issues } = bring([1, 2, 3], from("mai-district-2000", 4))
    expect(issues).toEqual([])
    expect([cell?.value, cell?.how]).toEqual([Value.quantity(10), "units-sum"])
  })

  it("with a number that is about, the total is about", () => {
    const { cell } = bring([1, { about: 2 }, 3])
    expect(cell?.value).toEqual(Value.quantity(6, "about"))
    expect(bring([1, 2, 3]).cell?.value).toEqual(Value.quantity(6))
  })
})
