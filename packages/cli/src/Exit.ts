// Exit codes, and what ends a run early with one.

import type { Issue } from "@danvan/core"

/** What a run may end with; of several the one that comes first in `strongest`. */
export const codes = { fine: 0, faults: 1, usage: 2, unreadable: 3, defect: 70 } as const

/**
 * The code of several things that happened: 70 > 2 > 3 > 1 > 0.
 *
 * @example
 * strongest(1, 3) // 3
 * strongest(2, 3) // 2
 */
export const strongest = (...happened: ReadonlyArray<number>): number =>
  [70, 2, 3, 1].find((code) => happened.includes(code)) ?? 0

const unreadable = /^(?:file|encoding)\.|^json\.malformed$|^input\.too-deep$/

/**
 * The code of findings: 3 where something could not be read at all, 1 where the data have errors.
 *
 * @example
 * of([{ code: "file.missing", severity: "error", pointer: "", params: {} }]) // 3
 */
export const of = (issues: ReadonlyArray<Pick<Issue.Issue, "code" | "severity">>): 0 | 1 | 3 => {
  const errors = issues.filter(({ severity }) => severity === "error")
  return errors.some(({ code }) => unreadable.test(code)) ? 3 : errors.length > 0 ? 1 : 0
}

/** Ends the run with a code and a sentence that says why. */
export class Ended extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.name = "Ended"
    this.code = code
  }
}
