// The door to workbooks: what is none, is damaged or costs too much comes out as a finding about the file.
import { Issue } from "@danvan/core"
import type { Limits } from "./Limits.ts"
import * as Reader from "./xlsx/Reader.ts"
import { toIssue, XlsxError } from "./xlsx/XlsxError.ts"

/** Reads a workbook within limits; a finding where the file is none, is damaged, or exceeds a limit. */
export const open = async (
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  limits: Limits,
): Promise<Reader.Workbook | Issue.Issue> => {
  try {
    return await Reader.read(bytes, limits)
  } catch (error) {
    if (error instanceof XlsxError) return toIssue(error, name)
    throw error
  }
}

/** What in a workbook could act, and was left closed, as a finding. */
export const closed = (file: string, { inert }: Pick<Reader.Workbook, "inert">): ReadonlyArray<Issue.Issue> =>
  inert.length === 0 ? [] : [Issue.make("file.inert", { pointer: "", source: { file } }, { what: inert })]
