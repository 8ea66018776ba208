// What a submission says about one indicator: its value, the parts of it, what was printed beside it, how sure it is.
// Strict: a number that cannot be is named and held, never mended.
import * as Indicator from "../registers/Indicator.ts"
import type * as Catalogue from "../registers/Catalogue.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Value from "../vocabulary/Value.ts"

/** How good a number is, beside its exactness. `illustrative` numbers stand for others that were not published. */
export const flags = ["estimated", "provisional", "revised", "carried", "illustrative"] as const
/** One of `flags`. */
export type Flag = (typeof flags)[number]

/** A change as printed: by how much, of what, against when. `unstated` means that the text does not say which. */
export interface Change {
  readonly by: string
  readonly of: "points" | "relative" | "unstated"
  readonly against: string
}

/** What was printed beside a value: kept and checked, never used in arithmetic. */
export interface Claims {
  readonly percent?: string
  readonly change?: Change
}

/** One value of a submission, of a whole indicator or of one member of a breakdown. */
export interface Statement extends Indicator.Series {
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Flag>
  readonly claims: Claims | null
  readonly asOf: string | null
  /** The value's own scope, null where the submission's holds. */
  readonly scope: "own" | "whole" | null
}

/** What reading needs to know. */
export interface Reading {
  readonly indicator: Indicator.Indicator
  readonly dimensions: ReadonlyMap<string, Catalogue.Dimension>
  readonly place: Issue.Place
  readonly flags: ReadonlyArray<Flag>
}

const none: ReadonlyArray<Flag> = []
const numeric = new Set(["flow", "stock", "campaign", "distinct"])

/**
 * Reads one value. Findings go to `issues`; the result is empty when the value is held, else the value first and then
 * its parts.
 */
export const read = (raw: unknown, reading: Reading, issues: Array<Issue.Issue>): ReadonlyArray<Statement> => {
  const { indicator } = reading
  if (typeof raw === "number" && numeric.has(indicator.kind)) {
    const n = whole(raw, reading, "", issues)
    return n === null ? [] : [plain(reading, { kind: "quantity", n, qualifier: "exact" })]
  }
  if (raw === null) return fail(issues, "value.null", reading)
  if (typeof raw === "boolean" && indicator.kind === "flag") return [plain(reading, { kind: "flag", holds: raw })]
  if (typeof raw === "string" && indicator.kind === "text") return [plain(reading, { kind: "text", text: raw })]
  if (typeof raw !== "object" || Array.isArray(raw)) return wrongKind(raw, reading, issues)
  return readObject(raw as Record<string, unknown>, reading, issues)
}

const plain = (reading: Reading, value: Value.Value): Statement => ({
  indicator: reading.indicator.id,
  value,
  flags: reading.flags,
  claims: null,
  asOf: null,
  scope: null,
})

const fail = (
  issues: Array<Issue.Issue>,
  code: Issue.IssueCode,
  { place }: Reading,
  params: Issue.Params = {},
  sub = "",
): ReadonlyArray<never> => {
  issues.push(Issue.make(code, { ...place, pointer: place.pointer + sub }, params))
  return []
}

const wrongKind = (raw: unknown, reading: Reading, issues: Array<Issue.Issue>): ReadonlyArray<never> =>
  fail(issues, "value.wrong-kind", reading, { kind: reading.indicator.kind, found: Shape.shown(raw) })

