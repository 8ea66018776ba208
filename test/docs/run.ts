// Runs the blocks of a document as one program, from its sources, in a folder of its own. The program keeps the line
// numbers of the document, so that an error points to the line to mend.
import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url))

/** A file of the repository as text. */
export const text = (file: string): Promise<string> => readFile(join(root, file), "utf8")

/** A new folder from which `@danvan/*` can be imported, with copies of these files; `remove` takes it away. */
export const folder = async (
  files: ReadonlyArray<string> = [],
): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> => {
  await mkdir(join(root, "out"), { recursive: true })
  const path = await mkdtemp(join(root, "out", "docs-"))
  for (const file of files) await cp(join(root, file), join(path, basename(file)))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** What a program said. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const execute = (args: ReadonlyArray<string>, cwd: string): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : 1, stdout, stderr })
    })
  })

/** Runs a program against the sources of the packages. */
export const run = (file: string, cwd: string): Promise<Outcome> => execute(["--conditions=@danvan/source", file], cwd)

/** What the compiler has to say about the programs in a folder; it is asked with the settings of the tests. */
export const typeErrors = async (path: string): Promise<ReadonlyArray<string>> => {
  const config = { extends: join(root, "tsconfig.test.json"), include: ["./*.ts"] }
  await writeFile(join(path, "tsconfig.json"), JSON.stringify(config))
  const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc")
  const { stdout } = await execute([tsc, "-p", path, "--pretty", "false"], path)
  return stdout.split("\n").filter((line) => /^(?:error |[^/\s.][^/]*\.ts\()/.test(line))
}
