// Workbooks against other programs, for `pnpm conformance`: a blank form is filled in by openpyxl and by LibreOffice and has
// to validate with what was filled in; senders' workbooks are marked and have to show fills and notes there, with every
// other part byte for byte as it was; mended as told they have to pass; and the tables of a report have to hold there what
// they hold here. Prints JSON. A program that is not there is said.
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { load, report, toText, validate } from "@danvan/core"
import { Marking, mark, Reader, Template, validateFiles } from "@danvan/intake"
import { csv, tablesOf, xlsx } from "@danvan/render-tables"
import { Book, Place } from "@danvan/workbook"
import * as Result from "effect/Result"

/** What `tools/conformance.ts` reads. */
export interface Outcome {
  readonly versions: ReadonlyArray<readonly [program: string, version: string]>
  readonly rows: ReadonlyArray<readonly [what: string, by: string, outcome: string]>
  readonly passed: boolean
}

type By = "openpyxl" | "libreoffice"
interface Look {
  readonly sheets: ReadonlyArray<readonly [name: string, state: string]>
  readonly protected: boolean
  readonly notes: Readonly<Record<string, string>>
  readonly filled: ReadonlyArray<string>
  readonly formulas: ReadonlyArray<string>
  readonly charts?: number
  readonly frozen?: string
  readonly choices?: number
  readonly quoted?: ReadonlyArray<string>
}

const root = resolve(import.meta.dirname, "..")
const folder = mkdtempSync(join(tmpdir(), "danvan-workbooks-"))
const example = (file: string): unknown => JSON.parse(readFileSync(join(root, "examples/tay-ho-2022", file), "utf8"))
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file))
const script = join(root, "tools/workbooks.py")

const pythons = ["python3", "/usr/bin/python3"]
const versionsOf = (python: string): Readonly<Record<string, string>> => {
  const { status, stdout } = spawnSync(python, [script, "versions"], { encoding: "utf8" })
  return status === 0 ? (JSON.parse(stdout) as Record<string, string>) : {}
}
const [python = "python3", versions = {}] =
  pythons
    .map((name) => [name, versionsOf(name)] as const)
    .toSorted((a, b) => Object.keys(b[1]).length - Object.keys(a[1]).length)[0] ?? []
const programs: ReadonlyArray<readonly [By, string]> = [
  ["openpyxl", "openpyxl"],
  ["libreoffice", "LibreOffice"],
]

const ask = (jobs: ReadonlyArray<Readonly<Record<string, unknown>>>): ReadonlyArray<unknown> => {
  const { status, stdout, stderr } = spawnSync(python, [script], { encoding: "utf8", input: JSON.stringify(jobs) })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as ReadonlyArray<unknown>
}

const registers = load(example("organisations.json"), example("catalogue.json"))
const batch = validate(
  registers,
  readdirSync(join(root, "examples/tay-ho-2022/submissions")).map((file) => example(`submissions/${file}`)),
)
const before = batch.accepted.find(({ submission }) => submission.subject === "buoi-ward-1996")
if (before === undefined) throw new Error("The example has no submission of Bưởi")

const answers = {
  "dvk.models.registered": 26,
  "dvk.models.registered[field=economy]": 10,
  "dvk.models.registered[field=culture-society]": 8,
  "dvk.models.registered[field=defence-security]": 4,
  "dvk.models.registered[field=political-system]": 4,
  "dvk.exemplars.registered": "không phát sinh",
  "dialogue.events": 3,
  "dialogue.turns": "khoảng 1.250",
  "qcdc.civil-servant-conferences": 5,
  "qcdc.civil-servant-conferences#y": 5,
  "qcdc.worker-conferences": "không có đối tượng",
  "convention.recognised": 10,
  "convention.recognised#y": 12,
  "qcdc.inspections": "không thu thập",
  revision: 2,
  reason: "đính chính số cuộc đối thoại",
}
const expected = {
  values: {
    "dvk.models.registered": {
      n: 26,
      by: { field: { economy: 10, "culture-society": 8, "defence-security": 4, "political-system": 4 } },
    },
    "dialogue.events": 3,
    "dialogue.turns": { about: 1250 },
    "qcdc.civil-servant-conferences": { x: 5, y: 5 },
    "qcdc.worker-conferences": { notApplicable: "no-object" },
    "convention.recognised": { x: 10, y: 12 },
    "qcdc.inspections": { missing: "not-collected" },
  },
  nil: ["dvk.exemplars.registered"],
  revision: 2,
  reason: "đính chính số cuộc đối thoại",
}

