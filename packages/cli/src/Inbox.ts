// All that was sent, read and checked: one after another, so that a file of any length fits. What the commands have in
// common before each does its own.
import { Gathering, Issue, type Registers, type Revision, type Validated } from "@danvan/core"
import * as Input from "./Input.ts"
import * as Office from "./Office.ts"
import type { Terminal } from "./Terminal.ts"
import type { Asked } from "./Usage.ts"
import { say } from "./words.ts"

/** An input that was read: where it stands, and what became of it. */
export interface Judged extends Gathering.Judged {
  readonly source: Issue.Source
  readonly bytes: () => Buffer
}

/** What came of checking. `unread` is what could not be read; `inputs` come in the order in which they were sent. */
export interface Checked {
  readonly registers: Registers.Registers
  readonly unread: ReadonlyArray<Issue.Issue>
  readonly inputs: ReadonlyArray<Judged>
  readonly silent: ReadonlyArray<Issue.Issue>
}

// One line that is overwritten, and only where somebody looks and it takes long.
const progress = (terminal: Terminal, asked: Asked) => {
  const began = performance.now()
  let [shown, last] = [false, began]
  return {
    tick: (n: number): void => {
      const now = performance.now()
      if (!terminal.watched.err || now - began < 1000 || now - last < 200) return
      last = now
      shown = true
      terminal.err(`\r${say(asked.lang).read(n)}`)
    },
    done: (): void => {
      if (shown) terminal.err("\r\u001b[K")
    },
  }
}

/** Everything of the files as values, for commands that look at all of it at once. */
export const values = async (
  files: ReadonlyArray<string>,
  terminal: Terminal,
): Promise<{ readonly values: ReadonlyArray<unknown>; readonly unread: ReadonlyArray<Issue.Issue> }> => {
  const all: Array<unknown> = []
  const unread: Array<Issue.Issue> = []
  for await (const file of Input.read(files, terminal)) {
    for (const found of file) {
      if ("issue" in found) unread.push(found.issue)
      else all.push(found.value)
    }
  }
  return { values: all, unread }
}

/** Reads and checks the files of a command. */
export const check = async (asked: Asked, terminal: Terminal, options: Validated.Options): Promise<Checked> => {
  const before = await values(asked.all("previous"), terminal)
  const sent: Array<Omit<Input.Sent, "value">> = []
  const kept = new Map<number, unknown>()
  const unread: Array<Issue.Issue> = [...before.unread]
  const state: { registers?: Registers.Registers; gathering?: Gathering.Gathering } = {}
  const bar = progress(terminal, asked)
  const begin = async (first: unknown): Promise<Gathering.Gathering> => {
    state.registers = await Office.registers(asked, first)
    const again = (n: number): unknown =>
      kept.has(n)
        ? kept.get(n)
        : JSON.parse(
            sent[n]
              ?.bytes()
              .toString()
              .replace(/^\ufeff/, "") ?? "",
          )
    return Gathering.gather(state.registers, again, { ...options, previous: before.values })
  }
  for await (const file of Input.read(asked.words, terminal)) {
    for (const found of file) {
      if ("issue" in found) {
        unread.push(found.issue)
        continue
      }
      const { value, ...rest } = found
      const gathering = (state.gathering ??= await begin(value))
      // A line can be read again; what was part of a larger file stays.
      if (rest.source.line === undefined) kept.set(sent.length, value)
      sent.push(rest)
      gathering.add(value)
      bar.tick(sent.length)
    }
  }
  const gathering =
    state.gathering ??
    (await begin(undefined).catch((error: unknown) => {
      if (unread.length > 0 && !(error instanceof Office.Unusable)) return null
      throw error
    }))
  const found = gathering?.finish()
  bar.done()
  const inputs = sent.map((one, n): Judged => ({ ...one, ...(found?.of(n) ?? { values: null, issues: [], held: [] }) }))
  if (!state.registers) return { registers: null as never, unread, inputs, silent: [] }
  return { registers: state.registers, unread, inputs, silent: found?.silent ?? [] }
}

/** Every finding in the order of what was sent, each with its file. */
export const issues = ({ unread, inputs, silent }: Checked): ReadonlyArray<Issue.Issue> => [
  ...unread,
  ...inputs.flatMap(({ issues: of, source }) => of.map((issue) => ({ ...issue, source }))),
  ...silent,
]

/** What was held back, in the same order. */
export const held = ({ inputs }: Checked): ReadonlyArray<Revision.Held> => inputs.flatMap((one) => one.held)
