// Facts of a register hold from a day to a day, both included; an absent end is open.
import * as Schema from "effect/Schema"
import * as PlainDate from "../vocabulary/PlainDate.ts"

// A register names few days, and each of them very often.
const days = new Set<string>()
const isDay = (text: string): boolean => {
  if (days.has(text)) return true
  const right = PlainDate.isPlainDate(text)
  if (right && days.size < 10_000) days.add(text)
  return right
}

/** A day as text, `2022-07-27`. */
export const date = Schema.String.check(
  Schema.makeFilter((text) => isDay(text) || "a day, YYYY-MM-DD", {
    toJsonSchema: () => [{ format: "date" }, true],
  }),
)

/** Words in both languages. */
export const label = Schema.Struct({ vi: Schema.String, en: Schema.String })

/** Words in both languages. */
export type Label = typeof label.Type

/** A stretch of validity. */
export interface Dated {
  readonly from?: PlainDate.PlainDate
  readonly to?: PlainDate.PlainDate
}

/**
 * Those that hold on a day.
 *
 * @example
 * on([{ from: "1996-01-01", to: "2025-06-30" }], "2022-06-30").length // 1
 */
export const on = <A extends Dated>(all: ReadonlyArray<A>, day: PlainDate.PlainDate): ReadonlyArray<A> =>
  all.filter((one) => PlainDate.within(day, one.from, one.to))
