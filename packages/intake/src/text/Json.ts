// Where things stand in a text of JSON: the first place at which it is no JSON, and the place of a pointer. Only asked for
// when there is something to tell, so reading costs nothing but `JSON.parse`. No recursion: the nesting of what people
// send cannot exhaust anything.
import { Issue } from "@danvan/core"
import * as Result from "effect/Result"

/** What is needed where a text stops being JSON. */
export type Expected =
  | "value"
  | "key"
  | "key-or-end"
  | "value-or-end"
  | "colon"
  | "comma-or-brace"
  | "comma-or-bracket"
  | "quote"
  | "escape"
  | "end"

/** The first place at which a text is no JSON; `found` is the letter there, empty at the end of the text. */
export interface Fault {
  readonly offset: number
  readonly expected: Expected
  readonly found: string
}

/**
 * A text of JSON as a value.
 *
 * @example
 * parse('{"id": "a"}') // succeeds with { id: "a" }
 * parse('{"id": "a",}') // fails with { offset: 11, expected: "key", found: "}" }
 */
export const parse = (text: string): Result.Result<unknown, Fault> => {
  try {
    return Result.succeed(JSON.parse(text))
  } catch {
    return Result.fail(fault(text) ?? { offset: text.length, expected: "end", found: "" })
  }
}

const blank = (text: string, from: number): number => {
  let i = from
  while (i < text.length && /[ \t\r\n]/.test(text[i] ?? "")) i++
  return i
}

// Every engine words its own error; this is the same everywhere.
const fault = (text: string): Fault | null => {
  const open: Array<"{" | "["> = []
  let expected = "value" as Expected
  let i = blank(text, 0)
  const at = (offset: number, what: Expected): Fault => {
    const code = text.codePointAt(offset)
    return { offset, expected: what, found: code === undefined ? "" : String.fromCodePoint(code) }
  }
  const behind = (): Expected => {
    const last = open.at(-1)
    return last === undefined ? "end" : last === "{" ? "comma-or-brace" : "comma-or-bracket"
  }
  for (;;) {
    const letter = text[i]
    if (expected === "end") return i >= text.length ? null : at(i, "end")
    if (expected === "colon") {
      if (letter !== ":") return at(i, "colon")
      expected = "value"
      i++
    } else if (expected === "comma-or-brace" || expected === "comma-or-bracket") {
      const isBrace: boolean = expected === "comma-or-brace"
      if (letter === ",") expected = isBrace ? "key" : "value"
      else if (letter === (isBrace ? "}" : "]")) {
        open.pop()
        expected = behind()
      } else return at(i, expected)
      i++
    } else if ((expected === "key-or-end" && letter === "}") || (expected === "value-or-end" && letter === "]")) {
      open.pop()
      expected = behind()
      i++
    } else if (letter === '"') {
      const end = stringEnd(text, i)
      if (typeof end !== "number") return at(end.offset, end.expected)
      expected = expected === "key" || expected === "key-or-end" ? "colon" : behind()
      i = end
    } else if (expected === "key" || expected === "key-or-end") return at(i, expected)
    else if (letter === "{" || letter === "[") {
      open.push(letter)
      expected = letter === "{" ? "key-or-end" : "value-or-end"
      i++
    } else {
      const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/y
      word.lastIndex = i
      const end = word.exec(text) ? word.lastIndex : i
      // 01 and 1.2.3 begin like numbers; what goes on behind is the fault.
      if (end === i) return at(i, expected)
      expected = behind()
      i = end
    }
    i = blank(text, i)
  }
}

// Behind the string that begins here, or where it stops being one.
const stringEnd = (text: string, from: number): number | { readonly offset: number; readonly expected: Expected } => {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 34) return i + 1
    if (code < 32) return { offset: i, expected: "quote" }
    if (code !== 92) continue
    const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y
    escape.lastIndex = i
    if (!escape.test(text)) return { offset: i + 1, expected: "escape" }
    i = escape.lastIndex - 1
  }
  return { offset: text.length, expected: "quote" }
}

// Behind the value that begins here; the text is JSON.
const valueEnd = (text: string, from: number): number => {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const letter = text[i]
    if (letter === '"') {
      const end = stringEnd(text, i)
      if (typeof end !== "number") return text.length
      if (depth === 0) return end
      i = end - 1
    } else if (letter === "{" || letter === "[") depth++
    else if (letter === "}" || letter === "]") {
      if (depth === 0) return i
      if (--depth === 0) return i + 1
    } else if (depth === 0 && (letter === "," || /\s/.test(letter ?? ""))) return i
  }
  return text.length
}

/**
 * Where each element of a list begins and ends; empty for a text that is no list. The text must be JSON.
 *
 * @example
 * elements('[1, {"a": 2}]') // [[1, 2], [4, 12]]
 */
export const elements = (text: string): ReadonlyArray<readonly [start: number, end: number]> => {
  const found: Array<readonly [number, number]> = []
  let i = blank(text, 0)
  if (text[i] !== "[") return found
  i = blank(text, i + 1)
  while (i < text.length && text[i] !== "]") {
    const end = valueEnd(text, i)
    found.push([i, end])
    i = blank(text, end)
    if (text[i] === ",") i = blank(text, i + 1)
  }
  return found
}

/**
 * Where the value of a pointer begins. What is not there is looked for as deep as there is something of it; keys are
 * compared in NFC, as they were read. The text must be JSON.
 *
 * @example
 * offsetOf('{"values": {"a": 5}}', "/values/a") // 17
 * offsetOf('{"values": {"a": 5}}', "/values/b") // 11
 */
export const offsetOf = (text: string, pointer: string): number => {
  const steps = pointer.split("/").slice(1)
  let at = blank(text, 0)
  for (const step of steps) {
    const found = text[at] === "{" ? memberOf(text, at, step) : text[at] === "[" ? elementOf(text, at, step) : null
    if (found === null) return at
    at = found
  }
  return at
}

// The last of several, as `JSON.parse` takes it.
const memberOf = (text: string, from: number, step: string): number | null => {
  let found: number | null = null
  let i = blank(text, from + 1)
  while (text[i] === '"') {
    const end = stringEnd(text, i)
    if (typeof end !== "number") return found
    const key: unknown = JSON.parse(text.slice(i, end))
    const value = blank(text, blank(text, end) + 1)
    if (typeof key === "string" && [key, key.normalize("NFC")].some((one) => Issue.step(one) === `/${step}`))
      found = value
    i = blank(text, valueEnd(text, value))
    if (text[i] === ",") i = blank(text, i + 1)
  }
  return found
}

const elementOf = (text: string, from: number, step: string): number | null => {
  if (!/^\d+$/.test(step)) return null
  let left = Number(step)
  let i = blank(text, from + 1)
  while (i < text.length && text[i] !== "]") {
    if (left-- === 0) return i
    i = blank(text, valueEnd(text, i))
    if (text[i] === ",") i = blank(text, i + 1)
  }
  return null
}

/**
 * Line and column of an offset, from 1, the column in UTF-16 units.
 *
 * @example
 * lineOf('{\n  "id": 5}', 10) // { line: 2, column: 9 }
 */
export const lineOf = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  let [line, start] = [1, 0]
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1))
    [line, start] = [line + 1, i + 1]
  return { line, column: offset - start + 1 }
}

/**
 * The same for many offsets of one text: its lines are found once.
 *
 * @example
 * const place = lines('{\n  "id": 5}')
 * place(10) // { line: 2, column: 9 }
 */
export const lines = (text: string): ((offset: number) => { readonly line: number; readonly column: number }) => {
  const starts = [0]
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
