// Every code that reading files may give has a bad file here; every bad file gives that one code, at its place, with
// words in both languages; the good files give none.
import { Issue, Mapping, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type Checked, validateFiles } from "@danvan/intake"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { type Content, latin1, utf16, utf8, windows1258, xlsx } from "./bytes.ts"

const { registers } = country
const given = { period: "2022-H1" }
const check = (name: string, bytes: Uint8Array, options: Checked.Options = {}) =>
  validateFiles(registers, [{ name, bytes }], { expected: "senders", given, ...options })

// What was owed and not sent is told of every short table; it is not what these tests are about.
const found = async (name: string, bytes: Uint8Array, options?: Checked.Options) =>
  (await check(name, bytes, options)).issues.filter(({ code }) => code !== "value.not-sent")

const submission = JSON.stringify(country.submission(), null, 2)
const csv = (...lines: ReadonlyArray<string>): Uint8Array => utf8(`${lines.join("\n")}\n`)
const head: ReadonlyArray<Content> = ["Đơn vị", "Cuộc họp", "Quy ước được công nhận"]

// Two wards of which the register has one name: for a name that means both.
const twoAn = (() => {
  const units = country.organisations.units.map((unit) =>
    unit.id === "binh-ward-2000" ? { ...unit, names: [{ vi: "Phường An", short: "An", from: "2000-01-01" }] } : unit,
  )
  return { ...registers, organisations: { ...registers.organisations, units } as typeof registers.organisations }
})()

const twoLabels = (() => {
  const indicators = registers.catalogue.indicators.map((one) =>
    one.id === "meeting.turns" ? { ...one, label: { vi: "Cuộc họp", en: "Turns" } } : one,
  )
  return { ...registers, catalogue: { ...registers.catalogue, indicators } }
})()

type Bad = readonly [
  code: Issue.IssueCode,
  name: string,
  bytes: Uint8Array,
  source: Omit<Issue.Source, "file">,
  more?: { readonly says?: string; readonly options?: Checked.Options; readonly registers?: typeof registers },
]

