// Which submission of a subject, period and scope stands: the highest revision, whole. Nothing of an earlier one shines
// through, and two different contents of one revision leave nobody to believe.
import type * as OrgUnit from "../registers/OrgUnit.ts"
import * as Fingerprint from "../vocabulary/Fingerprint.ts"
import * as Issue from "../vocabulary/Issue.ts"
import type * as Period from "../vocabulary/Period.ts"
import type * as Plan from "./Plan.ts"
import * as Submission from "./Submission.ts"

/** Something held back: the pointer covers everything below it; `""` is the whole submission. */
export interface Held {
  readonly submission: string
  readonly pointer: string
  readonly codes: ReadonlyArray<Issue.IssueCode>
  /** Which input of the batch, from 1; only where several have one name. */
  readonly input?: number
}

/** A submission that may count, with what it is about (`key`). */
export interface Candidate {
  readonly decoded: Submission.Decoded
  readonly submission: Submission.Envelope
  readonly unit: OrgUnit.OrgUnit
  readonly period: Period.Period
  readonly plan: Plan.Plan
  readonly key: string
}

/**
 * The candidates that stand; what happened to the others goes to `issues` and `held`.
 *
 * @example
 * const newer = { ...candidate, submission: { ...candidate.submission, revision: 2 } }
 * stand([candidate, newer], [], []) // [newer]
 */
export const stand = (
  candidates: ReadonlyArray<Candidate>,
  issues: Array<Issue.Issue>,
  held: Array<Held>,
): ReadonlyArray<Candidate> => {
  const groups = new Map<string, Array<Candidate>>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.key)
    if (group) group.push(candidate)
    else groups.set(candidate.key, [candidate])
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : newest(group, issues, held)))
}

const newest = (
  group: ReadonlyArray<Candidate>,
  issues: Array<Issue.Issue>,
  held: Array<Held>,
): ReadonlyArray<Candidate> => {
  const highest = Math.max(...group.map(({ submission }) => submission.revision))
  const tell = (code: Issue.IssueCode, { decoded, submission }: Candidate, params: Issue.Params): void => {
    issues.push(
      Issue.make(
        code,
        { pointer: "", ...Submission.origin(decoded), subject: submission.subject, period: submission.period },
        params,
      ),
    )
    held.push({ ...Submission.origin(decoded), pointer: "", codes: [code] })
  }
  for (const candidate of group) {
    const { revision } = candidate.submission
    if (revision < highest) tell("revision.superseded", candidate, { revision, by: highest })
  }
  const top = group.filter(({ submission }) => submission.revision === highest)
  const [first, ...others] = top
  if (first === undefined) return []
  const content = Fingerprint.canonical(Submission.contentOf(first.decoded))
  if (others.every((other) => Fingerprint.canonical(Submission.contentOf(other.decoded)) === content)) {
    for (const other of others) tell("revision.repeated", other, { revision: highest })
    return [first]
  }
  const ids = top.map(({ decoded }) => decoded.name)
  for (const candidate of top) tell("revision.conflict", candidate, { revision: highest, submissions: ids })
  return []
}
