// Why a workbook is not read, or not marked: one error for all that can be wrong with the file as a file.
import { Issue } from "@danvan/core"
import type { Exceeded } from "../Limits.ts"
import { type XmlCode, xmlCodes, XmlError } from "../xml/XmlError.ts"
import { type ZipCode, zipCodes, ZipError } from "../zip/ZipError.ts"

const own = {
  "xlsx.not-workbook": "a zip file, but no workbook of Excel's newer kind",
  "xlsx.xlsb": "a workbook in Excel's binary format",
  "xlsx.ods": "a workbook in the OpenDocument format",
  "xlsx.docx": "a text document",
  "xlsx.part-missing": "a part that another one refers to is not there",
  "xlsx.not-utf8": "a part is not UTF-8",
  "xlsx.broken": "cells out of order or out of the sheet, or references that lead nowhere",
  "xlsx.rows": "more rows that hold something than the limit",
  "xlsx.sheets": "more sheets than the limit",
  "xlsx.columns": "a cell beyond the last column of the limit",
  "xlsx.cells": "more cells that hold something than the limit",
  "xlsx.cell-length": "a cell longer than the limit",
} as const

/** The codes of an `XlsxError`, with what each means. */
export const xlsxCodes: Readonly<Record<XlsxCode, string>> = { ...zipCodes, ...xmlCodes, ...own }

/** A code of an `XlsxError`: of the zip file, of the XML in it, of the workbook. */
export type XlsxCode = ZipCode | XmlCode | keyof typeof own

/** Reading and marking reject with it, and with nothing else that a file could cause. */
export class XlsxError extends Error {
  readonly _tag = "XlsxError"
  readonly code: XlsxCode
  /** The part of the file, `xl/worksheets/sheet1.xml`; empty when the file as a whole is meant. */
  readonly part: string
  /** The limit that was passed, where there is one. */
  readonly limit: number | null
  constructor(code: XlsxCode, part = "", limit: number | null = null) {
    super(`${code}${part === "" ? "" : ` ${JSON.stringify(part)}`}: ${xlsxCodes[code]}`)
    this.name = "XlsxError"
    this.code = code
    this.part = part
    this.limit = limit
  }
}

/**
 * The error of the zip file or of its XML as one of the workbook; every other error as it is.
 *
 * @example
 * toXlsxError(new RangeError("not ours")) instanceof XlsxError // false
 */
export const toXlsxError = (error: unknown, part = ""): unknown =>
  error instanceof ZipError
    ? new XlsxError(error.code, error.entry || part, error.limit)
    : error instanceof XmlError
      ? new XlsxError(error.code, part)
      : error

const limits: Partial<Record<XlsxCode, Exceeded | "depth">> = {
  "zip.entries": "inflation",
  "zip.entry-size": "inflation",
  "zip.total-size": "inflation",
  "zip.ratio": "inflation",
  "xml.too-deep": "depth",
  "xml.too-long": "cell-length",
  "xlsx.sheets": "sheets",
  "xlsx.rows": "rows",
  "xlsx.columns": "columns",
  "xlsx.cells": "cells",
  "xlsx.cell-length": "cell-length",
}
const formats: Partial<Record<XlsxCode, string>> = {
  "zip.ole": "xls-or-locked",
  "zip.encrypted": "xls-or-locked",
  "xlsx.not-workbook": "archive",
  "xlsx.xlsb": "xlsb",
  "xlsx.ods": "ods",
  "xlsx.docx": "docx",
}

/**
 * The error as a finding about the file: over a limit, of another format, or damaged.
 *
 * @example
 * toIssue(new XlsxError("zip.ole"), "buoi.xls").code // "file.format-unsupported"
 */
export const toIssue = (error: XlsxError, file: string): Issue.Issue => {
  const place = { pointer: "", source: { file } }
  const [what, found] = [limits[error.code], formats[error.code]]
  if (what !== undefined) return Issue.make("file.limit-exceeded", place, { what, limit: error.limit ?? "" })
  if (found !== undefined) return Issue.make("file.format-unsupported", place, { found })
  const cause = error.part === "" ? error.code : `${error.code}: ${error.part}`
  return Issue.make("file.damaged", place, { format: "xlsx", cause })
}
