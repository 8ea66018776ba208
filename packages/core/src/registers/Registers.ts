// All registers as one checked value: organisations, catalogue, forms, outlines. Whoever holds it may trust that every
// reference leads somewhere.
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Calendar from "../vocabulary/Calendar.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Catalogue from "./Catalogue.ts"
import * as Continuity from "./Continuity.ts"
import * as Dated from "./Dated.ts"
import * as Edition from "./Edition.ts"
import * as Form from "./Form.ts"
import * as Hierarchy from "./Hierarchy.ts"
import * as Indicator from "./Indicator.ts"
import * as Obligation from "./Obligation.ts"
import * as OrgUnit from "./OrgUnit.ts"
import * as Outline from "./Outline.ts"
import * as Places from "./Places.ts"
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

/** What else an office brings: the catalogue that its own file is an edition of, and a file of outlines of its own. */
export interface Options {
  readonly base?: Catalogue.Catalogue | undefined
  readonly outlines?: unknown
}

/**
 * Checks both files and every reference between them. Pointers begin with `/organisations` or `/catalogue`. The second
 * file may be an edition of `base`; its own conflicts begin with `/edition`. Outlines stand before those that ship, so that
 * one of the same id takes its place; pointers into their file begin with `/outlines`.
 *
 * @example
 * make(organisationsJson, catalogueJson) // succeeds
 * make(organisationsJson, { ...catalogueJson, calendar: "lunar" }) // fails: register.reference-unknown at /catalogue/calendar
 */
export const make = (
  organisationsJson: unknown,
  catalogueJson: unknown,
  { base, outlines }: Options = {},
): Result.Result<Registers, ReadonlyArray<Issue.Issue>> => {
  const units = decoded(organisationsJson)
  const catalogue =
    base !== undefined && Edition.isEdition(catalogueJson)
      ? Edition.extend(base, catalogueJson)
      : decodeCatalogue(catalogueJson, { pointer: "/catalogue" })
  const issues: Array<Issue.Issue> = []
  if (Result.isFailure(units)) issues.push(...units.failure)
  if (Result.isFailure(catalogue)) issues.push(...catalogue.failure)
  if (Result.isFailure(units) || Result.isFailure(catalogue)) return Result.fail(issues)
  const places = Places.make(units.success)
  issues.push(
    ...checkOrganisations(units.success, places),
    ...Catalogue.check(catalogue.success, "/catalogue"),
    ...checkUnits(catalogue.success, places.of),
  )
  const own = outlines === undefined ? Result.succeed([]) : Outline.make(outlines, catalogue.success)
  if (Result.isFailure(own)) issues.push(...own.failure)
  if (Result.isFailure(own) || issues.some((issue) => issue.severity === "error")) return Result.fail(issues)
  return Result.succeed({
    organisations: units.success,
    catalogue: catalogue.success,
    forms: Form.standard,
    outlines: [...own.success, ...Outline.standard],
  })
}

const decoded = (json: unknown): Result.Result<Organisations, ReadonlyArray<Issue.Issue>> =>
  isOrganisations(json) ? Result.succeed(json) : decodeOrganisations(json, { pointer: "/organisations" })

/**
 * Checks a file of organisations alone, for whoever makes or mends one; pointers begin with `/organisations`.
 *
 * @example
 * makeOrganisations(organisationsJson) // succeeds
 * makeOrganisations({ ...organisationsJson, asOf: "1/7/2025" }) // fails
 */
export const makeOrganisations = (json: unknown): Result.Result<Organisations, ReadonlyArray<Issue.Issue>> => {
  const units = decoded(json)
  if (Result.isFailure(units)) return units
  const issues = checkOrganisations(units.success, Places.make(units.success))
  return issues.length > 0 ? Result.fail(issues) : units
}

const none: ReadonlyArray<never> = []

const termsOverlapping = (
  id: string,
  terms: NonNullable<OrgUnit.OrgUnit["terms"]>,
  at: string,
): ReadonlyArray<Issue.Issue> => [
  ...Reference.crossed(terms, at),
  ...terms.flatMap((term, t) => {
    const other = terms
      .slice(0, t)
      .find(({ year, from, to }) => year === term.year || (from <= term.to && term.from <= to))
    return other
      ? [Issue.make("register.terms-overlap", { pointer: `${at}/${t}` }, { id, one: other.year, other: term.year })]
      : []
  }),
]

