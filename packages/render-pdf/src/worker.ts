// PDF in a thread of its own: laying out is synchronous, and a long report would hold up a server. The same file is the
// host's side and, loaded by a thread, the thread's.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads"
import { type Document, type RenderContext, RenderError, type Rendered, type Renderer } from "@danvan/document"
import { pdf, type PdfOptions } from "./pdf.ts"

/** What a thread is told it is. */
const MARK = "@danvan/render-pdf"

interface Asked {
  readonly id: number
  readonly document: Document
  readonly context: RenderContext
}

type Answer = { readonly id: number } & (
  | { readonly rendered: Rendered }
  | { readonly refused: { readonly code: string; readonly block: string; readonly message: string } }
  | { readonly failed: string }
)

/** A renderer whose work is done in a thread. */
export interface PdfWorker extends Renderer {
  /** Ends the thread; what it has not answered is rejected. It starts again with the next document. */
  readonly close: () => Promise<void>
}

/**
 * `pdf`, in a thread that starts with the first document and reads the fonts once. The thread keeps no process alive
 * that has nothing else to do. Rejects as `pdf` does, and with an `Error` when the thread ends.
 *
 * @example
 * const worker = pdfWorker()
 * const { bytes } = await worker.render(document)
 * await worker.close()
 */
export const pdfWorker = (options: PdfOptions = {}): PdfWorker => {
  const waiting = new Map<number, { done: (rendered: Rendered) => void; fail: (error: unknown) => void }>()
  let thread: Worker | undefined
  let last = 0
  const ended = (error: unknown): void => {
    thread = undefined
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const made = new Worker(new URL(import.meta.url), { workerData: { [MARK]: options } })
    made.on("message", (answer: Answer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) made.unref()
      if ("rendered" in answer) asked?.done(answer.rendered)
      else if ("refused" in answer) {
        const { code, block, message } = answer.refused
        asked?.fail(new RenderError(code, block, message))
      } else asked?.fail(new Error(answer.failed))
    })
    made.on("error", (error) => made === thread && ended(error))
    made.on("exit", () => made === thread && ended(new Error("the thread has ended")))
    return made
  }
  return {
    id: "pdf",
    mediaType: "application/pdf",
    extension: "pdf",
    render: (document, context = {}) =>
      new Promise((done, fail) => {
        const id = ++last
        thread ??= start()
        thread.ref()
        waiting.set(id, { done, fail })
        thread.postMessage({ id, document, context } satisfies Asked)
      }),
    close: async () => {
      const closing = thread
      ended(new Error("the thread was closed"))
      await closing?.terminate()
    },
  }
}

const serve = (options: PdfOptions): void => {
  const renderer = pdf(options)
  parentPort?.on("message", async ({ id, document, context }: Asked) => {
    try {
      const rendered = await renderer.render(document, context)
      parentPort?.postMessage({ id, rendered } satisfies Answer)
    } catch (error) {
      const refused =
        error instanceof RenderError ? { code: error.code, block: error.block, message: error.message } : null
      parentPort?.postMessage((refused ? { id, refused } : { id, failed: String(error) }) satisfies Answer)
    }
  })
}

if (!isMainThread && typeof workerData === "object" && workerData !== null && MARK in workerData) {
  serve(workerData[MARK] as PdfOptions)
}
