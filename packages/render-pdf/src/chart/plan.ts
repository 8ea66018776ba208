// The measures of a chart: names, numbers and legend set, the scale of the bars, the height of each group.
import type { Chart } from "@danvan/document"
import type { Leaf } from "../node.ts"
import { heightOf, type Page } from "../page.ts"

/** Space between a bar and its number, a name and the bars, pt. */
export const GAP = 5
/** Names of categories take at most this share of the width, numbers at most that. */
const NAMES = 0.38
const NUMBERS = 0.3

interface Bar {
  readonly value: number
  readonly number: Leaf
}

/** A chart, measured. `bars` are those of each series, in the order of the series. */
export interface Plan {
  readonly groups: ReadonlyArray<{
    readonly name: Leaf
    readonly bars: ReadonlyArray<Bar | null>
    readonly height: number
  }>
  readonly legend: ReadonlyArray<Leaf>
  readonly legendHeight: number
  /** Type size, height of a bar, and from one bar to the next. */
  readonly size: number
  readonly bar: number
  readonly pitch: number
  /** Where the bars begin, and pt for 1. */
  readonly zero: number
  readonly unit: number
}

/** Measures a chart. */
export const planOf = (block: Chart, at: string, page: Page): Plan => {
  const style = { ...page.layout.styles["chart-label"], align: "left", indent: 0 } as const
  const { size } = style
  const names = block.categories.map((line, i) => page.line(line, `${at}/categories/${i}`, style, page.width * NAMES))
  const legend = block.series.map(({ label }, s) =>
    page.line(label, `${at}/series/${s}/label`, style, page.width - 3 * size),
  )
  const bars = block.series.map((series, s) =>
    block.categories.map((_, p): Bar | null => {
      const point = series.points[p]
      if (!point) return null
      const inlines = [{ kind: "figure", figure: point.figure }] as const
      const number = page.line(inlines, `${at}/series/${s}/points/${p}`, style, page.width * NUMBERS)
      return { value: point.value, number }
    }),
  )
  const all = bars.flat().filter((one) => one !== null)
  const most = (of: ReadonlyArray<number>): number => of.reduce((a, b) => Math.max(a, b), 0)
  const low = -most(all.map(({ value }) => -value))
  const high = most(all.map(({ value }) => value))
  const room = most(all.map(({ number }) => widthOf(number))) + GAP
  const left = most(names.map(widthOf)) + GAP + (low < 0 ? room : 0)
  const unit = Math.max(page.width - left - room, 1) / (high - low || 1)
  const bar = size * 0.95
  const pitch = Math.max(bar + 2, most(all.map(({ number }) => heightOf(number))))
  return {
    groups: names.map((name, p) => ({
      name,
      bars: bars.map((series) => series[p] ?? null),
      height: Math.max(heightOf(name), legend.length * pitch) + 2 * GAP,
    })),
    legend,
    legendHeight: legend.reduce((sum, leaf) => sum + heightOf(leaf), 0) + GAP,
    size,
    bar,
    pitch,
    zero: left - low * unit,
    unit,
  }
}

/** The width that a text takes. */
export const widthOf = (leaf: Leaf): number =>
  leaf.lines.reduce((most, { runs }) => {
    const last = runs.at(-1)
    return Math.max(most, last ? last.x + last.width : 0)
  }, 0)
