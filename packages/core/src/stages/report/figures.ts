// Figures that an outline chooses, one beside the other: unit by unit where several units are concerned, else as a list;
// and every figure of each unit by itself.
import type { Inline, Inlines, Row } from "@danvan/document"
import * as Registers from "../../registers/Registers.ts"
import * as ComparisonText from "../../wording/ComparisonText.ts"
import * as Aggregate from "../Aggregate.ts"
import {
  cell,
  center,
  chosen,
  columnsOf,
  columnWidth,
  type Flow,
  indicatorLabel,
  indicatorOf,
  isConcerned,
  isWide,
  left,
  number,
  type Place,
  printed,
  wanted,
} from "./cells.ts"
import { groundsRow, notes, protection, sumsByUnit, totalRow, unitCell, unitNotes } from "./indicators.ts"
import * as maps from "./maps.ts"
import * as rounding from "./rounding.ts"
import * as Writing from "./Writing.ts"

const { words, label } = Writing

/** The chosen figures; nothing where nobody owes or sent one of them. */
export const figures = (writing: Writing.Writing, place: Place): ReadonlyArray<Flow> => {
  const all = wanted(writing, undefined).filter(({ dimension }) => dimension === undefined)
  const cells = place.indicators === undefined ? all : chosen(writing, place.indicators)
  if (cells.length === 0) return []
  const numbers = cells.filter((it) => indicatorOf(writing, it.indicator)?.kind !== "text")
  const units = writing.report.units.filter((unit) => numbers.some((it) => isShown(Aggregate.get(unit, it))))
  if (units.length < 2) return [list(writing, place, cells)]
  return split(groups(numbers), columnsOf(place)).map((part, i, { length }) =>
    byUnit(writing, place, length === 1 ? `${place.key}-figures` : `${place.key}-figures-${i + 1}`, part, units),
  )
}

/** Columns under one head: a total beside its parts. */
type Group = ReadonlyArray<Aggregate.Cell>

const groups = (cells: ReadonlyArray<Aggregate.Cell>): ReadonlyArray<Group> => {
  const found: Array<Array<Aggregate.Cell>> = []
  for (const it of cells) {
    const last = found.at(-1)
    if (last?.[0]?.indicator === it.indicator) last.push(it)
    else found.push([it])
  }
  return found
}

// As many columns as fit; what stands under one head stays together where it can.
const split = (all: ReadonlyArray<Group>, most: number): ReadonlyArray<ReadonlyArray<Group>> => {
  const pieces = all.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / most) }, (_, i) => group.slice(i * most, (i + 1) * most)),
  )
  const found: Array<Array<Group>> = [[]]
  for (const piece of pieces) {
    const last = found.at(-1) ?? []
    const taken = last.reduce((sum, { length }) => sum + length, 0)
    if (taken > 0 && taken + piece.length > most) found.push([piece])
    else last.push(piece)
  }
  return found
}

// The name of a part, or what stands beside the parts.
const partLabel = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  if (it.dimension === undefined) return [words("Tổng số")]
  const { dimensions } = Registers.index(writing.registers)
  const member = dimensions.get(it.dimension)?.members.find(({ id }) => id === it.member)
  return [label(member?.label.vi ?? it.member ?? "", `${it.dimension}=${it.member}`)]
}

const indicatorName = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => [
  label(indicatorOf(writing, it.indicator)?.label.vi ?? it.indicator, it.indicator),
]

// Indicators over their parts over their measures.
const headOf = (writing: Writing.Writing, part: ReadonlyArray<Group>, told: rounding.Telling): ReadonlyArray<Row> => {
  const isCut = (group: Group): boolean => group.some(({ dimension }) => dimension !== undefined)
  const cut = part.some(isCut)
  const columns = part.flat()
  const top = part.map((group) => {
    const [first] = group
    return cell(first ? indicatorName(writing, first) : [], {
      ...(group.length > 1 ? { colSpan: group.length } : {}),
      ...(cut && !isCut(group) ? { rowSpan: 2 } : {}),
    })
  })
  const rowSpan = cut ? 3 : 2
  return [
    { cells: [cell([words("TT")], { rowSpan }), cell([words("Đơn vị")], { rowSpan }), ...top] },
    ...(cut
      ? [{ cells: part.flatMap((group) => (isCut(group) ? group.map((it) => cell(partLabel(writing, it))) : [])) }]
      : []),
    { cells: columns.map((it) => cell([{ kind: "emphasis", content: [told.measure(it.indicator)] }])) },
  ]
}

const isShown = (it: Aggregate.Cell | undefined): boolean => it !== undefined && isConcerned(it)

