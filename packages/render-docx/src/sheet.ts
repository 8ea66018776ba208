// `word/styles.xml`: the layout of the form as styles. Written here and not by the library, which knows no second name
// for a style and brings thirty of its own, with fonts and colours that no official form has.
import type { Document, Style, StyleName } from "@danvan/document"
import { pointTwips, twips } from "./measure.ts"
import { RULE } from "./rule.ts"
import { bare, type Named, styles, tables } from "./style.ts"
import { xml } from "./xml.ts"

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

const align = { left: "left", center: "center", right: "right", justify: "both" } as const

const paragraphOf = (style: Style, { keeps = false, outline }: Partial<Named> = {}): string =>
  [
    "<w:pPr>",
    keeps ? "<w:keepNext/><w:keepLines/>" : "",
    "<w:widowControl/>",
    `<w:spacing w:before="${pointTwips(style.before)}" w:after="${pointTwips(style.after)}" w:line="${pointTwips(style.line)}" w:lineRule="exact"/>`,
    `<w:ind w:left="0" w:right="0" w:firstLine="${twips(style.indent)}"/>`,
    `<w:jc w:val="${align[style.align]}"/>`,
    outline === undefined ? "" : `<w:outlineLvl w:val="${outline - 1}"/>`,
    "</w:pPr>",
  ].join("")

const runOf = ({ size, bold, italic, underline }: Style): string =>
  [
    "<w:rPr>",
    bold ? "<w:b/><w:bCs/>" : "",
    italic ? "<w:i/><w:iCs/>" : "",
    `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`,
    underline ? `<w:u w:val="single"/>` : "",
    "</w:rPr>",
  ].join("")

const styleOf = ({ id, name, own }: Named, inner: string, next: string): string =>
  [
    `<w:style w:type="paragraph" w:styleId="${id}"${own === undefined ? ' w:customStyle="1"' : ""}>`,
    own === undefined ? `<w:name w:val="${name}"/>` : `<w:name w:val="${own}"/><w:aliases w:val="${name}"/>`,
    `<w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/>`,
    inner,
    "</w:style>",
  ].join("")

const bareStyle = (id: string, name: string, spacing: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr>${spacing}</w:pPr></w:style>`

const tableStyle = (id: string, name: string, inner: string, [x, y]: readonly [number, number]): string => {
  const side = (which: string, width: number): string => `<w:${which} w:w="${pointTwips(width)}" w:type="dxa"/>`
  const margins = side("top", y) + side("left", x) + side("bottom", y) + side("right", x)
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr>${inner}<w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`
}

/** `word/styles.xml`. */
export const styleSheet = ({ layout, language }: Document): string => {
  const font = xml(layout.font)
  const { body, ...others } = layout.styles
  const { line, paddingX, paddingY } = layout.table
  const border = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="${Math.max(2, Math.round(line * 8))}" w:space="0" w:color="auto"/>`)
    .join("")
  const parts = Object.entries({ body, ...others }).flatMap(([part, style]) => {
    const named = Object.hasOwn(styles, part) ? styles[part as StyleName] : undefined
    const next = named?.keeps === true ? styles.body.id : (named?.id ?? "")
    return named ? [styleOf(named, paragraphOf(style, named) + runOf(style), next)] : []
  })
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${NAMESPACE}">`,
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`,
    `<w:sz w:val="${Math.round(body.size * 2)}"/><w:szCs w:val="${Math.round(body.size * 2)}"/><w:lang w:val="${languages[language]}" w:eastAsia="${languages[language]}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`,
    `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`,
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`,
    `<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`,
    ...parts,
    bareStyle(
      bare.rule,
      "Đường kẻ",
      `<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="${pointTwips(RULE)}" w:lineRule="exact"/><w:jc w:val="center"/>`,
    ),
    bareStyle(bare.drawing, "Biểu đồ", `<w:spacing w:before="0" w:after="${pointTwips(body.after)}"/>`),
    bareStyle(bare.gap, "Khoảng cách", `<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`),
    // Word measures from the middle of a line, the form from its edge.
    tableStyle(tables.ruled, "Biểu có đường kẻ", `<w:tblBorders>${border}</w:tblBorders>`, [
      paddingX + line / 2,
      paddingY,
    ]),
    tableStyle(tables.plain, "Khung không đường kẻ", "", [0, 0]),
    "</w:styles>",
  ].join("")
}

/** The document's language as Word names it. */
export const languages: Readonly<Record<Document["language"], string>> = { vi: "vi-VN", en: "en-US" }
