// The few words that the page adds to the document: names of its controls, for eyes and for screen readers.

/** The page's own words in one language. */
export interface Words {
  readonly table: string
  readonly chartData: string
  readonly category: string
  readonly noNumber: string
  readonly blank: string
  readonly sources: string
  readonly coverage: string
  readonly origin: string
  readonly close: string
  readonly attachments: string
}

/** By language of the document. */
export const words: { readonly vi: Words; readonly en: Words } = {
  vi: {
    table: "Bảng",
    chartData: "Số liệu của biểu đồ",
    category: "Nội dung",
    noNumber: "không có số liệu",
    blank: "chỗ để trống",
    sources: "Nguồn của các số liệu",
    coverage: "Mức độ đầy đủ",
    origin: "Nguồn",
    close: "Đóng",
    attachments: "Tệp kèm theo",
  },
  en: {
    table: "Table",
    chartData: "Data of the chart",
    category: "Item",
    noNumber: "no number",
    blank: "left blank",
    sources: "Where the figures come from",
    coverage: "Completeness",
    origin: "Source",
    close: "Close",
    attachments: "Attached files",
  },
}
