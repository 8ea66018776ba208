// An invented ward with its Party committee and people's committee, and a draft report of each: what the clauses of the
// forms are measured on.
import { Facts, load, Report, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { docx } from "@danvan/render-docx"
import { pdf } from "@danvan/render-pdf"
import * as Result from "effect/Result"

const issuers = [
  {
    id: "an-peoples-committee",
    kind: "peoples-committee",
    names: [
      { vi: "Ủy ban nhân dân phường An", letterhead: { superior: [], issuer: ["ỦY BAN NHÂN DÂN", "PHƯỜNG AN"] } },
    ],
    symbols: [{ symbol: "UBND" }],
  },
  {
    id: "an-party-committee",
    kind: "party-committee",
    names: [
      { vi: "Đảng ủy phường An", letterhead: { superior: ["ĐẢNG BỘ THÀNH PHỐ MAI"], issuer: ["ĐẢNG ỦY PHƯỜNG AN"] } },
    ],
    symbols: [{ symbol: "ĐU" }],
  },
]
const registers = load(
  { ...country.organisations, units: [...country.organisations.units, ...issuers] },
  {
    ...country.catalogue,
    citations: [
      ...country.catalogue.citations,
      {
        id: "law",
        kind: "Luật",
        symbol: "10/2022/QH15",
        issuer: "Quốc hội",
        issuedOn: "2022-11-10",
        subject: "Thực hiện dân chủ ở cơ sở",
        source: "chỉ để thử cách viện dẫn",
        certainty: "stated",
      },
    ],
  },
)
const checked = validate(
  registers,
  ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000"].map((subject) =>
    country.submission({ subject, period: "2026-H1" }),
  ),
)
const facts = Facts.fromValidated(checked)

const long = Array.from({ length: 9 }, () => "Công tác dân vận được triển khai đồng bộ, kịp thời trên địa bàn.").join(
  " ",
)
const common = {
  schema: "danvan/report@0",
  subject: "mai-district-2000",
  period: "2026-H1",
  outline: "district-half-year",
  form: "auto",
  kind: "BC",
  number: null,
  signedOn: null,
  place: "An",
  basis: ["directive-one", "law"],
  narratives: {
    opening: long,
    leadership: "Theo {cite:directive-one}, Thường trực chỉ đạo kịp thời.",
    movement: Array.from({ length: 9 }, () => `${long} Họp {meeting.events}.`).join("\n"),
    closing: "Trên đây là báo cáo kết quả công tác dân vận.",
  },
}

/** The people's committee's report to its superior, and the Party committee's under either guideline. */
export const requests = {
  "party-hd36": {
    ...common,
    form: "party-hd36",
    issuer: "an-party-committee",
    signature: { authority: "T/M", head: "BAN THƯỜNG VỤ", office: "PHÓ BÍ THƯ", name: null },
    recipients: ["Thường trực Thành uỷ", "Lưu Văn phòng Đảng uỷ"],
  },
  "state-nd30": {
    ...common,
    issuer: "an-peoples-committee",
    to: ["Ủy ban nhân dân thành phố Mai"],
    signature: {
      collective: "ỦY BAN NHÂN DÂN",
      authority: "KT.",
      head: "CHỦ TỊCH",
      office: "PHÓ CHỦ TỊCH",
      name: null,
    },
    recipients: ["Thường trực Đảng ủy", "Lưu: VT, VX"],
  },
  "party-hd05": {
    ...common,
    issuer: "an-party-committee",
    signature: { authority: "T/M", head: "BAN THƯỜNG VỤ", office: "PHÓ BÍ THƯ", name: null },
    recipients: ["Thường trực Thành ủy", "Lưu Văn phòng Đảng ủy"],
  },
}

/** The report of a request as a document, as a PDF, and as a Word file. */
export const made = async (request: Readonly<Record<string, unknown>>) => {
  const report = Result.getOrThrow(Report.make(registers, checked, facts, request))
  const { document, issues } = Report.toDocument(registers, facts, report)
  const [printed, written] = [await pdf().render(document), await docx().render(document)]
  return { document, issues, bytes: printed.bytes, word: written.bytes }
}
