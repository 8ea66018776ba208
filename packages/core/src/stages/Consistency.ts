// What must hold between submissions: against the same unit's other periods, other units, other levels. A number that is
// not there makes nothing fail. Nothing is mended; what is odd is told, and an explanation makes it a remark.
import * as Result from "effect/Result"
import * as Hierarchy from "../registers/Hierarchy.ts"
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Answers from "./Answers.ts"
import type * as Statement from "./Statement.ts"

/** A finding, and whether it takes the value of its indicator out of what counts. */
export interface Finding {
  readonly of: Answers.Answers
  readonly issue: Issue.Issue
}

type Series = ReadonlyMap<string, Statement.Statement>

interface Entry {
  readonly counted: Answers.Answers
  readonly series: Series
}

interface Book {
  readonly registers: Registers.Registers
  readonly entries: ReadonlyMap<string, Entry>
  readonly bySubject: ReadonlyMap<string, ReadonlyArray<Entry>>
}

const keyOf = (subject: string, period: Period.Period, scope: string): string =>
  `${subject}|${Period.toId(period)}|${scope}`

const open = (registers: Registers.Registers, all: ReadonlyArray<Answers.Answers>): Book => {
  const entries = new Map<string, Entry>()
  const bySubject = new Map<string, Array<Entry>>()
  for (const counted of all) {
    const { subject, scope } = counted.submission
    const series = new Map(Answers.statements(counted).map((one) => [Indicator.seriesId(one), one]))
    const entry = { counted, series }
    entries.set(keyOf(subject, counted.period, scope), entry)
    const list = bySubject.get(`${subject}|${scope}`)
    if (list) list.push(entry)
    else bySubject.set(`${subject}|${scope}`, [entry])
  }
  return { registers, entries, bySubject }
}

// One period alone, and no rule that looks further, leave nothing to compare.
const isNeeded = (
  registers: Registers.Registers,
  accepted: ReadonlyArray<Answers.Answers>,
  earlier: ReadonlyArray<Answers.Answers>,
): boolean =>
  earlier.length > 0 ||
  accepted.some(({ period }) => period !== accepted[0]?.period) ||
  registers.catalogue.rules.some((rule) => !Rule.isLocal(rule))

/**
 * Checks every submission of a batch against the others and against `earlier` ones, by the catalogue's rules that look
 * beyond one submission and by what the kinds themselves promise.
 *
 * @example
 * check(registers, batch.accepted, []) // []
 */
export const check = (
  registers: Registers.Registers,
  accepted: ReadonlyArray<Answers.Answers>,
  earlier: ReadonlyArray<Answers.Answers>,
): ReadonlyArray<Finding> => {
  if (!isNeeded(registers, accepted, earlier)) return []
  const rules = registers.catalogue.rules.filter((rule) => !Rule.isLocal(rule))
  const book = open(registers, [...earlier, ...accepted])
  return accepted.flatMap((counted) => {
    const { submission, period } = counted
    const entry = book.entries.get(keyOf(submission.subject, period, submission.scope))
    if (!entry || entry.counted !== counted) return []
    return [
      ...rules.flatMap((rule) => applied(book, rule, entry)),
      ...(submission.scope === "own" ? [...overTime(book, entry), ...copied(book, entry)] : []),
      ...changes(book, entry),
      ...dropped(book, entry),
    ]
  })
}

const finding = (
  { counted }: Entry,
  code: Issue.IssueCode,
  indicator: string | undefined,
  params: Issue.Params,
  pointer = indicator === undefined ? "/values" : `/values${Issue.step(indicator)}`,
): Finding => {
  const { id, subject, period } = counted.submission
  const place = { pointer, submission: id, subject, period, ...(indicator === undefined ? {} : { indicator }) }
  return { of: counted, issue: Issue.make(code, place, params) }
}

const periodWords = (period: Period.Period): Issue.Params => ({
  period: Period.toText(period, "vi"),
  periodEn: Period.toText(period, "en"),
})

const quantityOf = (
  series: Series | undefined,
  { ref, part, member }: Expression.Reference,
): Quantity.Quantity | null => {
  const value = series?.get(member === undefined ? ref : `${ref}[${member}]`)?.value
  return value ? Value.side(value, part) : null
}

// The latest shorter beginning of the same year: the first quarter before the half-year, the half before nine months.
const earlierThisYear = (book: Book, { counted }: Entry): Entry | undefined =>
  (book.bySubject.get(`${counted.submission.subject}|${counted.submission.scope}`) ?? [])
    .filter((one) => Period.beginsWith(counted.period, one.counted.period))
    .toSorted((a, b) => Period.endOrder(a.counted.period, b.counted.period))
    .at(-1)

