// A blank form for what one unit owes for one period: a row for each figure, drop-downs where there are words to choose from,
// explanations as notes, last period's figures where they are known. It carries what its rows mean, so that it is read when
// it comes back, also with rows moved: a row is known by its code, not by its place.
import { toBytes } from "@danvan/workbook/Book"
import * as Csv from "@danvan/workbook/Csv"
import {
  Catalogue,
  type Indicator,
  Issue,
  type Mapping,
  Obligation,
  OrgUnit,
  Period,
  Plan,
  Registers,
  Spelling,
  Value,
  ValueText,
} from "@danvan/core"
import * as Result from "effect/Result"
import { carry } from "./CarriedMapping.ts"
import { type Asked, beforeHeading, type Line, linesOf, wordsOf } from "./TemplateLines.ts"
import { sheetOf } from "./TemplateSheet.ts"

export type { Asked } from "./TemplateLines.ts"

/** A blank form. */
export interface Template {
  readonly bytes: Uint8Array
  /** Ids of indicators that have no row, because nobody said their grades. */
  readonly omitted: ReadonlyArray<string>
}

/**
 * The blank form as a workbook. Fails with a finding when there is no such unit or period, when the unit owes nothing for
 * it, or when an indicator is none.
 *
 * @example
 * template(registers, { subject: "an-ward-2000", period: "2022-H1" }) // succeeds
 * template(registers, { subject: "an-ward", period: "2022-H1" }) // fails
 */
export const template = (registers: Registers.Registers, asked: Asked): Result.Result<Template, Issue.Issue> =>
  Result.map(prepared(registers, asked), ({ plan, unit, lines, omitted }) => {
    const lang = asked.lang ?? "vi"
    const subject = `${OrgUnit.name(unit, plan.day)} – ${Period.toText(plan.period, lang)}`
    const carrying = carry(mappingOf(registers, asked, lines), lists(lang))
    const sheet = sheetOf(registers.catalogue, asked, subject, lines, carrying.ranges)
    const bytes = toBytes({ author: "danvan", names: carrying.names, sheets: [sheet, carrying.sheet] })
    return { bytes, omitted }
  })

/** A blank form as CSV. */
export interface TemplateText {
  readonly text: string
  /** Ids of indicators that have no row. */
  readonly omitted: ReadonlyArray<string>
}

/**
 * The same form as CSV, for those whose program writes it. It can carry no mapping, so it says by its own headings what is
 * what: the unit by its id over the figures, the period and the sending in rows. Shares stand in one cell (`9/12`); grades
 * have no row. Its scope is that of the reader.
 *
 * @example
 * templateText(registers, { subject: "an-ward-2000", period: "2022-H1" }) // succeeds
 */
export const templateText = (registers: Registers.Registers, asked: Asked): Result.Result<TemplateText, Issue.Issue> =>
  Result.map(prepared(registers, asked), ({ unit, lines, omitted }) => {
    const rows = lines.filter(({ target }) => target !== null && target.part !== "y" && target.grade === undefined)
    const graded = lines.flatMap(({ target }) => (target?.grade === undefined ? [] : [target.series]))
    const text = Csv.write([
      ["Mã chỉ tiêu", "Ghi chú", "Đơn vị tính", unit.id],
      ["Kỳ báo cáo", "", "", asked.period],
      ["Lần", "", "", "1"],
      ["Lý do", "", "", ""],
      ...rows.map(({ code, label, target, measure }) => [
        code,
        target?.part === "x" ? `${label} (x/y)` : label,
        measure,
        "",
      ]),
    ])
    return { text, omitted: [...omitted, ...new Set(graded)] }
  })

interface Prepared {
  readonly plan: Plan.Plan
  readonly unit: OrgUnit.OrgUnit
  readonly lines: ReadonlyArray<Line>
  readonly omitted: ReadonlyArray<string>
}

