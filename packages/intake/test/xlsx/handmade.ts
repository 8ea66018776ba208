// Workbooks by hand, as Excel and services write them where the programs at hand do not: rows and cells without their
// names, shared and array formulas, rich text with phonetic guides, days in ISO, prefixed XML, targets from the root.
import { pack, write } from "@danvan/workbook/Packing"

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const office = "http://schemas.openxmlformats.org/officeDocument/2006"
const packages = "http://schemas.openxmlformats.org/package/2006"
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"

const relationships = (...to: ReadonlyArray<readonly [type: string, target: string]>): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${to
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${office}/relationships/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`

const sheetData =
  '<row r="1" spans="1:8" ht="30" customHeight="1"><c r="A1" s="7" t="s"><v>0</v></c></row>' +
  '<row r="7" spans="1:8"><c r="A7" s="6"><v>5</v></c><c r="B7" s="1" t="s"><v>1</v></c><c r="C7" s="3"><v>46114</v></c>' +
  '<c r="D7" t="s"><v>2</v></c><c r="E7" t="s"><v>3</v></c><c r="F7" s="1" t="s"><v>4</v></c><c r="G7" t="s"><v>5</v></c>' +
  '<c r="H7" t="s"><v>6</v></c></row>' +
  '<row r="8" hidden="1"><c r="A8" t="e"><v>#DIV/0!</v></c><c r="B8" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
  '<c r="C8"><f t="shared" ref="C8:C9" si="0">A8*2</f><v>10</v></c><c r="D8" t="str"><f>IF(TRUE,"Đạt","")</f><v>Đạt</v></c>' +
  '<c r="E8" t="b"><v>1</v></c><c r="F8" t="d" s="2"><v>2026-09-30T00:00:00</v></c><c r="G8"><f>NOW()</f></c>' +
  '<c r="H8" t="inlineStr"><is><r><t>trong</t></r><r><t> ô</t></r></is></c></row>' +
  '<row><c s="5"><v>1234.5</v></c><c s="4"><v>46295</v></c><c><f t="shared" si="0"/><v>20</v></c><c s="8"><v>0.12345</v></c></row>' +
  '<row r="10"><c r="A10" s="7"><v>-1234567</v></c><c r="B10" s="2"><v>60</v></c><c r="D10"><v>1.0000000000000001E-2</v></c>' +
  '<c r="F10" t="s"><v>7</v></c><c r="G10" t="s"><v>8</v></c><c r="H10" s="9" t="s"><v>1</v></c></row>' +
  '<row r="12"/><row r="13"><c r="B13" s="1"/></row>'

const styles = [
  "",
  ' numFmtId="49"',
  ' numFmtId="14"',
  ' numFmtId="16"',
  ' numFmtId="164"',
  ' numFmtId="165"',
  ' numFmtId="166"',
  ' numFmtId="167" fontId="1"',
  ' numFmtId="10"',
  ' quotePrefix="1"',
]
  .map((more) => `<xf${more}/>`)
  .join("")

/** How it is written. */
export interface Manner {
  /** Every element of the sheet with a prefix. */
  readonly prefixed?: boolean
  /** Targets from the root of the package. */
  readonly absolute?: boolean
  readonly date1904?: boolean
  /** In the place of the cells. */
  readonly cells?: string
  /** Behind the cells. */
  readonly behind?: string
  /** More parts, or others. */
  readonly parts?: Readonly<Record<string, string>>
}

/** The parts of the workbook by name. */
export const handmade = (manner: Manner = {}): Record<string, string> => {
  const { prefixed = false, absolute = false, date1904 = false, cells = sheetData } = manner
  const behind =
    manner.behind ??
    '<mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
  const sheet = `<worksheet xmlns="${main}"><dimension ref="A1:H10"/><sheetFormatPr defaultRowHeight="15.75"/><cols><col min="2" max="4" width="20" style="1"/><col min="5" max="5" width="9" hidden="1"/></cols><sheetData>${cells}</sheetData>${behind}</worksheet>`
  const written = prefixed ? sheet.replace(/<(\/?)(?=[a-z])/gi, "<$1x:").replace("xmlns=", "xmlns:x=") : sheet
  return {
    "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": relationships(["officeDocument", `${absolute ? "/" : ""}xl/workbook.xml`]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets><sheet name="Biểu &amp; số" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="danvan.columns">danvan!$A$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'Biểu &amp; số'!$1:$1</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ["worksheet", `${absolute ? "/xl/" : ""}worksheets/sheet1.xml`],
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ),
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="[$-42A]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;hộ&quot;"/><numFmt numFmtId="166" formatCode="00"/><numFmt numFmtId="167" formatCode="_(* #,##0_);_(* \\(#,##0\\);_(* &quot;-&quot;??_);_(@_)"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><name val=".VnTimeH"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="10">${styles}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${head}<sst xmlns="${main}" count="9" uniqueCount="9"><si><t>BIỂU TỔNG HỢP</t></si><si><t>42/42</t></si><si><r><rPr><b/><rFont val="VNI-Times"/></rPr><t>Xã </t></r><r><t xml:space="preserve">An Bình </t></r></si><si><t xml:space="preserve">  05  </t></si><si><t>1.234,5</t></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si><si><t>a_x000D_b&amp;lt;c</t></si><si><t>Dòng 1&#10;Dòng 2</t></si><si/></sst>`,
    "xl/worksheets/sheet1.xml": head + written,
    ...manner.parts,
  }
}

/** Parts as a file. */
export const toBytes = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  write(
    Object.entries(parts).map(([name, part]) =>
      pack({ name, bytes: typeof part === "string" ? new TextEncoder().encode(part) : part }),
    ),
  )
