// Case docx/300: a report of three hundred pages through render-docx and through the library `docx` alone, the same
// words, tables and measures on both sides. What ours does besides: styles, checks, losses, the same bytes each time.
import type { Block, Document, Inlines } from "@danvan/document"
import { layout } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"

const PHRASES = [
  "Ban Thường vụ Quận uỷ đã ban hành chương trình công tác trọng tâm, phân công rõ người, rõ việc, rõ thời gian",
  "Thực hiện Chỉ thị 07-CT/TU, ngày 01/10/2021 của Thành uỷ về đẩy mạnh và nâng cao chất lượng công tác dân vận",
  "Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội tiếp tục đổi mới nội dung, phương thức hoạt động",
  "các cơ quan, đơn vị tổ chức đối thoại với nhân dân theo Pháp lệnh 34/2007/PL-UBTVQH11, giải quyết kịp thời kiến nghị",
]
const prose = (s: number, p: number): string =>
  Array.from({ length: 8 }, (_, i) => PHRASES[(s + p + i) % PHRASES.length]).join("; ") + "."

// Laid out by LibreOffice, a section takes 1.6 pages.
const sections = Array.from({ length: 188 }, (_, s) => ({
  heading: `${s + 1}. Công tác dân vận của khối thứ ${s + 1}`,
  paragraphs: [prose(s, 0), prose(s, 1)],
  rows: Array.from({ length: 34 }, (_row, r) => [
    String(r + 1),
    `Phường Minh Hoạ ${r + 1}`,
    ...[0, 1, 2, 3, 4].map((c) => String(((s + 3) * (r + 7) * (c + 5)) % 1999)),
  ]),
}))
const HEAD = ["TT", "Đơn vị", "Mô hình", "Điển hình", "Đối thoại", "Lượt người", "Hội nghị"]
const WIDTHS = [12, 47, 20, 20, 22, 24, 20]

const words = (text: string): Inlines => [{ kind: "quotation", text }]
/** The report. */
export const document: Document = {
  version: "danvan/document@0",
  language: "vi",
  title: "Báo cáo",
  layout,
  blocks: sections.flatMap(({ heading, paragraphs, rows }, s): ReadonlyArray<Block> => [
    { kind: "heading", id: `s${s}`, level: 1, number: null, content: words(heading) },
    ...paragraphs.map((text): Block => ({ kind: "paragraph", role: "body", content: words(text) })),
    {
      kind: "table",
      id: `t${s}`,
      caption: [],
      unit: null,
      columns: WIDTHS.map((width, c) => ({ width, align: c === 1 ? "left" : "right" })),
      head: [{ cells: HEAD.map((text) => ({ content: words(text) })) }],
      body: rows.map((row) => ({ cells: row.map((text) => ({ content: words(text) })) })),
      foot: [],
      notes: [],
    },
  ]),
  figures: {},
  attachments: [],
  losses: [],
}

/** The report by render-docx. */
export const ours = async (): Promise<Uint8Array> => (await docx().render(document)).bytes

/** The same report by the library alone. */
export const theirs = async (): Promise<Uint8Array> => {
  const { Document: File, Packer, Paragraph, Table, TableCell, TableRow } = await import("docx")
  const twips = WIDTHS.map((mm) => Math.round((mm * 1440) / 25.4))
  const row = (cells: ReadonlyArray<string>, head: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: head,
      children: cells.map(
        (text, c) =>
          new TableCell({
            width: { size: twips[c] ?? 0, type: "dxa" },
            children: [new Paragraph({ text, alignment: c === 1 ? "left" : "right" })],
          }),
      ),
    })
  const children = sections.flatMap(({ heading, paragraphs, rows }) => [
    new Paragraph({ text: heading, heading: "Heading1" }),
    ...paragraphs.map((text) => new Paragraph({ text, alignment: "both" })),
    new Table({
      columnWidths: twips,
      width: { size: twips.reduce((a, b) => a + b), type: "dxa" },
      rows: [row(HEAD, true), ...rows.map((cells) => row(cells, false))],
    }),
  ])
  return new Uint8Array(await Packer.toArrayBuffer(new File({ sections: [{ children }] })))
}
