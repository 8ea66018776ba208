import { Holiday, PlainDate } from "@danvan/core"
import { describe, expect, it } from "vitest"

const days = (year: number, decisions?: ReadonlyArray<Holiday.Decision>) =>
  (Holiday.of(year, decisions) ?? []).map(({ day }) => day)
const decided = (from: string, to: string, of?: Holiday.Decision["of"]): Holiday.Decision => ({
  from,
  to,
  off: true,
  ...(of === undefined ? {} : { of }),
  source: "quyết định của năm",
})

// When the moon is new, in days of the Julian count at UTC+7, by the series for the mean new moon and its largest terms
// (Meeus, Astronomical Algorithms, chapter 49). Good to a few minutes: no new moon of the table is that close to midnight.
const newMoon = (k: number): number => {
  const T = k / 1236.85
  const rad = Math.PI / 180
  const jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * T * T
  const E = 1 - 0.002516 * T
  const M = (2.5534 + 29.1053567 * k) * rad
  const L = (201.5643 + 385.81693528 * k + 0.0107582 * T * T) * rad
  const F = (160.7108 + 390.67050284 * k - 0.0016118 * T * T) * rad
  const terms =
    -0.4072 * Math.sin(L) +
    0.17241 * E * Math.sin(M) +
    0.01608 * Math.sin(2 * L) +
    0.01039 * Math.sin(2 * F) +
    0.00739 * E * Math.sin(L - M) -
    0.00514 * E * Math.sin(L + M) +
    0.00208 * E * E * Math.sin(2 * M) -
    0.00111 * Math.sin(L - 2 * F)
  const deltaT = (62.92 + 0.32217 * (T * 100) + 0.005589 * (T * 100) ** 2) / 86400
  return jde + terms - deltaT + 7 / 24
}
const julian = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 2440587.5
const moons = Array.from({ length: 700 }, (_, i) => newMoon(i - 2))
const isNewMoon = (day: string): boolean => moons.some((moon) => moon >= julian(day) && moon < julian(day) + 1)

describe("Holiday", () => {
  it("knows the days of 2022, weekends made up for", () => {
    expect(Holiday.of(2022)?.filter(({ sure }) => sure)).toEqual([
      { day: "2022-01-01", of: "new-year", sure: true },
      { day: "2022-01-03", of: "new-year", sure: true },
      { day: "2022-01-31", of: "tet", sure: true },
      { day: "2022-02-01", of: "tet", sure: true },
      { day: "2022-02-02", of: "tet", sure: true },
      { day: "2022-02-03", of: "tet", sure: true },
      { day: "2022-04-10", of: "hung-kings", sure: true },
      { day: "2022-04-11", of: "hung-kings", sure: true },
      { day: "2022-04-30", of: "reunification", sure: true },
      { day: "2022-05-01", of: "labour", sure: true },
      { day: "2022-05-02", of: "reunification", sure: true },
      { day: "2022-05-03", of: "labour", sure: true },
      { day: "2022-09-02", of: "national-day", sure: true },
    ])
  })

  it("leaves open what a year's decision chooses", () => {
    const open = (year: number) => Holiday.of(year)?.flatMap(({ day, sure }) => (sure ? [] : [day]))
    expect(open(2021)).toEqual(["2021-02-10", "2021-02-15", "2021-02-16", "2021-02-17", "2021-09-01", "2021-09-03"])
    expect(open(2012)).toEqual([])
    expect(open(2014)).toEqual(["2014-01-29", "2014-02-03", "2014-02-04", "2014-02-05"])
    expect(open(2026)?.at(-1)).toBe("2026-11-24")
  })

  it("takes a decision in place of all of its festival", () => {
    // Two days before, three after, and two in lieu of the weekend between.
    const tet = decided("2024-02-08", "2024-02-14", "tet")
    const here = Holiday.of(2024, [tet])?.filter(({ of }) => of === "tet")
    expect(here?.map(({ day, sure }) => [day.slice(8), sure])).toEqual(
      ["08", "09", "10", "11", "12", "13", "14"].map((day) => [day, true]),
    )
    const second = decided("2024-09-02", "2024-09-03", "national-day")
    expect(days(2024, [tet, second]).filter((day) => day.startsWith("2024-09"))).toEqual(["2024-09-02", "2024-09-03"])
    // The one of another year leaves this year open.
    expect(days(2023, [tet])).toEqual(days(2023))
  })

  it("adds days that are swapped, and takes away those that are worked", () => {
    const swap = [
      decided("2025-05-02", "2025-05-02"),
      { from: "2025-04-30", to: "2025-04-30", off: false, source: "giả định" },
    ]
    expect(days(2025, swap).filter((day) => day.startsWith("2025-05") || day.startsWith("2025-04-3"))).toEqual([
      "2025-05-01",
      "2025-05-02",
    ])
  })

  it("knows the years of its table, and no others", () => {
    expect(Holiday.years).toEqual({ from: 2000, to: 2050 })
    expect([1999, 2051, 2022.5].map((year) => Holiday.of(year))).toEqual([null, null, null])
    expect(days(2006)).not.toContain("2006-04-07")
    expect(days(2007)).toContain("2007-04-26")
    expect(days(2020)).not.toContain("2020-09-01")
  })

  describe("laws", () => {
    it("Tết, and nine days before the Hùng Kings' Day, are days of a new moon in Vietnam", () => {
      for (let year = 2007; year <= Holiday.years.to; year++) {
        const found = Holiday.of(year) ?? []
        // The second of the four days that are sure.
        const tet = found.filter(({ of, sure }) => of === "tet" && sure)[1]?.day ?? ""
        const kings = found.find(({ of }) => of === "hung-kings")?.day ?? ""
        expect([year, tet, isNewMoon(tet)]).toEqual([year, tet, true])
        expect([year, kings, isNewMoon(PlainDate.addDays(kings, -9))]).toEqual([year, kings, true])
        const months = Math.round(PlainDate.daysBetween(tet, kings) / 29.53)
        expect([year, months === 2 || (months === 3 && [2023, 2042].includes(year))]).toEqual([year, true])
      }
    })

    it("in every year each day is named once, in order, and no day in lieu falls on a weekend or another day off", () => {
      for (let year = Holiday.years.from; year <= Holiday.years.to; year++) {
        const found = days(year)
        expect(found).toEqual([...new Set(found)].sort())
        expect(found.every((day) => PlainDate.isPlainDate(day) && day.startsWith(String(year)))).toBe(true)
        const lieu = (Holiday.of(year) ?? []).filter(({ day, of }, i, all) =>
          all.slice(0, i).some((one) => one.of === of && Holiday.isWeekend(one.day) && one.day < day),
        )
        expect(found.filter(Holiday.isWeekend).length === 0 || lieu.length > 0).toBe(true)
        const weekend = found.filter(Holiday.isWeekend).length
        expect(found.length - weekend).toBeGreaterThanOrEqual(year >= 2007 ? 9 : 8)
      }
    })
  })
})
