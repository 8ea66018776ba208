// A comparison in words, the same in prose, in a table, on a command line and on a web page: direction, by how much, in
// what, against what; and where there is none, why. Always true: never an empty sentence, NaN or ∞.
import * as Result from "effect/Result"
import type * as Comparison from "../stages/Comparison.ts"
import type * as Coverage from "../stages/Coverage.ts"
import type * as Measure from "../vocabulary/Measure.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import { en } from "./en.ts"
import { vi } from "./vi.ts"
import * as ValueText from "./ValueText.ts"
import type { Words } from "./Words.ts"

/** What a sentence is made with: the measure of the figures, and what each side rests on where kinds of units are known. */
export interface Said {
  readonly measure: Measure.Measure | undefined
  readonly now?: string
  readonly then?: string
  /** Whether what is compared with stands elsewhere, such as at the head of a column. */
  readonly alone?: boolean
}

const wordsOf = { vi, en }

/**
 * A comparison as a part of a sentence.
 *
 * @example
 * const base = { baseline: "same-period-last-year", period: Period.sameLastYear(H1), aggregate: null }
 * const [comparison] = Comparison.fromAggregates(registers, aggregate, base)
 * toText(comparison, { measure: undefined }, "vi") // "không so sánh được với cùng kỳ năm 2021 (không có số liệu kỳ gốc)"
 */
export const toText = (comparison: Comparison.Comparison, said: Said, lang: ValueText.Language): string => {
  const words = wordsOf[lang]
  const { outcome, coverage, baseline } = comparison
  const grounds = (on: Coverage.Coverage, kinds: string | undefined): string =>
    on.unitsOwing === 0 ? words.groundless : words.grounds(kinds ?? words.units(on))
  const both = {
    base: words.base[baseline],
    now: grounds(coverage.now, said.now),
    then: coverage.then && grounds(coverage.then, said.then),
  }
  const against = said.alone === true ? null : base(comparison, words)
  if (outcome.kind === "not-comparable") {
    return words.notComparable(
      against,
      outcome.reasons.map((reason) => words.reasons[reason](both)),
    )
  }
  const notes = [
    ...(outcome.kind === "change" && outcome.percent === null ? [words.fromZero] : []),
    ...outcome.cautions.map((caution) => words.cautions[caution](both)),
  ]
  const sentence = told(outcome, { ...said, against, baseline, lang, words })
  return notes.length === 0 ? sentence : `${sentence} (${notes.join("; ")})`
}

interface Desk extends Said {
  readonly against: string | null
  readonly baseline: Comparison.Baseline
  readonly lang: ValueText.Language
  readonly words: Words
}

const told = (
  outcome: Exclude<Comparison.Outcome, { kind: "not-comparable" }>,
  { against, baseline, measure, lang, words }: Desk,
): string => {
  const percent = (text: string, qualifier: Quantity.Qualifier): string =>
    `${words.qualifiers[qualifier]}${Quantity.decimal(text, lang)}%`
  switch (outcome.kind) {
    case "change": {
      const { direction, by, qualifier } = outcome
      if (direction === "same") return words.unchanged(against, qualifier === "exact")
      // Less by more than five is minus more than five: a bound turns with the sign.
      const size = by < 0 ? Quantity.turn(qualifier) : qualifier
      const amount = ValueText.full(Value.quantity(Math.abs(by), size), measure, lang)
      return words.changed(direction, amount, outcome.percent === null ? null : percent(outcome.percent, size), against)
    }
    case "points": {
      const { direction, by, qualifier } = outcome
      if (direction === "same") return words.unchanged(against, qualifier === "exact")
      const amount = words.qualifiers[qualifier] + Quantity.decimal(by, lang)
      return words.changed(direction, words.points(amount), null, against)
    }
    case "progress": {
      const reached = percent(outcome.percent, outcome.qualifier)
      if (baseline !== "target") return words.partOf(reached, against)
      const beyond = outcome.left < 0 && outcome.qualifier === "exact"
      const amount = ValueText.full(Value.quantity(Math.abs(outcome.left)), measure, lang)
      return words.reached(reached, against, beyond ? amount : null)
    }
    case "rank":
      return words.ranked(
        outcome.place,
        outcome.among,
        outcome.direction,
        words.points(Quantity.decimal(outcome.by, lang)),
      )
  }
}

// What is read at the end of a period is held against the end of a year, not against the year.
const base = ({ baseline, against, period, outcome }: Comparison.Comparison, words: Words): string => {
  const [then, now] = [against, period].map((text) => Period.fromText(text, "civil"))
  if (!then || !now || Result.isFailure(then) || Result.isFailure(now)) return against
  const isShorter = now.success.kind !== "year" && outcome.kind === "change"
  return words.against(baseline, then.success, isShorter ? "end" : "whole")
}

/**
 * What a comparison is held against, in words: the head of a column whose cells are worded `alone`.
 *
 * @example
 * const last = { baseline: "same-period-last-year", period: Period.sameLastYear(H1), aggregate: null }
 * against(Comparison.fromAggregates(registers, aggregate, last)[0], "vi") // "cùng kỳ năm 2021"
 */
export const against = (comparison: Comparison.Comparison, lang: ValueText.Language): string =>
  base(comparison, wordsOf[lang])

/**
 * A comparison for machines: what is between the two, with its sign; the percentage of a progress, the place of a rank;
 * empty where there is none.
 *
 * @example
 * machine({ kind: "points", direction: "down", by: "2.5", qualifier: "exact", cautions: [] }, undefined) // "-2.5"
 */
export const machine = (outcome: Comparison.Outcome, measure: Measure.Measure | undefined): string => {
  switch (outcome.kind) {
    case "change":
      return ValueText.machine(Value.quantity(outcome.by), measure)
    case "points":
      return outcome.direction === "down" ? `-${outcome.by}` : outcome.by
    case "progress":
      return `${outcome.percent}%`
    case "rank":
      return `${outcome.place}/${outcome.among}`
    case "not-comparable":
      return ""
  }
}
