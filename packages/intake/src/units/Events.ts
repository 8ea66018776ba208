// What the lines of one day come to: who was merged, divided, gave a part, got another name or was dissolved. What the lines
// leave open is told; no share is guessed.
import type { Succession } from "@danvan/core"
import type { Day, Link } from "./Arrangement.ts"
import * as Ledger from "./Ledger.ts"
import { tell } from "./Lines.ts"

/** An event, with the units that it is about. */
export interface Event {
  readonly kind: Succession.Succession["kind"]
  readonly date: string
  readonly from: ReadonlyArray<Ledger.Unit>
  readonly to: ReadonlyArray<Ledger.Unit>
  readonly decrees: ReadonlyArray<string>
  readonly shares: ReadonlyArray<Share>
  /** The line that it is shown by. */
  readonly shown: Link
}

/** How much of a unit went where. */
export interface Share {
  readonly from: Ledger.Unit
  readonly to: Ledger.Unit
  readonly n: number
  readonly of: number
  readonly weighs: Succession.Weight
}

/**
 * The events of a day; units that ended get their last day.
 */
export const of = (day: Day): ReadonlyArray<Event> => {
  const events: Array<Event> = []
  const whole: Array<Link> = []
  for (const links of byUnit(day).values()) {
    const outcome = outcomeOf(day, links)
    if (outcome === null) continue
    const [first] = links
    if (first === undefined) continue
    if (outcome.kind === "all") whole.push(...outcome.links)
    else if (outcome.links.length > 0) events.push(eventOf(day, outcome.kind, [first.old], outcome.links))
    for (const over of links) if (over.now === null) events.push(eventOf(day, "dissolve", [over.old], [over]))
  }
  events.push(...taken(day, whole))
  for (const { kind, from, to } of events) {
    if (kind === "transfer") continue
    for (const unit of from) if (!to.includes(unit)) unit.to ??= day.before
  }
  return events
}

// Of one unit; what is said twice is told.
const byUnit = ({ links }: Day): ReadonlyMap<Ledger.Unit, ReadonlyArray<Link>> => {
  const units = new Map<Ledger.Unit, Array<Link>>()
  for (const link of links) {
    const known = units.get(link.old)
    if (known?.some(({ now }) => now === link.now)) {
      const params = { old: link.old.name.full, new: link.now?.name.full ?? "–" }
      tell(link.left.line, "list.link-repeated", link.left.cell, params)
    } else if (known) known.push(link)
    else units.set(link.old, [link])
  }
  return units
}

interface Outcome {
  readonly kind: "all" | "split" | "transfer"
  readonly links: ReadonlyArray<Link>
}

const isOpen = ({ extent }: Link): boolean => extent === "unsaid" || extent === "rest"

// What became of one unit; null where that is not clear, which is told.
const outcomeOf = (day: Day, all: ReadonlyArray<Link>): Outcome | null => {
  const unclear = all.find(({ extent }) => extent === "unclear")
  if (unclear) {
    const { line, cell, name } = unclear.left
    tell(line, "list.extent-unclear", cell, { found: name.full, why: "behind-part", units: [] })
    return null
  }
  const own = all.find(({ old, now }) => old === now) ?? null
  const others = all.filter((link) => link !== own && link.now !== null).map(withSize)
  const [first] = others
  if (first === undefined) return { kind: "all", links: [] }
  const parts = others.filter(({ extent }) => extent === "part")
  if (own !== null) {
    if (parts.length < others.length) return unclearOf(others)
    // A word alone that it goes on says nothing of what it keeps.
    const isKept = own.event === "keep" || own.event === "adjust" || own.event === "join"
    return isKept
      ? { kind: "transfer", links: others }
      : { kind: "split", links: all.filter(({ now }) => now !== null) }
  }
  if (others.length === 1) {
    if (first.extent !== "part") return { kind: "all", links: others }
    // That it ended is known, and the register tells that its rest went nowhere.
    const isOver = first.old.to === day.before
    if (!isLent(first) && all.length === 1 && !isOver) restUnsaid(day, first, "kept")
    return { kind: "transfer", links: others }
  }
  const rest = others.filter(isOpen)
  if (parts.length + rest.length < others.length || rest.length > 1) return unclearOf(others)
  if (rest.length === 1) return { kind: "split", links: others }
  if (others.every(isLent)) return { kind: "transfer", links: others }
  const isSaid =
    all.length > others.length ||
    first.old.to === day.before ||
    others.some(({ event }) => event === "divide") ||
    isFull(others)
  if (!isSaid) restUnsaid(day, first, "ended")
  return { kind: "split", links: others }
}

