// What of the document is not in the file, each with its words for people. The codes are stable.
import type { Loss } from "@danvan/document"

const loss = (code: string, block: string, found: string, vi: string, en: string): Loss => ({
  code,
  block,
  found,
  message: { vi, en },
})

/** Words that stand in no table: such files leave them out by design. */
export const outsideTables = (block: string, found: string): Loss =>
  loss(
    "outside-tables",
    block,
    found,
    "Phần lời ngoài bảng không nằm trong tệp bảng số liệu.",
    "Words outside of tables are not in a file of tables.",
  )

/** A text longer than a cell can hold. */
export const cutShort = (block: string, found: string): Loss =>
  loss(
    "text-cut",
    block,
    found,
    "Nội dung dài quá mức một ô chứa được; phần cuối bị cắt.",
    "The text is longer than a cell can hold; its end is cut off.",
  )

/** A file that travels with the document, but not in this one. */
export const attachmentNotCarried = (block: string, name: string): Loss =>
  loss(
    "attachment-not-carried",
    block,
    name,
    `Tệp đính kèm “${name}” không nằm trong tệp này.`,
    `The attachment “${name}” is not in this file.`,
  )
