// A Word file as a reader meets it: effective looks, counted numbers, the words in order. It shares nothing with the
// renderer but the archive.
import { strFromU8, unzipSync } from "fflate"
import { all, type Element, find, kids, parse, val } from "./xml.ts"

export interface Word {
  readonly parts: Readonly<Record<string, string>>
  readonly document: Element
  readonly styles: Element
  readonly body: Element
}

/** The parts of an office file that are XML. */
export const partsOf = (bytes: Uint8Array): Word["parts"] =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([path, part]) =>
      /\.(xml|rels)$/.test(path) ? [[path, strFromU8(part)]] : [],
    ),
  )

export const open = (bytes: Uint8Array): Word => {
  const parts = partsOf(bytes)
  const document = parse(parts["word/document.xml"] ?? "")
  const body = find(document, "w:body")
  if (!body) throw new Error("the file has no body")
  return { parts, document, styles: parse(parts["word/styles.xml"] ?? ""), body }
}

/** The paragraphs of a file, in tables too. */
export const paragraphs = (word: Word): ReadonlyArray<Element> => [...all(word.body, "w:p")]

/** What stands in a paragraph, without its number. */
export const textOf = (paragraph: Element): string => {
  const read = (element: Element): string => {
    if (element.name === "w:t") return element.children.join("")
    if (element.name === "w:noBreakHyphen") return "-"
    if (element.name === "w:br") return "\n"
    return kids(element).map(read).join("")
  }
  return read(paragraph)
}

export const paragraphOf = (word: Word, text: string): Element => {
  const found = paragraphs(word).find((one) => textOf(one) === text)
  if (!found) throw new Error(`no paragraph says ${text}`)
  return found
}

/** A property of a paragraph or its runs: its own, else that of its style, else that of the style's base. */
export const effective = (
  word: Word,
  paragraph: Element,
  kind: "w:pPr" | "w:rPr",
  name: string,
): Element | undefined => {
  const own = find(paragraph, kind, name)
  if (own) return own
  let id = val(find(paragraph, "w:pPr", "w:pStyle"))
  while (id !== undefined) {
    const style = kids(word.styles, "w:style").find((one) => val(one, "w:styleId") === id)
    if (!style) throw new Error(`no style ${id}`)
    const given = find(style, kind, name)
    if (given) return given
    id = val(find(style, "w:basedOn"))
  }
  return find(word.styles, "w:docDefaults", `${kind}Default`, kind, name)
}

const roman = (n: number): string => {
  const pairs: ReadonlyArray<readonly [number, string]> = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ]
  for (const [value, sign] of pairs) if (n >= value) return sign + roman(n - value)
  return ""
}

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => String.fromCharCode(64 + n),
  lowerLetter: (n) => String.fromCharCode(96 + n),
}

/** Counts as ISO 29500 says (17.9): each number belongs to a list, and a level begins anew below a higher one. */
export const numberer = (word: Word): ((paragraph: Element) => string) => {
  const root = parse(word.parts["word/numbering.xml"] ?? "")
  const counts = new Map<string, Array<number>>()
  return (paragraph) => {
    const at = find(paragraph, "w:pPr", "w:numPr")
    const id = val(find(at, "w:numId"))
    if (id === undefined || id === "0") return ""
    const level = Number(val(find(at, "w:ilvl")) ?? 0)
    const num = kids(root, "w:num").find((one) => val(one, "w:numId") === id)
    const abstract = kids(root, "w:abstractNum").find(
      (one) => val(one, "w:abstractNumId") === val(find(num, "w:abstractNumId")),
    )
    const levels = kids(abstract, "w:lvl")
    const lvl = (i: number): Element | undefined => levels.find((one) => val(one, "w:ilvl") === String(i))
    if (!lvl(level)) throw new Error(`numbering ${id} has no level ${level}`)
    const count = counts.get(id) ?? []
    counts.set(id, count)
    const override = kids(num, "w:lvlOverride").find((one) => val(one, "w:ilvl") === String(level))
    const start = Number(val(find(override, "w:startOverride")) ?? val(find(lvl(level), "w:start")) ?? 1)
    count[level] = (count[level] ?? start - 1) + 1
    count.length = level + 1
    const label = (val(find(lvl(level), "w:lvlText")) ?? "").replaceAll(/%(\d)/g, (_, digit: string) => {
      const i = Number(digit) - 1
      const format = formats[val(find(lvl(i), "w:numFmt")) ?? ""]
      if (!format) throw new Error(`level ${i} has a format that the reader does not know`)
      const n = count[i]
      if (n === undefined) throw new Error(`level ${i} is shown before it is counted: programs differ`)
      return format(n)
    })
    return label + (val(find(lvl(level), "w:suff")) === "space" ? " " : "\t")
  }
}

/** The words of a chart: names, then numbers as they stand at the bars. */
const chartText = (word: Word, path: string): string => {
  const chart = parse(word.parts[path] ?? "")
  const cached = (series: Element, of: string): ReadonlyArray<string> =>
    [...all(find(series, of), "c:v")].map((one) => one.children.join(""))
  const series = [...all(chart, "c:ser")]
  return [
    ...(series[0] ? cached(series[0], "c:cat") : []),
    ...series.flatMap((one) => [
      ...cached(one, "c:tx"),
      ...kids(find(one, "c:dLbls"), "c:dLbl").map((label) =>
        [...all(label, "a:t")].map((t) => t.children.join("")).join(""),
      ),
    ]),
  ].join("\n")
}

/** The words of the file, as `read` of the contract wants them. */
export const visible = (bytes: Uint8Array): string => {
  const word = open(bytes)
  const number = numberer(word)
  const targets = new Map(
    kids(parse(word.parts["word/_rels/document.xml.rels"] ?? "")).map(({ attributes }) => [
      attributes["Id"],
      attributes["Target"],
    ]),
  )
  const lines: Array<string> = []
  for (const paragraph of paragraphs(word)) {
    lines.push(number(paragraph) + textOf(paragraph))
    for (const chart of all(paragraph, "c:chart"))
      lines.push(chartText(word, `word/${targets.get(val(chart, "r:id") ?? "")}`))
  }
  return lines.join("\n")
}
