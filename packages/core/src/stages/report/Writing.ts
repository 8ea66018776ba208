// What the writer of a report holds while writing: the figures printed so far, the documents cited so far, and what
// could not be written.
import type { Figure, FigureId, Inline, Inlines } from "@danvan/document"
import { isDigitFree } from "@danvan/document"
import * as Result from "effect/Result"
import * as Citation from "../../registers/Citation.ts"
import type * as Form from "../../registers/Form.ts"
import * as Indicator from "../../registers/Indicator.ts"
import * as OrgUnit from "../../registers/OrgUnit.ts"
import * as Registers from "../../registers/Registers.ts"
import * as Issue from "../../vocabulary/Issue.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import * as Quantity from "../../vocabulary/Quantity.ts"
import * as Spelling from "../../vocabulary/Spelling.ts"
import * as Value from "../../vocabulary/Value.ts"
import { vi } from "../../wording/vi.ts"
import * as ComparisonText from "../../wording/ComparisonText.ts"
import * as ValueText from "../../wording/ValueText.ts"
import * as Aggregate from "../Aggregate.ts"
import type * as Claims from "../Claims.ts"
import * as Comparison from "../Comparison.ts"
import * as Coverage from "../Coverage.ts"
import type * as Facts from "../Facts.ts"
import * as Publication from "../Publication.ts"
import type { Report } from "../Report.ts"

/** The writer's desk. */
export interface Writing {
  readonly registers: Registers.Registers
  readonly facts: Facts.Facts
  readonly report: Report
  readonly form: Form.Form
  readonly figures: Map<FigureId, Figure>
  readonly cited: Set<string>
  readonly issues: Array<Issue.Issue>
}

/**
 * How a figure may be printed; `change` is the first comparison asked for, `difference` the same without what it is held
 * against, and each comparison has its own name.
 */
export const filters = [
  "full",
  "bare",
  "percent",
  "detail",
  "change",
  "difference",
  "coverage",
  ...Comparison.baselines,
] as const
/** One of `filters`. */
export type Filter = (typeof filters)[number]

/** Words as an inline: a name of the register when they hold a digit, plain text otherwise. */
export const label = (text: string, ref: string): Inline =>
  isDigitFree(text) ? { kind: "text", text } : { kind: "name", text, ref }

/** Plain words; they must hold no digit. */
export const words = (text: string): Inline => ({ kind: "text", text })

/** Words of our own in the spelling of the form: minh hoạ, or minh họa. What others wrote is not given to this. */
export const spelt = ({ form }: Pick<Writing, "form">, own: string): string => Spelling.toned(own, form.wording.tone)

/** The same as plain words. */
export const own = (writing: Writing, text: string): Inline => words(spelt(writing, text))

/** The name of a unit at the time of the map; one that was not there then, as it was called, and when. */
export const unitName = (writing: Writing, id: string, how: "full" | "short" = "full"): Inline => {
  const unit = Registers.index(writing.registers).units.get(id)
  const { day } = writing.report.aggregate.map
  if (!unit) return { kind: "name", text: id, ref: id }
  const text = how === "full" ? OrgUnit.name(unit, day) : OrgUnit.shortName(unit, day)
  const when = OrgUnit.elsewhen(unit, day)
  return { kind: "name", text: when === null ? text : `${text} ${vi.elsewhen(when)}`, ref: id }
}

/** A period in words. */
export const period = (value: Period.Period, text = Period.toText(value)): Inline => ({
  kind: "period",
  period: Period.toId(value),
  text,
})

/** A citation; in full the first time, by kind and symbol later. */
export const cite = (writing: Writing, citation: Citation.Citation): Inline => {
  const mention = writing.cited.has(citation.id) ? "later" : "first"
  writing.cited.add(citation.id)
  const text = Citation.toText(citation, writing.form.wording.citationStyle, mention)
  return { kind: "citation", citation: citation.id, text }
}

/**
 * A cell printed in one of its forms, as a reference to a figure; null when the cell has no such form (a percentage of a
 * count).
 */
