// A file read: what it is, the submissions in it, what was found, and for every pointer of every submission its place in
// the file, worked out only when somebody asks.
import { Issue, Json as JsonText, Mapping, type Registers } from "@danvan/core"
import * as Result from "effect/Result"
import type * as Desk from "./table/Desk.ts"
import { sourceOf } from "./table/Desk.ts"
import type * as Draft from "./table/Draft.ts"
import * as Encoding from "./text/Encoding.ts"
import * as File from "./File.ts"
import * as Json from "./text/Json.ts"
import { LimitExceeded, type Limits, limits as usual } from "./Limits.ts"
import * as Sheets from "./table/Sheets.ts"
import * as SubmissionText from "./text/SubmissionText.ts"
import * as Tables from "./Tables.ts"
import * as Workbook from "./Workbook.ts"
import { carried } from "./xlsx/CarriedMapping.ts"

/** How files are to be read. */
export interface Options {
  /** What the headings, cells and names of tables mean, where they are somebody's own. */
  readonly mapping?: Mapping.Mapping
  /** What tables need not say. */
  readonly given?: Desk.Given
  readonly limits?: Partial<Limits>
}

/** A place asked for: a pointer into one of the submissions of a file, counted from 0. */
export interface Asked {
  readonly input: number
  readonly pointer: string
}

/** A submission of which nothing can be used: what it calls itself, how it came, and how many of `inputs` stand before it. */
export interface Lost {
  readonly submission: string | null
  readonly text: string
  readonly after: number
}

/** What of a submission could not be read, by its position in `inputs`, or all of one that is not among them. */
export type Held = Draft.Held & ({ readonly input: number } | Lost)

/** A file read. */
export interface Intake {
  readonly file: string
  /** Null for a kind of file that is not read. */
  readonly format: File.Format | null
  /** Null for a workbook, and for what is no text. */
  readonly encoding: Encoding.Name | null
  /** What `validate` takes. */
  readonly inputs: ReadonlyArray<unknown>
  /** What could not be read. */
  readonly held: ReadonlyArray<Held>
  readonly issues: ReadonlyArray<Issue.Issue>
  /** The places of pointers, in the order asked; a large file is gone through once for all of them. */
  readonly locate: (asked: ReadonlyArray<Asked>) => Promise<ReadonlyArray<Issue.Source>>
  /** A submission of a JSON file as it came; null for other files. */
  readonly textOf: (input: number) => string | null
}

/**
 * Reads a file: JSON (one submission, or a list), NDJSON, CSV, XLSX, told apart by their content. Never rejects for what
 * is in it.
 *
 * @example
 * const bytes = new TextEncoder().encode("Đơn vị;Cuộc họp\nPhường An;05\n")
 * const { format, inputs, locate } = await read(registers, { name: "an.csv", bytes }, { given: { period: "2022-H1" } })
 * format // "csv"
 * inputs[0].values // { "meeting.events": 5 }
 * await locate([{ input: 0, pointer: "/values/meeting.events" }]) // [{ file: "an.csv", line: 2, column: 11 }]
 */
export const read = async (registers: Registers.Registers, file: File.File, options: Options = {}): Promise<Intake> => {
  const limits = { ...usual, ...options.limits }
  try {
    const found = await readKind(registers, file, options, limits)
    // Whatever it was, nothing came of it, and nothing says why.
    const isSilent = found.inputs.length === 0 && found.issues.every(({ severity }) => severity !== "error")
    if (!isSilent) return found
    return { ...found, issues: [...found.issues, ...refused(file.name, "file.empty", {}).issues] }
  } catch (error) {
    if (error instanceof LimitExceeded) return over(file.name, error)
    throw error
  }
}

const readKind = async (
  registers: Registers.Registers,
  file: File.File,
  options: Options,
  limits: Limits,
): Promise<Intake> => {
  const kind = File.kindOf(await File.head(file, 65_536), file.name)
  if (kind === "empty") return none(file.name)
  if (typeof kind === "object") return refused(file.name, "file.format-unsupported", kind)
  if (kind === "ndjson") return ndjson(file, limits)
  const bytes = await File.all(file, limits)
  if (kind === "json") return json(file.name, bytes, limits)
  const asked = { registers, mapping: options.mapping ?? null, given: options.given ?? {}, file: file.name }
  if (kind === "xlsx") return workbook(bytes, asked, limits)
  const table = csv(bytes, asked, limits)
  // Any text can be looked at as a table. Where it is none, its name says what it was meant to be.
  const isTable = table.issues.every(({ code }) => code !== "table.head-missing")
  return isTable || table.inputs.length > 0 ? table : (misnamed(file.name, bytes, limits) ?? table)
}

const misnamed = (name: string, bytes: Uint8Array, limits: Limits): Intake | null => {
  const [, extension = ""] = /\.([^./\\]+)$/.exec(name.toLowerCase()) ?? []
  if (["", "csv", "tsv", "txt"].includes(extension)) return null
  if (["json", "ndjson", "jsonl"].includes(extension)) return json(name, bytes, limits)
  if (["xlsx", "xlsm"].includes(extension))
    return refused(name, "file.damaged", { format: "xlsx", cause: "zip.not-zip" })
  return refused(name, "file.format-unsupported", { found: extension })
}

