// The report as a reader gets it: words and numbers in PDF, HTML and Word, the Party's page of 2022 measured, nothing lost.
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { check, type Document, linesOf, plainText, type Renderer } from "@danvan/document"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { json, parse } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import { describe, expect, it } from "vitest"
import { visible as visibleInWord } from "../../../packages/render-docx/test/reader.ts"
import { visible } from "../../../packages/render-html/test/visible.ts"
import { run, strokesOf, testWith, type Word, wordsOf } from "../../../packages/render-pdf/test/poppler.ts"
import { make, submissions } from "../make.ts"

const { document } = await make()
const [inPdf, inHtml, inJson, inWord] = await Promise.all(
  [pdf(), html(), json(), docx()].map((one: Renderer) => one.render(document)),
)
const squash = (text: string): string => text.replace(/[\s\u00a0\u2060]+/g, "")

const said = [
  "197 mô hình",
  "161 điển hình",
  "11 cuộc đối thoại",
  "khoảng 1.500 lượt người",
  "87%",
  "42/42",
  "58/119 (48,7%)",
  "79/108 (73,1%)",
  "8/8 phường",
  "7/8 phường",
  "Chỉ thị 07-CT/TU",
  "Pháp lệnh 34/2007/PL-UBTVQH11",
  "tăng 5% so với năm 2021; nguồn không nói rõ là điểm phần trăm (từ 82%) hay tương đối (từ 82,86%); gốc so sánh là cả năm",
  "số chia theo đơn vị là số minh hoạ",
  "BẢN MINH HOẠ",
  "kỳ báo cáo: văn bản không nêu mốc thời gian",
  "Phụ lục 1",
  "27/7/2022",
  // The five persons with their offices.
  "Trịnh Huy Thành",
  "Phó Trưởng Ban Thường trực, Ban Dân vận Thành uỷ Hà Nội",
  "Lê Thị Thu Hằng",
  "Bí thư, Quận uỷ Tây Hồ",
  "Chủ tịch, HĐND quận Tây Hồ",
  "Nguyễn Anh Tuấn",
  "Phó Bí thư thường trực, Quận uỷ Tây Hồ",
  "Đỗ Thị Hồng Lan",
  "Phó Trưởng Ban, Ban Dân vận Quận uỷ Tây Hồ",
  "Trịnh Văn Thành",
  "Phó Trưởng Ban Thường trực, Ban Dân vận Quận uỷ Tây Hồ",
]
const tasks = (await submissions()).flatMap((one) => one.entries?.tasks ?? [])

