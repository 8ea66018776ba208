// Digits that name instead of counting: dates and periods, numbers of documents, articles and ordinals, places called by
// a number, telephones, addresses, marks of a list. What stands here is no figure.
import * as Token from "./Token.ts"
import * as UnitWord from "./UnitWord.ts"

const phrases = (list: string): ReadonlySet<string> =>
  new Set(list.split(",").map((phrase) => phrase.trim().split(/\s+/).map(Token.key).join(" ")))

// The number behind one of these is a name, whatever follows it.
const always =
  phrases(`thứ, điều, mục, tiểu mục, chương, phụ lục, trang, ngày, mùng, mồng, tháng, quý, quốc lộ, tỉnh lộ, ql, ngách, covid,
  khóa, nghị quyết, nghị định, chỉ thị, thông tư, pháp lệnh, hotline, đường dây nóng, tổng đài, điện thoại, đt, sđt, tel, fax, quân khu, sư đoàn, trung đoàn,
  tiểu đoàn, lữ đoàn, số nhà, nq, qđ, ct, nđ, kl, số, lần thứ, cách mạng công nghiệp, phiên bản, biểu, tài khoản, stk, cmnd, cccd, mã số`)

// The number behind one of these is a name unless something counted follows: Tổ 5 họp, but mỗi tổ 5 người.
const mostly =
  phrases(`khoản, mẫu, bảng, hình, câu, tuần, đợt, lần, kỳ, vòng, bước, giai đoạn, lớp, khối, nhóm, đội, cụm, loại, hạng, cấp, giải, mức,
  mức độ, phần, tầng, phòng, lô, thửa, tòa, đại đội, trung đội, đại hội, kỳ họp, trung ương, tiểu dự án, hợp phần, dự án, quyết định, luật, kết luận, quy định,
  hướng dẫn, công văn, thông báo, tờ trình, kế hoạch, chương trình, đề án, báo cáo, công điện, quy chế, hội nghị, top, km, bc, kh, hd, tb, cv, tt, đa, ctr,
  tổ, khu, khu phố, tổ dân phố, tdp, thôn, xóm, ấp, bản, buôn, làng, khóm, phường, quận, huyện, xã, thị trấn, chi bộ, chi hội, chi đoàn, đường, phố, kênh,
  ngõ, hẻm, tổ dân vận, khu dân cư, cụm dân cư, tổ hòa giải, tổ tự quản, đảng bộ, trạm, cầu, cống, block, khu vực, điểm`)

const places =
  phrases(`tổ, khu, khu phố, tổ dân phố, tdp, thôn, xóm, ấp, bản, buôn, làng, khóm, phường, quận, huyện, xã, chi bộ, chi hội, chi đoàn,
  tổ dân vận, khu dân cư, cụm dân cư, khu vực, đội, cụm, nhóm`)

// tổng số 25, dân số 12.500, hạng mục 3: not the word of the list, but the end of another.
const otherwise: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    số: "tổng, trong, dân, quân, sĩ, sỹ, nhân, chỉ, con, điểm, doanh, tần, hệ, đa, thiểu, lượng, vào, được",
    mục: "hạng, danh, chuyên, tiết, đề",
    chương: "huân, huy, văn, kỷ niệm, niệm",
    biểu: "đại, phát, tiêu, thời gian, gian",
    tháng: "mỗi, hằng, hàng, một, từng",
    ngày: "mỗi, hằng, hàng, một, từng",
    quý: "mỗi, hằng, hàng, một, từng, phú, đá",
    tuần: "mỗi, hằng, hàng, một, từng",
    khóa: "bế, chìa, mỗi",
    thứ: "mỗi",
    trang: "mỗi",
  }).map(([word, before]) => [Token.key(word), phrases(before)]),
)

// A day follows: sáng 27/7. Behind the second ones something counted may follow as well: từ 5/8 xã.
const daily = phrases("ngày, mùng, sáng, trưa, chiều, tối, đêm, hôm, dịp, lễ, mừng, kỷ niệm, đường, hết ngày")
const perhapsDaily = phrases("từ, đến, tới, trước, sau, nhân, hết, tết, vào, khánh, nhi, lao động, lịch, cuối")
const hours = phrases("lúc, hồi, vào, từ, đến, khoảng, tới, trước, sau, sáng, chiều, tối, đêm")
const spans = phrases("giai đoạn, nhiệm kỳ, năm học, năm, khóa, thời kỳ, niên khóa")
const eve = phrases("năm, cuối, đầu, giữa, với, niên độ, hết")
const year = "năm"
const hour = "giờ"
const distributive = phrases("mỗi, từng, một")

