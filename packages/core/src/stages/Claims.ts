// What was printed beside a value: a percentage, a change. Kept as sent, checked where it can be, never used in
// arithmetic.
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Shape from "../vocabulary/Shape.ts"
import type * as Issue from "../vocabulary/Issue.ts"
import type * as Value from "../vocabulary/Value.ts"
import { fail, type Reading } from "./Reading.ts"

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

/**
 * Reads what is printed beside a value; null when nothing is. What is malformed, or differs from the share it stands
 * beside, goes to `issues`.
 *
 * @example
 * read({ printed: "48.7" }, { kind: "share", x: Quantity.exact(58), y: Quantity.exact(119) }, reading, []) // { percent: "48.7" }
 */
export const read = (
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

// Authors round, and some cut (published reports do both): both are right, and both are told from an error.
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
