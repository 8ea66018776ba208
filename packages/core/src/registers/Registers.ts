// All registers as one checked value: organisations, catalogue, forms, outlines. Whoever holds it may trust that every
// reference leads somewhere.
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Issue from "../vocabulary/Issue.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Catalogue from "./Catalogue.ts"
import * as Dated from "./Dated.ts"
import * as Edition from "./Edition.ts"
import * as Form from "./Form.ts"
import * as Hierarchy from "./Hierarchy.ts"
import * as Indicator from "./Indicator.ts"
import * as OrgUnit from "./OrgUnit.ts"
import * as Outline from "./Outline.ts"
import * as Reference from "./Reference.ts"
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
const isOrganisations = Shape.glance(organisations) as (input: unknown) => input is Organisations
const decodeCatalogue = Shape.decoder(Catalogue.schema)

/**
 * Checks both files and every reference between them. Pointers begin with `/organisations` or `/catalogue`. The second
 * file may be an edition of `base`; its own conflicts begin with `/edition`.
 *
 * @example
 * make(organisationsJson, catalogueJson) // succeeds
 * make(organisationsJson, { ...catalogueJson, calendar: "lunar" }) // fails: register.reference-unknown at /catalogue/calendar
 */
export const make = (
  organisationsJson: unknown,
  catalogueJson: unknown,
  base?: Catalogue.Catalogue,
): Result.Result<Registers, ReadonlyArray<Issue.Issue>> => {
  const units = isOrganisations(organisationsJson)
    ? Result.succeed(organisationsJson)
    : decodeOrganisations(organisationsJson, { pointer: "/organisations" })
  const catalogue =
    base !== undefined && Edition.isEdition(catalogueJson)
      ? Edition.extend(base, catalogueJson)
      : decodeCatalogue(catalogueJson, { pointer: "/catalogue" })
  const issues: Array<Issue.Issue> = []
  if (Result.isFailure(units)) issues.push(...units.failure)
  if (Result.isFailure(catalogue)) issues.push(...catalogue.failure)
  if (Result.isFailure(units) || Result.isFailure(catalogue)) return Result.fail(issues)
  const ids = new Set(units.success.units.map(({ id }) => id))
  issues.push(
    ...checkOrganisations(units.success, ids),
    ...Catalogue.check(catalogue.success, "/catalogue"),
    ...checkUnits(catalogue.success, ids),
  )
  if (issues.some((issue) => issue.severity === "error")) return Result.fail(issues)
  return Result.succeed({
    organisations: units.success,
    catalogue: catalogue.success,
    forms: Form.standard,
    outlines: Outline.standard,
  })
}

const none: ReadonlyArray<never> = []

// The references of a large register are looked up before anything is made that would say where they stand.
const checkOrganisations = (file: Organisations, ids: ReadonlySet<string>): Array<Issue.Issue> => {
  const at = "/organisations"
  const isDated = ({ from, to }: Dated.Dated): boolean => from !== undefined || to !== undefined
  return [
    ...(ids.size === file.units.length ? none : Reference.duplicates(file.units, `${at}/units`)),
    ...Reference.crossed(file.units, `${at}/units`),
    ...file.units.flatMap(({ names, roles }, i): ReadonlyArray<Issue.Issue> =>
      roles === undefined && !names.some(isDated)
        ? none
        : [
            ...Reference.crossed(names, `${at}/units/${i}/names`),
            ...(roles ?? []).flatMap((role, r) => Reference.unknown(role.of, ids, `${at}/units/${i}/roles/${r}/of`)),
          ],
    ),
    ...Reference.crossed(file.edges, `${at}/edges`),
    ...file.edges.flatMap(({ child, parent }, i): ReadonlyArray<Issue.Issue> =>
      ids.has(child) && ids.has(parent)
        ? none
        : [
            ...Reference.unknown(child, ids, `${at}/edges/${i}/child`),
            ...Reference.unknown(parent, ids, `${at}/edges/${i}/parent`),
          ],
    ),
    ...[...new Set(file.edges.map((edge) => edge.line))].flatMap((line) =>
      Hierarchy.cyclic(file.edges, line).map((id) =>
        Issue.make("register.cycle", { pointer: `${at}/edges` }, { id, line }),
      ),
    ),
    ...file.successions.flatMap((event, i) => [
      ...event.from.flatMap((id, k) => Reference.unknown(id, ids, `${at}/successions/${i}/from/${k}`)),
      ...event.to.flatMap((id, k) => Reference.unknown(id, ids, `${at}/successions/${i}/to/${k}`)),
    ]),
  ]
}

// What only the organisations can tell of a catalogue.
const checkUnits = (file: Catalogue.Catalogue, ids: ReadonlySet<string>): Array<Issue.Issue> =>
  file.obligations.flatMap(({ who }, i) =>
    "unit" in who ? Reference.unknown(who.unit, ids, `/catalogue/obligations/${i}/who/unit`) : [],
  )

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
