// The country of fold/…: 12 months, 60 indicators, units in communes in provinces. 5 % of the submissions never came, 3 %
// were revised, and every fourth revision drops an indicator; some values are "about" or estimated.
import { AggregationPlan, FactColumns, Kernel, load, Period, type Registers, type Sums, Value } from "@danvan/core"
import * as Result from "effect/Result"

export const INDICATORS = 60
export const MONTHS = 12
export const PROVINCES = 34
const UNITS_IN_COMMUNE = 27

type Sort = "count" | "about" | "money" | "stock" | "share"
/** In the order of their numbers. */
export const sorts: ReadonlyArray<Sort> = [
  ...Array<Sort>(22).fill("count"),
  ...Array<Sort>(8).fill("about"),
  ...Array<Sort>(6).fill("money"),
  ...Array<Sort>(12).fill("stock"),
  ...Array<Sort>(12).fill("share"),
]

/** A country; units and what is above them by number. */
export interface Country {
  readonly units: number
  readonly communes: number
  readonly communeOf: Int32Array
  readonly provinceOf: Int32Array
}

const countryOf = (facts: number): Country => {
  const units = Math.round(facts / (INDICATORS * MONTHS * 0.95 * 1.03))
  const communes = Math.max(PROVINCES, Math.round(units / UNITS_IN_COMMUNE))
  return {
    units,
    communes,
    communeOf: Int32Array.from({ length: units }, (_, u) => Math.floor((u * communes) / units)),
    provinceOf: Int32Array.from({ length: communes }, (_, c) => Math.floor((c * PROVINCES) / communes)),
  }
}

// Numbers that look random and are the same in every run.
const dice = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** One value of a submission. */
export interface Sent {
  readonly unit: number
  readonly month: number
  readonly revision: number
  readonly indicator: number
  readonly n: number
  readonly y: number
  readonly about: boolean
  readonly estimated: boolean
}

/** Every submission as it comes in: month by month, units in no order, revisions a month later. */
export const arrivals = (
  country: Country,
  open: (unit: number, month: number, revision: number) => void,
  send: (sent: Sent) => void,
): void => {
  const roll = dice(1)
  const shuffled = Int32Array.from({ length: country.units }, (_, u) => u)
  let revised: Array<readonly [unit: number, month: number]> = []
  const submit = (unit: number, month: number, revision: number): void => {
    const dropped = revision > 1 && roll(4) === 0 ? roll(INDICATORS) : -1
    open(unit, month, revision)
    for (const [indicator, sort] of sorts.entries()) {
      if (indicator === dropped) continue
      const about = sort === "about" && roll(10) < 3
      const estimated = roll(50) === 0
      const y = sort === "share" ? roll(1000) + 1 : 0
      const n = sort === "share" ? roll(y + 1) : sort === "money" ? roll(2 ** 31) * 500 : roll(5000)
      send({ unit, month, revision, indicator, n, y, about, estimated })
    }
  }
  for (let month = 0; month < MONTHS; month++) {
    const late = revised
    revised = []
    for (let i = country.units - 1; i > 0; i--) {
      const j = roll(i + 1)
      const [a, b] = [shuffled[i]!, shuffled[j]!]
      shuffled[i] = b
      shuffled[j] = a
    }
    for (const unit of shuffled) {
      if (roll(100) < 5) continue
      submit(unit, month, 1)
      if (roll(100) < 3) revised.push([unit, month])
    }
    for (const [unit, before] of late) submit(unit, before, 2)
  }
  for (const [unit, before] of revised) submit(unit, before, 2)
}

const idOf = (kind: string, i: number): string => `${kind}-${i}`
const text = (word: string): { vi: string; en: string } => ({ vi: word, en: word })
const kinds = { count: "flow", about: "flow", money: "flow", stock: "stock", share: "share" } as const

const registersOf = ({ units, communes, communeOf, provinceOf }: Country): Registers.Registers => {
  const list = (kind: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: idOf(kind, i), kind, names: [text(kind)] }))
  const edge = (child: string, parent: string) => ({ child, parent, line: "reporting" })
  const indicators = sorts.map((sort, i) => ({ id: idOf(sort, i), label: text(sort), kind: kinds[sort], measure: "m" }))
  return load(
    {
      schema: "danvan/organisations@0",
      asOf: "2022-12-31",
      units: [
        ...list("nation", 1),
        ...list("province", PROVINCES),
        ...list("commune", communes),
        ...list("unit", units),
      ],
      edges: [
        ...Array.from({ length: PROVINCES }, (_, p) => edge(idOf("province", p), idOf("nation", 0))),
        ...Array.from(provinceOf, (p, c) => edge(idOf("commune", c), idOf("province", p))),
        ...Array.from(communeOf, (c, u) => edge(idOf("unit", u), idOf("commune", c))),
      ],
      successions: [],
    },
    {
      schema: "danvan/catalogue@0",
      id: "bench",
      version: "1.0.0",
      from: "2022-01-01",
      label: text("Đo tốc độ"),
      calendar: "civil",
      measures: [{ id: "m", ...text("việc"), decimals: 0 }],
      dimensions: [],
      indicators,
      rules: [],
      citations: [],
      obligations: [
        { id: "all", who: { kind: "unit" }, indicators: indicators.map(({ id }) => id), every: "month", scope: "own" },
      ],
    },
  )
}

const periodOf = (id: string): Period.Period => Result.getOrThrow(Period.fromText(id, "civil"))
const months = Array.from({ length: MONTHS }, (_, m) => periodOf(`2022-M${String(m + 1).padStart(2, "0")}`))
/** The months, the quarters, the halves, the year. */
export const periods = [
  ...months,
  ...["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022-H1", "2022-H2", "2022"].map(periodOf),
]

const columnsOf = (country: Country, registers: Registers.Registers, facts: number): FactColumns.FactColumns => {
  const expected = {
    rows: Math.round(facts * 1.02) + 10_000,
    submissions: Math.round((facts / INDICATORS) * 1.02) + 1000,
  }
  const made = FactColumns.builder(registers, expected)
  const series = sorts.map((sort, i) => made.series({ indicator: idOf(sort, i) }))
  arrivals(
    country,
    (unit, month, revision) =>
      made.open({ subject: idOf("unit", unit), period: months[month]!, scope: "own", revision }),
    ({ indicator, n, y, about, estimated }) => {
      const qualifier = about ? "about" : "exact"
      const value: Value.Value =
        sorts[indicator] === "share"
          ? { kind: "share", x: { n, qualifier }, y: { n: y, qualifier: "exact" } }
          : Value.quantity(n, qualifier)
      made.add(series[indicator]!, value, estimated ? ["estimated"] : [])
    },
  )
  return Result.getOrThrow(made.done())
}

/** What both sides work on. Subjects are the communes, then the provinces, then the nation. */
export interface Task {
  readonly country: Country
  readonly plan: AggregationPlan.AggregationPlan
  readonly columns: FactColumns.FactColumns
  readonly fold: () => Sums.Sums
}

export const taskOf = (facts: number): Task => {
  const country = countryOf(facts)
  const registers = registersOf(country)
  const columns = columnsOf(country, registers, facts)
  const subjects = [
    ...Array.from({ length: country.communes }, (_, c) => idOf("commune", c)),
    ...Array.from({ length: PROVINCES }, (_, p) => idOf("province", p)),
    idOf("nation", 0),
  ]
  const plan = Result.getOrThrow(AggregationPlan.make(registers, { subjects, periods, reported: columns.periods }))
  return { country, plan, columns, fold: () => Result.getOrThrow(Kernel.fold(plan, columns)) }
}
