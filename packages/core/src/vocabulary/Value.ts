// What one cell holds. Zero, missing and not applicable are three things; a percentage without its base is a `rate` and
// never enters arithmetic.
import * as Result from "effect/Result"
import * as Decimal from "./Decimal.ts"
import * as FigureText from "./FigureText.ts"
import type * as Measure from "./Measure.ts"
import * as Quantity from "./Quantity.ts"
import * as Spelling from "./Spelling.ts"

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

/**
 * The quantity of a value, of a share the side that is asked for; null where there is none.
 *
 * @example
 * side({ kind: "share", x: Quantity.exact(5), y: Quantity.exact(7) }, "y") // Quantity.exact(7)
 * side(missing("lost")) // null
 */
export const side = (value: Value, part: "x" | "y" = "x"): Quantity.Quantity | null =>
  value.kind === "quantity" ? value : value.kind === "share" ? value[part] : null

/**
 * A value inside the parameters of an issue: its numbers without exactness or unit, or its kind where it has none.
 *
 * @example
 * brief({ kind: "share", x: Quantity.exact(5), y: Quantity.exact(7) }) // "5/7"
 * brief(missing("lost")) // "missing"
 */
export const brief = (value: Value): string => {
  switch (value.kind) {
    case "quantity":
      return String(value.n)
    case "share":
      return `${value.x.n}/${value.y.n}`
    case "rate":
      return `${value.percent}%`
    default:
      return value.kind
  }
}

const words = /[\p{L}\p{N}]/u

/** Why a text is no value of a measure, and what it may mean where it has several readings. */
export interface Unread {
  readonly problem:
    | FigureText.Problem
    | Quantity.Unread["problem"]
    | "figure.not-alone"
    | "figure.range"
    | "figure.unit-differs"
  readonly readings: ReadonlyArray<FigureText.Reading>
}

/**
 * A cell of text as a value of a measure: a number, x/y, or a percentage. A unit may be left out; another unit than the
 * measure's is refused, and so is whatever else stands in the text.
 *
 * @example
 * const turns = { id: "turn", vi: "lượt người", en: "turns", decimals: 0 }
 * fromText("khoảng 1.500 lượt người", turns) // succeeds with quantity(1500, "about")
 * fromText("42/45", turns) // succeeds with { kind: "share", x: Quantity.exact(42), y: Quantity.exact(45) }
 * fromText("964 hộ", turns) // fails with { problem: "figure.unit-differs", readings: [] }
 */
export const fromText = (text: string, measure: Measure.Measure): Result.Result<Value, Unread> => {
  const not = (problem: Unread["problem"], readings: Unread["readings"] = []) => Result.fail({ problem, readings })
  const found = FigureText.read(text)
  const [figure] = found
  if (!figure) {
    // A bare 2022 is a year in a sentence, and a number in a cell.
    const bare = /^\s*\d+\s*$/.test(text) ? Quantity.fromText(text, measure.decimals) : null
    return bare && Result.isSuccess(bare)
      ? Result.succeed({ kind: "quantity", ...bare.success })
      : not(bare && Result.isFailure(bare) ? bare.failure.problem : "figure.none")
  }
  const [before, behind] = [text.slice(0, figure.at), text.slice(figure.at + figure.length)]
  if (found.length > 1 || words.test(before)) return not("figure.not-alone")
  // The measure may go on where the unit that was read ends: 11 cuộc | đối thoại.
  const isLonger = words.test(behind)
  const spoken = Spelling.key(figure.raw + behind.replace(/[^\p{L}\p{N}]+$/u, ""))
  if (isLonger && !spoken.endsWith(` ${Spelling.key(measure.vi)}`)) return not("figure.not-alone")
  if ("problem" in figure) return not(figure.problem, figure.readings)
  if ("from" in figure) return not("figure.range")
  const isPercent = measure.vi.trim() === "%"
  if ("percent" in figure || isPercent) {
    const percentage =
      "percent" in figure ? figure.percent : "value" in figure && figure.unit === null ? figure.value : null
    if (percentage === null || !isPercent) return not("figure.unit-differs")
    const { qualifier = "exact" } = figure
    return Quantity.isDecimal(percentage)
      ? Result.succeed({ kind: "rate", percent: percentage, qualifier })
      : not("figure.too-precise")
  }
  const power = powerOf(figure, measure)
  if (power === null) return not("figure.unit-differs")
  const whole = (decimal: string): Result.Result<number, Quantity.Unread["problem"]> =>
    Quantity.fromDecimal(Decimal.plain(Decimal.shift(Decimal.make(decimal), -power)), measure.decimals)
  const { qualifier = "exact" } = figure
  const [x, y] = "value" in figure ? [whole(figure.value), null] : [whole(figure.x), whole(figure.y)]
  if (Result.isFailure(x)) return not(x.failure)
  if (y === null) return Result.succeed(quantity(x.success, qualifier))
  if (Result.isFailure(y)) return not(y.failure)
  return Result.succeed({ kind: "share", x: { n: x.success, qualifier }, y: Quantity.exact(y.success) })
}

// By which power of ten the figure is counted finer than the measure (đồng and triệu đồng: 6); null for another unit.
const powerOf = (
  figure: FigureText.Found & (FigureText.Number | FigureText.Ratio),
  measure: Measure.Measure,
): number | null => {
  // Money is read from triệu and tỷ alone as well; where people are counted, they are people.
  const isSaid = figure.unit !== null && (figure.unit !== "đồng" || /[đ₫]|vn/iu.test(figure.raw.normalize("NFC")))
  const [own] = FigureText.read(`1 ${measure.vi}`)
  const [unit, size] = own && "value" in own ? [own.unit, own.value.length - 1] : [null, 0]
  if (unit !== null && figure.unit === unit) return size
  if (!isSaid) return 0
  const [said, wanted] = [figure.unit ?? "", measure.vi].map(Spelling.key)
  return said === wanted || `${wanted} `.startsWith(`${said} `) ? 0 : null
}
