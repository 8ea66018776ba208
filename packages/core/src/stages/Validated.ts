// What may be counted, what is held back, every finding. Always true: every input value is accepted, or held back with
// an issue that names it; none disappears.
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import type * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Admission from "./Admission.ts"
import * as Answers from "./Answers.ts"
import * as Batch from "./Batch.ts"
import * as Consistency from "./Consistency.ts"
import * as Entries from "./Entries.ts"
import * as Plan from "./Plan.ts"
import * as Revision from "./Revision.ts"
import * as Submission from "./Submission.ts"

/** A submission that counts; `Answers.statements` reads out what it says. */
export type Accepted = Answers.Answers

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
 * fromSubmissions(registers, ["không phải JSON"]).held // [{ submission: "#1", pointer: "", codes: ["json.malformed"] }]
 */
export const fromSubmissions = (
  registers: Registers.Registers,
  inputs: ReadonlyArray<unknown>,
  options: Options = {},
): Validated => fromDecoded(registers, Submission.decodeAll(inputs), options)

/**
 * The same for inputs that were read already, no two of one name; of a part of a batch nothing is said that all of it must
 * show.
 *
 * @example
 * fromDecoded(registers, Submission.decodeAll(submissions), {}, "part").accepted.length // 1
 */
export const fromDecoded = (
  registers: Registers.Registers,
  inputs: ReadonlyArray<Submission.Decoded>,
  options: Options,
  of: "batch" | "part" = "batch",
): Validated => {
  const findings: Answers.Findings = { issues: [], held: [] }
  const { issues, held } = findings
  const candidates: Array<Revision.Candidate> = []
  const seen = new Map<string, Set<string>>()
  const planOf = Plan.plans(registers)
  let repeats = false
  for (const decoded of inputs) {
    for (const issue of decoded.issues) issues.push(issue)
    for (const pointer of decoded.held) {
      held.push({ ...Submission.origin(decoded), pointer, codes: codesAt(decoded.issues, pointer) })
    }
    // A submission that cannot be read still shows that its unit sent something.
    const { subject, period } = (decoded.submission ?? decoded.content ?? {}) as Readonly<Record<string, unknown>>
    if (typeof subject === "string" && typeof period === "string") {
      if (sees(seen, planOf(period)?.id ?? "", subject)) repeats = true
    }
    if (decoded.submission === null) continue
    const candidate = Admission.admit(registers, decoded, decoded.submission, planOf, issues, held)
    if (candidate) candidates.push(candidate)
  }
  // Nearly always each speaks of something else.
  const standing = repeats ? Revision.stand(candidates, issues, held) : candidates
  const judged = standing.map((candidate) => judge(registers, candidate, options, findings))
  const accepted = compare(registers, standing, judged, options.previous ?? none, findings)
  for (const candidate of standing) for (const issue of Entries.own(registers, candidate)) issues.push(issue)
  if (of === "batch") for (const issue of Batch.remarks(registers, standing, seen, options)) issues.push(issue)
  return { accepted, held, issues: explained(issues, accepted) }
}

const none: ReadonlyArray<never> = []

// Whether something came from this unit for this period already.
const sees = (seen: Map<string, Set<string>>, period: string, subject: string): boolean => {
  const units = seen.get(period)
  if (units === undefined) {
    seen.set(period, new Set([subject]))
    return false
  }
  const before = units.size
  units.add(subject)
  return units.size === before
}

const judge = (
  registers: Registers.Registers,
  candidate: Revision.Candidate,
  options: Options,
  findings: Answers.Findings,
): Accepted => {
  const answers = Answers.judge(registers, candidate, findings)
  findGaps(registers, candidate, options, findings.issues)
  const out = applyRules(candidate, answers, findings)
  const received = receivedOn(candidate, options)
  if (out.length === 0 && received === undefined) return answers
  return { ...answers, out, ...(received === undefined ? {} : { received }) }
}

const receivedOn = (
  { decoded, submission }: Revision.Candidate,
  { received }: Options,
): PlainDate.PlainDate | undefined => {
  const day = (received?.[decoded.name] ?? submission.submittedAt)?.slice(0, 10)
  return day !== undefined && PlainDate.isPlainDate(day) ? day : undefined
}

