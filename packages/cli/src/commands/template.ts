// `danvan template`: a blank form for one unit and period, to the standard output.
import { type Answers, Issue, Period, Registers } from "@danvan/core"
import { type File, template as workbook, templateText, validateFiles } from "@danvan/intake"
import * as Result from "effect/Result"
import { Ended, of } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as Office from "../Office.ts"
import { refused } from "../refused.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { say } from "../words.ts"

/** Prints the form. */
export const template = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const [subject = "", period = "", to = ""] = ["subject", "period", "to"].map((flag) => asked.one(flag))
  const words = say(asked.lang)
  if (to === "xlsx" && terminal.watched.out) throw new Ended(2, words.notForTerminal)
  const registers = await Office.registers(asked, () => Input.catalogueOf(asked.all("previous"), terminal))
  const before = await earlier(asked, terminal, registers)
  const wanted = { subject, period, lang: asked.lang, ...(before.answers ? { previous: before.answers } : {}) }
  const made: Result.Result<
    { readonly piece: string | Uint8Array; readonly omitted: ReadonlyArray<string> },
    Issue.Issue
  > =
    to === "xlsx"
      ? Result.map(workbook(registers, wanted), ({ bytes, omitted }) => ({ piece: bytes, omitted }))
      : Result.map(templateText(registers, wanted), ({ text, omitted }) => ({ piece: text, omitted }))
  if (Result.isFailure(made)) throw new Office.Unusable([made.failure], 1)
  const { piece, omitted } = made.success
  if (omitted.length > 0) terminal.err(`${words.omitted(omitted)}\n`)
  await terminal.out(piece)
  return before.code
}

// The unit's newest figures from before the period, as far as files of earlier periods are named.
const earlier = async (
  asked: Asked,
  terminal: Terminal,
  registers: Registers.Registers,
): Promise<{ readonly answers: Answers.Answers | null; readonly code: number }> => {
  const files: Array<File.File> = []
  const unread: Array<Issue.Issue> = []
  for (const name of asked.all("previous")) {
    const file = await Input.open(name, terminal)
    if (Issue.isIssue(file)) unread.push(file)
    else files.push(file.file)
  }
  const { accepted, issues } = await validateFiles(registers, files, { expected: "senders" })
  unread.push(...issues.filter(({ severity }) => severity === "error"))
  if (unread.length > 0) terminal.err(refused(unread, asked.lang))
  const now = Registers.period(registers, asked.one("period") ?? "")
  const day = Result.isSuccess(now) ? Period.referenceDate(now.success) : ""
  const own = accepted
    .filter(({ submission }) => submission.subject === asked.one("subject") && submission.scope === "own")
    .map((answers) => ({ answers, day: Period.referenceDate(answers.period) }))
    .filter((one) => one.day < day)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return { answers: own[0]?.answers ?? null, code: of(unread) }
}
