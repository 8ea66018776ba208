// All that was sent, read and checked. Lines of NDJSON are read one after another and let go, so that a file of any length
// fits; other files are read whole. What came as one piece (a submission of JSON, or a table with all its units) stays one:
// it is held back, or marked, as it came.
import { Gathering, Issue, type Registers, type Revision, Submission, type Validated } from "@danvan/core"
import { Encoding, type File, type Intake, Json, type Limits, read, SubmissionText } from "@danvan/intake"
import * as Input from "./Input.ts"
import * as Limiting from "./Limiting.ts"
import * as Office from "./Office.ts"
import * as Progress from "./Progress.ts"
import type { Terminal } from "./Terminal.ts"
import type { Asked } from "./Usage.ts"
import { say } from "./words.ts"

/** A piece as it came: where it stands, and what became of it. */
export interface Piece {
  readonly source: Issue.Source
  /** What kind of file it is of; null where that cannot be read. */
  readonly format: File.Format | null
  readonly bytes: () => Uint8Array
  readonly submissions: number
  readonly values: number
  /** Each with its place in the file. */
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly held: ReadonlyArray<Revision.Held>
}

/**
 * What came of checking: the pieces of which there is something to tell, in the order in which they were sent; what counts
 * of all; and what is about none of them.
 */
export interface Checked {
  readonly registers: Registers.Registers
  readonly files: ReadonlyArray<string>
  readonly accepted: { readonly submissions: number; readonly values: number }
  /** About files that could not be opened, and those of earlier periods. */
  readonly unread: ReadonlyArray<Issue.Issue>
  readonly pieces: ReadonlyArray<Piece>
  readonly silent: ReadonlyArray<Issue.Issue>
}

/** Everything of the files at once, for commands that look at all of it. */
export const values = async (
  names: ReadonlyArray<string>,
  terminal: Terminal,
  registers: Registers.Registers,
  options: Intake.Options,
): Promise<{ readonly values: ReadonlyArray<unknown>; readonly unread: ReadonlyArray<Issue.Issue> }> => {
  const all: Array<unknown> = []
  const unread: Array<Issue.Issue> = []
  for (const name of names) {
    const file = await Input.open(name, terminal)
    const { inputs, issues } = Issue.isIssue(file)
      ? { inputs: [], issues: [file] }
      : await read(registers, file.file, options)
    all.push(...inputs)
    unread.push(...issues.filter(({ severity }) => severity === "error"))
  }
  return { values: all, unread }
}

// A piece while its submissions are with all the others. `first` is the position of its first one among all.
interface Pending {
  readonly source: Issue.Source
  readonly format: File.Format | null
  readonly bytes: () => Uint8Array
  readonly told: ReadonlyArray<Issue.Issue>
  readonly held: ReadonlyArray<Intake.Held>
  readonly first: number
  readonly count: number
  readonly locate: Intake.Intake["locate"]
}

const none: ReadonlyArray<never> = []

const exceeded = (source: Issue.Source, what: Limits.Exceeded, limit: number): Issue.Issue =>
  Issue.make("file.limit-exceeded", { pointer: "", source }, { what, limit })

// One line of NDJSON, as it stands in the file.
interface Line extends Pick<Input.Line, "line" | "from" | "to"> {
  readonly opened: Input.Opened
}

const bytesOf = ({ opened, from, to }: Line): Uint8Array => opened.slice(from, to)

const lineOf = (at: Line, count: number, first: number): Pending => {
  const source = { file: at.opened.file.name, line: at.line }
  const locate: Pending["locate"] = async (asked) => {
    const own = Encoding.utf8(bytesOf(at)) ?? ""
    return asked.map(({ pointer }) => ({ ...source, column: Json.offsetOf(own, pointer) + 1 }))
  }
  return { source, format: "ndjson", bytes: () => bytesOf(at), told: none, held: none, first, count, locate }
}

// What a line holds, and the line itself where that is not all. Most take no more than a glance.
const readLine = (
  at: Line,
  bytes: Uint8Array | null,
  first: number,
  longest: number,
): readonly [input: unknown, told: Pending | null, glimpse?: Submission.Decoded] => {
  const source = { file: at.opened.file.name, line: at.line }
  if (bytes === null) return [undefined, { ...lineOf(at, 0, first), told: [exceeded(source, "line-bytes", longest)] }]
  const text = Input.text(bytes, { ...source, column: 1 })
  if (typeof text !== "string") return [undefined, { ...lineOf(at, 0, first), told: [text] }]
  const glimpse = Submission.glimpse(text)
  if (glimpse !== null) return [text, null, glimpse]
  const { input, name, held, problems } = SubmissionText.read(text)
  if (input !== undefined && problems.length === 0) return [input, null]
  const named = name === null ? {} : { submission: name }
  const told = problems.map(({ code, pointer, offset, params }) =>
    Issue.make(code, { pointer, source: { ...source, column: offset + 1 }, ...named }, params),
  )
  if (input === undefined) {
    return [
      input,
      { ...lineOf(at, 0, first), told, held: held.map((one) => ({ ...one, submission: name, text, after: 0 })) },
    ]
  }
  return [input, { ...lineOf(at, 1, first), told, held: held.map((one) => ({ ...one, input: 0 })) }]
}

