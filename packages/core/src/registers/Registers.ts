// All registers as one checked value: organisations, catalogue, forms, outlines. Whoever holds it may trust that every
// reference leads somewhere.
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Calendar from "../vocabulary/Calendar.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Catalogue from "./Catalogue.ts"
import * as Dated from "./Dated.ts"
import * as Form from "./Form.ts"
import * as Hierarchy from "./Hierarchy.ts"
import * as Indicator from "./Indicator.ts"
import * as OrgUnit from "./OrgUnit.ts"
import * as Outline from "./Outline.ts"
import * as Succession from "./Succession.ts"

/** `danvan/organisations@0`. `asOf` is the day up to which the register knows. */
export const organisations = Schema.Struct({
  schema: Schema.Literal("danvan/organisations@0"),
  asOf: Dated.date,
  units: Schema.Array(OrgUnit.schema),
  edges: Schema.Array(Hierarchy.edge),
  successions: Schema.Array(Succession.schema),
})

/** Units, who belongs to whom, and what became of whom. */
export type Organisations = typeof organisations.Type

/** The registers. */
export interface Registers {
  readonly organisations: Organisations
  readonly catalogue: Catalogue.Catalogue
  readonly forms: ReadonlyArray<Form.Form>
  readonly outlines: ReadonlyArray<Outline.Outline>
}

/** Registers that cannot be used, with every finding. */
export class RegistersError extends Data.TaggedError("RegistersError")<{
  readonly message: string
  readonly issues: ReadonlyArray<Issue.Issue>
}> {}

const decodeOrganisations = Shape.decoder(organisations)
const decodeCatalogue = Shape.decoder(Catalogue.schema)

/**
 * Checks both files and every reference between them. Pointers begin with `/organisations` or `/catalogue`.
 *
 * @example
 * make(organisationsJson, catalogueJson) // succeeds
 * make(organisationsJson, { ...catalogueJson, calendar: "lunar" }) // fails: register.reference-unknown at /catalogue/calendar
 */
export const make = (
  organisationsJson: unknown,
  catalogueJson: unknown,
): Result.Result<Registers, ReadonlyArray<Issue.Issue>> => {
  const units = decodeOrganisations(organisationsJson, { pointer: "/organisations" })
  const catalogue = decodeCatalogue(catalogueJson, { pointer: "/catalogue" })
  const issues: Array<Issue.Issue> = []
  if (Result.isFailure(units)) issues.push(...units.failure)
  if (Result.isFailure(catalogue)) issues.push(...catalogue.failure)
  if (Result.isFailure(units) || Result.isFailure(catalogue)) return Result.fail(issues)
  issues.push(...checkOrganisations(units.success), ...checkCatalogue(catalogue.success, units.success))
  if (issues.some((issue) => issue.severity === "error")) return Result.fail(issues)
  return Result.succeed({
    organisations: units.success,
    catalogue: catalogue.success,
    forms: Form.standard,
    outlines: Outline.standard,
  })
}

const duplicates = (items: ReadonlyArray<{ readonly id: string }>, pointer: string): Array<Issue.Issue> => {
  const seen = new Set<string>()
  return items.flatMap(({ id }, i) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [Issue.make("register.duplicate", { pointer: `${pointer}/${i}/id` }, { id })] : []
  })
}

const crossed = (items: ReadonlyArray<Dated.Dated>, pointer: string): Array<Issue.Issue> =>
  items.flatMap(({ from, to }, i) =>
    from !== undefined && to !== undefined && from > to
      ? [Issue.make("register.dates-crossed", { pointer: `${pointer}/${i}` }, { from, to })]
      : [],
  )

const reference = (id: string, known: ReadonlySet<string>, pointer: string): Array<Issue.Issue> =>
  known.has(id)
    ? []
    : [Issue.make("register.reference-unknown", { pointer }, { id, near: Spelling.nearest(id, known) ?? "" })]

const checkOrganisations = (file: Organisations): Array<Issue.Issue> => {
  const at = "/organisations"
  const ids = new Set(file.units.map((unit) => unit.id))
  return [
    ...duplicates(file.units, `${at}/units`),
    ...crossed(file.units, `${at}/units`),
    ...file.units.flatMap((unit, i) => [
      ...crossed(unit.names, `${at}/units/${i}/names`),
      ...(unit.roles ?? []).flatMap((role, r) => reference(role.of, ids, `${at}/units/${i}/roles/${r}/of`)),
    ]),
    ...crossed(file.edges, `${at}/edges`),
    ...file.edges.flatMap((edge, i) => [
      ...reference(edge.child, ids, `${at}/edges/${i}/child`),
      ...reference(edge.parent, ids, `${at}/edges/${i}/parent`),
    ]),
    ...[...new Set(file.edges.map((edge) => edge.line))].flatMap((line) =>
      Hierarchy.cyclic(file.edges, line).map((id) =>
        Issue.make("register.cycle", { pointer: `${at}/edges` }, { id, line }),
      ),
    ),
    ...file.successions.flatMap((event, i) => [
      ...event.from.flatMap((id, k) => reference(id, ids, `${at}/successions/${i}/from/${k}`)),
      ...event.to.flatMap((id, k) => reference(id, ids, `${at}/successions/${i}/to/${k}`)),
    ]),
  ]
}

