// Invented closed territories that are reorganised: nobody comes from outside or leaves, so that what is counted in them
// must come to the same on any map. For tests of whoever brings figures onto other maps; nothing in it exists.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Registers from "../registers/Registers.ts"
import * as Facts from "../stages/Facts.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Value from "../vocabulary/Value.ts"

/** A territory: its registers, the unit that is all of it, facts about all others, and days on which its map differs. */
export interface Territory {
  readonly registers: Registers.Registers
  readonly root: string
  readonly facts: Facts.Facts
  readonly days: ReadonlyArray<string>
  /** Whether a unit was dissolved, so that what it had reported is the unit's above. */
  readonly dissolves: boolean
}

/** The periods that every unit reports which lives to see their end. */
export const periods: ReadonlyArray<Period.Period> = [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) =>
  [1, 2].map((index): Period.Period => ({ calendar: "nd09", kind: "half", year, index })),
)

const reforms = ["2022-05-01", "2023-03-01", "2025-07-01"] as const
const label = { vi: "…", en: "…" }

/** A catalogue with an indicator of every kind that has totals. */
export const catalogue = {
  schema: "danvan/catalogue@0",
  id: "territory",
  version: "1.0.0",
  from: "2020-01-01",
  label,
  calendar: "nd09",
  measures: [{ id: "thing", vi: "việc", en: "things", decimals: 0 }],
  dimensions: [],
  indicators: ["flow", "stock", "campaign", "share", "grade", "flag", "rate"].map((kind) => ({
    id: `of.${kind}`,
    label,
    kind,
    measure: "thing",
  })),
  rules: [],
  citations: [],
  obligations: [
    {
      id: "half",
      who: { kind: "commune" },
      indicators: ["of.flow", "of.stock", "of.campaign", "of.share"],
      every: "half",
      scope: "own",
    },
  ],
}

interface Unit {
  readonly id: string
  readonly from: string
  to?: string
  readonly above: string
}

interface Draft {
  readonly units: Map<string, Unit>
  readonly successions: Array<Record<string, unknown>>
  dissolves: boolean
}

/** Dice: a whole number below the one that is given. */
export type Roll = (below: number) => number

// One reform: every commune that changes is in one event, or gives a part as well.
const reform = ({ units, successions, ...draft }: Draft, day: string, before: string, roll: Roll): boolean => {
  let { dissolves } = draft
  const alive = [...units.values()].filter((unit) => unit.to === undefined && unit.above !== "")
  const idle = alive.map(({ id }) => id).filter(() => roll(3) > 0)
  let count = 0
  const named = (): string => `c${day.slice(2, 4)}-${count++}`
  const found = (above: string): string => {
    const id = named()
    units.set(id, { id, from: day, above })
    return id
  }
  const end = (id: string): void => {
    const unit = units.get(id)
    if (unit) unit.to = before
  }
  const add = (kind: string, from: ReadonlyArray<string>, to: ReadonlyArray<string>, shares?: unknown): void => {
    const id = `${kind}-${day}-${successions.length}`
    successions.push({ id, kind, date: day, from, to, ...(shares === undefined ? {} : { shares }) })
  }
  const sharesOf = (from: string, to: ReadonlyArray<string>): unknown => {
    if (roll(2) === 0) return undefined
    const parts = to.map(() => 1 + roll(9000))
    const of = parts.reduce((a, b) => a + b, 0)
    return to.map((one, i) => ({ from, to: one, n: parts[i], of, weighs: "population", source: "bịa ra để thử" }))
  }
  while (idle.length > 0) {
    const first = idle.pop() ?? ""
    const above = units.get(first)?.above ?? ""
    switch (roll(8)) {
      case 0: {
        add("rename", [first], [found(above)])
        end(first)
        break
      }
      case 1: {
        const others = idle.splice(0, 1 + roll(2))
        add("merge", [first, ...others], [found(above)])
        for (const one of [first, ...others]) end(one)
        break
      }
      case 2: {
        // Into one that goes on.
        const other = idle.pop()
        if (other === undefined) break
        add("merge", [other], [first])
        end(other)
        break
      }
      case 3: {
        const to = Array.from({ length: 2 + roll(2) }, () => found(above))
        add("split", [first], to, sharesOf(first, to))
        end(first)
        break
      }
      case 4: {
        const to = [first, found(above)]
        add("split", [first], to, sharesOf(first, to))
        break
      }
      case 5: {
        const other = idle.pop()
        if (other !== undefined) add("transfer", [first], [other])
        break
      }
      case 6: {
        // Several old ones cut over several new ones.
        const from = [first, ...idle.splice(0, 1 + roll(2))]
        const to = [found(above), found(above)]
        for (const one of from) {
          add("split", [one], to, sharesOf(one, to))
          end(one)
        }
        break
      }
      default: {
        if (roll(3) > 0) break
        add("dissolve", [first], [])
        end(first)
        dissolves = true
      }
    }
  }
  return dissolves
}

/**
 * A territory by dice: `roll(n)` gives a whole number below `n`.
 *
 * @example
 * make(() => 0).root // "root"
 */
