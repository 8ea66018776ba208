import { load, Registers } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const broken = (change: (files: { organisations: any; catalogue: any }) => void): ReadonlyArray<string> => {
  const files = structuredClone({ organisations: country.organisations, catalogue: country.catalogue })
  change(files)
  const made = Registers.make(files.organisations, files.catalogue)
  return Result.isFailure(made) ? made.failure.map(({ code, pointer }) => `${code} ${pointer}`) : []
}

describe("Registers", () => {
  it("takes faultless files", () => {
    expect(broken(() => {})).toEqual([])
  })

  it.each<readonly [string, (files: { organisations: any; catalogue: any }) => void]>([
    [
      "register.duplicate /organisations/units/1/id",
      ({ organisations }) => (organisations.units[1].id = organisations.units[0].id),
    ],
    [
      "register.reference-unknown /organisations/edges/0/parent",
      ({ organisations }) => (organisations.edges[0].parent = "nobody"),
    ],
    [
      "register.reference-unknown /organisations/successions/0/to/0",
      ({ organisations }) => (organisations.successions[0].to = ["nobody"]),
    ],
    [
      "register.reference-unknown /organisations/units/5/roles/0/of",
      ({ organisations }) => (organisations.units[5].roles[0].of = "nobody"),
    ],
    [
      "register.dates-crossed /organisations/units/0",
      ({ organisations }) => (organisations.units[0].to = "1999-12-31"),
    ],
    [
      "register.cycle /organisations/edges",
      ({ organisations }) =>
        organisations.edges.push({ child: "mai-district-2000", parent: "an-ward-2000", line: "reporting" }),
    ],
    [
      "register.duplicate /catalogue/indicators/1/id",
      ({ catalogue }) => (catalogue.indicators[1].id = "meeting.events"),
    ],
    [
      "register.reference-unknown /catalogue/indicators/0/measure",
      ({ catalogue }) => (catalogue.indicators[0].measure = "stone"),
    ],
    ["register.reference-unknown /catalogue/calendar", ({ catalogue }) => (catalogue.calendar = "mars")],
    [
      "register.reference-unknown /catalogue/rules/0/expression",
      ({ catalogue }) => (catalogue.rules[0].expression.left.ref = "nothing"),
    ],
    [
      "register.reference-unknown /catalogue/rules/0/holds/0",
      ({ catalogue }) => (catalogue.rules[0].holds = ["nothing"]),
    ],
    [
      "register.reference-unknown /catalogue/obligations/1/who/unit",
      ({ catalogue }) => (catalogue.obligations[1].who.unit = "nobody"),
    ],
    [
      "register.reference-unknown /catalogue/obligations/0/indicators/0",
      ({ catalogue }) => (catalogue.obligations[0].indicators[0] = "nothing"),
    ],
    [
      "register.kind-unfit /catalogue/indicators/6/breakdowns",
      ({ catalogue }) => (catalogue.indicators[6].breakdowns = [{ dimension: "field", exhaustive: true }]),
    ],
    ["register.kind-unfit /catalogue/indicators/0/carry", ({ catalogue }) => (catalogue.indicators[0].carry = 3)],
    [
      "register.kind-unfit /catalogue/indicators/0/disjoint",
      ({ catalogue }) => (catalogue.indicators[0].disjoint = "units"),
    ],
    ["key.unknown /catalogue/indicators/0/colour", ({ catalogue }) => (catalogue.indicators[0].colour = "red")],
    ["choice.unknown /catalogue/indicators/0/kind", ({ catalogue }) => (catalogue.indicators[0].kind = "average")],
    ["type.wrong /organisations/asOf", ({ organisations }) => (organisations.asOf = "yesterday")],
    ["choice.unknown /organisations/schema", ({ organisations }) => (organisations.schema = "danvan/organisations@9")],
  ])("finds %s", (finding, change) => {
    expect(broken(change)).toContain(finding)
  })

  it("finds faults in both files at once, and load throws them once, in Vietnamese", () => {
    expect(() => load({}, {})).toThrowError(Registers.RegistersError)
    try {
      load({ ...country.organisations, units: 5 }, { ...country.catalogue, version: 1 })
    } catch (error) {
      expect(error).toBeInstanceOf(Registers.RegistersError)
      const { issues, message } = error as Registers.RegistersError
      expect(issues.map(({ pointer }) => pointer)).toEqual(["/organisations/units", "/catalogue/version"])
      expect(message).toContain("Sai kiểu dữ liệu: cần array, nhận được 5.")
    }
  })

  it("suggests the id that was meant", () => {
    const files = structuredClone(country.catalogue)
    const made = Registers.make(country.organisations, {
      ...files,
      indicators: [{ ...files.indicators[0], measure: "evnt" }],
    })
    expect(Result.isFailure(made) && made.failure[0]?.params["near"]).toBe("event")
  })
})
