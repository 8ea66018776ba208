// Bound prose: running text in which every number is a reference. `{id}` is a figure, `{id|filter}` a form of it,
// `{cite:…}`, `{date:…}`, `{unit:…}`, `{quote:…}` name their source; a digit typed by hand is found and told.

/** A piece of prose with its place (`at`, in UTF-16 units from the start). */
export type Piece =
  | { readonly kind: "words"; readonly text: string; readonly at: number }
  | { readonly kind: "reference"; readonly name: string; readonly filter: string | null; readonly at: number }
  | {
      readonly kind: "cite" | "date" | "unit" | "quote"
      readonly argument: string
      readonly at: number
    }
  | { readonly kind: "digits"; readonly text: string; readonly at: number }
  | { readonly kind: "unclosed"; readonly text: string; readonly at: number }

// A number as people write one, with what belongs to it: 1.500 · 58/119 · 87,5% · 07-CT/TU.
const digits = /\p{Nd}(?:[\p{Nd}.,/:-]*\p{Nd})?%?/gu

/**
 * Cuts prose into pieces, in order; joining their texts gives the prose again but for the braces.
 *
 * @example
 * parse("có {dvk.models.registered} và 5 cuộc").map((piece) => piece.kind) // ["words", "reference", "words", "digits", "words"]
 */
export const parse = (text: string): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf("{", at)
    if (open < 0) {
      pieces.push(...words(text.slice(at), at))
      break
    }
    pieces.push(...words(text.slice(at, open), at))
    const close = text.indexOf("}", open)
    if (close < 0) {
      pieces.push({ kind: "unclosed", text: text.slice(open), at: open })
      break
    }
    pieces.push(braced(text.slice(open + 1, close), open))
    at = close + 1
  }
  return pieces
}

const braced = (inside: string, at: number): Piece => {
  const colon = /^(cite|date|unit|quote):(.*)$/su.exec(inside)
  if (colon) {
    return { kind: colon[1] as "cite" | "date" | "unit" | "quote", argument: colon[2]?.trim() ?? "", at }
  }
  const [name = "", ...filters] = inside.split("|")
  return { kind: "reference", name: name.trim(), filter: filters.length > 0 ? filters.join("|").trim() : null, at }
}

const words = (text: string, at: number): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  let from = 0
  for (const match of text.matchAll(digits)) {
    if (match.index > from) pieces.push({ kind: "words", text: text.slice(from, match.index), at: at + from })
    pieces.push({ kind: "digits", text: match[0], at: at + match.index })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: "words", text: text.slice(from), at: at + from })
  return pieces
}
