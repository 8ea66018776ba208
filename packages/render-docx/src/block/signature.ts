import type { Signature } from "@danvan/document"
import { frame } from "../frame.ts"
import { pointTwips, twips } from "../measure.ts"
import type { Page, Piece } from "../page.ts"

/** Between the text and the signature, pt. */
const SPACE = 12

/** Recipients beside the signing person, in one row that is never parted, with the place for signature and seal. */
export const signature = (block: Signature, at: string, page: Page): ReadonlyArray<Piece> => {
  const { signature: place, styles } = page.layout
  const before = pointTwips(styles.signer.before) + twips(place.space)
  // Letters stand four fifths down an exact line: both columns begin on one base line.
  const { line: leading, before: above } = styles["recipients-title"]
  const lower = Math.max((styles[block.authority ? "authority" : "office"].line - leading) * 0.8, 0)
  const left = [
    page.line(block.recipientsTitle, `${at}/recipientsTitle`, "recipients-title", {
      ...(lower > 0 ? { spacing: { before: pointTwips(above + lower) } } : {}),
    }),
    ...block.recipients.map((line, i) => page.line(line, `${at}/recipients/${i}`, "recipients")),
  ]
  const right = [
    ...(block.authority ? [page.line(block.authority, `${at}/authority`, "authority")] : []),
    page.line(block.office, `${at}/office`, "office"),
    page.line(block.name, `${at}/name`, "signer", { spacing: { before } }),
  ]
  return [frame([[left, right]], place.left, place.right, SPACE)]
}
