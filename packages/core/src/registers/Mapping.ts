// What the headings, cells and names of somebody's own table mean: `danvan/columns@0`. Data, so that an office reads the
// tables it has always sent without changing them.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Issue from "../vocabulary/Issue.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Value from "../vocabulary/Value.ts"
import type * as Indicator from "./Indicator.ts"
import * as Reference from "./Reference.ts"
import * as Registers from "./Registers.ts"

/**
 * What may stand in a column or cell beside figures: `subject` names the unit of a row; `indicator` the series of a row,
 * whose figures then stand in `value`, or in one column for each unit; `measure` the unit of counting of a row.
 */
export const fields = ["subject", "period", "reporter", "revision", "reason", "indicator", "value", "measure"] as const
/** One of `fields`. */
export type Field = (typeof fields)[number]

/** Which number of a value: one side of a share, or the percentage printed beside it. */
export const parts = ["x", "y", "printed"] as const

/** What a heading or cell means, as the file says it: a series, with more where needed; a field; null is left out. */
export const target = Schema.Union([
  Schema.Null,
  Schema.String,
  Schema.Struct({ field: Schema.Literals(fields) }),
  Schema.Struct({
    series: Schema.String,
    part: Schema.optionalKey(Schema.Literals(parts)),
    grade: Schema.optionalKey(Schema.String),
    measure: Schema.optionalKey(Schema.String),
  }),
])

/** What a sign stands for. */
export const symbol = Schema.Union([
  Schema.Literal("nil"),
  Schema.Struct({ missing: Schema.Literals(Value.missingReasons) }),
  Schema.Struct({ notApplicable: Schema.Literals(Value.inapplicableReasons) }),
])

/** `danvan/columns@0`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/columns@0"),
  id: Schema.optionalKey(Schema.String),
  version: Schema.optionalKey(Schema.String),
  sheet: Schema.optionalKey(Schema.String),
  subject: Schema.optionalKey(Schema.String),
  period: Schema.optionalKey(Schema.String),
  scope: Schema.optionalKey(Schema.Literals(["own", "whole"])),
  headings: Schema.optionalKey(Schema.Record(Schema.String, target)),
  cells: Schema.optionalKey(Schema.Record(Schema.String, target)),
  units: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  symbols: Schema.optionalKey(Schema.Record(Schema.String, symbol)),
})

/** As a file holds it. */
export type File = typeof schema.Type

/** What a heading or cell means. */
export type Target =
  | { readonly kind: "ignored" }
  | { readonly kind: "field"; readonly field: Field }
  | {
      readonly kind: "series"
      readonly series: Indicator.Series
      readonly part?: (typeof parts)[number]
      readonly grade?: string
      /** The unit of counting that the table uses (`triệu đồng`), where it is not the indicator's own. */
      readonly measure?: string
    }

/** A mapping that was checked. What people write is found by its `Spelling.key`; `cells` by address. */
export interface Mapping {
  readonly file: File
  readonly headings: ReadonlyMap<string, Target>
  readonly cells: ReadonlyMap<string, Target>
  readonly units: ReadonlyMap<string, string>
  readonly symbols: ReadonlyMap<string, typeof symbol.Type>
}

const decode = Shape.decoder(schema)

/**
 * A mapping, checked against the registers; fails with every finding.
 *
 * @example
 * const file = { schema: "danvan/columns@0", headings: { "Số cuộc họp": "meeting.events", "Số TT": null } }
 * Result.getOrThrow(make(registers, file)).headings.get("số tt") // { kind: "ignored" }
 * make(registers, { ...file, units: { "P. An": "an-ward" } }) // fails
 */
export const make = (
  registers: Registers.Registers,
  json: unknown,
): Result.Result<Mapping, ReadonlyArray<Issue.Issue>> => {
  const decoded = decode(json, { pointer: "/columns" })
  if (Result.isFailure(decoded)) return Result.fail(decoded.failure)
  const file = decoded.success
  const issues: Array<Issue.Issue> = []
  const { units } = Registers.index(registers)
  const ids = new Set(units.keys())
  for (const [name, id] of Object.entries(file.units ?? {})) {
    issues.push(...Reference.unknown(id, ids, `/columns/units${Issue.step(name)}`))
  }
  if (file.subject !== undefined) issues.push(...Reference.unknown(file.subject, ids, "/columns/subject"))
  const targets = (part: "headings" | "cells", keyOf: (text: string) => string): ReadonlyMap<string, Target> =>
    new Map(
      Object.entries(file[part] ?? {}).map(([text, raw]) => [
        keyOf(text),
        resolve(registers, raw, `/columns/${part}${Issue.step(text)}`, issues),
      ]),
    )
  const mapping: Mapping = {
    file,
    headings: targets("headings", Spelling.key),
    cells: targets("cells", (address) => address.toUpperCase()),
    units: new Map(Object.entries(file.units ?? {}).map(([name, id]) => [Spelling.key(name), id])),
    symbols: new Map(Object.entries(file.symbols ?? {}).map(([text, means]) => [Spelling.key(text), means])),
  }
  return issues.length > 0 ? Result.fail(issues) : Result.succeed(mapping)
}

const resolve = (
  registers: Registers.Registers,
  raw: typeof target.Type,
  pointer: string,
  issues: Array<Issue.Issue>,
): Target => {
  if (raw === null) return { kind: "ignored" }
  if (typeof raw === "object" && "field" in raw) return { kind: "field", field: raw.field }
  const { series: text, ...rest } = typeof raw === "string" ? { series: raw } : raw
  const found = seriesFromText(registers, text)
  if (found) return { kind: "series", series: found, ...rest }
  const known = new Set(registers.catalogue.indicators.map(({ id }) => id))
  const [id = text] = text.split("[")
  // An indicator that is there but is not cut in this way: the whole text is what is not known.
  issues.push(...Reference.unknown(known.has(id) ? text : id, known, pointer))
  return { kind: "ignored" }
}

/**
 * A series from its text (`model.registered[field=economy]`); null when the catalogue has no such series.
 *
 * @example
 * seriesFromText(registers, "model.registered[field=economy]") // { indicator: "model.registered", dimension: "field", member: "economy" }
 * seriesFromText(registers, "model.registered[level=ward]") // null
 */
export const seriesFromText = (registers: Registers.Registers, text: string): Indicator.Series | null => {
  const { indicators, dimensions } = Registers.index(registers)
  const [, id = "", dimension, member] = /^([^[\]]+)(?:\[([^=\]]+)=([^\]]+)\])?$/.exec(text) ?? []
  const indicator = indicators.get(id)
  if (!indicator) return null
  if (dimension === undefined || member === undefined) return { indicator: id }
  const isCut = (indicator.breakdowns ?? []).some((one) => one.dimension === dimension)
  const isThere = dimensions.get(dimension)?.members.some((one) => one.id === member)
  return isCut && isThere === true ? { indicator: id, dimension, member } : null
}
