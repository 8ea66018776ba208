// Files as they come in. All that the commands know of reading: which inputs there are, where each stands, how to have it
// once more, and what could not be read. Lines of NDJSON are read and let go.
import { isUtf8 } from "node:buffer"
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs"
import { extname } from "node:path"
import { Issue } from "@danvan/core"
import type { Terminal } from "./Terminal.ts"

/** One input: what stands there, in which file and line, and how to have its bytes again. */
export interface Sent {
  readonly value: unknown
  readonly source: Issue.Source
  readonly bytes: () => Buffer
}

/** Something that could not be read, or an input. */
export type Read = Sent | { readonly issue: Issue.Issue }

/** What is too much: a file that is read whole, a line of NDJSON. */
export const limits = { bytes: 256 * 1024 * 1024, "line-bytes": 16 * 1024 * 1024 } as const

const refuse = (code: Issue.IssueCode, source: Issue.Source, params: Issue.Params): Read => ({
  issue: Issue.make(code, { pointer: "", source }, params),
})

/** What encoding the bytes are in, as far as they tell. */
export const encodingOf = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE"
  const head = bytes.subarray(0, 4096)
  const zeros = (odd: 0 | 1): number => head.reduce((sum, byte, i) => sum + (byte === 0 && i % 2 === odd ? 1 : 0), 0)
  if (zeros(1) > head.length / 8) return "UTF-16LE"
  if (zeros(0) > head.length / 8) return "UTF-16BE"
  return ""
}

const bom = (bytes: Buffer): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)

// The engine words its errors; taken are the place and what it had wanted.
const malformed = (error: unknown, text: string, source: Issue.Source): Read => {
  const said = error instanceof Error ? error.message : ""
  const at = Number(
    /at position (\d+)/.exec(said)?.[1] ??
      (/end of JSON/.test(said) ? text.length : text.indexOf(/token '(.)'/.exec(said)?.[1] ?? "")),
  )
  const before = text.slice(0, Math.max(0, at))
  const line = before.split("\n").length
  const expected = /',' or '}'/.test(said)
    ? "comma-or-brace"
    : /',' or '\]'/.test(said)
      ? "comma-or-bracket"
      : /property name/.test(said)
        ? "key"
        : /after JSON/.test(said)
          ? "end"
          : "value"
  const place = { ...source, line: (source.line ?? 1) + line - 1, column: before.length - before.lastIndexOf("\n") }
  return refuse("json.malformed", place, { found: at < text.length ? (text[at] ?? "") : "", expected })
}

const parse = (bytes: Buffer, source: Issue.Source): { readonly value: unknown } | Read => {
  if (!isUtf8(bytes)) return refuse("encoding.unsupported", source, { found: encodingOf(bytes) })
  const text = bytes.toString("utf8", bom(bytes))
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return malformed(error, text, source)
  }
}

const whole = function* (bytes: Buffer, file: string): Generator<Read> {
  if (bytes.length > limits.bytes) {
    yield refuse("file.limit-exceeded", { file }, { what: "bytes", limit: limits.bytes, found: bytes.length })
    return
  }
  const parsed = parse(bytes, { file })
  if ("issue" in parsed) yield parsed
  else if (Array.isArray(parsed.value)) {
    for (const value of parsed.value as ReadonlyArray<unknown>) {
      yield { value, source: { file }, bytes: () => Buffer.from(JSON.stringify(value)) }
    }
  } else yield { value: parsed.value, source: { file }, bytes: () => bytes }
}

// Where the bytes of lines come from: a file that stays open, or what is in memory already.
interface Lines {
  readonly size: number
  readonly read: (into: Buffer, from: number) => number
  readonly slice: (from: number, to: number) => Buffer
}

const inMemory = (bytes: Buffer): Lines => ({
  size: bytes.length,
  read: (into, from) => bytes.copy(into, 0, from, Math.min(bytes.length, from + into.length)),
  slice: (from, to) => bytes.subarray(from, to),
})

