// The texts that the cells of a workbook share, and how a rich text becomes plain: its runs joined, phonetic guides left
// out, `_x000D_` read as the character that it stands for.
import type { Archive } from "../zip/Archive.ts"
import { attributes, textOf, type Token } from "../xml/Scanner.ts"
import { scan } from "./Package.ts"
import { XlsxError } from "./XlsxError.ts"

/** A plain text, and the font of its first run that names one. */
export interface RichText {
  readonly text: string
  readonly font: string | null
}

/** Gathers the runs of one text: give it every token between its tags. */
export interface Gatherer {
  readonly take: (token: Token) => void
  readonly finish: () => RichText
}

/** A gatherer for the content of `si`, `is` or a comment's `text`. */
export const gatherer = (): Gatherer => {
  let [text, font, inText, inGuide] = ["", null as string | null, false, false]
  return {
    take: (token) => {
      if (token.kind === "text") {
        if (inText && !inGuide) text += textOf(token)
      } else if (token.name === "t") inText = token.kind === "open"
      else if (token.name === "rPh") inGuide = token.kind === "open"
      else if (token.name === "rFont" && token.kind !== "close") font ??= attributes(token).get("val") ?? null
    },
    finish: () => ({ text: unescape(text), font }),
  }
}

/**
 * Reads `_x000D_` as the character that it stands for.
 *
 * @example
 * unescape("a_x0041_b") // "aAb"
 */
export const unescape = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The shared texts by number. Throws an `XlsxError` when one is longer than `longest`. */
export const read = async (archive: Archive, part: string, longest: number): Promise<ReadonlyArray<RichText>> => {
  const found: Array<RichText> = []
  let gathering: Gatherer | null = null
  await scan(archive, part, (token) => {
    if (token.name !== "si" || token.depth !== 1) return gathering?.take(token)
    if (token.kind === "open") gathering = gatherer()
    else {
      const rich = gathering?.finish() ?? { text: "", font: null }
      if (rich.text.length > longest) throw new XlsxError("xlsx.cell-length", part, longest)
      found.push(rich)
      gathering = null
    }
  })
  return found
}
