// The parts of an official report, from letterhead to signature. Everything here is already worded: a renderer
// places and draws, it never phrases.
import type { FigureId, Inlines } from "./Inline.ts"

/** Head of the first page: issuing body on the left, state or Party line on the right. */
export interface Letterhead {
  readonly kind: "letterhead"
  /** Such as `BẢN MINH HOẠ`; null when the document needs no warning. */
  readonly stamp: Inlines | null
  /** Superior body, one entry a line; may be empty. */
  readonly superior: ReadonlyArray<Inlines>
  /** Issuing body, one entry a line. */
  readonly issuer: ReadonlyArray<Inlines>
  /** A character line under the issuing body (`*` in Party forms); null where the form draws a rule instead. */
  readonly issuerMark: Inlines | null
  /** `ĐẢNG CỘNG SẢN VIỆT NAM`, or the two lines of the State. */
  readonly motto: ReadonlyArray<Inlines>
  readonly number: Inlines
  readonly date: Inlines
}

/** Kind of document, its subject line by line, and the character line under it (`-----`), if the form has one. */
export interface Title {
  readonly kind: "title"
  readonly name: Inlines
  readonly subject: ReadonlyArray<Inlines>
  readonly mark: Inlines | null
}

/** A numbered heading. `id` is stable and unique in the document. */
export interface Heading {
  readonly kind: "heading"
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly number: Inlines | null
  readonly content: Inlines
}

/**
 * Running text. `note` is smaller (remarks on figures, sources); `closing` is the sentence before the signature;
 * `basis` a line of _căn cứ_ where the form sets it apart; `addressee` the line of _Kính gửi_, and `addressee-line` each
 * addressee below it where there are several.
 */
export interface Paragraph {
  readonly kind: "paragraph"
  readonly role: "body" | "note" | "closing" | "basis" | "addressee" | "addressee-line"
  readonly content: Inlines
}

/** Items, each with its own marker (`-`, `1.`, `đ)`). */
export interface List {
  readonly kind: "list"
  readonly items: ReadonlyArray<{ readonly marker: Inlines; readonly content: Inlines }>
}

/** A column: width in mm, or null to share what is left. */
export interface Column {
  readonly width: number | null
  readonly align: "left" | "center" | "right"
}

/** A cell; spans count columns and rows, 1 when absent. A spanned place has no cell of its own in its row. */
export interface Cell {
  readonly content: Inlines
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: "left" | "center" | "right"
  /** Names the row (a unit, an indicator), for screen readers. */
  readonly header?: boolean
}

/** A row of a table. */
export interface Row {
  readonly cells: ReadonlyArray<Cell>
}

/** A table; head rows repeat on each page, rows are not split. `id` is stable and unique in the document. */
export interface Table {
  readonly kind: "table"
  readonly id: string
  readonly caption: Inlines
  /** `Đơn vị tính: …`; null when the columns name their own. */
  readonly unit: Inlines | null
  readonly columns: ReadonlyArray<Column>
  readonly head: ReadonlyArray<Row>
  readonly body: ReadonlyArray<Row>
  readonly foot: ReadonlyArray<Row>
  readonly notes: ReadonlyArray<Inlines>
}

/**
 * A chart as data; `points[i]` belongs to `categories[i]`, null where there is no number. `bar` compares, `line` follows
 * the categories in their order (years), `parts` lays the series of a category end to end: they make up a whole, and
 * none is below zero.
 */
export interface Chart {
  readonly kind: "chart"
  readonly id: string
  readonly form: "bar" | "line" | "parts"
  readonly caption: Inlines
  readonly unit: Inlines | null
  readonly categories: ReadonlyArray<Inlines>
  readonly series: ReadonlyArray<{
    readonly label: Inlines
    readonly points: ReadonlyArray<{ readonly figure: FigureId; readonly value: number } | null>
  }>
  /** What the chart shows, in words, for those who cannot see it. */
  readonly alternative: Inlines
  readonly notes: ReadonlyArray<Inlines>
}

/** Recipients on the left, the signing person on the right, with room for signature and seal. */
export interface Signature {
  readonly kind: "signature"
  readonly recipientsTitle: Inlines
  readonly recipients: ReadonlyArray<Inlines>
  /** `K/T TRƯỞNG BAN`; null when the head signs. */
  readonly authority: Inlines | null
  readonly office: Inlines
  /** The signer's name; a blank in drafts. */
  readonly name: Inlines
}

/** An appendix; begins on a new page. */
export interface Appendix {
  readonly kind: "appendix"
  readonly id: string
  readonly label: Inlines
  readonly title: ReadonlyArray<Inlines>
  /** `(kèm theo Báo cáo số …)`; null when the form has none. */
  readonly reference: Inlines | null
  readonly orientation: "portrait" | "landscape"
  readonly blocks: ReadonlyArray<Exclude<Block, Appendix>>
}

/** A part of the document; closed, so that a new one breaks the compile of every renderer until it is there. */
export type Block = Letterhead | Title | Heading | Paragraph | List | Table | Chart | Signature | Appendix
