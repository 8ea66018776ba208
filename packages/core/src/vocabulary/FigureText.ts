// The figures in running text: every number that counts or measures, with its unit and how exactly it is known. What has
// two readings, or none, is told as a problem with its readings; nothing is chosen by which of them is likelier. Dates,
// periods, numbers of documents and ordinals are no figures.
import * as Decimal from "./Decimal.ts"
import * as Designation from "./Designation.ts"
import * as FigureContext from "./FigureContext.ts"
import * as Numeral from "./Numeral.ts"
import * as QualifierWord from "./QualifierWord.ts"
import * as Quantity from "./Quantity.ts"
import * as Token from "./Token.ts"
import * as UnitWord from "./UnitWord.ts"

/** Why a figure has not one reading. */
export type Problem =
  | Numeral.Problem
  | "figure.vague"
  | "figure.date-ambiguous"
  | "figure.symbol-ambiguous"
  | "figure.times-ambiguous"
  | "figure.change-ambiguous"
  | "figure.qualifier-ambiguous"

/** Marks of a number beside its exactness; `estimated` is ước, ước đạt: not known yet, however exactly it is said. */
interface Marked {
  readonly estimated?: true
}

/** A number; `value` is a decimal string, money in đồng. */
export interface Number extends Marked {
  readonly value: string
  readonly unit: string | null
  readonly qualifier: Quantity.Qualifier
}

/** x of y. The qualifier is there only when it was said. */
export interface Ratio extends Marked {
  readonly x: string
  readonly y: string
  readonly unit: string | null
  readonly qualifier?: Quantity.Qualifier
}

/** A percentage with the places that were printed; `of` only for a change that says of what, or may be of either. */
export interface Percent extends Marked {
  readonly percent: string
  readonly qualifier: Quantity.Qualifier
  readonly of?: "points" | "relative"
}

/** From one number to another, both included; percentages have the unit `%`. */
export interface Range extends Marked {
  readonly from: string
  readonly to: string
  readonly unit: string | null
  readonly qualifier?: Quantity.Qualifier
}

/** What a figure that was read says. */
export type Figure = Number | Ratio | Percent | Range

/** One of the readings of a figure that has several: also a multiple of what was before, a day, or a document's number. */
export type Reading =
  | Figure
  | (Marked & { readonly times: string; readonly qualifier?: Quantity.Qualifier })
  | { readonly date: string }
  | { readonly symbol: string }

/** A figure that has not one reading. */
export interface Unread {
  readonly problem: Problem
  readonly readings: ReadonlyArray<Reading>
}

/** Where a figure stands: its words, and their place in UTF-16 units. */
export interface Placed {
  readonly raw: string
  readonly at: number
  readonly length: number
}

/** A figure found in a text. */
export type Found = Placed & (Figure | Unread)

/**
 * Every figure of a text, in order. The time is linear in its length.
 *
 * @example
 * read("Ngày 27/7, có 198 lượt/221 người").map(({ raw }) => raw) // ["198 lượt", "221 người"]
 * read("trên 2,5 tỷ đồng") // [{ raw: "trên 2,5 tỷ đồng", at: 0, length: 16, value: "2500000000", unit: "đồng", qualifier: "over" }]
 * read("tăng 2 lần")[0].problem // "figure.times-ambiguous"
 */
export const read = (text: string): ReadonlyArray<Found> => {
  const tokens = Token.cut(text)
  const found: Array<Found> = []
  let [i, last, quoted] = [0, 0, false]
  while (i < tokens.length) {
    if (tokens[i]?.gap === "line") quoted = false
    const mark = Token.mark(tokens, i)
    if (mark === "“" || mark === "«") quoted = true
    else if (mark === "”" || mark === "»") quoted = false
    else if (mark === '"') quoted = !quoted
    const behind = Designation.end(tokens, i, last)
    if (behind > i) {
      i = last = behind
      continue
    }
    const draft = vague(tokens, i) ?? numberAt(tokens, i, quoted, last)
    if (draft?.figure) {
      const [at, end] = [tokens[draft.start]?.at ?? 0, tokens[draft.end - 1]?.end ?? 0]
      found.push({ raw: text.slice(at, end), at, length: end - at, ...draft.figure })
    }
    i = Math.max(draft?.end ?? 0, i + 1)
  }
  return found
}

