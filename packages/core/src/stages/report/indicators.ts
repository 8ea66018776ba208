// Figures in tables and in a chart: all indicators of the subject, and the same unit by unit.
import { type Cell as TableCell, type Inline, type Inlines, isDigitFree, plainText, type Row } from "@danvan/document"
import * as Result from "effect/Result"
import * as Indicator from "../../registers/Indicator.ts"
import * as Registers from "../../registers/Registers.ts"
import * as Spelling from "../../vocabulary/Spelling.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as Aggregate from "../Aggregate.ts"
import * as Coverage from "../Coverage.ts"
import * as ValueText from "../../wording/ValueText.ts"
import { vi } from "../../wording/vi.ts"
import {
  absentees,
  cell,
  center,
  columnsOf,
  columnWidth,
  type Flow,
  head,
  indicatorLabel,
  indicatorOf,
  isConcerned,
  left,
  number,
  type Place,
  printed,
  wanted,
} from "./cells.ts"
import * as maps from "./maps.ts"
import * as rounding from "./rounding.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

/** Every indicator with its parts, its result and what it rests on. */
export const indicators = (writing: Writing.Writing, place: Place): Flow => {
  let n = 0
  const { key } = place
  const cells = wanted(writing, place.indicators)
  const { print, measure, notes: said } = rounding.telling(writing, place, `${key}-table`, rounding.sumsOf(cells))
  return {
    kind: "table",
    id: `${key}-table`,
    caption: [words("Các chỉ tiêu, "), Writing.period(writing.report.period)],
    unit: null,
    columns: [
      { width: 10, ...center },
      { width: null, ...left },
      { width: 26, ...center },
      { width: 32, align: "right" },
      { width: 38, ...left },
    ],
    head: head("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", onGrounds(writing)),
    body: cells.map((it) => ({
      cells: [
        cell(it.dimension === undefined ? number(++n) : []),
        cell(indicatorLabel(writing, it), { header: true }),
        cell([measure(it.indicator)]),
        cell(print(it, "detail")),
        cell(repeats(writing, it) ? [] : grounds(writing, it)),
      ],
    })),
    foot: [],
    notes: [...said, ...notes(writing, cells), ...protection(writing, cells)],
  }
}

const grounds = (writing: Writing.Writing, it: Aggregate.Cell): Inlines =>
  it.coverage.unitsOwing === 0 ? [Writing.own(writing, vi.how[it.how])] : covered(writing, it)

// A part rests on what its total rests on, as a rule; only where it does not is it said again.
const repeats = ({ report }: Writing.Writing, it: Aggregate.Cell): boolean => {
  if (it.dimension === undefined) return false
  const total = report.aggregate.cells.find((one) => one.indicator === it.indicator && one.dimension === undefined)
  const { coverage } = total ?? it
  const { unitsComplete, unitsOwing } = it.coverage
  return total?.how === it.how && coverage.unitsComplete === unitsComplete && coverage.unitsOwing === unitsOwing
}

/** What a reader must know beside the numbers: printed changes, gaps, what is not added up, what only illustrates. */
export const notes = (writing: Writing.Writing, cells: ReadonlyArray<Aggregate.Cell>): ReadonlyArray<Inlines> => {
  const totals = cells.filter((it) => it.dimension === undefined)
  const found: Array<Inlines> = [...maps.drawn(writing), ...maps.remainders(writing, totals, false)]
  for (const it of totals) {
    const name = indicatorLabel(writing, it)
    if (it.claims?.change) found.push([...name, words(": "), ...printed(writing, it, "change"), words(".")])
    if (it.how === "whole" && indicatorOf(writing, it.indicator)?.kind === "rate") {
      found.push([...name, words(": tỷ lệ được báo cáo chung, không có số gốc nên không cộng, không tính bình quân.")])
    }
    found.push(...explained(writing, it))
    if (!Coverage.isComplete(it.coverage)) {
      found.push([
        ...name,
        words(": "),
        ...absentees(writing, it),
        words(" chưa có số liệu; tổng chỉ gồm các đơn vị đã báo cáo."),
      ])
    }
  }
  found.push(...elsewhere(writing, totals))
  const illustrative = totals.filter((it) => it.flags.includes("illustrative"))
  const unconfirmed = illustrative.filter((it) => !Writing.isConfirmed(it))
  if (unconfirmed.length === totals.length && totals.length > 0) {
    found.push([Writing.own(writing, "Tất cả số liệu trong bảng này là số minh hoạ.")])
    return found
  }
  if (illustrative.length > 0) {
    found.push([Writing.own(writing, `${Spelling.capitalised(vi.confirmed)}; ${vi.illustrative}.`)])
  }
  if (unconfirmed.length > 0) {
    const names = Writing.joined(
      unconfirmed.map((it) => indicatorLabel(writing, it)),
      "; ",
    )
    found.push([Writing.own(writing, "Cả tổng số cũng là số minh hoạ: "), ...names, words(".")])
  }
  return found
}

