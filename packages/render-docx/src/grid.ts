// The places of a table: what its rows hold, and what cells from above still cover. Word wants a cell in each of them.
import type { Row } from "@danvan/document"

/** A place in a row: a cell of its own, or the lower part of one from above. */
export interface Place {
  /** The cell's place in its row of the document; of no meaning if it is from above. */
  readonly cell: number
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly above: boolean
  /** How many rows the cell still takes, this one included. */
  readonly rowsLeft: number
}

/** The places of rows, from left to right. */
export const placesOf = (rows: ReadonlyArray<Row>, columns: number): ReadonlyArray<ReadonlyArray<Place>> => {
  // By column where a cell begins that goes on below: how wide it is and how many rows it still takes.
  let held = new Map<number, { readonly colSpan: number; readonly rowsLeft: number }>()
  return rows.map((row, r) => {
    const places: Array<Place> = []
    const next = new Map<number, { readonly colSpan: number; readonly rowsLeft: number }>()
    let cell = 0
    for (let column = 0; column < columns;) {
      const from = held.get(column)
      const given = row.cells[cell]
      if (!from && !given) break
      const { colSpan = 1, rowSpan = 1 } = from ? { colSpan: from.colSpan } : (given ?? {})
      const rowsDown = Math.max(1, Math.min(rowSpan, rows.length - r))
      const rowsLeft = from?.rowsLeft ?? rowsDown
      places.push({ cell, column, colSpan, rowSpan: rowsDown, above: from !== undefined, rowsLeft })
      if (rowsLeft > 1) next.set(column, { colSpan, rowsLeft: rowsLeft - 1 })
      if (!from) cell++
      column += colSpan
    }
    held = next
    return places
  })
}
