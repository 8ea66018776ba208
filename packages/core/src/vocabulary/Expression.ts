// Arithmetic and comparison over a submission's numbers, as data. Three answers: holds, fails, cannot tell; a missing
// number never makes a rule fail.
import * as Schema from "effect/Schema"

/**
 * A reference to an indicator's number; `part` chooses one side of a share (`x` when absent), `member` a part of a
 * breakdown (`field=economy`). `at` looks at another period of the same unit: the one before, the same stretch of last
 * year, or the latest that ended earlier in the same year. `over` looks at other units: the sum of those directly below,
 * or what the unit states for the whole. Both need the level that says so.
 */
export interface Reference {
  readonly ref: string
  readonly part?: "x" | "y"
  readonly member?: string
  readonly at?: "previous" | "same-last-year" | "earlier-this-year"
  readonly over?: "children" | "whole"
}

/** `+`, `-` and `*` give a number, the others a verdict. */
export type Operator = "+" | "-" | "*" | "<=" | "<" | "=" | ">=" | ">"

/** An expression. */
export type Expression =
  | Reference
  | { readonly n: number }
  | { readonly op: Operator; readonly left: Expression; readonly right: Expression }

/** What an expression says of one submission. */
export type Verdict = "holds" | "fails" | "unknown"

/** As a register holds it. */
export const schema: Schema.Codec<Expression> = Schema.Union([
  Schema.Struct({
    ref: Schema.String,
    part: Schema.optionalKey(Schema.Literals(["x", "y"])),
    member: Schema.optionalKey(Schema.String),
    at: Schema.optionalKey(Schema.Literals(["previous", "same-last-year", "earlier-this-year"])),
    over: Schema.optionalKey(Schema.Literals(["children", "whole"])),
  }),
  Schema.Struct({ n: Schema.Int }),
  Schema.Struct({
    op: Schema.Literals(["+", "-", "*", "<=", "<", "=", ">=", ">"]),
    left: Schema.suspend((): Schema.Codec<Expression> => schema),
    right: Schema.suspend((): Schema.Codec<Expression> => schema),
  }),
]).annotate({ identifier: "Expression" })

/**
 * Every reference of an expression, left to right.
 *
 * @example
 * const rule = { op: "<=", left: { ref: "meeting.events" }, right: { ref: "meeting.turns" } }
 * references(rule) // [{ ref: "meeting.events" }, { ref: "meeting.turns" }]
 */
export const references = (expression: Expression): ReadonlyArray<Reference> =>
  "ref" in expression
    ? [expression]
    : "op" in expression
      ? [...references(expression.left), ...references(expression.right)]
      : []

/**
 * The number of an expression, null when a reference has none or when it is a comparison. Integers are added exactly or
 * the result is null.
 *
 * @example
 * number({ op: "+", left: { ref: "meeting.events" }, right: { n: 5 } }, () => 3) // 8
 */
export const number = (expression: Expression, look: (reference: Reference) => number | null): number | null => {
  if ("ref" in expression) return look(expression)
  if ("n" in expression) return expression.n
  const [left, right] = [number(expression.left, look), number(expression.right, look)]
  if (left === null || right === null) return null
  const { op } = expression
  const result = op === "+" ? left + right : op === "-" ? left - right : op === "*" ? left * right : NaN
  return Number.isSafeInteger(result) ? result : null
}

/**
 * Whether a comparison holds. `look` gives the number of a reference or null when it is not known.
 *
 * @example
 * verdict({ op: "<=", left: { ref: "a" }, right: { n: 5 } }, () => null) // "unknown"
 */
export const verdict = (expression: Expression, look: (reference: Reference) => number | null): Verdict => {
  if (!("op" in expression)) return "unknown"
  const [left, right] = [number(expression.left, look), number(expression.right, look)]
  if (left === null || right === null) return "unknown"
  const holds: Partial<Record<Operator, boolean>> = {
    "<=": left <= right,
    "<": left < right,
    "=": left === right,
    ">=": left >= right,
    ">": left > right,
  }
  const answer = holds[expression.op]
  return answer === undefined ? "unknown" : answer ? "holds" : "fails"
}
