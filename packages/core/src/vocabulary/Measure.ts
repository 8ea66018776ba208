// What is counted: models, turns, cases, đồng. The unit belongs to a number's identity: 866 lượt and 964 người are not
// two readings of one thing.
import * as Schema from "effect/Schema"

/** A measure. `decimals` is the scale at which its numbers are whole: 0 for things, 2 for hectares to 1/100. */
export const schema = Schema.Struct({
  id: Schema.String,
  vi: Schema.String,
  en: Schema.String,
  decimals: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 6 })),
})

/** A measure as a register holds it. */
export type Measure = typeof schema.Type
