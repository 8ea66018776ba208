import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { Paragraph, Table, TableCell, TableRow, TextRun } from "docx"
import { describe, expect, it } from "vitest"
import { markupOf, withTables } from "../src/written.ts"
import { open } from "./reader.ts"
import { document, row, table } from "./report.ts"
import { all } from "./xml.ts"

const tableOf = (text: string): Table =>
  new Table({
    columnWidths: [1000],
    width: { size: 1000, type: "dxa" },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: 1000, type: "dxa" },
            children: [new Paragraph({ alignment: "right", children: [new TextRun({ text, bold: true })] })],
          }),
        ],
      }),
    ],
  })

/** The library's own markup: the file of a document that has only this table. */
const byLibrary = async (text: string): Promise<string> => {
  const { Document: File, Packer } = await import("docx")
  const bytes = new Uint8Array(await Packer.toArrayBuffer(new File({ sections: [{ children: [tableOf(text)] }] })))
  return /<w:tbl>.*<\/w:tbl>/s.exec(open(bytes).parts["word/document.xml"] ?? "")?.[0] ?? ""
}

describe("tables as markup", () => {
  it.each(["Phường", "", " a  b ", `<w:p> & "c" 'd' ]]>`, '<w:written n="0"/>'])(
    "are what the library writes: %j",
    async (text) => {
      expect(markupOf(tableOf(text))).toBe(await byLibrary(text))
    },
  )

  it("stand where they stood, and none in another's place", async () => {
    expect(withTables('a<w:written n="1"/>b<w:written n="0"/>c', ["zero$&", "one"]).join("")).toBe("aonebzero$&c")
    const said = (n: number) => table({ id: `t${n}`, body: [row(`hàng ${n}`, '<w:written n="0"/>')] })
    const { bytes } = await docx().render(document([said(1), said(2), said(3)]))
    const { body } = open(bytes)
    const text = [...all(body, "w:t")]
      .map(({ children }) => children.join(""))
      .filter((one) => /hàng|written/.test(one))
    expect(text).toEqual([1, 2, 3].flatMap((n) => [`hàng ${n}`, '<w:written n="0"/>']))
    expect([...all(open((await docx().render(sample)).bytes).body, "w:written")]).toEqual([])
  })
})
