// What stands behind a figure, for those who ask: shown by the browser itself when the figure is pressed, without a
// script. All of them stand at the end of the page, so that the running text is never interrupted.
import type { FigureId } from "@danvan/document"
import { attribute, text } from "./escape.ts"
import { figureAnchor } from "./inline.ts"
import type { Page } from "./page.ts"

/** The explanations of all figures met on the page, in the order of their first mention. */
export const sources = (page: Page): string => {
  if (page.figures.size === 0) return ""
  const all = [...page.figures].map((id) => source(id, page))
  return `<aside class="sources" aria-label="${attribute(page.words.sources)}">\n${all.join("\n")}\n</aside>`
}

const source = (id: FigureId, page: Page): string => {
  const figure = page.document.figures[id]
  if (figure === undefined) return ""
  const anchor = figureAnchor(id)
  const origin = figure.origin.map((line) => `<dd>${text(line)}</dd>`).join("")
  const facts = [
    figure.coverage ? `<dt>${text(page.words.coverage)}</dt><dd>${text(figure.coverage.text)}</dd>` : "",
    origin === "" ? "" : `<dt>${text(page.words.origin)}</dt>${origin}`,
  ].join("")
  return [
    `<div popover id="${anchor}" role="group" aria-labelledby="${anchor}:label">`,
    `<p class="source-number">${text(figure.text)}</p>`,
    `<p id="${anchor}:label">${text(figure.label)}</p>`,
    facts === "" ? "" : `<dl>${facts}</dl>`,
    `<button type="button" popovertarget="${anchor}" popovertargetaction="hide">${text(page.words.close)}</button>`,
    `</div>`,
  ].join("")
}
