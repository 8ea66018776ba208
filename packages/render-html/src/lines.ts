// A chart of lines as SVG without a view box, categories from left to right. Below the points the numbers stand in rows,
// one a series, so that none covers another; the chart is as wide as its columns need, and scrolls in itself.
import type { Chart } from "@danvan/document"
import { colours, picture, wrap } from "./bars.ts"
import { text } from "./escape.ts"
import type { Page } from "./page.ts"

/** Height of the space for lines, px. */
const plot = 170
/** Least width of a column, and of a character of a label, px. */
const column = 64
const character = 7
/** Room on the left for the keys of the rows, per cent. */
const keys = 6
const dashes = ["", "8 4", "2 3", "10 3 2 3"]

/** The chart in a region that scrolls where the page is narrow. */
export const lines = (chart: Chart, id: string, page: Page): string => {
  const line = Math.round((page.document.layout.styles["chart-label"].line * 4) / 3)
  const count = Math.max(chart.categories.length, 1)
  const numbers = chart.series.map(({ points }) =>
    chart.categories.map((_, c) => {
      const point = points[c]
      return point ? page.plain([{ kind: "figure", figure: point.figure }]) : null
    }),
  )
  const longest = numbers.flat().reduce((most, one) => Math.max(most, one?.length ?? 0), 0)
  const wide = Math.max(column, Math.min(longest, 24) * character + 8)
  const values = chart.series.flatMap(({ points }) => points.map((point) => point?.value ?? 0))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const x = (c: number): string => `${Math.round((keys + ((c + 0.5) * (100 - keys)) / count) * 100) / 100}%`
  const parts: Array<string> = []
  let top = 8
  const write = (piece: string, at: string, y: number, look = ""): void => {
    parts.push(`<text${look} x="${at}" y="${y}" text-anchor="middle">${text(piece)}</text>`)
  }
  for (const [s, series] of chart.series.entries()) {
    key(parts, s, "0", top + line / 2)
    for (const piece of wrap(page.plain(series.label))) {
      parts.push(`<text x="0" dx="34" y="${(top += line) - 5}">${text(piece)}</text>`)
    }
  }
  const base = top + 12
  const y = (value: number): number => Math.round((base + plot * (1 - (value - low) / (high - low || 1))) * 100) / 100
  parts.push(`<line x1="${keys}%" x2="100%" y1="${y(0)}" y2="${y(0)}"/>`)
  for (const [s, { points }] of chart.series.entries()) {
    const look = `class="line-${s % colours}"${dash(s)}`
    for (const [c] of chart.categories.entries()) {
      const [before, point] = [points[c - 1], points[c]]
      if (before && point) {
        parts.push(`<line ${look} x1="${x(c - 1)}" y1="${y(before.value)}" x2="${x(c)}" y2="${y(point.value)}"/>`)
      }
    }
    for (const [c] of chart.categories.entries()) {
      const point = points[c]
      if (point) parts.push(`<circle class="bar-${s % colours}" cx="${x(c)}" cy="${y(point.value)}" r="4"/>`)
    }
  }
  const names = chart.categories.map((name) => wrap(page.plain(name), Math.floor(wide / character)))
  let below = base + plot + 10
  for (const [c, name] of names.entries()) {
    for (const [i, piece] of name.entries()) write(piece, x(c), below + (i + 1) * line)
  }
  below += names.reduce((most, name) => Math.max(most, name.length), 0) * line + 4
  for (const [s, row] of numbers.entries()) {
    key(parts, s, "0", below + (line * 2) / 3)
    const cells = row.map((number) => wrap(number ?? page.words.noNumber, Math.floor(wide / character)))
    for (const [c, cell] of cells.entries()) {
      const look = row[c] === null ? ' class="absent"' : ""
      for (const [i, piece] of cell.entries()) write(piece, x(c), below + (i + 1) * line, look)
    }
    below += cells.reduce((most, cell) => Math.max(most, cell.length), 1) * line
  }
  const own = `c${page.rules.length}`
  page.rules.push(`.${own}{min-width:${Math.round((wide * count * 100) / (100 - keys))}px}`)
  return [
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}:caption">`,
    `<div class="${own}">${picture(chart, id, page, parts, Math.ceil(below + 8))}</div>`,
    `</div>`,
  ].join("\n")
}

const dash = (series: number): string => {
  const pattern = dashes[series % dashes.length] ?? ""
  return pattern === "" ? "" : ` stroke-dasharray="${pattern}"`
}

const key = (parts: Array<string>, series: number, x: string, y: number): void => {
  const look = `class="line-${series % colours}"${dash(series)}`
  parts.push(`<line ${look} x1="${x}" x2="26" y1="${y}" y2="${y}"/>`)
  parts.push(`<circle class="bar-${series % colours}" cx="13" cy="${y}" r="4"/>`)
}