const none = (file: string): Intake => ({
  file,
  format: null,
  encoding: null,
  inputs: [],
  held: [],
  issues: [],
  locate: async (asked) => asked.map(() => ({ file })),
  textOf: () => null,
})

const refused = (file: string, code: Issue.IssueCode, params: Issue.Params): Intake => ({
  ...none(file),
  issues: [Issue.make(code, { pointer: "", source: { file } }, params)],
})

const over = (file: string, exceeded: LimitExceeded): Intake => ({
  ...none(file),
  issues: [Tables.over(file, exceeded)],
})

// What is wrong with a text, told at its place in the file.
const problemsOf = (
  { problems, name }: SubmissionText.SubmissionText,
  place: (offset: number) => Issue.Source,
): ReadonlyArray<Issue.Issue> =>
  problems.map(({ code, pointer, offset, params }) =>
    Issue.make(code, { pointer, source: place(offset), ...(name === null ? {} : { submission: name }) }, params),
  )

const heldOf = ({ held, input, name }: SubmissionText.SubmissionText, at: number, text: string): ReadonlyArray<Held> =>
  held.map((one) => ({ ...one, ...(input === undefined ? { submission: name, text, after: at } : { input: at }) }))

const json = (file: string, bytes: Uint8Array, limits: Limits): Intake => {
  const { name, text } = Encoding.decodeBytes(bytes)
  if (name !== "utf-8" || text === null) return notUtf8(file, name)
  const known = { ...none(file), format: "json", encoding: name } as const
  const lines: { place?: ReturnType<typeof Json.lines> } = {}
  const place = (offset: number): Issue.Source => ({ file, ...(lines.place ??= Json.lines(text))(offset) })
  const isList = text.trimStart().startsWith("[")
  const list = isList ? JsonText.read(text) : null
  if (list !== null && list.value === undefined) {
    return { ...known, issues: problemsOf({ ...SubmissionText.read(text), name: null }, place) }
  }
  const all: ReadonlyArray<unknown> | null = list === null ? null : (list.value as ReadonlyArray<unknown>)
  if (all !== null && all.length > limits.submissions) throw new LimitExceeded("submissions", limits.submissions)
  const slices = (): Slices => (isList ? Json.elements(text) : [[0, text.length]])
  if (all !== null && list?.problems.length === 0) {
    return { ...known, inputs: all, ...placed(text, place, slices, (input) => input) }
  }
  const texts = slices().map(([start, end]) => ({ start, own: text.slice(start, end) }))
  const inputs: Array<unknown> = []
  const held: Array<Held> = []
  const issues: Array<Issue.Issue> = []
  const positions: Array<number> = []
  for (const [i, { start, own }] of texts.entries()) {
    const one = SubmissionText.read(own)
    issues.push(...problemsOf(one, (offset) => place(start + offset)))
    held.push(...heldOf(one, inputs.length, own))
    if (one.input === undefined) continue
    inputs.push(one.input)
    positions.push(i)
  }
  return { ...known, inputs, held, issues, ...placed(text, place, slices, (input) => positions[input] ?? 0) }
}

type Slices = ReadonlyArray<readonly [start: number, end: number]>

// Where a submission stands in a text: `at` says which of its elements it is.
const placed = (
  text: string,
  place: (offset: number) => Issue.Source,
  slices: () => Slices,
  at: (input: number) => number,
): Pick<Intake, "locate" | "textOf"> => {
  const known: { elements?: Slices } = {}
  const sliceOf = (input: number): readonly [start: number, end: number] =>
    (known.elements ??= slices())[at(input)] ?? [0, text.length]
  return {
    locate: async (asked) =>
      asked.map(({ input, pointer }) => {
        const [start, end] = sliceOf(input)
        return place(start + Json.offsetOf(text.slice(start, end), pointer))
      }),
    textOf: (input) => text.slice(...sliceOf(input)),
  }
}

const notUtf8 = (file: string, name: Encoding.Name): Intake => ({ ...none(file), issues: [Tables.notText(file, name)] })