const prepared = (registers: Registers.Registers, asked: Asked): Result.Result<Prepared, Issue.Issue> => {
  const plan = Plan.plans(registers)(asked.period)
  if (plan === null) return Result.fail(Issue.make("period.malformed", { pointer: "/period" }, { found: asked.period }))
  const { units } = Registers.index(registers)
  const unit = units.get(asked.subject)
  if (unit === undefined) {
    const params = { found: asked.subject, near: Spelling.nearest(asked.subject, units.keys()) ?? "" }
    return Result.fail(Issue.make("subject.unknown", { pointer: "/subject" }, params))
  }
  const chosen =
    asked.indicators === undefined ? owed(registers, plan, unit, asked) : named(registers, asked.indicators)
  return Result.map(chosen, (indicators) => {
    const asking = indicators.filter((indicator) => linesOf(registers, indicator, 0, asked).length > 0)
    const lines = asking.flatMap((indicator, i) => linesOf(registers, indicator, i + 1, asked))
    const omitted = indicators.filter((indicator) => !asking.includes(indicator)).map(({ id }) => id)
    return { plan, unit, lines, omitted }
  })
}

const owed = (
  registers: Registers.Registers,
  plan: Plan.Plan,
  unit: OrgUnit.OrgUnit,
  { scope = "own", period }: Asked,
): Result.Result<ReadonlyArray<Indicator.Indicator>, Issue.Issue> => {
  const binding = plan.owed.filter(({ obligation }) => Obligation.binds(obligation, unit) && obligation.scope === scope)
  const ids = new Set(binding.flatMap(({ asks }) => asks.map(({ indicator }) => indicator.id)))
  const all = registers.catalogue.obligations.filter((one) => one.scope === scope && Obligation.binds(one, unit))
  const every = [...new Set(all.map((one) => one.every))]
  const found = [...plan.known.values()].filter(({ indicator, inForce }) => inForce && ids.has(indicator.id))
  return found.length > 0
    ? Result.succeed(found.map(({ indicator }) => indicator))
    : Result.fail(
        Issue.make("period.not-owed", { pointer: "/period", subject: unit.id, period }, { period, owed: every }),
      )
}

const named = (
  registers: Registers.Registers,
  ids: ReadonlyArray<string>,
): Result.Result<ReadonlyArray<Indicator.Indicator>, Issue.Issue> =>
  Result.all(ids.map((id) => Catalogue.get(registers.catalogue, id, "any")))

// What cells offer: of a number, of a value with two numbers or a percentage, of a question.
const lists = (lang: "vi" | "en"): ReadonlyArray<ReadonlyArray<string>> => {
  const answers = reasons(lang).map(([text]) => text)
  const flag = (holds: boolean): string => ValueText.bare({ kind: "flag", holds }, undefined, lang)
  return [[wordsOf[lang].nil, ...answers], answers, [flag(true), flag(false), ...answers]]
}

// Why somebody has no figure, as far as he can say so himself: that nothing came is for the receiver to say.
const reasons = (
  lang: "vi" | "en",
): ReadonlyArray<readonly [text: string, means: NonNullable<Mapping.File["symbols"]>[string]]> => [
  ...Value.inapplicableReasons.map(
    (reason) =>
      [ValueText.bare({ kind: "not-applicable", reason }, undefined, lang), { notApplicable: reason }] as const,
  ),
  ...Value.missingReasons
    .filter((reason) => reason !== "not-sent")
    .map((reason) => [ValueText.bare({ kind: "missing", reason }, undefined, lang), { missing: reason }] as const),
]

const mappingOf = (registers: Registers.Registers, asked: Asked, lines: ReadonlyArray<Line>): Mapping.File => {
  const { lang = "vi", scope = "own" } = asked
  const words = wordsOf[lang]
  const { id, version } = registers.catalogue
  const targets = lines.flatMap(({ code, target }) => (target === null ? [] : [[code, target] as const]))
  return {
    schema: "danvan/columns@0",
    id,
    version,
    sheet: words.sheet,
    subject: asked.subject,
    period: asked.period,
    scope,
    headings: {
      // The words of the rows would pass for headings of another kind of table.
      ...Object.fromEntries(
        lines.flatMap(({ label, measure }) =>
          [label, measure].filter((text) => text !== "").map((text) => [text, null]),
        ),
      ),
      [words.number]: null,
      [words.indicator]: null,
      [words.measure]: null,
      [beforeHeading(asked)]: null,
      [words.value]: { field: "value" },
      [words.code]: { field: "indicator" },
      revision: { field: "revision" },
      reason: { field: "reason" },
      ...Object.fromEntries(targets),
    },
    symbols: { [words.nil]: "nil", ...Object.fromEntries(reasons(lang)) },
  }
}
