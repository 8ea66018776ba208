// A stretch of a reporting calendar. Kept exemplary: plain values, text in and out, questions as functions, no clock.
import * as Order_ from "effect/Order"
import * as Result from "effect/Result"
import * as Calendar from "./Calendar.ts"
import * as PlainDate from "./PlainDate.ts"

/** A part of a calendar's year: `index` counts from 1 within its kind. `start` is there when the calendar is an office's own. */
export interface Regular {
  readonly calendar: string
  readonly kind: Calendar.PeriodKind
  readonly year: number
  readonly index: number
  readonly start?: Calendar.Start
}

/** Free days, both ends included; `term` names the term of a body that they are. */
export interface Span {
  readonly calendar: string
  readonly kind: "span"
  readonly from: PlainDate.PlainDate
  readonly to: PlainDate.PlainDate
  readonly term?: { readonly body: string; readonly year: number }
}

/** A stretch of time that figures are about. */
export type Period = Regular | Span

/** Days, both ends included. */
export interface Days {
  readonly from: PlainDate.PlainDate
  readonly to: PlainDate.PlainDate
}

const { months, counts } = Calendar
const roman = ["I", "II", "III", "IV"] as const

/**
 * Reads `2022-M06`, `2022-Q2`, `2022-H1`, `2022-9M`, `2022-11M`, `2022`, `2018-08-01/2019-07-31` or
 * `term:tay-ho-district-1996:2020`, with the calendar behind `@` when it is not `calendar`. Fails with the text when it is
 * none of them. An office's own calendars and terms have to be `known` (`Registers.period` sees to that).
 *
 * @example
 * Result.getOrThrow(fromText("2022-H1", "civil")).kind // "half"
 */
export const fromText = (
  text: string,
  calendar: string,
  known: Calendar.Known = Calendar.shipped,
): Result.Result<Period, string> => {
  const [body = "", named, ...more] = text.split("@")
  const own = known.calendars.find(({ id }) => id === (named ?? calendar))
  const period =
    own && more.length === 0 ? (spanOf(body, own) ?? termOf(body, own, known) ?? regularOf(body, own)) : null
  return period ? Result.succeed(period) : Result.fail(text)
}

const spanOf = (body: string, { id: calendar }: Calendar.Calendar): Span | null => {
  const [from, to, ...more] = body.split("/")
  const right = PlainDate.isPlainDate(from) && PlainDate.isPlainDate(to) && from <= to && more.length === 0
  return right ? { calendar, kind: "span", from, to } : null
}

const termOf = (body: string, { id: calendar }: Calendar.Calendar, { terms }: Calendar.Known): Span | null => {
  const term = terms.find((one) => termId(one) === body)
  if (!term) return null
  return { calendar, kind: "span", from: term.from, to: term.to, term: { body: term.body, year: term.year } }
}

const termId = ({ body, year }: NonNullable<Span["term"]>): string => `term:${body}:${year}`

const regularOf = (body: string, { id: calendar, start, kinds }: Calendar.Calendar): Regular | null => {
  const match = /^((?:19|20|21)\d\d)(?:-(?:M(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)|(11M)))?$/.exec(body)
  if (!match) return null
  const at = match.slice(2).findIndex((group) => group !== undefined)
  const kind = at < 0 ? "year" : Calendar.kinds[at]
  if (kind === undefined || !kinds.includes(kind)) return null
  const index = counts[kind] === 1 ? 1 : Number(match[at + 2])
  const own = start === null || Calendar.get(calendar) ? {} : { start }
  return { calendar, kind, year: Number(match[1]), index, ...own }
}

/**
 * The period as text, with its calendar; `fromText` reads it back.
 *
 * @example
 * toId({ calendar: "unstated", kind: "half", year: 2022, index: 1 }) // "2022-H1@unstated"
 */
export const toId = (period: Period): string => `${body(period)}@${period.calendar}`

const body = (period: Period): string => {
  switch (period.kind) {
    case "month":
      return `${period.year}-M${String(period.index).padStart(2, "0")}`
    case "quarter":
      return `${period.year}-Q${period.index}`
    case "half":
      return `${period.year}-H${period.index}`
    case "nine-months":
      return `${period.year}-9M`
    case "eleven-months":
      return `${period.year}-11M`
    case "year":
      return String(period.year)
    case "span":
      return period.term ? termId(period.term) : `${period.from}/${period.to}`
  }
}

