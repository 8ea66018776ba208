// A dated, versioned set of what is measured: indicators, their measures and parts, rules, who owes what, and the
// documents cited. Data, so that a province brings its own without code.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Calendar from "../vocabulary/Calendar.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Measure from "../vocabulary/Measure.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Citation from "./Citation.ts"
import * as Dated from "./Dated.ts"
import * as Indicator from "./Indicator.ts"
import * as Obligation from "./Obligation.ts"
import * as Overlap from "./Overlap.ts"
import * as Reference from "./Reference.ts"
import * as Rule from "./Rule.ts"

/** A way of cutting an indicator into parts. */
export const dimension = Schema.Struct({
  id: Schema.String,
  label: Dated.label,
  members: Schema.Array(Schema.Struct({ id: Schema.String, label: Dated.label })),
})

/** `danvan/catalogue@0`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/catalogue@0"),
  id: Schema.String,
  version: Schema.String,
  from: Dated.date,
  to: Schema.optionalKey(Dated.date),
  label: Dated.label,
  calendar: Schema.String,
  measures: Schema.Array(Measure.schema),
  dimensions: Schema.Array(dimension),
  indicators: Schema.Array(Indicator.schema),
  rules: Schema.Array(Rule.schema),
  citations: Schema.Array(Citation.schema),
  obligations: Schema.Array(Obligation.schema),
  overlaps: Schema.optionalKey(Schema.Array(Overlap.schema)),
})

/** A catalogue. */
export type Catalogue = typeof schema.Type

/** A breakdown's dimension with its members. */
export type Dimension = typeof dimension.Type

/** Asked of `get`: any indicator, or only one whose values have totals. */
export interface Wanted {
  readonly any: Indicator.Indicator
  readonly additive: Indicator.Indicator<Indicator.Additive> | Indicator.Disjoint
}

/**
 * The indicator of this id; fails with a finding when there is none, or when it has no totals and `additive` was asked.
 *
 * @example
 * get(catalogue, "meeting.events", "additive") // succeeds
 * get(catalogue, "matter.settled-rate", "additive") // fails: a percentage without its base has no total
 */
export const get = <W extends keyof Wanted>(
  catalogue: Catalogue,
  id: string,
  wanted: W,
): Result.Result<Wanted[W], Issue.Issue> => {
  const found = catalogue.indicators.find((indicator) => indicator.id === id)
  if (!found) {
    const near =
      Spelling.nearest(
        id,
        catalogue.indicators.map((indicator) => indicator.id),
      ) ?? ""
    return Result.fail(Issue.make("indicator.unknown", { pointer: "", indicator: id }, { indicator: id, near }))
  }
  if (wanted === "additive" && !Indicator.isAdditive(found)) {
    const code = found.kind === "distinct" ? "aggregate.distinct-refused" : "aggregate.rate-refused"
    return Result.fail(
      Issue.make(code, { pointer: "", indicator: id }, { indicator: found.label.vi, kind: found.kind }),
    )
  }
  return Result.succeed(found as Wanted[W])
}

// A rule may look only as far as its level says: who runs it must know what data it needs.
const level = (rule: Rule.Rule, pointer: string): Array<Issue.Issue> => {
  const looks = Rule.references(rule).flatMap(({ at, over }) => [
    ...(at !== undefined && rule.level !== "cross-period" ? [at] : []),
    ...(over !== undefined && rule.level !== "cross-unit" && rule.level !== "cross-level" ? [over] : []),
  ])
  return looks.length === 0
    ? []
    : [Issue.make("register.level-unfit", { pointer }, { id: rule.id, level: rule.level, looks: [...new Set(looks)] })]
}

// An indicator rests on its document; there must be days on which both hold.
const outside = (indicator: Indicator.Indicator, file: Catalogue, pointer: string): Array<Issue.Issue> => {
  const citation = file.citations.find(({ id }) => id === indicator.citation)
  if (!citation) return []
  const ended = citation.to !== undefined && citation.to < (indicator.from ?? "")
  const early = indicator.to !== undefined && indicator.to < (citation.from ?? citation.issuedOn ?? "")
  const params = { id: indicator.id, citation: citation.id, from: citation.from ?? "", to: citation.to ?? "" }
  return ended || early ? [Issue.make("register.citation-outside", { pointer }, params)] : []
}

