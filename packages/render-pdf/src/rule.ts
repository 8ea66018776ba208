// A drawn line under a text: as long as a share of its words, centred below them.
import type { Rule } from "@danvan/document"
import type { Drawn, Stroke } from "./node.ts"

/** Free space between the letters and the line, pt. */
const GAP = 1.5

/** The line below a line of text; no longer than `width`. */
export const under = ({ line, x, y }: Drawn["lines"][number], { share, thickness }: Rule, width: number): Stroke => {
  const first = line.runs[0]
  const last = line.runs.at(-1)
  const from = x + (first?.x ?? 0)
  const words = first && last ? last.x + lettersOf(last) - first.x : 0
  const below = first ? (-first.font.descender / 1000) * first.size : 0
  const long = Math.min(words * share, width)
  const at = y + line.ascender + below + GAP + thickness / 2
  return { x1: from + (words - long) / 2, y1: at, x2: from + (words + long) / 2, y2: at, width: thickness }
}

/** The width of a run without the spaces behind it. */
const lettersOf = (run: Drawn["lines"][number]["line"]["runs"][number]): number => {
  const text = run.pieces.at(-1) ?? ""
  const spaces = text.length - text.replace(/ +$/, "").length
  return run.width - spaces * run.font.widthOfString(" ", run.size)
}
