import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fromBase64, toBase64 } from "../src/base64.ts"

describe("base64", () => {
  it("refuses what it would not write itself", () => {
    for (const text of ["e30", "e31=", "e3=", "=", "e30=e30=", "e3 0", "ế30=", "a"]) {
      expect(fromBase64(text), text).toBeNull()
    }
  })

  describe("laws", () => {
    const bytes = fc.uint8Array({ maxLength: 80 })

    it("writes what Node writes", () => {
      fc.assert(
        fc.property(bytes, (given) => {
          expect(toBase64(given)).toBe(Buffer.from(given).toString("base64"))
        }),
      )
    })

    it("reads back what it wrote", () => {
      fc.assert(
        fc.property(bytes, (given) => {
          expect(fromBase64(toBase64(given))).toEqual(given)
        }),
      )
    })
  })
})
