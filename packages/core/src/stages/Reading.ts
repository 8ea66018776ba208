// Reading one value of a submission: what is known while doing so, and the numbers that may stand in it. Strict: a number
// that cannot be is named and held, never mended.
import type * as Catalogue from "../registers/Catalogue.ts"
import type * as Indicator from "../registers/Indicator.ts"
import * as Issue from "../vocabulary/Issue.ts"
import type * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Shape from "../vocabulary/Shape.ts"

/** How good a number is, beside its exactness. `illustrative` numbers stand for others that were not published. */
export const flags = ["estimated", "provisional", "revised", "carried", "illustrative"] as const
/** One of `flags`. */
export type Flag = (typeof flags)[number]

/** What reading needs to know. */
export interface Reading {
  readonly indicator: Indicator.Indicator
  readonly dimensions: ReadonlyMap<string, Catalogue.Dimension>
  /** The value's place; made only when something is found. */
  readonly place: () => Issue.Place
  readonly flags: ReadonlyArray<Flag>
  /** The period of the figure, and the year up to its end where that has a name. */
  readonly figure: { readonly period: Period.Period; readonly toDate: Period.Period | null }
}

/**
 * Notes a finding at the value's place, or below it; always empty, so that it can be returned.
 *
 * @example
 * const issues = []
 * fail(issues, "value.negative", reading, { found: "-1" }, "/n")
 * issues[0].pointer // "/values/model.registered/n"
 */
export const fail = (
  issues: Array<Issue.Issue>,
  code: Issue.IssueCode,
  reading: Reading,
  params: Issue.Params = {},
  sub = "",
): ReadonlyArray<never> => {
  const place = reading.place()
  issues.push(Issue.make(code, { ...place, pointer: place.pointer + sub }, params))
  return []
}

/**
 * Notes that a value cannot be one of this indicator's kind.
 *
 * @example
 * const issues = []
 * wrongKind("năm", reading, issues)
 * issues[0].params // { kind: "campaign", found: '"năm"' }
 */
export const wrongKind = (raw: unknown, reading: Reading, issues: Array<Issue.Issue>): ReadonlyArray<never> =>
  fail(issues, "value.wrong-kind", reading, { kind: reading.indicator.kind, found: Shape.shown(raw) })

/**
 * A whole number from 0 to the indicator's `max`, or null with a finding; `sub` is its place below the value's.
 *
 * @example
 * whole(5, reading, "", []) // 5
 * whole(-1, reading, "", []) // null
 */
export const whole = (raw: unknown, reading: Reading, sub: string, issues: Array<Issue.Issue>): number | null => {
  const max = reading.indicator.max ?? Number.MAX_SAFE_INTEGER
  if (typeof raw === "number" && raw >= 0 && raw <= max && Number.isSafeInteger(raw)) return raw === 0 ? 0 : raw
  if (raw === null) fail(issues, "value.null", reading, {}, sub)
  else if (typeof raw !== "number")
    fail(issues, "value.wrong-kind", reading, { kind: reading.indicator.kind, found: Shape.shown(raw) }, sub)
  else if (raw < 0) fail(issues, "value.negative", reading, { found: String(raw) }, sub)
  else if (!(raw <= max))
    fail(issues, "value.too-large", reading, { found: String(raw), max: Quantity.digits(max, 0) }, sub)
  else fail(issues, "value.fractional", reading, { found: String(raw) }, sub)
  return null
}

/** How a number may be wrapped. */
export const qualifiers = ["about", "over", "under"] as const

/**
 * A number, or one wrapped in its qualifier: `{ "about": 180 }`; null with a finding when it is neither.
 *
 * @example
 * number({ about: 180 }, reading, "", []) // { n: 180, qualifier: "about" }
 * number("180", reading, "", []) // null
 */
export const number = (
  raw: unknown,
  reading: Reading,
  sub: string,
  issues: Array<Issue.Issue>,
): Quantity.Quantity | null => {
  if (typeof raw === "object" && raw !== null) {
    const keys = Object.keys(raw)
    const qualifier = qualifiers.find((q) => q === keys[0])
    if (keys.length === 1 && qualifier !== undefined) {
      const n = whole((raw as Record<string, unknown>)[qualifier], reading, `${sub}/${qualifier}`, issues)
      return n === null ? null : { n, qualifier }
    }
  }
  const n = whole(raw, reading, sub, issues)
  return n === null ? null : { n, qualifier: "exact" }
}
