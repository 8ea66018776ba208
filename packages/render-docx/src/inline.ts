// Inlines into Word's runs.
import { type Inline, type Inlines, visibleText } from "@danvan/document"
import { NoBreakHyphen, type ParagraphChild, TextRun } from "docx"
import type { Page } from "./page.ts"

/** A stretch of text of one look. */
interface Span {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly shade: boolean
  /** It is more than running words: its hyphens hold together what stands beside them. */
  readonly whole: boolean
  /** A new line begins here. */
  readonly ends: boolean
}

const NO_BREAK = "\u00a0"

/** Between a marker and its words. */
export const SPACE: Inline = { kind: "text", text: " " }

/** As wide as a digit, and no line ends at it. */
const FIGURE_SPACE = "\u2007"

/** The grey behind something that is missing. */
const SHADE = "D9D9D9"

/** A number stays with the word behind it (197 mô hình). */
const glued = (figure: string): string => figure.replace(/(?<=\p{Nd}) (?=\S)/gu, NO_BREAK)

/** The numbers of a period with the word before or behind them (năm 2022, 6 tháng). */
const dated = (text: string): string => glued(text.replace(/(?<=\p{L}) (?=\p{Nd})/gu, NO_BREAK))

const spansOf = (inlines: Inlines, pointer: string, page: Page): ReadonlyArray<Span> => {
  const spans: Array<Span> = []
  let afterNumber = false
  const walk = (inline: Inline, bold: boolean, italic: boolean): void => {
    const add = (given: string, more: Partial<Span> = {}): void => {
      const text = visibleText(given)
      spans.push({
        text: afterNumber ? text.replace(/^ (?=\p{L})/u, NO_BREAK) : text,
        bold,
        italic,
        shade: false,
        whole: inline.kind !== "text",
        ends: false,
        ...more,
      })
      afterNumber = inline.kind === "figure" && /\p{Nd}$/u.test(text)
    }
    switch (inline.kind) {
      case "strong":
        return inline.content.forEach((inner) => walk(inner, true, italic))
      case "emphasis":
        return inline.content.forEach((inner) => walk(inner, bold, true))
      case "break":
        return add("", { ends: true })
      case "blank":
        return add(FIGURE_SPACE.repeat(inline.length))
      case "gap":
        return add(inline.text, { shade: true })
      case "figure":
        return add(glued(page.document.figures[inline.figure]?.text ?? ""))
      case "period":
        return add(dated(inline.text))
      case "text":
      case "date":
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

/** The runs of a line; neighbours of one look are one run, so that a clerk selects and changes them at once. */
export const runsOf = (inlines: Inlines, pointer: string, page: Page): ReadonlyArray<ParagraphChild> => {
  const runs: Array<ParagraphChild> = []
  let open: { readonly look: Span; readonly children: Array<string | NoBreakHyphen> } | null = null
  const close = (): void => {
    if (open && open.children.length > 0) runs.push(new TextRun({ ...lookOf(open.look), children: open.children }))
    open = null
  }
  for (const span of spansOf(inlines, pointer, page)) {
    if (span.ends) {
      close()
      runs.push(new TextRun({ break: 1 }))
      continue
    }
    if (open === null || !alike(open.look, span)) {
      close()
      open = { look: span, children: [] }
    }
    for (const [i, piece] of (span.whole ? span.text.split(/(?<=\S)-(?=\S)/u) : [span.text]).entries()) {
      if (i > 0) open.children.push(new NoBreakHyphen())
      const last = open.children.at(-1)
      if (typeof last === "string") open.children[open.children.length - 1] = last + piece
      else if (piece !== "") open.children.push(piece)
    }
  }
  close()
  return runs
}

const alike = (a: Span, b: Span): boolean => a.bold === b.bold && a.italic === b.italic && a.shade === b.shade

const lookOf = ({ bold, italic, shade }: Span) => ({
  ...(bold ? { bold } : {}),
  ...(italic ? { italics: italic } : {}),
  ...(shade ? { shading: { type: "clear", fill: SHADE, color: "auto" } as const } : {}),
})
