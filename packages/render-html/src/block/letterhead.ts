import type { Letterhead } from "@danvan/document"
import type { Page } from "../page.ts"

/** Issuing body and motto side by side on paper, one below the other on a telephone. */
export const letterhead = (block: Letterhead, at: string, page: Page): string => {
  const lines = (part: "superior" | "issuer"): string =>
    block[part].map((line, i) => `<p class="s-${part}">${page.line(line, `${at}/${part}/${i}`)}</p>`).join("")
  const motto = block.motto
    .map((line, i) => `<p class="s-motto-${i === 0 ? 1 : 2}">${page.line(line, `${at}/motto/${i}`)}</p>`)
    .join("")
  const mark = block.issuerMark
    ? `<p class="s-issuer-mark" aria-hidden="true">${page.line(block.issuerMark, `${at}/issuerMark`)}</p>`
    : ""
  return [
    `<header class="letterhead">`,
    block.stamp ? `<p class="stamp s-stamp"><span>${page.line(block.stamp, `${at}/stamp`)}</span></p>` : "",
    `<div>${lines("superior")}<div class="issuer-rule">${lines("issuer")}</div>${mark}</div>`,
    `<div><div class="motto-rule">${motto}</div></div>`,
    `<p class="s-number">${page.line(block.number, `${at}/number`)}</p>`,
    `<p class="s-date">${page.line(block.date, `${at}/date`)}</p>`,
    `</header>`,
  ].join("\n")
}
