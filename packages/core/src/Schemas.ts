// The formats as JSON Schema, for other languages and for editors, and as Standard Schema, for other libraries. Made from
// what reads the files; what JSON Schema cannot say (a unit that exists, parts that add up) `validate` says.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Catalogue from "./registers/Catalogue.ts"
import * as Edition from "./registers/Edition.ts"
import * as Entry from "./registers/Entry.ts"
import * as Mapping from "./registers/Mapping.ts"
import * as Outline from "./registers/Outline.ts"
import * as Registers from "./registers/Registers.ts"
import * as UnitTable from "./registers/UnitTable.ts"
import { document } from "./schemas/document.ts"
import { aggregate, facts, validation } from "./schemas/figures.ts"
import * as Report from "./stages/Report.ts"
import * as Submission from "./stages/Submission.ts"
import * as ValueForm from "./stages/ValueForm.ts"
import * as Shape from "./vocabulary/Shape.ts"
import type { Language } from "./wording/ValueText.ts"
import * as Wording from "./wording/Wording.ts"

/** A submission with what its values and entries may look like inside. */
const submission = Schema.Struct({
  ...Submission.schema.fields,
  values: Schema.Record(Schema.String, ValueForm.schema),
  entries: Schema.optionalKey(Entry.schema),
})

const formats = {
  submission,
  report: Report.schema,
  organisations: Registers.organisations,
  catalogue: Catalogue.schema,
  edition: Edition.schema,
  columns: Mapping.schema,
  "unit-columns": UnitTable.schema,
  outlines: Outline.schema,
  facts,
  aggregate,
  document,
  validation,
  wording: Wording.schema,
} as const

/** A format by the middle of its name: `submission` is `danvan/submission@0`. */
export type Name = keyof typeof formats

/** A file of a format. */
export type File<N extends Name> = (typeof formats)[N]["Type"]

/** The formats that have a schema. */
export const names = Object.keys(formats) as unknown as ReadonlyArray<Name>

/**
 * The JSON Schema of a format (draft 2020-12), complete in itself.
 *
 * @example
 * json("submission").$id // "urn:danvan:submission@0"
 * json("report").required.includes("narratives") // true
 */
export const json = (name: Name): Readonly<Record<string, unknown>> => {
  // As a codec of anything: one format after another, none of them known by name here.
  const made = Schema.toJsonSchemaDocument(formats[name] as Schema.Codec<unknown>, { onExcessProperty: "error" })
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:danvan:${name}@0`,
    title: `danvan/${name}@0`,
    ...made.schema,
    ...(Object.keys(made.definitions).length > 0 ? { $defs: made.definitions } : {}),
  }
}

/** What libraries that know Standard Schema (version 1) ask for. */
export interface Standard<A> {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: "danvan"
    readonly validate: (value: unknown) => StandardResult<A>
    /** For the compiler alone; never there. */
    readonly types?: { readonly input: A; readonly output: A } | undefined
  }
}

/** The value, or what is wrong with it and where. */
export type StandardResult<A> =
  | { readonly value: A; readonly issues?: undefined }
  | { readonly issues: ReadonlyArray<{ readonly message: string; readonly path: ReadonlyArray<string> }> }

/**
 * A format as Standard Schema: its shape, not its sense. Messages are in `lang`.
 *
 * @example
 * standard("submission", "vi")["~standard"].validate(submissions[0]).issues // undefined
 * standard("submission", "en")["~standard"].validate({}).issues[0].path // ["schema"]
 */
export const standard = <N extends Name>(name: N, lang: Language): Standard<File<N>> => {
  const decode = Shape.decoder(formats[name] as unknown as Schema.Codec<File<N>>)
  const validate = (value: unknown): StandardResult<File<N>> => {
    const decoded = decode(value, { pointer: "" })
    if (Result.isSuccess(decoded)) return { value: decoded.success }
    return {
      issues: decoded.failure.map((issue) => {
        const { message, fix } = Wording.sentence(issue, lang)
        const path = issue.pointer.split("/").slice(1)
        return {
          message: `${message} ${fix}`,
          path: path.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")),
        }
      }),
    }
  }
  return { "~standard": { version: 1, vendor: "danvan", validate } }
}
