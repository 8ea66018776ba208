import { Calendar, Period } from "@danvan/core"
import { arbitrary } from "@danvan/core/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Calendar", () => {
  it("names the source of each that ships, and finds no fault with it", () => {
    for (const calendar of Calendar.standard) {
      expect([calendar.id, calendar.source.length > 5, Calendar.fault(calendar)]).toEqual([calendar.id, true, null])
    }
    expect(new Set(Calendar.standard.map(({ id }) => id)).size).toBe(Calendar.standard.length)
  })

  describe("laws", () => {
    it("is faultless just when each of its parts begins on the same day of a month, in every year", () => {
      const start = fc.record({
        yearOffset: fc.constantFrom(0 as const, -1 as const),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      fc.assert(
        fc.property(arbitrary.calendar, start, (one, first) => {
          const calendar = { ...one, start: first }
          const starts = calendar.kinds.flatMap((kind) =>
            Array.from({ length: Calendar.counts[kind] }, (_, i) => i * Calendar.months[kind]),
          )
          // 2023 to 2026: three common years and a leap year.
          const right = [2023, 2024, 2025, 2026].every((year) =>
            starts.every((later) => first.day <= new Date(Date.UTC(year, first.month + later, 0)).getUTCDate()),
          )
          expect(Calendar.fault(calendar) === null).toBe(right)
          if (!right) return
          for (const kind of calendar.kinds) {
            const period = { calendar: calendar.id, kind, year: 2024, index: 1, start: first }
            expect(Number(Period.days(period)?.from.slice(8))).toBe(first.day)
          }
        }),
        { numRuns: 300 },
      )
    })
  })
})
