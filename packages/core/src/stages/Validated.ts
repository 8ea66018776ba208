// What may be counted, what is held back, every finding. Always true: every input value is accepted, or held back with
// an issue that names it; none disappears.
import * as Obligation from "../registers/Obligation.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import type * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Batch from "./Batch.ts"
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
  for (let i = 0; i < inputs.length; i++) {
    const decoded = Submission.decode(inputs[i], i + 1)
    for (const issue of decoded.issues) issues.push(issue)
    for (const pointer of decoded.held) {
      held.push({ submission: decoded.name, pointer, codes: codesAt(decoded.issues, pointer) })
    }
    // A submission that cannot be read still shows that its unit sent something.
    const { subject, period } = (decoded.submission ?? decoded.content ?? {}) as Readonly<Record<string, unknown>>
    if (typeof subject === "string" && typeof period === "string") seen.add(`${subject}|${planOf(period)?.id ?? ""}`)
    if (decoded.submission === null) continue
    const candidate = admit(registers, decoded, decoded.submission, planOf, issues, held)
    if (candidate) candidates.push(candidate)
  }
  const standing = Revision.stand(candidates, issues, held)
  const accepted = standing.map((candidate, i) => accept(registers, candidate, i + 1, issues, held))
  for (const issue of Batch.remarks(registers, standing, seen, options.expected ?? "all")) issues.push(issue)
  return { accepted, held, issues }
}

const codesAt = (issues: ReadonlyArray<Issue.Issue>, pointer: string): ReadonlyArray<Issue.IssueCode> => [
  ...new Set(
    issues
      .filter((issue) => issue.severity === "error" && issue.pointer.startsWith(pointer))
      .map((issue) => issue.code),
  ),
]

const admit = (
  registers: Registers.Registers,
  decoded: Submission.Decoded,
  submission: Submission.Submission,
  planOf: (text: string) => Plan.Plan | null,
  issues: Array<Issue.Issue>,
  held: Array<Revision.Held>,
): Revision.Candidate | null => {
  const { catalogue } = registers
  const unit = Registers.index(registers).units.get(submission.subject)
  const plan = planOf(submission.period)
  const right =
    submission.catalogue === catalogue.id &&
    unit !== undefined &&
    plan !== null &&
    plan.inCatalogue &&
    OrgUnit.exists(unit, plan.day) &&
    submission.status !== "draft" &&
    submission.status !== "returned"
  if (!right) {
    const refused = refusals(registers, submission, decoded.name, plan)
    issues.push(...refused)
    held.push({ submission: decoded.name, pointer: "", codes: refused.map((issue) => issue.code) })
    return null
  }
  remark(registers, submission, plan, decoded.name, issues)
  return { decoded, submission, period: plan.period, plan, key: `${submission.subject}|${plan.id}|${submission.scope}` }
}

// Why a submission as a whole does not count.
const refusals = (
  registers: Registers.Registers,
  submission: Submission.Submission,
  name: string,
  plan: Plan.Plan | null,
): ReadonlyArray<Issue.Issue> => {
  const { units } = Registers.index(registers)
  const { catalogue } = registers
  const { subject, period } = submission
  const at = (pointer: string): Issue.Place => ({ pointer, submission: name, subject })
  const refused: Array<Issue.Issue> = []
  if (submission.catalogue !== catalogue.id) {
    const params = { found: submission.catalogue, known: catalogue.id }
    refused.push(Issue.make("catalogue.unknown", at("/catalogue"), params))
  }
  const unit = units.get(subject)
  if (!unit) {
    const near = Spelling.nearest(subject, units.keys()) ?? ""
    refused.push(Issue.make("subject.unknown", at("/subject"), { found: subject, near }))
  }
  if (plan === null) refused.push(Issue.make("period.malformed", at("/period"), { found: period }))
  if (plan?.inCatalogue === false) {
    const params = { period, from: catalogue.from, to: catalogue.to ?? "" }
    refused.push(Issue.make("period.outside-catalogue", { ...at("/period"), period }, params))
  }
  if (unit && plan && !OrgUnit.exists(unit, plan.day)) {
    const params = { subject, from: unit.from ?? "", to: unit.to ?? "", period }
    refused.push(Issue.make("subject.not-in-existence", at("/subject"), params))
  }
  if (submission.status === "draft" || submission.status === "returned") {
    refused.push(Issue.make("status.not-counted", at("/status"), { status: submission.status }))
  }
  return refused
}

// What is worth a look but holds nothing back.
const remark = (
  registers: Registers.Registers,
  { reporter: id, subject, revision, reason }: Submission.Submission,
  plan: Plan.Plan,
  name: string,
  issues: Array<Issue.Issue>,
): void => {
  const { units } = Registers.index(registers)
  const at = (pointer: string): Issue.Place => ({ pointer, submission: name, subject })
  const reporter = id === undefined ? undefined : units.get(id)
  if (id !== undefined && id !== subject && !reporter) {
    const near = Spelling.nearest(id, units.keys()) ?? ""
    issues.push(Issue.make("reporter.unknown", at("/reporter"), { found: id, near }))
  }
  if (reporter && id !== undefined && id !== subject && !OrgUnit.reportsFor(reporter, subject, plan.day)) {
    issues.push(Issue.make("reporter.not-focal-point", at("/reporter"), { reporter: id, subject }))
  }
  if (revision > 1 && reason === undefined) {
    issues.push(Issue.make("revision.reason-missing", at("/reason"), { revision }))
  }
}

