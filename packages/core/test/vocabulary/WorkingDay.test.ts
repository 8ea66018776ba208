import { Holiday, PlainDate, WorkingDay } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const day = fc
  .date({ min: new Date("2007-02-01T00:00:00Z"), max: new Date("2049-12-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const count = fc.integer({ min: -40, max: 40 })
const swapped: ReadonlyArray<Holiday.Decision> = [
  { from: "2024-04-29", to: "2024-04-29", off: true, source: "2450/VPCP-KGVX (2024)" },
  { from: "2024-05-04", to: "2024-05-04", off: false, source: "2450/VPCP-KGVX (2024)" },
]

describe("WorkingDay", () => {
  it("knows a swapped Monday from the Saturday that is worked for it", () => {
    expect([WorkingDay.is("2024-04-29"), WorkingDay.is("2024-05-04")]).toEqual([true, false])
    expect([WorkingDay.is("2024-04-29", swapped), WorkingDay.is("2024-05-04", swapped)]).toEqual([false, true])
  })

  it("does not answer for a year whose holidays nobody knows", () => {
    expect(WorkingDay.add("2050-12-30", 1)).toBeNull()
    expect(WorkingDay.nearest("2051-01-01", "next")).toBeNull()
    expect(WorkingDay.add("2051-01-01", 0)).toBe("2051-01-01")
  })

  describe("laws", () => {
    it("what is added is a working day, as far away as was said", () => {
      fc.assert(
        fc.property(day, count, (from, n) => {
          const to = WorkingDay.add(from, n) ?? ""
          if (n !== 0) expect(WorkingDay.is(to)).toBe(true)
          const step = n < 0 ? -1 : 1
          let between = 0
          for (let at = from; at !== to;) {
            at = PlainDate.addDays(at, step)
            if (WorkingDay.is(at)) between++
          }
          expect(between).toBe(Math.abs(n))
        }),
      )
    })

    it("no Saturday, Sunday or holiday is one, unless it was decided; and what was decided is so", () => {
      fc.assert(
        fc.property(day, fc.boolean(), (one, off) => {
          const lawful = Holiday.of(Number(one.slice(0, 4)))?.some((holiday) => holiday.day === one)
          expect(WorkingDay.is(one)).toBe(!(PlainDate.weekday(one) >= 6 || lawful === true))
          expect(WorkingDay.is(one, [{ from: one, to: one, off, source: "x" }])).toBe(!off)
        }),
      )
    })

    it("adding in two steps is adding at once, and from a working day there is a way back", () => {
      fc.assert(
        fc.property(day, count, count, (from, a, b) => {
          fc.pre(Math.sign(a) * Math.sign(b) >= 0)
          const once = WorkingDay.add(from, a + b)
          expect(WorkingDay.add(WorkingDay.add(from, a) ?? "", b)).toBe(once)
          const start = WorkingDay.nearest(from, "next") ?? ""
          expect(WorkingDay.add(WorkingDay.add(start, a) ?? "", -a)).toBe(start)
        }),
      )
    })

    it("a further day off never makes a later day earlier", () => {
      fc.assert(
        fc.property(day, fc.nat(40), fc.nat(30), (from, away, n) => {
          const off = PlainDate.addDays(from, away)
          const more = [{ from: off, to: off, off: true, source: "x" }]
          expect((WorkingDay.add(from, n, more) ?? "") >= (WorkingDay.add(from, n) ?? "")).toBe(true)
        }),
      )
    })
  })
})
