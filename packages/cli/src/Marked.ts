// The senders' tables back with their wrong cells marked: workbooks in place, CSV with one more column. JSON is no table;
// its findings name line and column.
import { mkdirSync, writeFileSync } from "node:fs"
import { basename, extname, join } from "node:path"
import { type Issue, Wording } from "@danvan/core"
import { CsvText, Encoding, mark } from "@danvan/intake"
import { names } from "./Held.ts"
import type { Piece } from "./Inbox.ts"
import type { Language } from "./Usage.ts"
import { say } from "./words.ts"

/** How the findings are said. */
export interface Options {
  readonly lang: Language
  readonly wording: Wording.Wording
}

/** How many files were written, and how many remarks a program may not show in full. */
export interface Marked {
  readonly files: number
  readonly obscured: number
}

const textOf = (issue: Issue.Issue, { lang, wording }: Options): string => {
  const { message, fix } = Wording.sentence(issue, lang, wording)
  return `${message} ${fix}`
}

/** Writes every table in which something was found. */
export const write = async (folder: string, pieces: ReadonlyArray<Piece>, options: Options): Promise<Marked> => {
  mkdirSync(folder, { recursive: true })
  const free = names(folder)
  let [files, obscured] = [0, 0]
  for (const { source, format, bytes, issues } of pieces) {
    // What was not sent has no cell; said of each row, it would drown the rest.
    const remarks = issues.filter(({ severity, code }) => severity !== "info" && code !== "value.not-sent")
    if (remarks.length === 0 || (format !== "csv" && format !== "xlsx")) continue
    const made = format === "xlsx" ? await workbook(bytes(), remarks, options) : text(bytes(), remarks, options)
    if (made === null) continue
    const extension = format === "csv" ? ".csv" : extname(source.file).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx"
    const name = free(basename(source.file, extname(source.file)), extension, made.bytes)
    writeFileSync(join(folder, `${name}${extension}`), made.bytes)
    files++
    obscured += made.obscured
  }
  return { files, obscured }
}

interface Made {
  readonly bytes: Uint8Array
  readonly obscured: number
}

const workbook = async (bytes: Uint8Array, issues: ReadonlyArray<Issue.Issue>, options: Options): Promise<Made> => {
  const marks = issues.map((issue) => ({
    sheet: issue.source?.sheet ?? null,
    cell: issue.source?.cell ?? null,
    text: textOf(issue, options),
  }))
  const made = await mark(bytes, marks)
  return { bytes: made.bytes, obscured: made.obscured.length }
}

// In UTF-8, whatever it came in: with the mark without which Excel does not see that it is.
const text = (bytes: Uint8Array, issues: ReadonlyArray<Issue.Issue>, options: Options): Made | null => {
  const read = Encoding.decodeBytes(bytes).text
  if (read === null) return null
  const remarks = issues.map((issue) => ({ line: issue.source?.line ?? 1, text: textOf(issue, options) }))
  const made = CsvText.mark(read.replace(/^\ufeff/, ""), remarks, say(options.lang).toMend)
  return { bytes: Buffer.from(`\ufeff${made}`), obscured: 0 }
}
