// Party documents signed from 3/4/2018 to 26/5/2026: Hướng dẫn 36-HD/VPTW. Sizes from its Phụ lục 3 as quoted by a legal
// site; what is practice or knowledge without the text at hand is marked in `clauses`.
import type { Layout, Style } from "@danvan/document"
import type { Form } from "../Form.ts"

const base: Style = {
  size: 14,
  bold: false,
  italic: false,
  underline: false,
  align: "left",
  indent: 0,
  before: 0,
  after: 0,
  line: 18,
}
const centred: Style = { ...base, align: "center" }
const body: Style = { ...base, align: "justify", indent: 10, after: 6 }

/** The page of Party documents; what Hướng dẫn 05 of 2026 shares with it. */
export const layout: Layout = {
  form: { id: "party-hd36", label: "Hướng dẫn 36-HD/VPTW, ngày 03/4/2018" },
  page: { width: 210, height: 297, margin: { top: 20, right: 15, bottom: 20, left: 30 } },
  font: "Times New Roman",
  pageNumber: { from: 2, edge: 10, appendices: "continue" },
  letterhead: { left: 75, right: 90, issuerRule: null, mottoRule: { share: 1, thickness: 0.75 } },
  titleRule: null,
  signature: { left: 80, right: 85, space: 28 },
  table: { line: 0.5, paddingX: 3, paddingY: 2.5 },
  styles: {
    stamp: { ...centred, size: 12, bold: true, after: 4, line: 15 },
    superior: centred,
    issuer: { ...centred, bold: true },
    "issuer-mark": { ...centred, line: 14 },
    "motto-1": { ...centred, size: 15, bold: true },
    "motto-2": { ...centred, bold: true },
    number: centred,
    date: { ...centred, italic: true },
    kind: { ...centred, size: 16, bold: true, before: 18, line: 22 },
    subject: { ...centred, bold: true },
    "subject-mark": { ...centred, after: 10 },
    "heading-1": { ...body, align: "left", bold: true, before: 6 },
    "heading-2": { ...body, align: "left", bold: true },
    "heading-3": { ...body, align: "left", bold: true, italic: true },
    body,
    note: { ...base, size: 12, italic: true, align: "justify", after: 3, line: 15 },
    basis: body,
    addressee: centred,
    "addressee-line": { ...base, indent: 90 },
    list: body,
    "table-caption": { ...centred, bold: true, before: 6, after: 3 },
    "table-unit": { ...base, size: 12, italic: true, align: "right", after: 3, line: 15 },
    "table-head": { ...centred, size: 12, bold: true, line: 15 },
    "table-cell": { ...base, size: 12, line: 15 },
    "chart-label": { ...base, size: 11, line: 13 },
    "recipients-title": { ...base, underline: true },
    recipients: { ...base, size: 12, line: 15 },
    authority: { ...centred, bold: true },
    office: centred,
    signer: { ...centred, bold: true },
    "appendix-label": { ...centred, bold: true },
    "appendix-title": { ...centred, bold: true },
    "appendix-reference": { ...centred, italic: true, after: 10 },
    "page-number": centred,
  },
}

