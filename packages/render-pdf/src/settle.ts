// Where a new page begins, decided while pages are made, once for each piece: what must not be parted goes over
// together, and of a text parted between its lines at least two stay on either side.
import type { Flow } from "./node.ts"

const SLACK = 0.01
/** Lines of a parted text that stay together at either end. */
export const LEAST = 2

/**
 * Whether the piece begins on a new page, and the lines before which another one begins. `free` is the height left
 * below the piece's beginning; `fresh` says that nothing stands on the page yet.
 */
export const settle = (
  flow: Flow,
  free: number,
  fresh: boolean,
): { readonly over: boolean; readonly breaks: ReadonlyArray<number> } => {
  const over = !fresh && free + SLACK < flow.need
  const { whole, text, follow } = flow
  return { over, breaks: text ? breaksOf(text, follow, over ? whole : free, whole) : [] }
}

const breaksOf = (
  { count, line }: NonNullable<Flow["text"]>,
  follow: number,
  free: number,
  whole: number,
): ReadonlyArray<number> => {
  const breaks: Array<number> = []
  let from = 0
  let room = free
  const fits = (): number => Math.floor((room + SLACK) / line)
  while (count - from > fits()) {
    const left = count - from - fits()
    const here = Math.max(fits() - (left < LEAST ? LEAST - left : 0), from === 0 ? 0 : 1)
    from += here
    breaks.push(from)
    room = whole
    if (fits() < 1) return []
  }
  const rest = count - from
  const stays = rest - LEAST
  const apart = room - rest * line + SLACK < follow && whole + SLACK >= follow + LEAST * line
  if (follow > 0 && apart && stays >= (from === 0 ? LEAST : 1)) breaks.push(from + stays)
  return breaks.filter((at) => at > 0)
}
