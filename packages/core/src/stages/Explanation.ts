// The tree of one number, from the total down to what was sent. Always true: computed anew from its leaves it is the
// number.
import * as Result from "effect/Result"
import type * as Indicator from "../registers/Indicator.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Claims from "./Claims.ts"
import type * as Coverage from "./Coverage.ts"
import type * as Facts from "./Facts.ts"
import type * as Reading from "./Reading.ts"

/**
 * How a number came about. `reported`: as sent · `time-…`: from parts of the period, inside one unit (`time-carried`:
 * from before its end, since the end itself has none) · `units-…`: over
 * units · `apportioned`: a part of a unit's number by stated shares, an estimate · `whole`: a statement about the subject
 * and all below it · `refused`: this kind has no total · `none`: nothing arrived.
 */
export type How =
  | "reported"
  | "time-sum"
  | "time-closing"
  | "time-newest"
  | "time-carried"
  | "units-sum"
  | "units-frequency"
  | "apportioned"
  | "whole"
  | "refused"
  | "none"

/**
 * What cannot be split: the value that `unit` had in `period` belongs, on the map asked for, to the units in `to`
 * together, by the events in `by`, and nobody says how much is whose. It is in the total of whoever is above all of
 * them, and in no total of fewer.
 */
export interface Remainder {
  readonly unit: string
  readonly period: string
  readonly to: ReadonlyArray<string>
  readonly by: ReadonlyArray<string>
  readonly value: Value.Value
}

/**
 * One number. Recomputing it gives `value` again. `by` names the successions through which it came from another unit;
 * `remainder` is what is beside it.
 */
export interface Explanation extends Indicator.Series {
  readonly subject: string
  readonly period: string
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Reading.Flag>
  readonly claims: Claims.Claims | null
  readonly asOf: string | null
  readonly how: How
  readonly parts: ReadonlyArray<Explanation>
  readonly source: Facts.Source | null
  readonly note: string | null
  readonly by: ReadonlyArray<string>
  readonly remainder: ReadonlyArray<Remainder>
  readonly coverage: Coverage.Coverage
  readonly absent: ReadonlyArray<Coverage.Absent>
}

/**
 * The value of a tree computed anew from its leaves; it equals `tree.value` or the tree lies.
 *
 * @example
 * const tree = Result.getOrThrow(Aggregate.explain(registers, facts, scope, { indicator: "meeting.events" }))
 * recompute(tree) // tree.value
 */
export const recompute = (tree: Explanation): Value.Value => {
  const parts = tree.parts.map(recompute)
  switch (tree.how) {
    case "units-sum":
    case "units-frequency":
    case "time-sum":
      return Result.getOrElse(Aggregator.overUnits(parts), () => Value.missing("withheld"))
    case "time-closing":
    case "time-newest":
    case "time-carried":
      return parts.at(-1) ?? Value.missing("not-sent")
    default:
      return tree.value
  }
}
