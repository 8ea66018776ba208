// The laws of a renderer as a suite that is called, not copied: `contract({ test, factory, read })`. Whoever passes it
// has kept what `Renderer` promises. It needs no test framework: a failed check throws.
import type { Block, Chart } from "../Block.ts"
import { type Document, linesOf, type Loss } from "../Document.ts"
import { type Inlines, plainText } from "../Inline.ts"
import { RenderError, type RenderContext, type Rendered, type Renderer } from "../Renderer.ts"
import { freeze } from "./freeze.ts"
import { added, ignored, missingCells, missingFlow } from "./missing.ts"
import { sample } from "./sample.ts"

/** What the suite is given. */
export interface ContractOptions {
  /** `test` of vitest, `node:test` or whatever names a check and runs it. */
  readonly test: (name: string, run: () => void | Promise<void>) => unknown
  /** Makes the renderer; called anew for each check. */
  readonly factory: () => Renderer
  /**
   * The visible text of the output, in reading order. Words of different cells, lines and blocks must be apart by
   * white space; explanations that the renderer adds (pop-ups, page furniture) may be left out.
   */
  readonly read: (bytes: Uint8Array) => string | Promise<string>
  /**
   * Whether a page break may fall inside a block. If so, `read` separates pages by form feeds, and a number that
   * stands alone on the first or last line of a page counts as a page number, not as text. Default: false.
   */
  readonly breakBlocks?: boolean
}

/**
 * Registers one check for each law of `Renderer`. A check that fails throws an `Error` whose message says what was
 * expected and what was found.
 *
 * @example
 * import { contract } from "@danvan/document/testing"
 * import { test } from "vitest"
 * contract({ test, factory: () => plain(), read: (bytes) => new TextDecoder().decode(bytes) })
 */
