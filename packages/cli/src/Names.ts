// What people call the place of a finding: the unit's and the indicator's names instead of their ids.
import { type Issue, OrgUnit, Period, Registers } from "@danvan/core"
import * as Result from "effect/Result"
import type { Language } from "./Usage.ts"

/** Names by registers; undefined where a finding is about neither a unit nor an indicator that is known. */
export const of = (registers: Registers.Registers, lang: Language): ((issue: Issue.Issue) => string | undefined) => {
  const { units, indicators } = Registers.index(registers)
  return ({ subject, period, indicator }) => {
    const unit = units.get(subject ?? "")
    const read = Registers.period(registers, period ?? "")
    const day = Result.isSuccess(read) ? Period.referenceDate(read.success) : registers.organisations.asOf
    const label = indicators.get(indicator ?? "")?.label[lang]
    const parts = [unit && OrgUnit.name(unit, day), label].filter((part) => part !== undefined)
    return parts.length === 0 ? undefined : parts.join(", ")
  }
}
