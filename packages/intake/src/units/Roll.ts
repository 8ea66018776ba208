// The roll of units: those of plain lists entered, and at the end everybody called: who ended without a successor, who began
// out of nothing, whom an arrangement of all the neighbours forgot.
import { Issue, PlainDate } from "@danvan/core"
import * as Desk from "../table/Desk.ts"
import type { Day } from "./Arrangement.ts"
import type { Event } from "./Events.ts"
import * as Ledger from "./Ledger.ts"
import { type Line, tell } from "./Lines.ts"
import type { Arranged, Listed } from "./Said.ts"

/** Enters a unit of a plain list; one that is there already is told. */
export const enter = (ledger: Ledger.Ledger, said: Listed): void => {
  const { line, cell, name, from, to } = said
  if (name.kind === null) return
  const meets = (unit: Ledger.Unit): boolean =>
    (unit.from ?? "") <= (to ?? "9999") && (unit.to ?? "9999") >= (from ?? "")
  // Below one unit a name is one unit's, whatever the code.
  const { parent } = said
  const namesakes =
    parent === null || said.id !== null ? [] : Ledger.find(ledger, { ...said, id: null, code: null }, meets)
  const [other] = [
    ...Ledger.find(ledger, said, meets),
    ...namesakes.filter((unit) => parent !== null && Ledger.stands(unit, parent) === true),
  ]
  if (other === undefined) {
    Ledger.declare(ledger, said, name.kind, { from, to, isListed: true })
    return
  }
  const { bench } = other.line ?? {}
  const there = bench && other.cell ? Desk.sourceOf(bench.file, bench.table, other.cell) : null
  const shown = there === null ? Ledger.reading(other) : Issue.sourceToText(there)
  tell(line, "list.unit-repeated", cell, { found: name.full, other: shown })
}

/** What is said of each day, first to last; lines without a day are told. */
export const byDay = (all: ReadonlyArray<Arranged>): ReadonlyMap<string, ReadonlyArray<Arranged>> => {
  const days = new Map<string, Array<Arranged>>()
  const undated = new Map<unknown, Array<Line>>()
  for (const said of all) {
    const { date, line } = said
    if (date === null) {
      // A day that cannot be read is told already.
      if (line.cell("date") === undefined) gather(undated, line.bench.table, line)
    } else gather(days, date, said)
  }
  for (const lines of undated.values())
    for (const line of lines.slice(0, 1))
      tell(line, "list.date-missing", line.at, { what: "event", count: lines.length })
  return new Map([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const gather = <K, A>(groups: Map<K, Array<A>>, key: K, one: A): void => {
  const list = groups.get(key)
  if (list) list.push(one)
  else groups.set(key, [one])
}

/** Lines that name no document, counted for each table. */
export const tellUndecreed = (all: ReadonlyArray<Arranged>): void => {
  const tables = new Map<unknown, Array<Line>>()
  for (const { decree, line, event } of all)
    if (decree === null && event !== "keep") gather(tables, line.bench.table, line)
  for (const lines of tables.values())
    for (const line of lines.slice(0, 1)) tell(line, "list.decree-missing", line.at, { count: lines.length })
}

/** Every day that a unit's time begins or ends with. */
export const days = ({ units }: Ledger.Ledger): ReadonlyArray<string> => [
  ...new Set([...units].flatMap(({ from, to }) => [from, to].filter((day) => day !== null))),
]

/** Units of lists that a day passed over, although others of their kind below the same unit ended on it. */
export const tellUntouched = (ledger: Ledger.Ledger, { date, before, touched }: Day): void => {
  const numbers = new Map([...ledger.units].map((unit, i) => [unit, i] as const))
  const keyOf = (unit: Ledger.Unit): string => {
    const above = Ledger.parentOn(unit, before)?.unit ?? null
    return `${unit.kind}|${above === null ? "" : numbers.get(above)}`
  }
  const gone = new Set([...touched].filter(({ to }) => to === before).map(keyOf))
  if (gone.size === 0) return
  for (const unit of ledger.units) {
    const { isListed, line, cell, name } = unit
    if (!isListed || line === null || touched.has(unit)) continue
    if (!Ledger.isThere(unit, before) || !Ledger.isThere(unit, date) || !gone.has(keyOf(unit))) continue
    tell(line, "list.unit-untouched", cell ?? undefined, { found: name.full, date })
  }
}

/** Units of lists that ended and went nowhere, or began on a day of arrangements and came from nowhere. */
export const tellOpen = (ledger: Ledger.Ledger, events: ReadonlyArray<Event>, on: ReadonlySet<string>): void => {
  const left = new Set(events.flatMap(({ from }) => from))
  const came = new Set(events.flatMap(({ to }) => to))
  for (const unit of ledger.units) {
    const { isListed, line, cell, name, from, to } = unit
    if (!isListed || line === null) continue
    const shown = cell ?? undefined
    if (to !== null && !left.has(unit))
      tell(line, "list.successor-missing", shown, { found: name.full, date: PlainDate.addDays(to, 1) })
    if (from !== null && on.has(from) && !came.has(unit))
      tell(line, "list.source-missing", shown, { found: name.full, date: from })
  }
}

/**
 * Units that stand below nobody and above nobody: nothing of theirs would be in a total. Former units that only an
 * arrangement names are told together.
 */
export const tellLone = ({ units }: Ledger.Ledger): void => {
  const above = new Set([...units].flatMap(({ parents }) => parents.map(({ unit }) => unit)))
  const former = new Map<unknown, Array<Ledger.Unit>>()
  for (const unit of units) {
    const { line, cell, name, parents, isListed, from } = unit
    if (line === null || parents.length > 0 || above.has(unit)) continue
    if (!isListed && from === null) gather(former, line.bench.table, unit)
    else tell(line, "list.parent-missing", cell ?? undefined, { found: name.full, count: 1 })
  }
  for (const [first, ...others] of former.values()) {
    const params = { found: first?.name.full ?? "", count: others.length + 1 }
    if (first?.line) tell(first.line, "list.parent-missing", first.cell ?? undefined, params)
  }
}
