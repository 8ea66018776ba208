// What the file says about itself. The library would write the moment of its making.
import { type Document, type RenderContext, RenderError } from "@danvan/document"
import { languages } from "./sheet.ts"
import { xml } from "./xml.ts"

/** `docProps/core.xml`. */
export const properties = (document: Document, { madeAt, documentId }: RenderContext): string => {
  const moment = madeAt === undefined ? undefined : momentOf(madeAt)
  const date = (name: string): string =>
    moment === undefined ? "" : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xml(document.title)}</dc:title>`,
    `<dc:subject>${xml(document.layout.form.label)}</dc:subject>`,
    documentId === undefined ? "" : `<dc:identifier>${xml(documentId)}</dc:identifier>`,
    `<dc:language>${languages[document.language]}</dc:language>`,
    date("created"),
    date("modified"),
    `</cp:coreProperties>`,
  ].join("")
}

const momentOf = (madeAt: string): string => {
  const date = new Date(madeAt)
  if (Number.isNaN(date.getTime())) throw new RenderError("moment-invalid", "", `not a moment: ${madeAt}`)
  return date.toISOString().replace(/\.\d+Z$/, "Z")
}
