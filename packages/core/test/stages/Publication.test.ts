import {
  Aggregate,
  Facts,
  Issue,
  Period,
  Publication,
  Registers,
  Submission,
  report,
  Report,
  toText,
  validate,
  Value,
} from "@danvan/core"
import { country } from "@danvan/core/testing"
import { check, type Document, linesOf, plainText } from "@danvan/document"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const half = Result.getOrThrow(Period.fromText("2022-H1", "civil"))
const scope = { subject: "mai-district-2000", period: half }
const wards = ["an", "binh", "cuc"].map((name) => `${name}-ward-2000`)

// The wards hold so many meetings; the body none at all.
const batchOf = (events: ReadonlyArray<unknown>, known: Registers.Registers = registers) =>
  validate(
    known,
    wards.map((subject, i) =>
      submission({
        subject,
        values: { ...(submission()["values"] as object), "meeting.events": events[i], "meeting.turns": 900 },
      }),
    ),
    { expected: "senders" },
  )
const applied = (events: ReadonlyArray<unknown>, rule: Publication.Rule, known: Registers.Registers = registers) => {
  const facts = Facts.fromValidated(batchOf(events, known))
  const all = [scope.subject, ...wards].map((subject) => Aggregate.fromFacts(known, facts, { ...scope, subject }))
  const [aggregate, ...units] = all
  return { before: all, ...Publication.apply(known, rule, aggregate!, units) }
}
const small: Publication.Rule = { small: { below: 5, indicators: ["meeting.events"] } }
const events = ({ cells }: Aggregate.Aggregate) => cells.find(({ indicator }) => indicator === "meeting.events")!.value

const request = (changes: Record<string, unknown>) => ({
  schema: "danvan/report@0",
  subject: scope.subject,
  period: "2022-H1",
  outline: "district-half-year",
  issuer: "mai-district-danvan",
  form: "auto",
  kind: "BC",
  draft: true,
  number: null,
  signedOn: null,
  place: "Mai",
  signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
  recipients: [],
  narratives: { movement: "Họp {meeting.events}, tức {meeting.events|bare}." },
  ...changes,
})
const lines = (document: Document): ReadonlyArray<string> =>
  [...linesOf(document)].map(([, line]) => plainText(line, document.figures))

