// What an aggregate must be, computed once more from the words of docs/architecture.md and docs/formats.md, as slowly and
// plainly as possible: maps, loops, bigint. Nothing of `stages/` or `Aggregator` is used, so that a misunderstanding
// there is not repeated here.
import {
  believe,
  dayAfter,
  type Fact,
  figure,
  firstDay,
  flagsOf,
  holds,
  join,
  type Json,
  lastDay,
  length,
  span,
} from "./oracle.facts.ts"

/** What is compared. */
export interface OracleCell {
  readonly value: Json
  readonly how: string
  readonly flags: ReadonlyArray<string>
  readonly coverage: Json
  readonly whole: Json | null
}
type Told = Pick<OracleCell, "value" | "how" | "flags">

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

// 1,000,000 months are no whole number of years.
const yearBegin = (id: string) => span(`${id.slice(0, 4)}${id.endsWith("@") ? "@" : ""}`)[0] % 12

/** Everything about a subject in a period, by series. */
export const oracle = (organisations: Json, catalogue: Json, inputs: ReadonlyArray<Json>) => {
  const facts = believe(organisations, catalogue, inputs)
  const periods = [...new Set([...facts.keys()].map((key) => key.split("|")[2] ?? ""))]
  const get = (unit: string, series: string, period: string, scope = "own") =>
    facts.get(`${unit}|${series}|${period}|${scope}`)

  // Two numbers from the beginning of the year, to the end of a period and to its beginning.
  const accrued = (unit: string, series: string, period: string): ReadonlyArray<string> | null => {
    const begins = periods.filter(
      (one) => get(unit, series, one)?.value.kind === "quantity" && span(one)[0] % 12 === yearBegin(one),
    )
    const until = begins.find((one) => span(one)[1] === span(period)[1] && length(one) > length(period))
    const before = begins.find((one) => span(one)[1] === span(period)[0] && span(one)[0] === span(until ?? one)[0])
    return until && before ? [until, before] : null
  }

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
      // A beginning of the period and the rest of it.
      for (const first of [...answered].sort((a, b) => span(a)[0] - span(b)[0] || length(a) - length(b))) {
        const rest = answered.find((one) => length(one) !== length(first) && fills([first, one], period))
        if (rest === undefined || span(first)[0] !== span(period)[0]) continue
        const found = [first, rest].flatMap((one) => get(unit, series, one) ?? [])
        const value = add(found.map((one) => one.value))
        return value ? { value, flags: union(found), how: "time-sum" } : withheld
      }
      // What the year up to the end has beyond the year up to the beginning.
      const pair = accrued(unit, series, period)
      if (!pair) return null
      const [until, before] = pair.map((one) => get(unit, series, one)) as [Fact, Fact]
      const n = until.value.n - before.value.n
      const turned: Json = { over: "under", under: "over" }
      const qualifier = join([until.value.qualifier, turned[before.value.qualifier] ?? before.value.qualifier])
      if (n < 0) return withheld
      return { value: { kind: "quantity", n, qualifier }, flags: union([until, before]), how: "time-difference" }
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
  const arrived = (unit: string, id: string, cut: string, period: string): boolean => {
    const { kind } = catalogue.indicators.find((one: Json) => one.id === id)
    const value = get(unit, id, period)?.value
    const pair = !value && kind === "flow" ? accrued(unit, id, period) : null
    if (pair) return pair.every((one) => arrived(unit, id, cut, one))
    if (!value || value.kind === "missing") return false
    if (cut === "" || value.kind !== "quantity" || value.n === 0) return true
    const [dimension = ""] = cut.split("=")
    return [...facts.keys()].some(
      (key) => key.startsWith(`${unit}|${id}${dimension}=`) && key.endsWith(`|${period}|own`),
    )
  }

  // For which parts, or for the period itself, a unit owes an indicator, and by when.
  const owedBy = (unit: string, id: string, period: string): Map<string, string | null> => {
    const known = organisations.units.find((one: Json) => one.id === unit)
    const owed = new Map<string, string | null>()
    for (const { who, indicators, every, scope, due } of catalogue.obligations) {
      if (scope !== "own" || !indicators.includes(id) || (who.unit ?? unit) !== unit) continue
      if ((who.kind ?? known.kind) !== known.kind) continue
      const suffixes: Json = {
        month: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((n) => `-M${n}`),
        quarter: ["-Q1", "-Q2", "-Q3", "-Q4"],
        half: ["-H1", "-H2"],
        "nine-months": ["-9M"],
        "eleven-months": ["-11M"],
        year: [""],
      }
      const own = period.endsWith("@") ? "@" : ""
      if (own && ["month", "eleven-months"].includes(every)) continue
      const all = suffixes[every].map((suffix: string) => period.slice(0, 4) + suffix + own)
      const parts = all.filter((one: string) => inside(period, one))
      if (!fills(parts, period)) continue
      for (const part of parts) {
        // Of several days the earliest; none where somebody names none.
        // Inspectors' figures stand in the report of everybody's period, which has its day.
        const days = [
          due ? dayAfter(part.replace("@", ""), due.days) : null,
          ...(owed.has(part) ? [owed.get(part) ?? null] : []),
        ]
        owed.set(part, days.includes(null) ? null : (days.sort()[0] ?? null))
      }
    }
    return owed
  }

  // A figure is late when it came after the last of the days of all that it answers; what two numbers from the beginning
  // of the year leave, when the later of them is.
  const isLate = (unit: string, id: string, period: string) => {
    const told = get(unit, id, period) ? period : (accrued(unit, id, period)?.[0] ?? period)
    const received = get(unit, id, told)?.received
    const days = [...owedBy(unit, id, told).values()]
    return !!received && days.length > 0 && days.every((day) => day !== null && received > day)
  }

  const coverage = (
    units: ReadonlyArray<string>,
    id: string,
    cut: string,
    period: string,
    asOf: string | undefined,
  ) => {
    const counts = { unitsComplete: 0, unitsPartial: 0, unitsOwing: 0 }
    const cells = { cellsArrived: 0, cellsLate: 0, cellsNotDue: 0, cellsOwing: 0 }
    for (const unit of units) {
      if (
        !holds(
          organisations.units.find((one: Json) => one.id === unit),
          lastDay(period),
        )
      )
        continue
      const owed = owedBy(unit, id, period)
      const stated = arrived(unit, id, cut, period)
      let there = 0
      for (const [part, due] of owed) {
        cells.cellsOwing++
        const came = stated || arrived(unit, id, cut, part)
        if (came) there++
        if (came && isLate(unit, id, stated ? period : part)) cells.cellsLate++
        if (!came && asOf !== undefined && due !== null && asOf <= due) cells.cellsNotDue++
      }
      counts.unitsOwing += owed.size > 0 ? 1 : 0
      counts.unitsComplete += owed.size > 0 && there === owed.size ? 1 : 0
      counts.unitsPartial += there > 0 && there < owed.size ? 1 : 0
      cells.cellsArrived += there
    }
    return { ...counts, ...cells }
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

  return (subject: string, asked: string, asOf?: string): Map<string, OracleCell> => {
    const below = (day: string): ReadonlyArray<string> => {
      const units = [subject]
      for (const unit of units) {
        for (const edge of organisations.edges) {
          if (edge.line !== "reporting" || edge.parent !== unit || !holds(edge, day)) continue
          if (!units.includes(edge.child)) units.push(edge.child)
        }
      }
      return units
    }
    // Who ended without a successor, and stands nowhere now, has left its figures to the unit that was above it, or to
    // the nearest above that is still there. One that is not there any more has its own alone.
    const left = (units: ReadonlyArray<string>, period: string): ReadonlyArray<string> => {
      const day = lastDay(period)
      const gone: Array<string> = []
      const heirless = (above: string): void => {
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
      for (const unit of units) {
        const isThere = organisations.units.some((one: Json) => one.id === unit && holds(one, day))
        const above = (one: Json) => one.line === "reporting" && one.child === unit && holds(one, day)
        if (isThere || organisations.edges.some(above)) heirless(unit)
      }
      return gone
    }
    const cells = new Map<string, OracleCell>()
    for (const about of catalogue.indicators) {
      const { id, breakdowns = [] } = about
      const period = figure(about, asked)
      if (period === null || !holds(about, lastDay(period))) continue
      const units = below(lastDay(period))
      const gone = left(units, period)
      const cuts = breakdowns.flatMap(({ dimension }: Json) =>
        catalogue.dimensions
          .find((one: Json) => one.id === dimension)
          .members.map((one: Json) => `[${dimension}=${one.id}]`),
      )
      for (const cut of ["", ...cuts]) {
        const whole = get(subject, id + cut, period, "whole")
        const { value, how, flags } = told(units, gone, id + cut, period, about, whole)
        const cell = {
          value,
          how,
          flags,
          coverage: coverage(units, id, cut, period, asOf),
          whole: whole?.value ?? null,
        }
        cells.set(id + cut, cell)
      }
    }
    return cells
  }
}
