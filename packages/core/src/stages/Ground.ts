// On which map a question is answered, and which units' figures stand where on it. Always true: over any map of a closed
// territory the figures and what cannot be split come to the same.
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Lineage from "../registers/Lineage.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import type * as Succession from "../registers/Succession.ts"
import type * as Calendar from "../vocabulary/Calendar.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Period from "../vocabulary/Period.ts"

/**
 * What is asked: `map` is a day, that of the period's end where it is absent; units are cut by `shares` alone; `asOf` is
 * the day of looking, by which coverage tells what is not due yet from what is missing.
 */
export interface Scope {
  readonly subject: string
  readonly period: Period.Period
  readonly map?: PlainDate.PlainDate
  readonly shares?: Succession.Weight
  readonly asOf?: PlainDate.PlainDate
}

/**
 * The ground. `inside`: the subject and all below it on the map's day. `units`: these, and behind them the units of other
 * days whose figures come to stand there, in full or in part. `unmoved`: nobody begins, ends or changes between the
 * period and the map, so that `units` are those inside and every figure stands where it was.
 */
export interface Ground {
  readonly map: Lineage.MapIdentity
  readonly inside: ReadonlySet<string>
  readonly units: ReadonlyArray<string>
  readonly unmoved: boolean
  readonly changed: ReadonlySet<string>
  /** The one unit that the subject was in the period, under another id; null where it was none or several. */
  readonly former: string | null
}

const known = new WeakMap<Registers.Registers, Map<string, Ground>>()
const REMEMBERED = 4096

/**
 * The ground of a question; remembered for the registers.
 *
 * @example
 * of(registers, scope).units.length // 5
 * of(registers, scope).unmoved // true
 */
export const of = (registers: Registers.Registers, scope: Scope): Ground => {
  const { subject, period, map, shares } = scope
  let grounds = known.get(registers)
  if (!grounds) known.set(registers, (grounds = new Map()))
  const key = `${subject}|${Period.toId(period)}|${map ?? ""}|${shares ?? ""}`
  const before = grounds.get(key)
  if (before) return before
  const made = make(registers, scope)
  if (grounds.size >= REMEMBERED) grounds.clear()
  grounds.set(key, made)
  return made
}

/**
 * The day of the map that a question is answered on.
 *
 * @example
 * dayOf(scope) // "2022-06-30"
 * dayOf({ ...scope, map: "2026-01-01" }) // "2026-01-01"
 */
export const dayOf = ({ period, map }: Pick<Scope, "period" | "map">): PlainDate.PlainDate =>
  map ?? Period.referenceDate(period)

// Where the calendar states no days, a period begins when the one before it has ended.
const beginOf = (period: Period.Period): PlainDate.PlainDate =>
  Period.days(period)?.from ?? PlainDate.addDays(Period.referenceDate(Period.previous(period)), 1)

const livedIn = (registers: Registers.Registers, id: string, period: Period.Period): boolean => {
  const unit = Registers.index(registers).units.get(id)
  const [from, to] = [unit?.from, unit?.to]
  return (from === undefined || from <= Period.referenceDate(period)) && (to === undefined || to >= beginOf(period))
}

// The days of the figures that a period may hold: from its first, or from as long before as numbers are carried.
const figures = (
  { catalogue }: Registers.Registers,
  { period }: Pick<Scope, "period">,
): readonly [PlainDate.PlainDate, PlainDate.PlainDate] => {
  const begin = beginOf(period)
  const carried = Math.max(0, ...catalogue.indicators.map(({ carry }) => carry ?? 0))
  return [carried === 0 ? begin : PlainDate.addMonths(begin, -carried), Period.referenceDate(period)]
}

// The days between which changes matter: from those of the figures to the map.
const window = (
  registers: Registers.Registers,
  scope: Pick<Scope, "period" | "map">,
): readonly [PlainDate.PlainDate, PlainDate.PlainDate] => {
  const [start, end] = figures(registers, scope)
  const day = dayOf(scope)
  return [start < day ? start : day, end > day ? end : day]
}

const make = (registers: Registers.Registers, scope: Scope): Ground => {
  const { organisations } = registers
  const day = dayOf(scope)
  const below = Hierarchy.subtree(organisations.edges, scope.subject, day)
  const inside = new Set(below)
  const { changed, arriving } = moves(registers, scope)
  const comers = new Set(
    below
      .flatMap((unit) => arriving.get(unit) ?? [])
      .filter((unit) => !inside.has(unit) && livedIn(registers, unit, scope.period)),
  )
  return {
    map: Lineage.mapOf(organisations, scope.subject, day),
    inside,
    units: [...below, ...[...comers].sort()],
    unmoved: comers.size === 0 && (changed.size === 0 || !below.some((unit) => changed.has(unit))),
    changed,
    former: comers.size === 1 ? formerOf(registers, scope, below, [...comers]) : null,
  }
}

