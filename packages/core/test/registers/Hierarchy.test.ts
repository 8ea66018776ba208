import { Hierarchy, Succession } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const edge = (child: string, parent: string, rest: object = {}): Hierarchy.Edge => ({
  child,
  parent,
  line: "reporting",
  ...rest,
})

describe("Hierarchy", () => {
  const edges = [
    edge("a", "d", { to: "2025-06-30" }),
    edge("b", "d"),
    edge("c", "b"),
    edge("a", "new", { from: "2025-07-01" }),
    { ...edge("x", "d"), line: "party" },
  ]

  it("knows who belongs to whom, by line, at a date", () => {
    expect(Hierarchy.children(edges, "d", "2022-06-30")).toEqual(["a", "b"])
    expect(Hierarchy.children(edges, "d", "2025-07-01")).toEqual(["b"])
    expect(Hierarchy.children(edges, "d", "2022-06-30", "party")).toEqual(["x"])
    expect(Hierarchy.subtree(edges, "d", "2022-06-30")).toEqual(["d", "a", "b", "c"])
    expect(Hierarchy.subtree(edges, "new", "2025-07-01")).toEqual(["new", "a"])
  })

  it("finds a cycle and ends on one", () => {
    const circle = [edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("d", "a")]
    expect(
      Hierarchy.cycles(circle, "reporting")
        .map(({ unit }) => unit)
        .toSorted(),
    ).toEqual(["a", "b", "c"])
    expect(Hierarchy.subtree(circle, "a", "2022-06-30")).toHaveLength(4)
    expect(Hierarchy.cycles(edges, "reporting")).toEqual([])
    const later = [edge("a", "b", { to: "2025-06-30" }), edge("b", "a", { from: "2025-07-01" })]
    expect(Hierarchy.cycles(later, "reporting")).toEqual([])
    expect(Hierarchy.cycles([...later, edge("a", "b", { from: "2026-01-01" })], "reporting")).toEqual([
      { unit: "a", day: "2026-01-01" },
      { unit: "b", day: "2026-01-01" },
    ])
  })

  it("follows a succession one step", () => {
    const merge: Succession.Succession = { id: "m", kind: "merge", date: "2025-07-01", from: ["a", "b"], to: ["c"] }
    expect(Succession.successors([merge], "a")).toEqual(["c"])
    expect(Succession.successors([merge], "c")).toEqual([])
  })

  describe("laws", () => {
    it("a subtree is what one comes to going down its line step by step, on that day", () => {
      const name = fc.constantFrom("a", "b", "c", "d", "e")
      const day = fc.constantFrom("2022-01-01", "2025-07-01", "2026-01-01")
      const line = fc.constantFrom("reporting", "party")
      const dated = fc.oneof(
        fc.constant({}),
        day.map((from) => ({ from })),
        day.map((to) => ({ to })),
      )
      const drawn = fc.array(
        fc
          .tuple(name, name, line, dated)
          .map(([child, parent, of, span]) => edge(child, parent, { line: of, ...span })),
      )
      fc.assert(
        fc.property(drawn, name, day, line, (all, root, on, along) => {
          const reached = new Set<string>([root])
          for (const unit of reached) for (const below of Hierarchy.children(all, unit, on, along)) reached.add(below)
          expect(new Set(Hierarchy.subtree(all, root, on, along))).toEqual(reached)
        }),
      )
    })

    it("a subtree holds its root first, and nobody twice", () => {
      const name = fc.constantFrom("a", "b", "c", "d", "e")
      fc.assert(
        fc.property(fc.array(fc.tuple(name, name)), name, (pairs, root) => {
          const all = Hierarchy.subtree(
            pairs.map(([child, parent]) => edge(child, parent)),
            root,
            "2022-06-30",
          )
          expect(all[0]).toBe(root)
          expect(new Set(all).size).toBe(all.length)
        }),
      )
    })
  })
})
