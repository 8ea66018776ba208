// The words before a number that say how exactly it is known, and those that look like them and say something else.
import * as Token from "./Token.ts"

/** A qualifier and the token where its words begin. */
export interface QualifierWord {
  readonly qualifier: "exact" | "over" | "under" | "about"
  readonly start: number
}

const table = (phrases: Readonly<Record<"over" | "under" | "about", string>>) =>
  new Map(
    Object.entries(phrases).flatMap(([qualifier, list]) =>
      list.split(", ").map((phrase) => [keyOf(phrase), qualifier as "over" | "under" | "about"] as const),
    ),
  )

const keyOf = (phrase: string): string => phrase.split(" ").map(Token.key).join(" ")

// A bound from one side is `over` or `under`, also where the number itself is allowed (ít nhất, tối đa).
const before = table({
  about: "khoảng, chừng, vào khoảng, khoảng chừng, ước chừng, xấp xỉ, trên dưới, ~",
  over: "trên, hơn, quá, ít nhất, tối thiểu, không dưới, không ít hơn, >",
  under: "gần, ngót, dưới, chưa đầy, chưa đến, chưa tới, tối đa, không quá, nhiều nhất, <",
})

const after = table({ over: "trở lên, trở đi", under: "trở xuống, trở lại", about: "khoảng chừng" })

// nhiều hơn 5 cuộc: a difference of five, known exactly.
const comparatives = new Set(
  "nhiều, ít, cao, thấp, lớn, nhỏ, bé, tốt, kém, dài, ngắn, nhanh, chậm, sớm, muộn, rộng, hẹp, mạnh, yếu, đông, đắt, rẻ, sâu, dày, nặng, nhẹ, già, trẻ, lâu, xa, thêm"
    .split(", ")
    .map(Token.key),
)

const hon = "hơn"

/** The qualifier whose words end before token `i`; `exact`, beginning at `i`, when there is none. */
export const leading = (tokens: Token.Tokens, i: number): QualifierWord => {
  let [start, qualifier]: [number, QualifierWord["qualifier"]] = [i, "exact"]
  // khoảng hơn 50: two at most, as people write them.
  for (let round = 0; round < 2; round++) {
    const found = longest(tokens, start)
    if (!found) break
    const isComparison =
      found.length === 1 && word(tokens, start - 1) === hon && comparatives.has(word(tokens, start - 2))
    if (isComparison) break
    qualifier = qualifier === "exact" || qualifier === found.one ? found.one : "about"
    start -= found.length
  }
  return { qualifier, start }
}

/** The qualifier whose words begin at token `i` (`trở lên`), with the token behind it, or null. */
export const trailing = (
  tokens: Token.Tokens,
  i: number,
): { readonly qualifier: "over" | "under" | "about"; readonly end: number } | null => {
  const qualifier = after.get(phrase(tokens, i, i + 2))
  return qualifier === undefined ? null : { qualifier, end: i + 2 }
}

const word = (tokens: Token.Tokens, i: number): string => Token.word(tokens, i)

// Of up to three words that end before `i`.
const longest = (
  tokens: Token.Tokens,
  i: number,
): { readonly one: "over" | "under" | "about"; readonly length: number } | null => {
  let found = null
  let words = ""
  for (let length = 1; length <= 3; length++) {
    const token = tokens[i - length]
    if (!token || token.kind === "number") break
    words = words === "" ? token.key : `${token.key} ${words}`
    const one = before.get(words)
    if (one !== undefined) found = { one, length }
  }
  return found
}

const phrase = (tokens: Token.Tokens, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.key)
    .join(" ")
