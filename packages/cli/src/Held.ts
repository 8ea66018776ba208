// What was held back, written as it came, with its issues: nothing is lost, and the mended file with these gives the same
// as all at once.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Findings, formats, Neutral } from "@danvan/findings"
import type { Judged } from "./Inbox.ts"

/** Writes every input of which something is held back; returns how many. Names come from ids, made harmless. */
export const write = (
  folder: string,
  inputs: ReadonlyArray<Judged>,
  options: Parameters<typeof formats.json>[1],
): number => {
  mkdirSync(folder, { recursive: true })
  const taken = new Set<string>()
  let written = 0
  for (const { held, issues, values, source, bytes } of inputs) {
    if (held.length === 0) continue
    const stem = Neutral.fileName(held[0]?.submission ?? "")
    let name = stem
    // Also where letters differ only in case: some file systems take them for one.
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}`
    taken.add(name.toLowerCase())
    const findings: Findings = {
      files: [source.file],
      accepted: { submissions: values === null ? 0 : 1, values: values ?? 0 },
      held,
      issues: issues.map((issue) => ({ ...issue, source })),
    }
    writeFileSync(join(folder, `${name}.json`), bytes())
    writeFileSync(join(folder, `${name}.issues.json`), [...formats.json(findings, options)].join(""))
    written++
  }
  return written
}
