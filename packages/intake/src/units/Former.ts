// The units that a resolution lists as those from which another was formed: "toàn bộ các phường Lam Sơn, Lam Giang và một
// phần diện tích tự nhiên, quy mô dân số của phường Đồng Lam".
import { Spelling } from "@danvan/core"
import { plain } from "../table/CellValue.ts"
import { isKind, type Words } from "./UnitName.ts"

/**
 * How much of a former unit went: all of it, a part, what was left of it; not said; or not to be told, since only the unit
 * before it is said to be a part.
 */
export type Extent = "whole" | "part" | "rest" | "unsaid" | "unclear"

/** A former unit as written. */
export interface Former {
  readonly name: string
  readonly extent: Extent
  /** The unit above it, where that stands behind the name in brackets; null where it does not. */
  readonly parent: string | null
  /** Its code, where that stands there. */
  readonly code: string | null
}

const extents: ReadonlyArray<readonly [words: RegExp, extent: Extent]> = [
  [/^(?:toàn bộ|nguyên trạng|100\s?%)(?![\p{L}\p{N}])/iu, "whole"],
  [/^(?:phần )?còn lại(?![\p{L}\p{N}])/iu, "rest"],
  [/^(?:(?:một|1) phần|phần lớn)(?![\p{L}\p{N}])/iu, "part"],
]

// What is said to go of a unit, between the extent and its name.
const measured =
  /(?<=toàn bộ|nguyên trạng|một phần|1 phần|phần lớn|phần còn lại)(?:\s*(?:,|và)?\s*(?:phần\s+)?(?:diện tích(?: đất)?(?: tự nhiên)?|(?:quy mô )?dân số))+(?:\s+của)?/giu
// Where it stands in the resolution, and what the new unit is called, say nothing of the former one.
const asides =
  /\s*\(?sau khi (?:đã )?(?:được )?(?:sắp xếp|điều chỉnh)[^;()]*?(?:Điều|Nghị quyết|khoản) này\)?|\s+(?:để )?thành (?:lập )?(?:phường|xã|đặc khu|thị trấn|đơn vị)[^;]*? có tên gọi là [^;]*$/giu
const verbs =
  /^(?:(?:sáp nhập|hợp nhất|nhập|thành lập|sắp xếp|hình thành|trên cơ sở|từ|gồm|của)\s*:?\s+)+(?=(?:các|những|toàn bộ|nguyên trạng|(?:một|1) phần|phần lớn|phần còn lại|phường|xã|thị|thành phố|đặc khu|quận|huyện|tỉnh)\s)/iu

// "các xã", "03 xã:"; a number alone is a name.
const several = /^(?:(?:các|những)\s+(?:đơn vị\s+)?|\d{1,2}\s+(?=(?:phường|xã|thị trấn)(?:\s|:)))/iu

/**
 * How much of a unit a word says that went; null for a word that says nothing of it.
 *
 * @example
 * extentOf("Một phần") // "part"
 * extentOf("Toàn bộ diện tích") // "whole"
 * extentOf("nhiều") // null
 */
export const extentOf = (text: string): Extent | null => extents.find(([words]) => words.test(plain(text)))?.[1] ?? null

/**
 * The units of a text, in its order. A kind that is said of several ("các phường") holds for those behind it, and so does
 * what is said to go of them.
 *
 * @example
 * const words = new Map([["phường", { word: "Phường", kind: "ward" }], ["xã", { word: "Xã", kind: "commune" }]])
 * read("các phường Lam Sơn, Lam Giang và một phần phường Đồng Lam", words).map(({ name, extent }) => [name, extent]) // [["phường Lam Sơn", "unsaid"], ["phường Lam Giang", "unsaid"], ["phường Đồng Lam", "part"]]
 * read("Xã Tân Lập (huyện Sao Mai)", words) // [{ name: "Xã Tân Lập", extent: "unsaid", parent: "huyện Sao Mai", code: null }]
 */
export const read = (text: string, words: Words): ReadonlyArray<Former> => {
  const lines = text.normalize("NFC").replace(/[\r\n•]+/g, ";")
  const said = plain(lines)
    .replace(asides, "")
    .replace(measured, " ")
    .replace(/\s+của\s+/giu, " ")
  const found: Array<Former> = []
  let [kind, extent, isShared] = ["", "unsaid" as Extent, false]
  for (const piece of said.split(/[;,+]|\s(?:và|với)\s/iu)) {
    const one = partsOf(piece, words)
    if (one === null) continue
    const isBare = one.kind === ""
    if (one.extent !== null || !isBare) {
      // "một phần phường A, phường B": whether B goes as a whole is not said.
      const isBehind = one.extent === null && extent === "part" && !one.shared
      extent = one.extent ?? (isBehind ? "unclear" : "unsaid")
      isShared = one.shared
      kind = one.kind
    } else if (!isShared) {
      extent = extent === "part" ? "unclear" : extent === "unclear" ? "unclear" : "unsaid"
      kind = ""
    }
    found.push({
      name: isShared && isBare ? `${kind} ${one.name}`.trim() : one.own,
      extent,
      parent: one.parent,
      code: one.code,
    })
  }
  return found
}

