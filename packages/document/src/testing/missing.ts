// What of a document is neither in the text that was read back from a file, nor in its losses.
import type { Block } from "../Block.ts"
import { type Document, linesOfBlock, type Loss } from "../Document.ts"
import { type Inlines, plainText } from "../Inline.ts"
import type { Rendered } from "../Renderer.ts"

/**
 * Every piece of running text that does not follow what stands before it. `breakBlocks`: pages are apart by form feeds, and
 * a number alone on the first or last line of a page is its number.
 */
export function* missingFlow(
  document: Document,
  rendered: Rendered,
  read: string,
  breakBlocks: boolean,
): Generator<string> {
  const text = squeeze(breakBlocks ? withoutPageNumbers(read) : read)
  let from = 0
  for (const [pointer, expected] of flowOf(document)) {
    for (const piece of unexcused(pointer, expected, added(document, rendered))) {
      const at = text.indexOf(piece, from)
      if (at < 0) {
        yield `${pointer}: ${show(piece)} is neither in the output after what stands before it, nor in losses; the output goes on ${show(text.slice(from, from + 80))}`
      } else from = at + piece.length
    }
  }
}

/** Every word or number of letterhead, tables, charts and signature that stands there less often than it should. */
export function* missingCells(document: Document, rendered: Rendered, read: string): Generator<string> {
  const seen = countOf(read.normalize("NFC").split(ignored).filter(Boolean))
  const squeezed = squeeze(read)
  const lost = added(document, rendered)
  const flow = [...flowOf(document)].flatMap(([pointer, piece]) => unexcused(pointer, piece, lost))
  const { tokens, parted } = cellTokensOf(document, lost)
  for (const [token, pointers] of tokens) {
    // A long word may be broken where the renderer put a line end, so it is looked for without white space; then
    // what the running text says of it must be there besides. So with what is left of a word of which letters are lost.
    const [need, times] =
      token.length < 6 && !parted.has(token)
        ? [pointers.length, seen.get(token) ?? 0]
        : [pointers.length + occurrences(token, flow), occurrences(token, [squeezed])]
    if (times >= need) continue
    yield `${pointers.at(-1)}: ${show(token)} should be ${need} times in the output and is ${times} times, and is not in losses`
  }
}

/** What may be put anywhere by a renderer without changing a word: white space, soft hyphens, joiners. */
export const ignored = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/u
const squeeze = (text: string): string => text.normalize("NFC").split(ignored).join("")

const withoutPageNumbers = (text: string): string =>
  text.replaceAll(/(^|\f)\s*\d{1,4}[ \t]*(?=\n|$)/g, "$1").replaceAll(/\n[ \t]*\d{1,4}\s*(?=\f|$)/g, "\n")

const isFlow = (block: Block): boolean =>
  block.kind === "title" || block.kind === "heading" || block.kind === "paragraph" || block.kind === "list"

/** The running text in order: pieces without white space. A blank parts pieces, for it may be drawn in any way. */
function* flowOf(document: Document): Generator<readonly [pointer: string, text: string]> {
  const pieces = (line: Inlines): ReadonlyArray<string> => blankless(line, document)
  for (const [at, block] of blocksOf(document.blocks, "/blocks")) {
    if (block.kind === "appendix") {
      const head = { ...block, blocks: [] }
      for (const [pointer, line] of linesOfBlock(head, at)) for (const text of pieces(line)) yield [pointer, text]
    } else if (isFlow(block)) {
      for (const [pointer, line] of flowLinesOf(block, at)) for (const text of pieces(line)) yield [pointer, text]
    }
  }
}

/** As `linesOfBlock`, but a number or marker and what it stands before are one line. */
function* flowLinesOf(block: Block, at: string): Generator<readonly [pointer: string, line: Inlines]> {
  if (block.kind === "heading") yield [at, [...(block.number ?? []), ...block.content]]
  else if (block.kind === "list") {
    for (const [i, item] of block.items.entries()) yield [`${at}/items/${i}`, [...item.marker, ...item.content]]
  } else yield* linesOfBlock(block, at)
}

function* blocksOf(blocks: ReadonlyArray<Block>, at: string): Generator<readonly [pointer: string, block: Block]> {
  for (const [i, block] of blocks.entries()) {
    yield [`${at}/${i}`, block]
    if (block.kind === "appendix") yield* blocksOf(block.blocks, `${at}/${i}/blocks`)
  }
}

const blankless = (line: Inlines, document: Document): ReadonlyArray<string> => {
  const parted = line.map((inline) => (inline.kind === "blank" ? "\0" : plainText([inline], document.figures)))
  return parted.join("").split("\0").map(squeeze).filter(Boolean)
}

/** Every token of the two-dimensional blocks with the places where it stands; `parted` are what losses left of some. */
const cellTokensOf = (
  document: Document,
  losses: ReadonlyArray<Loss>,
): { readonly tokens: ReadonlyMap<string, ReadonlyArray<string>>; readonly parted: ReadonlySet<string> } => {
  const tokens = new Map<string, Array<string>>()
  const parted = new Set<string>()
  for (const [at, block] of blocksOf(document.blocks, "/blocks")) {
    if (isFlow(block) || block.kind === "appendix") continue
    for (const [pointer, line] of linesOfBlock(block, at)) {
      for (const token of plainText(line, document.figures).split(ignored).filter(Boolean)) {
        for (const piece of unexcused(pointer, token, losses)) {
          tokens.set(piece, [...(tokens.get(piece) ?? []), pointer])
          if (piece !== token) parted.add(piece)
        }
      }
    }
  }
  return { tokens, parted }
}

const countOf = (tokens: ReadonlyArray<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

const occurrences = (token: string, texts: ReadonlyArray<string>): number =>
  texts.reduce((all, text) => all + text.split(token).length - 1, 0)

/** What is left of a text to be found in the output when the losses of its place are taken out. */
const unexcused = (pointer: string, text: string, losses: ReadonlyArray<Loss>): ReadonlyArray<string> => {
  let pieces = [text]
  for (const loss of losses) {
    if (!within(pointer, loss.block) && !within(loss.block, pointer)) continue
    const found = squeeze(loss.found)
    if (found.includes(text)) return []
    if (found !== "") pieces = pieces.flatMap((piece) => piece.split(found)).filter(Boolean)
  }
  return pieces
}

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`)

/** The losses that the renderer itself adds. */
export const added = (document: Document, rendered: Rendered): ReadonlyArray<Loss> =>
  rendered.losses.slice(document.losses.length)

const show = (value: unknown): string => JSON.stringify(value)