// Where each line stands, by the position of its submission among all: numbers alone, since there may be many.
const lineTable = () => {
  const files: Array<Input.Opened> = []
  const lines: Array<number> = []
  const starts: Array<number> = []
  const ends: Array<number> = []
  return {
    set: (n: number, { opened, line, from, to }: Line): void => {
      files[n] = opened
      lines[n] = line
      starts[n] = from
      ends[n] = to
    },
    get: (n: number): Line | null => {
      const opened = files[n]
      return opened ? { opened, line: lines[n] ?? 0, from: starts[n] ?? 0, to: ends[n] ?? 0 } : null
    },
  }
}

// A file that is read whole: each of its submissions is a piece where it is JSON; else all of them are one.
const piecesOf = (intake: Intake.Intake, bytes: Input.Opened["bytes"], first: number): ReadonlyArray<Pending> => {
  const { file, format, inputs, issues, held, locate } = intake
  const whole = { source: { file }, format, first, count: inputs.length, locate }
  const lost = held.filter((one) => "text" in one)
  if (format !== "json" || inputs.length + lost.length === 0) return [{ ...whole, bytes, told: issues, held }]
  const isAlone = inputs.length + lost.length === 1
  const encoded = (text: string) => (): Uint8Array => (isAlone ? bytes() : Buffer.from(text))
  const names = issues.length === 0 ? none : inputs.map((input) => Submission.nameOf(input, 0))
  // Of several that have one name, it is told of the first.
  const firsts = new Map(names.map((name, i) => [name, i] as const).toReversed())
  const told = new Map<number, Array<Issue.Issue>>()
  for (const issue of issues) {
    const at = firsts.get(issue.submission ?? "") ?? -1
    told.set(at, [...(told.get(at) ?? []), issue])
  }
  // What belongs to none that has a name is told of the first that cannot be used, or of the first of all.
  const rest = told.get(-1) ?? none
  const own = inputs.map((_, i): Pending => ({
    ...whole,
    bytes: () => encoded(intake.textOf(i) ?? "")(),
    told: [...(i === 0 && lost.length === 0 ? rest : none), ...(told.get(i) ?? none)],
    held: held.filter((one) => "input" in one && one.input === i).map((one) => ({ ...one, input: 0 })),
    first: first + i,
    count: 1,
    locate: (asked) => locate(asked.map((one) => ({ ...one, input: i }))),
  }))
  const without = lost.map((one, i): Pending => ({
    ...whole,
    bytes: encoded(one.text),
    told: i === 0 ? rest : none,
    held: [one],
    count: 0,
  }))
  // In the order in which they were sent.
  return [
    ...without.map((one, i) => [(lost[i]?.after ?? 0) - 0.5, one] as const),
    ...own.map((one, i) => [i, one] as const),
  ]
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one)
}

