// What comparisons say, as a page that is read by a person: docs/comparisons.md. `-u` writes it anew.
import { Aggregate, Comparison, ComparisonText, Facts, type Measure, Period, validate, Value } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { vi as words } from "../../src/wording/vi.ts"

const { registers, submission } = country
const period = (text: string) => Result.getOrThrow(Period.fromText(text, "civil"))
const [now, then] = [period("2022-H1"), period("2021-H1")]
const events: Measure.Measure = { id: "event", vi: "cuộc", en: "events", decimals: 0 }
const facts = Facts.fromValidated(validate(registers, [submission()], { expected: "senders" }))
const known = Aggregate.get(Aggregate.fromFacts(registers, facts, { subject: "an-ward-2000", period: now }), {
  indicator: "meeting.events",
})!

interface Side {
  readonly value?: Value.Value
  readonly coverage?: readonly [complete: number, owing: number]
  readonly how?: Aggregate.How
  readonly flags?: Aggregate.Cell["flags"]
  readonly since?: string
  readonly remainder?: boolean
  readonly counting?: "cumulative"
  readonly period?: Period.Period
  readonly subject?: string
}
const made = (side: Side, at: Period.Period): Comparison.Side => {
  const [complete, owing] = side.coverage ?? [166, 166]
  return {
    cell: {
      ...known,
      value: side.value ?? Value.quantity(12),
      how: side.how ?? "units-sum",
      flags: side.flags ?? [],
      subject: side.subject ?? known.subject,
      coverage: {
        unitsComplete: complete,
        unitsPartial: 0,
        unitsOwing: owing,
        cellsArrived: complete,
        cellsLate: 0,
        cellsNotDue: 0,
        cellsOwing: owing,
      },
      map: { day: "2022-06-30", since: side.since ?? null },
      remainder: side.remainder
        ? [{ unit: "dong-ward-2000", period: "2022-H1", to: [], by: [], value: Value.quantity(1) }]
        : [],
    },
    period: side.period ?? at,
    ...(side.counting ? { counting: side.counting } : {}),
  }
}
const share = (x: number, y: number): Value.Value => ({
  kind: "share",
  x: { n: x, qualifier: "exact" },
  y: { n: y, qualifier: "exact" },
})
const [gap, none]: readonly [Value.Value, Value.Value] = [
  Value.missing("not-sent"),
  { kind: "not-applicable", reason: "no-object" },
]
const rate: Value.Value = { kind: "rate", percent: "87", qualifier: "exact" }

