// What a spreadsheet program set to Vietnamese shows for a number, by the number format of its cell.
import { format, isDateFormat } from "numfmt"

const locale = { locale: "vi-VN" } as const

// Days from the first day of 1900, as programs count it, to that of 1904.
const from1904 = 1462

/**
 * The number as shown; as it is where the format is not one that programs understand. Dates are never made into a
 * moment: their parts are taken from the serial number.
 *
 * @example
 * shown("d-mmm", 46114, false) // "2-Thg4"
 * shown(null, 1234.5, false) // "1234,5"
 */
export const shown = (code: string | null, value: number, date1904: boolean): string => {
  try {
    const moved = date1904 && code !== null && isDateFormat(code)
    // Its names of months are decomposed.
    return format(code ?? "General", moved ? value + from1904 : value, locale).normalize("NFC")
  } catch {
    return String(value)
  }
}
