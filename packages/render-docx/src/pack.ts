// The file as the same bytes each time. The library names relationships by chance and dates every entry of the archive,
// those of the workbooks behind charts too. What else it cannot be told is put right here as well.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import { withTables } from "./written.ts"

/** An archive has no time zone: this is the same moment everywhere. */
const MOMENT = "1980-01-01T12:00:00"

type Files = Readonly<Record<string, Uint8Array>>

/**
 * The archive again, without chance and without a clock; `parts` take the place of what it has under their names, `tables`
 * of what stands for them.
 */
export const pack = (
  archive: Uint8Array,
  language: string,
  parts: Readonly<Record<string, string>>,
  tables: ReadonlyArray<string>,
): Uint8Array => {
  const files: Record<string, Uint8Array> = { ...unzipSync(archive) }
  for (const [path, text] of Object.entries(parts)) files[path] = strToU8(text)
  for (const [path, bytes] of Object.entries(files)) {
    if (path.endsWith(".rels")) name(files, path)
    if (path.endsWith(".xlsx")) files[path] = zip(unzipSync(bytes))
  }
  change(files, "word/document.xml", (text) => text.replaceAll(/<w:drawing>.*?<\/w:drawing>/g, guarded))
  change(files, "word/document.xml", (text) => withTables(text, tables).join(""))
  for (const path of Object.keys(files)) {
    if (!/^word\/charts\/\w+\.xml$/.test(path)) continue
    change(files, path, (text) =>
      text
        .replaceAll(/(<c:lang val|<a:(?:rPr|endParaRPr) lang)="en-US"/g, `$1="${language}"`)
        // Names stand at the edge, also where bars or lines go below zero.
        .replace(/(<c:catAx>.*?<c:tickLblPos val=")nextTo"/, `$1low"`),
    )
  }
  return zip(files)
}

/** Names the relationships of a part in the order in which they stand. */
const name = (files: Record<string, Uint8Array>, path: string): void => {
  const part = path.replace("_rels/", "").replace(/\.rels$/, "")
  const chance = [...strFromU8(files[path] ?? new Uint8Array()).matchAll(/ Id="(rId(?!\d+")[^"]+)"/g)]
  for (const [i, [, id = ""]] of chance.entries()) {
    for (const one of [path, part]) change(files, one, (text) => text.replaceAll(`"${id}"`, `"rIdPart${i + 1}"`))
  }
}

/** A shape as Word writes it: a program that knows no shapes may pass it over. Charts are of the first edition. */
const guarded = (drawing: string): string =>
  drawing.includes("<wps:wsp>")
    ? `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice></mc:AlternateContent>`
    : drawing

const change = (files: Record<string, Uint8Array>, path: string, by: (text: string) => string): void => {
  const bytes = files[path]
  if (bytes) files[path] = strToU8(by(strFromU8(bytes)))
}

const zip = (files: Files): Uint8Array => {
  const entries: Zippable = {}
  for (const [path, bytes] of Object.entries(files)) entries[path] = [bytes, { mtime: MOMENT }]
  return zipSync(entries)
}
