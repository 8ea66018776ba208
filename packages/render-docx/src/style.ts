// The styles of the file, one for each part of the page: an office changes a style once, not each paragraph. Where
// Word has a style of its own for the part, it is that one, with our name beside it, so that the navigation pane, the
// table of contents and the caption dialogue know it.
import type { StyleName } from "@danvan/document"

/** A style by name. */
export interface Named {
  /** The key in the file; ASCII, so that every program finds it. */
  readonly id: string
  /** What the office sees. */
  readonly name: string
  /** Word's own name, if it has this style. */
  readonly own?: string
  /** Level in the navigation pane, from 1. */
  readonly outline?: 1 | 2 | 3
  /** Stays on a page with what follows. */
  readonly keeps?: boolean
}

/** By part of the page; a new part breaks the compile here. */
export const styles: Readonly<Record<StyleName, Named>> = {
  stamp: { id: "Stamp", name: "Dòng cảnh báo", keeps: true },
  superior: { id: "Superior", name: "Cơ quan cấp trên", keeps: true },
  issuer: { id: "Issuer", name: "Cơ quan ban hành", keeps: true },
  "issuer-mark": { id: "IssuerMark", name: "Dấu dưới tên cơ quan", keeps: true },
  "motto-1": { id: "Motto1", name: "Tiêu đề hoặc Quốc hiệu", keeps: true },
  "motto-2": { id: "Motto2", name: "Tiêu ngữ", keeps: true },
  number: { id: "DocumentNumber", name: "Số và ký hiệu", keeps: true },
  date: { id: "PlaceAndDate", name: "Địa danh và ngày tháng", keeps: true },
  kind: { id: "Title", name: "Tên loại văn bản", own: "Title", keeps: true },
  subject: { id: "Subtitle", name: "Trích yếu nội dung", own: "Subtitle", keeps: true },
  "subject-mark": { id: "SubjectMark", name: "Dấu dưới trích yếu", keeps: true },
  "heading-1": { id: "Heading1", name: "Đề mục cấp 1", own: "heading 1", outline: 1, keeps: true },
  "heading-2": { id: "Heading2", name: "Đề mục cấp 2", own: "heading 2", outline: 2, keeps: true },
  "heading-3": { id: "Heading3", name: "Đề mục cấp 3", own: "heading 3", outline: 3, keeps: true },
  body: { id: "BodyText", name: "Nội dung", own: "Body Text" },
  note: { id: "Note", name: "Ghi chú" },
  basis: { id: "Basis", name: "Căn cứ" },
  addressee: { id: "Addressee", name: "Kính gửi" },
  "addressee-line": { id: "AddresseeLine", name: "Nơi được gửi" },
  list: { id: "ListParagraph", name: "Điểm liệt kê", own: "List Paragraph" },
  "table-caption": { id: "Caption", name: "Tên biểu", own: "caption", keeps: true },
  "table-unit": { id: "TableUnit", name: "Đơn vị tính", keeps: true },
  "table-head": { id: "TableHead", name: "Đầu biểu", keeps: true },
  "table-cell": { id: "TableCell", name: "Ô của biểu" },
  "chart-label": { id: "ChartLabel", name: "Nhãn biểu đồ", keeps: true },
  "recipients-title": { id: "RecipientsTitle", name: "Nơi nhận" },
  recipients: { id: "Recipients", name: "Danh sách nơi nhận" },
  authority: { id: "Authority", name: "Quyền hạn ký" },
  office: { id: "Office", name: "Chức vụ người ký" },
  signer: { id: "Signer", name: "Họ tên người ký" },
  "appendix-label": { id: "AppendixLabel", name: "Số phụ lục", outline: 1, keeps: true },
  "appendix-title": { id: "AppendixTitle", name: "Tên phụ lục", keeps: true },
  "appendix-reference": { id: "AppendixReference", name: "Dòng kèm theo của phụ lục", keeps: true },
  "page-number": { id: "Header", name: "Số trang", own: "header" },
}

/** Styles of paragraphs without words: a drawn line, a drawing, the place between tables. */
export const bare = { rule: "Rule", drawing: "Drawing", gap: "Gap" } as const

/** Styles of tables: one with lines, one that only sets things side by side. */
export const tables = { ruled: "RuledTable", plain: "PlainTable" } as const
