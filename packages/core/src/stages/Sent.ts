// What was sent as values, in the order in which it was sent: ids, and under each what it says. Submissions with the same
// ids share one list of them, which is how what is known of those is found at once.
import type * as Alike from "../vocabulary/Alike.ts"

/** Ids of indicators, and what was sent of each. */
export type Sent = Alike.Members

let last: ReadonlyArray<string> = []

/**
 * What a record of values holds.
 *
 * @example
 * of({ "meeting.events": 5 }) // { names: ["meeting.events"], items: [5] }
 */
export const of = (values: Readonly<Record<string, unknown>>): Sent => {
  const items: Array<unknown> = []
  let isSame = true
  for (const id in values) {
    if (isSame && last[items.length] !== id) isSame = false
    items.push(values[id])
  }
  if (!isSame || items.length !== last.length) last = Object.keys(values)
  return { names: last, items }
}

// Of the list that was asked last.
let [asked, places]: [ReadonlyArray<string>, ReadonlyMap<string, number>] = [[], new Map()]

const placeOf = (names: ReadonlyArray<string>, id: string): number | undefined => {
  if (names !== asked) [asked, places] = [names, new Map(names.map((name, i) => [name, i]))]
  return places.get(id)
}

/**
 * Whether something was sent of an indicator.
 *
 * @example
 * has(of({ "meeting.events": 5 }), "meeting.turns") // false
 */
export const has = ({ names }: Sent, id: string): boolean => placeOf(names, id) !== undefined

/**
 * What was sent of an indicator; undefined where nothing was.
 *
 * @example
 * get(of({ "meeting.events": 5 }), "meeting.events") // 5
 */
export const get = ({ names, items }: Sent, id: string): unknown => items[placeOf(names, id) ?? -1]

/**
 * The record that `of` was made of.
 *
 * @example
 * toRecord(of({ "meeting.events": 5 })) // { "meeting.events": 5 }
 */
export const toRecord = ({ names, items }: Sent): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.map((name, i) => [name, items[i]]))
