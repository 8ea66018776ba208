// One HTML file that needs nothing else: no script, no font, no request. Its content policy says so to the browser.
import { type Document, plainText, refuse, type RenderContext, type Renderer } from "@danvan/document"
import { drawBlock } from "./block.ts"
import { attribute, text } from "./escape.ts"
import { drawLine } from "./inline.ts"
import type { Page } from "./page.ts"
import { onPaper, scoped, sheet } from "./sheet.ts"
import { sources } from "./source.ts"
import { words } from "./words.ts"

// Of the language's hosts (browsers, Node), not of the language: named here, so that no types of either are needed.
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array }
declare const btoa: (binary: string) => string
declare const crypto: { subtle: { digest: (name: "SHA-256", bytes: Uint8Array) => Promise<ArrayBuffer> } }

/** What `html` may be told. */
export interface HtmlOptions {
  /** A whole page, the default, or a piece to be put into a page of one's own. */
  readonly as?: "page" | "fragment"
}

/**
 * The document as one self-contained HTML page: readable from 360 pixels on, by day and by night, by keyboard and by
 * screen reader, and on paper in the form's own layout. Each figure shows its label, coverage and origin when it is
 * pressed, without a script. Rejects with a `RenderError`: what `refuse` refuses, `unknown-block` or `unknown-inline`.
 *
 * As a fragment it is one element of class `danvan` with its own style sheet, which reaches nothing outside of it
 * (`@scope`; without it the words stand there plain). A page with a content policy allows the style sheet by the hash in
 * `data-style`. How the whole page is printed stays with that page.
 *
 * @example
 * const { bytes } = await html().render(document)
 * const piece = await html({ as: "fragment" }).render(document)
 */
export const html = ({ as = "page" }: HtmlOptions = {}): Renderer => ({
  id: as === "page" ? "html" : "html-fragment",
  mediaType: "text/html",
  extension: "html",
  render: async (document, context = {}) => ({
    bytes: new TextEncoder().encode(await (as === "page" ? pageOf(document, context) : fragmentOf(document))),
    losses: document.losses,
  }),
})

const pageOf = async (document: Document, context: RenderContext): Promise<string> => {
  const { body, page } = bodyOf(document, true)
  const style = `\n${sheet(document.layout, page.rules)}\n${onPaper(document.layout)}\n`
  return joined([
    `<!doctype html>`,
    `<html lang="${attribute(document.language)}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${await hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    context.madeAt === undefined ? "" : `<meta name="dcterms.created" content="${attribute(context.madeAt)}">`,
    context.documentId === undefined
      ? ""
      : `<meta name="dcterms.identifier" content="${attribute(context.documentId)}">`,
    `<title>${text(document.title)}</title>`,
    `<style>${style}</style>`,
    `</head>`,
    `<body>`,
    `<main>`,
    ...body,
    `</main>`,
    sources(page),
    `</body>`,
    `</html>`,
    ``,
  ])
}

const fragmentOf = async (document: Document): Promise<string> => {
  const { body, page } = bodyOf(document, false)
  const style = `\n@scope(.danvan){\n${scoped(sheet(document.layout, page.rules))}\n}\n`
  return joined([
    `<div class="danvan" lang="${attribute(document.language)}" data-style="sha256-${await hash(style)}">`,
    `<style>${style}</style>`,
    ...body,
    sources(page),
    `</div>`,
    ``,
  ])
}

const bodyOf = (document: Document, paged: boolean): { readonly body: ReadonlyArray<string>; readonly page: Page } => {
  refuse(document)
  const page = blankPage(document, paged)
  return { body: [...sheets(document, page), files(document, page)], page }
}

const joined = (lines: ReadonlyArray<string>): string =>
  lines.filter((line, i, all) => line !== "" || i === all.length - 1).join("\n")

/** Blocks that follow one another share a sheet; each appendix is a sheet of its own. */
const sheets = (document: Document, page: Page): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let open = false
  for (const [i, block] of document.blocks.entries()) {
    const drawn = drawBlock(block, `/blocks/${i}`, page)
    const alone = block.kind === "appendix"
    if (open && alone) lines.push(`</article>`)
    if (!open && !alone) lines.push(`<article class="sheet">`)
    open = !alone
    lines.push(drawn)
  }
  return open ? [...lines, `</article>`] : lines
}

const blankPage = (document: Document, paged: boolean): Page => {
  const page: Page = {
    document,
    paged,
    words: words[document.language],
    line: (inlines, at) => drawLine(inlines, at, page),
    blocks: (blocks, at) => blocks.map((block, i) => drawBlock(block, `${at}/${i}`, page)).join("\n"),
    plain: (inlines) => plainText(inlines, document.figures).normalize("NFC"),
    figures: new Set(),
    rules: [],
  }
  return page
}

/** What travels with the document, to be saved from the page; a link with `download` is never opened in it. */
const files = (document: Document, page: Page): string => {
  if (document.attachments.length === 0) return ""
  const links = document.attachments.map(({ name, mediaType, bytes }) => {
    const url = `data:${mediaType};base64,${base64(bytes)}`
    return `<li><a download="${attribute(name)}" href="${attribute(url)}">${text(name)}</a></li>`
  })
  return `<footer class="files"><p>${text(page.words.attachments)}</p><ul role="list">${links.join("")}</ul></footer>`
}

const hash = async (style: string): Promise<string> =>
  base64(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))))

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
