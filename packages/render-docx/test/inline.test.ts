import type { Document, Inline } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { describe, expect, it } from "vitest"
import { accented, faces, letters, marked, pageIn } from "../../document/test/letters.ts"
import { effective, open, paragraphs, textOf, type Word } from "./reader.ts"
import { document, draw, paragraph } from "./report.ts"
import { all, type Element, find, kids, val } from "./xml.ts"

const figure = { text: "197 mô hình", value: "197", label: "Mô hình", coverage: null, origin: [] }
const one = async (...content: ReadonlyArray<Inline>) => {
  const word = await draw(
    document([paragraph(...content)], { figures: { f: figure, g: { ...figure, text: "1.234" } } }),
  )
  const [first] = paragraphs(word)
  if (!first) throw new Error("no paragraph")
  return first
}
const text = (value: string): Inline => ({ kind: "text", text: value })
const hyphens = (element: Element): number => [...all(element, "w:noBreakHyphen")].length

describe("what is never parted at the end of a line", () => {
  it("a number and symbol, by Word's own no-break hyphen", async () => {
    const number = await one(text("Kế hoạch "), { kind: "document-number", text: "45-KH/TU" }, text(" của Thành uỷ"))
    expect(textOf(number)).toBe("Kế hoạch 45-KH/TU của Thành uỷ")
    expect(hyphens(number)).toBe(1)
    expect(kids(number, "w:r")).toHaveLength(1)
  })

  it("a citation, but a dash between words stays a dash", async () => {
    const cited = await one(
      { kind: "citation", citation: "x", text: "Nghị quyết 18-NQ/TW - khoá XII" },
      text(" chính trị - xã hội; vi-rút"),
    )
    expect(textOf(cited)).toBe("Nghị quyết 18-NQ/TW - khoá XII chính trị - xã hội; vi-rút")
    expect(hyphens(cited)).toBe(1)
  })

  it("a name or a quotation with a hyphen", async () => {
    expect(hyphens(await one({ kind: "quotation", text: "chống dịch Covid-19" }, text(" vi-rút")))).toBe(1)
  })

  it("a number and the word behind it", async () => {
    const glued = await one({ kind: "figure", figure: "f" }, text(" và "), { kind: "figure", figure: "g" }, text(" hộ"))
    expect(textOf(glued)).toBe("197\u00a0mô hình và 1.234\u00a0hộ")
  })

  it("the numbers of a period with the word before or behind them", async () => {
    const said = await one({ kind: "period", period: "2022-H1", text: "6 tháng đầu năm 2022" })
    expect(textOf(said)).toBe("6\u00a0tháng đầu năm\u00a02022")
  })
})

describe("looks", () => {
  it("are bold, italic, grey; nothing more is written", async () => {
    const mixed = await one(
      text("a"),
      { kind: "strong", content: [text("b"), { kind: "emphasis", content: [text("c")] }] },
      { kind: "gap", text: "[chưa có]" },
    )
    expect(kids(mixed, "w:r").map((run) => [textOf(run), kids(find(run, "w:rPr")).map(({ name }) => name)])).toEqual([
      ["a", []],
      ["b", ["w:b", "w:bCs"]],
      ["c", ["w:b", "w:bCs", "w:i", "w:iCs"]],
      ["[chưa có]", ["w:shd"]],
    ])
  })

  it("do not part what looks alike, and keep every space", async () => {
    const line = await one(text(" a  "), text("b "), { kind: "name", text: "c", ref: "c" })
    expect(kids(line, "w:r")).toHaveLength(1)
    expect(textOf(line)).toBe(" a  b c")
    expect([...all(line, "w:t")].every((t) => val(t, "xml:space") === "preserve")).toBe(true)
  })

  it("end a line where the document does, and leave room for what is filled in by hand", async () => {
    expect(textOf(await one(text("a"), { kind: "break" }, text("b")))).toBe("a\nb")
    expect(textOf(await one(text("ngày"), { kind: "blank", length: 12 }))).toBe(`ngày${"\u2007".repeat(12)}`)
  })
})

describe("the letters of Vietnamese", () => {
  // Of a paragraph's runs: their letters, and whether they are bold and italic in the end.
  const runs = (word: Word, line: Element) =>
    kids(line, "w:r").map((run) => ({
      text: textOf(run),
      bold: (find(run, "w:rPr", "w:b") ?? effective(word, line, "w:rPr", "w:b")) !== undefined,
      italic: (find(run, "w:rPr", "w:i") ?? effective(word, line, "w:rPr", "w:i")) !== undefined,
    }))

  it("survive, composed, in every face of a style", async () => {
    for (const { name, bold, italic } of faces) {
      const apart = JSON.parse(JSON.stringify(pageIn({ name, bold, italic })).normalize("NFD")) as Document
      const word = await draw(apart)
      const read = paragraphs(word).flatMap((line) => runs(word, line))
      expect(new Set(read.map((run) => `${run.bold} ${run.italic}`))).toEqual(new Set([`${bold} ${italic}`]))
      const [first, ...cells] = read.map(({ text: letter }) => letter)
      expect(first).toBe(accented.join(" "))
      expect(cells.slice(0, letters.length)).toEqual(letters)
    }
  })

  it("survive where the words say the face", async () => {
    const word = await draw(marked)
    expect(paragraphs(word).flatMap((line) => runs(word, line))).toEqual(
      faces.map(({ bold, italic }) => ({ text: accented.join(""), bold, italic })),
    )
  })
})

describe("what looks like an attack", () => {
  it("is text: markup, entities, fields, addresses, control signs, halves of letters, marks of direction", async () => {
    const hostile =
      '</w:t></w:r><w:r><w:instrText>INCLUDEPICTURE "http://10.0.0.1/a.png"</w:instrText> &lt; ]]> javascript:alert(1) \u0000\u0007\t\n\ud800 \ufffe \u202eđảo \u200bẩn'
    const word = await draw({
      ...document([paragraph(hostile)]),
      title: hostile,
      layout: { ...sample.layout, font: 'Times "><w:evil/>', form: { id: "x", label: hostile } },
    })
    const [line] = paragraphs(word)
    expect(line && textOf(line)).toBe(
      '</w:t></w:r><w:r><w:instrText>INCLUDEPICTURE "http://10.0.0.1/a.png"</w:instrText> &lt; ]]> javascript:alert(1)     \ufffd \ufffd đảo ẩn',
    )
    expect([...all(word.body, "w:instrText")]).toEqual([])
    expect([...all(word.styles, "w:evil")]).toEqual([])
  })

  it("fetches nothing and runs nothing: no link, no outside target, no macro, one field", async () => {
    const { bytes } = await docx().render(sample)
    const { parts } = open(bytes)
    const everything = Object.values(parts).join("\n")
    expect(everything).not.toMatch(
      /TargetMode|w:hyperlink|w:fldSimple|w:altChunk|w:attachedTemplate|vbaProject|o:OLEObject|w:control\b/,
    )
    expect(everything.match(/<w:instrText[^>]*>[^<]*/g)).toEqual(['<w:instrText xml:space="preserve">PAGE'])
    expect(Object.keys(parts).filter((path) => /bin|activeX|media/.test(path))).toEqual([])
  })

  it("is written: a word of ten thousand letters, five thousand blocks", async () => {
    const word = await draw(
      document([paragraph("x".repeat(10_000)), ...Array.from({ length: 5000 }, (_, i) => paragraph(`đoạn ${i}`))]),
    )
    expect(paragraphs(word)).toHaveLength(5001)
  })
})
