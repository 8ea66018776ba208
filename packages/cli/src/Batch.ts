// Submissions as one batch in memory, for commands that bring figures together. What is wrong with them goes to the
// notes; the figures that count are used all the same.
import { Answers, Issue, type Registers, type Validated } from "@danvan/core"
import { formats } from "@danvan/findings"
import { type File, validateFiles } from "@danvan/intake"
import * as Exit from "./Exit.ts"
import * as Inbox from "./Inbox.ts"
import * as Input from "./Input.ts"
import * as Names from "./Names.ts"
import * as Office from "./Office.ts"
import type { Terminal } from "./Terminal.ts"
import type { Asked } from "./Usage.ts"

/** A batch, the submissions as they came, those of earlier periods, and the exit code so far. */
export interface Loaded {
  readonly registers: Registers.Registers
  readonly sent: ReadonlyArray<unknown>
  readonly previous: ReadonlyArray<unknown>
  readonly batch: Validated.Validated
  readonly code: number
}

/**
 * Reads and checks; findings of severity error are told, and what is odd about tables. `period` is of tables that do not
 * say theirs.
 */
export const load = async (asked: Asked, terminal: Terminal, period?: string): Promise<Loaded> => {
  const registers = await Office.registers(asked, () => Input.catalogueOf(asked.words, terminal))
  // The unit that is asked about is not the one that tables are of.
  const reading = { ...Office.reading(asked, registers), given: period === undefined ? {} : { period } }
  const before = await Inbox.values(asked.all("previous"), terminal, registers, Office.withoutPeriod(reading))
  const files: Array<File.File> = []
  const missing: Array<Issue.Issue> = []
  for (const name of asked.words) {
    const file = await Input.open(name, terminal)
    if (Issue.isIssue(file)) missing.push(file)
    else files.push(file.file)
  }
  const batch = await validateFiles(registers, files, { ...reading, previous: before.values })
  const unread = [...before.unread, ...missing]
  // What is odd about a table (a total that differs, hidden rows) bears on the figures; what is odd about the figures
  // themselves is for `validate`.
  const odd = batch.intakes.flatMap((intake) => intake.issues.filter(({ severity }) => severity === "warning"))
  const issues = [...unread, ...batch.issues.filter(({ severity }) => severity === "error"), ...odd]
  const sent = batch.intakes.flatMap(({ inputs }) => inputs)
  if (sent.length === 0 && Exit.of(issues) === 3) throw new Office.Unusable(issues, 3)
  if (issues.length > 0) {
    const accepted = {
      submissions: batch.accepted.length,
      values: batch.accepted.reduce((sum, one) => sum + Answers.count(one), 0),
    }
    const findings = { files: [], accepted, held: batch.held, issues }
    const name = Names.of(registers, asked.lang)
    terminal.err([...formats.text(findings, { lang: asked.lang, name })].join(""))
  }
  return { registers, sent, previous: before.values, batch, code: Exit.of(issues) }
}
