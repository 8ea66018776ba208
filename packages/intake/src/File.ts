// A file as it is given to be read: a name and bytes, at once or piece by piece. Where they come from is for whoever
// gives them: a disk, an upload, a mail.
import { LimitExceeded, type Limits } from "./Limits.ts"

/** A file. What is too large to hold is opened as often as it is gone through. */
export interface File {
  readonly name: string
  readonly bytes: Uint8Array | (() => AsyncIterable<Uint8Array>)
}

/** The kinds of files that are read. */
export type Format = "json" | "ndjson" | "csv" | "xlsx"

/** What a file is by its content; `found` names a kind that is not read. */
export type Kind = Format | "empty" | { readonly found: string }

const pieces = ({ bytes }: File): AsyncIterable<Uint8Array> | Iterable<Uint8Array> =>
  bytes instanceof Uint8Array ? [bytes] : bytes()

/**
 * The beginning of a file.
 *
 * @example
 * (await head({ name: "a.csv", bytes: new Uint8Array(5) }, 3)).length // 3
 */
export const head = async (file: File, length: number): Promise<Uint8Array> => {
  const parts: Array<Uint8Array> = []
  let n = 0
  for await (const piece of pieces(file)) {
    parts.push(piece)
    n += piece.length
    if (n >= length) break
  }
  return joined(parts, n).subarray(0, length)
}

/**
 * All of a file; rejects with `LimitExceeded`.
 *
 * @example
 * (await all({ name: "a.csv", bytes: new Uint8Array(5) }, { bytes: 10 })).length // 5
 */
export const all = async (file: File, limits: Limits): Promise<Uint8Array> => {
  const parts: Array<Uint8Array> = []
  let n = 0
  for await (const piece of pieces(file)) {
    n += piece.length
    if (n > limits.bytes) throw new LimitExceeded("bytes", limits.bytes)
    parts.push(piece)
  }
  return joined(parts, n)
}

const joined = (parts: ReadonlyArray<Uint8Array>, n: number): Uint8Array => {
  const [only, ...others] = parts
  if (only && others.length === 0) return only
  const whole = new Uint8Array(n)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A line of a file that holds something; `bytes` may be a view that the next line overwrites nothing of. */
export interface Line {
  readonly line: number
  readonly bytes: Uint8Array
}

const LF = 10

/**
 * The lines of a file, one after the other; only one is held at a time. Rejects with `LimitExceeded`.
 *
 * @example
 * const file = { name: "a.ndjson", bytes: new Uint8Array([65, 10, 10, 66]) }
 * const found = await Array.fromAsync(lines(file, { bytes: 10, lineBytes: 10 }))
 * found.map(({ line }) => line) // [1, 3]
 */
export async function* lines(file: File, limits: Limits): AsyncGenerator<Line> {
  let [line, read, left] = [1, 0, new Uint8Array(0)]
  const check = (length: number): void => {
    if (length > limits.lineBytes) throw new LimitExceeded("line-bytes", limits.lineBytes, line, 1)
  }
  for await (const piece of pieces(file)) {
    read += piece.length
    if (read > limits.bytes) throw new LimitExceeded("bytes", limits.bytes)
    let from = 0
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, from)) {
      check(left.length + at - from)
      const bytes =
        left.length === 0 ? piece.subarray(from, at) : joined([left, piece.subarray(from, at)], left.length + at - from)
      if (left.length > 0) left = new Uint8Array(0)
      if (!isBlank(bytes)) yield { line, bytes }
      from = at + 1
      line++
    }
    if (from < piece.length) {
      check(left.length + piece.length - from)
      left = new Uint8Array(joined([left, piece.subarray(from)], left.length + piece.length - from))
    }
  }
  if (!isBlank(left)) yield { line, bytes: left }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)

const signatures: ReadonlyArray<readonly [bytes: ReadonlyArray<number>, found: string]> = [
  [[0xd0, 0xcf, 0x11, 0xe0], "xls-or-locked"],
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "rtf"],
  [[0x1f, 0x8b], "archive"],
  [[0x52, 0x61, 0x72, 0x21], "archive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "archive"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
]

/**
 * What a file is, by how it begins; its name only tells NDJSON of one line from JSON. A zip file is `xlsx` until
 * it is opened.
 *
 * @example
 * const bytes = (text) => new TextEncoder().encode(text)
 * kindOf(bytes('{"schema": 1}'), "a.txt") // "json"
 * kindOf(bytes('{"id": 1}\n{"id": 2}\n'), "a.json") // "ndjson"
 * kindOf(bytes("Đơn vị;Số cuộc"), "a.json") // "csv"
 * kindOf(bytes("%PDF-1.7"), "a.csv") // { found: "pdf" }
 */
export const kindOf = (begin: Uint8Array, name: string): Kind => {
  for (const [bytes, found] of signatures) if (bytes.every((byte, i) => begin[i] === byte)) return { found }
  if (begin[0] === 0x50 && begin[1] === 0x4b && (begin[2] ?? 0) < 9) return "xlsx"
  // Enough of the letters to tell, whatever the encoding: ASCII is where it is in all of them.
  let text = ""
  for (let i = 0; i < begin.length; i++) {
    const byte = begin[i] ?? 0
    if (byte > 0 && byte < 128) text += String.fromCharCode(byte)
    else if (byte >= 128 && text !== "") text += "?"
  }
  const start = text.trimStart()
  if (start === "")
    return begin.some((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte < 0xfe)
      ? "csv"
      : "empty"
  if (/^<(?:!doctype html|html|head|body|table|meta|style)/i.test(start)) return { found: "html" }
  if (/^<\?xml|^<[a-z]+[\s>:]/i.test(start)) return { found: "xml" }
  if (!/^[{[]/.test(start)) return "csv"
  // A title in square brackets is no list.
  if (start.startsWith("[") && !/^\[\s*(?:[[{"\]\d-]|true|false|null|$)/.test(start)) return "csv"
  const isByName = /\.(?:ndjson|jsonl)$/i.test(name)
  const isByShape = /^\{[^\n]*\}[ \t\r]*\n\s*\{/.test(start)
  return isByName || isByShape ? "ndjson" : "json"
}
