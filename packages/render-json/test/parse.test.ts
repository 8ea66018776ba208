import { type Block, type Document, type Figure, type Inline, RenderError } from "@danvan/document"
import { sample, textOf } from "@danvan/document/testing"
import { json, parse } from "@danvan/render-json"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const sampleJson = async (): Promise<Record<string, unknown>> =>
  JSON.parse(new TextDecoder().decode((await json().render(sample)).bytes))

describe("parse", () => {
  const refusals: ReadonlyArray<readonly [what: string, change: object, code: string, block: string]> = [
    ["another version", { version: "danvan/document@1" }, "unknown-version", "/version"],
    ["no version", { version: undefined }, "unknown-version", "/version"],
    ["another language", { language: "fr" }, "not-a-document", "/language"],
    ["no title", { title: null }, "not-a-document", "/title"],
    ["no layout", { layout: [] }, "not-a-document", "/layout"],
    ["blocks that are no list", { blocks: {} }, "not-a-document", "/blocks"],
    ["figures that are a list", { figures: [] }, "not-a-document", "/figures"],
    ["no losses", { losses: undefined }, "not-a-document", "/losses"],
    ["attachments that are no list", { attachments: null }, "not-a-document", "/attachments"],
    [
      "an attachment that is not base64",
      { attachments: [{ name: "a", mediaType: "b", base64: "?" }] },
      "not-a-document",
      "/attachments/0",
    ],
    [
      "an attachment without a name",
      { attachments: [{ mediaType: "b", base64: "" }] },
      "not-a-document",
      "/attachments/0",
    ],
  ]
  for (const [what, change, code, block] of refusals) {
    it(`refuses ${what}`, async () => {
      const bytes = bytesOf({ ...(await sampleJson()), ...change })
      expect(() => parse(bytes)).toThrow(expect.objectContaining({ name: "RenderError", code, block }))
    })
  }

  it("refuses what is not JSON, not UTF-8, or not an object", () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x22, 0xff, 0x22), bytesOf([]), bytesOf(null)]) {
      expect(() => parse(bytes)).toThrow(RenderError)
    }
  })

  it("keeps a figure named __proto__ a figure", async () => {
    const figures = Object.fromEntries([
      ["__proto__", { text: "8", value: "8", label: "", coverage: null, origin: [] }],
    ])
    const block: Block = { kind: "paragraph", role: "body", content: [{ kind: "figure", figure: "__proto__" }] }
    const { bytes } = await json().render({ ...sample, figures, blocks: [block] })
    expect(textOf(parse(bytes))).toBe("8")
  })

  describe("laws", () => {
    const word = fc.string({ unit: "binary" }).map((text) => text.normalize("NFC"))
    const id = fc.stringMatching(/^[a-z][a-z .-]{0,8}$/)
    const figure: fc.Arbitrary<Figure> = fc.record({
      text: word,
      value: word,
      label: word,
      coverage: fc.constant(null),
      origin: fc.array(word, { maxLength: 2 }),
    })
    const documents: fc.Arbitrary<Document> = fc.dictionary(id, figure, { minKeys: 1, maxKeys: 4 }).chain((figures) => {
      const { inlines } = fc.letrec<{ inline: Inline; inlines: ReadonlyArray<Inline> }>((tie) => ({
        inline: fc.oneof(
          { maxDepth: 3, withCrossShrink: true },
          fc.record({ kind: fc.constant("text"), text: word }),
          fc.record({ kind: fc.constant("figure"), figure: fc.constantFrom(...Object.keys(figures)) }),
          fc.record({ kind: fc.constant("blank"), length: fc.nat(9) }),
          fc.record({ kind: fc.constantFrom("strong", "emphasis"), content: tie("inlines") }),
        ) as fc.Arbitrary<Inline>,
        inlines: fc.array(tie("inline"), { maxLength: 3 }),
      }))
      const block = fc.oneof(
        fc.record({ kind: fc.constant("paragraph"), role: fc.constantFrom("body", "note"), content: inlines }),
        fc.record({
          kind: fc.constant("list"),
          items: fc.array(fc.record({ marker: inlines, content: inlines }), { maxLength: 3 }),
        }),
      ) as fc.Arbitrary<Block>
      const attachment = fc.record({ name: word, mediaType: word, bytes: fc.uint8Array({ maxLength: 40 }) })
      return fc.record({
        version: fc.constant(sample.version),
        language: fc.constantFrom("vi", "en"),
        title: word,
        layout: fc.constant(sample.layout),
        blocks: fc.array(block, { maxLength: 5 }),
        figures: fc.constant(figures),
        attachments: fc.array(attachment, { maxLength: 2 }),
        losses: fc.constant(sample.losses),
      })
    })

    it("reads back every document, and writes it again in the same bytes", async () => {
      await fc.assert(
        fc.asyncProperty(documents, fc.integer({ min: 0, max: 3 }), async (document, indent) => {
          const { bytes } = await json({ indent }).render(document)
          const again = parse(bytes)
          expect(again).toEqual({ ...document, figures: { ...document.figures } })
          expect((await json({ indent }).render(again)).bytes).toEqual(bytes)
        }),
      )
    })
  })
})