interface Case {
  readonly title: string
  readonly now?: Side
  readonly then?: Side
  readonly baseline?: Comparison.Baseline
  readonly kind?: Comparison.Measured["kind"]
  readonly peers?: ReadonlyArray<Side>
}
const chapters: ReadonlyArray<readonly [string, ReadonlyArray<Case>]> = [
  [
    "Tăng, giảm, bằng · up, down, the same",
    [
      { title: "12 | 8", then: { value: Value.quantity(8) } },
      { title: "8 | 12", now: { value: Value.quantity(8) } },
      { title: "12 | 12" },
      {
        title: "khoảng 1.500 | 1.200",
        now: { value: Value.quantity(1500, "about") },
        then: { value: Value.quantity(1200) },
      },
      {
        title: "gần 1.000 | 1.200",
        now: { value: Value.quantity(1000, "under") },
        then: { value: Value.quantity(1200) },
      },
      { title: "trên 90 | 98", now: { value: Value.quantity(90, "over") }, then: { value: Value.quantity(98) } },
      { title: "khoảng 12 | 12", now: { value: Value.quantity(12, "about") } },
      { title: "9/12 | 6/12", now: { value: share(9, 12) }, then: { value: share(6, 12) }, kind: "share" },
      { title: "58/119 | 79/108", now: { value: share(58, 119) }, then: { value: share(79, 108) }, kind: "share" },
    ],
  ],
  [
    "Số không · zero",
    [
      { title: "kỳ này · now", now: { value: Value.quantity(0) } },
      { title: "kỳ gốc · base", then: { value: Value.quantity(0) } },
      { title: "cả hai · both", now: { value: Value.quantity(0) }, then: { value: Value.quantity(0) } },
    ],
  ],
  [
    "Chưa có số liệu · missing",
    [
      { title: "kỳ này · now", now: { value: gap } },
      { title: "kỳ gốc · base", then: { value: gap } },
      { title: "cả hai · both", now: { value: gap }, then: { value: gap } },
      { title: "kỳ này không công bố · now withheld", now: { value: Value.missing("withheld") } },
      { title: "kỳ gốc không công bố · base withheld", then: { value: Value.missing("withheld") } },
    ],
  ],
  [
    "Không có đối tượng · not applicable",
    [
      { title: "kỳ này · now", now: { value: none } },
      { title: "kỳ gốc · base", then: { value: none } },
      { title: "kỳ này 0/0 · now", now: { value: share(0, 0) }, then: { value: share(1, 2) }, kind: "share" },
      { title: "kỳ gốc 0/0 · base", now: { value: share(1, 2) }, then: { value: share(0, 0) }, kind: "share" },
    ],
  ],
  [
    "Độ đầy đủ · coverage",
    [
      { title: "kỳ này thiếu · now incomplete", now: { coverage: [148, 166] } },
      { title: "kỳ gốc thiếu · base incomplete", then: { coverage: [148, 166] } },
      { title: "cùng thiếu · both alike", now: { coverage: [148, 166] }, then: { coverage: [148, 166] } },
      { title: "cùng đủ, khác số đơn vị · both complete, unlike units", then: { coverage: [161, 161] } },
      { title: "kỳ này không ai có nghĩa vụ · nobody owes now", now: { coverage: [0, 0] } },
      { title: "kỳ gốc không ai có nghĩa vụ · nobody owed then", then: { coverage: [0, 0] } },
      { title: "không ai có nghĩa vụ · nobody owes either", now: { coverage: [0, 0] }, then: { coverage: [0, 0] } },
      { title: "số ước ở kỳ này · estimated now", now: { flags: ["estimated"] } },
      { title: "số lấy theo kỳ trước ở kỳ gốc · base carried over", then: { flags: ["carried"] } },
    ],
  ],
  [
    "Lịch · calendar",
    [
      { title: "kỳ này · now", now: { period: { ...now, calendar: "nd09" } as Period.Period } },
      { title: "kỳ gốc · base", then: { period: { ...then, calendar: "nd09" } as Period.Period } },
    ],
  ],
  [
    "Độ dài · length",
    [
      { title: "kỳ này là quý · now a quarter", now: { period: period("2022-Q1") } },
      { title: "kỳ gốc là quý · base a quarter", then: { period: period("2021-Q1") } },
      {
        title: "kỳ gốc là năm, tỷ lệ · base a year, shares",
        now: { value: share(1, 2) },
        then: { value: share(1, 2), period: period("2021") },
        baseline: "last-year",
        kind: "share",
      },
      { title: "kỳ này luỹ kế · now cumulative", now: { counting: "cumulative" } },
      { title: "kỳ gốc luỹ kế · base cumulative", then: { counting: "cumulative" } },
    ],
  ],
  [
    "Địa bàn · map",
    [
      { title: "kỳ này · now", now: { since: "2025-07-01" } },
      { title: "kỳ gốc · base", then: { since: "2025-07-01" } },
      { title: "kỳ này còn phần chưa tách · now a remainder", now: { remainder: true } },
      { title: "kỳ gốc còn phần chưa tách · base a remainder", then: { remainder: true } },
      { title: "khác đơn vị · another unit", then: { subject: "binh-ward-2000" } },
    ],
  ],
  [
    "Loại số · kind",
    [
      { title: "kỳ này là tỷ lệ · now a rate", now: { value: rate } },
      { title: "kỳ gốc là tỷ lệ · base a rate", then: { value: rate } },
      { title: "cả hai là tỷ lệ · both rates", now: { value: rate }, then: { value: rate }, kind: "rate" },
      { title: "kỳ này không tổng hợp được · now refused", now: { value: Value.missing("withheld"), how: "refused" } },
      {
        title: "kỳ gốc không tổng hợp được · base refused",
        then: { value: Value.missing("withheld"), how: "refused" },
      },
    ],
  ],
  [
    "Gốc khác · other bases",
    [
      { title: "kỳ trước · the period before", then: { period: period("2021-H2") }, baseline: "previous-period" },
      {
        title: "cả năm trước · the whole year before",
        then: { value: Value.quantity(30), period: period("2021") },
        baseline: "last-year",
      },
      {
        title: "cuối năm trước, số tại một thời điểm · the end of the year before, a stock",
        then: { value: Value.quantity(30), period: period("2021") },
        baseline: "last-year",
        kind: "stock",
      },
      {
        title: "cả năm trước bằng không · a year of zero",
        then: { value: Value.quantity(0), period: period("2021") },
        baseline: "last-year",
      },
      { title: "kế hoạch · plan", then: { value: Value.quantity(24), period: period("2022") }, baseline: "target" },
      {
        title: "vượt kế hoạch · beyond the plan",
        then: { value: Value.quantity(10), period: period("2022") },
        baseline: "target",
      },
      {
        title: "kế hoạch bằng không · a plan of zero",
        then: { value: Value.quantity(0), period: period("2022") },
        baseline: "target",
      },
      {
        title: "kế hoạch chưa có số · no figure in the plan",
        then: { value: gap, period: period("2022") },
        baseline: "target",
      },
      {
        title: "kế hoạch thiếu đơn vị · the plan incomplete",
        then: { coverage: [148, 166], period: period("2022") },
        baseline: "target",
      },
      {
        title: "cùng loại, cao hơn · peers, above",
        now: { value: share(9, 10) },
        kind: "share",
        baseline: "peers",
        peers: [{ value: share(5, 10) }, { value: share(8, 10) }],
      },
      {
        title: "cùng loại, thấp hơn · peers, below",
        now: { value: share(1, 10) },
        kind: "share",
        baseline: "peers",
        peers: [{ value: share(5, 10) }, { value: share(8, 10) }],
      },
      { title: "cùng loại, số lượng · peers, numbers", baseline: "peers", peers: [{}, {}] },
      {
        title: "cùng loại, thiếu số liệu · peers, one missing",
        now: { value: share(1, 10) },
        kind: "share",
        baseline: "peers",
        peers: [{ value: share(5, 10) }, { value: gap }],
      },
      {
        title: "cùng loại, thiếu một phần · peers, one incomplete",
        now: { value: share(1, 10) },
        kind: "share",
        baseline: "peers",
        peers: [{ value: share(5, 10) }, { value: share(5, 10), coverage: [1, 2] }],
      },
      {
        title: "quá ít · too few",
        now: { value: share(1, 10) },
        kind: "share",
        baseline: "peers",
        peers: [{ value: share(5, 10) }],
      },
    ],
  ],
]

