// The rows of a list of units, each with what it says of a unit, of what was and of what came of it. A cell that is merged
// over rows holds for all of them; a row without a number of its own, in a list that is numbered, continues the one above.
import { Issue } from "@danvan/core"
import * as Day from "./Day.ts"
import * as Former from "./Former.ts"
import { plain } from "../table/CellValue.ts"
import * as Desk from "../table/Desk.ts"
import { type Head, isNumbering } from "../table/Head.ts"
import { isTotal } from "../table/Headings.ts"
import type { Meaning } from "./ListColumns.ts"
import type { Cell, Row } from "../Table.ts"
import type { Words } from "./UnitName.ts"
import * as UnitName from "./UnitName.ts"

/** Where a finding is put: the file, its table, and the list of findings. */
export type Bench = Pick<Desk.Desk, "file" | "table" | "issues">

/** What columns hold, after their sides are known. */
export type Field = Exclude<Meaning, "ordinal" | "ignored">

/** A row of a list. */
export interface Line {
  readonly bench: Bench
  /** The cell by which the row is shown. */
  readonly at: Cell
  readonly cell: (field: Field) => Cell | undefined
  /** What stands there; null for nothing, and for a formula without result or with an error, which is told. */
  readonly text: (field: Field) => string | null
  readonly day: (field: Field) => string | null
  /** The heading of a group of rows that this one stands under, by the column that it stands in; null for none. */
  readonly group: { readonly field: Field; readonly cell: Cell } | null
}

/**
 * Tells a finding at a cell of a line.
 */
export const tell = ({ bench, at }: Line, code: Issue.IssueCode, cell: Cell | undefined, params: Issue.Params): void =>
  Desk.tell(bench, code, cell ?? at, params)

const names: ReadonlyArray<Field> = ["name", "old.name", "new.name"]

/** Which column holds what. Unsided columns beside a name of one side are that side's. */
type Plan = ReadonlyMap<Field, number>

/**
 * The columns of a head; null where two hold the same, which is told.
 */
export const planOf = (
  bench: Bench,
  head: Head<Meaning>,
): { readonly plan: Plan; readonly ordinal: number | null } | null => {
  const found = new Map<Meaning, { readonly column: number; readonly heading: string }>()
  let isClear = true
  for (const { resolved, column, heading, cell } of head.columns) {
    if (resolved.kind !== "meaning") continue
    const { meaning } = resolved
    const other = found.get(meaning)
    if (other && meaning !== "ignored" && meaning !== "ordinal") {
      isClear = false
      Desk.tell(bench, "list.column-repeated", cell, { heading, other: other.heading, column: meaning })
    } else if (!other) found.set(meaning, { column, heading })
  }
  if (!isClear) return null
  const columnOf = (meaning: Meaning): number | undefined => found.get(meaning)?.column
  const isThere = (meaning: Meaning): boolean => found.has(meaning)
  const side = !isThere("name")
    ? isThere("new.name")
      ? "new"
      : "old"
    : isThere("old.name") && !isThere("new.name")
      ? "new"
      : isThere("new.name") && !isThere("old.name")
        ? "old"
        : null
  const plan = new Map<Field, number>()
  for (const [meaning, { column }] of found) {
    if (meaning === "ordinal" || meaning === "ignored") continue
    const moved = side !== null && ["name", "kind", "code", "id", "parent"].includes(meaning)
    plan.set(moved ? (`${side}.${meaning}` as Field) : meaning, column)
  }
  // A province without a district between is what stands directly above.
  const above = plan.get("above")
  const parent: Field = side === null ? "parent" : `${side}.parent`
  if (above !== undefined && !plan.has(parent)) {
    plan.delete("above")
    plan.set(parent, above)
  }
  return { plan, ordinal: columnOf("ordinal") ?? null }
}

/** What is known of a table while its rows are gone through. */
interface Reading {
  readonly bench: Bench
  readonly plan: Plan
  readonly ordinal: number | null
  readonly words: Words
  /** Merged cells by their first cell: the last row and the last column. */
  readonly merges: ReadonlyMap<string, { readonly bottom: number; readonly right: number }>
}

