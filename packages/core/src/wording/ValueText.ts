// A value as people print it: with its unit in running text, without it in a table, and for machines.
import type * as Measure from "../vocabulary/Measure.ts"
import * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import { en } from "./en.ts"
import { vi } from "./vi.ts"

/** Vietnamese or English. */
export type Language = "vi" | "en"

const wordsOf = { vi, en }

/**
 * A value without its unit.
 *
 * @example
 * bare({ kind: "quantity", n: 1500, qualifier: "about" }, undefined, "vi") // "khoảng 1.500"
 */
export const bare = (value: Value.Value, measure: Measure.Measure | undefined, lang: Language): string => {
  const words = wordsOf[lang]
  const decimals = measure?.decimals ?? 0
  const number = ({ n, qualifier }: Quantity.Quantity): string =>
    words.qualifiers[qualifier] + Quantity.digits(n, decimals, lang)
  switch (value.kind) {
    case "quantity":
      return number(value)
    case "share":
      return `${number(value.x)}/${number(value.y)}`
    case "rate":
      return `${words.qualifiers[value.qualifier]}${Quantity.decimal(value.percent, lang)}%`
    case "grade":
      return Object.entries(value.counts)
        .map(([grade, n]) => `${grade}: ${Quantity.digits(n, 0, lang)}`)
        .join("; ")
    case "flag":
      return value.holds ? words.yes : words.no
    case "text":
      return value.text
    case "missing":
      return words.missing[value.reason]
    case "not-applicable":
      return words.inapplicable[value.reason]
  }
}

/**
 * A value with its unit, as running text has it.
 *
 * @example
 * full({ kind: "quantity", n: 197, qualifier: "exact" }, { id: "model", vi: "mô hình", en: "models", decimals: 0 }, "vi") // "197 mô hình"
 */
export const full = (value: Value.Value, measure: Measure.Measure | undefined, lang: Language): string => {
  const text = bare(value, measure, lang)
  return measure && (value.kind === "quantity" || value.kind === "share") ? `${text} ${measure[lang]}` : text
}

/**
 * A value with its percentage, as a table has it.
 *
 * @example
 * detail({ kind: "share", x: Quantity.exact(58), y: Quantity.exact(119) }, undefined, "vi") // "58/119 (48,7%)"
 */
export const detail = (value: Value.Value, measure: Measure.Measure | undefined, lang: Language): string => {
  const text = bare(value, measure, lang)
  const percent = value.kind === "share" ? Value.percent(value) : null
  return percent === null ? text : `${text} (${Quantity.decimal(percent, lang)}%)`
}

/**
 * A value for machines: digits without grouping, a decimal point where the measure has decimals, empty where there is none.
 *
 * @example
 * machine(Value.quantity(875), { id: "hectare", vi: "ha", en: "ha", decimals: 1 }) // "87.5"
 */
export const machine = (value: Value.Value, measure: Measure.Measure | undefined): string => {
  const number = (n: number): string => Quantity.ratio(n, 10 ** (measure?.decimals ?? 0), measure?.decimals ?? 0)
  switch (value.kind) {
    case "quantity":
      return number(value.n)
    case "share":
      return `${number(value.x.n)}/${number(value.y.n)}`
    case "rate":
      return `${value.percent}%`
    case "flag":
      return String(value.holds)
    default:
      return ""
  }
}
