// The register that lists come to: `danvan/organisations@0`, held against everything that a register must be, with every
// finding at the cell that it comes from.
import { Issue, type OrgUnit, PlainDate, Registers, type Succession } from "@danvan/core"
import * as Result from "effect/Result"
import * as Desk from "../table/Desk.ts"
import type { Event } from "./Events.ts"
import * as Ledger from "./Ledger.ts"
import { type Line, tell } from "./Lines.ts"
import * as UnitName from "./UnitName.ts"
import type { Cell } from "../Table.ts"

/** What a register is made of. */
export interface Made {
  readonly ledger: Ledger.Ledger
  readonly events: ReadonlyArray<Event>
  readonly base: Registers.Organisations | null
  readonly asOf: string
  readonly line: string
  readonly system: string
  readonly source: string | null
  readonly certainty: OrgUnit.OrgUnit["certainty"] | null
  /** Whether every line was understood: else what lines are missing would be found again in who stands above whom. */
  readonly isClear: boolean
}

/** A cell that something comes from; null for what was in the register before. */
type Spot = { readonly line: Line; readonly cell: Cell } | null

type Edge = Registers.Organisations["edges"][number]

interface Stretch {
  readonly from?: string
  readonly to?: string
}

const stretch = (from: string | null | undefined, to: string | null | undefined): Stretch => ({
  ...(from === null || from === undefined ? {} : { from }),
  ...(to === null || to === undefined ? {} : { to }),
})

/**
 * The register, and what is wrong with it.
 */
export const of = (
  made: Made,
): { readonly file: Registers.Organisations; readonly issues: ReadonlyArray<Issue.Issue> } => {
  const { ledger, events, base, asOf, source, certainty } = made
  const ids = idsOf(made)
  const known = {
    ...(source === null ? {} : { source }),
    ...(certainty === null || certainty === undefined ? {} : { certainty }),
  }
  const spots = {
    units: [...ledger.units].map(spotOf),
    edges: [] as Array<Spot>,
    successions: [
      ...(base?.successions ?? []).map(() => null),
      ...events.map(({ shown }) => ({ line: shown.left.line, cell: shown.left.cell })),
    ],
  }
  const units = [...ledger.units].map((unit) => unitOf(unit, ids, made, known))
  const edges = edgesOf(made, ids, spots.edges)
  const successions = [...(base?.successions ?? []), ...events.map((event) => successionOf(event, ids, known))]
  const file: Registers.Organisations = { schema: "danvan/organisations@0", asOf, units, edges, successions }
  const checked = Registers.makeOrganisations(file)
  const isSure = ({ pointer }: Issue.Issue): boolean => made.isClear || pointer.startsWith("/organisations/units/")
  return {
    file,
    issues: Result.isSuccess(checked) ? [] : checked.failure.filter(isSure).map((issue) => placed(issue, spots)),
  }
}

const spotOf = ({ line, cell }: Ledger.Unit): Spot => (line === null || cell === null ? null : { line, cell })

// Its code, or else what it is called, what kind it is and what stands above it; and the year in which it began, since
// codes and names come again.
const idsOf = ({ ledger, system }: Made): ReadonlyMap<Ledger.Unit, string> => {
  const taken = new Map<string, Ledger.Unit>()
  const ids = new Map<Ledger.Unit, string>()
  for (const unit of ledger.units) {
    const [first] = unit.codes
    const above = unit.parents[0]?.name.short
    const parts =
      first === undefined
        ? [UnitName.slug(unit.name.short), unit.kind, ...(above === undefined ? [] : [UnitName.slug(above)])]
        : [system, first.code]
    const id = unit.id ?? [...parts, ...(unit.from === null ? [] : [unit.from.slice(0, 4)])].join("-")
    const other = taken.get(id)
    if (other && unit.line)
      tell(unit.line, "list.id-taken", unit.cell ?? undefined, { id, units: [other, unit].map(Ledger.reading) })
    // Another one for now, so that what else is wrong is told of the right one.
    ids.set(unit, other ? `${id} (${unit.name.full})` : id)
    if (!other) taken.set(id, unit)
  }
  return ids
}

const dayBefore = (day: string | null | undefined): string | undefined =>
  day === null || day === undefined ? undefined : PlainDate.addDays(day, -1)