/**
 * A figure in words that `read` understands the same way.
 *
 * @example
 * toText({ value: "1500", unit: "lượt người", qualifier: "about" }) // "khoảng 1.500 lượt người"
 * toText({ x: "58", y: "119", unit: "đơn vị" }) // "58/119 đơn vị"
 */
export const toText = (figure: Figure): string => {
  const behind = "unit" in figure && figure.unit !== null && figure.unit !== "%" ? ` ${figure.unit}` : ""
  const before = `${figure.estimated ? "ước " : ""}${words[figure.qualifier ?? "exact"]}`
  if ("percent" in figure) {
    return `${before}${plain(figure.percent)}${figure.of === "points" ? " điểm phần trăm" : "%"}`
  }
  if ("value" in figure) return `${before}${printed(figure.value)}${behind}`
  if ("from" in figure) {
    return `${before}${printed(figure.from)} - ${printed(figure.to)}${figure.unit === "%" ? "%" : behind}`
  }
  // 6/12 alone may be a day.
  const stroke = Designation.isDayAndMonth(figure.x, figure.y) ? " trên tổng số " : "/"
  return `${before}${printed(figure.x)}${stroke}${printed(figure.y)}${behind}`
}

const words: Readonly<Record<Quantity.Qualifier, string>> = { exact: "", about: "khoảng ", over: "hơn ", under: "gần " }

// Three places behind up to three digits would be read as thousands as well.
const printed = (decimal: string): string => plain(/^-?[1-9]\d{0,2}\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal)

const plain = (decimal: string): string => Quantity.decimal(decimal).replace("-", "−")

interface Draft {
  readonly start: number
  readonly end: number
  /** Null for what is no figure after all: a stretch of time, a name in quotation marks. */
  readonly figure: Figure | Unread | null
}

const [hang, some, few, how] = ["hàng", "vài", "dăm", "mấy"].map(Token.key)

// hàng trăm lượt người, vài chục hộ: an order of magnitude, and no number.
const vague = (tokens: Token.Tokens, i: number): Draft | null => {
  const word = Token.word(tokens, i)
  if (word !== hang && word !== some && word !== few && word !== how) return null
  const scale = Numeral.read(tokens, i + 1, true)
  if (!scale || scale.power === 0 || tokens[i + 1]?.kind !== "word") return null
  const unit = UnitWord.read(tokens, scale.end)
  return {
    start: QualifierWord.leading(tokens, i).start,
    end: unit?.end ?? scale.end,
    figure: unit?.kind === "time" ? null : { problem: "figure.vague", readings: [] },
  }
}

const numberAt = (tokens: Token.Tokens, i: number, quoted: boolean, last: number): Draft | null => {
  const lead = QualifierWord.leading(tokens, i)
  const number = Numeral.read(tokens, i, lead.start < i)
  if (!number) return null
  const first = repeated(tokens, number)
  const pair = first.form === "word" ? neighbour(tokens, first) : null
  if (first.form !== "digits" && Designation.isNamed(tokens, i, last)) return { start: i, end: first.end, figure: null }
  const fraction = part(tokens, first)
  if (!fraction && !pair && first === number && !FigureContext.standsAsWord(tokens, i, number)) return null
  const context: Context = { tokens, i, lead, quoted }
  if (fraction) return ratio(context, first, fraction, true)
  if (pair) return range({ ...context, lead: { ...lead, qualifier: "about" } }, first, pair, false)
  const second = next(tokens, first)
  if (second?.joint === "/") return ratio(context, first, second.number, second.said)
  if (second) return range(context, first, second.number, second.glued)
  return single(context, first)
}

interface Context {
  readonly tokens: Token.Tokens
  readonly i: number
  readonly lead: QualifierWord.QualifierWord
  readonly quoted: boolean
}

