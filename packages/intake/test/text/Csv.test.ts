import { Csv, CsvText } from "@danvan/intake"
import { Csv as Written } from "@danvan/workbook"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const cells = (text: string) => [...Csv.parse(text).rows].map(({ cells: row }) => row.map(({ raw }) => raw))

describe("Csv", () => {
  it("tells the delimiter by the steadiest number of cells, whatever the commas in numbers and texts", () => {
    expect(Csv.parse("Đơn vị;Quỹ\nAn, Bình;1,5\nCúc;2,5\n").delimiter).toBe(";")
    expect(Csv.parse("Đơn vị\tQuỹ\nAn; Bình\t1,5\nCúc\t2,5\n").delimiter).toBe("\t")
    expect(Csv.parse("Đơn vị,Quỹ\nAn,1.5\n").delimiter).toBe(",")
    expect(Csv.parse('BÁO CÁO, QUÝ II\n\nĐơn vị;Quỹ\n"An;Bình";1,5\nCúc;2,5\n').delimiter).toBe(";")
    expect(Csv.parse("sep=|\r\na|b;c;d\r\n").delimiter).toBe("|")
    expect(cells("sep=;\r\na;b,c\r\n")).toEqual([["a", "b,c"]])
  })

  it("knows line and column of every cell, after quoted line ends too, however lines end", () => {
    const text = 'a;"hai\r\ndòng";c\r\n\r\n"x""y";z\rcuối'
    const places = [...Csv.parse(text).rows].flatMap(({ cells: row }) =>
      row.map((cell) => [cell.raw, cell.row, cell.column, cell.line, cell.offset]),
    )
    expect(places).toEqual([
      ["a", 1, 1, 1, 1],
      ["hai\r\ndòng", 1, 2, 1, 3],
      ["c", 1, 3, 2, 7],
      ['x"y', 3, 1, 4, 1],
      ["z", 3, 2, 4, 8],
      ["cuối", 4, 1, 5, 1],
    ])
    for (const [raw, , , line, offset] of places.filter(([one]) => !String(one).includes('"'))) {
      const there = text.split(/\r\n|\r|\n/)[Number(line) - 1]?.slice(Number(offset) - 1) ?? ""
      expect(there.replace(/^"/, "").startsWith(String(raw).split("\r\n")[0] ?? "")).toBe(true)
    }
  })

  it("tells 05 from “05”, and keeps rows as long as they are", () => {
    const [row] = Csv.parse('05;"05"\n1;2;3;4\n\n5').rows
    expect(row?.cells.map(({ quoted }) => quoted)).toEqual([false, true])
    expect(cells('05;"05"\n1;2;3;4\n\n5')).toEqual([["05", "05"], ["1", "2", "3", "4"], ["5"]])
  })

  it("goes on after a quotation mark that stands wrong, and says where", () => {
    const table = Csv.parse('a;2"3;"x"y;c\nd;"e')
    expect([...table.rows].map(({ cells: row }) => row.map(({ raw }) => raw))).toEqual([
      ["a", '2"3', '"x"y', "c"],
      ["d", "e"],
    ])
    expect(table.oddities.map(({ code, line, offset }) => [code, line, offset])).toEqual([
      ["csv.quote-stray", 1, 3],
      ["csv.quote-stray", 1, 7],
      ["csv.quote-unclosed", 2, 3],
    ])
  })

  it("gives the same rows each time", () => {
    const table = Csv.parse("a;b\nc;d\n")
    expect([...table.rows]).toEqual([...table.rows])
  })

  const anyCell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom("=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx", 'x"y', "a;b", "a\nb", " 05 ", "\u200b=1", "＝1"),
  )

  it("law: what is written is read back, and no cell of it is a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<Csv.Delimiter>(";", "\t", ","),
        (rows, delimiter) => {
          // Two columns at least, so that the delimiter can be told.
          const text = `sep=${delimiter}\r\n${Written.write(
            rows.map((row) => ["x", ...row]),
            delimiter,
          ).slice(1)}`
          const read = [...Csv.whole(text).rows].map(({ cells: row }) => row.slice(1).map(({ raw }) => raw))
          const plain = /^[-+]?\d[\d.,]*%?$|^-$/
          for (const cell of read.flat())
            expect(/^[\s\u200b]*[=+\-@＝]|^[\t\r]/.test(cell) && !plain.test(cell)).toBe(false)
          expect(read.map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(
            rows.map((row) => row.map((cell) => cell.replace(/^'/, ""))),
          )
        },
      ),
    )
  })

  it("law: nothing of a text is lost, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "5", ";", '"', "\n", "\r\n", " ", "ủ")), (letters) => {
        const text = letters.join("")
        const read = [...Csv.whole(`sep=;\n${text}`).rows]
          .flatMap(({ cells: row }) => row.map(({ raw }) => raw))
          .join("")
        const kept = (all: string): string => all.replace(/[^a5ủ]/g, "")
        expect(kept(read)).toBe(kept(text))
      }),
    )
  })
})

describe("CsvText.mark", () => {
  it("adds a column with the reasons, a title at the head, and leaves the rest", () => {
    const sent = '\ufeffBÁO CÁO\n\nĐơn vị,Số cuộc\n"05",=1+1\nBình,"hai\ndòng"\n'
    const marked = CsvText.mark(
      sent,
      [
        { line: 4, text: "Số âm" },
        { line: 6, text: "a" },
        { line: 5, text: "b" },
      ],
      "Cần sửa",
    )
    expect(marked).toBe(
      '\ufeffBÁO CÁO\r\n\r\nĐơn vị,Số cuộc,Cần sửa\r\n"05",\'=1+1,Số âm\r\nBình,"hai\ndòng",a | b\r\n',
    )
    const again = [...Csv.parse(marked).rows].map(({ cells: row }) => row.map(({ raw }) => raw))
    expect(again.at(-1)).toEqual(["Bình", "hai\ndòng", "a | b"])
  })
})
