// A request and an outline filled with aggregates, comparisons, entries and narrative: the only translator into a
// document. Always true: change a fact and every mention moves, and nothing else; no digit without a source.
import type { Document } from "@danvan/document"
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Dated from "../registers/Dated.ts"
import type * as Entry from "../registers/Entry.ts"
import * as Form from "../registers/Form.ts"
import * as Hierarchy from "../registers/Hierarchy.ts"
import type * as OrgUnit from "../registers/OrgUnit.ts"
import type * as Outline from "../registers/Outline.ts"
import * as Registers from "../registers/Registers.ts"
import * as Succession from "../registers/Succession.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import type * as Aggregate from "./Aggregate.ts"
import * as Baseline from "./Baseline.ts"
import * as Comparison from "./Comparison.ts"
import type * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"
import * as Kernel from "./Kernel.ts"
import * as Publication from "./Publication.ts"
import * as document from "./report/document.ts"
import type * as Validated from "./Validated.ts"

/** `danvan/report@0`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/report@0"),
  subject: Schema.String,
  period: Schema.String,
  outline: Schema.String,
  issuer: Schema.String,
  form: Schema.String,
  kind: Schema.String,
  draft: Schema.optionalKey(Schema.Boolean),
  number: Schema.NullOr(Schema.Int),
  signedOn: Schema.NullOr(Dated.date),
  place: Schema.String,
  to: Schema.optionalKey(Schema.Array(Schema.String)),
  basis: Schema.optionalKey(Schema.Array(Schema.String)),
  signature: Schema.Struct({
    collective: Schema.optionalKey(Schema.String),
    authority: Schema.NullOr(Schema.String),
    head: Schema.String,
    office: Schema.NullOr(Schema.String),
    name: Schema.NullOr(Schema.String),
  }),
  recipients: Schema.Array(Schema.String),
  appendices: Schema.optionalKey(Schema.Array(Schema.String)),
  map: Schema.optionalKey(Schema.Union([Schema.Literal("now"), Dated.date])),
  shares: Schema.optionalKey(Succession.share.fields.weighs),
  compare: Schema.optionalKey(Schema.Array(Schema.Literals(Comparison.baselines))),
  publish: Schema.optionalKey(Publication.schema),
  disclose: Schema.optionalKey(Schema.Literals(["printed", "unit", "all"])),
  narratives: Schema.Record(Schema.String, Schema.String),
})

/**
 * What report is wanted. `map`: as it was at the end of each period, as the register knows it `now`, or as it was on a
 * day; `shares`: by which stated shares units that were divided are estimated. `disclose` says what leaves with the
 * document about where figures come from, `publish` which figures are not printed as they are.
 */
export type Request = typeof schema.Type

