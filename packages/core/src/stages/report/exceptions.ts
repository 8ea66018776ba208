// What must be known about the figures and is no figure itself: what is missing, late, estimated, held back, or differs.
// Units are named only as far as the request discloses where figures come from; otherwise they are counted.
import type { Inline, Inlines } from "@danvan/document"
import * as Result from "effect/Result"
import type * as Indicator from "../../registers/Indicator.ts"
import * as Registers from "../../registers/Registers.ts"
import type * as Issue from "../../vocabulary/Issue.ts"
import type * as Value from "../../vocabulary/Value.ts"
import * as Period from "../../vocabulary/Period.ts"
import { vi } from "../../wording/vi.ts"
import * as Aggregate from "../Aggregate.ts"
import * as Coverage from "../Coverage.ts"
import { cell, center, type Flow, head, indicatorLabel, indicatorOf, left, number } from "./cells.ts"
import * as Writing from "./Writing.ts"

const { words, label } = Writing

/** A unit and what is to be said of it. */
interface Remark {
  readonly subject: string
  readonly text: string
  /** The finding in full, with its numbers. */
  readonly detail?: string
}

/** An indicator, or null for a submission as a whole, and the units that it is about. */
interface Row {
  readonly about: Indicator.Series | null
  readonly remarks: ReadonlyArray<Remark>
}

/** The tables of exceptions; one sentence where there is nothing to tell. */
export const exceptions = (writing: Writing.Writing, key: string): ReadonlyArray<Flow> => {
  const tables = [
    ...table(writing, key, "missing", "Chưa có số liệu", missing(writing)),
    ...table(writing, key, "late", "Gửi sau thời hạn", late(writing)),
    ...table(writing, key, "inexact", "Số ước, số sơ bộ, số chưa chính xác", inexact(writing)),
    ...table(writing, key, "held", "Bị giữ lại, không tính vào tổng", held(writing)),
    ...table(writing, key, "differing", "Không khớp", differing(writing)),
  ]
  if (tables.length > 0) return tables
  const text = "Không có số liệu thiếu, gửi muộn, ước tính, bị giữ lại hoặc không khớp."
  return [{ kind: "paragraph", role: "body", content: [words(text)] }]
}

const disclosure = Writing.discloses

const table = (
  writing: Writing.Writing,
  key: string,
  sort: string,
  caption: string,
  rows: ReadonlyArray<Row>,
): ReadonlyArray<Flow> =>
  rows.length === 0
    ? []
    : [
        {
          kind: "table",
          id: `${key}-${sort}`,
          caption: [words(caption)],
          unit: null,
          columns: [
            { width: 10, ...center },
            { width: 56, ...left },
            { width: 22, ...center },
            { width: null, ...left },
          ],
          head: head("TT", "Chỉ tiêu", "Số đơn vị", disclosure(writing) === "printed" ? "Lý do" : "Đơn vị, lý do"),
          body: rows.map((row, i) => ({
            cells: [
              cell(number(i + 1)),
              cell(row.about === null ? [words("Cả báo cáo")] : nameOf(writing, row.about), { header: true }),
              cell(count(writing, sort, caption, row)),
              cell(told(writing, row)),
            ],
          })),
          foot: [],
          notes: [],
        },
      ]

const nameOf = (writing: Writing.Writing, it: Indicator.Series): Inlines => {
  const whole = [label(indicatorOf(writing, it.indicator)?.label.vi ?? it.indicator, it.indicator)]
  const found = Aggregate.get(writing.report.aggregate, it)
  return found && it.dimension !== undefined ? [...whole, words(" "), ...indicatorLabel(writing, found)] : whole
}

const count = (writing: Writing.Writing, sort: string, caption: string, { about, remarks }: Row): Inlines => {
  const { request, period } = writing.report
  const units = new Set(remarks.map(({ subject }) => subject)).size
  const figure = `${about?.indicator ?? "submissions"}@${request.subject}@${Period.toId(period)}|${sort}`
  const name = about === null ? "" : `; ${indicatorOf(writing, about.indicator)?.label.vi ?? about.indicator}`
  return [Writing.counted(writing, figure, String(units), `Số đơn vị; ${caption}${name}`)]
}

// By what is said, each time with the units; without them where they stay inside the office.
const told = (writing: Writing.Writing, { about, remarks }: Row): Inlines => {
  const asked = disclosure(writing)
  const open = asked === "all" && about !== null && Writing.isSecret(writing, about.indicator) ? "unit" : asked
  const byText = new Map<string, Array<Remark>>()
  for (const remark of remarks) byText.set(remark.text, [...(byText.get(remark.text) ?? []), remark])
  return Writing.joined(
    [...byText].map(([text, all]): Inlines => {
      if (open === "printed") return [words(text)]
      const units = Writing.joined(
        [...new Map(all.map((one) => [`${one.subject} ${open === "all" ? one.detail : ""}`, one])).values()].map(
          ({ subject, detail }): Inlines => [
            Writing.unitName(writing, subject),
            ...(open === "all" && detail !== undefined ? [words(" "), quoted(detail)] : []),
          ],
        ),
        ", ",
      )
      return [words(`${text}: `), ...units]
    }),
    "; ",
  )
}

