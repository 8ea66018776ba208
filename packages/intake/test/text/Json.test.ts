import { Json } from "@danvan/intake"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const fails = (text: string): boolean => {
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
const fault = (text: string) => {
  const parsed = Json.parse(text)
  return Result.isFailure(parsed) ? [parsed.failure.offset, parsed.failure.expected, parsed.failure.found] : null
}

describe("Json", () => {
  it.each([
    ["", [0, "value", ""]],
    ["{", [1, "key-or-end", ""]],
    ['{"a"', [4, "colon", ""]],
    ['{"a":', [5, "value", ""]],
    ['{"a":1', [6, "comma-or-brace", ""]],
    ['{"a":1,}', [7, "key", "}"]],
    ["[1 2]", [3, "comma-or-bracket", "2"]],
    ["[1,]", [3, "value", "]"]],
    ["[", [1, "value-or-end", ""]],
    ['{"a":01}', [6, "comma-or-brace", "1"]],
    ['"a', [2, "quote", ""]],
    ['"a\nb"', [2, "quote", "\n"]],
    ['"\\x"', [2, "escape", "x"]],
    ["{} 𝒙", [3, "end", "𝒙"]],
    ["[NaN]", [1, "value-or-end", "N"]],
    ["tru", [0, "value", "t"]],
  ])("says where %j stops being JSON", (text, expected) => {
    expect(fault(text)).toEqual(expected)
  })

  it("law: finds a fault exactly where the platform does, and then one within the text", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', "\\", "0", " ", "x", "\u0001"))
      .map(([text, at, letter]) => {
        const i = at % (text.length + 1)
        return text.slice(0, i) + letter + text.slice(letter === "" ? i + 1 : i)
      })
    fc.assert(
      fc.property(broken, (text) => {
        const parsed = Json.parse(text)
        expect(Result.isFailure(parsed)).toBe(fails(text))
        if (Result.isFailure(parsed)) {
          const { offset } = parsed.failure
          expect(offset >= 0 && offset <= text.length).toBe(true)
          // What stands before the fault may still become JSON: cutting there moves no fault forward.
          const cut = fault(text.slice(0, offset))
          if (cut !== null)
            expect(cut[0]).toBeGreaterThanOrEqual(Math.min(offset, text.slice(0, offset).trimEnd().length))
        }
      }),
      { numRuns: 500 },
    )
  })

  it("law: at the place of a pointer stands its value", () => {
    fc.assert(
      fc.property(fc.json({ depthSize: "medium" }), fc.constantFrom(0, 1, 2), (compact, indent) => {
        const value: unknown = JSON.parse(compact)
        const text = JSON.stringify(value, null, indent)
        const walk = (one: unknown, pointer: string): void => {
          const rest = text.slice(Json.offsetOf(text, pointer))
          const written = JSON.stringify(one, null, indent)
          if (typeof one === "object" && one !== null) expect(rest[0]).toBe(written[0])
          else expect(rest.startsWith(written)).toBe(true)
          if (Array.isArray(one)) for (const [i, item] of one.entries()) walk(item, `${pointer}/${i}`)
          else if (typeof one === "object" && one !== null) {
            for (const [key, item] of Object.entries(one)) {
              walk(item, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`)
            }
          }
        }
        walk(value, "")
      }),
    )
  })

  it("goes as deep as there is something, and takes the last of keys that are said twice", () => {
    const text = '{"a": {"b": 1}, "a": {"c": 2}}'
    expect(text.slice(Json.offsetOf(text, "/a/c"))).toBe("2}}")
    expect(text.slice(Json.offsetOf(text, "/a/b"))).toBe('{"c": 2}}')
    expect(Json.offsetOf(text, "/x/y")).toBe(0)
  })

  it("compares keys in NFC, as they are read", () => {
    const text = `{"${"hoà".normalize("NFD")}": 5}`
    expect(text.slice(Json.offsetOf(text, "/hoà"))).toBe("5}")
  })

  it("law: lines found once are the lines found each time, and elements are those of the list", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 2 })), fc.constantFrom(0, 2), fc.nat(), (list, indent, at) => {
        const text = JSON.stringify(list, null, indent)
        const offset = at % (text.length + 1)
        expect(Json.lines(text)(offset)).toEqual(Json.lineOf(text, offset))
        expect(Json.elements(text).map(([start, end]) => JSON.parse(text.slice(start, end)))).toEqual(JSON.parse(text))
      }),
    )
    expect(Json.elements('{"a": [1]}')).toEqual([])
  })

  it("is not exhausted by nesting", () => {
    const deep = "[".repeat(200_000)
    expect(fault(deep)?.[1]).toBe("value-or-end")
    expect(Json.offsetOf(`${deep}${"]".repeat(200_000)}`, "/0/0")).toBe(2)
  })
})
