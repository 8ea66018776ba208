// A band that no page can hold is cut: between rows if they fit a page by themselves, else between lines of a row.
import { type Band, bandOf, type Placed, sum } from "./grid.ts"

const SLACK = 0.01

/**
 * Cuts a band at `room`; null if nothing of it fits. `whole` is the room on a page of its own. With `force` at least
 * one line of each cell is taken, so that there is an end to it.
 */
export const cutBand = (band: Band, room: number, whole: number, force: boolean): readonly [Band, Band] | null => {
  const { rows, heights } = band
  let row = 0
  let top = 0
  while (row < rows.length - 1 && top + (heights[row] ?? 0) <= room + SLACK) top += heights[row++] ?? 0
  const must = force && row === 0
  const tall = (heights[row] ?? 0) > whole + SLACK
  const begins = (rows[row] ?? []).every(({ lines }) => lines.length === 0 || fits(lines, room - top, band) > 0)
  if (must || (tall && begins)) return cutAt(band, row, room - top, must)
  return row > 0 ? cutAt(band, row, 0, false) : null
}

/** Cuts above `row`, or, with some height of it left above, through it. */
const cutAt = (band: Band, row: number, within: number, force: boolean): readonly [Band, Band] => {
  const { rows, heights, measures } = band
  const through = within > 0 ? 1 : 0
  const carried: Array<Placed> = []
  const above = rows.slice(0, row + through).map((cells, r) =>
    cells.map((cell): Placed => {
      const end = r + cell.rowSpan
      if (end <= row) return cell
      const height = sum(heights.slice(r, row)) + within
      const count = Math.max(fits(cell.lines, height, band), force ? 1 : 0)
      carried.push({ ...cell, lines: cell.lines.slice(count), rowSpan: end - row })
      return { ...cell, lines: cell.lines.slice(0, count), rowSpan: row + through - r }
    }),
  )
  const first = through ? carried : [...carried, ...(rows[row] ?? [])]
  const below = [first.toSorted((a, b) => a.column - b.column), ...rows.slice(row + 1)]
  const high = [...heights.slice(0, row), ...(through ? [within] : [])]
  return [bandOf(above, measures, { heights: high, cut: true }), bandOf(below, measures, { cut: true })]
}

/** How many lines stand in so much height. */
const fits = (lines: Placed["lines"], height: number, { measures }: Band): number => {
  let free = height - 2 * measures.paddingY - measures.line + SLACK
  let count = 0
  for (const line of lines) {
    free -= line.height
    if (free < 0) break
    count++
  }
  return count
}
