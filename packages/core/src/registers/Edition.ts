// A catalogue made from another: a province's own file says what it adds, replaces and removes, as data. And what lies
// between two versions, told by what it means for figures already stored.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Calendar from "../vocabulary/Calendar.ts"
import * as Fingerprint from "../vocabulary/Fingerprint.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Measure from "../vocabulary/Measure.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Catalogue from "./Catalogue.ts"
import * as Citation from "./Citation.ts"
import * as Dated from "./Dated.ts"
import * as Indicator from "./Indicator.ts"
import * as Obligation from "./Obligation.ts"
import * as Overlap from "./Overlap.ts"
import * as Rule from "./Rule.ts"

/** The lists of a catalogue that an edition may change, in the order in which one refers to another. */
export const lists = [
  "calendars",
  "measures",
  "dimensions",
  "citations",
  "indicators",
  "rules",
  "overlaps",
  "obligations",
] as const
/** One of `lists`. */
export type List = (typeof lists)[number]

/** Entries to add or to put in place of those with their ids. */
export const entries = Schema.Struct({
  calendars: Schema.optionalKey(Schema.Array(Calendar.schema)),
  measures: Schema.optionalKey(Schema.Array(Measure.schema)),
  dimensions: Schema.optionalKey(Schema.Array(Catalogue.dimension)),
  citations: Schema.optionalKey(Schema.Array(Citation.schema)),
  indicators: Schema.optionalKey(Schema.Array(Indicator.schema)),
  rules: Schema.optionalKey(Schema.Array(Rule.schema)),
  overlaps: Schema.optionalKey(Schema.Array(Overlap.schema)),
  obligations: Schema.optionalKey(Schema.Array(Obligation.schema)),
})

const ids = Schema.optionalKey(Schema.Array(Schema.String))

/** `danvan/edition@0`. `extends` names a catalogue and the beginning of its version: `danvan-standard@1`. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/edition@0"),
  extends: Schema.String,
  id: Schema.String,
  version: Schema.String,
  from: Schema.optionalKey(Dated.date),
  to: Schema.optionalKey(Dated.date),
  label: Schema.optionalKey(Dated.label),
  calendar: Schema.optionalKey(Schema.String),
  daysOff: Schema.optionalKey(Schema.Array(Catalogue.decision)),
  add: Schema.optionalKey(entries),
  replace: Schema.optionalKey(entries),
  remove: Schema.optionalKey(
    Schema.Struct({
      calendars: ids,
      measures: ids,
      dimensions: ids,
      citations: ids,
      indicators: ids,
      rules: ids,
      overlaps: ids,
      obligations: ids,
    }),
  ),
})

/** What a body changes in a catalogue to make its own. */
export type Edition = typeof schema.Type

const decode = Shape.decoder(schema)

/**
 * Whether a file is an edition of another catalogue, and not a whole one.
 *
 * @example
 * isEdition({ schema: "danvan/edition@0", extends: "mai-2022@1" }) // true
 * isEdition(catalogue) // false
 */
export const isEdition = (file: unknown): boolean =>
  typeof file === "object" && file !== null && "schema" in file && file.schema === "danvan/edition@0"

/**
 * The catalogue that comes out of a base and an edition. Fails with every conflict: an id that is there already, one
 * that is not, one changed twice, a replacement that measures something else, a reference that would lead nowhere.
 * Pointers begin with `/edition`, or with `/catalogue` where it is the outcome that does not hold together.
 *
 * @example
 * const edition = { schema: "danvan/edition@0", extends: "mai-2022@1", id: "an-2022", version: "1.0.0" }
 * Result.getOrThrow(extend(catalogue, { ...edition, remove: { citations: ["directive-one"] } })).citations // []
 * extend(catalogue, { ...edition, extends: "mai-2022@2" }) // fails: edition.base-unlike
 */
export const extend = (
  base: Catalogue.Catalogue,
  edition: unknown,
): Result.Result<Catalogue.Catalogue, ReadonlyArray<Issue.Issue>> => {
  const read = decode(edition, { pointer: "/edition" })
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const file = read.success
  const unlike = baseUnlike(file, base)
  if (unlike) return Result.fail([unlike])
  const conflicts = lists.flatMap((list) => conflictsIn(list, base, file))
  const { extends: _extends, add: _add, replace: _replace, remove: _remove, ...own } = file
  const changed = lists.filter((list) => base[list] !== undefined || file.add?.[list] !== undefined)
  const made: Catalogue.Catalogue = {
    ...base,
    ...own,
    schema: base.schema,
    ...Object.fromEntries(changed.map((list) => [list, merged(list, base, file)])),
  }
  const issues = conflicts.length > 0 ? conflicts : Catalogue.check(made, "/catalogue")
  return issues.length > 0 ? Result.fail(issues) : Result.succeed(made)
}

const baseUnlike = (file: Edition, base: Catalogue.Catalogue): Issue.Issue | null => {
  const [id, version = ""] = file.extends.split("@")
  const fits = id === base.id && (version === "" || `${base.version}.`.startsWith(`${version}.`))
  if (fits) return null
  const params = { found: file.extends, base: `${base.id}@${base.version}` }
  return Issue.make("edition.base-unlike", { pointer: "/edition/extends" }, params)
}

interface Entry {
  readonly id: string
}

const entriesOf = (file: Pick<Catalogue.Catalogue, List>, list: List): ReadonlyArray<Entry> => file[list] ?? []

