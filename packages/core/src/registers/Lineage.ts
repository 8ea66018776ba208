// Where the figures of a unit stand on the map of another day. Always true: nothing disappears on the way: a figure goes
// to one unit, or to several together, or, where nobody came after or before, to the unit above.
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Hierarchy from "./Hierarchy.ts"
import * as OrgUnit from "./OrgUnit.ts"
import * as Places from "./Places.ts"
import * as Succession from "./Succession.ts"

/** What a lineage is read from: units, who belongs to whom, and what became of whom. */
export interface Organisations {
  readonly units: ReadonlyArray<OrgUnit.OrgUnit>
  readonly edges: Hierarchy.Hierarchy
  readonly successions: ReadonlyArray<Succession.Succession>
}

/**
 * On which map a number about a subject stands. `day`: the day whose organisations count. `since`: the last day up to
 * then on which the subject won or lost territory, null where the register knows of none. Two numbers about one subject
 * speak of the same territory where `since` is the same, whatever happened inside it.
 */
export interface MapIdentity {
  readonly day: PlainDate.PlainDate
  readonly since: PlainDate.PlainDate | null
}

/**
 * A part of a unit's figures on another map: to which units it belongs, by which events it came there. With one unit in
 * `to` that is its own; with several it is theirs together and nobody says how much is whose; with none it has no place.
 * `cuts` are the shares by which it was estimated, first to last; empty where nothing was.
 */
export interface Piece {
  readonly to: ReadonlyArray<string>
  readonly by: ReadonlyArray<string>
  readonly cuts: ReadonlyArray<{ readonly weights: ReadonlyArray<number>; readonly at: number }>
}

/** From when, to which map, and by what weight units may be cut; without one, nothing is estimated. */
export interface Way {
  readonly from: PlainDate.PlainDate
  readonly to: PlainDate.PlainDate
  readonly weighs?: Succession.Weight
}

interface Index {
  readonly units: ReadonlyArray<OrgUnit.OrgUnit>
  readonly leaving: ReadonlyMap<string, ReadonlyArray<Succession.Succession>>
  readonly coming: ReadonlyMap<string, ReadonlyArray<Succession.Succession>>
  readonly places: Places.Places
  readonly edges: Hierarchy.Hierarchy
  readonly changes: ReadonlyArray<readonly [day: PlainDate.PlainDate, unit: string]>
  readonly territories: { found: ReadonlyMap<string, ReadonlyArray<PlainDate.PlainDate>> | null }
  readonly pieces: Map<string, ReadonlyArray<Piece>>
}

const indices = new WeakMap<Organisations, Index>()

const listed = <A>(groups: Map<string, Array<A>>, key: string, one: A): void => {
  const list = groups.get(key)
  if (list) list.push(one)
  else groups.set(key, [one])
}

const index = (organisations: Organisations): Index => {
  const known = indices.get(organisations)
  if (known) return known
  const [leaving, coming] = [
    new Map<string, Array<Succession.Succession>>(),
    new Map<string, Array<Succession.Succession>>(),
  ]
  const changes: Array<readonly [PlainDate.PlainDate, string]> = []
  for (const event of organisations.successions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    for (const unit of event.from) listed(leaving, unit, event)
    for (const unit of event.to) listed(coming, unit, event)
    for (const unit of new Set([...event.from, ...event.to])) changes.push([event.date, unit])
  }
  const dayAfter = PlainDate.shifting(1)
  // Who begins or ends without an event is a change too.
  for (const { id, from, to } of organisations.units) {
    if (from !== undefined && !coming.get(id)?.some(({ date }) => date === from)) changes.push([from, id])
    const after = to === undefined ? undefined : dayAfter(to)
    if (after !== undefined && !leaving.get(id)?.some(({ date }) => date === after)) changes.push([after, id])
  }
  changes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const made: Index = {
    units: organisations.units,
    edges: organisations.edges,
    places: Places.make(organisations),
    leaving,
    coming,
    changes,
    territories: { found: null },
    pieces: new Map(),
  }
  indices.set(organisations, made)
  return made
}

const unitOf = ({ units, places }: Index, id: string): OrgUnit.OrgUnit | undefined => units[places.of.get(id) ?? -1]