// năm (05) mô hình, 15 (mười lăm) đồng chí: said twice, one figure; said differently, a problem.
const repeated = (tokens: Token.Tokens, first: Numeral.Numeral): Numeral.Numeral => {
  if (Token.mark(tokens, first.end) !== "(" || tokens[first.end + 1]?.gap === "line") return first
  const again = Numeral.read(tokens, first.end + 1)
  const [a, b] = [first.values[0], again?.values[0]]
  const isTwice =
    again && (again.form === "digits") !== (first.form === "digits") && Token.mark(tokens, again.end) === ")"
  if (!isTwice || !a || !b || first.problem || again.problem) return first
  const power = Math.max(first.power, again.power)
  if (Decimal.compare(a, b) === 0) return { ...first, end: again.end + 1, form: "words", power }
  if (again.form === "word" || first.form === "word") return first
  return { end: again.end + 1, values: [a, b], problem: "figure.numeral-differs", power, form: "words" }
}

// hai ba cuộc: two or three.
const neighbour = (tokens: Token.Tokens, first: Numeral.Numeral): Numeral.Numeral | null => {
  const second = tokens[first.end]?.gap === "space" ? Numeral.read(tokens, first.end) : null
  const step = Number(second?.values[0]?.n ?? 0n) - Number(first.values[0]?.n ?? 0n)
  const fits =
    second?.form === "word" && (step === 1 || step === 2) && FigureContext.standsAsWord(tokens, first.end, second)
  return fits ? second : null
}

// một phần ba.
const part = (tokens: Token.Tokens, first: Numeral.Numeral): Numeral.Numeral | null => {
  if (first.form !== "word" || Token.word(tokens, first.end) !== "phần") return null
  // Behind phần, and nowhere else alone, four is tư.
  if (Token.word(tokens, first.end + 1) === "tư")
    return { ...first, end: first.end + 2, values: [{ n: 4n, places: 0 }] }
  const below = Numeral.read(tokens, first.end + 1)
  return below && below.form !== "digits" ? below : null
}

interface Second {
  readonly joint: "/" | "-"
  readonly number: Numeral.Numeral
  /** Said in words, so that it can be no day. */
  readonly said: boolean
  readonly glued: boolean
}

// The number that belongs to the first: 42/42, 58 trên tổng số 119, 5 - 7, 5 đến 7, 5 triệu - 7 triệu, 5% đến 7%.
const next = (tokens: Token.Tokens, first: Numeral.Numeral): Second | null => {
  const ofWhole = Token.word(tokens, first.end) === "trên" ? wholeBehind(tokens, first.end + 1) : null
  if (ofWhole) return { joint: "/", number: ofWhole, said: true, glued: false }
  const unit = FigureContext.unitBehind(tokens, first.end)
  for (const at of unit ? [first.end, unit.end] : [first.end]) {
    const [joint, behind] = [tokens[at], tokens[at + 1]]
    if (!joint || joint.gap === "line" || behind?.gap === "line" || !/^([/-]|đến|tới)$/.test(joint.key)) continue
    const number = Numeral.read(tokens, at + 1)
    if (!number || (first.form === "digits") !== (number.form === "digits")) continue
    const again = FigureContext.unitBehind(tokens, number.end)
    // 198 lượt/221 người are two figures; 45 triệu đồng/50 triệu đồng is one.
    const isBetween = at > first.end
    if (isBetween && again?.unit !== unit?.unit) continue
    const glued = joint.gap === "none" && behind?.gap === "none"
    if (joint.key === "/") return { joint: "/", number, said: isBetween, glued }
    const isLess = Decimal.compare(...shared(first, number)) < 0
    if (isLess && Token.mark(tokens, number.end) !== "/") return { joint: "-", number, said: isBetween, glued }
  }
  return null
}

const wholeBehind = (tokens: Token.Tokens, i: number): Numeral.Numeral | null => {
  const start = Token.word(tokens, i) === "tổng" && Token.word(tokens, i + 1) === "số" ? i + 2 : i
  const number = Numeral.read(tokens, start)
  return number?.form === "digits" ? number : null
}

const zero: Decimal.Decimal = { n: 0n, places: 0 }

