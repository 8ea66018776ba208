// The measures of a chart: how high it is, how far its scale goes, and where it is parted if a page does not hold it.
import type { Chart } from "@danvan/document"
import { widthOf } from "./measure.ts"
import type { Page } from "./page.ts"

/** Space above and below a group of bars, pt. */
const GAP = 6
/** Names of categories take about this share of the width. */
const NAMES = 0.35
/** Programs part the words at a bar sooner than they must. */
const ROOMY = 1.4
/** Height of a chart of lines, pt. */
const LINES = 220
/** Lines of caption and unit that stand on the page with the chart. */
const HEAD = 4

/** The categories of one drawing, from one and before another; its height in pt; the ends of its scale. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly height: number
  readonly lowest: number
  readonly highest: number
}

/** The drawings of a chart, as few as pages allow; none if there is nothing to draw. */
export const partsOf = (block: Chart, page: Page): ReadonlyArray<Part> => {
  if (block.categories.length === 0 || block.series.length === 0) return []
  const style = page.layout.styles["chart-label"]
  const wide = page.width / 20
  const most = (numbers: ReadonlyArray<number>): number => numbers.reduce((a, b) => Math.max(a, b), 0)
  const lines = most(block.categories.map((name) => Math.ceil(widthOf(page.plain(name), style) / (wide * NAMES))))
  if (block.form === "line")
    return [{ from: 0, to: block.categories.length, height: LINES, ...scaleOf(block, page, LINES) }]
  const rows = block.form === "parts" ? 1 : block.series.length
  const slot = Math.max(rows, lines) * style.line + 2 * GAP
  const legend = 2 * style.line
  const room = page.height - HEAD * page.layout.styles["table-caption"].line - legend
  const each = Math.max(1, Math.floor(room / slot))
  const scale = scaleOf(block, page, wide * (1 - NAMES))
  const parts: Array<Part> = []
  for (let from = 0; from < block.categories.length; from += each) {
    const to = Math.min(from + each, block.categories.length)
    parts.push({ from, to, height: Math.min((to - from) * slot + legend, page.height), ...scale })
  }
  return parts
}

/** The ends of the scale, with room for the numbers at the bars; the same for all drawings of a chart. */
const scaleOf = (block: Chart, page: Page, wide: number): Pick<Part, "lowest" | "highest"> => {
  const points = block.series.flatMap((series) => series.points).filter((point) => point !== null)
  const style = page.layout.styles["chart-label"]
  if (block.form === "parts") {
    const wholes = block.categories.map((_, p) =>
      block.series.reduce((sum, series) => sum + (series.points[p]?.value ?? 0), 0),
    )
    return { lowest: 0, highest: wholes.reduce((a, b) => Math.max(a, b), 0) || 1 }
  }
  const low = points.reduce((least, { value }) => Math.min(least, value), 0)
  const high = points.reduce((most, { value }) => Math.max(most, value), 0)
  const label = points.reduce(
    (most, { figure }) => Math.max(most, widthOf(page.plain([{ kind: "figure", figure }]), style)),
    0,
  )
  const share = Math.min((label * ROOMY + 2 * style.size) / wide, 0.4)
  const span = (high - low || 1) / (1 - (low < 0 ? 2 : 1) * share)
  return { lowest: low < 0 ? low - span * share : 0, highest: high + span * share }
}
