import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Hierarchy } from "@danvan/core"
import * as Places from "../../src/registers/Places.ts"

const edge = (child: string, parent: string, rest: object = {}): Hierarchy.Edge => ({
  child,
  parent,
  line: "reporting",
  ...rest,
})
const units = ["a", "b", "c"].map((id) => ({ id }))

describe("Places", () => {
  it("walks the edges of a unit in the register's order, unknown ends apart", () => {
    const edges = [edge("a", "b"), edge("c", "a"), edge("a", "c"), edge("x", "a"), edge("a", "y")]
    const { of, child, parent, first, next } = Places.make({ units, edges })
    expect([...of]).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ])
    expect([...child]).toEqual([0, 2, 0, -1, 0])
    expect([...parent]).toEqual([1, 0, 2, 0, -1])
    expect([...first]).toEqual([0, -1, 1])
    expect([...next]).toEqual([2, -1, 4, -1, -1])
  })

  it("is made once for the same register", () => {
    const edges = [edge("a", "b")]
    expect(Places.make({ units, edges })).toBe(Places.make({ units, edges }))
    expect(Places.make({ units: [{ id: "a" }], edges }).first).toHaveLength(1)
  })

  describe("laws", () => {
    it("whoever is clear has no cycle on any line on any day, and no unknown unit", () => {
      const name = fc.constantFrom("a", "b", "c", "d", "e")
      const day = fc.option(fc.constantFrom("2022-01-01", "2025-07-01"), { nil: undefined })
      const edges = fc.array(
        fc
          .tuple(name, name, fc.constantFrom("reporting", "party"), day)
          .map(([child, parent, line, from]) => edge(child, parent, from ? { line, from } : { line })),
        { maxLength: 8 },
      )
      let clear = 0
      fc.assert(
        fc.property(edges, (all) => {
          const some = ["a", "b", "c", "d"].map((id) => ({ id }))
          const isKnown = all.every(({ child, parent }) => child !== "e" && parent !== "e")
          const cycles = ["reporting", "party"].flatMap((line) => Hierarchy.cycles(all, line))
          const isClear = Places.isClear(Places.make({ units: some, edges: all }))
          if (isClear) {
            clear++
            expect(isKnown).toBe(true)
            expect(cycles).toEqual([])
          }
          // On one line that always holds nothing is doubtful.
          const isPlain = all.every(({ line, from }) => line === "reporting" && from === undefined)
          if (isPlain && isKnown && cycles.length === 0) expect(isClear).toBe(true)
        }),
      )
      expect(clear).toBeGreaterThan(0)
    })
  })
})
