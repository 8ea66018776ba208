// docs/formats.md names every key, kind and code that there is, and none besides; the glossary and the architecture
// name every module.
import { readdir } from "node:fs/promises"
import {
  Aggregator,
  Calendar,
  Catalogue,
  Citation,
  Edition,
  Entry,
  Facts,
  Form,
  Hierarchy,
  Indicator,
  Issue,
  Mapping,
  Measure,
  Obligation,
  OrgUnit,
  Outline,
  Overlap,
  Reading,
  Registers,
  Report,
  Rule,
  Submission,
  Succession,
  UnitTable,
  validate,
  Value,
} from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type Block, inlinesOf } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { fences, section } from "./markdown.ts"
import { root, text } from "./run.ts"

const page = await text("docs/formats.md")

/** The first cells of a section's tables, without those of its subsections; a `?` behind them stays. */
const rows = (heading: string, part = section(page, heading)): ReadonlyArray<string> => {
  const own = part.split("\n").slice(1).join("\n").split(/^#+ /m)[0] ?? ""
  return [...own.matchAll(/^\| `([^`]+)`(\?)? +\|/gm)].map(([, key, optional]) => `${key}${optional ?? ""}`)
}

const names = (all: ReadonlyArray<string>): ReadonlyArray<string> => all.map((key) => key.replace("?", "")).toSorted()

/** The keys of a schema, `?` behind those that may be absent. */
const keys = (schema: { readonly fields: object }): ReadonlyArray<string> =>
  Object.entries(schema.fields)
    .map(([key, field]) => (field.ast?.context?.isOptional === true ? `${key}?` : key))
    .toSorted()

describe("docs/formats.md", () => {
  it.each([
    ["Submission", Submission.schema],
    ["Organisations", Registers.organisations],
    ["Units", OrgUnit.schema],
    ["Edges", Hierarchy.edge],
    ["Successions", Succession.schema],
    ["Catalogue", Catalogue.schema],
    ["Measures", Measure.schema],
    ["Dimensions", Catalogue.dimension],
    ["Indicators", Indicator.schema],
    ["Rules", Rule.schema],
    ["Citations", Citation.schema],
    ["Obligations", Obligation.schema],
    ["Overlaps", Overlap.schema],
    ["Edition", Edition.schema],
    ["Columns", Mapping.schema],
    ["Unit columns", UnitTable.schema],
    ["Outlines", Outline.schema],
    ["Outline entries", Outline.entry],
    ["Outline sections", Outline.section],
    ["Outline appendices", Outline.appendix],
    ["Report request", Report.schema],
  ] as const)("has every key of %s", (heading, schema) => {
    expect([...rows(heading)].toSorted()).toEqual(keys(schema))
  })

  it.each([
    ["models", Entry.model],
    ["dialogues", Entry.dialogue],
    ["events", Entry.event],
    ["persons", Entry.person],
    ["tasks", Entry.task],
  ] as const)("has every key of entries: %s", (entry, schema) => {
    const row =
      section(page, "Entries")
        .split("\n")
        .find((line) => line.startsWith(`| ${entry} `)) ?? ""
    for (const key of keys(schema)) expect(row).toContain(key.endsWith("?") ? `\`${key.slice(0, -1)}\`?` : `\`${key}\``)
  })

  it("has every kind of indicator, reason, status, flag and calendar", () => {
    const values = section(page, "Values")
    for (const kind of Aggregator.kinds) expect(values).toContain(`\`${kind}\``)
    for (const reason of [...Value.missingReasons, ...Value.inapplicableReasons])
      expect(values).toContain(`\`${reason}\``)
    for (const status of Submission.statuses) expect(section(page, "Submission")).toContain(`\`${status}\``)
    for (const flag of Reading.flags) expect(section(page, "Facts")).toContain(`\`${flag}\``)
    expect(rows("Periods").filter((row) => !/^\d/.test(row))).toEqual(Calendar.standard.map(({ id }) => id))
  })

  it("has every form and outline that ships", () => {
    const request = section(page, "Report request")
    for (const { id } of Form.standard) expect(request).toContain(`\`${id}\``)
    expect(rows("Outlines that ship")).toEqual(Outline.standard.map(({ id }) => id))
    expect(rows("Parts")).toEqual(Outline.parts)
  })

  it("shows columns that can be used with the example", async () => {
    const read = async (file: string) => JSON.parse(await text(`examples/tay-ho-2022/${file}`))
    const registers = Result.getOrThrow(Registers.make(await read("organisations.json"), await read("catalogue.json")))
    const [shown] = fences(section(page, "Columns"))
    const mapping = Result.getOrThrow(Mapping.make(registers, JSON.parse(shown?.code ?? "")))
    expect([...mapping.headings.values()].filter(({ kind }) => kind === "series")).toHaveLength(3)
  })

  it("has every filter of bound prose", async () => {
    const read = async (file: string) => JSON.parse(await text(`examples/tay-ho-2022/${file}`))
    const registers = Result.getOrThrow(Registers.make(await read("organisations.json"), await read("catalogue.json")))
    const batch = validate(registers, [])
    const facts = Facts.fromValidated(batch)
    const request = await read("report.json")
    request.narratives = { movement: "{dialogue.events|x} {period|x}" }
    const report = Result.getOrThrow(Report.make(registers, batch, facts, request))
    const { issues } = Report.toDocument(registers, facts, report)
    const allowed = issues.map(({ params }) => params["allowed"] as ReadonlyArray<string>)
    expect(allowed).toHaveLength(2)
    for (const filter of allowed.flat()) expect(section(page, "Bound prose")).toContain(`\\|${filter}}\``)
  })

  it("has every key of facts", () => {
    const facts = Facts.fromValidated(validate(country.registers, [country.submission()]))
    const part = section(page, "Facts")
    const every = [...facts.facts.flatMap((fact) => Object.keys(fact)), "schema", "manifest", ...Object.keys(facts)]
    expect(names(rows("Facts"))).toEqual([...new Set(every)].toSorted())
    for (const fact of facts.facts) for (const key of Object.keys(fact.source)) expect(part).toContain(`\`${key}\``)
    for (const origin of facts.origins) for (const key of Object.keys(origin)) expect(part).toContain(`\`${key}\``)
  })

  it("has every key of documents, every block and every inline", () => {
    const part = section(page, "Document")
    const blocks = sample.blocks.flatMap((block): ReadonlyArray<Block> =>
      block.kind === "appendix" ? [block, ...block.blocks] : [block],
    )
    const inlines = [...inlinesOf(sample)].map(([, inline]) => inline)
    const kinds = [...blocks, ...inlines].map(({ kind }) => kind)
    expect([...new Set(rows("Document"))].toSorted()).toEqual(
      [...new Set([...Object.keys(sample), ...kinds])].toSorted(),
    )
    for (const one of [...blocks, ...inlines]) {
      const lines = part.split("\n").filter((line) => line.startsWith(`| \`${one.kind}\` `))
      for (const key of Object.keys(one)) {
        if (key !== "kind") expect(lines.join("\n"), one.kind).toContain(`\`${key}\``)
      }
    }
    for (const figure of Object.values(sample.figures)) {
      for (const key of [...Object.keys(figure), ...Object.keys(figure.coverage ?? {})])
        expect(part).toContain(`\`${key}\``)
    }
  })

  it("has every issue code with its severity, in the order of the code", () => {
    const listed = [...section(page, "Issue codes").matchAll(/^\| `([a-z.-]+)` +\| (\w+) /gm)]
    expect(listed.map(([, code, severity]) => [code, severity])).toEqual(Object.entries(Issue.severities))
  })
})

