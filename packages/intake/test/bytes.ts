// Files for tests: texts in the encodings that offices use, and workbooks from rows.
import { handmade, toBytes } from "./xlsx/handmade.ts"

const encoder = new TextEncoder()

/** In UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** In UTF-16, with its byte order mark. */
export const utf16 = (text: string, order: "le" | "be" = "le", mark = true): Uint8Array => {
  const units = [...(mark ? "\ufeff" : ""), ...text].flatMap((letter) => [...letter].map((one) => one.charCodeAt(0)))
  return Uint8Array.from(units.flatMap((unit) => (order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

/** One byte a letter, for letters up to U+00FF: how TCVN3 and VNI are kept. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))

// Where windows-1258 has what is not at its place in Latin-1: the marks of tones, ă, ơ, ư, đ, and ₫.
const vietnamese: Readonly<Record<string, number>> = {
  "\u0300": 0xcc,
  "\u0309": 0xd2,
  "\u0303": 0xde,
  "\u0301": 0xec,
  "\u0323": 0xf2,
  ă: 0xe3,
  Ă: 0xc3,
  ơ: 0xf5,
  Ơ: 0xd5,
  ư: 0xfd,
  Ư: 0xdd,
  đ: 0xf0,
  Đ: 0xd0,
}

/** In windows-1258: letters, and their tones behind them. */
export const windows1258 = (text: string): Uint8Array => {
  const apart = [...text].flatMap((letter) => {
    const bare = letter
      .normalize("NFD")
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
      .normalize("NFC")
    const tone = letter.normalize("NFD").replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, "")
    return [bare, ...tone]
  })
  return Uint8Array.from(apart.map((letter) => vietnamese[letter] ?? letter.charCodeAt(0)))
}

/** A cell: a text, a number, or XML as it is. */
export type Content = string | number | null | { readonly xml: string }

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const letters = (column: number): string => String.fromCharCode(64 + column)

/** The cells of a sheet from rows; `hidden` are rows that a reader does not see. */
export const cellsOf = (rows: ReadonlyArray<ReadonlyArray<Content>>, hidden: ReadonlyArray<number> = []): string =>
  rows
    .map((row, r) => {
      const cells = row.map((content, c) => {
        const at = `r="${letters(c + 1)}${r + 1}"`
        if (content === null) return ""
        if (typeof content === "number") return `<c ${at}><v>${content}</v></c>`
        if (typeof content === "object") return content.xml.replace("<c", `<c ${at}`)
        return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(content)}</t></is></c>`
      })
      return `<row r="${r + 1}"${hidden.includes(r + 1) ? ' hidden="1"' : ""}>${cells.join("")}</row>`
    })
    .join("")

/** A workbook of one sheet, named Biểu & số. */
export const xlsx = (
  rows: ReadonlyArray<ReadonlyArray<Content>>,
  more: {
    readonly hidden?: ReadonlyArray<number>
    readonly behind?: string
    readonly columns?: string
    readonly parts?: Readonly<Record<string, string>>
  } = {},
): Uint8Array => {
  const parts = handmade({ cells: cellsOf(rows, more.hidden), behind: more.behind ?? "", parts: more.parts ?? {} })
  const sheet = "xl/worksheets/sheet1.xml"
  // The columns of the other tests are of another table, one of them hidden.
  return toBytes({ ...parts, [sheet]: (parts[sheet] ?? "").replace(/<cols>.*<\/cols>/, more.columns ?? "") })
}
