// A draft that is signed: number, day and signer are written into their places, and nothing else of the report changes: not
// a word, not where it stands, not how it looks. Held for each form in each format that an office prints or sends on.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { html } from "@danvan/render-html"
import { chromium } from "playwright-core"
import { describe, expect, it } from "vitest"
import { open, paragraphs, textOf } from "../../packages/render-docx/test/reader.ts"
import { all, find } from "../../packages/render-docx/test/xml.ts"
import { strokesOf, testWith, wordsOf } from "../../packages/render-pdf/test/poppler.ts"
import { made, requests } from "./made.ts"

const signed = { number: 5, signedOn: "2026-07-02" }
const NAME = "Nguyễn Văn A"

/** The lines that are filled in: number, day, what ties an appendix to both, signer. */
const FILLED = /^(?:Số:? \S*[-/]BC|An, ngày|\(kèm theo Báo cáo|ngày.* của )/i
const isOpen = (line: string): boolean => {
  const said = line.replaceAll(/[\s\u2007]+/g, " ").trim()
  return said === "" || said === NAME || FILLED.test(said)
}

/** Every word of a PDF that is not in such a line, with page, place and size; and how many lines are. */
const placed = (bytes: Uint8Array) => {
  const words = wordsOf(bytes)
  // Letterhead and signature have two columns: a line is what stands on one base line of one of them.
  const signing = words.find(({ text, left }) => text === "Nơi" && left < 31)
  const isHalved = ({ page, base }: (typeof words)[number]): boolean =>
    page === 1 ? base < 60 : page === signing?.page && base >= signing.base - 0.5
  const lines = new Map<string, Array<(typeof words)[number]>>()
  for (const word of words) {
    const line = [word.page, word.base.toFixed(1), isHalved(word) && word.left < 105].join()
    lines.set(line, [...(lines.get(line) ?? []), word])
  }
  const rest = [...lines.values()].filter((line) => !isOpen(line.map(({ text }) => text).join(" ")))
  return {
    rest: rest
      .flat()
      .map(({ page, left, base, size, text }) => `${page} ${left.toFixed(2)} ${base.toFixed(2)} ${size} ${text}`),
    filled: lines.size - rest.length,
    pages: Math.max(...words.map(({ page }) => page)),
  }
}

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"

/** Where every paragraph, head and cell of a page stands in a browser, but those that are filled in. */
const laidOut = async (pages: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<unknown>> => {
  const folder = mkdtempSync(join(tmpdir(), "danvan-filled-"))
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] })
  try {
    const found: Array<unknown> = []
    for (const [i, bytes] of pages.entries()) {
      const file = join(folder, `${i}.html`)
      writeFileSync(file, bytes)
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(pathToFileURL(file).href)
      found.push(
        await page.evaluate(`
          [...document.querySelectorAll("main :is(p,h1,h2,h3,h4,li,caption,th,td)")]
            .filter((part) => !part.matches(".s-number,.s-date,.s-appendix-reference,.s-signer"))
            .map((part) => {
              const { x, y, width, height } = part.getBoundingClientRect()
              return [part.textContent, x, y, width, height]
            })
        `),
      )
      await page.close()
    }
    return found
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

describe.each(Object.entries(requests))("a draft of %s that is signed", async (_id, request) => {
  const draft = await made(request)
  const full = await made({ ...request, ...signed, signature: { ...request.signature, name: NAME } })
  const annexes = full.document.blocks.filter(({ kind }) => kind === "appendix").length

  testWith("pdftotext", "pdftocairo")("has every other word and line of the PDF in its place", () => {
    const [before, after] = [placed(draft.bytes), placed(full.bytes)]
    expect(after.rest).toEqual(before.rest)
    expect(after.pages).toBe(before.pages)
    expect(after.rest.length).toBeGreaterThan(300)
    // Number, day, and two lines over each appendix; the signer's name is the only line that a draft does not have.
    expect([before.filled, after.filled]).toEqual([2 + 2 * annexes, 3 + 2 * annexes])
    for (let page = 1; page <= after.pages; page++) {
      const strokes = (bytes: Uint8Array) => strokesOf(bytes, page).map(({ y1, width }) => `${y1.toFixed(1)} ${width}`)
      expect(strokes(full.bytes)).toEqual(strokes(draft.bytes))
    }
  })

  it("has every other paragraph of the Word file as it was, in the same styles and sections", () => {
    const [before, after] = [open(draft.word), open(full.word)]
    const written = paragraphs(after)
    const changed = paragraphs(before).flatMap((one, i) =>
      JSON.stringify(one) === JSON.stringify(written[i]) ? [] : [[one, written[i]] as const],
    )
    expect(paragraphs(before)).toHaveLength(written.length)
    // A line drawn below words is as long as a share of them.
    expect(changed).toHaveLength(3 + annexes * (full.document.layout.appendixRule ? 2 : 1))
    for (const [one, other] of changed) {
      expect(isOpen(textOf(one)), textOf(one)).toBe(true)
      expect(other && find(other, "w:pPr")).toEqual(find(one, "w:pPr"))
    }
    expect([...all(after.body, "w:sectPr")]).toEqual([...all(before.body, "w:sectPr")])
    const others = ({ parts }: typeof before) =>
      Object.entries(parts).filter(([part]) => part !== "word/document.xml" && part !== "docProps/core.xml")
    expect(others(after)).toEqual(others(before))
  })

  it.skipIf(!existsSync(executablePath) && !process.env["CI"])(
    "has every other part of the page in its place",
    async () => {
      const bytes = [(await html().render(draft.document)).bytes, (await html().render(full.document)).bytes]
      const [before, after] = await laidOut(bytes)
      expect(after).toEqual(before)
      expect((after as ReadonlyArray<unknown>).length).toBeGreaterThan(100)
      const [old, now] = bytes.map((one) => new TextDecoder().decode(one).split("\n"))
      const changed = (old ?? []).flatMap((line, i) => (line === now?.[i] ? [] : [line]))
      expect(now).toHaveLength(old?.length ?? 0)
      expect(changed).toHaveLength(3 + annexes)
      for (const line of changed) expect(line).toMatch(/class="s-(?:number|date|appendix-reference|signer)"/)
    },
    60_000,
  )
})
