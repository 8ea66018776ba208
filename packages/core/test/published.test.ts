// Contradictions, and seeming ones, of published reports: what is wrong is found, what only looks wrong passes, and no
// number is repaired. The numbers were published; the catalogue is made for them.
import {
  Answers,
  Aggregate,
  aggregate,
  Comparison,
  Facts,
  load,
  Period,
  toText,
  Total,
  validate,
  Value,
} from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const label = (vi: string, en: string) => ({ vi, en })
const levels = ["province", "departments", "districts", "communes"]
const indicator = (id: string, kind: string, measure: string, vi: string, rest: object = {}) => ({
  id,
  label: label(vi, id),
  kind,
  measure,
  ...rest,
})
const byLevel = { breakdowns: [{ dimension: "level", exhaustive: true }] }

/** Citizen reception as provinces report it. */
const registers = load(country.organisations, {
  ...country.catalogue,
  measures: [
    { id: "turn", vi: "lượt", en: "turns", decimals: 0 },
    { id: "citizen", vi: "công dân", en: "citizens", decimals: 0 },
    { id: "petition", vi: "đơn", en: "petitions", decimals: 0 },
  ],
  dimensions: [
    { id: "level", label: label("Cấp", "Level"), members: levels.map((id) => ({ id, label: label(id, id) })) },
  ],
  indicators: [
    indicator("reception.turns", "flow", "turn", "Lượt tiếp công dân", byLevel),
    indicator("reception.citizens", "flow", "citizen", "Số người được tiếp"),
    indicator("reception.petitions", "flow", "petition", "Đơn tiếp nhận"),
    indicator("reception.fall", "flow", "turn", "Số lượt giảm", byLevel),
    ...levels.map((level) => indicator(`fall.${level}`, "share", "turn", `Tỷ lệ giảm (${level})`)),
    indicator("fall.all", "share", "turn", "Tỷ lệ giảm"),
    indicator("areas.reached", "share", "turn", "Lượt khu dân cư"),
  ],
  rules: [],
  citations: [],
  obligations: [],
})

const sent = (values: object, rest: object = {}) => country.submission({ values, ...rest })
const check = (...inputs: ReadonlyArray<unknown>) => validate(registers, inputs, { expected: "senders" })
const parts = (...numbers: ReadonlyArray<number>) => ({
  by: { level: Object.fromEntries(levels.map((level, i) => [level, numbers[i]])) },
})
const half = Result.getOrThrow(Period.fromText("2022-H1", "civil"))
const ward = { subject: "an-ward-2000", period: "2022-H1" }

