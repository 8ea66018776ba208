import { Aggregator, Quantity, Value } from "@danvan/core"
import { arbitrary, laws } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const of = (...values: ReadonlyArray<Value.Value>): Value.Value => Result.getOrThrow(Aggregator.overUnits(values))

describe("Aggregator", () => {
  it("adds counts and keeps the least exact qualifier", () => {
    expect(of(Value.quantity(180, "about"), Value.quantity(20))).toEqual(Value.quantity(200, "about"))
    expect(of(Value.quantity(1, "over"), Value.quantity(2, "under"))).toEqual(Value.quantity(3, "about"))
  })

  it("adds both sides of a share", () => {
    const share = (x: number, y: number): Value.Value => ({ kind: "share", x: Quantity.exact(x), y: Quantity.exact(y) })
    expect(of(share(5, 5), share(37, 37))).toEqual(share(42, 42))
  })

  it("counts grades, and those who said yes of those who answered", () => {
    expect(of({ kind: "grade", counts: { tốt: 1 } }, { kind: "grade", counts: { khá: 2, tốt: 1 } })).toEqual({
      kind: "grade",
      counts: { khá: 2, tốt: 2 },
    })
    expect(of({ kind: "flag", holds: true }, { kind: "flag", holds: false })).toEqual({
      kind: "share",
      x: Quantity.exact(1),
      y: Quantity.exact(2),
    })
  })

  it("leaves nothing to add as missing, and nothing to report on as not applicable", () => {
    expect(of()).toEqual(Value.missing("not-sent"))
    expect(of({ kind: "not-applicable", reason: "no-object" }, Value.missing("lost"))).toEqual({
      kind: "not-applicable",
      reason: "no-object",
    })
    expect(of({ kind: "not-applicable", reason: "no-object" }, Value.quantity(2))).toEqual(Value.quantity(2))
  })

  it("says the exact sum instead of a wrong one when it leaves the safe integers", () => {
    const much = Value.quantity(Number.MAX_SAFE_INTEGER)
    expect(Aggregator.overUnits([much, Value.quantity(1)])).toEqual(Result.fail("9007199254740992"))
  })

  it("says the exact count of a grade when it leaves the safe integers", () => {
    const much: Value.Value = { kind: "grade", counts: { khá: 1, tốt: Number.MAX_SAFE_INTEGER } }
    expect(Aggregator.overUnits([much, much, much])).toEqual(Result.fail(String(3n * (2n ** 53n - 1n))))
    expect(of(much)).toEqual(much)
  })

  it("never combines a rate or a text", () => {
    expect(
      of({ kind: "rate", percent: "87", qualifier: "exact" }, { kind: "rate", percent: "90", qualifier: "exact" }),
    ).toEqual(Value.missing("not-sent"))
    expect(Aggregator.kinds.filter((kind) => !Aggregator.isAdditive(kind))).toEqual(["rate", "distinct", "text"])
  })

  describe("laws", () => {
    for (const kind of ["flow", "stock", "campaign", "share", "attainment", "grade", "flag"] as const) {
      for (const { name, property } of laws.aggregation(arbitrary.value(kind))) {
        it(`${kind}: ${name}`, () => {
          fc.assert(property)
        })
      }
    }

    it("agrees with a naive sum in exact numbers", () => {
      fc.assert(
        fc.property(fc.array(fc.nat(1e12), { minLength: 1 }), (all) => {
          const naive = all.reduce((sum, n) => sum + BigInt(n), 0n)
          expect(of(...all.map((n) => Value.quantity(n)))).toEqual(Value.quantity(Number(naive)))
        }),
      )
    })

    it("a sum that leaves the safe integers is told exactly, and is no number", () => {
      const large = fc.oneof(fc.maxSafeNat(), fc.constant(Number.MAX_SAFE_INTEGER))
      fc.assert(
        fc.property(fc.array(large, { minLength: 1, maxLength: 4 }), (all) => {
          const naive = all.reduce((sum, n) => sum + BigInt(n), 0n)
          const safe = naive <= BigInt(Number.MAX_SAFE_INTEGER)
          const found = Aggregator.overUnits(all.map((n) => Value.quantity(n)))
          expect(found).toEqual(safe ? Result.succeed(Value.quantity(Number(naive))) : Result.fail(String(naive)))
        }),
      )
    })
  })
})
