// How lists of units are headed: a side (what was before, what came of it) and a part (name, kind, code …), in one cell or
// in cells above one another, in either order.
import { Spelling, UnitTable } from "@danvan/core"
import type { Column } from "../table/Head.ts"
import type { Resolved } from "../table/Headings.ts"
import { plain } from "../table/CellValue.ts"

/** What a heading of a list means; `above` stands over `parent`, and `ignored` is known and not needed. */
export type Meaning = UnitTable.Column | "above" | "ignored"

/** A column of a list. */
export type ListColumn = Column<Meaning>

type Part =
  | "name"
  | "kind"
  | "code"
  | "id"
  | "parent"
  | "above"
  | "population"
  | "households"
  | "area"
  | "extent"
  | "event"
  | "date"
  | "decree"
  | "from"
  | "to"
  | "former"
  | "moved.population"
  | "moved.households"
  | "moved.area"
  | "ordinal"
  | "ignored"

const usual: Readonly<Record<Part, ReadonlyArray<string>>> = {
  name: [
    "",
    "tên",
    "tên gọi",
    "đơn vị",
    "các đơn vị",
    "tên đơn vị",
    "đơn vị hành chính",
    "các đơn vị hành chính",
    "tên đơn vị hành chính",
    "đơn vị hành chính cấp xã",
    "tên đơn vị hành chính cấp xã",
    "phường",
    "xã",
    "xã, phường",
    "phường, xã",
    "phường/xã",
    "xã/phường",
    "phường xã",
    "xã, phường, thị trấn",
    "xã, phường, đặc khu",
    "các phường",
    "các xã",
    "các xã, phường",
    "các phường, xã",
    "các xã, phường, thị trấn",
    "tên xã, phường",
    "tên phường, xã",
    "tên phường",
    "tên xã",
  ],
  kind: [
    "loại",
    "loại đơn vị",
    "loại đơn vị hành chính",
    "loại hình",
    "cấp",
    "cấp đơn vị",
    "cấp hành chính",
    "cấp đơn vị hành chính",
  ],
  code: [
    "mã",
    "mã số",
    "mã đơn vị",
    "mã đơn vị hành chính",
    "mã số đơn vị hành chính",
    "mã hành chính",
    "mã xã",
    "mã phường, xã",
    "mã xã, phường",
    "mã px",
  ],
  id: ["mã trong sổ", "mã trong sổ đơn vị"],
  parent: [
    "trực thuộc",
    "thuộc",
    "cấp trên",
    "đơn vị cấp trên",
    "cấp trên trực tiếp",
    "thuộc đơn vị",
    "huyện",
    "quận, huyện",
    "quận/huyện",
    "quận huyện",
    "tên huyện",
    "thuộc huyện",
    "thuộc quận, huyện",
    "thuộc huyện, thị xã, thành phố",
    "quận, huyện, thị xã",
  ],
  above: ["tỉnh", "thành phố", "tỉnh, thành phố", "tỉnh/thành phố", "tỉnh / thành phố", "tỉnh thành phố", "thuộc tỉnh"],
  population: ["dân số", "quy mô dân số", "số dân", "nhân khẩu"],
  households: ["số hộ", "hộ"],
  area: ["diện tích", "diện tích tự nhiên"],
  extent: ["phạm vi", "mức độ", "phần", "phần chuyển", "phần nhập", "toàn bộ/một phần", "toàn bộ, một phần"],
  event: ["hình thức", "hình thức sắp xếp", "phương án", "phương án sắp xếp", "nội dung sắp xếp", "cách sắp xếp"],
  date: [
    "ngày",
    "ngày hiệu lực",
    "ngày có hiệu lực",
    "hiệu lực",
    "hiệu lực từ",
    "hiệu lực từ ngày",
    "ngày sắp xếp",
    "thời điểm",
  ],
  decree: [
    "nghị quyết",
    "số nghị quyết",
    "văn bản",
    "số văn bản",
    "theo nghị quyết",
    "theo văn bản",
    "căn cứ",
    "số, ký hiệu văn bản",
  ],
  from: ["từ ngày", "có từ ngày", "ngày thành lập", "ngày bắt đầu"],
  to: ["đến ngày", "đến hết ngày", "ngày kết thúc"],
  former: [
    "sáp nhập từ",
    "nhập từ",
    "hình thành từ",
    "thành lập từ",
    "trên cơ sở",
    "đơn vị sáp nhập",
    "các đơn vị sáp nhập",
  ],
  "moved.population": [
    "dân số chuyển",
    "dân số chuyển sang",
    "dân số chuyển đi",
    "số dân chuyển",
    "dân số phần chuyển",
  ],
  "moved.households": ["số hộ chuyển", "số hộ chuyển sang", "số hộ chuyển đi", "số hộ phần chuyển"],
  "moved.area": ["diện tích chuyển", "diện tích chuyển sang", "diện tích chuyển đi", "diện tích phần chuyển"],
  ordinal: ["stt", "tt", "số tt", "số thứ tự", "no."],
  ignored: [
    "ghi chú",
    "trụ sở",
    "nơi đặt trụ sở",
    "tên tiếng anh",
    "mã qh",
    "mã tp",
    "mã huyện",
    "mã quận, huyện",
    "mã tỉnh",
    "note",
    "notes",
  ],
}