// The place of the unit above on a day, the first one in the register's order; -1 where there is none.
const above = ({ edges, places }: Index, place: number, day: PlainDate.PlainDate): number => {
  for (let e = places.first[place] ?? -1; e >= 0; e = places.next[e] ?? -1) {
    const edge = edges[e]
    if (edge?.line === Hierarchy.reporting && PlainDate.within(day, edge.from, edge.to)) return places.parent[e] ?? -1
  }
  return -1
}

const parentOn = (known: Index, unit: string, day: PlainDate.PlainDate): string | undefined =>
  known.units[above(known, known.places.of.get(unit) ?? -1, day)]?.id

const isThere = (known: Index, id: string, day: PlainDate.PlainDate): boolean => {
  const unit = unitOf(known, id)
  return unit !== undefined && OrgUnit.exists(unit, day)
}

/**
 * The units that began, ended, or won or lost a part after `from` and up to `to`.
 *
 * @example
 * changed(registers.organisations, "2022-03-31", "2022-06-30") // ["an-office-one", "an-office-two"]
 * changed(registers.organisations, "2022-04-01", "2022-06-30") // []
 */
export const changed = (
  organisations: Organisations,
  from: PlainDate.PlainDate,
  to: PlainDate.PlainDate,
): ReadonlyArray<string> => {
  const { changes } = index(organisations)
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.[0] ?? "") <= from) low = middle + 1
    else high = middle
  }
  const found = new Set<string>()
  for (let i = low; i < changes.length && (changes[i]?.[0] ?? "") <= to; i++) found.add(changes[i]?.[1] ?? "")
  return [...found]
}

/**
 * The days of the events that a unit is part of, on either side.
 *
 * @example
 * turns(registers.organisations, "an-office-one") // ["2022-04-01"]
 */
export const turns = (organisations: Organisations, unit: string): ReadonlyArray<PlainDate.PlainDate> => {
  const { leaving, coming } = index(organisations)
  const events = [...(leaving.get(unit) ?? []), ...(coming.get(unit) ?? [])]
  return [...new Set(events.map(({ date }) => date))]
}

/**
 * The units that a unit became, or gave a part to, after one day and up to another; also those in between. Who is only
 * above a dissolved unit is none of them.
 *
 * @example
 * followers(registers.organisations, "an-office-one", "2022-03-31", "2022-06-30") // ["an-office-two"]
 */
export const followers = (
  organisations: Organisations,
  unit: string,
  from: PlainDate.PlainDate,
  to: PlainDate.PlainDate,
): ReadonlyArray<string> => {
  const { leaving } = index(organisations)
  const found = new Map([[unit, from]])
  for (const [one, since] of found) {
    for (const event of leaving.get(one) ?? []) {
      if (event.date <= since || event.date > to) continue
      for (const next of event.to) if (!found.has(next)) found.set(next, event.date)
    }
  }
  return [...found.keys()].filter((one) => one !== unit)
}

/**
 * Where the figures that a unit had on one day stand on the map of another, earlier or later. One piece without cuts
 * unless shares by the weight are known; together the pieces are the whole figure.
 *
 * @example
 * pieces(registers.organisations, "an-office-one", { from: "2022-03-31", to: "2022-06-30" }) // [{ to: ["an-office-two"], by: ["an-offices-merged"], cuts: [] }]
 * pieces(registers.organisations, "an-ward-2000", { from: "2022-03-31", to: "2022-06-30" }) // [{ to: ["an-ward-2000"], by: [], cuts: [] }]
 */
export const pieces = (organisations: Organisations, unit: string, way: Way): ReadonlyArray<Piece> => {
  const known = index(organisations)
  return way.from <= way.to ? forward(known, unit, way, new Set()) : backward(known, unit, way, new Set())
}

const whole = (unit: string): ReadonlyArray<Piece> => [{ to: [unit], by: [], cuts: [] }]
const nowhere: ReadonlyArray<Piece> = [{ to: [], by: [], cuts: [] }]