const isYear = (text: string): boolean => /^(19|20|21)\d\d$/.test(text)
const isMonth = (text: string): boolean => /^(0?[1-9]|1[0-2])$/.test(text)
const isDay = (text: string): boolean => /^(0?[1-9]|[12]\d|3[01])$/.test(text)
const isYearEnd = (text: string): boolean => isYear(text) || /^\d\d$/.test(text)

/** Whether `6/12` could be a day of a month. */
export const isDayAndMonth = (day: string, month: string): boolean => isDay(day) && isMonth(month)

/** Whether `34/2022` could be a number and a year. */
export const isNumberAndYear = (text: string): boolean => isYear(text)

/**
 * The token behind the name that begins at `i`, or `i` when none does. `last` is where the name before it ended: what
 * follows one in a list is one too (tổ 3, 4 và 5).
 */
export const end = (tokens: Token.Tokens, i: number, last: number): number => {
  const token = tokens[i]
  if (!token) return i
  if (token.gap !== "none") {
    const behind = address(tokens, i)
    if (behind > i) return behind
  }
  if (token.kind !== "number") return i
  return (
    glued(tokens, i) ??
    clock(tokens, i) ??
    symbol(tokens, i) ??
    days(tokens, i, last) ??
    years(tokens, i) ??
    telephone(tokens, i) ??
    (isNamed(tokens, i, last) || isListed(tokens, i) || isContinued(tokens, i, last) || isSlogan(tokens, i) ? i + 1 : i)
  )
}

// A web or mail address, up to the next space.
const address = (tokens: Token.Tokens, i: number): number => {
  let [k, found] = [i, tokens[i]?.key === "www"]
  do {
    const token = tokens[k]
    if (token?.text === "@" || (token?.text === ":" && tokens[k + 1]?.text === "/" && tokens[k + 2]?.text === "/"))
      found = true
    k++
  } while (tokens[k] && tokens[k]?.gap === "none")
  return found ? k : i
}

const chunkEnd = (tokens: Token.Tokens, i: number): number => {
  let k = i + 1
  while (tokens[k]?.gap === "none") k++
  // The full stop or comma behind it is the sentence's.
  while (k > i + 1 && tokens[k - 1]?.kind === "mark") k--
  return k
}

