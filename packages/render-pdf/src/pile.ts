// Texts one under another, and two such piles side by side: letterhead, title, signature.
import type { Rule } from "@danvan/document"
import type { Drawn, Leaf, Stroke } from "./node.ts"
import { under } from "./rule.ts"

/** A text in a pile, with the space before and after it. */
export interface Item {
  readonly leaf: Leaf
  readonly before: number
  readonly after: number
  /** A line drawn below its words. */
  readonly rule?: Rule | null
}

/** Puts texts one under another, at `left`. */
export const pile = (items: ReadonlyArray<Item>, left: number, width: number): Drawn => {
  const lines: Array<Drawn["lines"][number]> = []
  const strokes: Array<Stroke> = []
  let y = 0
  for (const { leaf, before, after, rule } of items) {
    y += before
    for (const line of leaf.lines) {
      lines.push({ line, x: left, y })
      y += line.height
    }
    const last = lines.at(-1)
    if (rule && last) strokes.push(under(last, rule, width))
    y += after
  }
  return { height: y, lines, strokes }
}

/** Two piles side by side. */
export const beside = (left: Drawn, right: Drawn): Drawn => ({
  height: Math.max(left.height, right.height),
  lines: [...left.lines, ...right.lines],
  strokes: [...left.strokes, ...right.strokes],
})

/** How far below the head of its pile the first base line of an item lies, if it stands first in it. */
export const baseOf = (item: Item | undefined): number => (item ? item.before + (item.leaf.lines[0]?.ascender ?? 0) : 0)

/** The item moved down until its first base line lies at `base`. */
export const onBase = (item: Item, base: number): Item => ({
  ...item,
  before: item.before + Math.max(base - baseOf(item), 0),
})
