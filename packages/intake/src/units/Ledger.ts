// The units that lists and a register know of, each with when it was there; and which of them a name means on a day: one,
// none, or several, and then nobody chooses.
import { type OrgUnit, PlainDate, type Registers, Spelling } from "@danvan/core"
import type { Cell } from "../Table.ts"
import { type Line, tell } from "./Lines.ts"
import type { Above, Said } from "./Said.ts"
import * as UnitName from "./UnitName.ts"

/** A unit above another, as it was named, and which one that is once it is known. */
export interface Parent {
  readonly said: Above | null
  readonly name: UnitName.UnitName
  readonly from: string | null
  unit: Unit | null
}

/** A unit; what lists say of it is added as it is read. */
export interface Unit {
  readonly kind: string
  name: UnitName.UnitName
  id: string | null
  from: string | null
  to: string | null
  readonly codes: Array<{ readonly code: string; readonly from: string | null }>
  readonly parents: Array<Parent>
  /** As the register had it, for one that was there before. */
  readonly base: OrgUnit.OrgUnit | null
  /** A plain list or a register names it; others are known only because an arrangement does. */
  readonly isListed: boolean
  readonly line: Line | null
  readonly cell: Cell | null
}

/** All units. */
export interface Ledger {
  readonly units: Set<Unit>
  readonly byName: Map<string, Array<Unit>>
  readonly byCode: Map<string, Array<Unit>>
  readonly byId: Map<string, Array<Unit>>
  readonly words: UnitName.Words
  /** How many more near misses are looked for: each is held against all names. */
  hints: number
}

const noted = <A>(groups: Map<string, Array<A>>, key: string, one: A): void => {
  const list = groups.get(key)
  if (!list) groups.set(key, [one])
  else if (!list.includes(one)) list.push(one)
}

// A name is looked for as often as lists name it.
const keys = new Map<string, string>()

const nameKey = (short: string): string => {
  let key = keys.get(short)
  if (key === undefined) {
    if (keys.size > 50_000) keys.clear()
    // Phường 01 is Phường 1.
    keys.set(short, (key = Spelling.key(short).replace(/^0+(?=\d)/, "")))
  }
  return key
}

const keyOf = (kind: string | null, short: string): string => `${kind ?? ""}|${nameKey(short)}`

/** Adds a unit, so that it is found. */
export const add = (ledger: Ledger, unit: Unit): Unit => {
  ledger.units.add(unit)
  note(ledger, unit, unit.name)
  for (const { code } of unit.codes) noted(ledger.byCode, code, unit)
  if (unit.id !== null) noted(ledger.byId, unit.id, unit)
  return unit
}

const note = ({ byName }: Ledger, unit: Unit, { short, full }: UnitName.UnitName): void => {
  noted(byName, keyOf(unit.kind, short), unit)
  noted(byName, keyOf(null, short), unit)
  noted(byName, keyOf(null, full), unit)
}

/** A ledger with the units of a register, or none. */
export const make = (
  base: Registers.Organisations | null,
  { words, line, system }: { readonly words: UnitName.Words; readonly line: string; readonly system: string },
): Ledger => {
  const ledger: Ledger = { units: new Set(), byName: new Map(), byCode: new Map(), byId: new Map(), words, hints: 200 }
  for (const one of base?.units ?? []) {
    const names = one.names.map(({ vi }) => ({ ...(UnitName.read(vi, null, words) ?? unnamed(vi)), kind: one.kind }))
    const unit = add(ledger, {
      kind: one.kind,
      name: names.at(-1) ?? { kind: one.kind, full: one.id, short: one.id },
      id: one.id,
      from: one.from ?? null,
      to: one.to ?? null,
      codes: (one.codes ?? []).flatMap(({ system: of, code, from = null }) => (of === system ? [{ code, from }] : [])),
      parents: [],
      base: one,
      isListed: true,
      line: null,
      cell: null,
    })
    for (const name of names) note(ledger, unit, name)
  }
  for (const { child, parent, line: of, from } of base?.edges ?? []) {
    const [under, unit] = [ledger.byId.get(child)?.[0], ledger.byId.get(parent)?.[0]]
    if (of === line && under && unit) under.parents.push({ said: null, name: unit.name, from: from ?? null, unit })
  }
  return ledger
}

