import { Registers } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const ended = { from: "2000-01-01", to: "2025-06-30" }
const unit = (id: string, rest: object = {}) => ({ id, kind: "ward", names: [], ...rest })
const merge = (rest: object = {}) => ({
  id: "m",
  kind: "merge",
  date: "2025-07-01",
  from: ["a", "b"],
  to: ["c"],
  ...rest,
})
const three = [unit("a", ended), unit("b", ended), unit("c", { from: "2025-07-01" })]

const found = (more: {
  units?: ReadonlyArray<object>
  edges?: ReadonlyArray<object>
  successions?: ReadonlyArray<object>
}) => {
  const { units, edges, successions } = country.organisations
  const file = {
    ...country.organisations,
    units: [...units, ...(more.units ?? [])],
    edges: [...edges, ...(more.edges ?? [])],
    successions: [...successions, ...(more.successions ?? [])],
  }
  const made = Registers.make(file, country.catalogue)
  return Result.isFailure(made) ? made.failure.map(({ code, params }) => [code, params] as const) : []
}

describe("Continuity", () => {
  it("takes a merge, a merge into one that was there, a split that leaves the unit, a part and the rest, a new id", () => {
    expect(found({ units: three, successions: [merge()] })).toEqual([])
    expect(found({ units: [unit("a", ended), unit("c")], successions: [merge({ from: ["a"] })] })).toEqual([])
    const split = { id: "s", kind: "split", date: "2025-07-01", from: ["b"], to: ["b", "c"] }
    expect(found({ units: [unit("b"), unit("c", { from: "2025-07-01" })], successions: [split] })).toEqual([])
    const part = { id: "t", kind: "transfer", date: "2025-07-01", from: ["a"], to: ["d"] }
    expect(found({ units: [...three, unit("d")], successions: [merge(), part] })).toEqual([])
    const rename = merge({ kind: "rename", from: ["a"] })
    expect(found({ units: [three[0]!, three[2]!], successions: [rename] })).toEqual([])
    const gone = merge({ kind: "dissolve", from: ["a", "b"], to: [] })
    expect(found({ units: three.slice(0, 2), successions: [gone] })).toEqual([])
  })

  it("names the unit and the day that are in two places", () => {
    const again = merge({ id: "n", from: ["a"], to: ["d"] })
    expect(found({ units: [...three, unit("d")], successions: [merge(), again] })).toEqual([
      ["register.unit-doubled", { unit: "a", date: "2025-07-01", events: ["m", "n"] }],
    ])
    expect(found({ units: [unit("a"), three[1]!, three[2]!], successions: [merge()] })).toEqual([
      ["register.unit-doubled", { unit: "a", date: "2025-07-01", events: ["m"] }],
    ])
    const part = { id: "t", kind: "transfer", date: "2025-07-01", from: ["a"], to: ["c"] }
    expect(found({ units: three, successions: [merge(), part] })).toEqual([
      ["register.unit-doubled", { unit: "a", date: "2025-07-01", events: ["m", "t"] }],
    ])
  })

  it("names the unit and the day that are lost", () => {
    const part = { id: "t", kind: "transfer", date: "2025-07-01", from: ["a"], to: ["c"] }
    expect(found({ units: [three[0]!, three[2]!], successions: [part] })).toEqual([
      ["register.unit-lost", { unit: "a", date: "2025-07-01", events: ["t"] }],
    ])
    expect(found({ units: three, successions: [merge({ date: "2025-08-01" })] })).toEqual([
      ["register.unit-absent", { id: "m", unit: "a", date: "2025-07-31" }],
      ["register.unit-absent", { id: "m", unit: "b", date: "2025-07-31" }],
    ])
    expect(found({ units: three, successions: [merge({ to: [] })] })).toEqual([
      ["register.succession-unfit", { id: "m", kind: "merge", date: "2025-07-01" }],
    ])
  })

  it("refuses two parents on one line on one day, and takes them one after the other", () => {
    const edge = (parent: string, rest: object) => ({ child: "a", parent, line: "reporting", ...rest })
    const units = [unit("a"), unit("p"), unit("q"), unit("r")]
    const long = edge("p", {})
    expect(
      found({
        units,
        edges: [long, edge("q", { from: "2022-01-01", to: "2022-02-28" }), edge("r", { from: "2025-01-01" })],
      }),
    ).toEqual([
      ["register.parents-two", { unit: "a", line: "reporting", parents: ["p", "q"], date: "2022-01-01" }],
      ["register.parents-two", { unit: "a", line: "reporting", parents: ["p", "r"], date: "2025-01-01" }],
    ])
    expect(found({ units, edges: [edge("p", { to: "2025-06-30" }), edge("q", { from: "2025-07-01" })] })).toEqual([])
  })

  it("refuses a child that outlives its parent, and lets it end with it", () => {
    const edges = [{ child: "c", parent: "p", line: "reporting" }]
    expect(found({ units: [unit("c"), unit("p", ended)], edges })).toEqual([
      ["register.child-outlives", { unit: "c", parent: "p", line: "reporting", date: "2025-06-30" }],
    ])
    expect(found({ units: [unit("c", ended), unit("p", ended)], edges })).toEqual([])
  })

  it("lets a code and a role go from one to another, and be with one at a time", () => {
    const coded = (id: string, rest: object) => unit(id, { codes: [{ system: "gso", code: "00001", ...rest }] })
    expect(found({ units: [coded("a", { to: "2025-06-30" }), coded("b", { from: "2025-07-01" })] })).toEqual([])
    expect(found({ units: [coded("a", {}), coded("b", { from: "2025-07-01" })] })).toEqual([
      ["register.code-overlap", { system: "gso", code: "00001", units: ["a", "b"], date: "2025-07-01" }],
    ])
    const office = (id: string, rest: object) =>
      unit(id, { roles: [{ role: "danvan.focal-point", of: "binh-ward-2000", ...rest }] })
    expect(found({ units: [office("a", { to: "2025-02-28" }), office("b", { from: "2025-03-01" })] })).toEqual([])
    expect(found({ units: [office("a", { to: "2025-03-01" }), office("b", { from: "2025-03-01" })] })).toEqual([
      [
        "register.role-held-twice",
        { role: "danvan.focal-point", of: "binh-ward-2000", units: ["a", "b"], date: "2025-03-01" },
      ],
    ])
  })

  it("refuses an obligation without period", () => {
    const { every: _every, ...endless } = country.catalogue.obligations[0]!
    const made = Registers.make(country.organisations, { ...country.catalogue, obligations: [endless] })
    expect(Result.isFailure(made) && made.failure.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["key.missing", "/catalogue/obligations/0/every"],
    ])
  })
})
