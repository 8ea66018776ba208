// What headings mean: the mapping first, then what this kind of table is usually headed by, then ids and labels of the
// catalogue, then names of units. A heading may be stacked: each level narrows the one above it.
import { FigureText, Indicator, Mapping, Registers, Spelling } from "@danvan/core"
import * as Names from "./Names.ts"
import { plain } from "./CellValue.ts"
import type { Column } from "./Head.ts"

/** What a heading means. */
export type Meaning =
  | Mapping.Target
  /** Figures of one unit stand under it. */
  | { readonly kind: "unit"; readonly unit: string }
  /** A sum of the others stands under it. */
  | { readonly kind: "total" }

/** What a heading was found to be. */
export type Resolved<M = Meaning> =
  | { readonly kind: "meaning"; readonly meaning: M }
  | { readonly kind: "ambiguous"; readonly readings: ReadonlyArray<string> }
  | { readonly kind: "unknown"; readonly near: string }

/** Knows the headings of a catalogue, a register of units and perhaps a mapping. */
export interface Headings {
  /** What a heading means; `path` are its levels from top to bottom, none of them empty. */
  readonly resolve: (path: ReadonlyArray<string>) => Resolved
  /** How much of a head was understood. */
  readonly weigh: (columns: ReadonlyArray<Column>) => number
  /** What names a unit; ids of those that bear the name. */
  readonly units: Names.Names<string>
}

// How the tables of offices are headed. Left out are running numbers and notes, which hold no figures.
const usual: Readonly<Record<Mapping.Field | "ignored" | "total", ReadonlyArray<string>>> = {
  subject: [
    "Đơn vị",
    "Tên đơn vị",
    "Đơn vị báo cáo",
    "Mã đơn vị",
    "Địa phương",
    "Địa bàn",
    "Phường",
    "Xã",
    "Phường, xã",
    "Xã, phường",
    "Xã, phường, thị trấn",
    "Phường/xã",
    "Xã/phường",
    "Cơ quan, đơn vị",
    "Unit",
  ],
  period: ["Kỳ báo cáo", "Kỳ", "Period"],
  reporter: ["Nơi gửi", "Đơn vị gửi", "Reporter"],
  revision: ["Lần", "Lần báo cáo", "Revision"],
  reason: ["Lý do", "Lý do đính chính", "Reason"],
  indicator: ["Chỉ tiêu", "Tên chỉ tiêu", "Mã chỉ tiêu", "Nội dung", "Nội dung chỉ tiêu", "Indicator"],
  value: ["Số lượng", "Số liệu", "Kết quả", "Giá trị", "Thực hiện", "Value"],
  measure: ["Đơn vị tính", "ĐVT", "Measure"],
  ignored: ["STT", "TT", "Số TT", "Số thứ tự", "Ghi chú", "No.", "Note", "Notes"],
  total: ["Tổng", "Tổng số", "Tổng cộng", "Cộng", "Toàn quận", "Toàn huyện", "Toàn tỉnh", "Toàn thành phố", "Total"],
}

const ofWhich = /^trong đó:?$/iu

const altering =
  /kế hoạch|chỉ tiêu giao|cùng kỳ|kỳ trước|năm trước|so với|so sánh|tăng|giảm|luỹ kế|lũy kế|ước|dự kiến|mục tiêu|quý|tháng|\d{4}/u

const totals = new Set(usual.total.map(Spelling.key))

/**
 * Whether a name is that of a sum: Tổng cộng, Cộng (khối phường).
 *
 * @example
 * isTotal("TỔNG CỘNG:") // true
 * isTotal("Cộng Hoà") // false
 */