export const contract = ({ test, factory, read, breakBlocks = false }: ContractOptions): void => {
  const draw = (document: Document, context?: RenderContext): Promise<Rendered> => factory().render(document, context)
  const textAfter = async (rendered: Rendered): Promise<string> => read(rendered.bytes)

  test("says what it is: an id, a media type and an extension", () => {
    const { id, mediaType, extension } = factory()
    ensure(/^[a-z][a-z0-9-]*$/.test(id), `id must be lower-case words joined by hyphens, not ${show(id)}`)
    ensure(/^[a-z]+\/[a-z0-9.+-]+$/.test(mediaType), `mediaType must be like text/html, not ${show(mediaType)}`)
    ensure(/^[a-z0-9]+$/.test(extension), `extension must be like html, without a dot, not ${show(extension)}`)
  })

  test("gives bytes and losses", async () => {
    const { bytes, losses } = await draw(sample)
    ensure(bytes instanceof Uint8Array, "bytes must be a Uint8Array")
    ensure(bytes.length > 0, "the sample must give at least one byte")
    ensure(Array.isArray(losses), "losses must be an array")
  })

  test("draws all running text, every word in order, or names it in losses", async () => {
    const rendered = await draw(sample)
    for (const miss of missingFlow(sample, rendered, await textAfter(rendered), breakBlocks)) fail(miss)
  })

  test("draws every word and number of letterhead, tables, charts and signature, as often as it stands there, or names it in losses", async () => {
    for (const form of ["bar", "line", "parts"] as const) {
      const document = charted(form)
      const rendered = await draw(document)
      for (const miss of missingCells(document, rendered, await textAfter(rendered))) fail(miss)
    }
  })

  test("gives the same bytes for the same document and context, whatever the clock and the dice say", async () => {
    const context = { madeAt: "2022-07-27T08:00:00+07:00", documentId: "05-BC/BDVQU" }
    for (const given of [undefined, context]) {
      const renderer = factory()
      const first = await renderer.render(sample, given)
      const again = await elsewhere(() => renderer.render(sample, given))
      const other = await elsewhere(() => factory().render(copy(sample), given))
      const on = given === undefined ? "without a context" : "with a context"
      ensure(sameBytes(first.bytes, again.bytes), `the same renderer gave other bytes the second time, ${on}`)
      ensure(sameBytes(first.bytes, other.bytes), `another renderer of the factory gave other bytes, ${on}`)
      ensure(same(first.losses, other.losses), `another renderer of the factory gave other losses, ${on}`)
    }
  })

  test("never changes the document", async () => {
    const document = copy(sample)
    await draw(document)
    ensure(same(document, sample), "the document was changed")
    try {
      await draw(freeze(copy(sample)))
    } catch (error) {
      fail(`a deeply frozen document could not be rendered: ${String(error)}`)
    }
  })

  test("says the same with and without a moment and an id: they are metadata", async () => {
    const without = await draw(sample)
    const text = await textAfter(without)
    for (const context of [
      {},
      { madeAt: "2022-07-27T08:00:00+07:00" },
      { documentId: "05-BC/BDVQU" },
      { madeAt: "1999-12-31T23:59:59Z", documentId: '<&">' },
    ]) {
      const rendered = await draw(sample, context)
      ensure((await textAfter(rendered)) === text, `the context ${show(context)} changed the visible text`)
      ensure(same(rendered.losses, without.losses), `the context ${show(context)} changed the losses`)
    }
  })

  test("passes on the document's own losses first", async () => {
    const { losses } = await draw(sample)
    ensure(
      same(losses.slice(0, sample.losses.length), sample.losses),
      `losses must begin with the document's own ${show(sample.losses)}, not ${show(losses)}`,
    )
    const none = await draw({ ...sample, losses: [] })
    ensure(
      same(none.losses, losses.slice(sample.losses.length)),
      "the renderer's own losses depend on those of the document",
    )
  })

  test("names each loss by code, place, find and a message in both languages", async () => {
    for (const loss of (await draw(sample)).losses) {
      ensure(loss.code !== "" && loss.block.startsWith("/"), `a loss needs a code and a JSON pointer: ${show(loss)}`)
      ensure(loss.message.vi !== "" && loss.message.en !== "", `a loss needs a message in vi and en: ${show(loss)}`)
    }
  })

  test("composes decomposed letters (NFC)", async () => {
    const composed = await textAfter(await draw(sample))
    const text = await textAfter(await draw(decompose(sample)))
    ensure(text === text.normalize("NFC"), `the output has decomposed letters: ${show(firstDecomposed(text))}`)
    ensure(text === composed, "a document in NFD does not read the same as the same document in NFC")
  })

  for (const [where, put] of [
    ["in the body", (strange: Block) => ({ ...sample, blocks: [...sample.blocks.slice(0, 3), strange] })],
    ["in an appendix", (strange: Block) => ({ ...sample, blocks: [withInner(strange)] })],
  ] as const) {
    test(`is never silent about a block it does not know, ${where}`, async () => {
      const strange = { kind: "marquee", content: [{ kind: "text", text: "chữ chạy" }] } as unknown as Block
      await refusesOrNames(put(strange), "marquee", draw)
    })
  }

  test("is never silent about an inline it does not know", async () => {
    const content = [{ kind: "hologram", text: "chữ nổi" }] as unknown as Inlines
    const strange: Block = { kind: "paragraph", role: "body", content }
    await refusesOrNames({ ...sample, blocks: [strange] }, "hologram", draw)
  })

  test("is never silent about a figure that is not there", async () => {
    const content: Inlines = [{ kind: "figure", figure: "no-such-figure" }]
    const strange: Block = { kind: "paragraph", role: "body", content }
    await refusesOrNames({ ...sample, blocks: [strange] }, "no-such-figure", draw)
  })

  test("does not take names of Object's own members for figures", async () => {
    const strange: Block = { kind: "paragraph", role: "body", content: [{ kind: "figure", figure: "constructor" }] }
    await refusesOrNames({ ...sample, blocks: [strange] }, "constructor", draw)
  })

  test("renders a document without blocks", async () => {
    const rendered = await draw({ ...sample, blocks: [], figures: {}, attachments: [], losses: [] })
    ensure(rendered.bytes instanceof Uint8Array, "bytes must be a Uint8Array")
    ensure(rendered.losses.length === 0, `nothing can be lost of nothing, but losses are ${show(rendered.losses)}`)
  })
}