const conflictsIn = (list: List, base: Catalogue.Catalogue, file: Edition): ReadonlyArray<Issue.Issue> => {
  const known = new Map(entriesOf(base, list).map((entry) => [entry.id, entry]))
  const seen = new Set<string>()
  const each = (way: "add" | "replace" | "remove", id: string, at: string, entry: Entry | null): Array<Issue.Issue> => {
    const pointer = `/edition/${way}/${list}/${at}`
    if (seen.has(id)) return [Issue.make("edition.changed-twice", { pointer }, { id })]
    seen.add(id)
    const before = known.get(id)
    if (way === "add") return before ? [Issue.make("edition.already-there", { pointer }, { id, base: base.id })] : []
    if (!before) {
      const near = Spelling.nearest(id, known.keys()) ?? ""
      return [Issue.make("edition.not-there", { pointer }, { id, base: base.id, near })]
    }
    return list === "indicators" && entry ? otherThing(before, entry, pointer) : []
  }
  return [
    ...(file.add?.[list] ?? []).flatMap((entry, i) => each("add", entry.id, `${i}/id`, entry)),
    ...(file.replace?.[list] ?? []).flatMap((entry, i) => each("replace", entry.id, `${i}/id`, entry)),
    ...(file.remove?.[list] ?? []).flatMap((id, i) => each("remove", id, `${i}`, null)),
  ]
}

// Figures are stored under the id: the same id may be named and cut otherwise, but it measures what it measured.
const otherThing = (before: Entry, after: Entry, pointer: string): Array<Issue.Issue> => {
  const [was, is] = [before as Indicator.Indicator, after as Indicator.Indicator]
  if (was.kind === is.kind && was.measure === is.measure) return []
  const params = { id: is.id, before: `${was.kind}, ${was.measure}`, after: `${is.kind}, ${is.measure}` }
  return [Issue.make("edition.kind-changed", { pointer }, params)]
}

const merged = (list: List, base: Catalogue.Catalogue, file: Edition): ReadonlyArray<Entry> => {
  const removed = new Set(file.remove?.[list])
  const replaced = new Map((file.replace?.[list] ?? []).map((entry): [string, Entry] => [entry.id, entry]))
  return [
    ...entriesOf(base, list)
      .filter(({ id }) => !removed.has(id))
      .map((entry) => replaced.get(entry.id) ?? entry),
    ...(file.add?.[list] ?? []),
  ]
}

/** One difference. `breaking`: figures stored under the older version cannot be read by the newer as they stand. */
export interface Change {
  readonly list: List | "catalogue"
  readonly id: string
  readonly what: "added" | "removed" | "changed"
  /** The keys that differ. */
  readonly keys: ReadonlyArray<string>
  readonly breaking: boolean
}

/**
 * What lies between two versions of a catalogue, list by list.
 *
 * @example
 * diff(catalogue, { ...catalogue, rules: [] }).map(({ what, id }) => [what, id])[0] // ["removed", "meeting.no-turns-without-events"]
 * diff(catalogue, { ...catalogue, calendar: "nd09" }) // [{ list: "catalogue", id: "mai-2022", what: "changed", keys: ["calendar"], breaking: true }]
 */
export const diff = (before: Catalogue.Catalogue, after: Catalogue.Catalogue): ReadonlyArray<Change> => {
  const keys = differing(before, after).filter((key) => key !== "version" && !lists.some((list) => list === key))
  const breaking =
    keys.some((key) => key === "id" || key === "calendar") || (keys.some(isDate) && narrower(before, after))
  const own: ReadonlyArray<Change> =
    keys.length === 0 ? [] : [{ list: "catalogue", id: after.id, what: "changed", keys, breaking }]
  return [...own, ...lists.flatMap((list) => between(list, entriesOf(before, list), entriesOf(after, list)))]
}

const between = (list: List, before: ReadonlyArray<Entry>, after: ReadonlyArray<Entry>): ReadonlyArray<Change> => {
  const was = new Map(before.map((entry) => [entry.id, entry]))
  const is = new Map(after.map((entry) => [entry.id, entry]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): ReadonlyArray<Change> => {
    const [old, now] = [was.get(id), is.get(id)]
    if (!old) return [{ list, id, what: "added", keys: [], breaking: false }]
    if (!now) return [{ list, id, what: "removed", keys: [], breaking: stored.has(list) }]
    const keys = differing(old, now)
    return keys.length === 0 ? [] : [{ list, id, what: "changed", keys, breaking: breaks(list, old, now, keys) }]
  })
}

/** Lists whose entries stored figures name. */
const stored: ReadonlySet<string> = new Set(["indicators", "measures", "dimensions"])

const breaks = (list: List, before: Entry, after: Entry, keys: ReadonlyArray<string>): boolean => {
  switch (list) {
    case "measures":
      return keys.includes("decimals")
    case "dimensions": {
      const now = new Set((after as Catalogue.Dimension).members.map(({ id }) => id))
      return (before as Catalogue.Dimension).members.some(({ id }) => !now.has(id))
    }
    case "indicators": {
      const [was, is] = [before as Indicator.Indicator, after as Indicator.Indicator]
      const cut = new Set((is.breakdowns ?? []).map(({ dimension }) => dimension))
      const uncut = (was.breakdowns ?? []).some(({ dimension }) => !cut.has(dimension))
      return keys.includes("kind") || keys.includes("measure") || uncut || narrower(was, is)
    }
    default:
      return false
  }
}

const isDate = (key: string): boolean => key === "from" || key === "to"

const narrower = (before: Dated.Dated, after: Dated.Dated): boolean =>
  (after.from ?? "") > (before.from ?? "") || (after.to ?? "9999") < (before.to ?? "9999")

const differing = (before: object, after: object): ReadonlyArray<string> => {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => Fingerprint.canonical(was.get(key)) !== Fingerprint.canonical(is.get(key)),
  )
}
