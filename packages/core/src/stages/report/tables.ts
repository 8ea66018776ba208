// The tables, chart and lists of a report. Each number is a figure; each empty place says why.
import type { Block, Cell as TableCell, Inline, Inlines, Row } from "@danvan/document"
import { ordinal } from "../../registers/Form.ts"
import * as Indicator from "../../registers/Indicator.ts"
import type * as Outline from "../../registers/Outline.ts"
import * as OrgUnit from "../../registers/OrgUnit.ts"
import * as Registers from "../../registers/Registers.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import * as Aggregate from "../Aggregate.ts"
import * as Coverage from "../Coverage.ts"
import { vi } from "../../wording/vi.ts"
import * as prose from "./prose.ts"
import * as Writing from "./Writing.ts"

type Flow = Exclude<Block, { readonly kind: "appendix" }>

const { words, label } = Writing

const number = (n: number): Inlines => [{ kind: "ordinal", n, text: ordinal(n, "arabic") }]
const cell = (content: Inlines, rest: Omit<TableCell, "content"> = {}): TableCell => ({ content, ...rest })
const head = (...titles: ReadonlyArray<string>): ReadonlyArray<Row> => [
  { cells: titles.map((title) => cell([words(title)])) },
]
const center = { align: "center" } as const
const left = { align: "left" } as const
const printed = (writing: Writing.Writing, it: Aggregate.Cell, filter: Writing.Filter): Inlines => {
  const inline = Writing.figure(writing, it, filter)
  return inline ? [inline] : [words("–")]
}

/** The table, list or chart of a part. `key` begins the ids; `only` limits indicators. */
export const ofPart = (
  writing: Writing.Writing,
  part: Exclude<Outline.Part, "narrative">,
  key: string,
  only: ReadonlyArray<string> | undefined,
): ReadonlyArray<Flow> => {
  switch (part) {
    case "tasks":
      return tasks(writing, key)
    case "events":
      return writing.report.events.flatMap((event, i) => eventBlocks(writing, event, `${key}-${i + 1}`))
    case "indicators":
      return [indicators(writing, key, only)]
    case "by-unit":
      return [byUnit(writing, key, only)]
    case "chart":
      return chart(writing, key, only)
    case "coverage":
      return [coverage(writing, key), ...sources(writing, key)]
  }
}

const wanted = (writing: Writing.Writing, only: ReadonlyArray<string> | undefined): ReadonlyArray<Aggregate.Cell> =>
  writing.report.aggregate.cells.filter((it) => only === undefined || only.includes(it.indicator))

const indicatorOf = (writing: Writing.Writing, id: string): Indicator.Indicator | undefined =>
  Registers.index(writing.registers).indicators.get(id)

const measureLabel = (writing: Writing.Writing, id: string): Inline => {
  const measure = indicatorOf(writing, id)?.measure ?? ""
  return label(Registers.index(writing.registers).measures.get(measure)?.vi ?? measure, measure)
}

const indicatorLabel = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  const { dimensions } = Registers.index(writing.registers)
  if (it.dimension === undefined)
    return [label(indicatorOf(writing, it.indicator)?.label.vi ?? it.indicator, it.indicator)]
  const member = dimensions.get(it.dimension)?.members.find(({ id }) => id === it.member)
  return [words("- "), label(member?.label.vi ?? it.member ?? "", `${it.dimension}=${it.member}`)]
}

const indicators = (writing: Writing.Writing, key: string, only: ReadonlyArray<string> | undefined): Flow => {
  let n = 0
  const cells = wanted(writing, only)
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
        cell([measureLabel(writing, it.indicator)]),
        cell(printed(writing, it, "detail")),
        cell(it.coverage.unitsOwing === 0 ? [words(vi.how[it.how])] : covered(writing, it)),
      ],
    })),
    foot: [],
    notes: notes(writing, cells),
  }
}

