// The whole document as JSON: the smallest renderer, read it first. Nothing is laid out and nothing can be lost; the
// same document gives the same bytes, so this is the file to hash, compare and archive.
import { type Document, inlinesOf, refuseUnknown, RenderError, type Renderer } from "@danvan/document"
import { toBase64 } from "./base64.ts"
import { canonical, NotJson } from "./canonical.ts"

declare const TextEncoder: new () => { encode: (text: string) => Uint8Array }

/** Options of `json`. */
export interface JsonOptions {
  /** Spaces a level; 0, the default, writes the canonical form of RFC 8785, on one line. */
  readonly indent?: number
}

/**
 * The document as canonical JSON: keys sorted by UTF-16 code units, text in NFC, attachments in base64. `madeAt` and
 * `documentId` stand at the top, only when they are given. Rejects with a `RenderError`: `unknown-block`,
 * `unknown-inline`, `unknown-figure`, `nesting-too-deep`, or `not-json` for a value that JSON cannot hold (such as NaN).
 *
 * @example
 * const { bytes } = await json({ indent: 2 }).render(document)
 */
export const json = ({ indent = 0 }: JsonOptions = {}): Renderer => ({
  id: "json",
  mediaType: "application/json",
  extension: "json",
  render: async (document, context = {}) => {
    shallow(() => refuseUnread(document))
    const attachments = document.attachments.map(({ name, mediaType, bytes }) => ({
      name,
      mediaType,
      base64: toBase64(bytes),
    }))
    const { madeAt, documentId } = context
    return {
      bytes: new TextEncoder().encode(shallow(() => write({ ...document, attachments, madeAt, documentId }, indent))),
      losses: document.losses,
    }
  },
})

/** JSON could write anything, but a reader of this version would not know what to do with it. */
const refuseUnread = (document: Document): void => {
  refuseUnknown(document)
  for (const [at, inline] of inlinesOf(document)) {
    if (inline.kind === "figure" && !Object.hasOwn(document.figures, inline.figure)) {
      throw new RenderError("unknown-figure", at, `There is no figure ${inline.figure}`)
    }
  }
}

/** A tree that is deeper than the stack is one that nobody could read back. */
const shallow = <A>(run: () => A): A => {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof RangeError) throw new RenderError("nesting-too-deep", "", "nested without end")
    throw cause
  }
}

const write = (value: unknown, indent: number): string => {
  try {
    return canonical(value, indent)
  } catch (error) {
    throw error instanceof NotJson ? new RenderError("not-json", error.pointer, error.message) : error
  }
}
