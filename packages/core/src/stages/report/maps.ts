// What a reader must know of the map: on which day's it is drawn, and what could not be told apart between its units.
import type { Inline, Inlines } from "@danvan/document"
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

/** What could not be split, figure by figure, a note for each cell. */
export const remainders = (
  writing: Writing.Writing,
  cells: ReadonlyArray<Aggregate.Cell>,
  named = false,
): ReadonlyArray<Inlines> =>
  cells.filter(isPartial).map((it) => {
    const measure = Writing.measureOf(writing, it)
    const parts = it.remainder.map((rest, i): Inlines => {
      const id = `${Indicator.seriesId(it)}@${it.subject}@${it.period}|remainder-${i + 1}`
      const text = ValueText.full(rest.value, measure, "vi")
      const about = `Số chưa tách được; ${rest.unit}; ${rest.period}`
      const among = Writing.joined(
        rest.to.map((unit) => [Writing.unitName(writing, unit)]),
        ", ",
      )
      return [
        Writing.counted(writing, id, text, about),
        words(" của "),
        Writing.unitName(writing, rest.unit),
        words(" chung cho "),
        ...among,
      ]
    })
    const whose = named ? [Writing.unitName(writing, it.subject), words(", ")] : []
    return [
      ...whose,
      ...indicatorLabel(writing, it),
      words(": chưa cộng "),
      ...Writing.joined(parts, "; "),
      words(", vì không có căn cứ để tách."),
    ]
  })