const rows: Array<readonly [string, string, string]> = []
const tell = (what: string, by: string, wrong: ReadonlyArray<string>): void => {
  rows.push([what, by, wrong.length === 0 ? "passed" : `**${wrong.join("; ")}**`])
}
const unless = (holds: boolean, wrong: string): ReadonlyArray<string> => (holds ? [] : [wrong])
const check = async (file: string) => {
  const { intakes, issues } = await validateFiles(registers, [{ name: "buoi.xlsx", bytes: bytesOf(file) }], {
    expected: "senders",
  })
  return { input: intakes[0]?.inputs[0] as Readonly<Record<string, unknown>> | undefined, issues }
}
const marksOf = (issues: Awaited<ReturnType<typeof check>>["issues"]): ReadonlyArray<Marking.Mark> =>
  issues.map((issue) => ({
    sheet: issue.source?.sheet ?? null,
    cell: issue.source?.cell ?? null,
    text: toText(issue, "vi"),
  }))

const blank = join(folder, "blank.xlsx")
const asked = { subject: "buoi-ward-1996", period: "2022-H2", previous: before }
writeFileSync(blank, Result.getOrThrow(Template.template(registers, asked)).bytes)

const formBy = async (by: By, name: string): Promise<void> => {
  const [filled, wrong, mended] = ["filled", "wrong", "mended"].map((file) => join(folder, `${by}-${file}.xlsx`)) as [
    string,
    string,
    string,
  ]
  const error = { ...answers, "convention.recognised": 15 }
  const [look] = ask([
    { by, do: "look", from: blank },
    { by, do: "fill", from: blank, to: filled, values: answers },
    { by, do: "fill", from: blank, to: wrong, values: error },
  ]) as [Look]
  tell("a blank form opens: its sheets, its protection, a note for each indicator, no formula", name, [
    ...unless(look.sheets.map(([sheet]) => sheet).join() === "Số liệu,danvan", "sheets"),
    ...unless(look.sheets[1]?.[1] !== "visible", "the carrying sheet is seen"),
    ...unless(look.protected, "not protected"),
    ...unless(Object.keys(look.notes).length === 8, "notes"),
    ...unless(look.formulas.length === 0, "formulas"),
    ...unless(look.frozen === undefined || look.frozen === "C7", "frozen panes"),
    ...unless(look.choices === undefined || look.choices === 17, "choices"),
  ])
  const { input, issues } = await check(filled)
  const { values, nil, revision, reason } = input ?? {}
  tell("filled in and saved, it validates, with what was filled in", name, [
    ...unless(isDeepStrictEqual({ values, nil, revision, reason }, expected), "other values"),
    ...issues.map(({ code }) => code),
  ])

  const found = await check(wrong)
  const marked = await mark(bytesOf(wrong), marksOf(found.issues))
  const returned = join(folder, `${by}-returned.xlsx`)
  writeFileSync(returned, marked.bytes)
  const [shown] = ask([
    { by, do: "look", from: returned },
    { by, do: "fill", from: returned, to: mended, values: { "convention.recognised": 10 } },
  ]) as [Look]
  const after = await check(mended)
  tell("filled in wrongly, it comes back with the cell marked; mended there, it validates", name, [
    ...unless(found.issues.map(({ code }) => code).join() === "value.share-exceeds", "issues"),
    ...unless(shown.filled.length === 1, "fills"),
    ...unless(
      Object.values(shown.notes).some((text) => text.includes("15/12")),
      "notes",
    ),
    ...unless(isDeepStrictEqual(after.input?.["values"], expected.values), "other values"),
    ...after.issues.map(({ code }) => code),
  ])
}

