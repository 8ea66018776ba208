// Titles of an outline as lines of the document: in the capitals of the form, and those that ship in its spelling too,
// also where an office's outline took them over. What an office titles itself is spelt as the office spells it.
import type { Inline, Inlines } from "@danvan/document"
import * as Outline from "../../registers/Outline.ts"
import * as Spelling from "../../vocabulary/Spelling.ts"
import * as prose from "./prose.ts"
import type * as Writing from "./Writing.ts"

/** What of a title is in capitals: nothing more than is written, its first letter, or all. */
export type Capitals = "as-written" | "first" | "all"

const titlesOf = (sections: ReadonlyArray<Outline.Section>): ReadonlyArray<string> =>
  sections.flatMap(({ title, sections: below = [] }) => [title, ...titlesOf(below)])

const shipped: ReadonlySet<string> = new Set(
  Outline.standard.flatMap(({ subject, sections, appendices, onRequest }) => [
    ...subject,
    ...titlesOf(sections),
    ...[...appendices, ...onRequest].flatMap(({ title }) => title),
  ]),
)

/** One line of a title; `key` names what of the outline it heads. */
export const line = (writing: Writing.Writing, text: string, key: string, capitals: Capitals): Inlines => {
  const { tone } = writing.form.wording
  const spelt = shipped.has(text) ? Spelling.toned(text, tone) : text
  const inlines = prose.inlines(writing, spelt, { pointer: `/outline/${key}` })
  if (capitals === "all") return inlines.map((inline) => changed(inline, (it) => it.toUpperCase()))
  const [first, ...rest] = inlines
  return first && capitals === "first" ? [changed(first, Spelling.capitalised), ...rest] : inlines
}

const changed = (inline: Inline, by: (text: string) => string): Inline =>
  // A capital may fall apart where its small letter was one sign.
  "text" in inline ? { ...inline, text: by(inline.text).normalize("NFC") } : inline
