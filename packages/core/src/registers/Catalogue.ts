// A dated, versioned set of what is measured: indicators, their measures and parts, rules, who owes what, and the
// documents cited. Data, so that a province brings its own without code.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Issue from "../vocabulary/Issue.ts"
import * as Measure from "../vocabulary/Measure.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Citation from "./Citation.ts"
import * as Dated from "./Dated.ts"
import * as Indicator from "./Indicator.ts"
import * as Obligation from "./Obligation.ts"
import * as Rule from "./Rule.ts"

/** A way of cutting an indicator into parts. */
export const dimension = Schema.Struct({
  id: Schema.String,
  label: Dated.label,
  members: Schema.Array(Schema.Struct({ id: Schema.String, label: Dated.label })),
})

/** `danvan/catalogue@0`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/catalogue@0"),
  id: Schema.String,
  version: Schema.String,
  from: Dated.date,
  to: Schema.optionalKey(Dated.date),
  label: Dated.label,
  calendar: Schema.String,
  measures: Schema.Array(Measure.schema),
  dimensions: Schema.Array(dimension),
  indicators: Schema.Array(Indicator.schema),
  rules: Schema.Array(Rule.schema),
  citations: Schema.Array(Citation.schema),
  obligations: Schema.Array(Obligation.schema),
})

/** A catalogue. */
export type Catalogue = typeof schema.Type

/** A breakdown's dimension with its members. */
export type Dimension = typeof dimension.Type

/** Asked of `get`: any indicator, or only one whose values have totals. */
export interface Wanted {
  readonly any: Indicator.Indicator
  readonly additive: Indicator.Indicator<Indicator.Additive>
}

/**
 * The indicator of this id; fails with a finding when there is none, or when it has no totals and `additive` was asked.
 *
 * @example
 * get(catalogue, "meeting.events", "additive") // succeeds
 * get(catalogue, "matter.settled-rate", "additive") // fails: a percentage without its base has no total
 */
export const get = <W extends keyof Wanted>(
  catalogue: Catalogue,
  id: string,
  wanted: W,
): Result.Result<Wanted[W], Issue.Issue> => {
  const found = catalogue.indicators.find((indicator) => indicator.id === id)
  if (!found) {
    const near =
      Spelling.nearest(
        id,
        catalogue.indicators.map((indicator) => indicator.id),
      ) ?? ""
    return Result.fail(Issue.make("indicator.unknown", { pointer: "", indicator: id }, { indicator: id, near }))
  }
  if (wanted === "additive" && !Indicator.isAdditive(found)) {
    const code = found.kind === "distinct" ? "aggregate.distinct-refused" : "aggregate.rate-refused"
    return Result.fail(
      Issue.make(code, { pointer: "", indicator: id }, { indicator: found.label.vi, kind: found.kind }),
    )
  }
  return Result.succeed(found as Wanted[W])
}
