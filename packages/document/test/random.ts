// Documents at random: every kind of block and inline, words of every sort. The laws of each renderer are tried on them.
import type { Block, Cell, Document, Inline, Inlines } from "@danvan/document"
import { layout } from "@danvan/document/testing"
import * as fc from "fast-check"

const phrase = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("công tác", "dân vận ", " khéo", "Quận uỷ", "45-KH/TU", "8/8", "hoà", "đ)", ""),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("<w:p>", "&amp;", "]]>", "\u0000", "\ud800", "e\u0301", "\u202e", "🇻🇳", "%1."),
  },
)
const FIGURES = { f: "197 mô hình", g: "12.345", h: "khoảng 5/8", "": "–" }

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  phrase.map((text): Inline => ({ kind: "text", text })),
  fc.constantFrom(...Object.keys(FIGURES)).map((figure): Inline => ({ kind: "figure", figure })),
  fc.tuple(fc.constantFrom("quotation", "gap"), phrase).map(([kind, text]): Inline => ({ kind, text }) as Inline),
  phrase.map((text): Inline => ({ kind: "document-number", text })),
  phrase.map((text): Inline => ({ kind: "citation", citation: "c", text })),
  phrase.map((text): Inline => ({ kind: "name", ref: "n", text })),
  fc.integer({ min: 0, max: 9 }).map((length): Inline => ({ kind: "blank", length })),
  fc.constant<Inline>({ kind: "break" }),
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("strong", "emphasis"), fc.array(leaf, { maxLength: 3 }))
      .map(([kind, content]) => ({ kind, content }) as Inline),
  },
)
const line: fc.Arbitrary<Inlines> = fc.array(inline, { maxLength: 4 })
const lines = fc.array(line, { maxLength: 3 })
const maybe = fc.option(line)
const marker: fc.Arbitrary<Inlines> = fc.oneof(
  line,
  fc.constantFrom("-", "+", "*").map((text): Inlines => [{ kind: "text", text }]),
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom("I.", "1.", "2.", "1.1.", "a)", "b)", "đ)", "Phần I"))
    .map(([n, text]): Inlines => [{ kind: "ordinal", n, text }]),
)
/** Markers as a document counts them, so that Word's own numbering is met as well. */
const counted = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("", "."), lines)
  .map(([start, dot, contents]) =>
    contents.map((content, i) => ({
      marker: [{ kind: "ordinal", n: start + i, text: `${start + i}${dot}` }] as Inlines,
      content,
    })),
  )

const grid = fc
  .record({ columns: fc.integer({ min: 1, max: 4 }), head: fc.nat(2), body: fc.nat(3), foot: fc.nat(1) })
  .chain(({ columns, head, body, foot }) => {
    const row = fc
      .array(line, { minLength: columns, maxLength: columns })
      .map((cells) => ({ cells: cells.map((content): Cell => ({ content })) }))
    const rows = (n: number) => fc.array(row, { minLength: n, maxLength: n })
    return fc.record({
      columns: fc.constant(Array.from({ length: columns }, () => ({ width: null, align: "left" as const }))),
      head: rows(head),
      body: rows(body),
      foot: rows(foot),
    })
  })

const series = (categories: number, form: "bar" | "line" | "parts") =>
  fc.record({
    label: line,
    points: fc.array(
      fc.option(
        fc.record({
          figure: fc.constantFrom(...Object.keys(FIGURES)),
          value: fc.double({ noNaN: true, noDefaultInfinity: true, min: form === "parts" ? 0 : -1e9, max: 1e9 }),
        }),
      ),
      { maxLength: categories },
    ),
  })

