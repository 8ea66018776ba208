// The arrow table. Read it aloud and you have described the house: what stands further down may use what stands above,
// never the other way round.
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "..")

/** The rooms of core in their order. A folder stands for all of it. */
const rooms = [
  "vocabulary/Issue",
  "vocabulary/Json",
  "vocabulary/Measure",
  "vocabulary/Spelling",
  "vocabulary/Alike",
  "vocabulary/Decimal",
  "vocabulary/Token",
  "vocabulary/UnitWord",
  "vocabulary/QualifierWord",
  "vocabulary/Numeral",
  "vocabulary/Quantity",
  "vocabulary/Designation",
  "vocabulary/FigureContext",
  "vocabulary/FigureText",
  "vocabulary/Value",
  "vocabulary/PlainDate",
  "vocabulary/Holiday",
  "vocabulary/WorkingDay",
  "vocabulary/Calendar",
  "vocabulary/Period",
  "vocabulary/Expression",
  "vocabulary/Aggregator",
  "vocabulary/Prose",
  "vocabulary/Fingerprint",
  "vocabulary/Shape",
  "registers/Dated",
  "registers/Reference",
  "registers/Citation",
  "registers/OrgUnit",
  "registers/Hierarchy",
  "registers/Places",
  "registers/Succession",
  "registers/Lineage",
  "registers/Continuity",
  "registers/Entry",
  "registers/Indicator",
  "registers/Rule",
  "registers/RuleSet",
  "registers/Obligation",
  "registers/Overlap",
  "registers/Catalogue",
  "registers/Edition",
  "registers/standard/",
  "registers/Form",
  "registers/Outline",
  "registers/Registers",
  "registers/Mapping",
  "registers/UnitTable",
  "stages/Sent",
  "stages/Submission",
  "stages/Reading",
  "stages/Claims",
  "stages/Breakdown",
  "stages/ValueForm",
  "stages/Statement",
  "stages/Plan",
  "stages/Revision",
  "stages/Admission",
  "stages/Answers",
  "stages/Consistency",
  "stages/Entries",
  "stages/Batch",
  "stages/Validated",
  "stages/Gathering",
  "stages/Facts",
  "stages/Mark",
  "stages/FactColumns",
  "stages/Duties",
  "stages/Ground",
  "stages/AggregationPlan",
  "stages/Coverage",
  "stages/Explanation",
  "stages/OverTime",
  "stages/Standing",
  "stages/Aggregate",
  "stages/Sums",
  "stages/kernel/",
  "stages/Kernel",
  "stages/Total",
  "stages/Comparison",
  "stages/Baseline",
  "stages/Protection",
  "stages/Publication",
  "stages/Impact",
  "wording/",
  "stages/report/",
  "stages/Report",
  "verbs",
  "toText",
  "Renderer",
  "schemas/",
  "Schemas",
  "index",
  "testing/",
] as const

