// What became of whom: merge, split, transfer, rename, dissolve, each an event with its decree, never an overwrite.
import * as Schema from "effect/Schema"
import * as Dated from "./Dated.ts"

/** As a register holds it: on `date`, by `decree`, what was `from` is now `to`. */
export const schema = Schema.Struct({
  id: Schema.String,
  kind: Schema.Literals(["merge", "split", "transfer", "rename", "dissolve"]),
  date: Dated.date,
  decree: Schema.optionalKey(Schema.String),
  from: Schema.Array(Schema.String),
  to: Schema.Array(Schema.String),
  source: Schema.optionalKey(Schema.String),
  certainty: Schema.optionalKey(Schema.Literals(["stated", "high", "medium", "low"])),
})

/** One event. */
export type Succession = typeof schema.Type

/**
 * The units that follow one, directly.
 *
 * @example
 * successors(successions, "an-office-one") // ["an-office-two"]
 */
export const successors = (all: ReadonlyArray<Succession>, unit: string): ReadonlyArray<string> =>
  all.flatMap((event) => (event.from.includes(unit) ? event.to : []))
