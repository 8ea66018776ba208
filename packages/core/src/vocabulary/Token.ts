// Running text cut into words, numbers and marks, each with its place. Everything that reads figures looks at these, never
// at the text: so one pass is enough, and NFD, tone placement, capitals and odd spaces are dealt with once.
import * as Spelling from "./Spelling.ts"

/** A piece of text; `key` is what it is compared by, `gap` what stands before it. */
export interface Token {
  readonly kind: "word" | "number" | "mark"
  readonly text: string
  readonly key: string
  readonly at: number
  readonly end: number
  readonly gap: "none" | "space" | "line"
}

export type Tokens = ReadonlyArray<Token>

// No alternative can fail after it has begun to match, so nothing is tried twice: the time is linear. Digits behind a
// letter belong to the word (m2, QH14), digits before it do not (12km).
const pattern =
  /([\s\u200b-\u200d\u2060\ufeff]+)|(\d+(?:[.,]\d+)*)|([\p{L}\p{M}²³][\p{L}\p{M}\d²³\u200b-\u200d\u2060]*)|[^]/gu

// Signs that look alike, or mean the same between numbers.
const marks: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "⁄": "/",
  "∕": "/",
  "／": "/",
  "％": "%",
  "≈": "~",
  "≥": ">",
  "≤": "<",
  "（": "(",
  "）": ")",
}

/**
 * The key of a word: as `Spelling.key`, and the two letters that look like Đ are Đ. A word in lower case is its own key
 * unless it ends in oa, oe or uy, where the tone has two places.
 */
export const key = (word: string): string => Spelling.key(word).replace(/[ðɖ]/g, "đ")

/** The tokens of a text. */
export const cut = (text: string): Tokens => {
  const keys = new Map<string, string>()
  const keyOf = (word: string): string => {
    const known = keys.get(word)
    if (known !== undefined) return known
    const made = key(word)
    keys.set(word, made)
    return made
  }
  const tokens: Array<Token> = []
  let gap: Token["gap"] = "line"
  for (const { 0: piece, 1: space, 2: number, 3: word, index } of text.matchAll(pattern)) {
    if (space !== undefined) {
      if (gap !== "line")
        gap = /[\n\r]/.test(space) ? "line" : /[^\u200b-\u200d\u2060\ufeff]/.test(space) ? "space" : gap
      continue
    }
    const [kind, own]: readonly [Token["kind"], string] =
      number !== undefined
        ? ["number", piece]
        : word !== undefined
          ? ["word", keyOf(piece)]
          : ["mark", marks[piece] ?? piece]
    tokens.push({ kind, text: piece, key: own, at: index, end: index + piece.length, gap })
    gap = "none"
  }
  return tokens
}

/** The key of the word at `i`; else empty. */
export const word = (tokens: Tokens, i: number): string => {
  const token = tokens[i]
  return token?.kind === "word" ? token.key : ""
}

/** The mark at `i`; else empty. */
export const mark = (tokens: Tokens, i: number): string => {
  const token = tokens[i]
  return token?.kind === "mark" ? token.key : ""
}

/** Whether the word begins with a capital. */
export const isCapital = (token: Token | undefined): boolean => token?.kind === "word" && /^\p{Lu}/u.test(token.text)
