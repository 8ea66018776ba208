// Ten years of one territory, through three laws and two maps: each report with the map, the law and the form of its day.
import { readFileSync } from "node:fs"
import { aggregate, Citation, Issue, load, OrgUnit, Report, report, validate } from "@danvan/core"
import type { Document } from "@danvan/document"
import { describe, expect, it } from "vitest"

const read = (file: string): any => JSON.parse(readFileSync(new URL(`../lam/${file}`, import.meta.url), "utf8"))
const law = (id: string, kind: string, symbol: string, from: string, to?: string) => ({
  id,
  kind,
  symbol,
  from,
  ...(to === undefined ? {} : { to }),
  source: "ví dụ",
  certainty: "high",
})
const organisations = { ...read("organisations.json"), asOf: "2026-12-31" }
const catalogue = {
  ...read("catalogue.json"),
  indicators: read("catalogue.json").indicators.map(({ citation: _citation, ...one }: any) => one),
  citations: [
    law("ordinance", "Pháp lệnh", "34/2007/PL-UBTVQH11", "2007-07-01", "2023-06-30"),
    law("law", "Luật", "10/2022/QH15", "2023-07-01"),
    law("amendment", "Luật", "97/2025/QH15", "2025-07-01"),
  ],
}
// The advisory body of the town reported before that of the province; each is asked for in its own days.
const province = organisations.units.find(({ id }: any) => id === "hong-lam-btgdv")
province.names.unshift({ vi: "Ban Dân vận Tỉnh uỷ Hồng Lam", from: "1996-01-01", to: "2025-02-28" })
province.from = "1996-01-01"
province.symbols.unshift({ symbol: "BDVTU", from: "1996-01-01", to: "2025-02-28" })
province.roles[0].from = "1996-01-01"
const registers = load(organisations, catalogue)

const years = Array.from({ length: 10 }, (_, i) => 2017 + i)
const wards = registers.organisations.units.filter(({ kind }) => kind === "ward")
const sent = years.flatMap((year) =>
  ["H1", "H2"].flatMap((half, h) => {
    const end = `${year}-${h === 0 ? "06" : "12"}-14`
    return wards
      .filter((ward) => OrgUnit.exists(ward, end))
      .map(({ id: subject }, i) => ({
        schema: "danvan/submission@0",
        id: `${subject}-${year}-${half}`,
        revision: 1,
        subject,
        scope: "own",
        period: `${year}-${half}`,
        catalogue: "hong-lam-2025",
        status: "submitted",
        values: { "dialogue.events": year - 2016 + i + h },
      }))
  }),
)
const batch = validate(registers, sent, { expected: "senders" })
const request = (year: number, basis: ReadonlyArray<string>, signedOn: string): Document =>
  report(registers, batch, {
    ...read("year.json"),
    period: String(year),
    basis,
    signedOn,
    number: 1,
    compare: [],
    narratives: { opening: "Có {dialogue.events}." },
  })
const cited = ({ blocks }: Document): ReadonlyArray<string> => [
  ...new Set([...JSON.stringify(blocks).matchAll(/"citation":"(\w+)"/g)].map(([, id]) => id ?? "")),
]

describe("ten years", () => {
  it("make one series of the territory, on the map of each year and on today's alike", () => {
    const series = (map?: string) =>
      years.map((year) => {
        const wanted = { subject: "hong-lam-province", period: String(year), ...(map === undefined ? {} : { map }) }
        const [cell] = aggregate(registers, batch, wanted).cells
        return cell?.value.kind === "quantity" ? [cell.value.n, cell.map.since, cell.remainder.length] : null
      })
    const sums = years.map((year) =>
      sent
        .filter(({ period }) => period.startsWith(String(year)))
        .reduce((sum, one) => sum + one.values["dialogue.events"], 0),
    )
    expect(series().map((one) => one?.[0])).toEqual(sums)
    expect(new Set(series().map((one) => one?.[1]))).toEqual(new Set(["1996-01-01"]))
    expect(series("now")).toEqual(series())
    expect(series("2020-06-30")).toEqual(series())
  })

  it("break for a ward that was made of others: what it was before is partly nobody's", () => {
    const cells = years.map(
      (year) =>
        aggregate(registers, batch, { subject: "lam-son-ward-2025", period: String(year), map: "now" }).cells[0],
    )
    expect(cells.map((cell) => cell?.remainder.length)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1, 0])
  })

  it.each([
    [2022, ["ordinance"], ["law"]],
    [2024, ["law"], ["ordinance", "amendment"]],
    [2026, ["law", "amendment"], ["ordinance"]],
  ])("cite in %i what holds then", (year, right, wrong) => {
    const day = `${year}-12-14`
    const holds = registers.catalogue.citations.filter((one) => Citation.inForce(one, day)).map(({ id }) => id)
    expect(holds).toEqual(right)
    expect(cited(request(year, right, day))).toEqual(right)
    const made = Report.make(
      registers,
      batch,
      { facts: [], origins: [], issues: [] },
      {
        ...read("year.json"),
        period: String(year),
        basis: wrong,
      },
    )
    expect(made._tag === "Success" && made.success.issues.map(({ code }: Issue.Issue) => code)).toEqual(
      wrong.map(() => "report.citation-not-in-force"),
    )
  })

  it("are told again in the form, the names and the map of their day", () => {
    const then = request(2022, ["ordinance"], "2022-12-20")
    const now = request(2026, ["law"], "2026-12-20")
    expect([then.layout.form.id, now.layout.form.id]).toEqual(["party-hd36", "party-hd05"])
    const [before, after] = [JSON.stringify(then), JSON.stringify(now)]
    expect(before).toContain("BDVTU")
    expect(after).toContain("BTGDVTU")
    expect(before).not.toContain("(trước")
    expect(before).toContain("Thị xã Lam")
    expect(after).not.toContain("Thị xã Lam")
    // Made again, they are the same to the letter.
    expect(JSON.stringify(request(2022, ["ordinance"], "2022-12-20"))).toBe(before)
  })
})
