// What a line of a report is made of. A `text` inline holds no digit: a digit enters through an inline that says
// where it comes from, so a number that nobody can trace cannot be written.

/** Identity of a figure: the key of `Document.figures`. */
export type FigureId = string

/** Words without digits. `isDigitFree` tells; `Document.check` refuses others. */
export interface Text {
  readonly kind: "text"
  readonly text: string
}

/** A number bound to a fact; its text stands once, in `Document.figures`. */
export interface FigureReference {
  readonly kind: "figure"
  readonly figure: FigureId
}

/** A calendar date (`2022-07-27`) as the form writes it. */
export interface DateInline {
  readonly kind: "date"
  readonly date: string
  readonly text: string
}

/** A reporting period (`2022-H1`) as people say it. */
export interface PeriodInline {
  readonly kind: "period"
  readonly period: string
  readonly text: string
}

/** A law or directive, by id of the register, as the form cites it. */
export interface CitationInline {
  readonly kind: "citation"
  readonly citation: string
  readonly text: string
}

/** Number and symbol of a document, such as `05-BC/BDVQU`. */
export interface DocumentNumber {
  readonly kind: "document-number"
  readonly text: string
}

/** A place in an order: `I.`, `1.`, `đ)`, `Phụ lục 1`. */
export interface Ordinal {
  readonly kind: "ordinal"
  readonly n: number
  readonly text: string
}

/** Words of somebody else, marked as such; may hold digits and is never rewritten. */
export interface Quotation {
  readonly kind: "quotation"
  readonly text: string
}

/** A name that a register holds (unit, person, form, measure); may hold digits. `ref` is its id there. */
export interface Name {
  readonly kind: "name"
  readonly text: string
  readonly ref: string
}

/** Room left to be filled by hand, as wide as `length` ordinary characters. */
export interface Blank {
  readonly kind: "blank"
  readonly length: number
}

/** Something that could not be written here; `Document.losses` names it. */
export interface Gap {
  readonly kind: "gap"
  readonly text: string
}

/** Bold. */
export interface Strong {
  readonly kind: "strong"
  readonly content: Inlines
}

/** Italic. */
export interface Emphasis {
  readonly kind: "emphasis"
  readonly content: Inlines
}

/** A new line inside the block. */
export interface Break {
  readonly kind: "break"
}

/** One piece of a line; closed, so that a renderer that forgets one does not compile. */
export type Inline =
  | Text
  | FigureReference
  | DateInline
  | PeriodInline
  | CitationInline
  | DocumentNumber
  | Ordinal
  | Quotation
  | Name
  | Blank
  | Gap
  | Strong
  | Emphasis
  | Break

/** A line of them. */
export type Inlines = ReadonlyArray<Inline>

/**
 * Whether a text may stand in a `text` inline: no decimal digit of any script.
 *
 * @example
 * isDigitFree("mô hình") // true
 * isDigitFree("8 phường") // false
 */
export const isDigitFree = (text: string): boolean => !/\p{Nd}/u.test(text)

/** Signs without a shape of their own: joiners, soft hyphens, marks that turn the direction of what follows. */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}]/gu
const CONTROL = /[\p{Cc}\u2028\u2029]/gu
/** Halves of a letter, and what is no letter. */
const IMPOSSIBLE = /[\p{Surrogate}\ufffe\uffff]/gu

/**
 * What of a text can be seen: composed (NFC), control signs as spaces, signs without shape left out, U+FFFD for what is no
 * letter. What a renderer draws, so that no hidden sign turns round the digits of a number.
 *
 * @example
 * visibleText("Quận\u0007 uỷ\u202e") // "Quận  uỷ"
 */
export const visibleText = (text: string): string =>
  text.normalize("NFC").replace(CONTROL, " ").replace(SHAPELESS, "").replace(IMPOSSIBLE, "\ufffd")

/**
 * The width of a blank when it must be written in characters: no-break spaces.
 *
 * @example
 * blankText({ kind: "blank", length: 3 }) // "\u00a0\u00a0\u00a0"
 */
export const blankText = (blank: Blank): string => "\u00a0".repeat(blank.length)

/**
 * The plain text of a line. `figures` gives the text of figure references.
 *
 * @example
 * plainText([{ kind: "text", text: "có " }, { kind: "figure", figure: "f" }], { f: { text: "197 mô hình" } }) // "có 197 mô hình"
 */
export const plainText = (
  inlines: Inlines,
  figures: Readonly<Record<FigureId, { readonly text: string } | undefined>>,
): string => inlines.map((inline) => one(inline, figures)).join("")

const one = (inline: Inline, figures: Readonly<Record<FigureId, { readonly text: string } | undefined>>): string => {
  switch (inline.kind) {
    case "figure":
      return figures[inline.figure]?.text ?? ""
    case "blank":
      return blankText(inline)
    case "strong":
    case "emphasis":
      return plainText(inline.content, figures)
    case "break":
      return "\n"
    default:
      return inline.text
  }
}
