// The words of a PDF held against those of its document, letter by letter: nothing lost, nothing added, all in order. A line
// end may fall anywhere, so blanks do not count. What a chart says has no order; a table's head may come again on each page.
import { type Block, type Document, linesOfBlock, type Loss, plainText, visibleText } from "@danvan/document"

/** A line to be found where the one before it ended. */
interface Line {
  readonly pointer: string
  readonly pattern: RegExp
  readonly text: string
}

/** Lines that follow one another in any order; `again` are those that may stand once more where a page begins. */
interface Step {
  readonly lines: ReadonlyArray<Line>
  readonly again: ReadonlyArray<Line>
}

const squeeze = (text: string): string => text.normalize("NFC").replaceAll(/\s+/gu, "")
const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")

/** Where the pages (as `pagesOf` gives them) and the document part, in words; empty if nowhere. */
export const difference = (document: Document, losses: ReadonlyArray<Loss>, pages: ReadonlyArray<string>): string => {
  const texts = pages.map((page) => squeeze(page.replace(/^\s*\d{1,4}(?:\n|$)/, "")))
  const text = texts.join("")
  const begins = new Set<number>()
  for (let i = 0, at = 0; i < texts.length; at += texts[i++]?.length ?? 0) begins.add(at)
  const steps = [...stepsOf(document, losses)]
  let farthest = 0
  let wanted = ""
  const at = (line: Line, from: number): number => {
    line.pattern.lastIndex = from
    if (line.pattern.test(text)) return line.pattern.lastIndex
    if (from >= farthest) [farthest, wanted] = [from, `${line.pointer}: ${JSON.stringify(line.text)}`]
    return -1
  }
  const row = (lines: ReadonlyArray<Line>, from: number): number =>
    lines.reduce((place, line) => (place < 0 ? place : at(line, place)), from)
  const dead = new Set<string>()
  const goes = (step: number, left: ReadonlyArray<Line>, from: number): boolean => {
    const now = steps[step]
    if (now === undefined) return from === text.length
    const key = `${step} ${from} ${left.map(({ text: one }) => one).join("\0")}`
    if (dead.has(key)) return false
    dead.add(key)
    const after = begins.has(from) && now.again.length > 0 ? row(now.again, from) : -1
    if (after > from && goes(step, left, after)) return true
    if (left.length === 0) return goes(step + 1, steps[step + 1]?.lines ?? [], from)
    const tried = new Set<string>()
    return left.some((line, i) => {
      if (tried.has(line.text)) return false
      tried.add(line.text)
      const end = at(line, from)
      return end >= 0 && goes(step, left.toSpliced(i, 1), end)
    })
  }
  if (goes(0, steps[0]?.lines ?? [], 0)) return ""
  return `${wanted || "nothing"} should stand where the pages say ${JSON.stringify(text.slice(farthest, farthest + 80))}`
}

function* stepsOf(document: Document, losses: ReadonlyArray<Loss>): Generator<Step> {
  for (const [block, at] of blocksOf(document.blocks, "/blocks")) {
    const lines = linesIn(block, at, document, losses)
    const under = (part: string): ReadonlyArray<Line> =>
      lines.filter(({ pointer }) => pointer.startsWith(`${at}/${part}`))
    const again = block.kind === "table" ? under("head") : []
    const free = block.kind === "chart" ? [...under("categories"), ...under("series")] : []
    let told = false
    for (const line of lines) {
      if (!free.includes(line)) yield { lines: [line], again }
      else if (!told) {
        told = true
        yield { lines: free, again }
      }
    }
  }
}

function* blocksOf(blocks: ReadonlyArray<Block>, at: string): Generator<readonly [block: Block, at: string]> {
  for (const [i, block] of blocks.entries()) {
    if (block.kind === "appendix") {
      yield [{ ...block, blocks: [] }, `${at}/${i}`]
      yield* blocksOf(block.blocks, `${at}/${i}/blocks`)
    } else yield [block, `${at}/${i}`]
  }
}

/** The lines of a block that have letters. One that the font lacks may be the sign in its place. */
const linesIn = (block: Block, at: string, document: Document, losses: ReadonlyArray<Loss>): ReadonlyArray<Line> =>
  [...linesOfBlock(block, at)].flatMap(([pointer, line]) => {
    const text = squeeze(visibleText(plainText(line, document.figures)))
    const lacking = new Set(
      losses
        .filter(({ code, block: place }) => code === "glyph-missing" && place === pointer)
        .map(({ found }) => found.normalize("NFC")),
    )
    const letters = [...text].map((one) => (lacking.has(one) ? `(?:${escape(one)}|[?\ufffd])` : escape(one)))
    return text === "" ? [] : [{ pointer, text, pattern: new RegExp(letters.join(""), "uy") }]
  })
