import type { Chart } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { open, visible } from "./reader.ts"
import { document, draw, words } from "./report.ts"
import { all, type Element, find, kids, parse, val } from "./xml.ts"

const numbers = (count: number): Chart["series"][number]["points"] =>
  Array.from({ length: count }, (_, i) => ({ figure: "f", value: i + 1 }))
const chart = (changes: Partial<Chart> = {}): Chart => ({
  kind: "chart",
  id: "c",
  form: "bar",
  caption: words("Biểu đồ"),
  unit: null,
  categories: [words("một"), words("hai")],
  series: [{ label: words("năm nay"), points: numbers(2) }],
  alternative: words("Hai lớn hơn một."),
  notes: [],
  ...changes,
})
const figures = { f: { text: "gần 1.234 cuộc", value: "1234", label: "Cuộc", coverage: null, origin: [] } }
const of = (changes: Partial<Chart> = {}) => document([chart(changes)], { figures })
const parts = (word: ReturnType<typeof open>): ReadonlyArray<Element> =>
  Object.entries(word.parts).flatMap(([path, part]) =>
    /^word\/charts\/chart\d+\.xml$/.test(path) ? [parse(part)] : [],
  )
const texts = (element: Element | undefined, name: string) =>
  [...all(element, name)].map((one) => one.children.join(""))