/** Whose figures stand elsewhere than with the unit itself, for some day of a window, and whose figures come to stand where, in full or in part. */
export interface Moves {
  readonly changed: ReadonlySet<string>
  readonly arriving: ReadonlyMap<string, ReadonlyArray<string>>
}

const knownMoves = new WeakMap<Registers.Registers, Map<string, Moves>>()

/**
 * Who moves between a period and its map.
 *
 * @example
 * moves(registers, scope).changed // new Set(["an-office-one"])
 */
export const moves = (registers: Registers.Registers, scope: Pick<Scope, "period" | "map">): Moves => {
  const [from, to] = window(registers, scope)
  let remembered = knownMoves.get(registers)
  if (!remembered) knownMoves.set(registers, (remembered = new Map()))
  const key = `${from}|${to}|${dayOf(scope)}`
  const before = remembered.get(key)
  if (before) return before
  const changed = new Set<string>()
  const arriving = new Map<string, Array<string>>()
  const [start, end] = figures(registers, scope)
  for (const unit of Lineage.changed(registers.organisations, from, to)) {
    const there = daysOf(registers, unit, start, end).map((day) => targets(registers, scope, unit, day))
    if (there.every((all) => all.length === 1 && all[0] === unit)) continue
    changed.add(unit)
    for (const target of new Set(there.flat())) {
      const list = arriving.get(target)
      if (list) list.push(unit)
      else arriving.set(target, [unit])
    }
  }
  const made = { changed, arriving }
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, made)
  return made
}

// The days of a stretch on which a unit may have had figures, as far as they lead to different places.
const daysOf = (
  registers: Registers.Registers,
  id: string,
  from: PlainDate.PlainDate,
  to: PlainDate.PlainDate,
): ReadonlyArray<PlainDate.PlainDate> => {
  const unit = Registers.index(registers).units.get(id)
  const [first, last] = [unit?.from ?? from, unit?.to ?? to]
  const ends = [first > from ? first : from, last < to ? last : to]
  const turns = Lineage.turns(registers.organisations, id).flatMap((date) => [PlainDate.addDays(date, -1), date])
  return [...new Set([...ends, ...turns])].filter((day) => day >= ends[0]! && day <= ends[1]!)
}

const targets = (
  { organisations }: Registers.Registers,
  scope: Pick<Scope, "period" | "map">,
  unit: string,
  from: PlainDate.PlainDate,
): ReadonlyArray<string> => Lineage.pieces(organisations, unit, { from, to: dayOf(scope) }).flatMap(({ to }) => to)

const formerOf = (
  registers: Registers.Registers,
  scope: Scope,
  below: ReadonlyArray<string>,
  comers: ReadonlyArray<string>,
): string | null => {
  const [only] = comers
  const end = Period.referenceDate(scope.period)
  const unit = Registers.index(registers).units.get(scope.subject)
  if (below.length > 1 || comers.length > 1 || only === undefined || !unit || OrgUnit.exists(unit, end)) return null
  const there = targets(registers, scope, only, end)
  const back = Lineage.pieces(registers.organisations, scope.subject, { from: dayOf(scope), to: end })
  const alike = there.length === 1 && back.length === 1 && back[0]?.to.length === 1 && back[0].to[0] === only
  return alike ? only : null
}

/**
 * The units that have figures of a unit on the map, those whose figures it has, and its successors and theirs: whoever a
 * figure of it may move, but for those above them.
 *
 * @example
 * relatives(registers, { ...scope, subject: "an-office-one" }) // ["an-office-two"]
 */
export const relatives = (registers: Registers.Registers, scope: Scope): ReadonlyArray<string> => {
  const { organisations } = registers
  const [from, to] = window(registers, scope)
  const found = new Set([scope.subject])
  for (const unit of found) {
    for (const event of organisations.successions) {
      if (event.date <= from || event.date > to || ![...event.from, ...event.to].includes(unit)) continue
      for (const one of [...event.from, ...event.to]) found.add(one)
    }
    for (const day of daysOf(registers, unit, from, to)) {
      for (const target of targets(registers, scope, unit, day)) found.add(target)
    }
  }
  found.delete(scope.subject)
  return [...found]
}

/**
 * Whether the subject has the same territory on the map as at the end of the period.
 *
 * @example
 * isSame(registers, { ...scope, map: "2026-01-01" }) // true
 */
