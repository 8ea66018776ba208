// A whole number at its measure's scale, and how exactly it is known. No float: a number that leaves the safe integers
// is an overflow, never a wrong number.
import * as Result from "effect/Result"
import * as Decimal from "./Decimal.ts"
import * as Numeral from "./Numeral.ts"
import * as QualifierWord from "./QualifierWord.ts"
import * as Token from "./Token.ts"
import * as UnitWord from "./UnitWord.ts"

/** How exactly a number is known: `over` = trên, hơn; `under` = gần, ngót; `about` = khoảng. */
export type Qualifier = "exact" | "over" | "under" | "about"

/** A number: `n` is a safe integer at the measure's scale. */
export interface Quantity {
  readonly n: number
  readonly qualifier: Qualifier
}

/**
 * An exact number.
 *
 * @example
 * exact(197) // { n: 197, qualifier: "exact" }
 */
export const exact = (n: number): Quantity => ({ n, qualifier: "exact" })

/**
 * What a quantity is equal to, near, above or below, in signs: for lists of numbers in any language.
 *
 * @example
 * sign(exact(1500)) // "= 1.500"
 * sign({ n: 180, qualifier: "about" }) // "≈ 180"
 */
export const sign = ({ n, qualifier }: Quantity): string =>
  `${{ exact: "=", about: "≈", over: ">", under: "<" }[qualifier]} ${digits(n, 0)}`

/**
 * The join of two qualifiers: exact ≤ over, under ≤ about. A sum is as exact as its least exact part.
 *
 * @example
 * join("over", "under") // "about"
 */
export const join = (a: Qualifier, b: Qualifier): Qualifier =>
  a === b || b === "exact" ? a : a === "exact" ? b : "about"

/**
 * The qualifier of −n: a lower bound becomes an upper one.
 *
 * @example
 * turn("over") // "under"
 */
export const turn = (q: Qualifier): Qualifier => (q === "over" ? "under" : q === "under" ? "over" : q)

/**
 * Whether the number is one that `Quantity` may hold: an integer from −(2⁵³ − 1) to 2⁵³ − 1.
 *
 * @example
 * isSafe(2 ** 53) // false
 */
export const isSafe = (n: number): boolean => Number.isSafeInteger(n)

/**
 * Digits as Vietnam writes them: dots between thousands, comma before decimals. `decimals` is the measure's scale.
 *
 * @example
 * digits(1500, 0) // "1.500"
 * digits(875, 1) // "87,5"
 */
export const digits = (n: number, decimals: number, lang: "vi" | "en" = "vi"): string => {
  const [thousands, comma] = lang === "vi" ? [".", ","] : [",", "."]
  const all = String(Math.abs(n)).padStart(decimals + 1, "0")
  const whole = all.slice(0, all.length - decimals).replace(/\B(?=(\d{3})+$)/g, thousands)
  const part = decimals > 0 ? comma + all.slice(-decimals) : ""
  return `${n < 0 ? "-" : ""}${whole}${part}`
}

/**
 * A number in whole units of so much, rounded half away from zero.
 *
 * @example
 * inUnits(2_512_000_000, 1_000_000) // 2512
 * inUnits(-1_500, 1_000) // -2
 */
export const inUnits = (n: number, unit: number): number => {
  const rest = Math.abs(n) % unit
  const whole = (Math.abs(n) - rest) / unit + (rest * 2 >= unit ? 1 : 0)
  return n < 0 && whole > 0 ? -whole : whole
}

/**
 * Numbers in whole units of so much that come to their sum in such units: each is rounded down, and what is left goes to
 * the largest remainders, of equal ones to the first in the list. None is off by a unit or more.
 *
 * @example
 * partsInUnits([1_400, 1_400, 1_200], 1_000) // [2, 1, 1]
 */
export const partsInUnits = (parts: ReadonlyArray<number>, unit: number): ReadonlyArray<number> => {
  const rests = parts.map((n) => ((n % unit) + unit) % unit)
  const units = parts.map((n, i) => (n - (rests[i] ?? 0)) / unit)
  const sum = parts.reduce((all, n) => all + n, 0)
  let left = inUnits(sum, unit) - units.reduce((all, n) => all + n, 0)
  const order = rests.map((rest, i) => [rest, i] as const)
  for (const [, i] of order.toSorted(([a, first], [b, second]) => b - a || first - second)) {
    if (left === 0) break
    units[i] = (units[i] ?? 0) + 1
    left--
  }
  return units
}

/**
 * `a / b` as a decimal string with `decimals` places, rounded half away from zero or truncated, computed in whole
 * numbers. `b` must not be 0.
 *
 * @example
 * ratio(5800, 119, 1) // "48.7"
 * ratio(200, 3, 1, "truncate") // "66.6"
 */