describe("a chart", () => {
  it("is Word's own, with the figures' words at its bars and no number of another source", async () => {
    const [drawn] = parts(await draw(sample))
    const series = [...all(drawn, "c:ser")]
    expect(texts(find(series[0], "c:cat"), "c:v")).toEqual([
      "Cụm Một",
      "Cụm Hai, gồm các phường ven sông và khu tập thể cũ",
      "Cụm Ba",
    ])
    expect(series.map((one) => texts(find(one, "c:tx"), "c:v"))).toEqual([
      ["6 tháng đầu năm 2021"],
      ["6 tháng đầu năm 2022"],
    ])
    expect(series.map((one) => texts(find(one, "c:dLbls"), "a:t"))).toEqual([
      ["412 cuộc", "96 cuộc", "0 cuộc"],
      ["538 cuộc", "271 cuộc"],
    ])
    expect(series.map((one) => texts(find(one, "c:val"), "c:v"))).toEqual([
      ["412", "96", "0"],
      ["538", "271"],
    ])
    expect(val(find([...all(drawn, "c:valAx")][0], "c:delete"), "val")).toBe("1")
    expect([...all(drawn, "c:majorGridlines")]).toEqual([])
  })

  it("is Word's line chart, numbers above the higher line and below the other, and its stacked bars", async () => {
    const series = [
      { label: words("năm nay"), points: numbers(2) },
      { label: words("năm trước"), points: numbers(2).map((point) => point && { ...point, value: 0 }) },
    ]
    const [line] = parts(await draw(of({ form: "line", series })))
    expect([...all(line, "c:lineChart")]).toHaveLength(1)
    const places = [...all(line, "c:ser")].map((one) => val(find(one, "c:dLbls", "c:dLbl", "c:dLblPos"), "val"))
    expect(places).toEqual(["t", "b"])
    const [stacked] = parts(await draw(of({ form: "parts", series })))
    expect(val([...all(stacked, "c:grouping")][0], "val")).toBe("stacked")
    expect(val([...all(stacked, "c:overlap")][0], "val")).toBe("100")
    expect(val(find([...all(stacked, "c:valAx")][0], "c:scaling", "c:max"), "val")).toBe("2")
  })

  it("is set in the face and size of the form, and said to those who cannot see it", async () => {
    const word = await draw(of())
    const { font, styles } = sample.layout
    const [drawn] = parts(word)
    expect(new Set([...all(drawn, "a:latin")].map((one) => val(one, "typeface")))).toContain(font)
    expect(
      new Set([...all(find(drawn, "c:chart", "c:plotArea", "c:catAx"), "a:defRPr")].map((one) => val(one, "sz"))),
    ).toEqual(new Set([String(styles["chart-label"].size * 100)]))
    const [properties] = [...all(word.body, "wp:docPr")]
    expect(properties?.attributes).toMatchObject({ name: "Biểu đồ", descr: "Hai lớn hơn một." })
  })

  it("carries its numbers as a workbook, so that they can be changed in Word", async () => {
    const files = unzipSync((await docx().render(sample)).bytes)
    const book = unzipSync(files["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"] ?? new Uint8Array())
    const sheet = parse(strFromU8(book["xl/worksheets/sheet1.xml"] ?? new Uint8Array()))
    expect(texts(sheet, "v")).toEqual(expect.arrayContaining(["412", "538", "96", "0", "271"]))
  })

  it("leaves room at the end of the longest bar for its words", async () => {
    const [drawn] = parts(await draw(of()))
    const axis = [...all(drawn, "c:valAx")][0]
    expect(val(find(axis, "c:scaling", "c:min"), "val")).toBe("0")
    expect(Number(val(find(axis, "c:scaling", "c:max"), "val"))).toBeGreaterThan(2.3)
  })

  it("goes below zero, with room on both sides", async () => {
    const points = [
      { figure: "f", value: -4 },
      { figure: "f", value: 2 },
    ]
    const [drawn] = parts(await draw(of({ series: [{ label: words("a"), points }] })))
    const axis = [...all(drawn, "c:valAx")][0]
    expect(val(find([...all(drawn, "c:catAx")][0], "c:tickLblPos"), "val")).toBe("low")
    expect(Number(val(find(axis, "c:scaling", "c:min"), "val"))).toBeLessThan(-4.5)
    expect(Number(val(find(axis, "c:scaling", "c:max"), "val"))).toBeGreaterThan(2.5)
  })

  it("is parted over pages when one does not hold it, on one scale, complete", async () => {
    const categories = Array.from({ length: 166 }, (_, i) => words(`xã ${i}`))
    const word = await draw(of({ categories, series: [{ label: words("năm nay"), points: numbers(166) }] }))
    const drawn = parts(word)
    expect(drawn.length).toBeGreaterThan(4)
    const height = [...all(word.body, "wp:extent")].map((one) => Number(val(one, "cy")) / 12700)
    expect(Math.max(...height)).toBeLessThan(((297 - 40) * 72) / 25.4)
    expect(drawn.flatMap((one) => texts(find([...all(one, "c:ser")][0], "c:cat"), "c:v"))).toEqual(
      categories.map((_, i) => `xã ${i}`),
    )
    expect(new Set(drawn.map((one) => val(find([...all(one, "c:valAx")][0], "c:scaling", "c:max"), "val"))).size).toBe(
      1,
    )
    expect(drawn.map((one) => kids(find(one, "c:chart"), "c:legend").length)).toEqual(
      drawn.map((_, i) => (i === 0 ? 1 : 0)),
    )
  })

  it("keeps words that look like its markup", async () => {
    const label = words('lang="en-US" <c:tickLblPos val="nextTo"/></w:drawing>')
    const { bytes } = await docx().render(of({ caption: label, series: [{ label, points: numbers(2) }] }))
    expect(visible(bytes)).toContain('\nlang="en-US" <c:tickLblPos val="nextTo"/></w:drawing>\n')
    expect(open(bytes).parts["word/charts/chart1.xml"]).not.toMatch(/<a:rPr lang="en-US"/)
  })

  it("without bars is its words", async () => {
    expect(visible((await docx().render(of({ series: [] }))).bytes)).toBe("Biểu đồ\nmột\nhai")
    const none = { categories: [], series: [{ label: words("năm nay"), points: [] }] }
    expect(visible((await docx().render(of(none))).bytes)).toBe("Biểu đồ\nnăm nay")
  })

  it("may have no numbers, no names, no caption", async () => {
    const bare = of({ caption: [], categories: [[]], series: [{ label: [], points: [null] }], alternative: [] })
    const { bytes, losses } = await docx().render(bare)
    expect(losses).toEqual([])
    expect(visible(bytes).trim()).toBe("")
  })

  it("names a number that belongs to no category, and refuses one that cannot be drawn", async () => {
    const { losses } = await docx().render(of({ series: [{ label: [], points: numbers(3) }] }))
    expect(losses.map(({ code, block, found }) => [code, block, found])).toEqual([
      ["text-lost", "/blocks/0/series/0/points/2", "gần 1.234 cuộc"],
    ])
    const nan = of({ series: [{ label: [], points: [{ figure: "f", value: Number.NaN }] }] })
    await expect(docx().render(nan)).rejects.toMatchObject({
      code: "chart-value",
      block: "/blocks/0/series/0/points/0",
    })
  })
})
