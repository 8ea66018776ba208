import { load, toText, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { standard as catalogue } from "@danvan/registers"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { validateFiles } from "../../src/Checked.ts"
import { address, type Cell, type Table } from "../../src/Table.ts"
import { encode } from "@danvan/workbook/Markup"
import { attributes, tokens } from "../../src/xml/Scanner.ts"
import { splice } from "../../src/xml/Splice.ts"
import { carried } from "../../src/xlsx/CarriedMapping.ts"
import { mark } from "../../src/xlsx/Marking.ts"
import * as Patch from "../../src/xlsx/Patch.ts"
import { read } from "../../src/xlsx/Reader.ts"
import { type Asked, template, templateText } from "../../src/xlsx/Template.ts"
import * as Archive from "../../src/zip/Archive.ts"

const { registers } = country
const ward: Asked = { subject: "an-ward-2000", period: "2022-H1" }
const everything = registers.catalogue.indicators.map(({ id }) => id)
const blank = (asked: Asked = ward): Uint8Array => Result.getOrThrow(template(registers, asked)).bytes
const sheet = "xl/worksheets/sheet1.xml"

const cellsOf = (table: Table | undefined): ReadonlyArray<Cell> =>
  [...(table?.rows ?? [])].flatMap(({ cells }) => cells)

/** Where the cell to fill in stands, by the code of its row. */
const placesOf = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const cells = cellsOf((await read(bytes)).tables[0])
  const codes = cells.find(({ text }) => text === "Mã số" || text === "Code")?.column ?? Number.NaN
  return new Map(cells.filter(({ column }) => column === codes).map(({ text, row }) => [text, address({ row, column: codes - 1 })])) // prettier-ignore
}

/** The form as somebody has filled it in: numbers as numbers, words as texts. */
const filled = async (bytes: Uint8Array, values: Readonly<Record<string, string | number>>): Promise<Uint8Array> => {
  const places = await placesOf(bytes)
  const patch = Patch.of(Archive.open(bytes))
  const source = await patch.read(sheet)
  const wanted = new Map(Object.entries(values).map(([code, value]) => [places.get(code) ?? code, value]))
  const edits = [...tokens(source)].flatMap((token) => {
    if (token.name !== "c" || token.kind === "close") return []
    const [name, style] = [attributes(token).get("r") ?? "", attributes(token).get("s")]
    const value = wanted.get(name)
    if (value === undefined) return []
    // A cell that has a value already is only of the form's own: the number of the sending.
    const to = token.kind === "empty" ? token.to : source.indexOf("</c>", token.from) + 4
    const content = typeof value === "number" ? `<v>${value}</v>` : `<is><t>${encode(value)}</t></is>`
    return [{ from: token.from, to, text: `<c r="${name}" s="${style}"${typeof value === "number" ? "" : ' t="inlineStr"'}>${content}</c>` }] // prettier-ignore
  })
  expect(edits.length).toBe(wanted.size)
  patch.write(sheet, splice(source, edits))
  return patch.toBytes()
}
const checked = async (bytes: Uint8Array) => {
  const file = { name: "an.xlsx", bytes }
  const { intakes, issues, held } = await validateFiles(registers, [file], { expected: "senders" })
  return { input: intakes[0]?.inputs[0] as Record<string, unknown> | undefined, issues, held }
}

const answers = {
  "meeting.events": 2,
  "meeting.turns": "khoảng 40",
  "model.registered": 5,
  "model.registered[field=economy]": 2,
  "model.registered[field=culture]": 3,
  "convention.recognised": 3,
  "convention.recognised#y": 4,
  "member.count": "không phát sinh",
}

