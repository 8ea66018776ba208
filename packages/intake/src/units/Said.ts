// What a line says: a unit of a plain list, or what was before an arrangement and what came of it. Names are read here;
// which units they are is for the ledger to say.
import { type Indicator, Issue, type Measure, type Succession, Spelling, type UnitTable } from "@danvan/core"
import * as Result from "effect/Result"
import * as CellValue from "../table/CellValue.ts"
import type { Cell } from "../Table.ts"
import * as Former from "./Former.ts"
import { type Field, type Line, tell } from "./Lines.ts"
import * as UnitName from "./UnitName.ts"

/** A unit as a line names it. */
export interface Said {
  readonly line: Line
  readonly cell: Cell
  readonly name: UnitName.UnitName
  readonly code: string | null
  /** Its id in the register, where the line gives it. */
  readonly id: string | null
  /** The unit above it, and the one above that. */
  readonly parent: Above | null
}

/** A unit above another, as it is named there. */
export interface Above {
  readonly cell: Cell
  readonly name: UnitName.UnitName
  readonly above: UnitName.UnitName | null
}

/** A unit of a plain list. */
export interface Listed extends Said {
  readonly from: string | null
  readonly to: string | null
}

/** A former unit, and how much of it went. */
export interface Left extends Said {
  readonly extent: Former.Extent
}

/** What one line says of an arrangement. */
export interface Arranged {
  readonly line: Line
  readonly old: ReadonlyArray<Left>
  readonly now: Said | null
  readonly date: string | null
  readonly decree: string | null
  readonly event: Former.Event | null
  /** How much went, and how much there was. */
  readonly moved: ReadonlyMap<Succession.Weight, number>
  readonly whole: ReadonlyMap<Succession.Weight, number>
}

/** What lines are read with. */
export interface Known {
  readonly words: UnitName.Words
  readonly file: UnitTable.File
}

type Side = "" | "old." | "new."

const at = (side: Side, part: string): Field => `${side}${part}` as Field

/** What a plain line says; null where its name cannot be read, which is told. */
export const listed = (line: Line, known: Known): Listed | null => {
  const cell = line.cell("name")
  const text = line.text("name")
  if (cell === undefined || text === null) return null
  const name = nameOf(line, cell, text, line.text("kind"), known)
  if (name === null) return null
  if (name.kind === null) {
    tell(line, "list.kind-unknown", cell, { found: text })
    return null
  }
  const own = { code: line.text("code"), id: line.text("id"), parent: aboveOf(line, "", known) }
  return { line, cell, name, ...own, from: line.day("from") ?? known.file.from ?? null, to: line.day("to") }
}

/** What a line says of an arrangement; null where it names nobody. */
export const arranged = (line: Line, known: Known): Arranged | null => {
  const date = line.cell("date") === undefined ? (known.file.date ?? null) : line.day("date")
  const event = wordOf(line, "event", Former.eventOf, Former.eventWords)
  const extent = wordOf(line, "extent", Former.extentOf, Former.extentWords)
  const old = leftOf(line, extent, known)
  const now = nowOf(line, known)
  if (old === null || now === "unread") return null
  // The word stands where a name would: there is no unit after this one.
  const isOver = now === "over" || event === "dissolve"
  return {
    line,
    old,
    now: now === "over" ? null : now,
    date,
    decree: line.text("decree") ?? known.file.decree ?? null,
    event: isOver ? "dissolve" : event,
    moved: sizesOf(line, "moved."),
    whole: sizesOf(line, "old."),
  }
}

const wordOf = <A>(
  line: Line,
  field: "event" | "extent",
  read: (text: string) => A | null,
  allowed: ReadonlyArray<string>,
): A | null => {
  const text = line.text(field)
  const found = text === null ? null : read(text)
  if (text !== null && found === null) {
    const near = Spelling.nearest(Spelling.key(text), allowed) ?? ""
    tell(line, "list.word-unknown", line.cell(field), { found: text, column: field, allowed, near })
  }
  return found
}

const nameOf = (
  line: Line,
  cell: Cell,
  text: string,
  kind: string | null,
  { words }: Known,
): UnitName.UnitName | null => {
  const name = UnitName.read(text, kind, words)
  if (name === null) tell(line, "list.kind-differs", cell, { found: text, kind: kind ?? "" })
  return name
}