const unnamed = (text: string): UnitName.UnitName => ({ kind: null, full: text, short: text })

/** Adds a unit that a list names. */
export const declare = (
  ledger: Ledger,
  { line, cell, name, code, id, parent }: Said,
  kind: string,
  about: Pick<Unit, "from" | "to" | "isListed">,
): Unit => {
  const { from } = about
  const parents: Array<Parent> = parent === null ? [] : [{ said: parent, name: parent.name, from, unit: null }]
  const codes = code === null ? [] : [{ code, from }]
  return add(ledger, { kind, name, id, ...about, codes, parents, base: null, line, cell })
}

/** Takes a unit out that proved to be another. */
export const remove = (ledger: Ledger, unit: Unit): void => {
  const { kind, name, codes, id } = unit
  const drop = (list: Array<Unit> | undefined): void => {
    if (list?.includes(unit) === true) list.splice(list.indexOf(unit), 1)
  }
  for (const key of [keyOf(kind, name.short), keyOf(null, name.short), keyOf(null, name.full)])
    drop(ledger.byName.get(key))
  for (const { code } of codes) drop(ledger.byCode.get(code))
  if (id !== null) drop(ledger.byId.get(id))
  ledger.units.delete(unit)
}

/** Notes which unit a list says that another stands under, and from when. */
export const under = (unit: Unit, { parent }: Pick<Said, "parent">, from: string | null): void => {
  if (parent !== null) unit.parents.push({ said: parent, name: parent.name, from, unit: null })
}

/**
 * Finds the units that were named above others. One that no list has is noted, unless there are lists of its kind.
 */
export const settle = (ledger: Ledger): void => {
  const listed = new Set([...ledger.units].flatMap(({ isListed, kind }) => (isListed ? [kind] : [])))
  for (const unit of ledger.units) {
    for (const parent of unit.parents) {
      if (parent.unit !== null || parent.said === null || unit.line === null) continue
      parent.unit = settled(ledger, unit, parent.said, parent.from, listed)
    }
  }
}

const settled = (
  ledger: Ledger,
  unit: Unit,
  { name, cell, above }: Above,
  from: string | null,
  listed: ReadonlySet<string>,
): Unit | null => {
  const [first, last] = [from ?? unit.from ?? "", unit.to ?? "9999"]
  const meets = (one: Unit): boolean => one !== unit && (one.from ?? "") <= last && (one.to ?? "9999") >= first
  const over = above === null ? null : { name: above, above: null }
  const met = find(ledger, { name, code: null, id: null, parent: over }, meets)
  // Of two of one name the one that was there on the first day.
  const found = met.length > 1 && first !== "" ? met.filter((one) => isThere(one, first)) : met
  const line = unit.line
  const [only, ...others] = found
  if (only && others.length === 0) return only
  if (line === null) return null
  if (only) tell(line, "list.unit-ambiguous", cell, { found: name.full, readings: found.map(reading) })
  else if (name.kind === null) tell(line, "list.kind-unknown", cell, { found: name.full })
  else if (listed.has(name.kind)) {
    const hint = near(ledger, name, first === "" ? null : first)
    tell(line, "list.unit-unknown", cell, { found: name.full, date: first, near: hint })
  } else {
    const said: Said = { line, cell, name, code: null, id: null, parent: over === null ? null : { ...over, cell } }
    return declare(ledger, said, name.kind, { from: null, to: null, isListed: false })
  }
  return null
}

/** Notes what else a list says of a unit that is known: a code, an id, another spelling than capitals. */
export const enrich = (ledger: Ledger, unit: Unit, { name, code, id }: Said, from: string | null): void => {
  if (code !== null && !unit.codes.some((one) => one.code === code)) {
    unit.codes.push({ code, from })
    noted(ledger.byCode, code, unit)
  }
  if (id !== null && unit.id === null) {
    unit.id = id
    noted(ledger.byId, id, unit)
  }
  const isFuller = UnitName.isCapitals(unit.name.short) && !UnitName.isCapitals(name.short)
  if (isFuller && unit.base === null && name.kind !== null) unit.name = name
}