// Fixtures of the tests: the same workbook, with a chart, drop-downs, a conditional format and a note, by two programs.
const marks: ReadonlyArray<Marking.Mark> = [
  { sheet: "Biểu 1", cell: "D5", text: "Ô này là một ngày.\n→ Định dạng cột là văn bản rồi gõ lại." },
  { sheet: "Biểu 1", cell: "B4", text: "Không có chỉ tiêu này." },
  { sheet: "Biểu 1", cell: "D10", text: `Giải thích dài: ${"từng chữ một. ".repeat(80)}` },
  { sheet: "Biểu 1", cell: "H30", text: "Thiếu số." },
  { sheet: "Danh mục", cell: "A2", text: "Trang ẩn." },
]
const filledThere = ["Biểu 1!A1", "Biểu 1!B4", "Biểu 1!D10", "Biểu 1!D5", "Biểu 1!H30", "Danh mục!A2"]

const markedBy = async (by: By, name: string, fixture: string): Promise<void> => {
  const sent = bytesOf(join(root, "packages/intake/test/xlsx/fixtures", fixture))
  const file = join(folder, `marked-${by}-${fixture}`)
  writeFileSync(file, (await mark(sent, marks)).bytes)
  const [look] = ask([{ by, do: "look", from: file }]) as [Look]
  const all = marks.every(({ sheet, cell, text }) =>
    look.notes[`${sheet}!${cell}`]?.replaceAll("\r", "").includes(text),
  )
  tell(`${fixture} marked: fills and notes are shown`, name, [
    ...unless(isDeepStrictEqual(look.filled.toSorted(), filledThere), `fills: ${look.filled.join(", ")}`),
    ...unless(all, "notes"),
    ...unless(look.notes["Biểu 1!B4"]?.startsWith("Đã đối chiếu với sổ") === true, "the sender's own note"),
    ...unless(look.charts === undefined || look.charts === 1, "the chart"),
  ])
}

