// A district's half-year review of công tác dân vận, section by section. A synthesis of published model outlines and
// practice; an office changes it without code.
import type { Outline } from "../Outline.ts"

/** `district-half-year`. */
export const districtHalfYear: Outline = {
  id: "district-half-year",
  subject: ["kết quả công tác dân vận {period},", "nhiệm vụ trọng tâm {period|next}"],
  opening: "opening",
  sections: [
    { key: "situation", title: "Tình hình nhân dân", parts: ["narrative"] },
    {
      key: "results",
      title: "Kết quả công tác dân vận",
      parts: ["narrative"],
      sections: [
        { key: "leadership", title: "Công tác lãnh đạo, chỉ đạo của cấp uỷ", parts: ["narrative"] },
        { key: "government", title: "Công tác dân vận của chính quyền", parts: ["narrative"] },
        { key: "armed-forces", title: "Công tác dân vận của lực lượng vũ trang", parts: ["narrative"] },
        { key: "front", title: "Hoạt động của Mặt trận Tổ quốc và các đoàn thể", parts: ["narrative"] },
        { key: "democracy", title: "Thực hiện Quy chế dân chủ ở cơ sở", parts: ["narrative"] },
        { key: "movement", title: "Phong trào thi đua “Dân vận khéo”", parts: ["narrative"] },
        { key: "religion", title: "Công tác tôn giáo, dân tộc", parts: ["narrative"] },
        { key: "body", title: "Hoạt động của Ban Dân vận, Khối Dân vận", parts: ["narrative"] },
      ],
    },
    {
      key: "assessment",
      title: "Đánh giá chung",
      parts: ["narrative"],
      sections: [
        { key: "strengths", title: "Ưu điểm", parts: ["narrative"] },
        { key: "limits", title: "Tồn tại, hạn chế", parts: ["narrative"] },
        { key: "causes", title: "Nguyên nhân", parts: ["narrative"] },
      ],
    },
    { key: "tasks", title: "Nhiệm vụ trọng tâm {period|next}", parts: ["narrative", "tasks"] },
    { key: "proposals", title: "Kiến nghị, đề xuất", parts: ["narrative"] },
  ],
  closing: "closing",
  appendices: [
    { key: "events", title: ["Hội nghị sơ kết công tác dân vận {period}"], part: "events", orientation: "portrait" },
    {
      key: "indicators",
      title: ["Tổng hợp các chỉ tiêu công tác dân vận {period}"],
      part: "indicators",
      orientation: "portrait",
    },
    {
      key: "by-unit",
      title: ["Kết quả theo phường, cơ quan, đơn vị {period}"],
      part: "by-unit",
      orientation: "landscape",
    },
    {
      key: "chart",
      title: ["Biểu đồ mô hình, điển hình “Dân vận khéo” đăng ký {period|year}"],
      part: "chart",
      indicators: ["dvk.models.registered", "dvk.exemplars.registered"],
      orientation: "portrait",
    },
    {
      key: "coverage",
      title: ["Độ đầy đủ và nguồn của số liệu {period}"],
      part: "coverage",
      orientation: "portrait",
    },
  ],
}
