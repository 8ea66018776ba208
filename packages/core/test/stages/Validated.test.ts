import { Answers, Issue, load, Period, toText, validate, Validated } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { en } from "../../src/wording/en.ts"
import { vi } from "../../src/wording/vi.ts"

const { registers, submission } = country
const others = country.reporting.slice(1).map((subject) => submission({ subject, values: full(subject) }))
function full(subject: string): unknown {
  const { values } = submission() as { values: Record<string, unknown> }
  return subject === "mai-union-2000" ? { "meeting.events": 1, "meeting.turns": 9 } : values
}
const good = (submission() as { values: Record<string, unknown> }).values
const withValue = (id: string, value: unknown): Record<string, unknown> =>
  submission({ values: { ...good, [id]: value } })

/** Every input value is accepted, or held back with an issue that names it: what is neither, by pointer. */
const disappeared = (inputs: ReadonlyArray<unknown>, batch: Validated.Validated): ReadonlyArray<string> =>
  inputs.flatMap((sent, i) => {
    const input = typeof sent === "string" ? parsed(sent) : sent
    if (typeof input !== "object" || input === null || !("values" in input)) return []
    const { values } = input
    if (typeof values !== "object" || values === null) return []
    const id = "id" in input && typeof input.id === "string" ? input.id : `#${i + 1}`
    const accepted = batch.accepted
      .filter((one) => one.submission.id === id)
      .flatMap((one) => Answers.statements(one).map((s) => s.indicator))
    const held = batch.held.filter((one) => one.submission === id)
    return Object.keys(values).flatMap((key) => {
      const pointer = `/values${Issue.step(key)}`
      const covering = held.find(
        (one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`) || one.pointer === "",
      )
      const named = covering?.codes.every((code) =>
        batch.issues.some((issue) => issue.code === code && issue.submission === id),
      )
      return accepted.includes(key.normalize("NFC")) || (covering && covering.codes.length > 0 && named)
        ? []
        : [`${id}${pointer}`]
    })
  })

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

interface Bad {
  readonly code: Issue.IssueCode
  readonly pointer: string
  readonly input: unknown
  /** What the Vietnamese sentence must say: the numbers that the finding was decided on. */
  readonly says: string
  /** Indicators of the input that must still count. */
  readonly counts: number
}

const nfd = "kết quả".normalize("NFD")
const asText = JSON.stringify(submission(), null, 2)
const bad: ReadonlyArray<Bad> = [
  {
    code: "json.malformed",
    pointer: "/values",
    input: asText.replace('"values": {', '"values": {,'),
    says: 'cần tên khoá trong dấu nháy kép nhưng gặp ","',
    counts: 0,
  },
  {
    code: "json.key-repeated",
    pointer: "/values/meeting.events",
    input: asText.replace('"values": {', '"values": {"\\u006deeting.events": 3,'),
    says: "khoá “meeting.events” được ghi nhiều lần",
    counts: 4,
  },
  {
    code: "json.key-repeated",
    pointer: "/values/convention.recognised/x",
    input: asText.replace('"x":', '"x": 1, "x":'),
    says: "Giữ lại một khoá",
    counts: 4,
  },
  {
    code: "json.key-repeated",
    pointer: "/subject",
    input: asText.replace('"subject":', '"subject": "an-office-one", "subject":'),
    says: "“subject”",
    counts: 0,
  },
  {
    code: "json.key-repeated",
    pointer: "/meta/note",
    input: asText.replace("{", '{"meta": {"note": 1, "note": 2},'),
    says: "Dòng 1, cột 22: ",
    counts: 5,
  },
  {
    code: "json.key-reserved",
    pointer: "/values/__proto__",
    input: asText.replace('"values": {', '"values": {"__proto__": {"meeting.events": 9},'),
    says: "“__proto__”",
    counts: 5,
  },
  {
    code: "json.digits-lost",
    pointer: "/values/meeting.events",
    input: asText.replace('"meeting.events": 2', '"meeting.events": 2.0000000000000000001'),
    says: "2.0000000000000000001",
    counts: 4,
  },
  {
    code: "input.too-deep",
    pointer: `/meta${"/0".repeat(63)}`,
    input: asText.replace("{", `{"meta": ${"[".repeat(64)}${"]".repeat(64)},`),
    says: "64",
    counts: 0,
  },
  { code: "input.not-object", pointer: "", input: [1], says: "array", counts: 0 },
  {
    code: "input.schema-unknown",
    pointer: "/schema",
    input: submission({ schema: "danvan/submission@7" }),
    says: "danvan/submission@7",
    counts: 0,
  },
  { code: "subject.missing", pointer: "/subject", input: without("subject"), says: "subject", counts: 0 },
  {
    code: "subject.unknown",
    pointer: "/subject",
    input: submission({ subject: "an-ward-200" }),
    says: "Có phải là “an-ward-2000”?",
    counts: 0,
  },
  {
    code: "subject.not-in-existence",
    pointer: "/subject",
    input: submission({ subject: "an-office-one", period: "2022-H2" }),
    says: "2022-03-31",
    counts: 0,
  },
  { code: "key.missing", pointer: "/revision", input: without("revision"), says: "revision", counts: 0 },
  {
    code: "key.unknown",
    pointer: "/narrative",
    input: submission({ narrative: {} }),
    says: "Có phải là “narratives”?",
    counts: 5,
  },
  {
    code: "type.wrong",
    pointer: "/submittedAt",
    input: submission({ submittedAt: 5 }),
    says: "cần string, nhận được 5",
    counts: 5,
  },
  { code: "choice.unknown", pointer: "/scope", input: submission({ scope: "all" }), says: "own, whole", counts: 0 },
  {
    code: "catalogue.unknown",
    pointer: "/catalogue",
    input: submission({ catalogue: "mai-2021" }),
    says: "mai-2022",
    counts: 0,
  },
  {
    code: "period.malformed",
    pointer: "/period",
    input: submission({ period: "2022-H3" }),
    says: "2022-H3",
    counts: 0,
  },
  {
    code: "period.outside-catalogue",
    pointer: "/period",
    input: submission({ period: "2019-H1" }),
    says: "2020-01-01",
    counts: 0,
  },
  { code: "period.not-owed", pointer: "/period", input: submission({ period: "2022" }), says: "6 tháng", counts: 5 },
  {
    code: "period.unlike-batch",
    pointer: "/period",
    input: submission({ period: "2022-H2" }),
    says: "2022-H1@civil",
    counts: 5,
  },
  { code: "status.not-counted", pointer: "/status", input: submission({ status: "draft" }), says: "draft", counts: 0 },
  {
    code: "reporter.unknown",
    pointer: "/reporter",
    input: submission({ reporter: "an-office-tow" }),
    says: "an-office-two",
    counts: 5,
  },
  {
    code: "reporter.not-focal-point",
    pointer: "/reporter",
    input: submission({ reporter: "mai-union-2000" }),
    says: "mai-union-2000",
    counts: 5,
  },
  { code: "revision.reason-missing", pointer: "/reason", input: submission({ revision: 2 }), says: "lần 2", counts: 5 },
  {
    code: "indicator.unknown",
    pointer: "/values/meeting.event",
    input: withValue("meeting.event", 1),
    says: "Có phải là “meeting.events”?",
    counts: 5,
  },
  {
    code: "value.null",
    pointer: "/values/meeting.events",
    input: withValue("meeting.events", null),
    says: "null",
    counts: 4,
  },
  {
    code: "value.negative",
    pointer: "/values/meeting.events",
    input: withValue("meeting.events", -3),
    says: "-3",
    counts: 4,
  },
  {
    code: "value.fractional",
    pointer: "/values/meeting.events",
    input: withValue("meeting.events", 1.5),
    says: "1.5",
    counts: 4,
  },
  {
    code: "value.too-large",
    pointer: "/values/meeting.events",
    input: withValue("meeting.events", 100001),
    says: "100.000",
    counts: 4,
  },
  {
    code: "value.too-large",
    pointer: "/values/meeting.turns",
    input: withValue("meeting.turns", 1e300),
    says: "9.007.199.254.740.991",
    counts: 4,
  },
  {
    code: "value.wrong-kind",
    pointer: "/values/meeting.events",
    input: withValue("meeting.events", "hai"),
    says: "hai",
    counts: 4,
  },
  {
    code: "value.wrong-kind",
    pointer: "/values/convention.recognised",
    input: withValue("convention.recognised", 3),
    says: "x/y",
    counts: 4,
  },
  {
    code: "value.share-exceeds",
    pointer: "/values/convention.recognised",
    input: withValue("convention.recognised", { x: 5, y: 4 }),
    says: "5/4: phần (5) lớn hơn toàn bộ (4)",
    counts: 4,
  },
  {
    code: "value.share-empty",
    pointer: "/values/convention.recognised",
    input: withValue("convention.recognised", { x: 0, y: 0 }),
    says: "0/0",
    counts: 4,
  },
  {
    code: "value.parts-differ",
    pointer: "/values/model.registered/by/field",
    input: withValue("model.registered", { n: 6, by: { field: { economy: 2, culture: 3 } } }),
    says: "2 + 3 = 5 khác tổng số 6",
    counts: 4,
  },
  {
    code: "breakdown.unknown",
    pointer: "/values/model.registered/by/sex",
    input: withValue("model.registered", { n: 5, by: { sex: { female: 5 } } }),
    says: "field",
    counts: 4,
  },
  {
    code: "breakdown.member-unknown",
    pointer: "/values/model.registered/by/field/econmy",
    input: withValue("model.registered", { n: 5, by: { field: { econmy: 2, culture: 3 } } }),
    says: "Có phải là “economy”?",
    counts: 4,
  },
  {
    code: "value.percent-malformed",
    pointer: "/values/matter.settled-rate/percent",
    input: withValue("matter.settled-rate", { percent: 87 }),
    says: "87",
    counts: 5,
  },
  {
    code: "claim.percent-differs",
    pointer: "/values/convention.recognised/printed",
    input: withValue("convention.recognised", { x: 5, y: 8, printed: "60" }),
    says: "5/8 là 63%, nhưng báo cáo in 60%",
    counts: 5,
  },
  {
    code: "value.not-sent",
    pointer: "/values/member.count",
    input: submission({ values: omit(good, "member.count") }),
    says: "member.count",
    counts: 4,
  },
  {
    code: "value.nil-and-sent",
    pointer: "/nil/0",
    input: submission({ nil: ["meeting.events"] }),
    says: "meeting.events",
    counts: 5,
  },
  {
    code: "value.nil-not-possible",
    pointer: "/nil/0",
    input: submission({ values: omit(good, "convention.recognised"), nil: ["convention.recognised"] }),
    says: "x/y",
    counts: 4,
  },
  {
    code: "rule.failed-error",
    pointer: "/values/meeting.turns",
    input: submission({ values: { ...good, "meeting.events": 0 } }),
    says: "meeting.events = 0, meeting.turns = 40",
    counts: 4,
  },
  {
    code: "rule.failed-warning",
    pointer: "/values/meeting.turns",
    input: submission({ values: { ...good, "meeting.events": 50 } }),
    says: "meeting.turns = 40",
    counts: 5,
  },
  {
    code: "key.collision",
    pointer: `/values/${nfd}`,
    input: withValue("kết quả", 1) && submission({ values: { ...good, [nfd]: 1, "kết quả": 2 } }),
    says: "kết quả",
    counts: 5,
  },
  {
    code: "text.not-nfc",
    pointer: "/narratives/situation",
    input: submission({ narratives: { situation: nfd } }),
    says: "Unicode",
    counts: 5,
  },
  {
    code: "entry.person-similar",
    pointer: "/entries/events/0/persons/1/name",
    input: submission({ entries: { events: [event("Trịnh Huy Thành", "Trịnh Văn Thành")] } }),
    says: "Trịnh Huy Thành",
    counts: 5,
  },
  {
    code: "entry.unit-unknown",
    pointer: "/entries/events/0/organiser",
    input: submission({ entries: { events: [{ ...event(), organiser: "mai-unoin-2000" }] } }),
    says: "mai-union-2000",
    counts: 5,
  },
  {
    code: "text.personal",
    pointer: "/explanations/0/text",
    input: submission({ explanations: [{ indicator: "meeting.turns", text: "Hỏi chị An, 0912 345 678" }] }),
    says: "số điện thoại",
    counts: 5,
  },
  {
    code: "entry.duplicate",
    pointer: "/entries/events/1/id",
    input: submission({ entries: { events: [event(), event()] } }),
    says: "e",
    counts: 5,
  },
]

function without(key: string): unknown {
  const copy: Record<string, unknown> = submission()
  delete copy[key]
  return copy
}
function omit(record: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([k]) => k !== key))
}
function event(...names: ReadonlyArray<string>): Record<string, unknown> {
  return {
    id: "e",
    name: "Hội nghị",
    date: "2022-07-27",
    persons: names.map((name) => ({ name, offices: [], part: "guest" })),
  }
}

describe("Validated", () => {
  it("finds nothing to say about faultless submissions", () => {
    expect(validate(registers, [submission(), ...others]).issues).toEqual([])
  })

  it.each(bad.map((one) => [one.code, one] as const))("%s", (code, { pointer, input, says, counts }) => {
    const inputs = [input, ...others]
    const batch = validate(registers, inputs)
    const found = batch.issues.filter((issue) => issue.code === code)
    expect(found.map((issue) => issue.pointer)).toContain(pointer)
    const [issue] = found.filter((one) => one.pointer === pointer)
    expect(toText(issue!, "vi")).toContain(says)
    for (const words of [vi, en]) {
      const sentence = words.issues[code](issue!.params)
      expect(sentence.message).not.toMatch(/undefined|\[object/)
      expect(sentence.fix.length).toBeGreaterThan(3)
    }
    const own = batch.accepted.filter((one) => !others.some((other) => other["id"] === one.submission.id))
    expect(new Set(own.flatMap((one) => Answers.statements(one).map((s) => s.indicator))).size).toBe(counts)
    expect(batch.accepted.length - own.length).toBe(others.length) // everything else still counts
    expect(disappeared(inputs, batch)).toEqual([])
    const named = batch.held.some((one) => one.codes.includes(code) && pointer.startsWith(one.pointer))
    expect(named || issue!.severity !== "error").toBe(true) // an error holds something back, and what it holds names it
    const expected = [
      code,
      "submission.not-sent",
      ...(code === "key.collision" ? ["text.not-nfc", "indicator.unknown"] : []),
    ]
    expect(batch.issues.map((one) => one.code).filter((one) => !expected.includes(one))).toEqual([]) // and no finding more
  })

  it("takes a submission as text, and finds the same in it", () => {
    const objects = [...bad.map(({ input }) => input).filter((input) => typeof input !== "string"), ...others]
    const texts = objects.map((one) => JSON.stringify(one))
    expect(validate(registers, texts)).toEqual(validate(registers, objects))
  })

  it("names a ward that sent nothing, and nobody when only senders are expected", () => {
    const batch = validate(registers, others)
    expect(batch.issues.map(({ code, subject }) => [code, subject])).toEqual([["submission.not-sent", "an-ward-2000"]])
    expect(toText(batch.issues[0]!, "vi")).toContain("Phường An chưa gửi báo cáo 6 tháng đầu năm 2022.")
    expect(validate(registers, others, { expected: "senders" }).issues).toEqual([])
  })

  it("says of a silent unit when a slip in an id may be its own report", () => {
    const batch = validate(registers, [submission({ subject: "an-wrad-2000" }), ...others])
    const [found] = batch.issues.filter(({ code }) => code === "submission.not-sent")
    expect([found?.subject, found?.params["perhaps"]]).toEqual(["an-ward-2000", "an-wrad-2000"])
    expect(toText(found!, "vi")).toContain(
      "Phường An chưa gửi báo cáo 6 tháng đầu năm 2022; có báo cáo ghi đơn vị là “an-wrad-2000”, có thể là của đơn vị này.",
    )
  })

  it("does not ask for what a unit sent but could not be read", () => {
    const batch = validate(registers, [submission({ revision: 0 }), ...others])
    expect(batch.issues.map(({ code }) => code)).not.toContain("submission.not-sent")
  })

  it("brings a decomposed key to its composed form and counts it", () => {
    const indicators = registers.catalogue.indicators.map((i) => (i.id === "meeting.events" ? { ...i, id: "họp" } : i))
    const renamed = { ...registers, catalogue: { ...registers.catalogue, indicators, rules: [], obligations: [] } }
    const batch = validate(renamed, [submission({ values: { ["họp".normalize("NFD")]: 3 } })])
    expect(batch.accepted.flatMap((one) => Answers.statements(one)).map((s) => s.indicator)).toEqual(["họp"])
    expect(batch.issues.map(({ code }) => code)).toEqual(["text.not-nfc"])
  })

  it("lets the highest revision stand whole, and nothing of the earlier one shine through", () => {
    const first = submission({ id: "r1", values: good })
    const second = submission({
      id: "r2",
      revision: 2,
      reason: "đính chính",
      values: { "meeting.events": 7, "meeting.turns": 70 },
    })
    for (const inputs of [
      [first, second],
      [second, first],
    ]) {
      const batch = validate(registers, inputs, { expected: "senders" })
      expect(batch.accepted.map((one) => one.submission.id)).toEqual(["r2"])
      expect(batch.accepted.flatMap((one) => Answers.statements(one))).toHaveLength(2)
      expect(batch.held).toEqual([{ submission: "r1", pointer: "", codes: ["revision.superseded"] }])
    }
  })

  it("says which of several inputs of one id a finding is about, and what is held", () => {
    const lost = { subject: "lost", id: "a" }
    const batch = validate(registers, [submission({ id: "a" }), submission(lost), submission({ ...lost, id: "c" })], {
      expected: "senders",
    })
    expect(batch.held.map(({ submission: id, input }) => [id, input])).toEqual([
      ["a", 2],
      ["c", undefined],
    ])
    expect(batch.issues.map(({ code, input }) => [code, input])).toEqual([
      ["subject.unknown", 2],
      ["subject.unknown", undefined],
    ])
  })

  it("believes neither of two contents of one revision, and one of two equal ones", () => {
    const twice = [submission({ id: "a" }), submission({ id: "b", values: { ...good, "member.count": 101 } })]
    const conflict = validate(registers, twice, { expected: "senders" })
    expect(conflict.accepted).toEqual([])
    expect(conflict.issues.map(({ code, submission: id }) => [code, id])).toEqual([
      ["revision.conflict", "a"],
      ["revision.conflict", "b"],
    ])
    expect(toText(conflict.issues[0]!, "vi")).toContain("a, b")
    const repeated = validate(registers, [submission(), submission()], { expected: "senders" })
    expect(repeated.accepted).toHaveLength(1)
    expect(repeated.issues.map(({ code }) => code)).toEqual(["revision.repeated"])
  })

  it("takes a truncated percentage and a rounded one", () => {
    for (const printed of ["95", "96", "95.7", "95.8", "95.76", "95.77"]) {
      const batch = validate(registers, [withValue("convention.recognised", { x: 1583, y: 1653, printed })], {
        expected: "senders",
      })
      expect(batch.issues).toEqual([])
    }
  })

  it("lets a plan be exceeded, and keeps every wrapped number's qualifier", () => {
    const values = {
      "plan.attained": { x: 110, y: 100 },
      "meeting.turns": { about: 180 },
      "fund.raised": { n: { over: 2500000000 }, estimated: true },
    }
    const [one] = validate(registers, [submission({ values })], { expected: "senders" }).accepted
    expect(Answers.statements(one!).map(({ value, flags }) => [value, flags])).toEqual([
      [{ kind: "share", x: { n: 110, qualifier: "exact" }, y: { n: 100, qualifier: "exact" } }, []],
      [{ kind: "quantity", n: 180, qualifier: "about" }, []],
      [{ kind: "quantity", n: 2500000000, qualifier: "over" }, ["estimated"]],
    ])
  })

  it("keeps what nobody reads: meta is never an issue, not even in NFD or with keys that meet", () => {
    const meta = { [nfd]: 1, "kết quả": 2, deep: { x: nfd } }
    expect(validate(registers, [submission({ meta })], { expected: "senders" }).issues).toEqual([])
  })

  it("reads every other kind of value", () => {
    const values = {
      "unit.grade": { grades: { tốt: 3, khá: 1 } },
      "plan.issued": true,
      "situation.remark": "ổn định",
      "matter.settled-rate": { percent: "87", change: { by: "5", of: "unstated", against: "2021" } },
      "member.count": { notApplicable: "no-object" },
      "meeting.events": { missing: "lost" },
    }
    const batch = validate(registers, [submission({ values })], { expected: "senders" })
    expect(batch.accepted.flatMap((one) => Answers.statements(one)).map(({ value }) => value.kind)).toEqual([
      "grade",
      "flag",
      "text",
      "rate",
      "not-applicable",
      "missing",
    ])
    expect(batch.held).toEqual([])
  })

  it("reports a rule that crashes instead of ending the batch", () => {
    const rule = Object.defineProperty({ ...registers.catalogue.rules[0]! }, "expression", {
      get: () => {
        throw new Error("vỡ")
      },
    })
    const crashing = { ...registers, catalogue: { ...registers.catalogue, rules: [rule] } }
    const batch = validate(crashing, [
      submission({ values: { ...good, "meeting.events": 0, "meeting.turns": 0 } }),
      ...others,
    ])
    expect(batch.issues.map(({ code }) => code)).toContain("rule.crashed")
    expect(batch.accepted).toHaveLength(4)
  })

  describe("laws", () => {
    it("every input value is accepted, or held back with an issue that names it: none disappears", () => {
      fc.assert(
        fc.property(fc.array(arbitrary.garbage, { maxLength: 4 }), (inputs) => {
          const numbered = inputs.map((input, i) =>
            typeof input === "object" && input !== null && !Array.isArray(input) ? { ...input, id: `s${i}` } : input,
          )
          expect(disappeared(numbered, validate(registers, numbered))).toEqual([])
        }),
        { numRuns: 500 },
      )
    })

    it("never throws and words every finding in both languages, whatever comes in", () => {
      fc.assert(
        fc.property(fc.array(arbitrary.garbage, { maxLength: 3 }), (inputs) => {
          for (const issue of validate(registers, inputs).issues) {
            for (const lang of ["vi", "en"] as const) expect(toText(issue, lang)).not.toMatch(/undefined|\[object/)
          }
        }),
        { numRuns: 500 },
      )
    })

    it("generated submissions are faultless", () => {
      fc.assert(
        fc.property(arbitrary.batch, (inputs) => {
          const errors = validate(registers, inputs).issues.filter(({ severity }) => severity === "error")
          expect(errors).toEqual([])
        }),
      )
    })

    it("the input is never changed", () => {
      fc.assert(
        fc.property(arbitrary.garbage, (input) => {
          const before = structuredClone(input)
          validate(registers, [input])
          expect(input).toEqual(before)
        }),
      )
    })

    it("the highest revision stands whole, in whatever order revisions come, unless it contradicts itself", () => {
      const one = fc.record({
        revision: fc.integer({ min: 1, max: 3 }),
        id: fc.constantFrom("fund.raised", "member.count"),
        n: fc.nat(1),
      })
      fc.assert(
        fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (sent) => {
          const inputs = sent.map(({ revision, id, n }) => submission({ revision, reason: "sửa", values: { [id]: n } }))
          const highest = Math.max(...sent.map(({ revision }) => revision))
          const top = new Set(
            inputs.filter((input) => input["revision"] === highest).map((input) => JSON.stringify(input["values"])),
          )
          const { accepted } = validate(registers, inputs, { expected: "senders" })
          expect(
            accepted.map((all) => Answers.statements(all).map(({ indicator, value }) => [indicator, value])),
          ).toEqual(
            top.size > 1
              ? []
              : [...top].map((values) =>
                  Object.entries(JSON.parse(values)).map(([id, n]) => [
                    id,
                    { kind: "quantity", n, qualifier: "exact" },
                  ]),
                ),
          )
        }),
      )
    })

    it("what a failed rule holds back does not count, and all else does", () => {
      const number = fc.oneof(fc.constant(0), fc.nat(9), fc.constant(undefined))
      fc.assert(
        fc.property(number, number, number, (events, turns, fund) => {
          const values = { "meeting.events": events, "meeting.turns": turns, "fund.raised": fund }
          const sent = Object.entries(values).filter(([, n]) => n !== undefined)
          const { accepted, held } = validate(registers, [submission({ values: Object.fromEntries(sent) })])
          const fails = events === 0 && turns !== undefined && turns > 0
          expect(accepted.flatMap((one) => Answers.statements(one)).map(({ indicator }) => indicator)).toEqual(
            sent.map(([id]) => id).filter((id) => !fails || id !== "meeting.turns"),
          )
          expect(held.map(({ pointer }) => pointer)).toEqual(fails ? ["/values/meeting.turns"] : [])
        }),
      )
    })

    it("who holds the role of a subject on the day is its focal point, and nobody else: what becomes of the subject moves no role", () => {
      const [days, periods] = [
        ["2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01"],
        ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"],
      ] as const
      const ends = ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"] as const
      const quarter = fc.integer({ min: 1, max: 3 })
      const offices = ["office-one", "office-two"] as const
      const holders = fc.record({ of: fc.constantFrom("ward-old", "ward-new"), at: quarter, first: fc.nat(1) })
      const roles = fc.uniqueArray(holders, { selector: ({ of }) => of, maxLength: 2 })
      fc.assert(
        fc.property(roles, quarter, fc.nat(3), fc.nat(1), (all, turn, q, sender) => {
          const rolesOf = (office: number) =>
            all.map(({ of, at, first }) => ({
              role: "danvan.focal-point",
              of,
              ...(first === office ? { to: ends[at - 1] } : { from: days[at] }),
            }))
          const file = {
            schema: "danvan/organisations@0",
            asOf: "2022-12-31",
            units: [
              ...offices.map((id, office) => ({ id, kind: "office", names: [], roles: rolesOf(office) })),
              { id: "ward-old", kind: "ward", names: [], to: ends[turn - 1] },
              { id: "ward-new", kind: "ward", names: [], from: days[turn] },
            ],
            edges: [],
            successions: [{ id: "named", kind: "rename", date: days[turn], from: ["ward-old"], to: ["ward-new"] }],
          }
          const subject = q < turn ? "ward-old" : "ward-new"
          const sent = submission({ subject, reporter: offices[sender], period: periods[q], values: {} })
          const { issues } = validate(load(file, { ...country.catalogue, obligations: [] }), [sent], {
            expected: "senders",
          })
          const holds = all.some(({ of, at, first }) => of === subject && q < at === (first === sender))
          expect(issues.map(({ code }) => code).filter((code) => code.startsWith("reporter."))).toEqual(
            holds ? [] : ["reporter.not-focal-point"],
          )
        }),
      )
    })

    it("a finding keeps the severity of its code, but for a warning that its sender explained", () => {
      fc.assert(
        fc.property(arbitrary.season, (inputs) => {
          const { accepted, issues } = validate(registers, inputs)
          for (const { code, severity, submission: id, indicator, params } of issues) {
            const told = accepted
              .filter(({ submission: one }) => one.id === id)
              .flatMap(({ submission: one }) => one.explanations ?? [])
              .filter((one) => one.indicator === indicator)
              .map(({ text }) => text)
            const usual = Issue.make(code, { pointer: "" }).severity
            if (usual !== "warning" || told.length === 0) expect([code, severity]).toEqual([code, usual])
            else expect([code, severity, params["explanation"]]).toEqual([code, "info", told.at(-1)])
          }
        }),
      )
    })
  })

  it("knows the period of what it accepts", () => {
    const [one] = validate(registers, [submission()], { expected: "senders" }).accepted
    expect(one && Period.toId(one.period)).toBe("2022-H1@civil")
  })
})
