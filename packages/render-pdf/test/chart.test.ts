import type { Chart, Document } from "@danvan/document"
import { describe, expect, it } from "vitest"
import { pagesOf, pictureOf, testWith, wordsOf } from "./poppler.ts"
import { document, draw, words } from "./report.ts"

const chart = (values: ReadonlyArray<ReadonlyArray<number | null>>, form: Chart["form"] = "bar"): Document => {
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
    form,
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
  testWith("pdftotext")("draws letters that have no width", async () => {
    const { series, ...rest } = chart([[1]]).blocks[0] as Chart
    const named = { ...rest, series: series.map((one) => ({ ...one, label: words("\ua720") })) }
    const { bytes } = await draw(document([named], { figures: chart([[1]]).figures }))
    expect(pagesOf(bytes).join("")).toContain("\ua720")
  })

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

  testWith("pdftotext")(
    "of lines sets each number below its point, on as many drawings as the width needs",
    async () => {
      const years = Array.from({ length: 20 }, (_, i) => 1000 + i)
      const { bytes, losses } = await draw(chart([years, years.map((n) => (n % 3 === 0 ? null : -n))], "line"))
      expect(losses).toEqual([])
      const seen = wordsOf(bytes)
      for (const n of years) {
        const name = seen.find(({ text }) => text === `Phường${n - 1000}`)
        const number = seen.find(({ text }) => text === String(n))
        if (!name || !number) throw new Error(`${n} is not drawn`)
        expect(Math.abs((name.left + name.right) / 2 - (number.left + number.right) / 2)).toBeLessThan(8)
        expect(number.base).toBeGreaterThan(name.base)
        expect(seen.filter(({ text }) => text === `-${n}`)).toHaveLength(n % 3 === 0 ? 0 : 1)
      }
      expect(seen.filter(({ text }) => text === "thứ")).toHaveLength(2)
    },
  )

  testWith("pdftotext", "pdftoppm")("of parts fills its bar with its parts, whole and in order", async () => {
    const drawn = await draw(chart([[60], [30], [10]], "parts"))
    expect(drawn.losses).toEqual([])
    const seen = wordsOf(drawn.bytes)
    const numbers = ["60", "30", "10"].map((n) => seen.find(({ text }) => text === n))
    expect(numbers.map((one) => one !== undefined)).toEqual([true, true, true])
    expect(new Set(numbers.map((one) => one?.base.toFixed(1))).size).toBe(1)
    // The second part is light, the first is dark, and they meet at six tenths of the bar.
    const { ink } = pictureOf(drawn.bytes, 1, 100)
    const base = (numbers[0]?.base ?? 0) - 6.5
    const zero = (numbers[0]?.left ?? 0) - 5.2
    const wide = 195 - zero
    const dark = (share: number): number =>
      [...ink(zero + wide * share, base, 2, 1)].filter((dot) => dot === "1").length
    expect(dark(0.3)).toBeGreaterThan(20)
    expect(dark(0.75)).toBe(0)
  })

  it("stays on the paper with the smallest numbers", async () => {
    for (const n of [5e-324, 1e-300, 1e12]) {
      for (const form of ["bar", "line"] as const) expect((await draw(chart([[n], [-n]], form))).losses).toEqual([])
    }
    expect((await draw(chart([[5e-324], [5e-324]], "parts"))).losses).toEqual([])
  })

  it("refuses a part below zero", async () => {
    await expect(draw(chart([[-1]], "parts"))).rejects.toMatchObject({ code: "chart-value" })
  })

  it("is drawn without categories, and refused with numbers that are none", async () => {
    for (const form of ["bar", "line", "parts"] as const) expect((await draw(chart([[]], form))).losses).toEqual([])
    for (const value of [Number.NaN, Infinity, 1e300]) {
      await expect(draw(chart([[value, 1]]))).rejects.toMatchObject({ name: "RenderError", code: "chart-value" })
    }
  })
})
