// The shape of `danvan/document@0` as a file. The types of `@danvan/document` are the source; a test holds both against
// each other, so that a block or a key in one of them alone does not compile.
import type { Inline, StyleName } from "@danvan/document"
import * as Schema from "effect/Schema"

const text = Schema.String
const number = Schema.Finite
const list = Schema.Array
const orNull = Schema.NullOr
const kind = Schema.Literal

const inlines: Schema.Codec<ReadonlyArray<Inline>> = list(Schema.suspend((): Schema.Codec<Inline> => inline)).annotate({
  identifier: "Inlines",
})

const inline: Schema.Codec<Inline> = Schema.Union([
  Schema.Struct({ kind: kind("text"), text: text.check(Schema.isPattern(/^\P{Nd}*$/u)) }),
  Schema.Struct({ kind: kind("figure"), figure: text }),
  Schema.Struct({ kind: kind("date"), date: text, text }),
  Schema.Struct({ kind: kind("period"), period: text, text }),
  Schema.Struct({ kind: kind("citation"), citation: text, text }),
  Schema.Struct({ kind: kind("document-number"), text }),
  Schema.Struct({ kind: kind("ordinal"), n: Schema.Int, text }),
  Schema.Struct({ kind: kind("quotation"), text }),
  Schema.Struct({ kind: kind("name"), text, ref: text }),
  Schema.Struct({ kind: kind("blank"), length: Schema.Int }),
  Schema.Struct({ kind: kind("gap"), text }),
  Schema.Struct({ kind: kind("strong"), content: Schema.suspend(() => inlines) }),
  Schema.Struct({ kind: kind("emphasis"), content: Schema.suspend(() => inlines) }),
  Schema.Struct({ kind: kind("break") }),
]).annotate({ identifier: "Inline" })

const align = Schema.Literals(["left", "center", "right"])
const row = Schema.Struct({
  cells: list(
    Schema.Struct({
      content: inlines,
      colSpan: Schema.optionalKey(Schema.Int),
      rowSpan: Schema.optionalKey(Schema.Int),
      align: Schema.optionalKey(align),
      header: Schema.optionalKey(Schema.Boolean),
    }),
  ),
}).annotate({ identifier: "Row" })

const inner = [
  Schema.Struct({
    kind: kind("letterhead"),
    stamp: orNull(inlines),
    superior: list(inlines),
    issuer: list(inlines),
    issuerMark: orNull(inlines),
    motto: list(inlines),
    number: inlines,
    date: inlines,
  }),
  Schema.Struct({ kind: kind("title"), name: inlines, subject: list(inlines), mark: orNull(inlines) }),
  Schema.Struct({
    kind: kind("heading"),
    id: text,
    level: Schema.Literals([1, 2, 3]),
    number: orNull(inlines),
    content: inlines,
  }),
  Schema.Struct({
    kind: kind("paragraph"),
    role: Schema.Literals(["body", "note", "closing", "basis", "addressee", "addressee-line"]),
    content: inlines,
  }),
  Schema.Struct({ kind: kind("list"), items: list(Schema.Struct({ marker: inlines, content: inlines })) }),
  Schema.Struct({
    kind: kind("table"),
    id: text,
    caption: inlines,
    unit: orNull(inlines),
    columns: list(Schema.Struct({ width: orNull(number), align })),
    head: list(row),
    body: list(row),
    foot: list(row),
    notes: list(inlines),
  }),
  Schema.Struct({
    kind: kind("chart"),
    id: text,
    form: Schema.Literals(["bar", "line", "parts"]),
    caption: inlines,
    unit: orNull(inlines),
    categories: list(inlines),
    series: list(
      Schema.Struct({ label: inlines, points: list(orNull(Schema.Struct({ figure: text, value: number }))) }),
    ),
    alternative: inlines,
    notes: list(inlines),
  }),
  Schema.Struct({
    kind: kind("signature"),
    recipientsTitle: inlines,
    recipients: list(inlines),
    authority: orNull(inlines),
    office: inlines,
    name: inlines,
  }),
] as const

const appendix = Schema.Struct({
  kind: kind("appendix"),
  id: text,
  label: inlines,
  title: list(inlines),
  reference: orNull(inlines),
  orientation: Schema.Literals(["portrait", "landscape"]),
  blocks: list(Schema.Union(inner).annotate({ identifier: "InnerBlock" })),
})

const style = Schema.Struct({
  size: number,
  bold: Schema.Boolean,
  italic: Schema.Boolean,
  underline: Schema.Boolean,
  align: Schema.Literals(["left", "center", "right", "justify"]),
  indent: number,
  before: number,
  after: number,
  line: number,
}).annotate({ identifier: "Style" })
const rule = Schema.Struct({ share: number, thickness: number })

const styles: { readonly [Name in StyleName]: typeof style } = {
  stamp: style,
  superior: style,
  issuer: style,
  "issuer-mark": style,
  "motto-1": style,
  "motto-2": style,
  number: style,
  date: style,
  kind: style,
  subject: style,
  "subject-mark": style,
  "heading-1": style,
  "heading-2": style,
  "heading-3": style,
  body: style,
  note: style,
  basis: style,
  addressee: style,
  "addressee-line": style,
  list: style,
  "table-caption": style,
  "table-unit": style,
  "table-head": style,
  "table-cell": style,
  "chart-label": style,
  "recipients-title": style,
  recipients: style,
  authority: style,
  office: style,
  signer: style,
  "appendix-label": style,
  "appendix-title": style,
  "appendix-reference": style,
  "page-number": style,
}

const layout = Schema.Struct({
  form: Schema.Struct({ id: text, label: text }),
  page: Schema.Struct({
    width: number,
    height: number,
    margin: Schema.Struct({ top: number, right: number, bottom: number, left: number }),
  }),
  font: text,
  pageNumber: Schema.Struct({
    from: Schema.Int,
    edge: number,
    appendices: Schema.Literals(["continue", "restart"]),
  }),
  letterhead: Schema.Struct({ left: number, right: number, issuerRule: orNull(rule), mottoRule: orNull(rule) }),
  titleRule: orNull(rule),
  appendixRule: Schema.optionalKey(orNull(rule)),
  signature: Schema.Struct({ left: number, right: number, space: number }),
  table: Schema.Struct({ line: number, paddingX: number, paddingY: number }),
  styles: Schema.Struct(styles),
})

const figure = Schema.Struct({
  text,
  value: text,
  label: text,
  coverage: orNull(
    Schema.Struct({
      text,
      unitsComplete: Schema.Int,
      unitsPartial: Schema.Int,
      unitsOwing: Schema.Int,
      cellsArrived: Schema.Int,
      cellsOwing: Schema.Int,
    }),
  ),
  origin: list(text),
})

/** `danvan/document@0` as `@danvan/render-json` writes it. */
export const document = Schema.Struct({
  version: kind("danvan/document@0"),
  language: Schema.Literals(["vi", "en"]),
  title: text,
  layout,
  blocks: list(Schema.Union([...inner, appendix]).annotate({ identifier: "Block" })),
  figures: Schema.Record(text, figure),
  attachments: list(Schema.Struct({ name: text, mediaType: text, base64: text })),
  losses: list(Schema.Struct({ code: text, block: text, found: text, message: Schema.Struct({ vi: text, en: text }) })),
  madeAt: Schema.optionalKey(text),
  documentId: Schema.optionalKey(text),
})
