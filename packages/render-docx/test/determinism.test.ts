import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import type { Chart } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { document, paragraph } from "./report.ts"

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")
const elsewhere = (env: Record<string, string>): string =>
  execFileSync(process.execPath, ["--conditions=@danvan/source", new URL("digest.ts", import.meta.url).pathname], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...env },
  }).trim()
const chart = sample.blocks.find((block): block is Chart => block.kind === "chart")

describe("the bytes", () => {
  it("are the same in any process, time zone and locale", async () => {
    const here = digest((await docx().render(sample)).bytes)
    expect(elsewhere({ TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" })).toBe(here)
    expect(elsewhere({ TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" })).toBe(here)
  })

  it("do not depend on the documents before or at the same time", async () => {
    const two = { ...sample, blocks: chart ? [chart, { ...chart, id: "again" }] : [] }
    const documents = [sample, two, document([paragraph("một")])]
    const alone: Array<string> = []
    for (const one of documents) alone.push(digest((await docx().render(one)).bytes))
    const renderer = docx()
    const together = await Promise.all([...documents, ...documents].map((one) => renderer.render(one)))
    expect(together.map(({ bytes }) => digest(bytes))).toEqual([...alone, ...alone])
    expect(new Set(alone).size).toBe(3)
  })

  it("hold no moment: every entry has the same, in the workbooks behind charts too", async () => {
    const archive = (await docx().render(sample)).bytes
    const book = unzipSync(archive)["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"] ?? new Uint8Array()
    for (const bytes of [archive, book]) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      const moments = new Set<number>()
      for (let i = 0; i < bytes.length - 46; i++)
        if (view.getUint32(i, true) === 0x02014b50) moments.add(view.getUint32(i + 12, true))
      // 1980-01-01, twelve o'clock, as MS-DOS writes it.
      expect([...moments]).toEqual([(1 << 21) | (1 << 16) | (12 << 11)])
    }
  })
})
