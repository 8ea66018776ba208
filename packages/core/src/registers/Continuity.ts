// What must hold of organisations over time: everybody comes from somewhere and goes somewhere, nobody is in two places
// at once, and a code or an office means one thing on one day. Internal.
import * as Issue from "../vocabulary/Issue.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import type * as Dated from "./Dated.ts"
import * as Hierarchy from "./Hierarchy.ts"
import * as OrgUnit from "./OrgUnit.ts"
import type * as Places from "./Places.ts"
import * as Succession from "./Succession.ts"

/** What is checked: units, who belongs to whom, and what became of whom. */
export interface Organisations {
  readonly units: ReadonlyArray<OrgUnit.OrgUnit>
  readonly edges: Hierarchy.Hierarchy
  readonly successions: ReadonlyArray<Succession.Succession>
}

/** Every fault, with the units and days that it is about. `at` is where the organisations stand. */
export const check = (file: Organisations, places: Places.Places, at: string): ReadonlyArray<Issue.Issue> => {
  const unit = (id: string): OrgUnit.OrgUnit | undefined => file.units[places.of.get(id) ?? -1]
  return [
    ...parents(file.edges, places, `${at}/edges`),
    ...outliving(file, places, `${at}/edges`),
    ...names(file.units, `${at}/units`),
    ...codes(file.units, `${at}/units`),
    ...roles(file.units, `${at}/units`),
    ...successions(file.successions, unit, `${at}/successions`),
  ]
}

interface Held<A> extends Dated.Dated {
  readonly pointer: string
  readonly what: A
}

// Two of a list that hold on one day, with the first such day.
const overlap = <A>(all: ReadonlyArray<Held<A>>): ReadonlyArray<readonly [Held<A>, Held<A>, day: string]> => {
  if (all.length < 2) return []
  const sorted = all.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))
  const found: Array<readonly [Held<A>, Held<A>, string]> = []
  let last = sorted[0]
  for (const one of sorted.slice(1)) {
    if (last && (last.to === undefined || (one.from ?? "") <= last.to)) found.push([last, one, one.from ?? ""])
    if (last && (last.to === undefined || (one.to !== undefined && one.to <= last.to))) continue
    last = one
  }
  return found
}

const gather = <A>(groups: Map<string, Array<Held<A>>>, key: string, held: Held<A>): void => {
  const list = groups.get(key)
  if (list) list.push(held)
  else groups.set(key, [held])
}

const parents = (edges: Hierarchy.Hierarchy, places: Places.Places, at: string): ReadonlyArray<Issue.Issue> => {
  const isDoubtful = Uint8Array.from(places.first, (_, unit) => (mayCross(edges, places, unit) ? 1 : 0))
  const groups = new Map<string, Array<Held<Hierarchy.Edge>>>()
  for (let i = 0; i < edges.length; i++) {
    if (isDoubtful[places.child[i] ?? -1] === 0) continue
    const edge = edges[i]
    if (edge) gather(groups, `${edge.line}\n${edge.child}`, { ...stretch(edge), pointer: `${at}/${i}`, what: edge })
  }
  return [...groups.values()].flatMap((all) =>
    overlap(all).flatMap(([a, b, date]) =>
      a.what.parent === b.what.parent
        ? []
        : [
            Issue.make(
              "register.parents-two",
              { pointer: b.pointer, subject: b.what.child },
              { unit: b.what.child, line: b.what.line, parents: [a.what.parent, b.what.parent], date },
            ),
          ],
    ),
  )
}

// Two units above one, along one line, on one day: what is rare is told from the rest before anything is made. Who has many
// is looked at in order, not in pairs.
const mayCross = (edges: Hierarchy.Hierarchy, { first, next }: Places.Places, unit: number): boolean => {
  const own: Array<Hierarchy.Edge> = []
  for (let e = first[unit] ?? -1; e >= 0; e = next[e] ?? -1) {
    const edge = edges[e]
    if (!edge) continue
    if (own.length === 8 || own.some((other) => other.line === edge.line && holdTogether(other, edge))) return true
    own.push(edge)
  }
  return false
}

const holdTogether = (a: Dated.Dated, b: Dated.Dated): boolean =>
  (a.to === undefined || b.from === undefined || b.from <= a.to) &&
  (b.to === undefined || a.from === undefined || a.from <= b.to)

const stretch = ({ from, to }: Dated.Dated): Dated.Dated => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

const outliving = ({ units, edges }: Organisations, places: Places.Places, at: string): ReadonlyArray<Issue.Issue> => {
  const dayAfter = PlainDate.shifting(1)
  return edges.flatMap((edge, i) => {
    const end = units[places.parent[i] ?? -1]?.to
    const child = units[places.child[i] ?? -1]
    if (end === undefined || !child || (edge.to !== undefined && edge.to <= end)) return []
    const after = dayAfter(end)
    return OrgUnit.exists(child, after) && PlainDate.within(after, edge.from, edge.to)
      ? [
          Issue.make(
            "register.child-outlives",
            { pointer: `${at}/${i}`, subject: edge.child },
            { unit: edge.child, parent: edge.parent, line: edge.line, date: end },
          ),
        ]
      : []
  })
}

const names = (units: ReadonlyArray<OrgUnit.OrgUnit>, at: string): ReadonlyArray<Issue.Issue> =>
  units.flatMap(({ id, names: all }, i) => {
    if (all.length < 2) return []
    const called = all.map((one, n) => ({ ...stretch(one), pointer: `${at}/${i}/names/${n}`, what: one.vi }))
    return overlap(called).map(([a, b, date]) =>
      Issue.make(
        "register.names-overlap",
        { pointer: b.pointer, subject: id },
        { unit: id, names: [a.what, b.what], date },
      ),
    )
  })

