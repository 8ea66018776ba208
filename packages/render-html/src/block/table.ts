import type { Cell, Inlines, Row, Table } from "@danvan/document"
import { anchor, attribute } from "../escape.ts"
import type { Page } from "../page.ts"
import { millimetres } from "../sheet.ts"

/** Room for a column without a width of its own where the table scrolls, mm. */
const roomy = 32

/** A table in a region that scrolls by itself where the page is narrow, so that the page never does. */
export const table = (block: Table, at: string, page: Page): string => {
  const id = anchor(block.id)
  const unit = block.unit ? `<span class="s-table-unit">${page.line(block.unit, `${at}/unit`)}</span>` : ""
  const caption = page.line(block.caption, `${at}/caption`)
  const named = page.plain(block.caption).trim() !== ""
  return [
    `<div class="table" id="${id}">`,
    `<div class="scroll" role="region" tabindex="0" ${named ? `aria-labelledby="${id}:caption"` : `aria-label="${attribute(page.words.table)}"`}>`,
    `<table class="${widths(block, page)}"${block.notes.length > 0 ? ` aria-describedby="${id}:notes"` : ""}>`,
    `<caption><span class="s-table-caption" id="${id}:caption">${caption}</span>${unit}</caption>`,
    `<colgroup>${block.columns.map(() => "<col>").join("")}</colgroup>`,
    ...rows(block, "head", at, page),
    ...rows(block, "body", at, page),
    ...rows(block, "foot", at, page),
    `</table>`,
    `</div>`,
    notes(block.notes, at, page, `${id}:notes`),
    `</div>`,
  ].join("\n")
}

/** Remarks under a table or chart. */
export const notes = (lines: ReadonlyArray<Inlines>, at: string, page: Page, id: string): string => {
  const paragraphs = lines.map((line, i) => `<p class="s-note">${page.line(line, `${at}/notes/${i}`)}</p>`)
  return lines.length === 0 ? "" : `<div class="notes" id="${id}">${paragraphs.join("\n")}</div>`
}

/** Gives the table a class with the widths of its columns. */
const widths = (block: Table, page: Page): string => {
  const own = `t${page.rules.length}`
  const least = block.columns.reduce((all, column) => all + (column.width ?? roomy), 0)
  const columns = block.columns.map(({ width }, i) =>
    width === null ? "" : `.${own} col:nth-child(${i + 1}){width:${millimetres(width)}}`,
  )
  page.rules.push(`.${own}{min-width:${millimetres(least)}}${columns.join("")}`)
  return own
}

type Part = "head" | "body" | "foot"

const rows = (block: Table, part: Part, at: string, page: Page): ReadonlyArray<string> => {
  const places = placesOf(block[part], block.columns.length)
  const lines = block[part].map((row, r) => {
    const cells = row.cells.map((cell, c) => {
      const content = page.line(cell.content, `${at}/${part}/${r}/cells/${c}/content`)
      const align = cell.align ?? (part === "head" ? "" : block.columns[places[r]?.[c] ?? 0]?.align)
      return drawCell(cell, content, align, part, isGroupHead(block, row))
    })
    // A head that goes through the whole body names the rows down to the next one: they are a group of their own.
    const opens = part === "body" && r > 0 && isGroupHead(block, row)
    return `${opens ? "</tbody>\n<tbody>\n" : ""}<tr>${cells.join("")}</tr>`
  })
  return lines.length === 0 ? [] : [`<t${part}>`, ...lines, `</t${part}>`]
}

const isGroupHead = (block: Table, row: Row): boolean => {
  const [cell] = row.cells
  return row.cells.length === 1 && cell?.header === true && (cell.colSpan ?? 1) === block.columns.length
}

/** The column in which each cell begins: places that a cell from above covers are passed over. */
const placesOf = (part: ReadonlyArray<Row>, columns: number): ReadonlyArray<ReadonlyArray<number>> => {
  const covered: Array<number> = Array.from({ length: columns }, () => 0)
  return part.map((row) => {
    let column = 0
    const places = row.cells.map((cell) => {
      while ((covered[column] ?? 0) > 0) column++
      const place = column
      for (; column < place + (cell.colSpan ?? 1); column++) covered[column] = cell.rowSpan ?? 1
      return place
    })
    for (const [i, rowsLeft] of covered.entries()) covered[i] = Math.max(0, rowsLeft - 1)
    return places
  })
}

const drawCell = (cell: Cell, content: string, align: string | undefined, part: Part, opensGroup: boolean): string => {
  // A head without words names nothing: as a plain cell it is not read out as a name.
  const names = content !== "" && (part === "head" || cell.header === true)
  const scope = part === "head" ? ((cell.colSpan ?? 1) > 1 ? "colgroup" : "col") : opensGroup ? "rowgroup" : "row"
  const style = part === "head" ? "s-table-head" : part === "foot" ? "s-table-cell foot" : "s-table-cell"
  return [
    names ? `<th scope="${scope}"` : "<td",
    (cell.colSpan ?? 1) > 1 ? ` colspan="${attribute(String(cell.colSpan))}"` : "",
    (cell.rowSpan ?? 1) > 1 ? ` rowspan="${attribute(String(cell.rowSpan))}"` : "",
    ` class="${style}${align ? ` ${attribute(align)}` : ""}">`,
    content,
    names ? "</th>" : "</td>",
  ].join("")
}
