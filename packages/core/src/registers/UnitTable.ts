// What the headings and words of an office's list of units mean, and what such a list does not say of itself:
// `danvan/unit-columns@0`. Data, so that an office has its annexes read as they were issued.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Issue from "../vocabulary/Issue.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Dated from "./Dated.ts"

/**
 * What may stand in a column. Without a prefix it is the unit of a plain list, `old.` what was before an arrangement,
 * `new.` what came of it; `moved.` how many of the one went to the other. `old.name` may hold several units.
 */
export const columns = [
  "name",
  "kind",
  "code",
  "id",
  "parent",
  "from",
  "to",
  "old.name",
  "old.kind",
  "old.code",
  "old.id",
  "old.parent",
  "old.population",
  "old.households",
  "old.area",
  "new.name",
  "new.kind",
  "new.code",
  "new.id",
  "new.parent",
  "extent",
  "event",
  "date",
  "decree",
  "moved.population",
  "moved.households",
  "moved.area",
  "ordinal",
] as const

/** One of `columns`. */
export type Column = (typeof columns)[number]

/** The words that say what kind of unit a name is, as they are written in full, and the kinds that registers call so. */
export const kinds: Readonly<Record<string, string>> = {
  Tỉnh: "province",
  "Thành phố": "city",
  Quận: "district",
  Huyện: "rural-district",
  "Thị xã": "town",
  Phường: "ward",
  Xã: "commune",
  "Thị trấn": "township",
  "Đặc khu": "special-zone",
}

/** `danvan/unit-columns@0`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/unit-columns@0"),
  id: Schema.optionalKey(Schema.String),
  version: Schema.optionalKey(Schema.String),
  sheet: Schema.optionalKey(Schema.String),
  headings: Schema.optionalKey(Schema.Record(Schema.String, Schema.NullOr(Schema.Literals(columns)))),
  kinds: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  date: Schema.optionalKey(Dated.date),
  decree: Schema.optionalKey(Schema.String),
  asOf: Schema.optionalKey(Dated.date),
  from: Schema.optionalKey(Dated.date),
  parent: Schema.optionalKey(Schema.String),
  system: Schema.optionalKey(Schema.String),
  line: Schema.optionalKey(Schema.String),
  source: Schema.optionalKey(Schema.String),
  certainty: Schema.optionalKey(Schema.Literals(["stated", "high", "medium", "low"])),
})

/** As a file holds it. */
export type File = typeof schema.Type

/** What was checked. Headings are found by their `Spelling.key`; null is left out. */
export interface UnitTable {
  readonly file: File
  readonly headings: ReadonlyMap<string, Column | null>
}

const decode = Shape.decoder(schema)

/**
 * What a file says of lists of units; fails with every finding.
 *
 * @example
 * const file = { schema: "danvan/unit-columns@0", headings: { "Xã, phường mới": "new.name", "Trụ sở": null } }
 * Result.getOrThrow(make(file)).headings.get("xã, phường mới") // "new.name"
 * make({ ...file, date: "1/7/2025" }) // fails
 */
export const make = (json: unknown): Result.Result<UnitTable, ReadonlyArray<Issue.Issue>> =>
  Result.map(decode(json, { pointer: "/unit-columns" }), (file) => ({
    file,
    headings: new Map(Object.entries(file.headings ?? {}).map(([text, means]) => [Spelling.key(text), means])),
  }))

/** What holds where nobody says anything: nothing but the usual headings and words. */
export const usual: UnitTable = { file: { schema: "danvan/unit-columns@0" }, headings: new Map() }
