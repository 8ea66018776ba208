// Documents that nobody writes in good faith: words that want to be markup in every field, signs that turn the text
// round, words and trees without end. A renderer must leave them inert or refuse them by a `RenderError`, soon.
import type { Block } from "../Block.ts"
import type { Document } from "../Document.ts"
import type { Inlines } from "../Inline.ts"
import { sample } from "./sample.ts"

/** What an attacker writes where words belong. */
export const words: Readonly<Record<string, string>> = {
  html: `</td></p><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">`,
  svg: `</text></svg><svg onload=alert(1)><foreignObject><iframe src=//evil.example></iframe></foreignObject></svg>`,
  style: `</style><style>@import "//evil.example";*{background:url(//evil.example)}</style>"'};`,
  xml: `]]><w:instrText>INCLUDEPICTURE "http://evil.example/a.png"</w:instrText><!ENTITY x SYSTEM "file:///etc/passwd">&x;`,
  link: `javascript:alert(1) data:text/html,<script>alert(1)</script> file:///etc/passwd`,
  pdf: `) Tj /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> endstream endobj (`,
  bidi: `12\u202e345\u202c \u2067đảo\u2069 \u200f1.000`,
  nfd: "Quận uỷ Tây Hồ, đường Thụy Khuê".normalize("NFD"),
  emoji: "👩‍👩‍👧‍👦 🇻🇳 ✅\ufe0f 👍🏽",
  controls: "a\u0000b\u0007c\u001bd\ufffee\ud800f\u2028g",
}

/** Keys whose values decide what a thing is, not what it says. */
const KINDS = new Set(["kind", "version", "align", "role", "form", "orientation", "appendices", "language", "value"])

/** A word of ten thousand letters. */
const LONG = "ngoằnngoèo".repeat(1000)

/**
 * The sample with `text` in every field that holds words, and in every id; `once` a kind of field: in the caption of one
 * table, in one cell of a head.
 */
const everywhere = (text: string, once = false): Document => {
  let n = 0
  const seen = new Set<string>()
  const walk = (value: unknown, key: string, at: string): unknown => {
    if (value instanceof Uint8Array || value === null) return value
    if (typeof value === "string") {
      if (KINDS.has(key)) return value
      if (once && (key === "figure" || key === "id" || seen.has(at))) return value
      seen.add(at)
      if (key === "figure") return text + value // leads to a key of `figures`, which is changed alike
      return key === "id" ? `${text}${n++}` : text
    }
    if (Array.isArray(value)) return value.map((inner) => walk(inner, key, at))
    if (typeof value !== "object") return value
    const kind = "kind" in value ? `:${String(value.kind)}` : ""
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        // The form of a layout is words, the form of a chart is not; a number for machines stays one.
        if (name === "form" && typeof inner === "object") return [name, { id: text, label: text }]
        const own = at === "/figures" ? "" : name // figures are of one kind
        return [at === "/figures" && !once ? text + name : name, walk(inner, name, `${at}${kind}/${own}`)]
      }),
    )
  }
  return walk(sample, "", "") as Document
}

const strong = (depth: number): Inlines => {
  let content: Inlines = [{ kind: "text", text: "sâu" }]
  for (let i = 0; i < depth; i++) content = [{ kind: i % 2 === 0 ? "strong" : "emphasis", content }]
  return content
}

const nested = (depth: number): Block => {
  const appendix = (inner: ReadonlyArray<Block>, i: number): Block => ({
    kind: "appendix",
    id: `appendix-${i}`,
    label: [{ kind: "text", text: "Phụ lục" }],
    title: [],
    reference: null,
    orientation: "portrait",
    blocks: inner as Extract<Block, { kind: "appendix" }>["blocks"],
  })
  let block = appendix([], 0)
  for (let i = 1; i < depth; i++) block = appendix([block], i)
  return block
}

const only = (...blocks: ReadonlyArray<Block>): Document => ({ ...sample, blocks, losses: [], attachments: [] })
const paragraph = (content: Inlines): Block => ({ kind: "paragraph", role: "body", content })

/**
 * Hostile documents by name.
 *
 * @example
 * [...hostile()].length > 15 // true
 */
export function* hostile(): Generator<readonly [name: string, document: Document]> {
  for (const [name, text] of Object.entries(words)) yield [`${name} in every field`, everywhere(text)]
  yield ["a word of 10,000 letters in every field", everywhere(LONG, true)]
  yield ["200 levels of strong", only(paragraph(strong(200)))]
  yield ["100,000 levels of strong", only(paragraph(strong(100_000)))]
  yield ["200 appendices in one another", only(nested(200))]
  yield ["20,000 appendices in one another", only(nested(20_000))]
  const item = { marker: [{ kind: "text", text: "-" }], content: [{ kind: "text", text: "điểm" }] } as const
  yield [
    "200 lists one after another",
    only(...Array.from({ length: 200 }, (): Block => ({ kind: "list", items: [item] }))),
  ]
  yield [
    "5,000 blocks",
    only(...Array.from({ length: 5000 }, (_, i) => paragraph([{ kind: "quotation", text: `đoạn ${i}` }]))),
  ]
  const cells = (n: number, colSpan: number) => Array.from({ length: n }, () => ({ content: item.content, colSpan }))
  const table = {
    kind: "table",
    id: "t",
    caption: [],
    unit: null,
    columns: Array.from({ length: 60 }, () => ({ width: null, align: "left" as const })),
    head: [{ cells: cells(60, 1) }],
    body: Array.from({ length: 166 }, () => ({ cells: cells(60, 1) })),
    foot: [],
    notes: [],
  } as const
  yield ["166 rows of 60 columns", only(table)]
  yield ["a cell that spans what is not there", only({ ...table, body: [{ cells: cells(1, 1e9) }] })]
  yield ["a column without end", only({ ...table, columns: [{ width: Infinity, align: "left" }], head: [], body: [] })]
  const chart = sample.blocks.find((block) => block.kind === "chart")
  for (const value of chart ? [Number.NaN, Infinity, -1e308, 1e-320] : []) {
    const series = chart?.series.map((one) => ({ ...one, points: one.points.map((p) => p && { ...p, value }) }))
    yield [`a chart of ${value}`, { ...only(), blocks: [{ ...chart, series } as Block] }]
  }
  const { page } = sample.layout
  for (const width of [Number.NaN, -1, 0, 1e9]) {
    yield [`a page ${width} mm wide`, { ...sample, layout: { ...sample.layout, page: { ...page, width } } }]
  }
}
