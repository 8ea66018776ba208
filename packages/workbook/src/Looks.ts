// The looks of a new workbook's cells, each written once.
import { encode, head } from "./Markup.ts"

/** How a cell looks; what is absent is as usual: Times New Roman of 12 points, black on white, locked. */
export interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  /** In points. */
  readonly size?: number
  /** Six hexadecimal digits. */
  readonly colour?: string
  /** The colour behind it: six hexadecimal digits. */
  readonly fill?: string
  readonly border?: boolean
  readonly align?: "left" | "center" | "right"
  readonly wrap?: boolean
  /** Steps to the right. */
  readonly indent?: number
  /** A code of a number format: `#,##0`; `@` for text. */
  readonly format?: string
  /** May be changed in a protected sheet. */
  readonly unlocked?: boolean
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const own = 164

/** Looks by number, in the order in which they were first asked for. */
export class Looks {
  readonly #looks = new Map<string, number>()
  readonly #xfs: Array<string> = []
  readonly #fonts = new Map<string, number>()
  readonly #fills = new Map<string, number>()
  readonly #formats = new Map<string, number>()
  constructor() {
    fillOf(this.#fills, '<patternFill patternType="none"/>')
    fillOf(this.#fills, '<patternFill patternType="gray125"/>')
    this.number({}, false)
  }

  /**
   * The number of a look; `asText` marks what begins like a formula as typed with an apostrophe.
   *
   * @example
   * new Looks().number({ bold: true }, false) // 1
   */
  number(look: Look, asText: boolean): number {
    const key = JSON.stringify([asText, ...Object.entries(look).toSorted(([a], [b]) => (a < b ? -1 : 1))])
    const known = this.#looks.get(key)
    if (known !== undefined) return known
    this.#looks.set(key, this.#xfs.length)
    this.#xfs.push(this.#xf(look, asText))
    return this.#xfs.length - 1
  }

  #xf(look: Look, asText: boolean): string {
    const font = fillOf(
      this.#fonts,
      `${look.bold === true ? "<b/>" : ""}${look.italic === true ? "<i/>" : ""}<sz val="${look.size ?? 12}"/>` +
        `${look.colour === undefined ? "" : `<color rgb="FF${look.colour}"/>`}<name val="Times New Roman"/><family val="1"/>`,
    )
    const fill =
      look.fill === undefined
        ? 0
        : fillOf(
            this.#fills,
            `<patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill>`,
          )
    const format = look.format === undefined ? 0 : look.format === "@" ? 49 : own + fillOf(this.#formats, look.format)
    const alignment = [
      look.align === undefined ? "" : ` horizontal="${look.align}"`,
      ' vertical="center"',
      look.wrap === true ? ' wrapText="1"' : "",
      look.indent === undefined ? "" : ` indent="${look.indent}"`,
    ].join("")
    return (
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${look.border === true ? 1 : 0}" xfId="0"` +
      `${asText ? ' quotePrefix="1"' : ""}${format === 0 ? "" : ' applyNumberFormat="1"'} applyFont="1" applyFill="1" applyBorder="1"` +
      ` applyAlignment="1"${look.unlocked === true ? ' applyProtection="1"' : ""}><alignment${alignment}/>` +
      `${look.unlocked === true ? '<protection locked="0"/>' : ""}</xf>`
    )
  }

  /**
   * The part of styles.
   *
   * @example
   * new Looks().toText().includes("Times New Roman") // true
   */
  toText(): string {
    const list = (name: string, items: ReadonlyArray<string>): string =>
      items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`
    const side = (name: string): string => `<${name} style="thin"><color rgb="FF999999"/></${name}>`
    return [
      `${head}<styleSheet xmlns="${main}">`,
      list(
        "numFmts",
        [...this.#formats].map(([code, i]) => `<numFmt numFmtId="${own + i}" formatCode="${encode(code)}"/>`),
      ),
      list(
        "fonts",
        [...this.#fonts.keys()].map((font) => `<font>${font}</font>`),
      ),
      list(
        "fills",
        [...this.#fills.keys()].map((fill) => `<fill>${fill}</fill>`),
      ),
      list("borders", [
        "<border><left/><right/><top/><bottom/><diagonal/></border>",
        `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`,
      ]),
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list("cellXfs", this.#xfs),
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("")
  }
}

// The number of an item in a list, which it joins when it is new.
const fillOf = (list: Map<string, number>, item: string): number => {
  const known = list.get(item) ?? list.size
  list.set(item, known)
  return known
}
