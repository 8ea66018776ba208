// The four faces of the text: Tinos (same widths as Times New Roman, every Vietnamese letter), or the user's own.
// A family is read once and its faces are opened once a process: documents share them and their measured words, which
// makes a warm render about twice as fast. The bytes of the file do not depend on it.
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { RenderError } from "@danvan/document"

/** A family of one's own: the four faces as bytes of TTF or OTF files, or paths to them. */
export interface PdfFont {
  readonly regular: Uint8Array | string
  readonly bold: Uint8Array | string
  readonly italic: Uint8Array | string
  readonly boldItalic: Uint8Array | string
}

/** One of the four faces. */
export type Face = keyof PdfFont

/** A family in memory; `opened` holds what has been parsed of it, `words` what has been measured. */
export interface Family {
  readonly bytes: Readonly<Record<Face, Uint8Array>>
  readonly opened: Map<Face, unknown>
  readonly words: Map<Face, Record<string, unknown>>
}

/** The name of a face. */
export const faceOf = (bold: boolean, italic: boolean): Face =>
  bold ? (italic ? "boldItalic" : "bold") : italic ? "italic" : "regular"

const read = async (face: Face, source: Uint8Array | string): Promise<Uint8Array> => {
  if (typeof source !== "string") return source
  try {
    return await readFile(source)
  } catch (cause) {
    throw new RenderError("font-unreadable", "/layout/font", `the ${face} face cannot be read from ${source}: ${cause}`)
  }
}

/** Reads the four faces. */
export const family = async (font: PdfFont): Promise<Family> => {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    read("regular", font.regular),
    read("bold", font.bold),
    read("italic", font.italic),
    read("boldItalic", font.boldItalic),
  ])
  return { bytes: { regular, bold, italic, boldItalic }, opened: new Map(), words: new Map() }
}

const shipped = (path: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${path}.ttf`)

let shared: Promise<Family> | undefined

/** Tinos, shared by every renderer of the process. */
export const tinos = (): Promise<Family> =>
  (shared ??= family({
    regular: shipped("400Regular/Tinos_400Regular"),
    bold: shipped("700Bold/Tinos_700Bold"),
    italic: shipped("400Regular_Italic/Tinos_400Regular_Italic"),
    boldItalic: shipped("700Bold_Italic/Tinos_700Bold_Italic"),
  }))

// Measured words are forgotten when there are very many, so that a server that renders for weeks does not grow.
const MOST_WORDS = 50_000

/** The measured words of a face, for one more document. */
export const wordsOf = (of: Family, face: Face): Record<string, unknown> => {
  const known = of.words.get(face)
  if (known && Object.keys(known).length < MOST_WORDS) return known
  const fresh: Record<string, unknown> = Object.create(null)
  of.words.set(face, fresh)
  return fresh
}
