// A law or directive: how it is named, from when to when it holds. Its text depends on the form that cites it and on
// whether it is cited for the first time.
import * as Schema from "effect/Schema"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import { date } from "./Dated.ts"

/** As a register holds it. `certainty` says how well the dates are known. */
export const schema = Schema.Struct({
  id: Schema.String,
  kind: Schema.String,
  symbol: Schema.optionalKey(Schema.String),
  issuer: Schema.optionalKey(Schema.String),
  issuedOn: Schema.optionalKey(date),
  subject: Schema.optionalKey(Schema.String),
  from: Schema.optionalKey(date),
  to: Schema.optionalKey(date),
  note: Schema.optionalKey(Schema.String),
  source: Schema.String,
  certainty: Schema.Literals(["stated", "high", "medium", "low"]),
})

/** A document that reports refer to. */
export type Citation = typeof schema.Type

/** How a family of forms cites: Party texts write a comma before the date (since 2026 with “số” at first mention), State texts spell it out. */
export type Style = "party" | "party-2026" | "state"

/**
 * The citation in words. First mention in full, later ones by kind and symbol. Sources: Party usage, and NĐ 30/2020
 * phụ lục I, II.6 (State: Luật and Pháp lệnh by kind and name alone).
 *
 * @example
 * toText(citation, "party", "first") // "Chỉ thị 01-CT/MU, ngày 04/5/2020 của Quận uỷ Mai về “Công tác dân vận”"
 * toText(citation, "party-2026", "first") // "Chỉ thị số 01-CT/MU, ngày 04/5/2020 của Quận uỷ Mai về “Công tác dân vận”"
 * toText(citation, "party", "later") // "Chỉ thị 01-CT/MU"
 */
export const toText = (citation: Citation, style: Style, mention: "first" | "later"): string => {
  const law = citation.kind === "Luật" || citation.kind === "Pháp lệnh"
  const bare = citation.symbol === undefined || (style === "state" && law)
  if (bare) return [citation.kind, citation.subject].filter((part) => part !== undefined).join(" ")
  const numbered = style === "state" || (style === "party-2026" && mention === "first")
  const number = numbered ? `${citation.kind} số ${citation.symbol}` : `${citation.kind} ${citation.symbol}`
  if (mention === "later") return number
  const day =
    citation.issuedOn === undefined
      ? ""
      : style !== "state"
        ? `, ngày ${PlainDate.toText(citation.issuedOn)}`
        : ` ${PlainDate.toOfficialText(citation.issuedOn)}`
  const issuer = citation.issuer === undefined ? "" : ` của ${citation.issuer}`
  const subject = citation.subject === undefined ? "" : ` về “${citation.subject}”`
  return number + day + issuer + subject
}

/**
 * Whether a document holds on a day; one without dates is taken to.
 *
 * @example
 * inForce(citation, "2022-06-30") // true
 * inForce(citation, "2020-05-03") // false
 */
export const inForce = (citation: Citation, on: PlainDate.PlainDate): boolean =>
  PlainDate.within(on, citation.from ?? citation.issuedOn, citation.to)
