// Units that stand above others of the same table: what stands beside their name may be their own figures, or the sum of
// all. The numbers decide; where they do not, it is told.
import { Hierarchy, Period, Registers } from "@danvan/core"
import * as Result from "effect/Result"
import type * as Desk from "./Desk.ts"

/** Units below which others stand, at whatever time. */
export const superiors = ({ registers }: Pick<Desk.Desk, "registers">): ReadonlySet<string> =>
  new Set(registers.organisations.edges.flatMap(({ line, parent }) => (line === Hierarchy.reporting ? [parent] : [])))

/** Whether one of the others stands below the unit in that period. */
export const isAbove = (
  { registers }: Pick<Desk.Desk, "registers">,
  unit: string,
  others: Iterable<string>,
  period: string,
): boolean => {
  const read = Registers.period(registers, period)
  if (Result.isFailure(read)) return false
  const day = Period.referenceDate(read.success)
  const below = new Set(Hierarchy.subtree(registers.organisations.edges, unit, day))
  for (const other of others) if (other !== unit && below.has(other)) return true
  return false
}
