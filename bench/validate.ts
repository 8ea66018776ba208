// Checking submissions that come as text. The peers parse the same text: `JSON.parse` alone, which is what one must pay
// anyway, and general checkers behind it.
import { Admission, Answers, Plan, Submission, validate } from "@danvan/core"
import { execFileSync } from "node:child_process"
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from "node:fs"
import { type Cases, measure, measureCold, type Row } from "./measure.ts"
import { files, registers, submission, texts, UNITS } from "./validate-batch.ts"
import * as peers from "./validate-peers.ts"

// A wrong type, a negative number, a part above its whole, a key that is owed and absent, a key that nobody knows.
const spoiled = ["indicator.unknown", "value.negative", "value.not-sent", "value.share-exceeds", "value.wrong-kind"]

// Both sides find what there is to find, or nothing is measured.
const assertEqual = (name: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) === JSON.stringify(expected)) return
  throw new Error(`${name} measures something else: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
}

const parse = (text: string): unknown => JSON.parse(text)

const against = async (
  name: string,
  batch: ReadonlyArray<string>,
  ours: () => unknown,
  faults: number,
): Promise<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  const add = async (peer: string, theirs: () => unknown): Promise<void> => {
    rows.push(await measure({ case: name, peer, unit: "µs", each: UNITS, ours, theirs }))
  }
  await add("JSON.parse", () => batch.map(parse))
  for (const [peer, check] of [
    ["ajv", peers.ajv()],
    ["zod", peers.zod()],
  ] as const) {
    assertEqual(`${name}, ${peer}`, [...new Set(batch.map((text) => check(parse(text))))], [faults])
    await add(peer, () => batch.map((text) => check(parse(text))))
  }
  return rows
}

const whole = (name: string, spoilt: boolean): Promise<ReadonlyArray<Row>> => {
  const [known, batch] = [registers(), texts(spoilt)]
  const { accepted, issues } = validate(known, batch)
  const codes = [...new Set(issues.map(({ code }) => code))].sort()
  const values = accepted.reduce((sum, one) => sum + Answers.statements(one).length, 0)
  const expected = spoilt
    ? { values: 56 * UNITS, codes: spoiled, issues: 5 * UNITS }
    : { values: 60 * UNITS, codes: [], issues: 0 }
  assertEqual(name, { values, codes, issues: issues.length }, expected)
  return against(name, batch, () => validate(known, batch), spoilt ? 5 : 0)
}

// The same, with every value read out as a statement: what whoever aggregates pays as well.
const readOut = (): Promise<ReadonlyArray<Row>> => {
  const [known, batch] = [registers(), texts(false)]
  return against("validate/valid+read", batch, () => validate(known, batch).accepted.map(Answers.statements), 0)
}

// The structural part alone: envelope, indicators, values. Without duties, rules, and what the batch as a whole shows.
const structure = async (): Promise<ReadonlyArray<Row>> => {
  const [known, batch] = [registers(), texts(false)]
  const ours = (): ReadonlyArray<unknown> => {
    const findings: Answers.Findings = { issues: [], held: [] }
    const planOf = Plan.plans(known)
    const judged = batch.map((text, i) => {
      const decoded = Submission.decode(text, i + 1)
      const candidate =
        decoded.submission &&
        Admission.admit(known, decoded, decoded.submission, planOf, findings.issues, findings.held)
      return candidate && Answers.judge(known, candidate, findings)
    })
    return findings.issues.length > 0 ? findings.issues : judged.filter((one) => one === null)
  }
  assertEqual("validate/structure", ours(), [])
  return against("validate/structure", batch, ours, 0)
}

const LARGE = 100_000

// The command on a file of 100,000 submissions, each of a unit of its own, against reading and parsing its lines. Both in
// a process of their own, start of Node and reading the register included.
const file = async (): Promise<ReadonlyArray<Row>> => {
  execFileSync("pnpm", ["run", "build"], { cwd: new URL("../", import.meta.url), stdio: "pipe" })
  const folder = new URL("../out/bench/file-100k/", import.meta.url)
  mkdirSync(folder, { recursive: true })
  const { organisations, catalogue, wards } = files(LARGE)
  writeFileSync(new URL("organisations.json", folder), JSON.stringify(organisations))
  writeFileSync(new URL("catalogue.json", folder), JSON.stringify(catalogue))
  const lines = openSync(new URL("submissions.ndjson", folder), "w")
  for (const [i, ward] of wards.entries()) writeSync(lines, `${JSON.stringify(submission(ward, i))}\n`)
  closeSync(lines)
  console.log(`${(statSync(new URL("submissions.ndjson", folder)).size / 1e6).toFixed(0)} MB of NDJSON`)
  const contested = { case: "validate/file-100k", peer: "JSON.parse", unit: "ms" } as const
  return [await measureCold(contested, new URL("validate-file.ts", import.meta.url))]
}

/**
 * A batch of 200 submissions, a subject each, where the time is that of one submission; and a file of 100,000 of them.
 */
export const cases: Cases = {
  "validate/structure": structure,
  "validate/valid": () => whole("validate/valid", false),
  "validate/valid+read": readOut,
  "validate/five-errors": () => whole("validate/five-errors", true),
  "validate/file-100k": file,
}
