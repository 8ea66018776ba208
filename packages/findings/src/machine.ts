// The formats of our own for machines: one JSON value, or one finding a line. Nothing is left out.
import { Issue } from "@danvan/core"
import { type Format, item } from "./Findings.ts"
import * as Neutral from "./Neutral.ts"

/**
 * `danvan/validation@0`, a finding a line within it.
 *
 * @example
 * const all = { files: [], accepted: { submissions: 1, values: 7 }, held: [], issues: [] }
 * JSON.parse([...json(all, { lang: "vi" })].join("")).accepted // { submissions: 1, values: 7 }
 */
export const json: Format = function* ({ accepted, held, issues }, { wording }) {
  const head = { schema: "danvan/validation@0", accepted }
  yield `${Neutral.json(head).slice(0, -1)},"held":[`
  for (const [i, { submission, input, pointer, codes }] of held.entries()) {
    const one = { submission, ...(input === undefined ? {} : { input }), pointer, codes }
    yield `${i === 0 ? "\n" : ",\n"}${Neutral.json(one)}`
  }
  yield `],"counts":${Neutral.json(Issue.count(issues))},"issues":[`
  for (const [i, issue] of issues.entries()) yield `${i === 0 ? "\n" : ",\n"}${Neutral.json(item(issue, wording))}`
  yield "]}\n"
}

/**
 * One finding a line, each a value of JSON; no finding, no line.
 *
 * @example
 * [...ndjson({ files: [], accepted: { submissions: 0, values: 0 }, held: [], issues: [] }, { lang: "vi" })] // []
 */
export const ndjson: Format = function* ({ issues }, { wording }) {
  for (const issue of issues) yield `${Neutral.json(item(issue, wording))}\n`
}