export const figure = (writing: Writing, cell: Aggregate.Cell, filter: Filter): Inline | null => {
  const id = `${Indicator.seriesId(cell)}@${cell.subject}@${cell.period}${filter === "full" ? "" : `|${filter}`}`
  if (writing.figures.has(id)) return { kind: "figure", figure: id }
  const text = printed(writing, cell, filter)
  if (text === null) return null
  writing.figures.set(id, {
    text,
    value: machine(writing, cell, filter),
    label: describe(writing, cell, filter),
    coverage: coverage(writing, cell),
    origin: origin(writing, cell),
  })
  return { kind: "figure", figure: id }
}

/** A cell told in a larger unit, in one table; its exact number stays the value. */
export const rounded = (writing: Writing, cell: Aggregate.Cell, text: string, table: string, unit: string): Inline => {
  const id = `${Indicator.seriesId(cell)}@${cell.subject}@${cell.period}|in:${table}`
  writing.figures.set(id, {
    text: published(writing, cell, text, "short"),
    value: machine(writing, cell, "bare"),
    label: `${describe(writing, cell, "bare")}; ${spelt(writing, `làm tròn đến ${unit}`)}`,
    coverage: coverage(writing, cell),
    origin: origin(writing, cell),
  })
  return { kind: "figure", figure: id }
}

/** A count that the report itself makes (units, revisions), as a figure of its own. */
export const counted = (writing: Writing, id: string, text: string, about: string): Inline => {
  writing.figures.set(id, { text, value: text, label: about, coverage: null, origin: [] })
  return { kind: "figure", figure: id }
}

const printed = (writing: Writing, cell: Aggregate.Cell, filter: Filter): string | null => {
  const measure = measureOf(writing, cell)
  switch (filter) {
    case "full":
      return published(writing, cell, ValueText.full(cell.value, measure, "vi"), "long")
    case "bare":
      return published(writing, cell, ValueText.bare(cell.value, measure, "vi"), "short")
    case "detail":
      return published(writing, cell, ValueText.detail(cell.value, measure, "vi"), "short")
    case "percent": {
      const percent = Value.percent(cell.value)
      if (percent !== null) return published(writing, cell, `${Quantity.decimal(percent)}%`, "short")
      return treatmentOf(writing, cell) === null ? null : published(writing, cell, "", "short")
    }
    case "coverage":
      return coverage(writing, cell)?.text ?? null
    case "change":
      return cell.claims?.change ? claimed(writing, cell, cell.claims.change) : compared(writing, cell, null)
    case "difference":
      return compared(writing, cell, null, true)
    default:
      return compared(writing, cell, filter)
  }
}

/** What a figure is not printed as it is for. */
export const treatmentOf = ({ report }: Writing, cell: Aggregate.Cell): Publication.Treatment | null =>
  report.treatments[Publication.keyOf(cell)] ?? null

// A figure as the rule of the request lets it be printed. A total that rests on a part of what was owed says so where it
// is told, not only in a table.
const published = (writing: Writing, cell: Aggregate.Cell, text: string, room: "long" | "short"): string => {
  const treatment = treatmentOf(writing, cell)
  const grounds = (): string => vi.grounds(vi.coverage(kindsOf(writing, cell, writing.report.period)))
  const isPart = cell.how === "units-sum" && !Coverage.isComplete(cell.coverage)
  switch (treatment) {
    case "protected":
      return vi.protected[room]
    case "withheld":
      return room === "long" ? `${vi.withheld} (${grounds()})` : vi.withheld
    case "bound":
      return room === "long" ? `${vi.atLeast(text)} (${grounds()})` : vi.atLeast(text)
    case "note":
      return `${text} (${room === "long" ? grounds() : vi.units(cell.coverage)})`
    default:
      return room === "long" && isPart ? `${text} (${grounds()})` : text
  }
}

const kindsOf = ({ registers, facts, report }: Writing, cell: Aggregate.Cell, at: Period.Period) =>
  Coverage.byKind(registers, facts, { subject: cell.subject, series: cell, period: at, ...report.on })

/** The measure of a cell's indicator. */
export const measureOf = (writing: Writing, cell: Indicator.Series) => {
  const { indicators, measures } = Registers.index(writing.registers)
  return measures.get(indicators.get(cell.indicator)?.measure ?? "")
}

