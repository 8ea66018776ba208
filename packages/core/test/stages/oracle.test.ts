// The stages against a naive oracle that shares no code with them, and amendments against full runs, over invented
// organisations and whole seasons of reports. DANVAN_RUNS sets how many; `pnpm conformance` takes 10,000.
import {
  Answers,
  Aggregate,
  Facts,
  Fingerprint,
  Impact,
  Indicator,
  Period,
  type Registers,
  validate,
  Value,
} from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { oracle, type OracleCell } from "../oracle.ts"

const asked = process.env["DANVAN_RUNS"]
const cases = Number(asked ?? 300)
const sequences = asked === undefined ? 60 : Math.ceil(cases / 10)

const at = (text: string) => Result.getOrThrow(Period.fromText(text, "civil"))
const factsOf = (registers: Registers.Registers, inputs: ReadonlyArray<unknown>) =>
  Facts.fromValidated(validate(registers, inputs, { expected: "senders" }))
const registers = fc.oneof(
  { weight: 3, arbitrary: arbitrary.registers },
  { weight: 1, arbitrary: fc.constant(country.registers) },
)
const periods = ["2022-H1", "2022-Q1", "2022-Q2", "2022-M03", "2022-9M", "2022"]

// The root half of the time: most sums are there.
const subjectOf = ({ organisations }: Registers.Registers) => {
  const ids = organisations.units.map(({ id }) => id)
  return fc.oneof(fc.constant(ids[0] ?? ""), fc.constantFrom(...ids))
}
const world = registers.chain((one) =>
  fc.record({
    registers: fc.constant(one),
    inputs: arbitrary.seasonOf(one),
    subject: subjectOf(one),
    period: fc.constantFrom("2022-H1", "2022-H1", "2022-H1", ...periods),
    day: fc.constantFrom({}, { asOf: "2022-04-04" }, { asOf: "2022-07-05" }, { asOf: "2022-12-31" }),
  }),
)

const compared = ({ value, how, flags, coverage, whole }: Aggregate.Cell | OracleCell) => {
  // A grade that nobody got and one that is not named are the same; flags are a set.
  const { counts } = value as { counts?: Record<string, number> }
  const lively = counts && Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))
  return { value: lively ? { ...value, counts: lively } : value, how, flags: [...flags].sort(), coverage, whole }
}

