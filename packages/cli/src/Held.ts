// What was held back, written as it came, with its issues: nothing is lost, and the mended file with these gives the same
// as all at once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, extname, join } from "node:path"
import { Issue } from "@danvan/core"
import { type Findings, formats, Neutral } from "@danvan/findings"
import type { Piece } from "./Inbox.ts"

/**
 * Names for files in a folder: what somebody called a thing, made harmless. None is given twice, also where letters differ
 * only in case (some file systems take them for one), and none that holds something else already.
 */
export const names = (folder: string): ((called: string, extension: string, bytes: Uint8Array) => string) => {
  const taken = new Set<string>()
  const isFree = (file: string, bytes: Uint8Array): boolean => {
    if (taken.has(file.toLowerCase())) return false
    const path = join(folder, file)
    return !existsSync(path) || readFileSync(path).equals(bytes)
  }
  return (called, extension, bytes) => {
    const stem = Neutral.fileName(called)
    let name = stem
    for (let n = 2; !isFree(`${name}${extension}`, bytes); n++) name = `${stem}-${n}`
    taken.add(`${name}${extension}`.toLowerCase())
    return name
  }
}

// A submission by its id, a table by the name of its file, a line that says nothing of itself by its number.
const called = ({ source, format, held }: Piece): readonly [stem: string, extension: string] => {
  const extension = Neutral.fileName(extname(source.file))
  const stem = basename(source.file, extname(source.file))
  if (format === "json" || format === "ndjson") {
    const [one] = held
    const own = one === undefined || one.submission.startsWith(source.file) ? null : one.submission
    return [own ?? (source.line === undefined ? stem : `${stem}-${source.line}`), ".json"]
  }
  return [stem, extension === "_" ? "" : `.${extension}`]
}

/** Writes every piece of which something is held back or could not be read; returns how many. */
export const write = (
  folder: string,
  pieces: ReadonlyArray<Piece>,
  options: Parameters<typeof formats.json>[1],
): number => {
  mkdirSync(folder, { recursive: true })
  const free = names(folder)
  let written = 0
  for (const piece of pieces) {
    const { held, issues, submissions, values, source, bytes } = piece
    // Whole rows of a table may be unread without a submission that they would belong to. What a later revision has
    // replaced, or what is a draft, does not count either, but nobody has to mend it.
    const isWrong = issues.some(({ severity }) => severity === "error")
    if (!isWrong && held.every(({ codes }) => codes.every((code) => Issue.severities[code] === "info"))) continue
    const [stem, extension] = called(piece)
    const own = bytes()
    const name = free(stem, extension, own)
    const findings: Findings = { files: [source.file], accepted: { submissions, values }, held, issues }
    writeFileSync(join(folder, `${name}${extension}`), own)
    writeFileSync(
      join(folder, `${name}${extension === ".json" ? "" : extension}.issues.json`),
      [...formats.json(findings, options)].join(""),
    )
    written++
  }
  return written
}