// từ 2 đến 3 triệu: the multiplier is said once. Not so where that would turn the two round: từ 500 đến 1 triệu.
const shared = (first: Numeral.Numeral, second: Numeral.Numeral): readonly [Decimal.Decimal, Decimal.Decimal] => {
  const [a = zero, b = zero] = [first.values[0], second.values[0]]
  const raised = first.power === 0 ? Decimal.shift(a, second.power) : a
  return [Decimal.compare(raised, b) <= 0 ? raised : a, b]
}

const ratio = (context: Context, first: Numeral.Numeral, second: Numeral.Numeral, said: boolean): Draft => {
  const { tokens, lead } = context
  if (!said && Token.mark(tokens, second.end) === "/" && tokens[second.end + 1]?.kind === "number") {
    let end = second.end
    while (Token.mark(tokens, end) === "/" && tokens[end + 1]?.kind === "number") end += 2
    return drafted(context, end, { problem: "figure.malformed", readings: [] })
  }
  const unit = FigureContext.unitOfPart(tokens, second.end) ?? money(tokens, second, lead.start)
  if (unit?.kind === "time") return { start: lead.start, end: unit.end, figure: null }
  const end = Math.max(second.end, unit?.end ?? 0)
  const problem = first.problem ?? second.problem
  if (problem) return drafted(context, end, { problem, readings: [] })
  const [a, b] =
    first.power === 0 && second.power > 0 ? shared(first, second) : [first.values[0] ?? zero, second.values[0] ?? zero]
  const [x, y] = [Decimal.plain(a), Decimal.plain(b)]
  const name = unit?.unit ?? null
  const figure: Ratio = { x, y, unit: name, ...(lead.qualifier === "exact" ? {} : { qualifier: lead.qualifier }) }
  const asWritten = tokens
    .slice(context.i, second.end)
    .map(({ text }) => text)
    .join("")
  const other = said ? null : FigureContext.otherThanRatio(tokens, context.i, second.end, name, lead.qualifier)
  if (other === "date")
    return drafted(context, end, { problem: "figure.date-ambiguous", readings: [figure, { date: asWritten }] })
  if (other === "symbol")
    return drafted(context, end, { problem: "figure.symbol-ambiguous", readings: [figure, { symbol: asWritten }] })
  return drafted(context, end, figure)
}

const range = (context: Context, first: Numeral.Numeral, second: Numeral.Numeral, glued: boolean): Draft => {
  const { tokens, i, lead } = context
  const behind = FigureContext.unitBehind(tokens, second.end) ?? money(tokens, second, lead.start)
  if (behind?.kind === "time") return { start: lead.start, end: behind.end, figure: null }
  const unit = behind?.unit ?? null
  const end = behind?.end ?? second.end
  const problem = first.problem ?? second.problem
  const [from, to] = shared(first, second).map(Decimal.plain) as [string, string]
  // khoảng từ 20 đến 30, từ khoảng 20 đến 30.
  const opening = Token.word(tokens, lead.start - 1) === "từ" ? lead.start - 1 : lead.start
  const before = opening < lead.start ? QualifierWord.leading(tokens, opening) : lead
  const start = Math.min(opening, before.start)
  const qualifier = lead.qualifier === "exact" ? before.qualifier : lead.qualifier
  const figure: Range = { from, to, unit, ...(qualifier === "exact" ? {} : { qualifier }) }
  if (problem) return { start, end, figure: { problem, readings: [] } }
  if (glued && unit === null && start === lead.start && Designation.isDayAndMonth(from, to)) {
    const date = tokens
      .slice(i, second.end)
      .map(({ text }) => text)
      .join("")
    return drafted(context, end, { problem: "figure.date-ambiguous", readings: [figure, { date }] })
  }
  return { ...drafted(context, end, figure), start }
}

// Triệu and tỷ of nothing said are đồng: trên 2,5 tỷ; 10 triệu/hộ.
const money = (tokens: Token.Tokens, { end, power }: Numeral.Numeral, start: number): UnitWord.UnitWord | null =>
  power < 6 || FigureContext.isPopulation(tokens, start)
    ? null
    : UnitWord.per(tokens, { unit: "đồng", kind: "money", end })

