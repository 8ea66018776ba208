// What may be counted, what is held back, every finding. Always true: every input value is accepted, or held back with
// an issue that names it; none disappears.
import * as Indicator from "../registers/Indicator.ts"
import * as Obligation from "../registers/Obligation.ts"
import * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import type * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Admission from "./Admission.ts"
import * as Batch from "./Batch.ts"
import * as Consistency from "./Consistency.ts"
import * as Plan from "./Plan.ts"
import type * as Reading from "./Reading.ts"
import * as Revision from "./Revision.ts"
import * as Statement from "./Statement.ts"
import * as Submission from "./Submission.ts"

/** A submission that counts, with the values of it that do. `content` is what its fingerprint is taken of. */
export interface Accepted {
  readonly submission: Submission.Submission
  readonly period: Period.Period
  readonly statements: ReadonlyArray<Statement.Statement>
  readonly content: unknown
}

/** The outcome of a batch. */
export interface Validated {
  readonly accepted: ReadonlyArray<Accepted>
  readonly held: ReadonlyArray<Revision.Held>
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** `expected: "senders"` looks for gaps only in what came; `"all"`, the default, also names units that sent nothing. */
export interface Options {
  /** Submissions of earlier periods, only to compare with: they are neither counted nor reported on. */
  readonly previous?: ReadonlyArray<unknown>
  /** When each submission was received, by its id (ISO 8601); else its own `submittedAt` is taken. */
  readonly received?: Readonly<Record<string, string>>
  /** The day of looking: what is not due by then is not missing. Without it everything owed is asked for. */
  readonly asOf?: PlainDate.PlainDate
  readonly expected?: "all" | "senders"
}

/**
 * Checks every input of a batch; never throws for what people sent.
 *
 * @example
 * fromSubmissions(registers, submissions).accepted.length // 1
 * fromSubmissions(registers, ["không phải JSON"]).held // [{ submission: "#1", pointer: "", codes: ["input.not-object"] }]
 */
export const fromSubmissions = (
  registers: Registers.Registers,
  inputs: ReadonlyArray<unknown>,
  options: Options = {},
): Validated => {
  const issues: Array<Issue.Issue> = []
  const held: Array<Revision.Held> = []
  const candidates: Array<Revision.Candidate> = []
  const seen = new Set<string>()
  const planOf = Plan.plans(registers)
  for (const decoded of Submission.decodeAll(inputs)) {
    for (const issue of decoded.issues) issues.push(issue)
    for (const pointer of decoded.held) {
      held.push({ ...Submission.origin(decoded), pointer, codes: codesAt(decoded.issues, pointer) })
    }
    // A submission that cannot be read still shows that its unit sent something.
    const { subject, period } = (decoded.submission ?? decoded.content ?? {}) as Readonly<Record<string, unknown>>
    if (typeof subject === "string" && typeof period === "string") seen.add(`${subject}|${planOf(period)?.id ?? ""}`)
    if (decoded.submission === null) continue
    const candidate = Admission.admit(registers, decoded, decoded.submission, planOf, issues, held)
    if (candidate) candidates.push(candidate)
  }
  const standing = Revision.stand(candidates, issues, held)
  const read = standing.map((candidate, i) => accept(registers, candidate, i + 1, options, issues, held))
  const accepted = compare(registers, standing, read, options.previous, issues, held)
  for (const issue of Batch.remarks(registers, standing, seen, options)) issues.push(issue)
  return { accepted, held, issues: explained(issues, accepted) }
}

// Rules between submissions; what an error names no longer counts.
const compare = (
  registers: Registers.Registers,
  standing: ReadonlyArray<Revision.Candidate>,
  read: ReadonlyArray<Accepted>,
  previous: ReadonlyArray<unknown> | undefined,
  issues: Array<Issue.Issue>,
  held: Array<Revision.Held>,
): ReadonlyArray<Accepted> => {
  const earlier = previous === undefined ? [] : fromSubmissions(registers, previous, { expected: "senders" }).accepted
  const out = new Map<unknown, Set<string>>()
  const findings = Consistency.check(registers, read, earlier)
  const candidates = new Map<unknown, Revision.Candidate>()
  if (findings.length > 0) for (const [i, candidate] of standing.entries()) candidates.set(read[i], candidate)
  for (const { of, issue } of findings) {
    const candidate = candidates.get(of)
    const origin = candidate ? Submission.origin(candidate.decoded) : { submission: of.submission.id }
    issues.push({ ...issue, ...origin })
    if (issue.severity !== "error") continue
    held.push({ ...origin, pointer: issue.pointer, codes: [issue.code] })
    out.set(of, (out.get(of) ?? new Set<string>()).add(issue.indicator ?? ""))
  }
  if (out.size === 0) return read
  return read.map((one) => ({
    ...one,
    statements: one.statements.filter(({ indicator }) => out.get(one)?.has(indicator) !== true),
  }))
}

// A sender who explained a number has answered the warning about it: it stays, as a remark with the explanation.
const explained = (
  issues: ReadonlyArray<Issue.Issue>,
  accepted: ReadonlyArray<Accepted>,
): ReadonlyArray<Issue.Issue> => {
  const texts = new Map<string, string>()
  for (const { submission } of accepted) {
    for (const { indicator, text } of submission.explanations ?? []) texts.set(`${submission.id}|${indicator}`, text)
  }
  if (texts.size === 0) return issues
  return issues.map((issue) => {
    const text = texts.get(`${issue.submission}|${issue.indicator}`)
    if (text === undefined || issue.severity !== "warning") return issue
    return { ...issue, severity: "info", params: { ...issue.params, explanation: text } } as const
  })
}

const codesAt = (issues: ReadonlyArray<Issue.Issue>, pointer: string): ReadonlyArray<Issue.IssueCode> => [
  ...new Set(
    issues
      .filter((issue) => issue.severity === "error" && issue.pointer.startsWith(pointer))
      .map((issue) => issue.code),
  ),
]

const unreal: ReadonlyArray<Reading.Flag> = ["illustrative"]
const real: ReadonlyArray<Reading.Flag> = []

const accept = (
  registers: Registers.Registers,
  { decoded, submission, period, plan }: Revision.Candidate,
  serial: number,
  options: Options,
  issues: Array<Issue.Issue>,
  held: Array<Revision.Held>,
): Accepted => {
  const { dimensions } = Registers.index(registers)
  const flags = submission.illustrative === true ? unreal : real
  const origin = Submission.origin(decoded)
  const statements: Array<Statement.Statement> = []
  const hold: Hold = (pointer, found) => {
    for (const issue of found) issues.push(issue)
    if (found.some(({ severity }) => severity === "error")) {
      held.push({ ...origin, pointer, codes: [...new Set(found.map(({ code }) => code))] })
    }
  }
  // Keys and values as lists: reading each value by its key would cost more than judging it.
  const ids = Object.keys(submission.values)
  const raws = Object.values(submission.values)
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? ""
    const raw = raws[i]
    const known = plan.known.get(id)
    if (known) known.said = serial
    if (known?.inForce === true) {
      const plain = Statement.glance(raw, known.glance, flags)
      if (plain) {
        statements.push(plain)
        continue
      }
    }
    const place = (): Issue.Place => placeOf(submission, origin, `/values${Issue.step(id)}`, id)
    if (!known) {
      const near = Spelling.nearest(id, plan.known.keys()) ?? ""
      hold(place().pointer, [Issue.make("indicator.unknown", place(), { indicator: id, near })])
      continue
    }
    const { indicator } = known
    if (!known.inForce) {
      const params = { indicator: id, from: indicator.from ?? "", to: indicator.to ?? "" }
      hold(place().pointer, [Issue.make("indicator.not-in-force", place(), params)])
      continue
    }
    const found: Array<Issue.Issue> = []
    for (const one of Statement.read(raw, { indicator, dimensions, place, flags }, found)) statements.push(one)
    if (found.length > 0) hold(place().pointer, found)
  }
  readNil(plan, submission, origin, serial, flags, statements, hold)
  findGaps(registers, plan, submission, origin, serial, options, issues)
  const stands = applyRules(registers.catalogue.rules, submission, origin, statements, hold)
  return { submission, period, statements: stands, content: decoded.content }
}

