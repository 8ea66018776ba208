// How the form of the issuer and the day wants the page: millimetres and points, already chosen. Renderers obey it
// and know no form by name.

/** Type of one part of the page. Lengths in mm, type sizes and spacing in pt. */
export interface Style {
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly align: "left" | "center" | "right" | "justify"
  /** First-line indent, mm. */
  readonly indent: number
  /** Space before and after the paragraph, pt. */
  readonly before: number
  readonly after: number
  /** Distance from base line to base line, pt. */
  readonly line: number
}

/** The parts of a page that have a style of their own. */
export type StyleName =
  | "stamp"
  | "superior"
  | "issuer"
  | "issuer-mark"
  | "motto-1"
  | "motto-2"
  | "number"
  | "date"
  | "kind"
  | "subject"
  | "subject-mark"
  | "heading-1"
  | "heading-2"
  | "heading-3"
  | "body"
  | "note"
  | "basis"
  | "addressee"
  | "addressee-line"
  | "list"
  | "table-caption"
  | "table-unit"
  | "table-head"
  | "table-cell"
  | "chart-label"
  | "recipients-title"
  | "recipients"
  | "authority"
  | "office"
  | "signer"
  | "appendix-label"
  | "appendix-title"
  | "appendix-reference"
  | "page-number"

/** A drawn line under a block of text: its length as a share of the text's own width, its thickness in pt. */
export interface Rule {
  readonly share: number
  readonly thickness: number
}

/** The page of a form. Lengths in mm unless said otherwise. */
export interface Layout {
  /** Which form this is, for the reader and the file's description. */
  readonly form: { readonly id: string; readonly label: string }
  readonly page: {
    readonly width: number
    readonly height: number
    readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  }
  readonly font: string
  /**
   * Centred at the top, `edge` mm from the paper's edge to the digits' top, on every page from `from` on. `appendices`:
   * whether their pages are counted on from the text, or each appendix from one.
   */
  readonly pageNumber: {
    readonly from: number
    readonly edge: number
    readonly appendices: "continue" | "restart"
  }
  readonly letterhead: {
    readonly left: number
    readonly right: number
    readonly issuerRule: Rule | null
    readonly mottoRule: Rule | null
  }
  readonly titleRule: Rule | null
  /** Below the head of an appendix; absent where the form draws none. */
  readonly appendixRule?: Rule | null
  readonly signature: { readonly left: number; readonly right: number; readonly space: number }
  /** Thickness of table lines and padding of cells, pt. */
  readonly table: { readonly line: number; readonly paddingX: number; readonly paddingY: number }
  readonly styles: Readonly<Record<StyleName, Style>>
}
