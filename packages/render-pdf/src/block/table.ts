import type { Style, Table } from "@danvan/document"
import { type Band, bandOf, bandsOf, heightsOf, measuresOf, placesOf, sum } from "../grid.ts"
import { tooTall, tooWide } from "../loss.ts"
import { type Page, type Piece, textPiece } from "../page.ts"

/** Caption and unit, the grid with its head on each page, notes. */
export const table = (block: Table, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles } = page.layout
  const text = (inlines: Table["caption"], name: string, style: Style, keeps: boolean): Piece =>
    textPiece(page.line(inlines, `${at}/${name}`, style), style, keeps)
  const notes = block.notes.map((note, i) => text(note, `notes/${i}`, styles.note, false))
  return [
    ...(block.caption.length > 0 ? [text(block.caption, "caption", styles["table-caption"], true)] : []),
    ...(block.unit ? [text(block.unit, "unit", styles["table-unit"], true)] : []),
    // What would follow the last note need not fit.
    ...grid(block, at, page, sum(notes.map(({ before, height }, i) => before + height + (notes[i - 1]?.after ?? 0)))),
    ...notes,
  ]
}

const grid = (block: Table, at: string, page: Page, notes: number): ReadonlyArray<Piece> => {
  const measures = measuresOf(block.columns, page)
  if (measures.total > page.width + 0.5) page.losses.push(tooWide(at, measures.total, page.width))
  const [head, body, foot] = (["head", "body", "foot"] as const).map((part) => rowsOf(block, part, at, page))
  if (!head || !body || !foot || head.length + body.length + foot.length === 0) return []
  const rest = [body, foot].flatMap((rows) => bandsOf(rows, measures))
  const top = bandOf(head, measures)
  const repeated = headOf(top, rest, page)
  if (repeated === null && head.length > 0) page.losses.push(tooTall(`${at}/head`, top.height, page.height))
  const bands = repeated ? rest : [...bandsOf(head, measures), ...rest]
  // Lines stand half outside of what they enclose.
  const room = page.height - (repeated?.height ?? 0) - measures.line
  for (const [part, rows] of Object.entries({ body, foot })) {
    for (const [r, height] of heightsOf(rows, measures).entries()) {
      if (height > room) page.losses.push(tooTall(`${at}/${part}/${r}`, height, page.height))
    }
  }
  const first = bands[0]?.height ?? 0
  const { note, body: text } = page.layout.styles
  return [
    {
      node: { text: "", head: repeated, bands, notes: notes > page.height / 3 ? 0 : notes },
      height: sum(bands.map(({ height }) => height)) + (repeated?.height ?? 0),
      least: (repeated?.height ?? 0) + measures.line + (first <= room ? first : page.layout.styles["table-cell"].line),
      before: 0,
      after: block.notes.length > 0 ? note.before + 2 : text.after,
    },
  ]
}

/** The head, if it leaves room enough to be drawn on each page. */
const headOf = (head: Band, rest: ReadonlyArray<Band>, page: Page): Band | null => {
  if (head.rows.length === 0) return null
  const most = rest.flatMap(({ heights }) => heights).reduce((a, b) => Math.max(a, b), 0)
  return head.height <= page.height / 2 || head.height + most <= page.height ? head : null
}

const rowsOf = (block: Table, part: "head" | "body" | "foot", at: string, page: Page): Band["rows"] => {
  const { columns, paddingX, line } = measuresOf(block.columns, page)
  const style = page.layout.styles[part === "head" ? "table-head" : "table-cell"]
  const rows = block[part].map((_row, r) => `${at}/${part}/${r}/cells/`)
  return placesOf(block[part], columns.length, (r, c, column, span) => {
    const cell = block[part][r]?.cells[c]
    const align = cell?.align ?? (part === "head" ? style.align : (block.columns[column]?.align ?? style.align))
    const width = sum(columns.slice(column, column + span)) - 2 * paddingX - line
    return page.line(cell?.content ?? [], `${rows[r]}${c}/content`, { ...style, align }, Math.max(width, 1)).lines
  })
}