// Rules between submissions; what an error names no longer counts.
const compare = (
  registers: Registers.Registers,
  standing: ReadonlyArray<Revision.Candidate>,
  read: ReadonlyArray<Accepted>,
  previous: ReadonlyArray<unknown>,
  { issues, held }: Answers.Findings,
): ReadonlyArray<Accepted> => {
  const earlier = previous.length === 0 ? none : fromSubmissions(registers, previous, { expected: "senders" }).accepted
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
  return read.map((one) => ({ ...one, out: [...one.out, ...(out.get(one) ?? none)] }))
}

// A sender who explained a number has answered the warning about it: it stays, as a remark with the explanation.
const explained = (
  issues: ReadonlyArray<Issue.Issue>,
  accepted: ReadonlyArray<Accepted>,
): ReadonlyArray<Issue.Issue> => {
  const texts = new Map<string, string>()
  for (const { submission } of accepted) {
    for (const { indicator, text } of submission.explanations ?? none) {
      texts.set(`${submission.id}|${indicator}`, text)
    }
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

// What the submission owed and says nothing of; it is the one that was read last.
const findGaps = (
  registers: Registers.Registers,
  candidate: Revision.Candidate,
  options: Options,
  issues: Array<Issue.Issue>,
): void => {
  const { plan, submission, unit, decoded } = candidate
  for (const { obligation, due, asks } of plan.owed) {
    if (obligation.scope !== submission.scope || !Registers.binds(registers, obligation, unit, plan.day)) continue
    const received = receivedOn(candidate, options)
    if (due !== null && received !== undefined && received > due) {
      const place = { pointer: "", ...Submission.origin(decoded), subject: unit.id, period: submission.period }
      const params = { received: PlainDate.toText(received), due: PlainDate.toText(due) }
      issues.push(Issue.make("submission.late", place, params))
    }
    if (due !== null && options.asOf !== undefined && options.asOf <= due) continue
    for (const known of asks) {
      if (known.said === plan.reads) continue
      const { indicator } = known
      const place = Answers.placeOf(candidate, indicator.id)
      // What is held was sent, whatever it says.
      if (decoded.held.includes(place.pointer)) continue
      issues.push(Issue.make("value.not-sent", place, { indicator: indicator.id, subject: unit.id }))
    }
  }
}

// Rules see what the values themselves have passed; a failed one takes what it holds out of what counts.
const applyRules = (
  candidate: Revision.Candidate,
  answers: Answers.Answers,
  findings: Answers.Findings,
): ReadonlyArray<string> => {
  const { rules } = candidate.plan
  return rules.length === 0 ? none : rules.flatMap((rule) => applyRule(rule, candidate, answers, findings))
}

// What the rule takes out.
const applyRule = (
  rule: Rule.Rule,
  candidate: Revision.Candidate,
  answers: Answers.Answers,
  findings: Answers.Findings,
): ReadonlyArray<string> => {
  const used: Array<string> = []
  let reach: Period.Period["kind"] | undefined
  const look = ({ ref, part, member }: Expression.Reference): Quantity.Quantity | null => {
    const series = member === undefined ? ref : `${ref}[${member}]`
    const statement = Answers.of(answers, ref).find((one) => Indicator.seriesId(one) === series)
    // A figure that counts from the beginning of the year says nothing about one of a quarter.
    const far = statement && Answers.periodOf(answers, statement).kind
    reach ??= far
    const found = statement && far === reach ? Value.side(statement.value, part) : null
    if (found) used.push(`${ref}${part === undefined ? "" : `.${part}`} ${Quantity.sign(found)}`)
    return found
  }
  let verdict: Expression.Verdict
  try {
    verdict = Rule.verdict(rule, look)
  } catch (cause) {
    // A rule that breaks is a finding of its own, not the end of the batch.
    const { indicator: _none, ...place } = Answers.placeOf(candidate, "", "/values")
    Answers.note(findings, candidate, "/values", [
      Issue.make("rule.crashed", place, { rule: rule.id, cause: String(cause) }),
    ])
    return none
  }
  if (verdict !== "fails") return none
  const code = rule.severity === "error" ? "rule.failed-error" : "rule.failed-warning"
  const params = { rule: rule.id, vi: rule.why.vi, en: rule.why.en, numbers: [...new Set(used)] }
  // A rule that holds nothing back still has a place: the first number that it speaks of.
  const first = Expression.references(rule.expression).slice(0, 1)
  for (const id of rule.holds.length > 0 ? rule.holds : first.map(({ ref }) => ref)) {
    const place = Answers.placeOf(candidate, id)
    Answers.note(findings, candidate, place.pointer, [Issue.make(code, place, params)])
  }
  return rule.severity === "error" ? rule.holds : none
}
