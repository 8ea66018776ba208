// What came of checking files: what counts, what is held back, every finding; and the contract of the formats in which it
// is told. Each is a function from findings to text in pieces, so that a million findings need no long string.
import { Issue, type Revision, type ValueText, Wording } from "@danvan/core"
import type { Schemas } from "@danvan/core"

/** What came of checking. `files` are all that were looked at, also those in which nothing was found. */
export interface Findings {
  readonly files: ReadonlyArray<string>
  readonly accepted: { readonly submissions: number; readonly values: number }
  readonly held: ReadonlyArray<Revision.Held>
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** How it is to be told. */
export interface Options {
  readonly lang: ValueText.Language
  /** An office's own words; the usual ones without. */
  readonly wording?: Wording.Wording
  /** What people call the place of a finding, such as the names of unit and indicator. */
  readonly name?: (issue: Issue.Issue) => string | undefined
  /** Colours, for a terminal. */
  readonly colour?: boolean
  /** The version of the program that found it. */
  readonly version?: string
}

/** A format: the pieces of its text. */
export type Format = (findings: Findings, options: Options) => Iterable<string>

/** A finding with its words, as files hold it. */
export type Item = Schemas.File<"validation">["issues"][number]

/**
 * A finding with its words in both languages; parts that do not apply are absent.
 *
 * @example
 * const issue = Issue.make("value.negative", { pointer: "/values/meeting.events", submission: "an" }, { found: "-1" })
 * item(issue).message.en // "-1 is negative; a count cannot be."
 */
export const item = (issue: Issue.Issue, wording?: Wording.Wording): Item => {
  const { code, severity, source, submission, pointer, subject, period, indicator, params } = issue
  const vi = Wording.sentence(issue, "vi", wording)
  const en = Wording.sentence(issue, "en", wording)
  return {
    code,
    severity,
    ...(source === undefined ? {} : { source }),
    ...(submission === undefined ? {} : { submission }),
    pointer,
    ...(subject === undefined ? {} : { subject }),
    ...(period === undefined ? {} : { period }),
    ...(indicator === undefined ? {} : { indicator }),
    params,
    message: { vi: vi.message, en: en.message },
    fix: { vi: vi.fix, en: en.fix },
  }
}
