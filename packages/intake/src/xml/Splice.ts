// XML changed in place: everything between the edits stays letter by letter as it was.
import { encode } from "@danvan/workbook/Markup"
import { tokens } from "./Scanner.ts"
import { XmlError } from "./XmlError.ts"

/** What stands from `from` up to `to` becomes `text`; an insertion where both are the same. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Applies edits. Several insertions at one place keep their order; edits that overlap are a defect and throw.
 *
 * @example
 * splice("abc", [{ from: 1, to: 2, text: "X" }, { from: 3, to: 3, text: "!" }]) // "aXc!"
 */
export const splice = (source: string, edits: ReadonlyArray<Edit>): string => {
  let [result, at] = ["", 0]
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new Error(`Edits overlap at ${from}`)
    result += source.slice(at, from) + text
    at = to
  }
  return result + source.slice(at)
}

/**
 * A tag with an attribute of this value, in the place of one that it has.
 *
 * @example
 * withAttribute('<c r="A1" s="2"/>', "s", "5") // '<c r="A1" s="5"/>'
 * withAttribute('<c r="A1">', "s", "5") // '<c r="A1" s="5">'
 */
export const withAttribute = (tag: string, name: string, value: string): string => {
  const written = `${name}="${encode(value)}"`
  // Over whole attributes, so that no value can pass for one.
  let found = false
  const changed = tag.replace(/([^\s=/>"'<]+)(\s*=\s*)("[^"]*"|'[^']*')/g, (whole, key: string) => {
    if (key !== name) return whole
    found = true
    return written
  })
  return found ? changed : tag.replace(/\s*(\/?>)$/, (_, end: string) => ` ${written}${end}`)
}

/**
 * The edit that puts something at the end of the root, made by `write` with the root's own prefix.
 *
 * @example
 * splice("<x:a/>", [atEnd("<x:a/>", (prefix) => `<${prefix}b/>`)]) // "<x:a><x:b/></x:a>"
 */
export const atEnd = (source: string, write: (prefix: string) => string): Edit => {
  for (const token of tokens(source)) {
    if (token.depth > 0 || token.kind === "text" || token.kind === "open") continue
    const more = write(token.prefix)
    return token.kind === "close"
      ? { from: token.from, to: token.from, text: more }
      : { from: token.from, to: token.to, text: opened(token.source, token.prefix + token.name, more) }
  }
  throw new XmlError("xml.malformed", source.length)
}

/**
 * An element without content as one with this content.
 *
 * @example
 * opened('<row r="1"/>', "row", "<c/>") // '<row r="1"><c/></row>'
 */
export const opened = (tag: string, name: string, content: string): string =>
  `${tag.replace(/\s*\/>$/, ">")}${content}</${name}>`
