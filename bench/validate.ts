// Checking submissions that are already objects, against `JSON.parse` of the same text: what one must pay anyway.
// The catalogue has 60 indicators: 34 counts, 8 counts some of which come as "about", 12 shares, 6 of money.
import { load, validate } from "@danvan/core"
import { execFileSync } from "node:child_process"
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from "node:fs"
import { type Cases, measure, measureCold, type Row } from "./measure.ts"

const UNITS = 200

type Sort = "count" | "about" | "share" | "money"
const sorts: ReadonlyArray<Sort> = [
  ...Array<Sort>(34).fill("count"),
  ...Array<Sort>(8).fill("about"),
  ...Array<Sort>(12).fill("share"),
  ...Array<Sort>(6).fill("money"),
]
const idOf = (sort: Sort, i: number): string => `${sort.slice(0, 1)}.${String(i + 1).padStart(2, "0")}`
const indicators = sorts.map((sort, i) => ({ id: idOf(sort, i), sort }))
const label = (text: string): { vi: string; en: string } => ({ vi: text, en: text })

const registersFor = (units: number) => {
  const wards = Array.from({ length: units }, (_, i) => `ward-${String(i + 1).padStart(3, "0")}`)
  const organisations = {
    schema: "danvan/organisations@0",
    asOf: "2022-07-31",
    units: [
      { id: "city", kind: "city", names: [{ vi: "Thành phố" }] },
      ...wards.map((id) => ({ id, kind: "ward", names: [{ vi: `Phường ${id}` }] })),
    ],
    edges: wards.map((child) => ({ child, parent: "city", line: "reporting" })),
    successions: [],
  }
  const catalogue = {
    schema: "danvan/catalogue@0",
    id: "bench",
    version: "1.0.0",
    from: "2022-01-01",
    label: label("Đo tốc độ"),
    calendar: "unstated",
    measures: [
      { id: "case", ...label("việc"), decimals: 0 },
      { id: "dong", ...label("đồng"), decimals: 0 },
    ],
    dimensions: [],
    indicators: indicators.map(({ id, sort }) => ({
      id,
      label: label(id),
      kind: sort === "share" ? "share" : "flow",
      measure: sort === "money" ? "dong" : "case",
    })),
    rules: [],
    citations: [],
    obligations: [
      { id: "all", who: { kind: "ward" }, indicators: indicators.map(({ id }) => id), every: "half", scope: "own" },
    ],
  }
  return { organisations, catalogue, wards }
}

// Numbers that look random and are the same in every run.
const dice = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const valueOf = (sort: Sort, roll: (below: number) => number): unknown => {
  if (sort === "share") {
    const y = roll(1000) + 1
    return { x: roll(y + 1), y }
  }
  if (sort === "about") return roll(10) < 3 ? { about: roll(5000) } : roll(5000)
  return sort === "money" ? roll(2 ** 31) * 1000 : roll(5000)
}

const submission = (subject: string, i: number): { values: Record<string, unknown> } & Record<string, unknown> => {
  const roll = dice(i + 1)
  return {
    schema: "danvan/submission@0",
    id: `${subject}-2022-h1`,
    revision: 1,
    subject,
    scope: "own",
    period: "2022-H1",
    catalogue: "bench",
    status: "submitted",
    submittedAt: "2022-06-05T09:00:00+07:00",
    values: Object.fromEntries(indicators.map(({ id, sort }) => [id, valueOf(sort, roll)])),
  }
}

// A wrong type, a negative number, a part above its whole, a key that is owed and absent, a key that nobody knows.
const spoil = (of: ReturnType<typeof submission>): ReturnType<typeof submission> => {
  const { "c.05": _absent, ...values } = of.values
  return { ...of, values: { ...values, "c.01": "12", "c.02": -4, "s.43": { x: 11, y: 10 }, "x.99": 1 } }
}
const spoiled = ["indicator.unknown", "value.negative", "value.not-sent", "value.share-exceeds", "value.wrong-kind"]

const contest = async (name: string, spoilt: boolean): Promise<ReadonlyArray<Row>> => {
  const { organisations, catalogue, wards } = registersFor(UNITS)
  const known = load(organisations, catalogue)
  const texts = wards.map(submission).map((one) => JSON.stringify(spoilt ? spoil(one) : one))
  const inputs: ReadonlyArray<unknown> = texts.map((text) => JSON.parse(text))
  const { accepted, issues } = validate(known, inputs)
  const codes = [...new Set(issues.map(({ code }) => code))].sort()
  const values = accepted.reduce((sum, { statements }) => sum + statements.length, 0)
  const expected = spoilt
    ? { values: 56 * UNITS, codes: spoiled, issues: 5 * UNITS }
    : { values: 60 * UNITS, codes: [], issues: 0 }
  const found = { values, codes, issues: issues.length }
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${name} measures something else: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
  }
  return [
    await measure({
      case: name,
      peer: "JSON.parse",
      unit: "µs",
      each: UNITS,
      ours: () => validate(known, inputs),
      theirs: () => texts.map((text) => JSON.parse(text)),
    }),
  ]
}

const LARGE = 100_000

// The command on a file of 100,000 submissions, each of a unit of its own, against reading and parsing its lines. Both in
// a process of their own, start of Node and reading the register included.
const file = async (): Promise<ReadonlyArray<Row>> => {
  execFileSync("pnpm", ["run", "build"], { cwd: new URL("../", import.meta.url), stdio: "pipe" })
  const folder = new URL("../out/bench/file-100k/", import.meta.url)
  mkdirSync(folder, { recursive: true })
  const { organisations, catalogue, wards } = registersFor(LARGE)
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
 * A batch of 200 submissions of 1.1 kB, a subject each, where the time is that of one submission; and a file of 100,000 of
 * them.
 */
export const cases: Cases = {
  "validate/file-100k": file,
  "validate/valid": () => contest("validate/valid", false),
  "validate/five-errors": () => contest("validate/five-errors", true),
}
