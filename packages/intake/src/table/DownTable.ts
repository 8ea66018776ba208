// A table whose rows are indicators: the form that one unit fills in, with one column of figures, or one for each unit.
import { type Mapping, Registers, Spelling } from "@danvan/core"
import { plain } from "./CellValue.ts"
import * as Desk from "./Desk.ts"
import * as Draft from "./Draft.ts"
import * as Footing from "./Footing.ts"
import type { Column, Head } from "./Head.ts"
import { isMeasure, isTotal, type Resolved } from "./Headings.ts"
import * as Superior from "./Superior.ts"
import type { Cell, Row } from "../Table.ts"

type Target = Extract<Mapping.Target, { kind: "series" }>

/** A column of figures: whose they are, and what came of them so far. */
interface Bearer {
  readonly column: number
  readonly draft: Draft.Draft
  readonly places: Map<string, Draft.Position>
  /** The unit, or null for the one that the table is about as a whole. */
  readonly unit: string | null
}

/** What the columns are for. */
interface Plan {
  readonly fields: ReadonlyMap<Mapping.Field, number>
  readonly bearers: ReadonlyMap<number, Bearer>
  /** Columns of sums, and of what nobody understands: the latter are told once something stands in them. */
  readonly sums: ReadonlySet<number>
  readonly others: ReadonlyMap<number, () => void>
}

/**
 * Draws the submissions of a table, one for each column of figures.
 */
export const draw = (desk: Desk.Desk, head: Head): void => {
  const plan = planOf(desk, head)
  const said = new Map<Mapping.Field, string>()
  const lines = linesOf(desk, head, plan, said)
  const envelopes = new Map<Bearer, Draft.Envelope | null>()
  for (const bearer of plan.bearers.values()) {
    const given = bearer.unit === null ? desk.given : { ...desk.given, subject: bearer.unit }
    envelopes.set(
      bearer,
      Desk.envelope({ ...desk, given }, null, (field) => said.get(field) ?? null),
    )
  }
  const uppers = uppersAmong(desk, head, plan, envelopes)
  const hidden: Array<string> = []
  for (const line of unrepeated(desk, plan, lines)) {
    const sum: Footing.Sums = new Map()
    for (const cell of line.row.cells) {
      const bearer = plan.bearers.get(cell.column)
      const envelope = bearer && envelopes.get(bearer)
      if (bearer && envelope && !uppers.has(cell.column)) takeFigure(desk, bearer, envelope, line, cell, sum)
    }
    checkSums(desk, plan, uppers, line, sum)
    if (line.row.hidden && line.row.cells.some(({ column }) => plan.bearers.has(column)))
      hidden.push(String(line.row.row))
  }
  for (const { cell, differs } of uppers.values()) {
    if (differs) Desk.tell(desk, "row.unit-above", cell, { found: plain(cell.text) })
  }
  if (hidden.length > 0) Desk.tell(desk, "table.hidden", null, { what: "rows", which: hidden, count: hidden.length })
  for (const [{ draft, places, column }, envelope] of envelopes) {
    if (envelope === null || draft.size === 0) continue
    const place = (pointer: string): Draft.Position => nearest(places, pointer) ?? { row: head.bottom, column }
    desk.drawn.push({ ...Draft.toSubmission(desk.registers, draft, envelope), place })
  }
}

const planOf = (desk: Desk.Desk, head: Head): Plan => {
  const fields = new Map<Mapping.Field, number>()
  const bearers = new Map<number, Bearer>()
  const sums = new Set<number>()
  const others = new Map<number, () => void>()
  const bear = (column: number, unit: string | null): void =>
    void bearers.set(column, { column, unit, draft: new Map(), places: new Map() })
  for (const one of head.columns) {
    const { column, resolved } = one
    const meaning = resolved.kind === "meaning" ? resolved.meaning : null
    if (meaning === null || meaning.kind === "series") others.set(column, tellOther(desk, one))
    else if (meaning.kind === "unit") bear(column, meaning.unit)
    else if (meaning.kind === "total") sums.add(column)
    else if (meaning.kind === "field") {
      fields.set(meaning.field, column)
      if (meaning.field === "value") bear(column, null)
    }
  }
  return { fields, bearers, sums, others }
}

