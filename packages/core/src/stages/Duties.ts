// What units owe, as a plan needs it: which answers are owed for which periods, by places. Units that owe the same share
// one list; most registers have a handful of them. Internal.
import * as Indicator from "../registers/Indicator.ts"
import * as Obligation from "../registers/Obligation.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"

/**
 * Answers owed for the same parts of a period, which add up over time (`sums`) or do not; `owing` counts the parts,
 * `parts` those that anybody reports, and `differences` those that two cumulative numbers may leave. Of these `early`,
 * `earlyParts` and `earlyDifferences` are not due yet on the day of looking.
 */
export interface Duty {
  readonly sums: boolean
  readonly answers: ReadonlyArray<number>
  readonly owing: number
  readonly parts: ReadonlyArray<number>
  readonly differences: ReadonlyArray<number>
  readonly early: number
  readonly earlyParts: ReadonlyArray<number>
  readonly earlyDifferences: ReadonlyArray<number>
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
  asked: ReadonlyArray<Period.Period>,
): ReadonlyArray<Period.Period> => {
  const calendars = new Map(registers.catalogue.indicators.map(({ calendar }) => [calendar, calendar]))
  const figures = asked.flatMap((period) =>
    [...calendars.values()].flatMap(
      (calendar) => Registers.periodOf(registers, calendar === undefined ? {} : { calendar }, period) ?? [],
    ),
  )
  return distinct([...asked, ...figures])
}

/** Each period once. */
export const distinct = (all: ReadonlyArray<Period.Period>): ReadonlyArray<Period.Period> => [
  ...new Map(all.map((period) => [Period.toId(period), period])).values(),
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
  readonly asOf: PlainDate.PlainDate | undefined
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
  { answers, asOf }: Known,
  bound: ReadonlyArray<Obligation.Obligation>,
  period: Period.Period,
  places: { readonly reported: ReadonlyMap<string, number>; readonly differences: ReadonlyMap<string, number> },
): ReadonlyArray<Duty> => {
  const { indicators } = Registers.index(registers)
  const asks = bound.map(({ indicators: all }) => new Set(all))
  const asked = new Map<string, ReadonlyArray<Obligation.Owed>>()
  const askedBy = (n: number, calendar: string | undefined): ReadonlyArray<Obligation.Owed> => {
    const key = `${n} ${calendar}`
    const known = asked.get(key)
    if (known) return known
    const found = Registers.owed(registers, bound[n]!, by(calendar), period)
    asked.set(key, found)
    return found
  }
  interface Owed extends Record<"parts" | "early", ReadonlyArray<string>> {
    readonly sums: boolean
    readonly answers: Array<number>
  }
  const duties = new Map<string, Owed>()
  for (const [a, { indicator }] of answers.entries()) {
    const known = indicators.get(indicator)
    const owed = new Map<string, Obligation.Owed>()
    for (const [n, ids] of asks.entries()) {
      if (ids.has(indicator)) for (const one of askedBy(n, known?.calendar)) Obligation.note(owed, one)
    }
    if (owed.size === 0) continue
    const parts = [...owed.keys()].sort()
    const early = parts.filter((part) => Obligation.isEarly(owed.get(part)!, asOf))
    const sums = known !== undefined && Indicator.folding(known).time === "sum"
    const key = `${sums} ${parts.join(",")}|${early.join(",")}`
    const duty = duties.get(key)
    if (duty) duty.answers.push(a)
    else duties.set(key, { parts, early, sums, answers: [a] })
  }
  const reported = (parts: ReadonlyArray<string>) => parts.flatMap((part) => places.reported.get(part) ?? [])
  const left = (parts: ReadonlyArray<string>) => parts.flatMap((part) => places.differences.get(part) ?? [])
  return [...duties.values()].map(({ parts, early, sums, answers: all }) => ({
    sums,
    answers: all,
    owing: parts.length,
    parts: reported(parts),
    differences: sums ? left(parts) : [],
    early: early.length,
    earlyParts: reported(early),
    earlyDifferences: sums ? left(early) : [],
  }))
}
