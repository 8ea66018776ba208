// How Word counts: what a numbered paragraph writes, and which of its ways would write what a document says.
import { type Inlines, visibleText } from "@danvan/document"

/** Ways of counting that Word has and official texts use. */
export type Format = "decimal" | "upperRoman" | "lowerRoman" | "upperLetter" | "lowerLetter"

/** How a level is numbered: `text` as Word writes it, with %1, %2, %3 for the counters. */
export interface Template {
  readonly format: Format
  readonly text: string
}

const roman = (n: number): string => {
  const signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
  let left = n
  return signs
    .map((sign, i) => {
      const times = Math.floor(left / (values[i] ?? 1))
      left -= times * (values[i] ?? 1)
      return sign.repeat(times)
    })
    .join("")
}

/** Word counts a to z, then aa, bb. */
const letter = (n: number): string => String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

const counters: Readonly<Record<Format, (n: number) => string>> = {
  decimal: String,
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (n) => letter(n).toLowerCase(),
}

/** The text of a marker, if it is plain: words and one number, without looks of their own. */
export const plain = (marker: Inlines): string | null =>
  marker.every((one) => one.kind === "text" || one.kind === "ordinal")
    ? visibleText(marker.map((one) => ("text" in one ? one.text : "")).join("")).trim()
    : null

/**
 * What a numbered level writes, given how many of each level have been counted; null if it would write the number of a
 * level that has none yet, which programs show differently.
 */
export const labelOf = (
  templates: ReadonlyArray<Template | undefined>,
  level: number,
  counts: ReadonlyArray<number>,
): string | null => {
  let known = true
  const label = (templates[level]?.text ?? "").replace(/%(\d)/g, (_, at: string) => {
    const i = Number(at) - 1
    const [template, count = 0] = [templates[i], counts[i]]
    known &&= template !== undefined && count > 0
    return counters[template?.format ?? "decimal"](count)
  })
  return known ? label : null
}

/** Ways to number a level so that its first marker comes out: by itself, or with the numbers above before it. */
export const candidates = (marker: string, level: number): ReadonlyArray<Template> => {
  const [, before = "", , after = ""] = /^(.*?)([\p{L}\p{N}.]*[\p{L}\p{N}])([^\p{L}\p{N}]*)$/u.exec(marker) ?? []
  if (marker.includes("%")) return []
  const chains = Array.from({ length: level }, (_, i) =>
    Array.from({ length: i + 1 }, (_n, k) => `%${level - i + k}.`).join(""),
  )
  return (Object.keys(counters) as ReadonlyArray<Format>).flatMap((format) =>
    ["", ...chains].map((chain) => ({ format, text: `${before}${chain}%${level + 1}${after}` })),
  )
}
