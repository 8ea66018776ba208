import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { encode } from "@danvan/workbook/Markup"
import { decode } from "../../src/xml/Escape.ts"
import { attributes, limits, make, textOf, type Token, tokens } from "../../src/xml/Scanner.ts"
import { type XmlCode, xmlCodes, XmlError } from "../../src/xml/XmlError.ts"

const one = (source: string): Token => [...tokens(source)][0] as Token

// Everything of a document but where its texts were cut.
const read = (pieces: ReadonlyArray<string>): string => {
  const scanner = make()
  let said = ""
  const drain = (): void => {
    for (let token = scanner.next(); token !== null; token = scanner.next()) {
      said += `${token.kind} ${token.prefix}${token.name} ${token.from}-${token.to} ${token.depth} ${token.kind === "text" ? textOf(token) : token.source}\n`
    }
  }
  for (const piece of pieces) {
    scanner.push(piece)
    drain()
  }
  scanner.end()
  drain()
  return said
}

const refused = (source: string, within = limits): string | null => {
  try {
    for (const token of tokens(source, within))
      if (token.kind === "text") textOf(token)
      else if (token.kind !== "close") attributes(token)
    return null
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return error.code
  }
}

const sample =
  '\uFEFF<?xml version="1.0"?>\r\n<!-- > --><x:a xmlns:x="urn:a" k = \'1>2\'>uỷ &amp; <x:b/>\r\n<![CDATA[<&>]]]]><!--<b>--><c d="&#7911;&#x1F600;&lt;" />&gt;</x:a >\n<!---->'

describe("Scanner", () => {
  it("tells elements, prefixes, texts and CDATA with their places", () => {
    const found = [...tokens(sample)]
    expect(found.map(({ kind, prefix, name, depth }) => `${kind} ${prefix}${name} ${depth}`)).toEqual([
      "open x:a 0",
      "text  1",
      "empty x:b 1",
      "text  1",
      "text  1",
      "empty c 1",
      "text  1",
      "close x:a 0",
    ])
    expect(found.filter(({ kind }) => kind === "text").map(textOf)).toEqual(["uỷ & ", "\n", "<&>]]", ">"])
    for (const { from, to, source, cdata } of found) {
      expect(sample.slice(from, to)).toBe(cdata ? `<![CDATA[${source}]]>` : source)
    }
    expect(attributes(found[0] as Token)).toEqual(new Map([["xmlns:x", "urn:a"], ["k", "1>2"]])) // prettier-ignore
    expect(attributes(found[5] as Token).get("d")).toBe("ủ😀<")
  })

  it("law: wherever a document is cut into pieces, its tokens are the same", () => {
    const whole = read([sample])
    expect(read([...sample])).toBe(whole)
    fc.assert(
      fc.property(fc.array(fc.nat(sample.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), sample.length]
        expect(read(at.slice(1).map((to, i) => sample.slice(at[i], to)))).toBe(whole)
      }),
    )
  })

  const wrong: ReadonlyArray<readonly [XmlCode, string, string]> = [
    ["xml.doctype", "a document type", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ["xml.doctype", "a document type inside", "<a><!ELEMENT b></a>"],
    ["xml.entity", "an entity", "<a>&b;</a>"],
    ["xml.entity", "an entity in an attribute", '<a b="&nbsp;"/>'],
    ["xml.entity", "a bare ampersand", "<a>b & c</a>"],
    ["xml.entity", "a character that cannot be", "<a>&#0;</a>"],
    ["xml.entity", "half a character", "<a>&#xD800;</a>"],
    ["xml.entity", "a character beyond all", "<a>&#x110000;</a>"],
    ["xml.malformed", "nothing", ""],
    ["xml.malformed", "no element", "text"],
    ["xml.malformed", "another end tag", "<a></b>"],
    ["xml.malformed", "another prefix at the end", "<x:a></y:a>"],
    ["xml.malformed", "an end too many", "<a/></a>"],
    ["xml.malformed", "cut short", "<a><b/>"],
    ["xml.malformed", "cut short in a tag", '<a b="'],
    ["xml.malformed", "cut short in a comment", "<a/><!-- "],
    ["xml.malformed", "two roots", "<a/><b/>"],
    ["xml.malformed", "text behind the root", "<a/>b"],
    ["xml.malformed", "CDATA behind the root", "<a/><![CDATA[b]]>"],
    ["xml.malformed", "an attribute without quotation marks", "<a b=c/>"],
    ["xml.malformed", "an attribute twice", '<a b="1" b="2"/>'],
    ["xml.malformed", "a tag in a tag", "<a <b/>>"],
    ["xml.malformed", "no name", "<>"],
    ["xml.too-deep", "too deep", "<a>".repeat(200)],
    ["xml.too-long", "a tag too long", `<a b="${"c".repeat(2 ** 20)}"/>`],
    ["xml.too-long", "a text too long", `<a>${"c".repeat(2 ** 20 + 1)}</a>`],
    ["xml.too-long", "a comment too long", `<!--${"c".repeat(2 ** 20)}--><a/>`],
  ]
  it.each(wrong)("refuses with %s: %s", (code, _, source) => {
    expect(refused(source)).toBe(code)
  })

  it("has a wrong document for every code", () => {
    expect(new Set(wrong.map(([code]) => code))).toEqual(new Set(Object.keys(xmlCodes)))
  })

  it("a hundred thousand comments in a row are no depth", () => {
    expect(refused(`<a>${"<!---->".repeat(100_000)}</a>`)).toBeNull()
  })

  it("takes time by the length of a document: no quotation marks in it, many tags", () => {
    const seconds = (n: number): number => {
      const source = `<a>${"<b></b>".repeat(n)}</a>`
      const began = performance.now()
      expect(refused(source)).toBeNull()
      return performance.now() - began
    }
    seconds(20_000)
    const [short, long] = [seconds(20_000), seconds(200_000)]
    expect(long / short).toBeLessThan(60)
  })
})

describe("Escape", () => {
  it("law: what was encoded is decoded again, but for what XML cannot hold", () => {
    // oxlint-disable-next-line no-control-regex
    const hostile = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const source = `<a b="${encode(text)}">${encode(text)}</a>`
        expect(attributes(one(source)).get("b")).toBe(text.replace(hostile, "\ufffd"))
        expect(decode(encode(text))).toBe(text.replace(hostile, "\ufffd"))
      }),
    )
  })
})
