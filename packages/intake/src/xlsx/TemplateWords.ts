// The words of a blank form, for whoever fills it in.

/** What a language must be able to say. */
export interface TemplateWords {
  readonly sheet: string
  readonly title: string
  readonly catalogue: (label: string, version: string) => string
  readonly guide: string
  readonly number: string
  readonly indicator: string
  readonly measure: string
  readonly before: (period: string) => string
  readonly value: string
  readonly code: string
  readonly among: (dimension: string) => string
  readonly outOf: Readonly<Record<"share" | "attainment", string>>
  readonly nil: string
  readonly revision: string
  readonly reason: string
  readonly promptTitle: string
  readonly prompt: Readonly<
    Record<"number" | "part" | "whole" | "rate" | "flag" | "text" | "revision" | "reason", string>
  >
  readonly source: (citation: string) => string
  readonly most: (max: string) => string
}

/** Tiếng Việt. */
export const vi: TemplateWords = {
  sheet: "Số liệu",
  title: "BIỂU SỐ LIỆU BÁO CÁO",
  catalogue: (label, version) => `Theo ${label}, phiên bản ${version}`,
  guide:
    "Chỉ ghi vào các ô nền vàng. Số chưa chính xác thì ghi thêm chữ trước số: khoảng 180, trên 180, gần 180. " +
    "Không phát sinh, hoặc không có số liệu, thì chọn trong danh sách của ô; đừng để trống và đừng ghi dấu gạch. " +
    "Giải thích từng chỉ tiêu: đưa chuột lên tên chỉ tiêu.",
  number: "TT",
  indicator: "Chỉ tiêu",
  measure: "Đơn vị tính",
  before: (period) => `Kỳ trước (${period})`,
  value: "Số liệu",
  code: "Mã số",
  among: (dimension) => `Trong đó, theo ${dimension}:`,
  outOf: { share: "trên tổng số", attainment: "so với số được giao" },
  nil: "không phát sinh",
  revision: "Lần gửi",
  reason: "Lý do đính chính (từ lần gửi thứ hai)",
  promptTitle: "Cách ghi",
  prompt: {
    number:
      "Ghi số; chưa chính xác thì ghi: khoảng 180, trên 180, gần 180. Không phát sinh, hoặc không có số liệu: chọn trong danh sách.",
    part: "Ghi số. Không có số liệu, hoặc tổng số bằng 0, thì chọn lý do ở đây và để trống ô bên dưới.",
    whole: "Ghi số làm gốc để tính tỷ lệ.",
    rate: "Ghi tỷ lệ có dấu %, ví dụ 87%. Không có số liệu: chọn lý do trong danh sách.",
    flag: "Chọn “có” hoặc “không”.",
    text: "Ghi bằng lời.",
    revision: "Gửi lần đầu: 1. Gửi lại để đính chính: 2, 3 …",
    reason: "Chỉ ghi khi gửi lại.",
  },
  source: (citation) => `Căn cứ: ${citation}`,
  most: (max) => `Không quá ${max}.`,
}

/** English. */
export const en: TemplateWords = {
  sheet: "Figures",
  title: "FORM FOR FIGURES",
  catalogue: (label, version) => `By ${label}, version ${version}`,
  guide:
    "Write in the yellow cells only. Where a number is not exact, say so before it: khoảng 180 (about), trên 180 (over), gần 180 " +
    "(nearly). Where nothing happened, or there is no figure, choose from the list of the cell; leave none empty and write no dash. " +
    "Point at an indicator's name to see what it means.",
  number: "No.",
  indicator: "Indicator",
  measure: "Measure",
  before: (period) => `Last period (${period})`,
  value: "Value",
  code: "Code",
  among: (dimension) => `Of these, by ${dimension}:`,
  outOf: { share: "out of", attainment: "against the number planned" },
  nil: "nothing happened",
  revision: "Sending",
  reason: "Reason for the correction (from the second sending on)",
  promptTitle: "How to fill in",
  prompt: {
    number:
      "A number; where it is not exact: khoảng 180, trên 180, gần 180. Nothing happened, or no figure: choose from the list.",
    part: "A number. Where there is no figure, or the number below is 0, choose the reason here and leave the cell below empty.",
    whole: "The number that the percentage is taken of.",
    rate: "A percentage with its sign: 87%. No figure: choose the reason from the list.",
    flag: "Choose yes or no.",
    text: "In words.",
    revision: "1 the first time; 2, 3 … for corrections.",
    reason: "Only for a correction.",
  },
  source: (citation) => `Basis: ${citation}`,
  most: (max) => `No more than ${max}.`,
}