const placeOf = (
  { subject, period }: Submission.Submission,
  origin: Origin,
  pointer: string,
  indicator: string,
): Issue.Place => ({ pointer, ...origin, subject, period, indicator })

type Origin = ReturnType<typeof Submission.origin>

type Hold = (pointer: string, found: ReadonlyArray<Issue.Issue>) => void

// "Không phát sinh" is an answer: a zero that was said, not one that was assumed.
const readNil = (
  plan: Plan.Plan,
  submission: Submission.Submission,
  origin: Origin,
  serial: number,
  flags: ReadonlyArray<Reading.Flag>,
  statements: Array<Statement.Statement>,
  hold: Hold,
): void => {
  for (const [i, id] of (submission.nil ?? []).entries()) {
    const place = placeOf(submission, origin, `/nil/${i}`, id)
    const known = plan.known.get(id)
    if (known) known.said = serial
    if (!known) {
      const near = Spelling.nearest(id, plan.known.keys()) ?? ""
      hold(place.pointer, [Issue.make("indicator.unknown", place, { indicator: id, near })])
    } else if (Object.hasOwn(submission.values, id)) {
      hold(place.pointer, [Issue.make("value.nil-and-sent", place, { indicator: id })])
    } else {
      const zero = Statement.glance(0, known.glance, flags)
      if (zero) statements.push(zero)
      else
        hold(place.pointer, [
          Issue.make("value.nil-not-possible", place, { indicator: id, kind: known.indicator.kind }),
        ])
    }
  }
}

