// `danvan validate`: every finding of every file, in the format that was asked for.
import { formats, type FormatName } from "@danvan/findings"
import { Ended, of } from "../Exit.ts"
import * as Held from "../Held.ts"
import * as Inbox from "../Inbox.ts"
import * as Names from "../Names.ts"
import * as Office from "../Office.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { version } from "../version.ts"
import { say } from "../words.ts"

/** Checks, tells, and writes what is held back and what is marked where that was asked. */
export const validate = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const words = say(asked.lang)
  const wording = Office.wording(asked)
  const checked = await Inbox.check(asked, terminal, {})
  const { registers, pieces } = checked
  const issues = Inbox.issues(checked)
  const { files: names, accepted } = checked
  const findings = { files: names, accepted, held: pieces.flatMap(({ held }) => held), issues }
  const options = { lang: asked.lang, wording, colour: terminal.colour, version, name: Names.of(registers, asked.lang) }
  const [held, marked] = [asked.one("held"), asked.one("marked")]
  if (held !== undefined) {
    const written = await into(held, asked, async () => Held.write(held, pieces, options))
    terminal.err(`${words.heldWritten(written, held)}\n`)
  }
  if (marked !== undefined) {
    const { write } = await import("../Marked.ts")
    const { files, obscured } = await into(marked, asked, () => write(marked, pieces, options))
    terminal.err(`${words.markedWritten(files, marked, obscured)}\n`)
  }
  const format = formats[(asked.one("format") ?? "text") as FormatName]
  for (const block of blocks(format(findings, options))) if (!(await terminal.out(block))) break
  return of(issues)
}

// What the disk refuses is told as that.
const into = async <A>(folder: string, asked: Asked, write: () => Promise<A>): Promise<A> => {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error
    throw new Ended(3, say(asked.lang).cannotWrite(folder, error.message))
  }
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
