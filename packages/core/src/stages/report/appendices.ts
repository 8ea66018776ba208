// Appendices: their numbers, their titles, the line that ties each to its document, and the sentence of the text that
// leads to them.
import type { Appendix, Inlines } from "@danvan/document"
import * as Form from "../../registers/Form.ts"
import * as OrgUnit from "../../registers/OrgUnit.ts"
import type { Flow } from "./cells.ts"
import { ended } from "./ending.ts"
import { dated, issuedOn, kindInText, numbered } from "./identity.ts"
import { fill } from "./parts.ts"
import * as title from "./title.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

/** The appendices that have something to show, numbered as the form does. */
export const appendices = (writing: Writing.Writing): ReadonlyArray<Appendix> => {
  const { appendix: style } = writing.form.wording
  const filled = writing.report.outline.appendices.flatMap((appendix) => {
    const blocks = fill(writing, appendix)
    return blocks.length === 0 ? [] : [{ appendix, blocks }]
  })
  const numbers = style.numberAlone || filled.length > 1
  return filled.map(({ appendix, blocks }, i) => {
    const n = i + 1
    return {
      kind: "appendix",
      id: appendix.key,
      label: numbers
        ? [{ kind: "ordinal", n, text: `${style.word} ${Form.ordinal(n, style.numbering)}` }]
        : [words(style.word)],
      title: appendix.title.map((text) =>
        title.line(writing, text, appendix.key, style.capitals ? "all" : "as-written"),
      ),
      reference: reference(writing),
      orientation: appendix.orientation,
      blocks: ended(blocks, style.endMark),
    } as const
  })
}

const reference = (writing: Writing.Writing): Inlines | null => {
  const pattern = writing.form.wording.appendixReference
  if (pattern === null) return null
  const issuer = OrgUnit.name(writing.report.issuer, issuedOn(writing))
  return pattern.split(/(\{designation\}|\{date\}|\{kind\}|\{issuer\}|\n)/).flatMap((piece): Inlines => {
    switch (piece) {
      case "":
        return []
      case "\n":
        return [{ kind: "break" }]
      case "{kind}":
        return [words(kindInText(writing))]
      case "{date}":
        return dated(writing)
      case "{issuer}":
        return [{ kind: "name", text: issuer, ref: writing.report.issuer.id }]
      case "{designation}":
        return numbered(writing, "{designation}").filter((inline) => !("text" in inline) || inline.text !== "")
      default:
        return [words(piece)]
    }
  })
}

/** The sentence that leads to the appendices, where the form wants one and the request has none of its own. */
export const mention = (writing: Writing.Writing, all: ReadonlyArray<Appendix>): ReadonlyArray<Flow> => {
  const { word, mentioned } = writing.form.wording.appendix
  const said = Object.values(writing.report.request.narratives).some((text) =>
    text.normalize("NFC").toLowerCase().includes(word.toLowerCase()),
  )
  if (!mentioned || said || all.length === 0) return []
  const numbers = all.flatMap(({ label }) => label.filter((inline) => inline.kind === "ordinal"))
  const named: Inlines =
    numbers.length === 0
      ? [words(`${word} `)]
      : [
          words(numbers.length > 1 ? "các " : ""),
          ...Writing.joined(
            numbers.map((number) => [number]),
            ", ",
          ),
          words(" "),
        ]
  return [
    {
      kind: "paragraph",
      role: "body",
      content: [words("Nội dung, số liệu chi tiết tại "), ...named, words("kèm theo.")],
    },
  ]
}
