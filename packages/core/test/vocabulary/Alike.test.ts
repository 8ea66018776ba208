import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Alike from "../../src/vocabulary/Alike.ts"
import * as Json from "../../src/vocabulary/Json.ts"
import { json } from "./careless.ts"

const take = (text: string) => Alike.take(text, "values")
const whole = (text: string): unknown => {
  const taken = take(text)
  if (taken === null) return null
  const { names, items } = taken.members
  return { ...taken.rest, values: Object.fromEntries(names.map((name, i) => [name, items[i]])) }
}

describe("Alike", () => {
  it("reads what JSON.parse reads, however often and in whatever order", () => {
    const texts = [
      '{"id":"a","values":{"x":1,"y":{"x":1,"y":2}}}',
      '{"id":"a","values":{"x":1}}',
      '{ "id" : "b" ,\n"values" : { "y" : [ 1 , -2.5 , "ba" , [ ] , { } ] , "x" : null } }',
      '{"values":{},"id":"a","list":[true,false,null,{"a":1},{"b":2}]}',
      '{"values":{"10":1,"b":2,"9":3},"id":"số 1"}',
      '{"values":{"x":0,"y":-0,"z":100},"id":"\\n\\"\\u0061"}',
      '{"values":{"x":999999999999999,"y":0.1,"z":123456789.012345}}',
    ]
    for (const text of [...texts, ...texts.toReversed(), ...texts]) {
      const value: unknown = JSON.parse(text)
      expect(whole(text)).toEqual(value)
      expect(Object.keys(whole(text) as object)).toHaveLength(Object.keys(value as object).length)
    }
  })

  it("gives texts with the same keys one list of names", () => {
    const [one, other] = [1, 2].map((n) => take(`{"id":"${n}","values":{"a":${n},"b":0}}`))
    expect(other?.members.names).toBe(one?.members.names)
    expect(other?.members.items).toEqual([2, 0])
  })

  it("gives away nothing that it goes on using", () => {
    const text = '{"values":{"a":{"x":1,"y":2}},"meta":{"k":1}}'
    for (let i = 0; i < 3; i++) {
      const { rest, members } = take(text)!
      expect([rest, members]).toEqual([{ meta: { k: 1 } }, { names: ["a"], items: [{ x: 1, y: 2 }] }])
      delete (rest["meta"] as Record<string, unknown>)["k"]
      Object.assign(members.items[0] as object, { x: 5, z: 1 })
      Object.assign(rest, { more: 1 })
    }
  })

  // Each stands behind a text like it that is right.
  it.each([
    ["a key that comes twice", '{"values":{"a":1,"a":1}}'],
    ["a key that comes twice, in other letters", '{"values":{"a":1,"\\u0061":1}}'],
    ["the member itself, twice", '{"values":{"a":1},"values":{"a":1}}'],
    ["sixteen digits", '{"values":{"a":1234567890123456}}'],
    ["sixteen digits with a point", '{"values":{"a":1.234567890123456}}'],
    ["an exponent", '{"values":{"a":1e2}}'],
    ["a zero before a digit", '{"values":{"a":01}}'],
    ["a point without digits", '{"values":{"a":1.}}'],
    ["a minus alone", '{"values":{"a":-}}'],
    ["__proto__", '{"values":{"__proto__":1}}'],
    ["a key that is not NFC", `{"values":{"${"ấ".normalize("NFD")}":1}}`],
    ["a text that is not NFC", `{"id":"${"ấ".normalize("NFD")}","values":{"a":1}}`],
    ["a text that is not NFC, in escapes", '{"id":"a\\u0302","values":{"a":1}}'],
    ["half of a pair", '{"id":"\ud83d","values":{"a":1}}'],
    ["half of a pair in a key", '{"values":{"\ud83d":1}}'],
    ["a letter that must be escaped", '{"id":"\n","values":{"a":1}}'],
    ["a wrong escape", '{"id":"\\x","values":{"a":1}}'],
    ["an end that comes too early", '{"values":{"a":1}'],
    ["an end inside of a word", '{"values":{"a":tru'],
    ["something behind the end", '{"values":{"a":1}} x'],
    ["a comma too many", '{"values":{"a":1,}}'],
    ["a comma too few", '{"values":{"a":1"b":2}}'],
    ["seventeen levels", `{"values":{"a":${"[".repeat(17)}${"]".repeat(17)}}}`],
    ["a member that is no object", '{"values":[1]}'],
    ["a list", '[{"values":{"a":1}}]'],
    ["nothing", ""],
    ["a byte order mark", '\ufeff{"values":{"a":1}}'],
    ["a text that is too long", `{"id":"${"a".repeat(Alike.longest)}","values":{"a":1}}`],
  ])("leaves to others: %s", (_, text) => {
    for (const like of ['{"id":"b","values":{"a":1}}', '{"values":{"a":2,"b":1}}']) expect(take(like)).not.toBe(null)
    expect(take(text)).toBe(null)
  })

  it("keeps in mind as much as it has room for, and then begins anew", () => {
    const text = (n: number) =>
      `{"values":{${Array.from({ length: 600 }, (_, i) => `"key-${n}-${i}":${i}`).join(",")}}}`
    for (let n = 0; n < 80; n++) expect(whole(text(n))).toEqual(JSON.parse(text(n)))
    expect(whole(text(0))).toEqual(JSON.parse(text(0)))
  })

  describe("laws", () => {
    it("what is taken at a glance is what a careful reading gives, and nothing is against it", () => {
      const form = fc
        .tuple(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "ấ", "d"), json)), json, fc.boolean())
        .map(([values, id, isFirst]) => {
          const member = `"values":{${values.map(([key, value]) => `"${key}":${value}`).join(",")}}`
          return isFirst ? `{${member},"id":${id}}` : `{"id":${id},${member}}`
        })
      let [taken, refused] = [0, 0]
      fc.assert(
        fc.property(fc.array(form, { maxLength: 5 }), (texts) => {
          for (const text of texts) {
            const found = whole(text)
            if (found === null) {
              refused++
              continue
            }
            taken++
            const { value, problems } = Json.read(text)
            expect(problems).toEqual([])
            expect(found).toEqual(value)
          }
        }),
        { numRuns: 2000 },
      )
      expect(Math.min(taken, refused)).toBeGreaterThan(200)
    })

    it("a letter more or less is never read over", () => {
      const text = '{"id":"ward-1","revision":1,"values":{"a.b":12,"c":{"x":3,"y":4.5},"d":"dân vận","e":[true,null]}}'
      const letters = fc.constantFrom(
        "",
        ",",
        '"',
        "\\",
        "}",
        "]",
        "{",
        "[",
        ":",
        "0",
        ".",
        "-",
        "e",
        "\u0001",
        " ",
        "ấ",
      )
      fc.assert(
        fc.property(fc.nat(text.length), letters, fc.nat(1), (at, letter, gone) => {
          expect(whole(text)).toEqual(JSON.parse(text))
          const spoilt = text.slice(0, at) + letter + text.slice(at + gone)
          const found = whole(spoilt)
          if (found !== null) expect([found, Json.problems(spoilt)]).toEqual([JSON.parse(spoilt), []])
        }),
        { numRuns: 3000 },
      )
    })
  })
})
