import { type Chart, visibleText } from "@danvan/document"
import { Paragraph } from "docx"
import { ChartRun } from "docx/charts"
import { textLost } from "../loss.ts"
import { pixels } from "../measure.ts"
import { kept, type Page, type Piece } from "../page.ts"
import { type Part, partsOf } from "../plot.ts"
import { bare } from "../style.ts"

/** Dark enough to be told apart, and for parts light enough to bear a number. */
const LIGHT = ["9DB7DD", "D9D9D9", "F4B183", "C5E0B4", "FFE699", "B4A7D6"]
const FILLS = ["1F3864", "9DB7DD", "7F7F7F", "D9D9D9", "404040", "5B7FB4"]

/**
 * Caption, unit, the chart as Word's own, which "Edit Data" opens, notes. Every number stands at its bar as the
 * document words it; the scale has none, for those would come from nowhere.
 */
export const chart = (block: Chart, at: string, page: Page, keeps: boolean): ReadonlyArray<Piece> => {
  lose(block, at, page)
  const parts = partsOf(block, page)
  const drawn =
    parts.length === 0 ? words(block, at, page) : parts.map((part, i) => drawing(block, page, part, i, keeps))
  return [
    ...(block.caption.length > 0 ? [page.line(block.caption, `${at}/caption`, "table-caption")] : []),
    ...(block.unit ? [page.line(block.unit, `${at}/unit`, "table-unit")] : []),
    ...drawn,
    ...block.notes.map((line, i) =>
      page.line(line, `${at}/notes/${i}`, "note", kept(keeps && i === block.notes.length - 1)),
    ),
  ]
}

/** What Word draws it as, and where the number of a point stands. */
const looks = {
  bar: [{ type: "bar", gapWidth: 40 }, "outsideEnd"],
  line: [{ type: "line", markers: true }, null],
  parts: [{ type: "bar", gapWidth: 40, stacking: "stacked" }, "center"],
} as const

const drawing = (block: Chart, page: Page, part: Part, i: number, keeps: boolean): Paragraph => {
  const { from, to, height, lowest, highest } = part
  const font = { name: visibleText(page.layout.font), size: page.layout.styles["chart-label"].size, color: "000000" }
  const [look, place] = looks[block.form]
  const fills = block.form === "parts" ? LIGHT : FILLS
  // Numbers of the higher line stand above it, those of the others below theirs.
  const sums = block.series.map(({ points }) => points.reduce((sum, point) => sum + (point?.value ?? 0), 0))
  const placeOf = (s: number) => place ?? (sums.every((sum) => (sums[s] ?? 0) >= sum) ? "above" : "below")
  const named = block.series.some(({ label }) => page.plain(label) !== "")
  return new Paragraph({
    style: bare.drawing,
    ...kept(block.notes.length > 0 || keeps),
    children: [
      new ChartRun({
        ...look,
        categories: block.categories.slice(from, to).map((line) => page.plain(line)),
        series: block.series.map(({ label, points }, s) => {
          const position = placeOf(s)
          const shown = Array.from({ length: to - from }, (_, p) => points[from + p] ?? null)
          return {
            name: page.plain(label),
            values: shown.map((point) => point?.value ?? null),
            color: fills[s % fills.length] ?? "000000",
            dataLabels: { value: true, position, font },
            pointLabels: shown.map((point) =>
              point ? { text: page.plain([{ kind: "figure", figure: point.figure }]), position, font } : undefined,
            ),
          } as const
        }),
        categoryAxis: { reverseOrder: block.form !== "line", gridlines: false, font },
        valueAxis: { visible: false, gridlines: false, minimum: lowest, maximum: highest },
        legend: named && i === 0 ? { position: "top", font } : false,
        chartArea: { fill: "none", border: "none" },
        transformation: { width: pixels(page.width / 20), height: pixels(height) },
        altText: {
          id: page.nextDrawing(),
          name: page.plain(block.caption),
          description: page.plain(block.alternative),
        },
      }),
    ],
  })
}

/** Nothing to be drawn; the words that there are. */
const words = (block: Chart, at: string, page: Page): ReadonlyArray<Piece> => [
  ...block.categories.map((line, i) => page.line(line, `${at}/categories/${i}`, "chart-label")),
  ...block.series.map(({ label }, s) => page.line(label, `${at}/series/${s}/label`, "chart-label")),
]

const lose = (block: Chart, at: string, page: Page): void => {
  for (const [s, { points }] of block.series.entries()) {
    for (const [p, point] of points.entries()) {
      if (!point || p < block.categories.length) continue
      const found = page.plain([{ kind: "figure", figure: point.figure }])
      page.losses.push(textLost(`${at}/series/${s}/points/${p}`, found))
    }
  }
}
