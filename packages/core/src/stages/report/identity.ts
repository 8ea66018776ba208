// How a document names itself: kind, number and symbol, day and issuer, as they are when it is signed; a draft keeps
// the blanks of the form's sample.
import type { Inline, Inlines } from "@danvan/document"
import * as OrgUnit from "../../registers/OrgUnit.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

/** The day on which the issuer is named: that of the signature, or where it is open that of the period's end. */
export const issuedOn = ({ report: { request, period } }: Writing.Writing): PlainDate.PlainDate =>
  request.signedOn ?? Period.referenceDate(period)

/** `BÁO CÁO`. */
export const kindName = (writing: Writing.Writing): string =>
  writing.form.wording.kinds[writing.report.request.kind] ?? writing.report.request.kind

/** `Báo cáo`. */
export const kindInText = (writing: Writing.Writing): string => {
  const name = kindName(writing)
  return name.charAt(0) + name.slice(1).toLowerCase()
}

const symbolOf = (writing: Writing.Writing): string => OrgUnit.symbol(writing.report.issuer, issuedOn(writing)) ?? ""

/** The form's pattern with the number in it, or room for one. */
export const numbered = (writing: Writing.Writing, pattern: string): Inlines => {
  const { number, kind } = writing.report.request
  const [before = "", after = ""] = pattern
    .replace("{designation}", writing.form.wording.designation)
    .replace("{kind}", kind)
    .replace("{symbol}", symbolOf(writing))
    .split("{number}")
  const text = number === null ? null : `${String(number).padStart(2, "0")}${after}`
  return text === null
    ? [words(before), { kind: "blank", length: 6 }, { kind: "document-number", text: after }]
    : [words(before), { kind: "document-number", text }]
}

/** The day as the form writes it, or room for it. */
// The year stands when the period ends well before its year does; a report on a whole year may be signed in the next.
export const dated = (writing: Writing.Writing): Inlines => {
  const { signedOn } = writing.report.request
  if (signedOn !== null) return [{ kind: "date", date: signedOn, text: PlainDate.toOfficialText(signedOn) }]
  const { period } = writing.report
  const blank: Inline = { kind: "blank", length: 6 }
  const early = Number(Period.referenceDate(period).slice(5, 7)) < 11
  const year: Inline = early ? Writing.period(period, String(Period.year(period))) : blank
  return [words("ngày"), blank, words("tháng"), blank, words("năm "), year]
}
