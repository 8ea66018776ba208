// Inlines into words: the typed pieces of a line become fragments of one face each, parted at spaces.
import type { Inline, Inlines } from "@danvan/document"
import type { Fragment, Word } from "./line.ts"
import type { Page, Part } from "./page.ts"

/** A stretch of text of one look. `\n` is a break, a no-break space joins. */
interface Span {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly pointer: string
  readonly shade: boolean
  /** Room of so many ordinary letters. */
  readonly blank: number
}

const NO_BREAK = "\u00a0"
// Parted at spaces, and after fifty letters: fontkit is slow with very long runs.
const TOKEN = /[^ ]{1,50} *| +/gu

/** A number stays with the word behind it (197 mô hình). */
const glued = (figure: string): string => figure.replace(/(?<=\p{Nd}) (?=\S)/gu, NO_BREAK)

/** The numbers of a date or period with the word before or behind them (năm 2022, 6 tháng). */
const dated = (text: string): string => glued(text.replace(/(?<=\p{L}) (?=\p{Nd})/gu, NO_BREAK))

const spansOf = (inlines: Inlines, pointer: string, page: Page): ReadonlyArray<Span> => {
  const spans: Array<Span> = []
  let afterNumber = false
  const walk = (inline: Inline, bold: boolean, italic: boolean): void => {
    const add = (text: string, shade = false, blank = 0): void => {
      spans.push({
        text: afterNumber ? text.replace(/^ (?=\p{L})/u, NO_BREAK) : text,
        bold,
        italic,
        pointer,
        shade,
        blank,
      })
      afterNumber = inline.kind === "figure" && /\p{Nd}$/u.test(text)
    }
    switch (inline.kind) {
      case "strong":
        return inline.content.forEach((inner) => walk(inner, true, italic))
      case "emphasis":
        return inline.content.forEach((inner) => walk(inner, bold, true))
      case "break":
        return add("\n")
      case "blank":
        return add(NO_BREAK.repeat(inline.length), false, inline.length)
      case "gap":
        return add(inline.text, true)
      case "figure":
        return add(glued(page.document.figures[inline.figure]?.text ?? ""))
      case "date":
      case "period":
        return add(dated(inline.text))
      case "text":
      case "citation":
      case "document-number":
      case "ordinal":
      case "quotation":
      case "name":
        return add(inline.text)
      default:
        return page.unknown(inline satisfies never, pointer)
    }
  }
  for (const inline of inlines) walk(inline, false, false)
  return spans
}

/** The words of a text in a style. */
export const wordsOf = (parts: ReadonlyArray<Part>, page: Page): ReadonlyArray<Word> => {
  const words: Array<Word> = []
  let open: Array<Fragment> = []
  let space = 0
  const close = (ends: boolean): void => {
    if (open.length > 0 || ends) {
      words.push({ fragments: open, width: open.reduce((sum, one) => sum + one.width, 0) - space, space, ends })
    }
    open = []
    space = 0
  }
  for (const { pointer, inlines, style } of parts) {
    for (const span of spansOf(inlines, pointer, page)) {
      const font = page.font(style.bold || span.bold, style.italic || span.italic)
      const look = {
        font,
        size: style.size,
        pointer,
        underline: style.underline,
        shade: span.shade,
        fixed: span.blank > 0,
      }
      if (span.text === "\n") {
        close(true)
        continue
      }
      const text = page.ink(span.text, font, pointer)
      for (const [token] of text.matchAll(TOKEN)) {
        const spaces = token.length - token.replace(/ +$/, "").length
        if (spaces === token.length && open.length === 0) continue // a line does not begin with a space
        const drawn = token.replaceAll(NO_BREAK, " ")
        const width =
          span.blank > 0 ? drawn.length * font.widthOfString("0", style.size) : font.widthOfString(drawn, style.size)
        open.push({ ...look, text: drawn, width })
        if (spaces > 0) {
          space = spaces * font.widthOfString(" ", style.size)
          close(false)
        }
      }
    }
  }
  close(false)
  return words
}
