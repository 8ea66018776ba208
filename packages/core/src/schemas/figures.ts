// The shape of facts and aggregates as files. The types of the stages are the source; a test holds both against each
// other, so that a key in one of them alone does not compile.
import * as Schema from "effect/Schema"
import * as Dated from "../registers/Dated.ts"
import * as Reading from "../stages/Reading.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Value from "../vocabulary/Value.ts"

const text = Schema.String
const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const qualifier = Schema.Literals(["exact", "over", "under", "about"])
const quantity = Schema.Struct({ n: Schema.Int, qualifier }).annotate({ identifier: "Quantity" })
const scope = Schema.Literals(["own", "whole"])
const orNull = Schema.NullOr

/** A finding as files hold it. */
export const issue = Schema.Struct({
  code: Schema.Literals(Object.keys(Issue.severities) as Array<Issue.IssueCode>),
  severity: Schema.Literals(["error", "warning", "info"]),
  pointer: text,
  source: Schema.optionalKey(
    Schema.Struct({
      file: text,
      line: Schema.optionalKey(Schema.Int),
      column: Schema.optionalKey(Schema.Int),
      sheet: Schema.optionalKey(text),
      cell: Schema.optionalKey(text),
    }),
  ),
  submission: Schema.optionalKey(text),
  subject: Schema.optionalKey(text),
  period: Schema.optionalKey(text),
  indicator: Schema.optionalKey(text),
  input: Schema.optionalKey(Schema.Int),
  params: Schema.Record(text, Schema.Union([text, Schema.Finite, Schema.Array(text)])),
}).annotate({ identifier: "Issue" })

/** What one cell holds. */
export const value = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("quantity"), n: Schema.Int, qualifier }),
  Schema.Struct({ kind: Schema.Literal("share"), x: quantity, y: quantity }),
  Schema.Struct({ kind: Schema.Literal("rate"), percent: text, qualifier }),
  Schema.Struct({ kind: Schema.Literal("grade"), counts: Schema.Record(text, count) }),
  Schema.Struct({ kind: Schema.Literal("flag"), holds: Schema.Boolean }),
  Schema.Struct({ kind: Schema.Literal("text"), text }),
  Schema.Struct({ kind: Schema.Literal("missing"), reason: Schema.Literals(Value.missingReasons) }),
  Schema.Struct({ kind: Schema.Literal("not-applicable"), reason: Schema.Literals(Value.inapplicableReasons) }),
]).annotate({ identifier: "Value" })

/** A stretch of time. */
export const period = Schema.Union([
  Schema.Struct({
    calendar: text,
    kind: Schema.Literals(["month", "quarter", "half", "nine-months", "eleven-months", "year"]),
    year: Schema.Int,
    index: Schema.Int,
    start: Schema.optionalKey(
      Schema.Struct({ yearOffset: Schema.Literals([0, -1]), month: Schema.Int, day: Schema.Int }),
    ),
  }),
  Schema.Struct({
    calendar: text,
    kind: Schema.Literal("span"),
    from: Dated.date,
    to: Dated.date,
    term: Schema.optionalKey(Schema.Struct({ body: text, year: Schema.Int })),
  }),
]).annotate({ identifier: "Period" })

const series = { indicator: text, dimension: Schema.optionalKey(text), member: Schema.optionalKey(text) }
const claims = orNull(
  Schema.Struct({
    percent: Schema.optionalKey(text),
    change: Schema.optionalKey(
      Schema.Struct({ by: text, of: Schema.Literals(["points", "relative", "unstated"]), against: text }),
    ),
  }),
)
const flags = Schema.Array(Schema.Literals(Reading.flags))

const fact = Schema.Struct({
  ...series,
  subject: text,
  period,
  scope,
  value,
  flags,
  claims,
  asOf: orNull(text),
  explanation: orNull(text),
  source: Schema.Struct({
    submission: text,
    revision: Schema.Int,
    reporter: orNull(text),
    pointer: text,
    fingerprint: text,
    received: Schema.optionalKey(text),
  }),
}).annotate({ identifier: "Fact" })

const manifest = Schema.Struct({
  catalogue: text,
  version: text,
  mapAsOf: text,
  submissions: Schema.Array(
    Schema.Struct({ submission: text, revision: Schema.Int, subject: text, scope, period: text, fingerprint: text }),
  ),
}).annotate({ identifier: "Manifest" })

/** `danvan/facts@0`. */
export const facts = Schema.Struct({
  schema: Schema.Literal("danvan/facts@0"),
  facts: Schema.Array(fact),
  origins: manifest.fields.submissions,
  issues: Schema.Array(issue),
  manifest,
})

const map = Schema.Struct({ day: text, since: orNull(text) }).annotate({ identifier: "Map" })

const cell = Schema.Struct({
  ...series,
  subject: text,
  period: text,
  value,
  flags,
  claims,
  asOf: orNull(text),
  how: Schema.Literals([
    "reported",
    "time-sum",
    "time-closing",
    "time-newest",
    "time-carried",
    "time-difference",
    "units-sum",
    "units-frequency",
    "apportioned",
    "whole",
    "refused",
    "none",
  ]),
  coverage: Schema.Struct({
    unitsComplete: count,
    unitsPartial: count,
    unitsOwing: count,
    cellsArrived: count,
    cellsLate: count,
    cellsNotDue: count,
    cellsOwing: count,
  }),
  whole: orNull(value),
  map,
  remainder: Schema.Array(
    Schema.Struct({ unit: text, period: text, to: Schema.Array(text), by: Schema.Array(text), value }),
  ),
}).annotate({ identifier: "Cell" })

/** `danvan/aggregate@0`. */
export const aggregate = Schema.Struct({
  schema: Schema.Literal("danvan/aggregate@0"),
  subject: text,
  period,
  map,
  asOf: Schema.optionalKey(text),
  cells: Schema.Array(cell),
  issues: Schema.Array(issue),
  manifest,
})

const sentence = Schema.Struct({ vi: text, en: text })

/** `danvan/validation@0`: what became of files that were checked. */
export const validation = Schema.Struct({
  schema: Schema.Literal("danvan/validation@0"),
  accepted: Schema.Struct({ submissions: count, values: count }),
  held: Schema.Array(
    Schema.Struct({
      submission: text,
      input: Schema.optionalKey(count),
      pointer: text,
      codes: Schema.Array(issue.fields.code),
    }),
  ),
  counts: Schema.Struct({ error: count, warning: count, info: count }),
  issues: Schema.Array(Schema.Struct({ ...issue.fields, message: sentence, fix: sentence })),
})
