// A file as the tables in it, before anybody asks what they mean: CSV in whatever encoding, or the sheets of a workbook;
// and what keeps a file from being either.
import { Issue } from "@danvan/core"
import * as Csv from "./text/Csv.ts"
import * as Encoding from "./text/Encoding.ts"
import * as File from "./File.ts"
import { lineOf } from "./text/Json.ts"
import { LimitExceeded, type Limits } from "./Limits.ts"
import type { Table } from "./Table.ts"
import * as Workbook from "./Workbook.ts"

/** The tables of a file. What is told of a text is complete once all of its rows were gone through. */
export interface Opened {
  readonly tables: ReadonlyArray<Table>
  readonly told: () => ReadonlyArray<Issue.Issue>
}

/** The tables of a text. Without an encoding it was not read, and what is told says why. */
export interface OfText extends Opened {
  readonly encoding: Encoding.Name | null
}

/** A finding about a text in an encoding that is not read, or about what is no text. */
export const notText = (file: string, name: Encoding.Name): Issue.Issue =>
  name === "binary"
    ? Issue.make("file.format-unsupported", { pointer: "", source: { file } }, { found: "binary" })
    : Issue.make("encoding.unsupported", { pointer: "", source: { file } }, { found: Encoding.labels[name] })

/** A finding about a file that is over a limit. */
export const over = (file: string, { what, limit, row, column }: LimitExceeded): Issue.Issue =>
  Issue.make(
    "file.limit-exceeded",
    {
      pointer: "",
      source: { file, ...(row === undefined ? {} : { line: row }), ...(column === undefined ? {} : { column }) },
    },
    { what, limit },
  )

/** The table of a CSV file. */
export const ofText = (file: string, bytes: Uint8Array, limits: Limits): OfText => {
  const { name, text, proposal, seen } = Encoding.decodeBytes(bytes)
  if (proposal !== null && seen !== null) {
    const [line, column, word] = firstForeign(seen)
    const params = { found: Encoding.labels[name], text: word, reading: firstForeign(proposal)[2] }
    const issue = Issue.make("encoding.legacy-font", { pointer: "", source: { file, line, column } }, params)
    return { tables: [], encoding: null, told: () => [issue] }
  }
  if (text === null) return { tables: [], encoding: null, told: () => [notText(file, name)] }
  const table = Csv.parse(text, limits)
  const converted = { found: Encoding.labels[name] }
  return {
    tables: [table],
    encoding: name,
    told: () => [
      ...(name === "utf-8" ? [] : [Issue.make("encoding.converted", { pointer: "", source: { file } }, converted)]),
      ...table.oddities.map(({ code, line, offset, text: cell }) =>
        Issue.make(code, { pointer: "", source: { file, line, column: offset } }, { text: cell }),
      ),
    ],
  }
}

// The first line that the old encoding changes: what to show of it.
const firstForeign = (text: string): readonly [line: number, column: number, words: string] => {
  const at = Math.max(0, text.search(/[^\0-\x7f]/))
  const { line, column } = lineOf(text, at)
  const start = at - column + 1
  return [
    line,
    column,
    text
      .slice(start, start + 60)
      .split(/[\r\n;\t]/)[0]
      ?.trim() ?? "",
  ]
}

/**
 * The tables of a file of either kind; never rejects for what is in it.
 */
export const of = async (file: File.File, limits: Limits): Promise<Opened> => {
  const none = (...issues: ReadonlyArray<Issue.Issue>): Opened => ({ tables: [], told: () => issues })
  const told = (code: Issue.IssueCode, params: Issue.Params): Opened =>
    none(Issue.make(code, { pointer: "", source: { file: file.name } }, params))
  try {
    const kind = File.kindOf(await File.head(file, 65_536), file.name)
    if (kind === "empty") return told("file.empty", {})
    if (typeof kind === "object") return told("file.format-unsupported", kind)
    if (kind === "json" || kind === "ndjson") return told("file.format-unsupported", { found: kind })
    const bytes = await File.all(file, limits)
    if (kind === "csv") return ofText(file.name, bytes, limits)
    const opened = await Workbook.open({ name: file.name, bytes }, limits)
    if (Issue.isIssue(opened)) return none(opened)
    const issues = Workbook.closed(file.name, opened)
    return { tables: opened.tables, told: () => issues }
  } catch (error) {
    if (error instanceof LimitExceeded) return none(over(file.name, error))
    throw error
  }
}
