// Vietnamese text as data: one form for keys, and comparison that sees through tone placement and stray spaces. Nothing
// here rewrites what people wrote: the results are for comparing and suggesting, or are words of our own.

const nonAscii = /[^ -~]/

/**
 * Whether a text is in Unicode NFC; cheap for ASCII.
 *
 * @example
 * isNfc("Hồ") // true
 * isNfc("Hồ".normalize("NFD")) // false
 */
export const isNfc = (text: string): boolean => {
  if (text.length > 64) return !nonAscii.test(text) || text === text.normalize("NFC")
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || code > 126) return text === text.normalize("NFC")
  }
  return true
}

const toneless: Record<string, string> = { "\u0300": "", "\u0301": "", "\u0303": "", "\u0309": "", "\u0323": "" }

/**
 * A key under which two spellings of one word meet: NFC, lower case, tone style (uỷ/ủy, hoà/hòa), spaces, and quotation
 * marks, of which keyboards have one kind only.
 *
 * @example
 * key("Quận  ủy") === key("Quận uỷ") // true
 * key('"Dân vận khéo"') === key("“Dân vận khéo”") // true
 * key("Trịnh Huy Thành") === key("Trịnh Văn Thành") // false
 */
export const key = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u00a0\s]+/g, " ")
    .trim()
    .split(" ")
    .map(toneToEnd)
    .join(" ")

// The tone of an open oa, oe, uy may stand on either vowel; for comparison it stands at the end of the word.
const toneToEnd = (word: string): string => {
  const tones = word.match(/[\u0300\u0301\u0303\u0309\u0323]/g)
  if (!tones) return word.normalize("NFC")
  const bare = word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => toneless[mark] ?? mark)
  return /(oa|oe|uy)$/.test(bare.normalize("NFC")) ? bare.normalize("NFC") + tones.join("") : word.normalize("NFC")
}

/**
 * A text with the tones of open oa, oe, uy where a style puts them: `uỷ` (hoà, khoá) or `ủy` (hòa, khóa). For words of
 * our own; what others wrote is never respelt.
 *
 * @example
 * toned("cấp uỷ, khoá mới, quý, hoàn thành", "ủy") // "cấp ủy, khóa mới, quý, hoàn thành"
 * toned("ỦY BAN", "uỷ") // "UỶ BAN"
 */
export const toned = (text: string, style: "uỷ" | "ủy"): string =>
  text
    .normalize("NFD")
    .replace(
      /(o)(\p{Mn}?)([ae])(\p{Mn}?)(?![\p{L}\p{M}])|(?<!q)(u)(\p{Mn}?)(y)(\p{Mn}?)(?![\p{L}\p{M}])/giu,
      (whole, o = "", mark1 = "", a = "", mark2 = "", u = "", mark3 = "", y = "", mark4 = "") => {
        const tone = `${mark1}${mark2}${mark3}${mark4}`
        if (!/^[\u0300\u0301\u0303\u0309\u0323]$/u.test(tone)) return whole
        return style === "uỷ" ? `${o}${a}${u}${y}${tone}` : `${o}${u}${tone}${a}${y}`
      },
    )
    .normalize("NFC")

/**
 * A text that begins with a capital.
 *
 * @example
 * capitalised("đối thoại") // "Đối thoại"
 */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * How many letters must change to turn one text into the other (Levenshtein), at most `limit` + 1.
 *
 * @example
 * distance("dialogue.event", "dialogue.events", 4) // 1
 * distance("An", "Phú Thượng", 4) // 5
 */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // What both begin and end with changes nothing.
  let start = 0
  let [endA, endB] = [a.length, b.length]
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1))
    [endA, endB] = [endA - 1, endB - 1]
  const [width, height] = [endB - start, endA - start]
  const longest = Math.max(width, height)
  if (width === 0 || height === 0) return Math.min(longest, limit + 1)
  if (limit === 1) return longest === 1 ? 1 : 2
  let previous = Array<number>(width + 1).fill(0)
  let row = Array<number>(width + 1).fill(0)
  for (let j = 0; j <= width; j++) previous[j] = j
  for (let i = 1; i <= height; i++) {
    row[0] = i
    let least = i
    const letter = a.charCodeAt(start + i - 1)
    for (let j = 1; j <= width; j++) {
      const cost = letter === b.charCodeAt(start + j - 1) ? 0 : 1
      const n = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
      row[j] = n
      if (n < least) least = n
    }
    // No way on can be shorter than the shortest so far.
    if (least > limit) return limit + 1
    ;[previous, row] = [row, previous]
  }
  return Math.min(previous[width] ?? 0, limit + 1)
}

/**
 * The known word nearest to a mistaken one, or null when none is near (a quarter of its letters, at most 4).
 *
 * @example
 * nearest("dialogue.event", ["dialogue.events", "dialogue.turns"]) // "dialogue.events"
 */
export const nearest = (text: string, known: Iterable<string>): string | null => {
  const limit = Math.min(4, Math.max(1, Math.floor(text.length / 4)))
  let best: string | null = null
  let least = limit + 1
  for (const word of known) {
    const d = distance(text, word, limit)
    if (d < least) [best, least] = [word, d]
  }
  return best
}

/**
 * Whether two names of persons look like one person: the same first and last word, another middle.
 *
 * @example
 * similarNames("Trịnh Huy Thành", "Trịnh Văn Thành") // true
 */
export const similarNames = (a: string, b: string): boolean => {
  const [left, right] = [key(a).split(" "), key(b).split(" ")]
  if (left.length < 2 || right.length < 2 || left.join(" ") === right.join(" ")) return false
  return left[0] === right[0] && left.at(-1) === right.at(-1)
}
