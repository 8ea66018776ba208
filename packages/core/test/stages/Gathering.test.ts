import { Answers, Gathering, type Issue, type Registers, Validated } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const gathered = (
  registers: Registers.Registers,
  inputs: ReadonlyArray<unknown>,
  options: Validated.Options = {},
): { values: number; issues: ReadonlyArray<Issue.Issue>; held: ReadonlyArray<unknown> } => {
  const gathering = Gathering.gather(registers, (n) => inputs[n], options)
  for (const one of inputs) gathering.add(one)
  const { of, count, silent } = gathering.finish()
  const all = Array.from({ length: count }, (_, n) => of(n))
  return {
    values: all.reduce((sum, { values }) => sum + (values ?? 0), 0),
    issues: [...all.flatMap(({ issues }) => issues), ...silent],
    held: all.flatMap(({ held }) => held),
  }
}

const atOnce = (registers: Registers.Registers, inputs: ReadonlyArray<unknown>, options: Validated.Options = {}) => {
  const { accepted, issues, held } = Validated.fromSubmissions(registers, inputs, options)
  return { values: accepted.reduce((sum, one) => sum + Answers.statements(one).length, 0), issues, held }
}

// Found in another order; otherwise the same.
const sorted = (found: ReturnType<typeof gathered>) => ({
  values: found.values,
  issues: found.issues.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort(),
  params: found.issues.map(({ code, params }) => JSON.stringify([code, params])).sort(),
  held: found.held.map((one) => JSON.stringify(one, ["submission", "input", "pointer", "codes"])).sort(),
})

describe("Gathering", () => {
  const { registers } = country

  it("finds what validation finds at once, in any season of reporting", () => {
    fc.assert(
      fc.property(arbitrary.season, (inputs) => {
        expect(sorted(gathered(registers, inputs))).toEqual(sorted(atOnce(registers, inputs)))
      }),
      { numRuns: 150 },
    )
  })

  it("also among what is no submission at all, and with submissions of earlier periods to compare with", () => {
    fc.assert(
      fc.property(arbitrary.season, arbitrary.season, fc.array(arbitrary.garbage, { maxLength: 5 }), (a, b, junk) => {
        const inputs = [...junk, ...a, ...junk]
        const options = { previous: b, expected: "senders" } as const
        expect(sorted(gathered(registers, inputs, options))).toEqual(sorted(atOnce(registers, inputs, options)))
      }),
      { numRuns: 100 },
    )
  })

  it("also in texts, and in texts that say something twice", () => {
    const texts = (inputs: ReadonlyArray<unknown>, twice: ReadonlyArray<boolean>): ReadonlyArray<unknown> =>
      inputs.map((input, i) => {
        const text = JSON.stringify(input)
        const broken = text.replace('"values":{', '"values":{"meeting.events":1,"meeting.events":2,')
        return twice[i] === true ? broken : i % 3 === 0 ? text : input
      })
    const flags = fc.array(fc.boolean(), { maxLength: 12 })
    fc.assert(
      fc.property(arbitrary.season, arbitrary.season, flags, fc.boolean(), (season, earlier, twice, compares) => {
        const inputs = texts(season, twice)
        const options = compares ? { previous: earlier } : {}
        expect(sorted(gathered(registers, inputs, options))).toEqual(sorted(atOnce(registers, inputs, options)))
      }),
      { numRuns: 100 },
    )
  })

  it("with rules that look at other units too", () => {
    const over = {
      id: "whole-is-sum",
      level: "cross-level",
      severity: "warning",
      expression: { op: "=", left: { ref: "meeting.events" }, right: { ref: "meeting.events", over: "children" } },
      holds: [],
      why: { vi: "…", en: "…" },
    } as const
    const wider = { ...registers, catalogue: { ...registers.catalogue, rules: [...registers.catalogue.rules, over] } }
    fc.assert(
      fc.property(arbitrary.season, (inputs) => {
        expect(sorted(gathered(wider, inputs))).toEqual(sorted(atOnce(wider, inputs)))
      }),
      { numRuns: 50 },
    )
  })

  it("tells a thousand senders apart, also when many call their submission the same", () => {
    const ids = ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000"]
    const inputs = Array.from({ length: 1000 }, (_, n) =>
      country.submission({
        id: "báo cáo",
        subject: ids[n % 3],
        period: `${2020 + (n % 4)}-M${String((n % 12) + 1).padStart(2, "0")}`,
        revision: n % 7,
        values: { "meeting.events": n % 5, "meeting.turns": n },
      }),
    )
    expect(sorted(gathered(registers, inputs))).toEqual(sorted(atOnce(registers, inputs)))
  })

  it("names the other report of an event by its own id, not by its place", () => {
    const entries = { events: [{ id: "hoi", name: "Ngày hội", date: "2022-05-19", persons: [] }] }
    const inputs = ["an", "binh", "cuc"].map((unit) =>
      country.submission({ id: `báo cáo ${unit}`, subject: `${unit}-ward-2000`, entries }),
    )
    const found = gathered(registers, inputs)
    expect(sorted(found)).toEqual(sorted(atOnce(registers, inputs)))
    const twice = found.issues.filter(({ code }) => code === "entry.reported-twice")
    expect(twice.map(({ submission, params }) => [submission, params["other"]])).toEqual([
      ["báo cáo binh", "báo cáo an"],
      ["báo cáo cuc", "báo cáo an"],
    ])
  })

  it("says of each input what became of it, in the order in which they came", () => {
    const inputs = [
      country.submission(),
      42,
      country.submission({ subject: "binh-ward-2000", values: { "meeting.events": -1 } }),
    ]
    const gathering = Gathering.gather(registers, (n) => inputs[n], { expected: "senders" })
    for (const one of inputs) gathering.add(one)
    const { of, silent } = gathering.finish()
    expect([of(0).values, of(1).values, of(2).values]).toEqual([7, null, 0])
    expect(of(1).issues.map(({ code, submission }) => [code, submission])).toEqual([["input.not-object", "#2"]])
    expect(of(2).held.map(({ pointer }) => pointer)).toEqual(["/values/meeting.events"])
    expect(silent).toEqual([])
  })
})
