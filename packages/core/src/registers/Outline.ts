// The plan of a report: sections in their order, what each is filled with, and the appendices. Plans are data, so that an
// office changes them without code. In a file, sections and appendices are described once under their keys and an outline
// lists keys; an outline that extends another says only what differs.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import file from "../../data/danvan-outlines.json" with { type: "json" }
import * as Issue from "../vocabulary/Issue.ts"
import * as Shape from "../vocabulary/Shape.ts"
import type * as Catalogue from "./Catalogue.ts"
import * as Dated from "./Dated.ts"
import * as Reference from "./Reference.ts"

/**
 * What a section or appendix is filled with. `narrative` is the request's prose of the section's own key; `figures` a
 * table of chosen figures, unit by unit where there are units; `each-unit` one table for each unit; `exceptions` what
 * must be known about the figures: what is missing, late, estimated, or differs.
 */
export const parts = [
  "narrative",
  "tasks",
  "events",
  "models",
  "dialogues",
  "indicators",
  "figures",
  "by-unit",
  "each-unit",
  "chart",
  "coverage",
  "exceptions",
] as const

/** One of `parts`. */
export type Part = (typeof parts)[number]

const part = Schema.Literals(parts)
const texts = Schema.Array(Schema.String)

/**
 * In what the numbers of a measure are told in tables, and what becomes of parts that are rounded: `largest-remainder`
 * lets them come to their total, `as-rounded` rounds each for itself and says that the sum may differ.
 */
export const rounding = Schema.Struct({
  measure: Schema.String,
  in: Schema.Literals(["thousand", "million", "billion"]),
  decimals: Schema.optionalKey(Schema.Literals([0, 1, 2, 3])),
  parts: Schema.Literals(["largest-remainder", "as-rounded"]),
})

/** See `rounding`. */
export type Rounding = typeof rounding.Type

/** A section as a file describes it. A title alone is a section of prose. */
export const section = Schema.Struct({
  title: Schema.String,
  parts: Schema.optionalKey(Schema.Array(part)),
  indicators: Schema.optionalKey(texts),
  rounding: Schema.optionalKey(rounding),
  sections: Schema.optionalKey(texts),
})

/** An appendix as a file describes it. */
export const appendix = Schema.Struct({
  title: texts,
  parts: Schema.Array(part),
  indicators: Schema.optionalKey(texts),
  rounding: Schema.optionalKey(rounding),
  orientation: Schema.optionalKey(Schema.Literals(["portrait", "landscape"])),
})

/** An outline as a file describes it: keys of sections and appendices. */
export const entry = Schema.Struct({
  id: Schema.String,
  label: Dated.label,
  extends: Schema.optionalKey(Schema.String),
  subject: Schema.optionalKey(texts),
  opening: Schema.optionalKey(Schema.String),
  sections: Schema.optionalKey(texts),
  closing: Schema.optionalKey(Schema.String),
  appendices: Schema.optionalKey(texts),
  onRequest: Schema.optionalKey(texts),
  source: Schema.optionalKey(Schema.String),
  certainty: Schema.optionalKey(Schema.Literals(["stated", "high", "medium", "low"])),
})

/** `danvan/outlines@0`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/outlines@0"),
  id: Schema.optionalKey(Schema.String),
  version: Schema.optionalKey(Schema.String),
  sections: Schema.optionalKey(Schema.Record(Schema.String, Schema.Union([Schema.String, section]))),
  appendices: Schema.optionalKey(Schema.Record(Schema.String, appendix)),
  outlines: Schema.Array(entry),
})

/** A file of outlines. */
export type File = typeof schema.Type

/** A section; its title is bound prose (`{period|rest}`). */
export interface Section {
  readonly key: string
  readonly title: string
  readonly parts: ReadonlyArray<Part>
  readonly indicators?: ReadonlyArray<string>
  readonly rounding?: Rounding
  readonly sections?: ReadonlyArray<Section>
}

/**
 * An appendix. `indicators` limits tables and charts to these; absent means all. `dvk.models.registered[field]` is every
 * part along a dimension, `dvk.models.registered[field=economy]` one of them.
 */
export interface Appendix {
  readonly key: string
  readonly title: ReadonlyArray<string>
  readonly parts: ReadonlyArray<Part>
  readonly indicators?: ReadonlyArray<string>
  readonly rounding?: Rounding
  readonly orientation: "portrait" | "landscape"
}

/**
 * A plan. `subject` is the report's title line by line; `opening` and `closing` are keys of narratives; `onRequest` are
 * appendices that a request may name, `appendices` those that stand there when it names none.
 */