/** A whole number within bounds, or null with a finding. */
const whole = (raw: unknown, reading: Reading, sub: string, issues: Array<Issue.Issue>): number | null => {
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

const qualifiers = ["about", "over", "under"] as const

/** A number, or one wrapped in its qualifier: `{ "about": 180 }`. */
const number = (raw: unknown, reading: Reading, sub: string, issues: Array<Issue.Issue>): Quantity.Quantity | null => {
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

const shared = ["scope", "estimated", "provisional", "asOf", "printed", "change"]
const allowed: Record<string, ReadonlyArray<string>> = {
  quantity: ["n", "by", ...qualifiers, ...shared],
  share: ["x", "y", ...shared],
  rate: ["percent", ...qualifiers, ...shared],
  grade: ["grades", ...shared],
  flag: ["flag", ...shared],
  text: ["text", ...shared],
  missing: ["missing"],
  notApplicable: ["notApplicable"],
}

const form = (raw: Record<string, unknown>, kind: Indicator.Indicator["kind"]): string | null => {
  if ("missing" in raw) return "missing"
  if ("notApplicable" in raw) return "notApplicable"
  if (numeric.has(kind)) return "n" in raw || qualifiers.some((q) => q in raw) ? "quantity" : null
  if (kind === "share" || kind === "attainment") return "x" in raw && "y" in raw ? "share" : null
  const keys: Partial<Record<Indicator.Indicator["kind"], string>> = {
    rate: "percent",
    grade: "grades",
    flag: "flag",
    text: "text",
  }
  const key = keys[kind]
  return key !== undefined && key in raw ? kind : null
}

const readObject = (
  raw: Record<string, unknown>,
  reading: Reading,
  issues: Array<Issue.Issue>,
): ReadonlyArray<Statement> => {
  const shape = form(raw, reading.indicator.kind)
  if (shape === null) return wrongKind(raw, reading, issues)
  const before = issues.length
  for (const key of Object.keys(raw)) {
    if (allowed[shape]?.includes(key)) continue
    const near = Spelling.nearest(key, allowed[shape] ?? []) ?? ""
    fail(issues, "key.unknown", reading, { key, near }, Issue.step(key))
  }
  const value = readValue(raw, shape, reading, issues)
  const claims = readClaims(raw, value, reading, issues)
  const flagged = [
    ...reading.flags,
    ...(["estimated", "provisional"] as const).filter((flag) => readFlag(raw, flag, reading, issues)),
  ]
  const asOf = readDay(raw, reading, issues)
  const scope = readScope(raw, reading, issues)
  const parts = value?.kind === "quantity" && "by" in raw ? readParts(raw["by"], value.n, reading, issues) : []
  const held = issues.slice(before).some((issue) => issue.severity === "error")
  if (value === null || held) return []
  const rest = { flags: flagged.length > 0 ? flagged : none, asOf, scope }
  return [
    { indicator: reading.indicator.id, value, claims, ...rest },
    ...parts.map((part) => ({ ...part, claims: null, ...rest })),
  ]
}

const readValue = (
  raw: Record<string, unknown>,
  shape: string,
  reading: Reading,
  issues: Array<Issue.Issue>,
): Value.Value | null => {
  switch (shape) {
    case "missing":
      return reason(raw["missing"], Value.missingReasons, "missing", reading, issues)
    case "notApplicable":
      return reason(raw["notApplicable"], Value.inapplicableReasons, "not-applicable", reading, issues)
    case "quantity": {
      const n =
        "n" in raw ? number(raw["n"], reading, "/n", issues) : number(only(raw, qualifiers), reading, "", issues)
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
  wrongKind(raw, reading, issues)
  return null
}

const only = (raw: Record<string, unknown>, keys: ReadonlyArray<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)))

const reason = (
  raw: unknown,
  known: ReadonlyArray<string>,
  kind: "missing" | "not-applicable",
  reading: Reading,
  issues: Array<Issue.Issue>,
): Value.Value | null => {
  if (typeof raw === "string" && known.includes(raw)) return { kind, reason: raw } as Value.Value
  fail(
    issues,
    "choice.unknown",
    reading,
    { found: Shape.shown(raw), allowed: known },
    kind === "missing" ? "/missing" : "/notApplicable",
  )
  return null
}

const readShare = (raw: Record<string, unknown>, reading: Reading, issues: Array<Issue.Issue>): Value.Value | null => {
  const x = number(raw["x"], reading, "/x", issues)
  const y = number(raw["y"], reading, "/y", issues)
  if (x === null || y === null) return null
  if (x.n === 0 && y.n === 0) {
    fail(issues, "value.share-empty", reading)
    return null
  }
  // x ≤ y holds for a part of a whole; a plan may be exceeded (domain.md, correction 7).
  if (reading.indicator.kind === "share" && x.n > y.n) {
    fail(issues, "value.share-exceeds", reading, { x: Quantity.digits(x.n, 0), y: Quantity.digits(y.n, 0) })
    return null
  }
  return { kind: "share", x, y }
}

const readRate = (raw: Record<string, unknown>, reading: Reading, issues: Array<Issue.Issue>): Value.Value | null => {
  const percent = raw["percent"]
  if (typeof percent === "string" && Quantity.isDecimal(percent) && !percent.startsWith("-")) {
    return { kind: "rate", percent, qualifier: qualifiers.find((q) => raw[q] === true) ?? "exact" }
  }
  fail(issues, "value.percent-malformed", reading, { found: Shape.shown(percent) }, "/percent")
  return null
}

const readGrades = (raw: unknown, reading: Reading, issues: Array<Issue.Issue>): Value.Value | null => {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    wrongKind(raw, reading, issues)
    return null
  }
  const counts: Record<string, number> = {}
  for (const [grade, n] of Object.entries(raw)) {
    const count = whole(n, reading, `/grades${Issue.step(grade)}`, issues)
    if (count === null) return null
    counts[grade] = count
  }
  return { kind: "grade", counts }
}

const readFlag = (
  raw: Record<string, unknown>,
  flag: string,
  reading: Reading,
  issues: Array<Issue.Issue>,
): boolean => {
  const value = raw[flag]
  if (value === undefined || typeof value === "boolean") return value === true
  fail(issues, "type.wrong", reading, { expected: "boolean", found: Shape.shown(value) }, Issue.step(flag))
  return false
}

const readDay = (raw: Record<string, unknown>, reading: Reading, issues: Array<Issue.Issue>): string | null => {
  const value = raw["asOf"]
  if (value === undefined) return null
  if (PlainDate.isPlainDate(value)) return value
  fail(issues, "type.wrong", reading, { expected: "YYYY-MM-DD", found: Shape.shown(value) }, "/asOf")
  return null
}

const readScope = (
  raw: Record<string, unknown>,
  reading: Reading,
  issues: Array<Issue.Issue>,
): "own" | "whole" | null => {
  const value = raw["scope"]
  if (value === undefined) return null
  if (value === "own" || value === "whole") return value
  fail(issues, "choice.unknown", reading, { found: Shape.shown(value), allowed: ["own", "whole"] }, "/scope")
  return null
}

const readClaims = (
  raw: Record<string, unknown>,
  value: Value.Value | null,
  reading: Reading,
  issues: Array<Issue.Issue>,
): Claims | null => {
  const { printed, change } = raw
  if (printed === undefined && change === undefined) return null
  const claims: { percent?: string; change?: Change } = {}
  if (printed !== undefined) {
    if (typeof printed === "string" && Quantity.isDecimal(printed)) claims.percent = printed
    else fail(issues, "value.percent-malformed", reading, { found: Shape.shown(printed) }, "/printed")
  }
  if (change !== undefined) {
    const checked = readChange(change, reading, issues)
    if (checked) claims.change = checked
  }
  if (claims.percent !== undefined && value?.kind === "share") checkPrinted(claims.percent, value, reading, issues)
  return claims
}

const readChange = (raw: unknown, reading: Reading, issues: Array<Issue.Issue>): Change | null => {
  const { by, of, against } = (typeof raw === "object" && raw !== null ? raw : {}) as Record<string, unknown>
  if (typeof by !== "string" || !Quantity.isDecimal(by)) {
    fail(issues, "value.percent-malformed", reading, { found: Shape.shown(by) }, "/change/by")
    return null
  }
  if (of !== "points" && of !== "relative" && of !== "unstated") {
    fail(
      issues,
      "choice.unknown",
      reading,
      { found: Shape.shown(of), allowed: ["points", "relative", "unstated"] },
      "/change/of",
    )
    return null
  }
  if (typeof against !== "string") {
    fail(issues, "type.wrong", reading, { expected: "string", found: Shape.shown(against) }, "/change/against")
    return null
  }
  return { by, of, against }
}

// Authors round, and some cut (domain.md §2.15): both are right, and both are told from an error.
const checkPrinted = (
  printed: string,
  value: Extract<Value.Value, { kind: "share" }>,
  reading: Reading,
  issues: Array<Issue.Issue>,
): void => {
  if (value.y.n === 0) return
  const decimals = printed.split(".")[1]?.length ?? 0
  const [rounded, cut] = (["round", "truncate"] as const).map((mode) =>
    Quantity.ratio(value.x.n * 100, value.y.n, decimals, mode),
  )
  if (printed === rounded || printed === cut) return
  fail(
    issues,
    "claim.percent-differs",
    reading,
    {
      x: Quantity.digits(value.x.n, 0),
      y: Quantity.digits(value.y.n, 0),
      printed: Quantity.decimal(printed),
      computed: Quantity.decimal(rounded ?? ""),
    },
    "/printed",
  )
}

type Part = Pick<Statement, "indicator" | "dimension" | "member" | "value">

const readParts = (raw: unknown, total: number, reading: Reading, issues: Array<Issue.Issue>): ReadonlyArray<Part> => {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return fail(issues, "type.wrong", reading, { expected: "object", found: Shape.shown(raw) }, "/by")
  }
  return Object.entries(raw).flatMap(([id, members]) => readDimension(id, members, total, reading, issues))
}

