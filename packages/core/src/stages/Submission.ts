// What a unit sent, as it came; nothing is believed yet. The envelope is checked here, the values in `Statement`.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Entry from "../registers/Entry.ts"
import * as Alike from "../vocabulary/Alike.ts"
import * as Fingerprint from "../vocabulary/Fingerprint.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Json from "../vocabulary/Json.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Sent from "./Sent.ts"

/** Where a submission stands. A draft, or one that was returned, is not counted. */
export const statuses = ["draft", "submitted", "returned", "accepted", "locked"] as const

/** `danvan/submission@0` without what `values` and `entries` hold inside. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/submission@0"),
  id: Schema.String,
  revision: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 })),
  reason: Schema.optionalKey(Schema.String),
  subject: Schema.String,
  reporter: Schema.optionalKey(Schema.String),
  scope: Schema.Literals(["own", "whole"]),
  period: Schema.String,
  catalogue: Schema.String,
  status: Schema.optionalKey(Schema.Literals(statuses)),
  submittedAt: Schema.optionalKey(Schema.String),
  illustrative: Schema.optionalKey(Schema.Boolean),
  values: Schema.Record(Schema.String, Schema.Unknown),
  nil: Schema.optionalKey(Schema.Array(Schema.String)),
  entries: Schema.optionalKey(Schema.Unknown),
  narratives: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  explanations: Schema.optionalKey(Schema.Array(Schema.Struct({ indicator: Schema.String, text: Schema.String }))),
  meta: Schema.optionalKey(Schema.Unknown),
})

/** A submission. */
export type Submission = Omit<typeof schema.Type, "entries"> & { readonly entries?: Entry.Entries }

/** What is around the values. */
export type Envelope = Omit<Submission, "values">

/** A submission that can be looked into, with the findings so far; `held` are pointers that were left out. */
export interface Decoded {
  readonly submission: Envelope | null
  readonly values: Sent.Sent
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly held: ReadonlyArray<string>
  /** The input after normalisation, where envelope and values do not say all of it. */
  readonly content?: unknown
  /** What to call it: its id, or `#n` for the n-th of the batch when it has none. */
  readonly name: string
  /** Its position in the batch, from 1; only where another input has the same name. */
  readonly input?: number
}

/**
 * What a finding, or something held, says of where it came from.
 *
 * @example
 * origin(decode(submissions[0], 1)) // { submission: "an-ward-2000-2022-H1" }
 */
export const origin = ({
  name,
  input,
}: Pick<Decoded, "name" | "input">): { readonly submission: string; readonly input?: number } =>
  input === undefined ? { submission: name } : { submission: name, input }

/**
 * Inputs read one after the other. Where several have one name, what is found in them says which it is about.
 *
 * @example
 * decodeAll([...submissions, ...submissions]).map(({ input }) => input) // [1, 2]
 */
export const decodeAll = (inputs: ReadonlyArray<unknown>): ReadonlyArray<Decoded> => {
  const all = inputs.map((input, i) => decode(input, i + 1))
  const different = new Set<string>()
  for (const { name } of all) different.add(name)
  if (different.size === all.length) return all
  const names = new Map<string, number>()
  for (const { name } of all) names.set(name, (names.get(name) ?? 0) + 1)
  return all.map((decoded, i) => {
    if (names.get(decoded.name) === 1) return decoded
    const input = i + 1
    return { ...decoded, input, issues: decoded.issues.map((issue) => ({ ...issue, input })) }
  })
}

const decodeEnvelope = Shape.decoder(schema)
const decodeEntries = Shape.decoder(Entry.schema)
const required = new Set(["schema", "id", "revision", "subject", "scope", "period", "catalogue", "values"])

/**
 * Reads one input: a submission, or its JSON as a text. Keys and texts are brought to NFC and that is reported; an
 * optional part that is wrong is left out and named, the rest stays. `position` counts from 1 within the batch.
 *
 * @example
 * decode(submissions[0], 1).issues // []
 * decode(JSON.stringify(submissions[0]), 1).values // Sent.of(submissions[0].values)
 * decode("không phải JSON", 2).issues.map(({ code, submission }) => [code, submission]) // [["json.malformed", "#2"]]
 */
export const decode = (input: unknown, position: number): Decoded => {
  if (typeof input !== "string") return decodeValue(input, `#${position}`, false)
  const quick = glimpse(input)
  if (quick !== null) return quick
  const { value, problems, ascii } = Json.read(input)
  if (problems.length === 0) return decodeValue(value, `#${position}`, ascii)
  return decodeDoubtful(value, `#${position}`, problems)
}

