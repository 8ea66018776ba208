// Documents for the tests: the Party's form of 2018 (HD 36-HD/VPTW) and short ways to write blocks.
import type { Block, Document, Inline, Inlines, Layout, Row, Table } from "@danvan/document"
import { layout, sample } from "@danvan/document/testing"
import { pdf } from "@danvan/render-pdf"

export const party: Layout = { ...layout, signature: { ...layout.signature, space: 25 } }

/** Words with numbers in them, as a quotation: the tests are about the page, not about where numbers come from. */
export const words = (text: string): Inlines => [{ kind: "quotation", text }]

export const document = (blocks: ReadonlyArray<Block>, changes: Partial<Document> = {}): Document => ({
  version: "danvan/document@0",
  language: "vi",
  title: "Báo cáo",
  layout: party,
  blocks,
  figures: {},
  attachments: [],
  losses: [],
  ...changes,
})

export const paragraph = (...content: Inlines | [string]): Block => ({
  kind: "paragraph",
  role: "body",
  content: content.flatMap((one): Inlines => (typeof one === "string" ? words(one) : [one as Inline])),
})

export const heading = (id: string, level: 1 | 2 | 3, text: string): Block => ({
  kind: "heading",
  id,
  level,
  number: null,
  content: words(text),
})

export const row = (...cells: ReadonlyArray<string>): Row => ({
  cells: cells.map((text) => ({ content: words(text) })),
})

export const table = (changes: Partial<Table>): Table => ({
  kind: "table",
  id: "table",
  caption: words("Biểu"),
  unit: null,
  columns: [
    { width: null, align: "left" },
    { width: 30, align: "right" },
  ],
  head: [row("Đơn vị", "Số lượng")],
  body: [row("Phường", "1")],
  foot: [],
  notes: [],
  ...changes,
})

export const signature: Block = {
  kind: "signature",
  recipientsTitle: words("Nơi nhận:"),
  recipients: [words("- Ban Dân vận Thành uỷ,"), words("- Thường trực Quận uỷ,"), words("- Lưu Ban Dân vận Quận uỷ.")],
  authority: words("K/T TRƯỞNG BAN"),
  office: words("PHÓ TRƯỞNG BAN"),
  name: words("Đỗ Thị Hồng Lan"),
}

/** About `n` lines of the body. */
export const lines = (n: number, word = "dân"): string => Array.from({ length: n * 15 }, () => word).join(" ")

/** The report of the official sample, with `more` behind its opening. */
export const hd36 = (...more: ReadonlyArray<Block>): Document =>
  document([
    {
      kind: "letterhead",
      stamp: null,
      superior: [words("QUẬN UỶ TÂY HỒ")],
      issuer: [words("BAN DÂN VẬN")],
      issuerMark: words("*"),
      motto: [words("ĐẢNG CỘNG SẢN VIỆT NAM")],
      number: words("Số 125-BC/BDVQU"),
      date: words("Tây Hồ, ngày 20 tháng 6 năm 2022"),
    },
    {
      kind: "title",
      name: words("BÁO CÁO"),
      subject: [words("kết quả công tác dân vận 6 tháng đầu năm,"), words("nhiệm vụ trọng tâm 6 tháng cuối năm 2022")],
      mark: words("-----"),
    },
    paragraph(
      "Thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả; Kế hoạch số 45-KH/TU và Pháp lệnh 34/2007/PL-UBTVQH11, Ban Dân vận Quận uỷ báo cáo kết quả như sau:",
    ),
    ...more,
  ])

export const draw = (of: Document) => pdf().render(of)

export { sample }