// The unit above: its own column, the head of the group that the line stands under, or what holds for all of the list.
const aboveOf = (line: Line, side: Side, known: Known): Above | null => {
  const { group } = line
  const written = line.text(at(side, "parent"))
  const isUnder = group !== null && group.field === at(side, "name")
  const cell = written !== null ? line.cell(at(side, "parent")) : isUnder ? group.cell : line.at
  const text = written ?? (isUnder ? CellValue.plain(group.cell.text) : null)
  const said = text ?? (side === "old." ? null : (known.file.parent ?? null))
  if (said === null || cell === undefined) return null
  const name = nameOf(line, cell, said, null, known)
  if (name === null) return null
  const above = side === "new." ? null : line.text("above")
  return { cell, name, above: above === null ? null : UnitName.read(above, null, known.words) }
}

const over = new Set(["-", "–", "—", "không", "không còn"].map(Spelling.key))

const nowOf = (line: Line, known: Known): Said | "over" | "unread" | null => {
  const cell = line.cell("new.name")
  const text = line.text("new.name")
  if (cell === undefined || text === null) return null
  if (over.has(Spelling.key(text)) || Former.eventOf(text) === "dissolve") return "over"
  const name = nameOf(line, cell, text, line.text("new.kind"), known)
  if (name === null) return "unread"
  return {
    line,
    cell,
    name,
    code: line.text("new.code"),
    id: line.text("new.id"),
    parent: aboveOf(line, "new.", known),
  }
}

// The former units of a line; null where one of them cannot be read, so that what is left would say something else.
const leftOf = (line: Line, extent: Former.Extent | null, known: Known): ReadonlyArray<Left> | null => {
  const cell = line.cell("old.name")
  const text = line.text("old.name")
  if (cell === undefined || text === null) return []
  const former = Former.read(cell.text, known.words)
  const [codes, ids] = [line.text("old.code"), line.text("old.id")].map((all) => apart(all, former.length))
  for (const [field, all] of [
    ["old.code", codes],
    ["old.id", ids],
  ] as const) {
    const found = line.text(field)
    if (all !== undefined || found === null) continue
    tell(line, "list.word-unknown", line.cell(field), {
      found,
      column: field,
      allowed: former.map(({ name }) => name),
      near: "",
    })
  }
  const kind = line.text("old.kind")
  const shared = aboveOf(line, "old.", known)
  const left: Array<Left> = []
  for (const [i, one] of former.entries()) {
    const name = nameOf(line, cell, one.name, kind, known)
    if (name === null) return null
    const above = one.parent === null ? null : UnitName.read(one.parent, null, known.words)
    const parent = above === null ? shared : { cell, name: above, above: null }
    const own = one.extent === "unsaid" || one.extent === "unclear" ? (extent ?? one.extent) : one.extent
    left.push({ line, cell, name, code: codes?.[i] ?? one.code, id: ids?.[i] ?? null, parent, extent: own })
  }
  return left
}

// Codes of several units stand in one cell as the units do.
const apart = (text: string | null, n: number): ReadonlyArray<string> | undefined => {
  if (text === null) return n === 0 ? undefined : []
  const all = n === 1 ? [text] : text.split(/[;,\n]/).map(CellValue.plain)
  return all.length === n ? all : undefined
}

const label = { vi: "", en: "" }
const measures: Readonly<Record<Succession.Weight, Measure.Measure>> = {
  population: { id: "person", vi: "người", en: "persons", decimals: 0 },
  households: { id: "household", vi: "hộ", en: "households", decimals: 0 },
  // In square metres.
  area: { id: "area", vi: "km²", en: "km²", decimals: 6 },
}

const sizesOf = (line: Line, side: "moved." | "old."): ReadonlyMap<Succession.Weight, number> => {
  const sizes = new Map<Succession.Weight, number>()
  for (const weighs of ["population", "households", "area"] as const) {
    const field: Field = `${side}${weighs}`
    const cell = line.cell(field)
    const measure = measures[weighs]
    if (cell === undefined) continue
    const indicator: Indicator.Indicator = { id: weighs, label, kind: "stock", measure: measure.id }
    const target = { kind: "series", series: { indicator: weighs } } as const
    const { date1904 } = line.bench.table
    const read = CellValue.read(cell, { indicator, measure, target, date1904, symbols: new Map() })
    if (read === null) continue
    if (Result.isFailure(read)) tell(line, read.failure.code, cell, read.failure.params)
    else if (read.success.kind === "nil") sizes.set(weighs, 0)
    else if (typeof read.success.json === "number") sizes.set(weighs, read.success.json)
    // About so many is no share.
    else {
      const params = { text: CellValue.plain(cell.text), problem: "list.not-exact", unit: measure.vi }
      tell(line, "cell.unread", cell, params)
    }
  }
  return sizes
}

/** Findings that keep a register from being made. */
export const isFatal = ({ severity }: Issue.Issue): boolean => severity === "error"