export interface Outline {
  readonly id: string
  readonly label: Dated.Label
  readonly subject: ReadonlyArray<string>
  readonly opening: string
  readonly sections: ReadonlyArray<Section>
  readonly closing: string
  readonly appendices: ReadonlyArray<Appendix>
  readonly onRequest: ReadonlyArray<Appendix>
  readonly source?: string
  readonly certainty?: "stated" | "high" | "medium" | "low"
}

/** A choice of figures: an indicator, all its parts along a dimension, or one part. */
export interface Choice {
  readonly indicator: string
  readonly dimension?: string
  readonly member?: string
}

/**
 * What an entry of `indicators` chooses.
 *
 * @example
 * choice("dvk.models.registered[field=economy]") // { indicator: "dvk.models.registered", dimension: "field", member: "economy" }
 * choice("dvk.models.registered[field]") // { indicator: "dvk.models.registered", dimension: "field" }
 */
export const choice = (text: string): Choice => {
  const [, indicator, dimension, member] = /^([^[\]]+)\[([^=\]]+)(?:=([^\]]+))?\]$/.exec(text) ?? []
  if (indicator === undefined || dimension === undefined) return { indicator: text }
  return member === undefined ? { indicator, dimension } : { indicator, dimension, member }
}

type Sections = NonNullable<File["sections"]>

/** Levels of headings that the forms number. */
const DEEPEST = 3

// What a file says and what it builds upon, as one.
interface Desk {
  readonly sections: ReadonlyMap<string, Sections[string]>
  readonly appendices: ReadonlyMap<string, typeof appendix.Type>
  readonly issues: Array<Issue.Issue>
}

const descend = (desk: Desk, keys: ReadonlyArray<string>, at: string, level: number): ReadonlyArray<Section> =>
  keys.flatMap((key, i) => {
    const found = desk.sections.get(key)
    if (found === undefined) {
      desk.issues.push(...Reference.unknown(key, new Set(desk.sections.keys()), `${at}/${i}`))
      return []
    }
    if (level > DEEPEST) {
      desk.issues.push(Issue.make("outline.too-deep", { pointer: `${at}/${i}` }, { key, deepest: DEEPEST }))
      return []
    }
    const { sections, ...own } = typeof found === "string" ? { title: found } : found
    const inner = sections ? descend(desk, sections, `/outlines/sections${Issue.step(key)}/sections`, level + 1) : null
    return [{ key, parts: ["narrative"] as const, ...own, ...(inner ? { sections: inner } : {}) }]
  })

const enclosed = (desk: Desk, keys: ReadonlyArray<string>, at: string): ReadonlyArray<Appendix> =>
  keys.flatMap((key, i) => {
    const found = desk.appendices.get(key)
    if (found) return [{ key, orientation: "portrait" as const, ...found }]
    desk.issues.push(...Reference.unknown(key, new Set(desk.appendices.keys()), `${at}/${i}`))
    return []
  })

// An outline with what it takes over; a file's later outlines may extend its earlier ones, and those it builds upon.
const spelt = (all: ReadonlyArray<typeof entry.Type>, i: number): typeof entry.Type | undefined => {
  const own = all[i]
  if (own?.extends === undefined) return own
  const before = all.slice(0, i).findLastIndex(({ id }) => id === own.extends)
  const taken = before < 0 ? undefined : spelt(all, before)
  return taken && { ...taken, ...own }
}

const decode = Shape.decoder(schema)

// The file that ships, decoded when somebody needs it.
const shipped = (): File => Result.getOrThrow(decode(file, { pointer: "/outlines" }))
const none: File = { schema: "danvan/outlines@0", outlines: [] }

/**
 * The outlines of a file, every key followed; fails with every finding. The file may use and extend what ships, and say
 * sections anew for its own outlines. With a catalogue, the indicators that it names must be there.
 *
 * @example
 * const own = { id: "ours", label: { vi: "Của tỉnh", en: "Ours" }, extends: "district-half-year", appendices: ["coverage"] }
 * Result.getOrThrow(make({ schema: "danvan/outlines@0", outlines: [own] }))[0].appendices.length // 1
 * make({ schema: "danvan/outlines@0", outlines: [{ ...own, sections: ["sitaution"] }] }) // fails: register.reference-unknown at /outlines/outlines/0/sections/0
 */
export const make = (
  json: unknown,
  catalogue?: Catalogue.Catalogue,
): Result.Result<ReadonlyArray<Outline>, ReadonlyArray<Issue.Issue>> => {
  const read = decode(json, { pointer: "/outlines" })
  return Result.isFailure(read) ? Result.fail(read.failure) : resolve(read.success, shipped(), catalogue)
}

