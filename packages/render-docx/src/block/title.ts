import type { Title } from "@danvan/document"
import type { Page, Piece } from "../page.ts"
import { RULE, ruleUnder } from "../rule.ts"

/** Kind of document and its subject; the line under them, where the form draws one. */
export const title = (block: Title, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, titleRule } = page.layout
  const last = block.subject.at(-1) ?? block.name
  const style = block.subject.length > 0 ? "subject" : "kind"
  // The line's own paragraph is taken out of the space below it.
  const after = block.mark === null ? Math.max(styles["subject-mark"].after - RULE, 0) : 0
  const room = (page.width * 25.4) / 1440
  return [
    page.line(block.name, `${at}/name`, "kind"),
    ...block.subject.map((line, i) => page.line(line, `${at}/subject/${i}`, "subject")),
    ...(titleRule ? [ruleUnder(last, style, titleRule, room, page, after)] : []),
    ...(block.mark ? [page.line(block.mark, `${at}/mark`, "subject-mark")] : []),
  ]
}