/**
 * The same for a text that looks like those before it and has nothing against it as a text; null where that takes more
 * than a glance, or it has no id.
 *
 * @example
 * glimpse(JSON.stringify(submissions[0]))?.name // "an-ward-2000-2022-H1"
 * glimpse("không phải JSON") // null
 */
export const glimpse = (text: string): Decoded | null => {
  const taken = Alike.take(text, "values")
  if (taken === null) return null
  const { rest, members: values } = taken
  const name = idOf(rest)
  if (name === null) return null
  if (isPlainEnvelope(rest)) return { submission: rest as unknown as Envelope, values, issues: none, held: none, name }
  return decodeValue({ ...rest, values: Sent.toRecord(values) }, name, true)
}

/**
 * All that was sent, after normalisation: what its fingerprint is taken of.
 *
 * @example
 * contentOf(decode(submissions[0], 1)) // submissions[0]
 */
export const contentOf = ({
  content,
  submission,
  values,
}: Pick<Decoded, "content" | "submission" | "values">): unknown =>
  content !== undefined ? content : { ...submission, values: Sent.toRecord(values) }

// What the text does not say for sure is left out: a value, an optional part, or the whole where more depends on it.
const decodeDoubtful = (input: unknown, unnamed: string, problems: ReadonlyArray<Json.Problem>): Decoded => {
  const name = idOf(input) ?? unnamed
  const found = problems.map(({ code, path, params }) =>
    Issue.make(code, { pointer: Json.pointerOf(path), submission: name }, params),
  )
  const [parts, values] = [new Set<string>(), new Set<string>()]
  for (const { code, path } of problems) {
    const [part, value] = code === "json.malformed" || code === "input.too-deep" ? [] : path.map(String)
    if (part === "values" && value !== undefined) values.add(value)
    else parts.add(part ?? "")
  }
  const rest = isObject(input) ? without(input, parts) : { id: name }
  if ([...parts].some((part) => part === "" || required.has(part))) {
    return { submission: null, values: nothing, issues: found, held: [""], content: rest, name }
  }
  const sure = isObject(rest["values"]) ? { ...rest, values: without(rest["values"], values) } : rest
  const decoded = decodeValue(sure, unnamed, false)
  const held = [...[...parts].map(Issue.step), ...[...values].map((id) => `/values${Issue.step(id)}`)]
  return { ...decoded, issues: [...found, ...decoded.issues], held: [...held, ...decoded.held] }
}

const none: ReadonlyArray<never> = []
const nothing: Sent.Sent = { names: none, items: none }

// What is plain is envelope and values, and nothing else.
const taken = (
  { values, ...envelope }: Record<string, unknown>,
  name: string,
  issues: ReadonlyArray<Issue.Issue>,
  held: ReadonlyArray<string>,
): Decoded => ({
  submission: envelope as unknown as Envelope,
  values: Sent.of(values as Readonly<Record<string, unknown>>),
  issues,
  held,
  name,
})

const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === "object" && input !== null && !Array.isArray(input)

// `ascii` says that everything in it is known to be, and nothing too deep.
const decodeValue = (input: unknown, unnamed: string, ascii: boolean): Decoded => {
  const name = idOf(input) ?? unnamed
  const place = { pointer: "", submission: name }
  if (!isObject(input)) {
    const issue = Issue.make("input.not-object", place, { found: Shape.shown(input) })
    return { submission: null, values: nothing, issues: [issue], held: [""], content: input, name }
  }
  const clean = ascii || isClean(input)
  if (clean && !("meta" in input) && isPlain(input)) return taken(input, name, none, none)
  const issues: Array<Issue.Issue> = []
  const held: Array<string> = []
  if (!ascii && (!clean || "meta" in input) && depthWithin(input, Json.depthLimit) > Json.depthLimit) {
    const issue = Issue.make("input.too-deep", place, { limit: Json.depthLimit })
    return { submission: null, values: nothing, issues: [issue], held: [""], content: { id: name }, name }
  }
  const content = (clean ? input : normalise(input, place, issues, held)) as Record<string, unknown>
  if (isPlain(content)) return taken(content, name, issues, held)
  let envelope = decodeEnvelope(content, place)
  if (Result.isFailure(envelope)) {
    const found = envelope.failure.map(named)
    issues.push(...found)
    const wrong = new Set(found.map((issue) => issue.pointer.split("/")[1] ?? ""))
    if ([...wrong].some((key) => required.has(key) || key === "")) {
      return { submission: null, values: nothing, issues, held: [...held, ""], content, name }
    }
    held.push(...[...wrong].map((key) => Issue.step(key)))
    envelope = decodeEnvelope(without(content, wrong), place)
    if (Result.isFailure(envelope)) {
      return { submission: null, values: nothing, issues, held: [...held, ""], content, name }
    }
  }
  const { entries, values: record, ...rest } = envelope.success
  const values = Sent.of(record)
  if (entries === undefined) return { submission: rest, values, issues, held, content, name }
  const listed = decodeEntries(entries, { ...place, pointer: "/entries" })
  if (Result.isSuccess(listed)) {
    return { submission: { ...rest, entries: listed.success }, values, issues, held, content, name }
  }
  issues.push(...listed.failure)
  held.push("/entries")
  return { submission: rest, values, issues, held, content, name }
}

