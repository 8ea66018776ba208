// Submissions as one batch in memory, for commands that bring figures together. What is wrong with them goes to the
// notes; the figures that count are used all the same.
import { Issue, type Registers, Validated } from "@danvan/core"
import { formats } from "@danvan/findings"
import { strongest } from "./Exit.ts"
import * as Inbox from "./Inbox.ts"
import * as Names from "./Names.ts"
import * as Office from "./Office.ts"
import type { Terminal } from "./Terminal.ts"
import type { Asked } from "./Usage.ts"

/** A batch, the submissions of earlier periods as they came, and the exit code so far. */
export interface Loaded {
  readonly registers: Registers.Registers
  readonly sent: ReadonlyArray<unknown>
  readonly previous: ReadonlyArray<unknown>
  readonly batch: Validated.Validated
  readonly code: number
}

/** Reads and checks; findings of severity error are told. */
export const load = async (asked: Asked, terminal: Terminal): Promise<Loaded> => {
  const now = await Inbox.values(asked.words, terminal)
  const before = await Inbox.values(asked.all("previous"), terminal)
  const unread = [...before.unread, ...now.unread]
  if (now.values.length === 0 && unread.length > 0) throw new Office.Unusable(unread, 3)
  const registers = await Office.registers(asked, now.values[0])
  const batch = Validated.fromSubmissions(registers, now.values, { previous: before.values })
  const issues = [...unread, ...batch.issues.filter(({ severity }) => severity === "error")]
  if (issues.length > 0) {
    const accepted = {
      submissions: batch.accepted.length,
      values: batch.accepted.reduce((sum, { statements }) => sum + statements.length, 0),
    }
    const findings = { files: [], accepted, held: batch.held, issues }
    const name = Names.of(registers, asked.lang)
    terminal.err([...formats.text(findings, { lang: asked.lang, name })].join(""))
  }
  const code = strongest(Issue.count(issues).error > 0 ? 1 : 0, unread.length > 0 ? 3 : 0)
  return { registers, sent: now.values, previous: before.values, batch, code }
}
