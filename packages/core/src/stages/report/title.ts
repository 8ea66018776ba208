// Titles of an outline as lines of the document: in the capitals of the form, and those of the outlines that ship in
// its spelling too. An office's own outline is spelt as the office spells it.
import type { Inline, Inlines } from "@danvan/document"
import * as Outline from "../../registers/Outline.ts"
import * as Spelling from "../../vocabulary/Spelling.ts"
import * as prose from "./prose.ts"
import type * as Writing from "./Writing.ts"

/** What of a title is in capitals: nothing more than is written, its first letter, or all. */
export type Capitals = "as-written" | "first" | "all"

/** One line of a title; `key` names what of the outline it heads. */
export const line = (writing: Writing.Writing, text: string, key: string, capitals: Capitals): Inlines => {
  const { tone } = writing.form.wording
  const spelt = Outline.standard.includes(writing.report.outline) ? Spelling.toned(text, tone) : text
  const inlines = prose.inlines(writing, spelt, { pointer: `/outline/${key}` })
  if (capitals === "all") return inlines.map((inline) => changed(inline, (it) => it.toUpperCase()))
  const [first, ...rest] = inlines
  return first && capitals === "first" ? [changed(first, Spelling.capitalised), ...rest] : inlines
}

const changed = (inline: Inline, by: (text: string) => string): Inline =>
  "text" in inline ? { ...inline, text: by(inline.text) } : inline