// How deep the data are nested, looked at no further than needed; a stack of its own, so that no input can exhaust ours.
const depthWithin = (input: unknown, limit: number): number => {
  let level: Array<object> = typeof input === "object" && input !== null ? [input] : []
  let depth = 0
  while (level.length > 0 && depth <= limit) {
    depth++
    const next: Array<object> = []
    for (const one of level) {
      for (const key in one) {
        const value = (one as Record<string, unknown>)[key]
        if (typeof value === "object" && value !== null) next.push(value)
      }
    }
    level = next
  }
  return depth
}

// Whether every key and text but those of `meta` is NFC and nothing is too deep, as is nearly always so: then nothing is
// copied.
const isClean = (envelope: object): boolean => {
  for (const key in envelope) {
    if (key === "meta") continue
    const item = (envelope as Record<string, unknown>)[key]
    const clean =
      key === "values" && typeof item === "object" && item !== null ? hasCleanValues(item) : isCleanValue(item, 2)
    if (!clean || !Spelling.isNfc(key)) return false
  }
  return true
}

// The same for `values` alone: one shape of object, one fast loop. Forms are filled in one order, so that a key is most
// often the one that stood at its place before, and was looked at then.
const seen: Array<string> = []

const hasCleanValues = (values: object): boolean => {
  let place = 0
  for (const key in values) {
    const item = (values as Record<string, unknown>)[key]
    if (key !== seen[place]) {
      if (!Spelling.isNfc(key)) return false
      seen[place] = key
    }
    if (place < kept) place++
    if (typeof item !== "number" && !isCleanValue(item, 3)) return false
  }
  return true
}

// No input makes the list longer than a form is.
const kept = 1000

const isCleanValue = (value: unknown, depth: number): boolean => {
  if (typeof value === "string") return Spelling.isNfc(value)
  if (typeof value !== "object" || value === null) return true
  if (depth > Json.depthLimit) return false
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key]
    if (!Spelling.isNfc(key) || (typeof item !== "number" && !isCleanValue(item, depth + 1))) return false
  }
  return true
}

/**
 * Whether an envelope is right at a glance; only then the schema need not be asked. Says no to some that are right
 * (entries, explanations), never yes to one that is wrong: a law of the tests.
 *
 * @example
 * isPlain(submissions[0]) // true
 * isPlain({ ...submissions[0], revision: 0 }) // false
 */
export const isPlain = (content: Readonly<Record<string, unknown>>): boolean => {
  const { values } = content
  return typeof values === "object" && values !== null && !Array.isArray(values) && isPlainEnvelope(content)
}

const isPlainEnvelope = (content: Readonly<Record<string, unknown>>): boolean => {
  let needed = 0
  for (const key in content) {
    const value = content[key]
    switch (key) {
      case "schema":
        if (value !== "danvan/submission@0") return false
        needed++
        break
      case "id":
      case "subject":
      case "period":
      case "catalogue":
        if (typeof value !== "string") return false
        needed++
        break
      case "revision":
        if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > 9999) return false
        needed++
        break
      case "scope":
        if (value !== "own" && value !== "whole") return false
        needed++
        break
      case "values":
        break
      case "reason":
      case "reporter":
      case "submittedAt":
        if (typeof value !== "string") return false
        break
      case "status":
        if (!(statuses as ReadonlyArray<unknown>).includes(value)) return false
        break
      case "illustrative":
        if (typeof value !== "boolean") return false
        break
      case "nil":
        if (!Array.isArray(value) || !value.every((id) => typeof id === "string")) return false
        break
      case "meta":
        break
      default:
        return false
    }
  }
  return needed === 7
}

