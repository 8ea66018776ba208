// A finding in words. An office may bring its own words for a code, in a file; what the file does not say is said as
// usual, and what it says wrongly is refused.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Issue from "../vocabulary/Issue.ts"
import * as Shape from "../vocabulary/Shape.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import { en } from "./en.ts"
import { vi } from "./vi.ts"
import type { Language } from "./ValueText.ts"
import { type Sentence, text, type Words } from "./Words.ts"

/** The sentences of both languages, by code. */
export interface Wording {
  readonly vi: Words["issues"]
  readonly en: Words["issues"]
}

/** The usual sentences. */
export const standard: Wording = { vi: vi.issues, en: en.issues }

const words = { vi, en }

/**
 * What a finding says, and how to mend it; where the sender explained the number, the explanation stands instead.
 *
 * @example
 * const issue = Issue.make("value.negative", { pointer: "/values/dialogue.events" }, { found: "-1" })
 * sentence(issue, "en").message // "-1 is negative; a count cannot be."
 */
export const sentence = (
  { code, params }: Pick<Issue.Issue, "code" | "params">,
  lang: Language,
  wording: Wording = standard,
): Sentence => {
  const said = wording[lang][code](params)
  const { explanation } = params
  return explanation === undefined ? said : { ...said, fix: words[lang].explained(String(explanation)) }
}

/**
 * The sentences of a code with the names of its parameters in place of them: what it says, whatever it is about.
 *
 * @example
 * template("value.negative", "en").message // "{found} is negative; a count cannot be."
 */
export const template = (code: Issue.IssueCode, lang: Language, wording: Wording = standard): Sentence =>
  wording[lang][code](new Proxy({} as Issue.Params, { get: (_, key) => `{${String(key)}}` }))

/**
 * What the sentences of a code may name, found by listening to the usual ones.
 *
 * @example
 * parameters("value.too-large") // ["found", "max"]
 */
export const parameters = (code: Issue.IssueCode): ReadonlyArray<string> => {
  const named = new Set<string>()
  const listening = new Proxy({} as Issue.Params, {
    get: (_, key) => {
      named.add(String(key))
      return ""
    },
  })
  for (const lang of ["vi", "en"] as const) standard[lang][code](listening)
  return [...named].sort()
}

const said = Schema.Struct({ message: Schema.optionalKey(Schema.String), fix: Schema.optionalKey(Schema.String) })

/** `danvan/wording@0`: sentences by code and language, in which `{found}` stands for a parameter of the code. */
export const schema = Schema.Struct({
  schema: Schema.Literal("danvan/wording@0"),
  messages: Schema.Record(Schema.String, Schema.Struct({ vi: Schema.optionalKey(said), en: Schema.optionalKey(said) })),
})

const decode = Shape.decoder(schema)
const placeholder = /\{([a-z][A-Za-z]*)\}/g

/**
 * An office's own wording over the usual one. Fails with every finding: a code that does not exist, a parameter that the
 * code does not have.
 *
 * @example
 * const own = { schema: "danvan/wording@0", messages: { "value.negative": { vi: { message: "Số {found} ghi nhầm dấu." } } } }
 * const wording = Result.getOrThrow(fromJson(own))
 * wording.vi["value.negative"]({ found: "-1" }).message // "Số -1 ghi nhầm dấu."
 * fromJson({ ...own, messages: { "value.negativ": {} } }) // fails: wording.code-unknown
 */
export const fromJson = (json: unknown): Result.Result<Wording, ReadonlyArray<Issue.Issue>> => {
  const decoded = decode(json, { pointer: "" })
  if (Result.isFailure(decoded)) return Result.fail(decoded.failure)
  const { messages } = decoded.success
  const issues: Array<Issue.Issue> = []
  const changed: { [L in Language]: Record<string, (params: Issue.Params) => Sentence> } = { vi: {}, en: {} }
  for (const [key, languages] of Object.entries(messages)) {
    const pointer = `/messages${Issue.step(key)}`
    if (!Object.hasOwn(Issue.severities, key)) {
      const near = Spelling.nearest(key, Object.keys(Issue.severities)) ?? ""
      issues.push(Issue.make("wording.code-unknown", { pointer }, { code: key, near }))
      continue
    }
    const code = key as Issue.IssueCode
    const allowed = parameters(code)
    for (const lang of ["vi", "en"] as const) {
      const own = languages[lang] ?? {}
      for (const part of ["message", "fix"] as const) {
        for (const [, name = ""] of (own[part] ?? "").matchAll(placeholder)) {
          if (allowed.includes(name)) continue
          const place = { pointer: `${pointer}/${lang}/${part}` }
          issues.push(Issue.make("wording.parameter-unknown", place, { code, name, allowed }))
        }
      }
      const fill = (pattern: string, params: Issue.Params): string =>
        pattern.replace(placeholder, (_, name: string) => text(params, name))
      changed[lang][code] = (params) => {
        const usual = standard[lang][code](params)
        return {
          message: own.message === undefined ? usual.message : fill(own.message, params),
          fix: own.fix === undefined ? usual.fix : fill(own.fix, params),
        }
      }
    }
  }
  if (issues.length > 0) return Result.fail(issues)
  return Result.succeed({ vi: { ...standard.vi, ...changed.vi }, en: { ...standard.en, ...changed.en } })
}
