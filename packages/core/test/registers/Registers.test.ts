import { load, Period, Registers } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const broken = (change: (files: { organisations: any; catalogue: any }) => void): ReadonlyArray<string> => {
  const files = structuredClone({ organisations: country.organisations, catalogue: country.catalogue })
  change(files)
  const made = Registers.make(files.organisations, files.catalogue)
  return Result.isFailure(made) ? made.failure.map(({ code, pointer }) => `${code} ${pointer}`) : []
}

const office = (changes: object = {}) => ({
  id: "office",
  label: { vi: "lịch của Ban", en: "the office's" },
  start: { yearOffset: -1, month: 12, day: 1 },
  kinds: ["month", "quarter", "half", "year"],
  source: "thông báo của Ban",
  ...changes,
})

describe("Registers", () => {
  it("take an office's own calendar, the terms of a body, and what was decided about days", () => {
    const took = ({ organisations, catalogue }: { organisations: any; catalogue: any }): void => {
      organisations.units[0].terms = [
        { year: 2015, from: "2015-07-01", to: "2020-08-11" },
        { year: 2020, from: "2020-08-12", to: "2025-08-10" },
      ]
      catalogue.calendars = [
        office(),
        office({ id: "end", start: { yearOffset: -1, month: 12, day: 31 }, kinds: ["year"] }),
      ]
      catalogue.indicators[0].calendar = "office"
      catalogue.daysOff = [
        { from: "2025-05-02", to: "2025-05-02", off: true, source: "…" },
        { from: "2025-04-26", to: "2025-04-26", off: false, source: "…" },
      ]
    }
    expect(broken(took)).toEqual([])
    const files = structuredClone({ organisations: country.organisations, catalogue: country.catalogue })
    took(files)
    const registers = Result.getOrThrow(Registers.make(files.organisations, files.catalogue))
    const text = (period: Period.Period | null) => period && Period.toId(period)
    const half = Result.getOrThrow(Registers.period(registers, "2022-H1"))
    const own = Registers.periodOf(registers, registers.catalogue.indicators[0]!, half)
    expect([text(own), own && Period.days(own)]).toEqual(["2022-H1@office", { from: "2021-12-01", to: "2022-05-31" }])
    expect(text(Result.getOrThrow(Registers.period(registers, "term:mai-district-2000:2020")))).toBe(
      "term:mai-district-2000:2020@civil",
    )
    expect(text(Registers.toDate(registers, { ...own!, kind: "quarter", index: 3 } as Period.Regular))).toBe(
      "2021-12-01/2022-08-31@office",
    )
  })

  it("takes faultless files", () => {
    expect(broken(() => {})).toEqual([])
  })

  it.each<readonly [string, (files: { organisations: any; catalogue: any }) => void]>([
    [
      "register.duplicate /organisations/units/1/id",
      ({ organisations }) => (organisations.units[1].id = organisations.units[0].id),
    ],
    [
      "register.reference-unknown /organisations/edges/0/parent",
      ({ organisations }) => (organisations.edges[0].parent = "nobody"),
    ],
    [
      "register.reference-unknown /organisations/successions/0/to/0",
      ({ organisations }) => (organisations.successions[0].to = ["nobody"]),
    ],
    [
      "register.reference-unknown /organisations/units/5/roles/0/of",
      ({ organisations }) => (organisations.units[5].roles[0].of = "nobody"),
    ],
    [
      "register.dates-crossed /organisations/units/0",
      ({ organisations }) => (organisations.units[0].to = "1999-12-31"),
    ],
    [
      "register.cycle /organisations/edges",
      ({ organisations }) =>
        organisations.edges.push({ child: "mai-district-2000", parent: "an-ward-2000", line: "reporting" }),
    ],
    [
      "register.duplicate /catalogue/indicators/1/id",
      ({ catalogue }) => (catalogue.indicators[1].id = "meeting.events"),
    ],
    [
      "register.reference-unknown /catalogue/indicators/0/measure",
      ({ catalogue }) => (catalogue.indicators[0].measure = "stone"),
    ],
    ["register.reference-unknown /catalogue/calendar", ({ catalogue }) => (catalogue.calendar = "mars")],
    [
      "register.reference-unknown /catalogue/rules/0/expression",
      ({ catalogue }) => (catalogue.rules[0].expression.left.ref = "nothing"),
    ],
    [
      "register.reference-unknown /catalogue/rules/0/holds/0",
      ({ catalogue }) => (catalogue.rules[0].holds = ["nothing"]),
    ],
    [
      "register.reference-unknown /catalogue/obligations/1/who/unit",
      ({ catalogue }) => (catalogue.obligations[1].who.unit = "nobody"),
    ],
    [
      "register.reference-unknown /catalogue/obligations/0/indicators/0",
      ({ catalogue }) => (catalogue.obligations[0].indicators[0] = "nothing"),
    ],
    [
      "register.kind-unfit /catalogue/indicators/6/breakdowns",
      ({ catalogue }) => (catalogue.indicators[6].breakdowns = [{ dimension: "field", exhaustive: true }]),
    ],
    ["register.kind-unfit /catalogue/indicators/0/carry", ({ catalogue }) => (catalogue.indicators[0].carry = 3)],
    [
      "register.kind-unfit /catalogue/indicators/0/disjoint",
      ({ catalogue }) => (catalogue.indicators[0].disjoint = "units"),
    ],
    [
      "register.kind-unfit /catalogue/indicators/2/cumulative",
      ({ catalogue }) => (catalogue.indicators[2].cumulative = true),
    ],
    [
      "register.calendar-unfit /catalogue/calendars/0/start",
      ({ catalogue }) => (catalogue.calendars = [office({ start: { yearOffset: 0, month: 2, day: 30 } })]),
    ],
    [
      "register.calendar-unfit /catalogue/calendars/0/start",
      ({ catalogue }) => (catalogue.calendars = [office({ start: { yearOffset: 0, month: 2, day: 29 } })]),
    ],
    [
      "register.calendar-unfit /catalogue/calendars/0/start",
      ({ catalogue }) =>
        (catalogue.calendars = [office({ start: { yearOffset: -1, month: 12, day: 31 }, kinds: ["quarter"] })]),
    ],
    [
      "register.calendar-unfit /catalogue/calendars/1/start",
      ({ catalogue }) =>
        (catalogue.calendars = [office(), office({ id: "other", start: { yearOffset: 0, month: 13, day: 1 } })]),
    ],
    [
      "register.calendar-unfit /catalogue/calendars/0/kinds",
      ({ catalogue }) => (catalogue.calendars = [office({ kinds: ["half", "half"] })]),
    ],
    [
      "register.calendar-unfit /catalogue/calendars/0/kinds",
      ({ catalogue }) => (catalogue.calendars = [office({ kinds: [] })]),
    ],
    [
      "register.duplicate /catalogue/calendars/0/id",
      ({ catalogue }) => (catalogue.calendars = [office({ id: "justice" })]),
    ],
    ["register.duplicate /catalogue/calendars/1/id", ({ catalogue }) => (catalogue.calendars = [office(), office()])],
    [
      "register.reference-unknown /catalogue/indicators/0/calendar",
      ({ catalogue }) => (catalogue.indicators[0].calendar = "mars"),
    ],
    [
      "register.period-lacking /catalogue/obligations/0/indicators/0",
      ({ catalogue }) => {
        catalogue.indicators[0].calendar = "justice"
        catalogue.obligations[0].every = "quarter"
      },
    ],
    [
      "register.due-unfit /catalogue/obligations/0/due",
      ({ catalogue }) => (catalogue.obligations[0].due = { dayOfMonth: 0 }),
    ],
    [
      "register.day-decided-twice /catalogue/daysOff/1",
      ({ catalogue }) =>
        (catalogue.daysOff = [
          { from: "2025-05-01", to: "2025-05-04", off: true, source: "…" },
          { from: "2025-05-02", to: "2025-05-02", off: false, source: "…" },
        ]),
    ],
    [
      "register.dates-crossed /catalogue/daysOff/0",
      ({ catalogue }) => (catalogue.daysOff = [{ from: "2025-05-04", to: "2025-05-01", off: true, source: "…" }]),
    ],
    [
      "register.terms-overlap /organisations/units/0/terms/1",
      ({ organisations }) =>
        (organisations.units[0].terms = [
          { year: 2015, from: "2015-07-01", to: "2020-08-12" },
          { year: 2020, from: "2020-08-12", to: "2025-08-10" },
        ]),
    ],
    [
      "register.terms-overlap /organisations/units/0/terms/1",
      ({ organisations }) =>
        (organisations.units[0].terms = [
          { year: 2015, from: "2015-07-01", to: "2020-08-11" },
          { year: 2015, from: "2020-08-12", to: "2025-08-10" },
        ]),
    ],
    ["key.unknown /catalogue/indicators/0/colour", ({ catalogue }) => (catalogue.indicators[0].colour = "red")],
    ["choice.unknown /catalogue/indicators/0/kind", ({ catalogue }) => (catalogue.indicators[0].kind = "average")],
    ["type.wrong /organisations/asOf", ({ organisations }) => (organisations.asOf = "yesterday")],
    ["choice.unknown /organisations/schema", ({ organisations }) => (organisations.schema = "danvan/organisations@9")],
  ])("finds %s", (finding, change) => {
    expect(broken(change)).toContain(finding)
  })

  it("finds faults in both files at once, and load throws them once, in Vietnamese", () => {
    expect(() => load({}, {})).toThrowError(Registers.RegistersError)
    try {
      load({ ...country.organisations, units: 5 }, { ...country.catalogue, version: 1 })
    } catch (error) {
      expect(error).toBeInstanceOf(Registers.RegistersError)
      const { issues, message } = error as Registers.RegistersError
      expect(issues.map(({ pointer }) => pointer)).toEqual(["/organisations/units", "/catalogue/version"])
      expect(message).toContain("Sai kiểu dữ liệu: cần array, nhận được 5.")
    }
  })

  it("suggests the id that was meant", () => {
    const files = structuredClone(country.catalogue)
    const made = Registers.make(country.organisations, {
      ...files,
      indicators: [{ ...files.indicators[0], measure: "evnt" }],
    })
    expect(Result.isFailure(made) && made.failure[0]?.params["near"]).toBe("event")
  })
})
