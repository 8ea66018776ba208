import { Lineage, Registers } from "@danvan/core"
import { datedFacts, standard, tayHo } from "@danvan/registers"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

describe("dated facts", () => {
  it("stand in the order of their days, each once, with a source and how sure it is", () => {
    const { facts } = datedFacts
    expect(facts.map(({ date }) => date)).toEqual(facts.map(({ date }) => date).toSorted())
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
    for (const { date, until, source, certainty, url } of facts) {
      expect(date).toMatch(/^20[0-2]\d-[01]\d-[0-3]\d$/)
      expect(until === undefined || until > date).toBe(true)
      expect(source.length).toBeGreaterThan(10)
      // What is only known in general is not called stated.
      expect(certainty === "stated").toBe(url !== undefined)
    }
  })

  it("agree with the citations of the standard catalogue where both name a law", () => {
    const law = datedFacts.facts.find(({ id }) => id === "grassroots-law")
    const cited = standard.citations.find(({ symbol }) => symbol === "10/2022/QH15")
    expect(cited?.from ?? law?.date).toBe(law?.date)
  })
})

describe("Tây Hồ", () => {
  it("is a register without a fault, of which one ward alone passed whole", () => {
    const made = Registers.make(tayHo, { ...standard, obligations: [] })
    expect(Result.isSuccess(made)).toBe(true)
    const wards = tayHo.units.filter(({ kind, to }) => kind === "ward" && to !== undefined).map(({ id }) => id)
    expect(wards).toHaveLength(8)
    const after = (id: string) =>
      Lineage.pieces(tayHo, id, { from: "2025-06-30", to: "2025-07-01" }).flatMap(({ to }) => to)
    expect(wards.filter((id) => after(id).length === 1)).toEqual(["buoi-ward-1996"])
    expect(wards.filter((id) => after(id).includes("tay-ho-ward-2025"))).toEqual(wards)
  })

  it("has a source and a certainty for every unit and every event", () => {
    for (const one of [...tayHo.units, ...tayHo.successions])
      expect([one.source, one.certainty]).not.toContain(undefined)
  })
})
