// Text as the XML of a workbook holds it.

/** How an XML part begins. */
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
}

/**
 * Text for content and for attributes in double quotation marks. What XML 1.0 cannot hold at all becomes U+FFFD: to
 * leave it out could join what it kept apart.
 *
 * @example
 * encode('a < "b"') // "a &lt; &quot;b&quot;"
 */
export const encode = (text: string): string =>
  text
    .replace(/[&<>"\t\n\r]/g, (mark) => marks[mark] ?? mark)
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, (c) =>
      c === "\n" || c === "\t" || (c > "\u007e" && c < "\u00a0") ? c : "\ufffd",
    )

/**
 * The escapes of workbooks: what XML cannot hold becomes `_x0000_` with its number, and what would be read as such an escape
 * gets one itself.
 *
 * @example
 * escape("_x0041_") // "_x005F_x0041_"
 */
export const escape = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (c) =>
      c === "\n" || c === "\t" ? c : `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
