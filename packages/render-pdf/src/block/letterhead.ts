import type { Inlines, Letterhead, Style, StyleName } from "@danvan/document"
import type { Leaf, Stroke } from "../node.ts"
import { beside, mm, type Page, type Piece, type Pile, pile, textPiece } from "../page.ts"
import { rule } from "../rule.ts"

type Item = readonly [node: Leaf | Stroke, before: number, after: number]

/** Issuing body on the left, motto on the right, number and date on one base line below. */
export const letterhead = (block: Letterhead, at: string, page: Page): ReadonlyArray<Piece> => {
  const { styles, letterhead: head } = page.layout
  const widths = [mm(head.left), mm(head.right)] as const
  const set = (lines: ReadonlyArray<Inlines>, name: string, style: (i: number) => StyleName, width: number) =>
    lines.map((line, i): Item & readonly [Leaf, number, number] => {
      const look = styles[style(i)]
      return [page.line(line, `${at}/${name}/${i}`, look, width), look.before, look.after]
    })
  const issuer = set(block.issuer, "issuer", () => "issuer", widths[0])
  const motto = set(block.motto, "motto", (i) => (i === 0 ? "motto-1" : "motto-2"), widths[1])
  const ruled = (
    lines: ReadonlyArray<Item & readonly [Leaf, number, number]>,
    of: typeof head.mottoRule,
    width: number,
  ) => {
    const last = lines.at(-1)
    return of && last ? [rule(last[0], of, width)] : []
  }
  const mark = styles["issuer-mark"]
  const left = pile([
    ...set(block.superior, "superior", () => "superior", widths[0]),
    ...issuer,
    ...ruled(issuer, head.issuerRule, widths[0]),
    ...(block.issuerMark
      ? [[page.line(block.issuerMark, `${at}/issuerMark`, mark, widths[0]), mark.before, mark.after] as const]
      : []),
  ])
  const right = pile([...motto, ...ruled(motto, head.mottoRule, widths[1])])
  const [number, date] = level(block, at, page, widths)
  const stamp = block.stamp ? [textPiece(page.line(block.stamp, `${at}/stamp`, styles.stamp), styles.stamp, true)] : []
  return [
    ...stamp,
    { ...beside(left, right, widths), before: 0, after: 0, keeps: true },
    { ...beside(number, date, widths), before: 0, after: 0, keeps: true },
  ]
}

/** Number and date, moved down so that their first base lines agree. */
const level = (block: Letterhead, at: string, page: Page, widths: readonly [number, number]): readonly [Pile, Pile] => {
  const { number, date } = page.layout.styles
  const left = page.line(block.number, `${at}/number`, number, widths[0])
  const right = page.line(block.date, `${at}/date`, date, widths[1])
  const top = (leaf: Leaf, style: Style): number => style.before + (leaf.lines[0]?.ascender ?? 0)
  const base = Math.max(top(left, number), top(right, date))
  const lowered = (leaf: Leaf, style: Style): Pile => pile([[leaf, base - (leaf.lines[0]?.ascender ?? 0), style.after]])
  return [lowered(left, number), lowered(right, date)]
}
