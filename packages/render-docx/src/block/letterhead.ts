import type { Inlines, Letterhead, StyleName } from "@danvan/document"
import { type IParagraphOptions, Paragraph } from "docx"
import { frame } from "../frame.ts"
import { pointTwips } from "../measure.ts"
import type { Page, Piece } from "../page.ts"
import { RULE, ruleUnder } from "../rule.ts"
import { bare } from "../style.ts"

/** Issuing body on the left, motto on the right, number and date on one base line in a row below. */
export const letterhead = (block: Letterhead, at: string, page: Page): ReadonlyArray<Piece> => {
  const { left: wide, right: rest, issuerRule, mottoRule } = page.layout.letterhead
  const set = (inlines: Inlines, name: string, style: StyleName, more: IParagraphOptions = {}): Paragraph =>
    page.line(inlines, `${at}/${name}`, style, more)
  const under = (
    lines: ReadonlyArray<Inlines>,
    style: StyleName,
    rule: typeof mottoRule,
    room: number,
  ): ReadonlyArray<Paragraph> => {
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
  const [number, date] = spaces(block, page)
  return [
    ...(block.stamp ? [page.line(block.stamp, `${at}/stamp`, "stamp")] : []),
    frame(
      [
        [filled(left), filled(right)],
        [[set(block.number, "number", "number", number)], [set(block.date, "date", "date", date)]],
      ],
      wide,
      rest,
    ),
  ]
}

/** The space above number and date: their base lines agree, and a drawn line's own paragraph is taken out of it. */
const spaces = (block: Letterhead, page: Page): readonly [IParagraphOptions, IParagraphOptions] => {
  const { styles, letterhead: head } = page.layout
  const high = (name: StyleName): number => styles[name].before + styles[name].line + styles[name].after
  const left =
    block.superior.length * high("superior") +
    block.issuer.length * high("issuer") +
    (block.issuerMark ? high("issuer-mark") : 0)
  const right = block.motto.reduce((sum, _line, i) => sum + high(i === 0 ? "motto-1" : "motto-2"), 0)
  const ruled = Math.max(left + (head.issuerRule ? RULE : 0), right + (head.mottoRule ? RULE : 0))
  // Letters stand four fifths down an exact line.
  const bases = [styles.number, styles.date].map(({ before, line }) => before + line * 0.8)
  const base = Math.max(...bases)
  const above = [styles.number, styles.date].map(({ before }, i) => before + base - (bases[i] ?? 0))
  const less = Math.min(ruled - Math.max(left, right), ...above)
  const spaceOf = (name: "number" | "date", space = 0): IParagraphOptions =>
    space - less === styles[name].before ? {} : { spacing: { before: pointTwips(space - less) } }
  return [spaceOf("number", above[0]), spaceOf("date", above[1])]
}

/** A cell must have a paragraph. */
const filled = (pieces: ReadonlyArray<Paragraph>): ReadonlyArray<Paragraph> =>
  pieces.length > 0 ? pieces : [new Paragraph({ style: bare.gap })]
