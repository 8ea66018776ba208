// The figures: what is published comes out exactly, what is unknown stays so, what is missing is named.
import { Aggregate, explain, Facts, toText, validate, Value } from "@danvan/core"
import { describe, expect, it } from "vitest"
import { make, submissions, wanted } from "../make.ts"

const { registers, batch, totals } = await make()
const cell = (indicator: string, from = totals) => Aggregate.get(from, { indicator })!
const share = (x: number, y: number) => ({
  kind: "share",
  x: { n: x, qualifier: "exact" },
  y: { n: y, qualifier: "exact" },
})

describe("Tây Hồ, first half of 2022", () => {
  it("accepts every submission, holds nothing back, and remarks on two things only", () => {
    expect(batch.accepted).toHaveLength(13)
    expect(batch.held).toEqual([])
    expect([...batch.issues, ...totals.issues].map(({ code, severity }) => [code, severity])).toEqual([
      ["value.not-sent", "warning"],
      ["entry.person-similar", "warning"],
    ])
  })

  it.each([
    ["dvk.models.registered", Value.quantity(197), 12],
    ["dvk.exemplars.registered", Value.quantity(161), 12],
    ["dialogue.events", Value.quantity(11), 10],
    ["dialogue.turns", Value.quantity(1500, "about"), 10],
    ["qcdc.civil-servant-conferences", share(42, 42), 10],
    ["qcdc.worker-conferences", share(58, 119), 9],
    ["convention.recognised", share(79, 108), 8],
  ])("adds up %s to what is published, and the district says the same", (indicator, value, owing) => {
    expect(cell(indicator)).toMatchObject({ value, how: "units-sum", flags: ["illustrative"] })
    expect(Value.sameNumbers(cell(indicator).whole!, cell(indicator).value)).toBe(true)
    expect(cell(indicator).coverage).toMatchObject({ unitsComplete: owing, unitsOwing: owing })
  })

  it("has 197, not 394, and warns with both numbers when the two differ", async () => {
    const changed = (await submissions()).map((one) =>
      one.id === "buoi-2022-h1" ? { ...one, values: { ...one.values, "dvk.models.registered": 25 } } : one,
    )
    const other = await make(changed)
    expect(cell("dvk.models.registered", other.totals).value).toEqual(Value.quantity(198))
    const [issue] = other.totals.issues
    expect([issue?.code, issue?.severity, issue?.submission]).toEqual([
      "whole.differs",
      "warning",
      "tay-ho-district-2022-h1",
    ])
    expect(toText(issue!, "vi")).toContain("số toàn đơn vị đã báo là 197, cộng từ các đơn vị là 198")
  })

  it("splits the models over four fields that add up", () => {
    const parts = totals.cells.filter((one) => one.indicator === "dvk.models.registered" && one.member !== undefined)
    expect(parts).toHaveLength(4)
    expect(parts.reduce((sum, { value }) => sum + (value.kind === "quantity" ? value.n : NaN), 0)).toBe(197)
  })

  it("keeps 87 % as it was reported, without base, and gives no total of it", async () => {
    expect(cell("dialogue.resolution-rate")).toMatchObject({
      value: { kind: "rate", percent: "87" },
      how: "whole",
      claims: { change: { by: "5", of: "unstated", against: "2021" } },
    })
    const wards = (await submissions()).filter(({ scope }) => scope === "own")
    const rated = wards.map((one) => ({
      ...one,
      values: { ...one.values, "dialogue.resolution-rate": { percent: "90" } },
    }))
    const other = await make(rated)
    expect(cell("dialogue.resolution-rate", other.totals)).toMatchObject({ value: { kind: "missing" }, how: "refused" })
    expect(other.totals.issues.map(({ code }) => code)).toContain("aggregate.rate-refused")
  })

  it("shows the gap that was left on purpose: seven wards of eight", () => {
    expect(cell("qcdc.inspections")).toMatchObject({
      value: Value.quantity(10),
      coverage: { unitsComplete: 7, unitsOwing: 8 },
      whole: null,
    })
  })

  it("states no calendar", () => {
    expect(new Set(Facts.fromValidated(batch).facts.map(({ period }) => period.calendar))).toEqual(
      new Set(["unstated"]),
    )
  })

  it("keeps two names apart that may be one person's", () => {
    const [event] = batch.accepted.flatMap(({ submission }) => submission.entries?.events ?? [])
    const names = event?.persons.map(({ name }) => name)
    expect(names).toContain("Trịnh Huy Thành")
    expect(names).toContain("Trịnh Văn Thành")
    expect(names).toHaveLength(5)
  })

  it("explains 197 by submissions, revision and rule, and adds up", () => {
    const tree = explain(registers, batch, { ...wanted, indicator: "dvk.models.registered" })
    const text = toText(tree, "vi", registers)
    expect(text).toContain("Quận Tây Hồ: 197 mô hình – cộng số của các đơn vị · 12/12 đơn vị")
    expect(text).toContain("Phường Bưởi: 24 mô hình – theo báo cáo của đơn vị · buoi-2022-h1, lần 2 (số minh hoạ)")
    expect(tree.parts).toHaveLength(12)
    expect(tree.parts.reduce((sum, { value }) => sum + (value.kind === "quantity" ? value.n : NaN), 0)).toBe(197)
    expect(Aggregate.recompute(tree)).toEqual(tree.value)
  })

  it("says in each file whose split is made up that it is", async () => {
    for (const one of await submissions())
      expect([one.id, one.illustrative === true]).toEqual([one.id, one.scope === "own"])
  })

  it("names a ward that sends nothing, while everything else still counts", async () => {
    const rest = (await submissions()).filter(({ id }) => id !== "xuan-la-2022-h1")
    const found = validate(registers, rest)
    expect(found.accepted).toHaveLength(12)
    expect(found.issues.map((issue) => toText(issue, "vi"))).toContain(
      "xuan-la-ward-1996: Phường Xuân La chưa gửi báo cáo 6 tháng đầu năm 2022. → Đôn đốc đơn vị gửi báo cáo.",
    )
  })
})
