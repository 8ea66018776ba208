// Outlines: what ships holds together, an office's file says only what differs, and what leads nowhere is told.
import { type Issue, load, Outline, Registers } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const keys = (all: ReadonlyArray<Outline.Section>): ReadonlyArray<string> =>
  all.flatMap((section) => [section.key, ...keys(section.sections ?? [])])
const label = { vi: "Của tỉnh", en: "Ours" }
const file = (rest: object) => ({ schema: "danvan/outlines@0", ...rest })
const made = (rest: object): ReadonlyArray<Outline.Outline> => Result.getOrThrow(Outline.make(file(rest)))
const faults = (rest: object): ReadonlyArray<readonly [string, string, unknown?]> => {
  const result = Outline.make(file(rest), country.registers.catalogue)
  const issues: ReadonlyArray<Issue.Issue> = Result.isFailure(result) ? result.failure : []
  return issues.map(({ code, pointer, params }) => [code, pointer, params["near"] ?? params["id"] ?? params["key"]])
}

describe("the outlines that ship", () => {
  it("are six months, nine months and the year of four bodies, each with its source", () => {
    expect(Outline.standard.map(({ id }) => id)).toEqual(
      ["district", "ward-state", "ward-party", "province"].flatMap((body) =>
        ["half-year", "nine-months", "year"].map((period) => `${body}-${period}`),
      ),
    )
    for (const { source, certainty } of Outline.standard) expect([source, certainty]).not.toContain(undefined)
  })

  it.each(Outline.standard.map((outline) => [outline.id, outline] as const))("%s has each key once", (_id, outline) => {
    const all = [...keys(outline.sections), ...[...outline.appendices, ...outline.onRequest].map(({ key }) => key)]
    expect(new Set(all).size).toBe(all.length)
    expect(outline.subject.length).toBeGreaterThan(0)
    expect(outline.sections.length).toBeGreaterThan(3)
  })

  it.each(Outline.standard.map((outline) => [outline.id, outline] as const))(
    "%s can have all thirteen annexes",
    (_id, outline) => {
      const annexes = [...outline.appendices, ...outline.onRequest]
        .map(({ key }) => key)
        .filter((key) => key.startsWith("annex-"))
      expect(annexes.toSorted()).toEqual(
        "capacity conventions dialogues dvk forces government members models petitions qcdc religion supervision welfare"
          .split(" ")
          .map((key) => `annex-${key}`),
      )
    },
  )

  it("say in the year what was aimed at, learnt and awarded", () => {
    for (const { id, sections } of Outline.standard) {
      const has = ["targets", "lessons", "awards"].map((key) => keys(sections).includes(key))
      expect([id, ...has]).toEqual([
        id,
        ...Array.from({ length: 3 }, () => id.endsWith("-year") && !id.endsWith("half-year")),
      ])
    }
  })
})

