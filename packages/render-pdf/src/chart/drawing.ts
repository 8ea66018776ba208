// Charts of bars and of parts as SVG: bars lie, so that long names fit beside them. Every number stands at its bar, or
// in rows below the bar that it is a part of; there is no scale with numbers of its own, for those would come from
// nowhere.
import { heightOf, type Page } from "../page.ts"
import type { Svg } from "../node.ts"
import { Canvas } from "./canvas.ts"
import { GAP, widthOf } from "./labels.ts"
import type { Plan } from "./plan.ts"

type Group = Plan["groups"][number]

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
    drawn.push(drawing(plan, from, to, height, page))
    from = to
  } while (from < plan.groups.length)
  return drawn
}

const drawing = (plan: Plan, from: number, to: number, height: number, page: Page): { svg: Svg; height: number } => {
  const canvas = new Canvas(page)
  const top = from === 0 ? plan.legendHeight : 0
  if (from === 0) legend(plan, canvas)
  canvas.line(plan.zero, top, plan.zero, height, 0.75)
  let y = top
  for (const group of plan.groups.slice(from, to)) {
    canvas.write(group.name, 0, y + (group.height - heightOf(group.name)) / 2)
    if (plan.parts) parted(group, plan, plan.parts, canvas, y + GAP)
    else beside(group, plan, canvas, y + (group.height - plan.legend.length * plan.pitch) / 2)
    y += group.height
  }
  return canvas.done(height)
}

const legend = ({ legend: names, size, bar }: Plan, canvas: Canvas): void => {
  let y = 0
  for (const [s, label] of names.entries()) {
    canvas.box(0, y + ((label.lines[0]?.height ?? bar) - size * 0.95) / 2, size * 1.6, size * 0.95, s)
    canvas.write(label, size * 2.2, y)
    y += heightOf(label)
  }
}

const beside = ({ bars }: Group, { zero, lengthOf, bar, pitch }: Plan, canvas: Canvas, from: number): void => {
  for (const [s, one] of bars.entries()) {
    if (!one) continue
    const top = from + s * pitch
    const long = lengthOf(Math.abs(one.value))
    const end = one.value < 0 ? zero - long : zero + long
    canvas.box(Math.min(zero, end), top + (pitch - bar) / 2, long, bar, s)
    const x = one.value < 0 ? end - GAP - widthOf(one.number) : end + GAP
    canvas.write(one.number, x, top + (pitch - heightOf(one.number)) / 2)
  }
}

const parted = (
  { bars }: Group,
  { zero, lengthOf, bar, size }: Plan,
  { columns, wide, row }: NonNullable<Plan["parts"]>,
  canvas: Canvas,
  top: number,
): void => {
  let x = zero
  for (const [s, one] of bars.entries()) {
    if (!one) continue
    canvas.box(x, top, lengthOf(one.value), bar, s)
    x += lengthOf(one.value)
    const [left, below] = [zero + GAP + (s % columns) * wide, top + bar + 2 + Math.floor(s / columns) * row]
    canvas.box(left, below + (row - size * 0.7) / 2, size * 0.7, size * 0.7, s)
    canvas.write(one.number, left + size, below + (row - heightOf(one.number)) / 2)
  }
}
