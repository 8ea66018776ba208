// What became of whom: merge, split, transfer, rename, dissolve, each an event with its decree, never an overwrite. All
// events of one day take the units as they stood the day before, so that their order does not matter.
import * as Schema from "effect/Schema"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Dated from "./Dated.ts"

const certainty = Schema.optionalKey(Schema.Literals(["stated", "high", "medium", "low"]))

/** How much of a unit went where: `n` of `of`, by what is weighed. The parts of one unit come to `of`. */
export const share = Schema.Struct({
  from: Schema.String,
  to: Schema.String,
  n: Schema.Int,
  of: Schema.Int,
  weighs: Schema.Literals(["population", "households", "area"]),
  source: Schema.String,
  certainty,
})

/** As a register holds it: on `date`, by `decree`, what was `from` is now `to`. */
export const schema = Schema.Struct({
  id: Schema.String,
  kind: Schema.Literals(["merge", "split", "transfer", "rename", "dissolve"]),
  date: Dated.date,
  decree: Schema.optionalKey(Schema.String),
  from: Schema.Array(Schema.String),
  to: Schema.Array(Schema.String),
  shares: Schema.optionalKey(Schema.Array(share)),
  source: Schema.optionalKey(Schema.String),
  certainty,
})

/** One event. */
export type Succession = typeof schema.Type

/** A part of a unit that went to another, by a source. */
export type Share = typeof share.Type

/** What a share weighs. */
export type Weight = Share["weighs"]

/**
 * Whether the event takes all of the unit: what `transfer` takes is a part, and the rest stays or goes by another event.
 *
 * @example
 * takesAll("transfer") // false
 */
export const takesAll = (kind: Succession["kind"]): boolean => kind !== "transfer"

/**
 * Whether it has as many units on both sides as its kind asks for.
 *
 * @example
 * fits({ id: "m", kind: "merge", date: "2025-07-01", from: ["a", "b"], to: ["c"] }) // true
 * fits({ id: "m", kind: "merge", date: "2025-07-01", from: ["a", "b"], to: [] }) // false
 */
export const fits = ({ kind, from, to }: Succession): boolean => {
  const [before, after] = [new Set(from).size, new Set(to).size]
  if (before !== from.length || after !== to.length) return false
  switch (kind) {
    case "merge":
      return before >= 1 && after === 1
    case "split":
      return before === 1 && after >= 2
    case "transfer":
      return before >= 1 && after >= 1 && !from.some((unit) => to.includes(unit))
    case "rename":
      return before === 1 && after === 1 && from[0] !== to[0]
    case "dissolve":
      return before >= 1 && after === 0
  }
}

/**
 * The units that follow one, directly.
 *
 * @example
 * successors(successions, "an-office-one") // ["an-office-two"]
 */
export const successors = (all: ReadonlyArray<Succession>, unit: string): ReadonlyArray<string> =>
  all.flatMap((event) => (event.from.includes(unit) ? event.to : []))

/**
 * The units that take over what one owes: those to which it passed by a merge or a new name. Who comes out of a split or
 * gets a part owes nothing that a catalogue does not say.
 *
 * @example
 * heirs(successions, "an-office-one", "2022-04-01") // ["an-office-two"]
 * heirs(successions, "an-office-one", "2022-03-31") // []
 */
export const heirs = (all: ReadonlyArray<Succession>, unit: string, on: PlainDate.PlainDate): ReadonlyArray<string> => {
  const found = new Map([[unit, ""]])
  for (const [one, since] of found) {
    for (const event of all) {
      if (event.date > on || event.date <= since || !["merge", "rename"].includes(event.kind)) continue
      if (event.from.includes(one)) for (const next of event.to) if (!found.has(next)) found.set(next, event.date)
    }
  }
  found.delete(unit)
  return [...found.keys()]
}

/**
 * A whole number in parts by weight, by largest remainders: the parts come to the number, whatever is rounded; of equal
 * remainders the first in the list is served first. Null where the weights are not positive together.
 *
 * @example
 * apportion(10, [2, 1]) // [7, 3]
 * apportion(1, [1, 1, 1]) // [1, 0, 0]
 * apportion(-7, [1, 1]) // [-4, -3]
 */
export const apportion = (n: number, weights: ReadonlyArray<number>): ReadonlyArray<number> | null => {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole <= 0n || weights.some((weight) => weight < 0)) return null
  const size = BigInt(Math.abs(n))
  const exact = weights.map((weight) => size * BigInt(weight))
  const parts = exact.map((product) => Number(product / whole))
  let left = Number(size - parts.reduce((sum, part) => sum + BigInt(part), 0n))
  const order = exact.map((product, i) => [product % whole, i] as const)
  for (const [, i] of order.toSorted(([a, first], [b, second]) => (a === b ? first - second : a > b ? -1 : 1))) {
    if (left === 0) break
    parts[i] = (parts[i] ?? 0) + 1
    left--
  }
  return n < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts
}
