// Cases html/300 and json/300: the report of docx/300 as a page and as canonical JSON, beside JSON.stringify, which is
// the least that writing so much text costs.
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { document } from "./docx.ts"

const theirs = (): string => JSON.stringify(document)

export const asHtml = { ours: () => html().render(document), theirs }
export const asJson = { ours: () => json().render(document), theirs }