const single = (context: Context, number: Numeral.Numeral): Draft => {
  const { tokens, i, lead, quoted } = context
  const behind = FigureContext.unitBehind(tokens, number.end) ?? money(tokens, number, lead.start)
  const end = behind?.end ?? number.end
  if (behind?.kind === "time") return { start: lead.start, end, figure: null }
  const sign = FigureContext.sign(tokens, i, behind)
  if (behind?.unit === "%" || behind?.unit === "points")
    return percent(context, number, end, behind.unit === "points", sign)
  const unit = behind?.unit ?? null
  if (unit === null && (quoted || number.end === i)) return { start: i, end, figure: null }
  const tail = lead.qualifier === "exact" ? QualifierWord.trailing(tokens, end) : null
  const qualifier = tail?.qualifier ?? lead.qualifier
  const readings = number.values.map((value): Number => ({ value: sign + Decimal.plain(value), unit, qualifier }))
  const here = tail ? tail.end : end
  const [figure] = readings
  if (number.problem || !figure)
    return drafted(context, here, { problem: number.problem ?? "figure.malformed", readings })
  if (unit === "lần" && FigureContext.isGrowth(tokens, lead.start)) {
    const more = Decimal.plain(Decimal.add(number.values[0] ?? zero, { n: 1n, places: 0 }))
    const times = [figure.value, more].map((value) => ({
      times: value,
      ...(qualifier === "exact" ? {} : { qualifier }),
    }))
    return { start: lead.start - 1, end: here, figure: { problem: "figure.times-ambiguous", readings: times } }
  }
  const word = FigureContext.qualifierOf(tokens, i, lead, behind)
  if (word === "preposition")
    return drafted({ ...context, lead: { start: i, qualifier: "exact" } }, here, { ...figure, qualifier: "exact" })
  if (word === "either") {
    const both: ReadonlyArray<Number> = [{ ...figure, qualifier: "exact" }, figure]
    return drafted(context, here, { problem: "figure.qualifier-ambiguous", readings: both })
  }
  return drafted(context, here, figure)
}

const percent = (context: Context, number: Numeral.Numeral, end: number, points: boolean, sign: string): Draft => {
  const { tokens, i, lead } = context
  const { qualifier } = lead
  // 12,345% has a decimal comma, by the rule: twelve thousand percent would have a dot.
  const isDecimal = number.problem === "figure.separator-ambiguous"
  const values = (isDecimal ? number.values.slice(1) : number.values).map((value) => sign + Decimal.printed(value))
  const readings = values.map((value): Percent => ({ percent: value, qualifier, ...(points ? { of: "points" } : {}) }))
  const [figure] = readings
  if (!figure || (number.problem && !isDecimal))
    return drafted(context, end, { problem: number.problem ?? "figure.malformed", readings })
  if (!points && FigureContext.isChangeOfShare(tokens, lead.start, end)) {
    const both: ReadonlyArray<Percent> = [
      { ...figure, of: "points" },
      { ...figure, of: "relative" },
    ]
    return {
      start: FigureContext.changeStart(tokens, lead.start),
      end,
      figure: { problem: "figure.change-ambiguous", readings: both },
    }
  }
  if (FigureContext.qualifierOf(tokens, i, lead, { unit: "%", kind: "count", end }) === "either") {
    const both: ReadonlyArray<Percent> = [{ ...figure, qualifier: "exact" }, figure]
    return drafted(context, end, { problem: "figure.qualifier-ambiguous", readings: both })
  }
  return drafted(context, end, figure)
}

// ước đạt 5 cuộc is an estimate, whatever stands for how exactly it is known.
const drafted = ({ tokens, lead }: Context, end: number, figure: Figure | Unread): Draft => {
  const { start } = lead
  if (!FigureContext.isEstimated(tokens, start)) return { start, end, figure }
  const mark = <A extends Reading>(one: A): A => ("date" in one || "symbol" in one ? one : { ...one, estimated: true })
  return {
    start,
    end,
    figure: "problem" in figure ? { ...figure, readings: figure.readings.map(mark) } : mark(figure),
  }
}
