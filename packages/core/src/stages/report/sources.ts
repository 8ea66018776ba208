// What the figures rest on: how many units have reported each, and which submissions, by content.
import type { Inline, Inlines } from "@danvan/document"
import * as PlainDate from "../../vocabulary/PlainDate.ts"
import type * as Aggregate from "../Aggregate.ts"
import * as Coverage from "../Coverage.ts"
import { vi } from "../../wording/vi.ts"
import { absentees, cell, center, type Flow, head, indicatorLabel, indicatorOf, left, number } from "./cells.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

/** How many units owe each indicator, how many have reported it, and who has not. */
export const coverage = (writing: Writing.Writing, key: string): Flow => {
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
        cell(it.coverage.unitsOwing === 0 ? [Writing.own(writing, vi.how[it.how])] : missingNames(writing, it)),
      ],
    })),
    foot: [],
    notes: writing.report.illustrative
      ? [[Writing.own(writing, "Báo cáo của từng đơn vị trong bản này là báo cáo minh hoạ.")]]
      : [],
  }
}

const missingNames = (writing: Writing.Writing, it: Aggregate.Cell): Inlines =>
  Coverage.isComplete(it.coverage) ? [words("không")] : absentees(writing, it)

// Whether the period has days, and whose: a reader must know that a source states none.
/** The submissions behind the report. */
// By default a report names what it rests on by content alone; units and submissions only when it discloses them.
export const sources = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> => {
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
          words("; kỳ báo cáo: "),
          Writing.stretch(writing, writing.report.period),
          words(". Mã nội dung: phần đầu mã băm của nội dung báo cáo đã nhận."),
        ],
      ],
    },
  ]
}
