import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonical, NotJson } from "../src/canonical.ts"

describe("canonical", () => {
  it("sorts keys by UTF-16 code units, as RFC 8785 does: a surrogate pair before what lies behind it", () => {
    const value = { "€": 1, "\r": 2, "\uff21": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 }
    expect(canonical(value, 0)).toBe(`{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\uff21":3}`)
  })

  it("writes numbers as ECMAScript does", () => {
    expect(canonical([1e21, 4.5, 0.002, 1e-27, -0, 333333333.3333333], 0)).toBe(
      "[1e+21,4.5,0.002,1e-27,0,333333333.3333333]",
    )
  })

  it("composes keys and texts, and refuses two keys that become one", () => {
    expect(canonical({ ["ệ".normalize("NFD")]: "ộ".normalize("NFD") }, 0)).toBe(`{"ệ":"ộ"}`)
    expect(() => canonical({ a: { ["ệ".normalize("NFD")]: 1, ệ: 2 } }, 0)).toThrow(NotJson)
  })

  it("names the place of what JSON cannot hold", () => {
    expect(() => canonical({ "a/b": [1, Number.NaN] }, 0)).toThrow(expect.objectContaining({ pointer: "/a~1b/1" }))
    expect(() => canonical({ a: () => 1 }, 0)).toThrow(expect.objectContaining({ pointer: "/a" }))
    expect(() => canonical([undefined], 0)).toThrow(expect.objectContaining({ pointer: "/0" }))
  })

  it("leaves out members that are undefined", () => {
    expect(canonical({ a: undefined, b: null }, 0)).toBe(`{"b":null}`)
  })

  describe("laws", () => {
    const anything = fc
      .jsonValue({ noUnicodeString: false })
      .map((value) => JSON.parse(JSON.stringify(value)) as unknown)

    it("is JSON for the same value, whatever the indent", () => {
      fc.assert(
        fc.property(anything, fc.integer({ min: 0, max: 4 }), (value, indent) => {
          fc.pre(JSON.stringify(value) === JSON.stringify(value).normalize("NFC"))
          expect(JSON.parse(canonical(value, indent))).toEqual(value)
        }),
      )
    })

    it("looks as JSON.stringify does when indented, but for the order of keys", () => {
      fc.assert(
        fc.property(anything, (value) => {
          const sorted: unknown = JSON.parse(canonical(value, 0))
          // Keys like "1" come first in any object of ECMAScript, so only objects without them can be compared.
          fc.pre(!/"\d+":/.test(canonical(value, 0)))
          expect(canonical(value, 2)).toBe(JSON.stringify(sorted, null, 2))
        }),
      )
    })

    it("does not see the order in which keys were written", () => {
      fc.assert(
        fc.property(fc.dictionary(fc.string(), anything), (value) => {
          const turned = Object.fromEntries(Object.entries(value).toReversed())
          fc.pre(new Set(Object.keys(value).map((key) => key.normalize("NFC"))).size === Object.keys(value).length)
          expect(canonical(turned, 0)).toBe(canonical(value, 0))
        }),
      )
    })
  })
})
