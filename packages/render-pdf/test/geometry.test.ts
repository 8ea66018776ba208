import type { Block } from "@danvan/document"
import { describe, expect } from "vitest"
import { run, strokesOf, testWith, type Word, wordsOf } from "./poppler.ts"
import { document, draw, hd36, heading, lines, paragraph, party, sample, signature, words as said } from "./report.ts"

interface Outline {
  readonly title: string
  readonly kids: ReadonlyArray<Outline>
  readonly destpageposfrom1: number
  readonly dest?: ReadonlyArray<number>
}

const near = (value: number | undefined, wanted: number, by = 1): void => {
  expect(value).toBeGreaterThan(wanted - by)
  expect(value).toBeLessThan(wanted + by)
}

const { bytes } = await draw(
  hd36(heading("a", 1, "I. KẾT QUẢ"), ...Array.from({ length: 9 }, (_, i) => paragraph(lines(5 + (i % 3)))), signature),
)

const boxOf = (words: ReadonlyArray<Word>, phrase: string): Word => {
  const parts = phrase.split(" ")
  const at = words.findIndex((_, i) => parts.every((part, p) => words[i + p]?.text === part))
  const [first, last] = [words[at], words[at + parts.length - 1]]
  if (!first || !last) throw new Error(`${phrase} is not on the page`)
  return { ...first, right: last.right }
}
const middle = (word: Word): number => (word.left + word.right) / 2

describe("the page of the State's form", () => {
  testWith("pdftotext", "pdftocairo")("has three drawn lines, each a share of the words above it", async () => {
    const rule = (share: number) => ({ share, thickness: 0.75 })
    const layout = {
      ...party,
      letterhead: { left: 65, right: 100, issuerRule: rule(0.4), mottoRule: rule(1) },
      titleRule: rule(0.35),
    }
    const blocks: ReadonlyArray<Block> = [
      {
        kind: "letterhead",
        stamp: null,
        superior: [],
        issuer: [said("ỦY BAN NHÂN DÂN"), said("PHƯỜNG TÂY HỒ")],
        issuerMark: null,
        motto: [said("CỘNG HÒA XÃ HỘI"), said("Độc lập - Tự do - Hạnh phúc")],
        number: said("Số: 05/BC-UBND"),
        date: said("Tây Hồ, ngày 05 tháng 02 năm 2026"),
      },
      { kind: "title", name: said("BÁO CÁO"), subject: [said("Kết quả công tác dân vận năm 2025")], mark: null },
      paragraph("chữ"),
    ]
    const drawn = (await draw(document(blocks, { layout }))).bytes
    const found = wordsOf(drawn)
    const strokes = strokesOf(drawn, 1)
    expect(strokes).toHaveLength(3)
    for (const [i, phrase, share] of [
      [0, "PHƯỜNG TÂY HỒ", 0.4],
      [1, "Độc lập - Tự do - Hạnh phúc", 1],
      [2, "Kết quả công tác dân vận năm 2025", 0.35],
    ] as const) {
      const above = boxOf(found, phrase)
      const stroke = strokes[i]
      near(stroke && stroke.x2 - stroke.x1, (above.right - above.left) * share, 0.5)
      near(stroke && (stroke.x1 + stroke.x2) / 2, middle(above), 0.5)
      near(stroke && stroke.y1 - above.base, 1.8, 1)
    }
    near(boxOf(found, "Số: 05/BC-UBND").base, boxOf(found, "Tây Hồ, ngày 05").base, 0.1)
    expect(boxOf(found, "chữ").base).toBeGreaterThan((strokes[2]?.y1 ?? 0) + 4)
  })
})

