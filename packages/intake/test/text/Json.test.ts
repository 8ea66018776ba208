import { Json } from "@danvan/intake"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Json", () => {
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
    expect(Json.offsetOf(`${deep}${"]".repeat(200_000)}`, "/0/0")).toBe(2)
  })
})
