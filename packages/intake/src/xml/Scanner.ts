// XML read token by token, each with its place in the source: so that a part can be changed without touching the rest,
// and a large one be read while it is unpacked. Knows elements, attributes, text and CDATA; a document type is refused,
// so nothing can expand. Comments and processing instructions are passed over.
import { decode } from "./Escape.ts"
import { XmlError } from "./XmlError.ts"

/** What a document may cost. */
export interface Limits {
  /** Elements inside one another. */
  readonly depth: number
  /** UTF-16 units of one tag, one text, one comment. */
  readonly length: number
}

/** Office programs nest about 20 deep, and a cell holds 32,767 characters. */
export const limits: Limits = { depth: 128, length: 2 ** 20 }

/** A start tag, an end tag, an element without content, or text between them. */
export interface Token {
  readonly kind: "open" | "close" | "empty" | "text"
  /** The name without its prefix; empty for text. */
  readonly name: string
  /** The prefix with its colon, `x:`; empty without one. */
  readonly prefix: string
  /** Where it begins in the source, and where it has ended. */
  readonly from: number
  readonly to: number
  /** The tag as it was written, or the text with its references still in it (never in CDATA). */
  readonly source: string
  /** Elements that it stands in: 0 for the root itself. */
  readonly depth: number
  readonly cdata: boolean
}

/** A scanner: `push` what has come, take tokens until there is none, `end` when nothing more comes. */
export interface Scanner {
  readonly push: (text: string) => void
  readonly end: () => void
  /** The next token; null when more is needed, or when all is read. Throws an `XmlError`. */
  readonly next: () => Token | null
}

/**
 * A scanner of one document.
 *
 * @example
 * const scanner = make()
 * scanner.push("<x:a>")
 * scanner.next()?.name // "a"
 */
export const make = (within: Limits = limits): Scanner => {
  let [text, base, at, ended, root] = ["", 0, 0, false, false]
  const inside: Array<string> = []

  const fail = (code: ConstructorParameters<typeof XmlError>[0], where = at): never => {
    throw new XmlError(code, base + where)
  }
  // Nothing to be found yet: wait for more, unless nothing comes or it has been too long already.
  const wait = (): null => {
    if (text.length - at > within.length) fail("xml.too-long")
    return ended ? fail("xml.malformed") : null
  }
  const token = (kind: Token["kind"], qualified: string, from: number, to: number, source: string): Token => {
    if (to - from > within.length) fail("xml.too-long", from)
    const colon = qualified.indexOf(":")
    const [prefix, name] = [qualified.slice(0, colon + 1), qualified.slice(colon + 1)]
    at = to
    return { kind, name, prefix, from: base + from, to: base + to, source, depth: inside.length, cdata: false }
  }

  const running = (lt: number): Token | null => {
    const from = at
    const source = text.slice(from, lt)
    if (inside.length > 0) return token("text", "", from, lt, source)
    if (/[^\s\uFEFF]/.test(source)) fail("xml.malformed")
    at = lt
    return passed
  }
  // Behind `<!` or `<?`. Something that is cut off by the end of a piece is looked at again when more has come.
  const aside = (open: string, close: string): Token | null => {
    const to = text.indexOf(close, at + open.length)
    if (to < 0) return wait()
    const from = at
    if (to + close.length - from > within.length) fail("xml.too-long")
    if (open !== cdata) {
      at = to + close.length
      return passed
    }
    if (inside.length === 0) fail("xml.malformed")
    const source = text.slice(from + open.length, to)
    return { ...token("text", "", from, to + close.length, source), cdata: true }
  }
  const declaration = (): Token | null => {
    if (text.startsWith("<!--", at)) return aside("<!--", "-->")
    if (text.startsWith(cdata, at)) return aside(cdata, "]]>")
    const rest = text.slice(at, at + cdata.length)
    if (!ended && ("<!--".startsWith(rest) || cdata.startsWith(rest))) return null
    return fail("xml.doctype")
  }
  const closing = (): Token | null => {
    const gt = text.indexOf(">", at)
    if (gt < 0) return wait()
    const qualified = text.slice(at + 2, gt).trimEnd()
    if (inside.pop() !== qualified) fail("xml.malformed")
    return token("close", qualified, at, gt + 1, text.slice(at, gt + 1))
  }
  const opening = (): Token | null => {
    const gt = endOfTag(text, at)
    if (gt === broken) fail("xml.malformed")
    if (gt < 0) return wait()
    const empty = text.charCodeAt(gt - 1) === 47
    let nameEnds = at + 1
    while (nameEnds < gt && !isNameEnd(text.charCodeAt(nameEnds))) nameEnds++
    const qualified = text.slice(at + 1, nameEnds)
    if (qualified === "" || (inside.length === 0 && root)) fail("xml.malformed")
    if (inside.length >= within.depth) fail("xml.too-deep")
    root = true
    const found = token(empty ? "empty" : "open", qualified, at, gt + 1, text.slice(at, gt + 1))
    if (!empty) inside.push(qualified)
    return found
  }

  const step = (): Token | null => {
    if (at >= text.length) {
      if (ended && (inside.length > 0 || !root)) fail("xml.malformed")
      return null
    }
    const lt = text.indexOf("<", at)
    if (lt > at) return running(lt)
    if (lt < 0) return ended && inside.length === 0 ? running(text.length) : wait()
    const code = text.charCodeAt(at + 1)
    if (Number.isNaN(code)) return wait()
    if (code === 33) return declaration()
    if (code === 63) return aside("<?", "?>")
    return code === 47 ? closing() : opening()
  }
  return {
    push: (more) => {
      base += at
      text = at === text.length ? more : text.slice(at) + more
      at = 0
    },
    end: () => {
      ended = true
    },
    next: () => {
      for (;;) {
        const found = step()
        if (found !== passed) return found
      }
    },
  }
}