export const isSame = ({ organisations }: Registers.Registers, { subject, period, map }: Scope): boolean => {
  const day = Period.referenceDate(period)
  if (map === undefined || map === day) return true
  return Lineage.mapOf(organisations, subject, day).since === Lineage.mapOf(organisations, subject, map).since
}

/**
 * Where a figure stands: all its pieces, those of them that are the subject's, and those that are the subject's and
 * others'.
 */
export interface Place {
  /** All of it is the subject's, whatever its pieces. */
  readonly whole: boolean
  readonly by: ReadonlyArray<string>
  readonly all: ReadonlyArray<Lineage.Piece>
  readonly own: ReadonlyArray<Lineage.Piece>
  readonly shared: ReadonlyArray<Lineage.Piece>
}

const here: Place = { whole: true, by: [], all: [], own: [], shared: [] }

/**
 * Where a unit's figure of a period stands, seen from the subject.
 *
 * @example
 * place(registers, scope, "an-ward-2000", H1).whole // true
 */
export const place = (registers: Registers.Registers, scope: Scope, unit: string, period: Period.Period): Place => {
  const { inside, changed } = of(registers, scope)
  if (!changed.has(unit)) return inside.has(unit) ? here : { ...here, whole: false }
  const way = { from: Period.referenceDate(period), to: dayOf(scope) }
  const weighed = scope.shares === undefined ? way : { ...way, weighs: scope.shares }
  const all = Lineage.pieces(registers.organisations, unit, weighed)
  const by = [...new Set(all.flatMap((piece) => piece.by))]
  // Whoever asks about a unit that has ended, and that nobody followed, asks for its own figures.
  if (unit === scope.subject && by.length === 0) return here
  const everywhere = all.flatMap(({ to }) => to)
  if (everywhere.length > 0 && everywhere.every((one) => inside.has(one))) return { ...here, by }
  const touching = all.filter(({ to }) => to.some((one) => inside.has(one)))
  const own = touching.filter(({ to }) => to.every((one) => inside.has(one)))
  return { whole: false, by, all, own, shared: touching.filter((piece) => !own.includes(piece)) }
}

/**
 * Whether a unit changed within the period itself, by an event: then it answers for the parts of the period that it
 * lived to the end of, and others for the rest.
 *
 * @example
 * changesWithin(registers, "an-office-one", H1) // true
 * changesWithin(registers, "an-ward-2000", H1) // false
 */
export const changesWithin = (registers: Registers.Registers, id: string, period: Period.Period): boolean => {
  const unit = Registers.index(registers).units.get(id)
  if (unit?.from === undefined && unit?.to === undefined) return false
  const end = Period.referenceDate(period)
  const begin = beginOf(period)
  const turns = Lineage.turns(registers.organisations, id)
  const ended = unit.to === undefined ? undefined : PlainDate.addDays(unit.to, 1)
  return [unit.from, ended].some((date) => date !== undefined && date > begin && date <= end && turns.includes(date))
}

/**
 * The parts of a kind within a period whose last day a unit lived to see.
 *
 * @example
 * lived(registers, "an-office-one", H1, "quarter") // [Q1]
 */
export const lived = (
  registers: Registers.Registers,
  id: string,
  period: Period.Period,
  kind: Calendar.PeriodKind,
): ReadonlyArray<Period.Period> => {
  const unit = Registers.index(registers).units.get(id)
  if (!unit || period.kind === "span") return []
  const parts = Array.from({ length: counts[kind] }, (_, i): Period.Period => ({ ...period, kind, index: i + 1 }))
  return parts.filter((part) => Period.contains(period, part) && OrgUnit.exists(unit, Period.referenceDate(part)))
}

/**
 * The days of a period that a unit lived, as a span; null where the period has no days or the unit none of them.
 *
 * @example
 * lifeWithin(registers, "an-office-one", H1) // { calendar: "civil", kind: "span", from: "2022-01-01", to: "2022-03-31" }
 */
export const lifeWithin = (registers: Registers.Registers, id: string, period: Period.Period): Period.Period | null => {
  const unit = Registers.index(registers).units.get(id)
  const days = Period.days(period)
  if (!unit || !days) return null
  const from = unit.from !== undefined && unit.from > days.from ? unit.from : days.from
  const to = unit.to !== undefined && unit.to < days.to ? unit.to : days.to
  return from <= to ? { calendar: period.calendar, kind: "span", from, to } : null
}

const counts: Readonly<Record<Calendar.PeriodKind, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  "nine-months": 1,
  "eleven-months": 1,
  year: 1,
}
