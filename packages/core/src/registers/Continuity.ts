// What must hold of organisations over time: everybody comes from somewhere and goes somewhere, nobody is in two places
// at once, and a code or an office means one thing on one day. Internal.
import * as Issue from "../vocabulary/Issue.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import type * as Dated from "./Dated.ts"
import * as Hierarchy from "./Hierarchy.ts"
import * as OrgUnit from "./OrgUnit.ts"
import * as Succession from "./Succession.ts"

/** What is checked: units, who belongs to whom, and what became of whom. */
export interface Organisations {
  readonly units: ReadonlyArray<OrgUnit.OrgUnit>
  readonly edges: Hierarchy.Hierarchy
  readonly successions: ReadonlyArray<Succession.Succession>
}

/** Every fault, with the units and days that it is about. `at` is where the organisations stand. */
export const check = (file: Organisations, at: string): ReadonlyArray<Issue.Issue> => {
  const units = new Map(file.units.map((unit) => [unit.id, unit]))
  return [
    ...parents(file.edges, `${at}/edges`),
    ...outliving(file.edges, units, `${at}/edges`),
    ...codes(file.units, `${at}/units`),
    ...roles(file.units, `${at}/units`),
    ...successions(file.successions, units, `${at}/successions`),
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

const parents = (edges: Hierarchy.Hierarchy, at: string): ReadonlyArray<Issue.Issue> => {
  const groups = new Map<string, Array<Held<Hierarchy.Edge>>>()
  for (const [i, edge] of edges.entries()) {
    gather(groups, `${edge.line}\n${edge.child}`, { ...stretch(edge), pointer: `${at}/${i}`, what: edge })
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

const stretch = ({ from, to }: Dated.Dated): Dated.Dated => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

const outliving = (
  edges: Hierarchy.Hierarchy,
  units: ReadonlyMap<string, OrgUnit.OrgUnit>,
  at: string,
): ReadonlyArray<Issue.Issue> =>
  edges.flatMap((edge, i) => {
    const end = units.get(edge.parent)?.to
    const child = units.get(edge.child)
    if (end === undefined || !child || (edge.to !== undefined && edge.to <= end)) return []
    const after = PlainDate.addDays(end, 1)
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

const codes = (units: ReadonlyArray<OrgUnit.OrgUnit>, at: string): ReadonlyArray<Issue.Issue> => {
  const groups = new Map<string, Array<Held<string>>>()
  const names: Array<Issue.Issue> = []
  for (const [i, unit] of units.entries()) {
    for (const [c, one] of (unit.codes ?? []).entries()) {
      const held = { ...stretch(one), pointer: `${at}/${i}/codes/${c}`, what: unit.id }
      gather(groups, `${one.system}\n${one.code}`, held)
    }
    const called = unit.names.map((one, n) => ({ ...stretch(one), pointer: `${at}/${i}/names/${n}`, what: one.vi }))
    for (const [a, b, date] of overlap(called)) {
      const params = { unit: unit.id, names: [a.what, b.what], date }
      names.push(Issue.make("register.names-overlap", { pointer: b.pointer, subject: unit.id }, params))
    }
  }
  return [
    ...names,
    ...[...groups].flatMap(([key, all]) => {
      const [system = "", code = ""] = key.split("\n")
      return overlap(all).map(([a, b, date]) =>
        Issue.make(
          "register.code-overlap",
          { pointer: b.pointer, subject: b.what },
          { system, code, units: [a.what, b.what], date },
        ),
      )
    }),
  ]
}

const roles = (units: ReadonlyArray<OrgUnit.OrgUnit>, at: string): ReadonlyArray<Issue.Issue> => {
  const groups = new Map<string, Array<Held<string>>>()
  for (const [i, unit] of units.entries()) {
    for (const [r, one] of (unit.roles ?? []).entries()) {
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
  units: ReadonlyMap<string, OrgUnit.OrgUnit>,
  at: string,
): ReadonlyArray<Issue.Issue> => {
  const there = (id: string, day: PlainDate.PlainDate): boolean => {
    const unit = units.get(id)
    return !unit || OrgUnit.exists(unit, day)
  }
  const issues: Array<Issue.Issue> = []
  const taken = new Map<string, Array<Succession.Succession>>()
  for (const [i, event] of all.entries()) {
    const here = `${at}/${i}`
    const { id, date, kind, from, to } = event
    if (!Succession.fits(event))
      issues.push(Issue.make("register.succession-unfit", { pointer: here }, { id, kind, date }))
    const before = PlainDate.addDays(date, -1)
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
