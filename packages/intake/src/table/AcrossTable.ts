// A table whose columns are series and whose rows are units: how a district puts together what its wards sent, and how one
// ward sends one row.
import type { Mapping } from "@danvan/core"
import { plain } from "./CellValue.ts"
import * as Desk from "./Desk.ts"
import * as Draft from "./Draft.ts"
import * as Footing from "./Footing.ts"
import { type Column, type Head, isNumbering } from "./Head.ts"
import { isTotal } from "./Headings.ts"
import * as Superior from "./Superior.ts"
import type { Cell, Row } from "../Table.ts"

type Target = Extract<Mapping.Target, { kind: "series" }>

interface Figure extends Column {
  readonly target: Target
  readonly pointer: string
}

/** What each column is for. */
interface Plan {
  readonly figures: ReadonlyMap<number, Figure>
  /** Columns of which several say the same: nobody knows which to take. */
  readonly repeated: ReadonlyMap<number, Target>
  readonly fields: ReadonlyMap<Mapping.Field, ReadonlyArray<number>>
  /** Units whose rows may be sums of the others. */
  readonly superiors: ReadonlySet<string>
}

/** A row of a unit, once it is known whose it is. */
interface Told {
  readonly row: Row
  readonly figures: ReadonlyArray<Cell>
  readonly named: Cell | undefined
  readonly envelope: Draft.Envelope
}

/**
 * Draws the submissions of a table, one a row.
 */
export const draw = (desk: Desk.Desk, head: Head): void => {
  const plan = planOf(desk, head)
  const sums: Footing.Sums = new Map()
  const blind = new Map(head.columns.filter(isBlind).map((one) => [one.column, one]))
  const hidden: Array<number> = []
  const waiting: Array<Told> = []
  const keep = (told: Told, into: Footing.Sums | null): void => {
    if (drawUnit(desk, plan, into, told) && told.row.hidden) hidden.push(told.row.row)
  }
  let isFirst = true
  for (const row of desk.table.rows) {
    if (row.row <= head.bottom) continue
    const numbered = isFirst && isNumbering(row)
    isFirst = false
    if (numbered) continue
    const told = tell(desk, plan, sums, row)
    if (told !== null && plan.superiors.has(told.envelope.subject) && told.envelope.scope === "own") waiting.push(told)
    else if (told !== null) keep(told, sums)
    for (const cell of row.cells) if (blind.size > 0 && Desk.isFigure(cell)) tellBlind(desk, blind, cell.column)
  }
  const subjects = new Set(desk.drawn.map(({ input }) => String(input["subject"])))
  for (const told of waiting) {
    const { subject, period } = told.envelope
    if (!Superior.isAbove(desk, subject, subjects, period)) keep(told, null)
    else if (!isSumOf(desk, plan, sums, told.figures)) {
      Desk.tell(desk, "row.unit-above", told.named ?? null, { found: plain(told.named?.text ?? subject) })
    }
  }
  if (hidden.length > 0) {
    Desk.tell(desk, "table.hidden", null, { what: "rows", which: hidden.map(String), count: hidden.length })
  }
  const columns = [...plan.figures.keys()].filter((column) => desk.table.hiddenColumns.has(column))
  if (columns.length > 0) {
    const which = columns.map((column) => plan.figures.get(column)?.heading ?? "")
    Desk.tell(desk, "table.hidden", null, { what: "columns", which, count: columns.length })
  }
}

// What stands under such a heading is no figure of a unit in its row.
const isBlind = ({ resolved }: Column): boolean => {
  if (resolved.kind !== "meaning") return true
  const { meaning } = resolved
  const isOther = meaning.kind === "field" && (meaning.field === "value" || meaning.field === "measure")
  return meaning.kind === "total" || meaning.kind === "unit" || isOther
}

// A heading that is not understood matters once something stands under it.
const tellBlind = (desk: Desk.Desk, blind: Map<number, Column>, column: number): void => {
  const found = blind.get(column)
  if (!found) return
  blind.delete(column)
  const { resolved, heading, cell } = found
  if (resolved.kind === "ambiguous")
    Desk.tell(desk, "heading.ambiguous", cell, { heading, readings: resolved.readings })
  else Desk.tell(desk, "heading.unknown", cell, { heading, near: resolved.kind === "unknown" ? resolved.near : "" })
}

const planOf = (desk: Desk.Desk, head: Head): Plan => {
  const figures = new Map<number, Figure>()
  const fields = new Map<Mapping.Field, Array<number>>()
  const taken = new Map<string, Figure>()
  const repeated = new Map<number, Target>()
  for (const column of head.columns) {
    const meaning = column.resolved.kind === "meaning" ? column.resolved.meaning : null
    if (meaning?.kind === "field") fields.set(meaning.field, [...(fields.get(meaning.field) ?? []), column.column])
    if (meaning?.kind !== "series") continue
    const measure = meaning.measure ?? Desk.measureFor(desk, head.measure, meaning)
    const target = measure === null ? meaning : { ...meaning, measure }
    const pointer = Draft.pointerOf(target)
    const other = taken.get(pointer)
    if (other) {
      const params = { heading: column.heading, series: pointer.slice("/values/".length), other: other.heading }
      Desk.tell(desk, "heading.repeated", column.cell, params)
      figures.delete(other.column)
      repeated.set(other.column, target).set(column.column, target)
      continue
    }
    const figure = { ...column, target, pointer }
    taken.set(pointer, figure)
    figures.set(column.column, figure)
  }
  return { figures, fields, repeated, superiors: Superior.superiors(desk) }
}

