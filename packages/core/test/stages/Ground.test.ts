// Figures on the maps of other days.
import { Aggregate, AggregationPlan, Aggregator, Hierarchy, Kernel, Lineage, Period, Value } from "@danvan/core"
import { territory } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const runs = Number(process.env["DANVAN_RUNS"] ?? 60)
const all = (check: (one: territory.Territory, pick: number) => void): void => {
  fc.assert(fc.property(territory.arbitrary, fc.nat(), check), { numRuns: runs })
}
const additive = ["of.flow", "of.stock", "of.campaign", "of.share", "of.grade", "of.flag"].map((indicator) => ({
  indicator,
}))
const year = (n: number): Period.Period => ({ calendar: "nd09", kind: "year", year: n, index: 1 })
const asked = [...territory.periods, ...[2022, 2023, 2025].map(year)]
const at = <A>(list: ReadonlyArray<A>, n: number): A => list[n % list.length]!
const text = (value: unknown): string => JSON.stringify(value)
const plus = (values: ReadonlyArray<Value.Value>): string => text(Result.getOrThrow(Aggregator.overUnits(values)))

describe("laws", () => {
  it("the total of a closed territory is the same on any map, and nothing remains beside it", () => {
    all(({ registers, facts, root, days }, pick) => {
      const period = at(asked, pick)
      for (const series of additive) {
        const cells = [undefined, ...days].map((map) =>
          Aggregate.cell(registers, facts, { subject: root, period, ...(map === undefined ? {} : { map }) }, series),
        )
        expect(new Set(cells.map(({ value }) => text(value))).size).toBe(1)
        expect(cells.flatMap(({ remainder }) => remainder)).toEqual([])
      }
    })
  })

  it("half-years of a flow come to the whole, however units changed between them", () => {
    all(({ registers, facts, root }, pick) => {
      const period = year(2021 + (pick % 6))
      const inside = facts.facts.filter(
        (fact) =>
          fact.indicator === "of.flow" && Period.contains(period, fact.period) && fact.value.kind === "quantity",
      )
      const cell = Aggregate.cell(registers, facts, { subject: root, period }, { indicator: "of.flow" })
      expect(text(cell.value)).toBe(plus(inside.map(({ value }) => value)))
    })
  })

  it("on any map the units and what cannot be split between them come to the total", () => {
    all(({ registers, facts, root, days, dissolves }, pick) => {
      if (dissolves) return
      const period = at(asked, pick)
      const map = at(days, pick >> 4)
      for (const shares of [undefined, "population"] as const) {
        const on = { period, map, ...(shares === undefined ? {} : { shares }) }
        const units = Hierarchy.subtree(registers.organisations.edges, root, map)
        const lowest = units.filter((unit) => Hierarchy.children(registers.organisations.edges, unit, map).length === 0)
        for (const series of additive) {
          const cells = lowest.map((subject) => Aggregate.cell(registers, facts, { ...on, subject }, series))
          const rest = new Map(
            cells.flatMap(({ remainder }) => remainder.map((one) => [text(one), one.value] as const)),
          )
          const total = Aggregate.cell(registers, facts, { ...on, subject: root }, series)
          const told = cells.map(({ value }) => value).filter((value) => value.kind !== "missing")
          // A lone answer is still the unit's own; among others it is counted.
          expect(plus([...told, ...rest.values()].map(counted))).toBe(text(counted(total.value)))
        }
      }
    })
  })

  it("where nothing was, each has zero: it is neither missing nor left over", () => {
    all(({ registers, facts, days }, pick) => {
      const scope = { period: at(asked, pick), map: at(days, pick >> 4) }
      const emptied = facts.facts.map((fact) =>
        fact.indicator === "of.flow" && fact.value.kind === "quantity" ? { ...fact, value: Value.quantity(0) } : fact,
      )
      const none = { ...facts, facts: emptied }
      for (const { id: subject } of registers.organisations.units) {
        const cell = Aggregate.cell(registers, facts, { ...scope, subject }, { indicator: "of.flow" })
        const zero = Aggregate.cell(registers, none, { ...scope, subject }, { indicator: "of.flow" })
        const isTold = cell.value.kind === "quantity" || cell.remainder.some(({ value }) => value.kind === "quantity")
        expect([zero.value.kind, zero.remainder]).toEqual([isTold ? "quantity" : cell.value.kind, []])
      }
    })
  })

  it("whoever gives to a unit is among those who get from it: to the new map and back nobody is lost", () => {
    all(({ registers: { organisations }, days }, pick) => {
      const [from, to] = [at(days, pick), at(days, pick >> 3)]
      for (const { id, from: since = "", to: until = "9" } of organisations.units) {
        if (since > from || until < from) continue
        for (const target of Lineage.pieces(organisations, id, { from, to }).flatMap((piece) => piece.to)) {
          const dissolved = Lineage.pieces(organisations, id, { from, to }).some(({ by }) =>
            by.join().includes("dissolve"),
          )
          const back = Lineage.pieces(organisations, target, { from: to, to: from }).flatMap((piece) => piece.to)
          if (!dissolved && !id.startsWith("d")) expect(back).toContain(id)
        }
      }
    })
  })

  it("estimated parts of a unit come to what it had", () => {
    all(({ registers: { organisations }, days }, pick) => {
      const [from, to] = [at(days, pick), at(days, pick >> 3)]
      for (const { id } of organisations.units) {
        const pieces = Lineage.pieces(organisations, id, { from, to, weighs: "population" })
        expect(pieces.reduce((sum, piece) => sum + Lineage.amount(piece, pick), 0)).toBe(pick)
      }
    })
  })

  it("the order of events of one day, as of everything in the register, does not matter", () => {
    all(({ registers, facts, root, days }, pick) => {
      const { units, edges, successions } = registers.organisations
      const other = {
        ...registers,
        organisations: {
          ...registers.organisations,
          units: units.toReversed(),
          edges: edges.toReversed(),
          successions: successions.toReversed(),
        },
      }
      const scope = {
        subject: at([root, ...units.map(({ id }) => id)], pick),
        period: at(asked, pick),
        map: at(days, pick),
      }
      const shown = (known: typeof registers): string =>
        text(
          Aggregate.fromFacts(known, facts, scope).cells.map(({ value, flags, coverage, remainder, map }) => {
            const rest = remainder.map((one) => ({ ...one, to: one.to.toSorted(), by: one.by.toSorted() }))
            return { value, flags, coverage, map, rest: rest.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)) }
          }),
        )
      expect(shown(other)).toBe(shown(registers))
    })
  })

  it("an explanation, computed anew, gives its cell, also over what was cut", () => {
    all(({ registers, facts, days }, pick) => {
      const subject = at(registers.organisations.units, pick).id
      const scope = { subject, period: at(asked, pick >> 2), map: at(days, pick >> 4), shares: "population" } as const
      for (const series of Aggregate.allSeries(registers, scope.period)) {
        const tree = Result.getOrThrow(Aggregate.explain(registers, facts, scope, series))
        const cell = Aggregate.cell(registers, facts, scope, series)
        expect([Aggregate.recompute(tree), tree.value]).toEqual([cell.value, cell.value])
      }
    })
  })

  it("the kernel gives what the readable path gives on any map, or leaves it to that", () => {
    let taken = 0
    all(({ registers, facts, days }, pick) => {
      const subjects = registers.organisations.units.map(({ id }) => id)
      const wanted = { subjects, period: at(asked, pick), map: at(days, pick >> 4) }
      const found = Kernel.fromFacts(registers, facts, wanted)
      if (Result.isFailure(found)) {
        expect(found.failure.reason).toBe("map.moved")
        return
      }
      taken++
      const { period, map } = wanted
      expect(found.success).toEqual(
        subjects.map((subject) => Aggregate.fromFacts(registers, facts, { subject, period, map })),
      )
      // Without the readable path for those whose territory is another: their sums are right all the same.
      const columns = { reported: territory.periods }
      const plan = Result.getOrThrow(AggregationPlan.make(registers, { subjects, periods: [period], map, ...columns }))
      expect(plan.subjects.length).toBe(subjects.length)
    })
    expect(taken).toBeGreaterThan(runs / 10)
  })
})

const counted = (value: Value.Value): Value.Value =>
  value.kind === "flag"
    ? { kind: "share", x: { n: value.holds ? 1 : 0, qualifier: "exact" }, y: { n: 1, qualifier: "exact" } }
    : value
