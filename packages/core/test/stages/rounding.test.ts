// Parts of a total told in millions: under either policy, in tables unit by unit and in lists.
import { Facts, load, Report, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { check, type Document, type Figure, plainText, type Table } from "@danvan/document"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

type Parts = "largest-remainder" | "as-rounded"
const wards = ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000"] as const

const catalogue = {
  ...country.catalogue,
  dimensions: [
    ...country.catalogue.dimensions,
    {
      id: "fund",
      label: { vi: "Quỹ", en: "Fund" },
      members: ["poor", "children", "other"].map((id) => ({ id, label: { vi: `Quỹ ${id}`, en: id } })),
    },
  ],
  indicators: country.catalogue.indicators.map((one) =>
    one.id === "fund.raised" ? { ...one, breakdowns: [{ dimension: "fund", exhaustive: true }] } : one,
  ),
}

const made = (parts: Parts, amounts: ReadonlyArray<unknown>, rest: object = {}): Document => {
  const rounding = { measure: "dong", in: "million", parts, ...rest }
  const own = {
    schema: "danvan/outlines@0",
    appendices: {
      units: { title: ["Quỹ"], parts: ["figures"], indicators: ["fund.raised", "meeting.events"], rounding },
      list: { title: ["Quỹ"], parts: ["indicators"], indicators: ["fund.raised"], rounding },
    },
    outlines: [
      {
        id: "funds",
        label: { vi: "Quỹ", en: "Funds" },
        extends: "district-half-year",
        sections: [],
        appendices: ["units", "list"],
        onRequest: [],
      },
    ],
  }
  const registers = load(country.organisations, catalogue, { outlines: own })
  const batch = validate(
    registers,
    wards.map((subject, i) =>
      country.submission({ subject, values: { "meeting.events": 2, "fund.raised": amounts[i] } }),
    ),
  )
  const request = {
    schema: "danvan/report@0",
    subject: "mai-district-2000",
    period: "2022-H1",
    outline: "funds",
    issuer: "mai-district-danvan",
    form: "auto",
    kind: "BC",
    number: null,
    signedOn: null,
    place: "Mai",
    signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
    recipients: ["Lưu Ban"],
    narratives: { closing: "Toàn quận vận động {fund.raised}." },
  }
  const facts = Facts.fromValidated(batch)
  const { document } = Report.toDocument(
    registers,
    facts,
    Result.getOrThrow(Report.make(registers, batch, facts, request)),
  )
  expect(check(document)).toEqual([])
  return document
}

const tableOf = (document: Document, key: string): Table => {
  const [appendix] = document.blocks.flatMap((block) => (block.kind === "appendix" && block.id === key ? [block] : []))
  const table = appendix?.blocks.find((block) => block.kind === "table")
  if (table?.kind !== "table") throw new Error(`no table in ${key}`)
  return table
}
const notesOf = (document: Document, key: string): string =>
  tableOf(document, key)
    .notes.map((note) => plainText(note, document.figures))
    .join("\n")

/** The rounded figures of a table as they are printed, those of its foot or total last. */
const toldIn = (document: Document, table: string): ReadonlyArray<Figure> =>
  Object.entries(document.figures).flatMap(([id, figure]) => (id.endsWith(`|in:${table}`) ? [figure] : []))
const numberOf = ({ text }: Figure): number => Number(text.replaceAll(".", "").replace(",", "."))
const exactOf = ({ value }: Figure): number => Number(value)
const isTotal = (figure: Figure): boolean => figure.label.includes("Quận Mai")

const shares = (n: number): { readonly n: number; readonly by: object } => {
  const third = Math.floor(n / 3)
  return { n, by: { fund: { poor: third, children: third, other: n - 2 * third } } }
}
const money = fc.integer({ min: 0, max: 5_000_000_000 })

describe("rounding of a table's numbers", () => {
  it("laws: printed parts come to the printed total, none is off by a unit, exact ones stay the values", () => {
    fc.assert(
      fc.property(fc.tuple(money, money, money), fc.constantFrom(0, 1, 2, 3), (amounts, decimals) => {
        const document = made("largest-remainder", amounts.map(shares), { decimals })
        const unit = 10 ** (6 - decimals)
        for (const table of ["units-figures", "list-table"]) {
          const told = toldIn(document, table)
          const [total, ...none] = told.filter((one) =>
            table === "list-table" ? !one.label.includes("(") : isTotal(one),
          )
          const parts = told.filter((one) => one !== total)
          expect([none, parts.length]).toEqual([[], 3])
          const inUnits = (figure: Figure): number => Math.round(numberOf(figure) * 10 ** decimals)
          expect(parts.reduce((sum, one) => sum + inUnits(one), 0)).toBe(total && inUnits(total))
          for (const one of told) expect(Math.abs(inUnits(one) * unit - exactOf(one))).toBeLessThan(unit)
          expect(parts.reduce((sum, one) => sum + exactOf(one), 0)).toBe(total && exactOf(total))
        }
        expect(Math.abs(exactOf(toldIn(document, "units-figures").find(isTotal)!))).toBe(
          amounts[0] + amounts[1] + amounts[2],
        )
      }),
      { numRuns: Number(process.env["DANVAN_RUNS"] ?? 40) },
    )
  })

  it("serves equal remainders in the order of the table, and says so below", () => {
    const document = made("largest-remainder", [1_500_000, 1_500_000, 1_500_000].map(shares))
    const rows = tableOf(document, "units").body.map((row) => plainText(row.cells[2]?.content ?? [], document.figures))
    expect(rows.slice(0, 3)).toEqual(["2", "2", "1"])
    expect(plainText(tableOf(document, "units").foot[0]?.cells[1]?.content ?? [], document.figures)).toBe("5")
    const said =
      "Số tính bằng triệu đồng đã làm tròn theo số dư lớn nhất, số dư bằng nhau thì theo thứ tự trong bảng, để các số thành phần cộng lại đúng bằng tổng số."
    expect(
      notesOf(document, "units")
        .split("\n")
        .filter((line) => line === said),
    ).toHaveLength(1)
    expect(notesOf(document, "list")).toContain(said)
  })

  it("or rounds each for itself and says that the sum may differ", () => {
    const document = made("as-rounded", [1_500_000, 1_500_000, 1_500_000].map(shares))
    const rows = tableOf(document, "units").body.map((row) => plainText(row.cells[2]?.content ?? [], document.figures))
    expect(rows.slice(0, 3)).toEqual(["2", "2", "2"])
    expect(plainText(tableOf(document, "units").foot[0]?.cells[1]?.content ?? [], document.figures)).toBe("5")
    expect(notesOf(document, "units")).toContain("do làm tròn, các số thành phần cộng lại có thể không bằng tổng số.")
  })

  it("changes neither what is counted in another measure nor running text", () => {
    const document = made("largest-remainder", [1_500_000, 2_000_000, 0].map(shares))
    const heads = tableOf(document, "units")
      .head.at(-1)
      ?.cells.map(({ content }) => plainText(content, {}))
    expect(heads).toEqual(["triệu đồng", "cuộc"])
    const events = tableOf(document, "units").body.map((row) =>
      plainText(row.cells[3]?.content ?? [], document.figures),
    )
    expect(events.slice(0, 3)).toEqual(["2", "2", "2"])
    const text = document.blocks.flatMap((block) =>
      block.kind === "paragraph" ? [plainText(block.content, document.figures)] : [],
    )
    expect(text).toContain("Toàn quận vận động 3.500.000 đồng.")
  })

  it("keeps what is known only roughly as rough, and what is missing as missing", () => {
    const document = made("largest-remainder", [{ about: 1_400_000 }, { missing: "lost" }, 900_000])
    const rows = tableOf(document, "units").body.map((row) => plainText(row.cells[2]?.content ?? [], document.figures))
    expect(rows.slice(0, 3)).toEqual(["khoảng 1", "thất lạc", "1"])
  })
})
