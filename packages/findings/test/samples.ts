// Findings to tell: some of a real batch, some that mean harm, and any that can be thought of.
import { Issue, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import type { Findings } from "@danvan/findings"
import * as fc from "fast-check"

const batch = validate(country.registers, [
  country.submission({ values: { "meeting.events": -4, "meeting.turns": 40, "member.count": 1.5 } }),
  country.submission({ subject: "binh-ward-2000", values: { "meeting.events": -4, "model.registered": null } }),
])

/** What an ordinary batch brings: the same cause in two places, errors, warnings, and units that sent nothing. */
export const usual: Findings = {
  files: ["an.json", "binh.json"],
  accepted: { submissions: 2, values: 1 },
  held: batch.held,
  issues: batch.issues.map((issue) => {
    if (issue.submission === undefined) return issue
    const file = issue.submission.startsWith("an-") ? "an.json" : "binh.json"
    return { ...issue, source: { file, line: 3, column: 12 } }
  }),
}

/** Words that act on a terminal, a log, XML, a path. */
export const harmful = [
  "\u001b[31mđỏ\u001b]0;title\u0007",
  "\u009b31m",
  "::error file=a,line=1::x",
  "x\n::set-output name=a::b",
  "##[error]x",
  "]]> & <b a='1'>\u0000\ufffe\ud800",
  "../../etc/passwd",
  "a%0A,b:c\r\nd",
  "\u202egnp.exe\u2066",
  "\u2028\u2029\u0085",
]

const word = fc.oneof(fc.constantFrom(...harmful), fc.string({ unit: "binary", maxLength: 8 }))
const codes = Object.keys(Issue.severities) as Array<Issue.IssueCode>

/** Any findings, of every code, with harmful words wherever a word may stand. */
export const any: fc.Arbitrary<Findings> = fc
  .array(
    fc.record(
      {
        code: fc.constantFrom(...codes),
        pointer: word.map((text) => `/values${Issue.step(text)}`),
        submission: word,
        subject: word,
        indicator: word,
        source: fc.oneof(
          fc.record({ file: word, line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 9 }) }),
          fc.record({ file: word, sheet: word, cell: fc.constant("C7") }),
        ),
        found: word,
        near: word,
      },
      { requiredKeys: ["code", "pointer"] },
    ),
    { maxLength: 6 },
  )
  .map((all) => ({
    files: [],
    accepted: { submissions: 0, values: 0 },
    held: all.map(({ submission = "", pointer, code }) => ({ submission, pointer, codes: [code] })),
    issues: all.map(({ code, found = "", near = "", ...place }) =>
      Issue.make(code, place as Issue.Place, { found, near, indicator: found, subject: near }),
    ),
  }))
