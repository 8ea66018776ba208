// The sender's own workbook back, with its wrong cells filled and commented. It is patched in place: every part that marking
// does not have to touch is laid down packed byte for packed byte as it came, and in the parts that it touches everything
// around the marks stays letter by letter. So charts, pictures, drop-downs, protection and macros are all still there.
//
// What has no cell of its own that can be seen is told at the top left cell of the first visible sheet: findings about
// the file, about sheets that are not there, and (there too) those in hidden rows, columns and sheets. A cell inside of a
// merged rectangle is marked where the rectangle shows its content. A conditional format may paint over the colour; the
// note is the sure sign.
import * as Notes from "@danvan/workbook/Notes"
import type { Spot } from "@danvan/workbook/Place"
import { splice } from "../xml/Splice.ts"
import { type ArchiveLimits, limits } from "../Limits.ts"
import { address } from "../Table.ts"
import { annotate } from "./Annotation.ts"
import { type Contents, type Inert, open, type SheetEntry } from "./Contents.ts"
import * as FilledStyles from "./FilledStyles.ts"
import { fill } from "./MarkedSheet.ts"
import { relationships, resolve } from "./Package.ts"
import * as Patch from "./Patch.ts"
import { toSpot } from "./Reference.ts"
import * as SheetLayout from "./SheetLayout.ts"
import { toXlsxError } from "./XlsxError.ts"

/** Something to be said at a cell. */
export interface Mark {
  /** The name of the sheet; null when the file as a whole is meant. */
  readonly sheet: string | null
  /** The cell, `C12`; null when the sheet as a whole is meant. */
  readonly cell: string | null
  /** What is wrong and how to mend it, as the sender shall read it; may have several lines. */
  readonly text: string
}

/** How marks look. */
export interface Appearance {
  /** Whom the notes are by. */
  readonly author: string
  /** The colour of marked cells: eight hexadecimal digits, opacity first. */
  readonly colour: string
}

/** Red as Excel shows bad cells. */
export const appearance: Appearance = { author: "danvan", colour: "FFFFC7CE" }

/** The marked workbook. */
export interface Marked {
  readonly bytes: Uint8Array
  /** Marks whose words a program may not show in full: they are too many for one note, or stand behind a discussion. */
  readonly obscured: ReadonlyArray<Mark>
  /** What the workbook has of things that could act; a `signature` does not hold for the marked file. */
  readonly inert: ReadonlyArray<Inert>
}

/**
 * Marks a workbook. Rejects with an `XlsxError` when it cannot be read; without marks the bytes are the sender's own.
 *
 * @example
 * const { bytes } = await mark(xlsx, [{ sheet: "Biểu 1", cell: "D5", text: "Ô này là một ngày, không phải số liệu." }])
 * bytes.length > xlsx.length // true
 */
export const mark = async (
  bytes: Uint8Array,
  marks: ReadonlyArray<Mark>,
  { author, colour }: Appearance = appearance,
  within: ArchiveLimits = limits.archive,
): Promise<Marked> => {
  const workbook = await open(bytes, within)
  if (marks.length === 0 || workbook.sheets.length === 0) return { bytes, obscured: marks, inert: workbook.inert }
  try {
    const patch = Patch.of(workbook.archive)
    const layouts = new Layouts(patch)
    const placed = await place(workbook.sheets, layouts, marks)
    const stylesAt = await stylesPart(workbook, patch)
    const styles = FilledStyles.make(await patch.read(stylesAt), colour)
    const obscured: Array<Mark> = []
    for (const [i, { part }] of workbook.sheets.entries()) {
      const cells = placed.get(part)
      if (cells === undefined) continue
      const layout = await layouts.of(part)
      const to = await relationships(workbook.archive, part)
      const notes = [...cells.values()].map((cell) => noteOf(cell, obscured))
      const sheet = { part, position: i + 1, layout, relationships: to }
      const { edits, annotated } = await annotate(patch, sheet, notes, author)
      const source = await patch.read(part)
      patch.write(part, splice(source, [...fill(source, layout, notes, styles.filled), ...edits]))
      // Where cells have discussions, a note that was there is one's shadow, and programs show the discussion instead.
      if (!to.some(({ type }) => type === "threadedComment")) continue
      for (const [name, { marks: said }] of cells) if (annotated.has(name)) obscured.push(...said)
    }
    patch.write(stylesAt, styles.toText())
    return { bytes: patch.toBytes(), obscured: [...new Set(obscured)], inert: workbook.inert }
  } catch (error) {
    throw toXlsxError(error)
  }
}

