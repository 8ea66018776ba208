// The file being written: pdfkit's document, as pdfmake extends it. What is mended here, and why:
//   provideFont         pdfmake opens and measures fonts anew for each document; here a process does it once
//   nameLetters         ToUnicode would come from what other documents asked of the face; it comes from the text
//   _addInfo            pdfmake's XMP is not escaped, and dated when nobody gave a date
//   _finalize           the ID would be a hash of title and clock; it is one of the bytes
//   push                everything is synchronous, so the bytes are gathered without the stream
/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { createHash, type Hash } from "node:crypto"
import { RenderError } from "@danvan/document"
import { type Face, faceOf, type Family, wordsOf } from "../fonts.ts"
import { entries, type Info, xmp } from "../info.ts"
import { type BasePaper, type Font, load } from "./private.ts"

const PdfmakePaper = load<typeof BasePaper>("PDFDocument")

/** Room for a file of some pages, bytes. */
const FIRST = 1 << 16

interface Opened {
  readonly font: Font["font"]
  readonly constructor: new (paper: Paper, font: Font["font"], id: string) => Font
}

/** The file being written. */
export class Paper extends PdfmakePaper {
  declare private readonly family: Family
  declare private readonly told: Info
  declare private faces: Map<Face, Font> | undefined
  declare private hash: Hash | undefined
  declare private written: Buffer | undefined
  declare private length: number | undefined

  constructor(family: Family, info: Info) {
    const { regular: normal, bold, italic: italics, boldItalic: bolditalics } = family.bytes
    super(
      { text: { normal, bold, italics, bolditalics } },
      {},
      {},
      {},
      {
        pdfVersion: "1.7",
        lang: info.language,
        displayTitle: true,
        autoFirstPage: false,
        font: null,
        info: { CreationDate: new Date(0) },
      },
    )
    this.family = family
    this.told = info
    this.info = { ...entries(info), ...(info.madeAt ? { CreationDate: info.madeAt } : {}) }
  }

  override provideFont(_family: string, bold: boolean, italic: boolean): Font {
    const face = faceOf(bold, italic)
    const faces = (this.faces ??= new Map())
    const known = faces.get(face)
    if (known) return known
    let opened = this.family.opened.get(face) as Opened | undefined
    if (!opened) {
      opened = this.open(face)
      this.family.opened.set(face, opened)
      this._fontFamilies = Object.fromEntries([...faces.values()].map((one) => [one.id, one]))
    }
    const font = new opened.constructor(this, opened.font, `F${faces.size + 1}`)
    font.layoutCache = wordsOf(this.family, face)
    nameLetters(font)
    this._fontFamilies[font.id] = font
    faces.set(face, font)
    return font
  }

  private open(face: Face): Opened {
    try {
      const { font, constructor } = super.font(this.family.bytes[face])._font as unknown as Opened
      return { font, constructor }
    } catch (cause) {
      throw new RenderError("font-unreadable", "/layout/font", `the ${face} face is not a font: ${cause}`)
    }
  }

  override _addInfo(): void {
    this.appendXML(xmp(this.told))
  }

  override push(chunk: Buffer | null): boolean {
    if (chunk === null) return true
    ;(this.hash ??= createHash("sha256")).update(chunk)
    // Copied: a small buffer is a slice of a pool, and kept, it would keep all operators of the pages beside it.
    const [from, to] = [this.length ?? 0, (this.length ?? 0) + chunk.length]
    let written = (this.written ??= Buffer.allocUnsafeSlow(FIRST))
    if (to > written.length) {
      written = Buffer.allocUnsafeSlow(Math.max(to, 2 * written.length))
      this.written.copy(written, 0, 0, from)
      this.written = written
    }
    chunk.copy(written, from)
    this.length = to
    return true
  }

  override _finalize(): void {
    this._id = this.hash?.copy().digest().subarray(0, 16) ?? this._id
    super._finalize()
  }

  /** Ends the file. */
  bytes(): Uint8Array {
    this.end()
    const whole = this.written ?? Buffer.alloc(0)
    return new Uint8Array(whole.subarray(0, this.length))
  }
}

// A glyph is told once which letters it stands for, by whoever asks first in the process: as part of another glyph (`a`
// in `ạ`) it stands for none. So that no document depends on those before it, letters name their glyphs themselves.
const nameLetters = (font: Font): void => {
  const { encode } = font
  const named = new Set<string>()
  font.encode = (text) => {
    const made = encode.call(font, text)
    const letters = [...text]
    if (letters.length !== made[0].length) return made // a ligature: its parts are known to it
    for (const [i, code] of made[0].entries()) {
      if (named.has(code)) continue
      named.add(code)
      font.unicode[Number.parseInt(code, 16)] = [letters[i]?.codePointAt(0) ?? 0]
    }
    return made
  }
}