/** A row as it is looked at. */
interface Looked {
  readonly row: Row
  /** Its cells that hold something, and those merged over it from above. */
  readonly at: ReadonlyMap<number, Cell>
  /** Its own cells that name a unit. */
  readonly named: ReadonlyArray<{ readonly field: Field; readonly cell: Cell }>
  /** Its running number; empty for none. */
  readonly number: string
}

type Group = NonNullable<Line["group"]> & { readonly rank: number }

/**
 * The lines of a table, in its order. Sums, and what stands below the last line behind a gap, is nobody's; what else names
 * no unit is told.
 */
export const of = (
  bench: Bench,
  head: Head<Meaning>,
  { plan, ordinal }: NonNullable<ReturnType<typeof planOf>>,
  words: Words,
): ReadonlyArray<Line> => {
  const merges = new Map(
    bench.table.merges.map(({ top, left, bottom, right }) => [`${top}|${left}`, { bottom, right }] as const),
  )
  const reading: Reading = { bench, plan, ordinal, words, merges }
  const lines: Array<Line> = []
  const hidden: Array<string> = []
  let groups: ReadonlyArray<Group> = []
  let lead: Looked | null = null
  let strays: Array<{ readonly cell: Cell; readonly isBelow: boolean }> = []
  let [last, isBelow] = [head.bottom, false]
  const tellStrays = (all: typeof strays): void => {
    for (const { cell } of all) Desk.tell(bench, "list.row-unread", cell, { text: plain(cell.text).slice(0, 80) })
    strays = []
  }
  for (const looked of looks(reading, head.bottom)) {
    const { row, at, named, number } = looked
    const isGap = row.row > last + 1
    last = row.row
    const [first] = [...at.values()].filter(({ column }) => column !== ordinal)
    if (first !== undefined && isTotal(plain(first.text))) {
      isBelow = true
      continue
    }
    const group = groupOf(reading, looked)
    if (group !== null) groups = groups.filter(({ rank }) => rank < group.rank)
    if (group === null && (named.length === 0 || isLoose(reading, looked, isBelow || isGap))) {
      isBelow ||= isGap || named.length === 0
      const cell = named[0]?.cell ?? first
      if (cell && cell.row === row.row) strays.push({ cell, isBelow })
      continue
    }
    tellStrays(strays)
    isBelow = false
    const above = groups.at(-1) ?? null
    if (group !== null) groups = [...groups, group]
    // In a plain list the head of a group is a unit as well.
    if (group !== null && group.field !== "name") continue
    const continues: boolean = ordinal !== null && number === "" && lead !== null && named[0]?.field !== "name"
    lines.push(
      lineOf(reading, continues && lead ? behind(looked, lead, plan) : at, named[0]?.cell ?? group!.cell, above),
    )
    if (!continues) lead = looked
    if (row.hidden) hidden.push(String(row.row))
  }
  tellStrays(strays.filter((one) => !one.isBelow))
  if (hidden.length > 0) Desk.tell(bench, "table.hidden", null, { what: "rows", which: hidden, count: hidden.length })
  return lines
}

// The rows below the head that hold something, each with the cells that are merged over it from above.
function* looks({ bench, plan, ordinal, merges }: Reading, bottom: number): Generator<Looked> {
  const spread = new Map<number, { readonly cell: Cell; readonly bottom: number }>()
  let isFirst = true
  for (const row of bench.table.rows) {
    if (row.row <= bottom) continue
    const isNumbers = isFirst && isNumbering(row)
    isFirst = false
    const at = new Map<number, Cell>()
    for (const [column, { cell, bottom: until }] of spread) {
      if (row.row > until) spread.delete(column)
      else at.set(column, cell)
    }
    for (const cell of row.cells) {
      if (plain(cell.text) === "" && cell.formula === null && cell.kind !== "error") continue
      at.set(cell.column, cell)
      const merge = merges.get(`${cell.row}|${cell.column}`)
      if (merge !== undefined && merge.bottom > cell.row) spread.set(cell.column, { cell, bottom: merge.bottom })
    }
    if (isNumbers || at.size === 0) continue
    const named = names.flatMap((field) => {
      const cell = at.get(plan.get(field) ?? 0)
      return cell?.row === row.row ? [{ field, cell }] : []
    })
    yield { row, at, named, number: plain(at.get(ordinal ?? 0)?.text ?? "") }
  }
}

