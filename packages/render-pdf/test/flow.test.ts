import { describe, expect, it } from "vitest"
import * as fc from "fast-check"
import { settle } from "../src/settle.ts"
import { pagesOf, testWith, withoutNumber, wordsOf } from "./poppler.ts"
import { document, draw, heading, lines, paragraph, row, signature, table, words } from "./report.ts"

const linesOf = (page: string): ReadonlyArray<string> => withoutNumber(page).trimEnd().split("\n")

describe("pages", () => {
  testWith("pdftotext")("leave no heading alone at their foot, whatever the length before it", async () => {
    const blocks = Array.from({ length: 250 }, (_, i) => [
      heading(`h${i}`, 1, `Mục ${i}.`),
      ...(i % 3 === 0 ? [heading(`k${i}`, 2, `Tiểu mục ${i}.`)] : []),
      paragraph(lines(1 + ((i * 7) % 6))),
    ]).flat()
    const { bytes, losses } = await draw(document(blocks))
    expect(losses).toEqual([])
    const pages = pagesOf(bytes)
    expect(pages.length).toBeGreaterThan(20)
    for (const page of pages) expect(linesOf(page).at(-1)).not.toMatch(/ục \d+\.$/)
    expect(pages.join("").match(/ục \d+\./g)).toHaveLength(250 + 84)
  })

  testWith("pdftotext")("part a paragraph with at least two lines on either side", async () => {
    for (let n = 30; n < 44; n++) {
      const { bytes } = await draw(document([paragraph(lines(n, "đầu")), paragraph(lines(5, "sau"))]))
      const [first = "", second = ""] = pagesOf(bytes)
      const [here, there] = [first, second].map((page) => linesOf(page).filter((line) => line.includes("sau")).length)
      expect([here, there]).not.toContain(1)
    }
  })

  testWith("pdftotext")("keep the signature whole, with at least two lines of the text before it", async () => {
    for (let n = 18; n < 42; n++) {
      for (const last of [1, 2, 4]) {
        const { bytes } = await draw(document([paragraph(lines(n)), paragraph(lines(last, "cuối")), signature]))
        const page = pagesOf(bytes).at(-1) ?? ""
        const text = linesOf(page).findIndex((line) => line.startsWith("Nơi nhận"))
        expect(text, page).toBeGreaterThanOrEqual(2)
        expect(page).toContain("Đỗ Thị Hồng Lan")
        expect(page).toContain("K/T TRƯỞNG BAN")
      }
    }
  })

  testWith("pdftotext")("keep a signature with the items of a list", async () => {
    const items = ["một", "hai", "ba", "bốn"].map((text) => ({ marker: words("-"), content: words(text) }))
    for (let n = 22; n < 38; n++) {
      const { bytes } = await draw(document([paragraph(lines(n)), { kind: "list", items }, signature]))
      const page = linesOf(pagesOf(bytes).at(-1) ?? "")
      expect(page.findIndex((line) => line.startsWith("Nơi nhận"))).toBeGreaterThanOrEqual(2)
    }
  })

  testWith("pdftotext")("repeat the head of a table and part no row", async () => {
    const body = Array.from({ length: 90 }, (_, i) =>
      row(`Phường ${i} ${"rất dài ".repeat(i % 5 === 0 ? 20 : 1)}cuối${i}`, `${1000 + i}`),
    )
    const { bytes, losses } = await draw(document([paragraph(lines(3)), table({ body, foot: [row("Cộng", "99")] })]))
    expect(losses).toEqual([])
    const pages = pagesOf(bytes)
    expect(pages.length).toBeGreaterThan(3)
    for (const [i, page] of pages.entries()) {
      expect(page).toContain("Đơn vị Số lượng")
      for (const [, n] of page.matchAll(/cuối(\d+)/g))
        expect(page, `row ${n} on page ${i + 1}`).toContain(`${1000 + Number(n)}`)
    }
    expect(pages.join("").match(/cuối\d+/g)).toHaveLength(90)
  })

  testWith("pdftotext")("keep caption, unit and first row together", async () => {
    for (let n = 30; n < 40; n++) {
      const { bytes } = await draw(
        document([paragraph(lines(n)), table({ caption: words("Biểu số"), unit: words("Đơn vị tính: cuộc") })]),
      )
      const page = pagesOf(bytes).find((text) => text.includes("Biểu số"))
      expect(page).toContain("Phường 1")
    }
  })

  testWith("pdftotext")("have none without text", async () => {
    for (let n = 36; n < 44; n++) {
      for (const page of pagesOf((await draw(document([paragraph(lines(n))]))).bytes))
        expect(withoutNumber(page).trim()).not.toBe("")
    }
  })

  testWith("pdftotext")(
    "part a symbol wider than its column after a hyphen or slash, else between letters",
    async () => {
      const narrow = table({
        columns: [
          { width: 22, align: "left" },
          { width: null, align: "left" },
        ],
        head: [],
        body: [row("34/2007/PL-UBTVQH11", "M".repeat(90))],
      })
      const { bytes, losses } = await draw(document([narrow]))
      expect(losses).toEqual([])
      const text = wordsOf(bytes)
      expect(text.map((word) => word.text).join("")).toContain("34/2007/PL-")
      for (const word of text) expect(word.right).toBeLessThan(195.1)
    },
  )

  testWith("pdftotext")("begin a line behind a blank rather than part the word that stands there", async () => {
    const blank = { kind: "blank", length: 8 } as const
    const content = [...words("ngày"), blank, ...words("tháng")]
    const narrow = table({
      columns: [
        { width: 34, align: "left" },
        { width: null, align: "left" },
      ],
      head: [],
      body: [{ cells: [{ content }, { content: [] }] }],
    })
    const { bytes, losses } = await draw(document([narrow]))
    expect(losses).toEqual([])
    expect(wordsOf(bytes).map(({ text }) => text)).toEqual(expect.arrayContaining(["ngày", "tháng"]))
  })
})

describe("settle", () => {
  const flow = fc.record({ count: fc.integer({ min: 1, max: 90 }), line: fc.constantFrom(12, 18, 20.5) })

  it("leaves two lines of a text on either side of each break", () => {
    fc.assert(
      fc.property(flow, fc.double({ min: 0, max: 700, noNaN: true }), fc.boolean(), (text, free, fresh) => {
        const own = text.count < 4 ? text.count * text.line : 2 * text.line
        const { over, breaks } = settle({ need: own, follow: 0, whole: 700, text }, fresh ? 700 : free, fresh)
        const ends = [0, ...breaks, text.count]
        for (let i = 1; i < ends.length; i++) {
          const here = (ends[i] ?? 0) - (ends[i - 1] ?? 0)
          expect(here).toBeGreaterThanOrEqual(Math.min(2, text.count))
          expect(here * text.line).toBeLessThanOrEqual((i === 1 && !over && !fresh ? free : 700) + 0.1)
        }
      }),
    )
  })

  it("leaves room for what clings to the text's end", () => {
    fc.assert(
      fc.property(
        flow,
        fc.double({ min: 0, max: 700, noNaN: true }),
        fc.integer({ min: 50, max: 400 }),
        (text, free, follow) => {
          const need = text.count < 4 ? text.count * text.line + follow : 2 * text.line
          const { over, breaks } = settle({ need, follow, whole: 700, text }, free, false)
          const last = text.count - (breaks.at(-1) ?? 0)
          const room = breaks.length > 0 || over ? 700 : free
          expect(last * text.line + follow).toBeLessThanOrEqual(room + 0.1)
          expect(last).toBeGreaterThanOrEqual(Math.min(2, text.count))
        },
      ),
    )
  })
})
