// A drawn line under a text: a shape that Word draws, as long as a share of the words above it.
import type { Inlines, Rule, StyleName } from "@danvan/document"
import { Paragraph } from "docx"
import { ShapeRun } from "docx/shapes"
import { pixels, points, pointTwips, widthOf } from "./measure.ts"
import type { Page } from "./page.ts"
import { bare } from "./style.ts"

/** Height of the paragraph that a drawn line stands in, pt. */
export const RULE = 3

/** The line below the last line of `above`, in the middle of a place of `room` mm; `after` pt stay free below it. */
export const ruleUnder = (
  above: Inlines,
  style: StyleName,
  rule: Rule,
  room: number,
  page: Page,
  after = 0,
): Paragraph => {
  const last = above.slice(above.findLastIndex(({ kind }) => kind === "break") + 1)
  const words = widthOf(page.plain(last), page.layout.styles[style])
  const long = Math.min(words, points(room)) * rule.share
  return new Paragraph({
    style: bare.rule,
    ...(after > 0 ? { spacing: { after: pointTwips(after) } } : {}),
    children:
      long > 0
        ? [
            new ShapeRun({
              type: "line",
              transformation: { width: pixels(long), height: 0 },
              line: { width: rule.thickness, color: "000000" },
              altText: { id: page.nextDrawing(), name: "Đường kẻ", description: "" },
            }),
          ]
        : [],
  })
}
