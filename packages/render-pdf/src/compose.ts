// A filled line onto the page: where each run begins, and how far spaces are stretched.
import type { Style } from "@danvan/document"
import type { Bookmark, Filled, Fragment, Run, TextLine } from "./line.ts"

// A line that would need wider spaces than this (in ems) is left ragged: one long symbol must not tear it apart.
const WIDEST_STRETCH = 1

/** Lines with their runs placed. `indent` is that of the first line, in pt. */
export const compose = (
  lines: ReadonlyArray<Filled>,
  style: Pick<Style, "align" | "line" | "size">,
  width: number,
  indent: number,
  ascender: number,
  bookmark: Bookmark | null,
): ReadonlyArray<TextLine> =>
  lines.map((line, i) => {
    const start = i === 0 ? indent : 0
    const free = width - start - line.width
    const gaps = line.words.length - 1
    const stretch =
      style.align === "justify" && !line.last && gaps > 0 && free > 0 && free / gaps <= WIDEST_STRETCH * style.size
        ? free / gaps
        : 0
    const x = start + (style.align === "center" ? free / 2 : style.align === "right" ? free : 0)
    return { runs: runsOf(line, x, stretch), height: style.line, ascender, bookmark: i === 0 ? bookmark : null }
  })

const runsOf = (line: Filled, from: number, stretch: number): ReadonlyArray<Run> => {
  const runs: Array<Run & { pieces: Array<string>; width: number }> = []
  let x = from
  let open: (typeof runs)[number] | null = null
  for (const word of line.words) {
    let begins = true
    for (const fragment of word.fragments) {
      if (open === null || !alike(open, fragment)) {
        const { font, size, width, pointer, underline, shade } = fragment
        open = { font, size, width, pointer, underline, shade, x, pieces: [fragment.text], stretch }
        runs.push(open)
        if (fragment.fixed) open = null
      } else {
        if (begins) open.pieces.push(fragment.text)
        else open.pieces.push(`${open.pieces.pop()}${fragment.text}`)
        open.width += fragment.width + (begins ? stretch : 0)
      }
      begins = false
      x += fragment.width
    }
    x += stretch
  }
  // An annex has a million of them until it is drawn: arrays that grew have room for sixteen more, copies have none.
  for (const run of runs) if (run.pieces.length > 1) run.pieces = run.pieces.slice()
  return runs.slice()
}

const alike = (run: Run, fragment: Fragment): boolean =>
  !fragment.fixed &&
  run.font === fragment.font &&
  run.size === fragment.size &&
  run.pointer === fragment.pointer &&
  run.underline === fragment.underline &&
  run.shade === fragment.shade