const at = (book: Book, entry: Entry, when: Expression.Reference["at"]): Entry | undefined => {
  const { submission, period } = entry.counted
  if (when === undefined) return entry
  if (when === "earlier-this-year") return earlierThisYear(book, entry)
  const other = when === "previous" ? Period.previous(period) : Period.sameLastYear(period)
  return book.entries.get(keyOf(submission.subject, other, submission.scope))
}

const look = (book: Book, entry: Entry, reference: Expression.Reference): Quantity.Quantity | null => {
  const { submission, period } = entry.counted
  if (reference.over === "whole") {
    return quantityOf(book.entries.get(keyOf(submission.subject, period, "whole"))?.series, reference)
  }
  if (reference.over === "children") {
    const below = Hierarchy.children(
      book.registers.organisations.edges,
      submission.subject,
      Period.referenceDate(period),
    )
    const parts = below.flatMap(
      (unit) => quantityOf(book.entries.get(keyOf(unit, period, "own"))?.series, reference) ?? [],
    )
    // A sum that lacks a part is no sum.
    if (parts.length === 0 || parts.length < below.length) return null
    const summed = Aggregator.overUnits(parts.map(({ n, qualifier }) => Value.quantity(n, qualifier)))
    return Result.isSuccess(summed) ? Value.side(summed.success) : null
  }
  return quantityOf(at(book, entry, reference.at)?.series, reference)
}

const applied = (book: Book, rule: Rule.Rule, entry: Entry): ReadonlyArray<Finding> => {
  const used: Array<string> = []
  const seen = (reference: Expression.Reference): Quantity.Quantity | null => {
    const found = look(book, entry, reference)
    const where = reference.at ?? reference.over
    if (found) used.push(`${reference.ref}${where === undefined ? "" : ` (${where})`} ${Quantity.sign(found)}`)
    return found
  }
  let verdict: Expression.Verdict
  try {
    verdict = Rule.verdict(rule, seen)
  } catch (cause) {
    return [finding(entry, "rule.crashed", undefined, { rule: rule.id, cause: String(cause) })]
  }
  if (verdict !== "fails") return []
  const code = rule.severity === "error" ? "rule.failed-error" : "rule.failed-warning"
  const params = { rule: rule.id, vi: rule.why.vi, en: rule.why.en, numbers: [...new Set(used)] }
  const about =
    rule.holds.length > 0
      ? rule.holds
      : Rule.references(rule)
          .slice(-1)
          .map(({ ref }) => ref)
  return about.map((indicator) => finding(entry, code, indicator, params))
}

// What kinds promise over time: a campaign's or share's number does not fall within its year, nor does a flow that counts
// from its beginning; a denominator does not change unexplained, and nothing jumps threefold.
const overTime = (book: Book, entry: Entry): ReadonlyArray<Finding> => {
  const { indicators } = Registers.index(book.registers)
  const [before, previous] = [earlierThisYear(book, entry), at(book, entry, "previous")]
  const found: Array<Finding> = [...falls(book, entry)]
  if (!before && !previous) return found
  for (const [id, { indicator, member, value }] of entry.series) {
    const kind = indicators.get(indicator)?.kind
    const was = before?.series.get(id)?.value
    const add = (code: Issue.IssueCode, now: number, then: number, of: Entry): void => {
      const numbers = { now: Quantity.digits(now, 0), before: Quantity.digits(then, 0) }
      found.push(finding(entry, code, indicator, { ...numbers, ...periodWords(of.counted.period) }))
    }
    if (before && kind === "campaign" && value.kind === "quantity" && was?.kind === "quantity") {
      if (Expression.exceeds(was, value)) add("series.fell", value.n, was.n, before)
    }
    if (before && kind === "share" && value.kind === "share" && was?.kind === "share") {
      if (Expression.exceeds(was.x, value.x)) add("series.fell", value.x.n, was.x.n, before)
      if (Expression.exceeds(value.y, was.y) || Expression.exceeds(was.y, value.y)) {
        add("series.base-changed", value.y.n, was.y.n, before)
      }
    }
    const last = previous && reach(previous, id) === reach(entry, id) ? previous.series.get(id)?.value : undefined
    const counts = kind === "flow" || kind === "stock"
    if (previous && member === undefined && counts && value.kind === "quantity" && last?.kind === "quantity") {
      if (isFar(value.n, last.n)) add("series.outlier", value.n, last.n, previous)
    }
  }
  return found
}

// How far a figure reaches: a quarter's, or that of the year up to its end.
const reach = ({ counted, series }: Entry, id: string): Period.Period["kind"] | undefined => {
  const statement = series.get(id)
  return statement && Answers.periodOf(counted, statement).kind
}

