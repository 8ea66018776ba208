// What stops a command because of what was given to it, in words: registers, requests, a unit that is not there.
import { type Issue, Registers, Report } from "@danvan/core"
import { RenderError } from "@danvan/document"
import { formats, Neutral } from "@danvan/findings"
import { Unusable } from "./Office.ts"
import type { Language } from "./Usage.ts"

/** Findings that are about no submission, in words. */
export const refused = (issues: ReadonlyArray<Issue.Issue>, lang: Language): string => {
  const findings = { files: [], accepted: { submissions: 0, values: 0 }, held: [], issues }
  // The last line counts submissions; there are none to count.
  return [...formats.text(findings, { lang })].slice(0, -1).join("")
}

/** The words and the exit code of an error that data caused; null for any other. */
export const told = (error: unknown, lang: Language): { readonly text: string; readonly code: number } | null => {
  // A document that a renderer cannot take, as the data made it.
  if (error instanceof RenderError) return { text: `${Neutral.visible(error.message)}\n`, code: 1 }
  const known =
    error instanceof Unusable || error instanceof Report.ReportError || error instanceof Registers.RegistersError
  if (!known) return null
  return { text: refused(error.issues, lang), code: error instanceof Unusable ? error.code : 1 }
}
