// Bound prose into lines of the document: every reference becomes a figure, date, citation, name or quotation; what
// cannot be bound leaves a visible gap and a finding.
import type { Inline, Inlines } from "@danvan/document"
import * as Registers from "../../registers/Registers.ts"
import * as Issue from "../../vocabulary/Issue.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import * as Prose from "../../vocabulary/Prose.ts"
import * as Spelling from "../../vocabulary/Spelling.ts"
import * as Aggregate from "../Aggregate.ts"
import type { Flow } from "./cells.ts"
import * as Writing from "./Writing.ts"

/** Where a prose text stands: a pointer into the request, or into a submission. */
export interface At {
  readonly pointer: string
  readonly submission?: string
}

/** Paragraphs of a text; a line break ends one. Empty lines are left out. */
export const paragraphs = (writing: Writing.Writing, text: string, at: At): ReadonlyArray<Inlines> => {
  let offset = 0
  return text.split("\n").flatMap((line) => {
    const from = offset
    offset += line.length + 1
    return line.trim() === "" ? [] : [inlines(writing, line, at, from)]
  })
}

/** One text as a line. `offset` is where it begins in the text that the pointer names. */
export const inlines = (writing: Writing.Writing, text: string, at: At, offset = 0): Inlines =>
  Prose.parse(text.normalize("NFC")).map((piece) => inline(writing, piece, at, offset))

const gap: Inline = { kind: "gap", text: "[…]" }

const inline = (writing: Writing.Writing, piece: Prose.Piece, at: At, offset: number): Inline => {
  const fail = (code: Issue.IssueCode, params: Issue.Params): Inline => {
    writing.issues.push(Issue.make(code, at, { ...params, at: piece.at + offset }))
    return gap
  }
  switch (piece.kind) {
    case "words":
      return Writing.words(piece.text)
    case "digits":
      return fail("prose.digit-unbound", { found: piece.text })
    case "unclosed":
      return fail("prose.unclosed", { found: piece.text })
    case "quote":
      return { kind: "quotation", text: `“${piece.argument}”` }
    case "date":
      return PlainDate.isPlainDate(piece.argument)
        ? { kind: "date", date: piece.argument, text: PlainDate.toText(piece.argument) }
        : fail("prose.reference-unknown", { name: `date:${piece.argument}`, near: "" })
    case "cite":
      return cite(writing, piece.argument, fail, at)
    case "unit": {
      const { units } = Registers.index(writing.registers)
      if (units.has(piece.argument)) return Writing.unitName(writing, piece.argument)
      const near = Spelling.nearest(piece.argument, units.keys()) ?? ""
      return fail("prose.reference-unknown", { name: `unit:${piece.argument}`, near: near && `unit:${near}` })
    }
    case "reference":
      if (piece.name === "subject" || piece.name === "issuer") return body(writing, piece, fail)
      return piece.name === "period" ? period(writing, piece.filter, fail) : reference(writing, piece, fail)
  }
}

type Fail = (code: Issue.IssueCode, params: Issue.Params) => Inline

const cite = (writing: Writing.Writing, id: string, fail: Fail, at: At): Inline => {
  const { citations } = Registers.index(writing.registers)
  const citation = citations.get(id)
  if (!citation) {
    const near = Spelling.nearest(id, citations.keys()) ?? ""
    return fail("prose.reference-unknown", { name: `cite:${id}`, near: near && `cite:${near}` })
  }
  const day = Period.referenceDate(writing.report.period)
  if (!PlainDate.within(day, citation.from, citation.to)) {
    const named = [citation.kind, citation.symbol].filter(Boolean).join(" ")
    const params = { citation: named, from: citation.from ?? "", to: citation.to ?? "" }
    writing.issues.push(Issue.make("report.citation-not-in-force", at, params))
  }
  return Writing.cite(writing, citation)
}

const body = (
  writing: Writing.Writing,
  { name, filter }: Extract<Prose.Piece, { kind: "reference" }>,
  fail: Fail,
): Inline => {
  const { request } = writing.report
  const id = name === "subject" ? request.subject : request.issuer
  if (filter === null || filter === "short") return Writing.unitName(writing, id, filter ?? "full")
  return fail("prose.filter-unknown", { name, filter, allowed: ["short"] })
}

const periodFilters = ["next", "previous", "year", "rest"]

const period = (writing: Writing.Writing, filter: string | null, fail: Fail): Inline => {
  const { period: current } = writing.report
  switch (filter) {
    case null:
      return Writing.period(current)
    case "next":
      return Writing.period(Period.next(current))
    case "previous":
      return Writing.period(Period.previous(current))
    case "year":
      return Writing.period(current, `năm ${Period.year(current)}`)
    case "rest":
      return Writing.period(rest(current))
    default:
      return fail("prose.filter-unknown", { name: "period", filter, allowed: periodFilters })
  }
}

// What is left of the year after nine or eleven months; otherwise what comes next.
const rest = (current: Period.Period): Period.Period => {
  if (current.kind === "nine-months") return { ...current, kind: "quarter", index: 4 }
  if (current.kind === "eleven-months") return { ...current, kind: "month", index: 12 }
  return Period.next(current)
}

const reference = (
  writing: Writing.Writing,
  { name, filter }: Extract<Prose.Piece, { kind: "reference" }>,
  fail: Fail,
): Inline => {
  const cell = Aggregate.get(writing.report.aggregate, series(name))
  if (!cell) {
    const { indicators } = Registers.index(writing.registers)
    return fail("prose.reference-unknown", { name, near: Spelling.nearest(name, indicators.keys()) ?? "" })
  }
  const wanted = Writing.filters.find((known) => known === (filter ?? "full"))
  const printed = wanted && Writing.figure(writing, cell, wanted)
  return printed ?? fail("prose.filter-unknown", { name, filter: filter ?? "", allowed: Writing.filters })
}

// `dvk.models.registered[field=economy]` names a part.
const series = (
  name: string,
): { readonly indicator: string; readonly dimension?: string; readonly member?: string } => {
  const [, indicator, dimension, member] = /^([^[]+)\[([^=\]]+)=([^\]]+)\]$/.exec(name) ?? []
  return indicator !== undefined && dimension !== undefined && member !== undefined
    ? { indicator, dimension, member }
    : { indicator: name }
}

/** The paragraphs that the request has for a key; none where it has no text. */
export const narrative = (writing: Writing.Writing, key: string, role: "body" | "closing"): ReadonlyArray<Flow> => {
  const text = writing.report.request.narratives[key]
  if (text === undefined) return []
  return paragraphs(writing, text, { pointer: `/narratives${Issue.step(key)}` }).map((content) => ({
    kind: "paragraph",
    role,
    content,
  }))
}
