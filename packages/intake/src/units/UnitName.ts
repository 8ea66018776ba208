// The name of a unit as lists write it: the word that says what kind it is, and what it is called. Only what is certain is
// made out of it: P. is Phường, and Lam Sơn alone is nobody's kind.
import { Spelling, UnitTable } from "@danvan/core"
import { plain } from "../table/CellValue.ts"

/** A name read. */
export interface UnitName {
  /** The kind as registers call it; null where the name does not say. */
  readonly kind: string | null
  /** With its kind before it, where there is one: Phường Lam Sơn. */
  readonly full: string
  /** Without: Lam Sơn. */
  readonly short: string
}

/** The words of kinds, by `Spelling.key`. */
export type Words = ReadonlyMap<string, { readonly word: string; readonly kind: string }>

const abbreviations: Readonly<Record<string, string>> = {
  P: "Phường",
  X: "Xã",
  Q: "Quận",
  H: "Huyện",
  TT: "Thị trấn",
  TX: "Thị xã",
  TP: "Thành phố",
}

/**
 * The words of kinds that ship, and an office's own.
 *
 * @example
 * wordsOf({ Thôn: "hamlet" }).get("thôn") // { word: "Thôn", kind: "hamlet" }
 * wordsOf({}).get("phường") // { word: "Phường", kind: "ward" }
 */
export const wordsOf = (own: Readonly<Record<string, string>>): Words =>
  new Map(
    [...Object.entries(UnitTable.kinds), ...Object.entries(own)].map(([word, kind]) => [
      Spelling.key(word),
      { word, kind },
    ]),
  )

// How many words the longest kind has that begins with a word: most names begin with none, or with one that is alone.
const beginnings = new WeakMap<Words, ReadonlyMap<string, number>>()

const beginningsOf = (words: Words): ReadonlyMap<string, number> => {
  const known = beginnings.get(words)
  if (known) return known
  const made = new Map<string, number>()
  for (const key of words.keys()) {
    const [first = "", ...others] = key.split(" ")
    made.set(first, Math.max(made.get(first) ?? 0, others.length + 1))
  }
  beginnings.set(words, made)
  return made
}

/**
 * A name, with what a column beside it says of its kind; null where the two contradict each other.
 *
 * @example
 * read("P. Lam Sơn", null, wordsOf({})) // { kind: "ward", full: "Phường Lam Sơn", short: "Lam Sơn" }
 * read("Lam Sơn", "phường", wordsOf({})) // { kind: "ward", full: "Phường Lam Sơn", short: "Lam Sơn" }
 * read("Lam Sơn", null, wordsOf({})) // { kind: null, full: "Lam Sơn", short: "Lam Sơn" }
 * read("Xã Lam Sơn", "Phường", wordsOf({})) // null
 */
export const read = (text: string, kind: string | null, words: Words): UnitName | null => {
  const written = plain(text)
    .replace(/^(p|x|q|h|tt|tx|tp)\.\s*(?=[\p{L}\p{N}])/iu, (whole, letters: string) => spelt(letters) ?? whole)
    .replace(/^(TT|TX|TP)\s+(?=\p{L})/u, (whole, letters: string) => spelt(letters) ?? whole)
  const beside = kind === null ? null : (words.get(Spelling.key(kind.replace(/\.$/, ""))) ?? null)
  const [found, rest] = parted(written, words)
  if (found === null) {
    if (beside === null) return { kind: null, full: written, short: written }
    return { kind: beside.kind, full: `${beside.word} ${written}`, short: written }
  }
  if (beside !== null && beside.kind !== found.kind) return null
  return { kind: found.kind, full: `${found.word} ${rest}`, short: rest }
}

const spelt = (letters: string): string | undefined => {
  const word = abbreviations[letters.toUpperCase()]
  return word === undefined ? undefined : `${word} `
}

// The longest word of a kind that the name begins with, and what stands behind it.
const parted = (
  text: string,
  words: Words,
): readonly [{ readonly word: string; readonly kind: string } | null, string] => {
  const all = text.split(" ")
  const longest = beginningsOf(words).get(Spelling.key(all[0] ?? "")) ?? 0
  for (let n = Math.min(longest, all.length - 1); n > 0; n--) {
    const found = words.get(Spelling.key(all.slice(0, n).join(" ")))
    if (found) return [found, all.slice(n).join(" ")]
  }
  return [null, text]
}

/**
 * Whether a text is the word of a kind alone.
 *
 * @example
 * isKind("phường", wordsOf({})) // true
 */
export const isKind = (text: string, words: Words): boolean => words.has(Spelling.key(text))

/**
 * A name as part of an id: its letters without marks, parted by hyphens.
 *
 * @example
 * slug("Đồng Lam") // "dong-lam"
 * slug("Phường 12") // "phuong-12"
 */
export const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐð]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

/**
 * Whether a name is in capitals alone, so that another spelling of it tells more.
 *
 * @example
 * isCapitals("LAM SƠN") // true
 */
export const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()
