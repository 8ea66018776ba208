import type { Chart, Document } from "@danvan/document"
import { describe, expect, it } from "vitest"
import { pagesOf, testWith } from "./poppler.ts"
import { document, draw, words } from "./report.ts"

const chart = (values: ReadonlyArray<ReadonlyArray<number | null>>): Document => {
  const figures: Record<string, Document["figures"][string]> = {}
  const series = values.map((points, s) => ({
    label: words(`Năm thứ ${s + 1}`),
    points: points.map((value, p) => {
      if (value === null) return null
      const id = `${s}.${p}`
      figures[id] = { text: `${value} cuộc`, value: String(value), label: "", coverage: null, origin: [] }
      return { figure: id, value }
    }),
  }))
  const block: Chart = {
    kind: "chart",
    id: "chart",
    form: "bar",
    caption: words("Biểu đồ"),
    unit: words("Đơn vị tính: cuộc"),
    categories: (values[0] ?? []).map((_, p) =>
      words(`Phường${p} tên dài để phải xuống dòng ở cột bên trái của biểu đồ`),
    ),
    series,
    alternative: [],
    notes: [words("Ghi chú.")],
  }
  return document([block], { figures })
}

describe("a chart", () => {
  testWith("pdftotext")("goes over pages when it has very many bars, and loses none", async () => {
    const { bytes, losses } = await draw(chart([Array.from({ length: 90 }, (_, i) => 100 + i)]))
    expect(losses).toEqual([])
    const pages = pagesOf(bytes)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.join("").match(/Phường\d+/g)).toHaveLength(90)
    for (let i = 0; i < 90; i++) expect(pages.join("")).toContain(`${100 + i} cuộc`)
  })

  testWith("pdftotext")("draws losses as well as gains, and leaves out what is not known", async () => {
    const { bytes, losses } = await draw(
      chart([
        [-30, 0, null],
        [12, null, -1],
      ]),
    )
    expect(losses).toEqual([])
    const text = pagesOf(bytes)[0] ?? ""
    for (const number of ["-30 cuộc", "0 cuộc", "12 cuộc", "-1 cuộc", "Năm thứ 1", "Năm thứ 2"])
      expect(text).toContain(number)
    expect(text.match(/cuộc\n/g)).toHaveLength(5)
  })

  it("is drawn without categories, and refused with numbers that are none", async () => {
    expect((await draw(chart([[]]))).losses).toEqual([])
    for (const value of [Number.NaN, Infinity, 1e300]) {
      await expect(draw(chart([[value, 1]]))).rejects.toMatchObject({ name: "RenderError", code: "chart-value" })
    }
  })
})
