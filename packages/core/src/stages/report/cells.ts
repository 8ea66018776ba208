// What tables of a report are made of: cells, labels, and figures in the form that a table wants.
import type { Block, Cell as TableCell, Inline, Inlines, Row } from "@danvan/document"
import { ordinal } from "../../registers/Form.ts"
import type * as Indicator from "../../registers/Indicator.ts"
import * as Outline from "../../registers/Outline.ts"
import * as Registers from "../../registers/Registers.ts"
import type * as Aggregate from "../Aggregate.ts"
import * as Coverage from "../Coverage.ts"
import * as Writing from "./Writing.ts"

const { words, label } = Writing

/** A block that may stand in a section or an appendix. */
export type Flow = Exclude<Block, { readonly kind: "appendix" }>

/** Where a table stands: an appendix has a page of its own, a section is upright. */
export type Place = Outline.Section | Outline.Appendix

/** Whether it lies across. */
export const isWide = (place: Place): boolean => "orientation" in place && place.orientation === "landscape"

/** Millimetres for a column of numbers: the least, and the most that reads well; names of units need the rest. */
const NARROW = 24
const BROAD = 34
const NAMES = 52

/** Columns of numbers beside the names of units: more stand in a table of their own. */
export const columnsOf = (place: Place): number => (isWide(place) ? 8 : 4)

/** The width of each of so many: as much as the page gives, so that short tables have no empty middle. */
export const columnWidth = ({ form }: Writing.Writing, place: Place, count: number): number => {
  const { width, height, margin } = form.layout.page
  const room = (isWide(place) ? height : width) - margin.left - margin.right
  return Math.max(NARROW, Math.min(BROAD, Math.floor(((room - NAMES) / Math.max(count, 1)) * 2) / 2))
}

/** A row's number. */
export const number = (n: number): Inlines => [{ kind: "ordinal", n, text: ordinal(n, "arabic") }]
/** A cell. */
export const cell = (content: Inlines, rest: Omit<TableCell, "content"> = {}): TableCell => ({ content, ...rest })
/** One head row of plain titles. */
export const head = (...titles: ReadonlyArray<string>): ReadonlyArray<Row> => [
  { cells: titles.map((title) => cell([words(title)])) },
]
/** Alignments of columns and cells. */
export const center = { align: "center" } as const
/** See `center`. */
export const left = { align: "left" } as const
/** A cell of the aggregate in one of its forms, or a dash. */
export const printed = (writing: Writing.Writing, it: Aggregate.Cell, filter: Writing.Filter): Inlines => {
  const inline = Writing.figure(writing, it, filter)
  return inline ? [inline] : [words("–")]
}

/** The cells that a table is about: all, or those of some indicators in the catalogue's order. */
export const wanted = (
  writing: Writing.Writing,
  only: ReadonlyArray<string> | undefined,
): ReadonlyArray<Aggregate.Cell> =>
  writing.report.aggregate.cells.filter((it) => only === undefined || only.includes(it.indicator))

/** The cells that an outline chooses, in its order; what the catalogue does not have, or nobody owes or sent, is not there. */
export const chosen = (writing: Writing.Writing, only: ReadonlyArray<string>): ReadonlyArray<Aggregate.Cell> => {
  const { cells } = writing.report.aggregate
  return only
    .map(Outline.choice)
    .flatMap(({ indicator, dimension, member }) =>
      cells.filter(
        (it) =>
          it.indicator === indicator && it.dimension === dimension && (member === undefined || it.member === member),
      ),
    )
    .filter(isConcerned)
}

/** Whether a cell has something to show: it was sent, or it is owed as a whole. What was not cut has no parts to miss. */
export const isConcerned = (it: Aggregate.Cell): boolean =>
  it.how !== "none" || (it.dimension === undefined && it.coverage.unitsOwing > 0)

/** The indicator of this id. */
export const indicatorOf = (writing: Writing.Writing, id: string): Indicator.Indicator | undefined =>
  Registers.index(writing.registers).indicators.get(id)

/** The unit of measure of an indicator, in words. */
export const measureLabel = (writing: Writing.Writing, id: string): Inline => {
  const measure = indicatorOf(writing, id)?.measure ?? ""
  return label(Registers.index(writing.registers).measures.get(measure)?.vi ?? measure, measure)
}

/** What a row is called: the indicator, or one part of it. */
export const indicatorLabel = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  const { dimensions } = Registers.index(writing.registers)
  if (it.dimension === undefined)
    return [label(indicatorOf(writing, it.indicator)?.label.vi ?? it.indicator, it.indicator)]
  const member = dimensions.get(it.dimension)?.members.find(({ id }) => id === it.member)
  return [words("- "), label(member?.label.vi ?? it.member ?? "", `${it.dimension}=${it.member}`)]
}

/** The units whose figure is owed and absent. */
export const absentees = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  const question = { subject: it.subject, series: it, period: writing.report.period, ...writing.report.on }
  const missing = Coverage.missing(writing.registers, writing.facts, question)
  const units = [...new Set(missing.map(({ subject }) => subject))]
  return Writing.joined(
    units.map((unit) => [Writing.unitName(writing, unit)]),
    ", ",
  )
}
