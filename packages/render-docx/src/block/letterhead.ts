import type { Inlines, Letterhead, StyleName } from "@danvan/document"
import { Paragraph } from "docx"
import { frame } from "../frame.ts"
import type { Page, Piece } from "../page.ts"
import { ruleUnder } from "../rule.ts"
import { bare } from "../style.ts"

/** Issuing body on the left, motto on the right, number and date in a row below. */
export const letterhead = (block: Letterhead, at: string, page: Page): ReadonlyArray<Piece> => {
  const { left: wide, right: rest, issuerRule, mottoRule } = page.layout.letterhead
  const set = (inlines: Inlines, name: string, style: StyleName): Paragraph =>
    page.line(inlines, `${at}/${name}`, style)
  const under = (
    lines: ReadonlyArray<Inlines>,
    style: StyleName,
    rule: typeof mottoRule,
    room: number,
  ): ReadonlyArray<Piece> => {
    const last = lines.at(-1)
    return rule && last ? [ruleUnder(last, style, rule, room, page)] : []
  }
  const left = [
    ...block.superior.map((line, i) => set(line, `superior/${i}`, "superior")),
    ...block.issuer.map((line, i) => set(line, `issuer/${i}`, "issuer")),
    ...under(block.issuer, "issuer", issuerRule, wide),
    ...(block.issuerMark ? [set(block.issuerMark, "issuerMark", "issuer-mark")] : []),
  ]
  const mottoStyle = (i: number): StyleName => (i === 0 ? "motto-1" : "motto-2")
  const right = [
    ...block.motto.map((line, i) => set(line, `motto/${i}`, mottoStyle(i))),
    ...under(block.motto, mottoStyle(block.motto.length - 1), mottoRule, rest),
  ]
  return [
    ...(block.stamp ? [page.line(block.stamp, `${at}/stamp`, "stamp")] : []),
    frame(
      [
        [filled(left), filled(right)],
        [[set(block.number, "number", "number")], [set(block.date, "date", "date")]],
      ],
      wide,
      rest,
    ),
  ]
}

/** A cell must have a paragraph. */
const filled = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Piece> =>
  pieces.length > 0 ? pieces : [new Paragraph({ style: bare.gap })]
