// A day without clock or time zone, as text `2022-07-27`. Arithmetic is date-fns' in UTC, so that no machine's zone or
// daylight saving moves a day; no `Date` leaves this module.
import { UTCDate } from "@date-fns/utc"
import { addDays as addDaysTo } from "date-fns/addDays"
import { addMonths as addMonthsTo } from "date-fns/addMonths"
import { isValid } from "date-fns/isValid"

/** A day of the Gregorian calendar, `YYYY-MM-DD`, years 1900 to 2199. */
export type PlainDate = string

const pattern = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const toUtc = (date: PlainDate): UTCDate => new UTCDate(`${date}T00:00:00Z`)
const fromUtc = (date: UTCDate): PlainDate => date.toISOString().slice(0, 10)

/**
 * Whether a text is a day that exists.
 *
 * @example
 * isPlainDate("2022-02-30") // false
 */
export const isPlainDate = (text: unknown): text is PlainDate => {
  if (typeof text !== "string" || !pattern.test(text)) return false
  // Every month has 28 days; nothing is made of what needs no calendar.
  if (text < `${text.slice(0, 8)}29`) return true
  const date = toUtc(text)
  return isValid(date) && fromUtc(date) === text
}

/**
 * The day `days` later; negative is earlier.
 *
 * @example
 * addDays("2022-06-30", 1) // "2022-07-01"
 */
export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(addDaysTo(toUtc(date), days))

/**
 * As `addDays`, for many: each day is reckoned once, since most units of a reform share its day.
 *
 * @example
 * shifting(-1)("2025-07-01") // "2025-06-30"
 */
export const shifting = (days: number): ((date: PlainDate) => PlainDate) => {
  const known = new Map<PlainDate, PlainDate>()
  return (date) => {
    let other = known.get(date)
    if (other === undefined) known.set(date, (other = addDays(date, days)))
    return other
  }
}

/**
 * The same day `months` later, or the last day of that month.
 *
 * @example
 * addMonths("2022-08-31", 6) // "2023-02-28"
 */
export const addMonths = (date: PlainDate, months: number): PlainDate => fromUtc(addMonthsTo(toUtc(date), months))

/**
 * The day of the week, 1 for Monday to 7 for Sunday.
 *
 * @example
 * weekday("2022-06-30") // 4
 */
export const weekday = (date: PlainDate): number => ((toUtc(date).getUTCDay() + 6) % 7) + 1

/**
 * How many days lie from one day to another; negative when the other is earlier.
 *
 * @example
 * daysBetween("2022-06-28", "2022-07-01") // 3
 */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / 86_400_000)

/**
 * The last day of the day's month.
 *
 * @example
 * endOfMonth("2024-02-10") // "2024-02-29"
 */
export const endOfMonth = (date: PlainDate): PlainDate => addDays(addMonths(`${date.slice(0, 7)}-01`, 1), -1)

/**
 * Whether a day lies in a stretch of days, both ends included; an absent end is open.
 *
 * @example
 * within("2022-06-30", "2022-01-01", undefined) // true
 */
export const within = (date: PlainDate, from: PlainDate | undefined, to: PlainDate | undefined): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to)

// NĐ 30/2020, phụ lục I, and the samples of HD 36: a zero before days 1–9 and months 1–2 only.
const parts = (date: PlainDate): readonly [day: string, month: string, year: string] => {
  const [year = "", month = "", day = ""] = date.split("-")
  return [day, Number(month) <= 2 ? month : String(Number(month)), year]
}

/**
 * The date line of a document. Zero before days below 10 and before January and February only
 * (NĐ 30/2020, phụ lục I; the samples of HD 36-HD/VPTW).
 *
 * @example
 * toOfficialText("2018-04-03") // "ngày 03 tháng 4 năm 2018"
 */
export const toOfficialText = (date: PlainDate): string => {
  const [day, month, year] = parts(date)
  return `ngày ${day} tháng ${month} năm ${year}`
}

/**
 * A date in running text.
 *
 * @example
 * toText("2021-10-01") // "01/10/2021"
 */
export const toText = (date: PlainDate): string => parts(date).join("/")
