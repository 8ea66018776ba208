// A chart of parts as SVG without a view box: the series of a category end to end in one bar, their numbers in rows below
// it, each with the colour of its part.
import type { Chart } from "@danvan/document"
import { colours, picture, wrap } from "./bars.ts"
import { text } from "./escape.ts"
import type { Page } from "./page.ts"

/** Characters of a number that fit beside three others on a line of a telephone. */
const short = 8

/** The chart as an image. */
export const parts = (chart: Chart, id: string, page: Page): string => {
  const line = Math.round((page.document.layout.styles["chart-label"].line * 4) / 3)
  const shapes: Array<string> = []
  let y = 0
  const words = (given: string, dx = 0): void => {
    for (const piece of wrap(given)) {
      y += line
      shapes.push(`<text x="0"${dx === 0 ? "" : ` dx="${dx}"`} y="${y - 5}">${text(piece)}</text>`)
    }
  }
  for (const [s, { label }] of chart.series.entries()) {
    shapes.push(`<rect class="bar-${s % colours}" x="0" y="${y + 4}" width="12" height="12"/>`)
    words(page.plain(label), 20)
  }
  y += 8
  const numbers = chart.series.map(({ points }) =>
    chart.categories.map((_, c) => {
      const point = points[c]
      return point ? page.plain([{ kind: "figure", figure: point.figure }]) : null
    }),
  )
  const longest = numbers.flat().reduce((most, one) => Math.max(most, one?.length ?? 0), 0)
  const columns = longest <= short ? 4 : longest <= 2 * short ? 2 : 1
  const whole = (c: number): number => chart.series.reduce((sum, { points }) => sum + (points[c]?.value ?? 0), 0)
  const most = chart.categories.reduce((all, _, c) => Math.max(all, whole(c)), 0) || 1
  for (const [c, category] of chart.categories.entries()) {
    words(page.plain(category))
    let from = 0
    for (const [s, { points }] of chart.series.entries()) {
      const share = Math.round(((points[c]?.value ?? 0) / most) * 10_000) / 100
      shapes.push(`<rect class="bar-${s % colours} part" x="${from}%" y="${y}" width="${share}%" height="${line}"/>`)
      from = Math.round((from + share) * 100) / 100
    }
    y += line + 2
    for (const [s, row] of numbers.entries()) {
      const [left, below] = [(100 / columns) * (s % columns), y + Math.floor(s / columns) * line]
      shapes.push(`<rect class="bar-${s % colours}" x="${left}%" y="${below + 6}" width="8" height="8"/>`)
      const number = row[c] ?? page.words.noNumber
      const absent = row[c] === null ? ' class="absent"' : ""
      shapes.push(`<text${absent} x="${left}%" dx="12" y="${below + line - 5}">${text(number)}</text>`)
    }
    y += Math.ceil(chart.series.length / columns) * line + 10
  }
  return picture(chart, id, page, shapes, y)
}
