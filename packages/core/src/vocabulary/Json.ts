// JSON as people send it: as text. `JSON.parse` reads it, and loses some of it without a word: the first of two equal
// keys, digits beyond those of a double. Nothing is lost here: what was is named, with its place.
import * as Issue from "./Issue.ts"

/** How many levels may stand inside one another. */
export const depthLimit = 64

/** What a text may have against it. */
export type Fault = "json.malformed" | "json.key-repeated" | "json.key-reserved" | "json.digits-lost" | "input.too-deep"

/** A place in a text, counted from 1; columns are UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** One finding in a text: at which value (`path`, keys and places in lists), and where in the text. */
export interface Problem {
  readonly code: Fault
  readonly path: ReadonlyArray<string | number>
  readonly offset: number
  readonly params: Issue.Params & Position
}

/** A text that was read. `value` is undefined when the text is malformed; with `ascii` all its keys and texts are. */
export interface Text {
  readonly value: unknown
  readonly problems: ReadonlyArray<Problem>
  readonly ascii: boolean
}

/**
 * Reads a text. Of equal keys `value` holds the last, and every lost digit is lost in it: believe no part of it that a
 * problem names.
 *
 * @example
 * read('{"a": 1}') // { value: { a: 1 }, problems: [], ascii: true }
 * read('{"a": 1, "\\u0061": 2}').problems.map(({ code, path }) => [code, path]) // [["json.key-repeated", ["a"]]]
 * read('[1, 2').problems[0].params // { line: 1, column: 6, expected: "comma-or-bracket", found: "" }
 */
export const read = (text: string): Text => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { value: undefined, problems: problems(text), ascii: false }
  }
  const escapes = text.includes("\\")
  if (escapes && hasBackslashKey(value, 1)) value = reread(text)
  const { ascii, quotes, long } = glance(text, escapes)
  const lossless = quotes === 2 * countStrings(value, 1) && !long && !hasSmall(text)
  return { value, problems: lossless ? none : problems(text), ascii }
}

const none: ReadonlyArray<Problem> = []

// The glance. Each string of a text has two quotes, and is a key or a text of its value: where the value has fewer
// strings than that, a key came twice. Four bytes are looked at as one number, which is cheaper than any question about
// letters.

// On every platform, though not part of the language.
declare const TextEncoder: new () => {
  readonly encodeInto: (text: string, into: Uint8Array) => { readonly written: number }
}
const encoder = new TextEncoder()
// A long text is looked at in pieces, so that it is never held twice. Three bytes hold any letter of a text, and some more
// fill the last two words.
const PIECE = 1 << 14
const bytes = new Uint8Array(PIECE * 3 + 8)
const words = new Int32Array(bytes.buffer)

interface Glance {
  readonly ascii: boolean
  readonly quotes: number
  /** Whether sixteen digits stand in a row. */
  readonly long: boolean
}

const glance = (text: string, escapes: boolean): Glance => {
  let quotes = escapes ? -countEscapedQuotes(text) : 0
  let ascii = !(escapes && text.includes("\\u"))
  let long = false
  for (let from = 0; from < text.length;) {
    const to = text.length - from <= PIECE ? text.length : border(text, from + PIECE)
    const { written } = encoder.encodeInto(to - from === text.length ? text : text.slice(from, to), bytes)
    for (let i = written; i % 8 > 0; i++) bytes[i] = 0
    quotes += countQuotes((written + 3) >> 2)
    ascii &&= written === to - from
    long ||= hasRun(written)
    from = to
  }
  return { ascii, quotes, long }
}

// A place near `at` that cuts no run in two, unless the part before it is long enough.
const border = (text: string, at: number): number => {
  let to = at
  while (to > at - RUN && isNumeral(text.charCodeAt(to - 1))) to--
  return to > at - RUN ? to : at
}

// What follows a backslash is part of a string.
const countEscapedQuotes = (text: string): number => {
  let quotes = 0
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", at + 2)) if (text[at + 1] === '"') quotes++
  return quotes
}

