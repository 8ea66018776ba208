import { Neutral } from "@danvan/findings"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { harmful } from "./samples.ts"

describe("Neutral", () => {
  it("fileName never leaves its folder, is never hidden and never too long", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...harmful), fc.string({ unit: "binary" })), (text) => {
        const name = Neutral.fileName(text)
        expect(name).toMatch(/^[\p{L}\p{N}\p{M}_-][\p{L}\p{N}\p{M}._-]*$/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(121)
        expect(name).toBe(name.normalize("NFC"))
      }),
    )
    expect(Neutral.fileName("..")).toBe("_")
    expect(Neutral.fileName("nul.json")).toBe("_nul.json")
  })

  it("visible leaves what is harmless as it is", () => {
    expect(Neutral.visible("Phường Bưởi: 1.500 lượt người (khoảng) – “87%”")).toBe(
      "Phường Bưởi: 1.500 lượt người (khoảng) – “87%”",
    )
  })
})
