import { Quantity, Value, ValueText } from "@danvan/core"
import { describe, expect, it } from "vitest"

const share = (x: number, y: number): Value.Value => ({ kind: "share", x: Quantity.exact(x), y: Quantity.exact(y) })
const turns = { id: "turn", vi: "lượt người", en: "turns", decimals: 0 }

describe("Value", () => {
  it("tells zero, missing and not applicable apart", () => {
    const [zero, missing, none]: ReadonlyArray<Value.Value> = [
      Value.quantity(0),
      Value.missing("not-sent"),
      { kind: "not-applicable", reason: "no-object" },
    ]
    expect([zero, missing, none].map((value) => value && Value.isPresent(value))).toEqual([true, false, true])
    expect(zero && missing && Value.equals(zero, missing)).toBe(false)
  })

  it("gives a percentage of a share, none of a count, none of nothing", () => {
    expect(Value.percent(share(58, 119))).toBe("48.7")
    expect(Value.percent(share(42, 42))).toBe("100")
    expect(Value.percent(share(0, 0))).toBeNull()
    expect(Value.percent(Value.quantity(5))).toBeNull()
    expect(Value.percent({ kind: "rate", percent: "87", qualifier: "exact" })).toBe("87")
  })

  it("compares numbers apart from how exactly they are known", () => {
    expect(Value.equals(Value.quantity(5), Value.quantity(5, "about"))).toBe(false)
    expect(Value.sameNumbers(Value.quantity(5), Value.quantity(5, "about"))).toBe(true)
    expect(Value.sameNumbers(share(1, 2), share(2, 4))).toBe(false)
    expect(Value.equals({ kind: "grade", counts: { tốt: 1, khá: 0 } }, { kind: "grade", counts: { tốt: 1 } })).toBe(
      true,
    )
  })
})

describe("ValueText", () => {
  it.each([
    [Value.quantity(197), "197 lượt người", "197", "197"],
    [Value.quantity(1500, "about"), "khoảng 1.500 lượt người", "khoảng 1.500", "1500"],
    [Value.quantity(2500, "over"), "trên 2.500 lượt người", "trên 2.500", "2500"],
    [Value.quantity(99, "under"), "gần 99 lượt người", "gần 99", "99"],
    [share(58, 119), "58/119 lượt người", "58/119", "58/119"],
    [{ kind: "rate", percent: "87.5", qualifier: "exact" } as const, "87,5%", "87,5%", "87.5%"],
    [Value.missing("not-sent"), "chưa có số liệu", "chưa có số liệu", ""],
    [{ kind: "not-applicable", reason: "no-object" } as const, "không có đối tượng", "không có đối tượng", ""],
    [{ kind: "flag", holds: true } as const, "có", "có", "true"],
    [{ kind: "text", text: "ổn định" } as const, "ổn định", "ổn định", ""],
    [{ kind: "grade", counts: { tốt: 3, khá: 1 } } as const, "tốt: 3; khá: 1", "tốt: 3; khá: 1", ""],
  ])("prints %j", (value, full, bare, machine) => {
    expect(ValueText.full(value, turns, "vi")).toBe(full)
    expect(ValueText.bare(value, turns, "vi")).toBe(bare)
    expect(ValueText.machine(value, turns)).toBe(machine)
  })

  it("prints a share with its percentage for a table, a percentage alone as it is", () => {
    expect(ValueText.detail(share(79, 108), undefined, "vi")).toBe("79/108 (73,1%)")
    expect(ValueText.detail(share(42, 42), undefined, "en")).toBe("42/42 (100%)")
    expect(ValueText.detail({ kind: "rate", percent: "87", qualifier: "exact" }, undefined, "vi")).toBe("87%")
  })
})