interface Piece {
  /** As written, with its kind. */
  readonly own: string
  /** Without the kind. */
  readonly name: string
  readonly kind: string
  /** "các": what is said holds for those behind as well. */
  readonly shared: boolean
  readonly extent: Extent | null
  readonly parent: string | null
  readonly code: string | null
}

const partsOf = (piece: string, words: Words): Piece | null => {
  let rest = plain(piece)
    .replace(/^(?:[-–—+*]|\d{1,2}[.)]|[a-zđ]\))\s*/iu, "")
    .replace(/\.$/, "")
  let extent: Extent | null = null
  let parent: string | null = null
  let code: string | null = null
  rest = rest.replace(verbs, "")
  for (const [said, means] of extents) {
    if (!said.test(rest) || extent !== null) continue
    extent = means
    rest = rest.replace(said, "").trim()
  }
  const shared = several.test(rest)
  rest = rest.replace(several, "").replace(/^([^:(]{2,14}):\s*/u, "$1 ")
  // What stands behind in brackets: how much of it, its code, or what it belonged to.
  const [, before = rest, within = ""] = /^(.+?)\s*\(([^()]*)\)$/u.exec(rest) ?? []
  if (within !== "") {
    const behind = extentOf(within)
    if (behind !== null) extent ??= behind
    else if (/^(?:mã\s*:?\s*)?\d{2,6}$/iu.test(within)) code = within.replace(/^\D+/u, "")
    else parent = within.replace(/^(?:thuộc|trực thuộc)\s+/iu, "")
    rest = before
  }
  const [, unit = rest, above = null] = /^(.+?)\s+(?:thuộc|trực thuộc)\s+(.+)$/iu.exec(rest) ?? []
  rest = unit
  parent ??= above
  if (rest === "") return null
  const said = kindOf(rest, words)
  return {
    own: rest,
    name: said === "" ? rest : rest.slice(said.length).trim(),
    kind: said,
    shared,
    extent,
    parent,
    code,
  }
}

// The words of a kind that a name begins with, as they are written there.
const kindOf = (name: string, words: Words): string => {
  const all = name.split(" ")
  for (let n = Math.min(6, all.length - 1); n > 0; n--) {
    const head = all.slice(0, n).join(" ")
    if (isKind(head, words) || /^(?:p|x|q|h|tt|tx|tp)\.$/iu.test(head)) return head
  }
  return ""
}

/** The words that a column of extents may hold, as people write them. */
export const extentWords = ["toàn bộ", "một phần", "phần còn lại"] as const

/** What became of a unit, by the word in a column of events. */
export type Event = "keep" | "join" | "merge" | "divide" | "separate" | "adjust" | "rename" | "dissolve" | "found"

// Of each event the word that is shown stands last.
const events: ReadonlyArray<readonly [word: string, event: Event]> = [
  ["không thay đổi", "keep"],
  ["không sắp xếp", "keep"],
  ["giữ nguyên", "keep"],
  ["sáp nhập vào", "join"],
  ["nhập vào", "join"],
  ["hợp nhất", "merge"],
  ["nhập", "merge"],
  ["sáp nhập", "merge"],
  ["chia tách", "divide"],
  ["chia", "divide"],
  ["tách ra", "separate"],
  ["tách", "separate"],
  ["điều chỉnh địa giới", "adjust"],
  ["điều chỉnh địa giới hành chính", "adjust"],
  ["điều chỉnh", "adjust"],
  ["đổi tên", "rename"],
  ["kết thúc hoạt động", "dissolve"],
  ["chấm dứt hoạt động", "dissolve"],
  ["giải thể", "dissolve"],
  ["thành lập mới", "found"],
  ["thành lập", "found"],
]
const byWord = new Map(events.map(([word, event]) => [Spelling.key(word), event]))

/** One word for each event, as people write them. */
export const eventWords: ReadonlyArray<string> = [...new Map(events.map(([word, event]) => [event, word])).values()]

/**
 * What became of a unit, by a word; null for one that is not known.
 *
 * @example
 * eventOf("Sáp nhập") // "merge"
 * eventOf("sắp đặt") // null
 */
export const eventOf = (text: string): Event | null => byWord.get(Spelling.key(text)) ?? null