/** HD 36-HD/VPTW as data. */
export const partyHd36: Form = {
  id: "party-hd36",
  label: { vi: "Văn bản của Đảng theo Hướng dẫn 36-HD/VPTW", en: "Party document, Guideline 36-HD/VPTW" },
  issuers: ["party-committee", "party-advisory"],
  from: "2018-04-03",
  to: "2026-05-26",
  wording: {
    motto: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
    issuerMark: "*",
    titleMark: "-----",
    subject: "as-written",
    tone: "uỷ",
    numberWord: "Số ",
    designation: "{number}-{kind}/{symbol}",
    citationStyle: "party",
    kinds: { BC: "BÁO CÁO", KH: "KẾ HOẠCH", TB: "THÔNG BÁO", CTr: "CHƯƠNG TRÌNH", HD: "HƯỚNG DẪN", TTr: "TỜ TRÌNH" },
    recipientsTitle: "Nơi nhận:",
    basisMark: "-",
    addressees: null,
    filing: null,
    endMark: null,
    authorities: { TM: "T/M", KT: "K/T", TL: "T/L", TUQ: "TUQ", Q: "Q" },
    recipientEnds: [",", "."],
    headings: [
      { numbering: "roman", after: "-", capitals: true },
      { numbering: "arabic", after: ".", capitals: false },
      { numbering: "letter", after: ")", capitals: false },
    ],
    appendix: {
      word: "Phụ lục",
      numbering: "arabic",
      numberAlone: true,
      capitals: false,
      mentioned: false,
      endMark: null,
    },
    appendixReference: "(kèm theo {kind} số {designation},\n{date} của {issuer})",
  },
  layout,
  clauses: [
    {
      what: "Cỡ chữ các thành phần thể thức",
      source: "Hướng dẫn 36-HD/VPTW, phụ lục 3 (trích trên trang pháp luật)",
      certainty: "stated",
    },
    {
      what: "Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” có đường kẻ dài bằng tiêu đề",
      source: "Hướng dẫn 36-HD/VPTW (trích)",
      certainty: "stated",
    },
    { what: "Dấu sao (*) dưới tên cơ quan ban hành", source: "Hướng dẫn 36-HD/VPTW (trích)", certainty: "stated" },
    {
      what: "“Số 05-BC/ĐU”: không có dấu hai chấm; cỡ 14",
      source: "Hướng dẫn 36-HD/VPTW (trích)",
      certainty: "stated",
    },
    {
      what: "Địa danh và ngày tháng cỡ 14, nghiêng",
      source: "Hướng dẫn 36-HD/VPTW, phụ lục 3 (trích trên trang pháp luật)",
      certainty: "stated",
    },
    {
      what: "Viết “uỷ” trong lời văn của mẫu",
      source: "mẫu chữ của Hướng dẫn 36-HD/VPTW (trích: “HUYỆN UỶ ĐỊNH HOÁ”)",
      certainty: "stated",
    },
    {
      what: "Đề mục I-, 1., a)",
      source:
        "Hướng dẫn 36-HD/VPTW và Kết luận 127-KL/TW, ngày 28/02/2025, tự trình bày như vậy (bản sao trên mạng); không thấy điều khoản riêng",
      certainty: "medium",
    },
    {
      what: "Căn cứ chữ đứng, mỗi căn cứ một dòng, đầu dòng có gạch nối",
      source: "nguồn thứ ba và thực tế trình bày",
      certainty: "high",
    },
    { what: "Viện dẫn có dấu phẩy trước ngày", source: "thực tế trình bày", certainty: "high" },
    { what: "“Kính gửi” chỉ dùng trong công văn", source: "thực tế trình bày", certainty: "medium" },
    {
      what: "Lề trên, dưới 20 mm; trái 30 mm; phải 15 mm",
      source: "nguồn thứ ba và thực tế trình bày",
      certainty: "high",
    },
    {
      what: "Số trang giữa lề trên, cách mép 10 mm, từ trang thứ hai",
      source: "sổ tay nghiệp vụ và thực tế trình bày",
      certainty: "high",
    },
    { what: "Năm gạch nối (-----) dưới trích yếu", source: "thực tế trình bày", certainty: "high" },
    { what: "“Nơi nhận” gạch chân; chức vụ không đậm; K/T, T/M", source: "thực tế trình bày", certainty: "high" },
    {
      what: "Thụt đầu dòng khoảng 10 mm; cách đoạn từ 6 pt; giãn dòng từ 18 pt",
      source: "thực tế trình bày",
      certainty: "medium",
    },
    { what: "Dấu phẩy cuối mỗi dòng nơi nhận, dấu chấm ở dòng cuối", source: "thực tế trình bày", certainty: "medium" },
    {
      what: "Số trang của phụ lục đánh liên tục với văn bản",
      source: "chưa thống nhất giữa các nguồn",
      certainty: "low",
    },
  ],
}
