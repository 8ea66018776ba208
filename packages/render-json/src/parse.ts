// The way back: JSON of this version into a document.
import { type Attachment, type Document, RenderError } from "@danvan/document"
import { fromBase64 } from "./base64.ts"

declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode: (bytes: Uint8Array) => string }

/**
 * Reads back what `json` wrote; text comes out in NFC. The moment and the id of the rendering are not part of the
 * document and are left behind. Throws a `RenderError`: `not-json`, `unknown-version` or `not-a-document`.
 *
 * @example
 * const { bytes } = await json().render(document)
 * parse(bytes) // document
 */
export const parse = (bytes: Uint8Array): Document => {
  const value = read(bytes)
  if (!isRecord(value)) throw new RenderError("not-a-document", "", "The file holds no object")
  if (value["version"] !== ("danvan/document@0" satisfies Document["version"])) {
    throw new RenderError("unknown-version", "/version", `Unknown version ${JSON.stringify(value["version"])}`)
  }
  for (const [member, holds] of Object.entries(shape)) {
    if (!holds(value[member])) throw new RenderError("not-a-document", `/${member}`, `${member} is missing or wrong`)
  }
  const { madeAt: _madeAt, documentId: _documentId, attachments, ...rest } = value
  return { ...rest, attachments: (attachments as ReadonlyArray<unknown>).map(attachment) } as unknown as Document
}

const read = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch (error) {
    throw new RenderError("not-json", "", String(error))
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const shape: Readonly<Record<Exclude<keyof Document, "version">, (value: unknown) => boolean>> = {
  language: (value) => value === "vi" || value === "en",
  title: (value) => typeof value === "string",
  layout: isRecord,
  blocks: Array.isArray,
  figures: isRecord,
  attachments: Array.isArray,
  losses: Array.isArray,
}

const attachment = (value: unknown, i: number): Attachment => {
  const { name, mediaType, base64 } = isRecord(value) ? value : {}
  const bytes = typeof base64 === "string" ? fromBase64(base64) : null
  if (typeof name !== "string" || typeof mediaType !== "string" || bytes === null) {
    throw new RenderError("not-a-document", `/attachments/${i}`, "An attachment needs name, mediaType and base64")
  }
  return { name, mediaType, bytes }
}