export const ratio = (a: number, b: number, decimals: number, mode: "round" | "truncate" = "round"): string => {
  const scale = 10n ** BigInt(decimals)
  const numerator = BigInt(a) * scale
  const denominator = BigInt(b)
  const negative = numerator < 0n !== denominator < 0n
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const whole = mode === "round" ? (2n * n + d) / (2n * d) : n / d
  const text = whole.toString().padStart(decimals + 1, "0")
  const shown = decimals > 0 ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text
  return negative && whole !== 0n ? `-${shown}` : shown
}

/**
 * `a` in hundredths of `b`, one decimal place, none where it is zero. `b` must not be 0.
 *
 * @example
 * percentage(58, 119) // "48.7"
 * percentage(42, 42) // "100"
 */
export const percentage = (a: number, b: number, decimals = 1): string => {
  const text = ratio(a * 100, b, decimals)
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text
}

/**
 * A decimal string as people read it.
 *
 * @example
 * decimal("48.7") // "48,7"
 */
export const decimal = (text: string, lang: "vi" | "en" = "vi"): string => {
  const [whole = "0", part] = text.replace("-", "").split(".")
  const [thousands, comma] = lang === "vi" ? [".", ","] : [",", "."]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${text.startsWith("-") ? "-" : ""}${grouped}${part === undefined ? "" : comma + part}`
}

/**
 * Whether a text is a plain decimal such as `87`, `87.5` or `-3.25`; at most 15 digits before the point, 6 after.
 *
 * @example
 * isDecimal("87.5") // true
 * isDecimal("87,5") // false
 */
export const isDecimal = (text: string): boolean => /^-?\d{1,15}(\.\d{1,6})?$/.test(text)

/**
 * A decimal string as a whole number at `decimals` places, further ones cut off; the text must satisfy `isDecimal`.
 *
 * @example
 * scaled("87.5", 2) // 8750n
 */
export const scaled = (text: string, decimals: number): bigint => {
  const [whole = "0", part = ""] = text.replace("-", "").split(".")
  const n = BigInt(whole + part.padEnd(decimals, "0").slice(0, decimals))
  return text.startsWith("-") ? -n : n
}

/** Why a text is no quantity, and what it may mean where it has several readings. */
export interface Unread {
  readonly problem: Numeral.Problem | "figure.none" | "figure.too-precise" | "figure.too-large"
  readonly readings: ReadonlyArray<Quantity>
}

/**
 * A decimal string as a whole number at `decimals` places; fails where digits would be lost.
 *
 * @example
 * fromDecimal("87.5", 1) // succeeds with 875
 * fromDecimal("87.5", 0) // fails with "figure.too-precise"
 */
export const fromDecimal = (
  text: string,
  decimals: number,
): Result.Result<number, "figure.too-precise" | "figure.too-large"> => {
  const { n, places } = Decimal.shift(Decimal.make(Decimal.plain(Decimal.make(text))), decimals)
  if (places > 0) return Result.fail("figure.too-precise")
  return isSafe(Number(n)) ? Result.succeed(Number(n)) : Result.fail("figure.too-large")
}

/**
 * A number as people write it, alone in its text, at `decimals` places: digits or words, ngàn, vạn, triệu, tỷ multiplied
 * out, the qualifier before it. A unit behind it is passed over; `Value.fromText` holds it against the measure.
 *
 * @example
 * fromText("trên 2,5 tỷ đồng") // succeeds with { n: 2500000000, qualifier: "over" }
 * fromText("87,5", 1) // succeeds with { n: 875, qualifier: "exact" }
 * fromText("1,234", 3) // fails with { problem: "figure.separator-ambiguous", readings: [exact(1234000), exact(1234)] }
 */
export const fromText = (text: string, decimals = 0): Result.Result<Quantity, Unread> => {
  const tokens = Token.cut(text)
  const isNegative = /^[-−]$/.test(tokens[0]?.text ?? "")
  const first = isNegative ? 1 : 0
  // The words of a qualifier are two times three at most.
  for (let i = first; i < tokens.length && i <= first + 6; i++) {
    const { start, qualifier } = QualifierWord.leading(tokens, i)
    const number = start > first ? null : Numeral.read(tokens, i, start < i)
    if (!number) continue
    const end = UnitWord.read(tokens, number.end)?.end ?? number.end
    if (end < tokens.length) break
    return made(number, isNegative ? -1n : 1n, qualifier, decimals)
  }
  return Result.fail({ problem: "figure.none", readings: [] })
}

const made = (
  { values, problem }: Numeral.Numeral,
  factor: bigint,
  qualifier: Qualifier,
  decimals: number,
): Result.Result<Quantity, Unread> => {
  const all = values.map(({ n, places }) => fromDecimal(Decimal.plain({ n: n * factor, places }), decimals))
  const readings = all.flatMap((one) => (Result.isSuccess(one) ? [{ n: one.success, qualifier }] : []))
  const [only] = all
  if (problem || !only) return Result.fail({ problem: problem ?? "figure.none", readings })
  return Result.isSuccess(only)
    ? Result.succeed({ n: only.success, qualifier })
    : Result.fail({ problem: only.failure, readings })
}
