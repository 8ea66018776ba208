// State documents signed from 5/3/2020: Nghị định 30/2020/NĐ-CP, read in the text of its Phụ lục I and III. Where the
// decree leaves a range, the value taken stands in the layout and the range in `clauses`.
import type { Layout, Style } from "@danvan/document"
import type { Clause, Form } from "../Form.ts"
import { layout as party } from "./party-hd36.ts"

const { body, authority: centredBold, number: centred } = party.styles
const letterhead: Style = { ...centred, size: 13, line: 16 }
const rule = { share: 0.4, thickness: 0.75 }

const layout: Layout = {
  ...party,
  form: { id: "state-nd30", label: "Nghị định 30/2020/NĐ-CP, ngày 05/3/2020" },
  pageNumber: { ...party.pageNumber, appendices: "restart" },
  // Wide on the right, so that Quốc hiệu stays on one line.
  letterhead: { left: 65, right: 100, issuerRule: rule, mottoRule: { share: 1, thickness: 0.75 } },
  titleRule: rule,
  appendixRule: { ...rule, share: 0.25 },
  styles: {
    ...party.styles,
    superior: letterhead,
    issuer: { ...letterhead, bold: true },
    "motto-1": { ...letterhead, bold: true },
    "motto-2": { ...letterhead, size: 14, bold: true },
    number: { ...letterhead, before: 6 },
    date: { ...centred, italic: true, before: 6 },
    kind: { ...centredBold, before: 18 },
    "heading-3": { ...body, align: "left" },
    basis: { ...body, italic: true },
    addressee: { ...centred, before: 6, after: 10 },
    "addressee-line": { ...body, align: "left", indent: 90, after: 0 },
    "recipients-title": { ...centred, align: "left", size: 12, bold: true, italic: true, line: 15 },
    recipients: { ...centred, align: "left", size: 11, line: 13 },
    office: centredBold,
  },
}

const stated = (what: string, where: string): Clause => ({
  what,
  source: `Nghị định 30/2020/NĐ-CP, ${where}`,
  certainty: "stated",
})

