// What a language must be able to say. The compiler checks that both can say all of it.
import type { Change } from "../stages/Claims.ts"
import type { How } from "../stages/Explanation.ts"
import type { Flag } from "../stages/Reading.ts"
import type { Coverage } from "../stages/Coverage.ts"
import type { Reason } from "../stages/Comparison.ts"
import type { Succession } from "../registers/Succession.ts"
import type { IssueCode, Params } from "../vocabulary/Issue.ts"
import type { Qualifier } from "../vocabulary/Quantity.ts"
import type { InapplicableReason, MissingReason } from "../vocabulary/Value.ts"

/** A finding in words: what is wrong, and what to do. */
export interface Sentence {
  readonly message: string
  readonly fix: string
}

/** The words of one language. */
export interface Words {
  readonly issues: Readonly<Record<IssueCode, (p: Params) => Sentence>>
  /** What stands instead of a cure where the sender has explained the number. */
  /** A succession by its kind, decree and day; its id where the register is not at hand. */
  readonly event: (event: Succession | string) => string
  /** What cannot be split between units of the map. */
  readonly remainder: (unit: string, value: string, among: ReadonlyArray<string>) => string
  readonly explained: (text: string) => string
  readonly qualifiers: Readonly<Record<Qualifier, string>>
  readonly missing: Readonly<Record<MissingReason, string>>
  readonly inapplicable: Readonly<Record<InapplicableReason, string>>
  readonly yes: string
  readonly no: string
  readonly flags: Readonly<Record<Flag, string>>
  readonly how: Readonly<Record<How, string>>
  readonly kinds: (unitKind: string) => string
  readonly coverage: (kinds: ReadonlyMap<string, Coverage>) => string
  readonly late: (cells: number) => string
  readonly notDue: (cells: number) => string
  readonly grounds: (coverage: string) => string
  readonly illustrative: string
  readonly confirmed: string
  readonly reasons: Readonly<Record<Reason, string>>
  readonly notComparable: (reasons: ReadonlyArray<Reason>) => string
  readonly changed: (direction: "up" | "down" | "same", by: string, percent: string | null, against: string) => string
  readonly claimed: (change: Change, against: string, readings: ReadonlyArray<string>, fullYear: boolean) => string
}

/** A parameter as text; lists are joined. */
export const text = (p: Params, key: string): string => {
  const value = p[key]
  return Array.isArray(value) ? value.join(", ") : String(value ?? "")
}

/**
 * The first letter of a name that is of another alphabet than the Latin one, with its code point; two empty texts for
 * none.
 *
 * @example
 * foreignLetter("C\u0430u") // ["\u0430", "U+0430"]
 * foreignLetter("Cau") // ["", ""]
 */
export const foreignLetter = (name: string): readonly [letter: string, code: string] => {
  const [letter = ""] = /(?!\p{Script=Latin})\p{L}/u.exec(name) ?? []
  const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")
  return [letter, code === undefined ? "" : `U+${code}`]
}
