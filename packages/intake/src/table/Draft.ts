// A submission as it grows out of the cells of a table: values put together from their parts, what could not be read kept
// apart and named, and for every pointer the cell that it came from.
import { Indicator, Issue, type Mapping, Registers } from "@danvan/core"
import type { Content } from "./CellValue.ts"
import type { Held } from "../text/SubmissionText.ts"

type Target = Extract<Mapping.Target, { kind: "series" }>

/** Where something stands in its table. */
export interface Position {
  readonly row: number
  readonly column: number
}

export type { Held }

/** What the table, the mapping or whoever reads says of the submission as a whole. */
export interface Envelope {
  readonly subject: string
  readonly period: string
  readonly scope: "own" | "whole"
  readonly revision: string
  readonly reason: string | null
  readonly reporter: string | null
}

interface Pieces {
  whole: unknown
  isNil: boolean
  readonly beside: Record<string, unknown>
  readonly by: Map<string, Map<string, unknown>>
  readonly grades: Map<string, unknown>
  readonly spoilt: Set<Issue.IssueCode>
}

/** What was put into a draft so far, by indicator. */
export type Draft = Map<string, Pieces>

const pieces = (draft: Draft, id: string): Pieces => {
  const known = draft.get(id)
  if (known) return known
  const made: Pieces = {
    whole: undefined,
    isNil: false,
    beside: {},
    by: new Map(),
    grades: new Map(),
    spoilt: new Set(),
  }
  draft.set(id, made)
  return made
}

/**
 * The pointer of what a target puts into a submission.
 *
 * @example
 * pointerOf({ kind: "series", series: { indicator: "model.registered", dimension: "field", member: "economy" } }) // "/values/model.registered/by/field/economy"
 */
export const pointerOf = ({ series, part, grade }: Target): string => {
  const value = `/values${Issue.step(series.indicator)}`
  if (series.dimension !== undefined)
    return `${value}/by${Issue.step(series.dimension)}${Issue.step(series.member ?? "")}`
  if (grade !== undefined) return `${value}/grades${Issue.step(grade)}`
  return part === undefined ? value : `${value}/${part}`
}

/**
 * Puts the content of a cell where its target says.
 *
 * @example
 * const draft = new Map()
 * put(draft, { kind: "series", series: { indicator: "meeting.events" } }, { kind: "json", json: 5 })
 * toSubmission(registers, draft, { subject: "an-ward-2000", period: "2022-H1", scope: "own", revision: "1", reason: null, reporter: null }).input.values // { "meeting.events": 5 }
 */
export const put = (draft: Draft, { series, part, grade }: Target, content: Content): void => {
  const into = pieces(draft, series.indicator)
  const value = content.kind === "nil" ? 0 : content.json
  if (series.dimension !== undefined) {
    const members = into.by.get(series.dimension) ?? new Map<string, unknown>()
    into.by.set(series.dimension, members.set(series.member ?? "", value))
  } else if (grade !== undefined) into.grades.set(grade, value)
  else if (part !== undefined) into.beside[part] = value
  else if (content.kind === "nil") into.isNil = true
  else into.whole = value
}

/**
 * Notes that something of a value could not be read: then the value as a whole is held, for a part of it would be
 * another number.
 *
 * @example
 * const draft = new Map()
 * spoil(draft, { kind: "series", series: { indicator: "meeting.events" } }, "cell.ambiguous")
 * toSubmission(registers, draft, { subject: "an-ward-2000", period: "2022-H1", scope: "own", revision: "1", reason: null, reporter: null }).held // [{ pointer: "/values/meeting.events", codes: ["cell.ambiguous"] }]
 */
export const spoil = (draft: Draft, { series }: Target, code: Issue.IssueCode): void => {
  pieces(draft, series.indicator).spoilt.add(code)
}

/**
 * The id of the submission of a table: of its subject, period and scope, so that it stays when the table is sent again.
 *
 * @example
 * idOf({ subject: "an-ward-2000", period: "2022-H1", scope: "whole" }) // "an-ward-2000-2022-H1-whole"
 */
export const idOf = ({ subject, period, scope }: Pick<Envelope, "subject" | "period" | "scope">): string =>
  `${subject}-${period}${scope === "whole" ? "-whole" : ""}`

/**
 * The submission, and what of it could not be read.
 *
 * @example
 * const envelope = { subject: "an-ward-2000", period: "2022-H1", scope: "own", revision: "2", reason: "đính chính", reporter: null }
 * toSubmission(registers, new Map(), envelope).input.revision // 2
 */
export const toSubmission = (
  registers: Registers.Registers,
  draft: Draft,
  envelope: Envelope,
): { readonly input: Readonly<Record<string, unknown>>; readonly held: ReadonlyArray<Held> } => {
  const { indicators } = Registers.index(registers)
  const values: Array<readonly [string, unknown]> = []
  const nil: Array<string> = []
  const held: Array<Held> = []
  for (const [id, into] of draft) {
    if (into.spoilt.size > 0) held.push({ pointer: `/values${Issue.step(id)}`, codes: [...into.spoilt] })
    else if (into.isNil && Object.keys(into.beside).length + into.by.size === 0) nil.push(id)
    else values.push([id, valueOf(into, indicators.get(id))])
  }
  const { subject, period, scope, revision, reason, reporter } = envelope
  const input = {
    schema: "danvan/submission@0",
    id: idOf(envelope),
    // A revision that is no number stays as it is written, for core to name.
    revision: /^\d{1,4}$/.test(revision) ? Number(revision) : revision,
    ...(reason === null ? {} : { reason }),
    subject,
    ...(reporter === null ? {} : { reporter }),
    scope,
    period,
    catalogue: registers.catalogue.id,
    status: "submitted",
    values: Object.fromEntries(values),
    ...(nil.length === 0 ? {} : { nil }),
  }
  return { input, held }
}

const valueOf = (into: Pieces, indicator: Indicator.Indicator | undefined): unknown => {
  if (into.grades.size > 0) return { grades: Object.fromEntries(into.grades) }
  const whole = into.isNil ? 0 : into.whole
  if (into.by.size > 0) {
    const by = Object.fromEntries([...into.by].map(([dimension, members]) => [dimension, Object.fromEntries(members)]))
    const n = whole ?? sum(into, indicator)
    return n === undefined ? { by } : { n, by }
  }
  const { x, y } = into.beside
  // Where the first of two numbers is a reason, the value as a whole has none.
  if (y === undefined && typeof x === "object" && x !== null && ("missing" in x || "notApplicable" in x)) return x
  if (Object.keys(into.beside).length === 0) return whole
  return typeof whole === "object" && whole !== null ? { ...whole, ...into.beside } : into.beside
}

// Where the parts make the whole, their sum is the whole: certain, and the table need not say it.
const sum = ({ by }: Pieces, indicator: Indicator.Indicator | undefined): number | undefined => {
  for (const { dimension, exhaustive } of indicator?.breakdowns ?? []) {
    const numbers = [...(by.get(dimension)?.values() ?? [])]
    if (exhaustive && numbers.length > 0 && numbers.every((n): n is number => typeof n === "number")) {
      return numbers.reduce((a, b) => a + b, 0)
    }
  }
  return undefined
}
