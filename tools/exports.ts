// Writes the `exports` of every package from its sources, so that they cannot drift: `.`, one subpath for each module
// that index.ts exports as a namespace (`@danvan/core/Period`), `./testing` and `./worker` where there is one, and the
// data files that name their format (`@danvan/registers/danvan-standard.json`). What is not named here is closed.
// `--check` writes nothing and fails where a package.json says something else.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"

const packages = new URL("../packages/", import.meta.url)
const self = "./package.json"

/** Where a subpath points: to the source inside the workspace, to the build in the tarball. */
type Target = string | { readonly "@danvan/source"?: string; readonly types: string; readonly default: string }

/** Subpath → source file, in the order of index.ts. */
const sources = (folder: URL): ReadonlyMap<string, string> => {
  // A package without it is a command: nothing of it can be imported.
  if (!existsSync(new URL("src/index.ts", folder))) return new Map()
  const index = readFileSync(new URL("src/index.ts", folder), "utf8")
  const named = [...index.matchAll(/^export \* as (\w+) from "\.\/(.+)"$/gm)]
  const beside = { "./testing": "./src/testing/index.ts", "./worker": "./src/worker.ts" }
  return new Map([
    [".", "./src/index.ts"],
    ...named.map(([, name, file]) => [`./${name}`, `./src/${file}`] as const),
    ...Object.entries(beside).filter(([, file]) => existsSync(new URL(file, folder))),
  ])
}

/** Data that may be used as a file: JSON in data/ whose first key is `schema`. */
const dataOf = (folder: URL): ReadonlyArray<string> => {
  const data = new URL("data/", folder)
  if (!existsSync(data)) return []
  return readdirSync(data).filter((name) => {
    const [key, value] = Object.entries(JSON.parse(readFileSync(new URL(name, data), "utf8")))[0] ?? []
    return key === "schema" && String(value).startsWith("danvan/")
  })
}

const built = (source: string): Target => {
  const stem = source.replace("./src/", "./dist/").replace(/\.ts$/, "")
  return { types: `${stem}.d.ts`, default: `${stem}.js` }
}

const exportsOf = (folder: URL, within: "workspace" | "tarball"): Record<string, Target> => ({
  ...Object.fromEntries(
    [...sources(folder)].map(([subpath, source]) => {
      const target = built(source)
      return [subpath, within === "tarball" ? target : Object.assign({ "@danvan/source": source }, target)]
    }),
  ),
  ...Object.fromEntries(dataOf(folder).map((name) => [`./${name}`, `./data/${name}`])),
  [self]: self,
})

const check = process.argv.includes("--check")
for (const name of readdirSync(packages)) {
  const folder = new URL(`${name}/`, packages)
  const file = new URL("package.json", folder)
  if (!existsSync(file)) continue
  const text = readFileSync(file, "utf8")
  const manifest = JSON.parse(text)
  manifest.exports = exportsOf(folder, "workspace")
  manifest.publishConfig = { ...manifest.publishConfig, exports: exportsOf(folder, "tarball") }
  const wanted = `${JSON.stringify(manifest, null, 2)}\n`
  if (wanted === text) continue
  if (check) {
    console.error(`packages/${name}/package.json: its exports are not those of its sources; run: pnpm run exports`)
    process.exitCode = 1
  } else {
    writeFileSync(file, wanted)
    console.log(`packages/${name}/package.json: written`)
  }
}
