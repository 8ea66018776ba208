// What leaves with a document. Names, texts, ids and numbers are planted in what units send, and looked for in every byte
// of every output, at each level of `disclose`; that the search finds them is shown where they are to be found.
import { createRequire } from "node:module"
import { Facts, load, report, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import type { Document } from "@danvan/document"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import { csv, tablesOf, xlsx } from "@danvan/render-tables"
import { describe, expect, it } from "vitest"
import { run, testWith } from "../packages/render-pdf/test/poppler.ts"

const { unzipSync } = createRequire(new URL("../packages/workbook/package.json", import.meta.url))("fflate") as {
  readonly unzipSync: (bytes: Uint8Array) => Readonly<Record<string, Uint8Array>>
}

const wards = ["an", "binh", "cuc"].map((name) => `${name}-ward-2000`)
// Each its own word, with no accents and no hyphens, so that no way of writing hides it.
const names = {
  person: "Chimyenmot",
  office: "Chimyenhai",
  event: "Chimyenba",
  task: "Chimyenbon",
  narrative: "Chimyennam",
  explanation: "Chimyensau",
  meta: "Chimyenbay",
  sentAs: "chimyentam",
  unit: "Chimyenchin",
  chair: "Chimyenmuoi",
  owner: "Chimyenmuoimot",
} as const
const explained = { indicator: "meeting.events", text: `Do ${names.explanation} gộp lại` }
// No two of them come to one that is printed, in thousands or not.
const numbers = [48_611, 48_729, 48_853]

const registers = load(
  {
    ...country.organisations,
    units: country.organisations.units.map((unit) =>
      wards.includes(unit.id)
        ? { ...unit, names: unit.names.map((name) => ({ ...name, vi: `${name.vi} ${names.unit}` })) }
        : unit,
    ),
  },
  { ...country.catalogue, obligations: country.catalogue.obligations.filter(({ id }) => id === "ward-half") },
  {
    outlines: {
      schema: "danvan/outlines@0",
      sections: {
        results: { title: "Kết quả", parts: ["narrative", "tasks", "events", "indicators"] },
      },
      appendices: {
        known: { title: ["Cơ sở số liệu"], parts: ["coverage", "exceptions"] },
        lists: { title: ["Danh sách"], parts: ["models", "dialogues"] },
      },
      outlines: [
        {
          id: "closed",
          label: { vi: "Không theo đơn vị", en: "No unit by unit" },
          subject: ["kết quả {period}"],
          sections: ["results"],
          appendices: ["known"],
        },
        {
          id: "listed",
          label: { vi: "Có danh sách", en: "With lists" },
          subject: ["kết quả {period}"],
          sections: ["results"],
          appendices: ["lists"],
        },
      ],
    },
  },
)
const sent = wards.map((subject, i) =>
  country.submission({
    id: `${names.sentAs}-${subject}`,
    subject,
    values: {
      "meeting.events": i === 0 ? { n: numbers[i], estimated: true } : numbers[i],
      "meeting.turns": 90_000,
      "model.registered": { n: 2 * i + 1, by: { field: { economy: i + 1, culture: i } } },
      "convention.recognised": { x: 3, y: 4 },
      "member.count": 100,
    },
    entries: {
      events: [
        {
          id: "e",
          name: `Hội nghị ${names.event}`,
          date: "2022-05-18",
          persons: [{ name: names.person, offices: [{ title: names.office }], part: "chair" }],
        },
      ],
      models: [{ id: "m", name: "Tổ tự quản", owner: names.owner }],
      dialogues: [{ id: "d", date: "2022-05-19", chair: names.chair, topic: "Vệ sinh" }],
      tasks: [{ id: "t", from: { person: names.person, office: names.office }, to: [], text: names.task }],
    },
    narratives: { situation: names.narrative },
    explanations: [explained],
    meta: { author: names.meta },
  }),
)
const batch = validate(registers, sent, { expected: "senders" })

const requestOf = (changes: Readonly<Record<string, unknown>>) => ({
  schema: "danvan/report@0",
  subject: "mai-district-2000",
  period: "2022-H1",
  outline: "closed",
  issuer: "mai-district-danvan",
  form: "auto",
  kind: "BC",
  draft: true,
  number: null,
  signedOn: null,
  place: "Mai",
  signature: { authority: null, head: "TRƯỞNG BAN", office: null, name: null },
  recipients: [],
  compare: ["same-period-last-year", "peers"],
  narratives: { results: "Họp {meeting.events}, {meeting.events|change}; {convention.recognised|peers}." },
  ...changes,
})
const documentOf = (changes: Readonly<Record<string, unknown>>): Document =>
  report(registers, batch, requestOf(changes))

const decoder = new TextDecoder()
const parts = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${name.endsWith(".xlsx") ? parts(content) : decoder.decode(content)}`)
    .join("\n")
/** Everything that can be read out of each output, with its metadata. */
const outputs: Readonly<Record<string, (document: Document) => Promise<string>>> = {
  pdf: async (document) => {
    const { bytes } = await pdf().render(document)
    return [run("pdftotext", bytes, ["-raw"], "-"), run("pdfinfo", bytes, []), decoder.decode(bytes)].join("\n")
  },
  docx: async (document) => parts((await docx().render(document)).bytes),
  html: async (document) => decoder.decode((await html().render(document)).bytes),
  json: async (document) => decoder.decode((await json().render(document)).bytes),
  xlsx: async (document) => parts((await xlsx().render(document)).bytes),
  csv: async (document) => {
    const all = tablesOf(document).map(({ id }) => csv(id).render(document))
    return (await Promise.all(all)).map(({ bytes }) => decoder.decode(bytes)).join("\n")
  },
}

const written = (n: number): ReadonlyArray<string> => [
  String(n),
  String(n).replace(/\B(?=(\d{3})+$)/g, "."),
  String(n).replace(/\B(?=(\d{3})+$)/g, ","),
]
/** What of the planted things is found in a text, by name; of the numbers, how many. */
const found = (text: string): Readonly<Record<string, boolean | number>> => {
  // A line may break anywhere.
  const plain = text.replace(/[\s\u00ad-]+/g, "")
  return {
    ...Object.fromEntries(
      Object.entries(names).map(([key, name]) => [key, plain.toLowerCase().includes(name.toLowerCase())]),
    ),
    numbers: numbers.filter((n) => written(n).some((one) => plain.includes(one))).length,
  }
}
const nothing = { ...Object.fromEntries(Object.keys(names).map((key) => [key, false])), numbers: 0 }

const each = (
  name: string,
  check: (read: (document: Document) => Promise<string>, format: string) => Promise<void>,
) => {
  for (const [format, read] of Object.entries(outputs)) {
    const test = format === "pdf" ? testWith("pdftotext", "pdfinfo") : it
    test(`${name}: ${format}`, () => check(read, format))
  }
}

describe("canaries", () => {
  it("are in what was sent and is believed", () => {
    expect(batch.issues.filter(({ severity }) => severity === "error")).toEqual([])
    expect(Facts.fromValidated(batch).facts.filter(({ indicator }) => indicator === "meeting.events")).toHaveLength(3)
    expect(found(JSON.stringify(sent))).toEqual({
      ...Object.fromEntries(Object.keys(names).map((key) => [key, key !== "unit"])),
      numbers: 3,
    })
  })

  each("are nowhere where nothing but what is printed may leave", async (read) => {
    const text = await read(documentOf({}))
    expect(found(text)).toEqual(nothing)
    expect(found(await read(documentOf({ disclose: "printed" })))).toEqual(nothing)
    // What is printed is there: the total.
    expect(written(146_193).some((one) => text.replace(/\s+/g, "").includes(one))).toBe(true)
  })

  each("are nowhere beside an unfilled draft of another report", async (read) => {
    const text = await read(documentOf({ subject: "mai-union-2000", narratives: {} }))
    expect(found(text)).toEqual(nothing)
  })

  each("name units, submissions and explanations, and no number, where units may be named", async (read, format) => {
    const { unit, sentAs, explanation, ...rest } = found(await read(documentOf({ disclose: "unit" })))
    const { unit: _u, sentAs: _s, explanation: _e, ...others } = nothing as Readonly<Record<string, unknown>>
    expect(rest).toEqual(others)
    expect([unit, sentAs, explanation], format).toEqual([true, true, format === "csv" ? expect.any(Boolean) : true])
  })

  it("name the numbers of units too where everything may leave, in what a machine reads", async () => {
    const {
      numbers: told,
      person,
      task,
      narrative,
      meta,
    } = found(await outputs["json"]!(documentOf({ disclose: "all" })))
    expect(told).toBe(3)
    expect({ person, task, narrative, meta }).toEqual({ person: false, task: false, narrative: false, meta: false })
  })

  each("of numbers and units are found where the outline orders a table unit by unit, and no others", async (read) => {
    const { unit, numbers: told, ...rest } = found(await read(documentOf({ outline: "district-half-year" })))
    const { unit: _u, numbers: _n, ...others } = nothing as Readonly<Record<string, unknown>>
    expect([unit, told]).toEqual([true, 3])
    expect(rest).toEqual(others)
  })

  each(
    "of persons are nowhere in a report above, at any level, where models and dialogues are listed",
    async (read) => {
      for (const disclose of ["printed", "unit", "all"]) {
        const text = await read(documentOf({ outline: "listed", disclose }))
        const { person, office, event, task, chair, owner, unit } = found(text)
        expect({ person, office, event, task, chair, owner }).toEqual({
          person: false,
          office: false,
          event: false,
          task: false,
          chair: false,
          owner: false,
        })
        expect(unit).toBe(true)
        // The rows are there, and say that somebody is not named.
        expect(text.normalize("NFC").replace(/\s+/g, "")).toContain("khôngnêutên")
      }
    },
  )

  each("of persons are found in the report of the unit that named them", async (read) => {
    const text = await read(documentOf({ outline: "listed", subject: wards[0] }))
    const { person, chair, owner } = found(text)
    expect({ person, chair, owner }).toEqual({ person: true, chair: true, owner: true })
  })

  each("of protected numbers are nowhere, at any level, nor those from which one could be computed", async (read) => {
    const small = sent.map((one, i) =>
      i === 0 ? { ...one, values: { ...(one["values"] as object), "meeting.events": 3 } } : one,
    )
    const others = validate(registers, small, { expected: "senders" })
    const publish = { small: { below: 5, indicators: ["meeting.events"] } }
    for (const disclose of ["printed", "unit", "all"]) {
      const asked = requestOf({ outline: "district-half-year", disclose })
      expect(found(await read(report(registers, others, asked)))["numbers"]).toBe(2)
      // Of 3, 48,729 and 48,853 the first is small, and the second the smallest of the others.
      const text = await read(report(registers, others, { ...asked, publish }))
      expect(found(text)["numbers"]).toBe(1)
      expect(written(numbers[2]!).some((one) => text.includes(one))).toBe(true)
    }
  })
})
