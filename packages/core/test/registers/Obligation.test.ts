import { Catalogue, type Holiday, Obligation, Period, PlainDate, Registers, WorkingDay } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

type Due = NonNullable<Obligation.Obligation["due"]>

const read = (text: string) => Result.getOrThrow(Period.fromText(text, "civil"))
const off = (from: string, to: string, of?: Holiday.Decision["of"]): Holiday.Decision => ({
  from,
  to,
  off: true,
  ...(of === undefined ? {} : { of }),
  source: "lịch nghỉ của năm",
})
const worked = (day: string): Holiday.Decision => ({ from: day, to: day, off: false, source: "lịch nghỉ của năm" })

// What was decided for four years: Tết, the National Day, and the Mondays and Fridays that changed place with a Saturday.
const decisions = [
  off("2023-01-20", "2023-01-26", "tet"),
  off("2023-09-01", "2023-09-04", "national-day"),
  off("2024-02-08", "2024-02-14", "tet"),
  off("2024-04-29", "2024-04-29"),
  worked("2024-05-04"),
  off("2024-08-31", "2024-09-03", "national-day"),
  off("2025-01-25", "2025-02-02", "tet"),
  off("2025-05-02", "2025-05-02"),
  worked("2025-04-26"),
  off("2025-08-30", "2025-09-02", "national-day"),
  off("2026-02-14", "2026-02-22", "tet"),
  off("2026-08-29", "2026-09-02", "national-day"),
  worked("2026-08-22"),
]

