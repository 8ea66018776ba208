import type { List } from "@danvan/document"
import { SPACE } from "../inline.ts"
import { numberList } from "../numbering.ts"
import { kept, type Page, type Piece } from "../page.ts"

/** Items in Word's own numbering or with its own bullet; their markers as text where Word would count otherwise. */
export const list = (block: List, at: string, page: Page, keeps: boolean): ReadonlyArray<Piece> => {
  const numbering = numberList(block, page)
  return block.items.map((item, i) => {
    const here = `${at}/items/${i}`
    const last = kept(keeps && i === block.items.length - 1)
    return numbering
      ? page.line(item.content, `${here}/content`, "list", { numbering, ...last })
      : page.line([...item.marker, SPACE, ...item.content], here, "list", last)
  })
}
