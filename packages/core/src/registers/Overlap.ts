// Indicators that count the same thing twice: memberships and persons, a joint supervision in each body's list, one
// model registered at three levels, money passed up. A total across them is refused, or takes the thing once.
import * as Schema from "effect/Schema"
import * as Dated from "./Dated.ts"

/**
 * As a catalogue holds it. `refuse`: no two of `indicators` stand in one total. `once`: where `take` stands in a total,
 * the others are in it already; without `take` they are refused.
 */
export const schema = Schema.Struct({
  id: Schema.String,
  indicators: Schema.Array(Schema.String),
  how: Schema.Literals(["refuse", "once"]),
  take: Schema.optionalKey(Schema.String),
  why: Dated.label,
})

/** Indicators that overlap, and what a total makes of it. */
export type Overlap = typeof schema.Type

/** An overlap among indicators that somebody wants to add: which of them meet in it, and which are in `take` already. */
export interface Meeting {
  readonly overlap: Overlap
  readonly indicators: ReadonlyArray<string>
  /** Left out, because `take` counts them; null where the total is refused. */
  readonly within: ReadonlyArray<string> | null
}

/**
 * Where these indicators overlap, in the order of the catalogue.
 *
 * @example
 * const overlap = { id: "led", indicators: ["led", "joint"], how: "once", take: "led", why: { vi: "…", en: "…" } }
 * between({ overlaps: [overlap] }, ["led", "joint"])[0].within // ["joint"]
 * between({ overlaps: [overlap] }, ["led", "other"]) // []
 */
export const between = (
  { overlaps = [] }: { readonly overlaps?: ReadonlyArray<Overlap> },
  ids: ReadonlyArray<string>,
): ReadonlyArray<Meeting> => {
  const wanted = new Set(ids)
  return overlaps.flatMap((overlap) => {
    const indicators = overlap.indicators.filter((id) => wanted.has(id))
    if (indicators.length < 2) return []
    const { how, take } = overlap
    const taken = how === "once" && take !== undefined && wanted.has(take)
    return [{ overlap, indicators, within: taken ? indicators.filter((id) => id !== take) : null }]
  })
}

/**
 * What is wrong with a declaration, in a word; null when it can be used: two indicators or more, and `take` among them
 * where one is taken, nowhere else.
 *
 * @example
 * fault({ id: "led", indicators: ["led", "joint"], how: "once", why: { vi: "…", en: "…" } }) // "take"
 */
export const fault = ({ indicators, how, take }: Overlap): "indicators" | "take" | null => {
  if (new Set(indicators).size < 2 || new Set(indicators).size < indicators.length) return "indicators"
  const fits = how === "once" ? take !== undefined && indicators.includes(take) : take === undefined
  return fits ? null : "take"
}
