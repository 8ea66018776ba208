// What of the document did not reach the page, each with its words for people. The codes are stable.
import type { Loss } from "@danvan/document"

const loss = (code: string, block: string, found: string, vi: string, en: string): Loss => ({
  code,
  block,
  found,
  message: { vi, en },
})

/** A block or inline of a kind that this version does not know. */
export const notRendered = (block: string, kind: string): Loss =>
  loss(
    "not-rendered",
    block,
    kind,
    `Không biết cách trình bày “${kind}”.`,
    `“${kind}” cannot be drawn: it is not known.`,
  )

/** A number of a chart that belongs to no category. */
export const textLost = (block: string, text: string): Loss =>
  loss("text-lost", block, text, `Không trình bày được “${text}”.`, `“${text}” was not drawn.`)

/** A table whose columns are wider than the page, in mm. */
export const tooWide = (block: string, width: number, room: number): Loss =>
  loss(
    "table-too-wide",
    block,
    `${mm(width)} mm`,
    `Bảng rộng ${viMm(width)} mm, vùng chữ chỉ có ${viMm(room)} mm.`,
    `The table is ${mm(width)} mm wide, the text ${mm(room)} mm.`,
  )

/** Word hides a page number on the first page or on none. */
export const numberedEarly = (from: number): Loss =>
  loss(
    "page-number-early",
    "/layout/pageNumber/from",
    String(from),
    `Số trang phải bắt đầu từ trang ${from}; trong tệp Word, số trang bắt đầu từ trang 2.`,
    `Pages are to be numbered from page ${from}; in the Word file they are from page 2.`,
  )

/** A file that travels with the document, but not in the Word file. */
export const attachmentNotCarried = (block: string, name: string): Loss =>
  loss(
    "attachment-not-carried",
    block,
    name,
    `Tệp đính kèm “${name}” không nằm trong tệp Word.`,
    `The attachment “${name}” is not in the Word file.`,
  )

const mm = (value: number): string => String(Math.round(value * 10) / 10)
const viMm = (value: number): string => mm(value).replace(".", ",")
