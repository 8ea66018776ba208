// What stands around a number and decides what it is: the unit behind it, the verb before it, the sentence it compares in.
import * as Designation from "./Designation.ts"
import type * as Numeral from "./Numeral.ts"
import type * as QualifierWord from "./QualifierWord.ts"
import * as Token from "./Token.ts"
import * as UnitWord from "./UnitWord.ts"

const keys = (list: string): ReadonlySet<string> => new Set(list.split(", ").map(Token.key))

const [percent, part, point, parts] = ["%", "phần", "điểm", "trăm"]

/** The unit behind a number: a word that is counted, `%`, or `points` for điểm phần trăm. */
export const unitBehind = (tokens: Token.Tokens, i: number): UnitWord.UnitWord | null => {
  if (tokens[i]?.gap === "line" && tokens[i]?.kind !== "word") return null
  const isShare = (k: number): number =>
    Token.mark(tokens, k) === percent
      ? k + 1
      : Token.word(tokens, k) === part && Token.word(tokens, k + 1) === parts
        ? k + 2
        : 0
  const share = isShare(i)
  if (share > 0) return { unit: "%", kind: "count", end: share }
  const points = Token.word(tokens, i) === point ? isShare(i + 1) : 0
  if (points > 0) return { unit: "points", kind: "count", end: points }
  return UnitWord.read(tokens, i)
}

/** The unit behind a part of a whole: 58/119 (48,7%) đơn vị, 2/3 số hộ. */
export const unitOfPart = (tokens: Token.Tokens, i: number): UnitWord.UnitWord | null => {
  const direct = unitBehind(tokens, i)
  if (direct) return direct
  const start = Token.word(tokens, i) === "tổng" ? i + 1 : i
  if (Token.word(tokens, start) === "số") return UnitWord.read(tokens, start + 1)
  if (Token.mark(tokens, i) !== "(" || Token.mark(tokens, i + 2) !== percent || Token.mark(tokens, i + 3) !== ")")
    return null
  const behind = UnitWord.read(tokens, i + 4)
  return behind && behind.kind !== "time" ? { ...behind, end: i } : null
}

const countsBefore = keys(
  "có, được, là, gồm, chức, hiện, với, lập, dựng, tặng, trao, cho, khoảng, hơn, gần, trên, thêm, và, đủ, còn, đạt, công, hành, thực, nhận, tiếp, tại, ở, giúp, xây, thăm",
)

/** Whether number words count here. A lone hai, ba, năm is also a name or a year: something counted must follow. */
export const standsAsWord = (tokens: Token.Tokens, i: number, number: Numeral.Numeral): boolean => {
  if (number.form === "digits") return true
  if (number.power > 0 && number.end === i + 1) return UnitWord.read(tokens, number.end) !== null
  if (number.form === "words") return true
  const [token, value] = [tokens[i], number.values[0]?.n]
  const unit = UnitWord.read(tokens, number.end)
  if (!token || !unit || unit.kind === "time" || value === 1n) return false
  const opens = token.gap === "line" || tokens[i - 1]?.kind === "mark"
  if (value === 5n && !opens && !countsBefore.has(Token.word(tokens, i - 1))) return false
  // Ba Đình, Hai Bà Trưng.
  const isName = Token.isCapital(token) && token.text !== token.text.toUpperCase()
  return !isName || (opens && !Token.isCapital(tokens[number.end]))
}