const compared = ({ now: a = {}, then: b = {}, baseline = "same-period-last-year", kind = "flow", peers }: Case) => {
  const [one, other] = [made(a, now), made(b, then)]
  const outcome = peers
    ? Comparison.rank(
        one,
        peers.map((peer) => made(peer, now)),
        { kind },
      )
    : baseline === "target"
      ? Comparison.toPlan(one, other, { kind })
      : Comparison.compare(one, other, { kind })
  return {
    indicator: known.indicator,
    subject: known.subject,
    period: Period.toId(one.period),
    baseline,
    against: Period.toId(other.period),
    coverage: { now: one.cell.coverage, then: peers ? null : other.cell.coverage },
    outcome,
  } satisfies Comparison.Comparison
}
const sides = ({ now: a = {}, then: b = {}, baseline }: Case) =>
  baseline === "peers"
    ? {}
    : {
        now: `${(a.coverage ?? [166])[0]}/${(a.coverage ?? [0, 166])[1]} xã, phường`,
        then: `${(b.coverage ?? [166])[0]}/${(b.coverage ?? [0, 166])[1]} xã, phường`,
      }

const page = (): string => {
  const lines = chapters.flatMap(([chapter, cases]) => [
    `## ${chapter}`,
    "",
    ...cases.flatMap((one) => {
      const comparison = compared(one)
      const said = sides(one)
      const inEnglish = Object.fromEntries(
        Object.entries(said).map(([key, text]) => [key, text.replace("xã, phường", "communes, wards")]),
      )
      const vi = ComparisonText.toText(comparison, { measure: events, ...said }, "vi")
      const en = ComparisonText.toText(comparison, { measure: events, ...inEnglish }, "en")
      return [`### ${one.title.replace(" | ", "; kỳ gốc · base ")}`, "", `- ${vi}`, `- ${en}`, ""]
    }),
  ])
  return [
    "# What comparisons say",
    "",
    "Every outcome of a comparison in words. This page is written by [a test](../packages/core/test/wording/ComparisonText.test.ts) and compared with it. Where a heading gives no numbers, 12 events of this period stand against 12 of the base, each of all 166 communes and wards; [a decision](decisions/0026-comparisons.md) says what is refused and what is marked.",
    "",
    ...lines,
  ].join("\n")
}

describe("ComparisonText", () => {
  it("says what docs/comparisons.md says", async () => {
    await expect(page()).toMatchFileSnapshot("../../../../docs/comparisons.md")
  })

  it("names every reason and every caution somewhere on that page", () => {
    const outcomes = chapters.flatMap(([, cases]) => cases.map((one) => compared(one).outcome))
    const said = new Set(outcomes.flatMap((one) => (one.kind === "not-comparable" ? one.reasons : one.cautions)))
    // Without a base there is no second side, and the two are told by the same words.
    const without: ReadonlyArray<Comparison.Reason> = ["no-base", "no-plan"]
    const all = [...Object.keys(words.reasons), ...Object.keys(words.cautions)]
    expect([...new Set([...said, ...without])].sort()).toEqual(all.sort())
  })

  it("has a value for machines, with its sign", () => {
    const outcomeOf = (one: Case) => ComparisonText.machine(compared(one).outcome, events)
    expect(outcomeOf({ title: "", then: { value: Value.quantity(8) } })).toBe("4")
    expect(outcomeOf({ title: "", now: { value: Value.quantity(8) } })).toBe("-4")
    expect(outcomeOf({ title: "", now: { value: share(6, 12) }, then: { value: share(9, 12) }, kind: "share" })).toBe(
      "-25",
    )
    expect(outcomeOf({ title: "", then: { value: Value.quantity(24) }, baseline: "target" })).toBe("50%")
    expect(outcomeOf({ title: "", now: { value: gap } })).toBe("")
  })
})
