// Lists of units as offices have them (the annex of a resolution that rearranges communes, a plain list of today's units) into
// a register that can be used: everything that a list leaves open is told at its cell, and nothing is made up.
import { Hierarchy, Issue, type Registers, UnitTable } from "@danvan/core"
import type { File } from "./File.ts"
import { LimitExceeded, type Limits, limits as usual } from "./Limits.ts"
import * as CellValue from "./table/CellValue.ts"
import * as Desk from "./table/Desk.ts"
import * as Head from "./table/Head.ts"
import * as Lettering from "./table/Lettering.ts"
import type { Table } from "./Table.ts"
import * as Tables from "./Tables.ts"
import * as LegacyText from "./text/LegacyText.ts"
import * as Arrangement from "./units/Arrangement.ts"
import * as Events from "./units/Events.ts"
import * as Ledger from "./units/Ledger.ts"
import * as Lines from "./units/Lines.ts"
import * as ListColumns from "./units/ListColumns.ts"
import * as Register from "./units/Register.ts"
import * as Roll from "./units/Roll.ts"
import * as Said from "./units/Said.ts"
import * as UnitName from "./units/UnitName.ts"

/** How lists are to be read. */
export interface Options {
  /** What their headings and words mean, and what they do not say of themselves. */
  readonly columns?: UnitTable.UnitTable
  /** A register that they go on from. */
  readonly base?: Registers.Organisations
  readonly limits?: Partial<Limits>
}

/** What came of lists. */
export interface UnitList {
  /** The register; null where an error leaves something open. */
  readonly organisations: Registers.Organisations | null
  readonly files: ReadonlyArray<string>
  readonly issues: ReadonlyArray<Issue.Issue>
}

/**
 * Reads lists of units, all of them together; never rejects for what is in them. A register comes of them only where there
 * is no error.
 *
 * @example
 * const text = "Các đơn vị cũ;Đơn vị mới;Trực thuộc;Ngày;Nghị quyết\nPhường An, phường Bình;Phường Mai;Tỉnh Lam;01/7/2025;01/NQ\n"
 * const { organisations, issues } = await readUnits([{ name: "an.csv", bytes: new TextEncoder().encode(text) }])
 * organisations.successions[0].kind // "merge"
 * organisations.successions[0].to // ["mai-ward-lam-2025"]
 * issues.map(({ code }) => code) // ["list.parent-missing"]
 */
export const readUnits = async (files: ReadonlyArray<File>, options: Options = {}): Promise<UnitList> => {
  const { columns = UnitTable.usual, base = null } = options
  const limits = { ...usual, ...options.limits }
  const issues: Array<Issue.Issue> = []
  const known = { words: UnitName.wordsOf(columns.file.kinds ?? {}), file: columns.file }
  const listed: Array<Said.Listed> = []
  const arranged: Array<Said.Arranged> = []
  for (const file of files) {
    const opened = await Tables.of(file, limits)
    try {
      for (const line of linesOf(file.name, opened.tables, columns, known.words, issues)) {
        if (line.cell("name") === undefined) {
          const one = Said.arranged(line, known)
          if (one !== null) arranged.push(one)
        } else {
          const unit = Said.listed(line, known)
          if (unit !== null) listed.push(unit)
        }
      }
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error
      issues.push(Tables.over(file.name, error))
    }
    issues.push(...opened.told())
    // Whatever it was, nothing came of it, and nothing says why.
    const isRead = [...listed, ...arranged].some(({ line }) => line.bench.file === file.name)
    const isTold = issues.some((issue) => Said.isFatal(issue) && issue.source?.file === file.name)
    if (!isRead && !isTold) issues.push(Issue.make("file.empty", { pointer: "", source: { file: file.name } }))
  }
  const organisations = registerOf(listed, arranged, { columns, words: known.words, base, issues })
  const names = files.map(({ name }) => name)
  return {
    organisations: issues.some(Said.isFatal) ? null : organisations,
    files: names,
    issues: inOrder(issues, names),
  }
}

// File by file, and in each from above.
const inOrder = (issues: ReadonlyArray<Issue.Issue>, files: ReadonlyArray<string>): ReadonlyArray<Issue.Issue> => {
  const rowOf = ({ line, cell }: Issue.Source): number => line ?? Number(/\d+$/.exec(cell ?? "")?.[0] ?? 0)
  const rank = ({ source }: Issue.Issue): readonly [file: number, row: number] =>
    source === undefined ? [files.length, 0] : [files.indexOf(source.file), rowOf(source)]
  const ranked = issues.map((issue) => [rank(issue), issue] as const)
  const sheet = ({ source }: Issue.Issue): string => source?.sheet ?? ""
  return ranked
    .toSorted(([[a, rowA], one], [[b, rowB], other]) => a - b || (sheet(one) === sheet(other) ? rowA - rowB : 0))
    .map(([, issue]) => issue)
}

