// The rows of a blank form: which figures it asks for, in which order, and what is said about each.
import { Answers, Citation, Indicator, type Measure, Period, Registers, type Value, ValueText } from "@danvan/core"
import { type TemplateWords, en, vi } from "./TemplateWords.ts"

/** What a blank form is for. */
export interface Asked {
  /** Id of the unit that the figures are about. */
  readonly subject: string
  /** The period, as submissions write it: `2022-H1`. */
  readonly period: string
  /** `own` where absent. */
  readonly scope?: "own" | "whole"
  /** Ids of indicators, where they are not those that the unit owes. */
  readonly indicators?: ReadonlyArray<string>
  /** The grades of an indicator by its id: `["tốt", "khá"]`. */
  readonly grades?: Readonly<Record<string, ReadonlyArray<string>>>
  /** Last period's figures, shown beside. */
  readonly previous?: Answers.Answers
  /** `vi` where absent. */
  readonly lang?: "vi" | "en"
}

/** The words of a form's language. */
export const wordsOf: Readonly<Record<"vi" | "en", TemplateWords>> = { vi, en }

/** What may be written into a cell of figures. */
export type Entry = "number" | "part" | "whole" | "rate" | "flag" | "text"

/** A row of the form; `target` null for one that only heads others. */
export interface Line {
  readonly number: number | null
  readonly label: string
  readonly indent: number
  readonly measure: string
  readonly code: string
  readonly target: { readonly series: string; readonly part?: "x" | "y"; readonly grade?: string } | null
  readonly entry: Entry
  readonly note: string | null
  readonly before: string | number | null
}

/** The rows of an indicator; none for grades that nobody said. `number` is its running number. */
export const linesOf = (
  registers: Registers.Registers,
  indicator: Indicator.Indicator,
  number: number,
  asked: Asked,
): ReadonlyArray<Line> => {
  const { lang = "vi" } = asked
  const words = wordsOf[lang]
  const { dimensions, measures } = Registers.index(registers)
  const measure = measures.get(indicator.measure)
  const before = beforeOf(asked, measure)
  const first = {
    number,
    label: indicator.label[lang],
    indent: 0,
    measure: measure?.[lang] ?? "",
    note: noteOf(registers, indicator, lang),
  }
  const { id, kind } = indicator
  const below = { ...first, number: null, indent: 2, note: null }
  switch (kind) {
    case "share":
    case "attainment":
      return [
        { ...first, code: id, target: { series: id, part: "x" }, entry: "part", before: before(id, "x") },
        {
          ...below,
          label: words.outOf[kind],
          code: `${id}#y`,
          target: { series: id, part: "y" },
          entry: "whole",
          before: before(id, "y"),
        },
      ]
    case "grade": {
      const grades = asked.grades?.[id] ?? []
      return grades.length === 0
        ? []
        : [
            { ...first, code: "", target: null, entry: "number", before: null },
            ...grades.map((grade): Line => ({
              ...below,
              label: grade,
              code: `${id}#${grade}`,
              target: { series: id, grade },
              entry: "number",
              before: before(id, "grade", grade),
            })),
          ]
    }
    case "rate":
    case "flag":
    case "text":
      return [{ ...first, code: id, target: { series: id }, entry: kind, before: before(id, "whole") }]
    default: {
      const parts = (indicator.breakdowns ?? []).flatMap(({ dimension }): ReadonlyArray<Line> => {
        const cut = dimensions.get(dimension)
        const heading = words.among(cut?.label[lang].toLowerCase() ?? dimension)
        return [
          { ...below, indent: 1, label: heading, measure: "", code: "", target: null, entry: "number", before: null },
          ...(cut?.members ?? []).map((member): Line => {
            const series = Indicator.seriesId({ indicator: id, dimension, member: member.id })
            const label = member.label[lang]
            return {
              ...below,
              label,
              code: series,
              target: { series },
              entry: "number",
              before: before(series, "whole"),
            }
          }),
        ]
      })
      return [{ ...first, code: id, target: { series: id }, entry: "number", before: before(id, "whole") }, ...parts]
    }
  }
}

type Side = "whole" | "x" | "y" | "grade"
type Before = (series: string, side: Side, grade?: string) => string | number | null

// What was said last time. An exact number is a number, so that one can calculate with it.
const beforeOf = ({ previous, lang = "vi" }: Asked, measure: Measure.Measure | undefined): Before => {
  const known = new Map(
    (previous ? Answers.statements(previous) : []).map((one) => [Indicator.seriesId(one), one.value]),
  )
  const quantity = (one: Extract<Value.Value, { kind: "share" }>["x"]): string | number =>
    one.qualifier === "exact"
      ? one.n / 10 ** (measure?.decimals ?? 0)
      : ValueText.bare({ kind: "quantity", ...one }, measure, lang)
  return (series, side, grade = "") => {
    const value = known.get(series)
    if (value === undefined) return null
    switch (value.kind) {
      case "quantity":
        return quantity(value)
      case "share":
        return side === "y" ? quantity(value.y) : quantity(value.x)
      case "grade":
        return value.counts[grade] ?? null
      default:
        return side === "y" || side === "grade" ? null : ValueText.bare(value, measure, lang)
    }
  }
}

const noteOf = (registers: Registers.Registers, indicator: Indicator.Indicator, lang: "vi" | "en"): string => {
  const { citations, measures } = Registers.index(registers)
  const citation = citations.get(indicator.citation ?? "")
  const words = wordsOf[lang]
  const most =
    indicator.max === undefined ? null : ({ kind: "quantity", n: indicator.max, qualifier: "exact" } as const)
  return [
    indicator.label[lang],
    indicator.note?.[lang],
    most === null ? undefined : words.most(ValueText.full(most, measures.get(indicator.measure), lang)),
    citation === undefined ? undefined : words.source(Citation.toText(citation, "party", "first")),
  ]
    .filter((part) => part !== undefined)
    .join("\n\n")
}

/** The heading over last period's figures. */
export const beforeHeading = ({ previous, lang = "vi" }: Asked): string =>
  wordsOf[lang].before(previous === undefined ? "" : Period.toText(previous.period, lang))
