// SARIF 2.1.0 (OASIS), which code hosts and editors read. The rules are the codes that occur; a finding about no file at
// all (a unit that sent nothing) has only its logical place.
import { type Issue, Wording } from "@danvan/core"
import type { Format } from "./Findings.ts"
import * as Neutral from "./Neutral.ts"

const levels = { error: "error", warning: "warning", info: "note" } as const

const locationOf = ({ source, pointer, submission, subject }: Issue.Issue): object => {
  const { file, line, column, sheet, cell } = source ?? {}
  const region = line === undefined ? {} : { region: { startLine: line, ...(column ? { startColumn: column } : {}) } }
  const whole = file?.replace(/\p{Cs}/gu, "\ufffd")
  const uri = whole?.split("/").map(encodeURIComponent).join("/")
  const parts = [submission ?? subject, sheet, cell].filter((part) => part !== undefined)
  const logical = { fullyQualifiedName: `${parts.join("!")}${pointer}`, kind: "member" }
  return {
    ...(uri === undefined ? {} : { physicalLocation: { artifactLocation: { uri }, ...region } }),
    ...(logical.fullyQualifiedName === "" ? {} : { logicalLocations: [logical] }),
  }
}

/**
 * SARIF 2.1.0, a finding a line within it.
 *
 * @example
 * const all = { files: [], accepted: { submissions: 0, values: 0 }, held: [], issues: [] }
 * JSON.parse([...sarif(all, { lang: "vi" })].join("")).version // "2.1.0"
 */
export const sarif: Format = function* ({ issues }, { lang, wording, version }) {
  const codes = [...new Set(issues.map(({ code }) => code))]
  const rules = codes.map((id) => {
    const { message, fix } = Wording.template(id, lang, wording)
    const severity = issues.find(({ code }) => code === id)?.severity ?? "error"
    return {
      id,
      shortDescription: { text: message },
      help: { text: fix },
      defaultConfiguration: { level: levels[severity] },
    }
  })
  const driver = { name: "danvan", ...(version === undefined ? {} : { version }), rules }
  const head = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0" }
  const run = { columnKind: "utf16CodeUnits", language: lang, tool: { driver } }
  yield `${Neutral.json(head).slice(0, -1)},"runs":[${Neutral.json(run).slice(0, -1)},"results":[`
  for (const [i, issue] of issues.entries()) {
    const { code, severity, pointer, submission, subject, period, indicator, params } = issue
    const { message, fix } = Wording.sentence(issue, lang, wording)
    const location = locationOf(issue)
    const result = {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: levels[severity],
      message: { text: `${message} ${fix}` },
      ...(Object.keys(location).length > 0 ? { locations: [location] } : {}),
      properties: { pointer, submission, subject, period, indicator, params },
    }
    yield `${i === 0 ? "\n" : ",\n"}${Neutral.json(result)}`
  }
  yield "]}]}\n"
}
