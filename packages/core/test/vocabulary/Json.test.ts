import { Json } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { json } from "./careless.ts"

const codes = (text: string) => Json.read(text).problems.map(({ code, path }) => [code, Json.pointerOf(path)])
const malformed = (text: string) => {
  const { line, column, expected, found } = Json.read(text).problems[0]!.params
  return [line, column, expected, found]
}

// A careful reader of valid JSON that shares nothing with ours: cut into words first, then read by calls.
type Found = ReadonlyArray<readonly [code: string, pointer: string]>
const reference = (text: string): { readonly value: unknown; readonly found: Found } => {
  const words = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []
  const found: Array<readonly [string, string]> = []
  let at = 0
  const under = (pointer: string, step: string): string =>
    `${pointer}/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`
  const value = (pointer: string): unknown => {
    const word = words[at++] ?? ""
    if (word === "[") {
      const items: Array<unknown> = []
      for (; words[at] !== "]"; at += words[at] === "," ? 1 : 0) items.push(value(under(pointer, String(items.length))))
      at++
      return items
    }
    if (word === "{") {
      const entries = new Map<string, unknown>()
      for (; words[at] !== "}"; at += words[at] === "," ? 1 : 0) {
        const key: string = JSON.parse(words[at] ?? "")
        at += 2
        if (entries.has(key)) found.push(["json.key-repeated", under(pointer, key)])
        if (key === "__proto__") found.push(["json.key-reserved", under(pointer, key)])
        entries.set(key, value(under(pointer, key)))
      }
      at++
      return Object.fromEntries(entries)
    }
    if (/^[-\d]/.test(word) && !sameNumber(word, String(Number(word)))) found.push(["json.digits-lost", pointer])
    return JSON.parse(word)
  }
  return { value: value(""), found }
}

// Exactly, as whole numbers times a power of ten.
const sameNumber = (a: string, b: string): boolean => {
  if (!Number.isFinite(Number(a))) return false
  const parts = [a, b].map((text) => {
    const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e")
    const [whole = "", fraction = ""] = mantissa.split(".")
    return { n: BigInt(whole.replace("-", "") + fraction), e: Number(exponent) - fraction.length }
  })
  const least = Math.min(...parts.map(({ e }) => e))
  const [x, y] = parts.map(({ n, e }) => n * 10n ** BigInt(e - least))
  return x === y
}