describe("the page of the Party's form", () => {
  testWith("pdftotext")("keeps margins of 20, 20, 30 and 15 mm", () => {
    const words = wordsOf(bytes)
    const body = words.filter(({ top }) => top > 19)
    near(Math.min(...body.map(({ left }) => left)), 30)
    near(Math.max(...body.map(({ right }) => right)), 210 - 15)
    near(Math.min(...body.map(({ base, size }) => base - 0.891 * size * 0.3528)), 20)
    expect(Math.max(...words.map(({ base }) => base))).toBeLessThan(297 - 20 + 0.1)
    expect(Math.max(...words.map(({ base }) => base))).toBeGreaterThan(297 - 20 - 3 * 6.35)
  })

  testWith("pdftotext")("sets each part in its size", () => {
    const words = wordsOf(bytes)
    near(boxOf(words, "ĐẢNG CỘNG SẢN VIỆT NAM").size, 15, 0.1)
    near(boxOf(words, "QUẬN UỶ TÂY HỒ").size, 14, 0.1)
    near(boxOf(words, "BÁO CÁO").size, 16, 0.1)
    near(boxOf(words, "- Thường trực").size, 12, 0.1)
  })

  testWith("pdftotext")("centres both columns of the head, and puts number and date on one base line", () => {
    const words = wordsOf(bytes)
    near(middle(boxOf(words, "BAN DÂN VẬN")), 30 + 75 / 2)
    near(middle(boxOf(words, "*")), 30 + 75 / 2)
    near(middle(boxOf(words, "ĐẢNG CỘNG SẢN VIỆT NAM")), 30 + 75 + 45)
    const number = boxOf(words, "Số 125-BC/BDVQU")
    near(boxOf(words, "Tây Hồ, ngày 20 tháng 6 năm 2022").base, number.base, 0.1)
    near(middle(boxOf(words, "BÁO CÁO")), 30 + 165 / 2)
    near(middle(boxOf(words, "-----")), 30 + 165 / 2)
  })

  testWith("pdftotext", "pdftocairo")("draws the rule under the motto exactly as long as its words", () => {
    const motto = boxOf(wordsOf(bytes), "ĐẢNG CỘNG SẢN VIỆT NAM")
    const rules = strokesOf(bytes, 1)
    expect(rules).toHaveLength(1)
    near(rules[0]?.x1, motto.left)
    near(rules[0]?.x2, motto.right)
    near(rules[0]?.y1, motto.base + 2, 1.5)
  })

  testWith("pdftotext")("indents first lines by 10 mm and sets base lines exactly 18 pt apart", () => {
    const words = wordsOf(bytes)
    near(boxOf(words, "Thực hiện").left, 40, 0.2)
    near(boxOf(words, "I. KẾT").left, 40, 0.2)
    const lineAt = boxOf(words, "Thực hiện").base
    const next = words.filter(({ page, base }) => page === 1 && base > lineAt + 1).map(({ base }) => base)
    near(Math.min(...next) - lineAt, (18 * 25.4) / 72, 0.02)
  })

  testWith("pdftotext")("numbers pages from the second on, centred, the digits 10 mm from the edge", () => {
    const words = wordsOf(bytes)
    const number = words.filter(({ page }) => page === 2)[0]
    expect(number?.text).toBe("2")
    near(number?.top, 10, 0.5)
    near(number && middle(number), 30 + 165 / 2)
    expect(words.filter(({ page, top }) => page === 1 && top < 19)).toEqual([])
  })

  testWith("pdftotext")("counts pages on through appendices, or from one in each, as the form says", async () => {
    const appendix = (id: string, orientation: "landscape" | "portrait"): Block => ({
      kind: "appendix",
      id,
      label: said(id),
      title: [],
      reference: null,
      orientation,
      blocks: [{ kind: "paragraph", role: "body", content: said(lines(80)) }],
    })
    const blocks = [paragraph(lines(80)), appendix("hai", "landscape"), appendix("ba", "portrait")]
    const counted = async (appendices: "continue" | "restart") => {
      const layout = { ...party, pageNumber: { ...party.pageNumber, appendices } }
      const found = wordsOf((await draw(document(blocks, { layout }))).bytes)
      const head = (of: number): string | undefined => found.find(({ page, top }) => page === of && top < 19)?.text
      const [two = 0, three = 0] = ["hai", "ba"].map((id) => found.find(({ text }) => text === id)?.page)
      expect([two > 2, three > two + 1, (found.at(-1)?.page ?? 0) > three]).toEqual([true, true, true])
      return { two, three, heads: [1, 2, two, two + 1, three, three + 1].map(head) }
    }
    const { two, three, heads } = await counted("continue")
    expect(heads).toEqual([undefined, "2", ...[two, two + 1, three, three + 1].map(String)])
    expect((await counted("restart")).heads).toEqual([undefined, "2", undefined, "2", undefined, "2"])
  })

  testWith("pdftotext")("never stretches or breaks a symbol", async () => {
    const symbols = ["18-NQ/TW", "45-KH/TU", "34/2007/PL-UBTVQH11,"]
    const alone = wordsOf((await draw(document(symbols.map((symbol) => paragraph(symbol))))).bytes)
    const words = wordsOf(bytes)
    for (const symbol of symbols) {
      const [set, natural] = [boxOf(words, symbol), boxOf(alone, symbol)]
      near(set.right - set.left, natural.right - natural.left, 0.02)
    }
  })

  testWith("pdffonts")("embeds every face, with its letters", () => {
    const fonts = run("pdffonts", bytes, []).trim().split("\n").slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /)
  })

  testWith("qpdf")("is a sound file", async () => {
    expect(run("qpdf", bytes, ["--check"])).toContain("No syntax or stream encoding errors found")
    expect(run("qpdf", (await draw(sample)).bytes, ["--check"])).toContain("No syntax or stream encoding errors found")
  })

  testWith("qpdf")(
    "has a bookmark for each heading and appendix, one in another, that leads to its place",
    async () => {
      const inner: Block = {
        kind: "appendix",
        id: "p",
        label: said("Phụ lục"),
        title: [said("KẾT QUẢ")],
        reference: null,
        orientation: "portrait",
        blocks: [],
      }
      const blocks = [
        heading("a", 1, "Một"),
        paragraph(lines(3)),
        heading("b", 2, "Hai"),
        heading("c", 3, "Ba"),
        paragraph("chữ"),
        heading("d", 1, "Bốn"),
        inner,
      ]
      const json = JSON.parse(run("qpdf", (await draw(document(blocks))).bytes, ["--json", "--json-key=outlines"])) as {
        outlines: ReadonlyArray<Outline>
      }
      const names = (of: ReadonlyArray<Outline>): ReadonlyArray<unknown> =>
        of.map(({ title, kids, destpageposfrom1 }) => [title, destpageposfrom1, ...names(kids)])
      expect(names(json.outlines)).toEqual([
        ["Một", 1, ["Hai", 1, ["Ba", 1]]],
        ["Bốn", 1],
        ["Phụ lục KẾT QUẢ", 2],
      ])
      expect(json.outlines[1]?.dest?.[3]).toBeLessThan(841.89 - 56.69 - 3 * 18)
    },
  )

  testWith("pdfinfo")("claims no tags, and turns the paper for an appendix that lies", async () => {
    const appendix = (id: string, orientation: "landscape" | "portrait"): Block => ({
      kind: "appendix",
      id,
      label: said(id),
      title: [],
      reference: null,
      orientation,
      blocks: [],
    })
    const blocks = [paragraph("một"), appendix("hai", "landscape"), appendix("ba", "portrait"), paragraph("bốn")]
    const info = run("pdfinfo", (await draw(document(blocks))).bytes, ["-l", "99"])
    expect(info).toContain("Tagged:          no")
    const lying = run("pdfinfo", (await draw(document([appendix("một", "landscape"), paragraph("hai")]))).bytes, [
      "-l",
      "9",
    ])
    const widths = [...lying.matchAll(/Page +\d+ size: +([\d.]+) x/g)].map(([, width]) => Number(width) > 800)
    expect(widths).toEqual([true, false])
    // Nothing is drawn of an empty list: the appendix opens the document all the same.
    const empty: Block = { kind: "list", items: [] }
    const led = run("pdfinfo", (await draw(document([empty, appendix("một", "landscape")]))).bytes, ["-l", "9"])
    expect([...led.matchAll(/Page +\d+ size: +([\d.]+) x/g)].map(([, width]) => Number(width) > 800)).toEqual([true])
    const wide = [...info.matchAll(/Page +\d+ size: +([\d.]+) x/g)].map(([, width]) => Number(width) > 800)
    expect(wide).toEqual([false, true, false, false])
  })
})