/** Whether a unit is there on a day, as far as is known. */
export const isThere = ({ from, to }: Unit, day: PlainDate.PlainDate): boolean =>
  PlainDate.within(day, from ?? undefined, to ?? undefined)

/** How a unit is looked for. */
export type Wanted = Pick<Said, "name" | "code" | "id"> & {
  readonly parent?: Pick<Above, "name" | "above"> | null
}

/**
 * The units that may be meant, of those that a test lets pass: by id, else by code where the name does not contradict it,
 * else by name; where a unit above is named, only those that stand below it, or of which that is not known.
 */
export const find = (ledger: Ledger, wanted: Wanted, may: (unit: Unit) => boolean): ReadonlyArray<Unit> => {
  const { name, code, id, parent = null } = wanted
  if (id !== null) return (ledger.byId.get(id) ?? []).filter(may)
  const kind = name.kind
  const named = (ledger.byName.get(keyOf(kind, name.short)) ?? []).filter(may)
  const bearers = code === null ? [] : coded(ledger, code, may)
  // The code says which; a unit that is called otherwise is not meant by it.
  if (bearers.length > 0) return bearers.filter((unit) => isCalled(ledger, unit, name))
  // A unit that has another code is another unit.
  const free = code === null ? named : named.filter((unit) => unit.codes.length === 0)
  return parent === null ? free : free.filter((unit) => stands(unit, parent) !== false)
}

/** The units that bear a code, of those that a test lets pass. */
export const coded = ({ byCode }: Ledger, code: string, may: (unit: Unit) => boolean): ReadonlyArray<Unit> =>
  (byCode.get(code) ?? []).filter(may)

// By any of its names.
const isCalled = ({ byName }: Ledger, unit: Unit, { kind, short, full }: UnitName.UnitName): boolean =>
  byName.get(keyOf(kind, short))?.includes(unit) === true ||
  (kind === null && byName.get(keyOf(null, full))?.includes(unit) === true)

/** Whether a unit stands below one of a name; null where nobody says below which it stands. */
export const stands = (unit: Unit, { name, above }: Pick<Above, "name" | "above">): boolean | null => {
  if (unit.parents.length === 0) return null
  return unit.parents.some((one) => {
    if (!isAlike(one.name, name)) return false
    const known = one.said?.above ?? one.unit?.parents.at(-1)?.name ?? null
    return above === null || known === null || isAlike(known, above)
  })
}

/** Whether two names are one, whatever the spelling; a kind that is not said is no other kind. */
export const isAlike = (a: UnitName.UnitName, b: UnitName.UnitName): boolean =>
  (a.kind === null || b.kind === null || a.kind === b.kind) && nameKey(a.short) === nameKey(b.short)

/** The name of a known unit that is nearest to one that is not known; empty for none. */
export const near = (
  ledger: Ledger,
  { kind, short, full }: UnitName.UnitName,
  day: PlainDate.PlainDate | null,
): string => {
  if (ledger.hints-- <= 0) return ""
  const there = [...ledger.units].filter((unit) => day === null || isThere(unit, day))
  const own = there.filter((unit) => unit.kind === kind)
  const spelt = new Map(own.map(({ name }) => [nameKey(name.short), name.full]))
  const found = Spelling.nearest(nameKey(short), spelt.keys())
  if (found !== null) return spelt.get(found) ?? ""
  // The name may be right, and the kind another.
  return there.find((unit) => isAlike({ ...unit.name, kind: null }, { kind: null, short, full }))?.name.full ?? ""
}

/** A unit as a reading of a name: with the unit above it, its code or id, and when it ended, which tell it from others. */
export const reading = ({ name, id, codes, parents, from, to }: Unit): string => {
  const above = parents.at(-1)?.name.full
  const apart = [above, codes.at(-1)?.code ?? id, to === null ? null : `${from ?? "…"} – ${to}`]
  const told = apart.filter((one) => one !== null && one !== undefined)
  return told.length === 0 ? name.full : `${name.full} (${told.join(", ")})`
}

/** The unit above on a day, as it is named. */
export const parentOn = ({ parents }: Unit, day: PlainDate.PlainDate): Parent | null =>
  parents.filter(({ from }) => from === null || from <= day).at(-1) ?? null