describe("an office's file", () => {
  it("takes over what it does not say", () => {
    const [ours] = made({ outlines: [{ id: "ours", label, extends: "district-half-year", appendices: ["coverage"] }] })
    const theirs = Outline.standard.find(({ id }) => id === "district-half-year")
    expect(ours).toEqual({ ...theirs, id: "ours", label, appendices: ours?.appendices })
    expect(ours?.appendices.map(({ key }) => key)).toEqual(["coverage"])
  })

  it("says a section anew for its own outlines alone", () => {
    const outlines = [{ id: "ours", label, extends: "ward-party-half-year" }]
    const [ours] = made({ sections: { movement: "Phong trào của tỉnh" }, outlines })
    const title = (outline: Outline.Outline | undefined) =>
      outline?.sections.flatMap((one) => one.sections ?? []).find(({ key }) => key === "movement")?.title
    expect(title(ours)).toBe("Phong trào của tỉnh")
    expect(title(Outline.standard.find(({ id }) => id === "ward-party-half-year"))).toBe(
      "Phong trào thi đua “Dân vận khéo”",
    )
  })

  it("may extend its own earlier outlines, and one that ships under its id", () => {
    const [first, second, third] = made({
      outlines: [
        { id: "ours", label, extends: "province-year", sections: ["situation"] },
        { id: "shorter", label, extends: "ours", appendices: [] },
        { id: "province-year", label, extends: "province-year", closing: "end" },
      ],
    })
    expect([first, second].map((one) => one?.sections.map(({ key }) => key))).toEqual([["situation"], ["situation"]])
    expect([second?.appendices.length, first?.appendices.length]).toEqual([0, 10])
    expect([third?.id, third?.closing, third?.sections.length]).toEqual(["province-year", "end", 7])
  })

  it("stands before what ships in the registers", () => {
    const outlines = file({ outlines: [{ id: "district-half-year", label, extends: "district-half-year" }] })
    const registers = load(country.organisations, country.catalogue, { outlines })
    expect(registers.outlines.filter(({ id }) => id === "district-half-year").map((one) => one.label)).toEqual([
      label,
      Outline.standard[0]?.label,
    ])
    expect(registers.outlines).toHaveLength(13)
  })

  it.each<readonly [string, object, ReadonlyArray<readonly [string, string, unknown?]>]>([
    [
      "a key of no section",
      { outlines: [{ id: "a", label, sections: ["sitaution"] }] },
      [["register.reference-unknown", "/outlines/outlines/0/sections/0", "situation"]],
    ],
    [
      "a key of no section below a section",
      { sections: { s: { title: "S", sections: ["movment"] } }, outlines: [{ id: "a", label, sections: ["s"] }] },
      [["register.reference-unknown", "/outlines/sections/s/sections/0", "movement"]],
    ],
    [
      "a key of no appendix",
      { outlines: [{ id: "a", label, onRequest: ["anex-dvk"] }] },
      [["register.reference-unknown", "/outlines/outlines/0/onRequest/0", "annex-dvk"]],
    ],
    [
      "an outline that does not stand before it",
      { outlines: [{ id: "a", label, extends: "a" }] },
      [["register.reference-unknown", "/outlines/outlines/0/extends", ""]],
    ],
    [
      "one id twice",
      {
        outlines: [
          { id: "a", label },
          { id: "a", label },
        ],
      },
      [["register.duplicate", "/outlines/outlines/1/id", "a"]],
    ],
    [
      "one key twice",
      { outlines: [{ id: "a", label, sections: ["results", "movement"] }] },
      [["register.duplicate", "/outlines/outlines/0", "movement"]],
    ],
    [
      "a section within itself",
      { sections: { s: { title: "S", sections: ["s"] } }, outlines: [{ id: "a", label, sections: ["s"] }] },
      [
        ["outline.too-deep", "/outlines/sections/s/sections/0", "s"],
        ["register.duplicate", "/outlines/outlines/0", "s"],
        ["register.duplicate", "/outlines/outlines/0", "s"],
      ],
    ],
    [
      "indicators, parts and members that the catalogue does not have",
      {
        appendices: {
          t: {
            title: ["T"],
            parts: ["figures"],
            indicators: ["meeting.event", "model.registered[owner]", "model.registered[field=econ]"],
            rounding: { measure: "dongs", in: "million", parts: "as-rounded" },
          },
        },
        outlines: [],
      },
      [
        ["register.reference-unknown", "/outlines/appendices/t/indicators/0", "meeting.events"],
        ["register.reference-unknown", "/outlines/appendices/t/indicators/1", ""],
        ["register.reference-unknown", "/outlines/appendices/t/indicators/2", ""],
        ["register.reference-unknown", "/outlines/appendices/t/rounding/measure", "dong"],
      ],
    ],
    [
      "a part that does not exist",
      { appendices: { t: { title: ["T"], parts: ["figure"] } }, outlines: [] },
      [["choice.unknown", "/outlines/appendices/t/parts/0", undefined]],
    ],
  ])("is refused for %s", (_what, rest, expected) => {
    expect(faults(rest)).toEqual(expected)
  })

  it("is checked with the registers, and its findings say where", () => {
    const outlines = file({ outlines: [{ id: "a", label, sections: ["sitaution"] }] })
    const result = Registers.make(country.organisations, country.catalogue, { outlines })
    expect(Result.isFailure(result) && result.failure.map(({ pointer }) => pointer)).toEqual([
      "/outlines/outlines/0/sections/0",
    ])
  })
})

describe("unplaced", () => {
  it("names what no appendix shows, and nothing where one shows all", () => {
    const appendices = {
      t: { title: ["T"], parts: ["figures"], indicators: ["meeting.events", "model.registered[field]"] },
    }
    const [some, all] = made({
      appendices,
      outlines: [
        { id: "some", label, appendices: ["t"] },
        { id: "all", label, appendices: ["t"], onRequest: ["by-unit"] },
      ],
    })
    const left = Outline.unplaced(some!, country.registers.catalogue)
    expect(left).toContain("meeting.turns")
    expect(left).not.toContain("model.registered")
    expect(left).toHaveLength(country.catalogue.indicators.length - 2)
    expect(Outline.unplaced(all!, country.registers.catalogue)).toEqual([])
  })
})
