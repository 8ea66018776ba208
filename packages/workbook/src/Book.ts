// A workbook made anew, from plain values: sheets with typed cells, widths, frozen panes, protection, drop-downs, notes,
// names. The same book gives the same bytes everywhere: there is no clock in it. What begins like a formula is written as
// the text that it is, also when somebody opens the cell and presses Enter.
import { type Look, Looks } from "./Looks.ts"
import { fromCharacters, fromPoints, type Geometry } from "./Geometry.ts"
import * as Notes from "./Notes.ts"
import { encode, escape, head } from "./Markup.ts"
import * as Packing from "./Packing.ts"
import { address, columnName, fromRange, type Range } from "./Place.ts"

/** A cell: a text, a number, a truth, or nothing but its look. */
export interface BookCell {
  /** 1-based. */
  readonly column: number
  readonly value: string | number | boolean | null
  readonly look?: Look
  /** A note on it. */
  readonly note?: string
}

/** A row; cells in order of their columns. */
export interface BookRow {
  /** 1-based, ascending. */
  readonly row: number
  /** In points; as high as its type needs where absent. */
  readonly height?: number
  readonly cells: ReadonlyArray<BookCell>
}

/** A drop-down, one of the values of a range (`'Danh mục'!$A$1:$A$9`); or, where `from` is empty, only a prompt. */
export interface Choice {
  readonly range: Range
  readonly from: string
  /** Whether something else may be typed, too. */
  readonly open: boolean
  /** Shown beside the cell while it is chosen: a title of 32 characters, a text of 255. */
  readonly prompt?: { readonly title: string; readonly text: string }
}

/** A sheet. */
export interface BookSheet {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string
  /** `veryHidden` can be shown by no command of Excel; other programs take it for `hidden`. */
  readonly state: "visible" | "hidden" | "veryHidden"
  /** Widths of the first columns, in characters. */
  readonly widths: ReadonlyArray<number>
  readonly rows: ReadonlyArray<BookRow>
  /** So many rows and columns stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly merges?: ReadonlyArray<Range>
  readonly choices?: ReadonlyArray<Choice>
  /** Whether only unlocked cells may be changed; without a password. */
  readonly protected?: boolean
  /** Rows repeated on every printed page. */
  readonly titleRows?: { readonly from: number; readonly to: number }
  readonly landscape?: boolean
}

/** What a file says about itself; nothing of it is made up. */
export interface Properties {
  readonly title: string
  /** BCP 47: `vi`. */
  readonly language: string
  /** ISO 8601, in UTC and without fractions of a second. */
  readonly created?: string
  readonly identifier?: string
}

/** A workbook. */
export interface Book {
  readonly sheets: ReadonlyArray<BookSheet>
  /** Names for the whole workbook and the formulas they stand for. */
  readonly names?: ReadonlyMap<string, string>
  /** Whom notes are by. */
  readonly author: string
  readonly properties?: Properties
}

declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

const office = "http://schemas.openxmlformats.org/officeDocument/2006"
const packages = "http://schemas.openxmlformats.org/package/2006"
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/**
 * The file. Throws a `RangeError` for what no workbook can hold: a number that is none, a text over 32,767 characters, a
 * sheet's name with a sign that may not stand in it, rows or cells out of order.
 *
 * @example
 * const cells = [{ column: 1, value: "=1+1" }, { column: 2, value: 42 }]
 * const sheet = { name: "Biểu 1", state: "visible", widths: [12], rows: [{ row: 1, cells }] }
 * toBytes({ sheets: [sheet], author: "danvan" }) instanceof Uint8Array // true
 */
