// Generators of plausible values and submissions for property tests, from a catalogue's own definitions.
import * as fc from "fast-check"
import type * as Indicator from "../registers/Indicator.ts"
import type * as Registers from "../registers/Registers.ts"
import * as Calendar from "../vocabulary/Calendar.ts"
import type * as Period from "../vocabulary/Period.ts"
import type * as Quantity from "../vocabulary/Quantity.ts"
import type * as Value from "../vocabulary/Value.ts"
import * as country from "./country.ts"

/** A qualifier. */
export const qualifier: fc.Arbitrary<Quantity.Qualifier> = fc.constantFrom("exact", "over", "under", "about")

/** A quantity up to a million. */
export const quantity: fc.Arbitrary<Quantity.Quantity> = fc.record({ n: fc.nat(1_000_000), qualifier })

/**
 * A value that an additive kind may hold, present or not.
 *
 * @example
 * fc.assert(fc.property(value("share"), ({ kind }) => kind !== "rate"))
 */
export const value = (kind: Indicator.Additive): fc.Arbitrary<Value.Value> => {
  const absent = fc.constantFrom<Value.Value>(
    { kind: "missing", reason: "not-collected" },
    { kind: "not-applicable", reason: "no-object" },
    { kind: "not-applicable", reason: "not-in-remit" },
  )
  const present: Record<Indicator.Additive, fc.Arbitrary<Value.Value>> = {
    flow: quantity.map((q) => ({ kind: "quantity", ...q })),
    stock: quantity.map((q) => ({ kind: "quantity", ...q })),
    campaign: quantity.map((q) => ({ kind: "quantity", ...q })),
    share: fc.tuple(quantity, quantity).map(([a, b]) => ({ kind: "share", x: a, y: { ...b, n: a.n + b.n + 1 } })),
    attainment: fc.tuple(quantity, quantity).map(([x, y]) => ({ kind: "share", x, y })),
    grade: fc.dictionary(fc.constantFrom("tốt", "khá", "yếu"), fc.nat(50)).map((counts) => ({ kind: "grade", counts })),
    flag: fc.boolean().map((holds) => ({ kind: "flag", holds })),
  }
  return fc.oneof({ weight: 5, arbitrary: present[kind] }, { weight: 1, arbitrary: absent })
}

/** A regular period of a shipped calendar. */
export const period: fc.Arbitrary<Period.Regular> = fc
  .constantFrom(...Calendar.standard)
  .chain((calendar) =>
    fc.tuple(fc.constant(calendar), fc.constantFrom(...calendar.kinds), fc.integer({ min: 1990, max: 2090 }), fc.nat()),
  )
  .map(([calendar, kind, year, n]) => {
    const counts = { month: 12, quarter: 4, half: 2, "nine-months": 1, "eleven-months": 1, year: 1 }
    return { calendar: calendar.id, kind, year, index: (n % counts[kind]) + 1 }
  })

const wrap = ({ n, qualifier: q }: Quantity.Quantity): unknown => (q === "exact" ? n : { [q]: n })

/** The raw values of one faultless submission of the invented country; each owed value may be left out. */
export const values: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    events: fc.nat(50),
    turns: quantity,
    fields: fc.tuple(fc.nat(99), fc.nat(99)),
    convention: fc.tuple(fc.nat(99), fc.nat(99)),
    members: fc.nat(5000),
    kept: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  })
  .map(({ events, turns, fields: [economy, culture], convention: [x, rest], members, kept }) => {
    const all: ReadonlyArray<readonly [string, unknown]> = [
      ["meeting.events", events],
      ["meeting.turns", events === 0 ? 0 : wrap({ ...turns, n: turns.n + events })],
      ["model.registered", { n: economy + culture, by: { field: { economy, culture } } }],
      ["convention.recognised", { x, y: x + rest + 1 }],
      ["member.count", members],
    ]
    return Object.fromEntries(all.filter((_, i) => i === 0 || kept[i - 1]))
  })

/** A batch of the invented country: some of its units, each with one faultless submission for the first half of 2022. */
export const batch: fc.Arbitrary<ReadonlyArray<Record<string, unknown>>> = fc
  .tuple(
    ...country.reporting.map((subject) => fc.option(values.map((v) => country.submission({ subject, values: v })))),
  )
  .map((all) => all.filter((one) => one !== null))

/** Any JSON, bent towards what a submission looks like: for "never throws". */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .tuple(fc.constantFrom(...Object.keys(country.submission())), fc.jsonValue({ maxDepth: 2 }))
    .map(([key, junk]) => ({ ...country.submission(), [key]: junk })),
  fc
    .tuple(fc.constantFrom(...country.catalogue.indicators.map(({ id }) => id)), fc.jsonValue({ maxDepth: 3 }))
    .map(([id, junk]) => country.submission({ values: { [id]: junk } })),
)

/** The registers that the generators are for. */
export const registers: Registers.Registers = country.registers
