import { createHash } from "node:crypto"
import { Fingerprint } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Fingerprint", () => {
  it("writes canonical JSON as RFC 8785 does", () => {
    expect(Fingerprint.canonical({ "\u20ac": 1, "\r": 2, "1": 3, ö: 4 })).toBe('{"\\r":2,"1":3,"ö":4,"€":1}')
    expect(Fingerprint.canonical([1.0, -0, 1e21, "ấ\n", null, true])).toBe('[1,0,1e+21,"ấ\\n",null,true]')
  })

  it("is the SHA-256 that Node computes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const expected = createHash("sha256").update(Fingerprint.canonical(value)).digest("hex")
        expect(Fingerprint.of(value)).toBe(`sha256:${expected}`)
      }),
    )
  })

  describe("laws", () => {
    it("does not depend on the order of keys", () => {
      fc.assert(
        fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
          const turned = Object.fromEntries(Object.entries(record).reverse())
          expect(Fingerprint.of(turned)).toBe(Fingerprint.of(record))
        }),
      )
    })

    it("canonical JSON parses back to the same", () => {
      fc.assert(
        fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
          expect(Fingerprint.canonical(JSON.parse(Fingerprint.canonical(value)))).toBe(Fingerprint.canonical(value))
        }),
      )
    })
  })
})