export const toBytes = (book: Book): Uint8Array => {
  const styles = new Looks()
  const strings = new Strings()
  const parts = new Map<string, string>()
  const names = book.sheets.map(({ name }) => name.toLowerCase())
  if (book.sheets.length === 0 || new Set(names).size < names.length)
    throw new RangeError("A book needs sheets of different names")
  for (const [i, sheet] of book.sheets.entries()) addSheet(parts, sheet, i + 1, book.author, styles, strings)
  parts.set("xl/styles.xml", styles.toText())
  parts.set("xl/sharedStrings.xml", strings.toText())
  parts.set("xl/workbook.xml", workbook(book))
  parts.set(
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...book.sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
  )
  parts.set("_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]], book.properties))
  if (book.properties !== undefined) parts.set("docProps/core.xml", properties(book.properties))
  const all = [["[Content_Types].xml", contentTypes([...parts.keys()])] as const, ...parts]
  return Packing.write(all.map(([name, text]) => Packing.pack({ name, bytes: new TextEncoder().encode(text) })))
}

// Texts that are written once, however often they stand in cells.
class Strings {
  readonly #numbers = new Map<string, number>()
  #used = 0
  number(text: string): number {
    if (text.length > Notes.longest) throw new RangeError(`A cell holds at most ${Notes.longest} characters`)
    const known = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, known)
    this.#used++
    return known
  }
  toText(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${encode(escape(text))}</t></si>`,
    )
    return `${head}<sst xmlns="${main}" count="${this.#used}" uniqueCount="${items.length}">${items.join("")}</sst>`
  }
}

const relationships = (to: ReadonlyArray<readonly [type: string, target: string]>, about?: Properties): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${to
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${office}/relationships/${type}" Target="${target}"/>`,
    )
    .join("")}${
    about === undefined
      ? ""
      : `<Relationship Id="rId${to.length + 1}" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
  }</Relationships>`

const properties = ({ title, language, created, identifier }: Properties): string => {
  const date = (name: string): string =>
    created === undefined ? "" : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${encode(created)}</dcterms:${name}>`
  return [
    `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${encode(title)}</dc:title>`,
    identifier === undefined ? "" : `<dc:identifier>${encode(identifier)}</dc:identifier>`,
    `<dc:language>${encode(language)}</dc:language>`,
    date("created"),
    date("modified"),
    "</cp:coreProperties>",
  ].join("")
}

const contentTypes = (parts: ReadonlyArray<string>): string => {
  const kinds: ReadonlyArray<readonly [RegExp, string]> = [
    [/^xl\/workbook\.xml$/, `${kind}.sheet.main+xml`],
    [/^xl\/worksheets\/sheet\d+\.xml$/, `${kind}.worksheet+xml`],
    [/^xl\/styles\.xml$/, `${kind}.styles+xml`],
    [/^xl\/sharedStrings\.xml$/, `${kind}.sharedStrings+xml`],
    [/^xl\/comments\d+\.xml$/, `${kind}.comments+xml`],
    [/^docProps\/core\.xml$/, "application/vnd.openxmlformats-package.core-properties+xml"],
  ]
  const overrides = parts.flatMap((part) => {
    const found = kinds.find(([pattern]) => pattern.test(part))
    return found ? [`<Override PartName="/${part}" ContentType="${found[1]}"/>`] : []
  })
  return (
    `${head}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `${overrides.join("")}</Types>`
  )
}

/**
 * The name of a sheet as formulas write it.
 *
 * @example
 * quoted("Biểu 1") // "'Biểu 1'"
 */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

