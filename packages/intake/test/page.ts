// What a page or a worker does with files: it has them as bytes, and the registers as JSON. The test calls the same in Node.
import { Answers, load, type Registers } from "@danvan/core"
import { type FormatName, formats } from "@danvan/findings"
import { type File, validateFiles } from "@danvan/intake"

/** What a page is given: all of it JSON. */
export interface Input {
  readonly organisations: unknown
  readonly catalogue: unknown
  readonly period: string
  readonly files: ReadonlyArray<{ readonly name: string; readonly base64: string }>
}

/** Findings by the name of their format, as the command prints them. */
export type Told = Readonly<Record<FormatName, string>>

/** Checks files, and tells in every format what was found. */
export const told = async (
  registers: Registers.Registers,
  period: string,
  files: ReadonlyArray<File.File>,
): Promise<Told> => {
  const { accepted, held, issues } = await validateFiles(registers, files, { given: { period } })
  const values = accepted.reduce((sum, one) => sum + Answers.statements(one).length, 0)
  const findings = {
    files: files.map(({ name }) => name),
    accepted: { submissions: accepted.length, values },
    held,
    issues,
  }
  const all = Object.entries(formats).map(([name, format]) => [name, [...format(findings, { lang: "vi" })].join("")])
  return Object.fromEntries(all) as Told
}

/** The same of what came as JSON. */
export const run = ({ organisations, catalogue, period, files }: Input): Promise<Told> =>
  told(
    load(organisations, catalogue),
    period,
    files.map(({ name, base64 }) => ({
      name,
      bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    })),
  )

// In a worker it is asked by message.
const worker = globalThis as { WorkerGlobalScope?: unknown; onmessage?: (event: { readonly data: Input }) => void }
declare const postMessage: (message: Told) => void
if (worker.WorkerGlobalScope !== undefined) {
  worker.onmessage = ({ data }) => void run(data).then((found) => postMessage(found))
}