/**
 * The period in words.
 *
 * @example
 * toText({ calendar: "civil", kind: "half", year: 2022, index: 2 }, "vi") // "6 tháng cuối năm 2022"
 */
export const toText = (period: Period, lang: "vi" | "en" = "vi"): string => {
  const vi = lang === "vi"
  switch (period.kind) {
    case "month":
      return vi ? `tháng ${period.index}/${period.year}` : `month ${period.index} of ${period.year}`
    case "quarter":
      return vi ? `quý ${roman[period.index - 1]}/${period.year}` : `quarter ${period.index} of ${period.year}`
    case "half":
      if (vi) return `6 tháng ${period.index === 1 ? "đầu" : "cuối"} năm ${period.year}`
      return `the ${period.index === 1 ? "first" : "second"} half of ${period.year}`
    case "nine-months":
      return vi ? `9 tháng năm ${period.year}` : `nine months of ${period.year}`
    case "eleven-months":
      return vi ? `11 tháng năm ${period.year}` : `eleven months of ${period.year}`
    case "year":
      return vi ? `năm ${period.year}` : `the year ${period.year}`
    case "span": {
      if (period.term) {
        const [first, last] = [period.term.year, year(period)]
        return vi ? `nhiệm kỳ ${first} - ${last}` : `the term ${first}–${last}`
      }
      const [from, to] = [PlainDate.toText(period.from), PlainDate.toText(period.to)]
      return vi ? `từ ${from} đến ${to}` : `from ${from} to ${to}`
    }
  }
}

/**
 * The days of a period; null where its calendar states none.
 *
 * @example
 * days(H1) // { from: "2022-01-01", to: "2022-06-30" }
 * days({ calendar: "nd09", kind: "half", year: 2022, index: 1 }) // { from: "2021-12-15", to: "2022-06-14" }
 */
export const days = (period: Period): Days | null => {
  if (period.kind === "span") return { from: period.from, to: period.to }
  const start = period.start ?? Calendar.get(period.calendar)?.start
  return start ? cut(period, start) : null
}

const cut = (period: Regular, start: Calendar.Start): Days => {
  const pad = (n: number): string => String(n).padStart(2, "0")
  const first = `${period.year + start.yearOffset}-${pad(start.month)}-${pad(start.day)}`
  const from = PlainDate.addMonths(first, monthsBefore(period))
  return { from, to: PlainDate.addDays(PlainDate.addMonths(first, monthsBefore(period) + months[period.kind]), -1) }
}

const monthsBefore = (period: Regular): number => months[period.kind] * (period.index - 1)

/**
 * The day by which registers are looked up: the last of the period, or of the same stretch of the civil year where the
 * calendar states no days. Only for look-ups; it never becomes a figure's date.
 *
 * @example
 * referenceDate({ calendar: "unstated", kind: "half", year: 2022, index: 1 }) // "2022-06-30"
 */
export const referenceDate = (period: Period): PlainDate.PlainDate =>
  (days(period) ?? cut(period as Regular, { yearOffset: 0, month: 1, day: 1 })).to

/**
 * The year of a regular period, or the one in which a span ends.
 *
 * @example
 * year(H1) // 2022
 */
export const year = (period: Period): number => (period.kind === "span" ? Number(period.to.slice(0, 4)) : period.year)

// A regular period as months of its calendar, so that questions have an answer without days.
const stretch = (period: Regular): readonly [from: number, to: number] => {
  const from = period.year * 12 + monthsBefore(period)
  return [from, from + months[period.kind]]
}

/**
 * The period of the same kind that follows; a span, be it a term, is followed by as many days.
 *
 * @example
 * toId(next(H2)) // "2023-H1@civil"
 */
export const next = (period: Period): Period => shift(period, 1)

/**
 * The period of the same kind that comes before.
 *
 * @example
 * toId(previous(Q1)) // "2021-Q4@civil"
 */
export const previous = (period: Period): Period => shift(period, -1)

const shift = (period: Period, by: 1 | -1): Period => {
  if (period.kind === "span") {
    const length = PlainDate.daysBetween(period.from, period.to) + 1
    return {
      calendar: period.calendar,
      kind: "span",
      from: PlainDate.addDays(period.from, by * length),
      to: PlainDate.addDays(period.to, by * length),
    }
  }
  const count = counts[period.kind]
  const at = period.year * count + (period.index - 1) + by
  return { ...period, year: Math.floor(at / count), index: (at % count) + 1 }
}

