// The pages of docs/codes, made from the wording and from the cases: `pnpm codes` writes them, a test compares.
import { mkdirSync, writeFileSync } from "node:fs"
import { Issue, Wording } from "@danvan/core"
import { cases } from "./codes/cases.ts"

const codes = Object.keys(Issue.severities) as ReadonlyArray<Issue.IssueCode>
const families = [...new Set(codes.map((code) => code.split(".")[0] ?? ""))]
const severity = { error: "lỗi / error", warning: "cảnh báo / warning", info: "lưu ý / note" }

const entry = (code: Issue.IssueCode): ReadonlyArray<string> => {
  const { why, bad, good } = cases[code]
  const [vi, en] = [Wording.template(code, "vi"), Wording.template(code, "en")]
  const names = Wording.parameters(code).map((name) => `\`{${name}}\``)
  return [
    `## ${code}`,
    "",
    `_${severity[Issue.severities[code]]}_`,
    "",
    `**${vi.message}** ${why.vi} Cách xử lý: ${vi.fix}`,
    "",
    `**${en.message}** ${why.en} What to do: ${en.fix}`,
    "",
    ...(names.length === 0 ? [] : [`Tham số / parameters: ${names.join(", ")}`, ""]),
    "Bị nêu / found in:",
    "",
    "```text",
    bad.shown,
    "```",
    "",
    "Không bị nêu / not in:",
    "",
    "```text",
    good.shown,
    "```",
    "",
  ]
}

/** Every page by its name in docs/codes. */
export const pages = (): ReadonlyMap<string, string> => {
  const index = [
    "# Mã phát hiện / Issue codes",
    "",
    "What each code means, why it is one, and how to mend it, with an input in which it is found and one in which it is not. Both are run by a test, in the invented country of `@danvan/core/testing`. Made by `pnpm codes` from the wording and from [the cases](../../tools/codes/cases.ts).",
    "",
    ...families.map((family) => {
      const own = codes.filter((code) => code.startsWith(`${family}.`))
      return `- [${family}](${family}.md): ${own.map((code) => `[\`${code}\`](${family}.md#${code.replace(".", "")})`).join(", ")}`
    }),
    "",
  ]
  return new Map([
    ["README.md", index.join("\n")],
    ...families.map((family) => {
      const own = codes.filter((code) => code.startsWith(`${family}.`))
      return [`${family}.md`, [`# ${family}`, "", ...own.flatMap(entry)].join("\n").trimEnd() + "\n"] as const
    }),
  ])
}

if (import.meta.main) {
  const folder = new URL("../docs/codes/", import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of pages()) writeFileSync(new URL(name, folder), text)
}