const bad: ReadonlyArray<Bad> = [
  ["file.empty", "a.csv", utf8(" \r\n"), {}],
  ["file.empty", "a.json", new Uint8Array(0), {}],
  ["file.empty", "a.json", utf8("[]"), {}],
  ["file.empty", "a.csv", csv("Đơn vị;Cuộc họp", "Phường An;", "Phường Bình;"), {}],
  ["file.format-unsupported", "a.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), {}, { says: "mật khẩu" }],
  ["file.format-unsupported", "a.csv", utf8("%PDF-1.7\n"), {}, { says: "PDF" }],
  ["file.format-unsupported", "a.xls", utf8("<html><table><tr><td>5</td></tr></table></html>"), {}, { says: "HTML" }],
  ["file.format-unsupported", "a.csv", Uint8Array.from([1, 0, 0, 2, 0, 0, 3, 0, 200]), {}, { says: "nhị phân" }],
  ["file.damaged", "a.xlsx", xlsx([head, ["Phường An", 5, "3/4"]]).subarray(0, 900), {}, { says: "cắt ngang" }],
  ["file.limit-exceeded", "a.csv", csv("Đơn vị;Cuộc họp", "Phường An;5"), {}, { options: { limits: { bytes: 10 } } }],
  [
    "file.inert",
    "a.xlsx",
    xlsx([head, ["Phường An", 5, "3/4"]], { parts: { "xl/vbaProject.bin": "x" } }),
    {},
    { says: "macro" },
  ],
  ["encoding.unsupported", "a.json", utf16(submission), {}, { says: "UTF-16LE" }],
  [
    "encoding.unsupported",
    "a.json",
    windows1258('{"name": "Phường Nhật Tân, Quận Tây Hồ"}'),
    {},
    { says: "windows-1258" },
  ],
  ["encoding.unsupported", "a.csv", latin1("Größe;Straße\nMüller;5\n"), {}, { says: "không nhận ra" }],
  ["encoding.converted", "a.csv", utf16("Đơn vị\tCuộc họp\r\nPhường An\t5\r\n"), {}, { says: "UTF-16LE" }],
  ["encoding.converted", "a.csv", windows1258("Đơn vị;Cuộc họp\nPhường An;5\n"), {}, { says: "windows-1258" }],
  [
    "encoding.legacy-font",
    "a.csv",
    latin1("§¬n vÞ;Cuéc häp\nPh­êng An;5\n"),
    { line: 1, column: 1 },
    { says: "“Đơn vị”" },
  ],
  [
    "encoding.legacy-font",
    "a.csv",
    latin1("Ñôn vò;Cuoäc hoïp\nPhöôøng An;5\n"),
    { line: 1, column: 1 },
    { says: "VNI: “Ñôn vò” có lẽ là “Đơn vị”" },
  ],
  [
    "encoding.legacy-font",
    "a.xlsx",
    xlsx([head, ["Ph­êng An", 5, "3/4"], ["Ph­êng B×nh", 5, "3/4"]]),
    { sheet: "Biểu & số", cell: "A2" },
    { says: "“Phường An”" },
  ],
  // One word proves nothing by itself; its font does.
  [
    "encoding.legacy-font",
    "a.xlsx",
    xlsx([head, [{ xml: '<c s="7" t="inlineStr"><is><t>Cóc</t></is></c>' }, 5, "3/4"]]),
    { sheet: "Biểu & số", cell: "A2" },
    { says: "“Cúc”" },
  ],
  ["text.not-nfc", "a.csv", utf8("Đơn vị;Cuộc họp\nPhường An;5\n".normalize("NFD")), { line: 1, column: 1 }],
  ["json.malformed", "a.json", utf8('{\n  "id": "a",\n}'), { line: 3, column: 1 }, { says: 'gặp "}"' }],
  ["json.malformed", "a.json", utf8(submission.slice(0, 60)), { line: 3, column: 24 }, { says: "văn bản đã hết" }],
  ["json.malformed", "a.ndjson", utf8(`${JSON.stringify(country.submission())}\n{"id" 5}\n`), { line: 2, column: 7 }],
  ["json.malformed", "a.json", utf8("xin chào"), { line: 1, column: 1 }, { says: "cần một giá trị" }],
  [
    "json.key-repeated",
    "a.json",
    utf8(submission.replace('"values": {', '"values": {\n"meeting.events": 3,')),
    { line: submission.split("\n").findIndex((line) => line.includes('"meeting.events"')) + 2, column: 5 },
    { says: "Khoá “meeting.events”" },
  ],
  [
    "json.key-repeated",
    "list.json",
    utf8(`[${JSON.stringify(country.submission())},\n {"id": "b", "subject": "a", "subject": "b"}]`),
    { line: 2, column: 30 },
    { says: "Khoá “subject”" },
  ],
  [
    "json.key-reserved",
    "a.ndjson",
    utf8(`\n${JSON.stringify(country.submission()).replace('"values":{', '"values":{"__proto__":{"a":1},')}\n`),
    { line: 2, column: JSON.stringify(country.submission()).indexOf('"values":{') + 11 },
    { says: "“__proto__”" },
  ],
  [
    "json.digits-lost",
    "a.json",
    utf8(submission.replace(/"meeting.events": \d+/, '"meeting.events": 9007199254740993')),
    {
      line: submission.split("\n").findIndex((line) => line.includes('"meeting.events"')) + 1,
      column: 23,
    },
    { says: "9007199254740992" },
  ],
  ["csv.quote-unclosed", "a.csv", csv("Đơn vị;Cuộc họp;Ghi chú", 'Phường An;5;"bỏ ngỏ'), { line: 2, column: 13 }],
  ["csv.quote-stray", "a.csv", csv("Đơn vị;Cuộc họp;Ghi chú", 'Phường An;5;cỡ 2"3'), { line: 2, column: 13 }],
  ["table.head-missing", "a.csv", csv("Tên;Số buổi", "Phường An;5"), {}, { says: "Tên, Số buổi" }],
  ["table.head-missing", "a.csv", csv("Đơn vị;Cuộc hộp", "Phường An;5"), {}, { says: "“Cuộc họp”" }],
  ["table.period-missing", "a.csv", csv("Đơn vị;Cuộc họp", "Phường An;5"), {}, { options: { given: {} } }],
  ["table.subject-missing", "a.csv", csv("Chỉ tiêu;Số lượng", "Cuộc họp;5"), {}],
  [
    "table.hidden",
    "a.xlsx",
    xlsx([head, ["Phường An", 5, "3/4"], ["Phường Bình", 5, "3/4"]], { hidden: [3] }),
    { sheet: "Biểu & số" },
    { says: "1 dòng bị ẩn: 3;" },
  ],
  [
    "table.hidden",
    "a.xlsx",
    xlsx([head, ["Phường An", 5, "3/4"]], { columns: '<cols><col min="2" max="2" hidden="1"/></cols>' }),
    { sheet: "Biểu & số" },
    { says: "1 cột bị ẩn: Cuộc họp;" },
  ],
  [
    "table.total-differs",
    "a.csv",
    csv("Đơn vị;Cuộc họp;Lượt người dự họp", "Phường An;5;40", "Phường Bình;6;60", "Tổng cộng;12;100"),
    { line: 4, column: 11 },
    { says: "12, cộng lại là 11" },
  ],
  [
    "heading.unknown",
    "a.csv",
    csv("Đơn vị;Cuộc họp;Hội vien", "Phường An;5;7"),
    { line: 1, column: 17 },
    { says: "“Hội viên”" },
  ],
  [
    "heading.ambiguous",
    "a.csv",
    csv("Đơn vị;Cuộc họp;Hội viên", "Phường An;5;7"),
    { line: 1, column: 8 },
    { says: "“meeting.events” hoặc “meeting.turns”", registers: twoLabels },
  ],
  [
    "heading.repeated",
    "a.csv",
    csv("Đơn vị;Cuộc họp;meeting.events;Hội viên", "Phường An;5;7;9"),
    { line: 1, column: 17 },
  ],
  ["row.unit-missing", "a.csv", csv("Đơn vị;Cuộc họp", "Phường An;5", ";6"), { line: 3, column: 2 }],
  [
    "row.unit-unknown",
    "a.csv",
    csv("Đơn vị;Cuộc họp", "Phường An;5", "Phường Cuc;6"),
    { line: 3, column: 1 },
    { says: "“Phường Cúc”" },
  ],
  [
    "row.unit-ambiguous",
    "a.csv",
    csv("Đơn vị;Cuộc họp", "Phường Cúc;5", "An;6"),
    { line: 3, column: 1 },
    { says: "“Phường An (an-ward-2000)” hoặc “Phường An (binh-ward-2000)”", registers: twoAn },
  ],
  [
    "row.unit-above",
    "a.csv",
    csv("Đơn vị;Cuộc họp", "Phường An;5", "Phường Bình;6", "Quận Mai;12"),
    { line: 4, column: 1 },
    { says: "Quận Mai" },
  ],
  [
    "row.unit-above",
    "a.csv",
    csv("Chỉ tiêu;Quận Mai;Phường An;Phường Bình", "Cuộc họp;12;5;6"),
    { line: 1, column: 10 },
    { says: "Quận Mai" },
  ],
  [
    "heading.unknown",
    "a.csv",
    csv("Đơn vị;Cuộc họp;Kế hoạch;Ghi chú", ";;Hội viên;", "Phường An;5;7;"),
    { line: 1, column: 17 },
    { says: "Kế hoạch" },
  ],
  ["heading.unknown", "a.csv", csv("Đơn vị;Cuộc họp;Tổng số", "Phường An;5;7"), { line: 1, column: 17 }],
  [
    "heading.unknown",
    "a.csv",
    csv("Chỉ tiêu;An;Cùng kỳ 2021", "Cuộc họp;5;7", "Hội viên;5;7"),
    { line: 1, column: 13 },
    { says: "Cùng kỳ 2021" },
  ],
  [
    "cell.date",
    "a.xlsx",
    xlsx([head, ["Phường An", 5, { xml: '<c s="3"><v>46114</v></c>' }]]),
    { sheet: "Biểu & số", cell: "C2" },
    { says: "“2/4” hoặc “4/2”" },
  ],
  [
    "cell.ambiguous",
    "a.csv",
    csv("Đơn vị;Cuộc họp", "Phường An;1,234"),
    { line: 2, column: 11 },
    { says: "“1.234” hoặc “1,234”" },
  ],
  ["cell.unread", "a.csv", csv("Đơn vị;Cuộc họp", "Phường An;12 người"), { line: 2, column: 11 }, { says: "“cuộc”" }],
  ["cell.unread", "a.csv", csv("Đơn vị;Cuộc họp", "Phường An;-"), { line: 2, column: 11 }, { says: "không phát sinh" }],
  [
    "cell.error",
    "a.xlsx",
    xlsx([head, ["Phường An", { xml: '<c t="e"><v>#DIV/0!</v></c>' }, "3/4"]]),
    { sheet: "Biểu & số", cell: "B2" },
  ],
  [
    "cell.uncomputed",
    "a.xlsx",
    xlsx([head, ["Phường An", { xml: "<c><f>SUM(D1:D9)</f></c>" }, "3/4"]]),
    { sheet: "Biểu & số", cell: "B2" },
  ],
]

describe("bad files", () => {
  for (const [code, name, bytes, source, more = {}] of bad) {
    it(`${code}: ${name}${more.says === undefined ? "" : `, saying ${more.says}`}`, async () => {
      const { says = "", options = {}, registers: known = registers } = more
      const { issues } = await validateFiles(known, [{ name, bytes }], { expected: "senders", given, ...options })
      const told = issues.filter((issue) => issue.code !== "value.not-sent")
      expect(told.map((issue) => issue.code)).toEqual([code])
      expect(told[0]?.source).toEqual({ file: name, ...source })
      expect(toText(told[0]!, "vi")).toContain(says)
      for (const lang of ["vi", "en"] as const) expect(toText(told[0]!, lang)).not.toMatch(/undefined|\[object/)
    })
  }

  it("has one for a sheet that is left out", async () => {
    const second = xlsx([head, ["Phường An", 5, "3/4"]], {
      parts: {
        "xl/workbook.xml":
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/><sheet name="Nháp" state="hidden" sheetId="2" r:id="rId1"/></sheets></workbook>',
      },
    })
    const told = await found("a.xlsx", second)
    expect(told.map(({ code, source }) => [code, source])).toEqual([
      ["table.sheet-skipped", { file: "a.xlsx", sheet: "Nháp" }],
    ])
  })

  it("has one for every code of files, tables, headings, rows and cells", () => {
    const codes = Object.keys(Issue.severities).filter((code) =>
      /^(?:file|encoding|json|csv|table|heading|row|cell)\./.test(code),
    )
    // A file that is not there is found by whoever opens it.
    const elsewhere = ["file.missing"]
    const provoked = new Set<string>([...bad.map(([code]) => code), "table.sheet-skipped", ...elsewhere])
    expect(codes.filter((code) => !provoked.has(code))).toEqual([])
  })
})

const good: ReadonlyArray<readonly [name: string, bytes: Uint8Array, options?: Checked.Options]> = [
  ["a.json", utf8(submission)],
  ["list.json", utf8(`\ufeff[${submission}]`)],
  ["a.ndjson", utf8(`${JSON.stringify(country.submission())}\r\n\r\n`)],
  ["a.csv", csv("Đơn vị;Cuộc họp", "Phường An;05")],
  [
    "title.csv",
    csv(
      "sep=,",
      "BÁO CÁO CÔNG TÁC DÂN VẬN,,",
      "Kỳ 6 tháng đầu năm 2022,,",
      ",,",
      "TT,Đơn vị,Cuộc họp",
      "(1),(2),(3)",
      "1,phường  an,1.234",
      "2,Hội Mai,7",
      ",Tổng cộng,1.241",
      ",,Người lập biểu",
    ),
  ],
  ["tone.csv", utf8("\ufeffĐơn vị\tCuộc họp\r\nPhường\u00a0An\tkhông phát sinh\r\n")],
  [
    "a.xlsx",
    xlsx([["BIỂU TỔNG HỢP"], head, ["Phường An", 5, "42/42"], ["Phường Bình", 6, "6/12"], ["Cộng", 11, "48/54"]]),
  ],
]

describe("good files", () => {
  for (const [name, bytes, options] of good) {
    it(`${name} gives no finding`, async () => {
      const checked = await check(name, bytes, options)
      expect(checked.issues.filter(({ code }) => code !== "value.not-sent")).toEqual([])
      expect(checked.held).toEqual([])
      expect(checked.accepted.length).toBeGreaterThan(0)
    })
  }

  it("are read by a mapping of their own words, too", async () => {
    const mapping = Result.getOrThrow(
      Mapping.make(registers, {
        schema: "danvan/columns@0",
        period: "2022-H1",
        headings: {
          "Nơi nào": { field: "subject" },
          "Số buổi": "meeting.events",
          "Quy ước > Đạt": { series: "convention.recognised", part: "x" },
          "Quy ước > Có": { series: "convention.recognised", part: "y" },
          "Đạt %": { series: "convention.recognised", part: "printed" },
          "Quỹ (triệu)": { series: "fund.raised", measure: "triệu đồng" },
          Tổ: null,
        },
        units: { "P. An": "an-ward-2000" },
        symbols: { "-": "nil", "…": { missing: "not-collected" } },
      }),
    )
    const bytes = csv(
      "Nơi nào;Tổ;Số buổi;Quy ước;;Đạt %;Quỹ (triệu)",
      ";;;Đạt;Có;;",
      "P. An;5;-;3;4;75%;1,5",
      "Phường Bình;6;…;1;2;;",
    )
    const { accepted, issues, intakes } = await check("own.csv", bytes, { mapping, given: {} })
    expect(issues.filter(({ code }) => code !== "value.not-sent")).toEqual([])
    expect(accepted).toHaveLength(2)
    expect(intakes[0]?.inputs.map((input) => [(input as any).values, (input as any).nil])).toEqual([
      [{ "convention.recognised": { x: 3, y: 4, printed: "75" }, "fund.raised": 1_500_000 }, ["meeting.events"]],
      [{ "meeting.events": { missing: "not-collected" }, "convention.recognised": { x: 1, y: 2 } }, undefined],
    ])
  })
})