// A byte that is a quote becomes 0; it is the only one that has no high bit once 127 is added to its lower ones and its
// own high bit is kept. Each byte of `sum` counts its own place, which goes well 255 times.
const countQuotes = (length: number): number => {
  const view = words
  let quotes = 0
  for (let i = 0; i < length;) {
    const end = Math.min(length, i + 255)
    let sum = 0
    for (; i < end; i++) {
      const other = view[i]! ^ 0x22222222
      sum = (sum + ((~(((other & 0x7f7f7f7f) + 0x7f7f7f7f) | other) >>> 7) & 0x01010101)) | 0
    }
    quotes += (sum & 255) + ((sum >>> 8) & 255) + ((sum >>> 16) & 255) + (sum >>> 24)
  }
  return quotes
}

const RUN = 16

// A run fills two words that begin at a multiple of eight. Digits and the point are among the 32 bytes that begin with the
// same three bits.
const hasRun = (written: number): boolean => {
  const view = words
  for (let i = 0; i * 4 < written; i += 2) {
    const others = ((view[i]! & 0xe0e0e0e0) ^ 0x20202020) | ((view[i + 1]! & 0xe0e0e0e0) ^ 0x20202020)
    if (others !== 0 || !isNumeral(bytes[i * 4]!) || !isNumeral(bytes[i * 4 + 7]!)) continue
    let start = i * 4
    let end = start
    while (start > 0 && isNumeral(bytes[start - 1]!)) start--
    while (end < written && isNumeral(bytes[end]!)) end++
    if (end - start >= RUN) return true
  }
  return false
}

const [POINT, ZERO, NINE] = [46, 48, 57]
const isNumeral = (byte: number): boolean => (byte >= ZERO && byte <= NINE) || byte === POINT

// Keys and texts; NaN where a closer look is needed: too deep, a reserved key, a number without bounds.
const countStrings = (value: unknown, depth: number): number => {
  if (typeof value === "string") return 1
  if (typeof value === "number") return isBounded(value) ? 0 : NaN
  if (typeof value !== "object" || value === null) return 0
  if (depth > depthLimit) return NaN
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countStrings(item, depth + 1)
    return count
  }
  for (const key in value) {
    if (key === "__proto__") return NaN
    const item = (value as Record<string, unknown>)[key]
    if (typeof item !== "number") count += 1 + countStrings(item, depth + 1)
    else if (isBounded(item)) count++
    else return NaN
  }
  return count
}

const isBounded = (value: number): boolean => value < 1e300 && value > -1e300

// A double keeps any fifteen digits, unless the number is too large for it (which shows in the value) or too small.
const hasSmall = (text: string): boolean => (text.includes("e-") || text.includes("E-")) && /\d[eE]-\d/.test(text)

// V8 12.8 to at least 14.6 (Node 24 and 26, https://github.com/nodejs/node/issues/63785) takes an escaped key for another
// one that it has read before and that begins with the same letters as they are written: `\n` for a backslash. Such a
// mistaken key holds a backslash, as hardly any does: then the text is read once more with lists in place of objects,
// since a list has no keys to mistake. `{…}` becomes `[[…],1]`, `[…]` becomes `[[…],0]`.
const reread = (text: string): unknown =>
  revived(JSON.parse(text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g, (mark) => asList[mark] ?? mark)), 1)

const asList: Readonly<Record<string, string>> = { "{": "[[", "}": "],1]", "[": "[[", "]": "],0]", ":": "," }

const revived = (node: unknown, depth: number): unknown => {
  if (!Array.isArray(node) || depth > depthLimit) return node
  const [items, isObject] = node as [ReadonlyArray<unknown>, number]
  if (isObject === 0) return items.map((item) => revived(item, depth + 1))
  return Object.fromEntries(
    items.flatMap((key, i) => (i % 2 === 0 ? [[String(key), revived(items[i + 1], depth + 1)]] : [])),
  )
}

