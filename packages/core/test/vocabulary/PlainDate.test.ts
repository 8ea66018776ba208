import { PlainDate } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const date = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

describe("PlainDate", () => {
  it("knows days that exist", () => {
    expect(["2022-02-28", "2024-02-29", "2022-12-31"].every(PlainDate.isPlainDate)).toBe(true)
    expect(
      ["2022-02-29", "2022-13-01", "2022-1-1", "0026-01-01", "2022-02-30T00:00", 20220101, null].some(
        PlainDate.isPlainDate,
      ),
    ).toBe(false)
  })

  it("puts a zero before days below ten and before January and February only", () => {
    expect(PlainDate.toOfficialText("2018-04-03")).toBe("ngày 03 tháng 4 năm 2018")
    expect(PlainDate.toOfficialText("2020-01-05")).toBe("ngày 05 tháng 01 năm 2020")
    expect(PlainDate.toText("2022-07-27")).toBe("27/7/2022")
    expect(PlainDate.toText("2021-10-01")).toBe("01/10/2021")
    expect(PlainDate.toText("2019-02-28")).toBe("28/02/2019")
  })

  it("ends a month where it ends", () => {
    expect(PlainDate.addMonths("2024-01-31", 1)).toBe("2024-02-29")
    expect(PlainDate.addDays("2011-12-29", 1)).toBe("2011-12-30") // a day that Samoa skipped
  })

  it("takes both ends of a stretch in, and an absent end as open", () => {
    expect(PlainDate.within("2022-06-30", "2022-06-30", "2022-06-30")).toBe(true)
    expect(PlainDate.within("2022-06-30", undefined, "2022-06-29")).toBe(false)
    expect(PlainDate.within("2022-06-30", "2022-07-01", undefined)).toBe(false)
  })

  describe("laws", () => {
    it("adding days and taking them away is nothing", () => {
      fc.assert(
        fc.property(
          date,
          fc.integer({ min: -400, max: 400 }),
          (d, n) => PlainDate.addDays(PlainDate.addDays(d, n), -n) === d,
        ),
      )
    })

    it("the next day is later, and one day of milliseconds away", () => {
      fc.assert(
        fc.property(date, (d) => {
          const next = PlainDate.addDays(d, 1)
          return next > d && Date.parse(next) - Date.parse(d) === 86_400_000
        }),
      )
    })
  })
})