// A change that the reporter printed is told as such, with every reading.
const claimed = (writing: Writing, cell: Aggregate.Cell, printedBeside: Claims.Change): string => {
  const claim = Comparison.claim(cell.value, printedBeside, writing.report.period)
  const base = Registers.period(writing.registers, printedBeside.against)
  const baseText = Result.isSuccess(base) ? Period.toText(base.success) : printedBeside.against
  const readings = (claim?.readings ?? []).map((reading) => Quantity.decimal(reading))
  return vi.claimed(printedBeside, baseText, readings, claim?.fullYear ?? false)
}

/** The comparison of a cell: of this name, or the first asked for. */
export const comparisonOf = (
  { report }: Writing,
  cell: Aggregate.Cell,
  baseline: Comparison.Baseline | null,
): Comparison.Comparison | undefined =>
  cell.subject === report.aggregate.subject
    ? report.comparisons.find(
        (one) =>
          Indicator.seriesId(one) === Indicator.seriesId(cell) && (baseline === null || one.baseline === baseline),
      )
    : undefined

// The first comparison asked for, or the one of this name; null where that was not asked for.
const compared = (
  writing: Writing,
  cell: Aggregate.Cell,
  baseline: Comparison.Baseline | null,
  alone = false,
): string | null => {
  const found = comparisonOf(writing, cell, baseline)
  if (!found) return baseline === null ? vi.notComparable(null, [vi.reasons["no-base"](nothing)]) : null
  const base = Registers.period(writing.registers, found.against)
  const rests = (at: Period.Period): string => vi.coverage(kindsOf(writing, cell, at))
  const sides =
    found.baseline === "target" || found.baseline === "peers" || found.coverage.then === null || Result.isFailure(base)
      ? {}
      : { now: rests(writing.report.period), then: rests(base.success) }
  const text = ComparisonText.toText(found, { measure: measureOf(writing, cell), alone, ...sides }, "vi")
  // Reasons are ours alone; a change has the catalogue's words in it.
  return found.outcome.kind === "not-comparable" ? spelt(writing, text) : text
}

const nothing = { base: "", now: "", then: null }

const machine = (writing: Writing, cell: Aggregate.Cell, filter: Filter): string => {
  if (filter === "coverage") return `${cell.coverage.unitsComplete}/${cell.coverage.unitsOwing}`
  const measure = measureOf(writing, cell)
  if (filter === "percent") return Value.percent(cell.value) === null ? "" : `${Value.percent(cell.value)}%`
  if (filter === "change" && cell.claims?.change) return `${cell.claims.change.by}%`
  if (filter !== "full" && filter !== "bare" && filter !== "detail") {
    const found = comparisonOf(writing, cell, filter === "change" || filter === "difference" ? null : filter)
    return found ? ComparisonText.machine(found.outcome, measure) : ""
  }
  return ValueText.machine(cell.value, measure)
}

const isBaseline = (filter: Filter): boolean => Comparison.baselines.some((one) => one === filter)

const describe = (writing: Writing, cell: Aggregate.Cell, filter: Filter): string => {
  const { indicators, dimensions, units } = Registers.index(writing.registers)
  const member = dimensions.get(cell.dimension ?? "")?.members.find(({ id }) => id === cell.member)
  const unit = units.get(cell.subject)
  const day = Period.referenceDate(writing.report.period)
  const flags = cell.flags.flatMap((flag) =>
    flag === "illustrative" && isConfirmed(cell) ? [vi.confirmed, vi.illustrative] : [vi.flags[flag]],
  )
  const remarks = [vi.how[cell.how], ...flags].map((remark) => spelt(writing, remark))
  return [
    ...(filter === "coverage" ? ["Độ đầy đủ của số liệu"] : []),
    ...(filter === "change" || filter === "difference" || isBaseline(filter) ? ["So sánh"] : []),
    `${indicators.get(cell.indicator)?.label.vi ?? cell.indicator}${member ? ` (${member.label.vi})` : ""}`,
    unit ? OrgUnit.name(unit, day) : cell.subject,
    Period.toText(writing.report.period),
    ...remarks,
  ].join("; ")
}

/** Whether the subject itself states the same number for the whole: then only the split over units may be illustrative. */
export const isConfirmed = (cell: Aggregate.Cell): boolean =>
  cell.whole !== null && Value.sameNumbers(cell.whole, cell.value)

