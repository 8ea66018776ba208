// Notes on cells, as workbooks keep them: the words in one part, the boxes that show them in another, which is a drawing
// in the older VML.
import { type Box, box, type Geometry } from "./Geometry.ts"
import { encode, escape } from "./Markup.ts"
import { address, type Spot } from "./Place.ts"

/** A note: its cell and its words. */
export interface Note extends Spot {
  readonly text: string
  /** The last column of the merged rectangle that the cell stands for; its own where there is none. */
  readonly edge?: number
}

const boxOf = (note: Note, geometry: Geometry): Box =>
  box({ row: note.row, column: note.edge ?? note.column }, note.text, geometry)

/** What a note of a workbook can hold, in UTF-16 units. */
export const longest = 32_767

/**
 * A stretch of a note's words, in the type of Excel's own notes.
 *
 * @example
 * run("Sai", "").includes("Sai") // true
 */
export const run = (text: string, prefix: string): string =>
  `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/>` +
  `<${prefix}family val="2"/></${prefix}rPr><${prefix}t xml:space="preserve">${encode(escape(text))}</${prefix}t></${prefix}r>`

/**
 * A note in the part of words.
 *
 * @example
 * comment({ row: 1, column: 1, text: "Sai" }, 0, "").startsWith('<comment ref="A1" authorId="0">') // true
 */
export const comment = (note: Note, author: number, prefix: string): string =>
  `<${prefix}comment ref="${address(note)}" authorId="${author}"><${prefix}text>${run(note.text, prefix)}</${prefix}text></${prefix}comment>`

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'

/**
 * The box of a note in the drawing. The prefixes are declared on it, because the drawing of another program may bind
 * others. `number` is one that no other shape of the drawing has.
 *
 * @example
 * const geometry = { widthOf: () => 64, heightOf: () => 20 }
 * shape({ row: 1, column: 1, text: "Sai" }, 1025, geometry).includes('id="_x0000_s1025"') // true
 */
export const shape = (note: Note, number: number, geometry: Geometry): string => {
  const { points, anchor } = boxOf(note, geometry)
  return (
    `<v:shape ${namespaces} id="_x0000_s${number}" type="#_x0000_t202" ` +
    `style="position:absolute;margin-left:60pt;margin-top:2pt;width:173pt;height:${points}pt;z-index:${number % 1024};visibility:hidden" ` +
    `fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>` +
    `<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${note.row - 1}</x:Row><x:Column>${note.column - 1}</x:Column></x:ClientData></v:shape>`
  )
}

/**
 * A drawing with these shapes. `block` says which thousand of shape numbers belongs to it.
 *
 * @example
 * drawing("", 1).startsWith("<xml ") // true
 */
export const drawing = (shapes: string, block: number): string =>
  `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>` +
  `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  `<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes}</xml>`