const readDimension = (
  id: string,
  members: unknown,
  total: number,
  reading: Reading,
  issues: Array<Issue.Issue>,
): ReadonlyArray<Part> => {
  const at = `/by${Issue.step(id)}`
  const breakdown = reading.indicator.breakdowns?.find(({ dimension }) => dimension === id)
  const known = reading.dimensions.get(id)
  if (!breakdown || !known) {
    const names = reading.indicator.breakdowns?.map(({ dimension }) => dimension) ?? []
    return fail(issues, "breakdown.unknown", reading, { dimension: id, allowed: names }, at)
  }
  if (typeof members !== "object" || members === null || Array.isArray(members)) {
    return fail(issues, "type.wrong", reading, { expected: "object", found: Shape.shown(members) }, at)
  }
  const parts: Array<Part> = []
  let sum = 0
  let complete = true
  for (const [member, raw] of Object.entries(members)) {
    const here = at + Issue.step(member)
    if (!known.members.some((m) => m.id === member)) {
      const near =
        Spelling.nearest(
          member,
          known.members.map((m) => m.id),
        ) ?? ""
      fail(issues, "breakdown.member-unknown", reading, { member, dimension: id, near }, here)
      complete = false
      continue
    }
    const n = number(raw, reading, here, issues)
    if (n === null) {
      complete = false
      continue
    }
    sum += n.n
    parts.push({ indicator: reading.indicator.id, dimension: id, member, value: { kind: "quantity", ...n } })
  }
  const differs = breakdown.exhaustive ? sum !== total : sum > total
  if (complete && differs) {
    const terms = parts.map((part) => (part.value.kind === "quantity" ? Quantity.digits(part.value.n, 0) : ""))
    fail(
      issues,
      "value.parts-differ",
      reading,
      { terms, sum: Quantity.digits(sum, 0), total: Quantity.digits(total, 0) },
      at,
    )
  }
  return parts
}