const workbook = ({ sheets, names = new Map() }: Book): string => {
  const listed = sheets.map(({ name, state }, i) => {
    const hidden = state === "visible" ? "" : ` state="${state}"`
    return `<sheet name="${encode(checkedName(name))}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`
  })
  const first = Math.max(
    0,
    sheets.findIndex(({ state }) => state === "visible"),
  )
  const titles = sheets.flatMap(({ name, titleRows }, i) =>
    titleRows === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${encode(`${quoted(name)}!$${titleRows.from}:$${titleRows.to}`)}</definedName>`,
        ],
  )
  const named = [...names].map(([name, means]) => `<definedName name="${encode(name)}">${encode(means)}</definedName>`)
  const defined = [...titles, ...named].join("")
  return (
    `${head}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr/>` +
    `<bookViews><workbookView activeTab="${first}"/></bookViews><sheets>${listed.join("")}</sheets>` +
    `${defined === "" ? "" : `<definedNames>${defined}</definedNames>`}</workbook>`
  )
}

const checkedName = (name: string): string => {
  if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
    throw new RangeError(`No name for a sheet: ${name}`)
  return name
}

const addSheet = (
  parts: Map<string, string>,
  sheet: BookSheet,
  position: number,
  author: string,
  styles: Looks,
  strings: Strings,
): void => {
  const notes = sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, note }) =>
      note === undefined ? [] : [{ row, column, text: note.slice(0, Notes.longest) }],
    ),
  )
  const part = `xl/worksheets/sheet${position}.xml`
  parts.set(part, worksheet(sheet, notes.length > 0, styles, strings))
  if (notes.length === 0) return
  const heights = new Map(sheet.rows.map(({ row, height }) => [row, fromPoints(height ?? 15)]))
  const geometry: Geometry = {
    widthOf: (column) => fromCharacters(sheet.widths[column - 1] ?? 8.43),
    heightOf: (row) => heights.get(row) ?? fromPoints(15),
  }
  const shapes = notes.map((note, i) => Notes.shape(note, position * 1024 + i + 1, geometry)).join("")
  const words = notes.map((note) => Notes.comment(note, 0, "")).join("")
  const authors = `<authors><author>${encode(author)}</author></authors>`
  parts.set(
    `xl/comments${position}.xml`,
    `${head}<comments xmlns="${main}">${authors}<commentList>${words}</commentList></comments>`,
  )
  parts.set(`xl/drawings/vmlDrawing${position}.vml`, Notes.drawing(shapes, position))
  parts.set(
    `xl/worksheets/_rels/sheet${position}.xml.rels`,
    relationships([
      ["vmlDrawing", `../drawings/vmlDrawing${position}.vml`],
      ["comments", `../comments${position}.xml`],
    ]),
  )
}

// The children of a worksheet in the order that the schema demands.
const worksheet = (sheet: BookSheet, hasNotes: boolean, styles: Looks, strings: Strings): string => {
  const { widths, rows, frozen, merges = [], choices = [] } = sheet
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const merged = merges.map((range) => `<mergeCell ref="${fromRange(range)}"/>`)
  return [
    `${head}<worksheet xmlns="${main}" xmlns:r="${office}/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${frozen === undefined ? "" : pane(frozen)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`,
    `<sheetData>${rowsText(rows, styles, strings)}</sheetData>`,
    sheet.protected === true
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : "",
    merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>`,
    choices.length === 0
      ? ""
      : `<dataValidations count="${choices.length}">${choices.map(validation).join("")}</dataValidations>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape === true ? "landscape" : "portrait"}" fitToHeight="0"/>`,
    hasNotes ? '<legacyDrawing r:id="rId1"/>' : "",
    "</worksheet>",
  ].join("")
}

const pane = ({ rows, columns }: { readonly rows: number; readonly columns: number }): string => {
  const corner = address({ row: rows + 1, column: columns + 1 })
  const which = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight"
  const [x, y] = [columns > 0 ? ` xSplit="${columns}"` : "", rows > 0 ? ` ySplit="${rows}"` : ""]
  return (
    `<pane${x}${y} topLeftCell="${corner}" activePane="${which}" state="frozen"/>` +
    `<selection pane="${which}" activeCell="${corner}" sqref="${corner}"/>`
  )
}

const rowsText = (rows: ReadonlyArray<BookRow>, styles: Looks, strings: Strings): string => {
  let last = 0
  return rows
    .map(({ row, height, cells }) => {
      if (row <= last) throw new RangeError(`Row ${row} is out of order`)
      last = row
      const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`
      return `<row r="${row}"${size}>${cellsText(row, cells, styles, strings)}</row>`
    })
    .join("")
}

const cellsText = (row: number, cells: ReadonlyArray<BookCell>, styles: Looks, strings: Strings): string => {
  let last = 0
  return cells
    .map(({ column, value, look = {} }) => {
      if (column <= last) throw new RangeError(`Cell ${columnName(column)}${row} is out of order`)
      last = column
      const isFormula = typeof value === "string" && /^[=+\-@\t\r]/.test(value)
      const start = `<c r="${columnName(column)}${row}" s="${styles.number(look, isFormula)}"`
      switch (typeof value) {
        case "string":
          return value === "" ? `${start}/>` : `${start} t="s"><v>${strings.number(value)}</v></c>`
        case "boolean":
          return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
        case "number":
          if (!Number.isFinite(value)) throw new RangeError(`${columnName(column)}${row} is no number: ${value}`)
          return `${start}><v>${value}</v></c>`
        default:
          return `${start}/>`
      }
    })
    .join("")
}

const validation = ({ range, from, open, prompt }: Choice): string => {
  const said =
    prompt === undefined
      ? ""
      : ` showInputMessage="1" promptTitle="${encode(prompt.title.slice(0, 32))}" prompt="${encode(prompt.text.slice(0, 255))}"`
  const at = ` allowBlank="1"${said}${open ? "" : ' showErrorMessage="1"'} sqref="${fromRange(range)}"`
  if (from === "") return `<dataValidation${at}/>`
  return `<dataValidation type="list"${at}><formula1>${encode(from)}</formula1></dataValidation>`
}
