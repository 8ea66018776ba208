import type { Chart, Document } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { html } from "@danvan/render-html"
import { describe, expect, it } from "vitest"

const draw = async (values: ReadonlyArray<number | null>, text = (value: number) => `v${value}`): Promise<string> => {
  const chart: Chart = {
    kind: "chart",
    id: "c",
    form: "bar",
    caption: [{ kind: "text", text: "Biểu đồ" }],
    unit: null,
    categories: values.map((_, i) => [{ kind: "text", text: `Cụm ${"abcdef"[i]}` }]),
    series: [{ label: [], points: values.map((value, i) => (value === null ? null : { figure: `f${i}`, value })) }],
    alternative: [{ kind: "text", text: "Điều biểu đồ cho thấy" }],
    notes: [],
  }
  const figures = Object.fromEntries(
    values.flatMap((value, i) =>
      value === null ? [] : [[`f${i}`, { text: text(value), value: "", label: "", coverage: null, origin: [] }]],
    ),
  )
  const document: Document = { ...sample, blocks: [chart], figures }
  const page = new TextDecoder().decode((await html().render(document)).bytes)
  return /<svg.*<\/svg>/s.exec(page)?.[0] ?? ""
}
const barsIn = (svg: string): ReadonlyArray<string> =>
  [...svg.matchAll(/<rect class="bar-0" x="([-\d.]+)%" y="\d+" width="([-\d.]+)%"/g)].map(([, x, w]) => `${x}+${w}`)

describe("bars", () => {
  it("draws lengths in proportion, from zero", async () => {
    expect(barsIn(await draw([50, 100, 0]))).toEqual(["0+33", "0+66", "0+0"])
  })

  it("draws what is below zero to the left of it", async () => {
    expect(barsIn(await draw([-50, 50]))).toEqual(["0+33", "33+33"])
    expect(barsIn(await draw([-10, -20]))).toEqual(["33+33", "0+66"])
  })

  it("draws no bar where there is no number, and says so", async () => {
    const svg = await draw([null, 3])
    expect(barsIn(svg)).toEqual(["0+66"])
    expect(svg).toContain('<text class="absent" x="0%" dx="6"')
    expect(svg).toContain(">không có số liệu</text>")
  })

  it("draws nothing but zeros without dividing by zero", async () => {
    expect(barsIn(await draw([0, 0]))).toEqual(["0+0", "0+0"])
  })

  it("is an image with a name and a description", async () => {
    const svg = await draw([1])
    expect(svg).toContain('role="img" aria-labelledby="c:name c:description"')
    expect(svg).toContain('<title id="c:name">Biểu đồ</title>')
    expect(svg).toContain('<desc id="c:description">Điều biểu đồ cho thấy</desc>')
  })

  it("puts a number above its bar when it would run out of a narrow page behind it", async () => {
    expect(await draw([9])).toMatch(/<text x="66%" dx="6" y="\d+">v9</)
    expect(await draw([9], () => "gần chín nghìn lượt người")).toMatch(
      /<text x="0%" y="\d+">gần chín nghìn lượt người</,
    )
  })

  it("refuses a value that is no number", async () => {
    await expect(draw([Number.POSITIVE_INFINITY])).rejects.toMatchObject({ name: "RenderError", code: "chart-value" })
  })
})