// Whose row it is; null for one that is nobody's, which is told where it holds figures.
const tell = (desk: Desk.Desk, plan: Plan, sums: Footing.Sums, row: Row): Told | null => {
  const { cells } = row
  const at = new Map(cells.map((cell) => [cell.column, cell]))
  const fieldCell = (field: Mapping.Field): Cell | undefined =>
    plan.fields.get(field)?.flatMap((column) => at.get(column) ?? [])[0]
  const figures = cells.filter(({ column }) => plan.figures.has(column))
  const hasFigure = figures.some(Desk.isFigure)
  const named = fieldCell("subject")
  if (
    plan.fields.has("subject") &&
    (named === undefined || desk.headings.units.find(plain(named.text)).kind === "none")
  ) {
    const isSum = cells.some(({ column, text }) => !plan.figures.has(column) && isTotal(plain(text)))
    if (isSum) {
      checkSums(desk, plan, sums, figures)
      return null
    }
    // What a row that is not drawn says is in no sum: then no sum can be compared.
    if (hasFigure) for (const { column } of figures) Footing.add(sums, column, null)
    if (hasFigure && named === undefined) Desk.tell(desk, "row.unit-missing", cells[0] ?? null)
    // Words alone may be a signature; beside a name that nearly is a unit's they are what it sent.
    const isMeant = figures.length > 0 && named !== undefined && desk.headings.units.near(plain(named.text)) !== ""
    if (named !== undefined && (hasFigure || isMeant)) Desk.unitOf(desk, named, "")
    return null
  }
  if (figures.length === 0 && !cells.some(({ column }) => plan.repeated.has(column))) return null
  const text = (field: Mapping.Field): string | null => {
    const cell = fieldCell(field)
    return cell === undefined || plain(cell.text) === "" ? null : plain(cell.text)
  }
  const envelope = Desk.envelope(desk, named ?? null, text)
  if (envelope !== null) return { row, figures, named, envelope }
  for (const { column } of figures) Footing.add(sums, column, null)
  return null
}

// Whether anything came of it.
const drawUnit = (
  desk: Desk.Desk,
  plan: Plan,
  sums: Footing.Sums | null,
  { row: { row, cells }, figures, named, envelope }: Told,
): boolean => {
  const about = { submission: Draft.idOf(envelope), subject: envelope.subject, period: envelope.period }
  const draft: Draft.Draft = new Map()
  for (const cell of figures) {
    const figure = plan.figures.get(cell.column)
    if (!figure) continue
    const content = Desk.take(desk, draft, figure.target, cell, about)
    if (sums !== null && (content !== null || plain(cell.text) !== "")) Footing.add(sums, cell.column, content)
  }
  for (const cell of cells) {
    const target = plan.repeated.get(cell.column)
    if (target && plain(cell.text) !== "") Draft.spoil(draft, target, "heading.repeated")
  }
  if (draft.size === 0) return false
  desk.drawn.push({ ...Draft.toSubmission(desk.registers, draft, envelope), place: placeOf(plan, row, named?.column) })
  return true
}

const isSumOf = (desk: Desk.Desk, plan: Plan, sums: Footing.Sums, figures: ReadonlyArray<Cell>): boolean =>
  figures.every((cell) => {
    const figure = plan.figures.get(cell.column)
    const said = figure && Desk.glance(desk, figure.target, cell)
    return plain(cell.text) === "" || (said !== undefined && said !== null && Footing.isSum(sums, cell.column, said))
  })

const envelopeFields: ReadonlyMap<string, Mapping.Field> = new Map([
  ["/period", "period"],
  ["/revision", "revision"],
  ["/reason", "reason"],
  ["/reporter", "reporter"],
])

// On its own, so that what it remembers is not the row with all its cells.
const placeOf =
  (plan: Plan, row: number, named: number | undefined) =>
  (pointer: string): Draft.Position => ({ row, column: columnOf(plan, pointer, named) })

// The column of a pointer: the one that wrote it, or one that wrote a part of it, or one that it is a part of.
const columnOf = ({ figures, fields }: Plan, pointer: string, named: number | undefined): number => {
  const field = envelopeFields.get(pointer)
  const column = field === undefined ? undefined : fields.get(field)?.[0]
  if (column !== undefined) return column
  for (const one of figures.values()) if (one.pointer === pointer) return one.column
  for (const one of figures.values()) {
    if (pointer.startsWith(`${one.pointer}/`) || one.pointer.startsWith(`${pointer}/`)) return one.column
  }
  return named ?? 1
}

const checkSums = (desk: Desk.Desk, plan: Plan, sums: Footing.Sums, figures: ReadonlyArray<Cell>): void => {
  for (const cell of figures) {
    const figure = plan.figures.get(cell.column)
    // A sum that cannot be read is nobody's figure: nothing is held back for it.
    const said = figure && Desk.glance(desk, figure.target, cell)
    if (figure && said) Footing.check(desk, sums, cell.column, figure.target.series, cell, said)
  }
}
