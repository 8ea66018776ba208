// A renderer by someone who has never seen the house: plain text, for a mail or a terminal. It knows the document's
// types and nothing else, says what it cannot carry, and passes the suite of the contract.
import {
  type Block,
  blankText,
  type Document,
  type Inline,
  type Inlines,
  type Loss,
  type Renderer,
  RenderError,
} from "@danvan/document"

type Of<K extends Block["kind"]> = Extract<Block, { kind: K }>
type Write = (line: Inlines) => string

// One entry a kind, checked by the compiler: a new kind of block is an error here until it is written.
const blocks: { readonly [K in Block["kind"]]: (block: Of<K>, write: Write) => ReadonlyArray<string> } = {
  letterhead: (b, write) =>
    [b.stamp ?? [], ...b.motto, ...b.superior, ...b.issuer, b.issuerMark ?? [], b.number, b.date].map(write),
  title: (b, write) => ["", write(b.name), ...b.subject.map(write), write(b.mark ?? []), ""],
  heading: (b, write) => ["", write([...(b.number ?? []), space, ...b.content])],
  paragraph: (b, write) => [write(b.content)],
  list: (b, write) => b.items.map((item) => `  ${write([...item.marker, space, ...item.content])}`),
  table: (b, write) => [
    write(b.caption),
    write(b.unit ?? []),
    ...[...b.head, ...b.body, ...b.foot].map((row) => row.cells.map((cell) => write(cell.content)).join(" | ")),
    ...b.notes.map(write),
  ],
  chart: (b, write) => [
    write(b.caption),
    write(b.unit ?? []),
    ...b.categories.flatMap((category, i) => [
      write(category),
      ...b.series.map(({ label, points }) => {
        const point = points[i]
        return `  ${write(label)}  ${point ? write([{ kind: "figure", figure: point.figure }]) : "–"}`
      }),
    ]),
    ...b.notes.map(write),
  ],
  signature: (b, write) => [b.recipientsTitle, ...b.recipients, b.authority ?? [], b.office, b.name].map(write),
  appendix: (b, write) => [
    "\f",
    ...[b.label, ...b.title, b.reference ?? []].map(write),
    ...b.blocks.flatMap((x) => draw(x, write)),
  ],
}

const space: Inline = { kind: "text", text: " " }

const draw = (block: Block, write: Write): ReadonlyArray<string> => {
  if (!Object.hasOwn(blocks, block.kind)) throw new RenderError("unknown-block", "/blocks", `Unknown ${block.kind}`)
  return (blocks[block.kind] as (block: Block, write: Write) => ReadonlyArray<string>)(block, write)
}

const word = (inline: Inline, document: Document): string => {
  switch (inline.kind) {
    case "strong":
    case "emphasis":
      return inline.content.map((inner) => word(inner, document)).join("")
    case "figure": {
      if (Object.hasOwn(document.figures, inline.figure)) return document.figures[inline.figure]?.text ?? ""
      throw new RenderError("unknown-figure", "/figures", `No figure ${inline.figure}`)
    }
    case "blank":
      return blankText(inline).replaceAll("\u00a0", "_")
    case "break":
      return "\n"
    case "text":
    case "date":
    case "period":
    case "citation":
    case "document-number":
    case "ordinal":
    case "quotation":
    case "name":
    case "gap":
      return inline.text
    default:
      throw new RenderError("unknown-inline", "/blocks", `Unknown ${(inline satisfies never as Inline).kind}`)
  }
}

const lost = (name: string, i: number): Loss => ({
  code: "plain.attachment",
  block: `/attachments/${i}`,
  found: name,
  message: { vi: `Văn bản thuần không mang theo tệp ${name}.`, en: `Plain text cannot carry the file ${name}.` },
})

/** Plain text, UTF-8; attachments are named as losses. */
export const plain = (): Renderer => ({
  id: "plain",
  mediaType: "text/plain",
  extension: "txt",
  render: async (document) => {
    const write: Write = (line) => line.map((inline) => word(inline, document)).join("")
    const lines = document.blocks.flatMap((block) => draw(block, write))
    return {
      bytes: new TextEncoder().encode(lines.join("\n").normalize("NFC")),
      losses: [...document.losses, ...document.attachments.map((file, i) => lost(file.name, i))],
    }
  },
})
