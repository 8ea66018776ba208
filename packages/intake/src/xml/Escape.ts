// Text out of XML: the five entities and character references, nothing else. Into XML it goes by `@danvan/workbook`.
import { XmlError } from "./XmlError.ts"

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
])

/**
 * Resolves references; `at` is where the text stands, for the error.
 *
 * @example
 * decode("a &lt; &#7911;") // "a < ủ"
 */
export const decode = (text: string, at = 0): string => {
  if (!text.includes("&")) return text
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, semicolon: string) => {
    const character = semicolon === "" ? undefined : name.startsWith("#") ? numbered(name) : entities.get(name)
    if (character === undefined) throw new XmlError("xml.entity", at)
    return character
  })
}

const numbered = (name: string): string | undefined => {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name)
  if (!match) return undefined
  const point = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16)
  return point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
    ? undefined
    : String.fromCodePoint(point)
}
