// A cell that names a day: as a spreadsheet keeps it, or as people write it, with the day first.
import { PlainDate } from "@danvan/core"
import type { Cell } from "../Table.ts"
import { isDateFormat, plain } from "../table/CellValue.ts"

/**
 * The day that a cell names; null where it names none for certain.
 *
 * @example
 * const text = (said) => ({ kind: "text", raw: said, text: said, format: null })
 * of(text("01/7/2025"), false) // "2025-07-01"
 * of(text("ngày 01 tháng 7 năm 2025"), false) // "2025-07-01"
 * of(text("7/2025"), false) // null
 * of({ kind: "number", raw: "45839", text: "01/07/2025", format: "dd/mm/yyyy" }, false) // "2025-07-01"
 */
export const of = (
  { kind, raw, text, format }: Pick<Cell, "kind" | "raw" | "text" | "format">,
  date1904: boolean,
): PlainDate.PlainDate | null => {
  if (kind === "date") return day(raw.slice(0, 10))
  if (kind === "number") return isDateFormat(format) ? ofSerial(Number(raw), date1904) : null
  const said = plain(text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return day(said)
  const [, d = "", m = "", y = ""] =
    /^(?:ngày )?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/iu.exec(said) ??
    /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/iu.exec(said) ??
    []
  return day(`${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`)
}

const day = (text: string): PlainDate.PlainDate | null => (PlainDate.isPlainDate(text) ? text : null)

// Spreadsheets take 1900 for a leap year.
const ofSerial = (serial: number, date1904: boolean): PlainDate.PlainDate | null => {
  if (!Number.isFinite(serial) || serial < 1 || serial > 200_000) return null
  const days = Math.floor(serial)
  return date1904
    ? day(PlainDate.addDays("1904-01-01", days))
    : day(PlainDate.addDays("1900-01-01", days - (days > 59 ? 2 : 1)))
}
