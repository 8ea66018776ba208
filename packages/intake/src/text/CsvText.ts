// A sender's own CSV file with one more column, which says what is wrong in its row.
import { cell } from "@danvan/workbook/Csv"
import * as Csv from "./Csv.ts"

/** What is to be said of a line of a file. */
export interface Remark {
  readonly line: number
  readonly text: string
}

/**
 * A sender's file with one more column, behind the last of all rows, that says what was found in each row. Every other
 * cell stays as it was, but for what would have become a formula.
 *
 * @example
 * mark("Đơn vị;Số cuộc\nAn;-5\n", [{ line: 2, text: "Số âm" }], "Cần sửa") // "Đơn vị;Số cuộc;Cần sửa\r\nAn;-5;Số âm\r\n"
 */
export const mark = (text: string, remarks: ReadonlyArray<Remark>, title: string): string => {
  const { delimiter, before, rows } = Csv.whole(text)
  const all = [...rows]
  const width = Math.max(0, ...all.map(({ cells }) => cells.length))
  const starts = all.map(({ cells }) => cells[0]?.line ?? 0)
  const said = new Map<number, Array<string>>()
  for (const remark of remarks) {
    // A row may span lines; the last one that begins at or before the line is meant.
    const at = starts.findLastIndex((start) => start <= remark.line)
    if (at >= 0) said.set(at, [...(said.get(at) ?? []), remark.text])
  }
  // The title stands where the table is widest first: that is its head.
  const head = said.has(0)
    ? -1
    : all.findIndex(({ cells }) => cells.length === width && cells.some(({ raw }) => raw !== ""))
  return `${before}${all
    .map(({ cells }, i) => {
      const reasons = said.get(i)?.join(" | ") ?? (i === head ? title : "")
      const texts = cells.map(({ raw, quoted }) => cell(raw, delimiter, quoted))
      const gap = Array<string>(width - cells.length).fill("")
      return `${(reasons === "" ? texts : [...texts, ...gap, cell(reasons, delimiter)]).join(delimiter)}\r\n`
    })
    .join("")}`
}
