// How offices lay out their tables, and what comes of each.
import { Answers, Mapping, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type Checked, validateFiles } from "@danvan/intake"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { utf8, xlsx } from "../bytes.ts"

const { registers } = country
const given = { period: "2022-H1" }
const check = async (bytes: Uint8Array, options: Checked.Options = {}) => {
  const checked = await validateFiles(registers, [{ name: "a", bytes }], { expected: "senders", given, ...options })
  const inputs = checked.intakes[0]?.inputs as ReadonlyArray<Record<string, any>>
  const issues = checked.issues.filter(({ code }) => code !== "value.not-sent")
  return { ...checked, inputs, issues, values: inputs.map(({ values }) => values), locate: checked.intakes[0]!.locate }
}
const csv = (...lines: ReadonlyArray<string>): Uint8Array => utf8(lines.join("\r\n"))
const an = { given: { ...given, subject: "an-ward-2000" } }
const model = (economy: number, culture: number) => ({ n: economy + culture, by: { field: { economy, culture } } })
const merged = (...refs: ReadonlyArray<string>) => ({
  behind: `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
})

describe("units in rows", () => {
  it("is read under titles, with a head of two rows, merged or not", async () => {
    const rows = [
      ["QUẬN UỶ MAI", null, null, null, "ĐẢNG CỘNG SẢN VIỆT NAM"],
      ["Biểu 1: Công tác dân vận năm 2022"],
      [],
      ["TT", "Đơn vị", "Cuộc họp", "Mô hình đăng ký", null, "Ghi chú"],
      [null, null, null, "Kinh tế", "Văn hoá", null],
      ["A", "B", 1, 2, 3, 4],
      [1, "Phường An", 5, 2, 3, "đã rà soát"],
      [2, "Phường Bình", 6, 1, 0, null],
      [null, "TỔNG CỘNG", 11, 3, 3, null],
      [null, null, null, null, "NGƯỜI LẬP BIỂU", null],
    ]
    const bytes = xlsx(rows, merged("A2:F2", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5"))
    const { values, issues } = await check(bytes)
    expect(issues).toEqual([])
    expect(values).toEqual([
      { "meeting.events": 5, "model.registered": model(2, 3) },
      { "meeting.events": 6, "model.registered": model(1, 0) },
    ])
    const lines = rows.map((row) => row.map((one) => one ?? "").join(";"))
    expect((await check(csv(...lines))).values).toEqual(values)
  })

  it("gives every pointer its place", async () => {
    const { locate } = await check(
      csv(
        "Đơn vị;Kỳ;Quy ước được công nhận;Mô hình đăng ký;Mô hình đăng ký",
        ";;;Kinh tế;Văn hoá",
        "",
        "Phường An;2022-H1;3/4;2;3",
      ),
    )
    const at = async (pointer: string) =>
      (await locate([{ input: 0, pointer }])).map(({ line, column }) => [line, column])
    expect(await at("/subject")).toEqual([[4, 1]])
    expect(await at("/period")).toEqual([[4, 11]])
    expect(await at("/values/convention.recognised/x")).toEqual([[4, 19]])
    expect(await at("/values/model.registered/by/field/culture")).toEqual([[4, 25]])
    expect(await at("/values/model.registered")).toEqual([[4, 23]])
    expect(await at("/nil/0")).toEqual([[4, 1]])
  })

  it("compares sums with what stands above them, in parts and in all, and not where a row could not be read", async () => {
    const lines = [
      "Đơn vị;Cuộc họp;Quy ước được công nhận",
      "Phường An;5;3/4",
      "Phường Bình;6;1/2",
      "Cộng (phường):;11;4/6",
    ]
    expect((await check(csv(...lines, "Hội Mai;7;", "Tổng cộng;18;4/6"))).issues).toEqual([])
    expect((await check(csv(...lines, "Hội Mai;7;", "Cộng;7;"))).issues).toEqual([])
    const wrong = await check(csv(...lines, "Hội Mai;7;1/1", "Tổng cộng;19;5/7"))
    expect(
      wrong.issues.map(({ code, indicator, params }) => [code, indicator, params["total"], params["sum"]]),
    ).toEqual([["table.total-differs", "meeting.events", "19", "18"]])
    const unread = await check(csv("Đơn vị;Cuộc họp", "Phường An;5", "Phường Bình;1,234", "Tổng cộng;1.239"))
    expect(unread.issues.map(({ code }) => code)).toEqual(["cell.ambiguous"])
    const unknown = await check(csv("Đơn vị;Cuộc họp", "Phường An;5", "Phường Đào;6", "Tổng cộng;11"))
    expect(unknown.issues.map(({ code }) => code)).toEqual(["row.unit-unknown"])
  })

  it("takes the row of the unit above for the sum that it is, wherever it stands, and for its own figures where it is alone", async () => {
    const wards = ["Phường An;5;3/4", "Phường Bình;6;1/2"]
    const head = "Đơn vị;Cuộc họp;Quy ước được công nhận"
    for (const lines of [
      [head, ...wards, "Quận Mai;11;4/6"],
      [head, "Quận Mai;11;4/6", ...wards],
    ]) {
      const { inputs, issues } = await check(csv(...lines))
      expect(inputs.map(({ subject }) => subject)).toEqual(["an-ward-2000", "binh-ward-2000"])
      expect(issues).toEqual([])
    }
    const alone = await check(csv(head, "Quận Mai;11;4/6"))
    expect(alone.inputs.map(({ subject }) => subject)).toEqual(["mai-district-2000"])
    const whole = await check(csv(head, ...wards, "Quận Mai;99;4/6"), { given: { ...given, scope: "whole" } })
    expect(whole.inputs).toHaveLength(3)
    const down = await check(csv("Chỉ tiêu;Phường An;Phường Bình;Quận Mai", "Cuộc họp;5;6;11", "Hội viên;7;;7"))
    expect([down.inputs.length, down.issues]).toEqual([2, []])
  })

  it("knows “trong đó” for what it is", async () => {
    const { values, issues } = await check(
      csv("Đơn vị;Mô hình đăng ký;;", ";Tổng số;Trong đó:;", ";;Kinh tế;Văn hoá", "Phường An;5;2;3"),
    )
    expect(issues).toEqual([])
    expect(values).toEqual([{ "model.registered": model(2, 3) }])
  })

  it("takes the unit of counting from the heading, or from above the table, where it can be meant", async () => {
    const { values } = await check(
      csv("Đơn vị tính: triệu đồng;;", "Đơn vị;Cuộc họp (cuộc);Quỹ vận động", "Phường An;5;1,5"),
    )
    expect(values).toEqual([{ "meeting.events": 5, "fund.raised": 1_500_000 }])
    const own = await check(csv("Đơn vị;Quỹ vận động (nghìn đồng)", "Phường An;1,5"))
    expect(own.values).toEqual([{ "fund.raised": 1500 }])
  })

  it("holds a value as a whole when a part of it cannot be read, and nothing else", async () => {
    const { held, values, issues, accepted } = await check(
      csv("Đơn vị;Cuộc họp;Mô hình đăng ký;Mô hình đăng ký", ";;Kinh tế;Văn hoá", "Phường An;5;2;1,500"),
    )
    expect(values).toEqual([{ "meeting.events": 5 }])
    expect(held).toEqual([
      { submission: "an-ward-2000-2022-H1", pointer: "/values/model.registered", codes: ["cell.ambiguous"] },
    ])
    expect(issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["cell.ambiguous", "/values/model.registered/by/field/culture"],
    ])
    expect(Answers.statements(accepted[0]!).map(({ indicator }) => indicator)).toEqual(["meeting.events"])
  })

  it("does not say that what could not be read was not sent", async () => {
    const { intakes, ...checked } = await validateFiles(
      registers,
      [{ name: "a", bytes: csv("Đơn vị;Cuộc họp", "Phường An;1,234") }],
      { given, expected: "senders" },
    )
    expect(intakes).toHaveLength(1)
    expect(
      checked.issues.filter(({ code, indicator }) => code === "value.not-sent" && indicator === "meeting.events"),
    ).toEqual([])
    expect(checked.issues.filter(({ code }) => code === "value.not-sent")).toHaveLength(4)
  })

  it("holds what stands under two headings of one series", async () => {
    const { values, held } = await check(
      csv("Đơn vị;Cuộc họp;meeting.events;Hội viên", "Phường An;5;7;9", "Phường Bình;;6;"),
    )
    expect(values).toEqual([{ "member.count": 9 }, {}])
    expect(held.map(({ submission, pointer }) => [submission, pointer])).toEqual([
      ["an-ward-2000-2022-H1", "/values/meeting.events"],
      ["binh-ward-2000-2022-H1", "/values/meeting.events"],
    ])
  })

  it("leaves out a unit whose cells hold nothing: it sent nothing", async () => {
    const { inputs, issues } = await check(
      csv("Đơn vị;Cuộc họp", "Phường An;5", "Phường Bình;", "Khối đoàn thể;", "Hội Mai;3"),
    )
    expect(inputs.map(({ subject }) => subject)).toEqual(["an-ward-2000", "mai-union-2000"])
    expect(issues).toEqual([])
  })

  it("says where it was said that nothing happened, when that cannot be", async () => {
    const { issues } = await check(csv("Đơn vị;Cuộc họp;Tỷ lệ giải quyết", "Phường An;5;không phát sinh"))
    expect(issues.map(({ code, source }) => [code, source?.line, source?.column])).toEqual([
      ["value.nil-not-possible", 2, 13],
    ])
  })

  it("tells a misspelt unit that sent words alone, and no signature", async () => {
    const { issues } = await check(
      csv("Đơn vị;Cuộc họp;Nhận xét", "Phường An;5;ổn", "Phường Bin;;phấn khởi", "NGƯỜI LẬP;;TRƯỞNG BAN"),
    )
    expect(issues.map(({ code, source }) => [code, source?.line])).toEqual([["row.unit-unknown", 3]])
  })

  it("takes revision and reason from columns", async () => {
    const { inputs } = await check(csv("Đơn vị;Lần;Lý do;Cuộc họp", "Phường An;2;đính chính;5", "Phường Bình;hai;;6"))
    expect(inputs.map(({ revision, reason }) => [revision, reason])).toEqual([
      [2, "đính chính"],
      ["hai", undefined],
    ])
  })
})

describe("indicators in rows", () => {
  const form = [
    "Kỳ báo cáo: 6 tháng đầu năm 2022;;",
    "TT;Nội dung;ĐVT;Số lượng;Ghi chú",
    "I;HỌP DÂN;;;",
    "1;Cuộc họp;cuộc;5;",
    "2;Mô hình đăng ký;mô hình;5;",
    ";- Kinh tế;;2;",
    ";Trong đó: + Văn hoá;;3;",
    "3;Quỹ vận động;triệu đồng;1,5;",
    "4;c) Quy ước được công nhận;đơn vị;3/4;",
  ]

  it("is one unit's form", async () => {
    const { values, issues, inputs, locate } = await check(csv(...form), an)
    expect(issues).toEqual([])
    expect(inputs[0]?.["subject"]).toBe("an-ward-2000")
    expect(values).toEqual([
      {
        "meeting.events": 5,
        "model.registered": model(2, 3),
        "fund.raised": 1_500_000,
        "convention.recognised": { x: 3, y: 4 },
      },
    ])
    expect(await locate([{ input: 0, pointer: "/values/model.registered/by/field/culture" }])).toEqual([
      { file: "a", line: 7, column: 23 },
    ])
  })

  it("is a table of several units, with a column of sums", async () => {
    const { values, issues } = await check(
      csv("Chỉ tiêu,Phường An,Bình,Tổng số", "Cuộc họp,5,6,11", "Lượt người dự họp,50,,60"),
    )
    expect(values).toEqual([{ "meeting.events": 5, "meeting.turns": 50 }, { "meeting.events": 6 }])
    expect(issues.map(({ code, source }) => [code, source])).toEqual([
      ["table.total-differs", { file: "a", line: 3, column: 23 }],
    ])
  })

  it("tells rows that it does not understand, where they hold figures, and rows that say the same", async () => {
    const { issues, values, held } = await check(
      csv("Chỉ tiêu;Số lượng", "Cuộc hop;5", "Hội viên;7", "member.count;8", "Người lập;"),
      an,
    )
    expect(issues.map((issue) => [issue.code, issue.source?.line])).toEqual([
      ["heading.unknown", 2],
      ["heading.repeated", 4],
    ])
    expect(toText(issues[0]!, "vi")).toContain("“Cuộc họp”")
    expect(values).toEqual([{}])
    expect(held.map(({ pointer, codes }) => [pointer, codes])).toEqual([["/values/member.count", ["heading.repeated"]]])
  })
})

describe("a form by the addresses of its cells", () => {
  it("is read wherever its cells are, by CSV and by workbook alike", async () => {
    const mapping = Result.getOrThrow(
      Mapping.make(registers, {
        schema: "danvan/columns@0",
        cells: {
          B1: { field: "subject" },
          B2: { field: "period" },
          c4: "meeting.events",
          C5: { series: "convention.recognised", part: "x" },
          D5: { series: "convention.recognised", part: "y" },
        },
      }),
    )
    const rows = [["Đơn vị", "Phường An"], ["Kỳ", "2022-H1"], [], ["x", "Họp", "05"], ["x", "Quy ước", 3, 4]]
    for (const bytes of [csv(...rows.map((row) => row.join(";"))), xlsx(rows)]) {
      const { values, issues, locate } = await check(bytes, { mapping, given: {} })
      expect(issues).toEqual([])
      expect(values).toEqual([{ "meeting.events": 5, "convention.recognised": { x: 3, y: 4 } }])
      const [source] = await locate([{ input: 0, pointer: "/values/convention.recognised/y" }])
      expect(source?.cell ?? [source?.line, source?.column]).toEqual(source?.cell === undefined ? [5, 13] : "D5")
    }
  })
})
