// The first half of the oracle: from what was sent to one believed value for each subject, series, period and scope.
// Read `oracle.ts` first. It knows the civil calendar, and by name the one rule of the invented country that holds back.
/** Anything that came as JSON. */
export type Json = any
/** A believed value; `native` when its submission is about that scope. */
export type Fact = { readonly value: Json; readonly flags: ReadonlyArray<string>; readonly native: boolean }

// ── periods of the civil calendar, in months counted from January of year 0; the end is excluded ────────────────────
const lengths: Json = { "-M": 1, "-Q": 3, "-H": 6, "-9": 9, "-1": 11, "": 12 }
/** How many months a period has. */
export const length = (id: string): number => lengths[id.slice(4, 6)]
/** From which month to which. */
export const span = (id: string): readonly [number, number] => {
  const index = length(id) < 9 ? Number(id.slice(6)) : 1
  const from = Number(id.slice(0, 4)) * 12 + length(id) * (index - 1)
  return [from, from + length(id)]
}
/** The last day of a period. */
export const lastDay = (id: string): string => {
  const to = span(id)[1]
  return new Date(Date.UTC(Math.floor(to / 12), to % 12, 0)).toISOString().slice(0, 10)
}
/** The first day of a period. */
export const firstDay = (id: string): string => {
  const from = span(id)[0]
  return `${Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, "0")}-01`
}
/** Whether something dated holds on a day. */
export const holds = (dated: Json, day: string): boolean => (dated.from ?? "") <= day && day <= (dated.to ?? "9")

/** The flags in one order. */
export const flagsOf = (has: (flag: string) => boolean): ReadonlyArray<string> =>
  ["estimated", "provisional", "revised", "carried", "illustrative"].filter(has)

// exact ≤ over, under ≤ about.
export const join = (all: ReadonlyArray<string>) => {
  const inexact = new Set(all.filter((one) => one !== "exact"))
  return inexact.size > 1 ? "about" : ([...inexact][0] ?? "exact")
}

// ── one value, as formats.md describes it; null when it is held back ────────────────────────────────────────────────
const number = (raw: Json): Json => {
  if (typeof raw === "number") return { n: raw, qualifier: "exact" }
  const qualifier = ["about", "over", "under"].find((one) => one in raw)
  return qualifier ? { n: raw[qualifier], qualifier } : number(raw.n)
}

// From where to where a number may lie; one that is said to be about something is not nothing.
const range = ({ n, qualifier }: Json): readonly [number, number] => {
  const [low, high] = [n > 0 ? 1 : -Infinity, n < 0 ? -1 : Infinity]
  if (qualifier === "about") return [low, high]
  return qualifier === "over" ? [n, high] : qualifier === "under" ? [low, n] : [n, n]
}
const isMore = (one: Json, other: Json): boolean => range(one)[0] > range(other)[1]

const read = (raw: Json, indicator: Json): { value: Json; parts: Record<string, Json> } | null => {
  const { kind } = indicator
  const parts: Record<string, Json> = {}
  if (raw.missing) return { value: { kind: "missing", reason: raw.missing }, parts }
  if (raw.notApplicable) return { value: { kind: "not-applicable", reason: raw.notApplicable }, parts }
  if (kind === "rate") return { value: { kind, percent: raw.percent, qualifier: "exact" }, parts }
  if (kind === "grade") return { value: { kind, counts: raw.grades }, parts }
  if (kind === "flag") return { value: { kind, holds: raw.flag ?? raw }, parts }
  if (kind === "text") return { value: { kind, text: raw.text ?? raw }, parts }
  if (kind === "share" || kind === "attainment") {
    const [x, y] = [number(raw.x), number(raw.y)]
    if ((x.n === 0 && y.n === 0) || (kind === "share" && isMore(x, y))) return null
    return { value: { kind: "share", x, y }, parts }
  }
  const value = { kind: "quantity", ...number(raw) }
  for (const { dimension, exhaustive } of indicator.breakdowns ?? []) {
    if (!raw.by?.[dimension]) continue
    const all = Object.values(raw.by[dimension]).map(number)
    const sum = { n: all.reduce((n, part) => n + part.n, 0), qualifier: join(all.map(({ qualifier }) => qualifier)) }
    for (const [member, part] of Object.entries(raw.by[dimension])) {
      parts[`[${dimension}=${member}]`] = { kind: "quantity", ...number(part) }
    }
    if (isMore(sum, value) || (exhaustive && isMore(value, sum))) return null
  }
  return value.n > (indicator.max ?? Number.MAX_SAFE_INTEGER) ? null : { value, parts }
}

const sorted = (x: Json): Json => {
  if (typeof x !== "object" || x === null || Array.isArray(x)) return x
  return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, sorted(value)]).sort()) // prettier-ignore
}

/** Believed values by `subject|series|period|scope`. */
export const believe = (organisations: Json, catalogue: Json, inputs: ReadonlyArray<Json>): Map<string, Fact> => {
  // Who counts at all; then the highest revision of a subject, period and scope, whole.
  const groups = new Map<string, Array<Json>>()
  for (const one of inputs) {
    const unit = organisations.units.find((u: Json) => u.id === one.subject)
    const day = lastDay(one.period)
    if (one.status === "draft" || one.status === "returned" || one.catalogue !== catalogue.id) continue
    if (!unit || !holds(unit, day) || !holds(catalogue, day)) continue
    const key = `${one.subject}|${one.period}|${one.scope}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const facts = new Map<string, Fact>()
  for (const group of groups.values()) {
    const highest = Math.max(...group.map((one) => one.revision))
    const top = group.filter((one) => one.revision === highest)
    if (new Set(top.map((one) => JSON.stringify(sorted(one)))).size > 1) continue // nobody to believe
    const { values, nil = [], subject, period, scope, illustrative } = top[0]
    const said = new Map<string, Json>()
    for (const indicator of catalogue.indicators) {
      const raw = indicator.id in values ? values[indicator.id] : nil.includes(indicator.id) ? 0 : undefined
      const found = raw === undefined || !holds(indicator, lastDay(period)) ? null : read(raw, indicator)
      if (found) said.set(indicator.id, { ...found, raw })
    }
    // No meeting, no turns: an error, and it holds the turns back.
    const [events, turns] = ["meeting.events", "meeting.turns"].map((id) => said.get(id)?.value)
    const none = events?.kind === "quantity" && range(events).every((end) => end === 0)
    if (none && turns?.kind === "quantity" && range(turns)[0] > 0) said.delete("meeting.turns")
    for (const [id, { value, parts, raw }] of said) {
      const native = (raw.scope ?? scope) === scope
      const flags = flagsOf((flag) => raw[flag] === true || (flag === "illustrative" && illustrative === true))
      for (const [part, one] of [["", value], ...Object.entries(parts)]) {
        // A value may declare another scope; the submission that is about that scope is believed before it.
        const key = `${subject}|${id}${part}|${period}|${raw.scope ?? scope}`
        if (native || !facts.has(key)) facts.set(key, { value: one, flags, native })
      }
    }
  }
  return facts
}
