// The two places: totals that are conserved, a remainder that is named, reports that say so.
import { readFile } from "node:fs/promises"
import { Aggregate, Aggregator, Issue, OrgUnit, report, Value } from "@danvan/core"
import { plainText, linesOf } from "@danvan/document"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { make, places, total } from "../make.ts"

const lam = await make("lam")
const tayHo = await make("tay-ho")
const maps = ["2024-12-14", "2025-06-30", "2025-07-01", "2025-12-14"]
const wards = (made: typeof lam, map: string): ReadonlyArray<string> =>
  made.registers.organisations.units.flatMap((unit) =>
    unit.kind === "ward" && OrgUnit.exists(unit, map) ? [unit.id] : [],
  )
const told = (values: ReadonlyArray<Value.Value>): string =>
  Value.brief(Result.getOrThrow(Aggregator.overUnits(values.filter(Value.isPresent))))
const text = (document: typeof lam.half): string =>
  [...linesOf(document)].map(([, line]) => plainText(line, document.figures)).join("\n")

describe("thị xã Lam", () => {
  it("is taken without a finding that holds anything back", () => {
    expect(Issue.count(lam.batch.issues).error).toBe(0)
    expect(lam.batch.accepted).toHaveLength(17)
  })

  it("has the same totals on any map, in the half-year that straddles the day and in the year, remainder included", () => {
    for (const period of ["2024", "2025-H1", "2025-H2", "2025"]) {
      const [first, ...others] = maps.map((map) => total(lam, "hong-lam-province", period, { map }))
      for (const other of others)
        expect(other.cells.map(({ value }) => value)).toEqual(first?.cells.map(({ value }) => value))
      for (const map of maps) {
        for (const { indicator, value } of first?.cells ?? []) {
          const cells = wards(lam, map).flatMap(
            (ward) => Aggregate.get(total(lam, ward, period, { map }), { indicator }) ?? [],
          )
          const rest = new Map(
            cells.flatMap(({ remainder }) => remainder.map((one) => [one.unit + one.period, one.value])),
          )
          expect([period, map, indicator, told([...cells.map((cell) => cell.value), ...rest.values()])]).toEqual([
            period,
            map,
            indicator,
            Value.brief(value),
          ])
        }
      }
    }
  })

  it("counts the year as the old wards' first half and the new wards' second", () => {
    const year = total(lam, "hong-lam-province", "2025")
    expect(year.cells.map(({ value }) => Value.brief(value))).toEqual(["33", "2390", "30", "180", "37/43"])
    expect(year.cells[0]?.coverage).toMatchObject({ unitsOwing: 7, cellsOwing: 7, cellsArrived: 7 })
  })

  it("cuts Đồng Lam by its people only when asked, and loses nobody", () => {
    const of = (ward: string, on: object): readonly [string | undefined, number] => {
      const cell = total(lam, ward, "2025", on).cells[0]
      return [cell && Value.brief(cell.value), cell?.remainder.length ?? 0]
    }
    expect([of("lam-son-ward-2025", {}), of("ben-lam-ward-2025", {})]).toEqual([
      ["15", 1],
      ["13", 1],
    ])
    const shares = { shares: "population" }
    expect([of("lam-son-ward-2025", shares), of("ben-lam-ward-2025", shares)]).toEqual([
      ["18", 0],
      ["15", 0],
    ])
    expect(total(lam, "lam-son-ward-2025", "2025", { shares: "population" }).cells[0]?.flags).toContain("estimated")
  })

  it("lets whoever holds the role report, whatever became of the ward", () => {
    const unit = (id: string) => lam.registers.organisations.units.find((one) => one.id === id)!
    expect(OrgUnit.reportsFor(unit("lam-btgdv-2025"), "lam-son-ward-1996", "2025-06-14")).toBe(true)
    expect(OrgUnit.reportsFor(unit("lam-btgdv-2025"), "lam-son-ward-2025", "2025-12-14")).toBe(false)
    expect(OrgUnit.reportsFor(unit("lam-son-front-2025"), "lam-son-ward-2025", "2025-12-14")).toBe(true)
    expect(lam.batch.issues.filter(({ code }) => code === "reporter.not-focal-point")).toEqual([])
  })
})

describe("phường Tây Hồ", () => {
  it("counts Bưởi and itself, and names the figures of the other seven wards", () => {
    const [dialogues] = total(tayHo, "tay-ho-ward-2025", "2025").cells
    expect(dialogues && Value.brief(dialogues.value)).toBe("11")
    expect(dialogues?.remainder.map(({ unit }) => unit)).toEqual([
      "nhat-tan-ward-1996",
      "phu-thuong-ward-1996",
      "quang-an-ward-1996",
      "thuy-khue-ward-1996",
      "tu-lien-ward-1996",
      "xuan-la-ward-1996",
      "yen-phu-ward-1996",
    ])
  })

  it("has another territory since 1/7/2025, and the old district none then", () => {
    expect(total(tayHo, "tay-ho-ward-2025", "2025").map).toEqual({ day: "2025-12-14", since: "2025-07-01" })
    const district = total(tayHo, "tay-ho-district-1996", "2025-H1", { map: "2025-06-30" })
    expect([district.map.since, district.cells[0] && Value.brief(district.cells[0].value)]).toEqual([
      "1996-01-01",
      "19",
    ])
  })

  it("does not compare what cannot be compared, and says so in words", () => {
    expect(text(tayHo.year)).toContain("không so sánh được")
    expect(text(tayHo.year)).toContain("Phường Phú Thượng (trước 01/7/2025)")
  })
})

describe("reports", () => {
  it.each(places)("%s: the words of both are the golden ones", async (place) => {
    const { half, year } = await make(place)
    for (const [name, document] of [
      ["half-year", half],
      ["year", year],
    ] as const) {
      await expect(text(document)).toMatchFileSnapshot(`golden/${place}-${name}.txt`)
    }
  })

  it("say in every table that has units what is not split, and mark it where units stand side by side", async () => {
    const year = JSON.parse(await readFile(new URL("../lam/year.json", import.meta.url), "utf8"))
    for (const appendix of ["by-unit", "annex-dialogues", "each-unit"]) {
      const said = text(report(lam.registers, lam.batch, { ...year, appendices: [appendix] }))
      expect(/\d \*$/m.test(said)).toBe(appendix !== "each-unit")
      expect(said).toContain("Chưa tách được: số của Phường Đồng Lam")
    }
  })
})
