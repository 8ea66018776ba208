// CSV written: for a spreadsheet to open without turning anything into a formula, and for `Csv` to read back as it was.
import type { Delimiter } from "./Csv.ts"

/**
 * A text as a cell. What a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @example
 * cell("=1+1", ";") // "'=1+1"
 * cell("Bưởi; Xuân La", ";") // '"Bưởi; Xuân La"'
 */
export const cell = (text: string, delimiter: Delimiter): string => {
  // Spaces and invisible letters before it do not keep a spreadsheet from it.
  const isFormula = /^[\s\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(delimiter) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe
}

/**
 * Rows as a file: CRLF, and a byte order mark, without which Excel does not see that it is UTF-8.
 *
 * @example
 * write([["Đơn vị", "Số cuộc"], ["An", "05"]]) // "\ufeffĐơn vị;Số cuộc\r\nAn;05\r\n"
 */
export const write = (rows: Iterable<ReadonlyArray<string>>, delimiter: Delimiter = ";"): string => {
  let text = "\ufeff"
  for (const row of rows) text += `${row.map((one) => cell(one, delimiter)).join(delimiter)}\r\n`
  return text
}
