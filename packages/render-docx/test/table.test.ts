import * as fc from "fast-check"
import type { Cell, Row } from "@danvan/document"
import { check } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { describe, expect, it } from "vitest"
import { effective, textOf } from "./reader.ts"
import { document, draw, row, table, words } from "./report.ts"
import { all, type Element, find, kids, val } from "./xml.ts"

const number = (element: Element | undefined, attribute = "w:w"): number => Number(val(element, attribute))
const word = await draw(sample)
const [, wards] = kids(word.body, "w:tbl")
const rows = kids(wards, "w:tr")

describe("a table", () => {
  it("has absolute widths: of the table, the grid and each cell", () => {
    const grid = kids(find(wards, "w:tblGrid")).map((one) => number(one))
    expect(find(wards, "w:tblPr", "w:tblW")?.attributes).toEqual({ "w:type": "dxa", "w:w": "9355" })
    expect(val(find(wards, "w:tblPr", "w:tblLayout"), "w:type")).toBe("fixed")
    expect(grid.reduce((a, b) => a + b)).toBe(9355)
    expect(grid).toEqual([624, 2721, 1191, 1417, 1531, 1871])
    for (const line of rows) {
      const widths = kids(line, "w:tc").map((cell) => number(find(cell, "w:tcPr", "w:tcW")))
      expect(widths.reduce((a, b) => a + b)).toBe(9355)
    }
  })

  it("repeats its head, all rows of it, and parts no row", () => {
    expect(rows.map((line) => find(line, "w:trPr", "w:tblHeader") !== undefined).lastIndexOf(true)).toBe(1)
    expect(rows.slice(0, 2).every((line) => find(line, "w:trPr", "w:tblHeader"))).toBe(true)
    expect(rows.every((line) => find(line, "w:trPr", "w:cantSplit"))).toBe(true)
    expect(rows).toHaveLength(2 + 64 + 4 + 1)
  })

  it("spans columns and rows", () => {
    const spans = (line: Element | undefined) =>
      kids(line, "w:tc").map((cell) => [
        textOf(cell),
        Number(val(find(cell, "w:tcPr", "w:gridSpan")) ?? 1),
        val(find(cell, "w:tcPr", "w:vMerge")),
      ])
    expect(spans(rows[0])).toEqual([
      ["TT", 1, "restart"],
      ["Đơn vị", 1, "restart"],
      ["Mô hình", 2, undefined],
      ["Lượt người tham gia", 1, "restart"],
      ["Ghi chú", 1, "restart"],
    ])
    expect(spans(rows[1])).toEqual([
      ["", 1, "continue"],
      ["", 1, "continue"],
      ["đăng ký", 1, undefined],
      ["được công nhận", 1, undefined],
      ["", 1, "continue"],
      ["", 1, "continue"],
    ])
    expect(spans(rows.at(-1))[0]).toEqual(["Cộng toàn quận", 2, undefined])
  })

  it("aligns a cell as it says, else as its column", () => {
    const line = rows[3]
    expect([...all(line, "w:p")].map((one) => val(effective(word, one, "w:pPr", "w:jc")))).toEqual([
      "center",
      "left",
      "right",
      "right",
      "right",
      "left",
    ])
  })

  it("takes its lines and its padding from its style", () => {
    const style = kids(word.styles, "w:style").find((one) => val(one, "w:styleId") === "RuledTable")
    const { line, paddingX, paddingY } = sample.layout.table
    const sides = kids(find(style, "w:tblPr", "w:tblBorders"))
    expect(sides.map((side) => val(side, "w:sz"))).toEqual(sides.map(() => String(Math.max(2, Math.round(line * 8)))))
    const margins = kids(find(style, "w:tblPr", "w:tblCellMar")).map((one) => number(one) / 20)
    // From the middle of a line to its edge, and on.
    expect(margins).toEqual([paddingY, paddingX + line / 2, paddingY, paddingX + line / 2])
    expect(val(find(wards, "w:tblPr", "w:tblStyle"))).toBe("RuledTable")
  })

  it("is named in losses when it is wider than the page", async () => {
    const columns = [90, 90, 90].map((width) => ({ width, align: "left" as const }))
    const cells = row("một", "hai", "ba")
    const { losses } = await docx().render(document([table({ columns, head: [cells], body: [cells] })]))
    expect(losses.map(({ code, block, found }) => [code, block, found])).toEqual([
      ["table-too-wide", "/blocks/0", "270 mm"],
    ])
  })

  it("holds together the rows that a cell goes over", async () => {
    const body: ReadonlyArray<Row> = [
      { cells: [{ content: words("cao"), rowSpan: 2 }, { content: words("1") }] },
      { cells: [{ content: words("2") }] },
      row("b", "3"),
    ]
    const [grid] = kids((await draw(document([table({ head: [], body })]))).body, "w:tbl")
    const keeps = kids(grid, "w:tr").map((line) =>
      [...all(line, "w:p")].every((one) => find(one, "w:pPr", "w:keepNext")),
    )
    expect(keeps).toEqual([true, false, false])
  })

  it("fills its grid whatever the spans, and loses no cell", async () => {
    await fc.assert(
      fc.asyncProperty(spanned, async ({ columns, body }) => {
        const one = document([table({ columns, head: [], body })])
        fc.pre(!check(one).some(({ code }) => code === "ragged-row"))
        const [grid] = kids((await draw(one)).body, "w:tbl")
        const open = new Map<number, number>() // by column: how wide the cell is that goes on below
        const texts: Array<string> = []
        for (const line of kids(grid, "w:tr")) {
          let column = 0
          for (const cell of kids(line, "w:tc")) {
            const span = Number(val(find(cell, "w:tcPr", "w:gridSpan")) ?? 1)
            const merge = val(find(cell, "w:tcPr", "w:vMerge"))
            if (merge === "continue") expect(open.get(column)).toBe(span)
            else texts.push(textOf(cell))
            if (merge) open.set(column, span)
            else for (let c = column; c < column + span; c++) open.delete(c)
            column += span
          }
          expect(column).toBe(columns.length)
        }
        expect(texts).toEqual(
          body.flatMap(({ cells }) => cells.map(({ content }) => (content[0] as { text: string }).text)),
        )
      }),
      { numRuns: 60 },
    )
  })
})

/** A grid cut into cells at random: each place is free until a cell takes it. */
const spanned = fc
  .record({
    width: fc.integer({ min: 1, max: 5 }),
    height: fc.integer({ min: 1, max: 5 }),
    choices: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 25,
      maxLength: 25,
    }),
  })
  .map(({ width, height, choices }) => {
    const taken = Array.from({ length: height }, () => Array.from({ length: width }, () => false))
    let n = 0
    const body = taken.map((places, r): Row => {
      const cells: Array<Cell> = []
      for (let c = 0; c < width; c++) {
        if (places[c]) continue
        const [wide, high] = choices[n] ?? [1, 1]
        let colSpan = 1
        while (colSpan < wide && c + colSpan < width && !places[c + colSpan]) colSpan++
        const rowSpan = Math.min(high, height - r)
        for (let i = r; i < r + rowSpan; i++) for (let k = c; k < c + colSpan; k++) (taken[i] ?? [])[k] = true
        cells.push({ content: words(`ô${n++}`), colSpan, rowSpan })
      }
      return { cells }
    })
    return { columns: Array.from({ length: width }, () => ({ width: null, align: "left" as const })), body }
  })
