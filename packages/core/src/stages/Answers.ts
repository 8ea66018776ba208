// What a submission answers, indicator by indicator. Every value is judged at once; the statement of one that is right at
// a glance is read out when somebody asks for it: whoever only wants the findings needs none, and a country's submissions
// fit into memory.
import type * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import type * as Plan from "./Plan.ts"
import type * as Reading from "./Reading.ts"
import type * as Revision from "./Revision.ts"
import * as Sent from "./Sent.ts"
import * as Statement from "./Statement.ts"
import * as Submission from "./Submission.ts"

/** The answers of one submission; `Submission.contentOf` gives what its fingerprint is taken of. */
export interface Answers {
  readonly submission: Submission.Envelope
  readonly values: Sent.Sent
  readonly content?: unknown
  readonly period: Period.Period
  /** The day on which it was received, where somebody knows it. */
  readonly received?: PlainDate.PlainDate
  /** Values that took more than a glance, in the submission's order: no statement where the value is held. */
  readonly careful: ReadonlyArray<Careful>
  /** Periods of figures that are not the submission's, by indicator; one value for all submissions of a period. */
  readonly elsewhere: Readonly<Record<string, Period.Period>>
  /** Indicators answered by "không phát sinh". */
  readonly nil: ReadonlyArray<string>
  /** Indicators whose values are taken out by a rule. */
  readonly out: ReadonlyArray<string>
}

/** A value that was read with care. */
export interface Careful {
  readonly indicator: string
  readonly statements: ReadonlyArray<Statement.Statement>
}

/** Where the findings of a batch are gathered, and what they hold back. */
export interface Findings {
  readonly issues: Array<Issue.Issue>
  readonly held: Array<Revision.Held>
}

const none: ReadonlyArray<never> = []

/**
 * Judges every value and every "không phát sinh" of a candidate; its plan notes what it answers.
 *
 * @example
 * const answers = judge(registers, candidate, { issues: [], held: [] })
 * of(answers, "meeting.events")[0].value // { kind: "quantity", n: 2, qualifier: "exact" }
 */
export const judge = (registers: Registers.Registers, candidate: Revision.Candidate, findings: Findings): Answers => {
  const { plan, submission, period, decoded } = candidate
  const { values, content } = decoded
  const { names, items } = values
  let careful: Array<Careful> | null = null
  const row = plan.row(names)
  const read = ++plan.reads
  for (let i = 0; i < names.length; i++) {
    const known = row[i]
    if (known !== undefined) {
      known.said = read
      if (known.inForce && Statement.isPlain(items[i], known.glance)) continue
    }
    const id = names[i]!
    careful ??= []
    careful.push({ indicator: id, statements: readCarefully(registers, candidate, id, items[i], findings) })
  }
  const nil = submission.nil?.filter((id, i) => isNil(candidate, id, i, findings))
  const answers = { submission, values, period, careful: careful ?? none, nil: nil ?? none, out: none }
  return { ...answers, elsewhere: plan.elsewhere, ...(content === undefined ? {} : { content }) }
}

/**
 * Notes findings about one place; an error among them holds it back.
 *
 * @example
 * const findings = { issues: [], held: [] }
 * note(findings, candidate, "/values", [Issue.make("value.null", { pointer: "/values" })])
 * findings.held.map(({ pointer, codes }) => [pointer, codes]) // [["/values", ["value.null"]]]
 */
export const note = (
  { issues, held }: Findings,
  { decoded }: Pick<Revision.Candidate, "decoded">,
  pointer: string,
  found: ReadonlyArray<Issue.Issue>,
): void => {
  for (const issue of found) issues.push(issue)
  if (found.some(({ severity }) => severity === "error")) {
    held.push({ ...Submission.origin(decoded), pointer, codes: codesOf(found) })
  }
}

const codesOf = (found: ReadonlyArray<Issue.Issue>): ReadonlyArray<Issue.IssueCode> => {
  const codes = found.map(({ code }) => code)
  return codes.length > 1 ? [...new Set(codes)] : codes
}

/**
 * What is said of one indicator, whether a rule takes it out or not: the whole first, then its parts. None where nothing
 * was said, or where the value itself is held.
 *
 * @example
 * of(batch.accepted[0], "model.registered").map(({ member }) => member) // [undefined, "economy", "culture"]
 */
export const of = (answers: Answers, indicator: string): ReadonlyArray<Statement.Statement> => {
  const { submission, values, careful, nil } = answers
  const read = careful.find((one) => one.indicator === indicator)
  if (read) return read.statements
  if (Sent.has(values, indicator)) {
    return [Statement.ofPlain(indicator, Sent.get(values, indicator), flagsOf(submission))]
  }
  return nil.includes(indicator) ? [Statement.ofPlain(indicator, 0, flagsOf(submission))] : none
}

/**
 * Every statement that counts, in the order of the submission, those of "không phát sinh" last.
 *
 * @example
 * statements(batch.accepted[0]).length // 7
 */
