// The examples in doc comments, run as they stand, and that there is one for every public function. In
// `expression // result` the result is JavaScript, compared deeply; `// succeeds with result` and `// fails with result`
// tell what a Result holds (the result may be left out); other lines only have to run.
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import * as core from "@danvan/core"
import { arbitrary, country, laws } from "@danvan/core/testing"
import * as document from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "..")
const packages = [
  "document",
  "core",
  "registers",
  "workbook",
  "intake",
  "findings",
  "render-json",
  "render-html",
  "render-pdf",
  "render-docx",
  "render-tables",
]
const files = packages.flatMap((name) => {
  const folder = join(root, "packages", name, "src")
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
})

const xlsx = new Uint8Array(readFileSync(join(root, "packages/intake/test/xlsx/fixtures/openpyxl.xlsx")))
const period = (text: string) => Result.getOrThrow(core.Period.fromText(text, "civil"))
const { registers } = country
const { indicators, dimensions } = core.Registers.index(registers)
const [indicator] = registers.catalogue.indicators
const input = country.submission()
const batch = core.validate(registers, [input], { expected: "senders" })
const facts = core.Facts.fromValidated(batch)
const scope = { subject: "mai-district-2000", period: period("2022-H1") }
const aggregate = core.Aggregate.fromFacts(registers, facts, scope)
const decoded = core.Submission.decode(input, 1)

/** What an example may name beside its own module: the packages, and things of the invented country. */
const fixtures: Readonly<Record<string, unknown>> = {
  ...core,
  ...document,
  arbitrary,
  country,
  laws,
  docx,
  xlsx,
  html,
  json,
  pdf,
  Effect,
  Result,
  fc,
  it: () => {},
  test: () => {},
  document: sample,
  sample,
  organisations: country.organisations,
  organisationsJson: country.organisations,
  catalogueJson: country.catalogue,
  registers,
  catalogue: registers.catalogue,
  units: registers.organisations.units,
  hierarchy: registers.organisations.edges,
  successions: registers.organisations.successions,
  unit: registers.organisations.units.find(({ id }) => id === "an-ward-2000"),
  office: registers.organisations.units.find(({ id }) => id === "mai-district-danvan"),
  citation: registers.catalogue.citations[0],
  rule: registers.catalogue.rules[0],
  obligation: registers.catalogue.obligations[0],
  indicator,
  submissions: [input],
  candidate: {
    decoded,
    submission: decoded.submission,
    period: period("2022-H1"),
    plan: core.Plan.plans(registers)("2022-H1"),
    key: "an-ward-2000|2022-H1@civil|own",
  },
  reading: {
    indicator: indicators.get("model.registered"),
    dimensions,
    place: () => ({ pointer: "/values/model.registered" }),
    flags: [],
  },
  batch,
  facts,
  fact: facts.facts[0],
  scope,
  question: { subject: "mai-district-2000", series: { indicator: "meeting.events" }, period: period("2022-H1") },
  aggregate,
  cell: core.Aggregate.get(aggregate, { indicator: "meeting.events" }),
  request: {
    schema: "danvan/report@0",
    subject: "mai-district-2000",
    period: "2022-H1",
    outline: "district-half-year",
    issuer: "mai-district-danvan",
    form: "auto",
    kind: "BC",
    number: null,
    signedOn: null,
    place: "Mai",
    signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
    recipients: ["Lưu Ban"],
    narratives: {},
  },
  H1: period("2022-H1"),
  H2: period("2022-H2"),
  Q1: period("2022-Q1"),
  Q2: period("2022-Q2"),
}

interface Example {
  readonly file: string
  readonly line: number
  readonly code: ReadonlyArray<string>
}

const examples: ReadonlyArray<Example> = files.flatMap((file) => {
  const source = readFileSync(file, "utf8")
  return [...source.matchAll(/@example\n((?:\s*\*(?!\/).*\n)+)/g)].map((match) => ({
    file,
    line: source.slice(0, match.index).split("\n").length + 1,
    code: (match[1] ?? "")
      .split("\n")
      .map((line) => line.replace(/^\s*\* ?/, ""))
      // What would be imported is in scope.
      .filter((line) => line.trim() !== "" && !line.startsWith("import ")),
  }))
})

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: ReadonlyArray<string>
) => (...values: ReadonlyArray<unknown>) => Promise<unknown>

