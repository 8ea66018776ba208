// An invented district with three wards and one body, and a catalogue with an indicator of every kind. For tests of
// whoever builds on this library; nothing in it exists.
import * as Result from "effect/Result"
import * as Registers from "../registers/Registers.ts"

const since = { from: "2000-01-01" }
const label = (vi: string, en: string) => ({ vi, en })
const ward = (name: string, id: string) => ({
  id: `${id}-ward-2000`,
  kind: "ward",
  names: [{ vi: `Phường ${name}`, short: name, en: `${name} Ward`, ...since }],
  ...since,
})

/** `danvan/organisations@0` of the invented district. */
export const organisations = {
  schema: "danvan/organisations@0",
  asOf: "2026-01-01",
  units: [
    { id: "mai-district-2000", kind: "district", names: [{ vi: "Quận Mai", short: "Mai", ...since }], ...since },
    ward("An", "an"),
    ward("Bình", "binh"),
    ward("Cúc", "cuc"),
    { id: "mai-union-2000", kind: "mass-organisation", names: [{ vi: "Hội Mai", ...since }], ...since },
    {
      id: "mai-district-danvan",
      kind: "party-advisory",
      names: [
        { vi: "Ban Dân vận Quận uỷ Mai", letterhead: { superior: ["QUẬN UỶ MAI"], issuer: ["BAN DÂN VẬN"] }, ...since },
      ],
      symbols: [{ symbol: "BDVQU", ...since }],
      roles: [{ role: "danvan.focal-point", of: "mai-district-2000", ...since }],
      ...since,
    },
    {
      id: "an-office-one",
      kind: "party-advisory",
      names: [{ vi: "Khối Dân vận phường An", ...since }],
      roles: [{ role: "danvan.focal-point", of: "an-ward-2000", from: "2000-01-01", to: "2022-03-31" }],
      from: "2000-01-01",
      to: "2022-03-31",
    },
    {
      id: "an-office-two",
      kind: "front",
      names: [{ vi: "Uỷ ban MTTQ phường An", ...since }],
      roles: [{ role: "danvan.focal-point", of: "an-ward-2000", from: "2022-04-01" }],
      ...since,
    },
  ],
  edges: ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000", "mai-union-2000"].map((child) => ({
    child,
    parent: "mai-district-2000",
    line: "reporting",
    ...since,
  })),
  successions: [
    {
      id: "an-offices-merged",
      kind: "merge",
      date: "2022-04-01",
      from: ["an-office-one"],
      to: ["an-office-two"],
    },
  ],
}

const indicator = (id: string, kind: string, measure: string, vi: string, rest: object = {}) => ({
  id,
  label: label(vi, id),
  kind,
  measure,
  ...rest,
})

/** `danvan/catalogue@0` with an indicator of every kind. */
export const catalogue = {
  schema: "danvan/catalogue@0",
  id: "mai-2022",
  version: "1.0.0",
  from: "2020-01-01",
  label: label("Danh mục thử", "Trial catalogue"),
  calendar: "civil",
  measures: [
    { id: "event", vi: "cuộc", en: "events", decimals: 0 },
    { id: "turn", vi: "lượt người", en: "turns", decimals: 0 },
    { id: "person", vi: "người", en: "persons", decimals: 0 },
    { id: "model", vi: "mô hình", en: "models", decimals: 0 },
    { id: "unit", vi: "đơn vị", en: "units", decimals: 0 },
    { id: "percent", vi: "%", en: "%", decimals: 0 },
    { id: "dong", vi: "đồng", en: "đồng", decimals: 0 },
  ],
  dimensions: [
    {
      id: "field",
      label: label("Lĩnh vực", "Field"),
      members: [
        { id: "economy", label: label("Kinh tế", "Economy") },
        { id: "culture", label: label("Văn hoá", "Culture") },
      ],
    },
  ],
  indicators: [
    indicator("meeting.events", "flow", "event", "Cuộc họp", { max: 100000 }),
    indicator("meeting.turns", "flow", "turn", "Lượt người dự họp"),
    indicator("member.count", "stock", "person", "Hội viên"),
    indicator("model.registered", "campaign", "model", "Mô hình đăng ký", {
      breakdowns: [{ dimension: "field", exhaustive: true }],
    }),
    indicator("convention.recognised", "share", "unit", "Quy ước được công nhận"),
    indicator("plan.attained", "attainment", "unit", "Thực hiện kế hoạch"),
    indicator("matter.settled-rate", "rate", "percent", "Tỷ lệ giải quyết"),
    indicator("unit.grade", "grade", "unit", "Xếp loại"),
    indicator("plan.issued", "flag", "unit", "Đã ban hành kế hoạch"),
    indicator("person.reached", "distinct", "person", "Số người được vận động"),
    indicator("situation.remark", "text", "unit", "Nhận xét"),
    indicator("fund.raised", "flow", "dong", "Quỹ vận động"),
  ],
  rules: [
    {
      id: "meeting.no-turns-without-events",
      level: "record",
      severity: "error",
      when: { op: "=", left: { ref: "meeting.events" }, right: { n: 0 } },
      expression: { op: "=", left: { ref: "meeting.turns" }, right: { n: 0 } },
      holds: ["meeting.turns"],
      why: label("Không họp thì không có lượt người dự.", "No meeting, no turns."),
    },
    {
      id: "meeting.turns-at-least-events",
      level: "record",
      severity: "warning",
      when: { op: ">", left: { ref: "meeting.events" }, right: { n: 0 } },
      expression: { op: ">=", left: { ref: "meeting.turns" }, right: { ref: "meeting.events" } },
      holds: [],
      why: label("Mỗi cuộc họp có ít nhất một lượt người.", "Every meeting has at least one turn."),
    },
  ],
  citations: [
    {
      id: "directive-one",
      kind: "Chỉ thị",
      symbol: "01-CT/MU",
      issuer: "Quận uỷ Mai",
      issuedOn: "2020-05-04",
      from: "2020-05-04",
      subject: "Công tác dân vận",
      source: "bịa ra để thử",
      certainty: "stated",
    },
  ],
  obligations: [
    {
      id: "ward-half",
      who: { kind: "ward" },
      indicators: ["meeting.events", "meeting.turns", "model.registered", "convention.recognised", "member.count"],
      every: "half",
      scope: "own",
    },
    {
      id: "union-half",
      who: { unit: "mai-union-2000" },
      indicators: ["meeting.events", "meeting.turns"],
      every: "half",
      scope: "own",
    },
  ],
}

/** The invented registers, checked. */
export const registers: Registers.Registers = Result.getOrThrow(Registers.make(organisations, catalogue))

/** The units of the invented district that report, in the register's order. */
export const reporting = ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000", "mai-union-2000"] as const

/**
 * A faultless submission of the invented ward An, changed by `changes`.
 *
 * @example
 * submission({ values: { "meeting.events": 3, "meeting.turns": 40 } })
 */
export const submission = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  schema: "danvan/submission@0",
  id: `${String(changes["subject"] ?? "an-ward-2000")}-${String(changes["period"] ?? "2022-H1")}`,
  revision: 1,
  subject: "an-ward-2000",
  scope: "own",
  period: "2022-H1",
  catalogue: "mai-2022",
  status: "submitted",
  values: {
    "meeting.events": 2,
    "meeting.turns": 40,
    "model.registered": { n: 5, by: { field: { economy: 2, culture: 3 } } },
    "convention.recognised": { x: 3, y: 4 },
    "member.count": 100,
  },
  ...changes,
})
