// Where a note's box comes to lie: programs want its corners as columns and rows with a rest in pixels, so it depends on
// how wide and high those are.

/** Sizes in pixels; rows and columns count from 1. */
export interface Geometry {
  readonly widthOf: (column: number) => number
  readonly heightOf: (row: number) => number
}

/**
 * The pixels of a column so many characters wide, with the digits of an 11-point Calibri.
 *
 * @example
 * fromCharacters(8.43) // 64
 */
export const fromCharacters = (width: number): number => (width <= 0 ? 0 : Math.trunc(width * 7 + 5))

/**
 * The pixels of a row so many points high.
 *
 * @example
 * fromPoints(15) // 20
 */
export const fromPoints = (height: number): number => Math.round((height * 4) / 3)

/** A sheet in which nobody has changed a column or a row. */
export const standard: Geometry = { widthOf: () => fromCharacters(8.43), heightOf: () => fromPoints(15) }

// 230 pixels hold about 36 characters of 9-point Tahoma; a longer box would not fit a laptop's screen.
const [width, lineHeight, charactersInLine, mostLines] = [230, 15, 36, 40]

/** A box: how high it is in points, and its anchor as VML writes it. */
export interface Box {
  readonly points: number
  readonly anchor: string
}

/**
 * The box of a note with this text, to the right of its cell's last column and high enough to be read, as far as a screen is.
 *
 * @example
 * box({ row: 1, column: 1 }, "Sai số liệu", standard).anchor // "1, 15, 0, 2, 4, 53, 1, 12"
 */
export const box = (spot: { readonly row: number; readonly column: number }, text: string, geometry: Geometry): Box => {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInLine)), 0)
  const height = (Math.min(lines, mostLines) + 1) * lineHeight
  const top = Math.max(1, spot.row - 1)
  const [right, rightRest] = reach(spot.column + 1, 15 + width, geometry.widthOf)
  const [bottom, bottomRest] = reach(top, (top === spot.row ? 2 : 10) + height, geometry.heightOf)
  return {
    points: (height * 3) / 4,
    anchor: [spot.column, 15, top - 1, top === spot.row ? 2 : 10, right - 1, rightRest, bottom - 1, bottomRest].join(
      ", ",
    ),
  }
}

// Hidden ones are 0 wide; a thousand in a row are enough to stop looking.
const reach = (from: number, pixels: number, sizeOf: (at: number) => number): readonly [at: number, rest: number] => {
  let [at, rest] = [from, pixels]
  while (rest > sizeOf(at) && at < from + 1000) {
    rest -= sizeOf(at)
    at++
  }
  return [at, rest]
}
