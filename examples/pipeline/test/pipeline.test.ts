// The files as a pipeline reads them: each finding at its place, the figures that count, what is held back and mended.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { aggregate, Answers, Facts, type Issue, OrgUnit, Period, Registers, Schemas, Value } from "@danvan/core"
import { type FormatName, formats } from "@danvan/findings"
import type { Checked } from "@danvan/intake"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { check, files, registers, wanted } from "../check.ts"
import { bad, type Case, clean, readable, silent } from "./cases.ts"

const sent = await files("submissions")
const mended = await files("mended")
const first = await check(sent)

// The command as the job calls it, from the sources.
const folder = fileURLToPath(new URL("../", import.meta.url))
const command = `${process.execPath} --conditions=@danvan/source ../../packages/cli/src/main.ts`
const run = (format: FormatName) => {
  const env = { ...process.env, DANVAN: command, FORMAT: format, NO_COLOR: "1" }
  const { status, stdout, stderr } = spawnSync("./ci/check.sh", { cwd: folder, env, encoding: "utf8" })
  return { code: status, out: stdout, err: stderr }
}
const ran = new Map<FormatName, string>()
const told = (format: FormatName): string => {
  const known = ran.get(format) ?? run(format).out
  ran.set(format, known)
  return known
}

const placeOf = ({ line, column, sheet, cell }: Issue.Source): string =>
  line === undefined ? [sheet, cell].filter((part) => part !== undefined).join("!") : `${line}:${column ?? ""}`
const caseOf = ({ code, source, pointer }: Issue.Issue): Case =>
  pointer === "" ? [code, placeOf(source!)] : [code, placeOf(source!), pointer]
const byCode = (cases: ReadonlyArray<Case>): ReadonlyArray<Case> => cases.toSorted(([a], [b]) => (a < b ? -1 : 1))
const expected: Readonly<Record<string, ReadonlyArray<Case>>> = {
  ...Object.fromEntries(clean.map((name) => [name, []])),
  ...readable,
  ...bad,
}
const nameOf = (file: string): string => file.slice(file.indexOf("/") + 1)

describe("forty files as units send them", () => {
  it("are forty, none of them large", () => {
    expect(sent.map(({ name }) => nameOf(name))).toEqual(Object.keys(expected).toSorted())
    expect(sent).toHaveLength(40)
    const bytes = [...sent, ...mended].map(({ bytes: one }) => (one instanceof Uint8Array ? one.length : Infinity))
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(300_000)
  })

  it.each(Object.entries(expected))("%s has what is to be found in it, at its place", (name, cases) => {
    const found = first.issues.filter(({ source }) => source?.file === `submissions/${name}`)
    expect(byCode(found.map(caseOf))).toEqual(byCode(cases))
  })

  it("are bad, each with an error, or good, without one", () => {
    const wrong = first.issues.filter(({ severity }) => severity === "error").map(({ source }) => source?.file)
    expect([...new Set(wrong)].toSorted()).toEqual(Object.keys(bad).map((name) => `submissions/${name}`))
  })

  it("leave these units without a report; nothing else is said that is not in a file", () => {
    const rest = first.issues.filter(({ source }) => source === undefined)
    expect(rest.map(({ code, subject }) => [code, subject])).toEqual(
      silent.map((unit) => ["submission.not-sent", `${unit}-commune-1990`]),
    )
  })

  it("are told as it was read and accepted, and the command ends with 3: some could not be read", async () => {
    const { code, out, err } = run("text")
    expect([code, err]).toEqual([3, ""])
    await expect(out).toMatchFileSnapshot("golden/findings.txt")
    await expect(told("json")).toMatchFileSnapshot("golden/findings.json")
    const checked = await Schemas.standard("validation", "vi")["~standard"].validate(JSON.parse(told("json")))
    expect(checked.issues).toBeUndefined()
  })

  it("give the command and the library the same findings, byte for byte", () => {
    const { accepted, held, issues } = first
    const values = accepted.reduce((sum, one) => sum + Answers.statements(one).length, 0)
    const findings = { files: [], accepted: { submissions: accepted.length, values }, held, issues }
    expect([...formats.json(findings, { lang: "vi" })].join("")).toBe(told("json"))
  })
})

// The table of the README is added up by hand.
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
const table = [...readme.matchAll(/^\| (?:\*\*)?(\p{L}[^|*]*?)(?:\*\*)? +\|((?: +[^|]+\|){6})$/gmu)].map(
  ([, unit = "", cells = ""]) =>
    [
      unit,
      cells
        .split("|")
        .slice(0, 6)
        .map((cell) => cell.replaceAll("*", "").trim()),
    ] as const,
)
const columns = registers.catalogue.obligations[0]?.indicators ?? []
const printed = (value: Value.Value | undefined): string =>
  value === undefined
    ? "–"
    : value.kind === "share"
      ? `${value.x.n}/${value.y.n}`
      : value.kind === "quantity"
        ? String(value.n)
        : value.kind
