// Clauses of the forms, measured on a PDF as poppler reads it: what, where it is read, what was found, what is allowed.
import { describe, expect, it } from "vitest"
import { run, strokesOf, testWith, type Word, wordsOf } from "../../packages/render-pdf/test/poppler.ts"
import { made, requests } from "./made.ts"

/** A clause as a row: what it says, how surely, what was measured, and the range allowed (mm, pt, or %). */
type Row = readonly [clause: string, certainty: string, found: number | undefined, least: number, most: number]

const boxOf = (words: ReadonlyArray<Word>, phrase: string): Word => {
  const parts = phrase.split(" ")
  const at = words.findIndex((_, i) => parts.every((part, p) => words[i + p]?.text === part))
  const [first, last] = [words[at], words[at + parts.length - 1]]
  if (!first || !last) throw new Error(`${phrase} is not on the page`)
  return { ...first, right: last.right }
}
const middle = (word: Word): number => (word.left + word.right) / 2
const wide = (word: Word): number => word.right - word.left
const length = (stroke: { readonly x1: number; readonly x2: number } | undefined): number =>
  stroke ? stroke.x2 - stroke.x1 : Number.NaN

const outside = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.filter(([, , found, least, most]) => !(found !== undefined && found >= least - 0.15 && found <= most + 0.15))

const common = (words: ReadonlyArray<Word>): ReadonlyArray<Row> => {
  const first = words.filter(({ page }) => page === 1)
  const second = words.filter(({ page }) => page === 2)
  return [
    ["left margin 30 mm", "stated", Math.min(...second.slice(1).map(({ left }) => left)), 30, 30],
    ["right margin 15 mm", "stated", Math.max(...second.map(({ right }) => right)), 194, 195],
    ["page number 14 pt", "stated", second[0]?.size, 13, 14],
    ["page number in the middle", "stated", second[0] && middle(second[0]), 112.5, 112.5],
    ["page number 10 mm from the edge", "medium", second[0]?.top, 9.5, 10.5],
    ["no number on the first page", "stated", first.filter(({ top }) => top < 19).length, 0, 0],
    ["body 14 pt", "stated", boxOf(first, "Công tác dân vận được").size, 13, 14],
    ["first line indented by 10 mm", "stated", boxOf(first, "Công tác dân vận được").left - 30, 10, 10],
  ]
}

describe("the State's form on a ward's report to its superior", async () => {
  const { bytes, document, issues } = await made(requests["state-nd30"])
  testWith("pdftotext", "pdftocairo")("holds to each clause that is measured", () => {
    expect(issues).toEqual([])
    expect(document.layout.form.id).toBe("state-nd30")
    const words = wordsOf(bytes)
    const box = (phrase: string): Word => boxOf(words, phrase)
    const [issuer, motto, title] = strokesOf(bytes, 1)
    const subject = box("nhiệm vụ trọng tâm 6 tháng cuối năm 2026")
    const rows: ReadonlyArray<Row> = [
      ...common(words),
      ["Quốc hiệu 12–13 pt", "stated", box("CỘNG HÒA XÃ HỘI").size, 12, 13],
      ["Quốc hiệu on one line", "stated", box("VIỆT NAM").base - box("CỘNG HÒA XÃ HỘI").base, 0, 0],
      ["Tiêu ngữ 13–14 pt", "stated", box("Độc lập - Tự do").size, 13, 14],
      ["issuing body 12–13 pt", "stated", box("PHƯỜNG AN").size, 12, 13],
      ["its rule one third to one half", "stated", (100 * length(issuer)) / wide(box("PHƯỜNG AN")), 34, 50],
      [
        "rule of Tiêu ngữ as long as its words",
        "stated",
        length(motto) - wide(box("Độc lập - Tự do - Hạnh phúc")),
        0,
        0,
      ],
      ["rule of the subject one third to one half", "stated", (100 * length(title)) / wide(subject), 34, 50],
      ["number 13 pt", "stated", box("Số:").size, 13, 13],
      ["number and date on one line", "stated", box("Số:").base - box("An, ngày").base, 0, 0],
      ["kind 13–14 pt", "stated", box("BÁO CÁO").size, 13, 14],
      ["Kính gửi 13–14 pt", "stated", box("Kính gửi: Ủy ban").size, 13, 14],
      ["Nơi nhận 12 pt", "stated", box("Nơi nhận:").size, 12, 12],
      ["recipients 11 pt", "stated", box("- Như trên;").size, 11, 11],
      ["Nơi nhận level with the authority", "stated", box("Nơi nhận:").base - box("TM. ỦY").base, -1, 1],
      ["authority 13–14 pt", "stated", box("KT. CHỦ TỊCH").size, 13, 14],
      ["filing in the last line", "stated", box("- Lưu: VT, VX.").size, 11, 11],
      ["ends with ./.", "stated", box("dân vận./.").size, 13, 14],
    ]
    expect(outside(rows)).toEqual([])
  })

  testWith("pdffonts")("sets everything in four embedded faces of one family", () => {
    const faces = run("pdffonts", bytes, []).split("\n").slice(2).filter(Boolean)
    expect(faces.length).toBe(4)
    for (const face of faces) expect(face).toMatch(/Tinos/)
  })
})