/**
 * Whether every id in it stands once and leads somewhere, and every part fits its kind. What refers to organisations is
 * for `Registers.make`. `at` is where the catalogue stands.
 *
 * @example
 * check(catalogue, "") // []
 * check({ ...catalogue, calendar: "lunar" }, "/catalogue")[0].pointer // "/catalogue/calendar"
 */
export const check = (file: Catalogue, at: string): ReadonlyArray<Issue.Issue> => {
  const ids = (items: ReadonlyArray<{ readonly id: string }>): ReadonlySet<string> => new Set(items.map(({ id }) => id))
  const [indicators, measures, dimensions] = [ids(file.indicators), ids(file.measures), ids(file.dimensions)]
  const [citations, calendars] = [ids(file.citations), ids(Calendar.standard)]
  const members = new Set(file.dimensions.flatMap(({ id, members: all }) => all.map((member) => `${id}=${member.id}`)))
  return [
    ...Reference.unknown(file.calendar, calendars, `${at}/calendar`),
    ...(["indicators", "measures", "dimensions", "citations", "rules", "obligations"] as const).flatMap((part) =>
      Reference.duplicates(file[part], `${at}/${part}`),
    ),
    ...Reference.crossed(file.indicators, `${at}/indicators`),
    ...Reference.crossed(file.citations, `${at}/citations`),
    ...file.indicators.flatMap((indicator, i) => {
      const here = `${at}/indicators/${i}`
      const { kind, breakdowns: parts = [], carry, disjoint, plan } = indicator
      const planned = file.indicators.find(({ id }) => id === plan)
      const unfit = [
        ...(parts.length > 0 && !["flow", "stock", "campaign"].includes(kind) ? ["breakdowns"] : []),
        ...(carry !== undefined && (kind !== "stock" || carry < 1) ? ["carry"] : []),
        ...(disjoint !== undefined && kind !== "distinct" ? ["disjoint"] : []),
        ...(planned !== undefined && planned.measure !== indicator.measure ? ["plan"] : []),
      ]
      return [
        ...Reference.unknown(indicator.measure, measures, `${here}/measure`),
        ...(indicator.citation === undefined
          ? []
          : Reference.unknown(indicator.citation, citations, `${here}/citation`)),
        ...outside(indicator, file, `${here}/citation`),
        ...(indicator.calendar === undefined
          ? []
          : Reference.unknown(indicator.calendar, calendars, `${here}/calendar`)),
        ...(plan === undefined ? [] : Reference.unknown(plan, indicators, `${here}/plan`)),
        ...parts.flatMap((part, k) =>
          Reference.unknown(part.dimension, dimensions, `${here}/breakdowns/${k}/dimension`),
        ),
        ...unfit.map((part) =>
          Issue.make("register.kind-unfit", { pointer: `${here}/${part}` }, { id: indicator.id, kind, part }),
        ),
      ]
    }),
    ...file.rules.flatMap((rule, i) => [
      ...rule.holds.flatMap((id, k) => Reference.unknown(id, indicators, `${at}/rules/${i}/holds/${k}`)),
      ...Rule.references(rule).flatMap(({ ref, member }) => [
        ...Reference.unknown(ref, indicators, `${at}/rules/${i}/expression`),
        ...(member === undefined ? [] : Reference.unknown(member, members, `${at}/rules/${i}/expression`)),
      ]),
      ...level(rule, `${at}/rules/${i}/level`),
    ]),
    ...file.obligations.flatMap((owed, i) =>
      owed.indicators.flatMap((id, k) => Reference.unknown(id, indicators, `${at}/obligations/${i}/indicators/${k}`)),
    ),
    ...Reference.duplicates(file.overlaps ?? [], `${at}/overlaps`),
    ...(file.overlaps ?? []).flatMap((overlap, i) => {
      const here = `${at}/overlaps/${i}`
      const fault = Overlap.fault(overlap)
      return [
        ...overlap.indicators.flatMap((id, k) => Reference.unknown(id, indicators, `${here}/indicators/${k}`)),
        ...(fault === null
          ? []
          : [Issue.make("register.overlap-unfit", { pointer: `${here}/${fault}` }, { id: overlap.id })]),
      ]
    }),
  ]
}
