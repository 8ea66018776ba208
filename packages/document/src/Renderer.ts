// The contract of a renderer: a document in, bytes and losses out. Options are bound by the factory, so a list of
// renderers is a real list: `[html(), pdf(), json()]` is the whole registry.
import type { Document, Loss } from "./Document.ts"

/** What a renderer may not make up: the moment (ISO 8601) and the id of the document. Without them none is written. */
export interface RenderContext {
  readonly madeAt?: string
  readonly documentId?: string
}

/** The file, and what of the document is not in it: the document's own losses first, then the renderer's. */
export interface Rendered {
  readonly bytes: Uint8Array
  readonly losses: ReadonlyArray<Loss>
}

/**
 * One format. `render` draws every word and number of the document in order or names it in `losses`; the same
 * document and context give the same bytes; the document is never changed. It rejects with a `RenderError` when
 * nothing useful can be drawn.
 */
export interface Renderer {
  readonly id: string
  readonly mediaType: string
  readonly extension: string
  readonly render: (document: Document, context?: RenderContext) => Promise<Rendered>
}

/** Why a document cannot be drawn at all: a stable code and the JSON pointer of the block that is to blame. */
export class RenderError extends Error {
  readonly _tag = "RenderError"
  readonly code: string
  readonly block: string
  constructor(code: string, block: string, message: string) {
    super(message)
    this.name = "RenderError"
    this.code = code
    this.block = block
  }
}
