// An appendix of five pages: seventy-five communes and wards of the example's city, in every format that is paged. Its head
// stands on each page, its rows are whole and in order, its total stands once, on the last page, and comes to its rows.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { plainText, type Table } from "@danvan/document"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { pdf } from "@danvan/render-pdf"
import { chromium } from "playwright-core"
import { describe, expect, it } from "vitest"
import { makeCity } from "../../examples/reports/make.ts"
import { open, textOf } from "../../packages/render-docx/test/reader.ts"
import { all, find, kids, val } from "../../packages/render-docx/test/xml.ts"
import { testWith, type Word, wordsOf } from "../../packages/render-pdf/test/poppler.ts"

const document = await makeCity()
const [appendix] = document.blocks.filter(({ kind }) => kind === "appendix")
const table = (appendix?.kind === "appendix" ? appendix.blocks : []).find(
  (block): block is Table => block.kind === "table",
)
if (!table) throw new Error("the appendix has no table")
const said = (row: number): string => plainText(table.body[row]?.cells[1]?.content ?? [], document.figures)
const names = table.body.map((_, row) => said(row))
const COLUMNS = table.columns.length

/** The lines of a page, from top to bottom. */
const linesOn = (words: ReadonlyArray<Word>, page: number): ReadonlyArray<string> => {
  const lines = new Map<number, Array<Word>>()
  for (const word of words.filter((one) => one.page === page)) {
    const base = [...lines.keys()].find((one) => Math.abs(one - word.base) < 1) ?? word.base
    lines.set(base, [...(lines.get(base) ?? []), word])
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line.toSorted((a, b) => a.left - b.left).map(({ text }) => text))
    .map((line) => line.join(" "))
}

/** What must hold of the pages of the appendix in a PDF, whoever made it; the text before it takes one page. */
const holds = (bytes: Uint8Array): void => {
  const words = wordsOf(bytes)
  const pages = Math.max(...words.map(({ page }) => page))
  expect(pages).toBe(6)
  const read = Array.from({ length: 5 }, (_, i) => linesOn(words, i + 2))
  for (const [i, lines] of read.entries()) {
    // Counted from one in each appendix, and shown from the second page on.
    expect(/^\d+$/.test(lines[0] ?? "") ? lines[0] : null).toBe(i === 0 ? null : String(i + 1))
    expect(lines.filter((line) => line.includes("triệu đồng") && line.startsWith("mô hình"))).toHaveLength(1)
    expect(lines.some((line) => /\bTT\b.*Đơn vị/.test(line) || line.startsWith("TT"))).toBe(true)
    expect(lines.filter((line) => line.startsWith("Tổng cộng"))).toHaveLength(i === 4 ? 1 : 0)
  }
  const rows = read.flat().flatMap((line) => /^(\d+) ((?:Xã|Phường) \S+ \S+)/.exec(line)?.slice(1, 3) ?? [])
  expect(rows).toEqual(names.flatMap((name, i) => [String(i + 1), name]))
}

it("has seventy-five places, and rows that come to their total in every column", () => {
  expect([names.length, COLUMNS]).toEqual([75, 9])
  const numberOf = (content: Parameters<typeof plainText>[0]): number =>
    Number(/\d[\d.]*/.exec(plainText(content, document.figures))?.[0].replaceAll(".", "") ?? 0)
  for (let column = 2; column < COLUMNS; column++) {
    const parts = table.body.map((row) => numberOf(row.cells[column]?.content ?? []))
    // The cell of the foot before the numbers goes over two columns.
    const total = numberOf(table.foot[0]?.cells[column - 1]?.content ?? [])
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(total)
    expect(total).toBeGreaterThan(100)
  }
})

describe("the appendix", () => {
  testWith("pdftotext")("takes five pages of the PDF", async () => {
    holds((await pdf().render(document)).bytes)
  })

  it("is one table of the Word file, its head repeated, no row split, in a section of its own", async () => {
    const file = open((await docx().render(document)).bytes)
    const found = [...all(file.body, "w:tbl")].find((one) => textOf(one).includes("Tổng cộng"))
    const rows = kids(found, "w:tr")
    const isOn = (row: (typeof rows)[number], name: string): boolean => {
      const property = find(row, "w:trPr", name)
      return property !== undefined && !["0", "false"].includes(val(property) ?? "1")
    }
    const repeated = rows.map((row) => isOn(row, "w:tblHeader"))
    expect(repeated.indexOf(false)).toBe(table.head.length)
    expect(repeated.lastIndexOf(true)).toBe(table.head.length - 1)
    expect(rows.filter((row) => !isOn(row, "w:cantSplit"))).toEqual([])
    expect(rows).toHaveLength(table.head.length + 75 + table.foot.length)
    expect(rows.map((row) => textOf(row)).filter((line) => line.startsWith("Tổng cộng"))).toHaveLength(1)
    const last = [...all(file.body, "w:sectPr")].at(-1)
    expect(val(find(last, "w:pgSz"), "w:orient")).toBe("landscape")
    expect(val(find(last, "w:pgNumType"), "w:start")).toBe("1")
    expect(find(last, "w:titlePg")).toBeDefined()
  })

  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
  const printing = existsSync(executablePath) || process.env["CI"] ? testWith("pdftotext") : it.skip
  printing("takes five pages of the page as a browser prints it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "danvan-annex-"))
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] })
    try {
      const file = join(folder, "report.html")
      writeFileSync(file, (await html().render(document)).bytes)
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href)
      holds(await page.pdf({ preferCSSPageSize: true }))
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true })
    }
  })
})