// A line is read and let go; only its number stays, and the file is gone through again for those of which something is told.
const ndjson = async (file: File.File, limits: Limits): Promise<Intake> => {
  const inputs: Array<unknown> = []
  const numbers: Array<number> = []
  const issues: Array<Issue.Issue> = []
  const held: Array<Held> = []
  for await (const { line, bytes } of File.lines(file, limits)) {
    const text = Encoding.utf8(bytes)
    if (text === null) {
      const source = { file: file.name, line, column: 1 }
      const found = Encoding.labels[Encoding.decodeBytes(bytes).name]
      issues.push(Issue.make("encoding.unsupported", { pointer: "", source }, { found }))
      continue
    }
    const one = SubmissionText.read(text)
    issues.push(...problemsOf(one, (offset) => ({ file: file.name, line, column: offset + 1 })))
    const called = one.name ?? Issue.sourceToText({ file: file.name, line })
    held.push(...heldOf({ ...one, name: called }, inputs.length, text))
    if (one.input === undefined) continue
    if (inputs.push(one.input) > limits.submissions) throw new LimitExceeded("submissions", limits.submissions)
    numbers.push(line)
  }
  const locate = async (asked: ReadonlyArray<Asked>): Promise<ReadonlyArray<Issue.Source>> => {
    const wanted = new Map<number, Array<number>>()
    for (const [i, { input }] of asked.entries()) {
      const line = numbers[input] ?? 0
      wanted.set(line, [...(wanted.get(line) ?? []), i])
    }
    const sources: Array<Issue.Source> = asked.map(({ input }) => ({ file: file.name, line: numbers[input] ?? 1 }))
    if (wanted.size === 0) return sources
    for await (const { line, bytes } of File.lines(file, limits)) {
      const here = wanted.get(line)
      const text = here && Encoding.utf8(bytes)
      if (here === undefined || text === null || text === undefined) continue
      for (const i of here) {
        const { column } = Json.lineOf(text, Json.offsetOf(text, asked[i]?.pointer ?? ""))
        sources[i] = { file: file.name, line, column }
      }
    }
    return sources
  }
  return { ...none(file.name), format: "ndjson", encoding: "utf-8", inputs, held, issues, locate }
}

const csv = (bytes: Uint8Array, asked: Sheets.Asked, limits: Limits): Intake => {
  const { file } = asked
  const opened = Tables.ofText(file, bytes, limits)
  if (opened.encoding === null) return { ...none(file), issues: opened.told() }
  const { drawn, issues } = Sheets.draw(opened.tables, asked)
  return { ...fromDrawn(file, drawn), format: "csv", encoding: opened.encoding, issues: [...opened.told(), ...issues] }
}

const workbook = async (bytes: Uint8Array, asked: Sheets.Asked, limits: Limits): Promise<Intake> => {
  const { file } = asked
  const opened = await Workbook.open({ name: file, bytes }, limits)
  if (Issue.isIssue(opened)) return { ...none(file), issues: [opened] }
  const { tables } = opened
  // A form of ours says itself what its rows mean; whoever reads may know better.
  const own = carried(opened)
  const made = own === null || asked.mapping !== null ? null : Mapping.make(asked.registers, own.json)
  if (own !== null && made !== null && Result.isFailure(made)) {
    const source = { file, sheet: own.sheet }
    return { ...none(file), format: "xlsx", issues: made.failure.map((issue) => ({ ...issue, source })) }
  }
  const mapping = made !== null && Result.isSuccess(made) ? made.success : asked.mapping
  const shown = tables.filter(({ name }) => name !== own?.sheet)
  const { drawn, issues } = Sheets.draw(shown, { ...asked, mapping })
  return { ...fromDrawn(file, drawn), format: "xlsx", issues: [...Workbook.closed(file, opened), ...issues] }
}

const fromDrawn = (file: string, drawn: ReadonlyArray<Sheets.Drawn>): Intake => ({
  ...none(file),
  inputs: drawn.map(({ input }) => input),
  held: drawn.flatMap(({ held }, input) => held.map((one) => ({ ...one, input }))),
  locate: async (asked) => {
    const places = asked.map(({ input, pointer }) => ({
      table: drawn[input]?.table,
      place: drawn[input]?.place(whatNilMeans(drawn[input]?.input, pointer)),
    }))
    const lines = new Map<string, { readonly line: number; readonly offset: number }>()
    for (const table of new Set(drawn.map((one) => one.table))) {
      if (table.name !== null) continue
      const rows = new Set(places.map(({ place }) => place?.row))
      for (const { row, cells } of table.rows) {
        if (!rows.has(row)) continue
        for (const { column, line, offset } of cells) lines.set(`${row}|${column}`, { line, offset })
        // A cell that holds nothing has the place of its row.
        lines.set(`${row}|`, { line: cells[0]?.line ?? 0, offset: cells[0]?.offset ?? 0 })
      }
    }
    return places.map(({ table, place }) => {
      if (!table || !place) return { file }
      const at = lines.get(`${place.row}|${place.column}`) ?? lines.get(`${place.row}|`) ?? { line: 0, offset: 0 }
      return sourceOf(file, table, { ...place, ...at })
    })
  },
})

// The list of what did not happen is made of cells that say so: theirs is the place.
const whatNilMeans = (input: Readonly<Record<string, unknown>> | undefined, pointer: string): string => {
  const [, at] = /^\/nil\/(\d+)$/.exec(pointer) ?? []
  const nil: unknown = input?.["nil"]
  const id: unknown = at === undefined || !Array.isArray(nil) ? undefined : nil[Number(at)]
  return typeof id === "string" ? `/values${Issue.step(id)}` : pointer
}