// A series that two rows name is nobody's: it is told, and held wherever one of them was read.
const unrepeated = (desk: Desk.Desk, { bearers }: Plan, lines: ReadonlyArray<Line>): ReadonlyArray<Line> => {
  const byPointer = new Map<string, Array<Line>>()
  for (const line of lines) {
    const pointer = Draft.pointerOf(line.target)
    byPointer.set(pointer, [...(byPointer.get(pointer) ?? []), line])
  }
  for (const [pointer, [first, ...more]] of byPointer) {
    for (const { label, target } of more) {
      const series = pointer.slice("/values/".length)
      const params = { heading: plain(label.text), series, other: plain(first?.label.text ?? "") }
      Desk.tell(desk, "heading.repeated", label, params)
      for (const { draft, column } of bearers.values()) {
        const isThere = [first, ...more].some((line) => line?.row.cells.some((cell) => cell.column === column))
        if (isThere) Draft.spoil(draft, target, "heading.repeated")
      }
    }
  }
  return lines.filter((line) => byPointer.get(Draft.pointerOf(line.target))?.length === 1)
}

const takeFigure = (
  desk: Desk.Desk,
  { draft, places }: Bearer,
  envelope: Draft.Envelope,
  { row, target }: Line,
  cell: Cell,
  sum: Footing.Sums,
): void => {
  const about = { submission: Draft.idOf(envelope), subject: envelope.subject, period: envelope.period }
  const content = Desk.take(desk, draft, target, cell, about)
  if (plain(cell.text) !== "") Footing.add(sum, 0, content)
  places.set(Draft.pointerOf(target), { row: row.row, column: cell.column })
}

// What stands in a row beside the figures of units: sums, figures of the unit above them all, what nobody understands.
const checkSums = (
  desk: Desk.Desk,
  plan: Plan,
  uppers: ReadonlyMap<number, Upper>,
  { row, target }: Line,
  sum: Footing.Sums,
): void => {
  for (const cell of row.cells) {
    if (Desk.isFigure(cell)) plan.others.get(cell.column)?.()
    const upper = uppers.get(cell.column)
    if ((upper === undefined && !plan.sums.has(cell.column)) || plain(cell.text) === "") continue
    const total = Desk.glance(desk, target, cell)
    if (upper && (total === null || !Footing.isSum(sum, 0, total))) upper.differs = true
    if (!upper && total) Footing.check(desk, sum, 0, target.series, cell, total)
  }
}

// A heading that is not understood is told once, when something stands under it.
const tellOther = (desk: Desk.Desk, { resolved, heading, cell }: Column): (() => void) => {
  let isTold = false
  return () => {
    if (isTold) return
    isTold = true
    if (resolved.kind === "ambiguous")
      Desk.tell(desk, "heading.ambiguous", cell, { heading, readings: resolved.readings })
    else Desk.tell(desk, "heading.unknown", cell, { heading, near: resolved.kind === "unknown" ? resolved.near : "" })
  }
}

interface Upper {
  readonly cell: Cell
  differs: boolean
}

// Columns of units above those of others: theirs may be sums.
const uppersAmong = (
  desk: Desk.Desk,
  head: Head,
  { bearers }: Plan,
  envelopes: ReadonlyMap<Bearer, Draft.Envelope | null>,
): ReadonlyMap<number, Upper> => {
  const subjects = [...envelopes.values()].flatMap((envelope) => (envelope === null ? [] : [envelope.subject]))
  const uppers = new Map<number, Upper>()
  for (const { column, cell } of head.columns) {
    const bearer = bearers.get(column)
    const envelope = bearer && envelopes.get(bearer)
    if (!envelope || envelope.scope === "whole") continue
    if (Superior.isAbove(desk, envelope.subject, subjects, envelope.period))
      uppers.set(column, { cell, differs: false })
  }
  return uppers
}