/** Coverage of a cell with its words, null when nobody owes it. */
export const coverage = (writing: Writing, cell: Aggregate.Cell): Figure["coverage"] => {
  if (cell.coverage.unitsOwing === 0) return null
  const question = { subject: cell.subject, series: cell, period: writing.report.period, ...writing.report.on }
  const kinds = Coverage.byKind(writing.registers, writing.facts, question)
  const illustrative = cell.flags.includes("illustrative") && cell.how === "units-sum" ? ` (${vi.illustrative})` : ""
  const { unitsComplete, unitsPartial, unitsOwing, cellsArrived, cellsOwing } = cell.coverage
  const text = spelt(writing, vi.coverage(kinds) + illustrative)
  return { text, unitsComplete, unitsPartial, unitsOwing, cellsArrived, cellsOwing }
}

/** How much of its sources a report names. */
export const discloses = ({ report }: Writing): NonNullable<Report["request"]["disclose"]> =>
  report.request.disclose ?? "printed"

/** Whether numbers behind a total are never named: they may be the small ones that are protected. */
export const isSecret = ({ registers, report }: Writing, id: string): boolean => {
  const indicator = Registers.index(registers).indicators.get(id)
  return indicator !== undefined && Publication.isSensitive(report.request.publish ?? {}, indicator)
}

// What leaves with the document: by default only the contents' hashes, so that a figure can be checked but not traced by
// strangers; `unit` names units and submissions, `all` also their numbers.
const origin = (writing: Writing, cell: Aggregate.Cell): ReadonlyArray<string> => {
  const { registers, facts, report } = writing
  const tree = Aggregate.explain(registers, facts, { subject: cell.subject, period: report.period, ...report.on }, cell)
  if (Result.isFailure(tree)) return []
  const { units } = Registers.index(registers)
  const day = Period.referenceDate(report.period)
  const disclose = discloses(writing)
  const secret = isSecret(writing, cell.indicator)
  return leaves(tree.success).map(({ subject, source, value }) => {
    if (disclose === "printed" || source === null) return source?.fingerprint ?? ""
    const unit = units.get(subject)
    const name = unit ? OrgUnit.name(unit, day) : subject
    const sent = `${source.submission}, lần ${source.revision}`
    if (disclose === "unit" || secret) return `${name} (${sent})`
    return `${name}: ${ValueText.bare(value, measureOf(writing, cell), "vi")} (${sent}; ${source.fingerprint})`
  })
}

/** What senders explained about the numbers behind a cell: unit and words. Nothing about a number that is not printed. */
export const explanations = (
  writing: Writing,
  cell: Aggregate.Cell,
): ReadonlyArray<{ readonly subject: string; readonly text: string }> => {
  const { registers, facts, report } = writing
  if (["protected", "withheld"].includes(treatmentOf(writing, cell) ?? "")) return []
  const tree = Aggregate.explain(registers, facts, { subject: cell.subject, period: report.period, ...report.on }, cell)
  if (Result.isFailure(tree)) return []
  return leaves(tree.success).flatMap(({ subject, note }) => (note === null ? [] : [{ subject, text: note }]))
}

/** What a number rests on: the branches of its tree that somebody sent. */
export const leaves = (tree: Aggregate.Explanation): ReadonlyArray<Aggregate.Explanation> =>
  tree.parts.length === 0 ? (tree.source ? [tree] : []) : tree.parts.flatMap(leaves)

/** Inlines joined by a separator of words. */
export const joined = (items: ReadonlyArray<Inlines>, separator: string): Inlines =>
  items.flatMap((item, i) => (i === 0 ? item : [words(separator), ...item]))

/** A calendar by its label, with the days of a period of it. */
export const stretch = ({ registers }: Writing, on: Period.Period): Inline => {
  const { calendars } = Registers.index(registers).known
  const name = calendars.find(({ id }) => id === on.calendar)?.label.vi ?? on.calendar
  const days = Period.days(on)
  const from = days === null ? "" : ` (${PlainDate.toText(days.from)} – ${PlainDate.toText(days.to)})`
  return { kind: "period", period: Period.toId(on), text: name + from }
}
