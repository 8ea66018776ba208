// Four reports as `danvan report` makes them, into out/reports/: a district of 2022 in the Party's old form, a ward's
// Party committee of 2026 as a draft, its people's committee to the superior, and a city with an appendix of five pages.
import { execFileSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const filesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => at(`${folder}/${name}`))

const own = [
  ...["--org", at("organisations.json"), "--catalogue", at("catalogue.json"), "--outlines", at("outlines.json")],
  ...["--previous", ...filesOf("previous")],
]
const tayHo = "../tay-ho-2022"
const reports: ReadonlyArray<readonly [name: string, args: ReadonlyArray<string>]> = [
  [
    "tay-ho",
    [
      ...filesOf(`${tayHo}/submissions`),
      ...["--org", at(`${tayHo}/organisations.json`), "--catalogue", at(`${tayHo}/catalogue.json`)],
      ...["--request", at(`${tayHo}/report.json`)],
    ],
  ],
  ["party", [...filesOf("submissions"), ...own, "--request", at("party.json")]],
  ["state", [...filesOf("submissions"), ...own, "--request", at("state.json")]],
  [
    "city",
    [
      at("city/submissions.ndjson"),
      ...["--org", at("city/organisations.json"), "--catalogue", at("city/catalogue.json")],
      ...["--outlines", at("city/outlines.json"), "--request", at("city/report.json")],
    ],
  ],
]
for (const [name, args] of reports) {
  const to = ["--to", "pdf,docx,html,json", "--out", at(`../../out/reports/${name}`)]
  const command = [at("../../packages/cli/src/main.ts"), "report", ...args, ...to]
  execFileSync(process.execPath, ["--conditions=@danvan/source", ...command], { stdio: "inherit" })
}
