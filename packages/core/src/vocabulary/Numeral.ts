// A number as people write it: digits the Vietnamese way, words, or both with ngàn, vạn, triệu, tỷ behind them. What may
// be read in two ways keeps both readings; nothing is decided by which of them is likelier.
import * as Decimal from "./Decimal.ts"
import * as Token from "./Token.ts"
import * as UnitWord from "./UnitWord.ts"

/** Why a number has no one reading. */
export type Problem =
  | "figure.separator-ambiguous"
  | "figure.malformed"
  | "figure.numeral-ambiguous"
  | "figure.numeral-differs"

/** A number found in a text; without a problem it has one value. `power` is that of its last multiplier. */
export interface Numeral {
  readonly end: number
  readonly values: ReadonlyArray<Decimal.Decimal>
  readonly problem: Problem | null
  readonly power: number
  /** Digits; words; or one word that may be part of other words (hai, ba, năm, mười). */
  readonly form: "digits" | "words" | "word"
}

const index = <A>(all: Readonly<Record<string, A>>): ReadonlyMap<string, A> =>
  new Map(Object.entries(all).flatMap(([words, value]) => words.split(" ").map((word) => [Token.key(word), value])))

const digits = index({ không: 0, một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, "bảy bẩy": 7, tám: 8, chín: 9 })
// Digits that are said so only behind mười, mươi or linh.
const ones = index({ mốt: 1, tư: 4, "lăm nhăm": 5 })
const powers = index({ chục: 1, trăm: 2, "nghìn ngàn": 3, vạn: 4, "triệu tr trđ": 6, "tỷ tỉ": 9 })
const [ten, tens, hundred, year] = ["mười", "mươi", "trăm", "năm"]
const [half, semi] = ["rưỡi", "nửa"]
const oh: ReadonlyArray<string> = ["linh", "lẻ"].map(Token.key)
const notBillion = new Set(["lệ", "trọng", "giá", "suất", "phú", "số"].map(Token.key))

/** A number of digits alone, or its two readings: `1,234` is 1234 or 1.234. */
export const fromDigits = (text: string): Pick<Numeral, "values" | "problem"> => {
  const sure = (value: string) => ({ values: [Decimal.make(value)], problem: null })
  const not = (problem: Problem, ...values: ReadonlyArray<string>) => ({ values: values.map(Decimal.make), problem })
  if (text.length > 40) return not("figure.malformed")
  if (/^\d+$/.test(text)) return sure(text)
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) return sure(text.replaceAll(".", "").replace(",", "."))
  if (/^\d+,\d+$/.test(text)) {
    const [whole = "", part = ""] = text.split(",")
    return /^[1-9]\d{0,2}$/.test(whole) && part.length === 3
      ? not("figure.separator-ambiguous", whole + part, `${whole}.${part}`)
      : sure(`${whole}.${part}`)
  }
  // Written the English way, or with a dot too few: what can be made of it is told, and it stays a problem.
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return not("figure.malformed", text.replaceAll(",", ""))
  if (/^\d+\.\d{3}$/.test(text) && !text.startsWith("0")) return not("figure.malformed", text.replace(".", ""), text)
  return /^\d+\.\d+$/.test(text) ? not("figure.malformed", text) : not("figure.malformed")
}

/** The number that begins at token `i`, or null. With `bare`, a multiplier may stand alone: hơn trăm hộ. */
export const read = (tokens: Token.Tokens, i: number, bare = false): Numeral | null => {
  const first = coefficient(tokens, i) ?? (bare && multiplier(tokens, i) > 0 ? whole(i, 1n) : null)
  if (!first) return null
  let [power, end] = multipliers(tokens, first.end)
  if (power === 0) return { ...first, power }
  // 1,250 tỷ: behind it stands a decimal comma, for nobody writes thousands of tỷ with one.
  const isDecimal = first.problem === "figure.separator-ambiguous"
  const known = isDecimal ? first.values.slice(1) : first.values
  const form = first.form === "word" ? "words" : first.form
  const values = known.map((value) => Decimal.shift(value, power))
  const sum = values[0]
  const problem = isDecimal ? null : first.problem
  if (!sum || problem) return { end, values, problem, power, form }
  const top = power
  let total = sum
  while (power > 0) {
    const next = term(tokens, end, power, form !== "digits")
    if (!next) break
    if (next.instead) {
      const other = Decimal.add(total, next.instead)
      return {
        end: next.end,
        values: [Decimal.add(total, next.value), other],
        problem: "figure.numeral-ambiguous",
        power: top,
        form,
      }
    }
    total = Decimal.add(total, next.value)
    ;({ end, power } = next)
  }
  return { end, values: [total], problem: null, power: top, form }
}

interface Term {
  readonly value: Decimal.Decimal
  readonly instead?: Decimal.Decimal
  readonly power: number
  readonly end: number
}

