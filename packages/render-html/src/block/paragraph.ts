import type { Paragraph } from "@danvan/document"
import type { Page } from "../page.ts"

const styles: { readonly [R in Paragraph["role"]]: string } = {
  body: "s-body",
  note: "s-note",
  closing: "s-body",
  basis: "s-basis",
  addressee: "s-addressee",
  "addressee-line": "s-addressee-line",
}

/** Running text. */
export const paragraph = (block: Paragraph, at: string, page: Page): string =>
  `<p class="${styles[block.role]}">${page.line(block.content, `${at}/content`)}</p>`
