import type { Chart } from "@danvan/document"
import { bars } from "../bars.ts"
import { anchor, text } from "../escape.ts"
import { lines } from "../lines.ts"
import type { Page } from "../page.ts"
import { parts } from "../parts.ts"
import { notes } from "./table.ts"

const pictures: { readonly [F in Chart["form"]]: typeof bars } = { bar: bars, line: lines, parts }

/** A picture with its numbers in it; below, on demand, the same as a table in which each number has its source. */
export const chart = (block: Chart, at: string, page: Page): string => {
  const id = anchor(block.id)
  const unit = block.unit ? `<span class="s-table-unit">${page.line(block.unit, `${at}/unit`)}</span>` : ""
  return [
    `<figure class="chart" id="${id}">`,
    `<figcaption><span class="s-table-caption" id="${id}:caption">${page.line(block.caption, `${at}/caption`)}</span>${unit}</figcaption>`,
    pictures[block.form](block, id, page),
    `<details>`,
    `<summary id="${id}:data">${text(page.words.chartData)}</summary>`,
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}:data ${id}:caption">`,
    data(block, at, page),
    `</div>`,
    `</details>`,
    notes(block.notes, at, page, `${id}:notes`),
    `</figure>`,
  ].join("\n")
}

const data = (block: Chart, at: string, page: Page): string => {
  const heads = block.series.map(
    ({ label }, s) => `<th scope="col" class="s-table-head">${page.line(label, `${at}/series/${s}/label`)}</th>`,
  )
  const rows = block.categories.map((category, c) => {
    const cells = block.series.map(({ points }, s) => {
      const point = points[c]
      const content = point
        ? page.line([{ kind: "figure", figure: point.figure }], `${at}/series/${s}/points/${c}`)
        : `<span class="absent">${text(page.words.noNumber)}</span>`
      return `<td class="s-table-cell right">${content}</td>`
    })
    const name = page.line(category, `${at}/categories/${c}`)
    return `<tr><th scope="row" class="s-table-cell left">${name}</th>${cells.join("")}</tr>`
  })
  const first = `<th scope="col" class="s-table-head">${text(page.words.category)}</th>`
  return `<table><thead><tr>${first}${heads.join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table>`
}
