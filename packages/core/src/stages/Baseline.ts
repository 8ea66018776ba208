// What the figures of a unit are held against: which period, which other units, and whether anything is known of them.
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Registers from "../registers/Registers.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as Aggregate from "./Aggregate.ts"
import * as Comparison from "./Comparison.ts"
import type * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"
import * as Kernel from "./Kernel.ts"

/**
 * The period that a baseline means, seen from another.
 *
 * @example
 * periodOf("same-period-last-year", H1) // { ...H1, year: 2021 }
 * periodOf("target", H1) // { ...H1, kind: "year" }
 */
export const periodOf = (baseline: Exclude<Comparison.Baseline, "peers">, period: Period.Period): Period.Period => {
  const year = (back: 0 | 1): Period.Period => ({
    calendar: period.calendar,
    kind: "year",
    year: Period.year(period) - back,
    index: 1,
  })
  switch (baseline) {
    case "previous-period":
      return Period.previous(period)
    case "same-period-last-year":
      return Period.sameLastYear(period)
    case "last-year":
      return year(1)
    case "target":
      return year(0)
  }
}

/**
 * Whether anything is known of a period, be it of another unit; else nothing can be compared with it.
 *
 * @example
 * isKnown(facts, H1) // true
 * isKnown(facts, Period.previous(H1)) // false
 */
export const isKnown = ({ facts }: Facts.Facts, period: Period.Period): boolean =>
  facts.some((fact) => Period.contains(period, fact.period))

/**
 * The other units of a unit's kind below the same unit.
 *
 * @example
 * peersOf(registers, { subject: "an-ward-2000", period: H1 }) // ["binh-ward-2000", "cuc-ward-2000"]
 */
export const peersOf = (registers: Registers.Registers, scope: Aggregate.Scope): ReadonlyArray<string> => {
  const { subject } = scope
  const { units } = Registers.index(registers)
  const { edges } = registers.organisations
  const day = Ground.dayOf(scope)
  const all = Hierarchy.parents(edges, subject, day).flatMap((parent) => Hierarchy.children(edges, parent, day))
  return [...new Set(all)].filter((id) => id !== subject && units.get(id)?.kind === units.get(subject)?.kind)
}

/** How a unit's figures are compared; `publish` decides what may be known of what they are held against. */
export interface Asked {
  readonly baseline: Comparison.Baseline
  readonly on?: Omit<Aggregate.Scope, "subject" | "period">
  readonly publish?: (aggregate: Aggregate.Aggregate) => Aggregate.Aggregate
}

/**
 * Every cell of an aggregate against one baseline, brought together from the same facts.
 *
 * @example
 * compare(registers, facts, aggregate, { baseline: "previous-period" })[0].outcome // { kind: "not-comparable", reasons: ["no-base"] }
 */
export const compare = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  aggregate: Aggregate.Aggregate,
  { baseline, on = {}, publish = (one) => one }: Asked,
): ReadonlyArray<Comparison.Comparison> => {
  const { subject, period } = aggregate
  const made = (subjects: ReadonlyArray<string>, of: Period.Period): ReadonlyArray<Aggregate.Aggregate> =>
    subjects.length === 0
      ? []
      : Kernel.aggregateAll(registers, facts, { subjects, period: of, ...on }).map((one) => publish(one))
  if (baseline === "peers") {
    return Comparison.amongPeers(registers, aggregate, made(peersOf(registers, { subject, period, ...on }), period))
  }
  const against = periodOf(baseline, period)
  const [base = null] = isKnown(facts, against) ? made([subject], against) : []
  return Comparison.fromAggregates(registers, aggregate, { baseline, period: against, aggregate: base })
}
