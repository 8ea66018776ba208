// One believed value per subject, series, period and scope, with its flags and its source. Always true: one value per
// key; the order in which submissions arrive does not matter.
import * as Indicator from "../registers/Indicator.ts"
import * as Fingerprint from "../vocabulary/Fingerprint.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Answers from "./Answers.ts"
import type * as Claims from "./Claims.ts"
import type * as Reading from "./Reading.ts"
import * as Submission from "./Submission.ts"
import type * as Validated from "./Validated.ts"

/** Where a fact comes from: submission, revision, who sent it, and the place in what was sent. */
export interface Source {
  readonly submission: string
  readonly revision: number
  readonly reporter: string | null
  readonly pointer: string
  readonly fingerprint: string
  /** The day on which it was received, where somebody knows it. */
  readonly received?: PlainDate.PlainDate
}

/** A believed value. `subject` is what it is about; the reporter is only in its source. */
export interface Fact extends Indicator.Series {
  readonly subject: string
  readonly period: Period.Period
  readonly scope: "own" | "whole"
  readonly value: Value.Value
  readonly flags: ReadonlyArray<Reading.Flag>
  readonly claims: Claims.Claims | null
  readonly asOf: string | null
  readonly explanation: string | null
  readonly source: Source
}

/** A submission that facts rest on, by content. */
export interface Origin {
  readonly submission: string
  readonly revision: number
  readonly subject: string
  readonly scope: "own" | "whole"
  readonly period: string
  readonly fingerprint: string
}

/** The facts of a batch in the order of their keys, the submissions behind them, and what had to be set aside. */
export interface Facts {
  readonly facts: ReadonlyArray<Fact>
  readonly origins: ReadonlyArray<Origin>
  readonly issues: ReadonlyArray<Issue.Issue>
}

/**
 * The key of a fact.
 *
 * @example
 * key(fact) // "an-ward-2000|convention.recognised|2022-H1@civil|own"
 */
export const key = (fact: Pick<Fact, "subject" | "indicator" | "dimension" | "member" | "period" | "scope">): string =>
  `${fact.subject}|${Indicator.seriesId(fact)}|${Period.toId(fact.period)}|${fact.scope}`

/**
 * Facts of what validation accepted. Where two submissions speak of one key with unequal values, one is believed and
 * `fact.conflict` names the other.
 *
 * @example
 * fromValidated(batch).facts.length // 7
 */
export const fromValidated = (validated: Validated.Validated): Facts => {
  const issues: Array<Issue.Issue> = []
  const byKey = new Map<string, { readonly fact: Fact; readonly native: boolean }>()
  const origins: Array<Origin> = []
  for (const accepted of validated.accepted) {
    const { submission, period } = accepted
    const fingerprint = Fingerprint.of(Submission.contentOf(accepted))
    const { id, revision, subject, scope } = submission
    const when = accepted.received === undefined ? {} : { received: accepted.received }
    origins.push({ submission: id, revision, subject, scope, period: Period.toId(period), fingerprint })
    const explanations = new Map(submission.explanations?.map(({ indicator, text }) => [indicator, text]))
    for (const one of Answers.statements(accepted)) {
      const { scope: own, period: _declared, ...statement } = one
      const pointer = `/values${Issue.step(statement.indicator)}`
      const fact: Fact = {
        ...statement,
        subject,
        period: Answers.periodOf(accepted, one),
        scope: own ?? scope,
        explanation: explanations.get(statement.indicator) ?? null,
        source: { submission: id, revision, reporter: submission.reporter ?? null, pointer, fingerprint, ...when },
      }
      settle(byKey, { fact, native: fact.scope === scope && fact.period.kind === period.kind }, issues)
    }
  }
  const sorted = [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { fact }]) => fact)
  origins.sort((a, b) => (a.submission < b.submission ? -1 : a.submission > b.submission ? 1 : 0))
  return { facts: sorted, origins, issues }
}

// Two submissions may speak of one key when a single value declares another scope, or another period, than its submission.
// The submission that is about these is believed; of two alike, the one whose content comes first.
const settle = (
  byKey: Map<string, { readonly fact: Fact; readonly native: boolean }>,
  incoming: { readonly fact: Fact; readonly native: boolean },
  issues: Array<Issue.Issue>,
): void => {
  const id = key(incoming.fact)
  const standing = byKey.get(id)
  if (!standing) {
    byKey.set(id, incoming)
    return
  }
  const before =
    standing.native === incoming.native
      ? standing.fact.source.fingerprint <= incoming.fact.source.fingerprint
      : standing.native
  const [kept, other] = before ? [standing, incoming] : [incoming, standing]
  byKey.set(id, kept)
  if (Value.equals(kept.fact.value, other.fact.value)) return
  const { source, subject, indicator, period } = other.fact
  const place = {
    pointer: source.pointer,
    submission: source.submission,
    subject,
    indicator,
    period: Period.toId(period),
  }
  issues.push(
    Issue.make("fact.conflict", place, {
      submission: source.submission,
      other: kept.fact.source.submission,
      indicator,
    }),
  )
}

