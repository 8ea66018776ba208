import type { Document, Table } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { html } from "@danvan/render-html"
import { describe, expect, it } from "vitest"

const cell = (text: string, more: Partial<Table["body"][number]["cells"][number]> = {}) => ({
  content: text === "" ? [] : [{ kind: "text" as const, text }],
  ...more,
})
const plain: Table = {
  kind: "table",
  id: "t",
  caption: [{ kind: "text", text: "Biểu" }],
  unit: null,
  columns: [
    { width: 10, align: "center" },
    { width: null, align: "left" },
    { width: 20.5, align: "right" },
  ],
  head: [],
  body: [],
  foot: [],
  notes: [],
}
const draw = async (changes: Partial<Table>, ...more: ReadonlyArray<Partial<Table>>): Promise<string> => {
  const blocks = [changes, ...more].map((change) => ({ ...plain, ...change }))
  const document: Document = { ...sample, blocks }
  return new TextDecoder().decode((await html().render(document)).bytes)
}

describe("table", () => {
  it("names columns and rows for screen readers, and a column group where a head spans", async () => {
    const page = await draw({
      head: [
        { cells: [cell("TT", { rowSpan: 2 }), cell("Mô hình", { colSpan: 2 })] },
        { cells: [cell("đăng ký"), cell("")] },
      ],
      body: [{ cells: [cell("a"), cell("Phường", { header: true }), cell("b")] }],
      foot: [{ cells: [cell("Cộng", { header: true, colSpan: 2 }), cell("c")] }],
    })
    expect(page).toContain('<th scope="col" rowspan="2" class="s-table-head">TT</th>')
    expect(page).toContain('<th scope="colgroup" colspan="2" class="s-table-head">Mô hình</th>')
    expect(page).toContain('<td class="s-table-head"></td>')
    expect(page).toContain('<th scope="row" class="s-table-cell left">Phường</th>')
    expect(page).toContain('<th scope="row" colspan="2" class="s-table-cell foot center">Cộng</th>')
  })

  it("begins a row group at a head that goes through the whole body", async () => {
    const group = (text: string) => ({ cells: [cell(text, { header: true, colSpan: 3 })] })
    const row = { cells: [cell("a"), cell("b"), cell("c")] }
    const page = await draw({ body: [group("Một"), row, group("Hai"), row] })
    expect(page.match(/<tbody>|<th scope="rowgroup"|<\/tbody>/g)).toEqual([
      "<tbody>",
      '<th scope="rowgroup"',
      "</tbody>",
      "<tbody>",
      '<th scope="rowgroup"',
      "</tbody>",
    ])
  })

  it("aligns a cell as its column, passing over places that a cell from above covers", async () => {
    const page = await draw({
      body: [
        { cells: [cell("p", { rowSpan: 3 }), cell("q"), cell("r")] },
        { cells: [cell("s", { colSpan: 2 })] },
        { cells: [cell("t"), cell("u", { align: "center" })] },
        { cells: [cell("v"), cell("w"), cell("x")] },
      ],
    })
    const aligned = [...page.matchAll(/class="s-table-cell (\w+)">(\w)</g)].map(([, align, text]) => `${text} ${align}`)
    expect(aligned).toEqual([
      "p center",
      "q left",
      "r right",
      "s left",
      "t left",
      "u center",
      "v center",
      "w left",
      "x right",
    ])
  })

  it("gives each table the widths of its own columns", async () => {
    const page = await draw({}, { id: "u", columns: [{ width: 7, align: "left" }] })
    expect(page).toContain(
      ".t0{min-width:62.5mm}.t0 col:nth-child(1){width:10mm}.t0 col:nth-child(3){width:20.5mm}".replace("}.", "}."),
    )
    expect(page).toContain(".t1{min-width:7mm}.t1 col:nth-child(1){width:7mm}")
    expect(page).toContain('<table class="t1">')
  })

  it("names the scrolling region of a table without caption", async () => {
    expect(await draw({ caption: [] })).toContain('role="region" tabindex="0" aria-label="Bảng"')
  })
})
