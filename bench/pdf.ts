// Cases pdf/6-warm, pdf/6-cold, pdf/45 and pdf/450: a report of so many pages through render-pdf and through plain
// pdfmake, the same words, faces, tables and measures on both sides. `report` makes both, and those of pdf-peers.ts;
// pdf-cold.ts renders one in a fresh process.
import { createRequire } from "node:module"
import type { Block, Document, Inlines, Style } from "@danvan/document"

export const mm = (value: number): number => (value * 72) / 25.4
export const SIZE = 14
export const LINE = 18
export const CELL = 12
export const ROW = 15

const PHRASES = [
  "Ban Thường vụ Quận uỷ đã ban hành chương trình công tác trọng tâm, phân công rõ người, rõ việc, rõ thời gian",
  "Thực hiện Chỉ thị 07-CT/TU, ngày 01/10/2021 của Thành uỷ về đẩy mạnh và nâng cao chất lượng công tác dân vận",
  "Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội tiếp tục đổi mới nội dung, phương thức hoạt động",
  "các cơ quan, đơn vị tổ chức đối thoại với nhân dân theo Pháp lệnh 34/2007/PL-UBTVQH11, giải quyết kịp thời kiến nghị",
]
const prose = (s: number, p: number): string =>
  Array.from({ length: 5 }, (_, i) => PHRASES[(s + p + i) % PHRASES.length]).join("; ") + "."

/** A page and a half each. */
export const sectionsOf = (count: number) =>
  Array.from({ length: count }, (_, s) => ({
    heading: `${s + 1}. Công tác dân vận của khối thứ ${s + 1}`,
    paragraphs: [prose(s, 0), prose(s, 1)],
    rows: Array.from({ length: 34 }, (_row, r) => [
      String(r + 1),
      `Phường Minh Hoạ ${r + 1}`,
      ...[0, 1, 2, 3, 4].map((c) => String(((s + 3) * (r + 7) * (c + 5)) % 1999)),
    ]),
  }))
export const HEAD = ["TT", "Đơn vị", "Mô hình", "Điển hình", "Đối thoại", "Lượt người", "Hội nghị"]
export const WIDTHS = [12, null, 20, 20, 22, 24, 20]
export const ALIGN = ["center", "left", "right", "right", "right", "right", "right"] as const

const words = (text: string): Inlines => [{ kind: "quotation", text }]

export type Sections = ReturnType<typeof sectionsOf>

const documentOf = async (sections: Sections): Promise<Document> => {
  const { layout } = await import("@danvan/document/testing")
  const change = (name: keyof typeof layout.styles, changes: Partial<Style>): Style => ({
    ...layout.styles[name],
    ...changes,
  })
  const blocks = sections.flatMap(({ heading, paragraphs, rows }, s): ReadonlyArray<Block> => [
    { kind: "heading", id: `s${s}`, level: 1, number: null, content: words(heading) },
    ...paragraphs.map((text): Block => ({ kind: "paragraph", role: "body", content: words(text) })),
    {
      kind: "table",
      id: `t${s}`,
      caption: [],
      unit: null,
      columns: WIDTHS.map((width, c) => ({ width, align: ALIGN[c] ?? "left" })),
      head: [{ cells: HEAD.map((text) => ({ content: words(text) })) }],
      body: rows.map((row) => ({ cells: row.map((text) => ({ content: words(text) })) })),
      foot: [],
      notes: [],
    },
  ])
  return {
    version: "danvan/document@0",
    language: "vi",
    title: "Báo cáo",
    layout: { ...layout, styles: { ...layout.styles, "table-head": change("table-head", { line: ROW }) } },
    blocks,
    figures: {},
    attachments: [],
    losses: [],
  }
}

interface Pdfmake {
  setFonts(fonts: object): void
  setUrlAccessPolicy(policy: () => boolean): void
  setLocalAccessPolicy(policy: () => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
}

let pdfmake: Pdfmake | undefined

const byPdfmake = async (sections: Sections): Promise<Uint8Array> => {
  if (!pdfmake) {
    const require = createRequire(new URL("../packages/render-pdf/package.json", import.meta.url))
    const face = (path: string): string => require.resolve(`@expo-google-fonts/tinos/${path}.ttf`)
    pdfmake = require("pdfmake") as Pdfmake
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy(() => true)
    pdfmake.setFonts({ Tinos: { normal: face("400Regular/Tinos_400Regular"), bold: face("700Bold/Tinos_700Bold") } })
  }
  const natural = 1.1074
  const inner = (outer: number | null): number | string => (outer === null ? "*" : mm(outer) - 8.5)
  const cell = (text: string, c: number, bold = false): object => ({
    text,
    bold,
    fontSize: CELL,
    lineHeight: ROW / (CELL * natural),
    alignment: bold ? "center" : ALIGN[c],
  })
  const content = sections.flatMap(({ heading, paragraphs, rows }) => [
    { text: heading, bold: true, leadingIndent: mm(10), margin: [0, 6, 0, 6], outline: true },
    ...paragraphs.map((text) => ({ text, alignment: "justify", leadingIndent: mm(10), margin: [0, 0, 0, 6] })),
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: WIDTHS.map(inner),
        body: [HEAD.map((text, c) => cell(text, c, true)), ...rows.map((row) => row.map((text, c) => cell(text, c)))],
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        paddingLeft: () => 4,
        paddingRight: () => 4,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
      margin: [0, 0, 0, 6],
    },
  ])
  return pdfmake
    .createPdf({
      pageSize: "A4",
      pageMargins: [mm(30), mm(20), mm(15), mm(20)],
      language: "vi",
      version: "1.7",
      displayTitle: true,
      info: { title: "Báo cáo", creationDate: new Date("2022-07-27T01:00:00Z") },
      defaultStyle: { font: "Tinos", fontSize: SIZE, lineHeight: LINE / (SIZE * natural) },
      header: (page: number) =>
        page > 1 ? { text: String(page), alignment: "center", margin: [mm(30), mm(9), mm(15), 0] } : null,
      content,
    })
    .getBuffer()
}

/** A report of so many sections, by render-pdf and by others; a call renders it once. */
export const report = (count: number) => {
  const sections = sectionsOf(count)
  let document: Document | undefined
  return {
    ours: async (): Promise<Uint8Array> => {
      const { pdf } = await import("@danvan/render-pdf")
      document ??= await documentOf(sections)
      return (await pdf().render(document, { madeAt: "2022-07-27T01:00:00Z" })).bytes
    },
    pdfmake: (): Promise<Uint8Array> => byPdfmake(sections),
    jspdf: async (): Promise<Uint8Array> => (await import("./pdf-peers.ts")).byJspdf(sections),
    typst: async (): Promise<Uint8Array> => (await import("./pdf-peers.ts")).byTypst(sections),
  }
}
