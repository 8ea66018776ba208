// A reader of XML for the tests, strict about what it meets: a tag that is not closed, an entity that is not known or a
// letter that XML forbids is an error.

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<Element | string>
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

const textOf = (raw: string): string => {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(raw)) throw new Error("a letter that XML forbids")
  return raw.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const sign = entities[name]
    if (sign === undefined || !whole.endsWith(";")) throw new Error(`an entity that is not known: ${whole}`)
    return sign
  })
}

/** The root of a part. */
export const parse = (source: string): Element => {
  const root = { name: "", attributes: {}, children: [] as Array<Element | string> }
  const open: Array<{ name: string; children: Array<Element | string> }> = [root]
  let at = source.startsWith("<?xml") ? source.indexOf("?>") + 2 : 0
  while (at < source.length) {
    const top = open.at(-1)
    if (!top) throw new Error("closed once too often")
    if (source[at] !== "<") {
      const end = source.indexOf("<", at)
      const text = textOf(source.slice(at, end < 0 ? source.length : end))
      if (top === root && text.trim() !== "") throw new Error("text outside of the root")
      top.children.push(text)
      at = end < 0 ? source.length : end
      continue
    }
    const [tag = "", closing = "", name = "", written = "", empty = ""] =
      /^<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/.exec(source.slice(at, at + 200_000)) ?? []
    if (tag === "") throw new Error(`no tag: ${source.slice(at, at + 80)}`)
    at += tag.length
    if (closing !== "") {
      if (top.name !== name) throw new Error(`${name} closes ${top.name}`)
      open.pop()
      continue
    }
    const attributes: Record<string, string> = {}
    for (const [, key = "", value = ""] of written.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (Object.hasOwn(attributes, key)) throw new Error(`${key} twice in ${name}`)
      attributes[key] = textOf(value)
    }
    const element = { name, attributes, children: [] }
    top.children.push(element)
    if (empty === "") open.push(element)
  }
  const only = root.children.filter((child): child is Element => typeof child !== "string")
  if (open.length !== 1 || only.length !== 1 || !only[0]) throw new Error("a part must have one root, closed")
  return only[0]
}

export const kids = (element: Element | undefined, name?: string): ReadonlyArray<Element> =>
  (element?.children ?? []).filter(
    (child): child is Element => typeof child !== "string" && (name === undefined || child.name === name),
  )

/** The element that lies at a path of names below this one. */
export const find = (element: Element | undefined, ...path: ReadonlyArray<string>): Element | undefined =>
  path.reduce<Element | undefined>((here, name) => kids(here, name)[0], element)

/** All elements of a name, wherever they lie, in order. */
export function* all(element: Element | undefined, name: string): Generator<Element> {
  for (const child of kids(element)) {
    if (child.name === name) yield child
    yield* all(child, name)
  }
}

export const val = (element: Element | undefined, attribute = "w:val"): string | undefined =>
  element?.attributes[attribute]
