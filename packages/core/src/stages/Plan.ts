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
  /** The same, in the catalogue's order. */
  readonly inOrder: ReadonlyArray<Known>
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
  /** Its number in the catalogue, from 0. */
  readonly place: number
  readonly glance: Statement.Glance
  /** The last submission, by number, that said something of it; a note of the batch while it reads. */
  said: number
}

/**
 * Plans by the period's text, made on first use; null for a text that is no period.
 *
 * @example
 * plans(registers)("2022-H1")?.id // "2022-H1@civil"
 */
export const plans = (registers: Registers.Registers): ((text: string) => Plan | null) => {
  const made = new Map<string, Plan | null>()
  // Most often a batch is about one period.
  let last: { readonly text: string; readonly plan: Plan | null } | null = null
  return (text) => {
    if (last?.text === text) return last.plan
    const known = made.get(text)
    const plan = known === undefined ? make(registers, text) : known
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
  const inOrder = catalogue.indicators.map((indicator, place): Known => {
    const own = Registers.periodOf(registers, indicator, period)
    return {
      indicator,
      period: own,
      toDate: own && Registers.toDate(registers, own),
      inForce: own !== null && PlainDate.within(Period.referenceDate(own), indicator.from, indicator.to),
      place,
      glance: Statement.glanceAt(indicator),
      said: 0,
    }
  })
  const elsewhere = inOrder.flatMap(({ indicator, period: own, toDate }) => {
    const found = (indicator.cumulative === true ? toDate : null) ?? own
    return found === null || Period.toId(found) === id ? [] : [[indicator.id, found] as const]
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
  return { period, id, day, inCatalogue, elsewhere: Object.fromEntries(elsewhere), known, inOrder, rules, owed }
}