const resolve = (
  own: File,
  base: File,
  catalogue: Catalogue.Catalogue | undefined,
): Result.Result<ReadonlyArray<Outline>, ReadonlyArray<Issue.Issue>> => {
  const all = [...base.outlines, ...own.outlines]
  const desk: Desk = {
    sections: new Map(Object.entries({ ...base.sections, ...own.sections })),
    appendices: new Map(Object.entries({ ...base.appendices, ...own.appendices })),
    issues: Reference.duplicates(own.outlines, "/outlines/outlines"),
  }
  const outlines = own.outlines.flatMap(({ extends: extended = "" }, i): ReadonlyArray<Outline> => {
    const at = `/outlines/outlines/${i}`
    const whole = spelt(all, base.outlines.length + i)
    if (!whole) {
      const earlier = all.slice(0, base.outlines.length + i).map(({ id }) => id)
      desk.issues.push(...Reference.unknown(extended, new Set(earlier), `${at}/extends`))
      return []
    }
    const { extends: _extends, sections: keys = [], appendices = [], onRequest = [], ...rest } = whole
    const sections = descend(desk, keys, `${at}/sections`, 1)
    for (const key of repeated([...keysOf(sections), ...appendices, ...onRequest])) {
      desk.issues.push(Issue.make("register.duplicate", { pointer: at }, { id: key }))
    }
    return [
      {
        subject: [],
        opening: "opening",
        closing: "closing",
        ...rest,
        sections,
        appendices: enclosed(desk, appendices, `${at}/appendices`),
        onRequest: enclosed(desk, onRequest, `${at}/onRequest`),
      },
    ]
  })
  if (catalogue) desk.issues.push(...strangers(own, catalogue))
  return desk.issues.length > 0 ? Result.fail(desk.issues) : Result.succeed(outlines)
}

const keysOf = (sections: ReadonlyArray<Section>): ReadonlyArray<string> =>
  sections.flatMap((one) => [one.key, ...keysOf(one.sections ?? [])])

// A key names prose and begins the ids of what it holds, so it stands once in an outline.
const repeated = (keys: ReadonlyArray<string>): ReadonlyArray<string> =>
  keys.filter((key, i) => keys.indexOf(key) !== i)

// What the file's own sections and appendices name and the catalogue does not have.
const strangers = (own: File, catalogue: Catalogue.Catalogue): ReadonlyArray<Issue.Issue> => {
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]))
  const dimensions = new Map(catalogue.dimensions.map(({ id, members }) => [id, members.map((member) => member.id)]))
  const measures = new Set(catalogue.measures.map(({ id }) => id))
  const each = (text: string, pointer: string): ReadonlyArray<Issue.Issue> => {
    const { indicator, dimension, member } = choice(text)
    const known = indicators.get(indicator)
    if (!known) return Reference.unknown(indicator, new Set(indicators.keys()), pointer)
    if (dimension === undefined) return []
    const cuts = new Set((known.breakdowns ?? []).map((cut) => cut.dimension))
    if (!cuts.has(dimension)) return Reference.unknown(dimension, cuts, pointer)
    return member === undefined ? [] : Reference.unknown(member, new Set(dimensions.get(dimension)), pointer)
  }
  const rooms: Readonly<
    Record<
      string,
      Readonly<Record<string, string | { readonly indicators?: typeof texts.Type; readonly rounding?: Rounding }>>
    >
  > = {
    sections: own.sections ?? {},
    appendices: own.appendices ?? {},
  }
  return Object.entries(rooms).flatMap(([room, all]) =>
    Object.entries(all).flatMap(([key, one]) => {
      if (typeof one === "string") return []
      const at = `/outlines/${room}${Issue.step(key)}`
      return [
        ...(one.indicators ?? []).flatMap((text, i) => each(text, `${at}/indicators/${i}`)),
        ...(one.rounding ? Reference.unknown(one.rounding.measure, measures, `${at}/rounding/measure`) : []),
      ]
    }),
  )
}

/** The outlines that ship: six months, nine months and the year of a district, a ward (State, Party) and a province. */
export const standard: ReadonlyArray<Outline> = Result.getOrThrow(resolve(shipped(), none, undefined))

/**
 * The indicators of a catalogue that no appendix of an outline names, in the catalogue's order: figures that would be
 * collected and not shown. Empty where an appendix shows all.
 *
 * @example
 * unplaced(standard[0], catalogue) // []
 */
export const unplaced = (outline: Outline, catalogue: Catalogue.Catalogue): ReadonlyArray<string> => {
  const tables = [...outline.appendices, ...outline.onRequest].filter((one) =>
    one.parts.some((filled) => ["indicators", "figures", "by-unit", "each-unit"].includes(filled)),
  )
  if (tables.some(({ indicators }) => indicators === undefined)) return []
  const named = new Set(tables.flatMap(({ indicators = [] }) => indicators.map((text) => choice(text).indicator)))
  return catalogue.indicators.map(({ id }) => id).filter((id) => !named.has(id))
}
