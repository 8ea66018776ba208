import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attributes, type Token, tokens } from "../../src/xml/Scanner.ts"
import { atEnd, opened, splice, withAttribute } from "../../src/xml/Splice.ts"

describe("Splice", () => {
  it("keeps the order of what is put in at one place, before what is replaced there", () => {
    const edits = [
      { from: 1, to: 2, text: "X" },
      { from: 1, to: 1, text: "1" },
      { from: 1, to: 1, text: "2" },
    ]
    expect(splice("abc", edits)).toBe("a12Xc")
  })

  it("throws when edits overlap", () => {
    const overlapping = [{ from: 0, to: 2, text: "" }, { from: 1, to: 3, text: "" }] // prettier-ignore
    expect(() => splice("abc", overlapping)).toThrow("overlap")
  })

  it("law: an attribute that was set is read, and every other one as before", () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/)
    const value = fc.string()
    const tag = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 4 })
    fc.assert(
      fc.property(tag, name, value, fc.boolean(), (all, key, text, empty) => {
        const start = all.reduce((source, [k, v]) => withAttribute(source, k, v), empty ? "<c/>" : "<c>")
        const set = withAttribute(start, key, text)
        const [first] = tokens(empty ? set : `${set}</c>`)
        expect(attributes(first as Token)).toEqual(new Map([...all, [key, text]]))
      }),
    )
  })

  it("takes no value for an attribute", () => {
    expect(withAttribute(`<c r="s='1'" s="2"/>`, "s", "5")).toBe(`<c r="s='1'" s="5"/>`)
  })

  it("puts something at the end of a root with content, without, and with a prefix", () => {
    const put = (source: string): string => splice(source, [atEnd(source, (prefix) => `<${prefix}b/>`)])
    expect(put("<?xml?><a>1</a>\n")).toBe("<?xml?><a>1<b/></a>\n")
    expect(put('<x:a k="1" />')).toBe('<x:a k="1"><x:b/></x:a>')
    expect(opened("<r/>", "r", "1")).toBe("<r>1</r>")
  })
})
