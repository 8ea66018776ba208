// Every sentence in English, beside the Vietnamese one.
import type { Params } from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import type { Unread } from "../vocabulary/Value.ts"
import { foreignLetter, shares, text as t, type Words } from "./Words.ts"

const near = (p: Params, name?: string): string => {
  const [letter, code] = name === undefined ? ["", ""] : foreignLetter(t(p, name))
  const foreign = letter === "" ? "" : ` The letter “${letter}” (${code}) only looks like a Latin one.`
  return t(p, "near") === "" ? "" : ` Did you mean “${t(p, "near")}”?${foreign}`
}

// Place in a text.
const at = (p: Params, said: string): string =>
  t(p, "line") === ""
    ? said.charAt(0).toUpperCase() + said.slice(1)
    : `Line ${t(p, "line")}, column ${t(p, "column")}: ${said}`

const expectedInText: Record<string, string> = {
  value: "a value",
  key: "a key in double quotes",
  colon: "a colon",
  "comma-or-brace": "a comma or a closing brace }",
  "comma-or-bracket": "a comma or a closing bracket ]",
  quote: "a double quote that ends the string on the same line",
  escape: "a valid character behind the backslash",
  digit: "a digit",
  end: "the end of the text",
}
const foundInText = (p: Params): string =>
  t(p, "found") === "" ? "the text ends (the file may have been cut short)" : `found ${JSON.stringify(t(p, "found"))}`

// Why a file of another kind is not read, and what to do: by its kind.
const formats: Record<string, readonly [message: string, fix: string]> = {
  "xls-or-locked": [
    "The file is an old Excel file (.xls), or an .xlsx locked with a password",
    "Take the password off, or open it in Excel or LibreOffice and save it as .xlsx.",
  ],
  xlsb: ["The workbook is in the binary format .xlsb", "Save it as .xlsx and send that."],
  ods: ["The file is an OpenDocument spreadsheet (.ods)", "Save it as .xlsx and send that."],
  docx: ["The file is a Word document (.docx), not a table of figures", "Send the figures as .xlsx, .csv or JSON."],
  pdf: ["The file is a PDF, not a table of figures", "Send the .xlsx, .csv or JSON that the PDF was made from."],
  html: [
    "The file is a web page (HTML), perhaps exported by a program under the name .xls",
    "Open it in Excel or LibreOffice and save it as .xlsx.",
  ],
  xml: ["The file is XML, not a table of figures", "Open it in Excel or LibreOffice and save it as .xlsx."],
  rtf: ["The file is an RTF document, not a table of figures", "Send the figures as .xlsx, .csv or JSON."],
  image: ["The file is a picture, not a table of figures", "Send the .xlsx, .csv or JSON itself, not a picture of it."],
  archive: ["The file is a compressed archive", "Unpack it and send the files inside."],
  binary: ["The file is binary data of an unknown kind", "Send the figures as .xlsx, .csv or JSON."],
}
const formatOf = (p: Params): readonly [string, string] =>
  formats[t(p, "found")] ?? [`Files of the kind “${t(p, "found")}” are not read`, "Send .xlsx, .csv or JSON."]

const limitNames: Record<string, string> = {
  bytes: "bytes of the file",
  rows: "rows",
  columns: "columns",
  cells: "cells that hold something",
  "cell-length": "characters of a cell",
  depth: "levels inside one another",
  sheets: "sheets",
  submissions: "submissions in the file",
  "line-bytes": "bytes of a line",
  inflation: "size when unpacked",
}

const damageOf = (p: Params): string =>
  t(p, "cause") === "zip.not-zip"
    ? "is cut short or damaged: it has no end"
    : `is damaged or cut short (${t(p, "cause")})`

const fileCauses: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a folder, not a file",
}

const inertNames: Record<string, string> = {
  macros: "macros",
  "external-links": "links to other files",
  connections: "data connections",
  "embedded-objects": "embedded objects",
  signature: "a digital signature",
}

const spans: Record<string, string> = {
  month: "month",
  quarter: "quarter",
  half: "half-year",
  "nine-months": "nine months",
  "eleven-months": "eleven months",
  year: "year",
}
const spansOf = (p: Params, key: string): string =>
  t(p, key)
    .split(", ")
    .map((one) => spans[one] ?? one)
    .join(", ")

const problems: Readonly<Record<string, string>> & Readonly<Record<Unread["problem"], string>> = {
  "figure.none": "there is no number in it",
  "figure.not-alone": "words or other numbers stand beside the number",
  "figure.range": "it is a range from one number to another",
  "figure.unit-differs": "its unit is not the indicator's",
  "figure.too-precise": "it has more decimals than the indicator allows",
  "figure.too-large": "the number is too large",
  "figure.vague": "it is a vague expression, and no number",
  "figure.malformed": "it is not written as numbers are",
  "figure.numeral-differs": "the number in words and the one in digits differ",
  "figure.numeral-ambiguous": "the number in words has two readings",
  "figure.separator-ambiguous": "the points and commas in it have two readings",
  "figure.date-ambiguous": "it may be a date, or a number",
  "figure.symbol-ambiguous": "it may be the number of a document, or a figure",
  "figure.times-ambiguous": "“tăng … lần” (… times) has two readings",
  "figure.change-ambiguous": "the change may be in percent or in percentage points",
  "figure.qualifier-ambiguous": "the words before the number have two readings",
  "cell.symbol": "this sign may mean that nothing happened, that nothing is known, or that it does not apply",
  "cell.kind": "a cell of this kind does not fit the indicator",
  "cell.not-ratio": "two numbers x/y are needed",
  "cell.not-flag": "“có” (yes) or “không” (no) is needed",
  "list.not-exact": "how much went must be an exact number, no estimate",
}
const problemOf = (p: Params): string => problems[t(p, "problem")] ?? "it cannot be read as one number"

// Each in quotation marks, because a reading may hold a comma itself.
const eachOf = (p: Params): string => {
  const all = p["readings"]
  return (Array.isArray(all) ? all : [all]).map((one) => `“${String(one)}”`).join(" or ")
}

const columnNames: Record<string, string> = {
  name: "the unit's name",
  kind: "the kind of unit",
  code: "the unit's code",
  id: "its id in the register",
  parent: "the unit above",
  from: "the first day",
  to: "the last day",
  "old.name": "the former unit",
  "old.kind": "the former unit's kind",
  "old.code": "the former unit's code",
  "old.id": "the former unit's id in the register",
  "old.parent": "the unit above the former one",
  "old.population": "the former unit's population",
  "old.households": "the former unit's households",
  "old.area": "the former unit's area",
  "new.name": "the new unit",
  "new.kind": "the new unit's kind",
  "new.code": "the new unit's code",
  "new.id": "the new unit's id in the register",
  "new.parent": "the unit above the new one",
  extent: "the extent (all, a part)",
  event: "the event",
  date: "the day on which it takes effect",
  decree: "the document",
  "moved.population": "the people that moved",
  "moved.households": "the households that moved",
  "moved.area": "the area that moved",
  ordinal: "the running number",
}
const columnName = (p: Params): string => columnNames[t(p, "column")] ?? t(p, "column")

