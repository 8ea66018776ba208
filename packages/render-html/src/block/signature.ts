import type { Signature } from "@danvan/document"
import type { Page } from "../page.ts"

/** Recipients and signer side by side, with the room between office and name that signature and seal need. */
export const signature = (block: Signature, at: string, page: Page): string => {
  const recipients = block.recipients
    .map((line, i) => `<li class="s-recipients">${page.line(line, `${at}/recipients/${i}`)}</li>`)
    .join("\n")
  return [
    `<div class="signature">`,
    `<div>`,
    `<p class="s-recipients-title">${page.line(block.recipientsTitle, `${at}/recipientsTitle`)}</p>`,
    `<ul role="list">${recipients}</ul>`,
    `</div>`,
    `<div>`,
    block.authority ? `<p class="s-authority">${page.line(block.authority, `${at}/authority`)}</p>` : "",
    `<p class="s-office">${page.line(block.office, `${at}/office`)}</p>`,
    `<p class="s-signer">${page.line(block.name, `${at}/name`)}</p>`,
    `</div>`,
    `</div>`,
  ].join("\n")
}
