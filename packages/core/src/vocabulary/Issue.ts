// One finding about data that people sent: a code, a place, a severity and the numbers it was decided on. Never a
// sentence: `wording/` turns it into Vietnamese and English, so that every door (library, command, page) says the same.

/** `error` holds something back, `warning` asks for a look, `info` only tells. */
export type Severity = "error" | "warning" | "info"

/** Every code with its severity. A code is stable: it is never renumbered, reused or given another meaning. */
export const severities = {
  // what came as text
  "json.malformed": "error",
  "json.key-repeated": "error",
  "json.key-reserved": "error",
  "json.digits-lost": "error",
  // what came is not a submission
  "input.not-object": "error",
  "input.schema-unknown": "error",
  "input.too-deep": "error",
  "text.not-nfc": "info",
  "key.collision": "error",
  "key.unknown": "error",
  "key.missing": "error",
  "type.wrong": "error",
  "choice.unknown": "error",
  // a file that cannot be read, or only in part
  "file.missing": "error",
  "file.empty": "error",
  "file.format-unsupported": "error",
  "file.damaged": "error",
  "file.limit-exceeded": "error",
  "file.inert": "warning",
  "encoding.unsupported": "error",
  "encoding.converted": "info",
  "encoding.legacy-font": "error",
  "csv.quote-unclosed": "error",
  "csv.quote-stray": "warning",
  // what a table says
  "table.head-missing": "error",
  "table.period-missing": "error",
  "table.subject-missing": "error",
  "table.sheet-skipped": "info",
  "table.hidden": "warning",
  "table.total-differs": "warning",
  "heading.unknown": "error",
  "heading.ambiguous": "error",
  "heading.repeated": "error",
  "row.unit-missing": "error",
  "row.unit-unknown": "error",
  "row.unit-ambiguous": "error",
  "row.unit-above": "error",
  "cell.date": "error",
  "cell.ambiguous": "error",
  "cell.unread": "error",
  "cell.error": "error",
  "cell.uncomputed": "error",
  // what a list of units says
  "list.head-missing": "error",
  "list.column-unread": "warning",
  "list.column-repeated": "error",
  "list.row-unread": "warning",
  "list.word-unknown": "error",
  "list.kind-unknown": "error",
  "list.kind-differs": "error",
  "list.unit-unknown": "error",
  "list.unit-ambiguous": "error",
  "list.unit-repeated": "error",
  "list.id-taken": "error",
  "list.link-repeated": "error",
  "list.extent-unclear": "error",
  "list.successor-missing": "error",
  "list.source-missing": "error",
  "list.rest-unsaid": "warning",
  "list.unit-untouched": "warning",
  "list.parent-missing": "warning",
  "list.date-missing": "error",
  "list.date-unread": "error",
  "list.decree-missing": "warning",
  // who, when, by which catalogue
  "subject.missing": "error",
  "subject.unknown": "error",
  "subject.not-in-existence": "error",
  "reporter.unknown": "warning",
  "reporter.not-focal-point": "warning",
  "catalogue.unknown": "error",
  "period.malformed": "error",
  "period.outside-catalogue": "error",
  "period.not-owed": "warning",
  "period.unlike-batch": "warning",
  "status.not-counted": "info",
  "revision.conflict": "error",
  "revision.repeated": "info",
  "revision.superseded": "info",
  "revision.reason-missing": "warning",
  // single values
  "indicator.unknown": "error",
  "indicator.not-in-force": "error",
  "period.not-in-calendar": "error",
  "value.null": "error",
  "value.wrong-kind": "error",
  "value.negative": "error",
  "value.fractional": "error",
  "value.too-large": "error",
  "value.percent-malformed": "error",
  "value.share-exceeds": "error",
  "value.share-empty": "error",
  "value.parts-differ": "error",
  "value.cumulative-unfit": "error",
  "value.nil-and-sent": "error",
  "value.nil-not-possible": "error",
  "breakdown.unknown": "error",
  "breakdown.member-unknown": "error",
  "claim.percent-differs": "warning",
  "rule.failed-error": "error",
  "rule.failed-warning": "warning",
  "rule.crashed": "warning",
  // between submissions
  "series.fell": "warning",
  "series.base-changed": "warning",
  "series.outlier": "warning",
  "record.copied": "warning",
  "claim.change-differs": "warning",
  "submission.late": "warning",
  // what did not come
  "value.not-sent": "warning",
  "submission.not-sent": "warning",
  // listed things
  "entry.duplicate": "warning",
  "entry.unit-unknown": "warning",
  "entry.person-similar": "warning",
  "entry.reported-twice": "warning",
  "task.dropped": "warning",
  "text.personal": "warning",
  // bringing together
  "fact.conflict": "error",
  "whole.differs": "warning",
  "period.parts-differ": "warning",
  "aggregate.cumulative-fell": "error",
  "period.covered-in-part": "warning",
  "aggregate.overflow": "error",
  "aggregate.rate-refused": "info",
  "aggregate.distinct-refused": "info",
  "total.empty": "error",
  "total.overlapping": "error",
  "total.kinds-unlike": "error",
  "total.measures-unlike": "error",
  // the request of a report
  "prose.digit-unbound": "error",
  "prose.reference-unknown": "error",
  "prose.filter-unknown": "error",
  "prose.unclosed": "error",
  "report.outline-unknown": "error",
  "report.form-unknown": "error",
  "report.addressee-not-in-form": "warning",
  "report.unit-unknown": "error",
  "report.citation-unknown": "error",
  "report.citation-not-in-force": "warning",
  "report.protected-derivable": "warning",
  // registers
  "register.duplicate": "error",
  "register.reference-unknown": "error",
  "register.dates-crossed": "error",
  "register.cycle": "error",
  "register.kind-unfit": "error",
  "register.level-unfit": "error",
  "register.calendar-unfit": "error",
  "register.terms-overlap": "error",
  "register.period-lacking": "error",
  "register.due-unfit": "error",
  "register.day-decided-twice": "error",
  "register.parents-two": "error",
  "register.child-outlives": "error",
  "register.code-overlap": "error",
  "register.names-overlap": "error",
  "register.role-held-twice": "error",
  "register.succession-unfit": "error",
  "register.unit-absent": "error",
  "register.unit-doubled": "error",
  "register.unit-lost": "error",
  "register.shares-unfit": "error",
  "register.citation-outside": "error",
  // a set of rules
  "rule-set.contradictory": "warning",
  "rule-set.unreachable": "warning",
  "rule-set.redundant": "info",
  "rule-set.too-costly": "warning",
  "register.overlap-unfit": "error",
  // an office's own outlines
  "outline.too-deep": "error",
  // a catalogue made from another
  "edition.base-unlike": "error",
  "edition.already-there": "error",
  "edition.not-there": "error",
  "edition.changed-twice": "error",
  "edition.kind-changed": "error",
  // an office's own wording
  "wording.code-unknown": "error",
  "wording.parameter-unknown": "error",
} as const satisfies Record<string, Severity>

