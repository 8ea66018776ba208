// A bar chart as SVG without a view box: lengths along the page are per cent, type keeps its size, so the same
// picture is right on a telephone, on a screen and on paper.
import type { Chart } from "@danvan/document"
import { text } from "./escape.ts"
import type { Page } from "./page.ts"

/** Where bars end at most, per cent of the width; behind them is room for the number. */
const reach = 66
/** A number longer than this many characters does not fit behind its bar on a telephone: it goes above. */
const fitsBehind = 13
/** Characters of a label that fit on a line of a telephone. */
const lineLength = 38
/** How many colours the style sheet has for series. */
export const colours = 4

/** The chart as an image with a name and a description. `id` is the page's id of the chart. */
export const bars = (chart: Chart, id: string, page: Page): string => {
  const line = Math.round((page.document.layout.styles["chart-label"].line * 4) / 3)
  const points = chart.series.flatMap((series) => series.points)
  const values = points.map((point) => point?.value ?? 0)
  const low = Math.min(0, ...values)
  const span = Math.max(0, ...values) - low || 1
  const place = (value: number): number => Math.round(((value - low) / span) * reach * 100) / 100
  const numberOf = (figure: string): string => page.plain([{ kind: "figure", figure }])
  const above = points.some((point) => point && numberOf(point.figure).length > fitsBehind)

  const parts: Array<string> = []
  let y = 0
  const words = (given: string, x: string, dx = 0): void => {
    for (const piece of wrap(given)) {
      y += line
      parts.push(`<text x="${x}"${dx === 0 ? "" : ` dx="${dx}"`} y="${y - 5}">${text(piece)}</text>`)
    }
  }
  if (chart.series.some(({ label }) => page.plain(label).trim() !== "")) {
    for (const [s, series] of chart.series.entries()) {
      parts.push(`<rect class="bar-${s % colours}" x="0" y="${y + 4}" width="12" height="12"/>`)
      words(page.plain(series.label), "0", 20)
    }
    y += 8
  }
  for (const [c, category] of chart.categories.entries()) {
    words(page.plain(category), "0")
    const top = y
    for (const [s, series] of chart.series.entries()) {
      const point = series.points[c]
      const number = point ? numberOf(point.figure) : page.words.noNumber
      if (above) words(number, `${place(0)}%`)
      const [from, to] = [place(Math.min(0, point?.value ?? 0)), place(Math.max(0, point?.value ?? 0))]
      const height = line - 2
      if (point) {
        const width = Math.round((to - from) * 100) / 100
        parts.push(`<rect class="bar-${s % colours}" x="${from}%" y="${y}" width="${width}%" height="${height}"/>`)
      }
      if (!above)
        parts.push(
          `<text${point ? "" : ' class="absent"'} x="${to}%" dx="6" y="${y + height - 4}">${text(number)}</text>`,
        )
      y += line
    }
    parts.push(`<line x1="${place(0)}%" x2="${place(0)}%" y1="${top}" y2="${y}"/>`)
    y += 8
  }
  return picture(chart, id, page, parts, y)
}

/** The shapes as an image with the name and description of its chart. */
export const picture = (chart: Chart, id: string, page: Page, shapes: ReadonlyArray<string>, height: number): string =>
  [
    `<svg class="bars" role="img" aria-labelledby="${id}:name ${id}:description" width="100%" height="${height}">`,
    `<title id="${id}:name">${text(page.plain(chart.caption))}</title>`,
    `<desc id="${id}:description">${text(page.plain(chart.alternative))}</desc>`,
    ...shapes,
    `</svg>`,
  ].join("\n")

/** Words in lines of so many characters. */
export const wrap = (words: string, length = lineLength): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
