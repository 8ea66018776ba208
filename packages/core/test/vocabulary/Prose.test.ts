import { Prose } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Prose", () => {
  it("tells words, references, sources and digits apart", () => {
    expect(Prose.parse("Có {a.b} ({a.b|percent}), {cite:ct}, {date:2022-07-27}, {unit:u}, {quote:08 phường}.")).toEqual(
      [
        { kind: "words", text: "Có ", at: 0 },
        { kind: "reference", name: "a.b", filter: null, at: 3 },
        { kind: "words", text: " (", at: 8 },
        { kind: "reference", name: "a.b", filter: "percent", at: 10 },
        { kind: "words", text: "), ", at: 23 },
        { kind: "cite", argument: "ct", at: 26 },
        { kind: "words", text: ", ", at: 35 },
        { kind: "date", argument: "2022-07-27", at: 37 },
        { kind: "words", text: ", ", at: 54 },
        { kind: "unit", argument: "u", at: 56 },
        { kind: "words", text: ", ", at: 64 },
        { kind: "quote", argument: "08 phường", at: 66 },
        { kind: "words", text: ".", at: 83 },
      ],
    )
  })

  it.each([
    ["tổ chức 11 cuộc", ["11"]],
    ["1.500 lượt, 87,5%", ["1.500", "87,5%"]],
    ["58/119 và 27/7/2022", ["58/119", "27/7/2022"]],
    ["Covid-19", ["19"]],
    ["٣ cuộc", ["٣"]],
  ])("finds the digits typed by hand in %j", (text, found) => {
    expect(Prose.parse(text).flatMap((piece) => (piece.kind === "digits" ? [piece.text] : []))).toEqual(found)
  })

  it("says where a brace is never closed", () => {
    expect(Prose.parse("có {a.b").at(-1)).toEqual({ kind: "unclosed", text: "{a.b", at: 3 })
  })

  describe("laws", () => {
    it("loses no character outside braces, and no digit hides in words", () => {
      fc.assert(
        fc.property(
          fc.string({ unit: "grapheme" }).filter((s) => !/[{}]/.test(s)),
          (text) => {
            const pieces = Prose.parse(text)
            expect(pieces.map((piece) => ("text" in piece ? piece.text : "")).join("")).toBe(text)
            expect(pieces.some((piece) => piece.kind === "words" && /\p{Nd}/u.test(piece.text))).toBe(false)
          },
        ),
      )
    })

    it("gives back the words and references that it was put together from, each at its place", () => {
      const words = fc.constantFrom("Họp", " rồi ", "; ", "ấ").map((text) => ({ kind: "words", text }) as const)
      const name = fc.constantFrom("meeting.events", "a[b=c]", "x")
      const reference = fc.record({ name, filter: fc.constantFrom(null, "bare", "percent") })
      const pair = fc.tuple(
        words,
        reference.map((one) => ({ kind: "reference", ...one }) as const),
      )
      fc.assert(
        fc.property(fc.array(pair), (pairs) => {
          const pieces = pairs.flat()
          let text = ""
          const placed = pieces.map((piece) => {
            const at = text.length
            text += "text" in piece ? piece.text : `{${piece.name}${piece.filter === null ? "" : `|${piece.filter}`}}`
            return { ...piece, at }
          })
          expect(Prose.parse(text)).toEqual(placed)
        }),
      )
    })

    it("never throws, and places rise", () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("{", "}", "|", ":", "a", "5", " ") })),
          (text) => {
            const places = Prose.parse(text).map(({ at }) => at)
            expect(places).toEqual([...places].sort((a, b) => a - b))
          },
        ),
      )
    })
  })
})