/**
 * The same stretch a year earlier: *cùng kỳ*. Free days keep their day of the month, and the last day of a month stays the
 * last.
 *
 * @example
 * toId(sameLastYear(H1)) // "2021-H1@civil"
 */
export const sameLastYear = (period: Period): Period => {
  if (period.kind !== "span") return { ...period, year: period.year - 1 }
  const { calendar, from, to } = period
  const before = PlainDate.addMonths(to, -12)
  const last = PlainDate.endOfMonth(to) === to ? PlainDate.endOfMonth(before) : before
  return { calendar, kind: "span", from: PlainDate.addMonths(from, -12), to: last }
}

/**
 * The whole year that a regular period belongs to.
 *
 * @example
 * toId(wholeYear(H1)) // "2022@civil"
 */
export const wholeYear = (period: Regular): Regular => ({ ...period, kind: "year", index: 1 })

/**
 * From the beginning of its year to the end of the period: *luỹ kế từ đầu năm*. A part of its calendar where that is cut
 * so (`kinds`, by default those of the shipped calendar), else free days; null for free days, and where the calendar
 * states no days that they could be.
 *
 * @example
 * toId(yearToDate({ ...Q2, index: 3 })) // "2022-9M@civil"
 * toId(yearToDate({ ...Q2, calendar: "nd09", index: 3 })) // "2021-12-15/2022-09-14@nd09"
 */
export const yearToDate = (
  period: Period,
  kinds: ReadonlyArray<Calendar.PeriodKind> = Calendar.get(period.calendar)?.kinds ?? Calendar.kinds,
): Period | null => {
  if (period.kind === "span") return null
  if (period.index === 1) return period
  const length = months[period.kind] * period.index
  const kind = kinds.find((one) => months[one] === length)
  if (kind) return { ...period, kind, index: 1 }
  const [whole, own] = [days(wholeYear(period)), days(period)]
  return whole && own && { calendar: period.calendar, kind: "span", from: whole.from, to: own.to }
}

/**
 * The period of the same kind and number in another calendar, null where that has none such; free days stay what they are.
 * The first half-year of justice is not the State's: this says what belongs to what in a report, not what equals what.
 *
 * @example
 * toId(inCalendar(H1, Calendar.get("justice"))) // "2022-H1@justice"
 * inCalendar(Q1, Calendar.get("justice")) // null
 */
export const inCalendar = (period: Period, { id, kinds, start }: Calendar.Calendar): Period | null => {
  if (period.kind === "span") return period
  if (!kinds.includes(period.kind)) return null
  const { kind, year: ofYear, index } = period
  const own = start === null || Calendar.get(id) ? {} : { start }
  return { calendar: id, kind, year: ofYear, index, ...own }
}

/**
 * Whether the second lies inside the first; periods of two calendars never do.
 *
 * @example
 * contains(H1, Q2) // true
 * contains(H1, { ...Q2, calendar: "nd09" }) // false
 */
export const contains = (outer: Period, inner: Period): boolean => {
  const [a, b] = ends([outer, inner])
  return a !== null && b !== null && a !== undefined && b !== undefined && a[0] <= b[0] && b[1] <= a[1]
}

/**
 * Whether the second is a shorter beginning of the first, as the first quarter is of the half-year: then a cumulative
 * figure of the first includes the second's.
 *
 * @example
 * beginsWith(H1, Q1) // true
 * beginsWith(H1, Q2) // false
 */
export const beginsWith = (outer: Period, inner: Period): boolean => {
  const [a, b] = ends([outer, inner])
  return a !== null && b !== null && a !== undefined && b !== undefined && a[0] === b[0] && b[1] < a[1]
}

/**
 * Whether the second ends with the first, or before it by so many months at most; periods of two calendars never do.
 *
 * @example
 * endsWithin(H1, Q1, 3) // true
 * endsWithin(H1, Q1, 2) // false
 * endsWithin(Q1, H1, 3) // false
 */
