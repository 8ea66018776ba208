// One cell as the value of a series: what stands in a submission for it. Where the meaning is certain it is read however
// it is written; where it is not, the cell is told with its readings and left to who sent it.
import { type FigureText, type Indicator, Issue, type Mapping, Measure, Quantity, Spelling, Value } from "@danvan/core"
import * as Result from "effect/Result"
import type { Cell } from "../Table.ts"

/** A cell read: what it says as JSON, or that nothing happened. */
export type Content = { readonly kind: "json"; readonly json: unknown } | { readonly kind: "nil" }

/** Why a cell is not read: the finding it makes. */
export interface Unread {
  readonly code: Issue.IssueCode
  readonly params: Issue.Params
}

/** What is known of a cell before it is read. */
export interface Wanted {
  readonly indicator: Indicator.Indicator
  readonly measure: Measure.Measure
  readonly target: Extract<Mapping.Target, { kind: "series" }>
  readonly date1904: boolean
  readonly symbols: Mapping.Mapping["symbols"]
}

type Read = Result.Result<Content, Unread>

const json = (value: unknown): Read => Result.succeed({ kind: "json", json: value })
const nil: Read = Result.succeed({ kind: "nil" })

/**
 * What a cell says; null for one that holds nothing.
 *
 * @example
 * const [measure] = registers.catalogue.measures
 * const target = { kind: "series", series: { indicator: "meeting.events" } }
 * const wanted = { indicator, measure, target, date1904: false, symbols: new Map() }
 * const cell = { kind: "text", raw: "khoảng 1.180 cuộc", text: "khoảng 1.180 cuộc", formula: null, format: null }
 * read(cell, wanted) // succeeds with { kind: "json", json: { about: 1180 } }
 */
export const read = (cell: Cell, wanted: Wanted): Read | null => {
  if (cell.kind === "error") return Result.fail({ code: "cell.error", params: { found: cell.raw } })
  const text = plain(cell.text)
  if (text === "" && plain(cell.raw) === "") {
    if (cell.formula === null) return null
    // A formula that shows nothing on purpose (=IF(A1="","",…)) has a text, an empty one; one never computed has none.
    if (cell.kind === "text") return null
    return Result.fail({ code: "cell.uncomputed", params: { formula: cell.formula.slice(0, 80) } })
  }
  // No sign begins with a digit, and nearly every cell does.
  if (!/^\d/.test(text)) {
    const sign = wanted.symbols.get(Spelling.key(text))
    if (sign !== undefined) return sign === "nil" ? nil : json(sign)
    if (nothing.has(Spelling.key(text))) return nil
  }
  if (cell.kind === "date" || (cell.kind === "number" && isDateFormat(cell.format))) return asDate(cell, wanted)
  switch (form(wanted)) {
    case "flag":
      return flag(cell, text, wanted)
    case "text":
      return cell.kind === "text" ? json(text) : json(plain(cell.text))
    case "share":
      return cell.kind === "text" ? share(text, wanted) : unread(text, "cell.not-ratio", wanted)
    case "percent":
      return cell.kind === "number" ? percentOfNumber(cell, wanted) : percent(text, wanted)
    case "number":
      if (cell.kind === "boolean") return unread(text, "cell.kind", wanted)
      return cell.kind === "number" ? ofNumber(cell, wanted) : number(text, wanted)
  }
}

/**
 * A text as it is compared and kept: NFC, one kind of space, none at its ends.
 *
 * @example
 * plain("\u00a0Phường  Bưởi ".normalize("NFD")) // "Phường Bưởi"
 */
export const plain = (text: string): string => (/^[!-~]*$/.test(text) ? text : normal(text))

const normal = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()

const nothing = new Set(["không phát sinh", "không có phát sinh", "chưa phát sinh"].map(Spelling.key))
const signs = new Set(
  ["-", "–", "—", "−", "...", "…", "x", "/", "\\", "*", "không", "không có", "chưa có"].map(Spelling.key),
)
const yes = new Set(["có", "đã có", "đúng", "rồi", "true", "yes"].map(Spelling.key))
const no = new Set(["không", "không có", "chưa", "chưa có", "sai", "false", "no"].map(Spelling.key))

type Form = "number" | "share" | "percent" | "flag" | "text"

const form = ({ indicator, target }: Wanted): Form => {
  if (target.grade !== undefined || target.part === "x" || target.part === "y") return "number"
  if (target.part === "printed") return "percent"
  const forms: Readonly<Record<Indicator.Indicator["kind"], Form>> = {
    flow: "number",
    stock: "number",
    campaign: "number",
    distinct: "number",
    grade: "number",
    share: "share",
    attainment: "share",
    rate: "percent",
    flag: "flag",
    text: "text",
  }
  return forms[indicator.kind]
}

