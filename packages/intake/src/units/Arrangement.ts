// What lists say of one day on which units were rearranged: which unit each name means, and what went from which to which.
// All of a day is read together, so that the order of lines does not matter.
import { PlainDate } from "@danvan/core"
import * as Ledger from "./Ledger.ts"
import { tell } from "./Lines.ts"
import type { Arranged, Left, Said } from "./Said.ts"
import type { Event, Extent } from "./Former.ts"

/** A unit, or a part of one, that went to another; to none where it was dissolved. */
export interface Link {
  readonly old: Ledger.Unit
  readonly now: Ledger.Unit | null
  readonly extent: Extent
  readonly event: Event | null
  readonly left: Left
  readonly said: Arranged
}

/** What happened on a day. */
export interface Day {
  readonly date: PlainDate.PlainDate
  readonly before: PlainDate.PlainDate
  readonly links: ReadonlyArray<Link>
  /** Units that lists name on that day, whatever became of them. */
  readonly touched: ReadonlySet<Ledger.Unit>
}

// Words by which the unit that is named as the new one was there before.
const staying = new Set<Event | null>(["keep", "join", "adjust"])

/**
 * Finds out which units the lines of one day mean, and adds those that are new.
 */
export const read = (ledger: Ledger.Ledger, date: PlainDate.PlainDate, all: ReadonlyArray<Arranged>): Day => {
  const before = PlainDate.addDays(date, -1)
  // Of a kind that plain lists or the register hold, every unit must be among them.
  const there = [...ledger.units].filter((unit) => unit.isListed && Ledger.isThere(unit, before))
  const listed = new Set(there.map(({ kind }) => kind))
  const reading: Reading = { ledger, date, before, listed }
  const olds = resolved(
    all.flatMap(({ old }) => old),
    (left) => oldOf(reading, left),
  )
  const nows = targets(reading, all, olds)
  const touched = new Set<Ledger.Unit>()
  const links: Array<Link> = []
  for (const said of all) {
    const { old, now, event, line } = said
    const target = now === null ? null : (nows.get(now) ?? null)
    if (target !== null) touched.add(target)
    for (const left of old) {
      const unit = olds.get(left) ?? null
      if (unit !== null) touched.add(unit)
      if (now === null && event !== "dissolve" && event !== "keep")
        tell(line, "list.successor-missing", left.cell, { found: left.name.full, date })
      if (unit === null || (now !== null && target === null)) continue
      if (now === null && event !== "dissolve") continue
      links.push({ old: unit, now: target, extent: left.extent, event, left, said })
    }
    if (old.length === 0 && now !== null && !staying.has(event))
      tell(line, "list.source-missing", now.cell, { found: now.name.full, date })
  }
  settleParents(date, all, olds, nows)
  return { date, before, links, touched }
}

interface Reading {
  readonly ledger: Ledger.Ledger
  readonly date: PlainDate.PlainDate
  readonly before: PlainDate.PlainDate
  readonly listed: ReadonlySet<string>
}

type Found = ReadonlyMap<Said, Ledger.Unit | null>

// Those that say more first: a name alone then means what one of them said.
const resolved = <A extends Said>(all: ReadonlyArray<A>, of: (one: A) => Ledger.Unit | null): Found => {
  const weight = ({ id, code, parent }: Said): number => (id !== null ? 3 : code !== null ? 2 : parent !== null ? 1 : 0)
  return new Map(all.toSorted((a, b) => weight(b) - weight(a)).map((one) => [one, of(one)] as const))
}

// The unit of the day before that a name means; one that no list has is noted where there is no list that should.
const oldOf = (reading: Reading, said: Said): Ledger.Unit | null => {
  const { ledger, before } = reading
  const may = (unit: Ledger.Unit): boolean => Ledger.isThere(unit, before)
  const found = one(said, Ledger.find(ledger, said, may))
  if (found !== undefined) {
    if (found !== null) Ledger.enrich(ledger, found, said, null)
    return found
  }
  const { name, line, cell, code } = said
  if (name.kind === null) {
    tell(line, "list.kind-unknown", cell, { found: name.full })
    return null
  }
  if (reading.listed.has(name.kind)) {
    // The name is there and the code is another's, or the other way round.
    const [other] =
      code === null ? [] : [...Ledger.find(ledger, { ...said, code: null }, may), ...Ledger.coded(ledger, code, may)]
    const near = other ? Ledger.reading(other) : Ledger.near(ledger, name, before)
    const shown = code === null ? name.full : `${name.full} (${code})`
    tell(line, "list.unit-unknown", cell, { found: shown, date: before, near })
    return null
  }
  return Ledger.declare(ledger, said, name.kind, { from: null, to: null, isListed: false })
}