interface Index {
  readonly byKey: ReadonlyMap<string, Fact>
  readonly bySeries: ReadonlyMap<string, ReadonlyArray<Fact>>
  /** Which own figures were sent in parts: subject, indicator, dimension and period. */
  readonly cut: ReadonlySet<string>
}

const indices = new WeakMap<Facts, Index>()

const index = (facts: Facts): Index => {
  const known = indices.get(facts)
  if (known) return known
  const byKey = new Map<string, Fact>()
  const bySeries = new Map<string, Array<Fact>>()
  const cut = new Set<string>()
  for (const fact of facts.facts) {
    byKey.set(key(fact), fact)
    const series = `${fact.subject}|${Indicator.seriesId(fact)}|${fact.scope}`
    const list = bySeries.get(series)
    if (list) list.push(fact)
    else bySeries.set(series, [fact])
    if (fact.dimension !== undefined && fact.scope === "own") {
      cut.add(`${fact.subject}|${fact.indicator}|${fact.dimension}|${Period.toId(fact.period)}`)
    }
  }
  const made = { byKey, bySeries, cut }
  indices.set(facts, made)
  return made
}

/**
 * The fact of a key, if there is one.
 *
 * @example
 * get(facts, "an-ward-2000", { indicator: "meeting.events" }, H1, "own")?.value // Value.quantity(2)
 */
export const get = (
  facts: Facts,
  subject: string,
  series: Indicator.Series,
  period: Period.Period,
  scope: "own" | "whole",
): Fact | undefined => index(facts).byKey.get(key({ ...series, subject, period, scope }))

/**
 * Whether a subject's own figure was sent with parts along a dimension.
 *
 * @example
 * isCut(facts, "an-ward-2000", "model.registered", "field", H1) // true
 */
export const isCut = (
  facts: Facts,
  subject: string,
  indicator: string,
  dimension: string,
  period: Period.Period,
): boolean => index(facts).cut.has(`${subject}|${indicator}|${dimension}|${Period.toId(period)}`)

/**
 * The facts about a subject's own series at other periods inside this one, earliest first.
 *
 * @example
 * within(facts, "an-ward-2000", { indicator: "meeting.events" }, Period.wholeYear(H1)).map(({ period }) => period) // [H1]
 */
export const within = (
  facts: Facts,
  subject: string,
  series: Indicator.Series,
  period: Period.Period,
): ReadonlyArray<Fact> =>
  (index(facts).bySeries.get(`${subject}|${Indicator.seriesId(series)}|own`) ?? [])
    .filter((fact) => Period.contains(period, fact.period) && Period.toId(fact.period) !== Period.toId(period))
    .toSorted((a, b) => Period.Order(a.period, b.period))

/**
 * Numbers of a subject's own series that were reported for the end of this period or for an end up to so many months
 * before it, the latest last; of two that end together the shorter period's is the later one.
 *
 * @example
 * recent(facts, "an-ward-2000", { indicator: "meeting.events" }, H2, 6).map(({ period }) => period) // [H1]
 * recent(facts, "an-ward-2000", { indicator: "meeting.events" }, H2, 5) // []
 */
export const recent = (
  facts: Facts,
  subject: string,
  series: Indicator.Series,
  period: Period.Period,
  months: number,
): ReadonlyArray<Fact> =>
  (index(facts).bySeries.get(`${subject}|${Indicator.seriesId(series)}|own`) ?? [])
    .filter((fact) => Value.isPresent(fact.value) && Period.endsWithin(period, fact.period, months))
    .toSorted((a, b) => Period.Order(a.period, b.period))
    .toSorted((a, b) => Period.endOrder(a.period, b.period))

/**
 * Two numbers of a subject's own series that reach from the beginning of one year to the end of a period and to the day
 * before it: what lies between is the period's. Null where there are none such that fill it exactly; of several, those of
 * the shortest reach.
 *
 * @example
 * around(facts, "an-ward-2000", { indicator: "meeting.events" }, H2) // null
 */
export const around = (
  facts: Facts,
  subject: string,
  series: Indicator.Series,
  period: Period.Period,
): readonly [until: Fact, before: Fact] | null => {
  const known = (index(facts).bySeries.get(`${subject}|${Indicator.seriesId(series)}|own`) ?? []).filter(
    ({ value }) => value.kind === "quantity",
  )
  if (known.length < 2) return null
  const pairs = known.flatMap((until) =>
    known
      .filter((before) => Period.accrues(until.period, before.period, period))
      .map((before) => [until, before] as const),
  )
  return pairs.toSorted(([a], [b]) => Period.Order(a.period, b.period)).at(-1) ?? null
}
