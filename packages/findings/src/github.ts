// Workflow commands, by which GitHub Actions shows a finding at its line of the change:
// `::error file=…,line=…,col=…,title=…::message`.
import { Wording } from "@danvan/core"
import type { Format } from "./Findings.ts"
import { visible } from "./Neutral.ts"

const commands = { error: "error", warning: "warning", info: "notice" } as const

// Text is made visible first, so that it holds no line break; its own `::` means nothing behind the second one.
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C")

/**
 * One workflow command a finding.
 *
 * @example
 * const issue = Issue.make("value.null", { pointer: "/values/a", source: { file: "an.json", line: 3 } })
 * const [line] = github({ files: [], accepted: { submissions: 0, values: 0 }, held: [], issues: [issue] }, { lang: "en" })
 * line.startsWith("::error file=an.json,line=3,title=value.null::The cell") // true
 */
export const github: Format = function* ({ issues }, { lang, wording, name }) {
  for (const issue of issues) {
    const { code, severity, source, pointer } = issue
    const { message, fix } = Wording.sentence(issue, lang, wording)
    const properties: ReadonlyArray<readonly [string, string | number | undefined]> = [
      ["file", source?.file],
      ["line", source?.line],
      ["col", source?.column],
      ["title", code],
    ]
    const written = properties.flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${property(visible(String(value)))}`],
    )
    const where = [name?.(issue), issue.submission ?? issue.subject, source?.sheet, source?.cell, pointer]
      .filter((part) => part !== undefined && part !== "")
      .join(" ")
    const text = [message, fix, where].filter((part) => part !== "").map(visible)
    yield `::${commands[severity]} ${written.join(",")}::${data(text.join("\n"))}\n`
  }
}
