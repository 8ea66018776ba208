// Whether the laws of core would find the mistakes that software of this kind makes: each mutant of `mutations.ts` is
// put into a copy of the sources, one at a time, and the laws (`describe("laws")`, the oracle's among them) run against
// it. Writes docs/mutants.md. Fails when a mutant survives, a law kills none, or a law is red without a mutant.
// DANVAN_WORKERS (1 or 2) says how many run at once; words behind the command take only mutants whose name has one of them.
import { spawn } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { constants, setPriority, tmpdir } from "node:os"
import { basename, join, resolve } from "node:path"
import { arithmetic, type Mutant, vocabulary } from "./mutations.ts"

const root = resolve(import.meta.dirname, "..")
const core = join(root, "packages/core")
const words = process.argv.slice(2)
const mutants = [...arithmetic, ...vocabulary].filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
)

/** Test files that hold laws, from the folder of core. */
const files = readdirSync(join(core, "test"), { recursive: true, encoding: "utf8" })
  .filter(
    (file) => file.endsWith(".test.ts") && readFileSync(join(core, "test", file), "utf8").includes('describe("laws"'),
  )
  .map((file) => `packages/core/test/${file}`)
  .sort()

// The arrows in core only point upward (test/architecture.test.ts): a mistake in a stage moves no law of the vocabulary.
const rooms = ["vocabulary", "registers", "stages"]
const reached = ({ edits }: Mutant): ReadonlyArray<string> => {
  const highest = Math.min(...edits.map(({ file }) => rooms.findIndex((room) => file.startsWith(`${room}/`))))
  return files.filter((file) => rooms.findIndex((room) => file.startsWith(`packages/core/test/${room}/`)) >= highest)
}

// The same chance for every mutant, fewer cases than usual (a whole report for each case is dear), and no search for a
// smaller example.
const setup = `import * as fc from "fast-check"
import { expect } from "vitest"
const path = expect.getState().testPath ?? ""
const usual = path.endsWith("/Report.test.ts") ? 8 : path.includes("/test/stages/") ? 25 : 400
const numRuns = usual * Number(process.env["DANVAN_PATIENCE"])
fc.configureGlobal({ seed: 2022, numRuns, endOnFailure: true })
`
const config = `const conditions = ["@danvan/source"]
export default {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { isolate: false, maxWorkers: 1, testTimeout: 120_000, setupFiles: ["./setup.ts"] },
}
`

/** A copy of core in a workspace of its own, where `@danvan/core` is the copy. */
const copy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "danvan-mutants-"))
  for (const part of ["src", "test", "data", "package.json"]) {
    cpSync(join(core, part), join(folder, "packages/core", part), { recursive: true })
  }
  symlinkSync(join(core, "node_modules"), join(folder, "packages/core/node_modules"))
  mkdirSync(join(folder, "node_modules/@danvan"), { recursive: true })
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name.startsWith(".") || name === "@danvan") continue
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name))
  }
  for (const name of readdirSync(join(root, "packages"))) {
    const target = name === "core" ? join(folder, "packages/core") : join(root, "packages", name)
    symlinkSync(target, join(folder, "node_modules/@danvan", name))
  }
  writeFileSync(join(folder, "setup.ts"), setup)
  writeFileSync(join(folder, "vitest.config.ts"), config)
  return folder
}

interface Outcome {
  /** Full names of the laws that ran, and of those that failed. */
  readonly ran: ReadonlyArray<string>
  readonly red: ReadonlyArray<string>
  /** What came instead of an outcome: the file does not load, or nothing ends. */
  readonly broken: string | null
}

interface Json {
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly message: string
    readonly assertionResults: ReadonlyArray<{
      readonly ancestorTitles: ReadonlyArray<string>
      readonly title: string
      readonly status: string
    }>
  }>
}

// How many times as many cases whoever survives is looked at with, once more: some mistakes show in few of them.
const PATIENCE = 12

const run = async (folder: string, tests: ReadonlyArray<string>, patience = 1): Promise<Outcome> => {
  const output = join(folder, "out.json")
  rmSync(output, { force: true })
  const vitest = join(root, "node_modules/vitest/vitest.mjs")
  const ended = await new Promise<boolean>((done) => {
    const child = spawn(
      process.execPath,
      [vitest, "run", "--root", folder, ...tests, "-t", "laws", "--reporter=json", `--outputFile=${output}`],
      {
        cwd: folder,
        stdio: "ignore",
        env: { ...process.env, DANVAN_RUNS: String(80 * patience), DANVAN_PATIENCE: String(patience) },
      },
    )
    setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL)
    const timer = setTimeout(() => child.kill("SIGKILL"), 180_000 * patience)
    child.on("exit", (_, signal) => {
      clearTimeout(timer)
      done(signal === null)
    })
  })
  if (!ended || !existsSync(output)) return { ran: [], red: [], broken: "it does not end" }
  const { testResults } = JSON.parse(readFileSync(output, "utf8")) as Json
  const unread = testResults.find(({ assertionResults }) => assertionResults.length === 0)
  const laws = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ ancestorTitles }) => ancestorTitles.includes("laws"))
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ title, status }) => ({ name: `${basename(name, ".test.ts")}: ${title}`, red: status === "failed" })),
  )
  return {
    ran: laws.map(({ name }) => name),
    red: laws.filter(({ red }) => red).map(({ name }) => name),
    broken: unread ? unread.message.slice(0, 200) : null,
  }
}

