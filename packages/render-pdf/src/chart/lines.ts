// A chart of lines as SVG: categories from left to right. The numbers stand in rows below the points, a row a series, so
// that none covers another; there is no scale with numbers of its own, for those would come from nowhere.
import type { Chart } from "@danvan/document"
import type { Leaf, Svg } from "../node.ts"
import { heightOf, type Page } from "../page.ts"
import { Canvas } from "./canvas.ts"
import { centred, GAP, labelStyle, most, type Point, pointsOf, widthOf } from "./labels.ts"

/** Height of the space for lines, and the least width of a category, pt. */
const PLOT = 130
const LEAST = 38
/** Names of series take at most this share of the width. */
const NAMES = 0.26

interface Row {
  readonly name: Leaf
  readonly points: ReadonlyArray<Point | null>
  readonly height: number
}

/** One drawing for as many categories as the width holds; all have the same scale and name their series. */
export const lines = (block: Chart, at: string, page: Page): ReadonlyArray<{ svg: Svg; height: number }> => {
  const style = labelStyle(page)
  const names = block.series.map(({ label }, s) =>
    page.line(label, `${at}/series/${s}/label`, style, page.width * NAMES),
  )
  const key = style.size * 2.4
  const left = most(names.map(widthOf)) + key + 2 * GAP
  // Numbers are set once to know their width, and again in the middle of their place.
  const natural = pointsOf(block, at, page, style, page.width / 3)
  const wide = Math.max(LEAST, most(natural.flat().map((one) => (one ? widthOf(one.number) : 0))) + GAP)
  const each = Math.max(1, Math.floor((page.width - left) / wide))
  const width = (page.width - left) / Math.max(Math.min(each, block.categories.length), 1)
  const points = pointsOf(block, at, page, centred(style), width)
  const categories = block.categories.map((line, i) =>
    page.line(line, `${at}/categories/${i}`, centred(style), Math.max(width - GAP, 1)),
  )
  const rows = names.map((name, s): Row => {
    const own = points[s] ?? []
    const height = Math.max(heightOf(name), most(own.map((one) => (one ? heightOf(one.number) : 0))), style.line)
    return { name, points: own, height }
  })
  const values = points.flat().map((one) => one?.value ?? 0)
  const [low, high] = [-most(values.map((value) => -value)), most(values)]
  const drawn: Array<{ svg: Svg; height: number }> = []
  for (let from = 0; from === 0 || from < categories.length; from += each) {
    const canvas = new Canvas(page)
    const shown = categories.slice(from, from + each)
    const place = (value: number): number => GAP + (PLOT - 2 * GAP) * (1 - (value - low) / (high - low || 1))
    const middle = (i: number): number => left + (i + 0.5) * width
    canvas.line(left, place(0), left + width * Math.max(shown.length, 1), place(0), 0.75)
    for (const [s, row] of rows.entries()) draw(canvas, row.points.slice(from, from + each), s, middle, place)
    const heights = most(shown.map(heightOf))
    for (const [i, name] of shown.entries()) canvas.write(name, left + i * width + GAP / 2, PLOT + GAP)
    let y = PLOT + GAP + heights + GAP
    for (const [s, { name, points: all, height }] of rows.entries()) {
      canvas.line(0, y + style.line / 2, key, y + style.line / 2, 1.2, s)
      canvas.dot(key / 2, y + style.line / 2, s)
      if (from === 0) canvas.write(name, key + GAP, y)
      for (const [i, one] of all.slice(from, from + each).entries()) {
        if (one) canvas.write(one.number, left + i * width, y)
      }
      y += height
    }
    drawn.push(canvas.done(y + GAP))
  }
  return drawn
}

const draw = (
  canvas: Canvas,
  points: ReadonlyArray<Point | null>,
  series: number,
  x: (i: number) => number,
  y: (value: number) => number,
): void => {
  for (const [i, one] of points.entries()) {
    const before = points[i - 1]
    if (one && before) canvas.line(x(i - 1), y(before.value), x(i), y(one.value), 1.2, series)
  }
  for (const [i, one] of points.entries()) if (one) canvas.dot(x(i), y(one.value), series)
}
