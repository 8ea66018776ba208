// Arithmetic and comparison over a submission's numbers, as data. Three answers: holds, fails, cannot tell; neither a
// missing number nor what an inexact one leaves open makes a rule fail.
import * as Schema from "effect/Schema"
import type * as Quantity from "./Quantity.ts"

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

/** What is known of a number: that it is not less than one and not more than the other. An exact number is both. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** What a reference leads to; null where nothing is known. */
export type Look = (reference: Reference) => Quantity.Quantity | null

/**
 * The bounds of a quantity. Nothing says how near “khoảng 180” is to 180, and “trên 50” may be any number above; but what
 * somebody says is about 180 is something, and not nothing.
 *
 * @example
 * bounds(Quantity.exact(5)) // { least: 5, most: 5 }
 * bounds({ n: 50, qualifier: "over" }) // { least: 50, most: Infinity }
 * bounds({ n: 180, qualifier: "about" }) // { least: 1, most: Infinity }
 */
export const bounds = ({ n, qualifier }: Quantity.Quantity): Bounds => ({
  least: qualifier === "exact" || qualifier === "over" ? n : n > 0 ? 1 : -Infinity,
  most: qualifier === "exact" || qualifier === "under" ? n : n < 0 ? -1 : Infinity,
})

/**
 * The bounds of an expression's number, null when a reference leads to nothing or when it is a comparison. Integers are
 * added exactly or the result is null.
 *
 * @example
 * number({ op: "+", left: { ref: "meeting.events" }, right: { n: 5 } }, () => Quantity.exact(3)) // { least: 8, most: 8 }
 */
export const number = (expression: Expression, look: Look): Bounds | null => {
  if ("ref" in expression) {
    const found = look(expression)
    return found && bounds(found)
  }
  if ("n" in expression) return { least: expression.n, most: expression.n }
  const [left, right] = [number(expression.left, look), number(expression.right, look)]
  if (left === null || right === null) return null
  switch (expression.op) {
    case "+":
      return within([left.least + right.least, left.most + right.most])
    case "-":
      return within([left.least - right.most, left.most - right.least])
    case "*":
      return within([left.least, left.most].flatMap((a) => [times(a, right.least), times(a, right.most)]))
    default:
      return null
  }
}

// Nothing of something endless is nothing.
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

const within = (ends: ReadonlyArray<number>): Bounds | null =>
  ends.every((end) => Number.isSafeInteger(end) || Math.abs(end) === Infinity)
    ? { least: Math.min(...ends), most: Math.max(...ends) }
    : null

/**
 * Whether a comparison holds. `look` gives the quantity of a reference or null when it is not known. It holds when it
 * does for all numbers within the bounds, and fails when it does for none.
 *
 * @example
 * verdict({ op: "<=", left: { ref: "a" }, right: { n: 5 } }, () => null) // "unknown"
 * verdict({ op: "<=", left: { ref: "a" }, right: { n: 5 } }, () => ({ n: 6, qualifier: "over" })) // "fails"
 * verdict({ op: "<=", left: { ref: "a" }, right: { n: 5 } }, () => ({ n: 6, qualifier: "about" })) // "unknown"
 */
export const verdict = (expression: Expression, look: Look): Verdict => {
  if (!("op" in expression)) return "unknown"
  const [left, right] = [number(expression.left, look), number(expression.right, look)]
  return left === null || right === null ? "unknown" : compare(expression.op, left, right)
}

const compare = (op: Operator, left: Bounds, right: Bounds): Verdict => {
  switch (op) {
    case "<=":
      return left.most <= right.least ? "holds" : left.least > right.most ? "fails" : "unknown"
    case "<":
      return left.most < right.least ? "holds" : left.least >= right.most ? "fails" : "unknown"
    case ">=":
      return compare("<=", right, left)
    case ">":
      return compare("<", right, left)
    case "=":
      if (left.least > right.most || left.most < right.least) return "fails"
      return left.least === left.most && right.least === right.most ? "holds" : "unknown"
    default:
      return "unknown"
  }
}

/**
 * Whether the first is surely larger than the second, however exact they are.
 *
 * @example
 * exceeds(Quantity.exact(6), { n: 5, qualifier: "under" }) // true
 * exceeds({ n: 6, qualifier: "about" }, Quantity.exact(5)) // false
 */
export const exceeds = (one: Quantity.Quantity, other: Quantity.Quantity): boolean =>
  bounds(one).least > bounds(other).most