const unread = (text: string, problem: string, { measure }: Wanted): Read =>
  Result.fail({ code: "cell.unread", params: { text: text.slice(0, 80), problem, unit: measure.vi } })

const ambiguous = (text: string, readings: ReadonlyArray<string>): Read =>
  Result.fail({ code: "cell.ambiguous", params: { text: text.slice(0, 80), readings } })

const flag = (cell: Cell, text: string, wanted: Wanted): Read => {
  const word = Spelling.key(text)
  if (cell.kind === "boolean") return json(cell.raw === "1" || /^true$/i.test(cell.raw))
  return yes.has(word) ? json(true) : no.has(word) ? json(false) : unread(text, "cell.not-flag", wanted)
}

// The table's own unit of counting stands behind a number that names none.
const withUnit = (text: string, { target }: Wanted): string =>
  target.measure !== undefined && /\d\)?$/.test(text) ? `${text} ${target.measure}` : text

const failed = (text: string, problem: string, readings: ReadonlyArray<FigureText.Reading>, wanted: Wanted): Read =>
  readings.length > 1 ? ambiguous(text, readings.map(readingText)) : unread(text, problem, wanted)

const readingText = (reading: FigureText.Reading): string => {
  if ("value" in reading) return Quantity.decimal(reading.value)
  if ("x" in reading) return `${reading.x}/${reading.y}`
  if ("from" in reading) return `${reading.from} – ${reading.to}`
  if ("percent" in reading) return `${Quantity.decimal(reading.percent)}%`
  return Object.values(reading).join(" ")
}

// Nearly every cell is digits alone, or thousands parted by dots: these need no reader of figures. A law of the tests:
// what both understand they understand alike.
const plainNumber = (text: string, { measure, target }: Wanted): number | null => {
  if (target.measure !== undefined || !/^(?:\d{1,15}|[1-9]\d{0,2}(?:\.\d{3}){1,4})$/.test(text)) return null
  const n = Number(text.replaceAll(".", "")) * 10 ** measure.decimals
  return Quantity.isSafe(n) ? n : null
}

const number = (text: string, wanted: Wanted): Read => {
  const plainly = plainNumber(text, wanted)
  if (plainly !== null) return json(plainly)
  if (signs.has(Spelling.key(text))) return unread(text, "cell.symbol", wanted)
  const value = Value.fromText(withUnit(text, wanted), wanted.measure)
  if (Result.isFailure(value)) return failed(text, value.failure.problem, value.failure.readings, wanted)
  if (value.success.kind !== "quantity") return unread(text, "figure.not-alone", wanted)
  return json(wrap(value.success))
}

const wrap = ({ n, qualifier }: Quantity.Quantity): unknown => (qualifier === "exact" ? n : { [qualifier]: n })

// In a column of ratios 6/12 is one, though in running text it may be a day: the words say so.
const share = (text: string, wanted: Wanted): Read => {
  const [x = "", y = "", ...more] = text.split("/")
  const sides = more.length > 0 ? [] : [plainNumber(x, wanted), plainNumber(y, wanted)]
  if (sides[0] !== undefined && sides[0] !== null && sides[1] !== null) return json({ x: sides[0], y: sides[1] })
  if (signs.has(Spelling.key(text))) return unread(text, "cell.symbol", wanted)
  const said = text.replace(/^([^/]*\d) ?\/ ?(\d[^/]*)$/, "$1 trên tổng số $2")
  const value = Value.fromText(said, wanted.measure)
  if (Result.isFailure(value)) return failed(text, value.failure.problem, value.failure.readings, wanted)
  if (value.success.kind !== "share") return unread(text, "cell.not-ratio", wanted)
  return json({ x: wrap(value.success.x), y: wrap(value.success.y) })
}

const percentMeasure = { id: "percent", vi: "%", en: "%", decimals: 0 }

const percent = (text: string, wanted: Wanted): Read => {
  if (signs.has(Spelling.key(text))) return unread(text, "cell.symbol", wanted)
  const value = Value.fromText(text, percentMeasure)
  if (Result.isFailure(value)) return failed(text, value.failure.problem, value.failure.readings, wanted)
  if (value.success.kind !== "rate") return unread(text, "figure.unit-differs", wanted)
  const { percent: printed, qualifier } = value.success
  return asPercent(printed, qualifier, wanted)
}

const asPercent = (printed: string, qualifier: Quantity.Qualifier, { target }: Wanted): Read => {
  if (target.part === "printed") return json(printed)
  return json(qualifier === "exact" ? { percent: printed } : { percent: printed, [qualifier]: true })
}

