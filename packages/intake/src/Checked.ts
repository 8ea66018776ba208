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

/** Something found, with where it stands: which file, and where among its lines or submissions. */
interface Ranked<A> {
  readonly file: number
  readonly at: number
  readonly one: A
}

/**
 * Reads and checks files; never rejects for what is in them. What is found comes in the order in which it was sent: file
 * by file, submission by submission, and in the end what is in no file.
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
  const whose = ofInputs(inputs, all)
  const unread = unreadOf(intakes, all)
  const isUnread = new Set(unread.map(({ one }) => `${one.submission}|${one.input ?? ""}|${one.pointer}`))
  // What was sent but could not be read is not "not sent".
  const told = issues.filter(
    ({ code, submission, input, pointer }) =>
      code !== "value.not-sent" || !isUnread.has(`${submission}|${input ?? ""}|${pointer}`),
  )
  const heldThere = held.map((one): Ranked<(typeof held)[number]> => {
    const { intake, input } = whose(one) ?? { input: 0 }
    return { file: intake ? intakes.indexOf(intake) : intakes.length, at: input, one }
  })
  const found = [...intakes.flatMap(toldOf), ...(await located(told, whose, intakes))]
  return { accepted, held: inOrder([...unread, ...heldThere]), issues: inOrder(found), intakes }
}

const inOrder = <A>(found: ReadonlyArray<Ranked<A>>): ReadonlyArray<A> =>
  found.toSorted((a, b) => a.file - b.file || a.at - b.at).map(({ one }) => one)

// A little before the submission that comes next.
const before = (input: number): number => input - 0.5

// What reading a file found stands before what is said of the same line, or of the same submission.
const toldOf = ({ format, inputs, issues, held }: Intake.Intake, file: number): ReadonlyArray<Ranked<Issue.Issue>> => {
  if (issues.length === 0) return []
  const lost = held.find((one) => "text" in one)
  const rest = lost !== undefined && "text" in lost ? before(lost.after) : -1
  // Of several that have one name, it is told of the first.
  const firsts = new Map(
    format === "json" ? inputs.map((input, i) => [Submission.nameOf(input, 0), i] as const).toReversed() : [],
  )
  return issues.map((one) => {
    if (format === "ndjson") return { file, at: one.source?.line ?? 0, one }
    return { file, at: firsts.get(one.submission ?? "") ?? rest, one }
  })
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

type Whose = (one: { readonly submission?: string; readonly input?: number }) => Input | undefined

const ofInputs = (inputs: ReadonlyArray<Input>, all: ReadonlyArray<unknown>): Whose => {
  const known: { names?: ReturnType<typeof positions> } = {}
  return ({ submission, input }) => {
    if (submission === undefined) return undefined
    const at = input === undefined ? (known.names ??= positions(all)).get(submission)?.[0] : input - 1
    return at === undefined ? undefined : inputs[at]
  }
}

type Held = Validated.Validated["held"][number]

const unreadOf = (intakes: ReadonlyArray<Intake.Intake>, all: ReadonlyArray<unknown>): ReadonlyArray<Ranked<Held>> => {
  if (intakes.every(({ held }) => held.length === 0)) return []
  const byName = positions(all)
  let first = 0
  return intakes.flatMap(({ held, inputs, file: name }, file) => {
    const start = first
    first += inputs.length
    return held.map((of): Ranked<Held> => {
      const { pointer, codes } = of
      if ("text" in of) {
        return { file, at: before(of.after), one: { submission: of.submission ?? name, pointer, codes } }
      }
      const { input } = of
      const submission = Submission.nameOf(inputs[input], start + input + 1)
      const isAlone = byName.get(submission)?.length === 1
      const one = { submission, pointer, codes, ...(isAlone ? {} : { input: start + input + 1 }) }
      return { file, at: input, one }
    })
  })
}

const located = async (
  issues: ReadonlyArray<Issue.Issue>,
  whose: Whose,
  intakes: ReadonlyArray<Intake.Intake>,
): Promise<ReadonlyArray<Ranked<Issue.Issue>>> => {
  const asked = new Map<Intake.Intake, Array<{ readonly issue: number } & Intake.Asked>>()
  for (const [issue, one] of issues.entries()) {
    const from = whose(one)
    if (!from) continue
    const list = asked.get(from.intake) ?? []
    asked.set(from.intake, list)
    list.push({ issue, input: from.input, pointer: one.pointer })
  }
  const out = issues.map((one): Ranked<Issue.Issue> => ({ file: intakes.length, at: 0, one }))
  for (const [file, intake] of intakes.entries()) {
    const list = asked.get(intake) ?? []
    const sources = list.length === 0 ? [] : await intake.locate(list)
    for (const [i, { issue, input }] of list.entries()) {
      const [known, source] = [issues[issue], sources[i]]
      if (!known || !source) continue
      out[issue] = { file, at: intake.format === "ndjson" ? (source.line ?? 0) : input, one: { ...known, source } }
    }
  }
  return out
}