/** English. */
export const en: Words = {
  issues: {
    "json.malformed": (p) => ({
      message: at(
        p,
        `malformed JSON, expected ${expectedInText[t(p, "expected")] ?? t(p, "expected")} but ${foundInText(p)}; the submission was not read.`,
      ),
      fix: "Correct it at this place and send it again.",
    }),
    "json.key-repeated": (p) => ({
      message: at(p, `key “${t(p, "key")}” stands more than once; it is not known which value to take.`),
      fix: "Keep one of the keys, remove the others.",
    }),
    "json.key-reserved": (p) => ({
      message: at(p, `a key must not be named “${t(p, "key")}”.`),
      fix: "Remove the key, or give it another name.",
    }),
    "json.digits-lost": (p) => ({
      message: at(
        p,
        `number ${t(p, "found")} has more digits than can be kept and would be read as ${t(p, "kept")}; it is not used.`,
      ),
      fix: "Check the number; write whole numbers up to 9,007,199,254,740,991.",
    }),
    "input.not-object": (p) => ({
      message: `The input is not a submission (a JSON object) but ${t(p, "found")}.`,
      fix: "Send each submission as a JSON object of schema danvan/submission@0.",
    }),
    "input.schema-unknown": (p) => ({
      message: `Schema ${t(p, "found")} is not supported, or absent.`,
      fix: 'Write "schema": "danvan/submission@0".',
    }),
    "input.too-deep": (p) => ({
      message: `The data are nested more than ${t(p, "limit")} levels deep.`,
      fix: "Send a submission of schema danvan/submission@0.",
    }),
    "text.not-nfc": () => ({
      message: "The text is not in Unicode NFC; it was read as if it were.",
      fix: "Nothing to do; if you can, choose precomposed Unicode when typing.",
    }),
    "key.collision": (p) => ({
      message: `Two keys differ in code but both read “${t(p, "key")}”; it is not known which value to take.`,
      fix: "Keep one key, remove the other.",
    }),
    "key.unknown": (p) => ({
      message: `The schema has no key “${t(p, "key")}”.${near(p, "key")}`,
      fix: "Correct the key, or put your own content under “meta”.",
    }),
    "key.missing": (p) => ({ message: `Key “${t(p, "key")}” is missing.`, fix: `Add “${t(p, "key")}”.` }),
    "type.wrong": (p) => ({
      message: `Wrong type: expected ${t(p, "expected")}, found ${t(p, "found")}.`,
      fix: `Write it as ${t(p, "expected")}.`,
    }),
    "choice.unknown": (p) => ({
      message: `${t(p, "found")} is none of: ${t(p, "allowed")}.`,
      fix: `Choose one of: ${t(p, "allowed")}.`,
    }),
    "file.empty": () => ({ message: "There are no figures in the file.", fix: "Check the file and send it again." }),
    "file.format-unsupported": (p) => ({ message: `${formatOf(p)[0]}; it was not read.`, fix: formatOf(p)[1] }),
    "file.damaged": (p) => ({
      message: `The ${t(p, "format").toUpperCase()} file ${damageOf(p)}; it was not read.`,
      fix: "Open the original, save it again and send that.",
    }),
    "file.limit-exceeded": (p) => ({
      message: `The file exceeds the limit of ${limitNames[t(p, "what")] ?? t(p, "what")}: ${t(p, "limit")}${t(p, "found") === "" ? "" : ` (${t(p, "found")} found)`}.`,
      fix: "Split the file or remove what is not needed; if it rightly is that large, ask the receiver for a higher limit.",
    }),
    "file.inert": (p) => ({
      message: `The workbook holds ${t(p, "what")
        .split(", ")
        .map((one) => inertNames[one] ?? one)
        .join(", ")}; not opened and not run, only cells are read.`,
      fix: "Remove what is not needed; find out where it comes from if you do not know.",
    }),
    "encoding.unsupported": (p) => ({
      message:
        t(p, "found") === ""
          ? "The file is not UTF-8, and its encoding was not recognised; it was not read."
          : `The file is not UTF-8 but ${t(p, "found")}; it was not read.`,
      fix: "Save the file in UTF-8 (in Excel: “CSV UTF-8”) and send that.",
    }),
    "encoding.converted": (p) => ({
      message: `The file is in ${t(p, "found")}, and was read so.`,
      fix: "Nothing to do; if you can, save files in UTF-8.",
    }),
    "encoding.legacy-font": (p) => ({
      message: `The text is written in the old encoding ${t(p, "found")}: “${t(p, "text")}” is probably “${t(p, "reading")}”. It was not converted.`,
      fix: "Convert the file to Unicode with the tool of your keyboard program, check it, and send that.",
    }),
    "csv.quote-unclosed": () => ({
      message: "The quotation mark that opens here is never closed; the rest of the file counts as one cell.",
      fix: 'Close the cell with "; a " inside a cell is written "".',
    }),
    "csv.quote-stray": (p) => ({
      message: `A quotation mark stands inside the cell “${t(p, "text")}”; it was kept.`,
      fix: 'If it belongs there, put the whole cell in quotation marks and write "" for each ".',
    }),
    "table.head-missing": (p) => ({
      message: `No row of headings that name indicators was found${t(p, "looked") === "" ? "" : `; looked at: ${t(p, "looked")}`}.${near(p)}`,
      fix: "Write ids or labels of indicators in the head as the catalogue has them, or send a danvan/columns@0 along.",
    }),
    "table.period-missing": () => ({
      message: "The table does not say which period its figures are of.",
      fix: "Add a column “Kỳ báo cáo”, or name the period when reading, such as 2022-H1.",
    }),
    "table.subject-missing": () => ({
      message: "The table does not say which unit its figures are of.",
      fix: "Add a column “Đơn vị”, or name the unit when reading.",
    }),
    "table.sheet-skipped": (p) => ({
      message: `Sheet “${t(p, "sheet")}” was not read: ${t(p, "why") === "hidden" ? "it is hidden" : "it holds no figures of the catalogue"}.`,
      fix: "Nothing to do if it holds nothing to report.",
    }),
    "table.hidden": (p) => ({
      message: `The table hides ${t(p, "count")} of its ${t(p, "what") === "rows" ? "rows" : "columns"}: ${t(p, "which")}; their figures were read.`,
      fix: "Show and check them; remove them if they do not belong to the report.",
    }),
    "table.total-differs": (p) => ({
      message: `The table says that the total is ${t(p, "total")}, its figures add up to ${t(p, "sum")}. The total in the table is not used.`,
      fix: "Check the figures and the total.",
    }),
    "heading.unknown": (p) => ({
      message: `The heading “${t(p, "heading")}” is no indicator's; what stands under it was not read.${near(p, "heading")}`,
      fix: "Write the indicator's id or label, or map the heading in a danvan/columns@0 (null to leave it out).",
    }),
    "heading.ambiguous": (p) => ({
      message: `The heading “${t(p, "heading")}” may be: ${eachOf(p)}; what stands under it was not read.`,
      fix: "Write the indicator's id, or map the heading in a danvan/columns@0.",
    }),
    "heading.repeated": (p) => ({
      message: `The heading “${t(p, "heading")}” names the series ${t(p, "series")}, as does ${t(p, "other")}; it is not known which to take.`,
      fix: "Keep one of them, or correct the heading.",
    }),
    "row.unit-missing": () => ({
      message: "The row has figures but names no unit.",
      fix: "Write the unit's name or id at the beginning of the row.",
    }),
    "row.unit-unknown": (p) => ({
      message: `No unit “${t(p, "found")}” in the register; the row was not read.${near(p, "found")}`,
      fix: "Write the name as the register has it, or map it in a danvan/columns@0.",
    }),
    "row.unit-ambiguous": (p) => ({
      message: `“${t(p, "found")}” may be: ${eachOf(p)}; the row was not read.`,
      fix: "Write the unit's id or its full name.",
    }),
    "row.unit-above": (p) => ({
      message: `“${t(p, "found")}” stands above other units of the table, and its figures are not their sum: they may be its own or a total. They were not read.`,
      fix: "Write “Tổng cộng” if it is a total; send the unit's own figures in a table of their own.",
    }),
    "cell.date": (p) => ({
      message: `The cell is a date (${t(p, "shown")}), not a figure${t(p, "readings") === "" ? "" : `; Excel may have turned a ratio into a date, the ratio may be: ${eachOf(p)}`}.`,
      fix: "Format the column as text and type it again.",
    }),
    "cell.ambiguous": (p) => ({
      message: `“${t(p, "text")}” has several readings: ${eachOf(p)}.`,
      fix: "Write it so that it has one: a dot between thousands, a comma before decimals.",
    }),
    "cell.unread": (p) => ({
      message: `“${t(p, "text")}” cannot be read in “${t(p, "unit")}”: ${problemOf(p)}.`,
      fix:
        t(p, "problem") === "cell.symbol"
          ? "Write “không phát sinh” where nothing happened; leave it empty where nothing is known yet; or say in a danvan/columns@0 what the sign means."
          : "Write one number, in the indicator's unit.",
    }),
    "cell.error": (p) => ({
      message: `The cell holds the error ${t(p, "found")}.`,
      fix: "Mend the formula, or write the number.",
    }),
    "cell.uncomputed": (p) => ({
      message: `The cell is a formula, “=${t(p, "formula")}”, whose result is not in the file.`,
      fix: "Open the file in Excel or LibreOffice, let it calculate, and save it.",
    }),
    "list.head-missing": (p) => ({
      message: `No row of headings of a list of units${t(p, "looked") === "" ? "" : `; the cells looked at: ${t(p, "looked")}`}.${near(p)}`,
      fix: "A column of names is needed: “Tên đơn vị”, or “Đơn vị cũ” and “Đơn vị mới”; map other headings in a danvan/unit-columns@0.",
    }),
    "list.column-unread": (p) => ({
      message: `It is not known what the column “${t(p, "heading")}” is; it was not read.${near(p, "heading")}`,
      fix: "Nothing, if the register does not need it; else correct the heading, or map it in a danvan/unit-columns@0 (null to leave it out).",
    }),
    "list.column-repeated": (p) => ({
      message: `The columns “${t(p, "heading")}” and “${t(p, "other")}” are both ${columnName(p)}; which to read is not known.`,
      fix: "Correct one heading, or map it in a danvan/unit-columns@0 (null for the one to leave out).",
    }),
    "list.row-unread": (p) => ({
      message: `The row “${t(p, "text")}” is no unit; it was not read.`,
      fix: "Nothing, if it is a remark; for a unit write its kind (phường, xã…) and its number, as in other rows.",
    }),
    "list.word-unknown": (p) => ({
      message: `It is not known what “${t(p, "found")}” means in the column of ${columnName(p)}.${near(p, "found")}`,
      fix: `Write one of: ${t(p, "allowed")}.`,
    }),
    "list.kind-unknown": (p) => ({
      message: `It is not known what kind of unit “${t(p, "found")}” is.`,
      fix: "Write the kind before the name (Phường…, Xã…), add a column “Loại”, or name the word under “kinds” in a danvan/unit-columns@0.",
    }),
    "list.kind-differs": (p) => ({
      message: `The name is “${t(p, "found")}”, but the column of kinds says “${t(p, "kind")}”; which of them holds is not known.`,
      fix: "Correct the name or the kind.",
    }),
    "list.unit-unknown": (p) => ({
      message: `There is no unit “${t(p, "found")}” in the lists and the register${t(p, "date") === "" ? "" : ` on ${t(p, "date")}`}.${near(p, "found")}`,
      fix: "Write the name as the list of units before the arrangement has it, or add the unit to that list.",
    }),
    "list.unit-ambiguous": (p) => ({
      message: `“${t(p, "found")}” may be: ${eachOf(p)}; which unit is meant is not known.`,
      fix: "Write the unit above it, its code, or its full name.",
    }),
    "list.unit-repeated": (p) => ({
      message: `“${t(p, "found")}” stands in ${t(p, "other")} already; a unit is listed once for each time.`,
      fix: "Delete one row; for two units of one name write the unit above, or the id in the register, of each.",
    }),
    "list.id-taken": (p) => ({
      message: `Two units would get the id “${t(p, "id")}”: ${t(p, "units")}.`,
      fix: "If they are one, spell the name alike; if two, write their official codes or add a column “Mã trong sổ”.",
    }),
    "list.link-repeated": (p) => ({
      message: `“${t(p, "old")}” is said twice to go to “${t(p, "new")}”.`,
      fix: "Delete one of them.",
    }),
    "list.extent-unclear": (p) => ({
      message:
        t(p, "why") === "behind-part"
          ? `Behind “một phần” it is not clear whether “${t(p, "found")}” is all of it or a part.`
          : `“${t(p, "found")}” is said to go to ${t(p, "units")}; which gets a part, and which the rest, is not clear.`,
      fix: "Write “toàn bộ”, “một phần” or “phần còn lại” before the name of each former unit.",
    }),
    "list.successor-missing": (p) => ({
      message: `The former unit “${t(p, "found")}” has no successor.`,
      fix: "Write the new unit; if it ended and nobody came after it, write “giải thể” in the column of events.",
    }),
    "list.source-missing": (p) => ({
      message: `It is not said from which units the new one, “${t(p, "found")}”, was formed.`,
      fix: "Write the former units; for a unit that did not change write “giữ nguyên” in the column of events.",
    }),
    "list.rest-unsaid": (p) => ({
      message: `The list names only the parts of “${t(p, "found")}” that went to others on ${t(p, "date")}, and not its rest; it was read as ${t(p, "taken") === "ended" ? "having ended, the parts being all of it" : "going on with the rest"}.`,
      fix: "Check it; write “phần còn lại” for who got the rest, or the event: “chia” where the former unit ended, “điều chỉnh” where it goes on.",
    }),
    "list.unit-untouched": (p) => ({
      message: `“${t(p, "found")}” is not named in the arrangement of ${t(p, "date")}, and its neighbours are; it was read as unchanged.`,
      fix: "Check that it was not forgotten; if it did not change, add a row “giữ nguyên”.",
    }),
    "list.parent-missing": (p) => ({
      message: `It is not said which unit “${t(p, "found")}”${
        Number(t(p, "count")) > 1 ? ` and other former ones (${Number(t(p, "count")) - 1}) stand` : " stands"
      } below; such figures are in nobody's total.`,
      fix: "Add a column “Trực thuộc”, or “parent” to a danvan/unit-columns@0.",
    }),
    "list.date-missing": (p) => ({
      message:
        t(p, "what") === "as-of"
          ? "The list does not say up to which day its units are known."
          : `Rows that do not say on which day the arrangement takes effect: ${t(p, "count")}.`,
      fix:
        t(p, "what") === "as-of"
          ? "Give the day when reading the list (--as-of), or “asOf” in a danvan/unit-columns@0."
          : "Add a column “Ngày hiệu lực”, or give the day when reading the list (--date).",
    }),
    "list.date-unread": (p) => ({
      message: `“${t(p, "found")}” cannot be read as a day.`,
      fix: "Write day, month and a year of four digits: 01/7/2025 or 2025-07-01.",
    }),
    "list.decree-missing": (p) => ({
      message: `Rows that do not say by which document the arrangement was made: ${t(p, "count")}.`,
      fix: "Add a column “Nghị quyết”, or name the document when reading the list (--decree).",
    }),
    "subject.missing": () => ({
      message: "The submission does not say which unit its figures are about (“subject”).",
      fix: "Put the unit's id into “subject”, such as “buoi-ward-1996”.",
    }),
    "subject.unknown": (p) => ({
      message: `No unit “${t(p, "found")}” in the register.${near(p, "found")}`,
      fix: "Correct the id, or add the unit to the register.",
    }),
    "subject.not-in-existence": (p) => ({
      message: `Unit “${t(p, "subject")}” does not exist in ${t(p, "period")} (from ${t(p, "from") || "…"} to ${t(p, "to") || "…"}).`,
      fix: "Check the period, or report for the unit that succeeded it.",
    }),
    "reporter.unknown": (p) => ({
      message: `No reporter “${t(p, "found")}” in the register; the figures still count.${near(p)}`,
      fix: "Correct the reporter's id.",
    }),
    "reporter.not-focal-point": (p) => ({
      message: `“${t(p, "reporter")}” is not the focal point of “${t(p, "subject")}” at this time; the figures still count.`,
      fix: "Check the reporter, or add its role to the register.",
    }),
    "catalogue.unknown": (p) => ({
      message: `The submission follows catalogue “${t(p, "found")}”; the one in use is “${t(p, "known")}”.`,
      fix: `Make the submission by catalogue “${t(p, "known")}”.`,
    }),
    "period.malformed": (p) => ({
      message: `Period “${t(p, "found")}” cannot be read.`,
      fix: "Write it as 2022-M06, 2022-Q2, 2022-H1, 2022-9M or 2022.",
    }),
    "period.outside-catalogue": (p) => ({
      message: `Period ${t(p, "period")} lies outside the catalogue (from ${t(p, "from")}${t(p, "to") === "" ? "" : ` to ${t(p, "to")}`}).`,
      fix: "Check the period, or use the catalogue in force then.",
    }),
    "period.not-owed": (p) => ({
      message:
        t(p, "owed") === ""
          ? `The catalogue asks this unit for nothing for ${t(p, "period")}.`
          : `The unit owes nothing for ${t(p, "period")} (it owes by: ${spansOf(p, "owed")}); its figures are kept but do not enter totals of the periods owed.`,
      fix: "Check the period.",
    }),
    "period.unlike-batch": (p) => ({
      message: `This submission is for ${t(p, "period")} while this batch collects ${t(p, "usual")}; its figures do not enter the totals of ${t(p, "usual")}.`,
      fix: "Check the period.",
    }),
    "status.not-counted": (p) => ({
      message: `The submission's status is “${t(p, "status")}”, so it does not count yet.`,
      fix: "Send it as “submitted” when the figures are ready.",
    }),
    "revision.conflict": (p) => ({
      message: `Several submissions of revision ${t(p, "revision")} differ in content: ${t(p, "submissions")}. None counts.`,
      fix: "Confirm the right one and send it with a higher revision and a reason.",
    }),
    "revision.repeated": (p) => ({
      message: `Revision ${t(p, "revision")} was sent again with the same content; it counts once.`,
      fix: "Nothing to do.",
    }),
    "revision.superseded": (p) => ({
      message: `Revision ${t(p, "revision")} was replaced by revision ${t(p, "by")}.`,
      fix: "Nothing to do.",
    }),
    "revision.reason-missing": (p) => ({
      message: `Revision ${t(p, "revision")} replaces an earlier one without a reason.`,
      fix: "Put the reason into “reason”.",
    }),
    "indicator.unknown": (p) => ({
      message: `The catalogue has no indicator “${t(p, "indicator")}”.${near(p, "indicator")}`,
      fix: "Correct the indicator's id.",
    }),
    "indicator.not-in-force": (p) => ({
      message: `Indicator “${t(p, "indicator")}” is not in force in this period (from ${t(p, "from") || "…"} to ${t(p, "to") || "…"}).`,
      fix: "Leave it out, or check the period.",
    }),
    "period.not-in-calendar": (p) => ({
      message: `Indicator “${t(p, "indicator")}” goes by calendar “${t(p, "calendar")}”, which has nothing that answers to ${t(p, "periodEn")}; nobody knows which days the number is about.`,
      fix: "Send it in the report of a period that the calendar has.",
    }),
    "value.null": () => ({
      message: "The cell is null: zero, missing or nothing to report on cannot be told apart.",
      fix: 'Write 0, or { "missing": … }, or { "notApplicable": … }.',
    }),
    "value.wrong-kind": (p) => ({
      message: `An indicator of kind ${t(p, "kind")} cannot hold ${t(p, "found")}.`,
      fix: `Write a value of kind ${t(p, "kind")}.`,
    }),
    "value.negative": (p) => ({
      message: `${t(p, "found")} is negative; a count cannot be.`,
      fix: "Check the number.",
    }),
    "value.fractional": (p) => ({
      message: `${t(p, "found")} is not a whole number; a count must be.`,
      fix: "Check dot and comma (1.500 is one thousand five hundred) and write the number again.",
    }),
    "value.too-large": (p) => ({
      message: `${t(p, "found")} exceeds the maximum ${t(p, "max")}.`,
      fix: "Check the digits and the unit.",
    }),
    "value.percent-malformed": (p) => ({
      message: `Percentage ${t(p, "found")} cannot be read; a decimal text such as “87” or “48.7” is needed.`,
      fix: "Write the percentage in quotes, with a decimal point.",
    }),
    "value.share-exceeds": (p) => ({
      message: `${t(p, "x")}/${t(p, "y")}: the part (${t(p, "x")}) exceeds the whole (${t(p, "y")}).`,
      fix: "Check both numbers; they may be the wrong way round.",
    }),
    "value.share-empty": () => ({
      message: "0/0: there is nothing to take a share of.",
      fix: 'Write { "notApplicable": "no-object" }.',
    }),
    "value.parts-differ": (p) => ({
      message: `The parts ${t(p, "terms").replaceAll(", ", " + ")} = ${t(p, "sum")} differ from the total ${t(p, "total")}.`,
      fix: "Correct the total or the parts.",
    }),
    "value.cumulative-unfit": (p) => ({
      message:
        t(p, "reason") === "kind"
          ? `The indicator is of kind ${t(p, "kind")}; only flows may be counted from the beginning of the year (“cumulative”).`
          : "The period cannot be counted from the beginning of the year: it is a stretch of free days, or its calendar states none.",
      fix: "Remove “cumulative”, or correct the period of the report.",
    }),
    "value.nil-and-sent": (p) => ({
      message: `Indicator “${t(p, "indicator")}” is both reported as nil and given a value.`,
      fix: "Keep one of the two.",
    }),
    "value.nil-not-possible": (p) => ({
      message: `Indicator “${t(p, "indicator")}” is of kind ${t(p, "kind")} and cannot be nil.`,
      fix: 'Give a value, or { "notApplicable": … }.',
    }),
    "breakdown.unknown": (p) => ({
      message: `This indicator is not broken down by “${t(p, "dimension")}”${t(p, "allowed") === "" ? "" : `; only by: ${t(p, "allowed")}`}.`,
      fix: "Remove the breakdown, or use one of the catalogue's.",
    }),
    "breakdown.member-unknown": (p) => ({
      message: `Breakdown “${t(p, "dimension")}” has no part “${t(p, "member")}”.${near(p, "member")}`,
      fix: "Correct the id.",
    }),
    "claim.percent-differs": (p) => ({
      message: `${t(p, "x")}/${t(p, "y")} is ${t(p, "computed")}%, but ${t(p, "printed")}% is printed. Kept as sent.`,
      fix: "Check the printed percentage or its two numbers.",
    }),
    "rule.failed-error": (p) => ({
      message: `${t(p, "en")} Sent: ${t(p, "numbers")}.`,
      fix: "Check these numbers; the wrong ones are held back.",
    }),
    "rule.failed-warning": (p) => ({
      message: `${t(p, "en")} Sent: ${t(p, "numbers")}.`,
      fix: "Check these numbers, or explain them in “explanations”; they still count.",
    }),
    "rule.crashed": (p) => ({
      message: `Rule “${t(p, "rule")}” could not run: ${t(p, "cause")}.`,
      fix: "Tell the keeper of the catalogue; nothing is held back for this.",
    }),
    "series.fell": (p) => ({
      message: `The cumulative number ${t(p, "now")} is below ${t(p, "before")} reported for ${t(p, "periodEn")} of the same year.`,
      fix: "Check both; if the earlier one was too high, send a correction, or explain in “explanations”.",
    }),
    "series.base-changed": (p) => ({
      message: `The denominator is ${t(p, "now")}; it was ${t(p, "before")} in ${t(p, "periodEn")}, without explanation.`,
      fix: "Check the denominator; if the objects changed, explain it in “explanations”.",
    }),
    "series.outlier": (p) => ({
      message: `${t(p, "now")} is far from ${t(p, "before")} of ${t(p, "periodEn")} (more than threefold).`,
      fix: "Check the digits and the unit; if it is right, explain it in “explanations”.",
    }),
    "record.copied": (p) => ({
      message: `All ${t(p, "count")} numbers equal those of ${t(p, "periodEn")}: perhaps copied from the earlier submission.`,
      fix: "Check every number of this period.",
    }),
    "claim.change-differs": (p) => ({
      message: `A change of ${t(p, "printed")}% against ${t(p, "periodEn")} is printed, but from ${t(p, "before")}% to ${t(p, "now")}% is ${t(p, "points")} points, or ${t(p, "relative")}% relative.`,
      fix: "Check the printed change, and say whether it is in points or relative.",
    }),
    "submission.late": (p) => ({
      message: `Received on ${t(p, "received")}, due on ${t(p, "due")}.`,
      fix: "Nothing to mend in the figures.",
    }),
    "value.not-sent": (p) => ({
      message: `Indicator “${t(p, "indicator")}” is owed and absent.`,
      fix: "Add the figure; if there is nothing to report, write “không phát sinh” (in JSON: list it under “nil”).",
    }),
    "submission.not-sent": (p) => ({
      message: `${t(p, "subject")} has sent nothing for ${t(p, "periodEn")}${t(p, "perhaps") === "" ? "" : `; a submission that names the unit “${t(p, "perhaps")}” may be its own`}.`,
      fix:
        t(p, "perhaps") === ""
          ? "Ask the unit for its submission."
          : "Look at the unit’s id in that submission before asking.",
    }),
    "entry.duplicate": (p) => ({
      message: `Entry “${t(p, "id")}” is there twice.`,
      fix: "Remove one, or change its id.",
    }),
    "entry.unit-unknown": (p) => ({
      message: `No unit “${t(p, "id")}” in the register.${near(p)}`,
      fix: "Correct the id.",
    }),
    "entry.person-similar": (p) => ({
      message: `“${t(p, "other")}” resembles “${t(p, "one")}”: perhaps one person. They are kept apart.`,
      fix: "Verify the names; correct a slip.",
    }),
    "entry.reported-twice": (p) => ({
      message: `“${t(p, "what")}” of ${t(p, "date")} is also in “${t(p, "other")}” of “${t(p, "subject")}”: if the two did one thing together, totals count it twice.`,
      fix: "If it is one, only the unit in the lead counts it; if they are two, give them different names.",
    }),
    "task.dropped": (p) => ({
      message: `Task “${t(p, "task")}” of the report for ${t(p, "periodEn")} is not said to be done, and this report no longer lists it.`,
      fix: "List it again, with “done”: true if it is done.",
    }),
    "text.personal": (p) => ({
      message: `The text holds ${{ id: "digits like those of a citizen's identity number", phone: "digits like those of a telephone number", mail: "a mail address" }[t(p, "sort")] ?? "personal data"}.`,
      fix: "Leave the data of single persons out; a report needs totals only.",
    }),
    "fact.conflict": (p) => ({
      message: `Submissions “${t(p, "submission")}” and “${t(p, "other")}” give different numbers for the same “${t(p, "indicator")}”; “${t(p, "other")}” is believed.`,
      fix: "Agree on the number and send it once.",
    }),
    "whole.differs": (p) => ({
      message: `“${t(p, "indicator")}”: stated for the whole ${t(p, "whole")}, added up from the units ${t(p, "sum")} (${t(p, "arrived")}/${t(p, "owing")} units complete). The sum is used, the statement kept.`,
      fix: "Reconcile the two with the units.",
    }),
    "period.parts-differ": (p) => ({
      message: `“${t(p, "indicator")}”: stated for the period ${t(p, "whole")}, its parts (${t(p, "periods")}) add up to ${t(p, "sum")}. The statement is used.`,
      fix: "Reconcile the period with its parts.",
    }),
    "aggregate.cumulative-fell": (p) => ({
      message: `“${t(p, "indicator")}”: the cumulative number for ${t(p, "untilPeriod")}, ${t(p, "until")}, is below that for ${t(p, "beforePeriod")}, ${t(p, "before")}; what lies between cannot be deduced.`,
      fix: "Compare the two with the sender, and send a correction.",
    }),
    "period.covered-in-part": (p) => ({
      message: `What “${t(p, "unit")}” reported on ${t(p, "indicator")} is set aside: the figures of ${t(p, "by")} reach back over it, and ${t(p, "others")}, which took a part of it too, has none that do.`,
      fix: "Let the units that took over report alike, and send again.",
    }),
    "aggregate.overflow": (p) => ({
      message: `The total of “${t(p, "indicator")}” is ${t(p, "sum")}, beyond the safe integers; no wrong number is printed.`,
      fix: "Check the units' numbers and the unit of measure.",
    }),
    "aggregate.rate-refused": (p) => ({
      message: `“${t(p, "indicator")}” is a percentage without its base: never added, never averaged.`,
      fix: "Collect numerator and denominator if a total is needed.",
    }),
    "aggregate.distinct-refused": (p) => ({
      message: `“${t(p, "indicator")}” counts distinct persons: never added over units.`,
      fix: "Add only over populations declared disjoint.",
    }),
    "total.empty": () => ({
      message: "No indicator was named to add up.",
      fix: "Name at least one indicator.",
    }),
    "total.overlapping": (p) => ({
      message: `${t(p, "indicators")} count the same thing more than once and are not added: ${t(p, "en")}`,
      fix: "Take one of them.",
    }),
    "total.kinds-unlike": (p) => ({
      message: `${t(p, "indicators")} are of unlike kinds (${t(p, "kinds")}) and are not added.`,
      fix: "Add only indicators of one kind.",
    }),
    "total.measures-unlike": (p) => ({
      message: `${t(p, "indicators")} count unlike things (${t(p, "en")}) and are not added.`,
      fix: "Add only indicators of one measure.",
    }),
    "prose.digit-unbound": (p) => ({
      message: `Digits “${t(p, "found")}” typed by hand at ${t(p, "at")}: bound to no fact.`,
      fix: "Use {indicator-id}, {date:…}, {cite:…}, or {quote:…} for a quotation.",
    }),
    "prose.reference-unknown": (p) => ({
      message: `There is no “{${t(p, "name")}}” at ${t(p, "at")}.${near(p)}`,
      fix: "Correct the name.",
    }),
    "prose.filter-unknown": (p) => ({
      message: `“{${t(p, "name")}}” has no form “|${t(p, "filter")}” at ${t(p, "at")}. There are: ${t(p, "allowed")}.`,
      fix: "Choose one of them.",
    }),
    "prose.unclosed": (p) => ({ message: `The { at ${t(p, "at")} is never closed.`, fix: "Add the }." }),
    "report.outline-unknown": (p) => ({
      message: `There is no outline “${t(p, "found")}”. There are: ${t(p, "allowed")}.`,
      fix: "Choose one of them.",
    }),
    "report.form-unknown": (p) => ({
      message: `There is no form “${t(p, "found")}” for an issuer of kind “${t(p, "issuer")}” on ${t(p, "day")}.`,
      fix: "Choose another form, or add one.",
    }),
    "report.addressee-not-in-form": (p) => ({
      message: `Form “${t(p, "form")}” has no “Kính gửi” in reports; ${t(p, "to")} is not printed.`,
      fix: "Put it into “recipients”.",
    }),
    "report.unit-unknown": (p) => ({
      message: `No unit “${t(p, "found")}” in the register.${near(p)}`,
      fix: "Correct the unit's id in the request.",
    }),
    "report.citation-unknown": (p) => ({
      message: `The catalogue has no citation “${t(p, "found")}”.${near(p)}`,
      fix: "Correct the citation's id in the request.",
    }),
    "report.citation-not-in-force": (p) => ({
      message: `${t(p, "citation")} is not in force in the period (from ${t(p, "from") || "…"} to ${t(p, "to") || "…"}).`,
      fix: "Cite what is in force in the period.",
    }),
    "report.protected-derivable": (p) => ({
      message: `The protected figure of “${t(p, "indicator")}” follows from other indicators by rule “${t(p, "rule")}”.`,
      fix: "Add another indicator of that rule to “publish.small.indicators”, or do not print them together.",
    }),
    "register.duplicate": (p) => ({ message: `Id “${t(p, "id")}” is used twice.`, fix: "Change one of them." }),
    "register.reference-unknown": (p) => ({
      message: `There is no “${t(p, "id")}”.${near(p)}`,
      fix: "Correct the id, or add what it refers to.",
    }),
    "register.dates-crossed": (p) => ({
      message: `It begins on ${t(p, "from")}, after it ends on ${t(p, "to")}.`,
      fix: "Correct the dates.",
    }),
    "register.cycle": (p) => ({
      message: `Unit “${t(p, "id")}” lies below itself on line “${t(p, "line")}” (from ${t(p, "date")}).`,
      fix: "Remove one edge of the cycle.",
    }),
    "rule-set.contradictory": (p) => ({
      message: `No number can satisfy the rules ${t(p, "rules")} together.`,
      fix: "Correct or remove one of them.",
    }),
    "rule-set.unreachable": (p) => ({
      message: `Rule “${t(p, "rule")}” never speaks: its condition cannot occur where the other rules hold.`,
      fix: "Correct the condition, or remove the rule.",
    }),
    "rule-set.redundant": (p) => ({
      message: `Rule “${t(p, "rule")}” holds wherever the others do.`,
      fix: "It may be removed.",
    }),
    "rule-set.too-costly": (p) => ({
      message: `Rule “${t(p, "rule")}” has ${t(p, "size")} operations, more than ${t(p, "limit")}.`,
      fix: "Cut the rule into smaller ones.",
    }),
    "register.level-unfit": (p) => ({
      message: `Rule “${t(p, "id")}” is of level “${t(p, "level")}” but looks at ${t(p, "looks")}.`,
      fix: "Change the rule's level, or take the look away.",
    }),
    "register.calendar-unfit": (p) => ({
      message:
        t(p, "part") === "start"
          ? `Calendar “${t(p, "id")}” begins on ${t(p, "start")}: some part of it would begin on a day that does not exist.`
          : `Calendar “${t(p, "id")}” is cut into nothing, or names one kind of period twice.`,
      fix: "Correct its “start” or its “kinds”.",
    }),
    "register.terms-overlap": (p) => ({
      message: `The terms ${t(p, "one")} and ${t(p, "other")} of “${t(p, "id")}” have the same year, or share days.`,
      fix: "Correct the year or the days of one of them.",
    }),
    "register.period-lacking": (p) => ({
      message: `Indicator “${t(p, "indicator")}” goes by calendar “${t(p, "calendar")}”, which has no “${t(p, "every")}” as the obligation asks.`,
      fix: "Take the indicator out of the obligation, or give it another calendar.",
    }),
    "register.due-unfit": (p) => ({
      message: `What “${t(p, "id")}” says about when it is due is no day of a month.`,
      fix: "Write a “dayOfMonth” from 1 to 31.",
    }),
    "register.day-decided-twice": (p) => ({
      message: `${t(p, "day")} was decided to be off, and to be worked.`,
      fix: "Keep one of the two.",
    }),
    "register.parents-two": (p) => ({
      message: `On ${t(p, "date") || "every day"} unit “${t(p, "unit")}” is below two others, ${t(p, "parents")}, on line “${t(p, "line")}”.`,
      fix: "Give one of the edges its last day, or remove it.",
    }),
    "register.child-outlives": (p) => ({
      message: `Unit “${t(p, "unit")}” is still below “${t(p, "parent")}” (line “${t(p, "line")}”) after ${t(p, "date")}, the last day of the unit above.`,
      fix: "Give the edge its last day and the unit another parent, or the unit its last day.",
    }),
    "register.code-overlap": (p) => ({
      message: `On ${t(p, "date") || "every day"} code “${t(p, "code")}” (${t(p, "system")}) names two units: ${t(p, "units")}.`,
      fix: "Say from when to when each of them has the code.",
    }),
    "register.names-overlap": (p) => ({
      message: `On ${t(p, "date") || "every day"} unit “${t(p, "unit")}” has two names: ${t(p, "names")}.`,
      fix: "Give the old name its last day.",
    }),
    "register.role-held-twice": (p) => ({
      message: `On ${t(p, "date") || "every day"} two units, ${t(p, "units")}, hold the role “${t(p, "role")}” of “${t(p, "of")}”.`,
      fix: "Give the role its last day where it was given up.",
    }),
    "register.succession-unfit": (p) => ({
      message: `Event “${t(p, "id")}” of ${t(p, "date")} is called “${t(p, "kind")}”, and its units before and after do not fit that.`,
      fix: "Merge: one or more become one; split: one becomes two or more; transfer: a part goes to another; rename: one becomes one; dissolve: nobody comes after.",
    }),
    "register.unit-absent": (p) => ({
      message: `Event “${t(p, "id")}” needs unit “${t(p, "unit")}” on ${t(p, "date")}, and there is none on that day.`,
      fix: "Correct the days of the unit, or the day of the event.",
    }),
    "register.unit-doubled": (p) => ({
      message: `On ${t(p, "date")} unit “${t(p, "unit")}” counts twice: all of it passed by ${t(p, "events")} and it goes on, or it passes more than once.`,
      fix: "Give the unit its last day, or make one event of them; what only loses a part is a transfer.",
    }),
    "register.unit-lost": (p) => ({
      message: `Unit “${t(p, "unit")}” has ended by ${t(p, "date")}, and ${t(p, "events")} takes only a part of it: where the rest went is not said.`,
      fix: "Add the merge, split, rename or dissolve that takes the rest.",
    }),
    "register.shares-unfit": (p) => ({
      message: `The shares of “${t(p, "unit")}” in “${t(p, "id")}” cannot be used: they come to ${t(p, "sum")} of ${t(p, "of")}, or a place is missing or named twice.`,
      fix: "One share for each place, together exactly “of”.",
    }),
    "register.citation-outside": (p) => ({
      message: `Indicator “${t(p, "id")}” rests on “${t(p, "citation")}”, and there is no day on which both hold (document: from ${t(p, "from") || "…"} to ${t(p, "to") || "…"}).`,
      fix: "Name the document in force while the indicator is collected, or correct the dates.",
    }),
    "register.kind-unfit": (p) => ({
      message: `Indicator “${t(p, "id")}” is of kind ${t(p, "kind")} and cannot have “${t(p, "part")}”: “breakdowns” are for counts, “carry” (a month or more) for stocks, “cumulative” for flows, “disjoint” for persons, “plan” for figures of the same measure as their plan.`,
      fix: `Remove “${t(p, "part")}”, or change the kind.`,
    }),
    "register.overlap-unfit": (p) => ({
      message: `Overlap “${t(p, "id")}” cannot be used: it needs two different indicators or more, and “take” names one of them where “how” is “once”, and only there.`,
      fix: "Correct “indicators” or “take”.",
    }),
    "outline.too-deep": (p) => ({
      message: `Section “${t(p, "key")}” lies deeper than ${t(p, "deepest")} levels, or within itself.`,
      fix: "Bring the section up a level, or take it out of the “sections” of the one below.",
    }),
    "edition.base-unlike": (p) => ({
      message: `The edition extends “${t(p, "found")}”; the catalogue given is “${t(p, "base")}”.`,
      fix: "Give the catalogue that it extends, or correct “extends”.",
    }),
    "edition.already-there": (p) => ({
      message: `“${t(p, "id")}” is in catalogue “${t(p, "base")}” already and cannot be added.`,
      fix: "Put it under “replace”, or give it another id.",
    }),
    "edition.not-there": (p) => ({
      message: `Catalogue “${t(p, "base")}” has no “${t(p, "id")}” to replace or remove.${near(p)}`,
      fix: "Correct the id, or put it under “add”.",
    }),
    "edition.changed-twice": (p) => ({
      message: `“${t(p, "id")}” is changed more than once.`,
      fix: "Say once whether it is added, replaced or removed.",
    }),
    "edition.kind-changed": (p) => ({
      message: `“${t(p, "id")}” would measure something else (${t(p, "after")} in place of ${t(p, "before")}); figures stored under this id would change their meaning.`,
      fix: "Add it under a new id, and remove the old one if need be.",
    }),
    "wording.code-unknown": (p) => ({
      message: `The wording speaks of code “${t(p, "code")}”, which does not exist.${near(p)}`,
      fix: "Correct the code, or remove the entry.",
    }),
    "wording.parameter-unknown": (p) => ({
      message: `The wording of “${t(p, "code")}” uses {${t(p, "name")}}; the code has: ${t(p, "allowed") || "none"}.`,
      fix: "Use only the parameters of that code.",
    }),
    "file.missing": (p) => ({
      message: `The file cannot be opened: ${fileCauses[t(p, "cause")] ?? t(p, "cause")}.`,
      fix: "Check its name and whether it may be read.",
    }),
  },
  elsewhen: (when) => ("before" in when ? `(before ${when.before})` : `(from ${when.from})`),
  event: (event) =>
    typeof event === "string"
      ? `by event “${event}”`
      : `${event.kind} on ${event.date}${event.decree === undefined ? "" : ` by ${event.decree}`}`,
  remainder: (unit, value, among) =>
    `${unit}: ${value} cannot be told apart between ${among.join(", ")}; not added here`,
  explained: (text) => `Explained: ${text}`,
  qualifiers: { exact: "", over: "over ", under: "nearly ", about: "about " },
  missing: {
    "not-due": "not due yet",
    "not-sent": "not sent",
    "not-collected": "not collected",
    lost: "lost",
    refused: "refused",
    withheld: "withheld",
  },
  inapplicable: {
    "no-object": "nothing to report on",
    "not-in-remit": "not in its remit",
    "not-yet-existing": "not yet existing",
    ceased: "ceased",
  },
  yes: "yes",
  no: "no",
  flags: {
    estimated: "estimated",
    provisional: "provisional",
    revised: "revised",
    carried: "carried over",
    illustrative: "illustrative",
  },
  how: {
    reported: "as the unit reported",
    "time-sum": "sum of the parts of the period",
    "time-closing": "figure at the end of the period",
    "time-newest": "newest report in the period",
    "time-carried": "latest number from before the end of the period",
    "time-difference": "what one cumulative number has beyond another",
    "units-sum": "sum over units",
    apportioned: "an estimate by stated shares, cut from a former unit’s number",
    "units-frequency": "count of the units' answers",
    whole: "stated for the whole, not added up",
    refused: "this kind has no total",
    none: "nothing arrived",
  },
  kinds: (kind) => (kind === "ward" ? "wards" : kind === "commune" ? "communes" : "other bodies"),
  coverage: (kinds) => shares(kinds, en.kinds, ["communes", "wards"]),
  units: ({ unitsComplete, unitsOwing }) => `${unitsComplete}/${unitsOwing} units`,
  late: (n) => `${n} after the day`,
  notDue: (n) => `${n} not due yet`,
  grounds: (coverage) => `on the basis of ${coverage}`,
  groundless: "of unknown completeness",
  atLeast: (figure) => `at least ${figure}`,
  withheld: "not published yet",
  protected: { long: "a small figure, protected", short: "protected" },
  illustrative: "the split over units is illustrative",
  confirmed: "the total agrees with the figure stated for the whole",
  against: (baseline, period, moment) => {
    const named = Period.toText(period, "en")
    switch (baseline) {
      case "same-period-last-year":
        return period.kind === "year" || period.kind === "span" ? named : `the same period of ${Period.year(period)}`
      case "last-year":
        return moment === "end" ? `the end of ${Period.year(period)}` : `the whole of ${Period.year(period)}`
      case "target":
        return `the plan for ${named}`
      case "peers":
        return "the units of the same kind"
      default:
        return named
    }
  },
  base: {
    "previous-period": "the base",
    "same-period-last-year": "the base",
    "last-year": "the base",
    target: "the plan",
    peers: "a unit of the same kind",
  },
  reasons: {
    "no-base": () => "no figures for the base period",
    "no-plan": () => "no plan figure",
    missing: () => "no figure for this period yet",
    "base-missing": ({ base }) => `no figure for ${base}`,
    "not-applicable": () => "nothing to report on in this period",
    "base-not-applicable": ({ base }) => `nothing to report on for ${base}`,
    "base-zero": () => "the base is zero",
    kind: () => "figures of this kind are not compared",
    inexact: () => "the figures are too rough to say which is greater",
    subject: () => "not the same unit",
    calendar: () => "the periods are of different calendars",
    length: () => "the periods are of different length",
    counting: () => "one counts from the beginning of the year, the other within its period",
    coverage: ({ base, now, then }) =>
      then === null ? "some units have not reported in full" : `this period ${now}; ${base} ${then}`,
    map: () => "the territory is not the same",
    remainder: () => "some figures could not be divided by territory",
    scale: () => "the units differ in size",
    peers: () => "too few units of the same kind",
    withheld: () => "some of the figures are not published",
  },
  cautions: {
    partial: ({ base, now, then }) =>
      then === null ? `only ${now}` : `this period and ${base} both only ${now}, perhaps not of the same units`,
    units: ({ base, now, then }) => `this period ${now}; ${base} ${then ?? ""}`,
    unowed: () => "whether the figures are complete is not known",
    estimated: () => "some figures are estimated or provisional",
    carried: () => "some figures are carried over from an earlier period",
  },
  notComparable: (against, reasons) =>
    `not comparable${against === null ? "" : ` with ${against}`} (${reasons.join("; ")})`,
  points: (by) => `${by} percentage points`,
  changed: (direction, by, percent, against) =>
    `${direction === "up" ? "up" : "down"} ${by}${percent === null ? "" : ` (${percent})`}${against === null ? "" : ` on ${against}`}`,
  unchanged: (against, exact) =>
    against === null
      ? exact
        ? "unchanged"
        : "about level"
      : `${exact ? "unchanged on" : "about level with"} ${against}`,
  fromZero: "the base is zero, so there is no percentage",
  reached: (percent, against, beyond) =>
    `${percent}${against === null ? "" : ` of ${against}`}${beyond === null ? "" : `, ${beyond} beyond it`}`,
  partOf: (percent, against) => `${percent}${against === null ? "" : ` of the figure for ${against}`}`,
  ranked: (place, among, direction, by) => {
    const level = direction === "same" ? "level with" : `${by} ${direction === "up" ? "above" : "below"}`
    return `place ${place} of ${among} units of the same kind from the highest, ${level} all of them together`
  },
  scaled: (by, measure) => `${by} ${measure}`,
  rounded: {
    "largest-remainder": (measure) =>
      `Numbers in ${measure} are rounded by largest remainders, equal ones in the order of the table, so that parts add up to their total.`,
    "as-rounded": (measure) =>
      `Numbers in ${measure} are rounded; because of that, parts may not add up to their total.`,
  },
  loose: "the total holds more than the table shows, and its parts are rounded each for itself.",
  claimed: ({ by, of }, against, readings, fullYear) => {
    const down = by.startsWith("-")
    const unit = of === "points" ? " percentage points" : "%"
    const notes = [
      ...(of === "unstated"
        ? [`the source does not say whether points (from ${readings[0]}%) or relative (from ${readings[1]}%)`]
        : []),
      ...(fullYear ? ["the base is a full year"] : []),
    ]
    return `${down ? "down" : "up"} ${by.replace("-", "")}${unit} against ${against}${notes.length > 0 ? `; ${notes.join("; ")}` : ""}`
  },
}
