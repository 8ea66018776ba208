// Party documents signed from 27/5/2026: Hướng dẫn 05-HD/VPTW. Read in public summaries, not in the original; what it has
// in common with HD 36 is taken from there as data.
import type { Form } from "../Form.ts"
import { layout, partyHd36 } from "./party-hd36.ts"

const summary = "bản tóm tắt công khai về Hướng dẫn 05-HD/VPTW, chưa đối chiếu bản gốc"

/** HD 05-HD/VPTW as data, as far as it is known. */
export const partyHd05: Form = {
  id: "party-hd05",
  label: { vi: "Văn bản của Đảng theo Hướng dẫn 05-HD/VPTW", en: "Party document, Guideline 05-HD/VPTW" },
  issuers: partyHd36.issuers,
  from: "2026-05-27",
  wording: {
    ...partyHd36.wording,
    tone: "ủy",
    citationStyle: "party-2026",
    endMark: ".",
    recipientEnds: [";", "."],
  },
  layout: {
    ...layout,
    form: { id: "party-hd05", label: "Hướng dẫn 05-HD/VPTW, năm 2026" },
    pageNumber: { ...layout.pageNumber, appendices: "restart" },
  },
  clauses: [
    {
      what: "Áp dụng từ ngày 27/5/2026",
      source: `ba nguồn công khai; một nguồn khác ghi ngày khác`,
      certainty: "medium",
    },
    { what: "Khổ A4; lề trên, dưới 20 mm; trái 30 mm; phải 15 mm", source: summary, certainty: "high" },
    { what: "Số trang cỡ 14, giữa lề trên, cách mép 10 mm, từ trang thứ hai", source: summary, certainty: "high" },
    { what: "Tiêu đề cỡ 15 đậm, có đường kẻ dài bằng tiêu đề", source: summary, certainty: "high" },
    { what: "Tên cơ quan cỡ 14; tên cơ quan ban hành đậm; dấu sao (*) ở dưới", source: summary, certainty: "high" },
    { what: "“Số 05-BC/ĐU”: không có dấu hai chấm; cỡ 14", source: summary, certainty: "high" },
    { what: "Địa danh và ngày tháng cỡ 14, nghiêng", source: summary, certainty: "high" },
    {
      what: "Tên loại cỡ 15 – 16, trích yếu cỡ 14 – 15, đậm; đúng năm gạch nối ở dưới",
      source: summary,
      certainty: "high",
    },
    {
      what: "Lời văn cỡ 14 – 15, căn đều; thụt đầu dòng khoảng 10 mm; cách đoạn từ 6 pt; giãn dòng chính xác 18 – 22 pt",
      source: summary,
      certainty: "high",
    },
    { what: "Căn cứ chữ đứng, đầu dòng có gạch nối, cuối dòng “;”, dòng cuối “.”", source: summary, certainty: "high" },
    {
      what: "Khoản 1., điểm a)",
      source:
        "hai bản tóm tắt công khai về Hướng dẫn 05-HD/VPTW, chưa đối chiếu bản gốc; Quy định 399-QĐ/TW cũng dùng 1.",
      certainty: "high",
    },
    // What the guideline says of the mark behind a Roman numeral is not known: no summary quotes a clause for it.
    {
      what: "Mục lớn I-, II-",
      source: "bản tóm tắt gọi là thói quen trong văn bản Đảng, không dẫn điều khoản; chưa đối chiếu bản gốc",
      certainty: "low",
    },
    { what: "Viện dẫn lần đầu có “số” và dấu phẩy trước ngày; lần sau không", source: summary, certainty: "high" },
    { what: "Lời văn kết thúc bằng “.”, không dùng “./.”", source: summary, certainty: "high" },
    {
      what: "“Nơi nhận:” cỡ 14 gạch chân; nơi nhận cỡ 12, cuối dòng “;”, dòng cuối “.”",
      source: summary,
      certainty: "high",
    },
    { what: "T/M, K/T đậm; chức vụ không đậm; họ tên đậm, cỡ 14", source: summary, certainty: "high" },
    { what: "Viết “ủy” trong lời văn của mẫu", source: summary, certainty: "high" },
    { what: "“Kính gửi” chỉ dùng trong công văn", source: summary, certainty: "high" },
    { what: "Số trang đánh riêng theo từng phụ lục", source: summary, certainty: "medium" },
  ],
}
