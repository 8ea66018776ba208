// A printed figure as the number that it is: with a number format by which a spreadsheet shows it as it is printed, its
// words included (`"khoảng "#,##0`). What is no single number (9/12), or would be shown otherwise, stays text.
import type { Document, Figure, FigureId, Inlines } from "@danvan/document"

/** A number, and how it is shown; `bare` when nothing but the number stands there. */
export interface Shown {
  readonly value: number
  readonly format: string
  readonly bare: boolean
}

/** The one figure that a line consists of, if it does; strong and emphasised words count as what they hold. */
export const soleFigure = (line: Inlines): FigureId | null => {
  const [inline, ...rest] = line.filter((one) => !(one.kind === "text" && one.text === ""))
  if (inline === undefined || rest.length > 0) return null
  if (inline.kind === "figure") return inline.figure
  return inline.kind === "strong" || inline.kind === "emphasis" ? soleFigure(inline.content) : null
}

/** The number of an ordinal that stands alone, without a dot or letters (`5`, not `5.` or `V`). */
export const soleOrdinal = (line: Inlines): number | null => {
  const [inline, ...rest] = line
  if (inline?.kind !== "ordinal" || rest.length > 0 || inline.text !== String(inline.n)) return null
  return Number.isSafeInteger(inline.n) ? inline.n : null
}

const machine = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(%?)$/
// More digits than these are lost in a workbook.
const mostDigits = 15

/** The number of a figure. */
export const shown = (
  { text, value }: Pick<Figure, "text" | "value">,
  language: Document["language"],
): Shown | null => {
  const [, sign = "", whole = "", fraction = "", percent = ""] = machine.exec(value) ?? []
  if (whole === "" || whole.length + fraction.length > mostDigits) return null
  const [group, point] = language === "vi" ? [".", ","] : [",", "."]
  const tail = `${fraction === "" ? "" : point + fraction}${percent}`
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group)
  for (const [digits, code] of [
    [grouped, "#,##0"],
    [whole, "0"],
  ] as const) {
    const written = `${sign}${digits}${tail}`
    const at = text.indexOf(written)
    if (at < 0) continue
    const [before, behind] = [text.slice(0, at), text.slice(at + written.length)]
    // A sign would be put before the words.
    if (/[\p{Nd}"\p{Cc}]/u.test(before + behind) || (sign !== "" && before !== "")) continue
    const decimals = fraction === "" ? "" : `.${"0".repeat(fraction.length)}`
    const format = `${literal(before)}${code}${decimals}${percent}${literal(behind)}`
    if (format.length > 255) continue
    const number = Number(`${sign}${whole}.${fraction === "" ? "0" : fraction}${percent === "" ? "" : "e-2"}`)
    return { value: number, format, bare: before + behind === "" }
  }
  return scaled({ text, value }, language)
}

// A number told in thousands, millions or billions is written exactly, in a format that shows it so: `#,##0.0,,`.
const scaled = ({ text, value }: Pick<Figure, "text" | "value">, language: Document["language"]): Shown | null => {
  if (!/^[1-9]\d{0,14}$/.test(value)) return null
  const [written = "", whole = "", fraction = ""] =
    (language === "vi" ? /(\d{1,3}(?:\.\d{3})*)(?:,(\d+))?/ : /(\d{1,3}(?:,\d{3})*)(?:\.(\d+))?/).exec(text) ?? []
  const [before = "", behind = ""] = text.split(written)
  if (written === "" || /[\p{Nd}"\p{Cc}]/u.test(before + behind)) return null
  const digits = `${whole.replaceAll(/\D/g, "")}${fraction}`
  for (const scale of [3, 6, 9]) {
    const off = scale - fraction.length
    if (off < 1) continue
    const unit = 10n ** BigInt(off)
    if ((BigInt(value) + unit / 2n) / unit !== BigInt(digits)) continue
    const decimals = fraction === "" ? "" : `.${"0".repeat(fraction.length)}`
    const format = `${literal(before)}#,##0${decimals}${",".repeat(scale / 3)}${literal(behind)}`
    return { value: Number(value), format, bare: before + behind === "" }
  }
  return null
}

/**
 * A number told in a larger unit, as it is printed and with a decimal point; null for what is told in its own. A record has
 * no format: there the exact number would stand under a heading that says millions.
 */
export const told = (
  { text, value }: Pick<Figure, "text" | "value">,
  language: Document["language"],
): string | null => {
  if (!/^[1-9]\d{3,14}$/.test(value)) return null
  const pattern = language === "vi" ? /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$/ : /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/
  if (!pattern.test(text)) return null
  const digits = language === "vi" ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "")
  return digits === value ? null : digits
}

const literal = (text: string): string => (text === "" ? "" : `"${text}"`)
