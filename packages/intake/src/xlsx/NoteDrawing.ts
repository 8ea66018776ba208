// The drawing that another program made for the notes of a sheet, with more of them, or with more room.
import { box, type Geometry } from "@danvan/workbook/Geometry"
import type { Note } from "@danvan/workbook/Notes"

/**
 * A drawing of another program with more shapes. Such drawings are not always well-formed, so the end is searched from
 * behind.
 *
 * @example
 * withShapes("<xml></xml>", "<v:shape/>") // "<xml><v:shape/></xml>"
 */
export const withShapes = (source: string, shapes: string): string => {
  const end = source.lastIndexOf("</")
  return source.slice(0, end) + shapes + source.slice(end)
}

/**
 * A shape number that no shape of the drawing has.
 *
 * @example
 * freeNumber('<v:shape id="_x0000_s1030"/>', 1) // 1031
 */
export const freeNumber = (source: string, block: number): number =>
  [...source.matchAll(/_x0000_s(\d{1,9})/g)].reduce((most, match) => Math.max(most, Number(match[1])), block * 1024) + 1

/** A drawing in which the box of a note that was there is made high enough for its longer text. */
export const withRoom = (source: string, note: Note, geometry: Geometry): string =>
  source
    .split(/(?=<(?:\w{1,20}:)?ClientData\b)/)
    .map((data) => {
      const at = (name: string): number =>
        Number(new RegExp(`<(?:\\w{1,20}:)?${name}>\\s{0,9}(\\d{1,9})\\s{0,9}<`).exec(data)?.[1] ?? -1)
      if (at("Row") !== note.row - 1 || at("Column") !== note.column - 1) return data
      const { anchor } = box({ row: note.row, column: note.edge ?? note.column }, note.text, geometry)
      const placed = data.replace(
        /(<(?:\w{1,20}:)?Anchor>)[^<]*(<)/,
        (_, open: string, end: string) => open + anchor + end,
      )
      // One without an anchor takes its place and size from the style; the anchor stands before both when it is there.
      return placed !== data || data.includes("Anchor>")
        ? placed
        : data.replace(/<(\w{1,20}:)?AutoFill>/, (next, p = "") => `<${p}Anchor>${anchor}</${p}Anchor>${next}`)
    })
    .join("")
