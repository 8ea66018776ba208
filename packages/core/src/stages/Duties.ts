// What units owe, as a plan needs it: which answers are owed for which periods, by places. Units that owe the same share
// one list; most registers have a handful of them. Internal.
import * as Indicator from "../registers/Indicator.ts"
import type * as Obligation from "../registers/Obligation.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Period from "../vocabulary/Period.ts"

/**
 * Answers owed for the same parts of a period; `owing` counts the parts, `parts` those that anybody reports, and
 * `differences` those that two cumulative numbers may leave.
 */
export interface Duty {
  readonly answers: ReadonlyArray<number>
  readonly owing: number
  readonly parts: ReadonlyArray<number>
  readonly differences: ReadonlyArray<number>
}

/** Every period for which something is owed within those asked for. */
export const periods = (
  registers: Registers.Registers,
  asked: ReadonlyArray<Period.Period>,
): ReadonlyArray<Period.Period> => {
  const { indicators, obligations } = registers.catalogue
  const calendars = [...new Set(indicators.map(({ calendar }) => calendar))]
  const ways = new Map(obligations.map((obligation) => [obligation.every, obligation]))
  return asked.flatMap((period) =>
    [...ways.values()].flatMap((obligation) =>
      calendars.flatMap((calendar) =>
        Registers.owed(registers, obligation, by(calendar), period).map((one) => one.period),
      ),
    ),
  )
}

/** The periods asked for, then those of figures whose own calendar is another; none twice. */
export const withFigures = (
  registers: Registers.Registers,
  periods: ReadonlyArray<Period.Period>,
): ReadonlyArray<Period.Period> => {
  const calendars = new Map(registers.catalogue.indicators.map(({ calendar }) => [calendar, calendar]))
  const figures = periods.flatMap((period) =>
    [...calendars.values()].flatMap(
      (calendar) => Registers.periodOf(registers, calendar === undefined ? {} : { calendar }, period) ?? [],
    ),
  )
  return distinct([...periods, ...figures])
}

/** Each period once. */
export const distinct = (periods: ReadonlyArray<Period.Period>): ReadonlyArray<Period.Period> => [
  ...new Map(periods.map((period) => [Period.toId(period), period])).values(),
]

const by = (calendar: string | undefined): Pick<Indicator.Indicator, "calendar"> =>
  calendar === undefined ? {} : { calendar }

/** What of a plan is known before. */
export interface Known {
  readonly units: ReadonlyArray<string>
  readonly answers: ReadonlyArray<{ readonly indicator: string }>
  readonly differences: ReadonlyArray<{ readonly id: string }>
  readonly periods: ReadonlyArray<Period.Period>
  readonly reported: ReadonlyArray<Period.Period>
}

/** The duties of every unit in every period. */
export const of = (
  registers: Registers.Registers,
  plan: Known,
): {
  readonly duties: ReadonlyArray<ReadonlyArray<ReadonlyArray<Duty>>>
  readonly owes: ReadonlyArray<number>
} => {
  const places = {
    reported: new Map(plan.reported.map((part, i) => [Period.toId(part), i])),
    differences: new Map(plan.differences.map(({ id }, i) => [id, i])),
  }
  const days = plan.periods.map(Period.referenceDate)
  const own = registers.catalogue.obligations.filter(({ scope }) => scope === "own")
  const { units } = Registers.index(registers)
  const duties: Array<ReadonlyArray<ReadonlyArray<Duty>>> = []
  const numbers = new Map<string, number>()
  const owes = plan.units.map((id) => {
    const unit = units.get(id)
    // What passed to a unit binds it from a day on; the rest does not change with the day.
    const bound = days.map((day) =>
      unit && OrgUnit.exists(unit, day) ? own.filter((one) => Registers.binds(registers, one, unit, day)) : [],
    )
    const key = bound.map((all) => all.map((one) => own.indexOf(one)).join(",")).join("|")
    let number = numbers.get(key)
    if (number === undefined) {
      const owed = plan.periods.map((period, p) => owedIn(registers, plan, bound[p] ?? [], period, places))
      number = duties.push(owed) - 1
      numbers.set(key, number)
    }
    return number
  })
  return { duties, owes }
}

const owedIn = (
  registers: Registers.Registers,
  { answers }: Known,
  bound: ReadonlyArray<Obligation.Obligation>,
  period: Period.Period,
  places: { readonly reported: ReadonlyMap<string, number>; readonly differences: ReadonlyMap<string, number> },
): ReadonlyArray<Duty> => {
  const { indicators } = Registers.index(registers)
  const asks = bound.map(({ indicators: all }) => new Set(all))
  const owed = new Map<string, ReadonlyArray<string>>()
  const partsOf = (n: number, calendar: string | undefined): ReadonlyArray<string> => {
    const key = `${n} ${calendar}`
    const known = owed.get(key)
    if (known) return known
    const found = Registers.owed(registers, bound[n]!, by(calendar), period).map((one) => Period.toId(one.period))
    owed.set(key, found)
    return found
  }
  const duties = new Map<
    string,
    { readonly parts: ReadonlyArray<string>; sums: boolean; readonly all: Array<number> }
  >()
  for (const [a, { indicator }] of answers.entries()) {
    const known = indicators.get(indicator)
    const all = asks.flatMap((ids, n) => (ids.has(indicator) ? partsOf(n, known?.calendar) : []))
    const parts = [...new Set(all)].sort()
    if (parts.length === 0) continue
    const sums = known !== undefined && Indicator.folding(known).time === "sum"
    const key = `${sums} ${parts.join(",")}`
    const duty = duties.get(key)
    if (duty) duty.all.push(a)
    else duties.set(key, { parts, sums, all: [a] })
  }
  return [...duties.values()].map(({ parts, sums, all }) => ({
    answers: all,
    owing: parts.length,
    parts: parts.flatMap((part) => places.reported.get(part) ?? []),
    differences: sums ? parts.flatMap((part) => places.differences.get(part) ?? []) : [],
  }))
}