/** A stable, dotted code. */
export type IssueCode = keyof typeof severities

/** What the finding was decided on; shown in its sentence. */
export type Params = Readonly<Record<string, string | number | ReadonlyArray<string>>>

/**
 * Where in a file: line and column of a text, both from 1, the column in UTF-16 units; or sheet and cell (`C7`) of a
 * workbook.
 */
export interface Source {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly sheet?: string
  readonly cell?: string
}

/** Where it is: a JSON pointer into `submission` (or into the register or request), and what it is about. */
export interface Place {
  readonly pointer: string
  readonly submission?: string
  readonly subject?: string
  readonly period?: string
  readonly indicator?: string
  /** Which input of the batch, from 1; only where several have one id. */
  readonly input?: number
  /** Its place in the file that it came in, where it came in one. */
  readonly source?: Source
}

/** One finding. Parts that do not apply are absent. */
export interface Issue extends Place {
  readonly code: IssueCode
  readonly severity: Severity
  readonly params: Params
}

/**
 * A finding of this code at this place. The severity is the code's own.
 *
 * @example
 * make("value.negative", { pointer: "/values/dialogue.events" }, { found: -1 }).severity // "error"
 */
export const make = (code: IssueCode, place: Place, params: Params = {}): Issue => ({
  code,
  severity: severities[code],
  ...place,
  params,
})

/**
 * Whether a value is a finding: it has a known code.
 *
 * @example
 * isIssue(make("value.null", { pointer: "/values/dialogue.events" })) // true
 * isIssue({ code: "ENOENT" }) // false
 */
export const isIssue = (value: unknown): value is Issue =>
  typeof value === "object" && value !== null && "code" in value && Object.hasOwn(severities, String(value.code))

/**
 * How many of each severity.
 *
 * @example
 * count([make("value.null", { pointer: "" }), make("text.not-nfc", { pointer: "/id" })]) // { error: 1, warning: 0, info: 1 }
 */
export const count = (issues: ReadonlyArray<Issue>): Readonly<Record<Severity, number>> => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const issue of issues) counts[issue.severity]++
  return counts
}

/**
 * One step of a JSON pointer (RFC 6901).
 *
 * @example
 * step("a/b") // "/a~1b"
 */
export const step = (key: string | number): string =>
  typeof key === "string" && /[~/]/.test(key) ? `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}` : `/${key}`

/**
 * A place in a file as people and editors write it.
 *
 * @example
 * sourceToText({ file: "buoi.csv", line: 3, column: 12 }) // "buoi.csv:3:12"
 * sourceToText({ file: "buoi.xlsx", sheet: "Biểu 1", cell: "C7" }) // "buoi.xlsx [Biểu 1!C7]"
 */
export const sourceToText = ({ file, line, column, sheet, cell }: Source): string => {
  const inSheet = [sheet, cell].filter((part) => part !== undefined)
  if (inSheet.length > 0) return `${file} [${inSheet.join("!")}]`
  return [file, line, column].filter((part) => part !== undefined).join(":")
}
