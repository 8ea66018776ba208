// The days off that labour law gives everybody, and what was decided about them for a year. Two of them hang on the moon:
// their dates are a table. Which fifth day of Tết and which second day of the National Day are off, and which working days
// change places, is decided year by year: that is data of whoever knows the decision.
import * as PlainDate from "./PlainDate.ts"

/** Festivals with days off, in the order of the law, and where each stands in it. */
export const festivals = {
  "new-year": { label: { vi: "Tết Dương lịch", en: "New Year's Day" }, source: "điểm a" },
  tet: { label: { vi: "Tết Âm lịch", en: "Lunar New Year" }, source: "điểm b" },
  reunification: { label: { vi: "Ngày Chiến thắng", en: "Victory Day" }, source: "điểm c" },
  labour: { label: { vi: "Ngày Quốc tế lao động", en: "Labour Day" }, source: "điểm d" },
  "national-day": { label: { vi: "Quốc khánh", en: "National Day" }, source: "điểm đ" },
  "hung-kings": { label: { vi: "Ngày Giỗ Tổ Hùng Vương", en: "Hùng Kings' Day" }, source: "điểm e" },
  culture: { label: { vi: "Ngày Văn hoá Việt Nam", en: "Day of Vietnamese Culture" }, source: "Nghị quyết 80-NQ/TW" },
} as const

/**
 * Where the festivals stand. That of 24 November is announced by a resolution of 2026; no law that makes it a day off was
 * read, so it is one that has yet to be decided.
 */
export const source = {
  text: "Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1; nghỉ bù: Điều 111 khoản 3",
  before: "Bộ luật Lao động 10/2012/QH13, Điều 115 (từ 1/5/2013); Bộ luật Lao động 1994, Điều 73 (sửa đổi năm 2007)",
  certainty: { text: "stated", before: "high" },
} as const

/** A day off. `sure` is false for a day of which the year's decision has yet to say whether it is off. */
export interface Holiday {
  readonly day: PlainDate.PlainDate
  readonly of: keyof typeof festivals | "decided"
  readonly sure: boolean
}

/**
 * What was decided: days that are off, or worked. Those that are off and `of` a festival stand for all of it in that year,
 * days in lieu included.
 */
export interface Decision {
  readonly from: PlainDate.PlainDate
  readonly to: PlainDate.PlainDate
  readonly off: boolean
  readonly of?: "tet" | "national-day" | "culture"
  readonly source: string
}

// Mùng 1 tháng Giêng and mùng 10 tháng 3, from the year 2000 on. The Vietnamese calendar goes by the moon at UTC+7, so it
// is not always the Chinese one: 2007 and 2030 differ by a day.
// prettier-ignore
const moons: ReadonlyArray<string> = [
  "02-05 04-14", "01-24 04-03", "02-12 04-22", "02-01 04-11", "01-22 04-28",
  "02-09 04-18", "01-29 04-07", "02-17 04-26", "02-07 04-15", "01-26 04-04",
  "02-14 04-23", "02-03 04-12", "01-23 03-31", "02-10 04-19", "01-31 04-09",
  "02-19 04-28", "02-08 04-16", "01-28 04-06", "02-16 04-25", "02-05 04-14",
  "01-25 04-02", "02-12 04-21", "02-01 04-10", "01-22 04-29", "02-10 04-18",
  "01-29 04-07", "02-17 04-26", "02-06 04-16", "01-26 04-04", "02-13 04-23",
  "02-02 04-12", "01-23 04-01", "02-11 04-19", "01-31 04-09", "02-19 04-28",
  "02-08 04-17", "01-28 04-06", "02-15 04-24", "02-04 04-13", "01-24 04-03",
  "02-12 04-20", "02-01 04-10", "01-22 04-29", "02-10 04-19", "01-30 04-07",
  "02-17 04-26", "02-06 04-15", "01-26 04-04", "02-14 04-22", "02-02 04-11",
  "01-23 04-01",
]

/** The years for which the table holds the days of the moon. */
export const years = { from: 2000, to: 1999 + moons.length } as const

const lunar = (year: number): readonly [tet: PlainDate.PlainDate, hungKings: PlainDate.PlainDate] => {
  const [tet = "", hungKings = ""] = (moons[year - years.from] ?? "").split(" ")
  return [`${year}-${tet}`, `${year}-${hungKings}`]
}