const codes = (units: ReadonlyArray<OrgUnit.OrgUnit>, at: string): ReadonlyArray<Issue.Issue> => {
  const groups = new Map<string, Array<Held<string>>>()
  for (const [i, unit] of units.entries()) {
    if (unit.codes === undefined) continue
    for (const [c, one] of unit.codes.entries()) {
      const held = { ...stretch(one), pointer: `${at}/${i}/codes/${c}`, what: unit.id }
      gather(groups, `${one.system}\n${one.code}`, held)
    }
  }
  return [...groups].flatMap(([key, all]) => {
    const [system = "", code = ""] = key.split("\n")
    return overlap(all).map(([a, b, date]) =>
      Issue.make(
        "register.code-overlap",
        { pointer: b.pointer, subject: b.what },
        { system, code, units: [a.what, b.what], date },
      ),
    )
  })
}

const roles = (units: ReadonlyArray<OrgUnit.OrgUnit>, at: string): ReadonlyArray<Issue.Issue> => {
  const groups = new Map<string, Array<Held<string>>>()
  for (const [i, unit] of units.entries()) {
    if (unit.roles === undefined) continue
    for (const [r, one] of unit.roles.entries()) {
      const held = { ...stretch(one), pointer: `${at}/${i}/roles/${r}`, what: unit.id }
      gather(groups, `${one.role}\n${one.of}`, held)
    }
  }
  return [...groups].flatMap(([key, all]) => {
    const [role = "", of = ""] = key.split("\n")
    return overlap(all).map(([a, b, date]) =>
      Issue.make(
        "register.role-held-twice",
        { pointer: b.pointer, subject: of },
        { role, of, units: [a.what, b.what], date },
      ),
    )
  })
}

// Units of an event that are unknown are found elsewhere; here they count as being there.
const successions = (
  all: ReadonlyArray<Succession.Succession>,
  unitOf: (id: string) => OrgUnit.OrgUnit | undefined,
  at: string,
): ReadonlyArray<Issue.Issue> => {
  const dayBefore = PlainDate.shifting(-1)
  const there = (id: string, day: PlainDate.PlainDate): boolean => {
    const unit = unitOf(id)
    return !unit || OrgUnit.exists(unit, day)
  }
  const issues: Array<Issue.Issue> = []
  const taken = new Map<string, Array<Succession.Succession>>()
  for (const [i, event] of all.entries()) {
    const here = `${at}/${i}`
    const { id, date, kind, from, to } = event
    if (!Succession.fits(event))
      issues.push(Issue.make("register.succession-unfit", { pointer: here }, { id, kind, date }))
    const before = dayBefore(date)
    const absent = [
      ...from.flatMap((unit, k) => (there(unit, before) ? [] : [{ unit, pointer: `${here}/from/${k}`, on: before }])),
      ...to.flatMap((unit, k) => (there(unit, date) ? [] : [{ unit, pointer: `${here}/to/${k}`, on: date }])),
    ]
    for (const { unit, pointer, on } of absent) {
      issues.push(Issue.make("register.unit-absent", { pointer, subject: unit }, { id, unit, date: on }))
    }
    issues.push(...shares(event, here))
    for (const unit of from) {
      const key = `${date}\n${unit}`
      const list = taken.get(key)
      if (list) list.push(event)
      else taken.set(key, [event])
    }
  }
  for (const [key, events] of taken) {
    const [date = "", unit = ""] = key.split("\n")
    const fault = faultOf(unit, events, there(unit, date))
    if (fault === null) continue
    const pointer = `${at}/${all.indexOf(events.at(-1) ?? all[0]!)}`
    issues.push(Issue.make(fault, { pointer, subject: unit }, { unit, date, events: events.map(({ id }) => id) }))
  }
  return issues
}

const faultOf = (
  unit: string,
  events: ReadonlyArray<Succession.Succession>,
  goesOn: boolean,
): "register.unit-doubled" | "register.unit-lost" | null => {
  const whole = events.filter(({ kind }) => Succession.takesAll(kind))
  const targets = events.flatMap(({ to }) => to)
  if (whole.length > 1 || new Set(targets).size < targets.length) return "register.unit-doubled"
  if (whole.length === 0) return goesOn ? null : "register.unit-lost"
  const stays = targets.includes(unit)
  return goesOn && !stays ? "register.unit-doubled" : null
}

const shares = ({ id, from, to, shares: all = [] }: Succession.Succession, at: string): ReadonlyArray<Issue.Issue> => {
  const groups = new Map<string, Array<Succession.Share>>()
  for (const one of all) {
    const key = `${one.from}\n${one.weighs}`
    const list = groups.get(key)
    if (list) list.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].flatMap((parts) => {
    const [first] = parts
    if (!first) return []
    const places = new Set(parts.map((part) => part.to))
    const sum = parts.reduce((total, { n }) => total + n, 0)
    const right =
      from.includes(first.from) &&
      places.size === parts.length &&
      parts.every(
        ({ n, of, to: there }) => n >= 0 && of === first.of && (to.includes(there) || there === first.from),
      ) &&
      to.every((unit) => places.has(unit)) &&
      sum === first.of
    const params = { id, unit: first.from, weighs: first.weighs, sum, of: first.of }
    return right ? [] : [Issue.make("register.shares-unfit", { pointer: `${at}/shares`, subject: first.from }, params)]
  })
}
