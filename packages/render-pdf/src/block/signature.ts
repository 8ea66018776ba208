import type { Inlines, Signature, StyleName } from "@danvan/document"
import { tooTall } from "../loss.ts"
import { beside, mm, type Page, type Piece, pile } from "../page.ts"

/** Recipients beside the signing person, on one page and with the last lines of the text. */
export const signature = (block: Signature, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, signature: place } = page.layout
  const widths = [mm(place.left), mm(place.right)] as const
  const set = (name: string, line: Inlines, style: StyleName, side: 0 | 1, more = 0) =>
    [
      page.line(line, `${at}/${name}`, styles[style], widths[side]),
      styles[style].before + more,
      styles[style].after,
    ] as const
  const left = pile([
    set("recipientsTitle", block.recipientsTitle, "recipients-title", 0),
    ...block.recipients.map((line, i) => set(`recipients/${i}`, line, "recipients", 0)),
  ])
  const right = pile([
    ...(block.authority ? [set("authority", block.authority, "authority", 1)] : []),
    set("office", block.office, "office", 1),
    set("name", block.name, "signer", 1, mm(place.space)),
  ])
  const { node, height } = beside(left, right, widths)
  if (height > page.height) {
    page.losses.push(tooTall(at, height, page.height))
    return [{ node, height, least: 0, before: SPACE, after: 0 }]
  }
  return [{ node: { ...node, unbreakable: true }, height, before: SPACE, after: 0, clings: true }]
}

/** Between the text and the signature, pt. */
const SPACE = 12