// What the submission owed and says nothing of.
const findGaps = (
  registers: Registers.Registers,
  plan: Plan.Plan,
  submission: Submission.Submission,
  origin: Origin,
  serial: number,
  options: Options,
  issues: Array<Issue.Issue>,
): void => {
  const unit = Registers.index(registers).units.get(submission.subject)
  if (!unit) return
  for (const { obligation, asks } of plan.owed) {
    if (obligation.scope !== submission.scope || !Obligation.binds(obligation, unit)) continue
    const due = Obligation.dueOn(obligation, plan.period)
    const received = (options.received?.[submission.id] ?? submission.submittedAt)?.slice(0, 10)
    if (due !== null && received !== undefined && received > due) {
      const place = { pointer: "", ...origin, subject: unit.id, period: submission.period }
      const params = { received: PlainDate.toText(received), due: PlainDate.toText(due) }
      issues.push(Issue.make("submission.late", place, params))
    }
    if (due !== null && options.asOf !== undefined && options.asOf <= due) continue
    for (const { said, indicator } of asks) {
      if (said === serial) continue
      const place = placeOf(submission, origin, `/values${Issue.step(indicator.id)}`, indicator.id)
      issues.push(Issue.make("value.not-sent", place, { indicator: indicator.id, subject: unit.id }))
    }
  }
}

// Rules see what the values themselves have passed; a failed one takes what it holds out of what counts.
const applyRules = (
  rules: ReadonlyArray<Rule.Rule>,
  submission: Submission.Submission,
  origin: Origin,
  statements: ReadonlyArray<Statement.Statement>,
  hold: Hold,
): ReadonlyArray<Statement.Statement> => {
  if (rules.length === 0) return statements
  const series = new Map(statements.map((one) => [Indicator.seriesId(one), one]))
  const out = new Set<string>()
  for (const rule of rules) if (Rule.isLocal(rule)) applyRule(rule, submission, origin, series, out, hold)
  return out.size === 0 ? statements : statements.filter(({ indicator }) => !out.has(indicator))
}

const applyRule = (
  rule: Rule.Rule,
  submission: Submission.Submission,
  origin: Origin,
  series: ReadonlyMap<string, Statement.Statement>,
  out: Set<string>,
  hold: Hold,
): void => {
  const used: Array<string> = []
  const look = ({ ref, part, member }: Expression.Reference): number | null => {
    const value = series.get(member === undefined ? ref : `${ref}[${member}]`)?.value
    const n = value?.kind === "quantity" ? value.n : value?.kind === "share" ? value[part ?? "x"].n : null
    if (n !== null) used.push(`${ref}${part === undefined ? "" : `.${part}`} = ${Quantity.digits(n, 0)}`)
    return n
  }
  let verdict: Expression.Verdict
  try {
    verdict = Rule.verdict(rule, look)
  } catch (cause) {
    // A rule that breaks is a finding of its own, not the end of the batch.
    const { indicator: _none, ...place } = placeOf(submission, origin, "/values", "")
    hold("/values", [Issue.make("rule.crashed", place, { rule: rule.id, cause: String(cause) })])
    return
  }
  if (verdict !== "fails") return
  const code = rule.severity === "error" ? "rule.failed-error" : "rule.failed-warning"
  const params = { rule: rule.id, vi: rule.why.vi, en: rule.why.en, numbers: [...new Set(used)] }
  // A rule that holds nothing back still has a place: the first number that it speaks of.
  const first = Expression.references(rule.expression).slice(0, 1)
  for (const id of rule.holds.length > 0 ? rule.holds : first.map(({ ref }) => ref)) {
    const place = placeOf(submission, origin, `/values${Issue.step(id)}`, id)
    hold(place.pointer, [Issue.make(code, place, params)])
    if (rule.severity === "error") out.add(id)
  }
}
