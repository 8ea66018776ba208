// JUnit's XML as build servers read it: a suite for each file, a case for each finding. Errors are failures; the rest
// passes and is told. A file without errors has a case that passes, so that it is seen to have been looked at.
import { Issue, Wording } from "@danvan/core"
import type { Format, Options } from "./Findings.ts"
import { xml } from "./Neutral.ts"

const attributes = (pairs: Readonly<Record<string, string | number>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join("")

const caseOf = (issue: Issue.Issue, { lang, wording, name }: Options): string => {
  const { message, fix } = Wording.sentence(issue, lang, wording)
  const { code, severity, pointer, source } = issue
  const where = [source ? Issue.sourceToText(source) : "", name?.(issue) ?? "", pointer].filter((part) => part !== "")
  const about = issue.submission ?? issue.subject ?? "danvan"
  const told = [message, fix, ...where].map(xml).join("\n")
  const inner =
    severity === "error"
      ? `<failure${attributes({ type: code, message })}>${told}</failure>`
      : `<system-out>${xml(severity)} ${told}</system-out>`
  return `    <testcase${attributes({ classname: about, name: `${code} ${where.at(-1) ?? ""}`.trim() })}>${inner}</testcase>\n`
}

/**
 * JUnit's XML.
 *
 * @example
 * const all = { files: ["an.json"], accepted: { submissions: 1, values: 7 }, held: [], issues: [] }
 * [...junit(all, { lang: "vi" })].join("").includes('failures="0"') // true
 */
export const junit: Format = function* ({ files, issues }, options) {
  const suites = new Map<string, Array<Issue.Issue>>(files.map((file) => [file, []]))
  for (const issue of issues) {
    const name = issue.source?.file ?? ""
    const suite = suites.get(name)
    if (suite) suite.push(issue)
    else suites.set(name, [issue])
  }
  const failures = Issue.count(issues).error
  const clean = [...suites].filter(([, found]) => Issue.count(found).error === 0).length
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`
  yield `<testsuites${attributes({ name: "danvan", tests: issues.length + clean, failures, errors: 0 })}>\n`
  for (const [name, found] of suites) {
    const { error } = Issue.count(found)
    const title = name === "" ? (options.lang === "vi" ? "cả đợt" : "the whole batch") : name
    const tests = found.length + (error === 0 ? 1 : 0)
    yield `  <testsuite${attributes({ name: title, tests, failures: error, errors: 0, skipped: 0 })}>\n`
    if (error === 0) {
      const passed = options.lang === "vi" ? "không có lỗi" : "no error"
      yield `    <testcase${attributes({ classname: title, name: passed })}/>\n`
    }
    for (const issue of found) yield caseOf(issue, options)
    yield "  </testsuite>\n"
  }
  yield "</testsuites>\n"
}
