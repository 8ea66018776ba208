// What a submission says about one indicator: its value, the parts of it, what was printed beside it, how sure it is.
// Strict: a number that cannot be is named and held, never mended.
import type * as Indicator from "../registers/Indicator.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import type * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Breakdown from "./Breakdown.ts"
import * as Claims from "./Claims.ts"
import * as Reading from "./Reading.ts"
import * as ValueForm from "./ValueForm.ts"

/** One value of a submission, of a whole indicator or of one member of a breakdown. */
export interface Statement extends Indicator.Series {
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Reading.Flag>
  readonly claims: Claims.Claims | null
  readonly asOf: string | null
  /** The value's own scope, null where the submission's holds. */
  readonly scope: "own" | "whole" | null
  /** The value's own period, null where the indicator's holds. */
  readonly period: Period.Period | null
}

const none: ReadonlyArray<Reading.Flag> = []
const numeric = new Set(["flow", "stock", "campaign", "distinct"])

/** What a glance needs to know of an indicator: which plain form its values have, and their bound. */
export interface Glance {
  readonly id: string
  readonly form: "number" | "share" | "other"
  readonly max: number
}

/**
 * Prepares glances at an indicator's values.
 *
 * @example
 * glanceAt({ id: "meeting.events", kind: "flow", max: 500 }) // { id: "meeting.events", form: "number", max: 500 }
 */
export const glanceAt = ({ id, kind, max }: Pick<Indicator.Indicator, "id" | "kind" | "max">): Glance => ({
  id,
  form: numeric.has(kind) ? "number" : kind === "share" ? "share" : "other",
  max: max ?? Number.MAX_SAFE_INTEGER,
})

/**
 * Whether a value is right at a glance: a whole number, one wrapped in its qualifier, a share of two. Where it says no,
 * `read` must look; where it says yes, `read` would find nothing: a law of the tests.
 *
 * @example
 * isPlain(5, { id: "meeting.events", form: "number", max: 500 }) // true
 * isPlain({ x: 5, y: 4 }, { id: "convention.recognised", form: "share", max: 500 }) // false
 */
export const isPlain = (raw: unknown, { form, max }: Glance): boolean => {
  if (typeof raw === "number") return form === "number" && isCount(raw, max)
  if (typeof raw !== "object" || raw === null) return false
  if (form === "share") return isPlainShare(raw, max)
  return form === "number" && isPlainWrapped(raw, max)
}

const isCount = (raw: unknown, max: number): raw is number =>
  typeof raw === "number" && raw >= 0 && raw <= max && Number.isInteger(raw)

const isPlainShare = (raw: Share, max: number): boolean => {
  const { x, y } = raw
  if (!isCount(x, max) || !isCount(y, max) || x > y || y === 0) return false
  for (const key in raw) if (key !== "x" && key !== "y") return false
  return true
}

interface Share {
  readonly x?: unknown
  readonly y?: unknown
}

const isPlainWrapped = (raw: object, max: number): boolean => {
  let keys = 0
  for (const key in raw) {
    keys++
    if (key !== "about" && key !== "over" && key !== "under") return false
    if (!isCount((raw as Readonly<Record<string, unknown>>)[key], max)) return false
  }
  return keys === 1
}

/**
 * The statement of a value that is right at a glance.
 *
 * @example
 * ofPlain("meeting.events", 5, []).value // { kind: "quantity", n: 5, qualifier: "exact" }
 */
export const ofPlain = (indicator: string, raw: unknown, flags: ReadonlyArray<Reading.Flag>): Statement => {
  if (typeof raw === "number") return statement(indicator, { kind: "quantity", ...exact(raw) }, flags)
  const { x, y } = raw as { readonly x?: number; readonly y?: number }
  if (x !== undefined && y !== undefined) {
    return statement(indicator, { kind: "share", x: exact(x), y: exact(y) }, flags)
  }
  const wrapped = Object.entries(raw as Readonly<Partial<Record<Quantity.Qualifier, number>>>)
  const [qualifier, n] = wrapped[0] as [Quantity.Qualifier, number]
  return statement(indicator, { kind: "quantity", ...exact(n), qualifier }, flags)
}

// A zero written -0 is a zero.
const exact = (n: number): Quantity.Quantity => ({ n: n === 0 ? 0 : n, qualifier: "exact" })

const statement = (indicator: string, value: Value.Value, flags: ReadonlyArray<Reading.Flag>): Statement => ({
  indicator,
  value,
  flags,
  claims: null,
  asOf: null,
  scope: null,
  period: null,
})

