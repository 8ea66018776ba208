import type { Heading } from "@danvan/document"
import { anchor, attribute } from "../escape.ts"
import type { Page } from "../page.ts"

const tags: { readonly [L in Heading["level"]]: string } = { 1: "h2", 2: "h3", 3: "h4" }

/** The title of the document is the first level, so a heading of level 1 is an h2. */
export const heading = (block: Heading, at: string, page: Page): string => {
  const tag = tags[block.level]
  const number = block.number ? `${page.line(block.number, `${at}/number`)} ` : ""
  const content = page.line(block.content, `${at}/content`)
  return `<${tag} id="${anchor(block.id)}" class="s-heading-${attribute(String(block.level))}">${number}${content}</${tag}>`
}