// What a reader must know beside the numbers: printed changes, gaps, what is not added up, what only illustrates.
const notes = (writing: Writing.Writing, cells: ReadonlyArray<Aggregate.Cell>): ReadonlyArray<Inlines> => {
  const found: Array<Inlines> = []
  const totals = cells.filter((it) => it.dimension === undefined)
  for (const it of totals) {
    const name = indicatorLabel(writing, it)
    if (it.claims?.change) found.push([...name, words(": "), ...printed(writing, it, "change"), words(".")])
    if (it.how === "whole" && indicatorOf(writing, it.indicator)?.kind === "rate") {
      found.push([...name, words(": tỷ lệ được báo cáo chung, không có số gốc nên không cộng, không tính bình quân.")])
    }
    if (!Coverage.isComplete(it.coverage)) {
      found.push([
        ...name,
        words(": "),
        ...absentees(writing, it),
        words(" chưa có số liệu; tổng chỉ gồm các đơn vị đã báo cáo."),
      ])
    }
  }
  const unconfirmed = totals.filter((it) => it.flags.includes("illustrative") && !Writing.isConfirmed(it))
  if (totals.some((it) => it.flags.includes("illustrative"))) {
    found.push([words(`${vi.confirmed.charAt(0).toUpperCase()}${vi.confirmed.slice(1)}; ${vi.illustrative}.`)])
  }
  if (unconfirmed.length > 0) {
    const names = Writing.joined(
      unconfirmed.map((it) => indicatorLabel(writing, it)),
      "; ",
    )
    found.push([words("Cả tổng số cũng là số minh hoạ: "), ...names, words(".")])
  }
  return found
}

const absentees = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  const question = { subject: it.subject, series: it, period: writing.report.period }
  const missing = Coverage.missing(writing.registers, writing.facts, question)
  const units = [...new Set(missing.map(({ subject }) => subject))]
  return Writing.joined(
    units.map((unit) => [Writing.unitName(writing, unit)]),
    ", ",
  )
}

// Only indicators that some unit below answered; a figure known for the whole alone has no row by unit.
const byUnit = (writing: Writing.Writing, key: string, only: ReadonlyArray<string> | undefined): Flow => {
  const { report } = writing
  const columns = wanted(writing, only).filter(
    (it) => it.dimension === undefined && report.units.some((unit) => Aggregate.get(unit, it)?.how !== "none"),
  )
  return {
    kind: "table",
    id: `${key}-table`,
    caption: [words("Kết quả theo đơn vị, "), Writing.period(report.period)],
    unit: null,
    columns: [
      { width: 10, ...center },
      { width: null, ...left },
      ...columns.map(() => ({ width: 24, align: "right" }) as const),
    ],
    head: [
      {
        cells: [
          cell([words("TT")], { rowSpan: 2 }),
          cell([words("Đơn vị")], { rowSpan: 2 }),
          ...columns.map((it) => cell(indicatorLabel(writing, it))),
        ],
      },
      { cells: columns.map((it) => cell([{ kind: "emphasis", content: [measureLabel(writing, it.indicator)] }])) },
    ],
    body: report.units.map((unit, i) => ({
      cells: [
        cell(number(i + 1)),
        cell([Writing.unitName(writing, unit.subject)], { header: true }),
        ...columns.map((it) => cell(unitFigure(writing, unit, it))),
      ],
    })),
    foot: [
      {
        cells: [
          cell([{ kind: "strong", content: [words("Tổng cộng")] }], { colSpan: 2, ...center, header: true }),
          ...columns.map((it) => cell([{ kind: "strong", content: printed(writing, it, "bare") }])),
        ],
      },
      {
        cells: [
          cell([words(onGrounds(writing))], { colSpan: 2, ...center, header: true }),
          ...columns.map((it) => cell(covered(writing, it))),
        ],
      },
    ],
    notes: [
      [words("Dấu “–”: không thuộc phạm vi báo cáo của đơn vị.")],
      ...(report.illustrative ? [[words("Số của từng đơn vị trong bảng này là số minh hoạ.")]] : []),
    ],
  }
}

const unitFigure = (writing: Writing.Writing, unit: Aggregate.Aggregate, it: Aggregate.Cell): Inlines => {
  const own = Aggregate.get(unit, it)
  if (!own || (own.how === "none" && own.coverage.unitsOwing === 0)) return [words("–")]
  return printed(writing, own, "bare")
}

// What stands beside every "8/8 phường".
const onGrounds = (writing: Writing.Writing): string =>
  writing.report.illustrative ? `Trên cơ sở (${vi.illustrative})` : "Trên cơ sở"

// In a narrow column without the remark on illustrative numbers: the head of the column or row has it.
const covered = (writing: Writing.Writing, it: Aggregate.Cell): Inlines => {
  const question = { subject: it.subject, series: it, period: writing.report.period }
  const text = vi.coverage(Coverage.byKind(writing.registers, writing.facts, question))
  const id = `${Indicator.seriesId(it)}@${it.subject}@${it.period}|units`
  return [
    Writing.counted(writing, id, text, `Số đơn vị đã báo cáo; ${indicatorOf(writing, it.indicator)?.label.vi ?? ""}`),
  ]
}