// 5G, 1A, Covid-19, P.5, #3.
const glued = (tokens: Token.Tokens, i: number): number | undefined => {
  const next = tokens[i + 1]
  const token = tokens[i]
  const before = tokens[i - 1]
  if (token?.gap === "none" && before) {
    if (/^[#@_+]$/.test(before.text)) return chunkEnd(tokens, i)
    const earlier = before.gap === "none" ? tokens[i - 2] : undefined
    if (earlier?.kind === "word" && before.key === "-") return chunkEnd(tokens, i)
    if (earlier?.kind === "word" && before.text === "." && earlier.text.length <= 3 && Token.isCapital(earlier))
      return i + 1
    if (
      earlier?.kind === "word" &&
      before.key === "/" &&
      /^\p{Lu}{2,6}$/u.test(earlier.text) &&
      !isUnitEnd(tokens, i - 2)
    )
      return chunkEnd(tokens, i)
  }
  if (next?.gap !== "none" || next.kind !== "word") return undefined
  if (/^(tỷ|tỉ|triệu|nghìn|ngàn|vạn|tr|trđ|trăm|chục)$/.test(next.key) || UnitWord.read(tokens, i + 1)) return undefined
  return chunkEnd(tokens, i)
}

const isUnitEnd = (tokens: Token.Tokens, i: number): boolean =>
  [i, i - 1, i - 2].some((from) => from >= 0 && UnitWord.read(tokens, from)?.end === i + 1)

// 14:30; 8 giờ 30 phút; lúc 8 giờ. (14h30 is glued.)
const clock = (tokens: Token.Tokens, i: number): number | undefined => {
  const next = tokens[i + 1]
  const second = tokens[i + 2]
  if (next?.text === ":" && next.gap === "none" && second?.kind === "number" && second.gap === "none") return i + 3
  if (next?.key !== hour) return undefined
  if (second?.kind === "number") return Token.word(tokens, i + 3) === "phút" ? i + 4 : i + 3
  return hours.has(Token.word(tokens, i - 1)) ? i + 2 : undefined
}

// 07-CT/TU, 34/2007/PL-UBTVQH11, 05 - BC/QU: numbers, a stroke, capitals.
const symbol = (tokens: Token.Tokens, i: number): number | undefined => {
  let k = i
  // 34/2007/PL has two numbers; more than four are no document's.
  while (k < i + 6 && isStroke(tokens, k + 1) && tokens[k + 2]?.kind === "number" && tokens[k + 2]?.gap === "none")
    k += 2
  const stroke = tokens[k + 1]
  const word = tokens[k + 2]
  if (stroke?.kind !== "mark" || !joins(stroke.key) || !Token.isCapital(word) || word === undefined) return undefined
  if (stroke.gap === "none" && word.gap === "none") return chunkEnd(tokens, k + 2)
  const goesOn = joins(Token.mark(tokens, k + 3)) && tokens[k + 3]?.gap === "none" && Token.isCapital(tokens[k + 4])
  return goesOn && /^\p{Lu}+\d*$/u.test(word.text) ? chunkEnd(tokens, k + 4) : undefined
}

const joins = (mark: string): boolean => mark === "/" || mark === "-"

const isStroke = (tokens: Token.Tokens, i: number): boolean => joins(Token.mark(tokens, i)) && tokens[i]?.gap === "none"

// The numbers of one run: 27/7/2022, 27 / 7 / 2022, 15-16/6.
const run = (
  tokens: Token.Tokens,
  i: number,
): { readonly parts: ReadonlyArray<string>; readonly strokes: string; readonly end: number } => {
  const parts = [tokens[i]?.text ?? ""]
  let [k, strokes] = [i + 1, ""]
  while (
    parts.length < 6 &&
    joins(Token.mark(tokens, k)) &&
    tokens[k + 1]?.kind === "number" &&
    tokens[k + 1]?.gap !== "line"
  ) {
    strokes += tokens[k]?.key ?? ""
    parts.push(tokens[k + 1]?.text ?? "")
    k += 2
  }
  return { parts, strokes, end: k }
}

const counted = (tokens: Token.Tokens, i: number): boolean => UnitWord.read(tokens, i) !== null

const days = (tokens: Token.Tokens, i: number, last: number): number | undefined => {
  if (!joins(Token.mark(tokens, i + 1)) && !tokens[i]?.text.includes("."))
    return isFirstOfDays(tokens, i) ? i + 1 : undefined
  const { parts, strokes, end: behind } = run(tokens, i)
  const [a = "", b = "", c = "", d = ""] = parts
  if (parts.length === 1) {
    const [day = "", month = "", tail = ""] = a.split(".")
    if (isDayAndMonth(day, month) && isYear(tail)) return behind
    return isDayAndMonth(day, month) && tail === "" && isDaily(tokens, i) ? behind : undefined
  }
  if (/^(\/\/|--)/.test(strokes) && isDayAndMonth(a, b) && isYearEnd(c)) return strokes === "//-//" ? behind : i + 5
  // Days that go to another day: 15-16/6, 15-16/6/2022, 1/6 - 30/6/2022.
  if (/^-\/\/?$/.test(strokes) && isDay(a) && isDayAndMonth(b, c) && (d === "" || isYearEnd(d))) return behind
  if (/^\/-\/\/?$/.test(strokes) && isDayAndMonth(a, b) && isDayAndMonth(c, d) && !counted(tokens, behind))
    return behind
  if (parts.length !== 2) return undefined
  const byName = isNamed(tokens, i, last) || isContinued(tokens, i, last)
  if (strokes === "/" && isMonth(a) && isYear(b)) return byName || !counted(tokens, behind) ? behind : undefined
  if (strokes === "/" && isYear(b) && byName) return behind
  if (strokes === "-" && isYear(a) && isYear(b))
    return spans.has(Token.word(tokens, i - 1)) || isSpan(tokens, i) || !counted(tokens, behind) ? behind : undefined
  if (!isDayAndMonth(a, b) || (strokes === "-" && tokens[i + 1]?.gap !== "none")) return undefined
  if (isDaily(tokens, i) || (byName && !counted(tokens, behind))) return behind
  if (counted(tokens, behind) || Token.mark(tokens, behind) === "%") return undefined
  // A part is not more than its whole: 27/7 is a day.
  return perhapsDaily.has(Token.word(tokens, i - 1)) || Number(a) > Number(b) ? behind : undefined
}

const isDaily = (tokens: Token.Tokens, i: number): boolean => hasBefore(tokens, i, daily)

const isSpan = (tokens: Token.Tokens, i: number): boolean => hasBefore(tokens, i, spans)

// từ 15 đến 17/6; 15 và 16/6; ngày 15, 16 và 17/6 goes by the list.
const isFirstOfDays = (tokens: Token.Tokens, i: number): boolean => {
  const joint = tokens[i + 1]
  if (!isDay(tokens[i]?.text ?? "") || !/^(đến|và|,)$/.test(joint?.key ?? "")) return false
  const { parts, strokes, end: behind } = run(tokens, i + 2)
  const [day = "", month = ""] = parts
  return (
    strokes.startsWith("/") &&
    isDayAndMonth(day, month) &&
    Number(tokens[i]?.text) < Number(day) &&
    !counted(tokens, behind)
  )
}

// A year of four digits without a dot and without anything counted.
const years = (tokens: Token.Tokens, i: number): number | undefined => {
  const token = tokens[i]
  if (!token || !isYear(token.text)) return undefined
  if (eve.has(Token.word(tokens, i - 1))) return i + 1
  return counted(tokens, i + 1) ||
    /^[%/]$/.test(Token.mark(tokens, i + 1)) ||
    /^(tỷ|tỉ|triệu|nghìn|ngàn|vạn)$/.test(Token.word(tokens, i + 1))
    ? undefined
    : i + 1
}

// 0912.345.678, 024 3823 4567: more digits behind a zero than a counted thing has.
const telephone = (tokens: Token.Tokens, i: number): number | undefined => {
  const text = tokens[i]?.text ?? ""
  if (!text.startsWith("0") && !text.endsWith(".0")) return undefined
  if (/^[1-9]\.0$/.test(text) && !counted(tokens, i + 1)) return i + 1
  if (!text.startsWith("0") || /^0+$|^0+,/.test(text) || text.replace(/\D/g, "").length < 4) {
    const isSplit = /^0\d{2,3}$/.test(text) && /^\d{3,8}$/.test(tokens[i + 1]?.text ?? "")
    if (!isSplit) return undefined
  }
  let k = i + 1
  while (k < i + 4 && tokens[k]?.kind === "number" && tokens[k]?.gap === "space") k++
  return k
}

/** Whether the words before token `i` make the number there a name. */
export const isNamed = (tokens: Token.Tokens, i: number, last: number): boolean => {
  const colon = Token.mark(tokens, i - 1) === ":" ? 1 : 0
  const found = longest(tokens, i - colon, (phrase) => always.has(phrase) || mostly.has(phrase))
  if (!found) return Token.word(tokens, i - 1) === year && isYear(tokens[i]?.text ?? "")
  const { phrase, start } = found
  if (colon === 1 && !/^(số|điện thoại|đt|sđt|tel|fax|hotline|đường dây nóng)$/.test(phrase)) return false
  const previous = Token.word(tokens, start - 1)
  const unit = UnitWord.read(tokens, i + 1)
  // 12 xã 45 thôn: the word was counted itself.
  if (tokens[start - 1]?.kind === "number" && last !== start) return false
  if (otherwise.get(phrase)?.has(previous)) return false
  if (always.has(phrase)) return true
  const text = tokens[i]?.text ?? ""
  if (tokens[i]?.kind === "number" && !/^\d{1,4}$/.test(text)) return false
  if (/^[%/]$/.test(Token.mark(tokens, i + 1)) || /^(tỷ|tỉ|triệu|nghìn|ngàn|vạn|phần)$/.test(Token.word(tokens, i + 1)))
    return false
  if (!unit) return true
  return places.has(phrase) && !distributive.has(previous) && (unit.kind === "place" || unit.unit === "tổ chức")
}

// The longest of up to three words before `i` that holds.
const longest = (
  tokens: Token.Tokens,
  i: number,
  holds: (phrase: string) => boolean,
): { readonly phrase: string; readonly start: number } | null => {
  let found = null
  let phrase = ""
  for (let start = i - 1; start >= 0 && start >= i - 3; start--) {
    const token = tokens[start]
    if (token?.kind !== "word") break
    phrase = phrase === "" ? token.key : `${token.key} ${phrase}`
    if (holds(phrase)) found = { phrase, start }
    if (token.gap === "line") break
  }
  return found
}

const hasBefore = (tokens: Token.Tokens, i: number, set: ReadonlySet<string>): boolean =>
  longest(tokens, i, (phrase) => set.has(phrase)) !== null

// 1. Công tác …, 2.1 Công tác …, 1/ …, (1) …: the mark of a list.
const isListed = (tokens: Token.Tokens, i: number): boolean => {
  const [before, token, next, second] = [tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]]
  if (!token || !next) return false
  if (before?.text === "(" && next.text === ")" && /^\d{1,2}$/.test(token.text)) {
    const earlier = tokens[i - 2]
    const opens = !earlier || earlier.kind === "mark" || before.gap === "line" || earlier.key === "và"
    return opens && second?.kind === "word"
  }
  if (token.gap !== "line" || !/^\d{1,3}(\.\d{1,2})*$/.test(token.text) || second?.gap === "line") return false
  if (next.gap === "none" && /^[.)/-]$/.test(next.key)) return second !== undefined && second.gap === "space"
  if (next.key === "-" && next.gap === "space") return Token.isCapital(second)
  return token.text.includes(".") && Token.isCapital(next) && next.gap === "space" && !counted(tokens, i + 1)
}

