import { readdirSync, readFileSync } from "node:fs"
import type { Document } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { json } from "@danvan/render-json"
import { standard } from "@danvan/registers"
import { type Aggregate, aggregate, Facts, Schemas, validate, ValueForm } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import * as fc from "fast-check"
import { describe, expect, expectTypeOf, it } from "vitest"

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
formats.default(ajv)
const compiled = new Map<Schemas.Name, ValidateFunction>()
const valid = (name: Schemas.Name, file: unknown): boolean => {
  const check = compiled.get(name) ?? ajv.compile(Schemas.json(name))
  compiled.set(name, check)
  return check(JSON.parse(JSON.stringify(file))) as boolean
}
const errors = (name: Schemas.Name): ReadonlyArray<string> =>
  (compiled.get(name)?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

const example = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../examples/tay-ho-2022/${file}`, import.meta.url), "utf8"))
const { registers } = country

describe("Schemas", () => {
  it("name themselves, and are complete", () => {
    for (const name of Schemas.names) {
      expect(Schemas.json(name)).toMatchObject({ $id: `urn:danvan:${name}@0`, title: `danvan/${name}@0` })
      expect(ajv.validateSchema(Schemas.json(name))).toBe(true)
    }
  })

  it("accept every file of the example", () => {
    const sent = readdirSync(new URL("../../../examples/tay-ho-2022/submissions/", import.meta.url))
    const files = [
      ...sent.map((file) => ["submission", `submissions/${file}`] as const),
      ["organisations", "organisations.json"] as const,
      ["catalogue", "catalogue.json"] as const,
      ["report", "report.json"] as const,
    ]
    for (const [name, file] of files) {
      expect([file, valid(name, example(file)), errors(name)]).toEqual([file, true, []])
    }
    expect(valid("catalogue", standard)).toBe(true)
    const columns = {
      schema: "danvan/columns@0",
      period: "2022-H1",
      headings: { Tổ: null, "Số buổi": "meeting.events" },
    }
    expect(valid("columns", columns)).toBe(true)
    expect(valid("columns", { ...columns, headings: { Tổ: { field: "team" } } })).toBe(false)
    expect(valid("organisations", country.organisations)).toBe(true)
  })

  it("accept what the stages make: facts, aggregates, documents", async () => {
    const { bytes } = await json().render(sample, { madeAt: "2022-07-27T00:00:00Z" })
    expect([valid("document", JSON.parse(new TextDecoder().decode(bytes))), errors("document")]).toEqual([true, []])
    fc.assert(
      fc.property(arbitrary.season, (inputs) => {
        const batch = validate(registers, inputs)
        const total = aggregate(registers, batch, { subject: "mai-district-2000", period: "2022-H1" })
        const facts = { schema: "danvan/facts@0", ...Facts.fromValidated(batch), manifest: total.manifest }
        expect([valid("facts", facts), errors("facts")]).toEqual([true, []])
        expect([valid("aggregate", { schema: "danvan/aggregate@0", ...total }), errors("aggregate")]).toEqual([
          true,
          [],
        ])
      }),
      { numRuns: 40 },
    )
  })

  it("say what the types say, no more and no less", () => {
    expectTypeOf<Omit<Schemas.File<"facts">, "schema" | "manifest">>().toEqualTypeOf<Facts.Facts>()
    expectTypeOf<Omit<Schemas.File<"aggregate">, "schema">>().toEqualTypeOf<Aggregate.Aggregate>()
    expectTypeOf<Schemas.File<"facts">["manifest"]>().toEqualTypeOf<Aggregate.Manifest>()
    type Own = Omit<Schemas.File<"document">, "attachments" | "madeAt" | "documentId">
    expectTypeOf<Own>().toEqualTypeOf<Omit<Document, "attachments">>()
  })

  it("accept a value that reading accepts, of whatever indicator, and refuse none of them", () => {
    const known = [...registers.catalogue.indicators]
    fc.assert(
      fc.property(
        fc
          .constantFrom(...known)
          .chain((indicator) => fc.tuple(fc.constant(indicator), arbitrary.raw(registers, indicator.id))),
        ([indicator, raw]) => {
          const { held } = validate(registers, [country.submission({ values: { [indicator.id]: raw } })], {
            expected: "senders",
          })
          const file = country.submission({ values: { [indicator.id]: raw } })
          if (held.length === 0) expect([raw, valid("submission", file), errors("submission")]).toEqual([raw, true, []])
        },
      ),
      { numRuns: 500 },
    )
  })

  it("refuse what is wrong by its shape alone", () => {
    const good = country.submission()
    const bad: ReadonlyArray<readonly [string, unknown]> = [
      ["no object", []],
      ["another schema", { ...good, schema: "danvan/submission@9" }],
      ["no subject", { ...good, subject: undefined }],
      ["revision 0", { ...good, revision: 0 }],
      ["an unknown key", { ...good, phường: "An" }],
      ["an unknown scope", { ...good, scope: "both" }],
      ["null", { ...good, values: { "meeting.events": null } }],
      ["a negative number", { ...good, values: { "meeting.events": -1 } }],
      ["a fraction", { ...good, values: { "meeting.events": 1.5 } }],
      ["a number beyond the safe ones", { ...good, values: { "meeting.events": 2 ** 53 } }],
      ["two qualifiers", { ...good, values: { "meeting.events": { about: 1, over: 1 } } }],
      ["a number beside its qualifier", { ...good, values: { "meeting.events": { n: 1, about: 1 } } }],
      ["half a share", { ...good, values: { "convention.recognised": { x: 1 } } }],
      ["a percentage with a comma", { ...good, values: { "matter.settled-rate": { percent: "48,7" } } }],
      ["an unknown reason", { ...good, values: { "meeting.events": { missing: "later" } } }],
      ["a model without a name", { ...good, entries: { models: [{ id: "m" }] } }],
    ]
    for (const [what, file] of bad) {
      expect([what, valid("submission", file)]).toEqual([what, false])
      expect([what, validate(registers, [JSON.parse(JSON.stringify(file))]).held.length > 0]).toEqual([what, true])
    }
  })

  it("are Standard Schemas too, in either language", () => {
    const vi = Schemas.standard("submission", "vi")["~standard"]
    expect([vi.version, vi.vendor]).toEqual([1, "danvan"])
    expect(vi.validate(country.submission())).toEqual({ value: country.submission() })
    expect(vi.validate({ ...country.submission(), "a/b": 1 })).toEqual({
      issues: [
        {
          message: "Không có khoá “a/b” trong lược đồ. Sửa tên khoá hoặc chuyển nội dung riêng vào “meta”.",
          path: ["a/b"],
        },
      ],
    })
  })
})

describe("ValueForm", () => {
  it("is what reading goes by: a number has its qualifier around it or none, never beside it", () => {
    const [issue] = validate(registers, [
      country.submission({ values: { "meeting.events": { n: 1, about: 1 } } }),
    ]).issues
    expect([issue?.code, issue?.pointer]).toEqual(["key.unknown", "/values/meeting.events/about"])
    expect(ValueForm.keys.quantity).not.toContain("about")
  })
})
