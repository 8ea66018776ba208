import { Spelling } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Spelling", () => {
  it.each([
    ["Quận uỷ", "Quận ủy"],
    ["hoà", "hòa"],
    ["khoẻ", "khỏe"],
    ["thuý", "thúy"],
    ["Quận  Tây\u00a0Hồ", "quận tây hồ"],
    ["kết quả".normalize("NFD"), "kết quả"],
    ["Bưở\u200bi", "bưởi"],
  ])("sees %j and %j as one", (a, b) => {
    expect(Spelling.key(a)).toBe(Spelling.key(b))
  })

  it.each([
    ["toàn", "toán"],
    ["Tây Hồ", "Tây Hò"],
    ["Đống", "Dống"],
    ["má", "mà"],
  ])("keeps %j and %j apart", (a, b) => {
    expect(Spelling.key(a)).not.toBe(Spelling.key(b))
  })

  it("suggests the nearest known word, and none when all are far", () => {
    expect(Spelling.nearest("dialogue.event", ["dialogue.events", "dialogue.turns"])).toBe("dialogue.events")
    expect(Spelling.nearest("quite-another-thing", ["dialogue.events"])).toBeNull()
  })

  it("finds names that may be one person's, and leaves equal and different ones alone", () => {
    expect(Spelling.similarNames("Trịnh Huy Thành", "Trịnh Văn Thành")).toBe(true)
    expect(Spelling.similarNames("Trịnh Huy Thành", "Trịnh Huy Thành")).toBe(false)
    expect(Spelling.similarNames("Trịnh Huy Thành", "Nguyễn Anh Tuấn")).toBe(false)
    expect(Spelling.similarNames("Thành", "Thành")).toBe(false)
  })

  it("knows NFC from NFD", () => {
    expect(Spelling.isNfc("kết quả")).toBe(true)
    expect(Spelling.isNfc("kết quả".normalize("NFD"))).toBe(false)
  })

  describe("laws", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 })
    const near = fc.string({ unit: fc.constantFrom("a", "b", "ă"), maxLength: 6 })
    it("distance is zero on itself, the same both ways, and never above the limit by more than one", () => {
      fc.assert(
        fc.property(fc.oneof(text, near), fc.oneof(text, near), (a, b) => {
          expect(Spelling.distance(a, a, 4)).toBe(0)
          expect(Spelling.distance(a, b, 4)).toBe(Spelling.distance(b, a, 4))
          expect(Spelling.distance(a, b, 4)).toBeLessThanOrEqual(5)
        }),
      )
    })

    it("agrees with the textbook, for every limit", () => {
      const textbook = (a: string, b: string): number => {
        if (a === "" || b === "") return a.length + b.length
        if (a[0] === b[0]) return textbook(a.slice(1), b.slice(1))
        return 1 + Math.min(textbook(a.slice(1), b), textbook(a, b.slice(1)), textbook(a.slice(1), b.slice(1)))
      }
      const short = fc.string({ unit: fc.constantFrom("a", "b", "ă"), maxLength: 6 })
      fc.assert(
        fc.property(short, short, fc.integer({ min: 1, max: 4 }), (a, b, limit) => {
          expect(Spelling.distance(a, b, limit)).toBe(Math.min(textbook(a, b), limit + 1))
        }),
      )
    })

    it("the key of a key is itself", () => {
      fc.assert(fc.property(text, (a) => Spelling.key(Spelling.key(a)) === Spelling.key(a)))
    })
  })
})
