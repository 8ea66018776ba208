// Texts of JSON that look alike: the same keys in the same places, other values. Where many come, as from offices that fill
// in one form, what stood in those before says what to expect, and a text is taken in with one look at each letter: faster
// than `JSON.parse`, which sees less, and sure of what that leaves open (keys that come twice, digits beyond those of a
// double, letters that are not NFC). Whatever is in doubt is refused; who asks then reads with care.
import * as Spelling from "./Spelling.ts"

/** The members of an object in the order of the text. Texts with the same keys share one list of names. */
export interface Members {
  readonly names: ReadonlyArray<string>
  readonly items: ReadonlyArray<unknown>
}

/** A text taken in: an object, and the members of one of those that it holds, which is left out of it. */
export interface Taken {
  readonly rest: Readonly<Record<string, unknown>>
  readonly members: Members
}

// What stood at a place before: one text, and what its objects and lists look like.
interface Place {
  readonly isApart: boolean
  text: string
  spelt: Uint8Array
  shape: Shape | null
  items: Place | null
}

// What the objects of a place look like. `sample` is one with the keys of `path`, never given away: a copy of it costs less
// than an object that grows.
interface Shape {
  readonly keys: Map<string, number>
  first: number
  path: ReadonlyArray<number>
  names: ReadonlyArray<string>
  sample: Readonly<Record<string, unknown>>
}

// On every platform, though not part of the language.
declare const TextEncoder: new () => {
  readonly encodeInto: (text: string, into: Uint8Array) => { readonly written: number }
}
declare const TextDecoder: new () => { readonly decode: (bytes: Uint8Array) => string }

/** The longest text that is looked at, in UTF-16 units. */
export const longest = 1 << 14
const deepest = 16

// Keys by number, each with what is written before its value: `,"a":`. A text adds fewer keys and bytes than are kept free.
const KEYS = 1 << 14
const LEDGER = 1 << 19
const [freeKeys, freeBytes] = [longest / 4, longest * 3]

// Everything is in arrays of one kind, made once: that is what makes it fast.
const encoder = new TextEncoder()
const decoder = new TextDecoder()
const bytes = new Uint8Array(longest * 3 + 8)
const textWords = new DataView(bytes.buffer)
const path = new Int32Array(longest)
const values: Array<unknown> = Array.from({ length: longest }, () => null)

const none = new Uint8Array(0)
const place = (isApart = false): Place => ({ isApart, text: "", spelt: none, shape: null, items: null })