const day = Period.referenceDate(Result.getOrThrow(Period.fromText(wanted.period, "civil")))
const nameOfUnit = (id: string): string => OrgUnit.shortName(Registers.index(registers).units.get(id)!, day)

describe("the figures that count", () => {
  const rows = new Map(table.filter(([unit]) => unit !== "Unit" && unit !== "sum"))
  const facts = Facts.fromValidated(first).facts

  it("are, unit by unit, those of the table in the README", () => {
    expect(rows.size).toBe(31)
    const units = [...new Set(facts.map(({ subject }) => subject))]
    const found = units.map((subject): readonly [string, ReadonlyArray<string>] => [
      nameOfUnit(subject),
      columns.map((indicator) =>
        printed(facts.find((one) => one.subject === subject && one.indicator === indicator && !one.member)?.value),
      ),
    ])
    expect(new Map(found)).toEqual(rows)
  })

  it("add up to its last row, each total with the units that it rests on", () => {
    const [, sums] = table.find(([unit]) => unit === "sum")!
    const { cells } = aggregate(registers, first, wanted)
    for (const [i, indicator] of columns.entries()) {
      const cell = cells.find((one) => one.indicator === indicator && one.member === undefined)
      const column = [...rows.values()].map((row) => row[i] ?? "").filter((text) => text !== "–")
      const add = (side: number): number => column.reduce((sum, text) => sum + Number(text.split("/")[side]), 0)
      expect(column[0]?.includes("/") ? `${add(0)}/${add(1)}` : String(add(0))).toBe(sums[i])
      expect(printed(cell?.value)).toBe(sums[i])
      expect(cell?.coverage).toMatchObject({ cellsArrived: column.length, cellsOwing: 44 })
    }
  })
})

describe("a submission whose id would like to act", () => {
  const escape = String.fromCharCode(27)
  const id = first.intakes
    .flatMap(({ inputs }) => inputs)
    .find((input) => String((input as { id: string }).id).includes("/"))

  it("has such an id", () => {
    const { id: text } = id as { readonly id: string }
    for (const part of ["../../", `${escape}[31m`, "\n::error", "<b>&", "\u202e", "##[error]"])
      expect(text).toContain(part)
  })

  it.each(["text", "json", "ndjson", "sarif", "junit", "github"] as const)("does nothing in %s", (format) => {
    const text = told(format)
    expect(text).toContain("lieu-dong")
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(text).not.toContain("##[")
    const commands = text.split("\n").filter((line) => line.startsWith("::"))
    expect(commands).toHaveLength(format === "github" ? first.issues.length : 0)
    for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) (?:[a-z]+=[^:,]+,?)+::(?:(?!::).)+$/)
    if (format === "json" || format === "sarif") expect(JSON.stringify(JSON.parse(text))).toContain("::error file=x")
    if (format === "junit") expect(text).not.toContain("<b>")
  })
})

describe("mended as the findings say", () => {
  const numbers = ({ accepted }: Pick<Checked.Checked, "accepted">): ReadonlyArray<string> =>
    Facts.fromValidated({ accepted, held: [], issues: [] })
      .facts.map(({ subject, indicator, member, value, source: { submission, revision } }) =>
        JSON.stringify([subject, indicator, member, value, submission, revision]),
      )
      .toSorted()

  it("the files alone run clean", async () => {
    const again = await check(mended, "senders")
    expect(again.issues).toEqual([])
    expect(again.held).toEqual([])
    expect(again.accepted).toHaveLength(mended.length)
  })

  it("what counted at first, with what was held and what mends it, is the same as all at once", async () => {
    const wasHeld = new Set(first.held.map(({ submission }) => submission))
    const kept = first.accepted.filter(({ submission }) => !wasHeld.has(submission.id))
    const isKept = new Set(kept.map(({ submission }) => submission.id))
    const heldFiles = sent.filter((_, i) => {
      const inputs = first.intakes[i]?.inputs as ReadonlyArray<{ readonly id?: string } | undefined>
      return inputs.length === 0 || inputs.some((input) => !isKept.has(input?.id ?? ""))
    })
    expect(heldFiles.length).toBeLessThan(sent.length)
    const second = await check([...heldFiles, ...mended], "senders")
    const together = { accepted: [...kept, ...second.accepted.filter(({ submission }) => !isKept.has(submission.id))] }
    expect(numbers(together)).toEqual(numbers(await check([...sent, ...mended])))
    expect(numbers(together).length).toBeGreaterThan(numbers(first).length)
  })

  it("no error is left that they mend", async () => {
    const { issues } = await check([...sent, ...mended])
    const left = issues.filter(({ severity }) => severity === "error").map(({ source }) => source?.file ?? "")
    expect(left.filter((file) => file.startsWith("mended/"))).toEqual([])
    // Both stand behind a later revision now, and no longer against each other.
    expect(issues.filter(({ code }) => code === "revision.conflict")).toEqual([])
    expect(issues.filter(({ code }) => code === "submission.not-sent")).toHaveLength(silent.length - 4)
  })
})
