// Lengths as Word counts them, and the letters of Times New Roman, as wide as they are set: a drawn line under a text
// must be as long as the form's share of its words, and nobody else measures them before Word does.

/** Millimetres to twips, the twentieths of a point that Word counts in. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** Points to twips. */
export const pointTwips = (points: number): number => Math.round(points * 20)

/** Millimetres to points. */
export const points = (mm: number): number => (mm * 72) / 25.4

/** Points to the pixels in which the library takes drawings. */
export const pixels = (pt: number): number => (pt * 96) / 72

const LETTERS = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")}ĐđƠơƯư–—‘’“”…•`

// Thousandths of the type size, in the order of LETTERS. A letter with tone and accent is as wide as without.
const regular =
  "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541 722 500 722 529 776 542 500 1000 333 333 444 444 1000 350"
const bold =
  "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520 722 556 778 554 796 600 500 1000 333 333 500 500 1000 350"
const italic =
  "250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722 611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541 722 500 722 534 754 545 500 889 333 333 556 556 889 350"
const boldItalic =
  "250 389 555 500 500 833 778 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 832 667 667 667 722 667 667 722 778 389 500 667 611 889 722 722 611 722 667 556 611 722 667 889 667 611 611 333 278 333 570 500 333 500 500 444 500 444 333 500 556 278 278 500 278 778 556 500 500 500 389 389 278 556 444 667 500 444 389 348 220 348 570 722 500 722 537 775 599 500 1000 333 333 500 500 1000 350"

const face = (widths: string): ReadonlyMap<string, number> => {
  const each = widths.split(" ").map(Number)
  return new Map([...LETTERS].map((letter, i) => [letter, each[i] ?? 0]))
}
const faces = [regular, bold, italic, boldItalic].map(face)

/** The five tones; what is left of a letter without them is ơ or ư, or another that is as wide as its first sign. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** What is not in the table (a letter of another script, a rare sign) counts as wide as a digit. */
const USUAL = 500

/**
 * The width of a text set in Times New Roman, pt.
 *
 * @example
 * widthOf("ĐẢNG", { size: 15, bold: true, italic: false }) // 44.16
 */
export const widthOf = (
  text: string,
  { size, bold: heavy, italic: slanted }: { readonly size: number; readonly bold: boolean; readonly italic: boolean },
): number => {
  const widths = faces[(heavy ? 1 : 0) + (slanted ? 2 : 0)]
  let sum = 0
  for (const letter of text.normalize("NFC").replaceAll("\u00a0", " ")) {
    const toneless = letter.normalize("NFD").replace(TONES, "").normalize("NFC")
    sum += widths?.get(toneless) ?? widths?.get(toneless.normalize("NFD").slice(0, 1)) ?? USUAL
  }
  return (sum * size) / 1000
}
