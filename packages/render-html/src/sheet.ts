// The layout of the form as CSS: sizes in points and millimetres, as they are on paper.
import { type Layout, RenderError, type Rule, type Style, type StyleName } from "@danvan/document"
import { fontName } from "./escape.ts"
import { base } from "./base.ts"

/** A length; throws a `RenderError` for what is no number, so that nothing else can get into the style sheet. */
export const millimetres = (length: number): string => `${number(length)}mm`

/** The style sheet of a page in this layout; `rules` are those of the document's own tables. */
export const sheet = (layout: Layout, rules: ReadonlyArray<string>): string => {
  const { width, height, margin } = layout.page
  const { letterhead, signature, table } = layout
  const [top, right, bottom, left] = [margin.top, margin.right, margin.bottom, margin.left].map(millimetres)
  const margins = `${top} ${right} ${bottom} ${left}`
  return [
    base,
    `:root{--font:${fontName(layout.font)},"Times New Roman",Tinos,"Liberation Serif",serif}`,
    ...Object.entries(layout.styles).map(([name, style]) => styleRule(name as StyleName, style)),
    `.letterhead{--columns:${number(letterhead.left)}fr ${number(letterhead.right)}fr}`,
    `.signature{--columns:${number(signature.left)}fr ${number(signature.right)}fr}`,
    `.s-signer{padding-top:${millimetres(signature.space)}}`,
    `.table th,.table td,.chart th,.chart td{border-width:${number(table.line)}pt;padding:${number(table.paddingY)}pt ${number(table.paddingX)}pt}`,
    drawnRule(".issuer-rule", letterhead.issuerRule),
    drawnRule(".motto-rule", letterhead.mottoRule),
    drawnRule(".title-rule", layout.titleRule),
    drawnRule(".appendix-rule", layout.appendixRule ?? null),
    ...rules,
    `@media screen and (min-width:900px){`,
    `.sheet{width:min(${millimetres(width)},100% - 2rem);min-height:${millimetres(height)};padding:${margins}}`,
    `.landscape{width:min(${millimetres(height)},100% - 2rem);min-height:${millimetres(width)}}`,
    `}`,
  ]
    .filter((rule) => rule !== "")
    .join("\n")
}

/** How the page is printed: the form's paper and page numbers. */
export const onPaper = (layout: Layout): string =>
  [
    paper(layout, "", false),
    paper(layout, "landscape", true),
    // Page numbers below the first that is shown are counted, and drawn as nothing.
    `@counter-style unseen{system:cyclic;symbols:""}`,
    `@counter-style shown{system:extends decimal;range:${number(layout.pageNumber.from)} infinite;fallback:unseen}`,
  ].join("\n")

/** A style sheet for one element of a page in place of the whole page. */
export const scoped = (css: string): string =>
  css
    .replaceAll(/^html\{.*\n/gm, "")
    .replaceAll(/:root(?=\{)/g, ":scope")
    .replaceAll(/^body(?=\{)/gm, ":scope")

const styleRule = (name: StyleName, style: Style): string => {
  const declarations = [
    `font-size:${number(style.size)}pt`,
    `font-weight:${style.bold ? 700 : 400}`,
    `font-style:${style.italic ? "italic" : "normal"}`,
    style.underline ? "text-decoration-line:underline" : "",
    // Narrow columns are not justified: the gaps between words would be wider than the words.
    `text-align:${style.align === "justify" ? "var(--justify)" : alignments[style.align]}`,
    style.indent === 0 ? "" : `text-indent:min(${millimetres(style.indent)},8vw)`,
    `margin:${number(style.before)}pt 0 ${number(style.after)}pt`,
    `line-height:calc(${Math.round((number(style.line) / number(style.size)) * 1000) / 1000}*var(--leading))`,
  ]
  return `.s-${name}{${declarations.filter((declaration) => declaration !== "").join(";")}}`
}

// By table and not by interpolation: a layout that comes as JSON may hold anything.
const alignments: { readonly [A in Exclude<Style["align"], "justify">]: string } = {
  left: "left",
  center: "center",
  right: "right",
}

/** A line under a text, as long as a share of the text's own width. */
const drawnRule = (selector: string, rule: Rule | null): string =>
  rule === null
    ? ""
    : `${selector}{width:fit-content;margin-inline:auto}${selector}::after{content:"";display:block;width:${number(rule.share) * 100}%;margin:2pt auto 0;border-top:${number(rule.thickness)}pt solid}`

/** Pages of this name on paper, counted with all others or by a counter of their own. */
export const paper = (layout: Layout, name: string, landscape: boolean, counter = "page"): string => {
  const { width, height, margin } = layout.page
  const size = landscape ? [height, width] : [width, height]
  const margins = [margin.top, margin.right, margin.bottom, margin.left]
  return [
    `@page ${name}{size:${size.map(millimetres).join(" ")};margin:${margins.map(millimetres).join(" ")};`,
    counter === "page" ? "" : `counter-increment:${counter};`,
    `${pageNumber(layout, counter)}}`,
  ].join("")
}

const pageNumber = (layout: Layout, counter: string): string => {
  const style = layout.styles["page-number"]
  return `@top-center{content:counter(${counter},shown);vertical-align:top;padding-top:${millimetres(layout.pageNumber.edge)};font:${number(style.size)}pt/1 ${fontName(layout.font)},"Times New Roman",Tinos,"Liberation Serif",serif}`
}

const number = (value: number): number => {
  if (typeof value === "number" && Number.isFinite(value)) return value
  throw new RenderError("layout-invalid", "/layout", `${String(value)} is not a number`)
}