export const isTotal = (text: string): boolean => {
  const name = Spelling.key(text.replace(/\s*[:(].*$/u, ""))
  return totals.has(name) || /^tổng (cộng|số) /u.test(name)
}

const field = (name: Mapping.Field): Meaning => ({ kind: "field", field: name })
const meaningId = (one: Meaning): string => JSON.stringify(one)

/**
 * The headings that registers know, and a mapping where there is one. Names of units are those of the given day.
 *
 * @example
 * const { resolve, units } = make(registers, null)
 * resolve(["Mô hình đăng ký", "Kinh tế"]) // { kind: "meaning", meaning: { kind: "series", series: { indicator: "model.registered", dimension: "field", member: "economy" } } }
 * resolve(["Cuộc hộp"]) // { kind: "unknown", near: "Cuộc họp" }
 * units.find("phường an") // { kind: "one", value: "an-ward-2000" }
 */
export const make = (registers: Registers.Registers, mapping: Mapping.Mapping | null): Headings => {
  const { dimensions, measures } = Registers.index(registers)
  const { indicators } = registers.catalogue
  const series = (one: Indicator.Series): Meaning => ({ kind: "series", series: one })
  const names = Names.of<Meaning>(
    [
      ...indicators.flatMap(({ id, label }) =>
        [id, label.vi, label.en].map((name) => [name, series({ indicator: id })] as const),
      ),
      // The text of a part, `model.registered[field=economy]`, is a name too.
      ...indicators.flatMap(({ id, breakdowns = [] }) =>
        breakdowns.flatMap(({ dimension }) =>
          (dimensions.get(dimension)?.members ?? []).map(({ id: member }) => {
            const part = { indicator: id, dimension, member }
            return [Indicator.seriesId(part), series(part)] as const
          }),
        ),
      ),
    ],
    (a, b) => meaningId(a) === meaningId(b),
  )
  const customs = new Map<string, Meaning>([
    ...Mapping.fields.flatMap((name) => usual[name].map((text) => [Spelling.key(text), field(name)] as const)),
    ...usual.ignored.map((text) => [Spelling.key(text), { kind: "ignored" }] as const),
  ])
  const units = unitNames(registers, mapping)
  const known = (text: string): Resolved | null => {
    const mapped = mapping?.headings.get(Spelling.key(text)) ?? customs.get(Spelling.key(text))
    if (mapped) return { kind: "meaning", meaning: mapped }
    const found = names.find(text)
    if (found.kind === "one") return { kind: "meaning", meaning: found.value }
    if (found.kind === "many") return { kind: "ambiguous", readings: found.values.map(meaningText) }
    return null
  }
  // Quỹ vận động (triệu đồng): the unit of counting stands behind the name, and counts.
  const measured = (text: string): Resolved | null => {
    const [, name = "", measure = ""] =
      /^(.+?)\s*(?:\(\s*(?:đvt:?\s*|đơn vị tính:?\s*)?([^()]+)\)|,\s*([^,()]+))\s*$/iu.exec(text) ?? []
    const found = name === "" ? null : known(name)
    if (found?.kind !== "meaning" || found.meaning.kind !== "series" || measure === "") return found
    const own = measures.get(indicators.find(({ id }) => id === seriesOf(found.meaning)?.indicator)?.measure ?? "")
    if (own !== undefined && Spelling.key(own.vi) === Spelling.key(measure)) return found
    return isMeasure(measure) ? { kind: "meaning", meaning: { ...found.meaning, measure } } : null
  }
  const below = (parent: Meaning, text: string): Meaning | null => {
    if (parent.kind !== "series" || parent.series.dimension !== undefined) return null
    if (isTotal(text)) return parent
    const indicator = indicators.find(({ id }) => id === parent.series.indicator)
    const parts = (indicator?.breakdowns ?? []).flatMap(({ dimension }) =>
      (dimensions.get(dimension)?.members ?? []).flatMap((member) =>
        [member.id, member.label.vi, member.label.en].map((name) => [name, { dimension, member: member.id }] as const),
      ),
    )
    const found = Names.of(parts, (a, b) => a.dimension === b.dimension && a.member === b.member).find(text)
    return found.kind === "one" ? { ...parent, series: { ...parent.series, ...found.value } } : null
  }
  const resolve = (path: ReadonlyArray<string>): Resolved => {
    const levels = path.map(plain).filter((text, i, all) => text !== "" && text !== all[i - 1] && !ofWhich.test(text))
    const [first = "", last = ""] = [levels[0], levels.at(-1)]
    const whole = known(levels.join(" > ")) ?? (levels.length === 1 ? measured(first) : null)
    if (whole) return whole
    if (levels.length > 1) {
      const parent = resolve(levels.slice(0, -1))
      if (parent.kind === "meaning") {
        const narrowed = below(parent.meaning, last)
        if (narrowed) return { kind: "meaning", meaning: narrowed }
      }
      // Under a plan, another year, a comparison the same words mean other figures.
      if (levels.slice(0, -1).some((text) => altering.test(text.toLowerCase()))) return { kind: "unknown", near: "" }
      const alone = known(last) ?? measured(last)
      if (alone) return alone
    }
    const unit = units.find(last)
    if (unit.kind === "one") return { kind: "meaning", meaning: { kind: "unit", unit: unit.value } }
    if (unit.kind === "many") return { kind: "ambiguous", readings: unit.values }
    if (isTotal(last)) return { kind: "meaning", meaning: { kind: "total" } }
    return { kind: "unknown", near: names.near(last) }
  }
  return { resolve, weigh, units }
}

// What is understood counts, each meaning once; a table of one figure column still is one.
const weigh = (columns: ReadonlyArray<Column>): number => {
  const meanings = new Set<string>()
  const kinds = new Set<string>()
  for (const { resolved, column } of columns) {
    if (resolved.kind === "unknown") continue
    const kind = resolved.kind === "ambiguous" ? "series" : kindOf(resolved.meaning)
    kinds.add(kind)
    if (kind === "ignored" || kind === "total") continue
    meanings.add(resolved.kind === "ambiguous" ? String(column) : JSON.stringify(resolved.meaning))
  }
  const isAcross = kinds.has("series")
  const isDown = kinds.has("indicator") && (kinds.has("value") || kinds.has("unit"))
  return isAcross || isDown ? meanings.size : 0
}

const kindOf = (meaning: Meaning): string => (meaning.kind === "field" ? meaning.field : meaning.kind)

/**
 * Whether a text is a unit of counting that figures are written in.
 *
 * @example
 * isMeasure("triệu đồng") // true
 * isMeasure("lần 1") // false
 */
export const isMeasure = (text: string): boolean => {
  const [figure] = FigureText.read(`1 ${text}`)
  if (!figure || figure.length < text.trim().length + 2) return false
  return "percent" in figure || ("unit" in figure && figure.unit !== null)
}

const seriesOf = (meaning: Meaning): Indicator.Series | null => (meaning.kind === "series" ? meaning.series : null)

const meaningText = (meaning: Meaning): string =>
  meaning.kind === "series" ? Indicator.seriesId(meaning.series) : meaning.kind

// Every name that a unit ever had leads to it, and its codes; which of several is meant is for the period to say.
const unitNames = ({ organisations }: Registers.Registers, mapping: Mapping.Mapping | null): Names.Names<string> => {
  const mapped = mapping?.units ?? new Map<string, string>()
  const names = Names.of<string>(
    organisations.units.flatMap((unit) => [
      [unit.id, unit.id] as const,
      ...unit.names.flatMap(({ vi, short, en }) =>
        [vi, short, en].flatMap((name) => (name === undefined ? [] : [[name, unit.id] as const])),
      ),
      ...(unit.codes ?? []).map(({ code }) => [code, unit.id] as const),
    ]),
    Object.is,
  )
  return {
    find: (text) => {
      const id = mapped.size === 0 ? undefined : mapped.get(Spelling.key(text))
      return id === undefined ? names.find(text) : { kind: "one", value: id }
    },
    near: names.near,
  }
}
