// Who belongs to whom, by which line, at a date. Several lines cross over the same units: reporting, administrative,
// Party; figures are brought together along `reporting`.
import * as Schema from "effect/Schema"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Dated from "./Dated.ts"

/** As a register holds it. */
export const edge = Schema.Struct({
  child: Schema.String,
  parent: Schema.String,
  line: Schema.String,
  from: Schema.optionalKey(Dated.date),
  to: Schema.optionalKey(Dated.date),
})

/** One unit under another. */
export type Edge = typeof edge.Type

/** All edges of all lines. */
export type Hierarchy = ReadonlyArray<Edge>

/** The line along which figures are brought together. */
export const reporting = "reporting"

/**
 * The units directly under one, in the register's order.
 *
 * @example
 * children(hierarchy, "mai-district-2000", "2022-06-30") // ["an-ward-2000", "binh-ward-2000", "cuc-ward-2000", "mai-union-2000"]
 */
export const children = (
  hierarchy: Hierarchy,
  parent: string,
  day: PlainDate.PlainDate,
  line: string = reporting,
): ReadonlyArray<string> => [
  ...new Set(Dated.on(hierarchy, day).flatMap((e) => (e.line === line && e.parent === parent ? [e.child] : []))),
]

/**
 * The units directly above one, in the register's order.
 *
 * @example
 * parents([{ child: "b", parent: "a", line: "reporting" }], "b", "2022-06-30") // ["a"]
 */
export const parents = (
  hierarchy: Hierarchy,
  child: string,
  day: PlainDate.PlainDate,
  line: string = reporting,
): ReadonlyArray<string> => [
  ...new Set(Dated.on(hierarchy, day).flatMap((e) => (e.line === line && e.child === child ? [e.parent] : []))),
]

// Edges by the unit above, in the register's order; found once for a hierarchy, which never changes.
const indices = new WeakMap<Hierarchy, ReadonlyMap<string, ReadonlyArray<Edge>>>()
const belowOf = (hierarchy: Hierarchy): ReadonlyMap<string, ReadonlyArray<Edge>> => {
  const known = indices.get(hierarchy)
  if (known) return known
  const made = new Map<string, Array<Edge>>()
  for (const e of hierarchy) {
    const list = made.get(e.parent)
    if (list) list.push(e)
    else made.set(e.parent, [e])
  }
  indices.set(hierarchy, made)
  return made
}

/**
 * The unit and all below it, each once, in the register's order; safe on a hierarchy that has a cycle.
 *
 * @example
 * subtree([{ child: "b", parent: "a", line: "reporting" }], "a", "2022-06-30") // ["a", "b"]
 */
export const subtree = (
  hierarchy: Hierarchy,
  root: string,
  day: PlainDate.PlainDate,
  line: string = reporting,
): ReadonlyArray<string> => {
  const below = belowOf(hierarchy)
  const found = new Set([root])
  for (const unit of found) {
    for (const e of below.get(unit) ?? [])
      if (e.line === line && PlainDate.within(day, e.from, e.to)) found.add(e.child)
  }
  return [...found]
}

/**
 * The units that lie on a cycle of one line, each with the first day of it; an empty list is a tree, or several. A unit
 * that is above another at one time and below it at another is on none.
 *
 * @example
 * const edges = [{ child: "b", parent: "a", line: "party" }, { child: "a", parent: "b", line: "party", from: "2025-07-01" }]
 * cycles(edges, "party") // [{ unit: "a", day: "2025-07-01" }, { unit: "b", day: "2025-07-01" }]
 */
export const cycles = (
  hierarchy: Hierarchy,
  line: string,
): ReadonlyArray<{ readonly unit: string; readonly day: PlainDate.PlainDate }> => {
  const ever = new Set(circling(hierarchy, line))
  if (ever.size === 0) return []
  const edges = hierarchy.filter(({ child, parent }) => ever.has(child) && ever.has(parent))
  const found = new Map<string, PlainDate.PlainDate>()
  for (const day of [...new Set(edges.map(({ from }) => from ?? earliest))].sort()) {
    for (const unit of circling(Dated.on(edges, day), line)) if (!found.has(unit)) found.set(unit, day)
  }
  return [...found].map(([unit, day]) => ({ unit, day }))
}

// Before any register begins.
const earliest = "0001-01-01"

// What has nobody above, and then what has nobody below, is on no cycle; the few that are left are looked at one by one.
const circling = (hierarchy: Hierarchy, line: string): ReadonlyArray<string> => {
  const edges = hierarchy.filter((e) => e.line === line)
  const down = stripped(edges, ({ parent, child }) => [parent, child])
  const left = stripped(down, ({ parent, child }) => [child, parent])
  const below = new Map<string, Array<string>>()
  for (const { parent, child } of left) {
    const list = below.get(parent)
    if (list) list.push(child)
    else below.set(parent, [child])
  }
  const reaches = (from: string): Set<string> => {
    const seen = new Set<string>(below.get(from) ?? [])
    for (const unit of seen) for (const child of below.get(unit) ?? []) seen.add(child)
    return seen
  }
  return [...below.keys()].filter((unit) => reaches(unit).has(unit))
}

// Edges without those whose first end is no second end of any other, again and again.
const stripped = (
  edges: ReadonlyArray<Edge>,
  ends: (e: Edge) => readonly [first: string, second: string],
): ReadonlyArray<Edge> => {
  const leaving = new Map<string, Array<string>>()
  const coming = new Map<string, number>()
  for (const e of edges) {
    const [first, second] = ends(e)
    const list = leaving.get(first)
    if (list) list.push(second)
    else leaving.set(first, [second])
    coming.set(second, (coming.get(second) ?? 0) + 1)
  }
  const free = new Set([...leaving.keys()].filter((unit) => !coming.has(unit)))
  for (const unit of free) {
    for (const next of leaving.get(unit) ?? []) {
      const rest = (coming.get(next) ?? 0) - 1
      coming.set(next, rest)
      if (rest === 0) free.add(next)
    }
  }
  return edges.filter((e) => !free.has(ends(e)[0]))
}
