// Text on its way into XML.

/** Signs without a shape of their own: joiners, soft hyphens, marks that turn the direction of what follows. */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}]/gu
const CONTROL = /[\p{Cc}\u2028\u2029]/gu
/** Halves of a letter and what is no letter: XML cannot hold them. */
const IMPOSSIBLE = /[\p{Surrogate}\ufffe\uffff]/gu

/** What is written of a text: composed (NFC), control signs as spaces, signs without shape left out. */
export const visible = (text: string): string =>
  text.normalize("NFC").replace(CONTROL, " ").replace(SHAPELESS, "").replace(IMPOSSIBLE, "\ufffd")

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}

/**
 * Visible text, escaped for an element or attribute.
 *
 * @example
 * xml("Thu & chi\u0000") // "Thu &amp; chi "
 */
export const xml = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
