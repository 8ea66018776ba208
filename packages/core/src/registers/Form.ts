// An official form: which issuers use it from when to when, its rules of wording, its page. Wording is applied once,
// when a report becomes a document; only the page travels on.
import type { Layout } from "@danvan/document"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import type * as Citation from "./Citation.ts"
import * as Dated from "./Dated.ts"
import type { Label } from "./Dated.ts"
import { partyHd05 } from "./standard/party-hd05.ts"
import { partyHd36 } from "./standard/party-hd36.ts"
import { stateNd30 } from "./standard/state-nd30.ts"

/** Whose authority a signer uses: a collective's, the head's as deputy, by order, by delegation, or as acting head. */
export type Authority = "TM" | "KT" | "TL" | "TUQ" | "Q"

/** How a form words its parts. */
export interface Wording {
  readonly motto: ReadonlyArray<string>
  readonly issuerMark: string | null
  readonly titleMark: string | null
  /** How the subject under the kind begins: as it is written, or with a capital. */
  readonly subject: "as-written" | "first"
  /** Where our own words bear the tone of an open oa, oe, uy. What others wrote is never respelt. */
  readonly tone: "uỷ" | "ủy"
  /** What stands before number and symbol, and these: `{number}-{kind}/{symbol}`. */
  readonly numberWord: string
  readonly designation: string
  readonly citationStyle: Citation.Style
  /** Full names of kinds of documents, by abbreviation: `BC` → `BÁO CÁO`. */
  readonly kinds: Readonly<Record<string, string>>
  readonly recipientsTitle: string
  /** What a line of _căn cứ_ begins with; null where the form sets these lines apart by their type instead. */
  readonly basisMark: string | null
  /** _Kính gửi_ of a report to a superior, and what repeats it among the recipients; null when the form has none. */
  readonly addressees: { readonly lead: string; readonly again: string } | null
  /** The last recipient when the request names none that begins with `Lưu`; null where the form requires none. */
  readonly filing: string | null
  /** What ends the text, behind its last words; null where it ends as it is written. */
  readonly endMark: string | null
  readonly authorities: Readonly<Record<Authority, string>>
  /** What ends each recipient's line, and the last one. */
  readonly recipientEnds: readonly [each: string, last: string]
  /** Numbering of headings by level, and what follows the number. */
  readonly headings: ReadonlyArray<{
    readonly numbering: "roman" | "arabic" | "letter"
    readonly after: string
    readonly capitals: boolean
  }>
  /**
   * `numberAlone`: whether an only appendix is numbered too; `capitals`: of its title; `mentioned`: whether the text must
   * lead to them; `endMark`: what ends each of them, as `Wording.endMark` ends the text.
   */
  readonly appendix: {
    readonly word: string
    readonly numbering: "roman" | "arabic"
    readonly numberAlone: boolean
    readonly capitals: boolean
    readonly mentioned: boolean
    readonly endMark: string | null
  }
  /**
   * `(kèm theo {kind} số {designation},\n{date} của {issuer})`: the pattern of what stands under an appendix's title, null
   * when the form has none. The line is broken where the decree breaks its own, so that it is as high before number and
   * day are filled in as after.
   */
  readonly appendixReference: string | null
}

/** A rule of the form with where it is read and how surely. */
export interface Clause {
  readonly what: string
  readonly source: string
  readonly certainty: "stated" | "high" | "medium" | "low"
}

/** An official form. `issuers` are kinds of units; the form is right for documents signed within its dates. */
export interface Form {
  readonly id: string
  readonly label: Label
  readonly issuers: ReadonlyArray<string>
  readonly from: PlainDate.PlainDate
  readonly to?: PlainDate.PlainDate
  readonly wording: Wording
  readonly layout: Layout
  readonly clauses: ReadonlyArray<Clause>
}

/** The forms that ship. */
export const standard: ReadonlyArray<Form> = [partyHd36, partyHd05, stateNd30]

/**
 * The form of this id, or with `auto` the one for this kind of issuer on this day; null when there is none.
 *
 * @example
 * choose(standard, "auto", "party-advisory", "2022-07-27")?.id // "party-hd36"
 * choose(standard, "auto", "party-committee", "2026-05-27")?.id // "party-hd05"
 * choose(standard, "auto", "peoples-committee", "2026-05-27")?.id // "state-nd30"
 */
export const choose = (
  forms: ReadonlyArray<Form>,
  id: string,
  issuerKind: string,
  day: PlainDate.PlainDate,
): Form | null =>
  id === "auto"
    ? (Dated.on(forms, day).find((form) => form.issuers.includes(issuerKind)) ?? null)
    : (forms.find((form) => form.id === id) ?? null)

/**
 * An authority as the form writes it, in whatever way it was given (`K/T`, `KT.`); unknown ones stay as they are.
 *
 * @example
 * authority(standard[0], "KT.") // "K/T"
 * authority(standard[2], "K/T") // "KT."
 */
export const authority = (form: Form, given: string): string => {
  const key = given.toUpperCase().replaceAll(/[^A-Z]/g, "")
  return Object.hasOwn(form.wording.authorities, key) ? form.wording.authorities[key as Authority] : given
}

const letters = [
  "a",
  "b",
  "c",
  "d",
  "đ",
  "e",
  "g",
  "h",
  "i",
  "k",
  "l",
  "m",
  "n",
  "o",
  "p",
  "q",
  "r",
  "s",
  "t",
  "u",
  "v",
  "x",
  "y",
]

/**
 * The text of an ordinal. Letters follow the Vietnamese alphabet (NĐ 30/2020, phụ lục I, II.6); after `y` they double.
 *
 * @example
 * ordinal(5, "letter") // "đ"
 * ordinal(4, "roman") // "IV"
 */
export const ordinal = (n: number, numbering: "roman" | "arabic" | "letter"): string => {
  if (numbering === "arabic") return String(n)
  if (numbering === "letter") {
    const letter = letters[(n - 1) % letters.length] ?? ""
    return letter.repeat(Math.floor((n - 1) / letters.length) + 1)
  }
  let rest = n
  let text = ""
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

const romans: ReadonlyArray<readonly [number, string]> = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
]