// I, II and A, B number groups; so does a cell over several columns that names a unit.
const groupOf = ({ plan, ordinal, words, merges }: Reading, { row, at, named, number }: Looked): Group | null => {
  const own = row.cells.filter(({ column, text }) => column !== ordinal && plain(text) !== "" && at.has(column))
  const [first] = own
  if (first === undefined || named.length > 1) return null
  const rank = /^[IVX]+[.)]?$/.test(number) ? 2 : /^[A-ZĐ][.)]?$/.test(number) ? 1 : 3
  const right = merges.get(`${first.row}|${first.column}`)?.right ?? first.column
  if (rank === 3) {
    const isWide = right > first.column && own.length === 1
    if (!isWide || UnitName.read(first.text, null, words)?.kind === null) return null
  }
  const covered = names.find((field) => {
    const column = plan.get(field)
    return column !== undefined && column >= first.column && column <= right
  })
  const field = named[0]?.field ?? covered
  // Where more is said than a name, the row is a unit of its own; only plain lists say more of a group.
  if (field === undefined || (field !== "name" && own.length > 1)) return null
  return { field, cell: named[0]?.cell ?? first, rank }
}

// A name without a kind, a number or anything beside it: a remark, or who signed. A former unit may be called by its name
// alone, below others; behind a gap it is none.
const isLoose = ({ plan, words }: Reading, { row, named, number }: Looked, isApart: boolean): boolean => {
  const [one] = named
  if (number !== "" || named.length > 1 || one === undefined) return false
  if (one.field === "old.name" && !isApart) return false
  const fields = new Set(plan.values())
  const beside = row.cells.some(
    ({ column, text }) => column !== one.cell.column && fields.has(column) && plain(text) !== "",
  )
  if (beside) return false
  const all = one.field === "old.name" ? Former.read(one.cell.text, words) : [{ name: one.cell.text }]
  return all.every(({ name }) => UnitName.read(name, null, words)?.kind === null)
}

// What a row without a number takes from the one that it continues: not how much of a unit went, and of a side of which it
// names a unit itself nothing.
const behind = ({ at, named }: Looked, lead: Looked, plan: Plan): ReadonlyMap<number, Cell> => {
  const own = new Set(named.map(({ field }) => field.slice(0, 4)))
  const all = new Map(at)
  for (const [field, column] of plan) {
    if (all.has(column) || field === "extent" || field.startsWith("moved.") || own.has(field.slice(0, 4))) continue
    const cell = lead.at.get(column)
    if (cell) all.set(column, cell)
  }
  return all
}

const lineOf = ({ bench, plan }: Reading, at: ReadonlyMap<number, Cell>, shown: Cell, group: Line["group"]): Line => {
  const cell = (field: Field): Cell | undefined => at.get(plan.get(field) ?? 0)
  const told = new Set<Field>()
  const line: Line = {
    bench,
    at: shown,
    group,
    cell,
    text: (field) => {
      const found = cell(field)
      if (found === undefined) return null
      const text = plain(found.text)
      const isUncomputed = text === "" && found.formula !== null && found.kind !== "text"
      if (found.kind !== "error" && !isUncomputed) return text === "" ? null : text
      if (told.has(field)) return null
      told.add(field)
      if (isUncomputed) tell(line, "cell.uncomputed", found, { formula: (found.formula ?? "").slice(0, 80) })
      else tell(line, "cell.error", found, { found: found.raw })
      return null
    },
    day: (field) => {
      const found = cell(field)
      if (found === undefined) return null
      const day = Day.of(found, bench.table.date1904)
      if (day === null) tell(line, "list.date-unread", found, { found: plain(found.text) })
      return day
    },
  }
  return line
}