/** A report, filled; `toDocument` words it. */
export interface Report {
  readonly request: Request
  readonly period: Period.Period
  readonly issuer: OrgUnit.OrgUnit
  readonly form: Form.Form
  readonly outline: Outline.Outline
  /** The map that was asked for, and the shares; neither where each period stands on its own. */
  readonly on: Pick<Aggregate.Scope, "map" | "shares">
  /** What may be printed: a figure that is withheld or protected is not in it. */
  readonly aggregate: Aggregate.Aggregate
  /** The same for each unit directly below the subject. */
  readonly units: ReadonlyArray<Aggregate.Aggregate>
  /** Figures that are not printed as they are, by `Publication.keyOf`. */
  readonly treatments: Publication.Published["treatments"]
  readonly comparisons: ReadonlyArray<Comparison.Comparison>
  /** Events and tasks with the pointer of each in what was sent. */
  readonly events: ReadonlyArray<Listed<Entry.Event>>
  readonly tasks: ReadonlyArray<Listed<Entry.Task>>
  /** Models and dialogues of the subject and all below it, unit by unit in the register's order. */
  readonly models: ReadonlyArray<Listed<Entry.Model>>
  readonly dialogues: ReadonlyArray<Listed<Entry.Dialogue>>
  /** What validation found about the figures of these units in this period. */
  readonly findings: ReadonlyArray<Issue.Issue>
  /** Whether a number in it stands for one that was not published. */
  readonly illustrative: boolean
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** A listed thing and where it was sent. */
export interface Listed<A> {
  readonly entry: A
  readonly subject: string
  readonly submission: string
  readonly pointer: string
}

/** A request from which no report can be made, with every finding. */
export class ReportError extends Data.TaggedError("ReportError")<{
  readonly message: string
  readonly issues: ReadonlyArray<Issue.Issue>
}> {}

const decode = Shape.decoder(schema)

/**
 * Fills a request; fails when it names a unit, form or outline that is not there. Pointers are into the request.
 *
 * @example
 * make(registers, batch, facts, request) // succeeds
 * make(registers, batch, facts, { ...request, subject: "mai-district" }) // fails: report.unit-unknown at /subject
 */
export const make = (
  registers: Registers.Registers,
  validated: Validated.Validated,
  facts: Facts.Facts,
  request: unknown,
): Result.Result<Report, ReadonlyArray<Issue.Issue>> => {
  const decoded = decode(request, { pointer: "" })
  if (Result.isFailure(decoded)) return Result.fail(decoded.failure)
  const wanted = decoded.success
  const { units } = Registers.index(registers)
  const found: Array<Issue.Issue> = []
  for (const key of ["subject", "issuer"] as const) {
    if (units.has(wanted[key])) continue
    const near = Spelling.nearest(wanted[key], units.keys()) ?? ""
    found.push(Issue.make("report.unit-unknown", { pointer: `/${key}` }, { found: wanted[key], near }))
  }
  const period = Registers.period(registers, wanted.period)
  if (Result.isFailure(period)) {
    found.push(Issue.make("period.malformed", { pointer: "/period" }, { found: wanted.period }))
  }
  const outline = registers.outlines.find(({ id }) => id === wanted.outline)
  if (!outline) {
    const allowed = registers.outlines.map(({ id }) => id)
    found.push(Issue.make("report.outline-unknown", { pointer: "/outline" }, { found: wanted.outline, allowed }))
  }
  const { enclosed, strange } = appendices(outline, wanted.appendices)
  found.push(...strange)
  const issuer = units.get(wanted.issuer)
  if (!issuer || !outline || Result.isFailure(period) || found.length > 0) return Result.fail(found)
  const day = wanted.signedOn ?? Period.referenceDate(period.success)
  const form = Form.choose(registers.forms, wanted.form, issuer.kind, day)
  if (!form) {
    const params = { found: wanted.form, issuer: issuer.kind, day }
    return Result.fail([Issue.make("report.form-unknown", { pointer: "/form" }, params)])
  }
  const on = {
    ...(wanted.map === undefined ? {} : { map: wanted.map === "now" ? registers.organisations.asOf : wanted.map }),
    ...(wanted.shares === undefined ? {} : { shares: wanted.shares }),
  }
  const scope = { subject: wanted.subject, period: period.success, ...on }
  const below = Hierarchy.children(registers.organisations.edges, scope.subject, Ground.dayOf(scope))
  const subjects = [scope.subject, ...below] as const
  const [aggregate, ...parts] = Kernel.aggregateAll(registers, facts, { subjects, period: scope.period, ...on })
  const rule = wanted.publish ?? {}
  const published = Publication.apply(registers, rule, aggregate, parts)
  return Result.succeed({
    request: wanted,
    period: scope.period,
    issuer,
    form,
    outline: { ...outline, appendices: enclosed },
    on,
    aggregate: published.aggregate,
    units: published.units,
    treatments: published.treatments,
    // What is compared with is published by the same rule: a change would give away a base that may not be printed.
    comparisons: (wanted.compare ?? []).flatMap((baseline) =>
      Baseline.compare(registers, facts, published.aggregate, {
        baseline,
        on,
        publish: (base) => Publication.apply(registers, rule, base, []).aggregate,
      }),
    ),
    ...listed(registers, validated, facts, scope),
    illustrative: aggregate.cells.some((cell) => cell.flags.includes("illustrative")),
    issues: [...requestIssues(registers, wanted, form, scope.period), ...published.issues],
  })
}

// The appendices that a request names, in its order; those that stand there by themselves when it names none.
const appendices = (
  outline: Outline.Outline | undefined,
  named: ReadonlyArray<string> | undefined,
): { readonly enclosed: ReadonlyArray<Outline.Appendix>; readonly strange: ReadonlyArray<Issue.Issue> } => {
  const usual = outline?.appendices ?? []
  if (!outline || named === undefined) return { enclosed: usual, strange: [] }
  const known = new Map([...outline.onRequest, ...usual].map((appendix) => [appendix.key, appendix]))
  const place = (i: number): Issue.Place => ({ pointer: `/appendices/${i}` })
  return {
    enclosed: [...new Set(named)].flatMap((key) => known.get(key) ?? []),
    strange: named.flatMap((found, i) =>
      known.has(found) ? [] : [Issue.make("choice.unknown", place(i), { found, allowed: [...known.keys()] })],
    ),
  }
}

const listed = (
  registers: Registers.Registers,
  validated: Validated.Validated,
  facts: Facts.Facts,
  { subject, period }: Aggregate.Scope,
): Pick<Report, "events" | "tasks" | "models" | "dialogues" | "findings"> => {
  const below = Hierarchy.subtree(registers.organisations.edges, subject, Period.referenceDate(period))
  const within = new Map(below.map((unit, i) => [unit, i]))
  const place = (one: Validated.Accepted): number => within.get(one.submission.subject) ?? 0
  const here = validated.accepted
    .filter((one) => within.has(one.submission.subject) && Period.toId(one.period) === Period.toId(period))
    .toSorted((a, b) => place(a) - place(b))
  const all = <K extends keyof Entry.Entries>(
    kind: K,
    from: ReadonlyArray<Validated.Accepted>,
  ): ReadonlyArray<Listed<NonNullable<Entry.Entries[K]>[number]>> =>
    from.flatMap(({ submission }) =>
      (submission.entries?.[kind] ?? []).map((entry, i) => ({
        entry,
        subject: submission.subject,
        submission: submission.id,
        pointer: `/entries/${kind}/${i}`,
      })),
    )
  const own = here.filter(({ submission }) => submission.subject === subject)
  const sent = new Map(here.map(({ submission }) => [submission.id, submission.subject]))
  const isHere = (issue: Issue.Issue): boolean => {
    const about = issue.subject ?? sent.get(issue.submission ?? "")
    const read = Registers.period(registers, issue.period ?? "")
    const indicator = Registers.index(registers).indicators.get(issue.indicator ?? "")
    const figure = indicator ? Registers.periodOf(registers, indicator, period) : null
    const ids = [period, ...(figure ? [figure] : [])].map(Period.toId)
    const other = Result.isSuccess(read) && !ids.includes(Period.toId(read.success))
    return about !== undefined && within.has(about) && !other
  }
  return {
    events: all("events", own),
    tasks: all("tasks", own),
    models: all("models", here),
    dialogues: all("dialogues", here),
    findings: [...validated.issues, ...facts.issues].filter(isHere),
  }
}

const requestIssues = (
  registers: Registers.Registers,
  request: Request,
  form: Form.Form,
  period: Period.Period,
): ReadonlyArray<Issue.Issue> => {
  const { citations } = Registers.index(registers)
  const day = Period.referenceDate(period)
  const found: Array<Issue.Issue> = []
  for (const [i, id] of (request.basis ?? []).entries()) {
    const citation = citations.get(id)
    const place = { pointer: `/basis/${i}` }
    if (!citation) {
      const near = Spelling.nearest(id, citations.keys()) ?? ""
      found.push(Issue.make("report.citation-unknown", place, { found: id, near }))
    } else if (Dated.on([citation], day).length === 0) {
      const words = [citation.kind, citation.symbol].filter(Boolean).join(" ")
      const params = { citation: words, from: citation.from ?? "", to: citation.to ?? "" }
      found.push(Issue.make("report.citation-not-in-force", place, params))
    }
  }
  const { indicators } = Registers.index(registers)
  for (const [i, id] of (request.publish?.small?.indicators ?? []).entries()) {
    if (indicators.has(id)) continue
    const near = Spelling.nearest(id, indicators.keys()) ?? ""
    const place = { pointer: `/publish/small/indicators/${i}` }
    found.push(Issue.make("indicator.unknown", place, { indicator: id, near }))
  }
  if ((request.to ?? []).length > 0 && form.wording.addressees === null) {
    found.push(Issue.make("report.addressee-not-in-form", { pointer: "/to" }, { form: form.id, to: request.to ?? [] }))
  }
  return found
}

/**
 * A report worded in its form. What could not be written is in the document's losses and in `issues`.
 *
 * @example
 * const filled = Result.getOrThrow(make(registers, batch, facts, request))
 * toDocument(registers, facts, filled).document.layout.form.id // "party-hd36"
 */
export const toDocument = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  report: Report,
): { readonly document: Document; readonly issues: ReadonlyArray<Issue.Issue> } =>
  document.compose(registers, facts, report)
