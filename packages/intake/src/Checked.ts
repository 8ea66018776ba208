// Files read and checked together: what counts, what is held back, and every finding with its place in its file. It keeps
// nothing: what was held back and is sent again, mended, gives with the rest what all of it would have given at once.
import { Issue, type Registers, Submission, Validated, validate } from "@danvan/core"
import type { File } from "./File.ts"
import * as Intake from "./Intake.ts"

/** How files are read and checked. */
export interface Options extends Intake.Options, Validated.Options {}

/** The outcome for a number of files. */
export interface Checked extends Validated.Validated {
  readonly intakes: ReadonlyArray<Intake.Intake>
}

/** A submission of one of the files. */
interface Input {
  readonly intake: Intake.Intake
  /** Its position in the file, from 0. */
  readonly input: number
}

/**
 * Reads and checks files; never rejects for what is in them.
 *
 * @example
 * const bytes = new TextEncoder().encode("Đơn vị;Cuộc họp\nPhường An;-5\n")
 * const given = { period: "2022-H1" }
 * const { issues } = await validateFiles(registers, [{ name: "an.csv", bytes }], { given, expected: "senders" })
 * issues.filter(({ severity }) => severity === "error").map(({ code, source }) => [code, source]) // [["value.negative", { file: "an.csv", line: 2, column: 11 }]]
 */
export const validateFiles = async (
  registers: Registers.Registers,
  files: ReadonlyArray<File>,
  options: Options = {},
): Promise<Checked> => {
  const intakes: Array<Intake.Intake> = []
  for (const file of files) intakes.push(await Intake.read(registers, file, options))
  const inputs: Array<Input> = intakes.flatMap((intake) => intake.inputs.map((_, input) => ({ intake, input })))
  const all = intakes.flatMap((intake) => intake.inputs)
  const { accepted, held, issues } = validate(registers, all, options)
  const unread = unreadOf(intakes, all)
  const isUnread = new Set(unread.map((one) => `${one.submission}|${one.input ?? ""}|${one.pointer}`))
  // What was sent but could not be read is not "not sent".
  const told = issues.filter(
    ({ code, submission, input, pointer }) =>
      code !== "value.not-sent" || !isUnread.has(`${submission}|${input ?? ""}|${pointer}`),
  )
  const found = [...intakes.flatMap((intake) => intake.issues), ...(await located(told, inputs, all))]
  return { accepted, held: [...unread, ...held], issues: found, intakes }
}

// Core calls a submission by its id, and by its position as well where ids are not enough.
const positions = (all: ReadonlyArray<unknown>): ReadonlyMap<string, ReadonlyArray<number>> => {
  const byName = new Map<string, Array<number>>()
  for (const [i, input] of all.entries()) {
    const name = Submission.nameOf(input, i + 1)
    const known = byName.get(name)
    if (known) known.push(i)
    else byName.set(name, [i])
  }
  return byName
}

const unreadOf = (
  intakes: ReadonlyArray<Intake.Intake>,
  all: ReadonlyArray<unknown>,
): ReadonlyArray<Validated.Validated["held"][number]> => {
  if (intakes.every(({ held }) => held.length === 0)) return []
  const byName = positions(all)
  let first = 0
  return intakes.flatMap(({ held, inputs, file }) => {
    const start = first
    first += inputs.length
    return held.map(({ pointer, codes, ...of }) => {
      if (!("input" in of)) return { submission: of.submission ?? file, pointer, codes }
      const { input } = of
      const submission = Submission.nameOf(inputs[input], start + input + 1)
      const isAlone = byName.get(submission)?.length === 1
      return { submission, pointer, codes, ...(isAlone ? {} : { input: start + input + 1 }) }
    })
  })
}

const located = async (
  issues: ReadonlyArray<Issue.Issue>,
  inputs: ReadonlyArray<Input>,
  all: ReadonlyArray<unknown>,
): Promise<ReadonlyArray<Issue.Issue>> => {
  if (issues.length === 0) return []
  const byName = positions(all)
  const asked = new Map<Intake.Intake, Array<{ readonly issue: number } & Intake.Asked>>()
  for (const [issue, { submission, input, pointer }] of issues.entries()) {
    const at = submission === undefined ? undefined : input === undefined ? byName.get(submission)?.[0] : input - 1
    const from = at === undefined ? undefined : inputs[at]
    if (!from) continue
    const list = asked.get(from.intake) ?? []
    asked.set(from.intake, list)
    list.push({ issue, input: from.input, pointer })
  }
  const out = [...issues]
  for (const [intake, list] of asked) {
    const sources = await intake.locate(list)
    for (const [i, source] of sources.entries()) {
      const issue = list[i]?.issue ?? -1
      const known = out[issue]
      if (known) out[issue] = { ...known, source }
    }
  }
  return out
}