/** Puts the mutant in, and gives what takes it out again. */
const mutate = (folder: string, { name, edits }: Mutant): (() => void) => {
  const before = new Map<string, string>()
  for (const { file, find, replace } of edits) {
    const path = join(folder, "packages/core/src", file)
    const source = readFileSync(path, "utf8")
    if (!before.has(path)) before.set(path, source)
    const places = source.split(find).length - 1
    if (places !== 1) throw new Error(`${name}: ${file} holds what it replaces ${places} times, not once`)
    writeFileSync(
      path,
      source.replace(find, () => replace),
    )
  }
  return () => {
    for (const [path, source] of before) writeFileSync(path, source)
  }
}

const began = Date.now()
const folders = Array.from({ length: Number(process.env["DANVAN_WORKERS"] ?? 2) }, copy)
const outcomes = new Map<string, Outcome>()
let baseline: Outcome
try {
  // Every replacement fits before anything runs.
  for (const one of mutants) mutate(folders[0] ?? "", one)()
  baseline = await run(folders[0] ?? "", files)
  if (baseline.broken !== null) throw new Error(`without a mutant: ${baseline.broken}`)
  console.log(`${baseline.ran.length} laws, ${mutants.length} mutants`)
  const inTurn = async (queue: Array<Mutant>, patience: number): Promise<void> => {
    await Promise.all(
      folders.map(async (folder) => {
        for (let one = queue.shift(); one; one = queue.shift()) {
          const restore = mutate(folder, one)
          const outcome = await run(folder, reached(one), patience)
          restore()
          outcomes.set(one.name, outcome)
          console.log(
            `${one.name}: ${outcome.broken ?? (outcome.red.length > 0 ? `killed by ${outcome.red.length}` : "SURVIVES")}`,
          )
        }
      }),
    )
  }
  await inTurn([...mutants], 1)
  const again = mutants.filter(({ name }) => outcomes.get(name)?.red.every((law) => baseline.red.includes(law)))
  if (again.length > 0) {
    console.log(`${again.length} once more, with ${PATIENCE} times as many cases`)
    const patient = await run(folders[0] ?? "", files, PATIENCE)
    if (patient.broken !== null) throw new Error(`without a mutant: ${patient.broken}`)
    baseline = { ...baseline, red: [...new Set([...baseline.red, ...patient.red])] }
    await inTurn(again, PATIENCE)
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

const sick = new Set(baseline.red)
const killers = ({ name }: Mutant): ReadonlyArray<string> =>
  (outcomes.get(name)?.red ?? []).filter((law) => !sick.has(law))
const survivors = mutants.filter((one) => killers(one).length === 0)
const laws = baseline.ran.toSorted()
const kills = new Map(laws.map((law) => [law, mutants.filter((one) => killers(one).includes(law))]))
const idle = laws.filter((law) => kills.get(law)?.length === 0)

// Lists, not tables: some mistakes fall to thirty laws.
const entry = (name: string, of: string): string => `- **${name.replace(/([*_[\]<])/g, "\\$1")}**: ${of}`
const killed = (all: ReadonlyArray<Mutant>): string =>
  all
    .map((one) => entry(one.name, outcomes.get(one.name)?.broken ?? (killers(one).join("; ") || "survives")))
    .join("\n")

if (words.length === 0) {
  const page = join(root, "docs/mutants.md")
  writeFileSync(
    page,
    `# Mutants

Written by [\`tools/mutants.ts\`](../tools/mutants.ts); do not edit. Each mutant is a mistake put into a copy of core's sources ([\`tools/mutations.ts\`](../tools/mutations.ts)), one at a time. It is killed when a law fails. A law here is a test under \`describe("laws")\`, with a fixed seed and fewer cases than usual; whoever survives is looked at once more, with ${PATIENCE} times as many.

${mutants.length} mutants, ${survivors.length} survive. ${laws.length} laws, ${idle.length} kill none.

## How numbers become wrong

${killed(arithmetic)}

## What makes the other laws fail

${killed(vocabulary)}

## Laws, and what each kills

${laws
  .map((law) => {
    const names = kills.get(law)?.map(({ name }) => name) ?? []
    return entry(law, names.join("; ") || "none")
  })
  .join("\n")}
`,
  )
  await new Promise((done) =>
    spawn(join(root, "node_modules/.bin/oxfmt"), [page], { stdio: "ignore" }).on("exit", done),
  )
}

for (const one of survivors) console.error(`survives: ${one.name}`)
for (const law of sick) console.error(`red without a mutant: ${law}`)
if (words.length === 0) for (const law of idle) console.error(`kills none: ${law}`)
console.log(
  `${mutants.length - survivors.length} of ${mutants.length} killed, ${Math.round((Date.now() - began) / 1000)} s`,
)
process.exitCode = survivors.length > 0 || sick.size > 0 || (words.length === 0 && idle.length > 0) ? 1 : 0
