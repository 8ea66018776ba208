import type { Inlines, Signature, StyleName } from "@danvan/document"
import { tooTall } from "../loss.ts"
import { mm, type Page, type Piece, slabPiece, textPiece } from "../page.ts"
import { baseOf, beside, type Item, onBase, pile } from "../pile.ts"

/** Between the text and the signature, pt. */
const SPACE = 12

/** Recipients beside the signing person, on one page and with the last lines of the text. */
export const signature = (block: Signature, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, signature: place } = page.layout
  const [wide, rest] = [mm(place.left), mm(place.right)]
  const set = (name: string, inlines: Inlines, style: StyleName, width: number, room = 0): Item => {
    const { before, after } = styles[style]
    return { leaf: page.line(inlines, `${at}/${name}`, styles[style], width), before: before + room, after }
  }
  const right = [
    ...(block.authority ? [set("authority", block.authority, "authority", rest)] : []),
    set("office", block.office, "office", rest),
    set("name", block.name, "signer", rest, mm(place.space)),
  ]
  const left = [
    onBase(set("recipientsTitle", block.recipientsTitle, "recipients-title", wide), baseOf(right[0])),
    ...block.recipients.map((line, i) => set(`recipients/${i}`, line, "recipients", wide)),
  ]
  const whole = beside(pile(left, 0, wide), pile(right, wide, rest))
  if (whole.height <= page.height) return [slabPiece(whole, { before: SPACE, clings: true })]
  page.losses.push(tooTall(at, whole.height, page.height))
  return [
    ...left.map(({ leaf }, i) => textPiece(leaf, styles[i === 0 ? "recipients-title" : "recipients"])),
    slabPiece(pile(right, wide, rest), { before: SPACE }),
  ]
}