describe("the report", () => {
  it("is without fault and without loss in every format", () => {
    expect(check(document)).toEqual([])
    expect([inPdf, inHtml, inJson, inWord].map((rendered) => rendered?.losses)).toEqual([[], [], [], []])
    expect(parse(inJson!.bytes)).toEqual(document)
  })

  it("is called a specimen in the title of the file", () => {
    expect(document.title).toBe(
      "Báo cáo kết quả công tác dân vận 6 tháng đầu năm 2022, nhiệm vụ trọng tâm 6 tháng cuối năm 2022 (BẢN MINH HOẠ)",
    )
    expect(new TextDecoder().decode(inHtml!.bytes)).toContain(`<title>${document.title}</title>`)
  })

  it("says in HTML what it has to say", () => {
    const text = squash(visible(inHtml!.bytes))
    for (const phrase of [...said, ...tasks.map(({ from }) => from.office)]) expect(text).toContain(squash(phrase))
    for (const { text: task } of tasks.filter((one) => !one.text.includes("{"))) expect(text).toContain(squash(task))
  })

  it("says in Word every word and number of the document, in order", () => {
    const text = squash(visibleInWord(inWord!.bytes))
    expect(text).toBe(squash([...linesOf(document)].map(([, line]) => plainText(line, document.figures)).join("\n")))
    for (const phrase of said) expect(text).toContain(squash(phrase))
  })

  testWith("pdftotext")("says in PDF what it has to say, in NFC", () => {
    const text = run("pdftotext", inPdf!.bytes, ["-raw"], "-")
    expect(text).toBe(text.normalize("NFC"))
    const words = squash(text)
    // A cell that wraps is drawn line by line, and another cell may stand between: its words are looked for one by one.
    for (const phrase of said) {
      const found = words.includes(squash(phrase)) || phrase.split(" ").every((word) => words.includes(squash(word)))
      expect([phrase, found]).toEqual([phrase, true])
    }
    for (const phrase of said.slice(0, 12)) expect(words).toContain(squash(phrase))
    for (const { text: task } of tasks)
      for (const word of task.replace(/\{.*?\}/g, "").split(/\s+/)) expect(words).toContain(word)
  })

  testWith("pdfinfo", "qpdf")("is a sound PDF with title and language", () => {
    expect(run("pdfinfo", inPdf!.bytes, [])).toContain(document.title)
    expect(run("qpdf", inPdf!.bytes, ["--check"])).toContain("No syntax or stream encoding errors found")
  })

  it("is one HTML file without script, in Vietnamese", () => {
    const page = new TextDecoder().decode(inHtml!.bytes)
    expect(page).toMatch(/<html[^>]* lang="vi"/)
    expect(page).not.toMatch(/<script|javascript:|https?:\/\/(?!www\.w3\.org)/i)
  })
})

