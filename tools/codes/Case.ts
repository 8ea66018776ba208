// How a code is shown: an input that provokes it and one that does not, each run as it stands. The invented country of
// `@danvan/core/testing` is around them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  Aggregate,
  Edition,
  Facts,
  Issue,
  Period,
  Registers,
  Report,
  RuleSet,
  Total,
  validate,
  Wording,
} from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as Input from "../../packages/cli/src/Input.ts"

/** An input as a page shows it, and what is found in it. */
export interface Attempt {
  readonly shown: string
  readonly found: () => ReadonlyArray<Issue.Issue>
}

/** A code: why it is one, what provokes it, what passes. */
export interface Case {
  readonly why: { readonly vi: string; readonly en: string }
  readonly bad: Attempt
  readonly good: Attempt
}

type Json = Readonly<Record<string, unknown>>
const show = (...parts: ReadonlyArray<unknown>): string =>
  parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part, null, 2))).join("\n")
const failed = <A>(result: Result.Result<A, ReadonlyArray<Issue.Issue>>): ReadonlyArray<Issue.Issue> =>
  Result.isFailure(result) ? result.failure : []
const { registers } = country
const scope = { subject: "mai-district-2000", period: Result.getOrThrow(Period.fromText("2022-H1", "civil")) }

/** A value that is no submission, or a whole one. */
export const raw = (input: unknown): Attempt => ({
  shown: show(input),
  found: () => validate(registers, [input], { expected: "senders" }).issues,
})

/** One submission of ward An, with these parts. */
export const sent = (changes: Json, options: object = {}): Attempt => ({
  shown: show(changes),
  found: () => validate(registers, [country.submission(changes)], { expected: "senders", ...options }).issues,
})

/** One value of it. */
export const value = (indicator: string, of: unknown): Attempt => sent({ values: { [indicator]: of } })

/** Several submissions at once. */
export const batch = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => validate(registers, all.map(country.submission), { expected: "senders" }).issues,
})

/** Several submissions from which everything owed is expected. */
export const complete = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => validate(registers, all.map(country.submission)).issues,
})

/** Submissions under a catalogue that is changed. */
export const under = (catalogue: Json, ...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(catalogue, ...all),
  found: () => {
    const other = Result.getOrThrow(Registers.make(country.organisations, { ...country.catalogue, ...catalogue }))
    return validate(other, all.map(country.submission), { expected: "senders" }).issues
  },
})

/** What bringing together finds. */
export const brought = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => {
    const facts = Facts.fromValidated(validate(registers, all.map(country.submission), { expected: "senders" }))
    return Aggregate.fromFacts(registers, facts, scope).issues
  },
})

/** Several indicators as one number. */
export const total = (ids: ReadonlyArray<string>, catalogue: Json = {}): Attempt => ({
  shown: show(ids, ...(Object.keys(catalogue).length > 0 ? [catalogue] : [])),
  found: () => {
    const other = Result.getOrThrow(Registers.make(country.organisations, { ...country.catalogue, ...catalogue }))
    const facts = Facts.fromValidated(validate(other, [country.submission()], { expected: "senders" }))
    const made = Total.of(other, facts, ids, scope)
    return Result.isFailure(made) ? [made.failure].flat() : []
  },
})

/** Registers with these parts. */
export const organisations = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => failed(Registers.make({ ...country.organisations, ...changes }, country.catalogue)),
})

/** A catalogue with these parts. */
export const catalogue = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => failed(Registers.make(country.organisations, { ...country.catalogue, ...changes })),
})

/** An edition of the catalogue. */
export const edition = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => {
    const head = { schema: "danvan/edition@0", extends: "mai-2022@1", id: "an-2022", version: "1.0.0" }
    return failed(Edition.extend(registers.catalogue, { ...head, ...changes }))
  },
})

/** Rules by their comparisons: `["a", "<", "b"]`, with a condition behind. */
type Compare = readonly [left: string, op: "<" | "<=" | "=" | ">" | ">=", right: string | number]
export const rules = (...all: ReadonlyArray<readonly [Compare] | readonly [Compare, Compare]>): Attempt => ({
  shown: show(...all),
  found: () => {
    const compare = ([left, op, right]: Compare) =>
      ({ op, left: { ref: left }, right: typeof right === "number" ? { n: right } : { ref: right } }) as const
    return RuleSet.lint(
      all.map(([expression, when], i) => ({
        id: `rule-${i + 1}`,
        level: "record",
        severity: "error",
        expression: compare(expression),
        holds: [],
        why: { vi: "", en: "" },
        ...(when ? { when: compare(when) } : {}),
      })),
      3,
    )
  },
})

/** A request of a report with these parts. */
export const request = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => {
    const wanted = {
      schema: "danvan/report@0",
      subject: "mai-district-2000",
      period: "2022-H1",
      outline: "district-half-year",
      issuer: "mai-district-danvan",
      form: "auto",
      kind: "BC",
      number: null,
      signedOn: null,
      place: "Mai",
      signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
      recipients: ["Lưu Ban"],
      narratives: {},
      ...changes,
    }
    const checked = validate(registers, [country.submission()], { expected: "senders" })
    const facts = Facts.fromValidated(checked)
    const made = Report.make(registers, checked, facts, wanted)
    if (Result.isFailure(made)) return made.failure
    const { document } = Report.toDocument(registers, facts, made.success)
    // What cannot be printed is a loss of the document, under the code of its finding.
    const lost = document.losses.flatMap(({ code, block }) =>
      Object.hasOwn(Issue.severities, code) ? [Issue.make(code as Issue.IssueCode, { pointer: block })] : [],
    )
    return [...made.success.issues, ...lost]
  },
})

/** An office's own wording. */
export const wording = (messages: Json): Attempt => ({
  shown: show(messages),
  found: () => failed(Wording.fromJson({ schema: "danvan/wording@0", messages })),
})

/** A file with this name and content. */
export const file = (name: string, content: string | Buffer | null, shown: string): Attempt => ({
  shown,
  found: () => {
    const folder = mkdtempSync(join(tmpdir(), "danvan-codes-"))
    try {
      if (content !== null) writeFileSync(join(folder, name), content)
      const read = Input.one(join(folder, name))
      return "issue" in read ? [read.issue] : []
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
})

/** Submissions, under rules of which one cannot run. */
export const crashing = (crashes: boolean): Attempt => ({
  shown: crashes ? "expression: throws" : "expression: a <= b",
  found: () => {
    const [first] = registers.catalogue.rules
    const broken = Object.defineProperty({ ...first }, "expression", {
      get: () => {
        throw new Error("vỡ")
      },
    }) as typeof first
    const all = crashes && broken ? [broken] : registers.catalogue.rules
    const other = { ...registers, catalogue: { ...registers.catalogue, rules: all } }
    const one = country.submission({ values: { "meeting.events": 0, "meeting.turns": 0 } })
    return validate(other, [one], { expected: "senders" }).issues
  },
})