const inner = (id: string): fc.Arbitrary<Exclude<Block, { kind: "appendix" }>> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("paragraph" as const),
      role: fc.constantFrom("body" as const, "note" as const, "closing" as const),
      content: line,
    }),
    fc.record({
      kind: fc.constant("heading" as const),
      id: fc.constant(id),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      number: fc.option(marker),
      content: line,
    }),
    fc.record({
      kind: fc.constant("list" as const),
      items: fc.oneof(fc.array(fc.record({ marker, content: line }), { maxLength: 4 }), counted),
    }),
    fc.record({ kind: fc.constant("title" as const), name: line, subject: lines, mark: maybe }),
    fc
      .tuple(grid, line, maybe, lines)
      .map(([cells, caption, unit, notes]) => ({ kind: "table" as const, id, caption, unit, notes, ...cells })),
    fc
      .tuple(fc.constantFrom("bar" as const, "line" as const, "parts" as const), fc.array(line, { maxLength: 4 }))
      .chain(([form, categories]) =>
        fc.record({
          kind: fc.constant("chart" as const),
          id: fc.constant(id),
          form: fc.constant(form),
          caption: line,
          unit: maybe,
          categories: fc.constant(categories),
          series: fc.array(series(categories.length, form), { maxLength: 3 }),
          alternative: line,
          notes: lines,
        }),
      ),
    fc.record({
      kind: fc.constant("letterhead" as const),
      stamp: maybe,
      superior: lines,
      issuer: lines,
      issuerMark: maybe,
      motto: lines,
      number: line,
      date: line,
    }),
    fc.record({
      kind: fc.constant("signature" as const),
      recipientsTitle: line,
      recipients: lines,
      authority: maybe,
      office: line,
      name: line,
    }),
  )

const ids = Array.from({ length: 8 }, (_, i) => `id${i}`)
const blocks = fc.tuple(
  ...ids.map((id, i) =>
    fc.oneof(
      { weight: 5, arbitrary: inner(id) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant("appendix" as const),
          id: fc.constant(id),
          label: line,
          title: lines,
          reference: maybe,
          orientation: fc.constantFrom("portrait" as const, "landscape" as const),
          blocks: fc.tuple(inner(`in${i}`), inner(`also${i}`)).map((two) => [...two]),
        }),
      },
    ),
  ),
)

/** Headings numbered as official texts count them, so that Word's own numbering over several levels is met as well. */
const numbered = (all: ReadonlyArray<Block>): ReadonlyArray<Block> => {
  const counts = [0, 0, 0]
  return all.map((block) => {
    if (block.kind !== "heading" || block.number === null) return block
    const n = ++counts[block.level - 1]!
    counts.fill(0, block.level)
    const text =
      block.level === 1
        ? `${["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"][n]}.`
        : block.level === 2
          ? `${n}.`
          : `${counts[1]}.${n}`
    return { ...block, number: [{ kind: "ordinal", n, text }] }
  })
}

const rule = fc.option(
  fc.record({ share: fc.double({ min: 0, max: 1.5, noNaN: true }), thickness: fc.constantFrom(0.5, 0.75) }),
)
/** Any document that a renderer must take: no faults, whatever its words. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    blocks,
    counted: fc.boolean(),
    size: fc.integer({ min: 0, max: 8 }),
    issuerRule: rule,
    mottoRule: rule,
    titleRule: rule,
    appendixRule: rule,
    title: phrase,
  })
  .map((given) => ({
    version: "danvan/document@0",
    language: "vi",
    title: given.title,
    layout: {
      ...layout,
      letterhead: { ...layout.letterhead, issuerRule: given.issuerRule, mottoRule: given.mottoRule },
      titleRule: given.titleRule,
      appendixRule: given.appendixRule,
    },
    blocks: given.counted ? numbered(given.blocks.slice(0, given.size)) : given.blocks.slice(0, given.size),
    figures: Object.fromEntries(
      Object.entries(FIGURES).map(([id, text]) => [id, { text, value: "1", label: text, coverage: null, origin: [] }]),
    ),
    attachments: [],
    losses: [],
  }))

/** The document with its words changed. */
export const worded = (document: Document, by: (text: string) => string): Document => {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return key === "text" ? by(value) : value
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
  }
  return walk(document, "") as Document
}