// What a unit writes about its own number stays with the report's authors, unless the report names its sources.
const explained = (writing: Writing.Writing, it: Aggregate.Cell): ReadonlyArray<Inlines> => {
  const name = indicatorLabel(writing, it)
  const all = Writing.explanations(writing, it)
  if (Writing.discloses(writing) !== "printed") {
    return all.map(({ subject, text }) => {
      const said: Inline = { kind: "quotation", text: `“${text}”` }
      return [...name, words(": "), Writing.unitName(writing, subject), words(" giải trình "), said, words(".")]
    })
  }
  const count = new Set(all.map(({ subject }) => subject)).size
  const id = `${Indicator.seriesId(it)}@${it.subject}@${it.period}|explained`
  const about = `Số đơn vị có giải trình; ${indicatorOf(writing, it.indicator)?.label.vi ?? ""}`
  const said = (): Inline => Writing.counted(writing, id, String(count), about)
  return count === 0 ? [] : [[...name, words(": "), said(), words(" đơn vị có giải trình số liệu.")]]
}

/** What “được bảo vệ” means, where it stands in a table. */
export const protection = (writing: Writing.Writing, cells: ReadonlyArray<Aggregate.Cell>): ReadonlyArray<Inlines> => {
  const below = writing.report.request.publish?.small?.below
  const hidden = cells.filter((it) => Writing.treatmentOf(writing, it) === "protected")
  if (below === undefined || hidden.length === 0) return []
  const limit = Writing.counted(writing, "publish.small", String(below), "Mức dưới đó số liệu nhạy cảm được bảo vệ")
  return [
    [
      words(`“${vi.protected.short}”: số nhỏ hơn `),
      limit,
      words(" của chỉ tiêu nhạy cảm không được in ra, cũng như số mà từ đó có thể tính ra số ấy."),
    ],
  ]
}

// Figures that go by another calendar than the report, with their days.
const elsewhere = (writing: Writing.Writing, totals: ReadonlyArray<Aggregate.Cell>): ReadonlyArray<Inlines> => {
  const { registers, report } = writing
  const others = new Set(totals.map(({ period }) => period).filter((id) => id !== Period.toId(report.period)))
  return [...others].flatMap((id) => {
    const period = Registers.period(registers, id)
    if (Result.isFailure(period)) return []
    const names = totals.filter((it) => it.period === id).map((it) => indicatorLabel(writing, it))
    const stretch = Writing.stretch(writing, period.success)
    return [[words("Số liệu theo "), stretch, words(": "), ...Writing.joined(names, "; "), words(".")]]
  })
}

/** Every indicator unit by unit, with total and coverage. */
// Only indicators that some unit below answered; a figure known for the whole alone has no row by unit.
// Columns that do not fit on the page stand in a further table.
export const byUnit = (writing: Writing.Writing, place: Place): ReadonlyArray<Flow> => {
  const { units } = writing.report
  const all = wanted(writing, place.indicators).filter(
    (it) => it.dimension === undefined && units.some((unit) => Aggregate.get(unit, it)?.how !== "none"),
  )
  const most = columnsOf(place)
  const pieces = Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most))
  return pieces.map((columns, i) =>
    unitTable(writing, place, pieces.length === 1 ? `${place.key}-table` : `${place.key}-table-${i + 1}`, columns),
  )
}

const unitTable = (
  writing: Writing.Writing,
  place: Place,
  id: string,
  columns: ReadonlyArray<Aggregate.Cell>,
): Flow => {
  const { report } = writing
  const told = rounding.telling(writing, place, id, sumsByUnit(columns, report.units))
  return {
    kind: "table",
    id,
    caption: [words("Kết quả theo đơn vị, "), Writing.period(report.period)],
    unit: null,
    columns: [
      { width: 10, ...center },
      { width: null, ...left },
      ...columns.map(() => ({ width: columnWidth(writing, place, columns.length), align: "right" }) as const),
    ],
    head: [
      {
        cells: [
          cell([words("TT")], { rowSpan: 2 }),
          cell([words("Đơn vị")], { rowSpan: 2 }),
          ...columns.map((it) => cell(indicatorLabel(writing, it))),
        ],
      },
      { cells: columns.map((it) => cell([{ kind: "emphasis", content: [told.measure(it.indicator)] }])) },
    ],
    body: report.units.map((unit, i) => ({
      cells: [
        cell(number(i + 1)),
        cell([Writing.unitName(writing, unit.subject)], { header: true }),
        ...columns.map((it) => unitCell(writing, Aggregate.get(unit, it), told)),
      ],
    })),
    foot: [totalRow(columns, told), groundsRow(writing, columns)],
    notes: [...told.notes, ...unitNotes(writing, columns, report.units)],
  }
}

/** What the columns of a table unit by unit add up. */
export const sumsByUnit = (
  columns: ReadonlyArray<Aggregate.Cell>,
  units: ReadonlyArray<Aggregate.Aggregate>,
): ReadonlyArray<rounding.Sum> =>
  columns.map((total) => ({ total, parts: units.flatMap((unit) => Aggregate.get(unit, total) ?? []) }))