const hasBackslashKey = (value: unknown, depth: number): boolean => {
  if (typeof value !== "object" || value === null || depth > depthLimit) return false
  for (const key in value) {
    if (key.includes("\\") || hasBackslashKey((value as Record<string, unknown>)[key], depth + 1)) return true
  }
  return false
}

/**
 * Everything that a text has against it, in the order of the text, found letter by letter; nothing behind the first
 * place that is malformed or too deep. `read` asks only when a glance at the text leaves a doubt.
 *
 * @example
 * problems('{"n": 9007199254740993}')[0].params // { line: 1, column: 7, found: "9007199254740993", kept: "9007199254740992" }
 * problems('{"n": 9007199254740992}') // []
 */
export const problems = (text: string): ReadonlyArray<Problem> => {
  const found: Array<Problem> = []
  walk(text, (problem) => found.push(problem))
  return found
}

/**
 * Where the value of a JSON pointer begins in a text; of equal keys the first. Null when there is none. It is looked for
 * when it is asked for: issues carry pointers only.
 *
 * @example
 * position('{\n  "values": {"meeting.events": -1}\n}', "/values/meeting.events") // { line: 2, column: 32 }
 * position("{}", "/values") // null
 */
export const position = (text: string, pointer: string): Position | null => {
  const place: { of: Position | null } = { of: null }
  walk(
    text,
    () => {},
    (path, at) => {
      if (pointerOf(path) === pointer) place.of ??= at()
    },
  )
  return place.of
}

/**
 * The JSON pointer (RFC 6901) of a path.
 *
 * @example
 * pointerOf(["values", "a/b", 0]) // "/values/a~1b/0"
 */
export const pointerOf = (path: ReadonlyArray<string | number>): string => path.map(Issue.step).join("")

// What is open around the present place: the keys of an object so far, or null in a list; and the step taken last, null
// where a key must come.
interface Level {
  readonly keys: Set<string> | null
  step: string | number | null
}

interface Cursor {
  readonly text: string
  at: number
  line: number
  lineStart: number
}

// Goes through a text, letter by letter; false where it ends too early. Levels are a list and not calls, so that no text
// can exhaust the stack.
const walk = (
  text: string,
  report: (problem: Problem) => void,
  enter?: (path: ReadonlyArray<string | number>, at: () => Position) => void,
): boolean => {
  const cursor: Cursor = { text, at: 0, line: 1, lineStart: 0 }
  const levels: Array<Level> = []
  const path = (): ReadonlyArray<string | number> => levels.flatMap(({ step }) => step ?? [])
  const positionAt = (offset: number): Position => ({ line: cursor.line, column: offset - cursor.lineStart + 1 })
  const tell = (code: Fault, offset: number, params: Issue.Params = {}): void =>
    report({ code, path: path(), offset, params: { ...positionAt(offset), ...params } })
  const stop = (expected: Expected): false => {
    tell("json.malformed", cursor.at, { expected, found: [...text.slice(cursor.at, cursor.at + 2)][0] ?? "" })
    return false
  }
  // A key with its colon.
  const enterKey = (keys: Set<string>, level: Level): boolean => {
    level.step = null
    const start = skip(cursor)
    if (text[start] !== '"') return stop("key")
    const wrong = string(cursor)
    if (wrong !== null) return stop(wrong)
    const key = keyOf(text.slice(start, cursor.at))
    level.step = key
    if (keys.has(key)) tell("json.key-repeated", start, { key })
    if (key === "__proto__") tell("json.key-reserved", start, { key })
    keys.add(key)
    if (text[skip(cursor)] !== ":") return stop("colon")
    cursor.at++
    return true
  }

  for (;;) {
    const start = skip(cursor)
    enter?.(path(), () => positionAt(start))
    const first = text[start] ?? ""
    if (first === "{" || first === "[") {
      if (levels.length >= depthLimit) {
        tell("input.too-deep", start, { limit: depthLimit })
        return false
      }
      cursor.at++
      const level: Level = { keys: first === "{" ? new Set() : null, step: 0 }
      if (text[skip(cursor)] !== (level.keys ? "}" : "]")) {
        levels.push(level)
        if (level.keys && !enterKey(level.keys, level)) return false
        continue
      }
      cursor.at++
    } else {
      const wrong = first === '"' ? string(cursor) : first === "-" || isDigit(first) ? number(cursor) : word(cursor)
      if (wrong !== null) return stop(wrong)
      if (first === "-" || isDigit(first)) {
        const written = text.slice(start, cursor.at)
        if (!keepsDigits(written)) tell("json.digits-lost", start, { found: written, kept: String(Number(written)) })
      }
    }
    // Behind a value: what closes, or the next one.
    for (;;) {
      const next = text[skip(cursor)]
      const level = levels.at(-1)
      if (level === undefined) return next === undefined || stop("end")
      if (next === (level.keys ? "}" : "]")) {
        cursor.at++
        levels.pop()
      } else if (next === ",") {
        cursor.at++
        if (level.keys === null) level.step = Number(level.step) + 1
        else if (!enterKey(level.keys, level)) return false
        break
      } else return stop(level.keys ? "comma-or-brace" : "comma-or-bracket")
    }
  }
}

