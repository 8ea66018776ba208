import { readFileSync } from "node:fs"
import { Calendar, Period, PlainDate } from "@danvan/core"
import { arbitrary } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const read = (text: string, calendar = "civil"): Period.Period => Result.getOrThrow(Period.fromText(text, calendar))

// Every period of 2021 to 2023 with its first and last day.
const golden = readFileSync(new URL("./periods.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t") as [string, string, string])

describe("Period", () => {
  it.each(["2022-M06", "2022-Q2", "2022-H1", "2022-9M", "2022-11M", "2022", "2018-08-01/2019-07-31"])(
    "reads %s and writes it back",
    (text) => {
      expect(Period.toId(read(text))).toBe(`${text}@civil`)
    },
  )

  it("keeps a calendar written behind", () => {
    expect(Period.toId(read("2022-H1@nd09"))).toBe("2022-H1@nd09")
    expect(read("2022@justice").calendar).toBe("justice")
  })

  it.each([
    "2022-M13",
    "2022-Q5",
    "2022-H3",
    "2022-H0",
    "22-H1",
    "2022-h1",
    "",
    "2022-H1@mars",
    "2022-H1@civil@civil",
    "2022-9M@nd09",
    "2019-07-31/2018-08-01",
    "2022-02-30/2022-03-01",
    "6 tháng đầu năm 2022",
  ])("refuses %j", (text) => {
    expect(Result.isFailure(Period.fromText(text, "civil"))).toBe(true)
  })

  it.each([
    ["2022-M06@nd09", "2022-05-15", "2022-06-14"],
    ["2022-Q1@nd09", "2021-12-15", "2022-03-14"],
    ["2022-Q4@nd09", "2022-09-15", "2022-12-14"],
    ["2022-H1@nd09", "2021-12-15", "2022-06-14"],
    ["2022-H2@nd09", "2022-06-15", "2022-12-14"],
    ["2022-Q2@nd09", "2022-03-15", "2022-06-14"],
    ["2022-Q3@nd09", "2022-06-15", "2022-09-14"],
    ["2022-9M@inspectorate", "2021-12-15", "2022-09-14"],
    ["2022@nd09", "2021-12-15", "2022-12-14"],
    ["2022-H1@justice", "2021-10-01", "2022-03-31"],
    ["2022@justice", "2021-10-01", "2022-09-30"],
    ["2022-H1@civil", "2022-01-01", "2022-06-30"],
    ["2024-M02@civil", "2024-02-01", "2024-02-29"],
    ["2022-11M@civil", "2022-01-01", "2022-11-30"],
  ])("%s runs from %s to %s", (text, from, to) => {
    expect(Period.days(read(text))).toEqual({ from, to })
  })

  it("has the days that the golden table has, for three years in four calendars", () => {
    const table = golden.map(([text]) => {
      const days = Period.days(read(text))
      return [text, days?.from, days?.to]
    })
    expect(table).toEqual(golden)
    expect(golden).toHaveLength(153)
  })

  it.each(["civil", "nd09", "inspectorate", "justice"])("has no gap and no overlap in those years: %s", (calendar) => {
    const of = (kind: string) =>
      golden
        .filter(([text]) => text.endsWith(`@${calendar}`) && read(text).kind === kind)
        .map(([, from, to]) => [from, to])
    const { start, kinds } = Calendar.get(calendar)!
    const first = `${2021 + start!.yearOffset}-${String(start!.month).padStart(2, "0")}-${String(start!.day).padStart(2, "0")}`
    for (const kind of kinds.filter((one) => !["nine-months", "eleven-months"].includes(one))) {
      let next = first
      for (const [from = "", to = ""] of of(kind)) {
        expect([kind, from]).toEqual([kind, next])
        next = PlainDate.addDays(to, 1)
      }
      expect([kind, next]).toEqual([kind, PlainDate.addMonths(first, 36)])
    }
  })

  it("takes an office's own calendar and the terms of a body, and writes them back", () => {
    const office: Calendar.Calendar = {
      id: "office",
      label: { vi: "lịch của Ban", en: "the office's" },
      start: { yearOffset: -1, month: 12, day: 1 },
      kinds: ["month", "half", "year"],
      source: "thông báo của Ban",
    }
    const term = { body: "mai-district-2000", year: 2020, from: "2020-08-12", to: "2025-08-10" }
    const known = { calendars: [...Calendar.standard, office], terms: [term] }
    const half = Result.getOrThrow(Period.fromText("2022-H1@office", "civil", known))
    expect(Period.days(half)).toEqual({ from: "2021-12-01", to: "2022-05-31" })
    expect(Period.toId(Period.next(half))).toBe("2022-H2@office")
    expect(Period.days(Period.sameLastYear(half))).toEqual({ from: "2020-12-01", to: "2021-05-31" })
    expect(Result.isFailure(Period.fromText("2022-Q1@office", "civil", known))).toBe(true)
    expect(Result.isFailure(Period.fromText("2022-H1@office", "civil"))).toBe(true)
    const whole = Result.getOrThrow(Period.fromText("term:mai-district-2000:2020", "civil", known))
    expect(Period.days(whole)).toEqual({ from: "2020-08-12", to: "2025-08-10" })
    expect(Period.toId(whole)).toBe("term:mai-district-2000:2020@civil")
    expect([Period.toText(whole), Period.toText(whole, "en")]).toEqual(["nhiệm kỳ 2020 - 2025", "the term 2020–2025"])
    expect(Period.contains(whole, read("2022-H1"))).toBe(true)
    expect(Period.toId(Period.previous(whole))).toBe("2015-08-14/2020-08-11@civil")
    expect(Result.isFailure(Period.fromText("term:mai-district-2000:2015", "civil", known))).toBe(true)
  })

  it.each([
    ["2022-Q1", "2022-Q1@civil"],
    ["2022-Q3", "2022-9M@civil"],
    ["2022-M11", "2022-11M@civil"],
    ["2022-M04", "2022-01-01/2022-04-30@civil"],
    ["2022-Q3@nd09", "2021-12-15/2022-09-14@nd09"],
    ["2022-Q4@nd09", "2022@nd09"],
    ["2022-H2@justice", "2022@justice"],
    ["2022-Q3@unstated", "2022-9M@unstated"],
  ])("counts %s from the beginning of its year: %s", (text, id) => {
    const whole = Period.yearToDate(read(text))
    expect(whole && Period.toId(whole)).toBe(id)
  })

  it("has no year to date for free days, nor where nobody states the days", () => {
    expect(Period.yearToDate(read("2022-02-01/2022-03-31"))).toBeNull()
    expect(Period.yearToDate(read("2022-M04@unstated"))).toBeNull()
  })

  it("keeps the last day of a month the last, a year earlier", () => {
    const before = (text: string) => Period.toId(Period.sameLastYear(read(text)))
    expect(before("2025-02-01/2025-02-28")).toBe("2024-02-01/2024-02-29@civil")
    expect(before("2024-02-01/2024-02-29")).toBe("2023-02-01/2023-02-28@civil")
    expect(before("2024-02-10/2024-02-28")).toBe("2023-02-10/2023-02-28@civil")
  })

  it("has no days where the source states none, but a date to look registers up by", () => {
    const period = read("2022-H1@unstated")
    expect(Period.days(period)).toBeNull()
    expect(Period.referenceDate(period)).toBe("2022-06-30")
  })

  it.each([
    ["2022-H1", "6 tháng đầu năm 2022", "the first half of 2022"],
    ["2022-H2", "6 tháng cuối năm 2022", "the second half of 2022"],
    ["2022-Q2", "quý II/2022", "quarter 2 of 2022"],
    ["2022-M06", "tháng 6/2022", "month 6 of 2022"],
    ["2022-9M", "9 tháng năm 2022", "nine months of 2022"],
    ["2022-11M", "11 tháng năm 2022", "eleven months of 2022"],
    ["2022", "năm 2022", "the year 2022"],
    ["2018-08-01/2019-07-31", "từ 01/8/2018 đến 31/7/2019", "from 01/8/2018 to 31/7/2019"],
  ])("says %s as %s", (text, vi, en) => {
    expect(Period.toText(read(text), "vi")).toBe(vi)
    expect(Period.toText(read(text), "en")).toBe(en)
  })

  it("crosses the year", () => {
    expect(Period.toId(Period.next(read("2022-H2")))).toBe("2023-H1@civil")
    expect(Period.toId(Period.previous(read("2022-M01")))).toBe("2021-M12@civil")
    expect(Period.toId(Period.next(read("2022-9M")))).toBe("2023-9M@civil")
    expect(Period.toId(Period.next(read("2022-01-01/2022-01-10")))).toBe("2022-01-11/2022-01-20@civil")
    expect(Period.toId(Period.sameLastYear(read("2022-H1")))).toBe("2021-H1@civil")
    expect(Period.toId(Period.wholeYear(read("2022-Q3") as Period.Regular))).toBe("2022@civil")
  })

  it("compares a free span with a part of a calendar by days", () => {
    expect(Period.contains(read("2022-H1"), read("2022-01-01/2022-03-31"))).toBe(true)
    expect(Period.contains(read("2022-01-01/2022-03-31"), read("2022-Q1"))).toBe(true)
    expect(Period.contains(read("2022-02-01/2022-03-31"), read("2022-Q1"))).toBe(false)
    expect(Period.tiles([read("2022-Q1"), read("2022-04-01/2022-06-30")], read("2022-H1"))).toBe(true)
    expect(Period.overlaps(read("2022-Q1"), read("2022-03-31/2022-04-01"))).toBe(true)
    expect(Period.overlaps(read("2022-H1@unstated"), read("2022-03-31/2022-04-01@unstated"))).toBe(false)
  })

  it("refuses to compare calendars", () => {
    expect(Period.contains(read("2022"), read("2022-H1@nd09"))).toBe(false)
    expect(Period.tiles([read("2022-Q1"), read("2022-Q2@nd09")], read("2022-H1"))).toBe(false)
    expect(Period.Order(read("2022"), read("2022@justice"))).toBe(-1)
  })

  it("asks parts to fill the whole, without gap, overlap or stranger", () => {
    const [q1, q2, h1] = [read("2022-Q1"), read("2022-Q2"), read("2022-H1")]
    expect(Period.tiles([q2, q1], h1)).toBe(true)
    expect(Period.tiles([q1], h1)).toBe(false)
    expect(Period.tiles([q1, q1, q2], h1)).toBe(false)
    expect(Period.tiles([q1, q2, read("2022-Q3")], h1)).toBe(false)
    expect(Period.tiles([], h1)).toBe(false)
  })

  describe("laws", () => {
    it("fromText ∘ toId is the identity", () => {
      fc.assert(
        fc.property(arbitrary.period, (p) => {
          expect(read(Period.toId(p))).toEqual(p)
        }),
      )
    })

    it("so it is for an office's own calendar, which is cut without gap and overlap too", () => {
      fc.assert(
        fc.property(arbitrary.own, ({ calendar, period }) => {
          const known = { ...Calendar.shipped, calendars: [...Calendar.standard, calendar] }
          expect(Result.getOrThrow(Period.fromText(Period.toId(period), "civil", known))).toEqual(period)
          expect(Period.previous(Period.next(period))).toEqual(period)
          expect(Calendar.fault(calendar)).toBeNull()
          const year = Period.wholeYear(period)
          const parts = Array.from({ length: Calendar.counts[period.kind] }, (_, i) => ({ ...period, index: i + 1 }))
          const cut = Calendar.counts[period.kind] * Calendar.months[period.kind] === 12
          expect(Period.tiles(parts, year)).toBe(cut)
          const [own, then] = [Period.days(period)!, Period.days(Period.next(period))!]
          if (cut) expect(then.from).toBe(PlainDate.addDays(own.to, 1))
          expect(Period.contains(year, period)).toBe(true)
        }),
      )
    })

    it("a term of a body comes back from its text", () => {
      fc.assert(
        fc.property(fc.integer({ min: 1930, max: 2100 }), fc.integer({ min: 300, max: 2500 }), (year, length) => {
          const from = `${year}-10-01`
          const term = { body: "mai-district-2000", year, from, to: PlainDate.addDays(from, length) }
          const known = { ...Calendar.shipped, terms: [term] }
          const whole = Result.getOrThrow(Period.fromText(`term:mai-district-2000:${year}`, "civil", known))
          expect(Result.getOrThrow(Period.fromText(Period.toId(whole), "nd09", known))).toEqual(whole)
          expect(Period.days(whole)).toEqual({ from, to: term.to })
        }),
      )
    })

    it("whole months stay whole months a year earlier", () => {
      const month = fc.record({ year: fc.integer({ min: 1996, max: 2100 }), index: fc.integer({ min: 1, max: 12 }) })
      const civil = fc.oneof(
        arbitrary.period.filter(({ calendar }) => calendar === "civil"),
        month.map((of) => ({ calendar: "civil", kind: "month", ...of }) as const),
      )
      fc.assert(
        fc.property(civil, (p) => {
          const span = { calendar: "civil", kind: "span", ...Period.days(p)! } as const
          expect(Period.days(Period.sameLastYear(span))).toEqual(Period.days(Period.sameLastYear(p)))
        }),
      )
    })

    it("the year to date of a period ends with it, and less an earlier one leaves what lies between", () => {
      fc.assert(
        fc.property(
          fc.oneof(
            arbitrary.period,
            arbitrary.own.map(({ period }) => period),
          ),
          (p) => {
            const until = Period.yearToDate(p)
            fc.pre(until !== null)
            expect(Period.contains(until!, p)).toBe(true)
            expect(Period.endOrder(until!, p)).toBe(0)
            if (p.index === 1) expect(until).toEqual(p)
            else {
              const before = Period.yearToDate({ ...p, index: p.index - 1 })
              fc.pre(before !== null)
              expect(Period.accrues(until!, before!, p)).toBe(true)
              expect(Period.accrues(before!, until!, p)).toBe(false)
            }
          },
        ),
      )
    })

    it("next and previous undo each other", () => {
      fc.assert(fc.property(arbitrary.period, (p) => Period.toId(Period.previous(Period.next(p))) === Period.toId(p)))
    })

    it("the next period begins on the day after this one ends, where parts fill the year", () => {
      fc.assert(
        fc.property(arbitrary.period, (p) => {
          const [now, then] = [Period.days(p), Period.days(Period.next(p))]
          fc.pre(now !== null && then !== null && !["nine-months", "eleven-months"].includes(p.kind))
          return Date.parse(then?.from ?? "") - Date.parse(now?.to ?? "") === 86_400_000
        }),
      )
    })

    it("the parts of a year tile it, in every calendar", () => {
      for (const calendar of Calendar.standard) {
        for (const [kind, count] of [
          ["month", 12],
          ["quarter", 4],
          ["half", 2],
        ] as const) {
          const year: Period.Regular = { calendar: calendar.id, kind: "year", year: 2022, index: 1 }
          const parts = Array.from({ length: count }, (_, i) => ({ ...year, kind, index: i + 1 }))
          expect(Period.tiles(parts, year)).toBe(true)
        }
      }
    })

    it("what contains another overlaps it, and order agrees with itself turned round", () => {
      fc.assert(
        fc.property(arbitrary.period, arbitrary.period, (a, b) => {
          if (Period.contains(a, b)) expect(Period.overlaps(a, b)).toBe(true)
          expect(Period.Order(a, b) + Period.Order(b, a)).toBe(0)
          expect(Period.contains(a, a)).toBe(true)
        }),
      )
    })
  })
})
