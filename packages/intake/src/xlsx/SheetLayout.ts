// Where everything stands in a worksheet's XML, as far as marking needs it: rows and cells with their places, merged
// rectangles, sizes of columns and rows, what is hidden, and where the reference to a drawing of notes belongs.
import { fromCharacters, fromPoints, type Geometry } from "@danvan/workbook/Geometry"
import { attributes, type Token, tokens } from "../xml/Scanner.ts"
import type { Range } from "../Table.ts"
import { isOn, referenceOf } from "./Package.ts"
import { last, toRange, toSpot } from "./Reference.ts"
import { XlsxError } from "./XlsxError.ts"

/** A cell: where its start tag begins and ends, and its style. A sheet may have a million, so nothing more is kept. */
export interface LayoutCell {
  readonly column: number
  readonly from: number
  readonly to: number
  readonly style: number
}

/** A row: its start tag, its cells in order, where its content ends; `style` null when it lends none to its cells. */
export interface LayoutRow {
  readonly number: number
  readonly tag: Token
  readonly style: number | null
  readonly cells: Array<LayoutCell>
  end: number
}

/** The layout of one worksheet. */
export interface SheetLayout {
  readonly prefix: string
  /** Whether its root has the namespace of the strict edition of the format. */
  readonly strict: boolean
  readonly rows: ReadonlyArray<LayoutRow>
  /** Where rows go that come after all others; `empty` when it is written as one tag that has to be opened. */
  readonly sheetData: { readonly tag: Token; readonly end: number; readonly empty: boolean }
  readonly dimension: Token | null
  readonly merges: ReadonlyArray<Range>
  readonly geometry: Geometry
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: (column: number) => boolean
  readonly columnStyle: (column: number) => number
  /** The id of the drawing of notes, and where one would be named. */
  readonly drawing: { readonly id: string | null; readonly at: number }
}

// What may stand behind the reference to a drawing of notes (ECMA-376 part 1, 18.3.1.99). One that stands elsewhere makes
// Excel offer to repair the file.
const behindDrawing = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
])

/** The layout of a worksheet's XML; throws an `XlsxError` when it is none. */
export const of = (source: string, part: string): SheetLayout => {
  const rows: Array<LayoutRow> = []
  const merges: Array<Range> = []
  const hiddenRows = new Set<number>()
  const heights = new Map<number, number>()
  const columns: Array<{ readonly from: number; readonly to: number; readonly width: number; readonly style: number }> =
    []
  let [row, column, prefix, strict] = [0, 0, "", false]
  let [height, width] = [fromPoints(15), fromCharacters(8.43)]
  let dimension: Token | null = null
  let data: { tag: Token; end: number; empty: boolean } | null = null
  let [drawingId, drawingAt, rootEnd] = [null as string | null, -1, source.length]
  const broken = (): never => {
    throw new XlsxError("xlsx.broken", part)
  }

  const underRoot = (token: Token): void => {
    if (token.kind === "close") {
      if (token.name === "sheetData" && data) data.end = token.from
      return
    }
    if (token.name === "sheetData") data = { tag: token, end: token.to, empty: token.kind === "empty" }
    else if (token.name === "dimension") dimension = token
    else if (token.name === "legacyDrawing") drawingId = referenceOf(attributes(token))
    else if (token.name === "sheetFormatPr") {
      const found = attributes(token)
      height = fromPoints(Number(found.get("defaultRowHeight") ?? 15)) || height
      width = fromCharacters(Number(found.get("defaultColWidth") ?? found.get("baseColWidth") ?? 8.43)) || width
    }
    if (drawingAt < 0 && behindDrawing.has(token.name)) drawingAt = token.from
  }
  const atRow = (token: Token): void => {
    if (token.kind === "close") return void ((rows.at(-1) as LayoutRow).end = token.from)
    const found = attributes(token)
    const number = found.has("r") ? Number(found.get("r")) : row + 1
    if (!Number.isInteger(number) || number <= row || number > last.row) broken()
    ;[row, column] = [number, 0]
    if (isOn(found, "hidden") || found.get("ht") === "0") hiddenRows.add(row)
    if (found.has("ht")) heights.set(row, fromPoints(Number(found.get("ht"))))
    const style = isOn(found, "customFormat") ? Number(found.get("s") ?? 0) : null
    rows.push({ number, tag: token, style, cells: [], end: token.to })
  }
  const atCell = (token: Token): void => {
    const found = attributes(token)
    const name = found.get("r")
    const spot = name === undefined ? { row, column: column + 1 } : toSpot(name)
    if (spot === null || spot.row !== row || spot.column <= column) return broken()
    column = spot.column
    rows.at(-1)?.cells.push({ column, from: token.from, to: token.to, style: Number(found.get("s") ?? 0) })
  }
  const atColumn = (token: Token): void => {
    const found = attributes(token)
    const hidden = isOn(found, "hidden")
    columns.push({
      from: Number(found.get("min")),
      to: Number(found.get("max")),
      width: hidden ? 0 : found.has("width") ? fromCharacters(Number(found.get("width"))) : width,
      style: Number(found.get("style") ?? 0),
    })
  }

  for (const token of tokens(source)) {
    if (token.kind === "text") continue
    if (token.depth === 0) {
      if (token.name !== "worksheet" || token.kind === "empty") broken()
      if (token.kind === "close") rootEnd = token.from
      else [prefix, strict] = [token.prefix, token.source.includes("http://purl.oclc.org/ooxml/spreadsheetml/main")]
    } else if (token.prefix !== prefix) continue
    else if (token.depth === 1) underRoot(token)
    else if (token.depth === 2 && token.name === "row") atRow(token)
    else if (token.depth === 3 && token.name === "c" && token.kind !== "close") atCell(token)
    else if (token.depth === 2 && token.name === "col" && token.kind !== "close") atColumn(token)
    else if (token.depth === 2 && token.name === "mergeCell" && token.kind !== "close") {
      merges.push(toRange(attributes(token).get("ref") ?? "") ?? broken())
    }
  }
  const columnAt = (at: number) => columns.find(({ from, to }) => at >= from && at <= to)
  return {
    prefix,
    strict,
    rows,
    sheetData: data ?? broken(),
    dimension,
    merges,
    geometry: {
      widthOf: (at) => columnAt(at)?.width ?? width,
      heightOf: (at) => (hiddenRows.has(at) ? 0 : (heights.get(at) ?? height)),
    },
    hiddenRows,
    hiddenColumns: (at) => columnAt(at)?.width === 0,
    columnStyle: (at) => columnAt(at)?.style ?? 0,
    drawing: { id: drawingId, at: drawingAt < 0 ? rootEnd : drawingAt },
  }
}