// A large sheet is laid out once.
class Layouts {
  readonly #patch: Patch.Patch
  readonly #known = new Map<string, SheetLayout.SheetLayout>()
  constructor(patch: Patch.Patch) {
    this.#patch = patch
  }
  async of(part: string): Promise<SheetLayout.SheetLayout> {
    const layout = this.#known.get(part) ?? SheetLayout.of(await this.#patch.read(part), part)
    this.#known.set(part, layout)
    return layout
  }
}

interface MarkedCell extends Spot {
  readonly edge: number
  readonly texts: Set<string>
  readonly marks: Array<Mark>
}

// By part of the sheet, then by cell: what is said there.
const place = async (
  sheets: ReadonlyArray<SheetEntry>,
  layouts: Layouts,
  marks: ReadonlyArray<Mark>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, MarkedCell>>> => {
  const placed = new Map<string, Map<string, MarkedCell>>()
  const first = (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) as SheetEntry
  const say = async ({ part }: SheetEntry, spot: Spot, text: string, one: Mark): Promise<MarkedCell> => {
    const anchor = anchorOf(await layouts.of(part), spot)
    const cells = placed.get(part) ?? new Map<string, MarkedCell>()
    placed.set(part, cells)
    const cell = cells.get(address(anchor)) ?? { ...anchor, texts: new Set(), marks: [] }
    cells.set(address(anchor), cell)
    cell.texts.add(text)
    cell.marks.push(one)
    return cell
  }
  for (const one of marks) {
    const sheet = one.sheet === null ? undefined : sheets.find(({ name }) => name === one.sheet)
    const spot = one.cell === null ? null : toSpot(one.cell)
    const called = [one.sheet === null ? [] : `'${one.sheet}'`, one.cell ?? []].flat().join("!")
    const elsewhere = called === "" ? one.text : `${called}: ${one.text}`
    if (sheet === undefined) {
      await say(first, topLeft, elsewhere, one)
      continue
    }
    const { row, column } = await say(sheet, spot ?? topLeft, spot || !one.cell ? one.text : elsewhere, one)
    const layout = await layouts.of(sheet.part)
    if (sheet.hidden || layout.hiddenRows.has(row) || layout.hiddenColumns(column)) {
      await say(first, topLeft, elsewhere, one)
    }
  }
  return placed
}

const topLeft: Spot = { row: 1, column: 1 }

// The cell that shows what is in a place: the first of a merged rectangle, else the place itself.
const anchorOf = (layout: SheetLayout.SheetLayout, { row, column }: Spot): Spot & { readonly edge: number } => {
  const merge = layout.merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
  return merge ? { row: merge.top, column: merge.left, edge: merge.right } : { row, column, edge: column }
}

const noteOf = ({ row, column, edge, texts, marks }: MarkedCell, obscured: Array<Mark>): Notes.Note => {
  const text = [...texts].join("\n\n")
  if (text.length <= Notes.longest) return { row, column, edge, text }
  obscured.push(...marks)
  return { row, column, edge, text: `${text.slice(0, Notes.longest - 2).replace(/[\ud800-\udbff]$/, "")}\n…` }
}

// The part of styles; begun when the workbook has none.
const stylesPart = async (workbook: Contents, patch: Patch.Patch): Promise<string> => {
  const found = workbook.relationships.find(({ type, external }) => type === "styles" && !external)
  if (found) return found.target
  const part = resolve(workbook.part, "danvan-styles.xml")
  patch.write(part, FilledStyles.bare)
  await patch.declare(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
  await patch.refer(workbook.part, part, "styles", false)
  return part
}