export const statements = (answers: Answers): ReadonlyArray<Statement.Statement> => {
  const { submission, values, careful, nil, out } = answers
  const flags = flagsOf(submission)
  const read: Array<Statement.Statement> = []
  let next = 0
  for (const [i, id] of values.names.entries()) {
    if (careful[next]?.indicator === id) read.push(...careful[next++]!.statements)
    else read.push(Statement.ofPlain(id, values.items[i], flags))
  }
  for (const id of nil) read.push(Statement.ofPlain(id, 0, flags))
  return out.length === 0 ? read : read.filter(({ indicator }) => !out.includes(indicator))
}

/**
 * The period that a statement is about: the value's own, else that of its indicator, else the submission's.
 *
 * @example
 * const answers = judge(registers, candidate, { issues: [], held: [] })
 * periodOf(answers, of(answers, "meeting.events")[0]) // H1
 */
export const periodOf = (
  { period, elsewhere }: Answers,
  statement: Pick<Statement.Statement, "indicator" | "period">,
): Period.Period => statement.period ?? elsewhere[statement.indicator] ?? period

/**
 * How many statements there are, without reading them out.
 *
 * @example
 * count(batch.accepted[0]) // 7
 */
export const count = (answers: Answers): number => {
  const { values, careful, nil, out } = answers
  if (out.length > 0) return statements(answers).length
  const read = careful.reduce((sum, one) => sum + one.statements.length, 0)
  return values.names.length - careful.length + read + nil.length
}

const unreal: ReadonlyArray<Reading.Flag> = ["illustrative"]

const flagsOf = ({ illustrative }: Submission.Envelope): ReadonlyArray<Reading.Flag> =>
  illustrative === true ? unreal : none

/**
 * The place of an indicator's value in a submission.
 *
 * @example
 * placeOf(candidate, "meeting.events").pointer // "/values/meeting.events"
 */
export const placeOf = (
  { submission: { subject, period }, decoded }: Pick<Revision.Candidate, "submission" | "decoded">,
  indicator: string,
  pointer: string = `/values${Issue.step(indicator)}`,
): ReturnType<typeof Submission.origin> & Required<Omit<Issue.Place, "source" | "input">> => {
  const { name: submission, input } = decoded
  // Nearly always each has a name of its own.
  if (input === undefined) return { pointer, submission, subject, period, indicator }
  return { pointer, submission, input, subject, period, indicator }
}

const readCarefully = (
  registers: Registers.Registers,
  candidate: Revision.Candidate,
  id: string,
  raw: unknown,
  findings: Findings,
): ReadonlyArray<Statement.Statement> => {
  const place = placeOf(candidate, id)
  const known = candidate.plan.known.get(id)
  if (!known) {
    note(findings, candidate, place.pointer, [unknown(candidate.plan, place, id)])
    return none
  }
  const { indicator, period, toDate } = known
  if (period === null) {
    note(findings, candidate, place.pointer, [lacking(candidate, place, indicator)])
    return none
  }
  if (!known.inForce) {
    const params = { indicator: id, from: indicator.from ?? "", to: indicator.to ?? "" }
    note(findings, candidate, place.pointer, [Issue.make("indicator.not-in-force", place, params)])
    return none
  }
  const found: Array<Issue.Issue> = []
  const { dimensions } = Registers.index(registers)
  const reading = {
    indicator,
    dimensions,
    place: () => place,
    flags: flagsOf(candidate.submission),
    figure: { period, toDate },
  }
  const read = Statement.read(raw, reading, found)
  if (found.length > 0) note(findings, candidate, place.pointer, found)
  return read
}

// "Không phát sinh" is an answer: a zero that was said, not one that was assumed.
const isNil = (candidate: Revision.Candidate, id: string, i: number, findings: Findings): boolean => {
  const { plan, decoded } = candidate
  const place = placeOf(candidate, id, `/nil/${i}`)
  const known = plan.known.get(id)
  if (known) known.said = plan.reads
  if (!known) note(findings, candidate, place.pointer, [unknown(plan, place, id)])
  else if (known.period === null) note(findings, candidate, place.pointer, [lacking(candidate, place, known.indicator)])
  else if (Sent.has(decoded.values, id)) {
    note(findings, candidate, place.pointer, [Issue.make("value.nil-and-sent", place, { indicator: id })])
  } else if (!Statement.isPlain(0, known.glance)) {
    const { kind }: Indicator.Indicator = known.indicator
    note(findings, candidate, place.pointer, [Issue.make("value.nil-not-possible", place, { indicator: id, kind })])
  } else return true
  return false
}

const lacking = (
  { period }: Revision.Candidate,
  place: Issue.Place,
  { id, calendar = "" }: Indicator.Indicator,
): Issue.Issue => {
  const words = { period: Period.toText(period, "vi"), periodEn: Period.toText(period, "en") }
  return Issue.make("period.not-in-calendar", place, { indicator: id, calendar, ...words })
}

const unknown = (plan: Plan.Plan, place: Issue.Place, id: string): Issue.Issue =>
  Issue.make("indicator.unknown", place, { indicator: id, near: Spelling.nearest(id, plan.known.keys()) ?? "" })
