// What of the document did not reach the page, each with its words for people. The codes are stable.
import type { Loss } from "@danvan/document"

const loss = (code: string, block: string, found: string, vi: string, en: string): Loss => ({
  code,
  block,
  found,
  message: { vi, en },
})

const codePoints = (letter: string): string =>
  [...letter].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ")

/** A letter that the font does not have. */
export const glyphMissing = (block: string, letter: string, instead: string): Loss =>
  loss(
    "glyph-missing",
    block,
    letter,
    `Phông chữ không có ký tự “${letter}” (${codePoints(letter)}); thay bằng dấu “${instead}”.`,
    `The font has no “${letter}” (${codePoints(letter)}); “${instead}” stands in its place.`,
  )

/** A block or inline of a kind that this version does not know. */
export const notRendered = (block: string, kind: string): Loss =>
  loss(
    "not-rendered",
    block,
    kind,
    `Không biết cách trình bày “${kind}”.`,
    `“${kind}” cannot be drawn: it is not known.`,
  )

/** Something that must not be parted, and had to be; every word of it is there. */
export const tooTall = (block: string, height: number, room: number): Loss =>
  loss(
    "block-too-tall",
    block,
    `${mm(height)} mm`,
    `Cao ${viMm(height)} mm, trang chỉ có ${viMm(room)} mm: phải ngắt qua nhiều trang, nội dung vẫn đủ.`,
    `${mm(height)} mm high, and a page has ${mm(room)} mm: it is parted over pages, complete.`,
  )

/** A table whose columns are wider than the page. */
export const tooWide = (block: string, width: number, room: number): Loss =>
  loss(
    "table-too-wide",
    block,
    `${mm(width)} mm`,
    `Bảng rộng ${viMm(width)} mm, vùng chữ chỉ có ${viMm(room)} mm.`,
    `The table is ${mm(width)} mm wide, the text ${mm(room)} mm.`,
  )

/** Text drawn where there is no paper. */
export const offPage = (block: string, text: string): Loss =>
  loss("off-page", block, text, `“${text}” nằm ngoài tờ giấy.`, `“${text}” lies off the paper.`)

/** Text that was not drawn. */
export const textLost = (block: string, text: string): Loss =>
  loss("text-lost", block, text, `Không trình bày được “${text}”.`, `“${text}” was not drawn.`)

/** A file that travels with the document, but not in the PDF. */
export const attachmentNotCarried = (block: string, name: string): Loss =>
  loss(
    "attachment-not-carried",
    block,
    name,
    `Tệp đính kèm “${name}” không nằm trong PDF.`,
    `The attachment “${name}” is not in the PDF.`,
  )

const mm = (points: number): string => String(Math.round((points * 25.4) / 7.2) / 10)
const viMm = (points: number): string => mm(points).replace(".", ",")
