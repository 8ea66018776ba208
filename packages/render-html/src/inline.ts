// The pieces of a line, one entry a kind.
import { blankText, type Inline, type Inlines, RenderError } from "@danvan/document"
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
  // The numbers of a period stay with their word: 6 tháng, năm 2022.
  period: (inline) =>
    text(inline.text).replace(/\p{Nd}+ \p{L}+|\p{L}+ \p{Nd}+/gu, (piece) => `<span class="unbroken">${piece}</span>`),
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

const OPENS = /[(“]+$/u
const CLOSES = /^[.,;:!?)”]+/u

/**
 * The markup of a line that stands at `at`. A figure is a box, and a line may end before and behind a box: marks that cling
 * to it are held.
 */
export const drawLine = (content: Inlines, at: string, page: Page): string => {
  const marks = (of: Inline | undefined, which: RegExp): string =>
    of?.kind === "text" ? (which.exec(of.text)?.[0] ?? "") : ""
  return content
    .map((inline, i) => {
      const drawn = (one: Inline): string => drawInline(one, `${at}/${i}`, page)
      const [before, after] = [content[i - 1], content[i + 1]]
      if (inline.kind === "figure") {
        const [opened, closed] = [marks(before, OPENS), marks(after, CLOSES)]
        const box = drawn(inline)
        return opened + closed === "" || !box.endsWith(WHOLE)
          ? text(opened) + box + text(closed)
          : `<span class="unbroken">${text(opened)}${box}${text(closed)}</span>`
      }
      if (inline.kind !== "text") return drawn(inline)
      const from = before?.kind === "figure" ? marks(inline, CLOSES).length : 0
      const rest = inline.text.slice(from)
      const to = after?.kind === "figure" ? rest.length - (OPENS.exec(rest)?.[0] ?? "").length : rest.length
      return drawn({ ...inline, text: rest.slice(0, to) })
    })
    .join("")
}

/** How a figure ends that has nothing behind its button. */
const WHOLE = "</button></data>"

/** The markup of one inline that stands at the JSON pointer `at`; throws a `RenderError` for one it does not know. */
const drawInline = (inline: Inline, at: string, page: Page): string => {
  if (!Object.hasOwn(inlines, inline.kind)) {
    throw new RenderError("unknown-inline", at, `Unknown inline ${inline.kind}`)
  }
  return (inlines[inline.kind] as Draw<Inline["kind"]>)(inline as never, at, page)
}