/** The foot of a table unit by unit: what its columns come to. */
export const totalRow = (columns: ReadonlyArray<Aggregate.Cell>, told: rounding.Telling): Row => ({
  cells: [
    cell([{ kind: "strong", content: [words("Tổng cộng")] }], { colSpan: 2, ...center, header: true }),
    ...columns.map((it) => cell([{ kind: "strong", content: told.print(it, "bare") }])),
  ],
})

/** And what that rests on. */
export const groundsRow = (writing: Writing.Writing, columns: ReadonlyArray<Aggregate.Cell>): Row => ({
  cells: [
    cell([words(onGrounds(writing))], { colSpan: 2, ...center, header: true }),
    ...columns.map((it) => cell(covered(writing, it), center)),
  ],
})

/** What the signs in a table unit by unit mean, and what could not be split or is protected. */
export const unitNotes = (
  writing: Writing.Writing,
  columns: ReadonlyArray<Aggregate.Cell>,
  units: ReadonlyArray<Aggregate.Aggregate>,
): ReadonlyArray<Inlines> => {
  const { report } = writing
  const cellsOf = (one: Aggregate.Aggregate) => columns.flatMap((it) => Aggregate.get(one, it) ?? [])
  const partial = units.flatMap(cellsOf).filter(maps.isPartial)
  return [
    ...maps.drawn(writing),
    ...(partial.length > 0
      ? [[words("Dấu “*”: ngoài số này còn số của đơn vị trước khi sắp xếp chưa tách được, nêu dưới đây.")]]
      : []),
    ...maps.remainders(writing, partial, true),
    ...(units.some((unit) => columns.some((it) => !isOwn(Aggregate.get(unit, it))))
      ? [[words("Dấu “–”: không thuộc phạm vi báo cáo của đơn vị.")]]
      : []),
    ...(report.illustrative ? [[Writing.own(writing, "Số của từng đơn vị trong bảng này là số minh hoạ.")]] : []),
    ...protection(writing, [report.aggregate, ...units].flatMap(cellsOf)),
  ]
}

/** Whether a unit has something to show in a column: it sent it, owes it, or a part of it could not be split. */
export const isOwn = (own: Aggregate.Cell | undefined): own is Aggregate.Cell =>
  own !== undefined && (isConcerned(own) || maps.isPartial(own))

/** A unit's figure in a table, with a sign where something beside it could not be split; words in the middle. */
export const unitCell = (
  writing: Writing.Writing,
  own: Aggregate.Cell | undefined,
  told: rounding.Telling,
): TableCell => {
  if (!isOwn(own)) return cell([words("–")], center)
  const content = [...told.print(own, "bare"), ...(maps.isPartial(own) ? [words(" *")] : [])]
  return isDigitFree(plainText(content, Object.fromEntries(writing.figures))) ? cell(content, center) : cell(content)
}

// What stands beside every "8/8 phường".
const onGrounds = (writing: Writing.Writing): string =>
  writing.report.illustrative ? Writing.spelt(writing, `Trên cơ sở (${vi.illustrative})`) : "Trên cơ sở"

/** In a narrow column without the remark on illustrative numbers: the head of the column or row has it. */
export const covered = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  const question = { subject: it.subject, series: it, period: writing.report.period, ...writing.report.on }
  const text = vi.coverage(Coverage.byKind(writing.registers, writing.facts, question))
  const id = `${Indicator.seriesId(it)}@${it.subject}@${it.period}|units`
  return [
    Writing.counted(writing, id, text, `Số đơn vị đã báo cáo; ${indicatorOf(writing, it.indicator)?.label.vi ?? ""}`),
  ]
}

/** Bars of some indicators, unit by unit. */
export const chart = (
  writing: Writing.Writing,
  key: string,
  only: ReadonlyArray<string> | undefined,
): ReadonlyArray<Flow> => {
  const { report } = writing
  const series = wanted(writing, only).filter((it) => it.dimension === undefined)
  if (series.length === 0 || report.units.length === 0) return []
  const points = (it: Aggregate.Cell) =>
    report.units.map((unit) => {
      const own = Aggregate.get(unit, it)
      const figure = own?.value.kind === "quantity" ? Writing.figure(writing, own, "bare") : null
      return own?.value.kind === "quantity" && figure?.kind === "figure"
        ? { figure: figure.figure, value: Number(ValueText.machine(own.value, Writing.measureOf(writing, own))) }
        : null
    })
  const names = Writing.joined(
    series.map((it) => indicatorLabel(writing, it)),
    "; ",
  )
  return [
    {
      kind: "chart",
      id: `${key}-chart`,
      form: "bar",
      caption: [
        ...(series.length === 1 ? names : [words("So sánh các đơn vị")]),
        words(", "),
        Writing.period(report.period),
      ],
      unit: null,
      categories: report.units.map((unit) => [Writing.unitName(writing, unit.subject, "short")]),
      series: series.map((it) => ({ label: indicatorLabel(writing, it), points: points(it) })),
      alternative: [
        words("Biểu đồ thanh ngang so sánh "),
        ...names,
        words(" của từng phường, cơ quan, đơn vị; số của mỗi thanh ghi ở đầu thanh."),
      ],
      notes: report.illustrative ? [[Writing.own(writing, "Số của từng đơn vị là số minh hoạ.")]] : [],
    },
  ]
}
