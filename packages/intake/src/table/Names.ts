// Finding what a written name means, however it is spelt: exactly after normalisation or not at all. A near miss is only
// ever suggested.
import { Spelling } from "@danvan/core"

/** What a name leads to. */
export type Found<A> =
  | { readonly kind: "one"; readonly value: A }
  | { readonly kind: "many"; readonly values: ReadonlyArray<A> }
  | { readonly kind: "none" }

/** Names and what they mean. */
export interface Names<A> {
  readonly find: (text: string) => Found<A>
  /** The known name nearest to an unknown one, as the register spells it; empty for none. */
  readonly near: (text: string) => string
}

const none = { kind: "none" } as const

/**
 * Names from pairs; one name may mean several things. `same` tells when two of them are one.
 *
 * @example
 * const names = of([["Phường An", 1], ["An", 1], ["An", 2]], Object.is)
 * names.find("phường  an") // { kind: "one", value: 1 }
 * names.find("AN") // { kind: "many", values: [1, 2] }
 * names.near("Phường Ản") // "Phường An"
 * names.near("P. An (phường)") // "Phường An"
 */
export const of = <A>(pairs: Iterable<readonly [string, A]>, same: (a: A, b: A) => boolean): Names<A> => {
  const byKey = new Map<string, Array<A>>()
  const spelt = new Map<string, string>()
  for (const [name, value] of pairs) {
    const key = Spelling.key(name)
    if (key === "") continue
    const values = byKey.get(key)
    if (!values) byKey.set(key, [value])
    else if (!values.some((one) => same(one, value))) values.push(value)
    if (!spelt.has(key)) spelt.set(key, name)
  }
  // One name is looked up as often as it stands in a table.
  const found = new Map<string, Found<A>>()
  const find = (text: string): Found<A> => {
    const values = byKey.get(Spelling.key(text))
    const [value] = values ?? []
    if (values === undefined || value === undefined) return none
    return values.length === 1 ? { kind: "one", value } : { kind: "many", values }
  }
  return {
    find: (text) => {
      const known = found.get(text) ?? find(text)
      if (found.size < 10_000) found.set(text, known)
      return known
    },
    near: (text) => spelt.get(Spelling.nearest(Spelling.key(text), byKey.keys()) ?? alike(text, byKey.keys())) ?? "",
  }
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    Spelling.key(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  )

// A name with most of the words, in whatever order and with whatever beside them; empty for none.
const alike = (text: string, known: Iterable<string>): string => {
  const words = wordsOf(text)
  let [best, most] = ["", 0.5]
  for (const name of known) {
    const others = wordsOf(name)
    const shared = [...words].filter((word) => others.has(word)).length
    const share = shared / (words.size + others.size - shared)
    if (share > most || (share === most && best === "")) [best, most] = [name, share]
  }
  return best
}
