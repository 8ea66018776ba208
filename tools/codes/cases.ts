// Every code with its reason and its examples. The sentences (what, cure) are not here: they come from the wording.
import type { Issue, Registers } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { latin1, utf16, xlsx } from "../../packages/intake/test/bytes.ts"
import * as Case from "./Case.ts"
import {
  added,
  after,
  asked,
  batch,
  brought,
  catalogue,
  csv,
  edition,
  lists,
  organisations,
  outlines,
  raw,
  received,
  request,
  rules,
  sent,
  sheet,
  total,
  value,
  written,
} from "./Case.ts"

const good = country.submission()
const { scope: _scope, ...scopeless } = good
const fine = Case.sent({})
const label = { vi: "…", en: "…" }
const deep = (n: number): unknown => (n === 0 ? 1 : { in: deep(n - 1) })
const q1 = { period: "2022-Q1", id: "q1" }
const h1 = { period: "2022-H1", id: "h1" }
const five = { "meeting.events": 2, "meeting.turns": 40, "member.count": 100, "fund.raised": 5, "person.reached": 7 }
const overlap = (changes: object) => ({
  overlaps: [
    {
      id: "o",
      indicators: ["meeting.turns", "meeting.events"],
      how: "once",
      take: "meeting.turns",
      why: label,
      ...changes,
    },
  ],
})
const twoTurns = {
  indicators: [...country.catalogue.indicators, { id: "talk.turns", label, kind: "flow", measure: "turn" }],
}
const twoKinds = {
  indicators: [...country.catalogue.indicators, { id: "turn.plan", label, kind: "stock", measure: "turn" }],
}
const plainHead = "Tên đơn vị;Trực thuộc;Từ ngày"
const plainUnits = [plainHead, "Phường An;Quận Mai;01/01/2000"]
const newHead = "Các đơn vị cũ;Đơn vị mới;Trực thuộc;Ngày hiệu lực;Nghị quyết"
const eventHead = "Các đơn vị cũ;Đơn vị mới;Trực thuộc;Hình thức;Ngày hiệu lực;Nghị quyết"
const twoAlike = [plainHead, "Xã Tân Lập;Huyện Đông;01/01/2000", "Xã Tân Lập;Huyện Đoài;01/01/2000"]
const [firstUnit, ...otherUnits] = country.organisations.units
const [firstIndicator] = country.catalogue.indicators
const asManyRegistered = {
  rules: [
    {
      id: "as-many",
      level: "record",
      severity: "warning",
      expression: { op: "=", left: { ref: "meeting.events" }, right: { ref: "model.registered" } },
      holds: [],
      why: label,
    },
  ],
}
// Two wards that end on the same day, and one that begins the day after.
const ended = { from: "2000-01-01", to: "2025-06-30" }
const den = { id: "den-ward-2000", kind: "ward", names: [], ...ended }
const dong = { id: "dong-ward-2000", kind: "ward", names: [], ...ended }
const denNow = { id: "den-ward-2025", kind: "ward", names: [], from: "2025-07-01" }
const merger = { id: "den-merged", kind: "merge", date: "2025-07-01", from: [den.id, dong.id], to: [denNow.id] }
const merged = (changes: object = {}, denTo: object = {}) =>
  added({ units: [{ ...den, ...denTo }, dong, denNow], successions: [{ ...merger, ...changes }] })
const parted = (n: number) =>
  added({
    units: [den, denNow, { ...denNow, id: "dong-ward-2025" }],
    successions: [
      {
        id: "den-split",
        kind: "split",
        date: "2025-07-01",
        from: [den.id],
        to: [denNow.id, "dong-ward-2025"],
        shares: [
          { from: den.id, to: denNow.id, n, of: 9000, weighs: "population", source: "đề án sắp xếp" },
          { from: den.id, to: "dong-ward-2025", n: 4000, of: 9000, weighs: "population", source: "đề án sắp xếp" },
        ],
      },
    ],
  })
const coded = (from: string) =>
  added({
    units: [
      { ...den, codes: [{ system: "gso", code: "00001", to: "2025-06-30" }] },
      { ...denNow, codes: [{ system: "gso", code: "00001", from }] },
    ],
  })
const named = (to: string) =>
  added({
    units: [
      {
        ...dong,
        names: [
          { vi: "Phường Đông", to },
          { vi: "Phường Đông Mai", from: "2021-01-01" },
        ],
      },
    ],
  })
const held = (from: string) =>
  added({
    units: [
      { ...den, roles: [{ role: "danvan.focal-point", of: "an-ward-2000", from }] },
      { ...den, id: "an-office-three", roles: [] },
    ],
  })
const cited = (from: string) =>
  catalogue({
    citations: [...country.catalogue.citations, { ...country.catalogue.citations[0], id: "directive-two", from }],
    indicators: [
      ...country.catalogue.indicators,
      { id: "x", label, kind: "flow", measure: "event", citation: "directive-two", to: "2022-12-31" },
    ],
  })

const festival = { id: "e", name: "Ngày hội Đại đoàn kết", date: "2022-05-18", persons: [] }
const task = (changes: object = {}) => ({
  entries: { tasks: [{ id: "rs", from: { office: "Ban" }, to: [], text: "rà soát", ...changes }] },
})
const office = {
  id: "office",
  label,
  start: { yearOffset: -1, month: 12, day: 1 },
  kinds: ["half", "year"],
  source: "…",
}
const term = { year: 2020, from: "2020-08-01", to: "2025-08-31" }
const term2025 = { year: 2025, from: "2025-09-01", to: "2030-08-31" }
const duty = { id: "o", who: { kind: "ward" }, indicators: ["meeting.events"], every: "half", scope: "own" }
const byJustice = (every: string) => ({
  indicators: country.catalogue.indicators.map((one) =>
    one.id === "meeting.events" ? { ...one, calendar: "justice" } : one,
  ),
  obligations: [{ ...duty, every }],
})
const swap = { from: "2024-04-29", to: "2024-04-29", off: true, source: "…" }
const head = ["Đơn vị", "Cuộc họp", "Quy ước được công nhận"]
const rows = ["Đơn vị;Cuộc họp", "Phường An;5"] as const
const plainSheet = sheet([head, ["Phường An", 5, "3/4"]])
const withLabels = (labels: Readonly<Record<string, string>>): Registers.Registers => {
  const indicators = country.registers.catalogue.indicators.map((one) => ({
    ...one,
    label: { ...one.label, vi: labels[one.id] ?? one.label.vi },
  }))
  return { ...country.registers, catalogue: { ...country.registers.catalogue, indicators } }
}
// Another ward that people call An.
const twoAn: Registers.Registers = {
  ...country.registers,
  organisations: {
    ...country.registers.organisations,
    units: country.registers.organisations.units.map((unit) =>
      unit.id === "binh-ward-2000" ? { ...unit, names: [{ vi: "Xã An", short: "An", from: "2000-01-01" }] } : unit,
    ),
  } as Registers.Registers["organisations"],
}
const why = (vi: string, en: string, bad: Case.Attempt, pass: Case.Attempt): Case.Case => ({
  why: { vi, en },
  bad,
  good: pass,
})