const quoted = (text: string): Inline => ({ kind: "quotation", text: `(${text})` })

const totals = ({ report }: Writing.Writing): ReadonlyArray<Aggregate.Cell> =>
  report.aggregate.cells.filter(({ dimension }) => dimension === undefined)

const missing = (writing: Writing.Writing): ReadonlyArray<Row> =>
  totals(writing).flatMap((about) => {
    if (Coverage.isComplete(about.coverage)) return []
    const question = { subject: about.subject, series: about, period: writing.report.period, ...writing.report.on }
    const absent = Coverage.missing(writing.registers, writing.facts, question)
    return [{ about, remarks: absent.map(({ subject, reason }) => ({ subject, text: vi.missing[reason] })) }]
  })

const late = (writing: Writing.Writing): ReadonlyArray<Row> => {
  const remarks = writing.report.findings.flatMap(({ code, subject, params }) =>
    code === "submission.late" && subject !== undefined
      ? [
          {
            subject,
            text: "nhận được sau thời hạn",
            detail: `nhận ngày ${String(params["received"])}, hạn ${String(params["due"])}`,
          },
        ]
      : [],
  )
  return remarks.length === 0 ? [] : [{ about: null, remarks }]
}

const qualifierOf = (value: Value.Value): string => {
  if (value.kind === "quantity" || value.kind === "rate") return value.qualifier
  if (value.kind !== "share") return "exact"
  return value.x.qualifier === "exact" ? value.y.qualifier : value.x.qualifier
}

const inexact = (writing: Writing.Writing): ReadonlyArray<Row> =>
  totals(writing).flatMap((about) => {
    const { registers, facts, report } = writing
    const tree = Aggregate.explain(registers, facts, { subject: about.subject, period: report.period }, about)
    if (Result.isFailure(tree)) return []
    const remarks = Writing.leaves(tree.success).flatMap(({ subject, flags, value }): ReadonlyArray<Remark> => {
      const found = flags.filter((flag) => flag === "estimated" || flag === "provisional" || flag === "carried")
      const rough = qualifierOf(value) === "exact" ? [] : ["số gần đúng"]
      return [...found.map((flag) => vi.flags[flag]), ...rough].map((text) => ({ subject, text }))
    })
    return remarks.length === 0 ? [] : [{ about, remarks }]
  })

// Findings by indicator, in the catalogue's order; what is about no indicator first.
const byIndicator = (
  writing: Writing.Writing,
  issues: ReadonlyArray<Issue.Issue>,
  say: (issue: Issue.Issue) => string | null,
): ReadonlyArray<Row> => {
  const order = [...Registers.index(writing.registers).indicators.keys()]
  const found = new Map<string, Array<Remark>>()
  for (const issue of issues) {
    const text = say(issue)
    if (text === null || issue.subject === undefined) continue
    const detail = vi.issues[issue.code](issue.params).message.replace(/\.$/, "")
    const key = issue.indicator ?? ""
    found.set(key, [...(found.get(key) ?? []), { subject: issue.subject, text, detail }])
  }
  return [...found]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([indicator, remarks]) => ({ about: indicator === "" ? null : { indicator }, remarks }))
}

const held = (writing: Writing.Writing): ReadonlyArray<Row> =>
  byIndicator(writing, writing.report.findings, ({ severity, code }) =>
    severity === "error" && code !== "fact.conflict" ? "có lỗi, chờ đính chính" : null,
  )

const differences: Partial<Record<Issue.IssueCode, string>> = {
  "whole.differs": "số nêu cho toàn địa bàn khác tổng của các đơn vị",
  "period.parts-differ": "số cả kỳ khác tổng của các kỳ nhỏ",
  "fact.conflict": "hai báo cáo nêu hai số khác nhau",
  "claim.percent-differs": "tỷ lệ ghi kèm khác tỷ lệ tính lại",
  "claim.change-differs": "mức tăng, giảm ghi kèm khác mức tính lại",
  "rule.failed-warning": "trái với một quy tắc kiểm tra, vẫn được tính",
}

const differing = (writing: Writing.Writing): ReadonlyArray<Row> => {
  const { aggregate, units, findings } = writing.report
  const all = [...findings, ...aggregate.issues, ...units.flatMap(({ issues }) => issues)]
  return byIndicator(writing, all, ({ code }) => differences[code] ?? null)
}