const chart = (writing: Writing.Writing, key: string, only: ReadonlyArray<string> | undefined): ReadonlyArray<Flow> => {
  const { report } = writing
  const series = wanted(writing, only).filter((it) => it.dimension === undefined)
  if (series.length === 0 || report.units.length === 0) return []
  const points = (it: Aggregate.Cell) =>
    report.units.map((unit) => {
      const own = Aggregate.get(unit, it)
      const figure = own?.value.kind === "quantity" ? Writing.figure(writing, own, "bare") : null
      return own?.value.kind === "quantity" && figure?.kind === "figure"
        ? { figure: figure.figure, value: own.value.n }
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
      caption: [...names, words(" (theo đơn vị)")],
      unit: null,
      categories: report.units.map((unit) => [Writing.unitName(writing, unit.subject, "short")]),
      series: series.map((it) => ({ label: indicatorLabel(writing, it), points: points(it) })),
      alternative: [
        words("Biểu đồ thanh ngang so sánh "),
        ...names,
        words(" của từng phường, cơ quan, đơn vị; số của mỗi thanh ghi ở đầu thanh."),
      ],
      notes: report.illustrative ? [[words("Số của từng đơn vị là số minh hoạ.")]] : [],
    },
  ]
}

const coverage = (writing: Writing.Writing, key: string): Flow => {
  const totals = writing.report.aggregate.cells.filter((it) => it.dimension === undefined)
  const count = (it: Aggregate.Cell, what: "done" | "owing"): Inlines => {
    const n = what === "done" ? it.coverage.unitsComplete : it.coverage.unitsOwing
    const about = `${what === "done" ? "Số đơn vị đã có số liệu" : "Số đơn vị phải báo cáo"}; ${indicatorOf(writing, it.indicator)?.label.vi ?? ""}`
    return [Writing.counted(writing, `${it.indicator}@${it.subject}@${it.period}|${what}`, String(n), about)]
  }
  return {
    kind: "table",
    id: `${key}-table`,
    caption: [words("Số đơn vị đã có số liệu")],
    unit: null,
    columns: [
      { width: 10, ...center },
      { width: null, ...left },
      { width: 20, ...center },
      { width: 24, ...center },
      { width: 46, ...left },
    ],
    head: head("TT", "Chỉ tiêu", "Đã có", "Phải báo cáo", "Còn thiếu"),
    body: totals.map((it, i) => ({
      cells: [
        cell(number(i + 1)),
        cell(indicatorLabel(writing, it), { header: true }),
        cell(it.coverage.unitsOwing === 0 ? [words("–")] : count(it, "done")),
        cell(it.coverage.unitsOwing === 0 ? [words("–")] : count(it, "owing")),
        cell(it.coverage.unitsOwing === 0 ? [words(vi.how[it.how])] : missingNames(writing, it)),
      ],
    })),
    foot: [],
    notes: writing.report.illustrative ? [[words("Báo cáo của từng đơn vị trong bản này là báo cáo minh hoạ.")]] : [],
  }
}

const missingNames = (writing: Writing.Writing, it: Aggregate.Cell): Inlines =>
  Coverage.isComplete(it.coverage) ? [words("không")] : absentees(writing, it)

// By default a report names what it rests on by content alone; units and submissions only when it discloses them.
const sources = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> => {
  const { manifest } = writing.report.aggregate
  const open = (writing.report.request.disclose ?? "printed") !== "printed"
  const short = (fingerprint: string): string => fingerprint.replace("sha256:", "").slice(0, 16)
  return [
    {
      kind: "table",
      id: `${key}-sources`,
      caption: [words("Các báo cáo làm căn cứ")],
      unit: null,
      columns: open
        ? [
            { width: 10, ...center },
            { width: null, ...left },
            { width: 50, ...left },
            { width: 14, ...center },
            { width: 42, ...left },
          ]
        : [
            { width: 10, ...center },
            { width: null, ...left },
          ],
      head: open ? head("TT", "Đơn vị", "Báo cáo", "Lần", "Mã nội dung") : head("TT", "Mã nội dung"),
      body: manifest.submissions.map((origin, i) => {
        const hash: Inline = { kind: "name", text: short(origin.fingerprint), ref: origin.fingerprint }
        const revision: Inline = { kind: "ordinal", n: origin.revision, text: String(origin.revision) }
        const submission: Inline = { kind: "name", text: origin.submission, ref: origin.submission }
        return {
          cells: open
            ? [
                cell(number(i + 1)),
                cell([Writing.unitName(writing, origin.subject)], { header: true }),
                cell([submission]),
                cell([revision]),
                cell([hash]),
              ]
            : [cell(number(i + 1)), cell([hash], { header: true })],
        }
      }),
      foot: [],
      notes: [
        [
          words("Danh mục chỉ tiêu: "),
          { kind: "name", text: `${manifest.catalogue}, phiên bản ${manifest.version}`, ref: manifest.catalogue },
          words("; sổ đơn vị cập nhật đến "),
          { kind: "date", date: manifest.mapAsOf, text: PlainDate.toText(manifest.mapAsOf) },
          words(". Mã nội dung: phần đầu mã băm của nội dung báo cáo đã nhận."),
        ],
      ],
    },
  ]
}