// The references of a large register are looked up before anything is made that would say where they stand.
const checkOrganisations = (file: Organisations, places: Places.Places): Array<Issue.Issue> => {
  const at = "/organisations"
  const ids = places.of
  const isDated = ({ from, to }: Dated.Dated): boolean => from !== undefined || to !== undefined
  return [
    ...(ids.size === file.units.length ? none : Reference.duplicates(file.units, `${at}/units`)),
    ...Reference.crossed(file.units, `${at}/units`),
    ...file.units.flatMap(({ id, names, roles, terms }, i): ReadonlyArray<Issue.Issue> =>
      roles === undefined && terms === undefined && !names.some(isDated)
        ? none
        : [
            ...Reference.crossed(names, `${at}/units/${i}/names`),
            ...termsOverlapping(id, terms ?? [], `${at}/units/${i}/terms`),
            ...(roles ?? []).flatMap((role, r) => Reference.unknown(role.of, ids, `${at}/units/${i}/roles/${r}/of`)),
          ],
    ),
    ...Reference.crossed(file.edges, `${at}/edges`),
    ...(Places.isClear(places) ? none : checkEdges(file.edges, ids, `${at}/edges`)),
    ...Reference.duplicates(file.successions, `${at}/successions`),
    ...file.successions.flatMap((event, i) => [
      ...event.from.flatMap((id, k) => Reference.unknown(id, ids, `${at}/successions/${i}/from/${k}`)),
      ...event.to.flatMap((id, k) => Reference.unknown(id, ids, `${at}/successions/${i}/to/${k}`)),
    ]),
    ...Continuity.check(file, places, at),
  ]
}

const checkEdges = (
  edges: Hierarchy.Hierarchy,
  ids: ReadonlyMap<string, unknown>,
  at: string,
): ReadonlyArray<Issue.Issue> => [
  ...edges.flatMap(({ child, parent }, i) => [
    ...Reference.unknown(child, ids, `${at}/${i}/child`),
    ...Reference.unknown(parent, ids, `${at}/${i}/parent`),
  ]),
  ...[...new Set(edges.map((edge) => edge.line))].flatMap((line) =>
    Hierarchy.cycles(edges, line).map(({ unit, day }) =>
      Issue.make("register.cycle", { pointer: at, subject: unit }, { id: unit, line, date: day }),
    ),
  ),
]

// What only the organisations can tell of a catalogue.
const checkUnits = (file: Catalogue.Catalogue, ids: ReadonlyMap<string, unknown>): Array<Issue.Issue> =>
  file.obligations.flatMap(({ who }, i) =>
    "unit" in who ? Reference.unknown(who.unit, ids, `/catalogue/obligations/${i}/who/unit`) : [],
  )

/** What look-ups need, made once for each value of registers. */
export interface Index {
  readonly known: Calendar.Known
  readonly units: ReadonlyMap<string, OrgUnit.OrgUnit>
  readonly indicators: ReadonlyMap<string, Indicator.Indicator>
  readonly measures: ReadonlyMap<string, Catalogue.Catalogue["measures"][number]>
  readonly dimensions: ReadonlyMap<string, Catalogue.Dimension>
  readonly citations: ReadonlyMap<string, Catalogue.Catalogue["citations"][number]>
  readonly successions: ReadonlyMap<string, Succession.Succession>
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
  const terms = registers.organisations.units.flatMap(({ id: body, terms: own = [] }) =>
    own.map((term) => ({ body, ...term })),
  )
  const made: Index = {
    known: { calendars: Catalogue.calendarsOf(registers.catalogue), terms },
    units: byId(registers.organisations.units),
    indicators: byId<Indicator.Indicator>(registers.catalogue.indicators),
    measures: byId(registers.catalogue.measures),
    dimensions: byId(registers.catalogue.dimensions),
    citations: byId(registers.catalogue.citations),
    successions: byId(registers.organisations.successions),
  }
  indices.set(registers, made)
  return made
}

/**
 * Reads a period: of the catalogue's calendar, unless another is written behind; calendars and terms may be the registers'
 * own. Fails with the text when it is none.
 *
 * @example
 * period(registers, "2022-H1") // succeeds with H1
 * period(registers, "2022-H1@lunar") // fails with "2022-H1@lunar"
 */
export const period = (registers: Registers, text: string): Result.Result<Period.Period, string> =>
  Period.fromText(text, registers.catalogue.calendar, index(registers).known)

/**
 * The period of a figure (*kỳ số liệu*) in a report of a period: where the report goes by the catalogue's calendar, an
 * indicator that has its own goes by that, with the same kind and number; a calendar written behind the report's period
 * holds for all of its figures. Null where the indicator's calendar has no such period.
 *
 * @example
 * const petitions = { calendar: "inspectorate" }
 * periodOf(registers, petitions, H1) // { ...H1, calendar: "inspectorate" }
 * periodOf(registers, petitions, { ...H1, calendar: "nd09" }) // { ...H1, calendar: "nd09" }
 * periodOf(registers, petitions, { ...H1, kind: "month" }) // null
 */