// What is added behind a multiplier: 45 tỷ 250 triệu; ba nghìn năm trăm; 2 tỷ rưỡi; 12 triệu 500.000 đồng.
const term = (tokens: Token.Tokens, i: number, power: number, words: boolean): Term | null => {
  if (tokens[i]?.gap !== "space") return null
  if (Token.word(tokens, i) === half)
    return { value: Decimal.shift({ n: 5n, places: 0 }, power - 1), power: 0, end: i + 1 }
  const next = coefficient(tokens, i, words)
  const value = next?.values[0]
  if (!next || !value || next.problem) return null
  const [own, end] = multipliers(tokens, next.end)
  const shifted = Decimal.shift(value, own)
  const fits = Decimal.compare(shifted, Decimal.shift({ n: 1n, places: 0 }, power)) < 0
  if (own > 0) return fits && own < power ? { value: shifted, power: own, end } : null
  if (!fits || /^[/%-]$/.test(Token.mark(tokens, end))) return null
  if (next.form === "word" && Token.word(tokens, i) === year) return null
  const unit = UnitWord.read(tokens, end)
  const isDigit =
    value.places === 0 && value.n > 0n && value.n < 10n && (next.form === "word" || tokens[i]?.text.length === 1)
  // 1 tỷ 2 is said for 1,2 tỷ; it may as well be one tỷ and two.
  if (isDigit && power > 1 && words === (next.form === "word") && (words || !unit || unit.kind === "money"))
    return { value: Decimal.shift(value, power - 1), instead: value, power: 0, end }
  const isRest = words ? next.form !== "digits" : next.form === "digits" && unit?.kind === "money" && power >= 3
  return isRest && unit?.kind !== "time" ? { value, power: 0, end } : null
}

const multiplier = (tokens: Token.Tokens, i: number): number => {
  const power = powers.get(Token.word(tokens, i)) ?? 0
  if (power === 0 || tokens[i]?.gap === "line") return 0
  const next = Token.word(tokens, i + 1)
  if (power === 9 && notBillion.has(next)) return 0
  return tokens[i]?.key === "tr" && !/^(đ|đồng)$/.test(next || Token.word(tokens, i + 2)) ? 0 : power
}

// nghìn tỷ: one behind the other multiply.
const multipliers = (tokens: Token.Tokens, i: number): [power: number, end: number] => {
  let [power, end] = [0, i]
  for (let count = 0; count < 3; count++) {
    const own = multiplier(tokens, end)
    if (own === 0) break
    power += own
    end += tokens[end]?.key === "tr" && Token.mark(tokens, end + 1) === "." ? 2 : 1
  }
  return [power, end]
}

type Coefficient = Pick<Numeral, "end" | "values" | "problem" | "form">

const whole = (end: number, n: bigint, form: Numeral["form"] = "words"): Coefficient => ({
  end,
  values: [{ n, places: 0 }],
  problem: null,
  form,
})

// Digits, or words below a thousand; `inner` words may begin with linh or không trăm.
const coefficient = (tokens: Token.Tokens, i: number, inner = false): Coefficient | null => {
  const token = tokens[i]
  if (token?.kind === "number") return spaced(tokens, i) ?? { end: i + 1, ...fromDigits(token.text), form: "digits" }
  if (token?.kind !== "word") return null
  const at = (k: number): string => (tokens[k]?.gap === "space" || k === i ? Token.word(tokens, k) : "")
  if (at(i) === semi && multiplier(tokens, i + 1) > 1) return { ...whole(i + 1, 0n), values: [{ n: 5n, places: 1 }] }
  if (inner && oh.includes(at(i))) return unitsDigit(at, i + 1, 0n)
  const digit = digits.get(at(i))
  if (digit !== undefined && at(i + 1) === hundred && (digit > 0 || inner))
    return hundreds(at, i + 2, BigInt(digit) * 100n)
  if (at(i) === ten) return unitsDigit(at, i + 1, 10n) ?? whole(i + 1, 10n, "word")
  if (digit === undefined || digit === 0) return null
  if (at(i + 1) === tens) return unitsDigit(at, i + 2, BigInt(digit) * 10n) ?? whole(i + 2, BigInt(digit) * 10n)
  // năm is a year unless something makes it a number; whoever asked looks at what follows.
  return whole(i + 1, BigInt(digit), "word")
}

// 1 500 000: thousands set apart by spaces. Nobody is told to write so, and it may be several numbers; it stays a problem.
const spaced = (tokens: Token.Tokens, i: number): Coefficient | null => {
  let [text, end] = [tokens[i]?.text ?? "", i + 1]
  if (!/^[1-9]\d{0,2}$/.test(text)) return null
  while (end < i + 6 && tokens[end]?.gap === "space" && /^\d{3}$/.test(tokens[end]?.text ?? ""))
    text += tokens[end++]?.text
  if (end === i + 1) return null
  return { end, values: [Decimal.make(text)], problem: "figure.malformed", form: "digits" }
}

type At = (k: number) => string

const unitsDigit = (at: At, k: number, value: bigint): Coefficient | null => {
  const word = at(k)
  // hai mươi năm are twenty years; twenty-five is hai mươi lăm.
  const digit = ones.get(word) ?? (value > 0n && word === year ? undefined : digits.get(word))
  return digit === undefined || digit === 0 ? null : whole(k + 1, value + BigInt(digit))
}

const hundreds = (at: At, k: number, value: bigint): Coefficient => {
  if (oh.includes(at(k))) {
    const digit = ones.get(at(k + 1)) ?? digits.get(at(k + 1))
    return digit === undefined ? whole(k, value) : whole(k + 2, value + BigInt(digit))
  }
  if (at(k) === half) return whole(k + 1, value + 50n)
  if (at(k) === ten) return unitsDigit(at, k + 1, value + 10n) ?? whole(k + 1, value + 10n)
  const digit = digits.get(at(k))
  if (digit === undefined || digit === 0) return whole(k, value)
  const more = value + BigInt(digit) * 10n
  if (at(k + 1) === tens) return unitsDigit(at, k + 2, more) ?? whole(k + 2, more)
  if (at(k) === year || powers.has(at(k + 1))) return whole(k, value)
  // một trăm hai is said for 120; some mean 102.
  const both = [more, value + BigInt(digit)].map((n) => ({ n, places: 0 }))
  return { end: k + 1, values: both, problem: "figure.numeral-ambiguous", form: "words" }
}
