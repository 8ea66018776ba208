// The few words of these files that the document does not have, in its language.

/** What a language must be able to say here. */
export interface Words {
  /** Of a document without tables. */
  readonly none: string
  /** The sheet that says where every number comes from. */
  readonly sources: string
  readonly columns: {
    readonly sheet: string
    readonly cell: string
    readonly label: string
    readonly text: string
    readonly value: string
    readonly of: string
    readonly coverage: string
    readonly origin: string
  }
  /** How many more there are. */
  readonly more: (n: number) => string
}

/** In each language. */
export const words: Readonly<Record<"vi" | "en", Words>> = {
  vi: {
    none: "Báo cáo không có bảng số liệu.",
    sources: "Nguồn số liệu",
    columns: {
      sheet: "Bảng",
      cell: "Ô",
      label: "Nội dung",
      text: "Ghi trong bảng",
      value: "Giá trị",
      of: "Trên tổng số",
      coverage: "Trên cơ sở",
      origin: "Nguồn",
    },
    more: (n) => `… và ${n} nguồn khác`,
  },
  en: {
    none: "The report has no tables.",
    sources: "Sources",
    columns: {
      sheet: "Table",
      cell: "Cell",
      label: "What it is",
      text: "As printed",
      value: "Value",
      of: "Out of",
      coverage: "On the grounds of",
      origin: "Source",
    },
    more: (n) => `… and ${n} more`,
  },
}
