// From tables to submissions: which tables of a file hold figures, how each is laid out, and what keeps one from being
// read.
import { Issue, type Mapping, type Registers } from "@danvan/core"
import * as AcrossTable from "./AcrossTable.ts"
import { plain } from "./CellValue.ts"
import * as Desk from "./Desk.ts"
import * as DownTable from "./DownTable.ts"
import * as FormTable from "./FormTable.ts"
import * as Head from "./Head.ts"
import * as Headings from "./Headings.ts"
import * as LegacyText from "../text/LegacyText.ts"
import * as Lettering from "./Lettering.ts"
import type { Table } from "../Table.ts"

/** A submission of a table, with that table. */
export interface Drawn extends Desk.Drawn {
  readonly table: Table
}

/** What reading tables needs to know. */
export interface Asked {
  readonly registers: Registers.Registers
  readonly mapping: Mapping.Mapping | null
  readonly given: Desk.Given
  readonly file: string
}

/**
 * The submissions of the tables of a file, and what was found on the way.
 */
export const draw = (
  tables: ReadonlyArray<Table>,
  asked: Asked,
): { readonly drawn: ReadonlyArray<Drawn>; readonly issues: ReadonlyArray<Issue.Issue> } => {
  const headings = Headings.make(asked.registers, asked.mapping)
  const wanted = asked.mapping?.file.sheet
  const isWanted = ({ name, hidden }: Table): boolean => (wanted === undefined ? !hidden : name === wanted)
  const issues: Array<Issue.Issue> = []
  const drawn: Array<Drawn> = []
  // What has no head is told as a fault only where nothing else has one: a workbook may hold notes beside its figures.
  const without: Array<Desk.Desk> = []
  for (const table of tables) {
    if (isEmpty(table)) continue
    const desk: Desk.Desk = { ...asked, headings, table, issues, drawn: [] }
    if (!isWanted(table)) {
      if (table.hidden) Desk.tell(desk, "table.sheet-skipped", null, { sheet: table.name ?? "", why: "hidden" })
      else without.push(desk)
      continue
    }
    if (!drawOne(desk)) without.push(desk)
    for (const one of desk.drawn) drawn.push({ ...one, table })
  }
  const isAlone = without.length === tables.filter((table) => !isEmpty(table) && !table.hidden).length
  for (const desk of without) {
    const { table } = desk
    if (isAlone && isWanted(table)) {
      const looked = Head.looked(table)
      const near = looked.map((text) => nearOf(headings, text)).find((text) => text !== "") ?? ""
      Desk.tell(desk, "table.head-missing", null, { looked, near })
    } else Desk.tell(desk, "table.sheet-skipped", null, { sheet: table.name ?? "", why: "no-head" })
  }
  return { drawn, issues }
}

const isEmpty = ({ rows }: Table): boolean => {
  for (const _ of rows) return false
  return true
}

const nearOf = ({ resolve }: Headings.Headings, text: string): string => {
  const resolved = resolve([text])
  return resolved.kind === "unknown" ? resolved.near : ""
}

// Whether the table was understood, or told why not.
const drawOne = (desk: Desk.Desk): boolean => {
  const { legacy, decomposed } = Lettering.look(desk.table)
  if (decomposed) Desk.tell(desk, "text.not-nfc", decomposed)
  if (FormTable.isForm(desk.mapping)) {
    FormTable.draw(desk, desk.mapping.cells)
    return true
  }
  const head = Head.find(desk.table, desk.headings)
  const named = ["subject", "indicator", "series"]
  const read = head?.columns.filter(({ resolved }) => {
    if (resolved.kind !== "meaning") return true
    return named.includes(resolved.meaning.kind === "field" ? resolved.meaning.field : resolved.meaning.kind)
  })
  // Old letters matter where they are read: in the names of units and indicators, and in texts.
  const old = [...legacy].filter(([column]) => read === undefined || read.some((one) => one.column === column))
  for (const [, { kind, cell, reading }] of old) {
    const params = { found: LegacyText.labels[kind], text: plain(cell.text), reading }
    Desk.tell(desk, "encoding.legacy-font", cell, params)
  }
  if (old.length > 0) return true
  if (head === null) return false
  const isDown = head.columns.some(
    ({ resolved }) =>
      resolved.kind === "meaning" && resolved.meaning.kind === "field" && resolved.meaning.field === "indicator",
  )
  if (isDown) DownTable.draw(desk, head)
  else AcrossTable.draw(desk, head)
  return true
}
