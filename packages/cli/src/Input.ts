// Files as they come in, from the disk or the standard input: what each is, and the lines of NDJSON, which are read and let
// go. What stands in them is for `@danvan/intake`.
import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync } from "node:fs"
import { Issue, Json } from "@danvan/core"
import { Encoding, File, Limits } from "@danvan/intake"
import type { Terminal } from "./Terminal.ts"

/** A file that is there. */
export interface Opened {
  readonly kind: File.Kind
  readonly file: File.File
  /** In bytes. */
  readonly size: number
  /** As it came. */
  readonly bytes: () => Uint8Array
  /** Its lines, where it is NDJSON; each can be had once more as a slice. */
  readonly lines: (longest: number) => Iterable<Line>
  readonly slice: (from: number, to: number) => Uint8Array
}

/** A line that holds something, or more than a line may hold. */
export interface Line {
  readonly line: number
  /** Null where the line is over the limit. */
  readonly bytes: Uint8Array | null
  readonly from: number
  readonly to: number
}

// Where bytes come from: a file on the disk, or what is in memory already.
interface Bytes {
  readonly size: number
  readonly read: (into: Buffer, from: number) => number
  readonly slice: (from: number, to: number) => Uint8Array
}

const inMemory = (bytes: Buffer): Bytes => ({
  size: bytes.length,
  read: (into, from) => bytes.copy(into, 0, from, Math.min(bytes.length, from + into.length)),
  slice: (from, to) => bytes.subarray(from, to),
})

const onDisk = (descriptor: number): Bytes => ({
  size: fstatSync(descriptor).size,
  read: (into, from) => readSync(descriptor, into, 0, into.length, from),
  slice: (from, to) => {
    const into = Buffer.allocUnsafe(to - from)
    return into.subarray(0, readSync(descriptor, into, 0, into.length, from))
  },
})

const NEWLINE = 10

const linesOf = function* ({ read, slice }: Bytes, longest: number): Generator<Line> {
  const block = Buffer.allocUnsafe(1024 * 1024)
  let [at, line, start] = [0, 0, 0]
  const one = (bytes: () => Uint8Array, from: number, to: number): Line | null => {
    line++
    if (to - from > longest) return { line, bytes: null, from, to }
    const own = bytes()
    const blank = own.length < 1000 && own.every((byte) => byte === 32 || byte === 9 || byte === 13)
    return blank ? null : { line, bytes: own, from, to }
  }
  for (;;) {
    const length = read(block, at)
    if (length === 0) break
    let from = 0
    for (let end = block.indexOf(NEWLINE); end >= 0 && end < length; end = block.indexOf(NEWLINE, from)) {
      const [first, here] = [from, end]
      const isWhole = start >= at
      const found = one(() => (isWhole ? block.subarray(first, here) : slice(start, at + here)), start, at + end)
      if (found) yield found
      from = end + 1
      start = at + from
    }
    at += length
  }
  const found = start < at ? one(() => slice(start, at), start, at) : null
  if (found) yield found
}

const opened = (name: string, from: Bytes, bytes: Opened["bytes"], file: File.File["bytes"]): Opened => ({
  kind: File.kindOf(from.slice(0, Math.min(from.size, 65_536)), name),
  size: from.size,
  file: { name, bytes: file },
  bytes,
  lines: (longest) => linesOf(from, longest),
  slice: from.slice,
})

const inHand = (name: string, bytes: Buffer): Opened => opened(name, inMemory(bytes), () => bytes, bytes)

const fromDisk = (name: string): Opened | Issue.Issue => {
  try {
    const descriptor = openSync(name, "r")
    const stat = fstatSync(descriptor)
    if (stat.isDirectory()) throw Object.assign(new Error(name), { code: "EISDIR" })
    // A pipe has no size, and can be read once.
    if (!stat.isFile()) return inHand(name, readFileSync(descriptor))
    const whole = (): Uint8Array => readFileSync(name)
    const file = opened(name, onDisk(descriptor), whole, () => createReadStream(name, { highWaterMark: 1 << 20 }))
    // Left open while its lines may be asked for again.
    if (file.kind !== "ndjson") closeSync(descriptor)
    return file
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code
    if (cause === undefined) throw error
    return Issue.make("file.missing", { pointer: "", source: { file: name } }, { cause })
  }
}

/** A file by its name; `-` is the standard input. A finding where it is not there, or may not be read. */
export const open = async (name: string, terminal: Terminal): Promise<Opened | Issue.Issue> =>
  name === "-" ? inHand("stdin", await terminal.stdin()) : fromDisk(name)

/** The text of a line or a file that must be UTF-8; a finding where it is not. */
export const text = (bytes: Uint8Array, source: Issue.Source): string | Issue.Issue =>
  Encoding.utf8(bytes) ??
  Issue.make(
    "encoding.unsupported",
    { pointer: "", source },
    { found: Encoding.labels[Encoding.decodeBytes(bytes).name] },
  )

/** One file of JSON that must hold one value: a register, a request. */
export const one = (name: string): { readonly value: unknown } | { readonly issues: ReadonlyArray<Issue.Issue> } => {
  const file = fromDisk(name)
  if (Issue.isIssue(file)) return { issues: [file] }
  const { kind } = file
  const source = { file: name }
  if (typeof kind === "object" || kind === "xlsx") {
    const found = typeof kind === "object" ? kind.found : kind
    return { issues: [Issue.make("file.format-unsupported", { pointer: "", source }, { found })] }
  }
  const read = text(file.bytes(), source)
  if (typeof read !== "string") return { issues: [read] }
  const { value, problems } = Json.read(read)
  if (problems.length === 0) return { value }
  return {
    issues: problems.map(({ code, path, params: { line, column, ...params } }) =>
      Issue.make(code, { pointer: Json.pointerOf(path), source: { ...source, line, column } }, params),
    ),
  }
}

/** The catalogue that the first submission of the files names, as far as one does. */
export const catalogueOf = async (names: ReadonlyArray<string>, terminal: Terminal): Promise<unknown> => {
  for (const name of names) {
    const file = await open(name, terminal)
    if (Issue.isIssue(file) || (file.kind !== "json" && file.kind !== "ndjson")) continue
    for (const bytes of file.kind === "json" ? [file.bytes()] : firstLine(file)) {
      const { value } = Json.read(Encoding.utf8(bytes) ?? "")
      const first: unknown = Array.isArray(value) ? value[0] : value
      const catalogue = (first as { readonly catalogue?: unknown } | null | undefined)?.catalogue
      if (catalogue !== undefined) return catalogue
    }
  }
  return undefined
}

const firstLine = ({ lines }: Opened): ReadonlyArray<Uint8Array> => {
  for (const { bytes } of lines(Limits.limits.lineBytes)) return bytes === null ? [] : [bytes]
  return []
}
