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

/** A column of figures: whose they are; null for a sum of the others. */
interface Bearer {
  readonly column: number
  readonly draft: Draft.Draft
  readonly places: Map<string, Draft.Position>
  /** The unit, or null for the one that the table is about as a whole. */
  readonly unit: string | null
}

/**
 * Draws the submissions of a table, one for each column of figures.
 */
export const draw = (desk: Desk.Desk, head: Head): void => {
  const fields = new Map<Mapping.Field, number>()
  const bearers = new Map<number, Bearer>()
  const sums = new Set<number>()
  const blind = new Map<number, () => void>()
  for (const one of head.columns) {
    const { column, resolved } = one
    const meaning = resolved.kind === "meaning" ? resolved.meaning : null
    if (meaning?.kind === "field") fields.set(meaning.field, column)
    const unit =
      meaning?.kind === "unit"
        ? meaning.unit
        : meaning?.kind === "field" && meaning.field === "value"
          ? null
          : undefined
    if (unit !== undefined) bearers.set(column, { column, unit, draft: new Map(), places: new Map() })
    if (meaning?.kind === "total") sums.add(column)
    const isOther = resolved.kind !== "meaning" || meaning?.kind === "series"
    if (isOther) blind.set(one.column, tellOther(desk, one))
  }
  const said = new Map<Mapping.Field, string>()
  const lines = linesOf(desk, head, fields, said, bearers)
  const hidden: Array<number> = []
  const envelopes = new Map<Bearer, Draft.Envelope | null>()
  for (const bearer of bearers.values()) {
    const unit = bearer.unit
    const given = { ...desk, given: unit === null ? desk.given : { ...desk.given, subject: unit } }
    envelopes.set(
      bearer,
      Desk.envelope(given, null, (field) => said.get(field) ?? null),
    )
  }
  const uppers = uppersAmong(desk, head, bearers, envelopes)
  const written = new Map<string, Cell>()
  for (const { row, label, target, isHidden } of lines) {
    const pointer = Draft.pointerOf(target)
    const other = written.get(pointer)
    if (other) {
      const params = { heading: plain(label.text), series: pointer.slice("/values/".length), other: plain(other.text) }
      Desk.tell(desk, "heading.repeated", label, params)
      for (const { draft } of bearers.values())
        if (draft.has(target.series.indicator)) Draft.spoil(draft, target, "heading.repeated")
      continue
    }
    written.set(pointer, label)
    const sum: Footing.Sums = new Map()
    for (const cell of row.cells) {
      if (Desk.isFigure(cell)) blind.get(cell.column)?.()
      const bearer = bearers.get(cell.column)
      const envelope = bearer && envelopes.get(bearer)
      if (!bearer || !envelope || uppers.has(cell.column)) continue
      const about = { submission: Draft.idOf(envelope), subject: envelope.subject, period: envelope.period }
      const content = Desk.take(desk, bearer.draft, target, cell, about)
      if (plain(cell.text) !== "") Footing.add(sum, 0, content)
      bearer.places.set(pointer, { row: row.row, column: cell.column })
      if (isHidden) hidden.push(row.row)
    }
    for (const cell of row.cells) {
      const total = sums.has(cell.column) ? Desk.glance(desk, target, cell) : null
      if (total) Footing.check(desk, sum, 0, target.series, cell, total)
      const upper = uppers.get(cell.column)
      if (upper === undefined || plain(cell.text) === "") continue
      const said = Desk.glance(desk, target, cell)
      if (said === null || !Footing.isSum(sum, 0, said)) upper.differs = true
    }
  }
  for (const { cell, differs } of uppers.values()) {
    if (differs) Desk.tell(desk, "row.unit-above", cell, { found: plain(cell.text) })
  }
  if (hidden.length > 0) {
    const which = [...new Set(hidden)].map(String)
    Desk.tell(desk, "table.hidden", null, { what: "rows", which, count: which.length })
  }
  for (const [bearer, envelope] of envelopes) {
    if (envelope === null || bearer.draft.size === 0) continue
    const { places, column } = bearer
    desk.drawn.push({
      ...Draft.toSubmission(desk.registers, bearer.draft, envelope),
      place: (pointer) => nearest(places, pointer) ?? { row: head.bottom, column },
    })
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
  bearers: ReadonlyMap<number, Bearer>,
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
  readonly isHidden: boolean
}

// The rows that name a series. A row may narrow the one above it: Trong đó: – Kinh tế. What names the period or the
// revision goes to `said`.
const linesOf = (
  desk: Desk.Desk,
  head: Head,
  fields: ReadonlyMap<Mapping.Field, number>,
  said: Map<Mapping.Field, string>,
  bearers: ReadonlyMap<number, Bearer>,
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
      lines.push({ row, label, target, isHidden: row.hidden })
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