interface Line {
  readonly row: Row
  readonly label: Cell
  readonly target: Target
}

// The rows that name a series. A row may narrow the one above it: Trong đó: – Kinh tế. What names the period or the
// revision goes to `said`.
const linesOf = (
  desk: Desk.Desk,
  head: Head,
  { fields, bearers }: Plan,
  said: Map<Mapping.Field, string>,
): ReadonlyArray<Line> => {
  const lines: Array<Line> = []
  let parent = ""
  for (const row of desk.table.rows) {
    const label = row.cells.find(({ column }) => column === fields.get("indicator"))
    if (row.row <= head.bottom || label === undefined) continue
    const figures = row.cells.filter(({ column }) => bearers.has(column))
    const { resolved, text } = resolveRow(desk, parent, plain(label.text))
    const meaning = resolved.kind === "meaning" ? resolved.meaning : null
    if (meaning?.kind === "field") {
      const [value] = figures
      if (value) said.set(meaning.field, plain(value.text))
    } else if (meaning?.kind === "series") {
      if (meaning.series.dimension === undefined) parent = text
      const measure =
        measureOf(desk, row, fields, meaning) ?? meaning.measure ?? Desk.measureFor(desk, head.measure, meaning)
      const target = measure === null ? meaning : { ...meaning, measure }
      lines.push({ row, label, target })
    } else if (meaning?.kind !== "ignored" && !isTotal(text) && figures.some(Desk.isFigure)) {
      const heading = text
      if (resolved.kind === "ambiguous")
        Desk.tell(desk, "heading.ambiguous", label, { heading, readings: resolved.readings })
      else
        Desk.tell(desk, "heading.unknown", label, { heading, near: resolved.kind === "unknown" ? resolved.near : "" })
    }
  }
  return lines
}

// 1. Cuộc họp; a) Kinh tế; - Kinh tế; Trong đó: Kinh tế.
const bullet = /^(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]\s*|[-–—+•*]\s*|trong đó:?\s*)+/iu

const resolveRow = (
  desk: Desk.Desk,
  parent: string,
  label: string,
): { readonly resolved: Resolved; readonly text: string } => {
  const bare = label.replace(bullet, "")
  for (const text of bare === "" || bare === label ? [label] : [label, bare]) {
    const alone = desk.headings.resolve([text])
    if (alone.kind !== "unknown" && !(alone.kind === "meaning" && alone.meaning.kind === "unit")) {
      return { resolved: alone, text }
    }
    const narrowed = parent === "" ? alone : desk.headings.resolve([parent, text])
    if (narrowed.kind === "meaning" && narrowed.meaning.kind === "series") return { resolved: narrowed, text }
  }
  return { resolved: desk.headings.resolve([bare]), text: bare === "" ? label : bare }
}

const measureOf = (
  desk: Desk.Desk,
  row: Row,
  fields: ReadonlyMap<Mapping.Field, number>,
  target: Target,
): string | null => {
  const cell = row.cells.find(({ column }) => column === fields.get("measure"))
  if (!cell) return null
  const { indicators, measures } = Registers.index(desk.registers)
  const own = measures.get(indicators.get(target.series.indicator)?.measure ?? "")
  const text = plain(cell.text)
  return own && Spelling.key(own.vi) !== Spelling.key(text) && isMeasure(text) ? text : null
}

const nearest = (places: ReadonlyMap<string, Draft.Position>, pointer: string): Draft.Position | null => {
  const exact = places.get(pointer)
  if (exact) return exact
  for (const [known, place] of places) {
    if (pointer.startsWith(`${known}/`) || known.startsWith(`${pointer}/`)) return place
  }
  return null
}
