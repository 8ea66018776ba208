// Every letter of Vietnamese in four faces, for the tests of all renderers: one page for each face, and one whose words
// change from face to face.
import type { Document, Inline } from "@danvan/document"
import { layout } from "@danvan/document/testing"

const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
const TONED = [..."aăâeêioôơuưy"]
const both = (letters: ReadonlyArray<string>): ReadonlyArray<string> =>
  letters.flatMap((letter) => [letter, letter.toUpperCase()])

/** A vowel in its six tones, small and great. */
const tonesOf = (vowel: string): ReadonlyArray<string> => both(TONES.map((tone) => (vowel + tone).normalize("NFC")))

/** The alphabet, each vowel in its tones; composed. */
export const letters: ReadonlyArray<string> = [...TONED.flatMap(tonesOf), ...both([..."bcdđghklmnpqrstvx"])]

/** Those of them that ASCII does not have. */
export const accented: ReadonlyArray<string> = letters.filter((letter) => letter > "\u007f")

/** Ways to draw a letter. */
export interface Face {
  readonly name: "regular" | "bold" | "italic" | "bold-italic"
  readonly bold: boolean
  readonly italic: boolean
}

export const faces: ReadonlyArray<Face> = [
  { name: "regular", bold: false, italic: false },
  { name: "bold", bold: true, italic: false },
  { name: "italic", bold: false, italic: true },
  { name: "bold-italic", bold: true, italic: true },
]

/** Columns of the table: the tones of a vowel, small and great. */
const ACROSS = 12

const text = (words: string): Inline => ({ kind: "text", text: words })

/** A document whose words are of a body and cells in this face. */
const documentOf = ({ bold, italic }: Face, blocks: Document["blocks"]): Document => ({
  version: "danvan/document@0",
  language: "vi",
  title: "Chữ cái",
  layout: {
    ...layout,
    styles: {
      ...layout.styles,
      body: { ...layout.styles.body, bold, italic, align: "left" },
      "table-cell": { ...layout.styles["table-cell"], bold, italic, size: 28, line: 36, align: "center" },
    },
  },
  blocks,
  figures: {},
  attachments: [],
  losses: [],
})

/** A page of letters in one face: a line of those with accents, and a table of the whole alphabet. */
export const pageIn = (face: Face): Document =>
  documentOf(face, [
    { kind: "paragraph", role: "body", content: [text(accented.join(" "))] },
    {
      kind: "table",
      id: "letters",
      caption: [],
      unit: null,
      columns: Array.from({ length: ACROSS }, () => ({ width: 13, align: "center" })),
      head: [],
      body: Array.from({ length: Math.ceil(letters.length / ACROSS) }, (_, row) => ({
        cells: Array.from({ length: ACROSS }, (_cell, i) => ({ content: [text(letters[row * ACROSS + i] ?? "–")] })),
      })),
      foot: [],
      notes: [],
    },
  ])

/** The letters with accents four times, their faces said by what stands around the words. */
export const marked: Document = documentOf({ name: "regular", bold: false, italic: false }, [
  {
    kind: "paragraph",
    role: "body",
    content: faces.map(({ bold, italic }): Inline => {
      const words = text(accented.join(""))
      const inner: Inline = italic ? { kind: "emphasis", content: [words] } : words
      return bold ? { kind: "strong", content: [inner] } : inner
    }),
  },
])
