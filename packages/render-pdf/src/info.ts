// What the file says about itself. pdfmake's own XMP neither escapes `&` and `<` nor can do without a date.

/** The file's description. */
export interface Info {
  readonly language: string
  readonly title: string
  readonly subject: string
  readonly documentId: string | null
  readonly madeAt: Date | null
}

const PRODUCER = "@danvan/render-pdf"

/** The entries of the Info dictionary, the date aside. */
export const entries = (info: Info): Record<string, string> => ({
  Title: info.title,
  Subject: info.subject,
  Creator: "danvan",
  Producer: PRODUCER,
  ...(info.documentId === null ? {} : { DocumentId: info.documentId }),
})

/** The same as XMP. */
export const xmp = (info: Info): string => {
  const made = info.madeAt?.toISOString().replace(/\.\d+Z$/, "Z")
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(info.title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escape(info.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>${escape(info.language)}</rdf:li></rdf:Bag></dc:language>
${info.documentId === null ? "" : `<dc:identifier>${escape(info.documentId)}</dc:identifier>\n`}${made ? `<xmp:CreateDate>${made}</xmp:CreateDate>\n` : ""}<xmp:CreatorTool>danvan</xmp:CreatorTool>
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
`
}

/** Text for XML: the five signs escaped, what XML cannot hold left out. */
export const escape = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;")
