// One sheet more: every number of the tables with what it is, how much of what was owed stands behind it, and where it
// comes from, as far as the report discloses.
import { type Document, type Figure, type FigureId, type Inlines } from "@danvan/document"
import type { BookCell, BookSheet } from "@danvan/workbook/Book"
import type { Look } from "@danvan/workbook/Looks"
import { seen } from "./line.ts"
import { type Drawn, longest } from "./sheet.ts"
import { heightOf } from "./width.ts"
import type { Words } from "./words.ts"

const widths = [24, 8, 60, 20, 14, 14, 30, 60]
const head: Look = { bold: true, fill: "DCE6F1", border: true, align: "center", wrap: true }
const body: Look = { border: true, wrap: true, align: "left" }
const number: Look = { border: true, align: "right" }

/** The sheet, or none where no number has anything to tell. */
export const sourcesOf = (
  drawn: ReadonlyArray<Drawn>,
  name: string,
  document: Document,
  words: Words,
): ReadonlyArray<BookSheet> => {
  const { columns } = words
  const rows = drawn.flatMap(({ sheet, places }) =>
    places.flatMap(([cell, address]) =>
      figuresIn(cell.content).flatMap((id) => {
        const figure = document.figures[id]
        return figure ? [rowOf(figure, sheet.name, address, words)] : []
      }),
    ),
  )
  if (rows.length === 0) return []
  const titles = [
    ...[columns.sheet, columns.cell, columns.label, columns.text],
    ...[columns.value, columns.of, columns.coverage, columns.origin],
  ]
  const all = [titles.map((value, i): BookCell => ({ column: i + 1, value, look: head })), ...rows]
  return [
    {
      name,
      state: "visible",
      widths,
      rows: all.map((cells, i) => ({ row: i + 1, height: heightOf(inView(cells)), cells })),
      frozen: { rows: 1, columns: 0 },
      titleRows: { from: 1, to: 1 },
      landscape: true,
    },
  ]
}

/** Where a number comes from may be long: of that, a row shows the beginning. */
const inView = (cells: ReadonlyArray<BookCell>): ReadonlyArray<readonly [string, number]> =>
  cells.flatMap(({ column, value }) =>
    typeof value === "string" && column < widths.length ? [[value, widths[column - 1] ?? 1] as const] : [],
  )

const figuresIn = (line: Inlines): ReadonlyArray<FigureId> =>
  line.flatMap((inline) => {
    if (inline.kind === "figure") return [inline.figure]
    return inline.kind === "strong" || inline.kind === "emphasis" ? figuresIn(inline.content) : []
  })

const machine = /^(-?\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$|^(-?\d+(?:\.\d+)?)%$/

const rowOf = (figure: Figure, sheet: string, address: string, words: Words): ReadonlyArray<BookCell> => {
  const [, plain, of, percent] = machine.exec(figure.value) ?? []
  const text = (column: number, value: string): BookCell => ({
    column,
    value: seen(value).slice(0, longest),
    look: /\p{Nd}/u.test(value) && value.length <= 255 ? { ...body, format: "@" } : body,
  })
  const value = (column: number, digits: string | undefined): BookCell => ({
    column,
    value: digits === undefined ? null : Number(digits),
    look: { ...number, format: digits?.includes(".") ? "#,##0.0##" : "#,##0" },
  })
  return [
    text(1, sheet),
    text(2, address),
    text(3, figure.label),
    text(4, figure.text),
    percent === undefined
      ? value(5, plain)
      : { column: 5, value: Number(`${percent}e-2`), look: { ...number, format: "0.0##%" } },
    value(6, of),
    text(7, figure.coverage?.text ?? ""),
    text(8, originOf(figure.origin, words)),
  ]
}

/** As many as a cell holds; how many more there are is said. */
const originOf = (origin: ReadonlyArray<string>, words: Words): string => {
  let text = ""
  for (const [i, one] of origin.entries()) {
    if (text.length + one.length + 50 > longest) return `${text}; ${words.more(origin.length - i)}`
    text += i === 0 ? one : `; ${one}`
  }
  return text
}