describe("oracle", () => {
  describe("laws", () => {
    it("every cell is what the words of the documents make of what was sent", () => {
      fc.assert(
        fc.property(world, ({ registers: known, inputs, subject, period, day }) => {
          const scope = { subject, period: at(period), ...day }
          const { cells } = Aggregate.fromFacts(known, factsOf(known, inputs), scope)
          const expected = oracle(known.organisations, known.catalogue, inputs)(subject, period, scope.asOf)
          expect(cells.map(Indicator.seriesId).sort()).toEqual([...expected.keys()].sort())
          for (const cell of cells) {
            const one = expected.get(Indicator.seriesId(cell))
            expect(compared(cell)).toEqual(one && compared(one))
          }
        }),
        { numRuns: cases },
      )
    })

    // Batches that grow by late, corrected and contradicting submissions, or are replaced by others.
    const amended = registers.chain((one) =>
      fc.record({
        registers: fc.constant(one),
        batches: fc
          .tuple(fc.array(arbitrary.seasonOf(one), { minLength: 2, maxLength: 4 }), fc.boolean())
          .map(([seasons, grows]) => (grows ? seasons.map((_, i) => seasons.slice(0, i + 1).flat()) : seasons)),
        subject: subjectOf(one),
        period: fc.constantFrom(...periods),
      }),
    )

    it("after any sequence of amendments the updated aggregate is the full run", () => {
      fc.assert(
        fc.property(amended, ({ registers: known, batches, subject, period }) => {
          const [first, ...rest] = batches.map((inputs) => factsOf(known, inputs))
          const scope = { subject, period: at(period) }
          let [before, current] = [first!, Aggregate.fromFacts(known, first!, scope)]
          for (const after of rest) {
            current = Impact.update(known, current, before, after)
            expect(current).toEqual(Aggregate.fromFacts(known, after, scope))
            before = after
          }
        }),
        { numRuns: sequences },
      )
    })

    it("the impact of an amendment is what two full runs differ in, for every unit and period", () => {
      fc.assert(
        fc.property(amended, ({ registers: known, batches }) => {
          const [was, is] = [batches[0]!, batches[1]!].map((inputs) => factsOf(known, inputs))
          // Into the second quarter numbers of the first are carried.
          const asks = ["2022-H1", "2022-Q2", "2022"].map(at)
          const differing = known.organisations.units.flatMap(({ id: subject }) =>
            asks.flatMap((period) => {
              const [a, b] = [was!, is!].map((facts) => Aggregate.fromFacts(known, facts, { subject, period }).cells)
              return a!.flatMap((cell, i) =>
                Fingerprint.canonical(cell) === Fingerprint.canonical(b![i])
                  ? []
                  : [`${subject}|${Indicator.seriesId(cell)}|${cell.period}`],
              )
            }),
          )
          const moved = Impact.of(known, was!, is!, asks)
          const named = moved.map((cell) => `${cell.subject}|${Indicator.seriesId(cell)}|${cell.period}`)
          expect(named.sort()).toEqual(differing.sort())
        }),
        { numRuns: sequences },
      )
    })

    it("a season is read without a throw, and nothing of it disappears", () => {
      fc.assert(
        fc.property(arbitrary.season, (inputs) => {
          const { accepted, held, issues } = validate(country.registers, inputs, { expected: "senders" })
          for (const { submission, pointer, codes } of held) {
            expect(codes.length).toBeGreaterThan(0)
            const named = issues.filter((issue) => issue.submission === submission && codes.includes(issue.code))
            expect([pointer, named.length > 0]).toEqual([pointer, true])
          }
          for (const each of accepted) {
            const { submission } = each
            const out = held.filter((one) => one.submission === submission.id).map(({ pointer }) => pointer)
            const stated = new Set(Answers.statements(each).map(({ indicator }) => indicator))
            for (const id of [...each.values.names, ...(submission.nil ?? [])]) {
              const gone = out.some((pointer) => pointer === `/values/${id}` || pointer.startsWith("/nil/"))
              expect([id, stated.has(id) || gone]).toEqual([id, true])
            }
          }
        }),
        { numRuns: Math.min(Math.ceil(cases / 3), 300) },
      )
    })
  })

  describe("what was decided where the words left a choice", () => {
    const { registers: known, submission } = country
    const cell = (inputs: ReadonlyArray<unknown>, subject: string, indicator: string) => {
      const result = Aggregate.fromFacts(known, factsOf(known, inputs), { subject, period: at("2022-H1") })
      return { ...Aggregate.get(result, { indicator })!, issues: result.issues.map(({ code }) => code) }
    }

    it("a unit's own reason for a missing number stays in its cell", () => {
      const inputs = [submission({ values: { "fund.raised": { missing: "lost" } } })]
      const { value, how } = cell(inputs, "an-ward-2000", "fund.raised")
      expect([value, how]).toEqual([Value.missing("lost"), "reported"])
    })

    it("quarters that leave the safe integers are an issue, and no total is made without the unit", () => {
      const most = Number.MAX_SAFE_INTEGER
      const inputs = [
        submission({ period: "2022-Q1", values: { "fund.raised": most } }),
        submission({ period: "2022-Q2", values: { "fund.raised": most } }),
        submission({ subject: "binh-ward-2000", values: { "fund.raised": 5 } }),
      ]
      const { value, issues } = cell(inputs, "mai-district-2000", "fund.raised")
      expect([value.kind, issues]).toEqual(["missing", ["aggregate.overflow"]])
    })
  })
})
