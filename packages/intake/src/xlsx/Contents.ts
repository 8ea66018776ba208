// The inside of a workbook, as far as reading and marking both need it: its sheets and where they are kept, its names, how
// it counts days, and what of it could act. Nothing of a sheet is unpacked here.
import type { ArchiveLimits } from "../Limits.ts"
import { attributes, textOf } from "../xml/Scanner.ts"
import * as Archive from "../zip/Archive.ts"
import { isOn, referenceOf, type Relationship, relationships, scan } from "./Package.ts"
import { toXlsxError, XlsxError } from "./XlsxError.ts"

/** Something in the workbook that could act, or speak for others; it was not opened. */
export const inert = ["macros", "external-links", "connections", "embedded-objects", "signature"] as const

/** One of these. */
export type Inert = (typeof inert)[number]

/** A sheet before it is read. */
export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** What a workbook contains. */
export interface Contents {
  readonly archive: Archive.Archive
  /** The part of the workbook itself. */
  readonly part: string
  readonly relationships: ReadonlyArray<Relationship>
  readonly sheets: ReadonlyArray<SheetEntry>
  readonly names: ReadonlyMap<string, string>
  readonly date1904: boolean
  readonly inert: ReadonlyArray<Inert>
}

/** Opens a workbook without reading its sheets. Rejects with an `XlsxError`. */
export const open = async (bytes: Uint8Array, within: ArchiveLimits): Promise<Contents> => {
  const archive = archiveOf(bytes, within)
  const fromPackage = await relationships(archive, "")
  const part = fromPackage.find(({ type, external }) => type === "officeDocument" && !external)?.target
  if (part === undefined || !archive.get(part)) {
    throw new XlsxError(archive.get("content.xml") && archive.get("mimetype") ? "xlsx.ods" : "xlsx.not-workbook")
  }
  if (part.endsWith(".bin")) throw new XlsxError("xlsx.xlsb")
  const from = await relationships(archive, part)
  const byId = new Map(from.map((to) => [to.id, to]))
  const sheets: Array<SheetEntry> = []
  const names = new Map<string, string>()
  let [date1904, name, root] = [false, null as string | null, ""]
  await scan(archive, part, (token) => {
    if (token.kind === "text") {
      if (name !== null) names.set(name, (names.get(name) ?? "") + textOf(token))
      return
    }
    if (token.kind === "close") return void (name = null)
    if (token.depth === 0) root = token.name
    else if (token.name === "workbookPr") date1904 = isOn(attributes(token), "date1904")
    else if (token.depth === 2 && token.name === "sheet") {
      const found = attributes(token)
      const to = byId.get(referenceOf(found) ?? "")
      if (to === undefined || to.external) throw new XlsxError("xlsx.broken", part)
      if (to.type !== "worksheet") return
      sheets.push({
        name: found.get("name") ?? "",
        hidden: (found.get("state") ?? "visible") !== "visible",
        part: to.target,
      })
    } else if (token.depth === 2 && token.name === "definedName") {
      const found = attributes(token)
      if (!found.has("localSheetId") && token.kind === "open") name = found.get("name") ?? null
    }
  })
  if (root !== "workbook") throw new XlsxError(root === "document" ? "xlsx.docx" : "xlsx.not-workbook")
  return { archive, part, relationships: from, sheets, names, date1904, inert: inertIn(archive, fromPackage) }
}

const archiveOf = (bytes: Uint8Array, within: ArchiveLimits): Archive.Archive => {
  try {
    return Archive.open(bytes, within)
  } catch (error) {
    throw toXlsxError(error)
  }
}

// Told by the parts that are there, not by who refers to them: a macro that nobody mentions is still one.
const signs: ReadonlyArray<readonly [Inert, RegExp]> = [
  ["macros", /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/[^/]+|dialogsheets\/[^/]+)$/i],
  ["external-links", /(^|\/)externalLinks\/[^/]+\.xml$/i],
  ["connections", /(^|\/)(connections\.xml|queryTables\/[^/]+)$/i],
  ["embedded-objects", /(^|\/)(embeddings|activeX)\/[^/]+$/i],
]

const inertIn = (archive: Archive.Archive, root: ReadonlyArray<Relationship>): ReadonlyArray<Inert> => [
  ...signs.flatMap(([what, sign]) => (archive.entries.some(({ name }) => sign.test(name)) ? [what] : [])),
  ...(root.some(({ type }) => type === "origin") ? (["signature"] as const) : []),
]
