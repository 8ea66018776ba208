// The command in a process of its own, from the sources, as a shell would call it.
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
const cwd = fileURLToPath(new URL("../../../examples/tay-ho-2022/", import.meta.url))

/** What came of a command line. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `danvan …` in the folder of the example. */
export const danvan = (args: ReadonlyArray<string>, input: string | Buffer = ""): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=@danvan/source", main, ...args], {
    cwd,
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
  })
  return { code: status, out: stdout, err: stderr }
}

/** The same for results that are no text. */
export const danvanBytes = (args: ReadonlyArray<string>): { readonly code: number | null; readonly out: Buffer } => {
  const { status, stdout } = spawnSync(process.execPath, ["--conditions=@danvan/source", main, ...args], { cwd })
  return { code: status, out: stdout }
}

/** The registers of the example, as flags. */
export const registers = ["--org", "organisations.json", "--catalogue", "catalogue.json"] as const
