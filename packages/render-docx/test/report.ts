// Short ways to write documents for the tests.
import type { Block, Document, Inline, Inlines, List, Row, Table } from "@danvan/document"
import { layout } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { open, type Word } from "./reader.ts"

/** Words with numbers in them, as a quotation: the tests are about the page, not about where numbers come from. */
export const words = (text: string): Inlines => [{ kind: "quotation", text }]

export const document = (blocks: ReadonlyArray<Block>, changes: Partial<Document> = {}): Document => ({
  version: "danvan/document@0",
  language: "vi",
  title: "Báo cáo",
  layout,
  blocks,
  figures: {},
  attachments: [],
  losses: [],
  ...changes,
})

export const paragraph = (...content: Inlines | [string]): Block => ({
  kind: "paragraph",
  role: "body",
  content: content.flatMap((one): Inlines => (typeof one === "string" ? words(one) : [one as Inline])),
})

export const ordinal = (n: number, text: string): Inlines => [{ kind: "ordinal", n, text }]

export const heading = (level: 1 | 2 | 3, text: string, number: Inlines | null = null): Block => ({
  kind: "heading",
  id: `${level} ${text}`,
  level,
  number,
  content: words(text),
})

export const list = (...items: ReadonlyArray<readonly [marker: Inlines, text: string]>): List => ({
  kind: "list",
  items: items.map(([marker, text]) => ({ marker, content: words(text) })),
})

export const row = (...cells: ReadonlyArray<string>): Row => ({
  cells: cells.map((text) => ({ content: words(text) })),
})

export const table = (changes: Partial<Table>): Table => ({
  kind: "table",
  id: "table",
  caption: words("Biểu"),
  unit: null,
  columns: [
    { width: null, align: "left" },
    { width: 30, align: "right" },
  ],
  head: [row("Đơn vị", "Số lượng")],
  body: [row("Phường", "1")],
  foot: [],
  notes: [],
  ...changes,
})

export const signature: Block = {
  kind: "signature",
  recipientsTitle: words("Nơi nhận:"),
  recipients: [words("- Thường trực Quận uỷ,"), words("- Lưu Ban Dân vận Quận uỷ.")],
  authority: words("K/T TRƯỞNG BAN"),
  office: words("PHÓ TRƯỞNG BAN"),
  name: words("Nguyễn Thị Minh Hoạ"),
}

export const appendix = (orientation: "portrait" | "landscape", ...blocks: ReadonlyArray<Block>): Block => ({
  kind: "appendix",
  id: `appendix ${orientation}`,
  label: words("Phụ lục"),
  title: [words("TÊN PHỤ LỤC")],
  reference: null,
  orientation,
  blocks: blocks as never,
})

export const draw = async (of: Document): Promise<Word> => open((await docx().render(of)).bytes)
