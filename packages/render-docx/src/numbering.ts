// Numbers of headings and lists as Word's own, which go on when a clerk inserts one. Only where Word's counting gives
// exactly what the document says: a level or list that it would number otherwise (d, đ, e) keeps its numbers as text.
import type { Heading, List } from "@danvan/document"
import type { NumberingDefinition } from "docx"
import { candidates, type Format, labelOf, plain, type Template } from "./counting.ts"
import { twips } from "./measure.ts"
import type { Page } from "./page.ts"

/** Where a paragraph stands in Word's numbering. */
export interface Numbered {
  readonly reference: string
  readonly level: number
  readonly instance: number
  /** It is not to take the style of a list. */
  readonly custom: true
}

/** The headings of one stretch of the document, which Word is to count together. */
export const numberHeadings = (
  headings: ReadonlyArray<Heading>,
  reference: string,
  page: Page,
): ReadonlyMap<Heading, Numbered> => {
  const numbered = headings.filter(({ number }) => number !== null)
  const levels = new Set(numbered.map(({ level }) => level))
  let templates: Array<Template | undefined> = []
  for (let again = true; again && levels.size > 0;) {
    again = false
    templates = []
    const counts = [0, 0, 0]
    for (const { level, number } of numbered) {
      if (!levels.has(level)) continue
      const at = level - 1
      counts[at] = (counts[at] ?? 0) + 1
      counts.fill(0, level)
      const marker = plain(number ?? [])
      const tried = (template: Template): boolean =>
        labelOf(Object.assign([...templates], { [at]: template }), at, counts) === marker
      templates[at] ??= candidates(marker ?? "", at).find(tried)
      if (marker === null || !templates[at] || labelOf(templates, at, counts) !== marker) {
        levels.delete(level)
        again = true
        break
      }
    }
  }
  if (levels.size === 0) return new Map()
  page.define({
    reference,
    levels: templates.flatMap((template, level) =>
      template ? [levelOf(template, level, page.layout.styles[`heading-${(level + 1) as 1 | 2 | 3}`].indent)] : [],
    ),
  })
  return new Map(
    numbered
      .filter(({ level }) => levels.has(level))
      .map((heading) => [heading, { reference, level: heading.level - 1, instance: 0, custom: true }]),
  )
}

/** A list that Word can number or mark as a whole; null if it cannot. */
export const numberList = (list: List, page: Page): Numbered | null => {
  const markers = list.items.map(({ marker }) => plain(marker))
  const [first] = markers
  if (!first) return null
  const { indent } = page.layout.styles.list
  if (/^[^\p{L}\p{N}%]{1,3}$/u.test(first)) {
    if (markers.some((marker) => marker !== first)) return null
    const reference = `bullet ${first}`
    page.define({ reference, levels: [levelOf({ format: "bullet", text: first }, 0, indent)] })
    return { reference, level: 0, instance: 0, custom: true }
  }
  const start = list.items[0]?.marker.find((one) => one.kind === "ordinal")?.n ?? 1
  if (!Number.isInteger(start) || start < 1 || start > 9999) return null
  const template = candidates(first, 0).find((one) =>
    markers.every((marker, i) => labelOf([one], 0, [start + i]) === marker),
  )
  if (!template) return null
  const reference = `list ${template.format} ${template.text} ${start}`
  page.define({ reference, levels: [levelOf(template, 0, indent, start)] })
  return { reference, level: 0, instance: page.nextList(), custom: true }
}

const levelOf = (
  { format, text }: { readonly format: Format | "bullet"; readonly text: string },
  level: number,
  indent: number,
  start = 1,
): NumberingDefinition["levels"][number] => ({
  level,
  format,
  text,
  start,
  suffix: "space",
  alignment: "left",
  style: { paragraph: { indent: { left: 0, firstLine: twips(indent) } } },
})
