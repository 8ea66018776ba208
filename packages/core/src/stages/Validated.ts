// What may be counted, what is held back, every finding. Always true: every input value is accepted, or held back with
// an issue that names it; none disappears.
import * as Result from "effect/Result"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Batch from "./Batch.ts"
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

/** `expected: "senders"` looks for gaps only in what came; `"all"` also names units that sent nothing. */
export interface Options {
  readonly expected?: "all" | "senders"
}

/** Checks every input of a batch; never throws for what people sent. */
export const fromSubmissions = (
  registers: Registers.Registers,
  inputs: ReadonlyArray<unknown>,
  options: Options = {},
): Validated => {
  const issues: Array<Issue.Issue> = []
  const held: Array<Revision.Held> = []
  const candidates: Array<Revision.Candidate> = []
  const seen = new Set<string>()
  for (let i = 0; i < inputs.length; i++) {
    const decoded = Submission.decode(inputs[i], i + 1)
    issues.push(...decoded.issues)
    for (const pointer of decoded.held)
      held.push({ submission: decoded.name, pointer, codes: codesAt(decoded.issues, pointer) })
    if (decoded.submission === null) {
      rememberSender(inputs[i], registers, seen)
      continue
    }
    const candidate = admit(registers, decoded, decoded.submission, issues, held)
    seen.add(`${decoded.submission.subject}|${candidate ? Period.toId(candidate.period) : ""}`)
    if (candidate) candidates.push(candidate)
  }
  const standing = Revision.stand(candidates, issues, held)
  const accepted = standing.map((candidate) => accept(registers, candidate, issues, held))
  issues.push(...Batch.remarks(registers, accepted, seen, options.expected ?? "all"))
  return { accepted, held, issues }
}

const codesAt = (issues: ReadonlyArray<Issue.Issue>, pointer: string): ReadonlyArray<Issue.IssueCode> => [
  ...new Set(
    issues
      .filter((issue) => issue.severity === "error" && issue.pointer.startsWith(pointer))
      .map((issue) => issue.code),
  ),
]

// A submission that cannot be read still shows that its unit sent something.
const rememberSender = (input: unknown, registers: Registers.Registers, seen: Set<string>): void => {
  if (typeof input !== "object" || input === null) return
  const { subject, period } = input as Record<string, unknown>
  if (typeof subject !== "string") return
  const read = Period.fromText(String(period), registers.catalogue.calendar)
  seen.add(`${subject}|${Result.isSuccess(read) ? Period.toId(read.success) : ""}`)
}

const admit = (
  registers: Registers.Registers,
  decoded: Submission.Decoded,
  submission: Submission.Submission,
  issues: Array<Issue.Issue>,
  held: Array<Revision.Held>,
): Revision.Candidate | null => {
  const { units } = Registers.index(registers)
  const at = (pointer: string): Issue.Place => ({ pointer, submission: decoded.name, subject: submission.subject })
  const refused: Array<Issue.Issue> = []
  const { catalogue } = registers
  if (submission.catalogue !== catalogue.id) {
    refused.push(
      Issue.make("catalogue.unknown", at("/catalogue"), { found: submission.catalogue, known: catalogue.id }),
    )
  }
  const unit = units.get(submission.subject)
  if (!unit) {
    const near = Spelling.nearest(submission.subject, units.keys()) ?? ""
    refused.push(Issue.make("subject.unknown", at("/subject"), { found: submission.subject, near }))
  }
  const read = Period.fromText(submission.period, catalogue.calendar)
  if (Result.isFailure(read)) {
    refused.push(Issue.make("period.malformed", at("/period"), { found: submission.period }))
  } else {
    const day = Period.referenceDate(read.success)
    const where = { ...at("/period"), period: submission.period }
    if (!PlainDate.within(day, catalogue.from, catalogue.to)) {
      refused.push(
        Issue.make("period.outside-catalogue", where, {
          period: submission.period,
          from: catalogue.from,
          to: catalogue.to ?? "",
        }),
      )
    }
    if (unit && !OrgUnit.exists(unit, day)) {
      refused.push(
        Issue.make("subject.not-in-existence", at("/subject"), {
          subject: submission.subject,
          from: unit.from ?? "",
          to: unit.to ?? "",
          period: submission.period,
        }),
      )
    }
  }
  if (submission.status === "draft" || submission.status === "returned") {
    refused.push(Issue.make("status.not-counted", at("/status"), { status: submission.status }))
  }
  issues.push(...refused)
  if (refused.length > 0 || Result.isFailure(read)) {
    held.push({ submission: decoded.name, pointer: "", codes: refused.map((issue) => issue.code) })
    return null
  }
  issues.push(...remarks(registers, submission, read.success, decoded.name))
  return {
    decoded,
    submission,
    period: read.success,
    key: `${submission.subject}|${Period.toId(read.success)}|${submission.scope}`,
  }
}

const remarks = (
  registers: Registers.Registers,
  submission: Submission.Submission,
  period: Period.Period,
  name: string,
): ReadonlyArray<Issue.Issue> => {
  const { units } = Registers.index(registers)
  const at = (pointer: string): Issue.Place => ({ pointer, submission: name, subject: submission.subject })
  const found: Array<Issue.Issue> = []
  if (submission.reporter !== undefined && submission.reporter !== submission.subject) {
    const reporter = units.get(submission.reporter)
    if (!reporter) {
      const near = Spelling.nearest(submission.reporter, units.keys()) ?? ""
      found.push(Issue.make("reporter.unknown", at("/reporter"), { found: submission.reporter, near }))
    } else if (!OrgUnit.reportsFor(reporter, submission.subject, Period.referenceDate(period))) {
      found.push(
        Issue.make("reporter.not-focal-point", at("/reporter"), {
          reporter: submission.reporter,
          subject: submission.subject,
        }),
      )
    }
  }
  if (submission.revision > 1 && submission.reason === undefined) {
    found.push(Issue.make("revision.reason-missing", at("/reason"), { revision: submission.revision }))
  }
  return found
}