/**
 * Reads one value. Findings go to `issues`; the result is empty when the value is held, else the value first and then
 * its parts.
 *
 * @example
 * read({ about: 180 }, reading, [])[0].value // { kind: "quantity", n: 180, qualifier: "about" }
 * read(-1, reading, []) // []
 */
export const read = (raw: unknown, reading: Reading.Reading, issues: Array<Issue.Issue>): ReadonlyArray<Statement> => {
  const { indicator } = reading
  if (typeof raw === "number" && numeric.has(indicator.kind)) {
    const n = Reading.whole(raw, reading, "", issues)
    return n === null ? [] : [plain(reading, { kind: "quantity", n, qualifier: "exact" })]
  }
  if (raw === null) return Reading.fail(issues, "value.null", reading)
  if (typeof raw === "boolean" && indicator.kind === "flag") return [plain(reading, { kind: "flag", holds: raw })]
  if (typeof raw === "string" && indicator.kind === "text") return [plain(reading, { kind: "text", text: raw })]
  if (typeof raw !== "object" || Array.isArray(raw)) return Reading.wrongKind(raw, reading, issues)
  return readObject(raw as Record<string, unknown>, reading, issues)
}

const plain = (reading: Reading.Reading, value: Value.Value): Statement =>
  statement(reading.indicator.id, value, reading.flags)

const form = (raw: Record<string, unknown>, kind: Indicator.Indicator["kind"]): ValueForm.Form | null => {
  if ("missing" in raw) return "missing"
  if ("notApplicable" in raw) return "notApplicable"
  if (numeric.has(kind)) {
    return "n" in raw ? "quantity" : Reading.qualifiers.some((q) => q in raw) ? "qualified" : null
  }
  if (kind === "share" || kind === "attainment") return "x" in raw && "y" in raw ? "share" : null
  const keys = { rate: "percent", grade: "grades", flag: "flag", text: "text" } as const
  return kind in keys && keys[kind as keyof typeof keys] in raw ? (kind as keyof typeof keys) : null
}

const readObject = (
  raw: Record<string, unknown>,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): ReadonlyArray<Statement> => {
  const shape = form(raw, reading.indicator.kind)
  if (shape === null) return Reading.wrongKind(raw, reading, issues)
  const before = issues.length
  for (const key of Object.keys(raw)) {
    if (ValueForm.keys[shape].includes(key)) continue
    const near = Spelling.nearest(key, ValueForm.keys[shape]) ?? ""
    Reading.fail(issues, "key.unknown", reading, { key, near }, Issue.step(key))
  }
  const value = readValue(raw, shape, reading, issues)
  const claims = Claims.read(raw, value, reading, issues)
  const flagged = [
    ...reading.flags,
    ...(["estimated", "provisional"] as const).filter((flag) => readFlag(raw, flag, reading, issues)),
  ]
  const asOf = readDay(raw, reading, issues)
  const scope = readScope(raw, reading, issues)
  const period = readReach(raw, reading, issues)
  const parts = value?.kind === "quantity" && "by" in raw ? Breakdown.read(raw["by"], value, reading, issues) : []
  const held = issues.slice(before).some((issue) => issue.severity === "error")
  if (value === null || held) return []
  const rest = { flags: flagged.length > 0 ? flagged : none, asOf, scope, period }
  return [
    { indicator: reading.indicator.id, value, claims, ...rest },
    ...parts.map((part) => ({ ...part, claims: null, ...rest })),
  ]
}

const readValue = (
  raw: Record<string, unknown>,
  shape: ValueForm.Form,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): Value.Value | null => {
  switch (shape) {
    case "missing":
      return reason(raw["missing"], Value.missingReasons, "missing", reading, issues)
    case "notApplicable":
      return reason(raw["notApplicable"], Value.inapplicableReasons, "not-applicable", reading, issues)
    case "quantity": {
      const n = Reading.number(raw["n"], reading, "/n", issues)
      return n && { kind: "quantity", ...n }
    }
    case "qualified": {
      const n = Reading.number(only(raw, Reading.qualifiers), reading, "", issues)
      return n && { kind: "quantity", ...n }
    }
    case "share":
      return readShare(raw, reading, issues)
    case "rate":
      return readRate(raw, reading, issues)
    case "grade":
      return readGrades(raw["grades"], reading, issues)
    case "flag":
      if (typeof raw["flag"] === "boolean") return { kind: "flag", holds: raw["flag"] }
      break
    case "text":
      if (typeof raw["text"] === "string") return { kind: "text", text: raw["text"] }
      break
  }
  Reading.wrongKind(raw, reading, issues)
  return null
}

