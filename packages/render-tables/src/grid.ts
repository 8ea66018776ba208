// Tables as rectangles in which every cell knows its place. A chart is a table too: a row for each category, a column for
// each series.
import type { Block, Cell, Chart, Document, Inlines, Row, Table } from "@danvan/document"

/** A cell in its place; rows and columns count from 0, rows from the first of the head. */
export interface Placed {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly content: Inlines
  readonly align: "left" | "center" | "right"
  readonly header: boolean
  /** A JSON pointer into the document. */
  readonly at: string
}

/** A table. */
export interface Grid {
  readonly id: string
  /** A JSON pointer into the document. */
  readonly at: string
  readonly caption: Inlines
  readonly unit: Inlines | null
  readonly columns: Table["columns"]
  readonly head: number
  readonly foot: number
  readonly rows: number
  readonly cells: ReadonlyArray<Placed>
  readonly notes: ReadonlyArray<Inlines>
  readonly landscape: boolean
}

/** Every table and chart of a document, in reading order. */
export const gridsOf = (document: Document): ReadonlyArray<Grid> => gridsIn(document.blocks, "/blocks", false)

const gridsIn = (blocks: ReadonlyArray<Block>, at: string, landscape: boolean): ReadonlyArray<Grid> =>
  blocks.flatMap((block, i) => {
    const here = `${at}/${i}`
    if (block.kind === "table") return [fromTable(block, here, landscape)]
    if (block.kind === "chart") return [fromChart(block, here, landscape)]
    if (block.kind !== "appendix") return []
    return gridsIn(block.blocks, `${here}/blocks`, block.orientation === "landscape")
  })

const fromTable = (table: Table, at: string, landscape: boolean): Grid => {
  const { id, caption, unit, columns, notes } = table
  const [head, foot] = [table.head.length, table.foot.length]
  const cells = (["head", "body", "foot"] as const).flatMap((part) => {
    const above = { head: 0, body: head, foot: head + table.body.length }[part]
    const usual = part === "head" ? (): Placed["align"] => "center" : (c: number) => columns[c]?.align ?? "left"
    return placed(table[part], `${at}/${part}`, above, columns.length, usual)
  })
  return { id, at, caption, unit, columns, head, foot, rows: head + table.body.length + foot, cells, notes, landscape }
}

/** A place that a cell from above or from the left covers has no cell of its own. */
const placed = (
  rows: ReadonlyArray<Row>,
  at: string,
  above: number,
  width: number,
  usual: (column: number) => Placed["align"],
): ReadonlyArray<Placed> => {
  const covered: Array<number> = Array.from({ length: width }, () => 0)
  return rows.flatMap((row, r) => {
    let column = 0
    const cells = row.cells.map((cell: Cell, c): Placed => {
      while ((covered[column] ?? 0) > 0) column++
      const { content, rowSpan = 1, colSpan = 1, header = false } = cell
      const own = column
      for (; column < own + colSpan; column++) covered[column] = rowSpan
      const align = cell.align ?? usual(own)
      const pointer = `${at}/${r}/cells/${c}/content`
      return { row: above + r, column: own, rows: rowSpan, columns: colSpan, content, align, header, at: pointer }
    })
    for (const [i, left] of covered.entries()) covered[i] = Math.max(0, left - 1)
    return cells
  })
}

const fromChart = (chart: Chart, at: string, landscape: boolean): Grid => {
  const { id, caption, unit, categories, series, notes } = chart
  const one = (row: number, column: number, content: Inlines, pointer: string): Placed => ({
    ...{ row, column, rows: 1, columns: 1, content, header: column === 0 && row > 0 },
    align: row === 0 ? "center" : column === 0 ? "left" : "right",
    at: `${at}/${pointer}`,
  })
  const names = [
    one(0, 0, [], "categories"),
    ...series.map(({ label }, s) => one(0, s + 1, label, `series/${s}/label`)),
  ]
  const longest = Math.max(categories.length, ...series.map(({ points }) => points.length))
  const body = Array.from({ length: longest }, (_, i) => [
    one(i + 1, 0, categories[i] ?? [], `categories/${i}`),
    ...series.map(({ points }, s) => {
      const point = points[i]
      return one(i + 1, s + 1, point ? [{ kind: "figure", figure: point.figure }] : [], `series/${s}/points/${i}`)
    }),
  ])
  const columns = [
    { width: null, align: "left" } as const,
    ...series.map(() => ({ width: 32, align: "right" }) as const),
  ]
  const cells = [...names, ...body.flat()]
  return { id, at, caption, unit, columns, head: 1, foot: 0, rows: longest + 1, cells, notes, landscape }
}
