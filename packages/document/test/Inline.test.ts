import { blankText, type Inline, isDigitFree, plainText } from "@danvan/document"
import { describe, expect, it } from "vitest"

describe("Inline", () => {
  it("knows a digit of any script", () => {
    expect(isDigitFree("mô hình “Dân vận khéo” – ½, Ⅻ, đ)")).toBe(true)
    expect(isDigitFree("8 phường")).toBe(false)
    expect(isDigitFree("٨ phường")).toBe(false)
    expect(isDigitFree("8 phường")).toBe(false)
  })

  it("writes a blank as no-break spaces, as many as it is long", () => {
    expect(blankText({ kind: "blank", length: 3 })).toBe("\u00a0\u00a0\u00a0")
    expect(blankText({ kind: "blank", length: 0 })).toBe("")
  })

  it("gives the plain text of every kind of inline", () => {
    const texts: { readonly [K in Inline["kind"]]: readonly [inline: Extract<Inline, { kind: K }>, text: string] } = {
      text: [{ kind: "text", text: "có" }, "có"],
      figure: [{ kind: "figure", figure: "f" }, "197 mô hình"],
      date: [{ kind: "date", date: "2022-07-27", text: "27/7/2022" }, "27/7/2022"],
      period: [{ kind: "period", period: "2022-H1", text: "6 tháng" }, "6 tháng"],
      citation: [{ kind: "citation", citation: "c", text: "Chỉ thị 07" }, "Chỉ thị 07"],
      "document-number": [{ kind: "document-number", text: "45-KH/TU" }, "45-KH/TU"],
      ordinal: [{ kind: "ordinal", n: 5, text: "đ)" }, "đ)"],
      quotation: [{ kind: "quotation", text: "“5/8”" }, "“5/8”"],
      name: [{ kind: "name", text: "Phường 1", ref: "p" }, "Phường 1"],
      blank: [{ kind: "blank", length: 2 }, "\u00a0\u00a0"],
      gap: [{ kind: "gap", text: "[chưa có]" }, "[chưa có]"],
      strong: [{ kind: "strong", content: [{ kind: "emphasis", content: [{ kind: "text", text: "sâu" }] }] }, "sâu"],
      emphasis: [{ kind: "emphasis", content: [{ kind: "figure", figure: "f" }] }, "197 mô hình"],
      break: [{ kind: "break" }, "\n"],
    }
    for (const [inline, text] of Object.values(texts)) {
      expect(plainText([inline], { f: { text: "197 mô hình" } }), inline.kind).toBe(text)
    }
  })

  it("leaves out a figure that is not there: check finds it, not the text", () => {
    expect(
      plainText(
        [
          { kind: "text", text: "có " },
          { kind: "figure", figure: "g" },
        ],
        {},
      ),
    ).toBe("có ")
  })
})
