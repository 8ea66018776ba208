// CSV (RFC 4180) for a spreadsheet to open without turning anything into a formula.

/** What parts the cells of a row. */
export type Delimiter = ";" | "," | "\t" | "|"

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
export const cell = (text: string, delimiter: Delimiter, quoted = false): string => {
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
export const write = (rows: Iterable<ReadonlyArray<string>>, delimiter: Delimiter = ";"): string => {
  let text = "\ufeff"
  for (const row of rows) text += `${row.map((one) => cell(one, delimiter)).join(delimiter)}\r\n`
  return text
}
