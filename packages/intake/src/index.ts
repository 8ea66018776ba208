// Files as units send them into submissions, and every finding back to its place in the file.

/** One sheet or one CSV file, cell by cell. */
export * as Table from "./Table.ts"
/** Bytes into text, and in which encoding they are. */
export * as Encoding from "./text/Encoding.ts"
/** Vietnamese text from before Unicode. */
export * as LegacyText from "./text/LegacyText.ts"
/** CSV as a table. */
export * as Csv from "./text/Csv.ts"
/** CSV of a sender, marked. */
export * as CsvText from "./text/CsvText.ts"
/** A text of JSON as a submission. */
export * as SubmissionText from "./text/SubmissionText.ts"
/** Places in a text of JSON. */
export * as Json from "./text/Json.ts"
/** What a file may cost. */
export * as Limits from "./Limits.ts"
/** Files as they are given. */
export * as File from "./File.ts"
/** A file read. */
export * as Intake from "./Intake.ts"
/** Files read and checked together. */
export * as Checked from "./Checked.ts"
/** Lists of units into a register. */
export * as UnitList from "./UnitList.ts"
/** Workbooks as tables. */
export * as Reader from "./xlsx/Reader.ts"
/** The sender's workbook with its wrong cells marked. */
export * as Marking from "./xlsx/Marking.ts"
/** Blank forms. */
export * as Template from "./xlsx/Template.ts"
export { mark } from "./xlsx/Marking.ts"
export { template, templateText } from "./xlsx/Template.ts"
export { XlsxError } from "./xlsx/XlsxError.ts"
export { read } from "./Intake.ts"
export { validateFiles } from "./Checked.ts"
export { readUnits } from "./UnitList.ts"
