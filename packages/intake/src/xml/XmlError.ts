// Why a piece of XML is not read: a stable code and the place, counted in UTF-16 units.

/** The codes of an `XmlError`, with what each means. */
export const xmlCodes = {
  "xml.malformed": "not well-formed",
  "xml.doctype": "a document type: entities could be hidden in it",
  "xml.entity": "an entity other than the five of XML",
  "xml.too-deep": "more elements inside one another than the limit",
  "xml.too-long": "a tag or a text longer than the limit",
} as const

/** A code of an `XmlError`. */
export type XmlCode = keyof typeof xmlCodes

/** Thrown by the scanner and by `attributes`. */
export class XmlError extends Error {
  readonly _tag = "XmlError"
  readonly code: XmlCode
  readonly at: number
  constructor(code: XmlCode, at: number) {
    super(`${code} at ${at}: ${xmlCodes[code]}`)
    this.name = "XmlError"
    this.code = code
    this.at = at
  }
}
