// `danvan register`: lists of units into a register, with every finding; the register is written only where there is no
// error.
import { writeFileSync } from "node:fs"
import { Issue, PlainDate, type Registers, UnitTable } from "@danvan/core"
import { formats, type FormatName } from "@danvan/findings"
import { type File, readUnits } from "@danvan/intake"
import { Ended, of } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as Limiting from "../Limiting.ts"
import * as Office from "../Office.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { version } from "../version.ts"
import { say } from "../words.ts"

/** Reads the lists, tells what was found, and writes the register where that was asked. */
export const register = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const words = say(asked.lang)
  const wording = Office.wording(asked)
  const columns = columnsOf(asked)
  const base = Office.organisations(asked)
  const files: Array<File.File> = []
  const unread: Array<Issue.Issue> = []
  for (const name of asked.words) {
    const file = await Input.open(name, terminal)
    if (Issue.isIssue(file)) unread.push(file)
    else files.push({ name: file.file.name, bytes: file.bytes() })
  }
  const read = await readUnits(files, { columns, limits: Limiting.of(asked), ...(base === null ? {} : { base }) })
  const issues = [...unread, ...read.issues]
  const organisations = unread.length > 0 ? null : read.organisations
  const findings = { files: asked.words, accepted: { submissions: 0, values: 0 }, held: [], issues }
  const format = (asked.one("format") ?? "text") as FormatName
  const pieces = [...formats[format](findings, { lang: asked.lang, wording, colour: terminal.colour, version })]
  // The last line of the text counts submissions; here there are none.
  await terminal.out((format === "text" ? pieces.slice(0, -1) : pieces).join(""))
  const into = asked.one("into")
  if (organisations === null) terminal.err(`${words.registerNotMade(Issue.count(issues).error)}\n`)
  else {
    const { units, edges, successions } = organisations
    terminal.err(`${words.registerMade(units.length, edges.length, successions.length)}\n`)
    if (into !== undefined) write(into, organisations, asked, terminal)
  }
  return of(issues)
}

// What the command line says stands before what the file says.
const columnsOf = (asked: Asked): UnitTable.UnitTable => {
  const own: UnitTable.UnitTable = Office.unitColumns(asked)
  const day = (flag: string): string | undefined => {
    const found = asked.one(flag)
    if (found !== undefined && !PlainDate.isPlainDate(found)) throw new Ended(2, say(asked.lang).notADay(flag, found))
    return found
  }
  const [date, decree, asOf] = [day("date"), asked.one("decree"), day("as-of")]
  return {
    ...own,
    file: {
      ...own.file,
      ...(date === undefined ? {} : { date }),
      ...(decree === undefined ? {} : { decree }),
      ...(asOf === undefined ? {} : { asOf }),
    },
  }
}

const write = (file: string, organisations: Registers.Organisations, asked: Asked, terminal: Terminal): void => {
  const text = `${JSON.stringify(organisations, null, 2)}\n`
  try {
    writeFileSync(file, text)
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error
    throw new Ended(3, say(asked.lang).cannotWrite(file, error.message))
  }
  terminal.err(`${say(asked.lang).written(file, Buffer.byteLength(text))}\n`)
}