describe("Template", () => {
  it("has a row for each series that the unit owes, in the catalogue's order", async () => {
    expect([...(await placesOf(blank())).keys()]).toEqual([
      "Mã số",
      "meeting.events",
      "meeting.turns",
      "member.count",
      "model.registered",
      "model.registered[field=economy]",
      "model.registered[field=culture]",
      "convention.recognised",
      "convention.recognised#y",
      "revision",
      "reason",
    ])
    const texts = cellsOf((await read(blank())).tables[0]).map(({ text }) => text)
    for (const text of [
      "Phường An – 6 tháng đầu năm 2022",
      "Theo Danh mục thử, phiên bản 1.0.0",
      "Cuộc họp",
      "lượt người",
      "Kinh tế",
      "trên tổng số",
    ]) {
      expect(texts).toContain(text)
    }
  })

  it("filled in, it validates as it stands", async () => {
    const { input, issues, held } = await checked(await filled(blank(), answers))
    expect([issues, held]).toEqual([[], []])
    expect(input).toEqual({
      schema: "danvan/submission@0",
      id: "an-ward-2000-2022-H1",
      revision: 1,
      subject: "an-ward-2000",
      scope: "own",
      period: "2022-H1",
      catalogue: "mai-2022",
      status: "submitted",
      values: {
        "meeting.events": 2,
        "meeting.turns": { about: 40 },
        "model.registered": { n: 5, by: { field: { economy: 2, culture: 3 } } },
        "convention.recognised": { x: 3, y: 4 },
      },
      nil: ["member.count"],
    })
  })

  it("takes every word of its lists: reasons why there is no figure, yes and no, a second sending", async () => {
    const asked = { ...ward, indicators: everything, grades: { "unit.grade": ["tốt", "khá"] } }
    const bytes = blank(asked)
    const lists = cellsOf((await read(bytes)).tables[1])
    const words = lists.filter(({ column }) => column === 3).map(({ text }) => text)
    expect(words).toEqual(["không có đối tượng", "không thuộc phạm vi", "chưa thành lập", "đã kết thúc hoạt động", "chưa đến hạn", "không thu thập", "thất lạc", "từ chối cung cấp", "không công bố"]) // prettier-ignore
    const [noObject, remit, , , , notCollected, lost] = words as [string, ...Array<string>]
    const { input, issues } = await checked(
      await filled(bytes, {
        ...answers,
        "meeting.turns": noObject,
        "convention.recognised": remit ?? "",
        "convention.recognised#y": "",
        "plan.attained": 7,
        "plan.attained#y": 5,
        "matter.settled-rate": "87%",
        "unit.grade#tốt": 3,
        "unit.grade#khá": 1,
        "plan.issued": "có",
        "person.reached": notCollected ?? "",
        "situation.remark": "Ổn định.",
        "fund.raised": lost ?? "",
        revision: 2,
        reason: "đính chính số cuộc họp",
      }),
    )
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
    expect(input).toMatchObject({
      revision: 2,
      reason: "đính chính số cuộc họp",
      values: {
        "meeting.turns": { notApplicable: "no-object" },
        "convention.recognised": { notApplicable: "not-in-remit" },
        "plan.attained": { x: 7, y: 5 },
        "matter.settled-rate": { percent: "87" },
        "unit.grade": { grades: { tốt: 3, khá: 1 } },
        "plan.issued": true,
        "person.reached": { missing: "not-collected" },
        "situation.remark": "Ổn định.",
        "fund.raised": { missing: "lost" },
      },
    })
  })

  it("is read by the codes of its rows: moved rows are the same figures", async () => {
    const bytes = await filled(blank(), answers)
    const patch = Patch.of(Archive.open(bytes))
    const source = await patch.read(sheet)
    // Two empty rows put in above the first figure, as somebody does who has lifted the protection.
    const moved = source
      .replace(/<row r="(\d+)"/g, (whole, r: string) => (Number(r) > 6 ? `<row r="${Number(r) + 2}"` : whole))
      .replace(/<c r="([A-Z]+)(\d+)"/g, (whole, c: string, r: string) =>
        Number(r) > 6 ? `<c r="${c}${Number(r) + 2}"` : whole,
      )
    expect(moved).not.toBe(source)
    patch.write(sheet, moved)
    expect((await checked(patch.toBytes())).input).toEqual((await checked(bytes)).input)
  })

  it("a wrong cell is told at its place, can be marked there, and mended it validates; an empty form is nothing sent", async () => {
    const bytes = await filled(blank(), { ...answers, "convention.recognised": 5 })
    const { issues } = await checked(bytes)
    const [issue] = issues
    expect([issue?.code, issue?.source]).toEqual([
      "value.share-exceeds",
      { file: "an.xlsx", sheet: "Số liệu", cell: "D14" },
    ])
    const marked = await mark(bytes, [{ sheet: "Số liệu", cell: "D14", text: "5/4: phần lớn hơn toàn bộ." }])
    expect(marked.obscured).toEqual([])
    const mended = await filled(marked.bytes, { "convention.recognised": 3 })
    expect((await checked(mended)).issues).toEqual([])
    const empty = await checked(blank())
    expect([empty.input, empty.issues.map(({ code }) => code)]).toEqual([undefined, ["file.empty"]])
  })

  it("shows last period's figures: numbers as numbers, words as words", async () => {
    const { accepted } = validate(registers, [country.submission({ values: { "meeting.events": 1500, "meeting.turns": { about: 1800 }, "convention.recognised": { x: 3, y: 4 }, "model.registered": { notApplicable: "ceased" }, "member.count": 100 } })], { expected: "senders" }) // prettier-ignore
    const [previous] = accepted
    const { tables } = await read(blank({ ...ward, period: "2022-H2", ...(previous ? { previous } : {}) }))
    const cells = cellsOf(tables[0])
    const beside = (label: string, column = 4): Cell | undefined => {
      const row = cells.find(({ text }) => text === label)?.row
      return cells.find((cell) => cell.row === row && cell.column === column)
    }
    expect(cells.find(({ row, column }) => row === 6 && column === 4)?.text).toBe("Kỳ trước (6 tháng đầu năm 2022)")
    expect(beside("Cuộc họp")).toMatchObject({ kind: "number", raw: "1500", text: "1.500" })
    expect(beside("Lượt người dự họp")).toMatchObject({ kind: "text", text: "khoảng 1.800" })
    expect(beside("Quy ước được công nhận")?.text).toBe("3")
    expect(beside("trên tổng số")?.text).toBe("4")
    expect(beside("Mô hình đăng ký")?.text).toBe("đã kết thúc hoạt động")
    const { input } = await checked(await filled(blank({ ...ward, period: "2022-H2", ...(previous ? { previous } : {}) }), answers)) // prettier-ignore
    expect(input?.["period"]).toBe("2022-H2")
    expect(Object.keys((input?.["values"] ?? {}) as object)).toHaveLength(4)
  })

  it("locks everything but the cells to fill in, and explains each indicator", async () => {
    const patch = Patch.of(Archive.open(blank()))
    const [source, styles, comments] = await Promise.all([sheet, "xl/styles.xml", "xl/comments1.xml"].map(patch.read))
    expect(source).toContain('<sheetProtection sheet="1"')
    expect(source).toContain('ySplit="6"')
    const xfs = (styles ?? "").split("<cellXfs")[1]?.match(/<xf [^]*?<\/xf>/g) ?? []
    const unlocked = [...tokens(source ?? "")].flatMap((token) => {
      if (token.name !== "c" || token.kind === "close") return []
      const found = attributes(token)
      return xfs[Number(found.get("s"))]?.includes('locked="0"') ? [found.get("r") ?? ""] : []
    })
    const places = await placesOf(blank())
    expect(unlocked.toSorted()).toEqual([...places].filter(([code]) => code !== "Mã số").map(([, at]) => at).toSorted()) // prettier-ignore
    expect(comments).toContain("Không quá 100.000 cuộc.")
  })

  it("law of the standard catalogue: every row of its form is read as the series that it asks for", async () => {
    const standard = load(country.organisations, catalogue)
    const indicators = standard.catalogue.indicators.filter(({ kind }) => kind !== "grade").map(({ id }) => id)
    const asked = { ...ward, period: "2026-H1", indicators }
    const bytes = Result.getOrThrow(template(standard, asked)).bytes
    const [rows, words] = [await placesOf(bytes), new Set(["Mã số", "revision", "reason"])]
    const kinds = new Map(standard.catalogue.indicators.map(({ id, kind }) => [id, kind]))
    const answer = (code: string): string | number => ({ rate: "50%", flag: "có", text: "chữ" })[kinds.get(code) as string] ?? 1 // prettier-ignore
    const codes = [...rows.keys()].filter((code) => !words.has(code))
    expect(codes.length).toBeGreaterThan(400)
    const file = { name: "an.xlsx", bytes: await filled(bytes, Object.fromEntries(codes.map((code) => [code, answer(code)]))) } // prettier-ignore
    const { intakes } = await validateFiles(standard, [file], { expected: "senders" })
    expect(intakes[0]?.issues).toEqual([])
    const [input] = intakes[0]?.inputs ?? []
    const { values } = input as { readonly values: Readonly<Record<string, { readonly by?: object }>> }
    expect(Object.keys(values)).toEqual(indicators)
    const parts = Object.values(values).flatMap(({ by = {} }) => Object.values(by).flatMap((members) => Object.keys(members as object))) // prettier-ignore
    expect(parts.length).toBe(codes.filter((code) => code.includes("[")).length)
  })

  it("in English, too", async () => {
    const bytes = blank({ ...ward, lang: "en" })
    const { input } = await checked(await filled(bytes, { ...answers, "member.count": "nothing happened" }))
    expect(input).toMatchObject({ nil: ["member.count"], values: { "convention.recognised": { x: 3, y: 4 } } })
  })

  it("the same question gives the same bytes", () => {
    expect(blank()).toEqual(blank())
  })

  it("carries the catalogue and its version", async () => {
    expect(carried(await read(blank()))?.json).toMatchObject({
      id: "mai-2022",
      version: "1.0.0",
      subject: "an-ward-2000",
      period: "2022-H1",
    })
  })

  it("says which indicators have no row because nobody said their grades", () => {
    expect(Result.getOrThrow(template(registers, { ...ward, indicators: ["unit.grade", "meeting.events"] })).omitted).toEqual(["unit.grade"]) // prettier-ignore
  })

  it("as CSV it says by its own headings what is what, and validates filled in", async () => {
    const { text, omitted } = Result.getOrThrow(templateText(registers, { ...ward, indicators: everything }))
    expect(omitted).toEqual(["unit.grade"])
    expect(text.split("\r\n").slice(0, 5)).toEqual([
      "\ufeffMã chỉ tiêu;Ghi chú;Đơn vị tính;an-ward-2000",
      "Kỳ báo cáo;;;2022-H1",
      "Lần;;;1",
      "Lý do;;;",
      "meeting.events;Cuộc họp;cuộc;",
    ])
    const said: Readonly<Record<string, string>> = {
      "meeting.events": "2",
      "meeting.turns": "khoảng 1.040",
      "member.count": "không phát sinh",
      "model.registered": "5",
      "model.registered[field=economy]": "2",
      "model.registered[field=culture]": "3",
      "convention.recognised": "3/4",
      "plan.attained": "7/5",
      "matter.settled-rate": "87,5%",
      "plan.issued": "có",
      "person.reached": "12",
      "situation.remark": "Ổn định",
      "fund.raised": "2.500.000",
    }
    const answered = text.replace(
      /^([a-z][^;]*);([^\r\n]*;)$/gm,
      (_, code: string, rest: string) => `${code};${rest}${said[code]}`,
    )
    const file = { name: "an.csv", bytes: new TextEncoder().encode(answered) }
    const { intakes, issues } = await validateFiles(registers, [file], { expected: "senders" })
    expect(issues).toEqual([])
    expect(intakes[0]?.inputs[0]).toMatchObject({
      subject: "an-ward-2000",
      period: "2022-H1",
      revision: 1,
      nil: ["member.count"],
      values: {
        "meeting.events": 2,
        "meeting.turns": { about: 1040 },
        "model.registered": { n: 5, by: { field: { economy: 2, culture: 3 } } },
        "convention.recognised": { x: 3, y: 4 },
        "plan.attained": { x: 7, y: 5 },
        "matter.settled-rate": { percent: "87.5" },
        "plan.issued": true,
        "person.reached": 12,
        "situation.remark": "Ổn định",
        "fund.raised": 2500000,
      },
    })
  })

  it.each([
    ["subject.unknown", { ...ward, subject: "an-ward-2001" }],
    ["period.malformed", { ...ward, period: "2022-H3" }],
    ["period.not-owed", { ...ward, period: "2022-M01" }],
    ["period.not-owed", { ...ward, subject: "mai-district-2000" }],
    ["indicator.unknown", { ...ward, indicators: ["meeting.event"] }],
  ])("fails with %s", (code, asked) => {
    const made = template(registers, asked)
    expect(Result.isFailure(made) && made.failure.code).toBe(code)
  })

  it("says that nobody asks a unit, or for which periods it is asked", () => {
    const said = (asked: object): string => {
      const made = template(registers, { ...ward, ...asked })
      return Result.isFailure(made) ? toText(made.failure, "vi") : ""
    }
    expect(said({ subject: "mai-district-2000" })).toContain("Danh mục không giao đơn vị báo cáo cho kỳ 2022-H1.")
    expect(said({ period: "2022-M01" })).toContain("(kỳ phải báo cáo: 6 tháng)")
  })
})