// What belongs to several at once: the pieces of all of them as one.
const together = (all: ReadonlyArray<Piece>, by: ReadonlyArray<string>): ReadonlyArray<Piece> => [
  {
    to: [...new Set(all.flatMap(({ to }) => to))],
    by: [...new Set([...by, ...all.flatMap((one) => one.by)])],
    cuts: [],
  },
]

const through = (pieces_: ReadonlyArray<Piece>, by: ReadonlyArray<string>): ReadonlyArray<Piece> =>
  by.length === 0 ? pieces_ : pieces_.map((piece) => ({ ...piece, by: [...new Set([...by, ...piece.by])] }))

const remembered = (known: Index, key: string, make: () => ReadonlyArray<Piece>): ReadonlyArray<Piece> => {
  const before = known.pieces.get(key)
  if (before) return before
  const made = make()
  known.pieces.set(key, made)
  return made
}

const forward = (known: Index, unit: string, way: Way, seen: ReadonlySet<string>): ReadonlyArray<Piece> => {
  const event = known.leaving.get(unit)?.find(({ date }) => date > way.from && date <= way.to)
  const end = unitOf(known, unit)?.to
  if (event === undefined) {
    if (end === undefined || end < way.from || end >= way.to || parentOn(known, unit, way.to) !== undefined)
      return whole(unit)
    return fallen(known, unit, end, way, seen)
  }
  return remembered(known, `${unit} ${way.from} ${way.to} ${way.weighs ?? ""}`, () => {
    const { date } = event
    const events = (known.leaving.get(unit) ?? []).filter((one) => one.date === date)
    const goesOn = isThere(known, unit, date) && !events.some(({ kind }) => Succession.takesAll(kind))
    const next = [...new Set([...events.flatMap(({ to }) => to), ...(goesOn ? [unit] : [])])]
    const by = events.map(({ id }) => id)
    if (next.length === 0) return through(fallen(known, unit, PlainDate.addDays(date, -1), way, seen), by)
    const onward = next.map((one) => forward(known, one, { ...way, from: date }, seen))
    const [first] = onward
    if (onward.length === 1 && first) return through(first, by)
    const weights = way.weighs === undefined ? null : weightsOf(events, unit, next, way.weighs)
    const one = together(onward.flat(), by)
    if (weights === null || (one[0]?.to.length ?? 0) <= 1) return one
    return onward.flatMap((those, at) =>
      through(those, by).map((piece) => ({ ...piece, cuts: [{ weights, at }, ...piece.cuts] })),
    )
  })
}

const weightsOf = (
  events: ReadonlyArray<Succession.Succession>,
  unit: string,
  next: ReadonlyArray<string>,
  weighs: Succession.Weight,
): ReadonlyArray<number> | null => {
  const stated = events.flatMap(({ shares = [] }) => shares.filter((one) => one.from === unit && one.weighs === weighs))
  const weights = next.map((to) => stated.find((one) => one.to === to)?.n)
  return weights.every((weight) => weight !== undefined) && weights.some((weight) => weight > 0) ? weights : null
}

// Where nobody came after, figures are the unit above's; so they are where nobody came before.
const fallen = (
  known: Index,
  unit: string,
  day: PlainDate.PlainDate,
  way: Way,
  seen: ReadonlySet<string>,
): ReadonlyArray<Piece> => {
  const parent = parentOn(known, unit, day)
  if (parent === undefined || seen.has(parent)) return nowhere
  const passed = new Set([...seen, unit])
  const rest = { ...way, from: day }
  return day <= way.to ? forward(known, parent, rest, passed) : backward(known, parent, rest, passed)
}

const backward = (known: Index, unit: string, way: Way, seen: ReadonlySet<string>): ReadonlyArray<Piece> => {
  const event = known.coming.get(unit)?.findLast(({ date }) => date > way.to && date <= way.from)
  const start = unitOf(known, unit)?.from
  if (event === undefined) {
    if (start === undefined || start > way.from || start <= way.to || parentOn(known, unit, way.to) !== undefined)
      return whole(unit)
    return fallen(known, unit, start, way, seen)
  }
  return remembered(known, `${unit} ${way.from} ${way.to}`, () => {
    const { date } = event
    const before = PlainDate.addDays(date, -1)
    const events = (known.coming.get(unit) ?? []).filter((one) => one.date === date)
    const left = (known.leaving.get(unit) ?? []).some((one) => one.date === date && Succession.takesAll(one.kind))
    const stayed = isThere(known, unit, before) && !left
    const sources = [...new Set([...events.flatMap(({ from }) => from), ...(stayed ? [unit] : [])])]
    const onward = sources.map((one) => backward(known, one, { from: before, to: way.to }, seen))
    const by = events.map(({ id }) => id)
    const [first] = onward
    return onward.length === 1 && first ? through(first, by) : together(onward.flat(), by)
  })
}

