import type { Block, Document } from "@danvan/document"
import { contract, sample, textOf } from "@danvan/document/testing"
import { json, parse } from "@danvan/render-json"
import { describe, expect, it, test } from "vitest"
import { accented, faces, marked, pageIn } from "../../document/test/letters.ts"

const textIn = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const sampleJson = async (): Promise<Record<string, unknown>> => JSON.parse(textIn((await json().render(sample)).bytes))

describe("json", () => {
  contract({ test, factory: json, read: (bytes) => textOf(parse(bytes)) })

  it("loses nothing: what is read back is the document", async () => {
    const { bytes, losses } = await json().render(sample)
    expect(parse(bytes)).toEqual(sample)
    expect(losses).toEqual(sample.losses)
  })

  it("keeps every letter of Vietnamese, in every face", async () => {
    for (const document of [...faces.map(pageIn), marked]) {
      const { bytes } = await json().render(document)
      expect(textIn(bytes)).toContain(accented.join(document === marked ? "" : " "))
      expect(parse(bytes)).toEqual(document)
    }
  })

  it("writes one line, or lines as deep as asked", async () => {
    expect(textIn((await json().render(sample)).bytes)).not.toContain("\n")
    const text = textIn((await json({ indent: 2 }).render(sample)).bytes)
    expect(text).toContain('\n  "language": "vi",\n')
    expect(parse(new TextEncoder().encode(text))).toEqual(sample)
  })

  it("writes an attachment in base64", async () => {
    expect((await sampleJson())["attachments"]).toEqual([
      { name: "so-lieu.json", mediaType: "application/json", base64: "eyJhIjoxfQ==" },
    ])
  })

  it("writes moment and id only when they are given", async () => {
    const without = await sampleJson()
    expect("madeAt" in without || "documentId" in without).toBe(false)
    const { bytes } = await json().render(sample, { madeAt: "2022-07-27T08:00:00+07:00", documentId: "05" })
    expect(JSON.parse(textIn(bytes))).toMatchObject({ madeAt: "2022-07-27T08:00:00+07:00", documentId: "05" })
    expect(parse(bytes)).toEqual(sample)
  })

  it("rejects a number that JSON cannot hold and says where it stands", async () => {
    const document = { ...sample, layout: { ...sample.layout, titleRule: { share: Number.NaN, thickness: 1 } } }
    await expect(json().render(document)).rejects.toMatchObject({ code: "not-json", block: "/layout/titleRule/share" })
  })

  it("names the place of an unknown block, inline and figure", async () => {
    const strange = (block: unknown): Document => ({ ...sample, blocks: [block as Block] })
    const paragraph = (inline: unknown): Document => strange({ kind: "paragraph", role: "body", content: [inline] })
    const rejected: ReadonlyArray<readonly [Document, code: string, block: string]> = [
      [strange({ kind: "marquee" }), "unknown-block", "/blocks/0"],
      [paragraph({ kind: "hologram" }), "unknown-inline", "/blocks/0/content/0"],
      [paragraph({ kind: "figure", figure: "none" }), "unknown-figure", "/blocks/0/content/0"],
      [
        paragraph({ kind: "strong", content: [{ kind: "figure", figure: "none" }] }),
        "unknown-figure",
        "/blocks/0/content/0/content/0",
      ],
    ]
    for (const [document, code, block] of rejected) {
      await expect(json().render(document)).rejects.toMatchObject({ name: "RenderError", code, block })
    }
  })
})