describe("the page of the Party, as of 2022", () => {
  const words: ReadonlyArray<Word> = process.env["CI"] || installed() ? wordsOf(inPdf!.bytes) : []
  const boxOf = (phrase: string, page?: number): Word => {
    const parts = phrase.split(" ")
    const at = words.findIndex(
      (one, i) => (page ?? one.page) === one.page && parts.every((part, p) => words[i + p]?.text === part),
    )
    const [first, last] = [words[at], words[at + parts.length - 1]]
    if (!first || !last) throw new Error(`${phrase} is not on the page`)
    return { ...first, right: last.right }
  }
  const middle = ({ left, right }: Word): number => (left + right) / 2
  const near = (value: number | undefined, wanted: number, by = 1): void => {
    expect(Math.abs((value ?? NaN) - wanted)).toBeLessThanOrEqual(by)
  }
  const fonts = (): ReadonlyMap<
    string,
    { readonly size: number; readonly bold: boolean; readonly italic: boolean }
  > => {
    const xml = run("pdftohtml", inPdf!.bytes, ["-xml", "-stdout", "-i", "-l", "5"])
    const specs = new Map(
      [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)" family="([^"]+)"/g)].map(([, id, size, family]) => [
        id,
        { size: Number(size), family },
      ]),
    )
    return new Map(
      [...xml.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map(([, id, text = ""]) => {
        const family = specs.get(id)?.family ?? ""
        return [
          text.replace(/<[^>]*>/g, "").trim(),
          {
            size: specs.get(id)?.size ?? 0,
            bold: /bold/i.test(family) || text.includes("<b>"),
            italic: /italic/i.test(family) || text.includes("<i>"),
          },
        ]
      }),
    )
  }

  testWith("pdftotext")("has margins of 20, 20, 30 and 15 mm on every upright page", () => {
    for (let page = 1; page <= 4; page++) {
      const body = words.filter((word) => word.page === page && word.top > 18)
      near(Math.min(...body.map(({ left }) => left)), 30)
      expect(Math.max(...body.map(({ right }) => right))).toBeLessThanOrEqual(210 - 15 + 0.5)
      near(Math.min(...body.map(({ base, size }) => base - 0.891 * size * 0.3528)), 20, 2)
      expect(Math.max(...body.map(({ base }) => base))).toBeLessThanOrEqual(297 - 20 + 0.5)
    }
    near(Math.max(...words.filter(({ page }) => page <= 4).map(({ right }) => right)), 210 - 15)
  })

  testWith("pdftotext", "pdftocairo")("has the Party's name in 15 pt bold over a rule as long as its words", () => {
    const motto = boxOf("ĐẢNG CỘNG SẢN VIỆT NAM")
    near(motto.size, 15, 0.2)
    const rule = strokesOf(inPdf!.bytes, 1)[0]
    near(rule && rule.x2 - rule.x1, motto.right - motto.left)
    near(rule?.x1, motto.left)
  })

  testWith("pdftotext", "pdftohtml")("sets issuer, star, number, date, title and signature as the form wants", () => {
    const set = fonts()
    const style = (text: string) => {
      const found = [...set].find(([line]) => line.replace(/[\s\u00a0]+/g, " ").includes(text))
      if (!found) throw new Error(`${text} is not set`)
      return found[1]
    }
    expect(style("QUẬN UỶ TÂY HỒ")).toMatchObject({ bold: false, italic: false })
    expect(style("BAN DÂN VẬN")).toMatchObject({ bold: true })
    near(middle(boxOf("*")), middle(boxOf("BAN DÂN VẬN")))
    expect(boxOf("*").base).toBeGreaterThan(boxOf("BAN DÂN VẬN").base)
    expect(words.filter(({ page, text }) => page === 1 && text.startsWith("Số:"))).toEqual([])
    expect(boxOf("Số", 1).base).toBeCloseTo(boxOf("Tây Hồ, ngày", 1).base, 0)
    expect(style("Tây Hồ, ngày")).toMatchObject({ italic: true, bold: false })
    expect(
      words
        .filter(
          ({ page, base, text }) =>
            page === 1 && Math.abs(base - boxOf("Tây Hồ, ngày", 1).base) < 1 && /^\d/.test(text),
        )
        .map(({ text }) => text),
    ).toEqual(["2022"])
    expect(style("BÁO CÁO")).toMatchObject({ bold: true })
    near(boxOf("BÁO CÁO").size, 15.5, 0.7)
    near(boxOf("kết quả công tác dân vận", 1).size, 14, 0.2)
    near(middle(boxOf("-----")), 30 + 165 / 2)
    near(boxOf("Theo chỉ đạo").size, 14, 0.2)
    near(boxOf("Theo chỉ đạo").left, 40, 0.5)
    expect(style("K/T TRƯỞNG BAN")).toMatchObject({ bold: true })
    expect(style("PHÓ TRƯỞNG BAN")).toMatchObject({ bold: false })
    near(boxOf("Nơi nhận:").size, 14, 0.2)
  })

  testWith("pdftotext", "pdftocairo")("underlines Nơi nhận", () => {
    const title = boxOf("Nơi nhận:")
    const svg = run("pdftocairo", inPdf!.bytes, ["-svg", "-f", String(title.page), "-l", String(title.page)], "-")
    // An underline is a flat box filled with ink: left, top, right and bottom in pt.
    const boxes = [...svg.matchAll(/ d="M ([\d.]+) ([\d.]+) L ([\d.]+) \2 L \3 ([\d.]+) L \1 \4 Z/g)].map((match) =>
      match.slice(1).map((value) => (Number(value) * 25.4) / 72),
    )
    const under = boxes.filter(
      ([left = 0, top = 0]) => Math.abs(left - title.left) < 1 && top > title.base && top < title.base + 2,
    )
    expect(under).toHaveLength(1)
    near(under[0]![2]! - under[0]![0]!, title.right - title.left)
  })

  testWith("pdftotext")("justifies body text", () => {
    const lines = new Map<number, number>()
    const start = boxOf("Thường trực Quận uỷ chỉ đạo", 1).base
    for (const { page, base, right } of words) {
      if (page === 1 && base >= start - 0.1 && base < start + 13)
        lines.set(Math.round(base), Math.max(lines.get(Math.round(base)) ?? 0, right))
    }
    const [first, second] = [...lines.values()]
    near(first, 195, 0.3)
    near(second, 195, 0.3)
  })

  testWith("pdftotext")("numbers pages from the second on, centred at the top", () => {
    const last = Math.max(...words.map(({ page }) => page))
    expect(words.filter(({ page, top }) => page === 1 && top < 18)).toEqual([])
    for (let page = 2; page <= last; page++) {
      const number = words.find((word) => word.page === page && word.text === String(page) && word.top < 12)
      expect([page, number !== undefined]).toEqual([page, true])
      near(number?.top, 10, 1)
    }
    near(middle(words.find((word) => word.page === 2 && word.text === "2")!), 30 + 165 / 2)
  })

  testWith("pdftotext")("repeats the head of a table that goes on", () => {
    const heads = words.filter(({ text }) => text === "TT").map(({ page }) => page)
    const pages = new Set(heads)
    const first = boxOf("Nhiệm vụ Nơi giao").page
    expect(pages.has(first) && pages.has(first + 1)).toBe(true)
  })
})

describe("what moves", () => {
  const figuresOf = ({ figures }: Document): ReadonlyMap<string, string> =>
    new Map(Object.entries(figures).map(([id, { text }]) => [id, text]))
  const linesIn = (one: Document): ReadonlyArray<string> =>
    [...linesOf(one)].map(([, line]) => plainText(line, one.figures))

  it("changing one ward's figure moves every mention of it and of what is derived from it, and nothing else", async () => {
    const changed = (await submissions()).map((one) =>
      ["buoi-2022-h1", "tay-ho-district-2022-h1"].includes(one.id)
        ? { ...one, values: { ...one.values, "dialogue.events": one.id === "buoi-2022-h1" ? 5 : 14 } }
        : one,
    )
    const other = (await make(changed)).document
    const [was, is] = [figuresOf(document), figuresOf(other)]
    expect([...is.keys()]).toEqual([...was.keys()])
    const moved = [...is].flatMap(([id, text]) => (text === was.get(id) ? [] : [`${id}: ${was.get(id)} → ${text}`]))
    expect(moved.sort()).toEqual([
      "dialogue.events@buoi-ward-1996@2022-H1@unstated|bare: 2 → 5",
      "dialogue.events@tay-ho-district-1996@2022-H1@unstated: 11 cuộc đối thoại → 14 cuộc đối thoại",
      "dialogue.events@tay-ho-district-1996@2022-H1@unstated|bare: 11 → 14",
      "dialogue.events@tay-ho-district-1996@2022-H1@unstated|detail: 11 → 14",
    ])
    const [before, after] = [linesIn(document), linesIn(other)]
    const told = after.flatMap((line, i) => (line === before[i] ? [] : [line]))
    // Beside the figures only the hashes of the two submissions in the list of sources.
    expect(told.filter((line) => !/^[0-9a-f]{16}$/.test(line)).every((line) => /14|^5$/.test(line))).toBe(true)
    expect(told.filter((line) => /^[0-9a-f]{16}$/.test(line))).toHaveLength(2)
  })
})

describe("the same input", () => {
  it("gives the same bytes in every format, under two time zones and two locales", () => {
    const digest = (TZ: string, locale: string): string =>
      execFileSync(
        process.execPath,
        ["--conditions=@danvan/source", fileURLToPath(new URL("./digest.ts", import.meta.url))],
        {
          encoding: "utf8",
          env: { ...process.env, TZ, LANG: locale, LC_ALL: locale },
        },
      )
    const here = digest("Asia/Ho_Chi_Minh", "vi_VN.UTF-8")
    expect(here.trim().split("\n")).toHaveLength(3)
    expect(digest("America/New_York", "tr_TR.UTF-8")).toBe(here)
    expect(digest("Pacific/Apia", "C")).toBe(here)
  })
})

function installed(): boolean {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}
