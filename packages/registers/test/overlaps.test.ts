import { type Issue, Overlap, Total, toText, Value } from "@danvan/core"
import { indicators, standard } from "@danvan/registers"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { factsOf, registers, scope } from "./registers.ts"

const overlaps = standard.overlaps ?? []
const kindOf = new Map(standard.indicators.map(({ id, kind }) => [id, kind]))
const value = (id: string, n: number): unknown =>
  ["share", "attainment"].includes(kindOf.get(id) ?? "") ? { x: n, y: 40 } : n
const values = (ids: ReadonlyArray<string>) => Object.fromEntries(ids.map((id, i) => [id, value(id, i + 1)]))
const total = (ids: ReadonlyArray<string>, facts = factsOf(values(ids))) => Total.of(registers, facts, ids, scope)

describe("overlaps", () => {
  const refused = overlaps.filter(({ how }) => how === "refuse")
  it.each(refused.map((overlap) => [overlap.id, overlap] as const))("%s: no two are added", (_, overlap) => {
    const ids = overlap.indicators
    for (const [i, one] of ids.entries()) {
      for (const other of ids.slice(i + 1)) {
        const met = Overlap.between(standard, [one, other])
        expect(met.map((meeting) => meeting.overlap)).toContain(overlap)
        // Two may meet in several overlaps; the first is told.
        const { id, why } = met[0]?.overlap ?? overlap
        const refusal = Result.getOrThrow(Result.flip(total([one, other])))
        expect(refusal.code).toBe("total.overlapping")
        expect(refusal.params).toEqual({ overlap: id, indicators: met[0]?.indicators, ...why })
        expect(toText(refusal, "vi")).toContain(why.vi)
        expect(toText(refusal, "en")).toContain(why.en)
      }
    }
  })

  const once = overlaps.filter(({ how }) => how === "once")
  it.each(once.map((overlap) => [overlap.id, overlap] as const))(
    "%s: counts once",
    (_, { id, indicators: ids, take = "" }) => {
      // The one that holds the others has at least as much as they.
      const facts = factsOf({ ...values(ids), [take]: value(take, 20) })
      const alone = Result.getOrThrow(total([take], facts))
      const all = Result.getOrThrow(total(ids, facts))
      expect(all.value).toEqual(alone.value)
      expect(all.coverage).toEqual(alone.coverage)
      const left = ids.filter((one) => one !== take)
      expect(all.parts.map(({ indicator, within }) => [indicator, within])).toEqual(
        ids.map((one) => [one, one === take ? null : id]),
      )
      // Without the one that holds them nobody knows how much they share.
      const [one, other] = left
      if (one === undefined || other === undefined) return
      expect(Result.getOrThrow(Result.flip(total([one, other], facts))).code).toBe("total.overlapping")
    },
  )

  it("are declared for the four traps", () => {
    const met = (...ids: ReadonlyArray<string>) =>
      Overlap.between(standard, ids).map(({ overlap, within }) => [overlap.id, within])
    expect(met("members.memberships", "members.persons")).toEqual([["members.memberships-and-persons", null]])
    expect(met("supervision.front-led", "supervision.joint")).toEqual([
      ["supervision.joint-with-front", ["supervision.joint"]],
    ])
    expect(met("dvk.models.registered", "dvk.models.registered-commune")).toEqual([
      ["dvk.three-levels", ["dvk.models.registered-commune"]],
    ])
    expect(met("fund.received", "fund.passed-up")).toEqual([["fund.transfers", ["fund.passed-up"]]])
  })

  it("takes a joint supervision once in the sum of both leads", () => {
    const facts = factsOf({ "supervision.front-led": 5, "supervision.organisations-led": 3, "supervision.joint": 4 })
    const sum = total(["supervision.front-led", "supervision.organisations-led", "supervision.joint"], facts)
    expect(Result.getOrThrow(sum).value).toEqual(Value.quantity(8))
  })
})

describe("totals that the compiler knows", () => {
  const facts = factsOf({ "dialogue.turns": { about: 100 }, "propaganda.turns": 50 })

  it("add one kind of one measure", () => {
    const sum = Result.getOrThrow(
      Total.add(registers, facts, scope, indicators["dialogue.turns"], indicators["propaganda.turns"]),
    )
    const measure: "turn" = sum.measure
    expect([sum.kind, measure, sum.value]).toEqual(["flow", "turn", Value.quantity(150, "about")])
  })

  it("do not compile for unlike measures, unlike kinds and kinds without totals; at run time they are refused", () => {
    const first = indicators["dialogue.turns"]
    const code = (result: Result.Result<unknown, Issue.Issue>) => Result.getOrThrow(Result.flip(result)).code
    const codes = [
      // @ts-expect-error turns and models
      code(Total.add(registers, facts, scope, first, indicators["dvk.models.registered"])),
      // @ts-expect-error turns of persons and petitions: one kind, two measures
      code(Total.add(registers, facts, scope, first, indicators["petition.received"])),
      // @ts-expect-error cases that were settled, and cases that are left: one measure, two kinds
      code(Total.add(registers, facts, scope, indicators["petition.settled"], indicators["petition.cases-pending"])),
      // @ts-expect-error a percentage without its base has no total
      code(Total.add(registers, facts, scope, indicators["dialogue.resolution-rate"])),
      // @ts-expect-error distinct persons have none over units
      code(Total.add(registers, facts, scope, indicators["members.persons"])),
    ]
    expect(codes).toEqual([
      "total.kinds-unlike",
      "total.measures-unlike",
      "total.kinds-unlike",
      "aggregate.rate-refused",
      "aggregate.distinct-refused",
    ])
  })
})
