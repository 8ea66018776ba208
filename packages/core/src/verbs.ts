// The five verbs that most people need. They only compose the stages; whoever wants the chain finds it in the modules.
import type { Document } from "@danvan/document"
import * as Result from "effect/Result"
import * as Registers from "./registers/Registers.ts"
import type * as Succession from "./registers/Succession.ts"
import * as Aggregate from "./stages/Aggregate.ts"
import * as Facts from "./stages/Facts.ts"
import * as Kernel from "./stages/Kernel.ts"
import * as Report from "./stages/Report.ts"
import * as Validated from "./stages/Validated.ts"
import * as Issue from "./vocabulary/Issue.ts"
import * as PlainDate from "./vocabulary/PlainDate.ts"
import { vi } from "./wording/vi.ts"

/**
 * Registers from the two files of an office. Throws a `RegistersError` once, with every finding. The catalogue may be an
 * edition of another one, which is then given as `base`; `outlines` is a file of the office's own.
 *
 * @example
 * const registers = load(organisations, catalogue)
 */
export const load = (
  organisations: unknown,
  catalogue: unknown,
  options: Registers.Options = {},
): Registers.Registers => {
  const made = Registers.make(organisations, catalogue, options)
  if (Result.isSuccess(made)) return made.success
  throw new Registers.RegistersError({ message: sentence(made.failure), issues: made.failure })
}

/**
 * Checks what units sent. Never throws for what is in it; see `batch.issues`.
 *
 * @example
 * const batch = validate(registers, submissions)
 */
export const validate = (
  registers: Registers.Registers,
  submissions: ReadonlyArray<unknown>,
  options?: Validated.Options,
): Validated.Validated => Validated.fromSubmissions(registers, submissions, options)

/**
 * Which subject, and in which period (`2022-H1`, the catalogue's calendar unless `@…` says another). On which map: as it
 * was at the end of the period unless `map` is a day, or `now`, the day up to which the register knows. By which stated
 * shares units that were divided are estimated; by none unless `shares` says so. `asOf` is the day of looking: what is not
 * due by then is counted apart.
 */
export interface Wanted {
  readonly subject: string
  readonly period: string
  readonly map?: string
  readonly shares?: Succession.Weight
  readonly asOf?: PlainDate.PlainDate
}

/**
 * All figures of a subject and the units below it. Throws a `ReportError` when the subject or period is unknown.
 *
 * @example
 * aggregate(registers, batch, { subject: "mai-district-2000", period: "2022-H1" }).cells[0].value // Value.quantity(2)
 */
export const aggregate = (
  registers: Registers.Registers,
  batch: Validated.Validated,
  wanted: Wanted,
): Aggregate.Aggregate => {
  const { subject, ...on } = scope(registers, wanted)
  const [made] = Kernel.aggregateAll(registers, factsOf(batch), { subjects: [subject] as const, ...on })
  return made
}

/**
 * A report as a document that any renderer draws. What could not be written is in `document.losses`. Throws a
 * `ReportError`, with every finding, when the request names a unit, form or outline that is not there.
 *
 * @example
 * const document = report(registers, batch, request)
 */
export const report = (registers: Registers.Registers, batch: Validated.Validated, request: unknown): Document => {
  const facts = factsOf(batch)
  const made = Report.make(registers, batch, facts, request)
  if (Result.isSuccess(made)) return Report.toDocument(registers, facts, made.success).document
  throw new Report.ReportError({ message: sentence(made.failure), issues: made.failure })
}

/**
 * How one number came about, down to the submissions. Throws a `ReportError` when subject, period or indicator is
 * unknown.
 *
 * @example
 * const tree = explain(registers, batch, { subject: "mai-district-2000", period: "2022-H1", indicator: "meeting.events" })
 * toText(tree, "vi", registers).split("\n")[0] // "Quận Mai: 2 cuộc – cộng số của các đơn vị · 1/4 đơn vị"
 */
export const explain = (
  registers: Registers.Registers,
  batch: Validated.Validated,
  wanted: Wanted & { readonly indicator: string; readonly dimension?: string; readonly member?: string },
): Aggregate.Explanation => {
  const { subject: _subject, period: _period, map: _map, shares: _shares, asOf: _asOf, ...series } = wanted
  const made = Aggregate.explain(registers, factsOf(batch), scope(registers, wanted), series)
  if (Result.isSuccess(made)) return made.success
  throw new Report.ReportError({ message: sentence([made.failure]), issues: [made.failure] })
}

// Facts of a batch are made once, however many questions are asked of it.
const made = new WeakMap<Validated.Validated, Facts.Facts>()
const factsOf = (batch: Validated.Validated): Facts.Facts => {
  const known = made.get(batch)
  if (known) return known
  const facts = Facts.fromValidated(batch)
  made.set(batch, facts)
  return facts
}

const scope = (registers: Registers.Registers, wanted: Wanted): Aggregate.Scope => {
  const { subject, period, map, shares, asOf } = wanted
  const read = Registers.period(registers, period)
  const issues = [
    ...(Registers.index(registers).units.has(subject)
      ? []
      : [Issue.make("report.unit-unknown", { pointer: "/subject" }, { found: subject, near: "" })]),
    ...(Result.isSuccess(read) ? [] : [Issue.make("period.malformed", { pointer: "/period" }, { found: period })]),
    ...(map === undefined || map === "now" || PlainDate.isPlainDate(map)
      ? []
      : [Issue.make("period.malformed", { pointer: "/map" }, { found: map })]),
  ]
  if (issues.length > 0 || Result.isFailure(read)) {
    throw new Report.ReportError({ message: sentence(issues), issues })
  }
  return {
    subject,
    period: read.success,
    ...(map === undefined ? {} : { map: map === "now" ? registers.organisations.asOf : map }),
    ...(shares === undefined ? {} : { shares }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

const sentence = (issues: ReadonlyArray<Issue.Issue>): string =>
  issues
    .map((issue) => `${issue.pointer || "/"}: [${issue.code}] ${vi.issues[issue.code](issue.params).message}`)
    .join("\n")