export const endsWithin = (last: Period, earlier: Period, most: number): boolean => {
  if (last.calendar !== earlier.calendar) return false
  if (last.kind !== "span" && earlier.kind !== "span") {
    const apart = stretch(last)[1] - stretch(earlier)[1]
    return apart >= 0 && apart <= most
  }
  const [a, b] = [days(last), days(earlier)]
  // From the first day after: a month from the end of February ends with March.
  const after = (day: PlainDate.PlainDate): PlainDate.PlainDate => PlainDate.addDays(day, 1)
  return a !== null && b !== null && b.to <= a.to && after(a.to) <= PlainDate.addMonths(after(b.to), most)
}

/**
 * Whether the two share time; periods of two calendars never do.
 *
 * @example
 * overlaps(H1, Q2) // true
 * overlaps(Q1, Q2) // false
 */
export const overlaps = (one: Period, other: Period): boolean => {
  const [a, b] = ends([one, other])
  return a !== null && b !== null && a !== undefined && b !== undefined && a[0] < b[1] && b[0] < a[1]
}

/**
 * Whether a day lies in a period and is not its first: what changes on that day divides the period. False where no days
 * are stated.
 *
 * @example
 * straddles({ ...H2, year: 2025, calendar: "nd09" }, "2025-07-01") // true
 * straddles({ ...H2, year: 2025 }, "2025-07-01") // false
 */
export const straddles = (period: Period, day: PlainDate.PlainDate): boolean => {
  const these = days(period)
  return these !== null && these.from < day && day <= these.to
}

/**
 * Whether the parts fill the whole exactly: no gap, no overlap, no other calendar.
 *
 * @example
 * tiles([Q1, Q2], H1) // true
 */
export const tiles = (parts: ReadonlyArray<Period>, whole: Period): boolean => {
  const [goal, ...pieces] = ends([whole, ...parts])
  if (!goal || pieces.length === 0) return false
  let at = goal[0]
  for (const piece of pieces.sort((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0))) {
    if (!piece || piece[0] !== at) return false
    at = piece[1]
  }
  return at === goal[1]
}

/**
 * Whether a period is what the first has beyond the second, a shorter beginning of it.
 *
 * @example
 * leaves(H1, Q1, Q2) // true
 * leaves(H1, Q2, Q1) // false
 */
export const leaves = (until: Period, before: Period, period: Period): boolean =>
  beginsWith(until, before) && tiles([before, period], until)

/**
 * The same, where both count from the beginning of the year: then the cumulative figure of the first less that of the second
 * is the period's.
 *
 * @example
 * accrues(H1, Q1, Q2) // true
 * accrues(H2, { ...Q2, index: 3 }, { ...Q2, index: 4 }) // false
 */
export const accrues = (until: Period, before: Period, period: Period): boolean =>
  (before.kind === "span" || before.index === 1) && leaves(until, before, period)

const epoch = "2000-01-01"

type Ends = readonly [from: number, to: number]

// Comparable ends, the second excluded: months of the calendar where all are regular, days where one is a span; null
// where the calendar has none, or is not the first one's.
const ends = (periods: ReadonlyArray<Period>): Array<Ends | null> => {
  const inDays = periods.some((period) => period.kind === "span")
  return periods.map((period) => {
    if (period.calendar !== periods[0]?.calendar) return null
    if (!inDays && period.kind !== "span") return stretch(period)
    const these = days(period)
    return these && [PlainDate.daysBetween(epoch, these.from), PlainDate.daysBetween(epoch, these.to) + 1]
  })
}

/**
 * By calendar, then by beginning, then by end.
 *
 * @example
 * [H2, Q2, H1, Q1].toSorted(Order) // [Q1, H1, Q2, H2]
 */
export const Order: Order_.Order<Period> = Order_.make((a, b) => {
  if (a.calendar !== b.calendar) return a.calendar < b.calendar ? -1 : 1
  const [p, q] = ends([a, b])
  const difference = (p?.[0] ?? 0) - (q?.[0] ?? 0) || (p?.[1] ?? 0) - (q?.[1] ?? 0)
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
})

/**
 * By end; 0 for periods of one calendar that end together.
 *
 * @example
 * endOrder(H1, Q2) // 0
 */
export const endOrder: Order_.Order<Period> = Order_.make((a, b) => {
  if (a.calendar !== b.calendar) return a.calendar < b.calendar ? -1 : 1
  const [p, q] = ends([a, b])
  const difference = (p?.[1] ?? 0) - (q?.[1] ?? 0)
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
})
