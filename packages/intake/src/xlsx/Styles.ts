// What the styles of a workbook say about its cells, as far as meaning hangs on it: the number format, the font, and
// whether something was typed as text.
import type { Archive } from "../zip/Archive.ts"
import { attributes } from "../xml/Scanner.ts"
import { isOn, scan } from "./Package.ts"

/** One style of cells. */
export interface Style {
  /** The code of the number format, letter by letter as the file has it; null for General. */
  readonly format: string | null
  /** The code by which a program set to Vietnamese shows it: another one where the format follows the system. */
  readonly shown: string | null
  readonly font: string | null
  /** Typed with an apostrophe before it. */
  readonly quoted: boolean
}

/** The style of a cell that names none. */
export const plain: Style = { format: null, shown: null, font: null, quoted: false }

// Formats that a file names by number only (ECMA-376 part 1, 18.8.30).
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
])

// Two of them follow the system: a Vietnamese one writes the day first.
const inVietnamese: ReadonlyMap<number, string> = new Map([
  [14, "dd/mm/yyyy"],
  [22, "dd/mm/yyyy h:mm"],
])

/** The styles by number, as cells refer to them. */
export const read = async (archive: Archive, part: string): Promise<ReadonlyArray<Style>> => {
  const formats = new Map(builtIn)
  const follows = new Map(inVietnamese)
  const fonts: Array<string | null> = []
  const styles: Array<Style> = []
  let list = ""
  await scan(archive, part, (token) => {
    if (token.kind === "close" || token.kind === "text") return
    if (token.depth === 1) list = token.name
    else if (list === "numFmts" && token.name === "numFmt") {
      const found = attributes(token)
      formats.set(Number(found.get("numFmtId")), found.get("formatCode") ?? "General")
      follows.delete(Number(found.get("numFmtId")))
    } else if (list === "fonts" && token.name === "font") fonts.push(null)
    else if (list === "fonts" && token.name === "name") fonts[fonts.length - 1] = attributes(token).get("val") ?? null
    else if (list === "cellXfs" && token.name === "xf") {
      const found = attributes(token)
      const id = Number(found.get("numFmtId") ?? 0)
      const code = formats.get(id) ?? "General"
      const own = /^general$/i.test(code) ? null : code
      styles.push({
        format: own,
        shown: follows.get(id) ?? own,
        font: fonts[Number(found.get("fontId") ?? 0)] ?? null,
        quoted: isOn(found, "quotePrefix"),
      })
    }
  })
  return styles
}
