// Submissions as the files that offices make of them: what a unit's clerk types into a table, in whatever program, with
// titles, dots between thousands, sums. For whoever tests a way from files to figures; needs fast-check.
import * as Book from "@danvan/workbook/Book"
import * as Csv from "@danvan/workbook/Csv"
import { arbitrary, country } from "@danvan/core/testing"
import * as fc from "fast-check"
import type { File } from "../File.ts"

declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Submissions of one period, and the files that say the same. */
export interface Sent {
  readonly submissions: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly files: ReadonlyArray<File>
}

/** How a clerk writes. */
interface Hand {
  /** 1.234, or 1234. */
  readonly dots: boolean
  /** 05, or 5. */
  readonly zeros: boolean
  /** Khoảng 5 cuộc, or khoảng 5. */
  readonly measures: boolean
  /** Rows above the head. */
  readonly titles: ReadonlyArray<string>
  /** Ids in the head and in the rows, or labels and names. */
  readonly ids: boolean
  /** A column of running numbers before, a row of sums behind. */
  readonly framed: boolean
}

const hand: fc.Arbitrary<Hand> = fc.record({
  dots: fc.boolean(),
  zeros: fc.boolean(),
  measures: fc.boolean(),
  titles: fc.subarray(["QUẬN UỶ MAI", "BIỂU TỔNG HỢP CÔNG TÁC DÂN VẬN", "6 tháng đầu năm 2022", ""]),
  ids: fc.boolean(),
  framed: fc.boolean(),
})

const before: Readonly<Record<string, string>> = { exact: "", about: "khoảng ", over: "trên ", under: "gần " }

// What an invented unit may send, as somebody writes it into a cell.
const written = (raw: unknown, { dots, zeros, measures }: Hand, measure: string): string => {
  if (typeof raw === "number") {
    const digits = String(raw)
    if (zeros && raw < 10) return `0${digits}`
    return dots ? digits.replace(/\B(?=(\d{3})+$)/g, ".") : digits
  }
  const [[key, value] = ["", null]] = Object.entries(raw as Readonly<Record<string, unknown>>)
  if (key === "x") {
    const { x, y } = raw as { readonly x: unknown; readonly y: unknown }
    return `${written(x, { dots, zeros, measures } as Hand, "")}/${written(y, { dots, zeros, measures } as Hand, "")}`
  }
  const plain = written(value, { dots, zeros: false, measures } as Hand, measure)
  return `${before[key] ?? ""}${plain}${measures ? ` ${measure}` : ""}`
}

interface Column {
  readonly id: string
  readonly label: string
  readonly measure: string
  readonly of: (values: Readonly<Record<string, any>>) => unknown
}

const columns: ReadonlyArray<Column> = country.catalogue.indicators
  .filter(({ id }) => ["meeting.events", "meeting.turns", "convention.recognised", "member.count"].includes(id))
  .map(({ id, label, measure }) => ({
    id,
    label: label.vi,
    measure: country.catalogue.measures.find((one) => one.id === measure)?.vi ?? "",
    of: (values) => values[id],
  }))

const parts: ReadonlyArray<Column> = (["economy", "culture"] as const).map((member) => ({
  id: `model.registered[field=${member}]`,
  label: "",
  measure: "mô hình",
  of: (values) => values["model.registered"]?.by.field[member],
}))

// The head of a table that names parts by their ids or stacks them under their indicator.
const tableOf = (
  submissions: ReadonlyArray<Readonly<Record<string, any>>>,
  how: Hand,
): ReadonlyArray<ReadonlyArray<string>> => {
  const all = [...columns, ...parts]
  const frame = (first: string, row: ReadonlyArray<string>): ReadonlyArray<string> =>
    how.framed ? [first, ...row] : row
  const heads = how.ids
    ? [frame("TT", ["Mã đơn vị", ...all.map(({ id }) => id)])]
    : [
        frame("TT", ["Đơn vị", ...columns.map(({ label }) => label), "Mô hình đăng ký", ""]),
        frame("", ["", ...columns.map(() => ""), "Kinh tế", "Văn hoá"]),
      ]
  const nameOf = (id: unknown): string => country.organisations.units.find((unit) => unit.id === id)?.names[0]?.vi ?? ""
  const rows = submissions.map(({ subject, values }, i) =>
    frame(String(i + 1), [
      how.ids ? String(subject) : nameOf(subject),
      ...all.map(({ of, measure }) => (of(values) === undefined ? "" : written(of(values), how, measure))),
    ]),
  )
  const events = submissions.reduce((sum, { values }) => sum + Number(values["meeting.events"] ?? 0), 0)
  const foot = how.framed ? [["", "Tổng cộng", String(events)]] : []
  return [...how.titles.map((title) => [title]), ...heads, ...rows, ...foot]
}

const csv = (
  rows: ReadonlyArray<ReadonlyArray<string>>,
  delimiter: Csv.Delimiter,
  form: "NFC" | "NFD",
  mark: boolean,
): Uint8Array =>
  utf8(
    Csv.write(rows, delimiter)
      .normalize(form)
      .slice(mark ? 0 : 1),
  )

const xlsx = (rows: ReadonlyArray<ReadonlyArray<string>>): Uint8Array => {
  // A cell that is digits alone becomes a number, as it does where somebody types it.
  const value = (text: string): string | number => (/^(0|[1-9]\d*)$/.test(text) ? Number(text) : text)
  const sheet = {
    name: "Biểu 1",
    state: "visible",
    widths: [],
    rows: rows.map((row, r) => ({
      row: r + 1,
      cells: row.flatMap((text, c) => (text === "" ? [] : [{ column: c + 1, value: value(text) }])),
    })),
  } as const
  return Book.toBytes({ author: "", names: new Map(), sheets: [sheet] })
}

/**
 * A batch of the invented country, and files that say the same: JSON one by one or in a list, NDJSON, CSV in three
 * dialects, a workbook.
 */
export const sent: fc.Arbitrary<Sent> = fc
  .record({
    submissions: arbitrary.batch,
    how: hand,
    as: fc.constantFrom("json", "list", "ndjson", "csv;", "csv\t", "csv,", "xlsx"),
    form: fc.constantFrom("NFC" as const, "NFD" as const),
    mark: fc.boolean(),
  })
  .filter(({ submissions }) => submissions.length > 0)
  .map(({ submissions, how, as, form, mark }) => {
    const rows = tableOf(submissions, how)
    const files: Readonly<Record<string, () => ReadonlyArray<File>>> = {
      json: () => submissions.map((one, i) => ({ name: `${i}.json`, bytes: utf8(JSON.stringify(one, null, 2)) })),
      list: () => [{ name: "a.json", bytes: utf8(JSON.stringify(submissions)) }],
      ndjson: () => [{ name: "a.ndjson", bytes: utf8(submissions.map((one) => JSON.stringify(one)).join("\n")) }],
      xlsx: () => [{ name: "a.xlsx", bytes: xlsx(rows) }],
    }
    const made = files[as] ?? (() => [{ name: "a.csv", bytes: csv(rows, as.slice(3) as Csv.Delimiter, form, mark) }])
    return { submissions, files: made() }
  })
