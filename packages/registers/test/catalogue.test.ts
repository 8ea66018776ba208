import { Aggregator, Catalogue, Citation, PlainDate, Registers, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { indicators, sources, standard } from "@danvan/registers"
import file from "@danvan/registers/danvan-standard.json" with { type: "json" }
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { data } from "../tools/table.ts"
import { check } from "./registers.ts"

const ids = new Set(standard.indicators.map(({ id }) => id))

describe("the standard catalogue", () => {
  it("loads without a finding", () => {
    expect(Result.isSuccess(Registers.make(country.organisations, standard))).toBe(true)
    expect(Catalogue.check(standard, "")).toEqual([])
  })

  it("is the file that ships", () => {
    expect(file).toEqual(standard)
  })

  it("names everything in both languages, in NFC", () => {
    const labels = [
      standard.label,
      ...standard.indicators.flatMap(({ label, note }) => (note ? [label, note] : [label])),
      ...standard.dimensions.flatMap(({ label, members }) => [label, ...members.map((member) => member.label)]),
      ...standard.measures,
      ...standard.rules.map(({ why }) => why),
      ...(standard.overlaps ?? []).map(({ why }) => why),
    ]
    for (const { vi, en } of labels) {
      expect(vi.trim()).toBe(vi.normalize("NFC"))
      expect(vi).not.toBe("")
      expect(en.trim()).toBe(en)
      expect(en).not.toBe("")
    }
  })

  it("has stable ids: dotted English in kebab case", () => {
    for (const { id } of [...standard.indicators, ...standard.rules, ...(standard.overlaps ?? [])]) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/)
    }
  })

  it.each(standard.indicators.map((indicator) => [indicator.id, indicator] as const))(
    "%s has a kind, a measure, and a citation or a note",
    (_, { kind, measure, citation, note }) => {
      expect(Aggregator.kinds).toContain(kind)
      expect(standard.measures.map(({ id }) => id)).toContain(measure)
      expect(citation ?? note).toBeDefined()
      if (kind === "rate") expect(measure).toBe("percent")
    },
  )

  it("has every kind", () => {
    expect(new Set(standard.indicators.map(({ kind }) => kind))).toEqual(new Set(Aggregator.kinds))
  })

  it("gives every citation a date, a source and a certainty", () => {
    for (const citation of standard.citations) {
      expect(citation.issuedOn ?? citation.from, citation.id).toBeDefined()
      expect(citation.source, citation.id).not.toBe("")
      if (citation.source.startsWith("hiểu biết chung")) {
        expect(citation.certainty, `${citation.id}: nobody read it`).not.toBe("stated")
      }
      if (citation.from !== undefined) expect(PlainDate.isPlainDate(citation.from)).toBe(true)
      expect(Citation.toText(citation, "party", "first")).not.toContain("undefined")
    }
  })

  it("cites what is in force today where an indicator is", () => {
    const inForce = new Set(standard.citations.filter((one) => Citation.inForce(one, "2026-11-24")).map(({ id }) => id))
    const old = standard.indicators.filter(
      ({ citation, to }) => citation !== undefined && to === undefined && !inForce.has(citation),
    )
    expect(old.map(({ id }) => id)).toEqual([])
  })

  it("gives each indicator by id, as the compiler knows it", () => {
    expect(Object.keys(indicators)).toEqual([...ids])
    const turns: "turn" = indicators["dialogue.turns"].measure
    expect(turns).toBe("turn")
  })

  it("keeps the ids of the district's catalogue of 2022, with the same kinds", async () => {
    const { default: district } = await import("../../../examples/tay-ho-2022/catalogue.json", {
      with: { type: "json" },
    })
    for (const { id, kind } of district.indicators) {
      expect(standard.indicators.find((one) => one.id === id)?.kind, id).toBe(kind)
    }
  })
})

describe("where it comes from", () => {
  it("has an indicator, or a reason, for each row and each family", () => {
    for (const one of [...data.rows.rows, ...sources.families]) {
      for (const id of one.indicators ?? []) expect(ids).toContain(id)
      if ((one.indicators ?? []).length === 0) expect(one.why?.vi).toBeTruthy()
    }
    for (const { indicators: of } of sources.pages) for (const id of of) expect(ids).toContain(id)
  })

  it("has every section from the movement to the system's capacity, and each row once", () => {
    const { sections, rows } = data.rows
    expect(sections).toHaveLength(13)
    for (const { id } of sections)
      expect(
        rows.some(({ section }) => section === id),
        id,
      ).toBe(true)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
  })

  it("has an indicator for every family that ten reports or more carry", () => {
    const wanting = sources.families.filter(({ reports, indicators: of }) => reports >= 10 && of.length === 0)
    expect(wanting).toEqual([])
    for (const { reports } of sources.families) expect(reports).toBeLessThanOrEqual(sources.reports)
  })
})

// Figures as they were published. What is odd in them is told, and nothing true is held back.
describe("published figures", () => {
  const rulesOf = (values: Readonly<Record<string, unknown>>) => {
    const { issues, held } = check(values)
    return { held, rules: issues.map(({ params }) => params["rule"]) }
  }

  it.each([
    ["866 receptions of 964 citizens", { "reception.turns": 866, "reception.persons": 964 }],
    [
      "five delegations of 75",
      { "reception.delegations": 5, "reception.delegation-persons": 75, "reception.persons": 964 },
    ],
    ["2.071 models registered, 1.808 carried out", { "dvk.models.registered": 2071, "dvk.models.running": 1808 }],
    ["79/108 conventions", { "convention.recognised": { x: 79, y: 108 }, "convention.total": 108 }],
    [
      "42/42 and 58/119",
      { "qcdc.civil-servant-conferences": { x: 42, y: 42 }, "qcdc.worker-conferences": { x: 58, y: 119 } },
    ],
    ["11 dialogues of about 1.500 turns", { "dialogue.events": 11, "dialogue.turns": { about: 1500 } }],
    [
      "30,4 tỷ pledged, over 16,3 tỷ received",
      { "fund.pledged": 30_400_000_000, "fund.received": { over: 16_300_000_000 } },
    ],
    ["a plan attained by 110,75 %", { "fund.plan": { x: 443, y: 400 } }],
  ] as const)("%s passes", (_, values) => {
    expect(rulesOf(values)).toEqual({ held: [], rules: [] })
  })

  it("200 cases at 198 receptions is told, and counts", () => {
    const values = { "reception.turns": 198, "reception.persons": 221, "reception.cases": 200 }
    expect(rulesOf(values)).toEqual({ held: [], rules: ["reception.cases-within-turns"] })
    const [issue] = check(values).issues
    expect(issue && toText(issue, "vi")).toContain("Số vụ việc thường không nhiều hơn số lượt tiếp")
  })

  it("gifts worth 250 đồng each are told: somebody wrote thousands", () => {
    expect(rulesOf({ "welfare.gifts": 100, "welfare.gift-value": 25_000 }).rules).toEqual([
      "welfare.gift-value-plausible-low",
    ])
  })
})
