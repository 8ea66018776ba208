// CSV written: for a spreadsheet to open without turning anything into a formula; and a sender's own file with one more
// column, which says what is wrong in its row.
import * as Csv from "./Csv.ts"

// What a spreadsheet takes for a formula: spaces and invisible letters before it do not keep one from it. Numbers with
// their sign are numbers, and a dash alone is a text.
const formula = /^[\s\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/
const harmless = /^[-+]?\d[\d.,]*%?$|^-$/

/**
 * A text as a cell. What a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @example
 * cell("=1+1", ";") // "'=1+1"
 * cell("-5", ";") // "-5"
 * cell("Bưởi; Xuân La", ";") // '"Bưởi; Xuân La"'
 */
export const cell = (text: string, delimiter: Csv.Delimiter, quoted = false): string => {
  const safe = formula.test(text) && !harmless.test(text) ? `'${text}` : text
  return quoted || /["\r\n]/.test(safe) || safe.includes(delimiter) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe
}

/**
 * Rows as a file: CRLF, and a byte order mark, without which Excel does not see that it is UTF-8.
 *
 * @example
 * write([["Đơn vị", "Số cuộc"], ["An", "05"]]) // "\ufeffĐơn vị;Số cuộc\r\nAn;05\r\n"
 */
export const write = (rows: Iterable<ReadonlyArray<string>>, delimiter: Csv.Delimiter = ";"): string => {
  let text = "\ufeff"
  for (const row of rows) text += `${row.map((one) => cell(one, delimiter)).join(delimiter)}\r\n`
  return text
}

/** What is to be said of a line of a file. */
export interface Remark {
  readonly line: number
  readonly text: string
}

/**
 * A sender's file with one more column, behind the last of all rows, that says what was found in each row. Every other
 * cell stays as it was, but for what would have become a formula.
 *
 * @example
 * mark("Đơn vị;Số cuộc\nAn;-5\n", [{ line: 2, text: "Số âm" }], "Cần sửa") // "Đơn vị;Số cuộc;Cần sửa\r\nAn;-5;Số âm\r\n"
 */
export const mark = (text: string, remarks: ReadonlyArray<Remark>, title: string): string => {
  const { delimiter, before, rows } = Csv.whole(text)
  const all = [...rows]
  const width = Math.max(0, ...all.map(({ cells }) => cells.length))
  const starts = all.map(({ cells }) => cells[0]?.line ?? 0)
  const said = new Map<number, Array<string>>()
  for (const remark of remarks) {
    // A row may span lines; the last one that begins at or before the line is meant.
    const at = starts.findLastIndex((start) => start <= remark.line)
    if (at >= 0) said.set(at, [...(said.get(at) ?? []), remark.text])
  }
  // The title stands where the table is widest first: that is its head.
  const head = said.has(0)
    ? -1
    : all.findIndex(({ cells }) => cells.length === width && cells.some(({ raw }) => raw !== ""))
  return `${before}${all
    .map(({ cells }, i) => {
      const reasons = said.get(i)?.join(" | ") ?? (i === head ? title : "")
      const texts = cells.map(({ raw, quoted }) => cell(raw, delimiter, quoted))
      const gap = Array<string>(width - cells.length).fill("")
      return `${(reasons === "" ? texts : [...texts, ...gap, cell(reasons, delimiter)]).join(delimiter)}\r\n`
    })
    .join("")}`
}