describe("the Party's form of 2026 on a ward committee's report", async () => {
  const { bytes, document, issues } = await made(requests["party-hd05"])
  testWith("pdftotext", "pdftocairo")("holds to each clause that is measured", () => {
    expect(issues).toEqual([])
    expect(document.layout.form.id).toBe("party-hd05")
    const words = wordsOf(bytes)
    const box = (phrase: string): Word => boxOf(words, phrase)
    const lead = box("ĐẢNG CỘNG SẢN VIỆT NAM")
    const rows: ReadonlyArray<Row> = [
      ...common(words),
      ["head 15 pt", "high", lead.size, 15, 15],
      ["its rule as long as its words", "high", length(strokesOf(bytes, 1)[0]) - wide(lead), 0, 0],
      ["one rule only", "high", strokesOf(bytes, 1).length, 1, 1],
      ["issuing body 14 pt", "high", box("ĐẢNG ỦY PHƯỜNG").size, 14, 14],
      ["the star under it", "high", middle(box("*")), 67.5, 67.5],
      ["Số without a colon, 14 pt", "high", box("Số").size, 14, 14],
      ["kind 15–16 pt", "high", box("BÁO CÁO").size, 15, 16],
      ["five hyphens in the middle", "high", middle(box("-----")), 112.5, 112.5],
      ["heading I-", "medium", box("I-").size, 14, 15],
      ["Nơi nhận 14 pt", "high", box("Nơi nhận:").size, 14, 14],
      ["recipients 12 pt", "high", box("- Thường trực Thành ủy;").size, 12, 12],
      ["T/M 14 pt", "high", box("T/M BAN THƯỜNG VỤ").size, 14, 14],
      ["ends with a full stop", "high", box("công tác dân vận.").size, 14, 15],
    ]
    expect(outside(rows)).toEqual([])
    expect(words.filter(({ text }) => text.includes("./."))).toEqual([])
  })
})

describe("filling number, date and signer", () => {
  it.each(Object.entries(requests))("changes nothing else in %s", async (_, request) => {
    const signature = { ...request.signature, name: "Nguyễn Văn A" }
    const draft = (await made(request)).document
    const signed = (await made({ ...request, number: 5, signedOn: "2026-06-30", signature })).document
    const rest = (of: typeof draft) =>
      of.blocks.map((block) =>
        block.kind === "letterhead"
          ? { ...block, number: [], date: [] }
          : block.kind === "signature"
            ? { ...block, name: [] }
            : block.kind === "appendix"
              ? { ...block, reference: null }
              : block,
      )
    expect(rest(signed)).toEqual(rest(draft))
    expect(signed.layout).toEqual(draft.layout)
    expect(signed.blocks).not.toEqual(draft.blocks)
  })
})