/** Reads and checks the files of a command. */
export const check = async (asked: Asked, terminal: Terminal, options: Validated.Options): Promise<Checked> => {
  const registers = await Office.registers(asked, () => Input.catalogueOf(asked.words, terminal))
  const reading = Office.reading(asked, registers)
  const limits = Limiting.of(asked)
  const before = await values(asked.all("previous"), terminal, registers, Office.withoutPeriod(reading))
  const unread: Array<Issue.Issue> = [...before.unread]
  // A line of which nothing is told is the position of its submission.
  const pending: Array<Pending | number> = []
  const kept = new Map<number, unknown>()
  const lines = lineTable()
  const again = (n: number): unknown => {
    const line = lines.get(n)
    return line === null ? kept.get(n) : SubmissionText.read(Encoding.utf8(bytesOf(line)) ?? "").input
  }
  const gathering = Gathering.gather(registers, again, { ...options, previous: before.values })
  const bar = Progress.begin(terminal, say(asked.lang).read)
  const files = new Set<string>()
  let count = 0
  for (const name of asked.words) {
    const opened = await Input.open(name, terminal)
    if (Issue.isIssue(opened)) {
      unread.push(opened)
    } else if (opened.kind === "ndjson" && opened.size > limits.bytes) {
      unread.push(exceeded({ file: opened.file.name }, "bytes", limits.bytes))
    } else if (opened.kind === "ndjson") {
      const start = count
      for (const { bytes, line, from, to } of opened.lines(limits.lineBytes)) {
        if (count - start >= limits.submissions) {
          unread.push(exceeded({ file: opened.file.name, line }, "submissions", limits.submissions))
          break
        }
        const at = { opened, line, from, to }
        const [input, told, glimpse] = readLine(at, bytes, count, limits.lineBytes)
        files.add(opened.file.name)
        pending.push(told ?? count)
        if (input === undefined) continue
        lines.set(count++, at)
        gathering.add(input, glimpse)
        bar.tick(count)
      }
    } else {
      const intake = await read(registers, opened.file, reading)
      files.add(intake.file)
      pending.push(...piecesOf(intake, opened.bytes, count))
      for (const input of intake.inputs) {
        kept.set(count++, input)
        gathering.add(input)
      }
      bar.tick(count)
    }
  }
  const found = gathering.finish()
  bar.done()
  const pieces: Array<Piece> = []
  const isAlone = alone(pending, count, again)
  const accepted = { submissions: 0, values: 0 }
  for (const one of pending) {
    const quiet = typeof one === "number" ? found.of(one) : null
    if (quiet !== null && quiet.issues.length === 0 && quiet.held.length === 0) {
      accepted.submissions += quiet.values === null ? 0 : 1
      accepted.values += quiet.values ?? 0
      continue
    }
    const line = typeof one === "number" ? lines.get(one) : null
    const piece = await judged(typeof one === "number" ? lineOf(line!, 1, one) : one, found, again, isAlone)
    accepted.submissions += piece.submissions
    accepted.values += piece.values
    if (piece.issues.length > 0 || piece.held.length > 0) pieces.push(piece)
  }
  const named = unread.flatMap(({ source }) => source?.file ?? [])
  return { registers, files: [...new Set([...named, ...files])], accepted, unread, pieces, silent: found.silent }
}

// Whether the n-th input has its name for itself. All are gone through once more, but only where the text of one is in doubt.
const alone = (
  pending: ReadonlyArray<Pending | number>,
  count: number,
  again: (n: number) => unknown,
): ((name: string) => boolean) => {
  const times = new Map<string, number>()
  const isAsked = pending.some((one) => typeof one !== "number" && one.held.some((of) => "input" in of))
  for (let n = 0; n < (isAsked ? count : 0); n++) {
    const name = Submission.nameOf(again(n), n + 1)
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  return (name) => times.get(name) === 1
}

const judged = async (
  one: Pending,
  found: Gathering.Gathered,
  again: (n: number) => unknown,
  isAlone: (name: string) => boolean,
): Promise<Piece> => {
  const { source, format, bytes, told, first, count, locate } = one
  const all = Array.from({ length: count }, (_, i) => found.of(first + i))
  const held = one.held.map(({ pointer, codes, ...of }): Revision.Held => {
    if (!("input" in of)) return { submission: of.submission ?? Issue.sourceToText(source), pointer, codes }
    const input = first + of.input + 1
    const submission = Submission.nameOf(again(input - 1), input)
    return { submission, pointer, codes, ...(isAlone(submission) ? {} : { input }) }
  })
  // What was sent but could not be read is not "not sent".
  const unread = new Set(one.held.flatMap((of) => ("input" in of ? [`${of.input}${of.pointer}`] : [])))
  const issues = all.flatMap(({ issues: own }, input) =>
    own
      .filter(({ code, pointer }) => code !== "value.not-sent" || !unread.has(`${input}${pointer}`))
      .map((issue) => ({ issue, input, pointer: issue.pointer })),
  )
  const places = issues.length === 0 ? [] : await locate(issues)
  const counted = all.flatMap(({ values: n }) => (n === null ? [] : [n]))
  return {
    source,
    format,
    bytes,
    submissions: counted.length,
    values: counted.reduce((sum, n) => sum + n, 0),
    issues: [...told, ...issues.map(({ issue }, i) => ({ ...issue, source: places[i] ?? source }))],
    held: [...held, ...all.flatMap(({ held: own }) => own)],
  }
}

/** Every finding in the order of what was sent. */
export const issues = ({ unread, pieces, silent }: Checked): ReadonlyArray<Issue.Issue> => [
  ...unread,
  ...pieces.flatMap((one) => one.issues),
  ...silent,
]
