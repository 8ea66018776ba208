// The parts of a workbook while some of them are changed: what is not written stays as it lies in the file.
import { encode, head } from "@danvan/workbook/Markup"
import * as Packing from "@danvan/workbook/Packing"
import { tokens } from "../xml/Scanner.ts"
import { atEnd, splice } from "../xml/Splice.ts"
import type { Archive } from "../zip/Archive.ts"
import { relationships, relationshipsPart, textOf } from "./Package.ts"

/** A workbook being changed. */
export interface Patch {
  readonly has: (part: string) => boolean
  readonly read: (part: string) => Promise<string>
  readonly write: (part: string, text: string) => void
  /** A name that no part has yet; `#` in the pattern is counted up. */
  readonly free: (pattern: string) => string
  /** Says what a new part is. */
  readonly declare: (part: string, contentType: string) => Promise<void>
  /** Makes a part refer to another one; gives the id of the reference. */
  readonly refer: (from: string, to: string, type: string, strict: boolean) => Promise<string>
  readonly toBytes: () => Uint8Array
}

/** The type of a reference without its last step, in either edition of the format. */
export const relationshipBase = (strict: boolean): string =>
  strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

const contentTypes = "[Content_Types].xml"
const noRelationships = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

/** Begins to change a workbook. */
export const of = (archive: Archive): Patch => {
  const changed = new Map<string, { readonly name: string; readonly text: string }>()
  const keyOf = (part: string): string => part.toLowerCase()
  const has = (part: string): boolean => changed.has(keyOf(part)) || archive.get(part) !== undefined
  const read = async (part: string): Promise<string> => changed.get(keyOf(part))?.text ?? (await textOf(archive, part))
  const write = (part: string, text: string): void => void changed.set(keyOf(part), { name: part, text })
  const append = async (part: string, source: string, one: (prefix: string) => string): Promise<void> =>
    write(part, splice(source, [atEnd(source, one)]))
  return {
    has,
    read,
    write,
    free: (pattern) => {
      for (let i = 1; ; i++) if (!has(pattern.replace("#", String(i)))) return pattern.replace("#", String(i))
    },
    declare: async (part, contentType) =>
      append(
        contentTypes,
        await read(contentTypes),
        (prefix) => `<${prefix}Override PartName="/${encode(part)}" ContentType="${contentType}"/>`,
      ),
    refer: async (from, to, type, strict) => {
      const part = relationshipsPart(from)
      const source = has(part) ? await read(part) : noRelationships
      const taken = new Set((await relationships(archive, from)).map(({ id }) => id))
      let id = 1
      while (taken.has(`danvan${id}`) || source.includes(`"danvan${id}"`)) id++
      const target = `${"../".repeat(from.split("/").length - 1)}${encode(to)}`
      await append(
        part,
        source,
        (prefix) =>
          `<${prefix}Relationship Id="danvan${id}" Type="${relationshipBase(strict)}/${type}" Target="${target}"/>`,
      )
      return `danvan${id}`
    },
    toBytes: () => Packing.write(entriesOf(archive, changed)),
  }
}

const entriesOf = (
  archive: Archive,
  changed: ReadonlyMap<string, { readonly name: string; readonly text: string }>,
): ReadonlyArray<Packing.Entry> => {
  const pack = (name: string, text: string): Packing.Entry =>
    Packing.pack({ name, bytes: new TextEncoder().encode(text) })
  const kept = archive.entries.map((entry) => {
    const one = changed.get(entry.name.toLowerCase())
    return one === undefined ? entry : pack(entry.name, one.text)
  })
  const fresh = [...changed.values()].filter(({ name }) => archive.get(name) === undefined)
  return [...kept, ...fresh.map(({ name, text }) => pack(name, text))]
}

/**
 * The prefix, with its colon, of an XML part's root.
 *
 * @example
 * rootPrefix("<x:comments/>") // "x:"
 */
export const rootPrefix = (source: string): string => {
  for (const token of tokens(source)) return token.prefix
  return ""
}
