import { Mapping, Spelling, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const { registers } = country
const make = (rest: object) => Mapping.make(registers, { schema: "danvan/columns@0", ...rest })
const codes = (rest: object) => {
  const made = make(rest)
  return Result.isFailure(made) ? made.failure.map(({ code, pointer }) => [code, pointer]) : []
}

describe("Mapping", () => {
  it("finds headings, units and signs however they are spelt", () => {
    const mapping = Result.getOrThrow(
      make({
        headings: { "Số  quy ước ĐÃ HOÀ giải": { series: "convention.recognised", part: "x" } },
        cells: { c7: "model.registered[field=economy]", B2: { field: "period" } },
        units: { "P. An": "an-ward-2000" },
        symbols: { "-": "nil", "…": { missing: "not-collected" } },
      }),
    )
    expect(mapping.headings.get(Spelling.key("số quy ước đã hòa giải"))).toEqual({
      kind: "series",
      series: { indicator: "convention.recognised" },
      part: "x",
    })
    expect(mapping.cells.get("C7")).toEqual({
      kind: "series",
      series: { indicator: "model.registered", dimension: "field", member: "economy" },
    })
    expect(mapping.cells.get("B2")).toEqual({ kind: "field", field: "period" })
    expect(mapping.units.get(Spelling.key("P.  an"))).toBe("an-ward-2000")
    expect(mapping.symbols.get("…")).toEqual({ missing: "not-collected" })
  })

  it("leads nowhere for no name: every wrong id is found, at its place", () => {
    expect(
      codes({
        subject: "an-ward",
        headings: { a: "meeting.event", "b/c": { series: "model.registered[field=sport]" } },
        units: { "P. An": "an" },
      }),
    ).toEqual([
      ["register.reference-unknown", "/columns/units/P. An"],
      ["register.reference-unknown", "/columns/subject"],
      ["register.reference-unknown", "/columns/headings/a"],
      ["register.reference-unknown", "/columns/headings/b~1c"],
    ])
    const made = make({ headings: { a: "meeting.event" } })
    expect(Result.isFailure(made) && toText(made.failure[0]!, "vi")).toContain("“meeting.events”")
  })

  it("has a shape, and no other", () => {
    expect(codes({ heading: {} })).toEqual([["key.unknown", "/columns/heading"]])
    expect(codes({ schema: "danvan/columns@1" })).toEqual([["choice.unknown", "/columns/schema"]])
    expect(codes({ symbols: { "-": "zero" } })).toHaveLength(1)
  })
})
