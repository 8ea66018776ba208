// `danvan validate`: every finding of every file, in the format that was asked for.
import { Issue } from "@danvan/core"
import { formats, type FormatName } from "@danvan/findings"
import { Ended, strongest } from "../Exit.ts"
import * as Held from "../Held.ts"
import * as Inbox from "../Inbox.ts"
import * as Names from "../Names.ts"
import * as Office from "../Office.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { version } from "../version.ts"
import { say } from "../words.ts"

/** Checks, tells, and writes what is held back where that was asked. */
export const validate = async (asked: Asked, terminal: Terminal): Promise<number> => {
  if (asked.one("marked") !== undefined) throw new Ended(2, say(asked.lang).doesNotExist("--marked"))
  const wording = Office.wording(asked)
  const checked = await Inbox.check(asked, terminal, {})
  const issues = Inbox.issues(checked)
  const counted = checked.inputs.filter(({ values }) => values !== null)
  const findings = {
    files: [...new Set([...checked.unread, ...checked.inputs].flatMap(({ source }) => source?.file ?? []))],
    accepted: {
      submissions: counted.length,
      values: counted.reduce((sum, { values }) => sum + (values ?? 0), 0),
    },
    held: Inbox.held(checked),
    issues,
  }
  const options = {
    lang: asked.lang,
    wording,
    colour: terminal.colour,
    version,
    ...(checked.registers === null ? {} : { name: Names.of(checked.registers, asked.lang) }),
  }
  const folder = asked.one("held")
  if (folder !== undefined) {
    try {
      const written = Held.write(folder, checked.inputs, options)
      terminal.err(`${say(asked.lang).heldWritten(written, folder)}\n`)
    } catch (error) {
      throw new Ended(3, say(asked.lang).cannotWrite(folder, error instanceof Error ? error.message : String(error)))
    }
  }
  const format = formats[(asked.one("format") ?? "text") as FormatName]
  for (const block of blocks(format(findings, options))) if (!(await terminal.out(block))) break
  return strongest(Issue.count(issues).error > 0 ? 1 : 0, checked.unread.length > 0 ? 3 : 0)
}

// A finding at a time would be a write at a time.
function* blocks(pieces: Iterable<string>): Generator<string> {
  let block = ""
  for (const piece of pieces) {
    block += piece
    if (block.length < 65_536) continue
    yield block
    block = ""
  }
  if (block !== "") yield block
}
