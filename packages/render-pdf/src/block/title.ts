import type { Inlines, StyleName, Title } from "@danvan/document"
import { type Page, type Piece, slabPiece } from "../page.ts"
import { type Item, pile } from "../pile.ts"

/** Kind of document and its subject, kept with what follows. */
export const title = (block: Title, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, titleRule } = page.layout
  const set = (inlines: Inlines, name: string, style: StyleName): Item => {
    const { before, after } = styles[style]
    return { leaf: page.line(inlines, `${at}/${name}`, styles[style]), before, after }
  }
  const subject = block.subject.map((line, i) => set(line, `subject/${i}`, "subject"))
  const words = [set(block.name, "name", "kind"), ...subject]
  const ruled = words.map((item, i) => (i === words.length - 1 ? { ...item, rule: titleRule } : item))
  const mark = block.mark ? [set(block.mark, "mark", "subject-mark")] : []
  const room = titleRule && mark.length === 0 ? styles["subject-mark"].after : 0
  return [slabPiece(pile([...ruled, ...mark], 0, page.width), { after: room, keeps: true })]
}
