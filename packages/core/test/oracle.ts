// What an aggregate must be, computed once more from the words of docs/architecture.md and docs/formats.md, as slowly and
// plainly as possible: maps, loops, bigint. Nothing of `stages/` or `Aggregator` is used, so that a misunderstanding
// there is not repeated here.
import { believe, type Fact, firstDay, flagsOf, holds, join, type Json, lastDay, length, span } from "./oracle.facts.ts"

/** What is compared. */
export interface OracleCell {
  readonly value: Json
  readonly how: string
  readonly flags: ReadonlyArray<string>
  readonly coverage: Json
  readonly whole: Json | null
}
type Told = Omit<OracleCell, "coverage" | "whole">

const missing = (reason: string): Json => ({ kind: "missing", reason })
const withheld = { value: missing("withheld"), how: "refused", flags: [] }
const union = (all: ReadonlyArray<Pick<Fact, "flags">>) =>
  flagsOf((flag) => all.some((one) => one.flags.includes(flag)))
const inside = (outer: string, inner: string) => span(outer)[0] <= span(inner)[0] && span(inner)[1] <= span(outer)[1]
const fills = (parts: ReadonlyArray<string>, whole: string) => {
  let at = span(whole)[0]
  for (const [from, to] of parts.map(span).sort(([a], [b]) => a - b)) {
    if (from !== at) return false
    at = to
  }
  return at === span(whole)[1]
}

// Over units, or over the parts of a period: numbers, or both sides of a share, in exact arithmetic; answers are
// counted. Null where there is no number, because it leaves the safe integers.
const add = (all: ReadonlyArray<Json>): Json => {
  const numbers = all.filter(({ kind }) => kind !== "not-applicable")
  const kind = numbers[0]?.kind
  const sum = (side: ReadonlyArray<Json>) => ({
    n: Number(side.reduce((total, { n }) => total + BigInt(n), 0n)),
    qualifier: join(side.map(({ qualifier }) => qualifier)),
  })
  if (kind === undefined) {
    const reasons = ["no-object", "not-in-remit", "not-yet-existing", "ceased"]
    return { kind: "not-applicable", reason: reasons.find((reason) => all.some((one) => one.reason === reason)) }
  }
  if (kind === "grade") {
    const counts: Record<string, number> = {}
    for (const grade of new Set(numbers.flatMap((one) => Object.keys(one.counts)))) {
      counts[grade] = sum(numbers.map((one) => ({ n: one.counts[grade] ?? 0, qualifier: "exact" }))).n
    }
    return Object.values(counts).every(Number.isSafeInteger) ? { kind, counts } : null
  }
  if (kind === "flag") {
    const exact = (n: number) => ({ n, qualifier: "exact" })
    return { kind: "share", x: exact(numbers.filter((one) => one.holds).length), y: exact(numbers.length) }
  }
  const sides =
    kind === "share" ? (["x", "y"] as const).map((side) => sum(numbers.map((one) => one[side]))) : [sum(numbers)]
  if (sides.some(({ n }) => !Number.isSafeInteger(n))) return null
  return kind === "share" ? { kind, x: sides[0], y: sides[1] } : { kind, ...sides[0] }
}

