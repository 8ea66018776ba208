import type { Chart, Document } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { html } from "@danvan/render-html"
import { describe, expect, it } from "vitest"

const draw = async (form: Chart["form"], values: ReadonlyArray<ReadonlyArray<number | null>>): Promise<string> => {
  const figures: Record<string, Document["figures"][string]> = {}
  const chart: Chart = {
    kind: "chart",
    id: "c",
    form,
    caption: [{ kind: "text", text: "Biểu đồ" }],
    unit: null,
    categories: (values[0] ?? []).map((_, i) => [{ kind: "text", text: `Cụm ${"abcdef"[i]}` }]),
    series: values.map((points, s) => ({
      label: [{ kind: "text", text: `Chuỗi ${"xyz"[s]}` }],
      points: points.map((value, i) => {
        if (value === null) return null
        figures[`${s}${i}`] = { text: `v${value}`, value: "", label: "", coverage: null, origin: [] }
        return { figure: `${s}${i}`, value }
      }),
    })),
    alternative: [{ kind: "text", text: "Điều biểu đồ cho thấy" }],
    notes: [],
  }
  const { bytes } = await html().render({ ...sample, blocks: [chart], figures, attachments: [] })
  return new TextDecoder().decode(bytes)
}

describe("a chart of lines", () => {
  it("joins points that follow one another, and leaves a gap where there is no number", async () => {
    const page = await draw("line", [[0, 10, null, 5, 20]])
    expect(page.match(/<line class="line-0" x1="[\d.]+%"/g)).toHaveLength(2)
    expect(page.match(/<circle class="bar-0" cx="[\d.]+%"/g)).toHaveLength(4)
    expect(page).toContain(">không có</text>")
  })

  it("stands in a region of its own that scrolls, as wide as its columns need", async () => {
    const page = await draw("line", [[1, 2, 3, 4, 5, 6]])
    expect(page).toContain('<div class="scroll" role="region" tabindex="0" aria-labelledby="c:caption">\n<div class="c')
    expect(page).toMatch(/\.c\d+\{min-width:\d+px\}/)
  })

  it("is an image with a name and a description", async () => {
    expect(await draw("line", [[1]])).toContain('role="img" aria-labelledby="c:name c:description"')
  })
})

describe("a chart of parts", () => {
  it("lays parts end to end, in proportion to the greatest whole", async () => {
    const page = await draw("parts", [
      [60, 10],
      [30, 40],
      [10, null],
    ])
    const bars = [...page.matchAll(/<rect class="bar-(\d) part" x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)]
    expect(bars.map(([, s, x, w]) => `${s}:${x}+${w}`)).toEqual([
      "0:0+60",
      "1:60+30",
      "2:90+10",
      "0:0+10",
      "1:10+40",
      "2:50+0",
    ])
    expect(page).toContain(">không có số liệu</text>")
  })

  it("refuses a part below zero", async () => {
    await expect(draw("parts", [[-1]])).rejects.toMatchObject({ name: "RenderError", code: "chart-value" })
  })
})
