// The words of a chart, set: names of categories and series, numbers of points.
import type { Chart, Style } from "@danvan/document"
import type { Leaf } from "../node.ts"
import type { Page } from "../page.ts"

/** Space between a shape and its words, pt. */
export const GAP = 5

/** The type of labels. */
export const labelStyle = (page: Page): Style => ({
  ...page.layout.styles["chart-label"],
  align: "left",
  indent: 0,
})

/** A text in the middle of its place. */
export const centred = (style: Style): Style => ({ ...style, align: "center" })

/** A point with its number set; null where there is none. */
export interface Point {
  readonly value: number
  readonly number: Leaf
}

/** The points of each series, in the order of the categories. */
export const pointsOf = (
  block: Chart,
  at: string,
  page: Page,
  style: Style,
  width: number,
): ReadonlyArray<ReadonlyArray<Point | null>> =>
  block.series.map((series, s) =>
    block.categories.map((_, p) => {
      const point = series.points[p]
      if (!point) return null
      const inlines = [{ kind: "figure", figure: point.figure }] as const
      return { value: point.value, number: page.line(inlines, `${at}/series/${s}/points/${p}`, style, width) }
    }),
  )

/** The greatest, at least 0. */
export const most = (of: ReadonlyArray<number>): number => of.reduce((a, b) => Math.max(a, b), 0)

/** The width that a text takes. */
export const widthOf = (leaf: Leaf): number =>
  leaf.lines.reduce((wide, { runs }) => {
    const last = runs.at(-1)
    return Math.max(wide, last ? last.x + last.width : 0)
  }, 0)