// The lines of every table that is a list; the others are told.
function* linesOf(
  file: string,
  tables: ReadonlyArray<Table>,
  columns: UnitTable.UnitTable,
  words: UnitName.Words,
  issues: Array<Issue.Issue>,
): Generator<Lines.Line> {
  const headings = ListColumns.make(columns)
  const wanted = columns.file.sheet
  const without: Array<Lines.Bench> = []
  let n = 0
  for (const table of tables) {
    if (isEmpty(table)) continue
    n++
    const bench: Lines.Bench = { file, table, issues }
    if (wanted === undefined ? table.hidden : table.name !== wanted) {
      const why = table.hidden ? "hidden" : "no-head"
      Desk.tell(bench, "table.sheet-skipped", null, { sheet: table.name ?? "", why })
      continue
    }
    const { legacy, decomposed } = Lettering.look(table)
    if (decomposed) Desk.tell(bench, "text.not-nfc", decomposed)
    for (const [, { kind, cell, reading }] of legacy) {
      const params = { found: LegacyText.labels[kind], text: CellValue.plain(cell.text), reading }
      Desk.tell(bench, "encoding.legacy-font", cell, params)
    }
    if (legacy.size > 0) continue
    const head = Head.find(table, headings)
    if (head === null) {
      without.push(bench)
      continue
    }
    for (const { resolved, heading, cell } of head.columns) {
      if (resolved.kind !== "meaning")
        Desk.tell(bench, "list.column-unread", cell, {
          heading,
          near: resolved.kind === "unknown" ? resolved.near : "",
        })
    }
    const plan = Lines.planOf(bench, head)
    if (plan !== null) yield* Lines.of(bench, head, plan, words)
  }
  // A workbook may hold notes beside its lists.
  const isAlone = without.length === n
  for (const bench of without) {
    if (!isAlone) Desk.tell(bench, "table.sheet-skipped", null, { sheet: bench.table.name ?? "", why: "no-head" })
    else {
      const looked = Head.looked(bench.table)
      const near = looked.map((text) => nearOf(headings, text)).find((text) => text !== "") ?? ""
      Desk.tell(bench, "list.head-missing", null, { looked, near })
    }
  }
}

const nearOf = ({ resolve }: ListColumns.ListHeadings, text: string): string => {
  const resolved = resolve([text])
  return resolved.kind === "unknown" ? resolved.near : ""
}

const isEmpty = ({ rows }: Table): boolean => {
  for (const _ of rows) return false
  return true
}

interface Brought {
  readonly columns: UnitTable.UnitTable
  readonly words: UnitName.Words
  readonly base: Registers.Organisations | null
  readonly issues: Array<Issue.Issue>
}

const registerOf = (
  listed: ReadonlyArray<Said.Listed>,
  arranged: ReadonlyArray<Said.Arranged>,
  { columns: { file }, words, base, issues }: Brought,
): Registers.Organisations | null => {
  const [line, system] = [file.line ?? Hierarchy.reporting, file.system ?? "dvhc"]
  const ledger = Ledger.make(base, { words, line, system })
  for (const one of listed) Roll.enter(ledger, one)
  Ledger.settle(ledger)
  const events: Array<Events.Event> = []
  const days = Roll.byDay(arranged)
  for (const [date, all] of days) {
    const day = Arrangement.read(ledger, date, all)
    Ledger.settle(ledger)
    const own = Events.of(day)
    events.push(...own)
    Roll.tellUntouched(ledger, day)
  }
  Roll.tellOpen(ledger, events, new Set(days.keys()))
  Roll.tellUndecreed(arranged)
  Roll.tellLone(ledger)
  const asOf = file.asOf ?? [base?.asOf ?? "", ...Roll.days(ledger), ...days.keys()].toSorted().at(-1) ?? ""
  if (listed.length + arranged.length === 0) return null
  if (asOf === "") {
    const [first] = listed
    if (first) Lines.tell(first.line, "list.date-missing", first.cell, { what: "as-of", count: listed.length })
    return null
  }
  const made = Register.of({
    ledger,
    events,
    base,
    asOf,
    line,
    system,
    source: file.source ?? null,
    certainty: file.certainty ?? null,
    isClear: !issues.some(Said.isFatal),
  })
  issues.push(...made.issues)
  return made.file
}
