// Exit codes, and what ends a run early with one.

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

/** Ends the run with a code and a sentence that says why. */
export class Ended extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.name = "Ended"
    this.code = code
  }
}