/** What would have been right at a malformed place. */
export type Expected =
  | "value"
  | "key"
  | "colon"
  | "comma-or-brace"
  | "comma-or-bracket"
  | "quote"
  | "escape"
  | "digit"
  | "end"

const skip = (cursor: Cursor): number => {
  for (;;) {
    const letter = cursor.text[cursor.at]
    if (letter === "\n") {
      cursor.line++
      cursor.lineStart = cursor.at + 1
    } else if (letter !== " " && letter !== "\t" && letter !== "\r") return cursor.at
    cursor.at++
  }
}

// These three go behind what they read, or stop at the place that is wrong and say what would have been right.
const string = (cursor: Cursor): Expected | null => {
  const { text } = cursor
  for (cursor.at++; ; cursor.at++) {
    const letter = text[cursor.at]
    // A line that ends inside of a string is a control character, too.
    if (letter === undefined || letter < " ") return "quote"
    if (letter === '"') {
      cursor.at++
      return null
    }
    if (letter !== "\\") continue
    const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(cursor.at + 1, cursor.at + 6))
    if (escape === null) return "escape"
    cursor.at += escape[0].length
  }
}

const number = (cursor: Cursor): Expected | null => {
  const { text } = cursor
  const digits = (): boolean => {
    const start = cursor.at
    while (isDigit(text[cursor.at])) cursor.at++
    return cursor.at > start
  }
  if (text[cursor.at] === "-") cursor.at++
  if (text[cursor.at] === "0") cursor.at++
  else if (!digits()) return "digit"
  if (text[cursor.at] === ".") {
    cursor.at++
    if (!digits()) return "digit"
  }
  if (text[cursor.at] === "e" || text[cursor.at] === "E") {
    cursor.at++
    if (text[cursor.at] === "+" || text[cursor.at] === "-") cursor.at++
    if (!digits()) return "digit"
  }
  return null
}

const word = (cursor: Cursor): Expected | null => {
  const found = ["true", "false", "null"].find((one) => cursor.text.startsWith(one, cursor.at))
  if (found === undefined) return "value"
  cursor.at += found.length
  return null
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && letter >= "0" && letter <= "9"

const keyOf = (quoted: string): string => (quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1))

// Whether the double that stands for a number is written with the same digits.
const keepsDigits = (written: string): boolean => {
  const value = Number(written)
  return Number.isFinite(value) && scientific(written) === scientific(String(value))
}

// The digits without zeros around them, and the power of ten behind them: 0.50 and 5e-1 are both 5e-1.
const scientific = (written: string): string => {
  const [mantissa = "", exponent = "0"] = written.replace(/^-/, "").toLowerCase().split("e")
  const [whole = "", fraction = ""] = mantissa.split(".")
  const digits = (whole + fraction).replace(/^0+/, "")
  let end = digits.length
  while (digits[end - 1] === "0") end--
  return end === 0 ? "0" : `${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`
}
