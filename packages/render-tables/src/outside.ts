// What of a document is not in a file of tables.
import { type Block, type Document, type Inlines, linesOfBlock, type Loss } from "@danvan/document"
import { lineOf } from "./line.ts"
import { outsideTables } from "./loss.ts"

/**
 * A loss for each block that is not in the file; of an appendix for its head, line by line, because its tables may be.
 * `holds` tells which tables the file has, by their JSON pointers.
 */
export const outside = (document: Document, holds: (at: string) => boolean): ReadonlyArray<Loss> => {
  const plain = (lines: Iterable<readonly [string, Inlines]>): string =>
    [...lines].map(([, line]) => lineOf(line, document)).join("\n")
  const named = (at: string, found: string): ReadonlyArray<Loss> =>
    found.trim() === "" ? [] : [outsideTables(at, found)]
  const walk = (blocks: ReadonlyArray<Block>, at: string): ReadonlyArray<Loss> =>
    blocks.flatMap((block, i) => {
      const here = `${at}/${i}`
      if ((block.kind === "table" || block.kind === "chart") && holds(here)) return []
      if (block.kind !== "appendix") return named(here, plain(linesOfBlock(block, here)))
      const head = [...linesOfBlock({ ...block, blocks: [] }, here)]
      return [...head.flatMap((line) => named(line[0], plain([line]))), ...walk(block.blocks, `${here}/blocks`)]
    })
  return walk(document.blocks, "/blocks")
}
