// The first half of the oracle: from what was sent to one believed value for each subject, series, period and scope.
// Read `oracle.ts` first. It knows the civil calendar and the inspectors', and by name the one rule of the invented country
// that holds back.
import { createHash } from "node:crypto"

/** Anything that came as JSON. */
export type Json = any
/** A believed value; `native` when its submission is about that scope. */
export type Fact = {
  readonly value: Json
  readonly flags: ReadonlyArray<string>
  readonly native: boolean
  readonly received: string | null
  readonly print: string
}

// ── periods in months counted from the first of year 0; the end is excluded. `@` stands behind those of the inspectors,
// whose months are no others' months; `2022~5` are the first five months of a year ──────────────────────────────────────
const lengths: Json = { "-M": 1, "-Q": 3, "-H": 6, "-9": 9, "-1": 11, "": 12 }
/** How many months a period has. */
export const length = (id: string): number =>
  id[4] === "~" ? Number(id.slice(5).replace("@", "")) : lengths[id.slice(4, 6).replace("@", "")]
/** From which month to which. */
export const span = (id: string): readonly [number, number] => {
  const index = length(id) < 9 && id[4] !== "~" ? Number(id.slice(6).replace("@", "")) : 1
  const from = Number(id.slice(0, 4)) * 12 + length(id) * (index - 1) + (id.endsWith("@") ? INSPECTORS : 0)
  return [from, from + length(id)]
}
const INSPECTORS = 1_000_000
/** The last day of a period; the inspectors' months end on the fourteenth. */
export const lastDay = (id: string): string => {
  const to = span(id)[1] - (id.endsWith("@") ? INSPECTORS : 0)
  if (id.endsWith("@"))
    return new Date(Date.UTC(Math.floor((to - 1) / 12), (to - 1) % 12, 14)).toISOString().slice(0, 10)
  return new Date(Date.UTC(Math.floor(to / 12), to % 12, 0)).toISOString().slice(0, 10)
}
/** So many days after a period's last. */
export const dayAfter = (id: string, days: number): string =>
  new Date(Date.parse(lastDay(id)) + days * 86_400_000).toISOString().slice(0, 10)
/** The period of an indicator's figures in a report; null where its calendar has no such. */
export const figure = (about: Json, period: string): string | null => {
  if (about.calendar !== "inspectorate") return period
  return [1, 11].includes(length(period)) ? null : `${period}@`
}
// From the beginning of the year to the end of a period.
const toDate = (id: string): string => {
  const months = span(id)[1] % 12 || 12
  const names: Json = { 1: "-M01", 3: "-Q1", 6: "-H1", 9: "-9M", 11: "-11M", 12: "" }
  const own = id.endsWith("@") ? "@" : ""
  return `${id.slice(0, 4)}${months in names ? names[months] : `~${months}`}${own}`
}
/** The first day of a period: the inspectors' months begin on the fifteenth of the one before. */
export const firstDay = (id: string): string => {
  const own = id.endsWith("@")
  const from = span(id)[0] - (own ? INSPECTORS + 1 : 0)
  return `${Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, "0")}-${own ? "15" : "01"}`
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
const fingerprint = (one: Json): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(one)))
    .digest("hex")

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
    const { values, nil = [], subject, period, scope, illustrative, submittedAt } = top[0]
    const received = submittedAt === undefined ? null : submittedAt.slice(0, 10)
    const said = new Map<string, Json>()
    for (const indicator of catalogue.indicators) {
      const raw = indicator.id in values ? values[indicator.id] : nil.includes(indicator.id) ? 0 : undefined
      const own = figure(indicator, period)
      const found = raw === undefined || own === null || !holds(indicator, lastDay(own)) ? null : read(raw, indicator)
      const at = own !== null && (raw?.cumulative ?? indicator.cumulative) === true ? toDate(own) : own
      if (found) said.set(indicator.id, { ...found, raw, at })
    }
    // No meeting, no turns: an error, and it holds the turns back.
    const [events, turns] = ["meeting.events", "meeting.turns"].map((id) => said.get(id)?.value)
    const [reach, beside] = ["meeting.events", "meeting.turns"].map((id) => said.get(id)?.at ?? "")
    const alike = reach && beside && length(reach) === length(beside)
    const none = events?.kind === "quantity" && range(events).every((end) => end === 0)
    if (alike && none && turns?.kind === "quantity" && range(turns)[0] > 0) said.delete("meeting.turns")
    for (const [id, { value, parts, raw, at }] of said) {
      const native = (raw.scope ?? scope) === scope && length(at) === length(period)
      const print = fingerprint(top[0])
      const flags = flagsOf((flag) => raw[flag] === true || (flag === "illustrative" && illustrative === true))
      for (const [part, one] of [["", value], ...Object.entries(parts)]) {
        // A value may declare another scope, or reach over more than the period; the submission that is about just that is
        // believed before it, and of several others the one whose content comes first.
        const key = `${subject}|${id}${part}|${at}|${raw.scope ?? scope}`
        const other = facts.get(key)
        const first = other === undefined || (native === other.native ? print <= other.print : native)
        if (first) facts.set(key, { value: one, flags, native, received, print })
      }
    }
  }
  return facts
}