describe("published reports", () => {
  it("takes 197 + 286 + 714 + 1.586 = 2.783 without a word", () => {
    const batch = check(sent({ "reception.turns": { n: 2783, ...parts(197, 286, 714, 1586) } }))
    expect([batch.issues, batch.held]).toEqual([[], []])
    expect(Aggregate.get(aggregate(registers, batch, ward), { indicator: "reception.turns" })?.value).toEqual(
      Value.quantity(2783),
    )
  })

  it("finds falls of 160, 255, 240 and 61 beside a total of 714, says 716, and believes neither", () => {
    const batch = check(sent({ "reception.fall": { n: 714, ...parts(160, 255, 240, 61) } }))
    expect(batch.issues.map(({ code, params }) => [code, params["sum"], params["total"]])).toEqual([
      ["value.parts-differ", "716", "714"],
    ])
    expect(toText(batch.issues[0]!, "vi")).toContain("160 + 255 + 240 + 61 = 716")
    expect(batch.accepted.flatMap((one) => Answers.statements(one))).toEqual([])
    const cell = Aggregate.get(aggregate(registers, batch, ward), { indicator: "reception.fall" })
    expect(cell?.value.kind).toBe("missing")
  })

  it("finds the same where the falls come from units and the total from above: the sum is used, the statement kept", () => {
    const falls = [160, 255, 240, 61].map((n, i) => sent({ "reception.fall": n }, { subject: country.reporting[i] }))
    const above = sent({ "reception.fall": 714 }, { subject: "mai-district-2000", scope: "whole", id: "province" })
    const wanted = { subject: "mai-district-2000", period: "2022-H1" }
    const result = aggregate(registers, check(...falls, above), wanted)
    const cell = Aggregate.get(result, { indicator: "reception.fall" })
    expect([cell?.value, cell?.whole]).toEqual([Value.quantity(716), Value.quantity(714)])
    expect(result.issues.map(({ code, submission }) => [code, submission])).toEqual([["whole.differs", "province"]])
  })

  it("takes every percentage of that table, because each is right in its own line", () => {
    const lines: ReadonlyArray<readonly [string, number, number, string]> = [
      ["fall.province", 160, 197 + 160, "44.82"],
      ["fall.departments", 255, 286 + 255, "47.13"],
      ["fall.districts", 240, 714 + 240, "25.16"],
      ["fall.communes", 61, 1586 + 61, "3.70"],
      ["fall.all", 714, 2783 + 714, "20.42"],
    ]
    const values = Object.fromEntries(lines.map(([id, x, y, printed]) => [id, { x, y, printed }]))
    expect(check(sent(values)).issues).toEqual([])
  })

  it("takes 1.583/1.653 printed as 95% (cut) and as 96% (rounded), warns of 94%, and computes 95,77 itself", () => {
    const printed = (percent: string) => check(sent({ "areas.reached": { x: 1583, y: 1653, printed: percent } }))
    for (const percent of ["95", "96", "95.7", "95.8", "95.76", "95.77"]) expect(printed(percent).issues).toEqual([])
    const wrong = printed("94")
    expect(wrong.issues.map(({ code, severity }) => [code, severity])).toEqual([["claim.percent-differs", "warning"]])
    const value = Answers.statements(wrong.accepted[0]!)[0]?.value
    expect(value && Value.percent(value, 2)).toBe("95.77")
  })

  it("finds 866 and 964 after 1.012 and 1.091 to be falls of 146 and 127, and more people than turns no error", () => {
    const now = sent({ "reception.turns": 866, "reception.citizens": 964 })
    const before = sent({ "reception.turns": 1012, "reception.citizens": 1091 }, { period: "2021-H1" })
    const batch = check(now, before)
    expect(batch.issues).toEqual([])
    const facts = Facts.fromValidated(batch)
    const [current, base] = [half, Period.sameLastYear(half)].map((period) =>
      Aggregate.fromFacts(registers, facts, { subject: "an-ward-2000", period }),
    )
    const found = Comparison.fromAggregates(registers, current!, {
      baseline: "same-period-last-year",
      period: base!.period,
      aggregate: base!,
    }).flatMap(({ indicator: id, outcome }) => (outcome.kind === "change" ? [[id, outcome.direction, outcome.by]] : []))
    expect(found).toEqual([
      ["reception.turns", "down", -146],
      ["reception.citizens", "down", -127],
    ])
  })

  it("keeps 2.430 turns, 3.255 citizens and 3.580 petitions as three series that no total adds", () => {
    const batch = check(
      sent({ "reception.turns": 2430, "reception.citizens": 3255, "reception.petitions": 3580 }),
      sent({ "reception.turns": 10 }, { subject: "binh-ward-2000" }),
    )
    expect(batch.issues).toEqual([])
    const result = aggregate(registers, batch, { subject: "mai-district-2000", period: "2022-H1" })
    const numbers = ["turns", "citizens", "petitions"].map(
      (name) => Aggregate.get(result, { indicator: `reception.${name}` })?.value,
    )
    expect(numbers).toEqual([Value.quantity(2440), Value.quantity(3255), Value.quantity(3580)])
    const facts = Facts.fromValidated(batch)
    for (const ids of [
      ["reception.turns", "reception.citizens"],
      ["reception.turns", "reception.petitions"],
      ["reception.citizens", "reception.petitions"],
    ]) {
      const total = Total.of(registers, facts, ids, { subject: "mai-district-2000", period: half })
      expect(Result.isFailure(total) && total.failure.code).toBe("total.measures-unlike")
    }
  })
})
