// The parts of a workbook and how they refer to each other, as the package format (OPC) has it.
import * as Scanner from "../xml/Scanner.ts"
import type { Entry } from "@danvan/workbook/Packing"
import * as Archive from "../zip/Archive.ts"
import { toXlsxError, XlsxError } from "./XlsxError.ts"

declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM?: boolean },
) => { readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string }

/** One part referring to another, or to something outside. */
export interface Relationship {
  readonly id: string
  /** The last step of its type: `worksheet`, `comments`. The first ones differ between the two editions of the format. */
  readonly type: string
  /** The name of the part; for something outside, its address. */
  readonly target: string
  readonly external: boolean
}

/**
 * Hands every token of a part to `take` while the part is unpacked. Throws an `XlsxError` when it is not there or
 * cannot be read.
 */
export const scan = async (
  archive: Archive.Archive,
  part: string,
  take: (token: Scanner.Token) => void,
  within: Scanner.Limits = Scanner.limits,
): Promise<void> => {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  const scanner = Scanner.make(within)
  const drain = (): void => {
    for (let token = scanner.next(); token !== null; token = scanner.next()) take(token)
  }
  try {
    for await (const piece of Archive.pieces(entryOf(archive, part))) {
      scanner.push(decoder.decode(piece, { stream: true }))
      drain()
    }
    scanner.push(decoder.decode())
    scanner.end()
    drain()
  } catch (error) {
    throw error instanceof TypeError ? new XlsxError("xlsx.not-utf8", part) : toXlsxError(error, part)
  }
}

/** A whole part as text, a byte order mark at its beginning kept. Throws an `XlsxError`. */
export const textOf = async (archive: Archive.Archive, part: string): Promise<string> => {
  try {
    const bytes = await Archive.read(entryOf(archive, part))
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw error instanceof TypeError ? new XlsxError("xlsx.not-utf8", part) : toXlsxError(error, part)
  }
}

const entryOf = (archive: Archive.Archive, part: string): Entry => {
  const entry = archive.get(part)
  if (!entry) throw new XlsxError("xlsx.part-missing", part)
  return entry
}

/**
 * The part that holds the relationships of another; the package's own for an empty name.
 *
 * @example
 * relationshipsPart("xl/workbook.xml") // "xl/_rels/workbook.xml.rels"
 */
export const relationshipsPart = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels")

/** What a part refers to; nothing when it has no relationships. */
export const relationships = async (archive: Archive.Archive, part: string): Promise<ReadonlyArray<Relationship>> => {
  const from = relationshipsPart(part)
  if (!archive.get(from)) return []
  const found: Array<Relationship> = []
  await scan(archive, from, (token) => {
    if (token.name !== "Relationship" || token.kind === "close") return
    const attributes = Scanner.attributes(token)
    const target = attributes.get("Target") ?? ""
    const external = attributes.get("TargetMode") === "External"
    found.push({
      id: attributes.get("Id") ?? "",
      type: (attributes.get("Type") ?? "").replace(/^.*\//, ""),
      target: external ? target : resolve(part, target),
      external,
    })
  })
  return found
}

/**
 * The part that a target means, seen from the part that refers to it.
 *
 * @example
 * resolve("xl/worksheets/sheet1.xml", "../drawings/drawing1.xml") // "xl/drawings/drawing1.xml"
 * resolve("xl/workbook.xml", "/xl/worksheets/sheet1.xml") // "xl/worksheets/sheet1.xml"
 */
export const resolve = (part: string, target: string): string => {
  if (target.startsWith("/")) return target.slice(1)
  const steps = part.split("/").slice(0, -1)
  for (const step of target.split("/")) {
    if (step === "..") steps.pop()
    else if (step !== "." && step !== "") steps.push(step)
  }
  return steps.join("/")
}

/** The id by which an element refers to another part (`r:id`, whatever the prefix is); null when it has none. */
export const referenceOf = (attributes: ReadonlyMap<string, string>): string | null => {
  for (const [name, value] of attributes) if (name.endsWith(":id")) return value
  return null
}

/**
 * Whether an attribute says yes.
 *
 * @example
 * isOn(new Map([["hidden", "1"]]), "hidden") // true
 */
export const isOn = (attributes: ReadonlyMap<string, string>, name: string): boolean => {
  const value = attributes.get(name)
  return value === "1" || value === "true"
}