/** NĐ 30/2020/NĐ-CP as data. The Front and mass organisations are not under it: they name their form themselves. */
export const stateNd30: Form = {
  id: "state-nd30",
  label: { vi: "Văn bản hành chính theo Nghị định 30/2020/NĐ-CP", en: "State document, Decree 30/2020/NĐ-CP" },
  issuers: ["peoples-committee", "peoples-council", "state-agency"],
  from: "2020-03-05",
  wording: {
    motto: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    issuerMark: null,
    titleMark: null,
    subject: "first",
    tone: "ủy",
    numberWord: "Số: ",
    designation: "{number}/{kind}-{symbol}",
    citationStyle: "state",
    kinds: { BC: "BÁO CÁO", KH: "KẾ HOẠCH", TB: "THÔNG BÁO", CTr: "CHƯƠNG TRÌNH", HD: "HƯỚNG DẪN", TTr: "TỜ TRÌNH" },
    recipientsTitle: "Nơi nhận:",
    basisMark: null,
    addressees: { lead: "Kính gửi:", again: "Như trên" },
    filing: "Lưu: VT",
    endMark: "./.",
    authorities: { TM: "TM.", KT: "KT.", TL: "TL.", TUQ: "TUQ.", Q: "Q." },
    recipientEnds: [";", "."],
    headings: [
      { numbering: "roman", after: ".", capitals: true },
      { numbering: "arabic", after: ".", capitals: false },
      { numbering: "letter", after: ")", capitals: false },
    ],
    appendix: {
      word: "Phụ lục",
      numbering: "roman",
      numberAlone: false,
      capitals: true,
      mentioned: true,
      endMark: "./.",
    },
    appendixReference: "(Kèm theo {kind} số {designation}\n{date} của {issuer})",
  },
  layout,
  clauses: [
    stated("Khổ A4; lề trên, dưới 20 – 25 mm; trái 30 – 35 mm; phải 15 – 20 mm", "phụ lục I, phần I, I.1, I.3"),
    stated("Phông chữ Times New Roman", "phụ lục I, phần I, I.4"),
    stated("Số trang cỡ 13 – 14, chữ đứng, giữa lề trên, không hiển thị ở trang thứ nhất", "phụ lục I, phần I, I.7"),
    {
      what: "Số trang cách mép trên 10 mm",
      source: "Nghị định chỉ nêu trong phần lề trên; số đo theo thực tế trình bày",
      certainty: "medium",
    },
    stated(
      "Quốc hiệu in hoa, đậm, cỡ 12 – 13; Tiêu ngữ đậm, cỡ 13 – 14, đường kẻ dài bằng dòng chữ",
      "phụ lục I, phần I, II.1",
    ),
    stated(
      "Tên cơ quan in hoa, đậm, cỡ 12 – 13, đường kẻ từ 1/3 đến 1/2 dòng chữ; cơ quan chủ quản không đậm",
      "phụ lục I, phần I, II.2",
    ),
    stated("“Số:” cỡ 13; số dưới 10 thêm số 0; gạch chéo trước ký hiệu", "phụ lục I, phần I, II.3"),
    stated("Địa danh, ngày tháng cỡ 13 – 14, nghiêng, cùng dòng với số và ký hiệu", "phụ lục I, phần I, II.4"),
    stated("Tên loại và trích yếu đậm, cỡ 13 – 14, đường kẻ từ 1/3 đến 1/2 dòng chữ", "phụ lục I, phần I, II.5"),
    stated("Căn cứ nghiêng, cỡ 13 – 14, cuối dòng “;”, dòng cuối “.”", "phụ lục I, phần I, II.6.a"),
    stated(
      "Viện dẫn lần đầu đầy đủ, lần sau tên loại và số, ký hiệu; luật, pháp lệnh chỉ ghi tên",
      "phụ lục I, phần I, II.6.b",
    ),
    stated(
      "Mục I. in hoa đậm, khoản 1. có tiêu đề thì đậm, điểm a) chữ đứng, theo bảng chữ cái tiếng Việt",
      "phụ lục I, phần I, II.6.đ, V.6.b",
    ),
    stated(
      "Lời văn cỡ 13 – 14, căn đều, lùi đầu dòng 10 hoặc 12,7 mm, cách đoạn từ 6 pt, giãn dòng đơn đến 1,5",
      "phụ lục I, phần I, II.6.e",
    ),
    stated("TM., KT., TL., TUQ., Q.; quyền hạn, chức vụ, họ tên đậm, cỡ 13 – 14", "phụ lục I, phần I, II.7"),
    stated("Báo cáo gửi cấp trên có “Kính gửi:” cỡ 13 – 14, và “Như trên” ở nơi nhận", "phụ lục I, phần I, II.9"),
    stated(
      "“Nơi nhận:” cỡ 12, nghiêng, đậm; nơi nhận cỡ 11, cuối dòng “;”, dòng cuối “Lưu: VT, …”",
      "phụ lục I, phần I, II.9.d",
    ),
    stated("Trích yếu bắt đầu bằng chữ in hoa", "phụ lục I, phần I, V.5 (ví dụ minh hoạ)"),
    stated("Văn bản có chỉ dẫn về phụ lục kèm theo", "phụ lục I, phần I, III.1.a"),
    stated("Lời văn kết thúc bằng “./.”", "phụ lục III, các mẫu"),
    stated("Từ hai phụ lục đánh số La Mã; tên phụ lục in hoa, đậm; dòng kèm theo nghiêng", "phụ lục I, phần I, III.1"),
    stated("Đường kẻ dưới dòng kèm theo; phụ lục kết thúc bằng “./.”", "phụ lục III, mẫu 2.1, 2.2"),
    stated("Số trang đánh riêng theo từng phụ lục", "phụ lục I, phần I, III.1.đ"),
  ],
}
