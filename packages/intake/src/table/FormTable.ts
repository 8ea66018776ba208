// A form whose cells a mapping names by their addresses: what stands around them does not matter.
import type { Mapping } from "@danvan/core"
import { plain } from "./CellValue.ts"
import * as Desk from "./Desk.ts"
import * as Draft from "./Draft.ts"
import { address, type Cell } from "../Table.ts"

/**
 * Draws the submission of a form.
 */
export const draw = (desk: Desk.Desk, targets: ReadonlyMap<string, Mapping.Target>): void => {
  const cells = new Map<string, Cell>()
  for (const { cells: all } of desk.table.rows) {
    for (const cell of all) if (targets.has(address(cell))) cells.set(address(cell), cell)
  }
  const fieldCell = (field: Mapping.Field): Cell | null => {
    for (const [at, target] of targets)
      if (target.kind === "field" && target.field === field) return cells.get(at) ?? null
    return null
  }
  const subject = fieldCell("subject")
  const envelope = Desk.envelope(desk, subject, (field) => {
    const cell = fieldCell(field)
    return cell === null || plain(cell.text) === "" ? null : plain(cell.text)
  })
  if (envelope === null) return
  const about = { submission: Draft.idOf(envelope), subject: envelope.subject, period: envelope.period }
  const draft: Draft.Draft = new Map()
  const places = new Map<string, Draft.Position>()
  if (subject) places.set("/subject", subject)
  for (const [at, target] of targets) {
    const cell = cells.get(at)
    if (cell === undefined || target.kind !== "series") continue
    places.set(Draft.pointerOf(target), cell)
    Desk.take(desk, draft, target, cell, about)
  }
  if (draft.size === 0) return
  const place = (pointer: string): Draft.Position | null => {
    for (const [known, at] of places) {
      if (known === pointer || pointer.startsWith(`${known}/`) || known.startsWith(`${pointer}/`)) return at
    }
    return subject
  }
  desk.drawn.push({ ...Draft.toSubmission(desk.registers, draft, envelope), place })
}

/**
 * Whether a mapping names cells by their addresses.
 *
 * @example
 * isForm(null) // false
 */
export const isForm = (mapping: Mapping.Mapping | null): mapping is Mapping.Mapping =>
  mapping !== null && [...mapping.cells.values()].some(({ kind }) => kind === "series")
