// One entry a kind of block: a new kind breaks the compile here, and its file goes to ./block/.
import { type Block, RenderError } from "@danvan/document"
import { appendix } from "./block/appendix.ts"
import { chart } from "./block/chart.ts"
import { heading } from "./block/heading.ts"
import { letterhead } from "./block/letterhead.ts"
import { list } from "./block/list.ts"
import { paragraph } from "./block/paragraph.ts"
import { signature } from "./block/signature.ts"
import { table } from "./block/table.ts"
import { title } from "./block/title.ts"
import type { Page } from "./page.ts"

type Draw<K extends Block["kind"]> = (block: Extract<Block, { kind: K }>, at: string, page: Page) => string

const blocks: { readonly [K in Block["kind"]]: Draw<K> } = {
  letterhead,
  title,
  heading,
  paragraph,
  list,
  table,
  chart,
  signature,
  appendix,
}

/** The markup of one block that stands at the JSON pointer `at`; throws a `RenderError` for one it does not know. */
export const drawBlock = (block: Block, at: string, page: Page): string => {
  if (!Object.hasOwn(blocks, block.kind)) throw new RenderError("unknown-block", at, `Unknown block ${block.kind}`)
  return (blocks[block.kind] as Draw<Block["kind"]>)(block as never, at, page)
}