const unreal: ReadonlyArray<Reading.Flag> = ["illustrative"]
const real: ReadonlyArray<Reading.Flag> = []

const accept = (
  registers: Registers.Registers,
  { decoded, submission, period, plan }: Revision.Candidate,
  serial: number,
  issues: Array<Issue.Issue>,
  held: Array<Revision.Held>,
): Accepted => {
  const { dimensions } = Registers.index(registers)
  const flags = submission.illustrative === true ? unreal : real
  const statements: Array<Statement.Statement> = []
  const hold: Hold = (pointer, found) => {
    for (const issue of found) issues.push(issue)
    if (found.some(({ severity }) => severity === "error")) {
      held.push({ submission: decoded.name, pointer, codes: [...new Set(found.map(({ code }) => code))] })
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
    const place = (): Issue.Place => placeOf(submission, decoded.name, `/values${Issue.step(id)}`, id)
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
  readNil(plan, submission, decoded.name, serial, flags, statements, hold)
  findGaps(registers, plan, submission, decoded.name, serial, issues)
  const stands = applyRules(registers.catalogue.rules, submission, decoded.name, statements, hold)
  return { submission, period, statements: stands, content: decoded.content }
}

const placeOf = (
  { subject, period }: Submission.Submission,
  submission: string,
  pointer: string,
  indicator: string,
): Issue.Place => ({ pointer, submission, subject, period, indicator })

type Hold = (pointer: string, found: ReadonlyArray<Issue.Issue>) => void

// "Không phát sinh" is an answer: a zero that was said, not one that was assumed.
const readNil = (
  plan: Plan.Plan,
  submission: Submission.Submission,
  name: string,
  serial: number,
  flags: ReadonlyArray<Reading.Flag>,
  statements: Array<Statement.Statement>,
  hold: Hold,
): void => {
  for (const [i, id] of (submission.nil ?? []).entries()) {
    const place = placeOf(submission, name, `/nil/${i}`, id)
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
  name: string,
  serial: number,
  issues: Array<Issue.Issue>,
): void => {
  const unit = Registers.index(registers).units.get(submission.subject)
  if (!unit) return
  for (const { obligation, asks } of plan.owed) {
    if (obligation.scope !== submission.scope || !Obligation.binds(obligation, unit)) continue
    for (const { said, indicator } of asks) {
      if (said === serial) continue
      const place = placeOf(submission, name, `/values${Issue.step(indicator.id)}`, indicator.id)
      issues.push(Issue.make("value.not-sent", place, { indicator: indicator.id, subject: unit.id }))
    }
  }
}

// Rules see what the values themselves have passed; a failed one takes what it holds out of what counts.
const applyRules = (
  rules: ReadonlyArray<Rule.Rule>,
  submission: Submission.Submission,
  name: string,
  statements: ReadonlyArray<Statement.Statement>,
  hold: Hold,
): ReadonlyArray<Statement.Statement> => {
  if (rules.length === 0) return statements
  const totals = new Map<string, Statement.Statement>()
  for (const one of statements) if (one.dimension === undefined) totals.set(one.indicator, one)
  const out = new Set<string>()
  for (const rule of rules) applyRule(rule, submission, name, totals, out, hold)
  return out.size === 0 ? statements : statements.filter(({ indicator }) => !out.has(indicator))
}

const applyRule = (
  rule: Rule.Rule,
  submission: Submission.Submission,
  name: string,
  totals: ReadonlyMap<string, Statement.Statement>,
  out: Set<string>,
  hold: Hold,
): void => {
  const used: Array<string> = []
  const look = ({ ref, part }: Expression.Reference): number | null => {
    const value = totals.get(ref)?.value
    const n = value?.kind === "quantity" ? value.n : value?.kind === "share" ? value[part ?? "x"].n : null
    if (n !== null) used.push(`${ref}${part === undefined ? "" : `.${part}`} = ${Quantity.digits(n, 0)}`)
    return n
  }
  let verdict: Expression.Verdict
  try {
    verdict = Rule.verdict(rule, look)
  } catch (cause) {
    // A rule that breaks is a finding of its own, not the end of the batch.
    const { indicator: _none, ...place } = placeOf(submission, name, "/values", "")
    hold("/values", [Issue.make("rule.crashed", place, { rule: rule.id, cause: String(cause) })])
    return
  }
  if (verdict !== "fails") return
  const code = rule.severity === "error" ? "rule.failed-error" : "rule.failed-warning"
  const params = { rule: rule.id, vi: rule.why.vi, en: rule.why.en, numbers: [...new Set(used)] }
  // A rule that holds nothing back still has a place: the first number that it speaks of.
  const first = Expression.references(rule.expression).slice(0, 1)
  for (const id of rule.holds.length > 0 ? rule.holds : first.map(({ ref }) => ref)) {
    const place = placeOf(submission, name, `/values${Issue.step(id)}`, id)
    hold(place.pointer, [Issue.make(code, place, params)])
    if (rule.severity === "error") out.add(id)
  }
}
