// The standard catalogue over the invented country, as the tests of this package use it.
import { Facts, load, Period, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { standard } from "@danvan/registers"

export const registers = load(country.organisations, standard)

/** A period in which every indicator of the catalogue is in force, and the one before. */
export const [period, before] = ["2024-H1", "2023-H2"] as const

/** What the invented ward An sent, and nothing besides. */
export const submission = (values: Readonly<Record<string, unknown>>, when: string = period): unknown => ({
  schema: "danvan/submission@0",
  id: `an-${when}`,
  revision: 1,
  subject: "an-ward-2000",
  scope: "own",
  period: when,
  catalogue: standard.id,
  status: "submitted",
  values,
})

export const check = (values: Readonly<Record<string, unknown>>, previous: ReadonlyArray<unknown> = []) =>
  validate(registers, [submission(values)], { expected: "senders", previous })

export const factsOf = (values: Readonly<Record<string, unknown>>): Facts.Facts => Facts.fromValidated(check(values))

/** The invented ward in that period. */
export const scope = { subject: "an-ward-2000", period: Result.getOrThrow(Period.fromText(period, standard.calendar)) }