describe("Json", () => {
  it("reads what JSON.parse reads", () => {
    expect(Json.read('{"a": [1, "hai", null, true, {"b": -0.5e2}]}')).toEqual({
      value: { a: [1, "hai", null, true, { b: -50 }] },
      problems: [],
      ascii: true,
    })
    expect(Json.read('{"a": "Hồ"}').ascii).toBe(false)
    expect(Json.read('{"a": "e\\u0301"}').ascii).toBe(false)
  })

  it("names every key that is repeated, however it is spelt", () => {
    expect(codes('{"a": {"x": 1, "x": 1}, "b": [{"k": 1, "\\u006b": 2, "k": 3}], "a": 0}')).toEqual([
      ["json.key-repeated", "/a/x"],
      ["json.key-repeated", "/b/0/k"],
      ["json.key-repeated", "/b/0/k"],
      ["json.key-repeated", "/a"],
    ])
  })

  it("is not led astray by what stands in texts", () => {
    expect(codes('{"a\\"b": "\\"a\\": 1, \\\\", "c": "{\\"c\\": 2}", "\\\\": "\\\\\\""}')).toEqual([])
    expect(codes('{"a\\"": 1, "a\\u0022": 1}')).toEqual([["json.key-repeated", '/a"']])
  })

  it("sees a repeated key in a long text, too", () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `"${i}":"ấ"`).join(",")
    expect(codes(`{${long}}`)).toEqual([])
    expect(codes(`{${long},"7":1}`)).toEqual([["json.key-repeated", "/7"]])
  })

  it("sees a long number wherever it stands in a long text", () => {
    for (let before = 16_360; before < 16_400; before++) {
      expect(codes(`["${"x".repeat(before)}",12345678.123456789,1]`)).toEqual([["json.digits-lost", "/1"]])
      expect(codes(`["${"x".repeat(before)}",123456789012345,1]`)).toEqual([])
    }
  })

  it.each([
    ["9007199254740993", "9007199254740992"],
    ["1e400", "Infinity"],
    ["-1E400", "-Infinity"],
    ["1e-400", "0"],
    ["5.0000000000000000001", "5"],
    ["0.12345678901234567890", "0.12345678901234568"],
    ["123456789012345678", "123456789012345680"],
  ])("says that %s would be read as %s", (found, kept) => {
    const [problem] = Json.read(`{"n": [${found}]}`).problems
    expect([problem?.code, problem?.path, problem?.params]).toEqual([
      "json.digits-lost",
      ["n", 0],
      { line: 1, column: 8, found, kept },
    ])
  })

  it.each([
    "9007199254740992",
    "0.1",
    "5.000",
    "1e3",
    "1E+22",
    "0e-999",
    "-0",
    "0.30000000000000004",
    "5e-324",
    "1e308",
  ])("keeps %s", (kept) => {
    expect(codes(`[${kept}]`)).toEqual([])
  })

  it("names a key that changes objects when it is copied", () => {
    const { value, problems } = Json.read('{"values": {"__proto__": {"polluted": 1}}}')
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["json.key-reserved", ["values", "__proto__"]]])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf((value as { values: object }).values)).toBe(Object.prototype)
  })

  it("reads an escaped key as what it says, whatever keys were read before", () => {
    JSON.parse('{"x": 1, "\\\\": 2}')
    JSON.parse('{"x": 1, "t\\\\u0": 2}')
    expect(Json.read('{"x": 1, "\\u0061": 2}').value).toEqual({ x: 1, a: 2 })
    expect(Json.read('{"x": [[], {}, {"y": {"x": 1, "t\\u00ecnh": [2]}}]}').value).toEqual({
      x: [[], {}, { y: { x: 1, tình: [2] } }],
    })
  })

  it("reads 64 levels, and no more; no depth exhausts it", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels)
    expect(codes(nested(64))).toEqual([])
    expect(codes(nested(65))).toEqual([["input.too-deep", "/0".repeat(64)]])
    expect(codes(nested(1_000_000))).toEqual([["input.too-deep", "/0".repeat(64)]])
    expect(codes("[".repeat(1_000_000))).toEqual([["input.too-deep", "/0".repeat(64)]])
    expect(codes('{"a":'.repeat(65))).toEqual([["input.too-deep", "/a".repeat(64)]])
  })

  it.each([
    ["", [1, 1, "value", ""]],
    ["\ufeff{}", [1, 1, "value", "\ufeff"]],
    ["{", [1, 2, "key", ""]],
    ['{"a": 1,}', [1, 9, "key", "}"]],
    ['{\n  "a" 1}', [2, 7, "colon", "1"]],
    ['{\n  "a": 1\n  "b": 2}', [3, 3, "comma-or-brace", '"']],
    ["[1 2]", [1, 4, "comma-or-bracket", "2"]],
    ["[1,]", [1, 4, "value", "]"]],
    ["[01]", [1, 3, "comma-or-bracket", "1"]],
    ["[1.]", [1, 4, "digit", "]"]],
    ["[-]", [1, 3, "digit", "]"]],
    ["[1e+]", [1, 5, "digit", "]"]],
    ["['a']", [1, 2, "value", "'"]],
    ["[NaN]", [1, 2, "value", "N"]],
    ["[undefined]", [1, 2, "value", "u"]],
    ['["a', [1, 4, "quote", ""]],
    ['["a\nb"]', [1, 4, "quote", "\n"]],
    ['["\\x41"]', [1, 3, "escape", "\\"]],
    ['["\\u00g0"]', [1, 3, "escape", "\\"]],
    ["{} 😀", [1, 4, "end", "😀"]],
    ["{} // a note", [1, 4, "end", "/"]],
  ])("says where %j is malformed, and what would have been right", (text, where) => {
    expect(malformed(text)).toEqual(where)
    expect(Json.read(text).value).toBeUndefined()
  })

  it("finds the place of a pointer when it is asked for", () => {
    const text = '{\n  "values": {\n    "a/b": [1,\n      {"n": 2}]\n  }\n}'
    expect(Json.position(text, "/values/a~1b/1/n")).toEqual({ line: 4, column: 13 })
    expect(Json.position(text, "")).toEqual({ line: 1, column: 1 })
    expect(Json.position(text, "/values/c")).toBeNull()
  })

  describe("laws", () => {
    it("a glance misses nothing that a careful reading finds", () => {
      let clean = 0
      let doubtful = 0
      fc.assert(
        fc.property(json, (text) => {
          const careful = reference(text)
          if (careful.found.length === 0) clean++
          else doubtful++
          const { value, problems } = Json.read(text)
          expect(problems.map(({ code, path }) => [code, Json.pointerOf(path)])).toEqual(careful.found)
          expect(value).toEqual(careful.value)
          expect(Json.problems(text)).toEqual(problems)
        }),
        { numRuns: 5000 },
      )
      expect(Math.min(clean, doubtful)).toBeGreaterThan(500)
    })

    it("what JSON.parse refuses is malformed, and nothing else", () => {
      const spoiled = fc
        .tuple(
          json,
          fc.nat(),
          fc.constantFrom("", ",", '"', "\\", "}", "]", "{", ":", "0", ".", "-", "e", "\u0001", "a"),
        )
        .map(([text, at, letter]) => {
          const i = at % (text.length + 1)
          return text.slice(0, i) + letter + text.slice(i + (letter === "" ? 1 : 0))
        })
      let refused = 0
      fc.assert(
        fc.property(spoiled, (text) => {
          let valid = true
          try {
            JSON.parse(text)
          } catch {
            valid = false
            refused++
          }
          const found = Json.problems(text).some(({ code }) => code === "json.malformed")
          expect(found).toBe(!valid)
        }),
        { numRuns: 5000 },
      )
      expect(refused).toBeGreaterThan(1000)
    })

    it("every problem stands where its position says", () => {
      fc.assert(
        fc.property(json, (text) => {
          for (const { offset, params } of Json.read(text).problems) {
            const before = text.slice(0, offset).split("\n")
            expect([params.line, params.column]).toEqual([before.length, (before.at(-1) ?? "").length + 1])
          }
        }),
      )
    })
  })
})
