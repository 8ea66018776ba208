// Where things stand in a text that is JSON: the elements of a list, the value of a pointer, lines and columns. Only asked
// for when there is something to tell. No recursion: the nesting of what people send cannot exhaust anything.
import { Issue } from "@danvan/core"

const blank = (text: string, from: number): number => {
  let i = from
  while (i < text.length && /[ \t\r\n]/.test(text[i] ?? "")) i++
  return i
}

// Behind the string that begins here.
const stringEnd = (text: string, from: number): number => {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 34) return i + 1
    if (code === 92) i++
  }
  return text.length
}

// Behind the value that begins here; the text is JSON.
const valueEnd = (text: string, from: number): number => {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const letter = text[i]
    if (letter === '"') {
      const end = stringEnd(text, i)
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

// The last of several, as the value has it.
const memberOf = (text: string, from: number, step: string): number | null => {
  let found: number | null = null
  let i = blank(text, from + 1)
  while (text[i] === '"') {
    const end = stringEnd(text, i)
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