/**
 * The words of a document as a reader meets them, a line each, figures filled in. The alternative of a chart, labels
 * of figures and the title of the file are not among them.
 *
 * @example
 * textOf(sample).startsWith("BẢN MINH HOẠ\n")
 */
export const textOf = (document: Document): string =>
  [...linesOf(document)].map(([, line]) => plainText(line, document.figures)).join("\n")

/** The sample with its charts in another form. */
const charted = (form: Chart["form"]): Document => ({
  ...sample,
  blocks: sample.blocks.map((block) => (block.kind === "chart" ? { ...block, form } : block)),
})

const withInner = (strange: Block): Block => {
  const appendix = sample.blocks.find((block) => block.kind === "appendix")
  if (appendix === undefined || strange.kind === "appendix") return fail("the sample has no appendix")
  return { ...appendix, blocks: [...appendix.blocks, strange] }
}

const refusesOrNames = async (
  document: Document,
  named: string,
  draw: (document: Document) => Promise<Rendered>,
): Promise<void> => {
  let losses: ReadonlyArray<Loss>
  try {
    losses = added(document, await draw(document))
  } catch (error) {
    // By name too: a renderer may carry its own copy of this package.
    return ensure(
      error instanceof RenderError || (error instanceof Error && error.name === "RenderError"),
      `must reject with a RenderError or name ${named} in losses, but rejected with ${String(error)}`,
    )
  }
  ensure(
    losses.some((loss) => `${loss.code} ${loss.block} ${loss.found}`.includes(named)),
    `${named} was passed over in silence: no RenderError, and losses are ${show(losses)}`,
  )
}

// --- other worlds ---------------------------------------------------------------------------------------------------

/** Runs in a world where a year has passed and the dice fall otherwise: a date or random id in the output shows. */
const elsewhere = async <A>(run: () => Promise<A>): Promise<A> => {
  const { Date: RealDate } = globalThis
  const { random } = Math
  const year = 365 * 24 * 60 * 60 * 1000
  class LaterDate extends RealDate {
    constructor(...given: ReadonlyArray<number>) {
      if (given.length === 0) super(RealDate.now() + year)
      else super(...(given as [number]))
    }
    static override now(): number {
      return RealDate.now() + year
    }
    // Dates made before the clock was changed are still dates.
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Object.prototype.toString.call(value) === "[object Date]"
    }
  }
  globalThis.Date = LaterDate as DateConstructor
  Math.random = () => 0.123456789
  try {
    return await run()
  } finally {
    globalThis.Date = RealDate
    Math.random = random
  }
}

const copy = <A>(value: A): A => {
  if (value instanceof Uint8Array) return value.slice() as A
  if (Array.isArray(value)) return value.map(copy) as A
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) as A
}

/** The document as a Mac's file system or an old editor would write it: what people read is NFD, ids are untouched. */
const decompose = (document: Document): Document => {
  const worded = new Set(["text", "label", "title", "found", "vi", "en"])
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return worded.has(key) ? value.normalize("NFD") : value
    if (value instanceof Uint8Array || typeof value !== "object" || value === null) return value
    if (Array.isArray(value)) return value.map((inner) => walk(inner, key))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
  }
  return { ...(walk(document, "") as Document), losses: document.losses }
}

const firstDecomposed = (text: string): string =>
  text.split(ignored).find((token) => token !== token.normalize("NFC")) ?? ""

// --- checking -------------------------------------------------------------------------------------------------------

const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (a instanceof Uint8Array && b instanceof Uint8Array) return sameBytes(a, b)
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, inner], i) => right[i]?.[0] === key && same(inner, right[i][1]))
  )
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

const show = (value: unknown): string => JSON.stringify(value)

const fail = (message: string): never => {
  const error = new Error(message)
  error.name = "ContractError"
  throw error
}

const ensure = (holds: boolean, message: string): void => {
  if (!holds) fail(message)
}