const checkCatalogue = (file: Catalogue.Catalogue, units: Organisations): Array<Issue.Issue> => {
  const at = "/catalogue"
  const ids = (items: ReadonlyArray<{ readonly id: string }>): ReadonlySet<string> => new Set(items.map(({ id }) => id))
  const [indicators, measures, dimensions] = [ids(file.indicators), ids(file.measures), ids(file.dimensions)]
  const [citations, unitIds, calendars] = [ids(file.citations), ids(units.units), ids(Calendar.standard)]
  return [
    ...reference(file.calendar, calendars, `${at}/calendar`),
    ...(["indicators", "measures", "dimensions", "citations", "rules", "obligations"] as const).flatMap((part) =>
      duplicates(file[part], `${at}/${part}`),
    ),
    ...crossed(file.indicators, `${at}/indicators`),
    ...crossed(file.citations, `${at}/citations`),
    ...file.indicators.flatMap((indicator, i) => {
      const here = `${at}/indicators/${i}`
      const parts = indicator.breakdowns ?? []
      const unfit = parts.length > 0 && !["flow", "stock", "campaign"].includes(indicator.kind)
      return [
        ...reference(indicator.measure, measures, `${here}/measure`),
        ...(indicator.citation === undefined ? [] : reference(indicator.citation, citations, `${here}/citation`)),
        ...(indicator.calendar === undefined ? [] : reference(indicator.calendar, calendars, `${here}/calendar`)),
        ...parts.flatMap((part, k) => reference(part.dimension, dimensions, `${here}/breakdowns/${k}/dimension`)),
        ...(unfit
          ? [
              Issue.make(
                "register.kind-unfit",
                { pointer: `${here}/breakdowns` },
                { id: indicator.id, kind: indicator.kind },
              ),
            ]
          : []),
      ]
    }),
    ...file.rules.flatMap((rule, i) => [
      ...rule.holds.flatMap((id, k) => reference(id, indicators, `${at}/rules/${i}/holds/${k}`)),
      ...[...(rule.when ? Expression.references(rule.when) : []), ...Expression.references(rule.expression)].flatMap(
        ({ ref }) => reference(ref, indicators, `${at}/rules/${i}/expression`),
      ),
    ]),
    ...file.obligations.flatMap((owed, i) => [
      ...owed.indicators.flatMap((id, k) => reference(id, indicators, `${at}/obligations/${i}/indicators/${k}`)),
      ...("unit" in owed.who ? reference(owed.who.unit, unitIds, `${at}/obligations/${i}/who/unit`) : []),
    ]),
  ]
}

/** What look-ups need, made once for each value of registers. */
export interface Index {
  readonly units: ReadonlyMap<string, OrgUnit.OrgUnit>
  readonly indicators: ReadonlyMap<string, Indicator.Indicator>
  readonly measures: ReadonlyMap<string, Catalogue.Catalogue["measures"][number]>
  readonly dimensions: ReadonlyMap<string, Catalogue.Dimension>
  readonly citations: ReadonlyMap<string, Catalogue.Catalogue["citations"][number]>
}

const indices = new WeakMap<Registers, Index>()

/**
 * The maps by id; remembered for the value, which never changes.
 *
 * @example
 * index(registers).units.get("an-ward-2000")?.kind // "ward"
 */
export const index = (registers: Registers): Index => {
  const known = indices.get(registers)
  if (known) return known
  const byId = <A extends { readonly id: string }>(items: ReadonlyArray<A>): ReadonlyMap<string, A> =>
    new Map(items.map((item) => [item.id, item]))
  const made: Index = {
    units: byId(registers.organisations.units),
    indicators: byId<Indicator.Indicator>(registers.catalogue.indicators),
    measures: byId(registers.catalogue.measures),
    dimensions: byId(registers.catalogue.dimensions),
    citations: byId(registers.catalogue.citations),
  }
  indices.set(registers, made)
  return made
}
