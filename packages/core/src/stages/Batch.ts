// What a batch as a whole shows: units that sent nothing, periods that stand alone, what is odd about listed things.
// Looked for among submissions that count; nothing here holds anything back.
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Obligation from "../registers/Obligation.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Entries from "./Entries.ts"
import * as Submission from "./Submission.ts"

/** A submission that counts: what its remarks are made of. */
export interface Counted {
  readonly submission: Pick<Submission.Submission, "id" | "subject" | "scope" | "period" | "entries">
  readonly period: Period.Period
  readonly plan: { readonly id: string; readonly day: PlainDate.PlainDate }
  readonly decoded: Pick<Submission.Decoded, "name" | "input">
}

/** The codes of remarks about a submission: what another batch around it may change. */
export const codes: ReadonlySet<Issue.IssueCode> = new Set<Issue.IssueCode>([
  "period.not-owed",
  "period.unlike-batch",
  "entry.reported-twice",
])

/** The units from which something came, by period; those whose period cannot be read under `""`. */
export type Seen = ReadonlyMap<string, Units>

/** Units that can be asked for and gone through. */
export type Units = Pick<ReadonlySet<string>, "has"> & Iterable<string>

/**
 * Every remark on a batch. `seen` is everything that came, also what was held; with `senders` the units that sent nothing
 * are not looked for.
 *
 * @example
 * const seen = new Map([["2022-H1@civil", new Set(["an-ward-2000"])]])
 * const [first] = remarks(registers, [candidate], seen, "all")
 * [first.code, first.subject] // ["submission.not-sent", "binh-ward-2000"]
 */
export const remarks = (
  registers: Registers.Registers,
  accepted: Iterable<Counted>,
  seen: Seen,
  { expected = "all", asOf }: { readonly expected?: "all" | "senders"; readonly asOf?: PlainDate.PlainDate },
): ReadonlyArray<Issue.Issue> => {
  const periods = collected(accepted)
  return [
    ...unusual(registers, accepted, periods),
    ...(expected === "senders" ? [] : silent(registers, accepted, seen, periods, asOf)),
    ...Entries.shared(registers, accepted),
  ]
}

// The periods that a batch is about: those for which at least half as many units sent as for the commonest one.
const collected = (accepted: Iterable<Counted>): ReadonlyMap<string, Period.Period> => {
  const senders = new Map<string, { readonly period: Period.Period; count: number }>()
  for (const { submission, period, plan } of accepted) {
    if (submission.scope !== "own") continue
    const { id } = plan
    const entry = senders.get(id) ?? { period, count: 0 }
    entry.count++
    senders.set(id, entry)
  }
  const most = Math.max(0, ...[...senders.values()].map(({ count }) => count))
  return new Map([...senders].flatMap(([id, { period, count }]) => (count * 2 >= most ? [[id, period]] : [])))
}

// A period that nobody asked for, or that stands alone in the batch, is most often a slip.
const unusual = (
  registers: Registers.Registers,
  accepted: Iterable<Counted>,
  periods: ReadonlyMap<string, Period.Period>,
): ReadonlyArray<Issue.Issue> => {
  const { units } = Registers.index(registers)
  const own = registers.catalogue.obligations.filter(({ scope }) => scope === "own")
  const found: Array<Issue.Issue> = []
  for (const { submission, period, plan, decoded } of accepted) {
    const unit = submission.scope === "own" ? units.get(submission.subject) : undefined
    if (!unit) continue
    const { day } = plan
    const isUsual = periods.has(plan.id)
    if (isUsual && own.some((o) => o.every === period.kind && Registers.binds(registers, o, unit, day))) continue
    const place = { pointer: "/period", ...Submission.origin(decoded), subject: unit.id, period: submission.period }
    const owed = own.filter((o) => Registers.binds(registers, o, unit, day))
    if (owed.length > 0 && !owed.some((o) => Obligation.covers(o, period))) {
      const params = { period: submission.period, owed: [...new Set(owed.map((o) => o.every))] }
      found.push(Issue.make("period.not-owed", place, params))
    } else if (!isUsual && ![...periods.values()].some((usual) => Period.contains(usual, period))) {
      const params = { period: submission.period, usual: [...periods.keys()].toSorted() }
      found.push(Issue.make("period.unlike-batch", place, params))
    }
  }
  return found
}

// Units that owe for a period of the batch and from which nothing came.
const silent = (
  registers: Registers.Registers,
  accepted: Iterable<Counted>,
  seen: Seen,
  periods: ReadonlyMap<string, Period.Period>,
  asOf: PlainDate.PlainDate | undefined,
): ReadonlyArray<Issue.Issue> => {
  const found: Array<Issue.Issue> = []
  const isDue = (obligation: Obligation.Obligation, period: Period.Period): boolean => {
    const due = Obligation.dueOn(obligation, period, registers.catalogue.daysOff)
    return due === null || asOf === undefined || asOf > due
  }
  for (const [id, period] of periods) {
    const day = Period.referenceDate(period)
    // Who sent is known at once; where units lie is only looked up when one that owes did not.
    let near: ReadonlySet<string> | null = null
    let strays: ReadonlyMap<string, string> | null = null
    for (const unit of registers.organisations.units) {
      if (seen.get(id)?.has(unit.id) === true || seen.get("")?.has(unit.id) === true) continue
      const owes = registers.catalogue.obligations.some(
        (o) =>
          o.scope === "own" && o.every === period.kind && Registers.binds(registers, o, unit, day) && isDue(o, period),
      )
      if (!owes || !OrgUnit.exists(unit, day)) continue
      near ??= neighbourhood(registers, accepted, day)
      if (!near.has(unit.id)) continue
      strays ??= straysOf(registers, seen.get(id))
      const stray = strays.get(unit.id)
      const params = {
        subject: OrgUnit.name(unit, day),
        period: Period.toText(period, "vi"),
        periodEn: Period.toText(period, "en"),
        ...(stray === undefined ? {} : { perhaps: stray }),
      }
      found.push(Issue.make("submission.not-sent", { pointer: "", subject: unit.id, period: id }, params))
    }
  }
  return found
}

// Ids that the register does not have, by the unit that each may stand for: a slip in an id must not read as silence.
const straysOf = (registers: Registers.Registers, seen: Iterable<string> = []): ReadonlyMap<string, string> => {
  const { units } = Registers.index(registers)
  const strays = new Map<string, string>()
  for (const id of [...seen].toSorted()) {
    const near = units.has(id) ? null : Spelling.nearest(id, units.keys())
    if (near !== null && !strays.has(near)) strays.set(near, id)
  }
  return strays
}

// Only the territories from which something came: a register may hold the whole country.
const neighbourhood = (
  registers: Registers.Registers,
  accepted: Iterable<Counted>,
  day: PlainDate.PlainDate,
): ReadonlySet<string> => {
  const { edges } = registers.organisations
  const senders = new Set<string>()
  for (const { submission } of accepted) senders.add(submission.subject)
  const parents = edges.filter((e) => e.line === Hierarchy.reporting && senders.has(e.child)).map((e) => e.parent)
  const near = new Set(senders)
  for (const parent of new Set(parents)) for (const unit of Hierarchy.subtree(edges, parent, day)) near.add(unit)
  return near
}