const [TAB, LINE, RETURN, SPACE, QUOTE, COMMA, MINUS, POINT, ZERO, ONE, NINE] = [
  9, 10, 13, 32, 34, 44, 45, 46, 48, 49, 57,
]
const [COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [58, 91, 92, 93, 123, 125]

// What is kept in mind. Of each key: where its writing stands, the object in which it was met last, the key that came
// behind it.
const ledger = new Uint8Array(LEDGER)
const ledgerWords = new DataView(ledger.buffer)
const from = new Int32Array(KEYS)
const to = new Int32Array(KEYS)
const met = new Int32Array(KEYS)
const after = new Int32Array(KEYS)
const keys: Array<string> = []
const inside: Array<Place> = []
const roots = new Map<string, Place>()
let filled = 0
let objects = 0

// The text at hand: whether it is ASCII, the byte to be read next, how many values of open objects wait.
let text = ""
let apart = ""
let isAscii = true
let at = 0
let waiting = 0
let members: Members | null = null

const skip = (): number => {
  let byte = bytes[at]!
  while (byte === SPACE || byte === LINE || byte === RETURN || byte === TAB) byte = bytes[++at]!
  return byte
}

// All that follow answer undefined where there is a doubt, and else stand behind what they read.
const value = (of: Place, depth: number): unknown => {
  const byte = bytes[at]!
  if (byte === QUOTE) return string(of)
  if (byte === OPEN) return depth > deepest ? undefined : object((of.shape ??= shape()), of.isApart, depth)
  if (byte === OPEN_LIST) return depth > deepest ? undefined : list((of.items ??= place()), depth)
  return byte === MINUS || (byte >= ZERO && byte <= NINE) ? number(byte) : word()
}

// Fifteen digits are kept whatever they are, and a quotient of two numbers that are exact is the nearest to it.
const number = (first: number): number | undefined => {
  if (first === MINUS) at++
  const start = at
  let byte = bytes[at]!
  let n = 0
  while (byte >= ZERO && byte <= NINE) {
    n = n * 10 + (byte - ZERO)
    byte = bytes[++at]!
  }
  const whole = at - start
  if (whole === 0 || whole > 15 || (whole > 1 && bytes[start] === ZERO)) return undefined
  if (byte === POINT) {
    const point = at
    byte = bytes[++at]!
    while (byte >= ZERO && byte <= NINE) {
      n = n * 10 + (byte - ZERO)
      byte = bytes[++at]!
    }
    const decimals = at - point - 1
    if (decimals === 0 || whole + decimals > 15) return undefined
    n /= 10 ** decimals
  }
  if (byte === 69 || byte === 101) return undefined
  return first === MINUS ? -n : n
}

const word = (): boolean | null | undefined => {
  for (const [spelt, meant] of words) {
    if (!isHere(spelt)) continue
    at += spelt.length
    return meant
  }
  return undefined
}

const isHere = (spelt: Uint8Array): boolean => {
  for (let i = 0; i < spelt.length; i++) if (bytes[at + i] !== spelt[i]) return false
  return true
}

const string = (of: Place): string | undefined => {
  if (of.spelt.length > 0 && isHere(of.spelt)) {
    at += of.spelt.length
    return of.text
  }
  const start = at
  const own = quoted()
  if (own === undefined) return undefined
  of.text = own
  of.spelt = bytes.slice(start, at)
  return own
}

// A text of its own: a slice would hold on to all of what it is a slice of.
const quoted = (): string | undefined => {
  const start = at
  let isPlain = true
  let byte = bytes[++at]!
  while (byte !== QUOTE) {
    if (byte === BACKSLASH) {
      isPlain = false
      byte = bytes[++at]!
    } else if (byte > 126) isPlain = false
    if (byte < SPACE) return undefined
    byte = bytes[++at]!
  }
  at++
  // So short a slice is a copy.
  if (isPlain && isAscii && at - start < 15) return text.slice(start + 1, at - 1)
  try {
    const own: unknown = JSON.parse(isAscii ? text.slice(start, at) : decoder.decode(bytes.subarray(start, at)))
    if (typeof own !== "string") return undefined
    // What cannot be encoded, half of a pair, is read as U+FFFD.
    return isPlain || (Spelling.isNfc(own) && (isAscii || !own.includes("\ufffd"))) ? own : undefined
  } catch {
    return undefined
  }
}

const list = (of: Place, depth: number): ReadonlyArray<unknown> | undefined => {
  at++
  const all: Array<unknown> = []
  if (skip() === CLOSE_LIST) {
    at++
    return all
  }
  for (;;) {
    skip()
    const item = value(of, depth + 1)
    if (item === undefined) return undefined
    all.push(item)
    const byte = skip()
    at++
    if (byte === CLOSE_LIST) return all
    if (byte !== COMMA) return undefined
  }
}

// The number of a key that was not expected, or is written in another way; -1 where there is a doubt.
const look = (of: Shape, depth: number): number => {
  const start = at++
  if (skip() !== QUOTE) return -1
  const begin = at
  const key = quoted()
  // An escaped key may be mistaken for another: see `Json`.
  if (key === undefined || key === "__proto__" || bytes.subarray(begin, at).includes(BACKSLASH)) return -1
  if (skip() !== COLON) return -1
  at++
  skip()
  let known = of.keys.get(key)
  if (known === undefined) {
    known = keys.push(key) - 1
    of.keys.set(key, known)
    after[known] = -1
    from[known] = to[known] = 0
    met[known] = 0
    inside.push(place(depth === 1 && key === apart))
  }
  let i = from[known]!
  for (let k = start; k < at && i < to[known]! && ledger[i] === bytes[k]; k++) i++
  if (i - from[known]! < at - start || i < to[known]!) {
    from[known] = filled
    for (let k = start; k < at; k++) ledger[filled++] = bytes[k]!
    to[known] = filled
  }
  return known
}

const object = (of: Shape, isApart: boolean, depth: number): unknown => {
  const me = ++objects
  const base = waiting
  const expected = of.path
  let isSame = true
  let last = -1
  let i = at
  at = i + 1
  if (skip() === CLOSE) i = at + 1
  else {
    for (;;) {
      let key = last < 0 ? of.first : after[last]!
      let k = i
      if (key >= 0) {
        let j = from[key]!
        const end = to[key]!
        while (j + 4 <= end && ledgerWords.getInt32(j) === textWords.getInt32(k)) {
          k += 4
          j += 4
        }
        while (j < end && ledger[j] === bytes[k]) {
          k++
          j++
        }
        if (j < end) key = -1
      }
      if (key < 0) {
        at = i
        key = look(of, depth)
        if (key < 0) return undefined
        if (last < 0) of.first = key
        else after[last] = key
        k = at
      }
      i = k
      if (met[key] === me) return undefined
      met[key] = me
      last = key
      let byte = bytes[i]!
      let item: unknown
      if (byte >= ONE && byte <= NINE) {
        // Most values are whole numbers.
        let n = byte - ZERO
        byte = bytes[++i]!
        while (byte >= ZERO && byte <= NINE) {
          n = n * 10 + (byte - ZERO)
          byte = bytes[++i]!
        }
        if (i - k <= 15 && byte !== POINT && byte !== 69 && byte !== 101) item = n
        else i = k
      }
      if (i === k) {
        at = i
        item = value(inside[key]!, depth + 1)
        if (item === undefined) return undefined
        i = at
        byte = bytes[i]!
      }
      // Of this one only the members are given.
      if (item !== apartMark) {
        const rank = waiting - base
        if (isSame && (rank >= expected.length || expected[rank] !== key)) isSame = false
        path[waiting] = key
        values[waiting++] = item
      }
      if (byte <= SPACE) {
        at = i
        byte = skip()
        i = at
      }
      if (byte === COMMA) continue
      if (byte !== CLOSE) return undefined
      i++
      break
    }
  }
  at = i
  const [begin, count] = [base, waiting - base]
  waiting = base
  return closed(of, isApart, begin, count, isSame && count === expected.length)
}

const closed = (of: Shape, isApart: boolean, begin: number, count: number, isSame: boolean): unknown => {
  if (!isSame) {
    of.path = [...path.subarray(begin, begin + count)]
    of.names = of.path.map((key) => keys[key]!)
  }
  if (isApart) {
    members = { names: of.names, items: values.slice(begin, begin + count) }
    return apartMark
  }
  const made: Record<string, unknown> = isSame ? { ...of.sample } : {}
  for (let i = begin; i < begin + count; i++) made[keys[path[i]!]!] = values[i]
  if (!isSame) of.sample = { ...made }
  return made
}

const forget = (): void => {
  roots.clear()
  keys.length = 0
  inside.length = 0
  filled = 0
  // Numbers of objects must fit into `met`, or a key that comes twice is not seen.
  objects = 0
}

/**
 * What a text holds; `member` names the one whose own members are given as lists. It is what `JSON.parse` gives and what
 * `Json.read` finds nothing against, every key and text in NFC; null where that cannot be said at a glance, or the text is
 * no object that has such a member.
 *
 * @example
 * take('{"id": "a", "values": {"x": 1, "y": 2}}', "values") // { rest: { id: "a" }, members: { names: ["x", "y"], items: [1, 2] } }
 * take('{"id": "a", "values": {"x": 1, "x": 2}}', "values") // null
 * take('{"id": "a"}', "values") // null
 */
export const take = (input: string, member: string): Taken | null => {
  if (input.length > longest) return null
  if (keys.length + freeKeys > KEYS || filled + freeBytes > LEDGER || objects > 0x3fff_ffff) forget()
  const { written } = encoder.encodeInto(input, bytes)
  // No text goes on behind this: it is a letter that may stand nowhere.
  bytes[written] = 0
  text = input
  apart = member
  isAscii = written === input.length
  at = 0
  waiting = 0
  members = null
  if (skip() !== OPEN) return null
  let root = roots.get(member)
  if (root === undefined) roots.set(member, (root = place()))
  const rest = value(root, 1)
  if (rest === undefined || members === null) return null
  skip()
  return at === written ? { rest: rest as Taken["rest"], members } : null
}

const shape = (): Shape => ({ keys: new Map(), first: -1, path: [], names: [], sample: {} })

// Stands for the member that is given apart.
const apartMark = Symbol("apart")

const spell = (spelt: string): Uint8Array => Uint8Array.from(spelt, (letter) => letter.charCodeAt(0))
const words = [
  [spell("true"), true],
  [spell("false"), false],
  [spell("null"), null],
] as const