const inFile = (descriptor: number): Lines => ({
  size: fstatSync(descriptor).size,
  read: (into, from) => readSync(descriptor, into, 0, into.length, from),
  slice: (from, to) => {
    const into = Buffer.allocUnsafe(to - from)
    return into.subarray(0, readSync(descriptor, into, 0, into.length, from))
  },
})

const NEWLINE = 10

const lines = function* ({ read: fill, slice }: Lines, file: string): Generator<Read> {
  const block = Buffer.allocUnsafe(1024 * 1024)
  let [at, line, start] = [0, 0, 0]
  const one = (bytes: Buffer, from: number, to: number): Read | null => {
    line++
    if (to - from > limits["line-bytes"]) {
      const params = { what: "line-bytes", limit: limits["line-bytes"], found: to - from }
      return refuse("file.limit-exceeded", { file, line }, params)
    }
    if (bytes.length < 1000 && bytes.toString().trim() === "") return null
    const source = { file, line }
    const parsed = parse(bytes, source)
    return "issue" in parsed ? parsed : { value: parsed.value, source, bytes: () => slice(from, to) }
  }
  for (;;) {
    const length = fill(block, at)
    if (length === 0) break
    let from = 0
    for (let end = block.indexOf(NEWLINE); end >= 0 && end < length; end = block.indexOf(NEWLINE, from)) {
      const bytes = start < at ? slice(start, at + end) : block.subarray(from, end)
      const found = one(bytes, start, at + end)
      if (found) yield found
      from = end + 1
      start = at + from
    }
    at += length
  }
  if (start < at) {
    const found = one(slice(start, at), start, at)
    if (found) yield found
  }
}

// Lines of which the first is a whole value, and more behind it: one value cannot be that.
const isLines = (head: Buffer): boolean => {
  const end = head.indexOf(NEWLINE)
  if (end < 0 || head.subarray(end).every((byte) => byte === NEWLINE || byte === 13 || byte === 32)) return false
  try {
    const first: unknown = JSON.parse(head.toString("utf8", bom(head), end))
    return typeof first === "object" && first !== null && !Array.isArray(first)
  } catch {
    return false
  }
}

const readable: ReadonlyArray<string> = [".json", ".ndjson", ".jsonl", ""]

const fromFile = function* (file: string): Generator<Read> {
  const extension = extname(file).toLowerCase()
  if (!readable.includes(extension)) {
    yield refuse("file.format-unsupported", { file }, { found: extension.slice(1) })
    return
  }
  let descriptor: number
  try {
    if (statSync(file).isDirectory()) throw Object.assign(new Error(file), { code: "EISDIR" })
    descriptor = openSync(file, "r")
  } catch (error) {
    yield refuse("file.missing", { file }, { cause: (error as NodeJS.ErrnoException).code ?? String(error) })
    return
  }
  const source = inFile(descriptor)
  const head = source.slice(0, Math.min(source.size, limits["line-bytes"], 4 * 1024 * 1024))
  // Left open while its lines may be asked for again.
  if (extension === ".ndjson" || extension === ".jsonl" || isLines(head)) yield* lines(source, file)
  else {
    closeSync(descriptor)
    yield* whole(readFileSync(file), file)
  }
}

/** The inputs of each file, in their order; `-` is the standard input. Within a file nothing is waited for. */
export async function* read(files: ReadonlyArray<string>, terminal: Terminal): AsyncGenerator<Iterable<Read>> {
  for (const file of files) {
    const bytes = file === "-" ? await terminal.stdin() : null
    yield bytes === null ? fromFile(file) : isLines(bytes) ? lines(inMemory(bytes), "stdin") : whole(bytes, "stdin")
  }
}

/** One file that must hold one value: a register, a request. */
export const one = (file: string): { readonly value: unknown } | { readonly issue: Issue.Issue } => {
  for (const found of fromFile(file)) return found
  return { value: undefined }
}