const slogans = phrases("không, rõ, sạch, tự, cùng, tại chỗ")

// 5 không 3 sạch, 4 tại chỗ: what one keeps to, not what one counts.
const isSlogan = (tokens: Token.Tokens, i: number): boolean =>
  /^\d$/.test(tokens[i]?.text ?? "") &&
  tokens[i + 1]?.gap === "space" &&
  (slogans.has(Token.word(tokens, i + 1)) || slogans.has(`${Token.word(tokens, i + 1)} ${Token.word(tokens, i + 2)}`))

const joints = /^(,|;|-|và|đến|hoặc|tới)$/

// Whether something counted follows that is not the place which the list goes on with.
const isOwn = (tokens: Token.Tokens, i: number, last: number): boolean => {
  const unit = UnitWord.read(tokens, i)
  return unit !== null && !(unit.kind === "place" && Token.isCapital(tokens[unit.end]) && isOfPlaces(tokens, last))
}

// What numbers in a list belong to: tổ dân phố 3, 4 và 5 (phường …).
const isOfPlaces = (tokens: Token.Tokens, last: number): boolean => {
  let k = last - 1
  while (k > last - 12 && (tokens[k]?.kind === "number" || joints.test(tokens[k]?.key ?? ""))) k--
  return hasBefore(tokens, k + 1, places) || hasBefore(tokens, k, places)
}

const isContinued = (tokens: Token.Tokens, i: number, last: number): boolean => {
  if (last < 1 || tokens[i]?.gap === "line") return false
  const text = tokens[i]?.text ?? ""
  // hotline 1900 1234
  if (i === last) return tokens[i - 1]?.kind === "number" && /^\d{3,4}$/.test(text) && !counted(tokens, i + 1)
  if (!joints.test(tokens[last]?.key ?? "")) return false
  const isNext = i === last + 1 || (i === last + 2 && tokens[last]?.text === "," && tokens[last + 1]?.key === "và")
  if (!isNext || !/^\d{1,4}$/.test(text)) return false
  const mark = Token.mark(tokens, i + 1)
  return (
    mark !== "%" &&
    !isOwn(tokens, mark === "/" ? i + 3 : i + 1, last) &&
    !/^(tỷ|tỉ|triệu|nghìn|ngàn|vạn)$/.test(Token.word(tokens, i + 1))
  )
}
