import type { Inlines, Letterhead, StyleName } from "@danvan/document"
import { mm, type Page, type Piece, slabPiece, textPiece } from "../page.ts"
import { baseOf, beside, type Item, onBase, pile } from "../pile.ts"

/** Issuing body on the left, motto on the right, number and date on one base line below. */
export const letterhead = (block: Letterhead, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, letterhead: head } = page.layout
  const [wide, rest] = [mm(head.left), mm(head.right)]
  const set = (inlines: Inlines, name: string, style: StyleName, width: number): Item => {
    const { before, after } = styles[style]
    return { leaf: page.line(inlines, `${at}/${name}`, styles[style], width), before, after }
  }
  const ruled = (items: ReadonlyArray<Item>, rule: typeof head.mottoRule): ReadonlyArray<Item> =>
    items.map((item, i) => (i === items.length - 1 ? { ...item, rule } : item))
  const issuer = block.issuer.map((line, i) => set(line, `issuer/${i}`, "issuer", wide))
  const motto = block.motto.map((line, i) => set(line, `motto/${i}`, i === 0 ? "motto-1" : "motto-2", rest))
  const left = [
    ...block.superior.map((line, i) => set(line, `superior/${i}`, "superior", wide)),
    ...ruled(issuer, head.issuerRule),
    ...(block.issuerMark ? [set(block.issuerMark, "issuerMark", "issuer-mark", wide)] : []),
  ]
  const number = set(block.number, "number", "number", wide)
  const date = set(block.date, "date", "date", rest)
  // Both are moved down until their base lines agree.
  const base = Math.max(baseOf(number), baseOf(date))
  const slabs = [
    beside(pile(left, 0, wide), pile(ruled(motto, head.mottoRule), wide, rest)),
    beside(pile([onBase(number, base)], 0, wide), pile([onBase(date, base)], wide, rest)),
  ]
  return [
    ...(block.stamp ? [textPiece(page.line(block.stamp, `${at}/stamp`, styles.stamp), styles.stamp, true)] : []),
    ...slabs.map((slab) => slabPiece(slab, { keeps: true })),
  ]
}