const parts = new Map<string, Part>(
  Object.entries(usual).flatMap(([part, words]) => words.map((word) => [Spelling.key(word), part as Part] as const)),
)

type Side = "old" | "new" | null

const sides: ReadonlyArray<readonly [words: RegExp, side: "old" | "new"]> = [
  [
    /(?:^|\s)(?:trước khi sắp xếp|trước sắp xếp|trước sáp nhập|được sắp xếp|thực hiện sắp xếp|được sáp nhập|hiện trạng|trước|cũ)(?=$|\s)/u,
    "old",
  ],
  [/(?:^|\s)(?:hình thành sau sắp xếp|sau khi sắp xếp|sau sắp xếp|sau sáp nhập|sau|mới)(?=$|\s)/u, "new"],
]

// "Mã ĐVHC cũ (5 chữ số)" is a code, of what was before.
const sided = (text: string): readonly [side: Side, rest: string] => {
  const key = Spelling.key(text.replace(/\s*\([^()]*\)\s*$/u, ""))
    .replaceAll("đvhc", "đơn vị hành chính")
    .replace(/^tên các/u, "các")
  for (const [words, side] of sides) if (words.test(key)) return [side, key.replace(words, " ").trim()]
  return [null, key]
}

const alone = new Set<string>(["name", "kind", "code", "id", "parent"])
const sizes = new Set<string>(["population", "households", "area"])

const joined = (side: Side, part: Part): Meaning => {
  if (part === "former") return "old.name"
  if (alone.has(part)) return (side === null ? part : `${side}.${part}`) as Meaning
  // How large a unit is matters only for what was divided.
  if (sizes.has(part)) return side === "old" ? (`old.${part}` as Meaning) : "ignored"
  return part as Meaning
}

const known = new Set<string>(["name", "old.name", "new.name"])

const ids = new Set<string>(UnitTable.columns)

// "Dân số của đơn vị cũ": of whom is said by the side.
const ofUnits = / (?:của )?(?:các )?(?:đơn vị(?: hành chính)?|phường, xã|xã, phường|phường|xã)$/u

/** Knows the headings of lists. */
export interface ListHeadings {
  readonly resolve: (path: ReadonlyArray<string>) => Resolved<Meaning>
  readonly weigh: (columns: ReadonlyArray<ListColumn>) => number
}

/**
 * The headings that lists usually have, and those that a mapping adds. Names of `UnitTable.columns` are headings too.
 *
 * @example
 * const { resolve } = make(UnitTable.usual)
 * resolve(["Tên ĐVHC mới"]) // { kind: "meaning", meaning: "new.name" }
 * resolve(["Trước sắp xếp", "Loại"]) // { kind: "meaning", meaning: "old.kind" }
 * resolve(["Trực thuọc"]) // { kind: "unknown", near: "Trực thuộc" }
 */
export const make = ({ headings }: UnitTable.UnitTable): ListHeadings => {
  const resolve = (path: ReadonlyArray<string>): Resolved<Meaning> => {
    const levels = path.map(plain).filter((text) => text !== "")
    for (const text of [levels.join(" > "), levels.at(-1) ?? ""]) {
      const mapped = headings.get(Spelling.key(text))
      if (mapped !== undefined) return { kind: "meaning", meaning: mapped ?? "ignored" }
      if (ids.has(text)) return { kind: "meaning", meaning: text as UnitTable.Column }
    }
    let side: Side = null
    let part: Part | null = null
    for (const [own, rest] of levels.map(sided)) {
      side = own ?? side
      const found = parts.get(rest) ?? parts.get(rest.replace(ofUnits, ""))
      // A group that only says of which side it is, or what all below it is, leaves the part to those below.
      if (found === undefined) part = null
      else if (rest !== "" || part === null) part = found
    }
    if (part === null) {
      const near = Spelling.nearest(sided(levels.at(-1) ?? "")[1], [...parts.keys()].filter(Boolean))
      return { kind: "unknown", near: Spelling.capitalised(near ?? "") }
    }
    return { kind: "meaning", meaning: joined(side, part) }
  }
  return { resolve, weigh }
}

// A head names units; the more of its columns are understood, the surer it is one.
const weigh = (columns: ReadonlyArray<ListColumn>): number => {
  const meanings = new Set(
    columns.flatMap(({ resolved }) => (resolved.kind === "meaning" ? [resolved.meaning as string] : [])),
  )
  meanings.delete("ignored")
  return [...meanings].some((meaning) => known.has(meaning)) ? meanings.size : 0
}
