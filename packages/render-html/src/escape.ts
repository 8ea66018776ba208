// The only place where words become markup. Whatever stands in a document, none of it is ever read as HTML, CSS or
// an id of something else.
import { visibleText } from "@danvan/document"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/**
 * Text between tags, as it can be seen: in NFC, without signs that turn the direction of what follows. It is composed
 * before it is escaped: composed afterwards, a `>` of our own and a combining stroke at the head of the text would become
 * one letter, and the tag would be gone.
 *
 * @example
 * text("a < b & c") // "a &lt; b &amp; c"
 */
export const text = (value: string): string => visibleText(value).replace(/[&<>]/g, (c) => entities[c] ?? c)

/**
 * The value of an attribute, for use between double quotes.
 *
 * @example
 * `title="${attribute('5" & 6')}"` // 'title="5&quot; &amp; 6"'
 */
export const attribute = (value: string): string => visibleText(value).replace(/[&<>"']/g, (c) => entities[c] ?? c)

/**
 * An id of the document as an id of the page. Different ids stay different, and none holds white space, a quote or a
 * colon: what the page itself names is put behind a colon and cannot collide.
 *
 * @example
 * anchor("results.models") // "results.models"
 * anchor("a b") // "a_20_b"
 */
export const anchor = (id: string): string =>
  id.normalize("NFC").replace(/[^A-Za-z0-9.-]/gu, (c) => `_${(c.codePointAt(0) ?? 0).toString(16)}_`)

/**
 * The name of a font as a CSS string.
 *
 * @example
 * fontName("Times New Roman") // '"Times New Roman"'
 */
export const fontName = (name: string): string => `"${name.replace(/[^\p{L}\p{N} _-]/gu, "")}"`
