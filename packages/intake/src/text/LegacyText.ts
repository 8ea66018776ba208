// Vietnamese from before Unicode: TCVN3 (the fonts named .Vn…) and VNI (the fonts named VNI-…). Such text is made of
// Latin letters that only its font shows as Vietnamese. It is recognised by how many of its words become syllables, and
// its reading proposed; nobody may take a reading for what was written.
import { isSyllable } from "./Syllable.ts"

/** An encoding of the time of fonts. */
export type Kind = "tcvn3" | "vni"

/** What people call it. */
export const labels: Readonly<Record<Kind, string>> = { tcvn3: "TCVN3 (ABC)", vni: "VNI" }

// From À with its marks on, in the order of the code table: position 0xA1 and after. A dot is a position not used here.
const tcvn3Letters = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"

const tcvn3 = new Map(
  [...tcvn3Letters].flatMap((letter, i) => (letter === "." ? [] : [[String.fromCharCode(0xa1 + i), letter]])),
)

// VNI writes a letter and then its marks. On a bare vowel ù ø û õ ï are the tones; â and ê turn it into â, ê, ô, ă; and
// á à å ã ä, é è ú ü ë are those together with a tone.
const vniMarks: ReadonlyArray<readonly [bases: string, marks: string, made: ReadonlyArray<string>]> = [
  ["a", "ùøûõïâáàåãäêéèúüë", [..."áàảãạâấầẩẫậăắằẳẵặ"]],
  ["e", "ùøûõïâáàåãä", [..."éèẻẽẹêếềểễệ"]],
  ["o", "ùøûõïâáàåãä", [..."óòỏõọôốồổỗộ"]],
  ["u", "ùøûõï", [..."úùủũụ"]],
  ["y", "ùøûõ", [..."ýỳỷỹ"]],
  ["ô", "ùøûõï", [..."ớờởỡợ"]],
  ["ö", "ùøûõï", [..."ứừửữự"]],
]
const vniSingle: ReadonlyArray<readonly [string, string]> = [
  ["ô", "ơ"],
  ["ö", "ư"],
  ["ñ", "đ"],
  ["î", "ỵ"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["í", "í"],
  ["ì", "ì"],
]

const bothCases = (pairs: ReadonlyArray<readonly [string, string]>): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(([from, to]) => [[from, to] as const, [from.toUpperCase(), to.toUpperCase()] as const]))

const vni = bothCases([
  ...vniMarks.flatMap(([base, marks, made]) =>
    [...marks].map((mark, i): readonly [string, string] => [base + mark, made[i] ?? ""]),
  ),
  ...vniSingle,
])

/**
 * The text that was meant. What is no letter of the encoding stays.
 *
 * @example
 * toUnicode("Céng hßa x· héi", "tcvn3") // "Cộng hòa xã hội"
 * toUnicode("Coäng hoøa xaõ hoäi", "vni") // "Cộng hòa xã hội"
 */
export const toUnicode = (text: string, kind: Kind): string => {
  if (kind === "tcvn3") return text.replace(/[\u00a1-\u00fe]/g, (letter) => tcvn3.get(letter) ?? letter)
  let out = ""
  for (let i = 0; i < text.length; i++) {
    // A capital may bear a mark in either case: AÙ, Aù.
    const [letter = "", mark = ""] = [text[i], text[i + 1]]
    const isCapital = letter !== letter.toLowerCase()
    const pair = mark === "" ? undefined : vni.get(letter.toLowerCase() + mark.toLowerCase())
    if (pair !== undefined) i++
    out += pair === undefined ? (vni.get(letter) ?? letter) : isCapital ? pair.toUpperCase() : pair
  }
  return out
}

/**
 * The encoding that a font shows, by its name; null for a font that shows Unicode.
 *
 * @example
 * kindOfFont(".VnTimeH") // "tcvn3"
 * kindOfFont("Times New Roman") // null
 */
export const kindOfFont = (font: string | null): Kind | null =>
  font === null ? null : /^\.vn/i.test(font) ? "tcvn3" : /^vni[-\s]/i.test(font) ? "vni" : null

/** A text judged: how many of its words that are not ASCII become syllables in each reading. */
export interface Judged {
  readonly kind: "unicode" | Kind | "unknown"
  readonly words: number
}

/**
 * What a text is written in, by its words that hold a letter beyond ASCII; `unknown` where there are none, or where no
 * reading is clearly ahead.
 *
 * @example
 * judge("Số mô hình Dân vận khéo").kind // "unicode"
 * judge("Sè m« h×nh D©n vËn khÐo").kind // "tcvn3"
 * judge("Soá moâ hình Daân vaän kheùo").kind // "vni"
 * judge("Müller Straße Fußgänger").kind // "unknown"
 */
export const judge = (text: string): Judged => {
  const words = text
    .normalize("NFC")
    .split(/[\s\u0021-\u0040[-`{-~]+/)
    .filter((word) => /[^\0-\x7f]/.test(word))
  if (words.length === 0) return { kind: "unknown", words: 0 }
  const readings = (["unicode", "tcvn3", "vni"] as const).map((kind) => {
    const good = words.filter((word) => {
      if (kind === "unicode") return isSyllable(word)
      // One letter of Vietnamese Unicode, and the word is nothing else.
      return /^[\0-\xff]+$/.test(word) && isSyllable(toUnicode(word, kind))
    })
    return { kind, share: good.length / words.length }
  })
  const [best, second] = readings.toSorted((a, b) => b.share - a.share)
  const isClear = best !== undefined && best.share >= 0.6 && best.share - (second?.share ?? 0) >= 0.2
  return { kind: isClear ? best.kind : "unknown", words: words.length }
}
