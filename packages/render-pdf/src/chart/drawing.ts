// A chart as SVG: bars lie, so that long names fit beside them. Every number stands at its bar; there is no scale
// with numbers of its own, for those would come from nowhere.
import { escape } from "../info.ts"
import type { Leaf, Svg } from "../node.ts"
import { heightOf, type Page } from "../page.ts"
import { GAP, type Plan, widthOf } from "./plan.ts"

const FILLS = ["#1f3864", "#9db7dd", "#ffffff", "#7f7f7f", "#d9d9d9", "#404040"]

const n = (value: number): string => String(Math.round(value * 100) / 100 || 0)

/** One drawing a page: the groups of bars that fit into `room`, the first one with the legend. */
export const drawings = (plan: Plan, page: Page, room: number): ReadonlyArray<{ svg: Svg; height: number }> => {
  const drawn: Array<{ svg: Svg; height: number }> = []
  let from = 0
  do {
    let height = from === 0 ? plan.legendHeight : 0
    let to = from
    for (
      let group = plan.groups[to];
      group && (to === from || height + group.height <= room);
      group = plan.groups[to]
    ) {
      height += group.height
      to++
    }
    drawn.push({ svg: drawing(plan, from, to, height, page), height })
    from = to
  } while (from < plan.groups.length)
  return drawn
}

const drawing = (plan: Plan, from: number, to: number, height: number, page: Page): Svg => {
  const { size, bar, pitch, zero, unit } = plan
  const texts: Array<readonly [string, string]> = []
  const shapes: Array<string> = []
  const words: Array<string> = []
  const write = (leaf: Leaf, x: number, y: number): void => {
    for (const [i, line] of leaf.lines.entries()) {
      for (const run of line.runs) {
        const text = run.pieces.join("")
        texts.push([run.pointer, text])
        const face = faceOf(run.font, page)
        const at = `x="${n(x + run.x)}" y="${n(y + i * line.height + line.ascender)}" font-size="${n(run.size)}"`
        words.push(`<text ${at}${face}>${escape(text.trimEnd())}</text>`)
      }
    }
  }
  const box = (x: number, y: number, width: number, series: number): void => {
    const place = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(bar)}"`
    shapes.push(`<rect ${place} fill="${FILLS[series % FILLS.length]}" stroke="#000" stroke-width="0.5"/>`)
  }
  const first = from === 0
  const groups: Array<Plan["groups"][number] & { readonly top: number }> = []
  let y = first ? plan.legendHeight : 0
  shapes.push(
    `<line x1="${n(zero)}" x2="${n(zero)}" y1="${n(y)}" y2="${n(height)}" stroke="#000" stroke-width="0.75"/>`,
  )
  for (const group of plan.groups.slice(from, to)) {
    groups.push({ ...group, top: y })
    write(group.name, 0, y + (group.height - heightOf(group.name)) / 2)
    y += group.height
  }
  let key = 0
  for (const [s, label] of plan.legend.entries()) {
    if (first) {
      box(0, key + ((label.lines[0]?.height ?? bar) - bar) / 2, size * 1.6, s)
      write(label, size * 2.2, key)
      key += heightOf(label)
    }
    for (const group of groups) {
      const one = group.bars[s]
      if (!one) continue
      const top = group.top + (group.height - plan.legend.length * pitch) / 2 + s * pitch
      const long = Math.abs(one.value) * unit
      const end = one.value < 0 ? zero - long : zero + long
      box(Math.min(zero, end), top + (pitch - bar) / 2, long, s)
      const x = one.value < 0 ? end - GAP - widthOf(one.number) : end + GAP
      write(one.number, x, top + (pitch - heightOf(one.number)) / 2)
    }
  }
  const canvas = `viewBox="0 0 ${n(page.width)} ${n(height)}" width="${n(page.width)}" height="${n(height)}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${canvas} font-family="text">${shapes.join("")}${words.join("")}</svg>`
  return { svg, texts }
}

const faceOf = (font: unknown, page: Page): string => {
  const bold = font === page.font(true, false) || font === page.font(true, true)
  const italic = font === page.font(false, true) || font === page.font(true, true)
  return `${bold ? ' font-weight="bold"' : ""}${italic ? ' font-style="italic"' : ""}`
}
