// What reading a batch needs to know of a period, found once: its day, its id, and the indicators in force.
import * as Result from "effect/Result"
import type * as Indicator from "../registers/Indicator.ts"
import type * as Obligation from "../registers/Obligation.ts"
import type * as Registers from "../registers/Registers.ts"
import * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Statement from "./Statement.ts"

/** A period as a batch meets it. `known` holds every indicator of the catalogue, and whether it is in force. */
export interface Plan {
  readonly period: Period.Period
  readonly id: string
  readonly day: PlainDate.PlainDate
  readonly inCatalogue: boolean
  readonly known: ReadonlyMap<string, Known>
  /** What each obligation for such a period asks, in the catalogue's order. */
  readonly owed: ReadonlyArray<{
    readonly obligation: Obligation.Obligation
    readonly asks: ReadonlyArray<Known>
  }>
}

/** An indicator as a period meets it. */
export interface Known {
  readonly indicator: Indicator.Indicator
  readonly inForce: boolean
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
  return (text) => {
    let plan = made.get(text)
    if (plan === undefined) {
      plan = make(registers, text)
      made.set(text, plan)
    }
    return plan
  }
}

const make = ({ catalogue }: Registers.Registers, text: string): Plan | null => {
  const read = Period.fromText(text, catalogue.calendar)
  if (Result.isFailure(read)) return null
  const day = Period.referenceDate(read.success)
  const known = new Map(
    catalogue.indicators.map((indicator) => [
      indicator.id,
      {
        indicator,
        inForce: PlainDate.within(day, indicator.from, indicator.to),
        glance: Statement.glanceAt(indicator),
        said: 0,
      },
    ]),
  )
  const owed = catalogue.obligations
    .filter(({ every }) => every === read.success.kind)
    .map((obligation) => ({ obligation, asks: obligation.indicators.flatMap((id) => known.get(id) ?? []) }))
  const inCatalogue = PlainDate.within(day, catalogue.from, catalogue.to)
  return { period: read.success, id: Period.toId(read.success), day, inCatalogue, known, owed }
}