describe("Obligation", () => {
  // Through Tết, weekends made up for, long weekends, and Saturdays that are worked.
  it.each<readonly [string, Due, string]>([
    ["2023-M01@nd09", { workingDays: 1 }, "2023-01-16"],
    ["2023-M01@nd09", { workingDays: 4 }, "2023-01-19"],
    ["2023-M01@nd09", { workingDays: 5 }, "2023-01-27"],
    ["2022@civil", { workingDays: 10 }, "2023-01-16"],
    ["2022@civil", { workingDays: 20 }, "2023-02-06"],
    ["2024-M01@civil", { workingDays: 5 }, "2024-02-07"],
    ["2024-M01@civil", { workingDays: 6 }, "2024-02-15"],
    ["2024-M02@nd09", { workingDays: 1 }, "2024-02-15"],
    ["2024@nd09", { dayOfMonth: 25 }, "2024-12-25"],
    ["2024-M02@nd09", { dayOfMonth: 15, roll: "next" }, "2024-02-15"],
    ["2025-M01@nd09", { workingDays: 8 }, "2025-01-24"],
    ["2025-M01@nd09", { workingDays: 9 }, "2025-02-03"],
    ["2025-M01@civil", { workingDays: 1 }, "2025-02-03"],
    ["2024@justice", { workingDays: 3 }, "2024-10-03"],
    ["2025-Q1@civil", { workingDays: 5 }, "2025-04-08"],
    ["2024-M04@nd09", { workingDays: 10 }, "2024-05-02"],
    ["2024-M04@nd09", { workingDays: 11 }, "2024-05-03"],
    ["2024-M04@civil", { workingDays: 1 }, "2024-05-02"],
    ["2024-M04@civil", { workingDays: 2 }, "2024-05-03"],
    ["2024-M04@civil", { workingDays: 3 }, "2024-05-04"],
    ["2025-M04@nd09", { workingDays: 9 }, "2025-04-25"],
    ["2025-M04@civil", { workingDays: 1 }, "2025-05-05"],
    ["2025-M04@nd09", { dayOfMonth: 26, roll: "next" }, "2025-04-26"],
    ["2023-M04@civil", { workingDays: 1 }, "2023-05-04"],
    ["2023-M04@civil", { dayOfMonth: 30, roll: "next" }, "2023-05-04"],
    ["2024-M08@civil", { workingDays: 1 }, "2024-09-04"],
    ["2025-M08@civil", { workingDays: 1 }, "2025-09-03"],
    ["2022-H1@civil", { dayOfMonth: 25, roll: "previous" }, "2022-06-24"],
    ["2022-H1@nd09", { workingDays: 1 }, "2022-06-15"],
    ["2022-H1@nd09", { dayOfMonth: 25, roll: "next" }, "2022-06-27"],
    ["2022-9M@inspectorate", { workingDays: 5 }, "2022-09-21"],
    ["2026-M08@civil", { workingDays: 1 }, "2026-09-03"],
    ["2026-M08@nd09", { dayOfMonth: 22, roll: "next" }, "2026-08-22"],
    ["2022-H1@civil", { days: 5 }, "2022-07-05"],
    ["2022-H1@justice", { dayOfMonth: 5, months: 1, roll: "previous" }, "2022-04-05"],
    ["2022-H1@civil", { workingDays: -3 }, "2022-06-27"],
    ["2026-H1@nd09", { days: 11, roll: "next" }, "2026-06-25"],
    ["2023-M02@civil", { dayOfMonth: 31 }, "2023-02-28"],
  ])("what is owed for %s is due %o: %s", (text, due, day) => {
    expect(Obligation.dueOn({ due }, read(text), decisions)).toBe(day)
  })

  it("gives the sender every day that may yet be decided to be off", () => {
    const within = { due: { workingDays: 1 } }
    expect(Obligation.dueOn(within, read("2024-M02@nd09"))).toBe("2024-02-16")
    expect(Obligation.dueOn(within, read("2024-M02@nd09"), decisions)).toBe("2024-02-15")
    expect(Obligation.dueOn(within, read("2024-M08"))).toBe("2024-09-05")
    expect(Obligation.dueOn(within, read("2024-M08"), decisions)).toBe("2024-09-04")
  })

  it("has no day where none is named, none is stated, or the holidays are not known", () => {
    expect(Obligation.dueOn({}, read("2022-H1"))).toBeNull()
    expect(Obligation.dueOn({ due: { days: 5 } }, read("2022-H1@unstated"))).toBeNull()
    expect(Obligation.dueOn({ due: { workingDays: 5 } }, read("2060"))).toBeNull()
    expect(Obligation.dueOn({ due: { days: 5 } }, read("2060"))).toBe("2061-01-05")
  })

  describe("laws", () => {
    const years = { min: 2007, max: 2048 }
    const half = fc.record({ year: fc.integer(years), index: fc.constantFrom(1, 2) })
    const period = half.map((one) => ({ calendar: "nd09", kind: "half", ...one }) as const)

    it("working days are counted from the day after the last", () => {
      fc.assert(
        fc.property(period, fc.integer({ min: 1, max: 30 }), (p, workingDays) => {
          const due = Obligation.dueOn({ due: { workingDays } }, p) ?? ""
          const last = Period.days(p)!.to
          const between = Array.from({ length: PlainDate.daysBetween(last, due) }, (_, i) =>
            PlainDate.addDays(last, i + 1),
          )
          expect(between.filter((day) => WorkingDay.is(day))).toHaveLength(workingDays)
          expect(WorkingDay.is(due)).toBe(true)
        }),
      )
    })

    it("a day of the month lies in it, and rolls to a working day", () => {
      fc.assert(
        fc.property(period, fc.integer({ min: 1, max: 31 }), fc.nat(8), (p, dayOfMonth, months) => {
          const last = Period.days(p)!.to
          const due = Obligation.dueOn({ due: { dayOfMonth, months } }, p) ?? ""
          expect(due.slice(0, 7)).toBe(PlainDate.addMonths(`${last.slice(0, 7)}-01`, months).slice(0, 7))
          expect(Number(due.slice(8))).toBeLessThanOrEqual(dayOfMonth)
          const [next, before] = (["next", "previous"] as const).map((roll) =>
            Obligation.dueOn({ due: { dayOfMonth, months, roll } }, p),
          )
          expect([WorkingDay.is(next ?? ""), WorkingDay.is(before ?? "")]).toEqual([true, true])
          expect((before ?? "") <= due && due <= (next ?? "")).toBe(true)
        }),
      )
    })
  })

  it("takes the catalogue's decisions where a batch is judged", () => {
    const obligations = country.catalogue.obligations.map((one) => ({ ...one, due: { workingDays: 2 } }))
    const made = (daysOff: ReadonlyArray<Holiday.Decision>) =>
      Result.getOrThrow(Registers.make(country.organisations, { ...country.catalogue, obligations, daysOff }))
    const half = read("2022-H1")
    const dues = (daysOff: ReadonlyArray<Holiday.Decision>) => {
      const registers = made(daysOff)
      return Registers.owed(registers, registers.catalogue.obligations[0]!, {}, half).map(({ due }) => due)
    }
    expect(dues([])).toEqual(["2022-07-04"])
    expect(dues([off("2022-07-01", "2022-07-01"), worked("2022-07-02")])).toEqual(["2022-07-04"])
    expect(dues([off("2022-07-01", "2022-07-01")])).toEqual(["2022-07-05"])
    expect(Catalogue.calendarsOf(made([]).catalogue)).toHaveLength(5)
  })
})
