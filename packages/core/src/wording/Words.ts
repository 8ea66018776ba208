// What a language must be able to say. The compiler checks that both can say all of it.
import type { Change } from "../stages/Claims.ts"
import type { How } from "../stages/Explanation.ts"
import type { Flag } from "../stages/Reading.ts"
import type { Coverage } from "../stages/Coverage.ts"
import type { Rounding } from "../registers/Outline.ts"
import type { elsewhen } from "../registers/OrgUnit.ts"
import type { Baseline, Caution, Direction, Reason } from "../stages/Comparison.ts"
import type { Period } from "../vocabulary/Period.ts"
import type { Succession } from "../registers/Succession.ts"
import type { IssueCode, Params } from "../vocabulary/Issue.ts"
import type { Qualifier } from "../vocabulary/Quantity.ts"
import type { InapplicableReason, MissingReason } from "../vocabulary/Value.ts"

/** A finding in words: what is wrong, and what to do. */
export interface Sentence {
  readonly message: string
  readonly fix: string
}

/** What a reason or caution may have to name: the base, and what each side rests on, null where there is no other side. */
export interface Both {
  readonly base: string
  readonly now: string
  readonly then: string | null
}

/** The words of one language. */
export interface Words {
  readonly issues: Readonly<Record<IssueCode, (p: Params) => Sentence>>
  /** What stands instead of a cure where the sender has explained the number. */
  /** When a unit was that is not there on the day spoken of. */
  readonly elsewhen: (when: NonNullable<ReturnType<typeof elsewhen>>) => string
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
  /** Instead of grounds, where nobody owes anything. */
  readonly groundless: string
  readonly atLeast: (figure: string) => string
  readonly withheld: string
  readonly protected: { readonly long: string; readonly short: string }
  readonly illustrative: string
  readonly confirmed: string
  /** What is compared with; the end of a period for what is read there. */
  readonly against: (baseline: Baseline, period: Period, moment: "whole" | "end") => string
  readonly reasons: Readonly<Record<Reason, (both: Both) => string>>
  readonly cautions: Readonly<Record<Caution, (both: Both) => string>>
  /** What the base is called inside a reason. */
  readonly base: Readonly<Record<Baseline, string>>
  readonly notComparable: (against: string | null, reasons: ReadonlyArray<string>) => string
  readonly points: (by: string) => string
  /** Without `against` where a heading says what is compared with; so also in the next ones. */
  readonly changed: (direction: Direction, by: string, percent: string | null, against: string | null) => string
  readonly unchanged: (against: string | null, exact: boolean) => string
  readonly fromZero: string
  readonly reached: (percent: string, against: string | null, beyond: string | null) => string
  readonly partOf: (percent: string, against: string | null) => string
  readonly ranked: (place: number, among: number, direction: Direction, by: string) => string
  /** A measure in which large numbers are told. */
  readonly scaled: (by: Rounding["in"], measure: string) => string
  /** What a table says about its rounded numbers, and about totals that their exact parts do not come to. */
  readonly rounded: Readonly<Record<Rounding["parts"], (measure: string) => string>>
  readonly loose: string
  /** Words for a share of units whose kinds are not told. */
  readonly units: (coverage: Coverage) => string
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

/**
 * What figures rest on, kind by kind, kinds of one name together: `7/8 phường, 4/4 cơ quan, đơn vị`. Those in `together`
 * are one kind of territory under two names, so they are counted as one where both are there: `148/166 xã, phường`.
 *
 * @example
 * const ward = { unitsComplete: 7, unitsPartial: 0, unitsOwing: 8, cellsArrived: 7, cellsOwing: 8 }
 * shares(new Map([["ward", ward]]), () => "phường", []) // "7/8 phường"
 */
export const shares = (
  kinds: ReadonlyMap<string, Coverage>,
  name: (kind: string) => string,
  together: ReadonlyArray<string>,
): string => {
  const names = new Set([...kinds.keys()].map(name))
  const both = together.every((one) => names.has(one))
  const merged = new Map<string, { readonly done: number; readonly owing: number }>()
  for (const [kind, { unitsComplete, unitsOwing }] of kinds) {
    const said = both && together.includes(name(kind)) ? together.join(", ") : name(kind)
    const { done, owing } = merged.get(said) ?? { done: 0, owing: 0 }
    merged.set(said, { done: done + unitsComplete, owing: owing + unitsOwing })
  }
  return [...merged].map(([said, { done, owing }]) => `${done}/${owing} ${said}`).join(", ")
}
