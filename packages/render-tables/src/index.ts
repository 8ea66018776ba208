// The tables of a report as files: a workbook, or CSV.
export { csv, type CsvOptions, type Listed, tablesOf } from "./csv.ts"
export { xlsx } from "./xlsx.ts"
