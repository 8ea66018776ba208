import type { List } from "@danvan/document"
import type { Page } from "../page.ts"

/** Markers are text, as the form writes them; the browser adds none, so no number is read out twice. */
export const list = (block: List, at: string, page: Page): string => {
  const items = block.items.map((item, i) => {
    const marker = page.line(item.marker, `${at}/items/${i}/marker`)
    return `<li class="s-list">${marker} ${page.line(item.content, `${at}/items/${i}/content`)}</li>`
  })
  // Without the role, Safari takes a list without markers of its own for no list at all.
  return `<ul role="list">\n${items.join("\n")}\n</ul>`
}