/**
 * The part of a whole number that a piece is, by its cuts; the number itself where it has none. The pieces of one unit
 * come to the number.
 *
 * @example
 * amount({ to: ["b"], by: ["split"], cuts: [{ weights: [2, 1], at: 0 }] }, 10) // 7
 */
export const amount = ({ cuts }: Piece, n: number): number =>
  cuts.reduce((left, { weights, at }) => Succession.apportion(left, weights)?.[at] ?? 0, n)

/**
 * The map of a day for a subject.
 *
 * @example
 * mapOf(registers.organisations, "mai-district-2000", "2022-06-30") // { day: "2022-06-30", since: "2000-01-01" }
 */
export const mapOf = (organisations: Organisations, subject: string, day: PlainDate.PlainDate): MapIdentity => {
  const known = index(organisations)
  known.territories.found ??= territories(known, organisations)
  const dates = known.territories.found.get(subject) ?? []
  const from = unitOf(known, subject)?.from
  const since = [...dates, ...(from === undefined ? [] : [from])].filter((date) => date <= day).sort()
  return { day, since: since.at(-1) ?? null }
}

// The days on which each unit won or lost territory: what goes from one to another changes everybody who is above one of
// them and not above the other.
const territories = (known: Index, { successions, edges }: Organisations): Map<string, Array<PlainDate.PlainDate>> => {
  const found = new Map<string, Set<PlainDate.PlainDate>>()
  const chain = (unit: string, day: PlainDate.PlainDate): ReadonlySet<string> => {
    const all = new Set<string>()
    for (let at: string | undefined = unit; at !== undefined && !all.has(at); at = parentOn(known, at, day)) all.add(at)
    return all
  }
  const note = (a: ReadonlySet<string>, b: ReadonlySet<string>, date: PlainDate.PlainDate): void => {
    for (const [those, others] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const unit of those) {
        if (others.has(unit)) continue
        const dates = found.get(unit)
        if (dates) dates.add(date)
        else found.set(unit, new Set([date]))
      }
    }
  }
  const [dayBefore, dayAfter] = [PlainDate.shifting(-1), PlainDate.shifting(1)]
  for (const { date, from, to } of successions) {
    const before = dayBefore(date)
    for (const one of from) for (const other of to) note(chain(one, before), chain(other, date), date)
  }
  // Who moves between the same two on one day moves the same territories.
  const moves = new Map<PlainDate.PlainDate, Set<number>>()
  const move = (place: number, date: PlainDate.PlainDate): void => {
    const unit = known.units[place]
    const before = dayBefore(date)
    if (!unit || !OrgUnit.exists(unit, before) || !OrgUnit.exists(unit, date)) return
    const [a, b] = [above(known, place, before), above(known, place, date)]
    if (a === b) return
    const pair = (a + 1) * (known.units.length + 1) + b + 1
    const seen = moves.get(date)
    if (seen?.has(pair)) return
    if (seen) seen.add(pair)
    else moves.set(date, new Set([pair]))
    const chainOf = (at: number, day: PlainDate.PlainDate): ReadonlySet<string> => {
      const id = known.units[at]?.id
      return id === undefined ? new Set() : chain(id, day)
    }
    note(chainOf(a, before), chainOf(b, date), date)
  }
  for (let e = 0; e < edges.length; e++) {
    const edge = edges[e]
    if (edge?.line !== Hierarchy.reporting) continue
    const place = known.places.child[e] ?? -1
    if (edge.from !== undefined) move(place, edge.from)
    if (edge.to !== undefined) move(place, dayAfter(edge.to))
  }
  return new Map([...found].map(([unit, dates]) => [unit, [...dates].sort()]))
}