const only = (raw: Record<string, unknown>, keys: ReadonlyArray<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)))

const reason = (
  raw: unknown,
  known: ReadonlyArray<string>,
  kind: "missing" | "not-applicable",
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): Value.Value | null => {
  if (typeof raw === "string" && known.includes(raw)) return { kind, reason: raw } as Value.Value
  Reading.fail(
    issues,
    "choice.unknown",
    reading,
    { found: Shape.shown(raw), allowed: known },
    kind === "missing" ? "/missing" : "/notApplicable",
  )
  return null
}

const readShare = (
  raw: Record<string, unknown>,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): Value.Value | null => {
  const x = Reading.number(raw["x"], reading, "/x", issues)
  const y = Reading.number(raw["y"], reading, "/y", issues)
  if (x === null || y === null) return null
  if (x.n === 0 && y.n === 0) {
    Reading.fail(issues, "value.share-empty", reading)
    return null
  }
  // x ≤ y holds for a part of a whole; a plan may be exceeded: 110,75 % occurs.
  if (reading.indicator.kind === "share" && Expression.exceeds(x, y)) {
    Reading.fail(issues, "value.share-exceeds", reading, { x: Quantity.digits(x.n, 0), y: Quantity.digits(y.n, 0) })
    return null
  }
  return { kind: "share", x, y }
}

const readRate = (
  raw: Record<string, unknown>,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): Value.Value | null => {
  const percent = raw["percent"]
  if (typeof percent === "string" && Quantity.isDecimal(percent) && !percent.startsWith("-")) {
    return { kind: "rate", percent, qualifier: Reading.qualifiers.find((q) => raw[q] === true) ?? "exact" }
  }
  Reading.fail(issues, "value.percent-malformed", reading, { found: Shape.shown(percent) }, "/percent")
  return null
}

const readGrades = (raw: unknown, reading: Reading.Reading, issues: Array<Issue.Issue>): Value.Value | null => {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    Reading.wrongKind(raw, reading, issues)
    return null
  }
  const counts: Array<readonly [string, number]> = []
  for (const [grade, n] of Object.entries(raw)) {
    const count = Reading.whole(n, reading, `/grades${Issue.step(grade)}`, issues)
    if (count === null) return null
    counts.push([grade, count])
  }
  return { kind: "grade", counts: Object.fromEntries(counts) }
}

const readFlag = (
  raw: Record<string, unknown>,
  flag: string,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): boolean => {
  const value = raw[flag]
  if (value === undefined || typeof value === "boolean") return value === true
  Reading.fail(issues, "type.wrong", reading, { expected: "boolean", found: Shape.shown(value) }, Issue.step(flag))
  return false
}

const readDay = (raw: Record<string, unknown>, reading: Reading.Reading, issues: Array<Issue.Issue>): string | null => {
  const value = raw["asOf"]
  if (value === undefined) return null
  if (PlainDate.isPlainDate(value)) return value
  Reading.fail(issues, "type.wrong", reading, { expected: "YYYY-MM-DD", found: Shape.shown(value) }, "/asOf")
  return null
}

const readScope = (
  raw: Record<string, unknown>,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): "own" | "whole" | null => {
  const value = raw["scope"]
  if (value === undefined) return null
  if (value === "own" || value === "whole") return value
  Reading.fail(issues, "choice.unknown", reading, { found: Shape.shown(value), allowed: ["own", "whole"] }, "/scope")
  return null
}

// From the beginning of the year, or not, when the value says so itself.
const readReach = (
  raw: Record<string, unknown>,
  reading: Reading.Reading,
  issues: Array<Issue.Issue>,
): Period.Period | null => {
  const value = raw["cumulative"]
  if (value === undefined) return null
  if (typeof value !== "boolean") {
    Reading.fail(issues, "type.wrong", reading, { expected: "boolean", found: Shape.shown(value) }, "/cumulative")
    return null
  }
  const { kind } = reading.indicator
  const { period, toDate } = reading.figure
  if (kind === "flow" && (!value || toDate !== null)) return value ? toDate : period
  Reading.fail(
    issues,
    "value.cumulative-unfit",
    reading,
    { kind, reason: kind === "flow" ? "period" : "kind" },
    "/cumulative",
  )
  return null
}