// Byte for byte as another program unpacks it.
const untouched = async (fixture: string): Promise<void> => {
  const sent = bytesOf(join(root, "packages/intake/test/xlsx/fixtures", fixture))
  compared(fixture, sent, (await mark(sent, marks)).bytes)
}
const compared = (fixture: string, sent: Uint8Array, returned: Uint8Array): void => {
  const [from, to] = [join(folder, "sent.zip"), join(folder, "returned.zip")]
  writeFileSync(from, sent)
  writeFileSync(to, returned)
  const program =
    "import sys,zipfile,json\na,b=[zipfile.ZipFile(f) for f in sys.argv[1:]]\nassert b.testzip() is None\nprint(json.dumps([[n,a.read(n)==b.read(n)] for n in a.namelist()]))"
  const { status, stdout, stderr } = spawnSync(python, ["-c", program, from, to], { encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
  const parts = JSON.parse(stdout) as ReadonlyArray<readonly [string, boolean]>
  const changed = parts.filter(([, same]) => !same).map(([part]) => part)
  const may =
    /^(\[Content_Types\]\.xml|xl\/styles\.xml|xl\/worksheets\/sheet[12]\.xml|xl\/(comments\/)?comments?1\.xml|xl\/drawings\/.*\.vml)$/
  tell(
    `${fixture} marked: ${parts.length - changed.length} of ${parts.length} parts byte for byte as sent`,
    "Python's zipfile",
    [...changed.filter((part) => !may.test(part)), ...unless(changed.length < parts.length / 2, "too many")],
  )
}

const dangerous = ["=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx"]
const textsBy = (by: By, name: string): void => {
  const file = join(folder, "texts.xlsx")
  const cells = dangerous.map((value, i) => ({ column: i + 1, value }))
  const sheet: Book.BookSheet = { name: "a", state: "visible", widths: [], rows: [{ row: 1, cells }] }
  writeFileSync(file, Book.toBytes({ sheets: [sheet], author: "danvan" }))
  const [look] = ask([{ by, do: "look", from: file }]) as [Look]
  tell("texts that begin with = + - @ TAB CR are no formulas", name, [
    ...look.formulas,
    ...unless(look.quoted === undefined || look.quoted.length === dangerous.length, "not quoted"),
  ])
}

// The workbooks of the example of a pipeline, marked by the command.
const pipeline = join(root, "examples/pipeline")
const mends: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  "32-de-men.xlsx": { "Biểu 1!E2": "5/6" },
  "33-thi-tran-sao-mai.xlsx": { "Biểu 1!B2": 5 },
  "34-ong-mat.xlsx": { "Biểu 1!G2": 3 },
}
const returnedFolder = join(folder, "returned")
interface Finding {
  readonly source?: { readonly file: string; readonly sheet?: string; readonly cell?: string }
  readonly severity: string
  readonly message: { readonly vi: string }
}
const given = ["--org", "organisations.json", "--catalogue", "catalogue.json", "--period", "2024-H1"]
const danvan = (...args: ReadonlyArray<string>): ReadonlyArray<Finding> => {
  const main = join(root, "packages/cli/src/main.ts")
  const line = ["--conditions=@danvan/source", main, "validate", ...args, ...given, "--format", "json"]
  const { stdout } = spawnSync(process.execPath, line, { cwd: pipeline, encoding: "utf8", maxBuffer: 1e8 })
  return (JSON.parse(stdout) as { readonly issues: ReadonlyArray<Finding> }).issues
}
const sentBooks = readdirSync(join(pipeline, "submissions")).filter((name) => /\.xls[xm]$/.test(name))
const told = danvan(...sentBooks.map((name) => `submissions/${name}`), "--marked", returnedFolder)
const markedBooks = sentBooks.filter((name) => existsSync(join(returnedFolder, name)))

const pipelineBy = (by: By, name: string): void => {
  for (const file of markedBooks) {
    const [look] = ask([{ by, do: "look", from: join(returnedFolder, file) }]) as [Look]
    const own = told.filter(({ source }) => source?.file === `submissions/${file}`)
    const where = ({ source }: Finding): string => `${source?.sheet ?? "Biểu 1"}!${source?.cell ?? "A1"}`
    tell(`pipeline: ${file} marked: each finding is filled and told at its cell`, name, [
      ...unless(own.length > 0, "nothing found"),
      ...unless(isDeepStrictEqual(look.filled.toSorted(), [...new Set(own.map(where))].toSorted()), "fills"),
      ...own.flatMap((one) =>
        unless(look.notes[where(one)]?.replaceAll("\r", "").includes(one.message.vi) === true, one.message.vi),
      ),
    ])
    const cells = mends[file]
    if (cells === undefined) continue
    const mended = join(folder, `${by}-${file}`)
    ask([{ by, do: "set", from: join(returnedFolder, file), to: mended, cells }])
    tell(`pipeline: ${file} mended as told in the marked file: it passes`, name, [
      ...danvan(mended).flatMap(({ severity, source, message }) =>
        severity === "error" && source !== undefined ? [message.vi] : [],
      ),
    ])
  }
}

// The tables of the example's report, with the values that this side reads in them.
const document = report(registers, batch, example("report.json"))
const tablesFile = join(folder, "report.xlsx")
writeFileSync(tablesFile, (await xlsx().render(document)).bytes)
const { tables } = await Reader.read(bytesOf(tablesFile))
const here = Object.fromEntries(
  tables.flatMap(({ name, rows: all }) =>
    [...all].flatMap(({ cells }) =>
      cells.map((cell) => [
        `${name ?? ""}!${Place.address(cell)}`,
        cell.kind === "number" ? Number(cell.raw) : cell.raw,
      ]),
    ),
  ),
)
// What a figure says that rests on a part of what was owed.
const partly = new Set(
  Object.values(document.figures).flatMap(({ label, coverage }) =>
    coverage && coverage.unitsComplete < coverage.unitsOwing ? [`${label}\n${coverage.text}`] : [],
  ),
)
const tablesBy = (by: By, name: string): void => {
  const [look, there] = ask([
    { by, do: "look", from: tablesFile },
    { by, do: "cells", from: tablesFile },
  ]) as [Look, Readonly<Record<string, string | number>>]
  const other = Object.keys({ ...here, ...there }).filter((at) => here[at] !== there[at])
  const numbers = Object.values(here).filter((value) => typeof value === "number").length
  tell(
    `tables of a report: ${Object.keys(here).length} cells, ${numbers} of them numbers, are what was written`,
    name,
    [
      ...unless(isDeepStrictEqual(look.sheets.map(([sheet]) => sheet), tables.map((one) => one.name)), "sheets"), // prettier-ignore
      ...unless(look.formulas.length === 0, "formulas"),
      ...unless(isDeepStrictEqual(new Set(Object.values(look.notes).map((text) => text.replaceAll("\r", ""))), partly), "notes"), // prettier-ignore
      ...other.slice(0, 3).map((at) => `${at}: ${String(there[at])} for ${String(here[at])}`),
    ],
  )
}
const tablesAsText = async (): Promise<void> => {
  const program =
    "import sys,csv,json\nprint(json.dumps([list(csv.reader(open(f,encoding='utf-8-sig',newline=''),delimiter=';',strict=True)) for f in sys.argv[1:]]))"
  const listed = tablesOf(document)
  const files = listed.map(({ id }) => join(folder, `${id}.csv`))
  for (const [i, { id }] of listed.entries()) writeFileSync(files[i] ?? "", (await csv(id).render(document)).bytes)
  const { status, stdout, stderr } = spawnSync(python, ["-c", program, ...files], { encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
  const read = JSON.parse(stdout) as ReadonlyArray<ReadonlyArray<ReadonlyArray<string>>>
  tell(`tables of a report as CSV: ${read.length} files of records of one length`, "Python's csv", [
    ...read.flatMap((all, i) =>
      unless(new Set(all.map((record) => record.length)).size === 1, `ragged: ${listed[i]?.id ?? ""}`),
    ),
    ...read.flat(2).filter((field) => /^[=+@\t\r]|^-./.test(field)),
  ])
}

const absent: Array<string> = []
try {
  for (const [by, name] of programs) {
    if (versions[name] === undefined) {
      absent.push(name)
      continue
    }
    await formBy(by, name)
    for (const fixture of ["openpyxl.xlsx", "libreoffice.xlsx"]) await markedBy(by, name, fixture)
    textsBy(by, name)
    pipelineBy(by, name)
    tablesBy(by, name)
  }
  if (absent.length < programs.length) {
    for (const fixture of ["openpyxl.xlsx", "libreoffice.xlsx"]) await untouched(fixture)
    for (const file of markedBooks)
      compared(`pipeline: ${file}`, bytesOf(join(pipeline, "submissions", file)), bytesOf(join(returnedFolder, file)))
    await tablesAsText()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const name of absent)
  rows.push(["not run: the program is not there", name, process.env["CI"] ? "**absent**" : "–"])
const outcome: Outcome = {
  versions: Object.entries(versions),
  rows,
  passed: !rows.some(([, , said]) => said.startsWith("**")),
}
console.log(JSON.stringify(outcome))
