// The pieces of a line, one entry a kind.
import { blankText, type Inline, RenderError } from "@danvan/document"
import { anchor, attribute, text } from "./escape.ts"
import type { Page } from "./page.ts"

type Draw<K extends Inline["kind"]> = (inline: Extract<Inline, { kind: K }>, at: string, page: Page) => string

/** The id of the explanation of a figure. */
export const figureAnchor = (id: string): string => `figure:${anchor(id)}`

// A button is a box that breaks no line inside: a figure as long as a sentence is held by its beginning, up to its first
// number, and the rest runs on as text.
const grip = (words: string): readonly [handle: string, rest: string] => {
  if (words.length <= 32) return [words, ""]
  const [handle = words] = /^(?:\D{0,24}\d\S*|\S+(?: \S+){0,2})/.exec(words) ?? []
  return [handle, words.slice(handle.length)]
}

const inlines: { readonly [K in Inline["kind"]]: Draw<K> } = {
  text: (inline) => text(inline.text),
  figure: ({ figure: id }, at, page) => {
    const figure = Object.hasOwn(page.document.figures, id) ? page.document.figures[id] : undefined
    if (figure === undefined) throw new RenderError("unknown-figure", at, `There is no figure ${id}`)
    page.figures.add(id)
    const [handle, rest] = grip(figure.text)
    const button = `<button type="button" class="figure" popovertarget="${figureAnchor(id)}">${text(handle)}</button>`
    return `<data value="${attribute(figure.value)}">${button}${text(rest)}</data>`
  },
  date: (inline) =>
    /^\d{4}-\d{2}-\d{2}$/.test(inline.date)
      ? `<time datetime="${inline.date}">${text(inline.text)}</time>`
      : text(inline.text),
  period: (inline) => text(inline.text),
  citation: (inline) => `<cite>${text(inline.text)}</cite>`,
  "document-number": (inline) => `<span class="unbroken">${text(inline.text)}</span>`,
  ordinal: (inline) => text(inline.text),
  quotation: (inline) => `<q>${text(inline.text)}</q>`,
  name: (inline) => text(inline.text),
  blank: (inline, _at, page) =>
    `<span class="blank" role="img" aria-label="${attribute(page.words.blank)}">${blankText(inline)}</span>`,
  gap: (inline) => `<mark class="gap">${text(inline.text)}</mark>`,
  strong: (inline, at, page) => `<strong>${page.line(inline.content, `${at}/content`)}</strong>`,
  emphasis: (inline, at, page) => `<em>${page.line(inline.content, `${at}/content`)}</em>`,
  break: () => "<br>",
}

/** The markup of one inline that stands at the JSON pointer `at`; throws a `RenderError` for one it does not know. */
export const drawInline = (inline: Inline, at: string, page: Page): string => {
  if (!Object.hasOwn(inlines, inline.kind)) {
    throw new RenderError("unknown-inline", at, `Unknown inline ${inline.kind}`)
  }
  return (inlines[inline.kind] as Draw<Inline["kind"]>)(inline as never, at, page)
}