/** Every code. The compiler wants each. */
export const cases: Readonly<Record<Issue.IssueCode, Case.Case>> = {
  "input.not-object": why(
    "Mỗi báo cáo là một đối tượng có tên khoá; danh sách hay chuỗi không nói được số nào là của chỉ tiêu nào.",
    "A submission is an object with keys; a text cannot say which number belongs to which indicator.",
    raw(["42 cuộc"]),
    raw(good),
  ),
  "input.schema-unknown": why(
    "Định dạng có thể thay đổi về sau; tệp phải tự nói mình theo định dạng nào để không bị đọc nhầm.",
    "Formats may change; a file must say which it follows, or it might be misread.",
    raw({ ...good, schema: "bao-cao-v1" }),
    raw(good),
  ),
  "input.too-deep": why(
    "Không có báo cáo thật nào lồng sâu như vậy; đọc tiếp chỉ tốn máy.",
    "No real submission is nested so deeply; reading on would only cost.",
    sent({ meta: deep(70) }),
    sent({ meta: deep(5) }),
  ),
  "text.not-nfc": why(
    "Cùng một chữ có thể gõ bằng hai cách mã; để so sánh được, mọi chữ được đưa về một cách.",
    "One letter can be typed in two codes; to compare, all are brought to one.",
    sent({ reason: "đính chính".normalize("NFD") }),
    sent({ reason: "đính chính" }),
  ),
  "key.collision": why(
    "Hai khoá trông giống hệt nhau; chọn một tức là bỏ một số của người gửi.",
    "Two keys look alike; to choose one would drop a number of the sender's.",
    sent({ narratives: { ấ: "a", ["ấ".normalize("NFD")]: "b" } }),
    sent({ narratives: { ấ: "a" } }),
  ),
  "key.unknown": why(
    "Khoá lạ thường là gõ nhầm; bỏ qua nó là bỏ sót số liệu trong im lặng.",
    "An unknown key is mostly a slip; passing over it would lose data in silence.",
    sent({ ghiChu: "…" }),
    sent({ meta: { ghiChu: "…" } }),
  ),
  "key.missing": why(
    "Thiếu khoá này thì không biết báo cáo nói về điều gì.",
    "Without this key nobody knows what the submission is about.",
    raw(scopeless),
    raw(good),
  ),
  "type.wrong": why(
    "Kiểu sai thì phải đoán ý người gửi; chương trình không đoán.",
    "With a wrong type one would have to guess; nothing is guessed.",
    sent({ revision: "2" }),
    sent({ revision: 2, reason: "đính chính" }),
  ),
  "choice.unknown": why(
    "Chỉ những từ này có nghĩa đã định.",
    "Only these words have a settled meaning.",
    sent({ status: "gửi rồi" }),
    sent({ status: "submitted" }),
  ),
  "list.head-missing": why(
    "Không biết cột nào là tên đơn vị thì không đọc được dòng nào.",
    "Without knowing which column names units no row can be read.",
    lists(["Danh muc;Cot hai", "Phường An;01"]),
    lists(plainUnits),
  ),
  "list.column-unread": why(
    "Cột không hiểu có thể chứa điều cần cho sổ; bỏ qua thì phải nói.",
    "A column that is not understood may hold what the register needs; where it is passed over, that is said.",
    lists(["Tên đơn vị;Trực thuọc;Từ ngày", "Phường An;Quận Mai;01/01/2000"]),
    lists(plainUnits),
  ),
  "list.column-repeated": why(
    "Hai cột cùng nghĩa có thể ghi khác nhau; không chọn thay người lập.",
    "Two columns of one meaning may say different things; the choice is not ours.",
    lists(["Tên đơn vị;Tên gọi;Trực thuộc;Từ ngày", "Phường An;Phường Yên;Quận Mai;01/01/2000"]),
    lists(plainUnits),
  ),
  "list.row-unread": why(
    "Dòng ghi chú đứng giữa danh sách có thể là một đơn vị ghi thiếu.",
    "A remark between units may be a unit of which something is missing.",
    lists([plainHead, "Phường An;Quận Mai;01/01/2000", "Các đơn vị còn lại;;", "Phường Bình;Quận Mai;01/01/2000"]),
    lists([...plainUnits, ";;", "Người lập biểu;;"]),
  ),
  "list.word-unknown": why(
    "Từ lạ ở cột hình thức có thể đổi cả việc sắp xếp.",
    "A word that is not known may change what became of the units.",
    lists([eventHead, "Phường An;Phường Mai;Tỉnh Lam;sáp nhậpp;01/7/2025;01/NQ"]),
    lists([eventHead, "Phường An;Phường Mai;Tỉnh Lam;sáp nhập;01/7/2025;01/NQ"]),
  ),
  "list.kind-unknown": why(
    "Không biết là phường hay xã thì không biết đơn vị phải báo cáo gì.",
    "Whether it is a ward or a commune decides what it has to report.",
    lists([plainHead, "An;Quận Mai;01/01/2000"]),
    lists(plainUnits),
  ),
  "list.kind-differs": why(
    "Tên và loại nói khác nhau thì một trong hai là sai.",
    "Where name and kind disagree one of them is wrong.",
    lists(["Tên đơn vị;Loại;Trực thuộc;Từ ngày", "Phường An;Xã;Quận Mai;01/01/2000"]),
    lists(["Tên đơn vị;Loại;Trực thuộc;Từ ngày", "Phường An;Phường;Quận Mai;01/01/2000"]),
  ),
  "list.unit-unknown": why(
    "Tên gần giống có thể là đơn vị khác; chỉ gợi ý, không tự sửa.",
    "A name nearly alike may be another unit's; it is proposed, never put in.",
    lists(plainUnits, [newHead, "Phường Ann;Phường Mai;Quận Mai;01/7/2025;01/NQ"]),
    lists(plainUnits, [newHead, "Phường An;Phường Mai;Quận Mai;01/7/2025;01/NQ"]),
  ),
  "list.unit-ambiguous": why(
    "Một tên chỉ hai đơn vị thì không chọn thay người lập.",
    "Where a name means two units, the choice is not ours.",
    lists(twoAlike, [newHead, "Xã Tân Lập;Xã Tân An;Huyện Đông;01/7/2025;01/NQ"]),
    lists(twoAlike, [newHead, "Xã Tân Lập (huyện Đông);Xã Tân An;Huyện Đông;01/7/2025;01/NQ"]),
  ),
  "list.unit-repeated": why(
    "Một đơn vị ghi hai lần sẽ được đếm hai lần.",
    "A unit that is listed twice would be counted twice.",
    lists([...plainUnits, "P. An;Quận Mai;01/01/2000"]),
    lists([...plainUnits, "P. Bình;Quận Mai;01/01/2000"]),
  ),
  "list.id-taken": why(
    "Hai tên chỉ khác dấu cho cùng một mã; có thể là một đơn vị viết hai cách, có thể là hai.",
    "Two names that differ by their marks alone give one id; they may be one unit spelt twice, or two.",
    lists([...plainUnits, "Phường Ân;Quận Mai;01/01/2000"]),
    lists([...plainUnits, "Phường Bình;Quận Mai;01/01/2000"]),
  ),
  "list.link-repeated": why(
    "Ghi hai lần thì một trong hai có thể là đơn vị khác viết nhầm.",
    "Said twice, one of the two may be another unit, written by mistake.",
    lists([newHead, "Phường An, phường Bình, phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
    lists([newHead, "Phường An, phường Bình;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
  ),
  "list.extent-unclear": why(
    "Toàn bộ hay một phần quyết định số liệu cũ thuộc về ai; không đoán.",
    "Whether all or a part went decides whose the old figures are; that is not guessed.",
    lists([
      newHead,
      "Phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ",
      "Phường An, phường Bình;Phường Lan;Tỉnh Lam;01/7/2025;01/NQ",
    ]),
    lists([
      newHead,
      "Một phần phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ",
      "Phần còn lại của phường An;Phường Lan;Tỉnh Lam;01/7/2025;01/NQ",
    ]),
  ),
  "list.successor-missing": why(
    "Đơn vị cũ không rõ về đâu thì số liệu cũ không còn ai nhận.",
    "Where nobody came after a unit, its figures are nobody's.",
    lists([newHead, "Phường An;;Tỉnh Lam;01/7/2025;01/NQ"]),
    lists([newHead, "Phường An;giải thể;Tỉnh Lam;01/7/2025;01/NQ"]),
  ),
  "list.source-missing": why(
    "Đơn vị mới không rõ từ đâu ra thì không so sánh được với trước.",
    "What came out of nothing cannot be compared with what was.",
    lists([newHead, ";Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
    lists([newHead, "Phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
  ),
  "list.rest-unsaid": why(
    "Chỉ biết một phần đi đâu thì phần còn lại có thể ở lại, có thể bị bỏ sót.",
    "Where only a part is spoken of, the rest may have stayed, or been forgotten.",
    lists([newHead, "Phường Bình, một phần phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
    lists([
      newHead,
      "Phường Bình, một phần phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ",
      "Phần còn lại của phường An;Phường Lan;Tỉnh Lam;01/7/2025;01/NQ",
    ]),
  ),
  "list.unit-untouched": why(
    "Khi các đơn vị bên cạnh đều được sắp xếp, đơn vị không nhắc đến có thể bị sót.",
    "Where the neighbours were all rearranged, one that is not named may have been forgotten.",
    lists(
      [...plainUnits, "Phường Bình;Quận Mai;01/01/2000"],
      [newHead, "Phường An;Phường Mai;Quận Mai;01/7/2025;01/NQ"],
    ),
    lists(
      [...plainUnits, "Phường Bình;Quận Mai;01/01/2000"],
      [newHead, "Phường An, phường Bình;Phường Mai;Quận Mai;01/7/2025;01/NQ"],
    ),
  ),
  "list.parent-missing": why(
    "Đơn vị không trực thuộc đâu thì số liệu không vào tổng của ai.",
    "What stands below nobody is in nobody's total.",
    lists([plainHead, "Phường An;Quận Mai;01/01/2000", "Phường Bình;;01/01/2000"]),
    lists(plainUnits),
  ),
  "list.date-missing": why(
    "Không có ngày thì không biết kỳ nào còn thuộc đơn vị cũ.",
    "Without a day nobody knows which periods are still the former unit's.",
    lists(["Đơn vị cũ;Đơn vị mới;Nghị quyết", "Phường An;Phường Mai;01/NQ"]),
    lists([newHead, "Phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
  ),
  "list.date-unread": why(
    "Ngày đọc nhầm sẽ chuyển số liệu cả kỳ sang đơn vị khác.",
    "A day misread would give a whole period to another unit.",
    lists([newHead, "Phường An;Phường Mai;Tỉnh Lam;7/2025;01/NQ"]),
    lists([newHead, "Phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
  ),
  "list.decree-missing": why(
    "Báo cáo nêu văn bản làm căn cứ khi số liệu đổi chủ; không có thì khó kiểm tra.",
    "Reports name the document by which figures changed hands; without it they are hard to check.",
    lists(["Đơn vị cũ;Đơn vị mới;Trực thuộc;Ngày hiệu lực", "Phường An;Phường Mai;Tỉnh Lam;01/7/2025"]),
    lists([newHead, "Phường An;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ"]),
  ),
  "subject.missing": why(
    "Số liệu không ghi là của ai thì không cộng vào đâu được.",
    "Figures of nobody cannot be added anywhere.",
    raw({ ...good, subject: undefined }),
    raw(good),
  ),
  "subject.unknown": why(
    "Đơn vị không có trong sổ thì không biết thuộc về đâu.",
    "A unit that no register has belongs nowhere.",
    sent({ subject: "an-ward" }),
    fine,
  ),
  "subject.not-in-existence": why(
    "Đơn vị chưa lập hoặc đã thôi hoạt động trong kỳ đó; số có thể là của đơn vị kế thừa.",
    "The unit had not begun, or had ended; the figures may be its successor's.",
    sent({ subject: "an-office-one" }),
    sent({ subject: "an-office-two" }),
  ),
  "reporter.unknown": why(
    "Cần biết ai gửi để hỏi lại khi cần.",
    "One must know whom to ask.",
    sent({ reporter: "an-office" }),
    sent({ reporter: "an-office-two" }),
  ),
  "reporter.not-focal-point": why(
    "Nơi gửi không phải đầu mối của đơn vị này; có thể gửi nhầm mã.",
    "The sender is not this unit's focal point; the id may be a slip.",
    sent({ reporter: "mai-district-danvan" }),
    sent({ reporter: "an-office-two" }),
  ),
  "catalogue.unknown": why(
    "Cùng một mã chỉ tiêu ở danh mục khác có thể đo việc khác.",
    "An id may measure something else in another catalogue.",
    sent({ catalogue: "mai-2019" }),
    fine,
  ),
  "period.malformed": why(
    "Không đọc được kỳ thì không biết cộng vào kỳ nào.",
    "Without a period nobody knows where to add it.",
    sent({ period: "6 tháng 2022" }),
    fine,
  ),
  "period.outside-catalogue": why(
    "Danh mục chưa có, hoặc hết hiệu lực, trong kỳ đó.",
    "The catalogue was not in force then.",
    sent({ period: "2019-H1" }),
    fine,
  ),
  "period.not-owed": why(
    "Đơn vị không phải báo cáo cho kỳ như vậy; có thể ghi nhầm kỳ.",
    "The unit owes no such period; it may be a slip.",
    sent({ period: "2022" }),
    fine,
  ),
  "period.unlike-batch": why(
    "Các báo cáo khác cùng đợt thuộc kỳ khác; có thể ghi nhầm kỳ.",
    "All others are about another period; it may be a slip.",
    batch(
      {},
      { subject: "binh-ward-2000", id: "b" },
      { subject: "cuc-ward-2000", id: "c" },
      { subject: "mai-union-2000", id: "d", period: "2023-H1", values: {} },
    ),
    batch({}, { subject: "binh-ward-2000", id: "b" }),
  ),
  "status.not-counted": why(
    "Bản nháp hoặc bản trả lại chưa phải là lời báo cáo chính thức.",
    "A draft, or what was returned, is no statement yet.",
    sent({ status: "draft" }),
    sent({ status: "submitted" }),
  ),
  "revision.conflict": why(
    "Hai nội dung khác nhau cùng một lần gửi: không có căn cứ để tin bản nào.",
    "Two contents under one revision: there is no ground to believe either.",
    batch({ values: { "meeting.events": 1 } }, { values: { "meeting.events": 2 } }),
    batch({ values: { "meeting.events": 1 } }, { values: { "meeting.events": 2 }, revision: 2, reason: "đính chính" }),
  ),
  "revision.repeated": why(
    "Gửi lại y hệt thì không thêm gì; tính hai lần mới là sai.",
    "The same again adds nothing; to count it twice would be wrong.",
    batch({}, {}),
    batch({}),
  ),
  "revision.superseded": why(
    "Lần gửi sau thay toàn bộ lần trước.",
    "A later revision replaces the earlier one whole.",
    batch({}, { revision: 2, reason: "đính chính" }),
    batch({}),
  ),
  "revision.reason-missing": why(
    "Người đọc cần biết vì sao số đã thay đổi.",
    "Readers want to know why a number changed.",
    sent({ revision: 2 }),
    sent({ revision: 2, reason: "đính chính số lượt" }),
  ),
  "indicator.unknown": why(
    "Số không có chỗ trong danh mục thì không ai cộng.",
    "A number without a place in the catalogue is added by nobody.",
    value("meeting.event", 2),
    value("meeting.events", 2),
  ),
  "period.not-in-calendar": why(
    "Lịch của chỉ tiêu không có kỳ này thì không biết số liệu gồm những ngày nào.",
    "The indicator's calendar has no such period, so nobody knows the days of the number.",
    Case.under(byJustice("half"), { period: "2022-Q1", values: { "meeting.events": 2 } }),
    Case.under(byJustice("half"), { period: "2022-H1", values: { "meeting.events": 2 } }),
  ),
  "indicator.not-in-force": why(
    "Chỉ tiêu chưa đo, hoặc thôi đo, trong kỳ đó.",
    "The indicator was not measured then.",
    Case.under(
      {
        indicators: country.catalogue.indicators.map((one) =>
          one.id === "fund.raised" ? { ...one, from: "2023-01-01" } : one,
        ),
      },
      { values: { "fund.raised": 5 } },
    ),
    value("fund.raised", 5),
  ),
  "value.null": why(
    "Bằng không, chưa có và không có đối tượng là ba điều khác nhau.",
    "Zero, missing and nothing to report on are three things.",
    value("meeting.events", null),
    value("meeting.events", 0),
  ),
  "value.wrong-kind": why(
    "Mỗi loại chỉ tiêu có một cách ghi; ghi cách khác thì phải đoán.",
    "Each kind has its form; another would have to be guessed.",
    value("convention.recognised", 3),
    value("convention.recognised", { x: 3, y: 4 }),
  ),
  "value.negative": why(
    "Đếm thì không thể âm; thường là dấu trừ gõ nhầm.",
    "A count cannot be below zero; mostly a slip.",
    value("meeting.events", -2),
    value("meeting.events", 2),
  ),
  "value.fractional": why(
    "Thường là dấu chấm hàng nghìn bị đọc thành dấu thập phân: 1.500 thành 1,5.",
    "Mostly a thousands dot read as a decimal one: 1.500 became 1.5.",
    value("member.count", 1.5),
    value("member.count", 1500),
  ),
  "value.too-large": why(
    "Vượt xa mức có thể: thường thừa số không hoặc nhầm đơn vị tính.",
    "Beyond what can be: mostly a zero too many, or another unit.",
    value("meeting.events", 2000000),
    value("meeting.events", 2),
  ),
  "value.percent-malformed": why(
    "Dấu phẩy và dấu chấm đổi nghĩa theo nơi; ghi một cách thì không nhầm.",
    "Comma and dot change their meaning; one way of writing cannot be mistaken.",
    value("matter.settled-rate", { percent: "48,7" }),
    value("matter.settled-rate", { percent: "48.7" }),
  ),
  "value.share-exceeds": why(
    "Phần không thể lớn hơn toàn bộ; thường ghi ngược hai số.",
    "A part cannot exceed its whole; mostly both are swapped.",
    value("convention.recognised", { x: 5, y: 4 }),
    value("convention.recognised", { x: 4, y: 5 }),
  ),
  "value.share-empty": why(
    "Chia cho không thì không có tỷ lệ; không có đối tượng là một câu trả lời riêng.",
    "Nothing of nothing has no share; having no object is an answer of its own.",
    value("convention.recognised", { x: 0, y: 0 }),
    value("convention.recognised", { notApplicable: "no-object" }),
  ),
  "value.parts-differ": why(
    "Một trong các số sai, và không ai biết số nào.",
    "One of the numbers is wrong, and nobody knows which.",
    value("model.registered", { n: 5, by: { field: { economy: 2, culture: 2 } } }),
    value("model.registered", { n: 5, by: { field: { economy: 2, culture: 3 } } }),
  ),
  "value.cumulative-unfit": why(
    "Chỉ số phát sinh mới cộng dồn từ đầu năm; số hiện có đã là số tại một ngày.",
    "Only what happens adds up from the beginning of the year; what there is holds for a day.",
    value("member.count", { n: 100, cumulative: true }),
    value("meeting.events", { n: 2, cumulative: true }),
  ),
  "value.nil-and-sent": why(
    "Vừa nói không có vừa ghi số: hai lời trái nhau.",
    "To say nothing happened and to give a number contradict.",
    sent({ nil: ["meeting.events"] }),
    sent({ nil: ["fund.raised"] }),
  ),
  "value.nil-not-possible": why(
    "Loại này không có số không.",
    "This kind has no zero.",
    sent({ nil: ["plan.issued"] }),
    sent({ nil: ["fund.raised"] }),
  ),
  "breakdown.unknown": why(
    "Danh mục không chia chỉ tiêu theo cách này nên không cộng được các phần.",
    "The catalogue does not cut it so; the parts add to nothing.",
    value("model.registered", { n: 1, by: { level: { ward: 1 } } }),
    value("model.registered", { n: 1, by: { field: { economy: 1, culture: 0 } } }),
  ),
  "breakdown.member-unknown": why(
    "Phần lạ thường là gõ nhầm mã.",
    "An unknown part is mostly a slip.",
    value("model.registered", { n: 1, by: { field: { economics: 1 } } }),
    value("model.registered", { n: 1, by: { field: { economy: 1, culture: 0 } } }),
  ),
  "claim.percent-differs": why(
    "Tỷ lệ in ra không phải là tỷ lệ của hai số; một trong ba số sai.",
    "What is printed is not the share of the two numbers; one of three is wrong.",
    value("convention.recognised", { x: 3, y: 4, printed: "85" }),
    value("convention.recognised", { x: 3, y: 4, printed: "75" }),
  ),
  "rule.failed-error": why(
    "Danh mục nói các số này không thể cùng đúng.",
    "The catalogue says that these numbers cannot all be right.",
    sent({ values: { "meeting.events": 0, "meeting.turns": 9 } }),
    sent({ values: { "meeting.events": 1, "meeting.turns": 9 } }),
  ),
  "rule.failed-warning": why(
    "Hiếm khi đúng, nhưng có thể: nên xem lại.",
    "Seldom right, though it can be: worth a look.",
    sent({ values: { "meeting.events": 9, "meeting.turns": 2 } }),
    sent({ values: { "meeting.events": 2, "meeting.turns": 9 } }),
  ),
  "rule.crashed": why(
    "Quy tắc hỏng là việc của người quản lý danh mục, không phải của người gửi.",
    "A broken rule is for whoever keeps the catalogue, not for the sender.",
    Case.crashing(true),
    Case.crashing(false),
  ),
  "series.fell": why(
    "Số luỹ kế trong năm chỉ có thể tăng.",
    "A number that runs on within the year can only grow.",
    batch({ ...q1, values: { "model.registered": 9 } }, { ...h1, values: { "model.registered": 5 } }),
    batch({ ...q1, values: { "model.registered": 5 } }, { ...h1, values: { "model.registered": 9 } }),
  ),
  "series.base-changed": why(
    "Số đối tượng ít khi đổi giữa năm; đổi thì nên nói vì sao.",
    "The number of objects seldom changes in a year; if it does, say why.",
    batch(
      { ...q1, values: { "convention.recognised": { x: 1, y: 4 } } },
      { ...h1, values: { "convention.recognised": { x: 2, y: 5 } } },
    ),
    batch(
      { ...q1, values: { "convention.recognised": { x: 1, y: 4 } } },
      { ...h1, values: { "convention.recognised": { x: 2, y: 4 } } },
    ),
  ),
  "series.outlier": why(
    "Tăng hoặc giảm trên ba lần thường là thừa hay thiếu một chữ số.",
    "A change beyond threefold is mostly a digit too many or too few.",
    batch(
      { id: "a", period: "2022-Q1", values: { "member.count": 100 } },
      { id: "b", period: "2022-Q2", values: { "member.count": 1000 } },
    ),
    batch(
      { id: "a", period: "2022-Q1", values: { "member.count": 100 } },
      { id: "b", period: "2022-Q2", values: { "member.count": 110 } },
    ),
  ),
  "record.copied": why(
    "Mọi số đều y hệt kỳ trước hiếm khi là thật.",
    "Every number as last time is seldom true.",
    batch({ id: "a", period: "2022-Q1", values: five }, { id: "b", period: "2022-Q2", values: five }),
    batch(
      { id: "a", period: "2022-Q1", values: five },
      { id: "b", period: "2022-Q2", values: { ...five, "meeting.turns": 41 } },
    ),
  ),
  "claim.change-differs": why(
    "Mức thay đổi in ra không khớp với hai kỳ, hiểu theo cách nào cũng vậy.",
    "The printed change fits the two periods in neither reading.",
    batch(
      { id: "a", period: "2022-Q1", values: { "matter.settled-rate": { percent: "80" } } },
      {
        id: "b",
        period: "2022-Q2",
        values: { "matter.settled-rate": { percent: "87", change: { by: "5", of: "points", against: "2022-Q1" } } },
      },
    ),
    batch(
      { id: "a", period: "2022-Q1", values: { "matter.settled-rate": { percent: "80" } } },
      {
        id: "b",
        period: "2022-Q2",
        values: { "matter.settled-rate": { percent: "87", change: { by: "7", of: "points", against: "2022-Q1" } } },
      },
    ),
  ),
  "submission.late": why(
    "Để biết nơi nào cần nhắc sớm hơn kỳ sau.",
    "To know whom to remind earlier next time.",
    Case.under(
      { obligations: country.catalogue.obligations.map((one) => ({ ...one, due: { days: 5 } })) },
      { submittedAt: "2022-07-20T08:00:00+07:00" },
    ),
    Case.under(
      { obligations: country.catalogue.obligations.map((one) => ({ ...one, due: { days: 5 } })) },
      { submittedAt: "2022-07-01T08:00:00+07:00" },
    ),
  ),
  "value.not-sent": why(
    "Không gửi không phải là không có; tổng số thiếu phần này.",
    "Not sent is not zero; the total lacks it.",
    sent({ values: { "meeting.events": 2 } }),
    fine,
  ),
  "submission.not-sent": why(
    "Tổng số của cấp trên thiếu đơn vị này.",
    "The total above lacks this unit.",
    Case.complete({}),
    Case.complete(
      {},
      ...["binh-ward-2000", "cuc-ward-2000", "mai-union-2000"].map((subject) => ({ subject, id: subject })),
    ),
  ),
  "entry.duplicate": why(
    "Hai mục cùng mã thì không biết mục nào thay mục nào.",
    "Of two entries with one id nobody knows which stands.",
    sent({
      entries: {
        models: [
          { id: "m", name: "Một" },
          { id: "m", name: "Hai" },
        ],
      },
    }),
    sent({
      entries: {
        models: [
          { id: "m", name: "Một" },
          { id: "n", name: "Hai" },
        ],
      },
    }),
  ),
  "entry.unit-unknown": why(
    "Nơi tổ chức không có trong sổ thì không dẫn tới đâu.",
    "An organiser that no register has leads nowhere.",
    sent({ entries: { events: [{ id: "e", name: "Họp", date: "2022-05-01", organiser: "an-ward", persons: [] }] } }),
    sent({
      entries: { events: [{ id: "e", name: "Họp", date: "2022-05-01", organiser: "an-ward-2000", persons: [] }] },
    }),
  ),
  "entry.person-similar": why(
    "Có thể là một người gõ hai cách; gộp nhầm hai người thì tệ hơn.",
    "It may be one person typed twice; to merge two would be worse.",
    sent({
      entries: {
        events: [
          {
            id: "e",
            name: "Họp",
            date: "2022-05-01",
            persons: [
              { name: "Trịnh Huy Thành", offices: [], part: "chair" },
              { name: "Trịnh Văn Thành", offices: [], part: "guest" },
            ],
          },
        ],
      },
    }),
    sent({
      entries: {
        events: [
          {
            id: "e",
            name: "Họp",
            date: "2022-05-01",
            persons: [{ name: "Trịnh Huy Thành", offices: [], part: "chair" }],
          },
        ],
      },
    }),
  ),
  "entry.reported-twice": why(
    "Hai đơn vị cùng nêu một việc cùng ngày thì có thể đó là một việc làm chung, và tổng số sẽ tính hai lần.",
    "Two units tell of one thing on one day: they may have done it together, and totals would count it twice.",
    batch({ entries: { events: [festival] } }, { subject: "binh-ward-2000", id: "b", entries: { events: [festival] } }),
    batch(
      { entries: { events: [festival] } },
      { subject: "binh-ward-2000", id: "b", entries: { events: [{ ...festival, date: "2022-05-19" }] } },
    ),
  ),
  "task.dropped": why(
    "Nhiệm vụ đã giao mà không nhắc lại thì không ai biết đã làm hay đã quên.",
    "A task handed on and never mentioned again may be done, or forgotten.",
    after({ period: "2021-H2", ...task() }, {}),
    after({ period: "2021-H2", ...task() }, task({ done: true })),
  ),
  "text.personal": why(
    "Thông tin của từng người không thuộc về báo cáo tổng hợp, và báo cáo được in ra cho nhiều nơi.",
    "What identifies a person has no place in a summary, which is printed for many.",
    sent({ narratives: { situation: "Hỏi chị An, 0912 345 678" } }),
    sent({ narratives: { situation: "Hỏi văn phòng uỷ ban" } }),
  ),
  "fact.conflict": why(
    "Hai báo cáo nói khác nhau về cùng một số; chỉ một số được in.",
    "Two submissions differ about one number; only one is printed.",
    brought(
      { id: "own", values: { "meeting.events": { n: 9, scope: "whole" } } },
      { id: "whole", scope: "whole", values: { "meeting.events": 8 } },
    ),
    brought({ id: "own", values: { "meeting.events": 9 } }),
  ),
  "whole.differs": why(
    "Số chung và số cộng khác nhau: có đơn vị thiếu, hoặc một nơi sai.",
    "The statement and the sum differ: a unit is missing, or one of them is wrong.",
    brought(
      { values: { "meeting.events": 2 } },
      { subject: "mai-district-2000", scope: "whole", id: "w", values: { "meeting.events": 9 } },
    ),
    brought(
      { values: { "meeting.events": 2 } },
      { subject: "mai-district-2000", scope: "whole", id: "w", values: { "meeting.events": 2 } },
    ),
  ),
  "period.parts-differ": why(
    "Số cả kỳ và các kỳ nhỏ không khớp; một trong hai sai.",
    "The period and its parts do not agree; one is wrong.",
    brought(
      { ...q1, values: { "meeting.events": 1 } },
      { id: "q2", period: "2022-Q2", values: { "meeting.events": 1 } },
      { ...h1, values: { "meeting.events": 9 } },
    ),
    brought(
      { ...q1, values: { "meeting.events": 1 } },
      { id: "q2", period: "2022-Q2", values: { "meeting.events": 1 } },
      { ...h1, values: { "meeting.events": 2 } },
    ),
  ),
  "period.covered-in-part": why(
    "Đơn vị cũ được chia cho hai đơn vị; một bên đã tính gộp, cộng thêm số cũ là tính hai lần, bỏ số cũ là thiếu.",
    "A former unit went to two; where one has reckoned it in, adding it counts twice, and leaving it out loses some.",
    Case.relayed("2025-Q4", "2025-Q2"),
    Case.relayed("2025-Q4", "2025-Q4"),
  ),
  "aggregate.cumulative-fell": why(
    "Số luỹ kế năm nhỏ hơn số 6 tháng đầu năm thì 6 tháng cuối năm thành số âm.",
    "Where the year's number is below that of its first half, the second would be negative.",
    Case.second({ ...h1, values: { "meeting.events": 9 } }, { period: "2022", values: { "meeting.events": 5 } }),
    Case.second({ ...h1, values: { "meeting.events": 5 } }, { period: "2022", values: { "meeting.events": 9 } }),
  ),
  "aggregate.overflow": why(
    "Vượt mức này máy không còn đếm đúng từng đơn vị.",
    "Beyond this a computer no longer counts exactly.",
    brought(
      { values: { "fund.raised": Number.MAX_SAFE_INTEGER } },
      { subject: "binh-ward-2000", id: "b", values: { "fund.raised": 1 } },
    ),
    brought({ values: { "fund.raised": 1 } }),
  ),
  "aggregate.rate-refused": why(
    "Bình quân các tỷ lệ không phải là tỷ lệ chung.",
    "The mean of percentages is not the percentage of all.",
    brought(
      { values: { "matter.settled-rate": { percent: "87" } } },
      { subject: "binh-ward-2000", id: "b", values: { "matter.settled-rate": { percent: "90" } } },
    ),
    brought({ values: { "meeting.events": 1 } }),
  ),
  "aggregate.distinct-refused": why(
    "Một người có thể có mặt ở hai đơn vị; cộng là đếm hai lần.",
    "One person may be in two units; adding would count twice.",
    brought(
      { values: { "person.reached": 5 } },
      { subject: "binh-ward-2000", id: "b", values: { "person.reached": 5 } },
    ),
    brought({ values: { "meeting.events": 1 } }),
  ),
  "total.empty": why(
    "Tổng của không chỉ tiêu nào không phải là số không.",
    "The total of nothing is not zero.",
    total([]),
    total(["meeting.events"]),
  ),
  "total.overlapping": why(
    "Cộng các số này là đếm một việc hai lần.",
    "Adding them would count one thing twice.",
    total(["meeting.turns", "talk.turns"], {
      ...twoTurns,
      overlaps: [{ id: "o", indicators: ["meeting.turns", "talk.turns"], how: "refuse", why: label }],
    }),
    total(["meeting.turns", "talk.turns"], twoTurns),
  ),
  "total.kinds-unlike": why(
    "Số phát sinh và số hiện có không cộng với nhau.",
    "What happened and what exists do not add.",
    total(["meeting.turns", "turn.plan"], twoKinds),
    total(["meeting.turns"]),
  ),
  "total.measures-unlike": why(
    "Cuộc và lượt người không cộng với nhau.",
    "Events and turns do not add.",
    total(["meeting.events", "meeting.turns"]),
    total(["meeting.turns"]),
  ),
  "prose.digit-unbound": why(
    "Số gõ tay không theo số liệu khi số liệu thay đổi.",
    "A digit typed by hand does not move when the data do.",
    request({ narratives: { movement: "Có 5 cuộc." } }),
    request({ narratives: { movement: "Có {meeting.events}." } }),
  ),
  "prose.reference-unknown": why(
    "Tên không dẫn tới số nào thì không có gì để in.",
    "A name that leads nowhere has nothing to print.",
    request({ narratives: { movement: "Có {meeting.event}." } }),
    request({ narratives: { movement: "Có {meeting.events}." } }),
  ),
  "prose.filter-unknown": why(
    "Không biết phải viết số theo dạng nào.",
    "Nobody knows in which form to write the number.",
    request({ narratives: { movement: "Có {meeting.events|round}." } }),
    request({ narratives: { movement: "Có {meeting.events|bare}." } }),
  ),
  "prose.unclosed": why(
    "Không biết tên kết thúc ở đâu.",
    "Nobody knows where the name ends.",
    request({ narratives: { movement: "Có {meeting.events." } }),
    request({ narratives: { movement: "Có {meeting.events}." } }),
  ),
  "report.outline-unknown": why(
    "Không có đề cương thì không biết báo cáo gồm những phần nào.",
    "Without an outline nobody knows what the report consists of.",
    request({ outline: "quy" }),
    request({}),
  ),
  "report.form-unknown": why(
    "Mỗi loại cơ quan có thể thức riêng theo thời gian; không lấy mẫu khác thay.",
    "Each kind of body has its form by date; no other is taken instead.",
    request({ form: "nd30" }),
    request({}),
  ),
  "report.addressee-not-in-form": why(
    "Mẫu không có chỗ cho dòng này.",
    "The form has no place for it.",
    request({ to: ["Thành uỷ"] }),
    request({}),
  ),
  "report.unit-unknown": why(
    "Không biết lập báo cáo cho ai.",
    "Nobody knows whose report it is.",
    request({ subject: "mai" }),
    request({}),
  ),
  "report.citation-unknown": why(
    "Không viện dẫn văn bản mà danh mục không có.",
    "What the catalogue does not have is not cited.",
    request({ basis: ["directive-two"] }),
    request({ basis: ["directive-one"] }),
  ),
  "report.citation-not-in-force": why(
    "Viện dẫn văn bản chưa có hoặc hết hiệu lực làm báo cáo mất căn cứ.",
    "A document not in force is no ground for a report.",
    Case.request({ period: "2020-Q1", basis: ["directive-one"] }),
    request({ basis: ["directive-one"] }),
  ),
  "report.protected-derivable": why(
    "Số liệu được bảo vệ mà vẫn tính ra được từ số khác thì không còn được bảo vệ.",
    "A protected figure that follows from others is not protected.",
    request({ publish: { small: { below: 5, indicators: ["meeting.events"] } } }, asManyRegistered),
    request({ publish: { small: { below: 6, indicators: ["meeting.events", "model.registered"] } } }, asManyRegistered),
  ),
  "register.duplicate": why(
    "Một mã phải chỉ một thứ.",
    "An id must mean one thing.",
    organisations({ units: [firstUnit, firstUnit, ...otherUnits] }),
    organisations({}),
  ),
  "register.reference-unknown": why(
    "Mã không dẫn tới đâu làm hỏng mọi phép cộng qua nó.",
    "An id that leads nowhere breaks every sum through it.",
    organisations({ edges: [{ child: "an-ward", parent: "mai-district-2000", line: "reporting" }] }),
    organisations({ edges: [{ child: "an-ward-2000", parent: "mai-district-2000", line: "reporting" }] }),
  ),
  "register.dates-crossed": why(
    "Khoảng thời gian như vậy không có ngày nào.",
    "Such a stretch has no day.",
    organisations({
      edges: [
        { child: "an-ward-2000", parent: "mai-district-2000", line: "reporting", from: "2022-01-01", to: "2021-01-01" },
      ],
    }),
    organisations({}),
  ),
  "register.calendar-unfit": why(
    "Kỳ bắt đầu vào một ngày không có thì không ai biết nó gồm những ngày nào.",
    "Of a period that begins on no day nobody knows which days it has.",
    catalogue({ calendars: [{ ...office, start: { yearOffset: 0, month: 2, day: 30 } }] }),
    catalogue({ calendars: [office] }),
  ),
  "register.terms-overlap": why(
    "Một ngày thuộc hai nhiệm kỳ thì số liệu của ngày ấy bị tính hai lần.",
    "What happened on a day of two terms would count in both.",
    organisations({ units: [{ ...firstUnit, terms: [{ ...term, to: "2025-09-30" }, term2025] }, ...otherUnits] }),
    organisations({ units: [{ ...firstUnit, terms: [term, term2025] }, ...otherUnits] }),
  ),
  "register.period-lacking": why(
    "Đòi một kỳ mà lịch của chỉ tiêu không có thì không ai nộp được.",
    "What an indicator's calendar is not cut into, nobody can send.",
    catalogue(byJustice("quarter")),
    catalogue(byJustice("half")),
  ),
  "register.due-unfit": why(
    "Thời hạn phải rơi vào một ngày có thật.",
    "A report has to be due on a day.",
    catalogue({ obligations: [{ ...duty, due: { dayOfMonth: 32 } }] }),
    catalogue({ obligations: [{ ...duty, due: { dayOfMonth: 25 } }] }),
  ),
  "register.day-decided-twice": why(
    "Thời hạn tính bằng ngày làm việc, nên mỗi ngày phải rõ là nghỉ hay làm.",
    "Days by which reports are due are counted in working days: each is one, or is none.",
    catalogue({ daysOff: [swap, { ...swap, off: false }] }),
    catalogue({ daysOff: [swap, { ...swap, from: "2024-05-04", to: "2024-05-04", off: false }] }),
  ),
  "register.cycle": why(
    "Cộng theo vòng thì không bao giờ hết.",
    "A sum along a circle never ends.",
    organisations({
      edges: [
        { child: "an-ward-2000", parent: "binh-ward-2000", line: "reporting" },
        { child: "binh-ward-2000", parent: "an-ward-2000", line: "reporting" },
      ],
    }),
    organisations({}),
  ),
  "register.parents-two": why(
    "Cùng một tuyến mà hai cấp trên thì số liệu bị cộng hai lần.",
    "With two units above on one line its figures are added twice.",
    added({ edges: [{ child: "an-ward-2000", parent: "binh-ward-2000", line: "reporting", from: "2022-04-01" }] }),
    added({ edges: [{ child: "an-ward-2000", parent: "binh-ward-2000", line: "front", from: "2022-04-01" }] }),
  ),
  "register.child-outlives": why(
    "Cấp trên không còn thì số liệu không về đâu cả.",
    "Where the unit above is gone, figures lead nowhere.",
    added({ units: [den], edges: [{ child: "an-ward-2000", parent: den.id, line: "front" }] }),
    added({ units: [den], edges: [{ child: "an-ward-2000", parent: den.id, line: "front", to: "2025-06-30" }] }),
  ),
  "register.code-overlap": why(
    "Mã được dùng lại cho đơn vị khác; không có ngày thì không biết mã chỉ đơn vị nào.",
    "Codes are used again for other units; without days nobody knows which is meant.",
    coded("2025-01-01"),
    coded("2025-07-01"),
  ),
  "register.names-overlap": why(
    "Văn bản một ngày chỉ mang một tên.",
    "What is written on a day bears one name.",
    named("2021-06-30"),
    named("2020-12-31"),
  ),
  "register.role-held-twice": why(
    "Hai đầu mối cùng gửi số liệu của một đơn vị thì không biết tin bên nào.",
    "With two senders for one unit nobody knows whom to believe.",
    held("2022-04-01"),
    added({ units: [den] }),
  ),
  "register.succession-unfit": why(
    "Tên gọi của việc sắp xếp quyết định số liệu đi đâu.",
    "What the event is called decides where figures go.",
    merged({ kind: "rename" }),
    merged(),
  ),
  "register.unit-absent": why(
    "Số liệu không chuyển được từ, hay sang, một đơn vị chưa có hoặc không còn.",
    "Figures go neither from nor to a unit that is not there.",
    merged({}, { to: "2025-05-31" }),
    merged(),
  ),
  "register.unit-doubled": why(
    "Đã chuyển hết mà vẫn còn thì số liệu bị tính hai lần.",
    "What passed whole and goes on is counted twice.",
    merged({}, { to: "2026-12-31" }),
    merged(),
  ),
  "register.unit-lost": why(
    "Chỉ một phần có nơi đến thì phần còn lại mất khỏi tổng.",
    "Where only a part has a place to go, the rest drops out of the total.",
    added({ units: [den, denNow], successions: [{ ...merger, kind: "transfer", from: [den.id] }] }),
    added({ units: [den, denNow], successions: [{ ...merger, from: [den.id] }] }),
  ),
  "register.shares-unfit": why(
    "Các phần không bằng cái toàn thể thì chia xong sẽ thừa hoặc thiếu.",
    "Parts that are not the whole leave something over, or out.",
    parted(4500),
    parted(5000),
  ),
  "register.citation-outside": why(
    "Căn cứ phải có hiệu lực khi số liệu được thu thập.",
    "What an indicator rests on must hold while it is collected.",
    cited("2023-07-01"),
    cited("2020-05-04"),
  ),
  "register.kind-unfit": why(
    "Loại này không có các phần để cộng.",
    "This kind has no parts to add.",
    catalogue({
      indicators: [
        ...country.catalogue.indicators,
        { id: "x", label, kind: "rate", measure: "percent", breakdowns: [{ dimension: "field", exhaustive: true }] },
      ],
    }),
    catalogue({}),
  ),
  "register.level-unfit": why(
    "Người chạy quy tắc phải biết trước cần những số liệu nào.",
    "Whoever runs a rule must know what data it needs.",
    catalogue({
      rules: [
        {
          id: "r",
          level: "record",
          severity: "error",
          expression: { op: "<=", left: { ref: "meeting.events", at: "previous" }, right: { n: 5 } },
          holds: [],
          why: label,
        },
      ],
    }),
    catalogue({
      rules: [
        {
          id: "r",
          level: "cross-period",
          severity: "error",
          expression: { op: "<=", left: { ref: "meeting.events", at: "previous" }, right: { n: 5 } },
          holds: [],
          why: label,
        },
      ],
    }),
  ),
  "rule-set.contradictory": why(
    "Không báo cáo nào qua được các quy tắc này.",
    "No submission could pass these rules.",
    rules([["a", "<", "b"]], [["b", "<=", "a"]]),
    rules([["a", "<=", "b"]]),
  ),
  "rule-set.unreachable": why(
    "Quy tắc không bao giờ nói gì làm người ta tưởng đã kiểm tra.",
    "A rule that never speaks makes one believe that something is checked.",
    rules(
      [["a", "<=", 5]],
      [
        ["b", "=", 1],
        ["a", ">", 9],
      ],
    ),
    rules(
      [["a", "<=", 5]],
      [
        ["b", "=", 1],
        ["a", ">", 3],
      ],
    ),
  ),
  "rule-set.redundant": why(
    "Quy tắc thừa không sai, chỉ làm danh mục khó đọc.",
    "A rule that adds nothing is not wrong, but makes reading harder.",
    rules([["a", ">=", 0]]),
    rules([["a", "<=", 5]]),
  ),
  "rule-set.too-costly": why(
    "Quy tắc quá dài làm chậm mọi lần kiểm tra.",
    "A rule too long slows every check.",
    rules([
      ["a", "<=", "b"],
      ["c", ">", 1],
    ]),
    rules([["a", "<=", "b"]]),
  ),
  "register.overlap-unfit": why(
    "Khai báo dở dang thì không biết cộng thế nào.",
    "A declaration half made does not say how to add.",
    catalogue(overlap({ how: "refuse" })),
    catalogue(overlap({})),
  ),
  "outline.too-deep": why(
    "Các mẫu văn bản chỉ đánh số ba cấp mục; mục nằm trong chính nó thì không có chỗ kết thúc.",
    "The forms number three levels of headings, and a section within itself has no end.",
    outlines({
      sections: { circle: { title: "Vòng", sections: ["circle"] } },
      outlines: [{ id: "ours", label, sections: ["circle"] }],
    }),
    outlines({ outlines: [{ id: "ours", label, sections: ["results"] }] }),
  ),
  "edition.base-unlike": why(
    "Thay đổi viết cho danh mục khác có thể thành sai.",
    "Changes written for another catalogue may become wrong.",
    edition({ extends: "mai-2022@2" }),
    edition({}),
  ),
  "edition.already-there": why(
    "Thêm đè lên mã có sẵn là thay trong im lặng.",
    "To add over an id would replace it in silence.",
    edition({ add: { indicators: [firstIndicator] } }),
    edition({ add: { measures: [{ id: "day", vi: "ngày", en: "days", decimals: 0 }] } }),
  ),
  "edition.not-there": why(
    "Thay hoặc bỏ cái không có thường là gõ nhầm mã.",
    "To replace or remove what is not there is mostly a slip.",
    edition({ remove: { citations: ["directive-two"] } }),
    edition({ remove: { citations: ["directive-one"] } }),
  ),
  "edition.changed-twice": why(
    "Hai thay đổi cho một mã thì không biết lấy cái nào.",
    "Of two changes to one id nobody knows which holds.",
    edition({ remove: { citations: ["directive-one", "directive-one"] } }),
    edition({ remove: { citations: ["directive-one"] } }),
  ),
  "edition.kind-changed": why(
    "Số đã lưu dưới mã này sẽ bị đọc thành việc khác.",
    "Figures stored under this id would be read as something else.",
    edition({ replace: { indicators: [{ ...firstIndicator, kind: "stock" }] } }),
    edition({ replace: { indicators: [{ ...firstIndicator, label }] } }),
  ),
  "wording.code-unknown": why(
    "Lời văn cho mã không có sẽ không bao giờ được nói.",
    "Words for a code that does not exist are never said.",
    Case.wording({ "value.negativ": {} }),
    Case.wording({ "value.negative": {} }),
  ),
  "wording.parameter-unknown": why(
    "Chỗ trống này sẽ luôn trống.",
    "The gap would always stay empty.",
    Case.wording({ "value.negative": { vi: { message: "Số {so} âm." } } }),
    Case.wording({ "value.negative": { vi: { message: "Số {found} âm." } } }),
  ),
  "file.missing": why(
    "Tên tệp sai, hoặc không được phép đọc.",
    "The name is wrong, or it may not be read.",
    asked("an.json", false),
    asked("an.json", true),
  ),
  "file.empty": why(
    "Tệp rỗng thường là gửi nhầm, hoặc lưu chưa xong.",
    "An empty file is mostly sent by mistake, or was not saved to its end.",
    csv("Đơn vị;Cuộc họp", "Phường An;"),
    csv(...rows),
  ),
  "file.damaged": why(
    "Tệp tải về chưa hết thì không biết thiếu những gì.",
    "Of a file cut short nobody knows what is missing.",
    received(
      "an.xlsx",
      xlsx([head, ["Phường An", 5, "3/4"]]).subarray(0, 900),
      "an.xlsx: 900 byte đầu / its first 900 bytes",
    ),
    plainSheet,
  ),
  "file.inert": why(
    "Macro và liên kết ra ngoài có thể làm những việc không ai muốn; ở đây không thứ nào được chạy.",
    "Macros and links may do what nobody wants; here none of them runs.",
    sheet([head, ["Phường An", 5, "3/4"]], "+ macro", { parts: { "xl/vbaProject.bin": "x" } }),
    plainSheet,
  ),
  "file.format-unsupported": why(
    "Loại tệp này chưa có bộ đọc.",
    "Nothing here reads such files.",
    received("an.pdf", "%PDF-1.7", "an.pdf"),
    csv(...rows),
  ),
  "file.limit-exceeded": why(
    "Tệp quá lớn có thể làm hết bộ nhớ.",
    "A file too large may exhaust the memory.",
    received("an.ndjson", `{"id":"${"a".repeat(17 * 2 ** 20)}"}`, "an.ndjson: một dòng 17 MB / a line of 17 MB"),
    received("an.ndjson", '{"id":"a"}', "an.ndjson"),
  ),
  "encoding.unsupported": why(
    "Đọc sai bảng mã thì chữ Việt thành chữ khác.",
    "In the wrong encoding Vietnamese becomes something else.",
    received("an.json", utf16("{}"), "an.json: UTF-16"),
    received("an.json", "{}", "an.json: UTF-8"),
  ),
  "encoding.converted": why(
    "Bảng mã được nhận ra chắc chắn; nói ra để người gửi biết tệp đã được đọc thế nào.",
    "The encoding is beyond doubt; it is said so that the sender knows how the file was read.",
    received("an.csv", utf16(rows.join("\n")), ["an.csv: UTF-16", ...rows].join("\n")),
    csv(...rows),
  ),
  "encoding.legacy-font": why(
    "Chữ gõ bằng phông cũ chỉ đúng khi xem bằng phông ấy; tự chuyển mã thì có thể sai một tên riêng.",
    "Text typed for an old font is right in that font only; to convert it unasked may spoil a name.",
    received("an.csv", latin1("§¬n vÞ;Cuéc häp\nPh­êng An;5"), "§¬n vÞ;Cuéc häp\nPh­êng An;5"),
    csv(...rows),
  ),
  "csv.quote-unclosed": why(
    "Thiếu dấu đóng thì mọi dòng phía sau thành một ô.",
    "Without the closing quote all lines behind become one cell.",
    csv("Đơn vị;Cuộc họp;Ghi chú", 'Phường An;5;"họp chung', "Phường Bình;6;"),
    csv("Đơn vị;Cuộc họp;Ghi chú", 'Phường An;5;"họp chung"', "Phường Bình;6;"),
  ),
  "csv.quote-stray": why(
    "Dấu ngoặc kép giữa ô có thể là nội dung, có thể là gõ nhầm.",
    "A quote within a cell may be meant, or may be a slip.",
    csv("Đơn vị;Cuộc họp;Ghi chú", 'Phường An;5;cỡ 2"3'),
    csv("Đơn vị;Cuộc họp;Ghi chú", 'Phường An;5;"cỡ 2""3"'),
  ),
  "table.head-missing": why(
    "Không có tiêu đề thì không biết cột nào là chỉ tiêu nào.",
    "Without headings nobody knows which column is which indicator.",
    csv("Tên;Số buổi", "Phường An;5"),
    csv(...rows),
  ),
  "table.period-missing": why(
    "Số liệu không ghi kỳ thì không cộng vào đâu được.",
    "Figures of no period cannot be added anywhere.",
    received("an.csv", rows.join("\n"), rows.join("\n"), { given: {} }),
    received(
      "an.csv",
      "Đơn vị;Kỳ báo cáo;Cuộc họp\nPhường An;2022-H1;5",
      "Đơn vị;Kỳ báo cáo;Cuộc họp\nPhường An;2022-H1;5",
      { given: {} },
    ),
  ),
  "table.subject-missing": why(
    "Số liệu không ghi là của ai thì không cộng vào đâu được.",
    "Figures of nobody cannot be added anywhere.",
    csv("Chỉ tiêu;Số lượng", "Cuộc họp;5"),
    csv("Chỉ tiêu;Phường An", "Cuộc họp;5"),
  ),
  "table.sheet-skipped": why(
    "Trang tính bị bỏ qua phải được nêu tên, phòng khi số liệu nằm ở đó.",
    "A sheet left out is named, in case the figures stand there.",
    Case.secondSheet("Nháp"),
    plainSheet,
  ),
  "table.hidden": why(
    "Dòng ẩn vẫn là số liệu đã gửi, nhưng người gửi có thể không biết là nó còn đó.",
    "A hidden row is sent all the same, but the sender may not know that it is there.",
    sheet([head, ["Phường An", 5, "3/4"], ["Phường Bình", 5, "3/4"]], "(dòng 3 bị ẩn / row 3 is hidden)", {
      hidden: [3],
    }),
    sheet([head, ["Phường An", 5, "3/4"], ["Phường Bình", 5, "3/4"]]),
  ),
  "table.total-differs": why(
    "Số tổng và các số không khớp thì có một số sai.",
    "Where the total and its numbers do not agree, one of them is wrong.",
    csv(...rows, "Phường Bình;6", "Tổng cộng;12"),
    csv(...rows, "Phường Bình;6", "Tổng cộng;11"),
  ),
  "heading.unknown": why(
    "Cột không rõ là chỉ tiêu nào có thể chứa số liệu phải gửi; bỏ qua là bỏ sót trong im lặng.",
    "A column of no known indicator may hold what is owed; to pass over it would lose it in silence.",
    csv("Đơn vị;Cuộc họp;Hội vien", "Phường An;5;7"),
    csv("Đơn vị;Cuộc họp;Hội viên", "Phường An;5;7"),
  ),
  "heading.ambiguous": why(
    "Một tên chỉ hai chỉ tiêu thì không chọn thay người gửi.",
    "Where a name means two indicators, the choice is the sender's.",
    received("an.csv", rows.join("\n"), ["meeting.events, meeting.turns: “Cuộc họp”", ...rows].join("\n"), {
      registers: withLabels({ "meeting.turns": "Cuộc họp" }),
    }),
    csv(...rows),
  ),
  "heading.repeated": why(
    "Hai cột cho một chỉ tiêu thì không biết lấy số nào.",
    "Of two columns for one indicator nobody knows which counts.",
    csv("Đơn vị;Cuộc họp;meeting.events", "Phường An;5;7"),
    csv("Đơn vị;Cuộc họp;Hội viên", "Phường An;5;7"),
  ),
  "row.unit-missing": why(
    "Số liệu không ghi là của ai thì không cộng vào đâu được.",
    "Figures of nobody cannot be added anywhere.",
    csv(...rows, ";6"),
    csv(...rows, "Phường Bình;6"),
  ),
  "row.unit-unknown": why(
    "Tên gần giống có thể là đơn vị khác; chỉ gợi ý, không tự sửa.",
    "A name nearly alike may be another unit's; it is proposed, never put in.",
    csv(...rows, "Phường Cuc;6"),
    csv(...rows, "Phường Cúc;6"),
  ),
  "row.unit-ambiguous": why(
    "Hai đơn vị cùng tên gọi thì không chọn thay người gửi.",
    "Where a name means two units, the choice is the sender's.",
    received("an.csv", "Đơn vị;Cuộc họp\nAn;5", "An: Phường An, Xã An\nĐơn vị;Cuộc họp\nAn;5", { registers: twoAn }),
    received("an.csv", rows.join("\n"), ["An: Phường An, Xã An", ...rows].join("\n"), { registers: twoAn }),
  ),
  "row.unit-above": why(
    "Số của cấp trên có thể là số riêng, có thể là số cộng từ cấp dưới; cộng nhầm là tính hai lần.",
    "What stands for the unit above may be its own or the sum of those below; a wrong guess counts twice.",
    csv(...rows, "Phường Bình;6", "Quận Mai;12"),
    csv(...rows, "Phường Bình;6", "Tổng cộng;11"),
  ),
  "cell.date": why(
    "Bảng tính đổi tỷ số như 2/4 thành ngày; số gốc không còn trong ô.",
    "Spreadsheets turn a share such as 2/4 into a day; what was typed is gone.",
    sheet([head, ["Phường An", 5, { xml: '<c s="3"><v>46114</v></c>', shown: "2-Apr" }]]),
    plainSheet,
  ),
  "cell.ambiguous": why(
    "Người quen dấu phẩy kiểu Anh và người viết kiểu Việt hiểu ô này thành hai số khác nhau.",
    "Read with English commas and read as Vietnamese, the cell is two different numbers.",
    csv("Đơn vị;Cuộc họp", "Phường An;1,234"),
    csv("Đơn vị;Cuộc họp", "Phường An;1.234"),
  ),
  "cell.unread": why(
    "Ô không phải là số, hoặc đếm thứ khác với chỉ tiêu, thì không đoán.",
    "What is no number, or counts something else than the indicator, is not guessed.",
    csv("Đơn vị;Cuộc họp", "Phường An;12 người"),
    csv("Đơn vị;Cuộc họp", "Phường An;12 cuộc"),
  ),
  "cell.error": why(
    "Ô lỗi không có con số nào.",
    "A cell in error has no number.",
    sheet([head, ["Phường An", { xml: '<c t="e"><v>#DIV/0!</v></c>', shown: "#DIV/0!" }, "3/4"]]),
    plainSheet,
  ),
  "cell.uncomputed": why(
    "Chương trình ghi tệp chưa tính công thức; không tính thay người gửi.",
    "Whatever wrote the file did not compute the formula; it is not computed in its place.",
    sheet([head, ["Phường An", { xml: "<c><f>SUM(D1:D9)</f></c>", shown: "=SUM(D1:D9)" }, "3/4"]]),
    plainSheet,
  ),
  "json.malformed": why(
    "Tệp bị cắt ngang hoặc sai cú pháp thì không biết thiếu những gì.",
    "Of a file cut short, or with a slip, nobody knows what is missing.",
    received("an.json", '{"id": "an",}'),
    received("an.json", '{"id": "an"}'),
  ),
  "json.key-repeated": why(
    "Máy đọc JSON thường lấy lần ghi cuối và bỏ lần đầu, không báo; số bị bỏ có thể là số đúng.",
    "Readers of JSON take the last one and drop the first in silence; the one dropped may be right.",
    written(`{"values": {"meeting.events": 2, "meeting.events": 12}}`),
    written(`{"values": {"meeting.events": 12}}`),
  ),
  "json.key-reserved": why(
    "Tên này có nghĩa riêng trong JavaScript; số liệu dưới tên này không ai đọc thấy.",
    "The name has a meaning of its own in JavaScript; nobody would see the data under it.",
    written(`{"values": {"__proto__": {"meeting.events": 9}}}`),
    written(`{"values": {"meeting.events": 9}}`),
  ),
  "json.digits-lost": why(
    "Máy chỉ giữ được chừng mười sáu chữ số; đọc số dài hơn thì thành một số khác.",
    "A computer keeps some sixteen digits; a longer number is read as another one.",
    written(`{"values": {"fund.raised": 9007199254740993}}`),
    written(`{"values": {"fund.raised": 9007199254740992}}`),
  ),
}
