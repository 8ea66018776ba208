// What every register owes its readers: an id stands once and leads somewhere, and nothing ends before it begins.
// Internal.
import * as Issue from "../vocabulary/Issue.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import type * as Dated from "./Dated.ts"

/** Ids of a list that were there before. */
export const duplicates = (items: ReadonlyArray<{ readonly id: string }>, pointer: string): Array<Issue.Issue> => {
  const seen = new Set<string>()
  return items.flatMap(({ id }, i) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [Issue.make("register.duplicate", { pointer: `${pointer}/${i}/id` }, { id })] : []
  })
}

/** Entries of a list that end before they begin. */
export const crossed = (items: ReadonlyArray<Dated.Dated>, pointer: string): Array<Issue.Issue> =>
  items.flatMap(({ from, to }, i) =>
    from !== undefined && to !== undefined && from > to
      ? [Issue.make("register.dates-crossed", { pointer: `${pointer}/${i}` }, { from, to })]
      : [],
  )

/** An id that is not among the known. */
export const unknown = (
  id: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  pointer: string,
): Array<Issue.Issue> =>
  known.has(id)
    ? []
    : [Issue.make("register.reference-unknown", { pointer }, { id, near: Spelling.nearest(id, known.keys()) ?? "" })]
