import { Facts, Period, validate, Value } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const factsOf = (inputs: ReadonlyArray<unknown>) =>
  Facts.fromValidated(validate(registers, inputs, { expected: "senders" }))

describe("Facts", () => {
  it("knows each value by subject, series, period and scope, and where it came from", () => {
    const facts = factsOf([
      submission({
        revision: 2,
        reason: "đính chính",
        reporter: "an-office-two",
        explanations: [{ indicator: "meeting.events", text: "gộp hai cuộc" }],
      }),
    ])
    expect(facts.facts.map(Facts.key)).toEqual([
      "an-ward-2000|convention.recognised|2022-H1@civil|own",
      "an-ward-2000|meeting.events|2022-H1@civil|own",
      "an-ward-2000|meeting.turns|2022-H1@civil|own",
      "an-ward-2000|member.count|2022-H1@civil|own",
      "an-ward-2000|model.registered[field=culture]|2022-H1@civil|own",
      "an-ward-2000|model.registered[field=economy]|2022-H1@civil|own",
      "an-ward-2000|model.registered|2022-H1@civil|own",
    ])
    const events = facts.facts[1]!
    expect(events.source).toMatchObject({
      submission: "an-ward-2000-2022-H1",
      revision: 2,
      reporter: "an-office-two",
      pointer: "/values/meeting.events",
    })
    expect(events.source.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(events.explanation).toBe("gộp hai cuộc")
  })

  it("gives equal content an equal fingerprint, whatever the order of its keys", () => {
    const turned = Object.fromEntries(Object.entries(submission()).reverse())
    expect(factsOf([turned]).origins).toEqual(factsOf([submission()]).origins)
  })

  it("believes the submission that is about a scope before a value that only declares it, and tells", () => {
    const own = submission({ id: "own", values: { "meeting.events": { n: 9, scope: "whole" }, "meeting.turns": 90 } })
    const whole = submission({ id: "whole", scope: "whole", values: { "meeting.events": 8 } })
    for (const inputs of [
      [own, whole],
      [whole, own],
    ]) {
      const facts = factsOf(inputs)
      const period = facts.facts[0]!.period
      expect(Facts.get(facts, "an-ward-2000", { indicator: "meeting.events" }, period, "whole")?.value).toEqual(
        Value.quantity(8),
      )
      expect(facts.issues.map(({ code, submission: id }) => [code, id])).toEqual([["fact.conflict", "own"]])
    }
  })

  it("finds the facts inside a period, earliest first", () => {
    const months = ["2022-M03", "2022-M01", "2022-Q2", "2022-H1"].map((period) =>
      submission({ period, values: { "meeting.events": 1, "meeting.turns": 1 } }),
    )
    const facts = factsOf(months)
    const half = facts.facts.find(({ period }) => period.kind === "half")!.period
    const inside = Facts.within(facts, "an-ward-2000", { indicator: "meeting.events" }, half)
    expect(inside.map(({ period }) => Period.toId(period))).toEqual([
      "2022-M01@civil",
      "2022-M03@civil",
      "2022-Q2@civil",
    ])
  })

  describe("laws", () => {
    it("one value per key; the order in which submissions arrive does not matter", () => {
      fc.assert(
        fc.property(
          arbitrary.batch.chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
          ),
          ([all, shuffled]) => {
            const facts = factsOf(all)
            expect(factsOf(shuffled)).toEqual(facts)
            expect(new Set(facts.facts.map(Facts.key)).size).toBe(facts.facts.length)
          },
        ),
      )
    })

    it("a submission about a scope is believed before a value that only declares it, whichever came first", () => {
      fc.assert(
        fc.property(fc.nat(99), fc.nat(99), fc.boolean(), fc.constantFrom("own", "whole"), (n, m, first, scope) => {
          const other = scope === "own" ? "whole" : "own"
          const native = submission({ id: "native", scope, values: { "fund.raised": n } })
          const declared = submission({ id: "declared", scope: other, values: { "fund.raised": { n: m, scope } } })
          const facts = factsOf(first ? [native, declared] : [declared, native])
          expect(facts.facts.map((fact) => [fact.scope, fact.value])).toEqual([[scope, Value.quantity(n)]])
          expect(facts.issues.map(({ code }) => code)).toEqual(n === m ? [] : ["fact.conflict"])
        }),
      )
    })
  })
})
