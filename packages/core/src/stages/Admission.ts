// Whether a submission as a whole may count: who it is about, when, by which catalogue, in which state.
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import type * as Plan from "./Plan.ts"
import type * as Revision from "./Revision.ts"
import * as Submission from "./Submission.ts"

/**
 * The submission as a candidate, or null when it is refused: then `issues` say why and `held` names it whole.
 *
 * @example
 * admit(registers, Submission.decode(country.submission(), 1), country.submission(), Plan.plans(registers), [], [])?.key // "an-ward-2000|2022-H1@civil|own"
 */
export const admit = (
  registers: Registers.Registers,
  decoded: Submission.Decoded,
  submission: Submission.Envelope,
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
    const refused = refusals(registers, submission, decoded, plan)
    issues.push(...refused)
    held.push({ ...Submission.origin(decoded), pointer: "", codes: refused.map((issue) => issue.code) })
    return null
  }
  remark(registers, submission, plan, decoded, issues)
  return {
    decoded,
    submission,
    unit,
    period: plan.period,
    plan,
    key: `${submission.subject}|${plan.id}|${submission.scope}`,
  }
}

// Why a submission as a whole does not count.
const refusals = (
  registers: Registers.Registers,
  submission: Submission.Envelope,
  decoded: Submission.Decoded,
  plan: Plan.Plan | null,
): ReadonlyArray<Issue.Issue> => {
  const { units } = Registers.index(registers)
  const { catalogue } = registers
  const { subject, period } = submission
  const at = (pointer: string): Issue.Place => ({ pointer, ...Submission.origin(decoded), subject })
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
  { reporter: id, subject, revision, reason }: Submission.Envelope,
  plan: Plan.Plan,
  decoded: Submission.Decoded,
  issues: Array<Issue.Issue>,
): void => {
  const { units } = Registers.index(registers)
  const at = (pointer: string): Issue.Place => ({ pointer, ...Submission.origin(decoded), subject })
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
