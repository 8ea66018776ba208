// A worksheet's XML with some of its cells filled: a cell changes its style and nothing else, a cell or row that is not
// there is put in where its order demands.
import { fromRange, type Spot } from "@danvan/workbook/Place"
import { attributes } from "../xml/Scanner.ts"
import { type Edit, opened, withAttribute } from "../xml/Splice.ts"
import { address } from "../Table.ts"
import { toRange } from "./Reference.ts"
import type { LayoutRow, SheetLayout } from "./SheetLayout.ts"

/** The edits that give these cells the style that `filled` makes of their own. No place may be named twice. */
export const fill = (
  source: string,
  layout: SheetLayout,
  spots: ReadonlyArray<Spot>,
  filled: (style: number) => number,
): ReadonlyArray<Edit> => {
  const byRow = new Map<number, Array<number>>()
  for (const { row, column } of spots.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const columns = byRow.get(row)
    if (columns) columns.push(column)
    else byRow.set(row, [column])
  }
  const rows = new Map(layout.rows.map((row) => [row.number, row]))
  const edits: Array<Edit> = []
  const fresh: Array<readonly [at: number, row: string]> = []
  let next = 0
  for (const [number, columns] of byRow) {
    const row = rows.get(number)
    if (row) edits.push(...inRow(source, layout, row, columns, filled))
    else {
      while ((layout.rows[next]?.number ?? Infinity) < number) next++
      const cells = columns.map((column) => cell(layout, { row: number, column }, null, filled)).join("")
      const name = `${layout.prefix}row`
      fresh.push([layout.rows[next]?.tag.from ?? layout.sheetData.end, `<${name} r="${number}">${cells}</${name}>`])
    }
  }
  if (layout.sheetData.empty && fresh.length > 0) {
    const { from, to, source: tag } = layout.sheetData.tag
    const content = fresh.map(([, row]) => row).join("")
    edits.push({ from, to, text: opened(tag, `${layout.prefix}sheetData`, content) })
  } else edits.push(...fresh.map(([at, text]) => ({ from: at, to: at, text })))
  return [...edits, ...widened(layout, spots)]
}

const cell = (layout: SheetLayout, spot: Spot, row: LayoutRow | null, filled: (style: number) => number): string =>
  `<${layout.prefix}c r="${address(spot)}" s="${filled(row?.style ?? layout.columnStyle(spot.column))}"/>`

const inRow = (
  source: string,
  layout: SheetLayout,
  row: LayoutRow,
  columns: ReadonlyArray<number>,
  filled: (style: number) => number,
): ReadonlyArray<Edit> => {
  const known = new Map(row.cells.map((found) => [found.column, found]))
  const edits: Array<Edit> = []
  const fresh: Array<readonly [column: number, cell: string]> = []
  for (const column of columns) {
    const found = known.get(column)
    if (found) {
      const { from, to, style } = found
      edits.push({ from, to, text: withAttribute(source.slice(from, to), "s", String(filled(style))) })
    } else fresh.push([column, cell(layout, { row: row.number, column }, row, filled)])
  }
  if (fresh.length === 0) return edits
  const tag = spanning(row, columns)
  const { from, to } = row.tag
  if (row.tag.kind === "empty") {
    const content = fresh.map(([, text]) => text).join("")
    return [...edits, { from, to, text: opened(tag, `${layout.prefix}row`, content) }]
  }
  for (const [column, text] of fresh) {
    const at = row.cells.find((other) => other.column > column)?.from ?? row.end
    edits.push({ from: at, to: at, text })
  }
  return tag === row.tag.source ? edits : [...edits, { from, to, text: tag }]
}

// The columns that a row says it spans, where it says so.
const spanning = (row: LayoutRow, columns: ReadonlyArray<number>): string => {
  const match = /^(\d+):(\d+)$/.exec(attributes(row.tag).get("spans") ?? "")
  if (!match) return row.tag.source
  const [from, to] = [Math.min(Number(match[1]), ...columns), Math.max(Number(match[2]), ...columns)]
  return withAttribute(row.tag.source, "spans", `${from}:${to}`)
}

// The rectangle that the sheet says it fills: some readers look no further.
const widened = (layout: SheetLayout, spots: ReadonlyArray<Spot>): ReadonlyArray<Edit> => {
  const range = layout.dimension && toRange(attributes(layout.dimension).get("ref") ?? "")
  if (!layout.dimension || !range) return []
  const wider = spots.reduce(
    ({ top, left, bottom, right }, { row, column }) => ({
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }),
    range,
  )
  if (fromRange(wider) === fromRange(range)) return []
  const { from, to, source } = layout.dimension
  return [{ from, to, text: withAttribute(source, "ref", fromRange(wider)) }]
}