const cdata = "<![CDATA["
// Stands for what is read and not told: a comment, white space around the root.
const passed: Token = { kind: "text", name: "", prefix: "", from: 0, to: 0, source: "", depth: 0, cdata: false }
const broken = -2
const isNameEnd = (code: number): boolean => code <= 32 || code === 47

// The `>` that ends the tag, not one in an attribute's value; -1 when it has not come yet. Character by character: to
// ask by indexOf whether a quotation mark follows would read the rest of the document for every tag.
const endOfTag = (text: string, from: number): number => {
  let quote = 0
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 60) return broken
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return i
  }
  return -1
}

/**
 * The tokens of a whole text.
 *
 * @example
 * [...tokens("<a b='1'/>")].map(({ kind }) => kind) // ["empty"]
 */
export function* tokens(text: string, within: Limits = limits): Generator<Token, void, undefined> {
  const scanner = make(within)
  scanner.push(text)
  scanner.end()
  for (let token = scanner.next(); token !== null; token = scanner.next()) yield token
}

const attribute = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/**
 * The attributes of a tag by the names they were written with, their values unescaped. Throws an `XmlError` for one
 * without quotation marks, and for one written twice.
 */
export const attributes = (tag: Token): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const { source } = tag
  const end = source.length - (tag.kind === "empty" ? 2 : 1)
  let at = 1 + tag.prefix.length + tag.name.length
  while (at < end) {
    attribute.lastIndex = at
    const match = attribute.exec(source)
    if (match === null) {
      if (source.slice(at, end).trim() === "") break
      throw new XmlError("xml.malformed", tag.from + at)
    }
    const [whole, name, double, single] = match
    if (found.has(name as string)) throw new XmlError("xml.malformed", tag.from + at)
    found.set(name as string, decode(double ?? single ?? "", tag.from + at))
    at += whole.length
  }
  return found
}

/**
 * The text of a text token, its references resolved and its lines ended by `\n`, as XML demands. Throws an `XmlError` for an entity that XML does not know.
 */
export const textOf = (token: Token): string => {
  const lines = token.source.includes("\r") ? token.source.replace(/\r\n?/g, "\n") : token.source
  return token.cdata ? lines : decode(lines, token.from)
}
