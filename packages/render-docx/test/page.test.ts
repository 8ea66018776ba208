import { type Layout, RenderError } from "@danvan/document"
import { layout, sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { describe, expect, it } from "vitest"
import { effective, open, paragraphOf, paragraphs, textOf } from "./reader.ts"
import { tinos } from "./tinos.ts"
import { appendix, document, draw, heading, paragraph, signature, table, words } from "./report.ts"
import { all, find, kids, parse, val } from "./xml.ts"

const word = await draw(sample)
const sections = [...all(word.body, "w:sectPr")]
const twips = (mm: number): string => String(Math.round((mm * 1440) / 25.4))

describe("the page", () => {
  it("has the form's paper and margins, and lies for an appendix that lies", () => {
    expect(sections.map((one) => find(one, "w:pgSz")?.attributes)).toEqual([
      { "w:w": "11906", "w:h": "16838", "w:orient": "portrait" },
      { "w:w": "16838", "w:h": "11906", "w:orient": "landscape" },
      { "w:w": "11906", "w:h": "16838", "w:orient": "portrait" },
    ])
    for (const section of sections) {
      expect(find(section, "w:pgMar")?.attributes).toMatchObject({
        "w:top": "1134",
        "w:right": "850",
        "w:bottom": "1134",
        "w:left": "1701",
      })
    }
  })

  it("follows any layout, paper that lies by itself too", async () => {
    const page = { width: 297, height: 210, margin: { top: 25, right: 20, bottom: 20, left: 35 } }
    const other = await draw(document([paragraph("a"), appendix("portrait")], { layout: { ...layout, page } }))
    const [first, second] = [...all(other.body, "w:sectPr")]
    expect(find(first, "w:pgSz")?.attributes).toMatchObject({ "w:w": twips(297), "w:orient": "landscape" })
    expect(find(second, "w:pgSz")?.attributes).toMatchObject({ "w:w": twips(210), "w:orient": "portrait" })
    expect(val(find(first, "w:pgMar"), "w:left")).toBe(twips(35))
  })

  it("is numbered from the second on, by a field, in the style of the form", () => {
    expect(sections.map((one) => kids(one, "w:headerReference").length)).toEqual([1, 0, 0])
    const header = parse(word.parts["word/header1.xml"] ?? "")
    expect([...all(header, "w:instrText")].map((one) => one.children.join(""))).toEqual(["PAGE"])
    const [number] = kids(header, "w:p")
    expect(number && val(effective(word, number, "w:pPr", "w:jc"))).toBe("center")
    expect(number && val(effective(word, number, "w:rPr", "w:sz"))).toBe(String(layout.styles["page-number"].size * 2))
  })

  it("is counted on through appendices, or from one in each, as the form says", async () => {
    const counted = async (appendices: "continue" | "restart") => {
      const pageNumber = { ...layout.pageNumber, appendices }
      const { body } = await draw({ ...sample, layout: { ...layout, pageNumber } })
      return [...all(body, "w:sectPr")].map((one) => [
        find(one, "w:titlePg") !== undefined,
        val(find(one, "w:pgNumType"), "w:start"),
      ])
    }
    expect(await counted("continue")).toEqual([
      [true, undefined],
      [false, undefined],
      [false, undefined],
    ])
    expect(await counted("restart")).toEqual([
      [true, undefined],
      [true, "1"],
      [true, "1"],
    ])
  })

  it("has the digits of its number as far from the edge as the form says", () => {
    // On an exact line letters stand four fifths down; the digits of the face are 0.676 of its size high.
    const { size, line } = layout.styles["page-number"]
    const top = Number(val(find(sections[0], "w:pgMar"), "w:header")) / 20 + line * 0.8 - size * 0.676
    expect((top * 25.4) / 72).toBeCloseTo(layout.pageNumber.edge, 1)
  })

  it("is numbered from the first on, or says that it cannot begin later than the second", async () => {
    const from = (n: number): Layout => ({ ...layout, pageNumber: { ...layout.pageNumber, from: n } })
    const one = await docx().render(document([paragraph("a")], { layout: from(1) }))
    expect(find(open(one.bytes).body, "w:sectPr", "w:titlePg")).toBeUndefined()
    expect(one.losses).toEqual([])
    const three = await docx().render(document([paragraph("a")], { layout: from(3) }))
    expect(three.losses.map(({ code, block, found }) => [code, block, found])).toEqual([
      ["page-number-early", "/layout/pageNumber/from", "3"],
    ])
  })
})

describe("a style", () => {
  it.each([
    ["Title", "Tên loại văn bản", "BÁO CÁO", "kind"],
    ["heading 1", "Đề mục cấp 1", "KẾT QUẢ CÔNG TÁC DÂN VẬN", "heading-1"],
    ["heading 3", "Đề mục cấp 3", "Chữ cái có dấu", "heading-3"],
    ["Body Text", "Nội dung", "Trên đây là báo cáo minh hoạ của Ban Dân vận Quận uỷ.", "body"],
    ["caption", "Tên biểu", "Nguồn lực", "table-caption"],
    ["Đơn vị tính", undefined, "Đơn vị tính: cuộc", "table-unit"],
    ["Cơ quan ban hành", undefined, "BAN DÂN VẬN", "issuer"],
    ["Danh sách nơi nhận", undefined, "- Thường trực Quận uỷ,", "recipients"],
    ["Số phụ lục", undefined, "Phụ lục 1", "appendix-label"],
  ] as const)("%s (%s) looks as the layout says", (name, alias, text, part) => {
    const one = paragraphOf(word, text)
    const id = val(find(one, "w:pPr", "w:pStyle"))
    const style = kids(word.styles, "w:style").find((each) => val(each, "w:styleId") === id)
    expect([val(find(style, "w:name")), val(find(style, "w:aliases"))]).toEqual([name, alias])
    const { size, bold, italic, align, indent, before, after, line } = layout.styles[part]
    const look = (kind: "w:pPr" | "w:rPr", property: string) => effective(word, one, kind, property)
    expect(look("w:rPr", "w:rFonts")?.attributes["w:ascii"]).toBe(layout.font)
    expect(val(look("w:rPr", "w:sz"))).toBe(String(size * 2))
    expect([look("w:rPr", "w:b") !== undefined, look("w:rPr", "w:i") !== undefined]).toEqual([bold, italic])
    expect(val(look("w:pPr", "w:jc"))).toBe(align === "justify" ? "both" : align)
    expect(val(look("w:pPr", "w:ind"), "w:firstLine")).toBe(twips(indent))
    expect(look("w:pPr", "w:spacing")?.attributes).toEqual({
      "w:before": String(before * 20),
      "w:after": String(after * 20),
      "w:line": String(line * 20),
      "w:lineRule": "exact",
    })
  })

  it("is there for every paragraph, and nothing is formatted by hand that a style says", () => {
    const known = new Set(kids(word.styles, "w:style").map((one) => val(one, "w:styleId")))
    for (const one of paragraphs(word)) {
      expect(known, textOf(one)).toContain(val(find(one, "w:pPr", "w:pStyle")))
      for (const run of kids(one, "w:r")) expect(find(run, "w:rPr", "w:sz")).toBeUndefined()
    }
  })

  it("has a name of its own, without the comma that would make two of it", () => {
    const names = kids(word.styles, "w:style").flatMap((one) => [val(find(one, "w:name")), val(find(one, "w:aliases"))])
    const given = names.filter((name) => name !== undefined)
    expect(new Set(given).size).toBe(given.length)
    expect(given.filter((name) => name.includes(","))).toEqual([])
  })

  it("is of a level that the navigation pane shows", () => {
    const level = (text: string) => val(effective(word, paragraphOf(word, text), "w:pPr", "w:outlineLvl"))
    expect(level("KẾT QUẢ CÔNG TÁC DÂN VẬN")).toBe("0")
    expect(level("Phong trào thi đua “Dân vận khéo”")).toBe("1")
    expect(level("Chữ cái có dấu")).toBe("2")
    expect(level("Phụ lục 2")).toBe("0")
  })

  it("says the language of the text", async () => {
    const language = (of: typeof word) => val(find(of.styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"))
    expect(language(word)).toBe("vi-VN")
    expect(language(await draw({ ...sample, language: "en" }))).toBe("en-US")
    expect(word.parts["word/charts/chart1.xml"]).not.toContain("en-US")
  })
})

describe("what stays together", () => {
  const keeps = (one: (typeof word)["body"]): boolean => effective(word, one, "w:pPr", "w:keepNext") !== undefined

  it("a heading and what follows, a caption and its table", () => {
    for (const text of ["NHIỆM VỤ TRỌNG TÂM", "Nguồn lực", "Đơn vị tính: cuộc", "TRONG NHÂN DÂN"]) {
      expect(keeps(paragraphOf(word, text)), text).toBe(true)
    }
  })

  it("the signature, in one row that is not parted, and the text before it", () => {
    expect(keeps(paragraphOf(word, "Trên đây là báo cáo minh hoạ của Ban Dân vận Quận uỷ."))).toBe(true)
    expect(keeps(paragraphOf(word, "Tiếp tục thực hiện tốt công tác dân vận của hệ thống chính trị."))).toBe(false)
    const frame = kids(word.body, "w:tbl").at(-2)
    const [line, ...more] = kids(frame, "w:tr")
    expect(more).toEqual([])
    expect(find(line, "w:trPr", "w:cantSplit")).toBeDefined()
    expect(kids(line, "w:tc").map((cell) => kids(cell, "w:p").map(textOf))).toEqual([
      ["Nơi nhận:", "- Ban Dân vận Thành uỷ Minh Hoạ,", "- Thường trực Quận uỷ,", "- Lưu Ban Dân vận."],
      ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Nguyễn Thị Minh Hoạ"],
    ])
    const room = val(find(paragraphOf(word, "Nguyễn Thị Minh Hoạ"), "w:pPr", "w:spacing"), "w:before")
    expect(room).toBe(twips(layout.signature.space))
  })

  it("the signature and whatever stands before it: a list, a table, notes", async () => {
    const last = async (...blocks: Parameters<typeof document>[0]) => {
      const other = await draw(document([...blocks, signature]))
      return kids(other.body, "w:p")
        .filter((one) => find(one, "w:pPr", "w:keepNext"))
        .map(textOf)
    }
    const item = { marker: [{ kind: "text", text: "-" }] as const, content: words("cuối") }
    expect(await last({ kind: "list", items: [{ ...item, content: words("đầu") }, item] })).toEqual(["cuối"])
    expect(await last(table({ notes: [words("một"), words("hai")] }))).toEqual(["một", "hai"])
    const bare = await draw(document([table({}), signature]))
    const rows = kids(kids(bare.body, "w:tbl")[0], "w:tr")
    const held = (one: (typeof rows)[number]) => [...all(one, "w:p")].every((each) => find(each, "w:pPr", "w:keepNext"))
    expect(rows.map(held)).toEqual([true, true])
  })
})

describe("Word's own habits", () => {
  it("are put off where the layout means something else", () => {
    const settings = parse(word.parts["word/settings.xml"] ?? "")
    expect(kids(find(settings, "w:compat")).map(({ name }) => name)).toEqual([
      "w:doNotExpandShiftReturn",
      "w:doNotUseHTMLParagraphAutoSpacing",
      "w:compatSetting",
    ])
    expect(val(find(settings, "w:compat", "w:compatSetting"))).toBe("15")
  })
})

describe("the head of the first page", () => {
  const rules = (of: typeof word) => [...all(of.body, "wp:inline")].filter((one) => [...all(one, "wps:wsp")].length > 0)

  it("is a table without lines, as wide as the form says, number and date in one row", () => {
    const [head] = kids(word.body, "w:tbl")
    expect(val(find(head, "w:tblPr", "w:tblStyle"))).toBe("PlainTable")
    expect(find(head, "w:tblPr", "w:tblBorders")).toBeUndefined()
    expect(kids(find(head, "w:tblGrid")).map((one) => val(one, "w:w"))).toEqual([
      twips(layout.letterhead.left),
      twips(layout.letterhead.right),
    ])
    const last = kids(head, "w:tr").at(-1)
    expect(kids(last, "w:tc").map((cell) => textOf(cell))).toEqual([
      "Số 05-BC/BDVQU",
      "Minh Hoạ, ngày 27 tháng 7 năm 2022",
    ])
  })

  it("has a drawn line under the motto, as long as its words", () => {
    expect(rules(word)).toHaveLength(1)
    const [rule] = rules(word)
    expect(Number(val(find(rule, "wp:extent"), "cx")) / 12700).toBeCloseTo(tinos.bold("ĐẢNG CỘNG SẢN VIỆT NAM", 15), 1)
    expect(rule && [...all(rule, "a:ln")].map((one) => val(one, "w"))).toEqual([
      String((layout.letterhead.mottoRule?.thickness ?? 0) * 12700),
    ])
  })

  it("has the State's three lines, each a share of the words above it", async () => {
    const rule = (share: number) => ({ share, thickness: 0.75 })
    const state: Layout = {
      ...layout,
      letterhead: { left: 65, right: 100, issuerRule: rule(0.4), mottoRule: rule(1) },
      titleRule: rule(0.35),
      styles: {
        ...layout.styles,
        number: { ...layout.styles.number, size: 13, line: 16, before: 6 },
        date: { ...layout.styles.date, before: 6 },
      },
    }
    const of = await draw(
      document(
        [
          {
            kind: "letterhead",
            stamp: null,
            superior: [],
            issuer: [words("ỦY BAN NHÂN DÂN"), words("PHƯỜNG TÂY HỒ")],
            issuerMark: null,
            motto: [words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), words("Độc lập - Tự do - Hạnh phúc")],
            number: words("Số: 05/BC-UBND"),
            date: words("Tây Hồ, ngày 05 tháng 02 năm 2026"),
          },
          { kind: "title", name: words("BÁO CÁO"), subject: [words("Kết quả công tác dân vận")], mark: null },
        ],
        { layout: state },
      ),
    )
    const long = rules(of).map((one) => Number(val(find(one, "wp:extent"), "cx")) / 12700)
    expect(long).toHaveLength(3)
    for (const [i, text, share] of [
      [0, "PHƯỜNG TÂY HỒ", 0.4],
      [1, "Độc lập - Tự do - Hạnh phúc", 1],
      [2, "Kết quả công tác dân vận", 0.35],
    ] as const) {
      expect(long[i]).toBeCloseTo(tinos.bold(text, 14) * share, 1)
    }
    // Base lines, four fifths down an exact line, agree; the paragraph of the drawn line is taken out of the space above.
    const base = (text: string, line: number): number =>
      Number(val(find(paragraphOf(of, text), "w:pPr", "w:spacing"), "w:before")) / 20 + line * 0.8
    expect(base("Tây Hồ, ngày 05 tháng 02 năm 2026", 18)).toBeCloseTo(6 + 18 * 0.8 - 3, 1)
    expect(base("Số: 05/BC-UBND", 16)).toBeCloseTo(6 + 18 * 0.8 - 3, 1)
  })
})

describe("metadata", () => {
  const core = async (context = {}) =>
    open((await docx().render(sample, context)).bytes).parts["docProps/core.xml"] ?? ""

  it("has title, form and language, and nothing of who made it", async () => {
    const root = parse(await core())
    expect(kids(root).map(({ name }) => name)).toEqual(["dc:title", "dc:subject", "dc:language"])
    expect(find(root, "dc:title")?.children).toEqual([sample.title])
    expect(find(root, "dc:subject")?.children).toEqual([sample.layout.form.label])
  })

  it("has moment and id when they are given", async () => {
    const root = parse(await core({ madeAt: "2022-07-27T08:00:00+07:00", documentId: '05<"&>' }))
    expect(find(root, "dcterms:created")?.children).toEqual(["2022-07-27T01:00:00Z"])
    expect(find(root, "dc:identifier")?.children).toEqual(['05<"&>'])
    await expect(core({ madeAt: "hôm qua" })).rejects.toMatchObject({ code: "moment-invalid" })
    await expect(core({ madeAt: "hôm qua" })).rejects.toBeInstanceOf(RenderError)
  })

  it("has no more than one heading of its kind", async () => {
    const of = await draw(document([heading(1, "một")]))
    expect(paragraphs(of).map(textOf)).toEqual(["một"])
  })
})
