// What whoever reads a table has on the desk: the registers, the table and its file, what the file lacks and somebody
// else said; and where findings go.
import { Issue, type Mapping, OrgUnit, Period, PlainDate, Registers, Spelling, Value } from "@danvan/core"
import * as Result from "effect/Result"
import * as CellValue from "./CellValue.ts"
import * as Draft from "./Draft.ts"
import type { Headings } from "./Headings.ts"
import { address, type Cell, type Table } from "../Table.ts"

/** What a file need not say because whoever reads it does. */
export interface Given {
  readonly subject?: string
  readonly period?: string
  readonly scope?: "own" | "whole"
  readonly revision?: number
  readonly reason?: string
}

/** A submission that came out of a table, with the place of each of its pointers. */
export interface Drawn {
  readonly input: Readonly<Record<string, unknown>>
  readonly held: ReadonlyArray<Draft.Held>
  readonly place: (pointer: string) => Draft.Position | null
}

/** The desk. */
export interface Desk {
  readonly registers: Registers.Registers
  readonly headings: Headings
  readonly mapping: Mapping.Mapping | null
  readonly given: Given
  readonly file: string
  readonly table: Table
  readonly issues: Array<Issue.Issue>
  readonly drawn: Array<Drawn>
}

/**
 * Where a cell stands in its file.
 *
 * @example
 * sourceOf("a.csv", { name: null }, { row: 2, column: 3, line: 2, offset: 9 }) // { file: "a.csv", line: 2, column: 9 }
 * sourceOf("a.xlsx", { name: "Biểu 1" }, { row: 2, column: 3, line: 0, offset: 0 }) // { file: "a.xlsx", sheet: "Biểu 1", cell: "C2" }
 */
export const sourceOf = (
  file: string,
  { name }: Pick<Table, "name">,
  cell: Pick<Cell, "row" | "column" | "line" | "offset">,
): Issue.Source => {
  if (cell.line > 0) return { file, line: cell.line, column: cell.offset }
  return name === null ? { file, cell: address(cell) } : { file, sheet: name, cell: address(cell) }
}

/**
 * Notes a finding at a cell, or at the file as a whole.
 */
export const tell = (
  { file, table, issues }: Pick<Desk, "file" | "table" | "issues">,
  code: Issue.IssueCode,
  cell: Cell | null,
  params: Issue.Params = {},
  about: Partial<Issue.Place> = {},
): void => {
  const whole = table.name === null ? { file } : { file, sheet: table.name }
  const source = cell === null ? whole : sourceOf(file, table, cell)
  issues.push(Issue.make(code, { pointer: "", ...about, source }, params))
}

/**
 * The unit that a name means on the period's last day; told as a finding where it means none or several.
 */
export const unitOf = (desk: Desk, cell: Cell, period: string): string | null => {
  const text = CellValue.plain(cell.text)
  const found = desk.headings.units.find(text)
  if (found.kind === "one") return found.value
  if (found.kind === "none") {
    tell(desk, "row.unit-unknown", cell, { found: text, near: desk.headings.units.near(text) })
    return null
  }
  // Tây Hồ was a district and is a ward: the day says which.
  const { units } = Registers.index(desk.registers)
  const day = dayOf(desk, period)
  const there = found.values.filter((id) => {
    const unit = units.get(id)
    return day === null || (unit !== undefined && OrgUnit.exists(unit, day))
  })
  // The name that holds on that day stands before those that another unit once had.
  const named = there.filter((id) => {
    const unit = units.get(id)
    if (!unit || day === null) return false
    return [OrgUnit.name(unit, day), OrgUnit.shortName(unit, day)].some((n) => Spelling.key(n) === Spelling.key(text))
  })
  const [only, ...others] = named.length > 0 ? named : there
  if (only !== undefined && others.length === 0) return only
  const readings = (there.length > 0 ? there : found.values).map((id) => {
    const unit = units.get(id)
    return unit && day !== null ? `${OrgUnit.name(unit, day)} (${id})` : id
  })
  tell(desk, "row.unit-ambiguous", cell, { found: text, readings })
  return null
}

