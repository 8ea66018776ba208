import type { Appendix } from "@danvan/document"
import { anchor } from "../escape.ts"
import type { Page } from "../page.ts"
import { paper } from "../sheet.ts"

/** A sheet of its own, begun on a new page in print. */
export const appendix = (block: Appendix, at: string, page: Page): string => {
  const id = anchor(block.id)
  const landscape = block.orientation === "landscape"
  const title = block.title
    .map((line, i) => `\n<span class="s-appendix-title">${page.line(line, `${at}/title/${i}`)}</span>`)
    .join("")
  const label = `<span class="s-appendix-label">${page.line(block.label, `${at}/label`)}</span>`
  return [
    `<section class="sheet appendix${landscape ? " landscape" : ""}${counted(landscape, page)}" id="${id}" aria-labelledby="${id}:title">`,
    `<h2 id="${id}:title">${label}${title}</h2>`,
    block.reference
      ? `<p class="s-appendix-reference"><span class="appendix-rule">${page.line(block.reference, `${at}/reference`)}</span></p>`
      : "",
    page.blocks(block.blocks, `${at}/blocks`),
    `</section>`,
  ].join("\n")
}

/** The class of pages that are counted by themselves: no browser sets back the one count that all pages share. */
const counted = (landscape: boolean, page: Page): string => {
  if (!page.paged || page.document.layout.pageNumber.appendices !== "restart") return ""
  const own = `p${page.rules.length}`
  page.rules.push(`@media print{.${own}{page:${own}}}${paper(page.document.layout, own, landscape, own)}`)
  return ` ${own}`
}
