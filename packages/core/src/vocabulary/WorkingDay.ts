// Counting in working days: what lies between two weekends and is no holiday. A day that a decision has yet to settle
// counts as off: a deadline is then the latest that it can be, and nobody is late for a day that may have been free.
import * as Holiday from "./Holiday.ts"
import * as PlainDate from "./PlainDate.ts"

const none: ReadonlyArray<Holiday.Decision> = []

interface Year {
  readonly off: ReadonlySet<PlainDate.PlainDate>
  readonly worked: ReadonlySet<PlainDate.PlainDate>
}

const made = new WeakMap<ReadonlyArray<Holiday.Decision>, Map<number, Year | null>>()

const yearOf = (year: number, decisions: ReadonlyArray<Holiday.Decision>): Year | null => {
  const known = made.get(decisions) ?? new Map<number, Year | null>()
  made.set(decisions, known)
  const before = known.get(year)
  if (before !== undefined) return before
  const holidays = Holiday.of(year, decisions)
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const worked = new Set<PlainDate.PlainDate>()
  for (const { from, to, off } of decisions) {
    if (off) continue
    for (let day = from < first ? first : from; day <= to && day <= last; day = PlainDate.addDays(day, 1))
      worked.add(day)
  }
  const found = holidays && { off: new Set(holidays.map(({ day }) => day)), worked }
  known.set(year, found)
  return found
}

/**
 * Whether a day is worked; null where the holidays of its year are not known.
 *
 * @example
 * is("2022-06-24") // true
 * is("2022-04-11") // false
 * is("2024-05-04", [{ from: "2024-05-04", to: "2024-05-04", off: false, source: "…" }]) // true
 * is("2060-01-05") // null
 */
export const is = (day: PlainDate.PlainDate, decisions: ReadonlyArray<Holiday.Decision> = none): boolean | null => {
  const year = yearOf(Number(day.slice(0, 4)), decisions)
  return year && (year.worked.has(day) || !(Holiday.isWeekend(day) || year.off.has(day)))
}

/**
 * The working day that is so many after a day, so many before it when negative; the day itself for 0. Null where the way
 * leads through a year whose holidays are not known.
 *
 * @example
 * add("2022-06-14", 1) // "2022-06-15"
 * add("2022-04-29", 1) // "2022-05-04"
 * add("2022-06-27", -1) // "2022-06-24"
 */
export const add = (
  day: PlainDate.PlainDate,
  count: number,
  decisions: ReadonlyArray<Holiday.Decision> = none,
): PlainDate.PlainDate | null => {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = PlainDate.addDays(at, step)
    const worked = is(at, decisions)
    if (worked === null) return null
    if (worked) left--
  }
  return at
}

/**
 * The day itself when it is worked, else the next that is, or the one before.
 *
 * @example
 * nearest("2022-06-25", "next") // "2022-06-27"
 * nearest("2022-06-25", "previous") // "2022-06-24"
 */
export const nearest = (
  day: PlainDate.PlainDate,
  way: "next" | "previous",
  decisions: ReadonlyArray<Holiday.Decision> = none,
): PlainDate.PlainDate | null => {
  const worked = is(day, decisions)
  return worked === null || worked ? worked && day : add(day, way === "next" ? 1 : -1, decisions)
}
