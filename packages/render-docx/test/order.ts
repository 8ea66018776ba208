// The order of elements that the schema of Word files wants.
import { type Element, kids } from "./xml.ts"

/** Children in the order of ECMA-376 Part 1, 17.3 to 17.7 and 17.9; what may stand in any order is not here. */
const order: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  "w:rPr":
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  "w:trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
  "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  "w:tblBorders": "top left bottom right insideH insideV",
  "w:tblCellMar": "top left bottom right",
  "w:tcMar": "top left bottom right",
  "w:tbl": "tblPr tblGrid tr",
  "w:tr": "tblPrEx trPr tc",
  "w:sectPr":
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
  "w:style":
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
  "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
  "w:num": "abstractNumId lvlOverride",
  "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
  "w:numPr": "ilvl numId",
  "w:styles": "docDefaults latentStyles style",
  "w:docDefaults": "rPrDefault pPrDefault",
}

/** Where an element has children in another order than the schema, or unknown ones. */
export const disordered = (element: Element, path = ""): ReadonlyArray<string> => {
  const here = `${path}/${element.name}`
  const wanted = order[element.name]?.split(" ").map((name) => `w:${name}`)
  const places = kids(element).map(({ name }) => wanted?.indexOf(name) ?? 0)
  const wrong = places.some((place, i) => place < 0 || place < (places[i - 1] ?? 0))
  const found = wrong
    ? [
        `${here}: ${kids(element)
          .map(({ name }) => name)
          .join(" ")}`,
      ]
    : []
  return [...found, ...kids(element).flatMap((child) => disordered(child, here))]
}