/**
 * What to call an input: its id, or `#n` for the n-th of the batch when it has none. The JSON of one is its text.
 *
 * @example
 * nameOf({ id: "an-2022-h1" }, 1) // "an-2022-h1"
 * nameOf('{"id": "an-2022-h1"}', 1) // "an-2022-h1"
 * nameOf("không phải JSON", 2) // "#2"
 */
export const nameOf = (input: unknown, position: number): string => decode(input, position).name

const idOf = (input: unknown): string | null =>
  typeof input === "object" && input !== null && "id" in input && typeof input.id === "string" ? input.id : null

// A missing subject has its own code: it is the commonest fault and has its own cure.
const named = (issue: Issue.Issue): Issue.Issue => {
  const { code, severity: _severity, params, ...place } = issue
  if (place.pointer === "/subject" && (code === "key.missing" || code === "type.wrong")) {
    return Issue.make("subject.missing", place)
  }
  return place.pointer === "/schema" ? Issue.make("input.schema-unknown", place, params) : issue
}

const without = (content: Record<string, unknown>, keys: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([key]) => !keys.has(key)))

// Returns the same object when there is nothing to bring to NFC, which is nearly always.
const normalise = (input: unknown, place: Issue.Place, issues: Array<Issue.Issue>, held: Array<string>): unknown => {
  if (typeof input === "string") {
    if (Spelling.isNfc(input)) return input
    issues.push(Issue.make("text.not-nfc", place))
    return input.normalize("NFC")
  }
  if (typeof input !== "object" || input === null) return input
  if (Array.isArray(input)) {
    let copy: Array<unknown> | null = null
    for (let i = 0; i < input.length; i++) {
      const item: unknown = input[i]
      if (typeof item === "number") continue
      const fresh = normalise(item, { ...place, pointer: place.pointer + Issue.step(i) }, issues, held)
      if (fresh !== item) (copy ??= [...input])[i] = fresh
    }
    return copy ?? input
  }
  return normaliseObject(input as Record<string, unknown>, place, issues, held)
}

const normaliseObject = (
  input: Record<string, unknown>,
  place: Issue.Place,
  issues: Array<Issue.Issue>,
  held: Array<string>,
): Record<string, unknown> => {
  let changed = false
  const fresh: Array<readonly [original: string, key: string, value: unknown]> = []
  for (const key in input) {
    if (!Object.hasOwn(input, key)) continue
    if (key === "meta" && place.pointer === "") continue
    const value = input[key]
    const plain = Spelling.isNfc(key)
    if (plain && typeof value === "number") continue
    const pointer = place.pointer + Issue.step(key)
    if (!plain) issues.push(Issue.make("text.not-nfc", { ...place, pointer }))
    const normal = normalise(value, { ...place, pointer }, issues, held)
    if (!plain || normal !== value) changed = true
    fresh.push([key, plain ? key : key.normalize("NFC"), normal])
  }
  if (!changed) return input
  const keys = new Map<string, Array<string>>()
  for (const key of Object.keys(input)) {
    const normal = key.normalize("NFC")
    keys.set(normal, [...(keys.get(normal) ?? []), key])
  }
  const values = new Map(fresh.map(([original, , value]) => [original, value]))
  // From entries, not by assignment: a key named __proto__ stays a key.
  const copy: Array<readonly [string, unknown]> = []
  for (const [normal, originals] of keys) {
    if (originals.length > 1) {
      for (const original of originals) {
        const pointer = place.pointer + Issue.step(original)
        issues.push(Issue.make("key.collision", { ...place, pointer }, { key: normal }))
        held.push(pointer)
      }
      continue
    }
    const original = originals[0] ?? normal
    copy.push([normal, values.has(original) ? values.get(original) : input[original]])
  }
  return Object.fromEntries(copy)
}

/**
 * The identity of what was sent, whatever the order of its keys.
 *
 * @example
 * fingerprint({ id: "an-2022-h1", revision: 1 }) === fingerprint({ revision: 1, id: "an-2022-h1" }) // true
 */
export const fingerprint = (content: unknown): string => Fingerprint.of(content)