// In a block of its own, so that an example may give a name of its own to something in scope.
const evaluate = (code: string, names: Readonly<Record<string, unknown>>): Promise<unknown> =>
  new AsyncFunction(...Object.keys(names), `{ ${code}\n }`)(...Object.values(names))

/** What a Result holds, and what the example says it does, if it says so. */
const told = (outcome: string, value: unknown, content: string | undefined): readonly [unknown, string | undefined] => {
  const result = value as Result.Result<unknown, unknown>
  expect(Result.isSuccess(result) ? "succeeds" : "fails").toBe(outcome)
  return [Result.isSuccess(result) ? result.success : result.failure, content]
}

describe("examples in doc comments", () => {
  it("are there", () => {
    expect(examples.length).toBeGreaterThan(100)
  })

  it.each(examples.map((one) => [`${relative(root, one.file)}:${one.line}`, one] as const))(
    "%s",
    async (_, { file, code }) => {
      const own: Record<string, unknown> = await import(file)
      const names: Record<string, unknown> = { ...fixtures, ...own }
      let setUp = ""
      for (const line of code) {
        const [, expression = line, result] = /^(.*?)\s+\/\/ (.+)$/.exec(line) ?? []
        if (result === undefined) {
          setUp += `${line}\n`
          continue
        }
        const value = await evaluate(`${setUp}return (${expression})`, names)
        const [, outcome, content] = /^(succeeds|fails)(?: with (.+)|: .*)?$/.exec(result) ?? []
        const sides = outcome === undefined ? [value, result] : told(outcome, value, content)
        if (sides[1] !== undefined) expect(sides[0]).toEqual(await evaluate(`${setUp}return (${sides[1]})`, names))
      }
      if (setUp !== "") await evaluate(setUp, names)
    },
  )
})

interface Declaration {
  readonly file: string
  readonly name: string
  readonly comment: string | undefined
}

/** What a file exports, `names` alone when they are given, and what it passes on from others. */
const declarations = (file: string, names?: ReadonlySet<string>): ReadonlyArray<Declaration> => {
  const source = readFileSync(file, "utf8")
  const target = (path = ""): string => join(dirname(file), path)
  const own = new Map(
    [
      ...source.matchAll(
        /(?:(\/\*\*(?:(?!\*\/)[^])*\*\/)\n)?^export (?:declare |abstract |async )*(?:const|class|interface|type|function\*?|enum) (\w+)/gm,
      ),
    ].map(([, comment, name = ""]) => [name, comment]),
  )
  return [
    ...[...(names ?? own.keys())].map((name) => ({ file, name, comment: own.get(name) })),
    ...[...source.matchAll(/^export (?:type )?\*(?: as \w+)? from "(\..+?)"/gm)].flatMap(([, path]) =>
      declarations(target(path)),
    ),
    ...[...source.matchAll(/^export (?:type )?\{([^}]*)\} from "(\..+?)"/gm)].flatMap(([, list = "", path]) =>
      declarations(target(path), new Set(list.match(/\w+(?=\s*(?:,|$))/g))),
    ),
  ]
}

/** All that the packages offer, by the entries of their `package.json`. */
const offered: ReadonlyArray<Declaration> = packages.flatMap((name) => {
  const { exports: entries } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, { readonly "@danvan/source"?: string }>>
  }
  return Object.values(entries).flatMap(({ "@danvan/source": source }) =>
    source === undefined ? [] : declarations(join(root, "packages", name, source)),
  )
})

// Schemas and classes are functions, but not to be called.
const isFunction = (value: unknown): boolean =>
  typeof value === "function" && !Schema.isSchema(value) && !/^class\b/.test(String(value))

describe("public exports", () => {
  it("every exported function has a doc comment with an example, every other export a doc comment", async () => {
    expect(offered.length).toBeGreaterThan(250)
    const wanting = new Set<string>()
    for (const { file, name, comment } of offered) {
      const { [name]: value }: Record<string, unknown> = await import(file)
      const where = `${relative(root, file)} ${name}`
      if (comment === undefined) wanting.add(`${where}: no doc comment`)
      else if (isFunction(value) && !comment.includes("@example\n")) wanting.add(`${where}: no example`)
    }
    expect([...wanting]).toEqual([])
  })
})
