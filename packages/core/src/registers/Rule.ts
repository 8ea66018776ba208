// What must hold in a submission beyond what its kinds already say. A rule names the values it holds back, and why.
import * as Schema from "effect/Schema"
import * as Expression from "../vocabulary/Expression.ts"
import * as Dated from "./Dated.ts"

/** As a catalogue holds it. `when`, if given, must hold for the rule to speak. `holds` are indicators. */
export const schema = Schema.Struct({
  id: Schema.String,
  level: Schema.Literals(["cell", "record", "cross-period", "cross-unit", "cross-level"]),
  severity: Schema.Literals(["error", "warning"]),
  when: Schema.optionalKey(Expression.schema),
  expression: Expression.schema,
  holds: Schema.Array(Schema.String),
  why: Dated.label,
})

/** A rule. */
export type Rule = typeof schema.Type

/**
 * Whether a rule looks no further than one submission.
 *
 * @example
 * isLocal(rule) // true
 */
export const isLocal = (rule: Rule): boolean => rule.level === "cell" || rule.level === "record"

/**
 * Every reference of a rule, those of `when` first.
 *
 * @example
 * references(rule).map(({ ref }) => ref) // ["meeting.events", "meeting.turns"]
 */
export const references = (rule: Rule): ReadonlyArray<Expression.Reference> => [
  ...(rule.when ? Expression.references(rule.when) : []),
  ...Expression.references(rule.expression),
]

/**
 * What a rule says of one submission: it holds where `when` does not apply; `unknown` when a number it needs is not
 * there.
 *
 * @example
 * verdict(rule, ({ ref }) => Quantity.exact(ref === "meeting.events" ? 0 : 5)) // "fails"
 * verdict(rule, () => null) // "unknown"
 */
export const verdict = (rule: Rule, look: Expression.Look): Expression.Verdict => {
  const applies = rule.when === undefined ? "holds" : Expression.verdict(rule.when, look)
  if (applies === "unknown") return "unknown"
  return applies === "fails" ? "holds" : Expression.verdict(rule.expression, look)
}
