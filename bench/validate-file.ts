// One run over out/bench/file-100k in a process of its own: `node bench/validate-file.ts ours|theirs` prints the CPU time
// it took, ms, start of Node included, and on the other stream the memory it held at most. Ours is the built command.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const folder = new URL("../out/bench/file-100k/", import.meta.url)
const at = (name: string): string => fileURLToPath(new URL(name, folder))

const theirs = (): void => {
  for (const line of readFileSync(at("submissions.ndjson"), "utf8").split("\n")) if (line !== "") JSON.parse(line)
}

const ours = async (): Promise<void> => {
  const registers = ["--org", at("organisations.json"), "--catalogue", at("catalogue.json")]
  // As lines: where nothing is wrong, nothing is printed.
  process.argv = [process.execPath, "danvan", "validate", at("submissions.ndjson"), ...registers, "--format", "ndjson"]
  await import(new URL("../packages/cli/dist/main.js", import.meta.url).href)
  if (process.exitCode !== 0) throw new Error(`exit ${process.exitCode}: something else was measured`)
}

await (process.argv[2] === "theirs" ? theirs() : ours())
const { user, system } = process.cpuUsage()
console.error(`${process.argv[2]}: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
console.log(((user + system) / 1000).toFixed(1))
