import type { Appendix } from "@danvan/document"
import type { Page, Piece } from "../page.ts"
import { RULE, ruleUnder } from "../rule.ts"

/** The head of an appendix; the section makes it begin a page, held as it says, and writes what stands in it. */
export const appendix = (block: Appendix, at: string, page: Page): ReadonlyArray<Piece> => {
  const { appendixRule = null, styles } = page.layout
  const [last, style] = block.reference
    ? ([block.reference, "appendix-reference"] as const)
    : ([block.title.at(-1) ?? block.label, block.title.length > 0 ? "appendix-title" : "appendix-label"] as const)
  const room = (page.width * 25.4) / 1440
  // The space behind the last line lies below the rule, whose paragraph takes some of it.
  const ruled = appendixRule === null ? {} : { spacing: { after: 0 } }
  const after = Math.max(styles["appendix-reference"].after - RULE, 0)
  return [
    page.line(block.label, `${at}/label`, "appendix-label"),
    ...block.title.map((line, i) => page.line(line, `${at}/title/${i}`, "appendix-title")),
    ...(block.reference ? [page.line(block.reference, `${at}/reference`, "appendix-reference", ruled)] : []),
    ...(appendixRule ? [ruleUnder(last, style, appendixRule, room, page, after)] : []),
  ]
}
