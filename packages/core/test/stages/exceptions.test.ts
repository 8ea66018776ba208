// The appendix of exceptions: each sort of them, and what of it leaves the office.
import { Facts, load, Report, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type Document, linesOf, plainText } from "@danvan/document"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const due = country.catalogue.obligations.map((obligation) => ({ ...obligation, due: { days: 5 } }))
const registers = load(country.organisations, { ...country.catalogue, obligations: due })
const values = country.submission()["values"] as Record<string, unknown>
const ward = (subject: string, changes: object, rest: object = {}) =>
  country.submission({ subject, submittedAt: "2022-07-01T08:00:00+07:00", values: { ...values, ...changes }, ...rest })
const faulty = [
  ward("an-ward-2000", { "meeting.turns": -1, "member.count": { n: 100, estimated: true } }),
  ward("binh-ward-2000", { "meeting.turns": { about: 90 } }, { submittedAt: "2022-07-09T08:00:00+07:00" }),
  ward("cuc-ward-2000", { "convention.recognised": { missing: "lost" } }),
  country.submission({
    subject: "mai-district-2000",
    scope: "whole",
    values: { "meeting.events": 77 },
  }),
]

const appendix = (sent: ReadonlyArray<unknown>, disclose: string): string => {
  const batch = validate(registers, sent)
  const facts = Facts.fromValidated(batch)
  const request = {
    schema: "danvan/report@0",
    subject: "mai-district-2000",
    period: "2022-H1",
    outline: "district-half-year",
    issuer: "mai-district-danvan",
    form: "auto",
    kind: "BC",
    number: null,
    signedOn: null,
    place: "Mai",
    signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
    recipients: ["Lưu Ban"],
    appendices: ["exceptions"],
    disclose,
    narratives: {},
  }
  const made = Result.getOrThrow(Report.make(registers, batch, facts, request))
  const { document } = Report.toDocument(registers, facts, made)
  const blocks = document.blocks.filter((block) => block.kind === "appendix")
  const only: Document = { ...document, blocks }
  return [...linesOf(only)].map(([, line]) => plainText(line, document.figures)).join("\n")
}

describe("exceptions", () => {
  const closed = appendix(faulty, "printed")

  it.each([
    ["what is missing, with its reason", "Chưa có số liệu", "Quy ước được công nhận\n1\nthất lạc"],
    ["what was sent late", "Gửi sau thời hạn", "Cả báo cáo\n1\nnhận được sau thời hạn"],
    ["what is estimated", "Số ước, số sơ bộ, số chưa chính xác", "Hội viên\n1\nước thực hiện"],
    ["what is only roughly known", "Số ước, số sơ bộ, số chưa chính xác", "Lượt người dự họp\n1\nsố gần đúng"],
    ["what is held back", "Bị giữ lại, không tính vào tổng", "Lượt người dự họp\n1\ncó lỗi, chờ đính chính"],
    ["what differs", "Không khớp", "Cuộc họp\n1\nsố nêu cho toàn địa bàn khác tổng của các đơn vị"],
  ])("tells %s", (_what, caption, row) => {
    expect(closed).toContain(caption)
    expect(closed).toContain(row)
  })

  it("names units where the request discloses them, and numbers only where it discloses all", () => {
    const [open, full] = [appendix(faulty, "unit"), appendix(faulty, "all")]
    for (const unit of ["Phường An", "Phường Bình", "Phường Cúc"]) {
      expect([unit, closed.includes(unit), open.includes(unit), full.includes(unit)]).toEqual([unit, false, true, true])
    }
    for (const number of ["-1", "77", "09/7/2022"]) {
      expect([number, closed.includes(number), open.includes(number), full.includes(number)]).toEqual([
        number,
        false,
        false,
        true,
      ])
    }
  })

  it("says so where there is nothing to tell", () => {
    const union = ward("mai-union-2000", {}, { values: { "meeting.events": 1, "meeting.turns": 9 } })
    const fine = ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000"].map((subject) => ward(subject, {}))
    expect(appendix([...fine, union], "all")).toContain(
      "Không có số liệu thiếu, gửi muộn, ước tính, bị giữ lại hoặc không khớp.",
    )
  })
})
