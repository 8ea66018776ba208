// An organisation. Its id is never its name nor its place in a tree: names, symbols and roles change, "Tây Hồ" was a
// district and is a ward.
import * as Schema from "effect/Schema"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Dated from "./Dated.ts"

const stretch = { from: Schema.optionalKey(Dated.date), to: Schema.optionalKey(Dated.date) }

/** As a register holds it. */
export const schema = Schema.Struct({
  id: Schema.String,
  kind: Schema.String,
  names: Schema.Array(
    Schema.Struct({
      vi: Schema.String,
      short: Schema.optionalKey(Schema.String),
      en: Schema.optionalKey(Schema.String),
      letterhead: Schema.optionalKey(
        Schema.Struct({ superior: Schema.Array(Schema.String), issuer: Schema.Array(Schema.String) }),
      ),
      ...stretch,
    }),
  ),
  ...stretch,
  codes: Schema.optionalKey(Schema.Array(Schema.Struct({ system: Schema.String, code: Schema.String, ...stretch }))),
  symbols: Schema.optionalKey(Schema.Array(Schema.Struct({ symbol: Schema.String, ...stretch }))),
  roles: Schema.optionalKey(Schema.Array(Schema.Struct({ role: Schema.String, of: Schema.String, ...stretch }))),
  terms: Schema.optionalKey(Schema.Array(Schema.Struct({ year: Schema.Int, from: Dated.date, to: Dated.date }))),
  source: Schema.optionalKey(Schema.String),
  certainty: Schema.optionalKey(Schema.Literals(["stated", "high", "medium", "low"])),
})

/** An organisation with what it was called, and did, when. */
export type OrgUnit = typeof schema.Type

/** The role of the body that sends the figures of dân vận about a unit. */
export const focalPoint = "danvan.focal-point"

/**
 * Whether the unit exists on a day.
 *
 * @example
 * exists(unit, "1999-12-31") // false
 */
export const exists = ({ from, to }: OrgUnit, day: PlainDate.PlainDate): boolean => PlainDate.within(day, from, to)

/**
 * The name that holds on a day; the last known one when none does, the id when there is none.
 *
 * @example
 * name(unit, "2022-06-30") // "Phường An"
 */
export const name = (unit: OrgUnit, day: PlainDate.PlainDate): string => nameOn(unit, day)?.vi ?? unit.id

/**
 * The days between which a unit was, as far as it was not there on a day: what tells it from another of the same name.
 * Null where it was there.
 *
 * @example
 * elsewhen({ ...unit, to: "2025-06-30" }, "2025-12-31") // { before: "2025-07-01" }
 * elsewhen(unit, "1999-12-31") // { from: "2000-01-01" }
 * elsewhen(unit, "2022-06-30") // null
 */
export const elsewhen = (
  { from, to }: OrgUnit,
  day: PlainDate.PlainDate,
): { readonly before: PlainDate.PlainDate } | { readonly from: PlainDate.PlainDate } | null => {
  if (to !== undefined && to < day) return { before: PlainDate.addDays(to, 1) }
  return from !== undefined && from > day ? { from } : null
}

/**
 * The short name (`An`) that holds on a day, or the full one.
 *
 * @example
 * shortName(unit, "2022-06-30") // "An"
 */
export const shortName = (unit: OrgUnit, day: PlainDate.PlainDate): string =>
  nameOn(unit, day)?.short ?? name(unit, day)

/**
 * How the unit stands at the head of a document: the superior body's lines and its own, already in capitals; the name in
 * capitals when the register gives none.
 *
 * @example
 * letterhead(office, "2022-06-30") // { superior: ["QUẬN UỶ MAI"], issuer: ["BAN DÂN VẬN"] }
 * letterhead(unit, "2022-06-30") // { superior: [], issuer: ["PHƯỜNG AN"] }
 */
export const letterhead = (
  unit: OrgUnit,
  day: PlainDate.PlainDate,
): { readonly superior: ReadonlyArray<string>; readonly issuer: ReadonlyArray<string> } =>
  nameOn(unit, day)?.letterhead ?? { superior: [], issuer: [name(unit, day).toUpperCase()] }

const nameOn = (unit: OrgUnit, day: PlainDate.PlainDate) => Dated.on(unit.names, day).at(-1) ?? unit.names.at(-1)

/**
 * The symbol in numbers of documents (`BDVQU`) on a day, null when none is known.
 *
 * @example
 * symbol(office, "2022-06-30") // "BDVQU"
 */
export const symbol = (unit: OrgUnit, day: PlainDate.PlainDate): string | null =>
  Dated.on(unit.symbols ?? [], day).at(-1)?.symbol ?? null

/**
 * Whether the unit sends another's figures on a day.
 *
 * @example
 * reportsFor(office, "mai-district-2000", "2022-06-30") // true
 */
export const reportsFor = (unit: OrgUnit, subject: string, day: PlainDate.PlainDate): boolean =>
  Dated.on(unit.roles ?? [], day).some((role) => role.role === focalPoint && role.of === subject)
