// What a reader must know of the map: on which day's it is drawn, and what could not be told apart between its units.
import type { Inline, Inlines } from "@danvan/document"
import * as Result from "effect/Result"
import * as Indicator from "../../registers/Indicator.ts"
import * as Lineage from "../../registers/Lineage.ts"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as ValueText from "../../wording/ValueText.ts"
import type * as Aggregate from "../Aggregate.ts"
import { indicatorLabel } from "./cells.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

const date = (day: PlainDate.PlainDate): Inline => ({ kind: "date", date: day, text: PlainDate.toText(day) })

/** On which map the figures stand, where it is not that of the period's end, or units changed within the period. */
export const drawn = (writing: Writing.Writing): ReadonlyArray<Inlines> => {
  const { report, registers } = writing
  const { day, since } = report.aggregate.map
  const end = Period.referenceDate(report.period)
  const begin = Period.days(report.period)?.from ?? end
  const within = Lineage.changed(registers.organisations, begin < day ? begin : day, end > day ? end : day)
  const below = [report.aggregate, ...report.units].some(({ map }) => map.since !== null && map.since > begin)
  if (day === end && !below) return []
  const gained = since !== null && since > begin && since <= end
  return [
    [
      words("Số liệu tổng hợp theo đơn vị hành chính ngày "),
      date(day),
      ...(within.length === 0
        ? []
        : [words("; số của các đơn vị trước khi sắp xếp tính cho đơn vị tiếp nhận toàn bộ")]),
      ...(gained ? [words("; địa bàn của đơn vị này có từ ngày "), date(since)] : []),
      words("."),
    ],
  ]
}

/** Whether a cell has figures beside it that could not be split. */
export const isPartial = (it: Aggregate.Cell): boolean => it.remainder.length > 0

/** What could not be split, a note for each unit and period; a figure beside several cells is told once. */
export const remainders = (
  writing: Writing.Writing,
  cells: ReadonlyArray<Aggregate.Cell>,
  above: boolean,
): ReadonlyArray<Inlines> => {
  const found = new Map<string, { readonly first: Aggregate.Remainder; readonly figures: Map<string, Inlines> }>()
  for (const it of cells) {
    for (const rest of it.remainder) {
      const key = [rest.unit, rest.period, ...rest.to.toSorted()].join(" ")
      const group = found.get(key) ?? { first: rest, figures: new Map<string, Inlines>() }
      found.set(key, group)
      const series = Indicator.seriesId(it)
      const text = ValueText.full(rest.value, Writing.measureOf(writing, it), "vi")
      const about = `Số chưa tách được; ${rest.unit}; ${rest.period}`
      const figure = Writing.counted(writing, `remainder ${series} ${key}`, text, about)
      group.figures.set(series, [...indicatorLabel(writing, it), words(": "), figure])
    }
  }
  return [...found.values()].map(({ first, figures }) => {
    const period = Period.fromText(first.period, writing.registers.catalogue.calendar)
    const among = Writing.joined(
      first.to.map((unit) => [Writing.unitName(writing, unit)]),
      ", ",
    )
    return [
      words("Chưa tách được: số của "),
      Writing.unitName(writing, first.unit),
      ...(Result.isSuccess(period) ? [words(", "), Writing.period(period.success)] : []),
      words(" ("),
      ...Writing.joined([...figures.values()], "; "),
      words(") là số chung của "),
      ...among,
      words(
        above
          ? "; không có căn cứ để tách nên chỉ có trong tổng."
          : "; không có căn cứ để tách nên không cộng vào đây.",
      ),
    ]
  })
}