const tasks = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> => {
  if (writing.report.tasks.length === 0) return []
  const { units } = Registers.index(writing.registers)
  const day = Period.referenceDate(writing.report.period)
  const party = (text: string): Inlines => {
    const unit = units.get(text)
    return [{ kind: "name", text: unit ? OrgUnit.name(unit, day) : text, ref: text }]
  }
  return [
    {
      kind: "table",
      id: `${key}-table`,
      caption: [words("Nhiệm vụ được giao")],
      unit: null,
      columns: [
        { width: 10, ...center },
        { width: null, ...left },
        { width: 36, ...left },
        { width: 38, ...left },
        { width: 20, ...center },
      ],
      head: head("TT", "Nhiệm vụ", "Nơi giao", "Nơi thực hiện", "Thời hạn"),
      body: writing.report.tasks.map(({ entry, pointer, submission }, i) => ({
        cells: [
          cell(number(i + 1)),
          cell(prose.inlines(writing, entry.text, { pointer: `${pointer}/text`, submission }), { header: true }),
          cell([
            { kind: "name", text: entry.from.office, ref: entry.from.office },
            ...(entry.from.person === undefined
              ? []
              : [words(" "), { kind: "name", text: entry.from.person, ref: entry.from.person } as const]),
          ]),
          cell(Writing.joined(entry.to.map(party), "; ")),
          cell(
            entry.due ? [{ kind: "date", date: entry.due, text: PlainDate.toText(entry.due) }] : [words("chưa nêu")],
          ),
        ],
      })),
      foot: [],
      notes: [],
    },
  ]
}

const parts = { chair: "Chủ trì", guest: "Dự", reporter: "Báo cáo", speaker: "Phát biểu" } as const

const eventBlocks = (
  writing: Writing.Writing,
  { entry, pointer, submission }: Writing.Writing["report"]["events"][number],
  key: string,
): ReadonlyArray<Flow> => {
  const { units } = Registers.index(writing.registers)
  const day = Period.referenceDate(writing.report.period)
  const at = (sub: string): prose.At => ({ pointer: `${pointer}/${sub}`, submission })
  const body = (id: string): Inline => {
    const unit = units.get(id)
    return { kind: "name", text: unit ? OrgUnit.name(unit, day) : id, ref: id }
  }
  const paragraph = (content: Inlines): Flow => ({ kind: "paragraph", role: "body", content })
  return [
    paragraph([words("Tên hội nghị: "), ...prose.inlines(writing, entry.name, at("name")), words(".")]),
    paragraph([
      words("Ngày tổ chức: "),
      { kind: "date", date: entry.date, text: PlainDate.toText(entry.date) },
      ...(entry.organiser === undefined ? [] : [words("; đơn vị tổ chức: "), body(entry.organiser)]),
      words("."),
    ]),
    ...(entry.description === undefined
      ? []
      : prose.paragraphs(writing, entry.description, at("description")).map(paragraph)),
    {
      kind: "table",
      id: `${key}-persons`,
      caption: [words("Đại biểu được nêu tên")],
      unit: null,
      columns: [
        { width: 10, ...center },
        { width: 38, ...left },
        { width: null, ...left },
        { width: 50, ...left },
      ],
      head: head("TT", "Họ và tên", "Chức vụ, cơ quan", "Tại hội nghị"),
      body: entry.persons.map((person, i) => ({
        cells: [
          cell(number(i + 1)),
          cell([{ kind: "name", text: person.name, ref: person.name }], { header: true }),
          cell(
            Writing.joined(
              person.offices.map((office) => [
                label(office.title, office.title),
                ...(office.body === undefined ? [] : [words(", "), body(office.body)]),
              ]),
              "; ",
            ),
          ),
          cell([
            words(parts[person.part]),
            ...(person.note === undefined
              ? []
              : [words(". "), ...prose.inlines(writing, person.note, at(`persons/${i}/note`))]),
          ]),
        ],
      })),
      foot: [],
      notes: [],
    },
  ]
}