// Whose event says that the unit goes on.
const isLent = ({ event }: Link): boolean => event === "adjust" || event === "separate"

// Where it is counted how much went, that is a part.
const withSize = (link: Link, _: number, all: ReadonlyArray<Link>): Link =>
  link.extent === "unsaid" && ((all.length > 1 && link.said.moved.size > 0) || isLent(link))
    ? { ...link, extent: "part" }
    : link

const weights = ["population", "households", "area"] as const

// The parts come to all that there was.
const isFull = (links: ReadonlyArray<Link>): boolean =>
  weights.some((weighs) => {
    const whole = wholeOf(links, weighs)
    const parts = links.map(({ said }) => said.moved.get(weighs))
    return whole !== null && parts.reduce<number>((sum, n) => sum + (n ?? Number.NaN), 0) === whole
  })

const wholeOf = (links: ReadonlyArray<Link>, weighs: Succession.Weight): number | null =>
  links.flatMap(({ said }) => (said.old.length === 1 ? [said.whole.get(weighs)] : [])).find((n) => n !== undefined) ??
  null

const unclearOf = (links: ReadonlyArray<Link>): null => {
  const units = links.map(({ now }) => now?.name.full ?? "–")
  for (const { left } of links.slice(-1))
    tell(left.line, "list.extent-unclear", left.cell, { found: left.name.full, why: "several", units })
  return null
}

const restUnsaid = ({ date }: Day, { left, old }: Link, taken: "ended" | "kept"): void =>
  tell(left.line, "list.rest-unsaid", left.cell, { found: old.name.full, date, taken })

// Units that went as a whole, by who took them. Where one came whole to one that is new, it only got another name.
const taken = (day: Day, links: ReadonlyArray<Link>): ReadonlyArray<Event> => {
  const byTarget = new Map<Ledger.Unit, Array<Link>>()
  for (const link of links) {
    if (link.now === null) continue
    const list = byTarget.get(link.now)
    if (list) list.push(link)
    else byTarget.set(link.now, [link])
  }
  const sources = new Map<Ledger.Unit, number>()
  for (const { now } of day.links) if (now !== null) sources.set(now, (sources.get(now) ?? 0) + 1)
  return [...byTarget].map(([target, all]) => {
    const isAlone = all.length === 1 && sources.get(target) === 1 && target.from === day.date
    const isMerge = all.some(({ event }) => event === "merge" || event === "join")
    const kind = isAlone && !isMerge ? "rename" : "merge"
    return eventOf(
      day,
      kind,
      all.map(({ old }) => old),
      all,
    )
  })
}

const eventOf = (
  { date }: Day,
  kind: Event["kind"],
  from: ReadonlyArray<Ledger.Unit>,
  links: ReadonlyArray<Link>,
): Event => {
  const to = [...new Set(links.flatMap(({ now }) => (now === null ? [] : [now])))]
  const decrees = [...new Set(links.flatMap(({ said }) => (said.decree === null ? [] : [said.decree])))]
  const shares =
    kind === "split" || kind === "transfer" ? weights.flatMap((weighs) => sharesOf(kind, links, weighs)) : []
  return { kind, date, from, to, decrees, shares, shown: links[0]! }
}

// As the lines count them. What is left of a unit follows from how much there was; where that is not said of a unit that
// goes on, there are no shares. Shares that lack a place are told by the register.
const sharesOf = (
  kind: "split" | "transfer",
  links: ReadonlyArray<Link>,
  weighs: Succession.Weight,
): ReadonlyArray<Share> => {
  const counted = links.flatMap(({ old, now, said }) => {
    const n = said.old.length === 1 ? said.moved.get(weighs) : undefined
    return n === undefined || now === null ? [] : [{ from: old, to: now, n }]
  })
  const [first] = counted
  if (first === undefined) return []
  const sum = counted.reduce((total, { n }) => total + n, 0)
  const whole = wholeOf(links, weighs)
  if (kind === "transfer" && whole === null) return []
  const uncounted = links.filter(({ now }) => !counted.some(({ to }) => to === now))
  const [own, ...others] = uncounted
  const rest =
    kind === "transfer" && own === undefined
      ? first.from
      : own !== undefined && others.length === 0 && own.extent !== "part"
        ? own.now
        : null
  const left = rest === null || whole === null || whole < sum ? [] : [{ from: first.from, to: rest, n: whole - sum }]
  return [...counted, ...left].map((share) => ({ ...share, of: whole ?? sum, weighs }))
}
