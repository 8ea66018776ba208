// What is measured. The kind decides how it is brought together; a series is an indicator, or one part of it.
import * as Schema from "effect/Schema"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Dated from "./Dated.ts"

/**
 * As a catalogue holds it. `carry`, for stocks: for how many months an older number stands where none was reported at
 * the end of the period. `disjoint`, for persons: nobody is counted at two units, so that units add. `plan` is the
 * indicator whose figures are what this one is to reach.
 */
export const schema = Schema.Struct({
  id: Schema.String,
  label: Dated.label,
  kind: Schema.Literals(Aggregator.kinds),
  measure: Schema.String,
  breakdowns: Schema.optionalKey(Schema.Array(Schema.Struct({ dimension: Schema.String, exhaustive: Schema.Boolean }))),
  calendar: Schema.optionalKey(Schema.String),
  from: Schema.optionalKey(Dated.date),
  to: Schema.optionalKey(Dated.date),
  citation: Schema.optionalKey(Schema.String),
  max: Schema.optionalKey(Schema.Int),
  carry: Schema.optionalKey(Schema.Int),
  disjoint: Schema.optionalKey(Schema.Literal("units")),
  plan: Schema.optionalKey(Schema.String),
  sensitive: Schema.optionalKey(Schema.Literal(true)),
  note: Schema.optionalKey(Dated.label),
})

/** What is measured; `K` is its kind and `M` the id of its measure, where the compiler knows them. */
export type Indicator<K extends Aggregator.Kind = Aggregator.Kind, M extends string = string> = Omit<
  typeof schema.Type,
  "kind" | "measure"
> & { readonly kind: K; readonly measure: M }

/** Kinds whose values can be brought together over units. */
export type Additive = "flow" | "stock" | "campaign" | "share" | "attainment" | "grade" | "flag"

/** Persons of whom the catalogue says that nobody is counted at two units. */
export type Disjoint = Indicator<"distinct"> & { readonly disjoint: "units" }

/**
 * How values of the indicator are brought together: as its kind says; persons also over units, where nobody is counted at
 * two.
 *
 * @example
 * folding({ ...indicator, kind: "stock" }) // { time: "closing", units: "sum" }
 * folding({ ...indicator, kind: "distinct", disjoint: "units" }) // { time: "refuse", units: "sum" }
 */
export const folding = ({ kind, disjoint }: Pick<Indicator, "kind" | "disjoint">): Aggregator.Folding =>
  kind === "distinct" && disjoint === "units" ? { time: "refuse", units: "sum" } : Aggregator.table[kind]

/**
 * Whether the indicator has totals over units.
 *
 * @example
 * isAdditive({ ...indicator, kind: "flow" }) // true
 * isAdditive({ ...indicator, kind: "rate" }) // false
 */
export const isAdditive = (indicator: Indicator): indicator is Indicator<Additive> | Disjoint =>
  folding(indicator).units !== "refuse"

/** An indicator, or the part of it that belongs to one member of a breakdown. */
export interface Series {
  readonly indicator: string
  readonly dimension?: string
  readonly member?: string
}

/**
 * A series as text.
 *
 * @example
 * seriesId({ indicator: "dvk.models.registered", dimension: "field", member: "economy" }) // "dvk.models.registered[field=economy]"
 */
export const seriesId = (series: Series): string =>
  series.dimension === undefined ? series.indicator : `${series.indicator}[${series.dimension}=${series.member}]`