/**
 * The days off of a year, in their order, none of them twice; null where the table does not reach. What falls on a
 * Saturday or Sunday is made up for on the next working day (Điều 111 khoản 3). Before anything is decided, each day that
 * the decision may choose is there, not `sure`.
 *
 * @example
 * of(2025)?.filter(({ of }) => of === "hung-kings") // [{ day: "2025-04-07", of: "hung-kings", sure: true }]
 * of(2021)?.filter(({ of, sure }) => of === "national-day" && !sure).map(({ day }) => day) // ["2021-09-01", "2021-09-03"]
 * of(2051) // null
 */
export const of = (year: number, decisions: ReadonlyArray<Decision> = []): ReadonlyArray<Holiday> | null => {
  if (!Number.isInteger(year) || year < years.from || year > years.to) return null
  const here = decisions.filter(({ from, to }) => from.slice(0, 4) <= String(year) && String(year) <= to.slice(0, 4))
  const settled = new Set(here.filter(({ off, from }) => off && from.startsWith(String(year))).map((one) => one.of))
  const lawful = byLaw(year).filter(({ of: festival }) => !settled.has(festival as Decision["of"]))
  const found = new Map<PlainDate.PlainDate, Holiday>()
  for (const { off, from, to, of: festival = "decided" } of here) {
    if (off) for (const day of between(from, to)) found.set(day, { day, of: festival, sure: true })
  }
  for (const one of lawful) if (!found.has(one.day)) found.set(one.day, one)
  const open = new Set(lawful.filter(({ sure }) => !sure).map((one) => one.of))
  for (const { day, of: festival } of lawful) {
    if (!isWeekend(day)) continue
    let later = PlainDate.addDays(day, 1)
    while (isWeekend(later) || found.has(later)) later = PlainDate.addDays(later, 1)
    found.set(later, { day: later, of: festival, sure: !open.has(festival) })
  }
  for (const { off, from, to } of here) if (!off) for (const day of between(from, to)) found.delete(day)
  return [...found.values()].filter(({ day }) => day.startsWith(String(year))).sort((a, b) => (a.day < b.day ? -1 : 1))
}

// Five days of Tết since the code of 2012: one or two before, the rest after. Two for the National Day since that of 2019:
// one beside 2 September.
const byLaw = (year: number): ReadonlyArray<Holiday> => {
  const [tet, hungKings] = lunar(year)
  const one = (day: PlainDate.PlainDate, festival: keyof typeof festivals, sure = true): Holiday => ({
    day,
    of: festival,
    sure,
  })
  const around = (day: PlainDate.PlainDate, by: number): PlainDate.PlainDate => PlainDate.addDays(day, by)
  const open = year >= 2014
  return [
    one(`${year}-01-01`, "new-year"),
    ...(open ? [one(around(tet, -2), "tet", false)] : []),
    ...[-1, 0, 1, 2].map((by) => one(around(tet, by), "tet")),
    ...(open ? [one(around(tet, 3), "tet", false)] : []),
    ...(year >= 2007 ? [one(hungKings, "hung-kings")] : []),
    one(`${year}-04-30`, "reunification"),
    one(`${year}-05-01`, "labour"),
    ...(year >= 2021 ? [one(`${year}-09-01`, "national-day", false)] : []),
    one(`${year}-09-02`, "national-day"),
    ...(year >= 2021 ? [one(`${year}-09-03`, "national-day", false)] : []),
    ...(year >= 2026 ? [one(`${year}-11-24`, "culture", false)] : []),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}

const between = (from: PlainDate.PlainDate, to: PlainDate.PlainDate): ReadonlyArray<PlainDate.PlainDate> => {
  const days: Array<PlainDate.PlainDate> = []
  for (let day = from; day <= to; day = PlainDate.addDays(day, 1)) days.push(day)
  return days
}

/**
 * Whether a day is a Saturday or a Sunday: State bodies work five days (QĐ 188/1999/QĐ-TTg).
 *
 * @example
 * isWeekend("2022-06-25") // true
 */
export const isWeekend = (day: PlainDate.PlainDate): boolean => PlainDate.weekday(day) >= 6
