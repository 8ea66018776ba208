// The parts of an indicator: members of a dimension that add up to the total, or to no more than it.
import type * as Indicator from "../registers/Indicator.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import type * as Value from "../vocabulary/Value.ts"
import { fail, number, type Reading } from "./Reading.ts"

/** A part with its number. */
export interface Part extends Indicator.Series {
  readonly value: Value.Value
}

/**
 * Reads every part of a value whose total is `total`. Unknown dimensions and members, and parts that do not add up, go
 * to `issues`.
 *
 * @example
 * const parts = read({ field: { economy: 2, culture: 3 } }, Quantity.exact(5), reading, [])
 * parts.map(({ member, value }) => [member, value.n]) // [["economy", 2], ["culture", 3]]
 */
export const read = (
  raw: unknown,
  total: Quantity.Quantity,
  reading: Reading,
  issues: Array<Issue.Issue>,
): ReadonlyArray<Part> => {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return fail(issues, "type.wrong", reading, { expected: "object", found: Shape.shown(raw) }, "/by")
  }
  return Object.entries(raw).flatMap(([id, members]) => readDimension(id, members, total, reading, issues))
}

const readDimension = (
  id: string,
  members: unknown,
  total: Quantity.Quantity,
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
  let sum = Quantity.exact(0)
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
    sum = { n: sum.n + n.n, qualifier: Quantity.join(sum.qualifier, n.qualifier) }
    parts.push({ indicator: reading.indicator.id, dimension: id, member, value: { kind: "quantity", ...n } })
  }
  // Where one of them is inexact they may still agree.
  const differs = Expression.exceeds(sum, total) || (breakdown.exhaustive && Expression.exceeds(total, sum))
  if (complete && differs) {
    const terms = parts.map((part) => (part.value.kind === "quantity" ? Quantity.digits(part.value.n, 0) : ""))
    fail(
      issues,
      "value.parts-differ",
      reading,
      { terms, sum: Quantity.digits(sum.n, 0), total: Quantity.digits(total.n, 0) },
      at,
    )
  }
  return parts
}