const unitOf = (
  unit: Ledger.Unit,
  ids: ReadonlyMap<Ledger.Unit, string>,
  { system }: Made,
  known: Pick<OrgUnit.OrgUnit, "source" | "certainty">,
): OrgUnit.OrgUnit => {
  const { name, base, kind } = unit
  const codes = unit.codes.map(({ code, from }, i) => ({
    system,
    code,
    ...stretch(from ?? unit.from, dayBefore(unit.codes[i + 1]?.from) ?? unit.to),
  }))
  if (base === null) {
    const dates = stretch(unit.from, unit.to)
    const short = name.short === name.full ? {} : { short: name.short }
    return {
      id: ids.get(unit) ?? "",
      kind,
      names: [{ vi: name.full, ...short, ...dates }],
      ...dates,
      ...(codes.length === 0 ? {} : { codes }),
      ...known,
    }
  }
  const isNew = codes.length > (base.codes ?? []).filter((one) => one.system === system).length
  if (unit.to === (base.to ?? null) && !isNew) return base
  const end = unit.to
  const closed = <A extends Stretch>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
    end === null ? all : all.map((one) => (one.to === undefined ? { ...one, to: end } : one))
  const others = (base.codes ?? []).filter((one) => one.system !== system)
  return {
    ...base,
    names: closed(base.names),
    ...(end === null ? {} : { to: end }),
    ...(base.codes === undefined && codes.length === 0 ? {} : { codes: [...closed(others), ...codes] }),
  }
}

// Who stood above whom, one after the other. What the register had goes on until the unit ends or stands under another.
const edgesOf = (
  { ledger, base, line }: Made,
  ids: ReadonlyMap<Ledger.Unit, string>,
  spots: Array<Spot>,
): ReadonlyArray<Edge> => {
  const byId = new Map([...ids].map(([unit, id]) => [id, unit]))
  const moved = new Map<Ledger.Unit, string>()
  const fresh: Array<Edge> = []
  const places: Array<Spot> = []
  for (const unit of ledger.units) {
    const steps = stepsOf(unit)
    for (const [i, { parent, from }] of steps.entries()) {
      if (parent.said === null) continue
      const end = dayBefore(steps[i + 1]?.from) ?? unit.to
      if (unit.base !== null && from !== null) moved.set(unit, moved.get(unit) ?? from)
      const [child, above] = [ids.get(unit), ids.get(parent.unit ?? unit)]
      if (parent.unit === null || child === undefined || above === undefined) continue
      fresh.push({ child, parent: above, line, ...stretch(from, end) })
      places.push(spotOf(unit))
    }
  }
  const kept = (base?.edges ?? []).map((edge): Edge => {
    const unit = byId.get(edge.child)
    if (!unit) return edge
    const end = edge.line === line ? (dayBefore(moved.get(unit)) ?? unit.to) : unit.to
    return end === null || (edge.to !== undefined && edge.to <= end) ? edge : { ...edge, to: end }
  })
  spots.push(...kept.map(() => null), ...places)
  return [...kept, ...fresh]
}

// The units above, each from when on; who stays under the same one does not move.
const stepsOf = (
  unit: Ledger.Unit,
): ReadonlyArray<{ readonly parent: Ledger.Parent; readonly from: string | null }> => {
  const steps: Array<{ readonly parent: Ledger.Parent; readonly from: string | null }> = []
  for (const parent of unit.parents.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))) {
    const last = steps.at(-1)
    if (parent.unit === null && parent.said !== null) continue
    if (last?.parent.unit === parent.unit) continue
    if (last?.from === parent.from) continue
    steps.push({ parent, from: parent.from ?? unit.from })
  }
  return steps
}

const successionOf = (
  { kind, date, from, to, decrees, shares, shown }: Event,
  ids: ReadonlyMap<Ledger.Unit, string>,
  known: Pick<OrgUnit.OrgUnit, "source" | "certainty">,
): Succession.Succession => {
  const idOf = (unit: Ledger.Unit): string => ids.get(unit) ?? ""
  const [about] = kind === "merge" || kind === "rename" ? to : from
  const source = known.source ?? decrees[0] ?? shown.left.line.bench.file
  const { certainty } = known
  return {
    id: `${kind}-${date}-${about ? idOf(about) : ""}`,
    kind,
    date,
    ...(decrees.length === 0 ? {} : { decree: decrees.join("; ") }),
    from: from.map(idOf),
    to: to.map(idOf),
    ...(shares.length === 0
      ? {}
      : {
          shares: shares.map((share) => ({
            from: idOf(share.from),
            to: idOf(share.to),
            n: share.n,
            of: share.of,
            weighs: share.weighs,
            source,
            ...(certainty === undefined ? {} : { certainty }),
          })),
        }),
    ...known,
  }
}

type Spots = Readonly<Record<"units" | "edges" | "successions", ReadonlyArray<Spot>>>

// A finding of the register, at the cell from which what it speaks of comes.
const placed = (issue: Issue.Issue, spots: Spots): Issue.Issue => {
  const [, , list = "", at = ""] = issue.pointer.split("/")
  const spot = Object.hasOwn(spots, list) ? spots[list as keyof Spots][Number(at)] : undefined
  const pointer = issue.pointer.replace(/^\/organisations/, "")
  if (!spot) return { ...issue, pointer }
  const { file, table } = spot.line.bench
  return { ...issue, pointer: "", source: Desk.sourceOf(file, table, spot.cell) }
}
