// What is known of a value beside its numbers, in the bits of one whole number: exactness, reasons, flags. Marks come
// together by `|`, and that is the join of qualifiers, the union of flags and the pooling of reasons at once.
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Reading from "./Reading.ts"

/** Somebody answered: a number, a text, or "nothing to report on". */
export const PRESENT = 1 << 13
/** The answer adds to a total. */
export const NUMBER = 1 << 14
/** In a row: a statement about the subject and all below it. */
export const WHOLE = 1 << 15
/** While a unit is folded: something was sent for this place, be it only that the value is missing. */
export const SENT = 1 << 15

// Bits 0–1 and 2–3 hold the qualifiers of both sides, 4–7 the reasons why not applicable, 8–12 the flags. `exact` is 0,
// `about` is `over` and `under` together.
const qualifiers = ["exact", "over", "under", "about"] as const
const REASON = 4
const FLAG = 8

/**
 * The mark of a value; whether a kind of value adds is told by `Value`, not by the indicator.
 *
 * @example
 * of(Value.missing("lost"), []) // 0
 * of(Value.quantity(180, "about"), ["estimated"]) === (PRESENT | NUMBER | 3 | 256) // true
 */
export const of = (value: Value.Value, flags: ReadonlyArray<Reading.Flag>): number => {
  let mark = 0
  for (const flag of flags) mark |= 1 << (FLAG + Reading.flags.indexOf(flag))
  switch (value.kind) {
    case "missing":
      return mark
    case "not-applicable":
      return mark | PRESENT | (1 << (REASON + Value.inapplicableReasons.indexOf(value.reason)))
    case "quantity":
      return mark | PRESENT | NUMBER | qualifiers.indexOf(value.qualifier)
    case "share":
      return (
        mark | PRESENT | NUMBER | qualifiers.indexOf(value.x.qualifier) | (qualifiers.indexOf(value.y.qualifier) << 2)
      )
    case "grade":
    case "flag":
      return mark | PRESENT | NUMBER
    default:
      return mark | PRESENT
  }
}

/**
 * The qualifier of the number, or of the second one of a share.
 *
 * @example
 * qualifier(of(Value.quantity(180, "over"), []) | of(Value.quantity(20, "under"), [])) // "about"
 */
export const qualifier = (mark: number, side: 0 | 1 = 0): Quantity.Qualifier =>
  qualifiers[(mark >> (2 * side)) & 3] ?? "exact"

/**
 * The mark of a number that is taken away: what was more than said makes the rest less.
 *
 * @example
 * qualifier(turned(of(Value.quantity(180, "over"), []))) // "under"
 */
export const turned = (mark: number): number => (mark & ~3) | ((mark & 1) << 1) | ((mark & 2) >> 1)

/**
 * The first of the reasons why there was nothing to report on, null where none was given.
 *
 * @example
 * reason(of({ kind: "not-applicable", reason: "ceased" }, [])) // "ceased"
 */
export const reason = (mark: number): Value.InapplicableReason | null =>
  Value.inapplicableReasons.find((_, i) => (mark & (1 << (REASON + i))) !== 0) ?? null

/**
 * The flags, in their order.
 *
 * @example
 * flags(of(Value.quantity(1), ["revised"]) | of(Value.quantity(2), ["estimated"])) // ["estimated", "revised"]
 */
export const flags = (mark: number): ReadonlyArray<Reading.Flag> =>
  Reading.flags.filter((_, i) => (mark & (1 << (FLAG + i))) !== 0)
