// A band as lines and strokes: texts in their cells, each stretch of the lattice drawn once.
import { type Band, sum } from "./grid.ts"
import type { Drawn, Stroke } from "./node.ts"

/** Draws a band; `opens` adds the line above it. */
export const drawnOf = (band: Band, opens: boolean): Drawn => {
  const { rows, heights, cut, measures } = band
  const { left, columns, line: width, paddingX, paddingY } = measures
  const xs = edges(columns, left)
  const ys = edges(heights, 0)
  const lines: Array<Drawn["lines"][number]> = []
  const across = ys.map(() => columns.map(() => false))
  const down = xs.map(() => heights.map(() => false))
  for (const [r, row] of rows.entries()) {
    for (const { lines: text, column, colSpan, rowSpan } of row) {
      const height = (ys[r + rowSpan] ?? 0) - (ys[r] ?? 0)
      const free = height - width - 2 * paddingY - sum(text.map((one) => one.height))
      let y = (ys[r] ?? 0) + width / 2 + paddingY + (cut ? 0 : Math.max(free / 2, 0))
      for (const line of text) {
        lines.push({ line, x: (xs[column] ?? 0) + width / 2 + paddingX, y })
        y += line.height
      }
      for (let c = column; c < column + colSpan; c++) mark(c, across[r], across[r + rowSpan])
      for (let i = r; i < r + rowSpan; i++) mark(i, down[column], down[column + colSpan])
    }
  }
  const strokes: Array<Stroke> = []
  for (const [r, marks] of across.entries()) {
    const y = ys[r] ?? 0
    if (r > 0 || opens)
      for (const [x1, x2] of runs(marks, xs))
        strokes.push({ x1: x1 - width / 2, y1: y, x2: x2 + width / 2, y2: y, width })
  }
  for (const [c, marks] of down.entries()) {
    const x = xs[c] ?? 0
    for (const [y1, y2] of runs(marks, ys)) strokes.push({ x1: x, y1, x2: x, y2, width })
  }
  return { height: sum(heights), lines, strokes }
}

const edges = (lengths: ReadonlyArray<number>, from: number): ReadonlyArray<number> => {
  const all = [from]
  for (const length of lengths) all.push((all.at(-1) ?? 0) + length)
  return all
}

const mark = (i: number, ...edge: ReadonlyArray<Array<boolean> | undefined>): void => {
  for (const marks of edge) if (marks) marks[i] = true
}

/** Marked stretches that touch, as one. */
function* runs(
  marks: ReadonlyArray<boolean>,
  at: ReadonlyArray<number>,
): Generator<readonly [from: number, to: number]> {
  let from: number | null = null
  for (let i = 0; i <= marks.length; i++) {
    if (marks[i] === true) from ??= i
    else if (from !== null) {
      yield [at[from] ?? 0, at[i] ?? 0]
      from = null
    }
  }
}
