// One handler a kind of block. The table is exhaustive: a new kind breaks the compile here.
import type { Block } from "@danvan/document"
import type { Page, Piece } from "../page.ts"
import { appendix } from "./appendix.ts"
import { chart } from "./chart.ts"
import { heading } from "./heading.ts"
import { letterhead } from "./letterhead.ts"
import { list } from "./list.ts"
import { paragraph } from "./paragraph.ts"
import { signature } from "./signature.ts"
import { table } from "./table.ts"
import { title } from "./title.ts"

type Handler<Kind> = (
  block: Extract<Block, { readonly kind: Kind }>,
  at: string,
  page: Page,
  keeps: boolean,
) => ReadonlyArray<Piece>

const handlers: { readonly [Kind in Block["kind"]]: Handler<Kind> } = {
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

/** The pieces of a block; `keeps`: its end stays with what follows. A kind that is not known becomes a loss. */
export const pieces = (block: Block, at: string, page: Page, keeps: boolean): ReadonlyArray<Piece> => {
  if (!Object.hasOwn(handlers, block.kind)) {
    page.unknown(block, at)
    return []
  }
  return (handlers[block.kind] as Handler<Block["kind"]>)(block as never, at, page, keeps)
}
