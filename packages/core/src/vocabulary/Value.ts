// What one cell holds. Zero, missing and not applicable are three things; a percentage without its base is a `rate` and
// never enters arithmetic.
import * as Quantity from "./Quantity.ts"

/** Why there is no number although there is something to report. */
export const missingReasons = ["not-due", "not-sent", "not-collected", "lost", "refused", "withheld"] as const
/** One of `missingReasons`. */
export type MissingReason = (typeof missingReasons)[number]

/** Why there is nothing to report on. */
export const inapplicableReasons = ["no-object", "not-in-remit", "not-yet-existing", "ceased"] as const
/** One of `inapplicableReasons`. */
export type InapplicableReason = (typeof inapplicableReasons)[number]

/** The content of a cell; closed. */
export type Value =
  | { readonly kind: "quantity"; readonly n: number; readonly qualifier: Quantity.Qualifier }
  | { readonly kind: "share"; readonly x: Quantity.Quantity; readonly y: Quantity.Quantity }
  | { readonly kind: "rate"; readonly percent: string; readonly qualifier: Quantity.Qualifier }
  | { readonly kind: "grade"; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: "flag"; readonly holds: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  | { readonly kind: "not-applicable"; readonly reason: InapplicableReason }

/**
 * A quantity as a value; `n` is a safe integer at the measure's scale.
 *
 * @example
 * quantity(180, "about") // { kind: "quantity", n: 180, qualifier: "about" }
 */
export const quantity = (n: number, qualifier: Quantity.Qualifier = "exact"): Value => ({
  kind: "quantity",
  n,
  qualifier,
})

/**
 * A missing value.
 *
 * @example
 * missing("not-sent") // { kind: "missing", reason: "not-sent" }
 */
export const missing = (reason: MissingReason): Value => ({ kind: "missing", reason })

/**
 * Whether somebody answered: a number, a text, or "nothing to report on"; not a gap.
 *
 * @example
 * isPresent({ kind: "not-applicable", reason: "no-object" }) // true
 * isPresent(missing("lost")) // false
 */
export const isPresent = (value: Value): boolean => value.kind !== "missing"

/**
 * Same kind, same content, same exactness. A grade that nobody got and one that is not named are the same.
 *
 * @example
 * equals(quantity(180), quantity(180, "about")) // false
 */
export const equals = (a: Value, b: Value): boolean => {
  if (a.kind === "grade" && b.kind === "grade") {
    const keys = new Set([...Object.keys(a.counts), ...Object.keys(b.counts)])
    return [...keys].every((key) => (a.counts[key] ?? 0) === (b.counts[key] ?? 0))
  }
  if (a.kind === "share" && b.kind === "share") {
    return a.x.n === b.x.n && a.y.n === b.y.n && a.x.qualifier === b.x.qualifier && a.y.qualifier === b.y.qualifier
  }
  return a.kind === b.kind && Object.entries(a).every(([key, v]) => (b as Record<string, unknown>)[key] === v)
}

/**
 * Same numbers, whatever their exactness: what a total and a statement about it are compared by.
 *
 * @example
 * sameNumbers(quantity(180), quantity(180, "about")) // true
 */
export const sameNumbers = (a: Value, b: Value): boolean => {
  if (a.kind === "quantity" && b.kind === "quantity") return a.n === b.n
  if (a.kind === "share" && b.kind === "share") return a.x.n === b.x.n && a.y.n === b.y.n
  return equals(a, b)
}

/**
 * The percentage of a share with `decimals` places (`"48.7"`), or the text of a rate; null where there is none.
 *
 * @example
 * percent({ kind: "share", x: Quantity.exact(58), y: Quantity.exact(119) }) // "48.7"
 */
export const percent = (value: Value, decimals = 1): string | null => {
  if (value.kind === "rate") return value.percent
  if (value.kind !== "share" || value.y.n === 0) return null
  return Quantity.percentage(value.x.n, value.y.n, decimals)
}
