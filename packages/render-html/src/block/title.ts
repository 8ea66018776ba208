import type { Title } from "@danvan/document"
import type { Page } from "../page.ts"

/** Kind and subject are one heading: together they say what the document is. */
export const title = (block: Title, at: string, page: Page): string => {
  const subject = block.subject
    .map((line, i) => `<span class="s-subject">${page.line(line, `${at}/subject/${i}`)}</span>`)
    .join("\n")
  const mark = block.mark
    ? `\n<p class="s-subject-mark" aria-hidden="true">${page.line(block.mark, `${at}/mark`)}</p>`
    : ""
  const name = `<span class="s-kind">${page.line(block.name, `${at}/name`)}</span>`
  return `<h1>${name}\n<span class="title-rule">${subject}</span></h1>${mark}`
}
