// Annexes as long as those of a province: units down and indicators across, in tables side by side as outlines make them,
// or a table for each unit.
import type { Block, Document, Inlines, Row } from "@danvan/document"
import { sample } from "@danvan/document/testing"

const words = (text: string): Inlines => [{ kind: "quotation", text }]
const cellsOf = (...texts: ReadonlyArray<string>): Row => ({ cells: texts.map((text) => ({ content: words(text) })) })
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ".")

const labels = [
  "Số cuộc đối thoại",
  "Lượt người tham gia tiếp xúc, đối thoại với nhân dân",
  "Mô hình “Dân vận khéo” đăng ký",
  "Ý kiến, kiến nghị đã giải quyết xong",
  "Hội viên kết nạp mới",
]
const indicator = (i: number): string => `${labels[i % labels.length]} (chỉ tiêu ${i + 1})`
const unit = (u: number): string => `${u % 7 === 3 ? "Xã Yên Thượng Kim Hoàng" : "Phường Minh Hoạ"} ${u + 1}`
const value = (u: number, i: number): string => (u % 11 === i % 13 ? "–" : grouped((u * 37 + i * 91) % 2999))

const annex = (orientation: "portrait" | "landscape", blocks: ReadonlyArray<Exclude<Block, { kind: "appendix" }>>) => ({
  ...sample,
  figures: {},
  attachments: [],
  losses: [],
  blocks: [
    {
      kind: "appendix" as const,
      id: "annex",
      label: words("Phụ lục 1"),
      title: [words("KẾT QUẢ CÔNG TÁC DÂN VẬN THEO XÃ, PHƯỜNG")],
      reference: words("(kèm theo Báo cáo số 05-BC/BDVTU, ngày 05 tháng 7 năm 2026)"),
      orientation,
      blocks,
    },
  ],
})

const ACROSS = 10

/** Units down and indicators across, ten in a table. 57 by 10 fill five pages. */
export const across = (units: number, indicators: number): Document => {
  const tables = Array.from({ length: Math.ceil(indicators / ACROSS) }, (_, t) => {
    const part = Array.from({ length: Math.min(ACROSS, indicators - t * ACROSS) }, (_one, i) => t * ACROSS + i)
    return {
      kind: "table" as const,
      id: `part${t}`,
      caption: words(`Biểu ${t + 1}`),
      unit: words("Đơn vị tính: cuộc, lượt, mô hình, ý kiến, người"),
      columns: [
        { width: 12, align: "center" as const },
        { width: null, align: "left" as const },
        ...part.map(() => ({ width: 20, align: "right" as const })),
      ],
      head: [
        {
          cells: [
            { content: words("TT"), rowSpan: 2 },
            { content: words("Xã, phường"), rowSpan: 2 },
            { content: words("Kết quả 6 tháng đầu năm"), colSpan: part.length },
          ],
        },
        cellsOf(...part.map(indicator)),
      ],
      body: Array.from({ length: units }, (_unit, u) =>
        cellsOf(String(u + 1), unit(u), ...part.map((i) => value(u, i))),
      ),
      foot: [
        {
          cells: [
            { content: words("Tổng cộng"), colSpan: 2 },
            ...part.map((i) => ({ content: words(grouped(units * 1000 + i)) })),
          ],
        },
      ],
      notes: [words("Dấu “–”: không thuộc phạm vi báo cáo của đơn vị.")],
    }
  })
  return annex("landscape", tables)
}

/** A table of indicators for each unit. 166 by 60 fill more than five hundred pages. */
export const each = (units: number, indicators: number): Document =>
  annex(
    "portrait",
    Array.from({ length: units }, (_, u) => ({
      kind: "table" as const,
      id: `unit${u}`,
      caption: words(`${u + 1}. ${unit(u)}`),
      unit: null,
      columns: [12, null, 26, 26, 34].map((width, c) => ({
        width,
        align: c === 0 ? ("center" as const) : c === 1 ? ("left" as const) : ("right" as const),
      })),
      head: [cellsOf("TT", "Chỉ tiêu", "Kết quả", "Cùng kỳ năm 2025", "So sánh")],
      body: Array.from({ length: indicators }, (_one, i) =>
        cellsOf(String(i + 1), indicator(i), value(u, i), value(u, i + 1), i % 4 ? `tăng ${i} cuộc (${i},5%)` : "–"),
      ),
      foot: [],
      notes: [],
    })),
  )
