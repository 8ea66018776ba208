import { sample } from "@danvan/document/testing"
import { csv, tablesOf } from "@danvan/render-tables"
import { Csv } from "@danvan/intake"
import { describe, expect, it } from "vitest"

const written = async (id: string, options = {}) => {
  const { bytes, losses } = await csv(id, options).render(sample)
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
  return { text, lines: text.split("\r\n"), losses }
}

describe("csv", () => {
  it("lists the tables and charts in reading order", () => {
    expect(tablesOf(sample).map(({ id }) => id)).toContain("wards")
    expect(tablesOf(sample)[0]?.caption).toBe("Biểu 1. Mô hình “Dân vận khéo” theo phường")
  })

  it("is one line of headings and a record for each row, all of one length", async () => {
    const { text, lines } = await written("wards")
    expect(text.startsWith("\ufeff")).toBe(true)
    expect(lines[0]).toBe("\ufeffTT;Đơn vị;Mô hình > đăng ký;Mô hình > được công nhận;Lượt người tham gia;Ghi chú")
    const rows = [...Csv.whole(text.slice(1)).rows]
    expect(new Set(rows.map(({ cells }) => cells.length))).toEqual(new Set([6]))
    // A cell over two rows stands in both.
    expect(rows.filter(({ cells }) => cells[5]?.raw === "Chung một tổ công tác")).toHaveLength(2)
    expect(lines.at(-1)).toBe("")
  })

  it("writes numbers for machines in the dialect's own way, and words as they are printed", async () => {
    const column = { width: null, align: "left" } as const
    const cells = ["a", "b", "c", "d"].map((id) => ({ content: [{ kind: "figure", figure: id } as const] }))
    const of = (text: string, value: string) => ({ text, value, label: "", coverage: null, origin: [] })
    const document = {
      ...sample,
      blocks: [{ kind: "table", id: "t", caption: [], unit: null, columns: [column, column, column, column], head: [], body: [{ cells }], foot: [], notes: [] } as const], // prettier-ignore
      figures: { a: of("1.500", "1500"), b: of("87,5", "87.5"), c: of("khoảng 180", "180"), d: of("9/12", "9/12") },
    }
    const line = async (delimiter: ";" | ","): Promise<string> =>
      new TextDecoder().decode((await csv("t", { delimiter }).render(document)).bytes).trimEnd()
    expect(await line(";")).toBe("1500;87,5;khoảng 180;9/12")
    expect(await line(",")).toBe("1500,87.5,khoảng 180,9/12")
  })

  it("names all that is not in it; the table itself is not among that", async () => {
    const { losses } = await written("wards")
    const at = sample.blocks.findIndex((block) => block.kind === "table" && block.id === "wards")
    const own = losses.filter(({ block }) => block.startsWith(`/blocks/${at}/`)).map(({ block }) => block)
    expect(own.slice(0, 2)).toEqual([`/blocks/${at}/caption`, `/blocks/${at}/unit`])
    expect(losses.some(({ block }) => block === `/blocks/${at}`)).toBe(false)
    expect(new Set(losses.slice(sample.losses.length).map(({ code }) => code))).toEqual(new Set(["outside-tables"]))
  })

  it("is refused for a table that is not there", async () => {
    await expect(csv("nope").render(sample)).rejects.toMatchObject({ name: "RenderError", code: "unknown-table" })
  })
})
