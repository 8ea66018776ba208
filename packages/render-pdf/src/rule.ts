// A drawn line under a text: as long as a share of the words, centred below them.
import type { Rule } from "@danvan/document"
import type { Leaf, Stroke } from "./node.ts"

/** Free space between the letters and the line, pt. */
const GAP = 1.5

/** The line with the space that puts it just below the letters of the text above, and leaves what follows in place. */
export const rule = (under: Leaf, { share, thickness }: Rule, width: number): readonly [Stroke, number, number] => {
  const line = under.lines.at(-1)
  const first = line?.inlines[0]
  const last = line?.inlines.at(-1)
  const words = first && last ? last.x + last.width - first.x : 0
  const below = first ? (-first.font.descender / 1000) * first.size : 0
  const rise = (line?.ascender ?? 0) + below + GAP + thickness / 2 - (line?.height ?? 0)
  const long = Math.min(words * share, width)
  const left = (first?.x ?? 0) + (words - long) / 2
  return [
    { canvas: [{ type: "line", x1: 0, y1: 0, x2: long, y2: 0, lineWidth: thickness }], margin: [left, 0, 0, 0] },
    rise,
    Math.max(-rise, 0),
  ]
}