describe("docs/glossary.md", () => {
  it("has every module that core exports", async () => {
    const glossary = await text("docs/glossary.md")
    const index = await text("packages/core/src/index.ts")
    for (const [, module] of index.matchAll(/^export \* as (\w+)/gm)) expect(glossary).toContain(`\`${module}\``)
  })
})

describe("docs/architecture.md", () => {
  it("names every module of core, room by room, in the order of the arrow table", async () => {
    const house = await text("docs/architecture.md")
    const arrows = await text("test/architecture.test.ts")
    for (const room of ["vocabulary", "registers", "stages"]) {
      const part = house.split(`### \`${room}/\``)[1]?.split("\n### ")[0] ?? ""
      const listed = [...part.matchAll(/^\| `(\w+)` /gm)].map(([, module]) => module)
      const files = [...arrows.matchAll(new RegExp(`^ +"${room}/(\\w+)",$`, "gm"))].map(([, module]) => module)
      expect(files.length).toBeGreaterThan(5)
      expect(listed).toEqual(files)
    }
  })

  it("names every file of the translator", async () => {
    const house = await text("docs/architecture.md")
    const translator = house.split("\n").find((line) => line.startsWith("`stages/report/`"))
    for (const file of await readdir(`${root}packages/core/src/stages/report`)) {
      expect(translator).toContain(`\`${file.replace(".ts", "")}\``)
    }
  })
})