const dayOf = ({ registers }: Desk, period: string): PlainDate.PlainDate | null => {
  const read = Registers.period(registers, period)
  return Result.isSuccess(read) ? Period.referenceDate(read.success) : null
}

type Target = Extract<Mapping.Target, { kind: "series" }>

/**
 * A cell read into a draft under a target; a finding where it cannot be. Gives what it says, null for nothing.
 */
export const take = (
  desk: Desk,
  draft: Draft.Draft,
  target: Target,
  cell: Cell,
  about: Pick<Issue.Place, "submission" | "subject" | "period">,
): CellValue.Content | null => {
  const { indicators, measures } = Registers.index(desk.registers)
  const indicator = indicators.get(target.series.indicator)
  const measure = measures.get(indicator?.measure ?? "")
  if (!indicator || !measure) return null
  const symbols = desk.mapping?.symbols ?? new Map<string, never>()
  const read = CellValue.read(cell, { indicator, measure, target, date1904: desk.table.date1904, symbols })
  if (read === null) return null
  if (Result.isSuccess(read)) {
    Draft.put(draft, target, read.success)
    return read.success
  }
  const { code, params } = read.failure
  tell(desk, code, cell, params, { ...about, pointer: Draft.pointerOf(target), indicator: indicator.id })
  Draft.spoil(draft, target, code)
  return null
}

/**
 * Whether a cell holds something that somebody may take for a figure: then a row that is not understood is told.
 */
export const isFigure = ({ kind, text }: Pick<Cell, "kind" | "text">): boolean =>
  kind !== "text" ||
  /^\s*[-+(]?[\d.,/%\s]*\d[\d.,/%\s)*]*$/.test(text) ||
  /^(\S+ )?\d[\d.,/%]*( \S+)?$/.test(text.trim())

/**
 * What a cell says under a target, without noting anything: for sums, which are nobody's figures.
 */
export const glance = (desk: Desk, target: Target, cell: Cell): CellValue.Content | null =>
  take({ ...desk, issues: [] }, new Map(), target, cell, {})

/**
 * The unit of counting said above a table, for a series that it can be meant for; null otherwise: triệu đồng says nothing
 * about meetings.
 */
export const measureFor = (
  { registers }: Pick<Desk, "registers">,
  said: string | null,
  target: Target,
): string | null => {
  if (said === null) return null
  const { indicators, measures } = Registers.index(registers)
  const own = measures.get(indicators.get(target.series.indicator)?.measure ?? "")
  if (!own || Spelling.key(own.vi) === Spelling.key(said)) return null
  return Result.isSuccess(Value.fromText(`1 ${said}`, own)) ? said : null
}

/**
 * What a row, the mapping and whoever reads say of a submission; null with a finding where period or subject stay open.
 * `named` is the cell that names the unit, `text` what the fields of the row say.
 */
export const envelope = (
  desk: Desk,
  named: Cell | null,
  text: (field: Mapping.Field) => string | null,
): Draft.Envelope | null => {
  const { given, mapping } = desk
  const period = text("period") ?? given.period ?? mapping?.file.period ?? null
  if (period === null) {
    once(desk, "table.period-missing")
    return null
  }
  const said = named === null ? text("subject") : null
  const subject =
    named !== null
      ? unitOf(desk, named, period)
      : said !== null
        ? idOfName(desk, said)
        : (given.subject ?? mapping?.file.subject ?? null)
  if (subject === null) {
    if (named === null) once(desk, "table.subject-missing")
    return null
  }
  const reporter = text("reporter")
  return {
    subject,
    period,
    scope: given.scope ?? mapping?.file.scope ?? "own",
    revision: text("revision") ?? String(given.revision ?? 1),
    reason: text("reason") ?? given.reason ?? null,
    reporter: reporter === null ? null : idOfName(desk, reporter),
  }
}

// A name that is not understood stays as it is written: core names it, with what it may have been meant for.
const idOfName = ({ headings }: Desk, name: string): string => {
  const found = headings.units.find(name)
  return found.kind === "one" ? found.value : name
}

const once = (desk: Desk, code: Issue.IssueCode): void => {
  if (!desk.issues.some((issue) => issue.code === code && issue.source?.sheet === (desk.table.name ?? undefined))) {
    tell(desk, code, null)
  }
}