describe("Publication", () => {
  it("leaves everything as it is where there is no rule", () => {
    const { aggregate, units, treatments, before } = applied([3, 20, 30], {})
    expect([aggregate, ...units]).toEqual(before)
    expect(treatments).toEqual({})
  })

  it("takes small counts away, and the smallest other from which one could be computed", () => {
    const { units, aggregate, treatments } = applied([3, 30, 20], small)
    expect(units.map(events)).toEqual([Value.missing("withheld"), Value.quantity(30), Value.missing("withheld")])
    expect(events(aggregate)).toEqual(Value.quantity(53))
    expect(treatments).toEqual({
      "meeting.events@an-ward-2000": "protected",
      "meeting.events@cuc-ward-2000": "protected",
    })
  })

  it("takes the total too where the others are zero, and prints zeros", () => {
    const { units, aggregate } = applied([3, 0, 0], small)
    expect(units.map(events)).toEqual([Value.missing("withheld"), Value.quantity(0), Value.quantity(0)])
    expect(events(aggregate)).toEqual(Value.missing("withheld"))
  })

  it("protects of a share those who did, those who did not, and all", () => {
    const shares = (x: number, y: number) => {
      const facts = Facts.fromValidated(
        validate(registers, [submission({ values: { "convention.recognised": { x, y } } })], { expected: "senders" }),
      )
      const one = Aggregate.fromFacts(registers, facts, { ...scope, subject: wards[0]! })
      const rule = { small: { below: 5, indicators: ["convention.recognised"] } }
      return Object.values(Publication.apply(registers, rule, one, []).treatments)
    }
    expect(shares(3, 20)).toEqual(["protected"])
    expect(shares(18, 20)).toEqual(["protected"])
    expect(shares(4, 4)).toEqual(["protected"])
    expect(shares(10, 20)).toEqual([])
    expect(shares(20, 20)).toEqual([])
  })

  it("protects what the catalogue calls sensitive where the rule names nothing", () => {
    const marked = (sensitive: boolean) =>
      Result.getOrThrow(
        Registers.make(country.organisations, {
          ...country.catalogue,
          indicators: country.catalogue.indicators.map((one, i) =>
            i === 0 && sensitive ? { ...one, sensitive: true } : one,
          ),
        }),
      )
    const rule = { small: { below: 5 } }
    expect(Object.keys(applied([3, 20, 30], rule, marked(true)).treatments)).toHaveLength(2)
    expect(applied([3, 20, 30], rule, marked(false)).treatments).toEqual({})
  })

  it("warns where a rule of the catalogue gives a hidden number away", () => {
    const equal = { op: "=", left: { ref: "meeting.events" }, right: { ref: "model.registered" } }
    const rule = { ...country.catalogue.rules[0]!, id: "as-many", severity: "warning", expression: equal, holds: [] }
    const { when: _, ...always } = rule
    const known = Result.getOrThrow(
      Registers.make(country.organisations, { ...country.catalogue, rules: [...country.catalogue.rules, always] }),
    )
    const { issues } = applied([3, 30, 20], small, known)
    expect(issues.map(({ code, subject, params }) => [code, subject, params["rule"]])).toEqual([
      ["report.protected-derivable", "an-ward-2000", "as-many"],
      ["report.protected-derivable", "cuc-ward-2000", "as-many"],
    ])
    expect(toText(issues[0] as Issue.Issue, "vi")).toContain("theo quy tắc “as-many”")
    const both = { small: { below: 99, indicators: ["meeting.events", "model.registered"] } }
    expect(applied([3, 30, 20], both, known).issues).toEqual([])
  })

  describe("laws", () => {
    const number = fc.oneof(fc.nat(6), fc.integer({ min: 7, max: 200 }))

    it("what is to be hidden is not in what is given back, and the rest is as it was", () => {
      fc.assert(
        fc.property(fc.tuple(number, number, number), (ns) => {
          const { before, aggregate, units, treatments } = applied(ns, small)
          for (const [i, one] of [aggregate, ...units].entries()) {
            for (const [k, cell] of one.cells.entries()) {
              const original = before[i]!.cells[k]!
              const treatment = treatments[Publication.keyOf(cell)]
              const { value } = original
              if (treatment === undefined) expect(cell).toEqual(original)
              else expect([cell.value, cell.whole, cell.claims]).toEqual([Value.missing("withheld"), null, null])
              if (cell.indicator === "meeting.events" && value.kind === "quantity") {
                if (value.n > 0 && value.n < 5) expect(treatment).toBe("protected")
                if (value.n === 0) expect(treatment).toBeUndefined()
              }
            }
          }
          // One hidden number beside a total is no secret.
          const hidden = Object.keys(treatments)
          expect(hidden.length).not.toBe(1)
        }),
        { numRuns: 60 },
      )
    })
  })

  describe("on the page", () => {
    const printed = (ns: ReadonlyArray<unknown>, publish: Publication.Rule, changes: Record<string, unknown> = {}) => {
      const document = report(registers, batchOf(ns), request({ publish, ...changes }))
      expect(check(document)).toEqual([])
      return document
    }

    it("says that a small number is protected, in prose and under the table, and shows it nowhere", () => {
      const document = printed([3, 2000, 2711], small)
      expect(lines(document)).toContain("Họp 4.714 cuộc (trên cơ sở 3/3 phường, 0/1 cơ quan, đơn vị), tức 4.714.")
      expect(lines(document)).toContain(
        "“được bảo vệ”: số nhỏ hơn 5 của chỉ tiêu nhạy cảm không được in ra, cũng như số mà từ đó có thể tính ra số ấy.",
      )
      const figures = Object.entries(document.figures).filter(([id]) => /^meeting.events@(an|binh)-ward/.test(id))
      expect(figures.map(([, { text, value }]) => [text, value])).toEqual([
        ["được bảo vệ", ""],
        ["được bảo vệ", ""],
      ])
      expect(JSON.stringify(document)).not.toContain("2.000")
      const alone = printed([3, 0, 0], small)
      expect(lines(alone)).toContain("Họp số liệu nhỏ được bảo vệ, tức được bảo vệ.")
    })

    it("names no number of a source of a sensitive indicator, whatever is disclosed", () => {
      const document = printed([3, 2000, 2711], small, { disclose: "all" })
      const id = "meeting.events@mai-district-2000@2022-H1@civil"
      expect(document.figures[id]?.origin).toEqual([
        "Phường An (an-ward-2000-2022-H1, lần 1)",
        "Phường Bình (binh-ward-2000-2022-H1, lần 1)",
        "Phường Cúc (cuc-ward-2000-2022-H1, lần 1)",
      ])
      expect(JSON.stringify(document)).not.toContain("2.000")
    })

    it("compares with no base that it may not print", () => {
      const earlier = batchOf([3, 0, 0]).accepted.map((one) => ({
        ...(Submission.contentOf(one) as object),
        id: `${one.submission.id}-21`,
        period: "2021-H1",
      }))
      const now = batchOf([10, 10, 10]).accepted.map(Submission.contentOf)
      const both = validate(registers, [...now, ...earlier], { expected: "senders" })
      const said = (publish: Publication.Rule) =>
        lines(
          report(
            registers,
            both,
            request({
              publish,
              compare: ["same-period-last-year"],
              narratives: { movement: "Họp {meeting.events|same-period-last-year}." },
            }),
          ),
        ).find((line) => line.startsWith("Họp"))
      expect(said({})).toContain("tăng 27 cuộc")
      expect(said(small)).toBe("Họp không so sánh được với cùng kỳ năm 2021 (có số liệu không công bố).")
    })

    it.each([
      ["note", "Họp 40 cuộc (trên cơ sở 2/3 phường, 0/1 cơ quan, đơn vị), tức 40 (2/4 đơn vị)."],
      ["bound", "Họp ít nhất 40 cuộc (trên cơ sở 2/3 phường, 0/1 cơ quan, đơn vị), tức ít nhất 40."],
      ["nothing", "Họp chưa công bố (trên cơ sở 2/3 phường, 0/1 cơ quan, đơn vị), tức chưa công bố."],
    ] as const)("prints what rests on too little as the rule says: %s", (print, line) => {
      expect(lines(printed([20, 20, undefined], { coverage: { below: 80, print } }))).toContain(line)
    })

    it("prints what rests on enough as it is", () => {
      const document = printed([20, 20, undefined], { coverage: { below: 50, print: "nothing" } })
      expect(lines(document)).toContain("Họp 40 cuộc (trên cơ sở 2/3 phường, 0/1 cơ quan, đơn vị), tức 40.")
    })

    it("calls only that a bound which is one", () => {
      const bound = { coverage: { below: 80, print: "bound" } } as const
      const document = printed([{ about: 20 }, 20, undefined], bound, {
        narratives: { movement: "{meeting.events|bare}; {convention.recognised|bare}; {model.registered|bare}." },
      })
      expect(lines(document)).toContain("chưa công bố; 9/12; 15.")
    })

    it("tells an indicator that the rule names and the catalogue does not have", () => {
      const facts = Facts.fromValidated(batchOf([1, 1, 1]))
      const wanted = request({ publish: { small: { below: 5, indicators: ["meeting.evens"] } } })
      const made = Result.getOrThrow(Report.make(registers, batchOf([1, 1, 1]), facts, wanted))
      expect(made.issues.map(({ code, pointer }) => [code, pointer])).toContainEqual([
        "indicator.unknown",
        "/publish/small/indicators/0",
      ])
      const wrong = Report.make(registers, batchOf([1, 1, 1]), facts, request({ publish: { small: { below: 1 } } }))
      expect(Result.isFailure(wrong) && wrong.failure[0]?.pointer).toBe("/publish/small/below")
    })
  })
})