export const periodOf = (
  registers: Registers,
  { calendar }: Pick<Indicator.Indicator, "calendar">,
  reported: Period.Period,
): Period.Period | null => {
  const { calendar: common } = registers.catalogue
  if (calendar === undefined || calendar === common || reported.calendar !== common) return reported
  const own = index(registers).known.calendars.find(({ id }) => id === calendar)
  return own ? Period.inCalendar(reported, own) : reported
}

/**
 * From the beginning of a figure's year to its end, as the registers' calendars are cut; null for free days, and where no
 * days are stated.
 *
 * @example
 * toDate(registers, H2) // Period.wholeYear(H2)
 */
export const toDate = (registers: Registers, figure: Period.Period): Period.Period | null => {
  const own = index(registers).known.calendars.find(({ id }) => id === figure.calendar)
  return Period.yearToDate(figure, own?.kinds)
}

// The period of the report in which a figure stands: back from what `periodOf` gives.
const reportOf = (
  registers: Registers,
  { calendar }: Pick<Indicator.Indicator, "calendar">,
  figure: Period.Period,
): Period.Period => {
  const { calendar: common } = registers.catalogue
  if (calendar === undefined || calendar === common || figure.calendar !== calendar) return figure
  const known = index(registers).known.calendars.find(({ id }) => id === common)
  return (known && Period.inCalendar(figure, known)) ?? figure
}

/**
 * The figures of an indicator that an obligation asks for within a period, each with the last day on which its report is
 * in time: also a figure of another calendar is due with the report of the catalogue's.
 *
 * @example
 * owed(registers, { ...obligation, every: "quarter" }, {}, H1).map(({ period }) => period) // [Q1, Q2]
 */
export const owed = (
  registers: Registers,
  obligation: Obligation.Obligation,
  indicator: Pick<Indicator.Indicator, "calendar">,
  within: Period.Period,
): ReadonlyArray<Obligation.Owed> =>
  Obligation.owedPeriods(obligation, within).flatMap((reported) => {
    const figure = periodOf(registers, indicator, reported)
    const cut = index(registers).known.calendars.find(({ id }) => id === figure?.calendar)?.kinds
    if (figure === null || (figure.kind !== "span" && cut?.includes(figure.kind) === false)) return []
    const report = reportOf(registers, indicator, figure)
    return [{ period: figure, due: Obligation.dueOn(obligation, report, registers.catalogue.daysOff) }]
  })

/**
 * The day after which an indicator's figure for a period is late: the last of the days of what it answers for those bound
 * by these obligations; null where one of these has no day, or where it answers nothing that is owed.
 *
 * @example
 * const quarterly = { ...obligation, every: "quarter", due: { days: 5 } }
 * lastDay(registers, [quarterly], { id: "meeting.events" }, H1) // "2022-07-05"
 */
export const lastDay = (
  registers: Registers,
  obligations: ReadonlyArray<Obligation.Obligation>,
  indicator: Pick<Indicator.Indicator, "id" | "calendar">,
  figure: Period.Period,
): PlainDate.PlainDate | null => {
  const all = new Map<string, Obligation.Owed>()
  for (const obligation of obligations) {
    if (obligation.scope !== "own" || !obligation.indicators.includes(indicator.id)) continue
    for (const one of owed(registers, obligation, indicator, figure)) Obligation.note(all, one)
  }
  const days = [...all.values()].map(({ due }) => due)
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null)
}

const inherited = new WeakMap<Organisations, Map<string, ReadonlySet<string>>>()

/**
 * Whether an obligation binds a unit on a day: by its kind, by its name, or as the one to which what another owed has
 * passed by a merge or a new name.
 *
 * @example
 * binds(registers, { ...obligation, who: { unit: "an-office-one" } }, unit, "2022-06-30") // false
 * binds(registers, obligation, unit, "2022-06-30") // true
 */
export const binds = (
  { organisations: file }: Pick<Registers, "organisations">,
  obligation: Obligation.Obligation,
  unit: OrgUnit.OrgUnit,
  day: PlainDate.PlainDate,
): boolean => {
  if (Obligation.binds(obligation, unit)) return true
  if (!("unit" in obligation.who) || file.successions.length === 0) return false
  let known = inherited.get(file)
  if (!known) inherited.set(file, (known = new Map()))
  const key = `${obligation.who.unit} ${day}`
  let heirs = known.get(key)
  if (!heirs) known.set(key, (heirs = new Set(Succession.heirs(file.successions, obligation.who.unit, day))))
  return heirs.has(unit.id)
}
