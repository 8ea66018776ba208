// Listed things: tasks from whom to whom, events with persons and offices, models, dialogues.
import type { Inline, Inlines } from "@danvan/document"
import type * as Entry from "../../registers/Entry.ts"
import * as OrgUnit from "../../registers/OrgUnit.ts"
import * as Registers from "../../registers/Registers.ts"
import * as Period from "../../vocabulary/Period.ts"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import type { Listed } from "../Report.ts"
import { cell, center, type Flow, head, left, number } from "./cells.ts"
import * as prose from "./prose.ts"
import * as Writing from "./Writing.ts"

const { words, label } = Writing

/** A table of tasks; empty when there is none. */
export const tasks = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> => {
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

/** An event: its name, day and course, and a table of its persons. */
export const eventBlocks = (
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
        { width: 34, ...left },
        { width: null, ...left },
        { width: 62, ...left },
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

/**
 * What a part of a dimension is called, or a unit by its name. Other words may be the name of a person, who is named by the
 * report of the very unit that named them and by none above it.
 */
const named = (
  writing: Writing.Writing,
  dimension: string,
  text: string | undefined,
  { subject }: Listed<unknown>,
): Inlines => {
  if (text === undefined) return [words("chưa nêu")]
  const { dimensions, units } = Registers.index(writing.registers)
  const member = dimensions.get(dimension)?.members.find(({ id }) => id === text)
  const unit = units.get(text)
  const known = member?.label.vi ?? (unit && OrgUnit.name(unit, Period.referenceDate(writing.report.period)))
  if (known === undefined && subject !== writing.report.request.subject) return [words("không nêu tên")]
  return [{ kind: "name", text: known ?? text, ref: text }]
}

/** A table of the models of all units; empty when none was listed. */
export const models = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> =>
  table(writing, `${key}-models`, "Mô hình “Dân vận khéo”", writing.report.models, [
    ["Tên mô hình", null, ({ entry }) => [{ kind: "name", text: entry.name, ref: entry.id }]],
    ["Đơn vị", 50, ({ subject }) => [Writing.unitName(writing, subject)]],
    ["Lĩnh vực", 42, (one) => named(writing, "field", one.entry.field, one)],
    ["Chủ trì", 42, (one) => named(writing, "owner", one.entry.owner, one)],
  ])

/** A table of the dialogues of all units; empty when none was listed. */
export const dialogues = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> =>
  table<Entry.Dialogue>(writing, `${key}-dialogues`, "Các cuộc đối thoại", writing.report.dialogues, [
    ["Ngày", 24, ({ entry }) => [{ kind: "date", date: entry.date, text: PlainDate.toText(entry.date) }]],
    ["Đơn vị", 50, ({ subject }) => [Writing.unitName(writing, subject)]],
    ["Chủ trì", 46, (one) => named(writing, "chair", one.entry.chair, one)],
    [
      "Nội dung",
      null,
      ({ entry, pointer, submission }) =>
        entry.topic === undefined
          ? [words("chưa nêu")]
          : prose.inlines(writing, entry.topic, { pointer: `${pointer}/topic`, submission }),
    ],
  ])

type Column<A> = readonly [title: string, width: number | null, content: (one: Listed<A>) => Inlines]

const table = <A>(
  writing: Writing.Writing,
  id: string,
  caption: string,
  all: ReadonlyArray<Listed<A>>,
  columns: ReadonlyArray<Column<A>>,
): ReadonlyArray<Flow> =>
  all.length === 0
    ? []
    : [
        {
          kind: "table",
          id,
          caption: [words(`${caption}, `), Writing.period(writing.report.period)],
          unit: null,
          columns: [{ width: 10, ...center }, ...columns.map(([, width]) => ({ width, ...left }))],
          head: head("TT", ...columns.map(([title]) => title)),
          body: all.map((one, i) => ({
            cells: [
              cell(number(i + 1)),
              ...columns.map(([, , content], c) => cell(content(one), c === 0 ? { header: true } : {})),
            ],
          })),
          foot: [],
          notes: [],
        },
      ]
