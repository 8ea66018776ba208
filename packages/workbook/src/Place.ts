// The names of columns, cells and rectangles in a sheet: `C12`, `A1:C3`. Rows and columns count from 1.

/** A place in a sheet. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** A rectangle, both corners included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * The letters of a column: 1 is A, 27 is AA.
 *
 * @example
 * columnName(28) // "AB"
 */
export const columnName = (column: number): string => {
  let name = ""
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

/**
 * The address of a cell as spreadsheets write it.
 *
 * @example
 * address({ row: 12, column: 3 }) // "C12"
 */
export const address = ({ row, column }: Spot): string => `${columnName(column)}${row}`

/**
 * A rectangle as workbooks write it; of one cell, its address.
 *
 * @example
 * fromRange({ top: 1, left: 1, bottom: 2, right: 2 }) // "A1:B2"
 */
export const fromRange = ({ top, left, bottom, right }: Range): string => {
  const [first, second] = [address({ row: top, column: left }), address({ row: bottom, column: right })]
  return first === second ? first : `${first}:${second}`
}
