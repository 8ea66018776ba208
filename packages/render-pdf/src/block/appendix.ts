import { type Appendix, type Inlines, plainText, type StyleName, visibleText } from "@danvan/document"
import type { Leaf } from "../node.ts"
import { type Page, type Piece, slabPiece, textPiece } from "../page.ts"
import { pile } from "../pile.ts"

/** Its own page, held as it says; the label is a bookmark. */
export const appendix = (block: Appendix, at: string, from: Page): ReadonlyArray<Piece> => {
  const page = from.held(block.orientation)
  const { appendixRule = null, styles } = page.layout
  const title = [block.label, ...block.title].map((line) => visibleText(plainText(line, page.document.figures)).trim())
  const label = page.leaf(
    [{ pointer: `${at}/label`, inlines: block.label, style: styles["appendix-label"] }],
    page.width,
    { level: 1, title: title.filter(Boolean).join(" ") },
  )
  const line = (inlines: Inlines, name: string, style: StyleName): readonly [Leaf, StyleName] => [
    page.line(inlines, `${at}/${name}`, styles[style]),
    style,
  ]
  const head = [
    [label, "appendix-label"] as const,
    ...block.title.map((text, i) => line(text, `title/${i}`, "appendix-title")),
    ...(block.reference ? [line(block.reference, "reference", "appendix-reference")] : []),
  ]
  const pieces = head.map(([leaf, name], i): Piece => {
    const style = styles[name]
    if (appendixRule === null || i < head.length - 1) return textPiece(leaf, style, true)
    const ruled = pile([{ leaf, before: 0, after: 0, rule: appendixRule }], 0, page.width)
    return slabPiece(ruled, { before: style.before, after: styles["appendix-reference"].after, keeps: true })
  })
  return [...pieces, ...block.blocks.flatMap((inner, i) => page.pieces(inner, `${at}/blocks/${i}`, page))]
}
