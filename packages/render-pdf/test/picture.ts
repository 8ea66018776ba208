// Pages as pictures of ink, held against pictures that were looked at and kept. Each program smooths the edges of letters
// in its own way, so ink may lie a pixel off; what has no ink of the other picture that near is counted, by places as small
// as a letter: a lost tone is little on a page, and much in its place.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { decode, encode } from "fast-png"

/** Where the ink is, cut to where there is any: 1 is dark. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

/** Half the side of a place, pixels. */
const HALF = 18

/**
 * Pixels that may stand alone in a place, of pictures with letters of 28 pt at 300 dpi. Letters that differ in the least,
 * such as ế and ể, left 21 and more; pages of poppler with and without smoothing, and of cairo in its place, left 4 at most.
 */
const FEW = 10

/** A picture as PNG, in colours, grey, or black and white. */
export const pictureIn = (png: Uint8Array): Picture => {
  const { width, height, data, channels, depth } = decode(png)
  const [whole, line] = [2 ** depth - 1, Math.ceil((width * channels * depth) / 8)]
  const lightOf = (x: number, y: number): number => {
    if (depth === 1) return (data[y * line + (x >> 3)]! >> (7 - (x & 7))) & 1
    const at = (y * width + x) * channels
    return channels < 3 ? data[at]! : (data[at]! + data[at + 1]! + data[at + 2]!) / 3
  }
  const dark = new Uint8Array(width * height)
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (lightOf(x, y) > whole / 2) continue
      dark[at] = 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  }
  const [wide, high] = [Math.max(right - left + 1, 0), Math.max(bottom - top + 1, 0)]
  const ink = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++)
    ink.set(dark.subarray((top + y) * width + left, (top + y) * width + left + wide), y * wide)
  return { width: wide, height: high, ink }
}

/** A picture as PNG, black and white. */
const pngOf = ({ width, height, ink }: Picture): Uint8Array => {
  const line = Math.ceil(width / 8)
  const data = new Uint8Array(line * height).fill(255)
  for (const at of dots(ink)) {
    const x = at % width
    data[Math.floor(at / width) * line + (x >> 3)]! &= ~(128 >> (x & 7))
  }
  return encode({ width, height, data, channels: 1, depth: 1 }, { zlib: { level: 9 } })
}

/** Where a picture is dark, from above. */
function* dots(ink: Uint8Array): Generator<number> {
  for (let at = ink.indexOf(1); at >= 0; at = ink.indexOf(1, at + 1)) yield at
}

/** The ink with a pixel more around it. */
const spread = ({ width, height, ink }: Picture): Picture => {
  const wide = width + 2
  const more = new Uint8Array(wide * (height + 2))
  for (const at of dots(ink)) {
    const from = Math.floor(at / width) * wide + (at % width)
    for (let y = 0; y < 3; y++) more.fill(1, from + y * wide, from + y * wide + 3)
  }
  return { width: wide, height: height + 2, ink: more }
}

/** Adds to the places the ink of one that does not lie in the other, which is moved by `right` and `down`. */
const countAlone = (one: Picture, other: Picture, right: number, down: number, places: Places): void => {
  for (const at of dots(one.ink)) {
    const x = at % one.width
    const y = Math.floor(at / one.width)
    const left = x - right
    const top = y - down
    const inside = left >= 0 && top >= 0 && left < other.width && top < other.height
    if (inside && other.ink[top * other.width + left] === 1) continue
    const place = (Math.floor(y / HALF) + 1) * places.across + Math.floor(x / HALF) + 1
    // Places overlap by half, so that a letter lies whole in one of them.
    places.counts[place]!++
    places.counts[place - 1]!++
    places.counts[place - places.across]!++
    places.counts[place - places.across - 1]!++
  }
}

interface Places {
  readonly across: number
  readonly counts: Uint32Array
}

/** How many pixels stand alone in the place where most do; no better laying over each other is sought than a good one. */
const unlike = (one: Picture, other: Picture): number => {
  const [much, more] = [spread(one), spread(other)]
  const across = Math.ceil(Math.max(one.width, other.width) / HALF) + 2
  const down = Math.ceil(Math.max(one.height, other.height) / HALF) + 2
  let least = Infinity
  // Where the ink begins is a pixel more or less as well. What is spread begins a pixel before.
  for (let i = 0; i < 9 && least > FEW; i++) {
    const [x, y] = [[0, 1, -1][i % 3] ?? 0, [0, 1, -1][Math.floor(i / 3)] ?? 0]
    const places = { across, counts: new Uint32Array(across * down) }
    countAlone(one, more, x - 1, y - 1, places)
    countAlone(other, much, -x - 1, -y - 1, places)
    least = Math.min(
      least,
      places.counts.reduce((most, count) => Math.max(most, count), 0),
    )
  }
  return least
}

/** What parts a picture from the one that is kept in a file, in words; empty if they are alike. */
export const unlikeKept = (picture: Picture, file: string): string => {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, pngOf(picture))
    return `${file} was not there and is written; look at it`
  }
  const most = unlike(picture, pictureIn(readFileSync(file)))
  return most > FEW ? `${most} pixels in a place of ${file} are not as kept` : ""
}