// 0,87 may be shown as 87 %, and then it is; shown as it stands it may be either.
const percentOfNumber = (cell: Cell, wanted: Wanted): Read => {
  const decimal = decimalOf(cell.raw)
  if (decimal === null) return unread(cell.raw, "figure.malformed", wanted)
  const isPercent = (cell.format ?? "").replace(/"[^"]*"|\\./g, "").includes("%")
  const hundredfold = decimalText(decimal.n, decimal.places - 2)
  if (isPercent) return asPercent(hundredfold, "exact", wanted)
  const itself = decimalText(decimal.n, decimal.places)
  const isBelowOne = decimal.n !== 0n && Math.abs(Number(itself)) <= 1
  return isBelowOne
    ? ambiguous(cell.text, [`${Quantity.decimal(itself)}%`, `${Quantity.decimal(hundredfold)}%`])
    : asPercent(itself, "exact", wanted)
}

const ofNumber = (cell: Cell, wanted: Wanted): Read => {
  const decimal = decimalOf(cell.raw)
  if (decimal === null) return unread(cell.raw, "figure.malformed", wanted)
  const text = Quantity.decimal(decimalText(decimal.n, decimal.places))
  const measure = wanted.target.measure
  if (measure === undefined) {
    const n = Quantity.fromDecimal(decimalText(decimal.n, decimal.places), wanted.measure.decimals)
    return Result.isSuccess(n) ? json(n.success) : unread(text, n.failure, wanted)
  }
  // How many of the indicator's units one of the table's is; then whole numbers alone.
  const one = Value.fromText(`1 ${measure}`, wanted.measure)
  if (Result.isFailure(one) || one.success.kind !== "quantity")
    return unread(`${text} ${measure}`, "figure.unit-differs", wanted)
  const n = Quantity.fromDecimal(decimalText(decimal.n * BigInt(one.success.n), decimal.places), 0)
  return Result.isSuccess(n) ? json(n.success) : unread(`${text} ${measure}`, n.failure, wanted)
}

// The number as a spreadsheet shows it at most: 15 digits. What its file holds behind them is the noise of binary fractions.
const decimalOf = (raw: string): { readonly n: bigint; readonly places: number } | null => {
  const [, sign = "", whole = "", part = "", power = "0"] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,3}))?$/.exec(raw.trim()) ?? []
  const digits = (whole + part).replace(/^0+/, "")
  if (whole + part === "") return null
  let n = BigInt(digits === "" ? "0" : digits.slice(0, 15))
  if (digits.length > 15 && (digits[15] ?? "0") >= "5") n++
  let places = part.length - Number(power) - Math.max(0, digits.length - 15)
  while (places > 0 && n % 10n === 0n && n !== 0n) [n, places] = [n / 10n, places - 1]
  if (n === 0n) places = 0
  return { n: sign === "-" ? -n : n, places }
}

const decimalText = (n: bigint, places: number): string => {
  if (places <= 0) return (n * 10n ** BigInt(-places)).toString()
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, "0")
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "")
  return n < 0n ? `-${text}` : text
}

/**
 * Whether a number format shows a day or a time.
 *
 * @example
 * isDateFormat("d-mmm") // true
 * isDateFormat('#,##0 "ngày"') // false
 */
export const isDateFormat = (format: string | null): boolean =>
  format !== null &&
  /[ymdh]|s/i.test(
    format
      .replace(/"[^"]*"|\\.|_.|\*./g, "")
      .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
      .replace(/general/gi, ""),
  )

const DAY = 86_400_000

// 2/4 typed where the day comes first is shown as 2-Apr, where the month comes first 4/2 is: both are told. With a month and
// a year the second number was the year.
const asDate = (cell: Cell, wanted: Wanted): Read => {
  const shown = plain(cell.text)
  if (form(wanted) !== "share") return Result.fail({ code: "cell.date", params: { shown, readings: [] } })
  const serial = cell.kind === "date" ? null : Math.floor(Number(cell.raw))
  const epoch = wanted.date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const time =
    serial === null
      ? Date.parse(cell.raw.slice(0, 10))
      : epoch + (serial + (serial < 60 && !wanted.date1904 ? 1 : 0)) * DAY
  if (!Number.isFinite(time)) return Result.fail({ code: "cell.date", params: { shown, readings: [] } })
  const date = new Date(time)
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100]
  const isMonthOfYear = day === 1 && /y/i.test(cell.format ?? "") && !/d/i.test(cell.format ?? "")
  const readings = isMonthOfYear ? [`${month}/${year}`] : [`${day}/${month}`, `${month}/${day}`]
  return Result.fail({ code: "cell.date", params: { shown, readings: [...new Set(readings)] } })
}
