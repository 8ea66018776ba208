// The heavy proof, by hand and before a release: the stages against the naive oracle on 10,000 seasons, 1,000 sequences
// of amendments against full runs, every mutant, workbooks and Word files against other programs (`tools/workbooks.ts`,
// `pnpm office`), and 10,000 random documents through every renderer. Prints, and writes docs/conformance.md. Fails when one of them does. DANVAN_RUNS sets
// another number of seasons and documents.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { cpus, release, tmpdir, type } from "node:os"
import { join, resolve } from "node:path"
import type { Outcome } from "./workbooks.ts"

const root = resolve(import.meta.dirname, "..")
const runs = Number(process.env["DANVAN_RUNS"] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), "danvan-conformance-"))
const output = join(folder, "out.json")
const drawings = join(folder, "drawn.json")

const node = async (env: Readonly<Record<string, string>>, ...args: ReadonlyArray<string>) => {
  const began = performance.now()
  const code = await new Promise<number | null>((done) =>
    spawn(process.execPath, [...args], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    }).on("exit", done),
  )
  return { code, seconds: Math.round((performance.now() - began) / 1000) }
}

const versionOf = (path: string): string =>
  (JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as { readonly version: string }).version
const git = (...args: ReadonlyArray<string>): string =>
  spawnSync("git", [...args], { cwd: root, encoding: "utf8" }).stdout.trim()

const versions: ReadonlyArray<readonly [string, string]> = [
  ["date", new Date().toISOString().slice(0, 10)],
  ["commit", `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain") === "" ? "" : ", with changes"}`],
  ["@danvan/core", versionOf("packages/core")],
  ["Node.js", process.versions.node],
  ...["effect", "fast-check", "vitest", "typescript"].map((name) => [name, versionOf(`node_modules/${name}`)] as const),
  ["system", `${type()} ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`],
]
for (const [name, version] of versions) console.log(`${name}: ${version}`)

interface Json {
  readonly testResults: ReadonlyArray<{
    readonly assertionResults: ReadonlyArray<{
      readonly ancestorTitles: ReadonlyArray<string>
      readonly title: string
      readonly status: string
      readonly duration?: number
    }>
  }>
}

const laws = await node(
  { DANVAN_RUNS: String(runs) },
  "node_modules/vitest/vitest.mjs",
  "run",
  "packages/core/test/stages/oracle.test.ts",
  "packages/core/test/stages/Ground.test.ts",
  "--testTimeout=7200000",
  "--reporter=default",
  "--reporter=json",
  `--outputFile=${output}`,
)
const testsOf = (file: string): Json["testResults"][number]["assertionResults"] =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Json).testResults.flatMap(({ assertionResults }) => assertionResults)
    : []
const tests = testsOf(output)
// `test/random.test.ts` is the end of all three paths: PDF and Word to the letter, the others by the contract's laws. Where
// poppler is not, the test of PDF says so and is not passed.
const drawn = await node(
  { DANVAN_RUNS: String(runs), CI: "1" },
  "node_modules/vitest/vitest.mjs",
  "run",
  "test/random.test.ts",
  "--testTimeout=14400000",
  "--reporter=default",
  "--reporter=json",
  `--outputFile=${drawings}`,
)
const documents = testsOf(drawings)
rmSync(folder, { recursive: true, force: true })
const mutants = await node({}, "--disable-warning=ExperimentalWarning", "tools/mutants.ts")

const workbooks = spawnSync(
  process.execPath,
  ["--disable-warning=ExperimentalWarning", "--conditions=@danvan/source", "tools/workbooks.ts"],
  { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
)
const outside: Outcome =
  workbooks.status === 0
    ? (JSON.parse(workbooks.stdout) as Outcome)
    : { versions: [], rows: [["workbooks", "–", "**crashed**"]], passed: false }
for (const [what, by, outcome] of outside.rows) console.log(`${what} (${by}): ${outcome}`)

const office = spawnSync(process.execPath, ["--conditions=@danvan/source", "packages/render-docx/tools/office.ts"], {
  cwd: root,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
})
const word = (office.stdout ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("  elsewhere"))
for (const line of word) console.log(line)

const told = /^(\d+ mutants, .+)$/m.exec(readFileSync(join(root, "docs/mutants.md"), "utf8"))?.[1] ?? "not counted"
const cases = (title: string): string =>
  title.includes("amendment")
    ? Math.ceil(runs / 10).toLocaleString("en")
    : Math.min(runs, title.includes("season is read") ? 300 : runs).toLocaleString("en")
const rows = tests
  .filter(({ ancestorTitles }) => ancestorTitles.includes("laws"))
  .map(
    ({ title, status, duration }) =>
      `| ${title} | ${cases(title)} | ${status} | ${Math.round((duration ?? 0) / 1000)} s |`,
  )
const open = tests.filter(({ ancestorTitles }) => ancestorTitles.includes("open")).map(({ title }) => `- ${title}`)

const drawnRows = documents.map(
  ({ ancestorTitles, title, status, duration }) =>
    `| ${[...ancestorTitles, title].filter(Boolean).join(": ")} | ${runs.toLocaleString("en")} | ${status} | ${Math.round((duration ?? 0) / 1000)} s |`,
)

const passed = laws.code === 0 && drawn.code === 0 && mutants.code === 0 && outside.passed && office.status === 0
const page = join(root, "docs/conformance.md")
writeFileSync(
  page,
  `# Conformance

Written by \`pnpm conformance\` ([\`tools/conformance.ts\`](../tools/conformance.ts)); do not edit. The stages are held against an oracle that shares no code with them and is written from the words of [the architecture](architecture.md) and [the formats](formats.md): [\`packages/core/test/oracle.ts\`](../packages/core/test/oracle.ts).

| what | version |
| --- | --- |
${[...versions, ...outside.versions].map(([name, version]) => `| ${name} | ${version} |`).join("\n")}

## The oracle and amendments

| law | cases | outcome | took |
| --- | --- | --- | --- |
${rows.join("\n")}

${open.length === 0 ? "No question is open." : `Open: what the words say and the stages do not do yet.\n\n${open.join("\n")}`}

## Random documents

Every kind of block and inline with words of every sort, drawn and read back: each word and number is there in order, or named in the losses. The pages of PDF are read by poppler.

| law | cases | outcome | took |
| --- | --- | --- | --- |
${drawnRows.join("\n")}

## Mutants

${told} They took ${mutants.seconds} s; [the tables](mutants.md).

## Workbooks

What [\`tools/workbooks.ts\`](../tools/workbooks.ts) asks of other programs: a blank form filled in by them and read again, senders' workbooks marked and opened by them.

| what | by | outcome |
| --- | --- | --- |
${outside.rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}

## Word files

What LibreOffice and python-docx make of them ([\`packages/render-docx/tools/office.ts\`](../packages/render-docx/tools/office.ts)): ${office.status === 0 ? "passed" : "**failed**"}.

\`\`\`text
${word.join("\n")}
\`\`\`

All in all: ${passed ? "conformant" : "**not conformant**"}, in ${laws.seconds + drawn.seconds + mutants.seconds} s.
`,
)
spawnSync(join(root, "node_modules/.bin/oxfmt"), [page])
process.exitCode = passed ? 0 : 1
