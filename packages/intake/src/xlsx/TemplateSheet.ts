// How a blank form looks: titles and a guide, a head that stays in view, a row for each figure with the cell to fill in
// yellow and all others locked, and below them which sending it is.
import type { BookCell, BookRow, BookSheet, Choice } from "@danvan/workbook/Book"
import type { Look } from "@danvan/workbook/Looks"
import type { Catalogue } from "@danvan/core"
import { type Asked, beforeHeading, type Entry, type Line, wordsOf } from "./TemplateLines.ts"

const head: Look = { bold: true, fill: "DCE6F1", border: true, align: "center", wrap: true }
const title: Look = { bold: true, size: 14, align: "center" }
const plain: Look = { border: true }
const figure: Look = { border: true, fill: "FFF8DC", unlocked: true, align: "right", indent: 1 }
const words: Look = { ...figure, align: "left", wrap: true }
const code: Look = { border: true, size: 8, colour: "808080" }
const headRow = 6
const [labelWidth, measureWidth] = [52, 14]

// Not every program makes a row higher for a text that is broken.
const heightOf = ({ label, measure, indent }: Line): number => {
  const lines = Math.max(Math.ceil(label.length / (labelWidth - 2 * indent)), Math.ceil(measure.length / measureWidth))
  return 4 + 15 * Math.max(1, lines)
}

/**
 * The sheet of a form. `ranges` hold what may be chosen: for a number, for a value with two numbers or a percentage, for
 * a question.
 */
export const sheetOf = (
  catalogue: Catalogue.Catalogue,
  asked: Asked,
  subject: string,
  lines: ReadonlyArray<Line>,
  ranges: ReadonlyArray<string>,
): BookSheet => {
  const { lang = "vi", previous } = asked
  const said = wordsOf[lang]
  // Columns: number, indicator, measure, perhaps last period, value, code.
  const value = previous === undefined ? 4 : 5
  const [number = "", reason = "", flag = ""] = ranges
  const from: Readonly<Record<string, string>> = { number, part: reason, rate: reason, flag }
  const choice = (row: number, entry: Entry | "revision" | "reason"): Choice => ({
    range: { top: row, left: value, bottom: row, right: value },
    from: from[entry] ?? "",
    open: entry !== "flag",
    prompt: { title: said.promptTitle, text: said.prompt[entry] },
  })
  const last = headRow + lines.length
  const more = [
    { row: last + 2, label: said.revision, content: 1, code: "revision" as const },
    { row: last + 3, label: said.reason, content: null, code: "reason" as const },
  ]
  return {
    name: said.sheet,
    state: "visible",
    widths: [5, labelWidth, measureWidth, ...(previous === undefined ? [] : [17]), 20, 34],
    rows: [
      ...headOf(catalogue, asked, subject, value),
      ...lines.map((line, i) => rowOf(line, headRow + 1 + i, value)),
      ...more.map(({ row, label, content, code: key }) => ({
        row,
        cells: [
          { column: 2, value: label, look: { ...plain, align: "left", indent: 1, wrap: true } as const },
          { column: value, value: content, look: key === "reason" ? words : figure },
          { column: value + 1, value: key, look: code },
        ],
      })),
    ],
    frozen: { rows: headRow, columns: 2 },
    merges: [1, 2, 3, 4].map((row) => ({ top: row, left: 1, bottom: row, right: value + 1 })),
    choices: [
      ...lines.flatMap(({ target, entry }, i) => (target === null ? [] : [choice(headRow + 1 + i, entry)])),
      ...more.map(({ row, code: key }) => choice(row, key)),
    ],
    protected: true,
    titleRows: { from: headRow, to: headRow },
  }
}

const headOf = (
  { label, version }: Catalogue.Catalogue,
  asked: Asked,
  subject: string,
  value: number,
): ReadonlyArray<BookRow> => {
  const { lang = "vi", previous } = asked
  const said = wordsOf[lang]
  const line = (row: number, text: string, look: Look, height: number): BookRow => ({
    row,
    height,
    cells: [{ column: 1, value: text, look }],
  })
  const headings = [
    said.number,
    said.indicator,
    said.measure,
    ...(previous === undefined ? [] : [beforeHeading(asked)]),
    said.value,
    said.code,
  ]
  return [
    line(1, said.title, title, 24),
    line(2, subject, title, 22),
    line(3, said.catalogue(label[lang], version), { italic: true, align: "center" }, 18),
    line(4, said.guide, { wrap: true, align: "left" }, value === 4 ? 64 : 50),
    {
      row: headRow,
      height: 34,
      cells: headings.map((text, i) => ({ column: i + 1, value: text, look: head })),
    },
  ]
}

const rowOf = (line: Line, row: number, value: number): BookRow => {
  const isHeading = line.target === null
  const label: Look = {
    ...plain,
    wrap: true,
    align: "left",
    indent: 1 + line.indent,
    bold: line.number !== null,
    italic: isHeading,
  }
  const entry: Look = isHeading ? plain : looks[line.entry]
  const cells: Array<BookCell> = [
    { column: 1, value: line.number, look: { ...plain, align: "center" } },
    { column: 2, value: line.label, look: label, ...(line.note === null ? {} : { note: line.note }) },
    { column: 3, value: line.measure, look: { ...plain, align: "center", wrap: true } },
    ...(value === 5
      ? [{ column: 4, value: line.before, look: { ...plain, align: "right", indent: 1, format: "#,##0" } as const }]
      : []),
    { column: value, value: null, look: entry },
    { column: value + 1, value: line.code, look: code },
  ]
  return { row, height: line.entry === "text" && !isHeading ? 60 : heightOf(line), cells }
}

const looks: Readonly<Record<Entry, Look>> = {
  number: figure,
  part: figure,
  whole: figure,
  rate: figure,
  flag: figure,
  text: words,
}
