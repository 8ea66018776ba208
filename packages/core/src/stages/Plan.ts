// What reading a batch needs to know of a period, found once: its day, its id, and the indicators in force.
import * as Result from "effect/Result"
import type * as Indicator from "../registers/Indicator.ts"
import * as Obligation from "../registers/Obligation.ts"
import * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Statement from "./Statement.ts"

/** A period as a batch meets it. `known` holds every indicator of the catalogue, and whether it is in force. */
export interface Plan {
  readonly period: Period.Period
  readonly id: string
  readonly day: PlainDate.PlainDate
  readonly inCatalogue: boolean
  /** Periods of figures that are not the plan's, by indicator. */
  readonly elsewhere: Readonly<Record<string, Period.Period>>
  readonly known: ReadonlyMap<string, Known>
  /** The same for a list of ids, place by place; undefined where nobody knows one. */
  readonly row: (ids: ReadonlyArray<string>) => ReadonlyArray<Known | undefined>
  /** How many submissions were read by it. */
  reads: number
  /** The rules that look no further than one submission. */
  readonly rules: ReadonlyArray<Rule.Rule>
  /** What each obligation for such a period asks, in the catalogue's order, and by when. */
  readonly owed: ReadonlyArray<{
    readonly obligation: Obligation.Obligation
    readonly due: PlainDate.PlainDate | null
    readonly asks: ReadonlyArray<Known>
  }>
}

/** An indicator as a period meets it. */
export interface Known {
  readonly indicator: Indicator.Indicator
  /** The period of its figures, null where its calendar has none such; and the year up to its end, null where that has no name. */
  readonly period: Period.Period | null
  readonly toDate: Period.Period | null
  readonly inForce: boolean
  readonly glance: Statement.Glance
  /** The read of the plan, by number, in which something was said of it last: a note for whoever reads a submission. */
  said: number
}

/**
 * Plans by the period's text, made on first use; null for a text that is no period. Registers keep theirs.
 *
 * @example
 * plans(registers)("2022-H1")?.id // "2022-H1@civil"
 */
export const plans = (registers: Registers.Registers): ((text: string) => Plan | null) => {
  let planOf = kept.get(registers)
  if (planOf === undefined) kept.set(registers, (planOf = plansOf(registers)))
  return planOf
}

const kept = new WeakMap<Registers.Registers, ReturnType<typeof plans>>()
// More periods than a batch is about; what comes beyond is some sender's play.
const most = 1000

const plansOf = (registers: Registers.Registers): ((text: string) => Plan | null) => {
  const made = new Map<string, Plan | null>()
  // Most often a batch is about one period.
  let last: { readonly text: string; readonly plan: Plan | null } | null = null
  return (text) => {
    if (last?.text === text) return last.plan
    const before = made.get(text)
    const plan = before === undefined ? make(registers, text) : before
    if (made.size >= most) made.clear()
    made.set(text, plan)
    last = { text, plan }
    return plan
  }
}

const make = (registers: Registers.Registers, text: string): Plan | null => {
  const { catalogue } = registers
  const read = Registers.period(registers, text)
  if (Result.isFailure(read)) return null
  const period = read.success
  const [day, id] = [Period.referenceDate(period), Period.toId(period)]
  const reach = reaches(registers, period)
  const elsewhere: Array<readonly [string, Period.Period]> = []
  const inOrder = catalogue.indicators.map((indicator): Known => {
    const { own, toDate, last, others } = reach(indicator.calendar)
    const other = others[indicator.cumulative === true ? 1 : 0]
    if (other !== null) elsewhere.push([indicator.id, other])
    return {
      indicator,
      period: own,
      toDate,
      inForce: last !== null && PlainDate.within(last, indicator.from, indicator.to),
      glance: Statement.glanceAt(indicator),
      said: 0,
    }
  })
  const known = new Map(inOrder.map((one) => [one.indicator.id, one]))
  const owed = catalogue.obligations
    .filter(({ every }) => every === period.kind)
    .map((obligation) => ({
      obligation,
      due: Obligation.dueOn(obligation, period, catalogue.daysOff),
      asks: obligation.indicators.flatMap((asked) => known.get(asked) ?? []).filter((one) => one.period !== null),
    }))
  const inCatalogue = PlainDate.within(day, catalogue.from, catalogue.to)
  const rules = catalogue.rules.filter(Rule.isLocal)
  return {
    period,
    id,
    day,
    inCatalogue,
    elsewhere: Object.fromEntries(elsewhere),
    known,
    row: rows(known),
    reads: 0,
    rules,
    owed,
  }
}

// What a period is to indicators of one calendar: their own period, the year up to its end, its last day; and what their
// figures are about where that is another period, counted within it or since New Year.
const reaches = (registers: Registers.Registers, period: Period.Period) => {
  const read = (calendar: string | undefined) => {
    const own = Registers.periodOf(registers, calendar === undefined ? {} : { calendar }, period)
    const toDate = own && Registers.toDate(registers, own)
    const other = (one: Period.Period | null): Period.Period | null =>
      one === null || Period.toId(one) === Period.toId(period) ? null : one
    return { own, toDate, last: own && Period.referenceDate(own), others: [other(own), other(toDate ?? own)] as const }
  }
  const known = new Map<string | undefined, ReturnType<typeof read>>()
  return (calendar: string | undefined): ReturnType<typeof read> => {
    let found = known.get(calendar)
    if (found === undefined) known.set(calendar, (found = read(calendar)))
    return found
  }
}

// Submissions with the same ids come one after another, and share the list of them.
const rows = (known: Plan["known"]): Plan["row"] => {
  let last: ReadonlyArray<string> | null = null
  let row: ReadonlyArray<Known | undefined> = []
  return (ids) => {
    if (ids !== last) [last, row] = [ids, ids.map((id) => known.get(id))]
    return row
  }
}