export const make = (roll: Roll): Territory => {
  const units = new Map<string, Unit>()
  const add = (id: string, above: string): void => {
    units.set(id, { id, from: "2000-01-01", above })
  }
  const districts = ["d1", "d2"].slice(0, 1 + roll(2))
  for (let i = 0; i < 2 + roll(5); i++) add(`c${i}`, districts[roll(districts.length)] ?? "d1")
  const draft: Draft = { units, successions: [], dissolves: false }
  let last = false
  for (const day of reforms) {
    if (roll(3) === 0) continue
    const [y = "", m = ""] = day.split("-")
    const before = new Date(Date.UTC(Number(y), Number(m) - 1, 0)).toISOString().slice(0, 10)
    draft.dissolves = reform(draft, day, before, roll)
    last = day === "2025-07-01"
  }
  // With the last reform the level between may go; its communes stand under the whole.
  const flat = last && roll(2) === 0
  const communes = [...units.values()]
  const file = {
    schema: "danvan/organisations@0",
    asOf: "2026-12-31",
    units: [
      { id: "root", kind: "province", names: [], from: "2000-01-01" },
      ...districts.map((id) => ({
        id,
        kind: "district",
        names: [],
        from: "2000-01-01",
        ...(flat ? { to: "2025-06-30" } : {}),
      })),
      ...communes.map(({ id, from, to }) => ({
        id,
        kind: "commune",
        names: [],
        from,
        ...(to === undefined ? {} : { to }),
      })),
    ],
    edges: [
      ...districts.map((child) => ({
        child,
        parent: "root",
        line: "reporting",
        ...(flat ? { to: "2025-06-30" } : {}),
      })),
      ...communes.flatMap(({ id: child, from, to, above }) => {
        const edge = { child, parent: above, line: "reporting", from }
        const through = to === undefined || to > "2025-06-30"
        if (!flat || !through) return [{ ...edge, ...(to === undefined ? {} : { to }) }]
        return [
          ...(from > "2025-06-30" ? [] : [{ ...edge, to: "2025-06-30" }]),
          { ...edge, parent: "root", from: from > "2025-07-01" ? from : "2025-07-01" },
        ]
      }),
    ],
    successions: [
      ...draft.successions,
      ...(flat ? [{ id: "districts-end", kind: "dissolve", date: "2025-07-01", from: districts, to: [] }] : []),
    ],
  }
  const registers = Result.getOrThrow(Registers.make(file, catalogue))
  const days = ["2021-06-14", "2022-05-01", "2023-02-28", "2023-03-01", "2025-06-30", "2025-07-01", "2026-12-14"]
  return { registers, root: "root", facts: factsOf(communes, roll), days, dissolves: draft.dissolves || flat }
}

const factsOf = (communes: ReadonlyArray<Unit>, roll: Roll): Facts.Facts => {
  const facts = communes.flatMap(({ id: subject, from, to }) =>
    periods.flatMap((period) => {
      const day = Period.referenceDate(period)
      if (day < from || (to !== undefined && day > to)) return []
      const values: ReadonlyArray<readonly [string, Value.Value]> = [
        ["flow", Value.quantity(roll(50))],
        ["stock", Value.quantity(roll(900))],
        ["campaign", Value.quantity(roll(20))],
        ["share", { kind: "share", x: { n: roll(5), qualifier: "exact" }, y: { n: 5 + roll(9), qualifier: "exact" } }],
        ["grade", { kind: "grade", counts: { [["a", "b"][roll(2)] ?? "a"]: 1 } }],
        ["flag", { kind: "flag", holds: roll(2) === 0 }],
        ["rate", { kind: "rate", percent: String(roll(100)), qualifier: "exact" }],
      ]
      const submission = `${subject}-${Period.toId(period)}`
      return values.map(([kind, value]): Facts.Fact => ({
        indicator: `of.${kind}`,
        subject,
        period,
        scope: "own",
        value,
        flags: [],
        claims: null,
        asOf: null,
        explanation: null,
        source: { submission, revision: 1, reporter: null, pointer: `/values/of.${kind}`, fingerprint: submission },
      }))
    }),
  )
  const keyed = facts.map((fact) => [Facts.key(fact), fact] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  const origins = [...new Map(facts.map((fact) => [fact.source.submission, fact])).values()].map((fact) => ({
    submission: fact.source.submission,
    revision: 1,
    subject: fact.subject,
    scope: fact.scope,
    period: Period.toId(fact.period),
    fingerprint: fact.source.fingerprint,
  }))
  return {
    facts: keyed.map(([, fact]) => fact),
    origins: origins.toSorted((a, b) => (a.submission < b.submission ? -1 : 1)),
    issues: [],
  }
}

/**
 * Dice that look random and are the same for a seed (mulberry32): a whole number below `n`.
 *
 * @example
 * dice(7)(6) === dice(7)(6) // true
 */
export const dice = (seed: number): Roll => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/**
 * Territories with random reforms.
 *
 * @example
 * fc.assert(fc.property(arbitrary, ({ facts }) => facts.issues.length === 0))
 */
export const arbitrary: fc.Arbitrary<Territory> = fc.integer().map((seed) => make(dice(seed)))
