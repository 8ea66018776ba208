// The door to workbooks: what a zip file is before it is taken for one, and what its refusals mean as findings.
import { Issue } from "@danvan/core"
import type { Limits } from "./Limits.ts"
import * as Reader from "./xlsx/Reader.ts"
import { XlsxError } from "./xlsx/XlsxError.ts"
import * as Archive from "./zip/Archive.ts"
import { ZipError } from "./zip/ZipError.ts"

// What other zip files hold at a place of their own.
const others: ReadonlyArray<readonly [part: string, found: string]> = [
  ["word/document.xml", "docx"],
  ["xl/workbook.bin", "xlsb"],
  ["content.xml", "ods"],
]

/**
 * Reads a workbook within limits; a finding where the file is none, is damaged, or exceeds a limit.
 */
export const open = async (
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  limits: Limits,
): Promise<Reader.Workbook | Issue.Issue> => {
  const place = { pointer: "", source: { file: name } }
  try {
    const archive = Archive.open(bytes, Reader.limits.archive)
    const found = archive.get("[Content_Types].xml") ? undefined : "archive"
    const other = others.find(([part]) => archive.get(part))?.[1] ?? found
    if (other !== undefined) return Issue.make("file.format-unsupported", place, { found: other })
    return await Reader.read(bytes, { ...Reader.limits, ...limits })
  } catch (error) {
    if (error instanceof XlsxError || error instanceof ZipError) return toIssue(error, place)
    throw error
  }
}

const exceeded: Readonly<Record<string, string>> = {
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

const unsupported: Readonly<Record<string, string>> = {
  "zip.ole": "xls-or-locked",
  "zip.encrypted": "xls-or-locked",
  "xlsx.not-workbook": "archive",
}

const toIssue = ({ code, limit }: XlsxError | ZipError, place: Issue.Place): Issue.Issue => {
  const [what, found] = [exceeded[code], unsupported[code]]
  if (what !== undefined) return Issue.make("file.limit-exceeded", place, { what, limit: limit ?? "" })
  return found === undefined
    ? Issue.make("file.damaged", place, { format: "xlsx", cause: code })
    : Issue.make("file.format-unsupported", place, { found })
}