/** Whether x/y may be something else: a day of a month, or a document's number and year. */
export const otherThanRatio = (
  tokens: Token.Tokens,
  i: number,
  end: number,
  unit: string | null,
  qualifier: string,
): "date" | "symbol" | null => {
  const [x, y] = [tokens[i]?.text ?? "", tokens[end - 1]?.text ?? ""]
  if (end !== i + 3 || qualifier !== "exact") return null
  if (Designation.isNumberAndYear(y)) return unit === null ? "symbol" : Designation.isDayAndMonth(x, x) ? "date" : null
  if (!Designation.isDayAndMonth(x, y)) return null
  if (unit !== null) return Number(x) > Number(y) ? "date" : null
  const isPart =
    Token.word(tokens, i - 1) === "đạt" ||
    // 6/12 (50%), 6/12 = 50%
    (/^[(=]$/.test(Token.mark(tokens, end)) && Token.mark(tokens, end + 2) === percent)
  return isPart ? null : "date"
}

/** `-` for a number below zero. A stroke before something counted only opens a line: -25 mô hình. */
export const sign = (tokens: Token.Tokens, i: number, unit: UnitWord.UnitWord | null): "" | "-" => {
  const before = tokens[i - 1]
  if (tokens[i]?.gap !== "none" || before?.kind !== "mark") return ""
  if (before.text === "−") return "-"
  const opens = before.gap !== "none" || Token.mark(tokens, i - 2) === "("
  return before.text === "-" && opens && (unit === null || unit.unit === "%") ? "-" : ""
}

/** dân số 1,2 triệu: people, not đồng. */
export const isPopulation = (tokens: Token.Tokens, start: number): boolean =>
  [1, 2, 3].some((back) => Token.word(tokens, start - back) === "dân" && Token.word(tokens, start - back + 1) === "số")

const growth = keys("tăng")
const changes = keys("tăng, giảm")
const plans = keys("kế, kh, dự, chỉ, nghị, so")
const levels = keys("lên, còn, xuống")
const dated = keys("năm, tháng, ngày, quý, kỳ, khóa, số, điều")
const clause = /^[.;!?:]$/

/** tăng 2 lần. */
export const isGrowth = (tokens: Token.Tokens, start: number): boolean => growth.has(Token.word(tokens, start - 1))

/** Where the words of a change begin: tăng, giảm thêm, cao hơn. */
export const changeStart = (tokens: Token.Tokens, start: number): number => {
  const [before, earlier] = [Token.word(tokens, start - 1), Token.word(tokens, start - 2)]
  if (changes.has(before)) return start - 1
  if (before === "thêm" && changes.has(earlier)) return start - 2
  return before === "hơn" && /^(cao|thấp)$/.test(earlier) ? start - 2 : start
}

/** Whether a percentage is a change of a percentage, so that it may be points or relative. */
export const isChangeOfShare = (tokens: Token.Tokens, start: number, end: number): boolean => {
  const from = changeStart(tokens, start)
  if (from === start) return false
  // tăng 5,2% (từ 80,1% lên 85,3%)
  const open = Token.mark(tokens, end) === "" ? end : end + 1
  if (Token.word(tokens, open) === "từ" && Token.mark(tokens, open + 2) === percent) return true
  if (
    levels.has(Token.word(tokens, end)) &&
    tokens[end + 1]?.kind === "number" &&
    Token.mark(tokens, end + 2) === percent
  )
    return true
  for (let k = from - 1; k >= 0 && k > from - 40; k--) {
    const token = tokens[k]
    if (!token || (token.kind === "mark" && clause.test(token.key))) return false
    if (token.kind === "number") {
      if (Token.mark(tokens, k + 1) === percent) {
        return !plans.has(Token.word(tokens, k + 2)) && !changes.has(Token.word(tokens, k - 1))
      }
      const isDate =
        dated.has(Token.word(tokens, k - 1)) || /^[/-]$/.test(Token.mark(tokens, k - 1) || Token.mark(tokens, k + 1))
      if (!isDate) return false
    }
    if (/^(tỷ|tỉ)$/.test(token.key) && Token.word(tokens, k + 1) === "lệ") return true
    if (token.key === "số" && Token.mark(tokens, k - 1) === ",") return false
    if (token.gap === "line") return false
  }
  return false
}

const verbs = keys(
  "có, với, đạt, được, gồm, đã, cho, của, tại, ở, khoảng, trợ, thu, hút, tặng, trao, động, nhận, dựng, chức, gần, là",
)
const within = new Set(["lĩnh vực", "mặt", "phương diện", "khía cạnh", "trang"])

/** What trên and hơn say here: how exactly the number is known, where something is, or either. */
export const qualifierOf = (
  tokens: Token.Tokens,
  i: number,
  lead: QualifierWord.QualifierWord,
  unit: UnitWord.UnitWord | null,
): "qualifier" | "preposition" | "either" => {
  if (lead.start !== i - 1 || lead.qualifier !== "over" || !unit) return "qualifier"
  const [word, before] = [Token.word(tokens, i - 1), Token.word(tokens, i - 2)]
  if (word === "trên") {
    if (within.has(unit.unit)) return "preposition"
    return unit.kind === "place" && i > 1 && !verbs.has(before) ? "either" : "qualifier"
  }
  const compares = Token.word(tokens, unit.end) === "so" && Token.word(tokens, unit.end + 1) === "với"
  return word === "hơn" && compares && (before === "" || changes.has(before)) ? "either" : "qualifier"
}

const estimate = "ước"
const notEstimate = keys("quy, hương, thỏa, công, mong, điều, mơ, giao, khế, hiệp, nguyện, lời")
const notEstimated = keys("mơ, muốn, nguyện, vọng, chừng")

/** Whether ước stands before the number, with words only between. */
export const isEstimated = (tokens: Token.Tokens, start: number): boolean => {
  for (let k = start - 1; k >= 0 && k >= start - 10; k--) {
    const token = tokens[k]
    if (token?.kind !== "word") return false
    if (token.key === estimate)
      return !notEstimate.has(Token.word(tokens, k - 1)) && !notEstimated.has(Token.word(tokens, k + 1))
    if (token.gap === "line") return false
  }
  return false
}
