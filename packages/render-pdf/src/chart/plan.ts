// The measures of a chart of bars: names, numbers and legend set, the scale of the bars, the height of each group.
import type { Chart } from "@danvan/document"
import type { Leaf } from "../node.ts"
import { heightOf, type Page } from "../page.ts"
import { GAP, labelStyle, most, type Point, pointsOf, widthOf } from "./labels.ts"

/** Names of categories take at most this share of the width, numbers at most that. */
const NAMES = 0.38
const NUMBERS = 0.3

/** A chart, measured. `bars` are those of each series, in the order of the series. */
export interface Plan {
  readonly groups: ReadonlyArray<{
    readonly name: Leaf
    readonly bars: ReadonlyArray<Point | null>
    readonly height: number
  }>
  readonly legend: ReadonlyArray<Leaf>
  readonly legendHeight: number
  /** Type size, height of a bar, and from one bar to the next. */
  readonly size: number
  readonly bar: number
  readonly pitch: number
  /** Where the bars begin, and how long each is, pt. */
  readonly zero: number
  readonly lengthOf: (value: number) => number
  /** Height of the bars of a group, and of the numbers in rows below a bar of parts. */
  readonly parts: { readonly columns: number; readonly wide: number; readonly row: number } | null
}

/** Measures a chart. */
export const planOf = (block: Chart, at: string, page: Page): Plan => {
  const style = labelStyle(page)
  const { size } = style
  const stacked = block.form === "parts"
  const names = block.categories.map((line, i) => page.line(line, `${at}/categories/${i}`, style, page.width * NAMES))
  const legend = block.series.map(({ label }, s) =>
    page.line(label, `${at}/series/${s}/label`, style, page.width - 3 * size),
  )
  const named = most(names.map(widthOf)) + GAP
  const columns = Math.min(Math.max(block.series.length, 1), 4)
  const wide = (page.width - named) / columns
  const key = size + GAP
  const points = pointsOf(block, at, page, style, stacked ? wide - key - GAP : page.width * NUMBERS)
  const all = points.flat().filter((one) => one !== null)
  const wholes = block.categories.map((_, p) => points.reduce((sum, one) => sum + (one[p]?.value ?? 0), 0))
  const low = stacked ? 0 : -most(all.map(({ value }) => -value))
  const high = most(stacked ? wholes : all.map(({ value }) => value))
  const room = stacked ? 1 : most(all.map(({ number }) => widthOf(number))) + GAP
  const left = named + (low < 0 ? room : 0)
  const tall = most(all.map(({ number }) => heightOf(number)))
  const bar = size * (stacked ? 1.3 : 0.95)
  const pitch = Math.max(size * 0.95 + 2, tall)
  const rows = Math.ceil(block.series.length / columns)
  const inner = stacked ? bar + 2 + rows * pitch : block.series.length * pitch
  // As a part of the whole first: beside the smallest numbers a point of paper has no unit that is a number.
  const [across, reach] = [Math.max(page.width - left - room, 1), high - low || 1]
  const lengthOf = (value: number): number => (value / reach) * across
  return {
    groups: names.map((name, p) => ({
      name,
      bars: points.map((series) => series[p] ?? null),
      height: Math.max(heightOf(name), inner) + 2 * GAP,
    })),
    legend,
    legendHeight: legend.reduce((sum, leaf) => sum + heightOf(leaf), 0) + GAP,
    size,
    bar,
    pitch,
    zero: left + lengthOf(-low),
    lengthOf,
    parts: stacked ? { columns, wide, row: pitch } : null,
  }
}