/** What each package may import, beside its own files. */
const packages: Readonly<Record<string, ReadonlyArray<RegExp>>> = {
  document: [],
  core: [/^@danvan\/document$/, /^effect\/\w+$/, /^date-fns\/\w+$/, /^@date-fns\/utc$/, /^@noble\/hashes\//],
  registers: [/^@danvan\/core$/],
  findings: [/^@danvan\/core$/],
  workbook: [/^fflate$/],
  intake: [/^@danvan\/core(\/testing)?$/, /^@danvan\/workbook\/\w+$/, /^effect\/\w+$/, /^numfmt$/],
  "render-json": [/^@danvan\/document$/],
  "render-html": [/^@danvan\/document$/],
  "render-tables": [/^@danvan\/document$/, /^@danvan\/workbook\/\w+$/],
  "render-docx": [/^@danvan\/document$/, /^docx(\/(charts|shapes))?$/, /^fflate$/],
  cli: [
    /^@danvan\/(core|document|findings|intake|registers|render-docx|render-html|render-json|render-pdf|render-tables)$/,
    /^effect\/\w+$/,
    /^node:/,
  ],
  "render-pdf": [/^@danvan\/document$/, /^pdfmake(\/|$)/, /^@expo-google-fonts\/tinos(\/|$)/, /^node:/],
}

const filesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .sort()

const source = (file: string): string => readFileSync(file, "utf8")
const imports = (file: string): ReadonlyArray<{ readonly from: string; readonly type: boolean }> =>
  [
    ...source(file)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .matchAll(/^(?:import|export)\s+(type\s)?[^"]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm),
  ].map((match) => ({
    from: match[2] ?? match[3] ?? "",
    type: match[1] !== undefined,
  }))

const core = join(root, "packages/core/src")
const room = (file: string): number => {
  const name = relative(core, file).replace(/\.ts$/, "").replaceAll("\\", "/")
  return rooms.findIndex((one) => (one.endsWith("/") ? name.startsWith(one) : name === one))
}

describe("architecture", () => {
  it("every file of core has its room, and every room a file", () => {
    const files = filesOf(core)
    expect(files.filter((file) => room(file) < 0).map((file) => relative(core, file))).toEqual([])
    expect(rooms.filter((_, i) => !files.some((file) => room(file) === i))).toEqual([])
  })

  it("arrows in core only point upward", () => {
    const wrong = filesOf(core).flatMap((file) =>
      imports(file)
        .filter(({ from }) => from.startsWith("."))
        .map(({ from, type }) => ({ target: resolve(dirname(file), from), type }))
        // A room may name the shape of one below it (a form's data its form, a translator its report), never use it.
        .filter(({ target, type }) => (type ? false : room(target) > room(file)))
        .map(({ target }) => `${relative(core, file)} → ${relative(core, target)}`),
    )
    expect(wrong).toEqual([])
  })

  it("types point downward in three places only: wording, the data of forms, and the translator", () => {
    const down = filesOf(core).flatMap((file) =>
      imports(file)
        .filter(({ from, type }) => from.startsWith(".") && type && room(resolve(dirname(file), from)) > room(file))
        .map(() => relative(core, file)),
    )
    expect(down.filter((file) => !/^(registers\/standard|stages\/report|wording)\//.test(file))).toEqual([])
  })

  it("the rooms of intake know only those above them", () => {
    const intake = join(root, "packages/intake/src")
    const order = [
      "Table",
      "Limits",
      "File",
      "text/",
      "zip/",
      "xml/",
      "xlsx/",
      "table/",
      "Workbook",
      "Tables",
      "Intake",
      "Checked",
      "units/",
      "UnitList",
    ]
    const rankOf = (file: string): number =>
      order.findIndex((one) =>
        one.endsWith("/") ? relative(intake, file).startsWith(one) : relative(intake, file) === `${one}.ts`,
      )
    const wrong = filesOf(intake)
      .filter((file) => rankOf(file) >= 0)
      .flatMap((file) =>
        imports(file)
          .filter(
            ({ from, type }) => from.startsWith(".") && !type && rankOf(resolve(dirname(file), from)) > rankOf(file),
          )
          .map(({ from }) => `${relative(intake, file)} → ${from}`),
      )
    expect(wrong).toEqual([])
  })

  it.each(Object.entries(packages))("%s imports what it may, and nothing else", (name, allowed) => {
    const wrong = filesOf(join(root, "packages", name, "src")).flatMap((file) =>
      imports(file)
        .filter(({ from }) => !from.startsWith(".") && !allowed.some((one) => one.test(from)))
        .filter(({ from }) => !(from === "fast-check" && file.includes("/src/testing/")))
        .map(({ from }) => `${relative(root, file)} → ${from}`),
    )
    expect(wrong).toEqual([])
  })

  it("core, document and findings are pure: no clock, chance, locale, environment or output", () => {
    const impure =
      /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\.toLocale|\bIntl\.|\bprocess\.|\bglobalThis\b|\bconsole\.|\bfetch\(/
    const wrong = ["core", "document", "findings"]
      .flatMap((name) => filesOf(join(root, "packages", name, "src")))
      .filter((file) => !file.includes("/testing/"))
      .flatMap((file) =>
        source(file)
          .split("\n")
          .flatMap((line, i) =>
            impure.test(line.replace(/(^|\s)(\/\/|\*).*$/, "")) ? [`${relative(root, file)}:${i + 1}`] : [],
          ),
      )
    expect(wrong).toEqual([])
  })

  it("no room is a drawer: no utils, helpers, common, types, models, services, manager", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|types?|models?|services?|managers?|misc)\.ts$/i
    const all = Object.keys(packages).flatMap((name) => filesOf(join(root, "packages", name, "src")))
    expect(all.filter((file) => drawers.test(file))).toEqual([])
  })

  it("no room is a warehouse: a module of core stays under 350 lines of code, a renderer's file under 120", () => {
    const lines = (file: string): number =>
      source(file)
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length
    const large = Object.keys(packages).flatMap((name) => {
      const limit = name.startsWith("render-") ? 120 : 350
      return filesOf(join(root, "packages", name, "src"))
        .filter((file) => !/\/(testing|wording|standard)\//.test(file))
        .flatMap((file) => (lines(file) > limit ? [`${relative(root, file)}: ${lines(file)}`] : []))
    })
    expect(large).toEqual([])
  })
})