const accept = (
  registers: Registers.Registers,
  { decoded, submission, period }: Revision.Candidate,
  issues: Array<Issue.Issue>,
  held: Array<Revision.Held>,
): Accepted => {
  const { indicators, dimensions } = Registers.index(registers)
  const day = Period.referenceDate(period)
  const flags: ReadonlyArray<Reading.Flag> = submission.illustrative === true ? ["illustrative"] : []
  const statements = new Map<string, ReadonlyArray<Statement.Statement>>()
  const hold = (pointer: string, found: ReadonlyArray<Issue.Issue>): void => {
    issues.push(...found)
    if (found.some(({ severity }) => severity === "error")) {
      held.push({ submission: decoded.name, pointer, codes: [...new Set(found.map(({ code }) => code))] })
    }
  }
  for (const id in submission.values) {
    if (!Object.hasOwn(submission.values, id)) continue
    const indicator = indicators.get(id)
    const place = {
      pointer: `/values${Issue.step(id)}`,
      submission: decoded.name,
      subject: submission.subject,
      period: submission.period,
      indicator: id,
    }
    if (!indicator) {
      const near = Spelling.nearest(id, indicators.keys()) ?? ""
      hold(place.pointer, [Issue.make("indicator.unknown", place, { indicator: id, near })])
      continue
    }
    if (!PlainDate.within(day, indicator.from, indicator.to)) {
      hold(place.pointer, [
        Issue.make("indicator.not-in-force", place, {
          indicator: id,
          from: indicator.from ?? "",
          to: indicator.to ?? "",
        }),
      ])
      continue
    }
    const found: Array<Issue.Issue> = []
    const read = Statement.read(submission.values[id], { indicator, dimensions, place, flags }, found)
    if (found.length > 0) hold(place.pointer, found)
    if (read.length > 0) statements.set(id, read)
  }
  readNil(registers, submission, decoded.name, flags, statements, hold)
  for (const rule of registers.catalogue.rules) applyRule(rule, submission, decoded.name, statements, hold)
  return { submission, period, statements: [...statements.values()].flat(), content: decoded.content }
}

type Hold = (pointer: string, found: ReadonlyArray<Issue.Issue>) => void

// "Không phát sinh" is an answer: a zero that was said, not one that was assumed.
const readNil = (
  registers: Registers.Registers,
  submission: Submission.Submission,
  name: string,
  flags: ReadonlyArray<Reading.Flag>,
  statements: Map<string, ReadonlyArray<Statement.Statement>>,
  hold: Hold,
): void => {
  const { indicators } = Registers.index(registers)
  for (const [i, id] of (submission.nil ?? []).entries()) {
    const place = {
      pointer: `/nil/${i}`,
      submission: name,
      subject: submission.subject,
      period: submission.period,
      indicator: id,
    }
    const indicator = indicators.get(id)
    if (!indicator) {
      const near = Spelling.nearest(id, indicators.keys()) ?? ""
      hold(place.pointer, [Issue.make("indicator.unknown", place, { indicator: id, near })])
    } else if (Object.hasOwn(submission.values, id)) {
      hold(place.pointer, [Issue.make("value.nil-and-sent", place, { indicator: id })])
    } else if (!["flow", "stock", "campaign", "distinct"].includes(indicator.kind)) {
      hold(place.pointer, [Issue.make("value.nil-not-possible", place, { indicator: id, kind: indicator.kind })])
    } else {
      statements.set(id, [
        {
          indicator: id,
          value: { kind: "quantity", n: 0, qualifier: "exact" },
          flags,
          claims: null,
          asOf: null,
          scope: null,
        },
      ])
    }
  }
}

const applyRule = (
  rule: Rule.Rule,
  submission: Submission.Submission,
  name: string,
  statements: Map<string, ReadonlyArray<Statement.Statement>>,
  hold: Hold,
): void => {
  const used: Array<string> = []
  const look = ({ ref, part }: Expression.Reference): number | null => {
    const value = statements.get(ref)?.[0]?.value
    const n = value?.kind === "quantity" ? value.n : value?.kind === "share" ? value[part ?? "x"].n : null
    if (n !== null) used.push(`${ref}${part === undefined ? "" : `.${part}`} = ${Quantity.digits(n, 0)}`)
    return n
  }
  const place = { submission: name, subject: submission.subject, period: submission.period }
  let verdict: Expression.Verdict
  try {
    verdict = Rule.verdict(rule, look)
  } catch (cause) {
    // A rule that breaks is a finding of its own, not the end of the batch.
    hold("/values", [
      Issue.make("rule.crashed", { ...place, pointer: "/values" }, { rule: rule.id, cause: String(cause) }),
    ])
    return
  }
  if (verdict !== "fails") return
  const code = rule.severity === "error" ? "rule.failed-error" : "rule.failed-warning"
  const params = { rule: rule.id, vi: rule.why.vi, en: rule.why.en, numbers: [...new Set(used)] }
  // A rule that holds nothing back still has a place: the first number that it speaks of.
  const about =
    rule.holds.length > 0
      ? rule.holds
      : Expression.references(rule.expression)
          .slice(0, 1)
          .map(({ ref }) => ref)
  for (const id of about) {
    const pointer = `/values${Issue.step(id)}`
    hold(pointer, [Issue.make(code, { ...place, pointer, indicator: id }, params)])
    if (rule.severity === "error") statements.delete(id)
  }
}
