import type { Title } from "@danvan/document"
import { type Page, type Piece, textPiece } from "../page.ts"
import { rule } from "../rule.ts"

/** Kind of document and its subject, kept with what follows. */
export const title = (block: Title, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, titleRule } = page.layout
  const subject = block.subject.map((line, i) => page.line(line, `${at}/subject/${i}`, styles.subject))
  const name = page.line(block.name, `${at}/name`, styles.kind)
  const pieces = [textPiece(name, styles.kind, true), ...subject.map((leaf) => textPiece(leaf, styles.subject, true))]
  if (titleRule) {
    const [node, before, after] = rule(subject.at(-1) ?? name, titleRule, page.width)
    pieces.push({ node, height: 0, before, after: after + styles["subject-mark"].after, keeps: true })
  }
  if (block.mark) {
    const leaf = page.line(block.mark, `${at}/mark`, styles["subject-mark"])
    pieces.push(textPiece(leaf, styles["subject-mark"], true))
  }
  return pieces
}
