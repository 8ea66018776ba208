import { sample } from "@danvan/document/testing"
import type { Block, Document, Inlines } from "@danvan/document"
import { pdf } from "@danvan/render-pdf"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { writeFileSync } from "node:fs"
const q = (text: string): Inlines => [{ kind: "quotation", text }]
const figures: Record<string, Document["figures"][string]> = {}
const fig = (n: number) => { const id = `f${Object.keys(figures).length}`; figures[id] = { text: n.toLocaleString("de-DE"), value: String(n), label: "x", coverage: null, origin: [] }; return { figure: id, value: n } }
const years = ["2019", "2020", "2021", "2022", "2023", "2024", "6 tháng đầu năm 2025"]
const line: Block = { kind: "chart", id: "l", form: "line", caption: q("Mô hình đăng ký theo năm"), unit: q("Đơn vị tính: mô hình"), categories: years.map(q), series: [
  { label: q("Mô hình “Dân vận khéo” đăng ký"), points: [120, 150, 97, 197, 224, null, 1416].map((v) => v === null ? null : fig(v)) },
  { label: q("Điển hình"), points: [80, 100, 60, 161, 184, 190, 900].map(fig) }], alternative: q("Tăng"), notes: [q("Năm 2024 chưa có số liệu.")] }
const parts: Block = { kind: "chart", id: "p", form: "parts", caption: q("Cơ cấu mô hình theo lĩnh vực"), unit: q("Đơn vị tính: mô hình"), categories: ["Phường Bưởi", "Phường Nhật Tân", "Khối cơ quan, đơn vị, trường học trực thuộc quận"].map(q), series: ["Kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị"].map((l, i) => ({ label: q(l), points: [[12, 30, 4, 50][i]!, [20, 5, 1, 9][i]!, [3, 70, 12, 44][i]!].map(fig) })), alternative: q("Cơ cấu"), notes: [] }
const document: Document = { ...sample, blocks: [sample.blocks.find((b) => b.kind === "chart")!, line, parts], figures: { ...sample.figures, ...figures }, attachments: [], losses: [] }
for (const r of [pdf(), docx(), html()]) { const { bytes, losses } = await r.render(document); console.log(r.id, losses); writeFileSync(`/tmp/forms/charts.${r.extension}`, bytes) }
