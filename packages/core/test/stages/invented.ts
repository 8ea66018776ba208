// Organisations, catalogues and facts by chance, odder than any that people have: for holding two ways of bringing
// figures together against each other. The same seed gives the same.
import { Aggregator, Facts, type Indicator, Period, PlainDate, type Reading, type Registers, Value } from "@danvan/core"
import * as Result from "effect/Result"

export interface Invented {
  readonly registers: Registers.Registers
  readonly facts: Facts.Facts
  readonly subjects: ReadonlyArray<string>
  readonly periods: ReadonlyArray<Period.Period>
  /** The day of looking, or none. */
  readonly day: { readonly asOf?: string }
  readonly roll: (below: number) => number
}

const periodOf = (text: string): Period.Period => Result.getOrThrow(Period.fromText(text, "civil"))
const pad = (n: number): string => String(n).padStart(2, "0")
const months = Array.from({ length: 12 }, (_, i) => periodOf(`2022-M${pad(i + 1)}`))
const quarters = [1, 2, 3, 4].map((i) => periodOf(`2022-Q${i}`))
const halves = [1, 2].map((i) => periodOf(`2022-H${i}`))
const long = ["2022", "2022-9M", "2022-11M"].map(periodOf)
const strange = ["2021-M12", "2021-H2", "2022-H1@nd09", "2022-M03@unstated", "2022-Q1@unstated"].map(periodOf)
const inspected = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-H1", "2022-9M", "2022"].map((one) =>
  periodOf(`${one}@inspectorate`),
)
/** Every period that facts may be about. */
export const periods = [...months, ...quarters, ...halves, ...long, ...strange, ...inspected]

/** Dice that look random: mulberry32. */
export const dice = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const label = { vi: "x", en: "x" }

const organisationsOf = (roll: (below: number) => number, size: number): Registers.Organisations => {
  const count = 1 + roll(size)
  const ids = Array.from({ length: count }, (_, i) => `u${i}${"abc"[roll(3)]}`)
  const dated = (chance: number): { from?: string; to?: string } =>
    roll(chance) > 0 ? {} : roll(2) === 0 ? { from: `2022-0${1 + roll(9)}-15` } : { to: `2022-0${1 + roll(9)}-15` }
  const depth = [0]
  const edges = ids.slice(1).flatMap((child, i) => {
    const fit = depth.flatMap((level, k) => (level < 3 ? [k] : []))
    const at = fit[roll(fit.length)] ?? 0
    depth[i + 1] = (depth[at] ?? 0) + 1
    const [parent, other] = [ids[at]!, ids[roll(i + 1)]!]
    const line = "reporting"
    switch (roll(12)) {
      case 0: // moves within the year
        return [
          { child, parent, line, to: "2022-06-29" },
          { child, parent: other, line, from: "2022-06-30" },
        ]
      case 1:
        return [{ child, parent, line, ...dated(1) }]
      case 2:
        return [
          { child, parent, line },
          { child, parent, line },
          { child, parent: other, line: "party" },
        ]
      case 3:
        return []
      default:
        return [{ child, parent, line }]
    }
  })
  const units = ids.map((id) => ({ id, kind: ["ward", "agency", "district"][roll(3)]!, names: [], ...dated(8) }))
  return { schema: "danvan/organisations@0", asOf: "2022-12-31", units, edges, successions: [] }
}

const catalogueOf = (
  roll: (below: number) => number,
  units: ReadonlyArray<string>,
): Registers.Registers["catalogue"] => {
  const indicators = Array.from({ length: 1 + roll(6) }, (_, i) => {
    const kind = roll(3) === 0 ? "flow" : Aggregator.kinds[roll(Aggregator.kinds.length)]!
    const parts = ["flow", "stock", "campaign"].includes(kind) && roll(2) === 0
    return {
      id: `i${i}.${kind}`,
      label,
      kind,
      measure: "m",
      ...(parts
        ? { breakdowns: ["d1", "d2"].slice(roll(2)).map((dimension) => ({ dimension, exhaustive: false })) }
        : {}),
      ...(roll(8) === 0 ? { to: "2022-06-30" } : {}),
      ...(roll(3) === 0 ? { calendar: "inspectorate" } : {}),
    }
  })
  const obligations = Array.from({ length: roll(5) }, (_, i) => ({
    id: `o${i}`,
    who: roll(3) === 0 ? { unit: units[roll(units.length)]! } : { kind: ["ward", "agency", "district"][roll(3)]! },
    indicators: indicators.filter(() => roll(3) > 0).map(({ id }) => id),
    every: (["month", "quarter", "half", "nine-months", "eleven-months", "year"] as const)[roll(6)]!,
    scope: roll(6) === 0 ? ("whole" as const) : ("own" as const),
    ...(roll(3) === 0 ? {} : { due: { days: roll(20) - 9 } }),
  }))
  const dimensions = ["d1", "d2"].map((id) => ({
    id,
    label,
    members: ["a", "b"].map((member) => ({ id: member, label })),
  }))
  return {
    schema: "danvan/catalogue@0",
    id: "c",
    version: "1.0.0",
    from: "2020-01-01",
    label,
    calendar: "civil",
    measures: [{ id: "m", vi: "x", en: "x", decimals: 0 }],
    dimensions,
    indicators,
    rules: [],
    citations: [],
    obligations,
  }
}

