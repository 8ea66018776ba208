// The styles of a workbook with copies that are filled with a colour: a marked cell keeps its number format, font, border
// and protection, because its style is cloned and only the fill is another.
import { attributes, type Token, tokens } from "../xml/Scanner.ts"
import { type Edit, opened, splice, withAttribute } from "../xml/Splice.ts"

/** Styles that can be filled; `toText` gives the part with all that were asked for. */
export interface FilledStyles {
  /** The number of the style that looks like this one and is filled. */
  readonly filled: (style: number) => number
  readonly toText: () => string
}

// Children of styleSheet in the order that the schema demands.
const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles"]

/** A part of styles for a workbook that has none. */
export const bare =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'

interface List {
  readonly open: Token
  /** Where its end tag begins; null when it has none. */
  end: number | null
  readonly items: Array<string>
}

/**
 * Prepares a part of styles; `colour` is eight hexadecimal digits, opacity first.
 *
 * @example
 * const styles = make(bare, "FFFFC7CE")
 * styles.filled(0) // 1
 */
export const make = (source: string, colour: string): FilledStyles => {
  const lists = new Map<string, List>()
  const ends: Array<readonly [name: string, from: number]> = []
  let [prefix, rootEnd, list] = ["", source.length, null as List | null]
  let itemFrom = 0
  for (const token of tokens(source)) {
    if (token.depth === 0 && token.kind === "open") prefix = token.prefix
    else if (token.depth === 0 && token.kind === "close") rootEnd = token.from
    else if (token.depth === 1 && token.kind !== "close") {
      ends.push([token.name, token.from])
      list = { open: token, end: null, items: [] }
      lists.set(token.name, list)
    } else if (token.depth === 1 && list) list.end = token.from
    else if (token.depth === 2 && list) {
      if (token.kind === "open") itemFrom = token.from
      else if (token.kind !== "text") {
        list.items.push(source.slice(token.kind === "empty" ? token.from : itemFrom, token.to))
      }
    }
  }
  const fill = lists.get("fills")?.items.length ?? 0
  const styles = lists.get("cellXfs")?.items ?? []
  const added: Array<string> = []
  const clones = new Map<number, number>()

  const filled = (style: number): number => {
    const known = clones.get(style)
    if (known !== undefined) return known
    const original = styles[style] ?? styles[0] ?? `<${prefix}xf numFmtId="0" fontId="0" borderId="0"/>`
    const tag = original.slice(0, original.indexOf(">") + 1)
    const changed = withAttribute(withAttribute(tag, "fillId", String(fill)), "applyFill", "1")
    added.push(changed + original.slice(tag.length))
    const number = styles.length + added.length - 1
    clones.set(style, number)
    return number
  }
  // More items at the end of a list, with its count; the list itself where the part has none.
  const extended = (name: string, more: ReadonlyArray<string>): ReadonlyArray<Edit> => {
    const found = lists.get(name)
    const content = more.join("")
    if (!found) {
      const next = ends.find(([other]) => !order.includes(other) || order.indexOf(other) > order.indexOf(name))
      const at = next?.[1] ?? rootEnd
      return [{ from: at, to: at, text: `<${prefix}${name} count="${more.length}">${content}</${prefix}${name}>` }]
    }
    const { from, to, source: tag } = found.open
    const count = found.items.length + more.length
    const counted = attributes(found.open).has("count") ? withAttribute(tag, "count", String(count)) : tag
    return found.end === null
      ? [{ from, to, text: opened(counted, prefix + name, content) }]
      : [
          { from, to, text: counted },
          { from: found.end, to: found.end, text: content },
        ]
  }
  return {
    filled,
    toText: () =>
      splice(source, [
        ...extended("fills", [
          `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/>` +
            `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
        ]),
        ...extended("cellXfs", added),
      ]),
  }
}
