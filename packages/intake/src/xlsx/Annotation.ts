// The notes of one sheet: put to those that are there, or begun. Words and boxes of other notes stay letter by letter.
import { encode, head } from "@danvan/workbook/Markup"
import * as Notes from "@danvan/workbook/Notes"
import { attributes, type Token, tokens } from "../xml/Scanner.ts"
import { type Edit, opened, splice } from "../xml/Splice.ts"
import { address } from "../Table.ts"
import * as NoteDrawing from "./NoteDrawing.ts"
import { type Patch, relationshipBase } from "./Patch.ts"
import type { Relationship } from "./Package.ts"
import { gatherer } from "./SharedStrings.ts"
import type { SheetLayout } from "./SheetLayout.ts"

/** A sheet that gets notes. */
export interface Annotated {
  readonly part: string
  /** Where it stands among the sheets, from 1. */
  readonly position: number
  readonly layout: SheetLayout
  readonly relationships: ReadonlyArray<Relationship>
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
const contentType = "application/vnd.openxmlformats-officedocument"

/**
 * Writes the notes; gives the edits that the sheet itself needs, and the cells that had a note already, whose words now
 * stand before ours.
 */
export const annotate = async (
  patch: Patch,
  sheet: Annotated,
  notes: ReadonlyArray<Notes.Note>,
  author: string,
): Promise<{ readonly edits: ReadonlyArray<Edit>; readonly annotated: ReadonlySet<string> }> => {
  const { strict } = sheet.layout
  const known = sheet.relationships.find(({ type, external }) => type === "comments" && !external)?.target
  const part = known ?? patch.free("xl/danvan-comments#.xml")
  if (known === undefined) {
    const namespace = strict ? strictMain : main
    patch.write(part, `${head}<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`)
    await patch.declare(part, `${contentType}.spreadsheetml.comments+xml`)
    await patch.refer(sheet.part, part, "comments", strict)
  }
  const source = await patch.read(part)
  const before = wordsIn(source)
  patch.write(part, splice(source, withNotes(source, notes, before, author)))
  const fresh = notes.filter((note) => !before.has(address(note)))
  const longer = notes.flatMap((note) => {
    const words = before.get(address(note))
    return words === undefined ? [] : [{ ...note, text: `${words.text}\n\n${note.text}` }]
  })
  return { edits: await draw(patch, sheet, fresh, longer), annotated: new Set(before.keys()) }
}

interface Words {
  readonly text: string
  /** The `text` element: opened, and where more runs go. */
  readonly tag: Token
  readonly end: number
}

// The notes that are there by their cells.
const wordsIn = (source: string): ReadonlyMap<string, Words> => {
  const found = new Map<string, Words>()
  let [cell, tag, end, runs] = ["", null as Token | null, -1, gatherer()]
  for (const token of tokens(source)) {
    if (token.depth === 2 && token.name === "comment" && token.kind === "open") {
      cell = attributes(token).get("ref") ?? ""
    } else if (token.depth === 3 && token.name === "text") {
      if (token.kind !== "close") [tag, end, runs] = [token, -1, gatherer()]
      if (token.kind !== "open" && tag) {
        found.set(cell, { text: runs.finish().text, tag, end: end < 0 ? token.from : end })
      }
    } else if (token.depth >= 4) {
      // Phonetic guides stand behind all runs.
      if (token.depth === 4 && end < 0 && /^(rPh|phoneticPr)$/.test(token.name)) end = token.from
      runs.take(token)
    }
  }
  return found
}

const withNotes = (
  source: string,
  notes: ReadonlyArray<Notes.Note>,
  before: ReadonlyMap<string, Words>,
  author: string,
): ReadonlyArray<Edit> => {
  let [prefix, authors] = ["", 0]
  const lists = new Map<string, { readonly tag: Token; readonly end: number | null }>()
  for (const token of tokens(source)) {
    if (token.depth === 0 && token.kind === "open") prefix = token.prefix
    else if (token.depth === 1 && token.kind !== "text") {
      const tag = token.kind === "close" ? (lists.get(token.name)?.tag ?? token) : token
      lists.set(token.name, { tag, end: token.kind === "close" ? token.from : null })
    } else if (token.depth === 2 && token.name === "author" && token.kind !== "close") authors++
  }
  const into = (name: string, content: string): Edit => {
    const list = lists.get(name)
    if (!list) {
      // Authors come first, the list of notes behind them.
      const at = [...lists.values()].find(() => name === "authors")?.tag.from ?? source.lastIndexOf("</")
      return { from: at, to: at, text: `<${prefix}${name}>${content}</${prefix}${name}>` }
    }
    const { tag, end } = list
    return end === null
      ? { from: tag.from, to: tag.to, text: opened(tag.source, prefix + name, content) }
      : { from: end, to: end, text: content }
  }
  const fresh = notes.filter((note) => !before.has(address(note)))
  return [
    ...notes.flatMap((note): ReadonlyArray<Edit> => {
      const words = before.get(address(note))
      if (words === undefined) return []
      const run = Notes.run(words.text === "" ? note.text : `\n\n${note.text}`, prefix)
      return words.tag.kind === "empty"
        ? [{ from: words.tag.from, to: words.tag.to, text: opened(words.tag.source, `${prefix}text`, run) }]
        : [{ from: words.end, to: words.end, text: run }]
    }),
    into("authors", `<${prefix}author>${encode(author)}</${prefix}author>`),
    into("commentList", fresh.map((note) => Notes.comment(note, authors, prefix)).join("")),
  ]
}

// The boxes: in the drawing that the sheet has, or in a new one, which the sheet must name.
const draw = async (
  patch: Patch,
  { part: sheet, position, layout, relationships }: Annotated,
  fresh: ReadonlyArray<Notes.Note>,
  longer: ReadonlyArray<Notes.Note>,
): Promise<ReadonlyArray<Edit>> => {
  const shapes = (from: number): string => fresh.map((note, i) => Notes.shape(note, from + i, layout.geometry)).join("")
  const known = relationships.find(({ id, external }) => id === layout.drawing.id && !external)?.target
  if (known !== undefined) {
    let source = await patch.read(known)
    for (const note of longer) source = NoteDrawing.withRoom(source, note, layout.geometry)
    patch.write(known, NoteDrawing.withShapes(source, shapes(NoteDrawing.freeNumber(source, position))))
    return []
  }
  if (fresh.length === 0) return []
  const part = patch.free("xl/drawings/danvan-notes#.vml")
  patch.write(part, Notes.drawing(shapes(position * 1024 + 1), position))
  await patch.declare(part, `${contentType}.vmlDrawing`)
  const id = await patch.refer(sheet, part, "vmlDrawing", layout.strict)
  const at = layout.drawing.at
  const namespace = `xmlns:r="${relationshipBase(layout.strict)}"`
  return [{ from: at, to: at, text: `<${layout.prefix}legacyDrawing ${namespace} r:id="${id}"/>` }]
}