const qualifiers = ["exact", "exact", "exact", "over", "under", "about"] as const

const valueOf = (kind: Aggregator.Kind, roll: (below: number) => number, large: boolean): Value.Value => {
  const chance = roll(14)
  if (chance === 0) return Value.missing(Value.missingReasons[roll(6)]!)
  if (chance <= 2) return { kind: "not-applicable", reason: Value.inapplicableReasons[roll(4)]! }
  // Twelve months of a flow rarely leave the safe integers, two units often.
  const most = kind === "flow" && roll(200) > 0 ? Math.floor(Number.MAX_SAFE_INTEGER / 12) : Number.MAX_SAFE_INTEGER
  const number = () => ({
    n: large && roll(4) === 0 ? most - roll(2) : roll(4),
    qualifier: qualifiers[roll(6)]!,
  })
  switch (kind) {
    case "share":
    case "attainment":
      return { kind: "share", x: number(), y: number() }
    case "rate":
      return { kind: "rate", percent: String(roll(100)), qualifier: "exact" }
    case "grade":
      return {
        kind: "grade",
        counts: Object.fromEntries(["b", "a", "c"].slice(roll(3)).map((key) => [key, large ? number().n : roll(5)])),
      }
    case "flag":
      return { kind: "flag", holds: roll(2) === 0 }
    case "text":
      return { kind: "text", text: `t${roll(9)}` }
    default:
      return { kind: "quantity", ...number() }
  }
}

const flagsOf = (roll: (below: number) => number): ReadonlyArray<Reading.Flag> =>
  roll(3) > 0 ? [] : (["illustrative", "estimated", "provisional"] as const).slice(roll(3))

/** A case: `size` bounds the number of units. */
export const invent = (seed: number, size: number): Invented => {
  const roll = dice(seed)
  const organisations = organisationsOf(roll, size)
  const ids = organisations.units.map(({ id }) => id)
  const catalogue = catalogueOf(roll, ids)
  const registers: Registers.Registers = { organisations, catalogue, forms: [], outlines: [] }
  const large = roll(4) === 0
  const density = 1 + roll(8)
  const punctual = roll(2) === 0
  const series: ReadonlyArray<Indicator.Series & { kind: Aggregator.Kind }> = catalogue.indicators.flatMap(
    ({ id: indicator, kind, breakdowns }) => [
      { indicator, kind },
      ...(breakdowns ?? []).flatMap(({ dimension }) =>
        ["a", "b", "unknown"].map((member) => ({ indicator, kind, dimension, member })),
      ),
    ],
  )
  const facts: Array<Facts.Fact> = []
  for (const subject of [...ids, "nobody"]) {
    // Some send months, some quarters, some a bit of everything.
    const mixed = [
      [...months, ...quarters],
      [...months, ...halves, ...long],
      [...quarters, ...inspected],
    ]
    const styles = [months, quarters, halves, long, inspected, ...mixed, periods]
    const style = styles[roll(styles.length)]!
    for (const period of style) {
      if (roll(16) === 0) continue
      for (const scope of roll(4) === 0 ? (["own", "whole"] as const) : (["own"] as const)) {
        const submission = `${subject}-${Period.toId(period)}-${scope}`
        const { to } = Period.days(period) ?? { to: "2022-06-30" }
        const came = punctual || roll(3) === 0 ? {} : { received: PlainDate.addDays(to, roll(20) - 9) }
        for (const { kind, ...one } of series) {
          if (roll(density) === 0 && roll(2) === 0) continue
          if (one.member === "unknown" && roll(4) > 0) continue
          const { indicator } = one
          const source = {
            submission,
            revision: 1,
            reporter: null,
            pointer: `/values/${indicator}`,
            fingerprint: "f",
            ...came,
          }
          const claims = roll(9) === 0 ? { percent: "7" } : null
          facts.push({
            ...one,
            subject,
            period,
            scope,
            value: valueOf(kind, roll, large),
            flags: flagsOf(roll),
            claims: claims as never,
            asOf: roll(9) === 0 ? "2022-06-10" : null,
            explanation: null,
            source,
          })
        }
      }
    }
  }
  const keyed = facts.map((fact) => [Facts.key(fact), fact] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  const origins = [...new Map(keyed.map(([, fact]) => [fact.source.submission, fact])).values()].map(
    ({ subject, scope, period, source }) => ({
      submission: source.submission,
      revision: 1,
      subject,
      scope,
      period: Period.toId(period),
      fingerprint: "f",
    }),
  )
  const asked = [...ids, "nobody", "never-heard-of"].filter(() => roll(3) > 0)
  return {
    registers,
    facts: { facts: keyed.map(([, fact]) => fact), origins, issues: [] },
    subjects: asked,
    periods,
    day: roll(2) === 0 ? {} : { asOf: PlainDate.addDays("2022-01-01", roll(380)) },
    roll,
  }
}
