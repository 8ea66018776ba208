import type { Block, Inlines } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { describe, expect, it } from "vitest"
import { numberer, paragraphs, textOf, type Word } from "./reader.ts"
import { appendix, document, draw, heading, list, ordinal, table, words } from "./report.ts"
import { find } from "./xml.ts"

/** Each paragraph with words: whether Word numbers it, and what a reader sees. */
const seen = (word: Word): ReadonlyArray<readonly [counted: boolean, line: string]> => {
  const number = numberer(word)
  return paragraphs(word)
    .map((one) => [find(one, "w:pPr", "w:numPr") !== undefined, number(one) + textOf(one)] as const)
    .filter(([, line]) => line !== "")
}
const lines = async (...blocks: ReadonlyArray<Block>) => seen(await draw(document(blocks)))
const mark = (text: string): Inlines => [{ kind: "text", text }]

describe("headings", () => {
  it("are numbered by Word, level by level", async () => {
    expect(
      await lines(
        heading(1, "một", ordinal(1, "I.")),
        heading(2, "hai", ordinal(1, "1.")),
        heading(3, "ba", ordinal(1, "a)")),
        heading(3, "bốn", ordinal(2, "b)")),
        heading(2, "năm", ordinal(2, "2.")),
        heading(3, "sáu", ordinal(1, "a)")),
        heading(1, "bảy", ordinal(2, "II.")),
        heading(2, "tám", ordinal(1, "1.")),
        heading(2, "không số"),
      ),
    ).toEqual([
      [true, "I. một"],
      [true, "1. hai"],
      [true, "a) ba"],
      [true, "b) bốn"],
      [true, "2. năm"],
      [true, "a) sáu"],
      [true, "II. bảy"],
      [true, "1. tám"],
      [false, "không số"],
    ])
  })

  it("may carry the numbers above them", async () => {
    expect(
      await lines(
        heading(1, "a", ordinal(1, "Phần I")),
        heading(2, "b", ordinal(1, "1.")),
        heading(3, "c", ordinal(1, "1.1.")),
        heading(3, "d", ordinal(2, "1.2.")),
      ),
    ).toEqual([
      [true, "Phần I a"],
      [true, "1. b"],
      [true, "1.1. c"],
      [true, "1.2. d"],
    ])
  })

  it("keep their numbers as text where Word would count otherwise", async () => {
    const letters = ["a)", "b)", "c)", "d)", "đ)", "e)"]
    const points = letters.map((marker, i) => heading(3, `điểm ${marker}`, ordinal(i + 1, marker)))
    expect(await lines(heading(1, "một", ordinal(1, "I.")), ...points)).toEqual([
      [true, "I. một"],
      ...letters.map((marker) => [false, `${marker} điểm ${marker}`]),
    ])
    expect(await lines(heading(1, "ba", ordinal(3, "III.")))).toEqual([[false, "III. ba"]])
  })

  it("begin anew in each appendix", async () => {
    const one = heading(1, "một", ordinal(1, "I."))
    const again = heading(1, "lại", ordinal(1, "I."))
    expect((await lines(one, appendix("portrait", again))).filter(([counted]) => counted)).toEqual([
      [true, "I. một"],
      [true, "I. lại"],
    ])
  })
})

describe("lists", () => {
  it("are numbered by Word, each from its own beginning", async () => {
    const numbers = list([ordinal(1, "1."), "một"], [ordinal(2, "2."), "hai"])
    expect(await lines(numbers, numbers, list([ordinal(3, "3."), "ba"], [ordinal(4, "4."), "bốn"]))).toEqual([
      [true, "1. một"],
      [true, "2. hai"],
      [true, "1. một"],
      [true, "2. hai"],
      [true, "3. ba"],
      [true, "4. bốn"],
    ])
  })

  it("have their own bullet", async () => {
    expect(await lines(list([mark("-"), "a"], [mark("-"), "b"]), list([mark("+"), "c"]))).toEqual([
      [true, "- a"],
      [true, "- b"],
      [true, "+ c"],
    ])
  })

  it("keep their markers as text when they are mixed, bold, in Vietnamese order or hold a sign of Word's", async () => {
    for (const one of [
      list([mark("-"), "a"], [ordinal(2, "2."), "b"]),
      list([[{ kind: "strong", content: mark("-") }], "a"]),
      list([ordinal(4, "d)"), "a"], [ordinal(5, "đ)"), "b"]),
      list([ordinal(1, "%1."), "a"]),
      list([words(""), "a"]),
    ]) {
      expect((await lines(one)).map(([counted]) => counted)).toEqual(one.items.map(() => false))
    }
  })

  it("are one list each for a hundred of them, and tables between them change nothing", async () => {
    const blocks = Array.from({ length: 100 }, (_, i): ReadonlyArray<Block> => [
      list([ordinal(1, "1."), `a${i}`], [ordinal(2, "2."), `b${i}`]),
      table({ id: String(i), caption: [] }),
    ]).flat()
    const counted = (await lines(...blocks)).filter(([is]) => is)
    expect(counted.map(([, line]) => line)).toEqual(
      Array.from({ length: 100 }, (_, i) => [`1. a${i}`, `2. b${i}`]).flat(),
    )
  })

  it("mix with headings in the sample", async () => {
    const counted = seen(await draw(sample)).flatMap(([is, line]) => (is ? [line] : []))
    expect(counted).toEqual([
      "I. KẾT QUẢ CÔNG TÁC DÂN VẬN",
      "1. Phong trào thi đua “Dân vận khéo”",
      "a) Chữ cái có dấu",
      "II. NHIỆM VỤ TRỌNG TÂM",
      "1. Tổ tự quản bảo vệ môi trường;",
    ])
  })
})