// Flows by the periods that their figures reach over, whatever the report is about.
const falls = (book: Book, { counted, series }: Entry): ReadonlyArray<Finding> => {
  const { indicators } = Registers.index(book.registers)
  const { subject, scope } = counted.submission
  const others = (book.bySubject.get(`${subject}|${scope}`) ?? []).filter((one) => one.counted !== counted)
  return [...series].flatMap(([id, statement]) => {
    if (indicators.get(statement.indicator)?.kind !== "flow" || statement.member !== undefined) return []
    const { value } = statement
    const period = Answers.periodOf(counted, statement)
    const earlier = others
      .flatMap((one) => {
        const was = one.series.get(id)
        return was && was.scope === statement.scope
          ? [{ value: was.value, of: Answers.periodOf(one.counted, was) }]
          : []
      })
      .filter((one) => Period.beginsWith(period, one.of))
      .toSorted((a, b) => Period.endOrder(a.of, b.of))
      .at(-1)
    if (value.kind !== "quantity" || earlier?.value.kind !== "quantity") return []
    if (!Expression.exceeds(earlier.value, value)) return []
    const numbers = { now: Quantity.digits(value.n, 0), before: Quantity.digits(earlier.value.n, 0) }
    const params = { ...numbers, ...periodWords(earlier.of) }
    return [finding({ counted, series }, "series.fell", statement.indicator, params)]
  })
}

// Threefold, and by more than small numbers do by chance.
const isFar = (now: number, then: number): boolean => {
  const [less, more] = now < then ? [now, then] : [then, now]
  return less > 0 && more > 3 * less && more - less >= 10
}

// Every number the same as last time, and enough of them that chance is no explanation.
const copied = (book: Book, entry: Entry): ReadonlyArray<Finding> => {
  const previous = at(book, entry, "previous")
  if (!previous) return []
  const numbers = [...entry.series].filter(([, { value }]) => value.kind === "quantity" || value.kind === "share")
  const lively = numbers.filter(([, { value }]) => (value.kind === "quantity" ? value.n : 1) > 0)
  const same = numbers.every(([id, { value }]) => {
    const then = previous.series.get(id)?.value
    return then !== undefined && Value.equals(value, then)
  })
  if (!same || lively.length < 5) return []
  return [
    finding(entry, "record.copied", undefined, { count: numbers.length, ...periodWords(previous.counted.period) }),
  ]
}

// Work that was handed on and is not done is expected in the next report.
const dropped = (book: Book, entry: Entry): ReadonlyArray<Finding> => {
  const before = at(book, entry, "previous") ?? earlierThisYear(book, entry)
  const listed = new Set(entry.counted.submission.entries?.tasks?.map(({ id }) => id))
  return (before?.counted.submission.entries?.tasks ?? []).flatMap(({ id, done }) => {
    if (!before || done === true || listed.has(id)) return []
    return [finding(entry, "task.dropped", undefined, { task: id, ...periodWords(before.counted.period) }, "/entries")]
  })
}

// A printed change is held against the base that it names, in both readings where it does not say which.
const changes = (book: Book, entry: Entry): ReadonlyArray<Finding> => {
  const { submission } = entry.counted
  const found: Array<Finding> = []
  for (const [id, { indicator, claims, value, scope }] of entry.series) {
    const change = claims?.change
    const now = Value.percent(value, 2)
    if (!change || now === null) continue
    const read = Registers.period(book.registers, change.against)
    if (Result.isFailure(read)) continue
    const base = book.entries.get(keyOf(submission.subject, read.success, submission.scope))?.series.get(id)
    const then = base && base.scope === scope ? Value.percent(base.value, 2) : null
    if (then === null) continue
    const [a, b] = [Quantity.scaled(now, 2), Quantity.scaled(then, 2)]
    const decimals = change.by.split(".")[1]?.length ?? 0
    const points = readings(Number(a - b), 100, decimals)
    const relative = b === 0n ? [] : readings(Number((a - b) * 100n), Number(b), decimals)
    const allowed = { points, relative, unstated: [...points, ...relative] }[change.of]
    if (allowed.includes(change.by)) continue
    found.push(
      finding(entry, "claim.change-differs", indicator, {
        printed: Quantity.decimal(change.by),
        before: Quantity.decimal(then),
        now: Quantity.decimal(now),
        points: Quantity.decimal(points[0] ?? ""),
        relative: Quantity.decimal(relative[0] ?? "–"),
        ...periodWords(read.success),
      }),
    )
  }
  return found
}

// Rounded, and cut: both are printed by honest people.
const readings = (a: number, b: number, decimals: number): ReadonlyArray<string> => [
  Quantity.ratio(a, b, decimals),
  Quantity.ratio(a, b, decimals, "truncate"),
]