const byUnit = (
  writing: Writing.Writing,
  place: Place,
  id: string,
  part: ReadonlyArray<Group>,
  units: ReadonlyArray<Aggregate.Aggregate>,
): Flow => {
  const columns = part.flat()
  const told = rounding.telling(writing, place, id, sumsByUnit(columns, units))
  const grounds = columns.filter(({ coverage }) => coverage.unitsOwing > 0)
  return {
    kind: "table",
    id,
    caption: [words("Số liệu theo đơn vị, "), Writing.period(writing.report.period)],
    unit: null,
    columns: [
      { width: 10, ...center },
      { width: null, ...left },
      ...columns.map(() => ({ width: columnWidth(writing, place, columns.length), align: "right" }) as const),
    ],
    head: headOf(writing, part, told),
    body: units.map((unit, i) => ({
      cells: [
        cell(number(i + 1)),
        cell([Writing.unitName(writing, unit.subject)], { header: true }),
        ...columns.map((it) => unitCell(writing, Aggregate.get(unit, it), told)),
      ],
    })),
    foot: [totalRow(columns, told), ...(grounds.length === 0 ? [] : [groundsRow(writing, columns)])],
    notes: [...told.notes, ...unitNotes(writing, columns, units)],
  }
}

const listHead = (compared: Inlines | null): ReadonlyArray<Row> => [
  {
    cells: [
      ...["TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"].map((title) => cell([words(title)])),
      ...(compared === null ? [] : [cell(compared)]),
    ],
  },
]

// What every figure of a table is held against, if it is one thing: then the head says it once, and no cell again.
const base = (writing: Writing.Writing, cells: ReadonlyArray<Aggregate.Cell>): Inline | null => {
  const found = cells.flatMap((it) => Writing.comparisonOf(writing, it, null) ?? [])
  const [first] = found
  const said = new Set(found.map((one) => ComparisonText.against(one, "vi")))
  if (first === undefined || said.size > 1 || cells.some(({ claims }) => claims?.change)) return null
  return { kind: "period", period: first.against, text: ComparisonText.against(first, "vi") }
}

const list = (writing: Writing.Writing, place: Place, cells: ReadonlyArray<Aggregate.Cell>): Flow => {
  const compared = writing.report.comparisons.length > 0
  const against = base(writing, cells)
  const told = rounding.telling(writing, place, `${place.key}-figures`, rounding.sumsOf(cells))
  const title = against === null ? [words("So sánh")] : [words("So với "), against]
  let n = 0
  let last = ""
  return {
    kind: "table",
    id: `${place.key}-figures`,
    caption: [words("Số liệu "), Writing.period(writing.report.period)],
    unit: null,
    columns: [
      { width: 10, ...center },
      { width: null, ...left },
      { width: 30, ...center },
      { width: 36, align: "right" },
      ...(compared ? [{ width: isWide(place) ? 70 : 46, ...left }] : []),
    ],
    head: listHead(compared ? title : null),
    body: cells.map((it) => {
      const isFirst = it.indicator !== last
      last = it.indicator
      const name =
        it.dimension !== undefined && isFirst
          ? [...indicatorName(writing, it), words(": "), ...partLabel(writing, it)]
          : indicatorLabel(writing, it)
      return {
        cells: [
          cell(isFirst ? number(++n) : []),
          cell(name, { header: true }),
          cell([told.measure(it.indicator)]),
          cell(told.print(it, "detail")),
          ...(compared ? [cell(printed(writing, it, against === null ? "change" : "difference"))] : []),
        ],
      }
    }),
    foot: [],
    notes: [...told.notes, ...notes(writing, cells), ...protection(writing, cells)],
  }
}

/** Every figure of each unit below, a table for each; only what it owes or sent. */
export const eachUnit = (writing: Writing.Writing, place: Place): ReadonlyArray<Flow> => {
  const named = new Set((place.indicators ?? []).map((text) => text.split("[")[0]))
  return writing.report.units.flatMap((unit): ReadonlyArray<Flow> => {
    const cells = unit.cells.filter(
      (it) => (place.indicators === undefined || named.has(it.indicator)) && isConcerned(it),
    )
    if (cells.length === 0) return []
    const told = rounding.telling(writing, place, `${place.key}-${unit.subject}`, rounding.sumsOf(cells))
    let n = 0
    return [
      {
        kind: "table",
        id: `${place.key}-${unit.subject}`,
        caption: [Writing.unitName(writing, unit.subject)],
        unit: null,
        columns: [
          { width: 10, ...center },
          { width: null, ...left },
          { width: 30, ...center },
          { width: 40, align: "right" },
        ],
        head: listHead(null),
        body: cells.map((it) => ({
          cells: [
            cell(it.dimension === undefined ? number(++n) : []),
            cell(indicatorLabel(writing, it), { header: true }),
            cell([told.measure(it.indicator)]),
            cell(told.print(it, "detail")),
          ],
        })),
        foot: [],
        notes: [...told.notes, ...maps.remainders(writing, cells, false), ...protection(writing, cells)],
      },
    ]
  })
}