// The one that was found; null for several, which is told; undefined for none.
const one = ({ line, cell, name }: Said, found: ReadonlyArray<Ledger.Unit>): Ledger.Unit | null | undefined => {
  const [first, ...others] = found
  if (first === undefined || others.length === 0) return first
  tell(line, "list.unit-ambiguous", cell, { found: name.full, readings: found.map(Ledger.reading) })
  return null
}

const targets = (reading: Reading, all: ReadonlyArray<Arranged>, olds: Found): Found => {
  const { ledger, date } = reading
  const events = new Map(all.flatMap((said) => (said.now === null ? [] : [[said.now, said] as const])))
  const made = new Map<Ledger.Unit, Array<Arranged>>()
  const found = new Map(
    resolved([...events.keys()], (now) => {
      const said = events.get(now)
      const own = said === undefined ? undefined : selfOf(said, olds)
      if (own !== undefined) return own
      if (staying.has(said?.event ?? null)) return stayingOf(reading, now)
      const unit = newOf(reading, now)
      if (unit !== null && said) made.set(unit, [...(made.get(unit) ?? []), said])
      return unit
    }),
  )
  // What came whole out of one unit of the same name is that unit, unless a list or a word says otherwise.
  for (const [unit, said] of made) {
    const [only, ...others] = said
    const [left, ...more] = only?.old ?? []
    if (!only || others.length > 0 || !left || more.length > 0 || unit.isListed) continue
    const old = olds.get(left) ?? null
    const isWhole = left.extent !== "part" && left.extent !== "unclear"
    if (old === null || only.event !== null || !isWhole || !Ledger.isAlike(old.name, unit.name)) continue
    if (unit.id !== null && unit.id !== old.id) continue
    for (const [now, target] of found) if (target === unit) found.set(now, old)
    Ledger.remove(ledger, unit)
    if (only.now !== null) Ledger.enrich(ledger, old, only.now, date)
  }
  return found
}

// Split off from a unit, the part that keeps its name is that unit.
const selfOf = ({ old, now, event }: Arranged, olds: Found): Ledger.Unit | null | undefined => {
  const [left] = old
  if (event !== "separate" || !left || !now || old.length > 1) return undefined
  const unit = olds.get(left)
  const isOther = now.id !== null && unit?.id !== now.id
  return unit && !isOther && Ledger.isAlike(unit.name, now.name) ? unit : undefined
}

const stayingOf = (reading: Reading, said: Said): Ledger.Unit | null => {
  const { ledger, before, date } = reading
  const may = (unit: Ledger.Unit): boolean => Ledger.isThere(unit, before)
  // Its code and the unit above it may be those that it has from now on.
  const exact = Ledger.find(ledger, said, may)
  const found = exact.length > 0 ? exact : Ledger.find(ledger, { ...said, code: null, parent: null }, may)
  const [first, ...others] = found
  if (first === undefined || others.length > 0) return oldOf(reading, { ...said, parent: null })
  Ledger.enrich(ledger, first, said, date)
  return first
}

const newOf = ({ ledger, date, before }: Reading, said: Said): Ledger.Unit | null => {
  const { name, line, cell, id } = said
  // An id that is known is that unit, whenever it began.
  const known = id === null ? [] : Ledger.find(ledger, said, (unit) => Ledger.isThere(unit, before))
  const found = known.length > 0 ? known : Ledger.find(ledger, said, (unit) => unit.from === date)
  const unit = one(said, found)
  if (unit !== undefined) {
    if (unit !== null) Ledger.enrich(ledger, unit, said, date)
    return unit
  }
  if (name.kind === null) {
    tell(line, "list.kind-unknown", cell, { found: name.full })
    return null
  }
  return Ledger.declare(ledger, { ...said, parent: null }, name.kind, { from: date, to: null, isListed: false })
}

// Who stands above whom: of a former unit, where that was not known; of a new one, and of one that goes on, from that day.
const settleParents = (date: PlainDate.PlainDate, all: ReadonlyArray<Arranged>, olds: Found, nows: Found): void => {
  for (const { old, now } of all) {
    for (const left of old) {
      const unit = olds.get(left)
      if (unit && unit.parents.length === 0) Ledger.under(unit, left, null)
    }
    const unit = now === null ? null : nows.get(now)
    if (now && unit) Ledger.under(unit, now, date)
  }
}
