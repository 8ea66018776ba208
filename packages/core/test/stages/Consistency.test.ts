import { Answers, load, toText, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const of = (values: object, rest: object = {}) => submission({ values, ...rest })
const codes = (inputs: ReadonlyArray<unknown>, previous: ReadonlyArray<unknown> = [], by = registers) =>
  validate(by, inputs, { expected: "senders", previous })
const withRules = (...rules: ReadonlyArray<object>) =>
  load(country.organisations, { ...country.catalogue, obligations: [], rules })
const plain = load(country.organisations, { ...country.catalogue, obligations: [] })
const rule = (level: string, expression: object, rest: object = {}) => ({
  id: "trial",
  level,
  severity: "error",
  expression,
  holds: ["meeting.events"],
  why: { vi: "Hai số phải khớp.", en: "Both must agree." },
  ...rest,
})

describe("Consistency", () => {
  it("holds a number that fails against the period before, with both numbers, and nothing else", () => {
    const opening = withRules(
      rule("cross-period", {
        op: "=",
        left: { ref: "meeting.events" },
        right: { ref: "meeting.turns", at: "previous" },
      }),
    )
    const now = of({ "meeting.events": 5, "meeting.turns": 9 })
    const before = (turns: number) => of({ "meeting.turns": turns }, { period: "2021-H2" })
    expect(codes([now], [before(5)], opening).issues).toEqual([])
    const batch = codes([now], [before(6)], opening)
    expect(batch.held).toEqual([
      { submission: now["id"], pointer: "/values/meeting.events", codes: ["rule.failed-error"] },
    ])
    expect(Answers.statements(batch.accepted[0]!).map(({ indicator }) => indicator)).toEqual(["meeting.turns"])
    expect(toText(batch.issues[0]!, "vi")).toContain("meeting.events = 5, meeting.turns (previous) = 6")
    expect(codes([now], [], opening).issues).toEqual([]) // cannot tell
  })

  it("checks what was at the start, came in and went out against what is there at the end", () => {
    const sum = {
      op: "-",
      left: { op: "+", left: { ref: "meeting.events" }, right: { ref: "meeting.turns" } },
      right: { ref: "fund.raised" },
    }
    const stocks = withRules(
      rule("record", { op: "=", left: { ref: "member.count" }, right: sum }, { holds: ["member.count"] }),
    )
    const values = { "meeting.events": 10, "meeting.turns": 5, "fund.raised": 2 }
    expect(codes([of({ ...values, "member.count": 13 })], [], stocks).held).toEqual([])
    const { held } = codes([of({ ...values, "member.count": 14 })], [], stocks)
    expect(held.map(({ pointer }) => pointer)).toEqual(["/values/member.count"])
  })

  it("checks a parent's statement against the sum of its children, and holds the statement, never the children", () => {
    const level = withRules(
      rule("cross-level", {
        op: "=",
        left: { ref: "meeting.events", over: "whole" },
        right: { ref: "meeting.events", over: "children" },
      }),
    )
    const wards = country.reporting.map((subject, i) => of({ "meeting.events": i + 1 }, { subject }))
    const stated = (n: number) =>
      of({ "meeting.events": n }, { subject: "mai-district-2000", scope: "whole", id: "stated" })
    expect(codes([...wards, stated(10)], [], level).held).toEqual([])
    const batch = codes([...wards, stated(11)], [], level)
    expect(batch.held.map((one) => one.submission)).toEqual(["stated"])
    expect(toText(batch.issues[0]!, "vi")).toContain("meeting.events (whole) = 11, meeting.events (children) = 10")
    expect(codes([...wards.slice(1), stated(11)], [], level).held).toEqual([]) // a sum that lacks a part is no sum
  })

  it("compares a unit with what its neighbours sent, and only warns where the rule says so", () => {
    const unit = withRules(
      rule(
        "cross-unit",
        { op: "<=", left: { ref: "meeting.events" }, right: { ref: "meeting.events", over: "children" } },
        { severity: "warning" },
      ),
    )
    const wards = country.reporting.map((subject) => of({ "meeting.events": 1 }, { subject }))
    const own = of({ "meeting.events": 9 }, { subject: "mai-district-2000" })
    const batch = codes([...wards, own], [], unit)
    expect(batch.issues.map(({ code, subject }) => [code, subject])).toEqual([
      ["rule.failed-warning", "mai-district-2000"],
    ])
    expect(batch.held).toEqual([])
  })

  it.each([
    ["series.fell", { "model.registered": 7 }, { "model.registered": 9 }, "2022-Q1", "7 thấp hơn 9"],
    [
      "series.fell",
      { "convention.recognised": { x: 3, y: 8 } },
      { "convention.recognised": { x: 4, y: 8 } },
      "2022-Q1",
      "3 thấp hơn 4",
    ],
    [
      "series.base-changed",
      { "convention.recognised": { x: 4, y: 9 } },
      { "convention.recognised": { x: 4, y: 8 } },
      "2022-Q1",
      "Mẫu số là 9",
    ],
    ["series.outlier", { "meeting.turns": 400 }, { "meeting.turns": 40 }, "2021-H2", "400 khác xa 40"],
    ["series.outlier", { "member.count": 10 }, { "member.count": 100 }, "2021-H2", "10 khác xa 100"],
    [
      "claim.change-differs",
      { "matter.settled-rate": { percent: "87", change: { by: "7", of: "unstated", against: "2021" } } },
      { "matter.settled-rate": { percent: "82" } },
      "2021",
      "từ 82% đến 87% là 5 điểm phần trăm",
    ],
  ])("%s is told with both numbers; explained, it is a remark", (code, now, before, period, says) => {
    const inputs = [of(now)]
    const [issue, ...more] = codes(inputs, [of(before, { period })], plain).issues
    expect([issue?.code, issue?.severity, more]).toEqual([code, "warning", []])
    expect(toText(issue!, "vi")).toContain(says)
    expect(toText(issue!, "en")).not.toContain("undefined")
    const [indicator] = Object.keys(now)
    const explained = [of(now, { explanations: [{ indicator, text: "sáp nhập hai tổ dân phố" }] })]
    const remark = codes(explained, [of(before, { period })], plain).issues[0]!
    expect(remark.severity).toBe("info")
    expect(toText(remark, "vi")).toContain("Đã giải trình: sáp nhập hai tổ dân phố")
  })

  it.each([
    ["a campaign that grows", { "model.registered": 9 }, { "model.registered": 7 }, "2022-Q1"],
    ["a campaign of another year", { "model.registered": 7 }, { "model.registered": 9 }, "2021-H2"],
    ["a flow that falls from one half-year to the next", { "meeting.events": 3 }, { "meeting.events": 5 }, "2021-H2"],
    [
      "a share that gains",
      { "convention.recognised": { x: 5, y: 8 } },
      { "convention.recognised": { x: 4, y: 8 } },
      "2022-Q1",
    ],
    ["a jump of small numbers", { "meeting.events": 8 }, { "meeting.events": 2 }, "2021-H2"],
    [
      "a change in points",
      { "matter.settled-rate": { percent: "87", change: { by: "5", of: "points", against: "2021" } } },
      { "matter.settled-rate": { percent: "82" } },
      "2021",
    ],
    [
      "a relative change, cut",
      { "matter.settled-rate": { percent: "87", change: { by: "6", of: "relative", against: "2021" } } },
      { "matter.settled-rate": { percent: "82" } },
      "2021",
    ],
    [
      "a change from nothing",
      { "matter.settled-rate": { percent: "5", change: { by: "5", of: "unstated", against: "2021" } } },
      { "matter.settled-rate": { percent: "0" } },
      "2021",
    ],
  ])("lets %s pass", (_, now, before, period) => {
    expect(codes([of(now)], [of(before, { period })], plain).issues).toEqual([])
  })

  it("sees a submission that was copied from the period before", () => {
    const { values } = submission() as { values: object }
    const copied = codes([submission()], [of(values, { period: "2021-H2" })], plain)
    expect(copied.issues.map(({ code, pointer }) => [code, pointer])).toEqual([["record.copied", "/values"]])
    expect(toText(copied.issues[0]!, "vi")).toContain("6 tháng cuối năm 2021")
    const changed = codes([of({ ...values, "member.count": 101 })], [of(values, { period: "2021-H2" })], plain)
    expect(changed.issues).toEqual([])
  })

  it("neither counts nor reports on what came earlier", () => {
    const batch = codes([submission()], [of({ "meeting.events": -1 }, { period: "2021-H2" })], plain)
    expect(batch.accepted).toHaveLength(1)
    expect(batch.issues).toEqual([])
  })

  it("tells what came late, and does not ask for what is not due", () => {
    const due = load(country.organisations, {
      ...country.catalogue,
      obligations: country.catalogue.obligations.map((one) => ({ ...one, due: { days: 5 } })),
    })
    const sent = submission({
      submittedAt: "2022-07-06T08:00:00+07:00",
      values: { "meeting.events": 1, "meeting.turns": 3 },
    })
    const found = (options: object) => validate(due, [sent], options).issues.map(({ code }) => code)
    expect(found({ expected: "senders", asOf: "2022-07-05" })).toEqual(["submission.late"])
    expect(
      found({
        expected: "senders",
        asOf: "2022-07-05",
        received: { [String(sent["id"])]: "2022-07-05T23:00:00+07:00" },
      }),
    ).toEqual([])
    expect(found({ asOf: "2022-07-05" })).not.toContain("submission.not-sent")
    expect(found({ asOf: "2022-07-06" }).filter((code) => code === "submission.not-sent")).toHaveLength(3)
    expect(found({ asOf: "2022-07-06" }).filter((code) => code === "value.not-sent")).toHaveLength(3)
    expect(toText(validate(due, [sent]).issues[0]!, "vi")).toContain(
      "Báo cáo nhận ngày 06/7/2022, hạn là ngày 05/7/2022.",
    )
  })

  it("refuses a rule that looks further than its level says", () => {
    const far = rule("record", {
      op: "=",
      left: { ref: "meeting.events" },
      right: { ref: "meeting.events", at: "previous" },
    })
    expect(() => withRules(far)).toThrowError(/mức “record”/)
    expect(() =>
      withRules(rule("cross-period", { op: "=", left: { ref: "meeting.events", over: "whole" }, right: { n: 1 } })),
    ).toThrowError(/whole/)
  })

  it("reads a part of a breakdown, and the other side of a share", () => {
    const parts = withRules(
      rule(
        "record",
        {
          op: "<=",
          left: { ref: "model.registered", member: "field=economy" },
          right: { ref: "convention.recognised", part: "y" },
        },
        { holds: ["model.registered"] },
      ),
    )
    const values = (n: number) => ({
      "model.registered": { n: 9, by: { field: { economy: n, culture: 9 - n } } },
      "convention.recognised": { x: 1, y: 4 },
    })
    expect(codes([of(values(4))], [], parts).held).toEqual([])
    expect(codes([of(values(5))], [], parts).held.map(({ pointer }) => pointer)).toEqual(["/values/model.registered"])
  })

  it("misses a task that was handed on and is neither done nor listed again", () => {
    const task = (id: string, rest: object = {}) => ({ id, from: { office: "Ban" }, to: [], text: "rà soát", ...rest })
    const before = of({}, { period: "2021-H2", entries: { tasks: [task("a"), task("b", { done: true }), task("c")] } })
    const now = of({}, { entries: { tasks: [task("c", { done: true })] } })
    const { issues } = validate(plain, [now], { expected: "senders", previous: [before] })
    expect(issues.map(({ code, pointer, params }) => [code, pointer, params["task"]])).toEqual([
      ["task.dropped", "/entries", "a"],
    ])
  })

  it("takes an inexact number for all that it may be", () => {
    const campaign = (n: unknown, period: string) => of({ "convention.recognised": n }, { period })
    const told = (now: unknown, then: unknown) =>
      validate(plain, [campaign(now, "2022-H1"), campaign(then, "2022-Q1")], { expected: "senders" }).issues.map(
        ({ code }) => code,
      )
    expect(told({ x: 4, y: 9 }, { x: 5, y: 9 })).toEqual(["series.fell"])
    expect(told({ x: { over: 4 }, y: 9 }, { x: 5, y: 9 })).toEqual([])
    expect(told({ x: { under: 4 }, y: 9 }, { x: 5, y: { about: 9 } })).toEqual(["series.fell"])
  })
})
