// Text on its way into XML.
import { visibleText } from "@danvan/document"

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
export const xml = (text: string): string => escaped(visibleText(text))

/** Text that is visible already, escaped. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