/** Everything about a subject in a period, by series. */
export const oracle = (organisations: Json, catalogue: Json, inputs: ReadonlyArray<Json>) => {
  const facts = believe(organisations, catalogue, inputs)
  const periods = [...new Set([...facts.keys()].map((key) => key.split("|")[2] ?? ""))]
  const get = (unit: string, series: string, period: string, scope = "own") =>
    facts.get(`${unit}|${series}|${period}|${scope}`)

  // Time comes first, inside a unit. Where the words leave a choice: months before quarters, and of two periods that end
  // together the shorter.
  const overTime = (unit: string, series: string, period: string, { kind, carry = 0 }: Json): Told | null => {
    const direct = get(unit, series, period)
    if (direct) return { ...direct, how: "reported" }
    const parts = periods.filter((one) => one !== period && inside(period, one) && get(unit, series, one))
    const answered = parts.filter((one) => get(unit, series, one)?.value.kind !== "missing")
    if (["rate", "distinct", "text"].includes(kind)) return null
    if (kind === "flow") {
      for (const months of [1, 3, 6, 9, 11]) {
        const tiles = parts.filter((one) => length(one) === months)
        if (!fills(tiles, period) || tiles.some((one) => !answered.includes(one))) continue
        const found = tiles.flatMap((one) => get(unit, series, one) ?? [])
        const value = add(found.map((one) => one.value))
        return value ? { value, flags: union(found), how: "time-sum" } : withheld
      }
      return null
    }
    const latest = (all: ReadonlyArray<string>) =>
      [...all].sort((a, b) => span(b)[1] - span(a)[1] || length(a) - length(b))[0]
    // A stock that nobody counted at the end stands for some months more.
    const carried = (): Told | null => {
      const old = periods.filter((one) => {
        const apart = span(period)[1] - span(one)[1]
        return apart >= 0 && apart <= carry && (get(unit, series, one)?.value.kind ?? "missing") !== "missing"
      })
      const from = get(unit, series, latest(old) ?? "")
      return kind === "stock" && carry > 0 && from
        ? { ...from, flags: union([from, { flags: ["carried"] }]), how: "time-carried" }
        : null
    }
    const newest = latest(answered)
    const found = newest === undefined ? undefined : get(unit, series, newest)
    if (!found || newest === undefined) return carried()
    if (kind !== "stock") return { ...found, how: "time-newest" }
    return span(newest)[1] === span(period)[1] ? { ...found, how: "time-closing" } : carried()
  }

  // A part is known when its total is, and that was broken down, is zero, or is no number.
  const arrived = (unit: string, id: string, cut: string, period: string) => {
    const value = get(unit, id, period)?.value
    if (!value || value.kind === "missing") return false
    if (cut === "" || value.kind !== "quantity" || value.n === 0) return true
    const [dimension = ""] = cut.split("=")
    return [...facts.keys()].some(
      (key) => key.startsWith(`${unit}|${id}${dimension}=`) && key.endsWith(`|${period}|own`),
    )
  }

  // Who of these units owes the indicator for the period, or for parts that fill it; and how much of it has come.
  const coverage = (units: ReadonlyArray<string>, id: string, cut: string, period: string) => {
    const counts = { unitsComplete: 0, unitsPartial: 0, unitsOwing: 0, cellsArrived: 0, cellsOwing: 0 }
    for (const unit of units) {
      const known = organisations.units.find((one: Json) => one.id === unit)
      const owed = new Set<string>()
      for (const { who, indicators, every, scope } of catalogue.obligations) {
        if (scope !== "own" || !indicators.includes(id) || (who.unit ?? unit) !== unit) continue
        if ((who.kind ?? known.kind) !== known.kind || !holds(known, lastDay(period))) continue
        const suffixes: Json = {
          month: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((n) => `-M${n}`),
          quarter: ["-Q1", "-Q2", "-Q3", "-Q4"],
          half: ["-H1", "-H2"],
          "nine-months": ["-9M"],
          "eleven-months": ["-11M"],
          year: [""],
        }
        const all = suffixes[every].map((suffix: string) => period.slice(0, 4) + suffix)
        const parts = all.filter((one: string) => inside(period, one))
        if (fills(parts, period)) for (const one of parts) owed.add(one)
      }
      const there = arrived(unit, id, cut, period)
        ? owed.size
        : [...owed].filter((p) => arrived(unit, id, cut, p)).length
      counts.unitsOwing += owed.size > 0 ? 1 : 0
      counts.unitsComplete += owed.size > 0 && there === owed.size ? 1 : 0
      counts.unitsPartial += there > 0 && there < owed.size ? 1 : 0
      counts.cellsArrived += there
      counts.cellsOwing += owed.size
    }
    return counts
  }

  const told = (
    units: ReadonlyArray<string>,
    gone: ReadonlyArray<string>,
    series: string,
    period: string,
    about: Json,
    stated?: Fact,
  ): Told => {
    const { kind, disjoint } = about
    const { carry: _carry, ...still } = about
    const said = units.flatMap((unit) => overTime(unit, series, period, about) ?? [])
    const left = gone.flatMap((unit) => overTime(unit, series, period, still) ?? [])
    const alone = units.length === 1 && gone.length === 0 ? said[0] : undefined
    said.push(...left)
    const own = said.filter(({ value, how }) => value.kind !== "missing" || how === "refused")
    if (own.length === 0 && stated) return { ...stated, how: "whole" }
    // A unit that said why it has no number has said it.
    if (alone) return alone
    if (own.length === 0) return { value: missing("not-sent"), how: "none", flags: [] }
    if (["rate", "distinct", "text"].includes(kind) && disjoint !== "units") {
      return stated ? { ...stated, how: "whole" } : withheld
    }
    const value = own.some(({ how }) => how === "refused") ? null : add(own.map((one) => one.value))
    if (!value) return withheld
    return { value, flags: union(own), how: kind === "grade" || kind === "flag" ? "units-frequency" : "units-sum" }
  }

  return (subject: string, period: string): Map<string, OracleCell> => {
    const day = lastDay(period)
    const units = [subject]
    for (const unit of units) {
      for (const edge of organisations.edges) {
        if (edge.line !== "reporting" || edge.parent !== unit || !holds(edge, day)) continue
        if (!units.includes(edge.child)) units.push(edge.child)
      }
    }
    // Who ended without a successor, and stands nowhere now, has left its figures to the unit that was above it.
    const gone: Array<string> = []
    for (const unit of units.slice()) heirless(unit)
    function heirless(above: string): void {
      for (const { id, to } of organisations.units) {
        const under = organisations.edges.filter((one: Json) => one.line === "reporting" && one.child === id)
        if (to === undefined || to >= day || to < firstDay(period) || under.some((one: Json) => holds(one, day)))
          continue
        const last = under.find((one: Json) => holds(one, to))
        if (last?.parent !== above || gone.includes(id)) continue
        gone.push(id)
        heirless(id)
      }
    }
    const cells = new Map<string, OracleCell>()
    for (const about of catalogue.indicators) {
      const { id, breakdowns = [] } = about
      if (!holds(about, day)) continue
      const cuts = breakdowns.flatMap(({ dimension }: Json) =>
        catalogue.dimensions
          .find((one: Json) => one.id === dimension)
          .members.map((one: Json) => `[${dimension}=${one.id}]`),
      )
      for (const cut of ["", ...cuts]) {
        const whole = get(subject, id + cut, period, "whole")
        const { value, how, flags } = told(units, gone, id + cut, period, about, whole)
        const cell = { value, how, flags, coverage: coverage(units, id, cut, period), whole: whole?.value ?? null }
        cells.set(id + cut, cell)
      }
    }
    return cells
  }
}
