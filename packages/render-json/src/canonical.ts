// One value, one text: keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them
// (RFC 8785), text in NFC. So equal documents are equal bytes and a hash of the file means something.

/** What JSON cannot hold, and where it stands (a JSON pointer). */
export class NotJson extends Error {
  readonly pointer: string
  constructor(pointer: string, message: string) {
    super(message)
    this.name = "NotJson"
    this.pointer = pointer
  }
}

/**
 * The canonical text of a value; `indent` spaces a level make it readable (0: none, as RFC 8785 wants it). Members
 * that are `undefined` are left out. Throws `NotJson` for what JSON cannot hold.
 *
 * @example
 * canonical({ b: 1, a: ["x"] }, 0) // '{"a":["x"],"b":1}'
 */
export const canonical = (value: unknown, indent: number): string => write(value, "", indent, 0)

const write = (value: unknown, at: string, indent: number, depth: number): string => {
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC"))
  if (typeof value === "boolean" || value === null) return String(value)
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new NotJson(at, `${value} is not a number of JSON`)
    return JSON.stringify(value)
  }
  if (typeof value !== "object") throw new NotJson(at, `JSON cannot hold a ${typeof value}`)
  if (Array.isArray(value)) {
    const items = value.map((item, i) => write(item, `${at}/${i}`, indent, depth + 1))
    return wrap("[", items, "]", indent, depth)
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key.normalize("NFC"), member] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const twice = members.find(([key], i) => key === members[i - 1]?.[0])
  if (twice) throw new NotJson(at, `the key ${twice[0]} stands there twice once it is composed`)
  const colon = indent > 0 ? ": " : ":"
  const lines = members.map(([key, member]) => {
    const pointer = `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`
    return `${JSON.stringify(key)}${colon}${write(member, pointer, indent, depth + 1)}`
  })
  return wrap("{", lines, "}", indent, depth)
}

const wrap = (open: string, parts: ReadonlyArray<string>, close: string, indent: number, depth: number): string => {
  if (parts.length === 0 || indent === 0) return open + parts.join(",") + close
  const margin = "\n" + " ".repeat(indent * depth)
  return open + parts.map((part) => margin + " ".repeat(indent) + part).join(",") + margin + close
}
