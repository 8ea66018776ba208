// How a code is shown: an input that provokes it and one that does not, each run as it stands. The invented country of
// `@danvan/core/testing` is around them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  Aggregate,
  Edition,
  Facts,
  Issue,
  Outline,
  Period,
  Registers,
  Report,
  RuleSet,
  Total,
  validate,
  Wording,
} from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type Checked, readUnits, validateFiles } from "@danvan/intake"
import * as Result from "effect/Result"
import * as Input from "../../packages/cli/src/Input.ts"
import { type Content, xlsx } from "../../packages/intake/test/bytes.ts"

/** An input as a page shows it, and what is found in it. */
export interface Attempt {
  readonly shown: string
  readonly found: () => ReadonlyArray<Issue.Issue> | Promise<ReadonlyArray<Issue.Issue>>
}

/** A code: why it is one, what provokes it, what passes. */
export interface Case {
  readonly why: { readonly vi: string; readonly en: string }
  readonly bad: Attempt
  readonly good: Attempt
}

type Json = Readonly<Record<string, unknown>>
const show = (...parts: ReadonlyArray<unknown>): string =>
  parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part, null, 2))).join("\n")
const failed = <A>(result: Result.Result<A, ReadonlyArray<Issue.Issue>>): ReadonlyArray<Issue.Issue> =>
  Result.isFailure(result) ? result.failure : []
const { registers } = country
const scope = { subject: "mai-district-2000", period: Result.getOrThrow(Period.fromText("2022-H1", "civil")) }

/** A value that is no submission, or a whole one. */
export const raw = (input: unknown): Attempt => ({
  shown: show(input),
  found: () => validate(registers, [input], { expected: "senders" }).issues,
})

/** One submission of ward An, with these parts. */
export const sent = (changes: Json, options: object = {}): Attempt => ({
  shown: show(changes),
  found: () => validate(registers, [country.submission(changes)], { expected: "senders", ...options }).issues,
})

/** One value of it. */
export const value = (indicator: string, of: unknown): Attempt => sent({ values: { [indicator]: of } })

/** A submission as the text that somebody wrote. */
export const written = (text: string): Attempt => ({
  shown: text,
  found: () => validate(registers, [text], { expected: "senders" }).issues,
})

/** Several submissions at once. */
export const batch = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => validate(registers, all.map(country.submission), { expected: "senders" }).issues,
})

/** A submission behind one of an earlier period. */
export const after = (before: Json, now: Json): Attempt => ({
  shown: show(before, now),
  found: () => {
    const previous = [country.submission(before)]
    return validate(registers, [country.submission(now)], { expected: "senders", previous }).issues
  },
})

/** Several submissions from which everything owed is expected. */
export const complete = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => validate(registers, all.map(country.submission)).issues,
})

/** Submissions under a catalogue that is changed. */
export const under = (catalogue: Json, ...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(catalogue, ...all),
  found: () => {
    const other = Result.getOrThrow(Registers.make(country.organisations, { ...country.catalogue, ...catalogue }))
    return validate(other, all.map(country.submission), { expected: "senders" }).issues
  },
})

/** What bringing together finds. */
export const brought = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => {
    const facts = Facts.fromValidated(validate(registers, all.map(country.submission), { expected: "senders" }))
    return Aggregate.fromFacts(registers, facts, scope).issues
  },
})

/** What bringing together the second half of a year finds. */
export const second = (...all: ReadonlyArray<Json>): Attempt => ({
  shown: show(...all),
  found: () => {
    const facts = Facts.fromValidated(validate(registers, all.map(country.submission), { expected: "senders" }))
    const period = Result.getOrThrow(Period.fromText("2022-H2", "civil"))
    return Aggregate.fromFacts(registers, facts, { ...scope, period }).issues
  },
})

/** Several indicators as one number. */
export const total = (ids: ReadonlyArray<string>, catalogue: Json = {}): Attempt => ({
  shown: show(ids, ...(Object.keys(catalogue).length > 0 ? [catalogue] : [])),
  found: () => {
    const other = Result.getOrThrow(Registers.make(country.organisations, { ...country.catalogue, ...catalogue }))
    const facts = Facts.fromValidated(validate(other, [country.submission()], { expected: "senders" }))
    const made = Total.of(other, facts, ids, scope)
    return Result.isFailure(made) ? [made.failure].flat() : []
  },
})

/** Registers with these parts. */
export const organisations = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => failed(Registers.make({ ...country.organisations, ...changes }, country.catalogue)),
})

/** Registers to which these parts are added. */
export const added = (more: {
  readonly units?: ReadonlyArray<Json>
  readonly edges?: ReadonlyArray<Json>
  readonly successions?: ReadonlyArray<Json>
}): Attempt => ({
  shown: show(more),
  found: () => {
    const { units, edges, successions } = country.organisations
    const grown = {
      ...country.organisations,
      units: [...units, ...(more.units ?? [])],
      edges: [...edges, ...(more.edges ?? [])],
      successions: [...successions, ...(more.successions ?? [])],
    }
    return failed(Registers.make(grown, country.catalogue))
  },
})

/** Two wards that came of one in July 2025, each with a report of a period of its own; theirs together. */
export const relayed = (one: string, other: string): Attempt => {
  const old = { id: "den-ward-2000", kind: "group", names: [], from: "2000-01-01", to: "2025-06-30" }
  const now = ["den-ward-2025", "dong-ward-2025"].map((id) => ({ ...old, id, from: "2025-07-01", to: "2026-12-31" }))
  const edge = (unit: { id: string; from: string; to: string }) => ({
    child: unit.id,
    parent: "mai-district-2000",
    line: "reporting",
    from: unit.from,
    to: unit.to,
  })
  const split = {
    id: "den-split",
    kind: "split",
    date: "2025-07-01",
    from: [old.id],
    to: now.map(({ id }) => id),
  }
  const campaign = (subject: string, period: string) =>
    country.submission({ subject, period, values: { "model.registered": 5 } })
  const all = [campaign(old.id, "2025-Q1"), campaign(now[0]!.id, one), campaign(now[1]!.id, other)]
  return {
    shown: show(split, ...all.map(({ subject, period, values }) => ({ subject, period, values }))),
    found: () => {
      const { units, edges, successions } = country.organisations
      const grown = {
        ...country.organisations,
        units: [...units, old, ...now],
        edges: [...edges, edge(old), ...now.map(edge)],
        successions: [...successions, split],
      }
      const known = Result.getOrThrow(Registers.make(grown, country.catalogue))
      const facts = Facts.fromValidated(validate(known, all, { expected: "senders" }))
      const period = Result.getOrThrow(Period.fromText("2025", "civil"))
      return Aggregate.fromFacts(known, facts, { subject: "mai-district-2000", period }).issues
    },
  }
}

/** A catalogue with these parts. */
export const catalogue = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => failed(Registers.make(country.organisations, { ...country.catalogue, ...changes })),
})

/** A file of outlines with these parts. */
export const outlines = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => failed(Outline.make({ schema: "danvan/outlines@0", outlines: [], ...changes })),
})

/** An edition of the catalogue. */
export const edition = (changes: Json): Attempt => ({
  shown: show(changes),
  found: () => {
    const head = { schema: "danvan/edition@0", extends: "mai-2022@1", id: "an-2022", version: "1.0.0" }
    return failed(Edition.extend(registers.catalogue, { ...head, ...changes }))
  },
})

/** Rules by their comparisons: `["a", "<", "b"]`, with a condition behind. */
type Compare = readonly [left: string, op: "<" | "<=" | "=" | ">" | ">=", right: string | number]
export const rules = (...all: ReadonlyArray<readonly [Compare] | readonly [Compare, Compare]>): Attempt => ({
  shown: show(...all),
  found: () => {
    const compare = ([left, op, right]: Compare) =>
      ({ op, left: { ref: left }, right: typeof right === "number" ? { n: right } : { ref: right } }) as const
    return RuleSet.lint(
      all.map(([expression, when], i) => ({
        id: `rule-${i + 1}`,
        level: "record",
        severity: "error",
        expression: compare(expression),
        holds: [],
        why: { vi: "", en: "" },
        ...(when ? { when: compare(when) } : {}),
      })),
      3,
    )
  },
})

/** A request of a report with these parts, perhaps under a catalogue that is changed. */
export const request = (changes: Json, catalogueChanges: Json = {}): Attempt => ({
  shown: show(...(Object.keys(catalogueChanges).length > 0 ? [catalogueChanges] : []), changes),
  found: () => {
    const wanted = {
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
      ...changes,
    }
    const known = Result.getOrThrow(
      Registers.make(country.organisations, { ...country.catalogue, ...catalogueChanges }),
    )
    const checked = validate(known, [country.submission()], { expected: "senders" })
    const facts = Facts.fromValidated(checked)
    const made = Report.make(known, checked, facts, wanted)
    if (Result.isFailure(made)) return made.failure
    const { document } = Report.toDocument(known, facts, made.success)
    // What cannot be printed is a loss of the document, under the code of its finding.
    const lost = document.losses.flatMap(({ code, block }) =>
      Object.hasOwn(Issue.severities, code) ? [Issue.make(code as Issue.IssueCode, { pointer: block })] : [],
    )
    return [...made.success.issues, ...lost]
  },
})

/** An office's own wording. */
export const wording = (messages: Json): Attempt => ({
  shown: show(messages),
  found: () => failed(Wording.fromJson({ schema: "danvan/wording@0", messages })),
})

/** A file that is asked for by its name. */
export const asked = (name: string, isThere: boolean): Attempt => ({
  shown: name,
  found: () => {
    const folder = mkdtempSync(join(tmpdir(), "danvan-codes-"))
    try {
      if (isThere) writeFileSync(join(folder, name), "{}")
      const read = Input.one(join(folder, name))
      return "issues" in read ? read.issues : []
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
})

/** A file of a unit, read with everything that it does not say itself. */
export const received = (
  name: string,
  content: string | Uint8Array,
  shown = `${name}:\n${String(content)}`,
  options: Checked.Options & { readonly registers?: Registers.Registers } = {},
): Attempt => ({
  shown,
  found: async () => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
    const given = { period: "2022-H1" }
    const known = options.registers ?? registers
    return (await validateFiles(known, [{ name, bytes }], { expected: "senders", given, ...options })).issues
  },
})

/** Rows of a CSV file. */
export const csv = (...lines: ReadonlyArray<string>): Attempt => received("an.csv", lines.join("\n"), lines.join("\n"))

/** Lists of units, a text each. */
export const lists = (...all: ReadonlyArray<ReadonlyArray<string>>): Attempt => {
  const texts = all.map((lines) => lines.join("\n"))
  return {
    shown: texts.join("\n\n"),
    found: async () => {
      const files = texts.map((text, i) => ({ name: `ds-${i + 1}.csv`, bytes: new TextEncoder().encode(text) }))
      return (await readUnits(files)).issues
    },
  }
}

/** A cell of a workbook; what no plain value can be is described beside its XML. */
export type Cell = Content & (string | number | null | { readonly xml: string; readonly shown: string })

/** Rows of a workbook, shown with bars between the cells; `remark` says what the rows cannot show. */
export const sheet = (
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  remark = "",
  more: Parameters<typeof xlsx>[1] = {},
): Attempt => {
  const words = (cell: Cell): string => (typeof cell === "object" && cell !== null ? cell.shown : String(cell ?? ""))
  const table = rows.map((row) => row.map(words).join(" | "))
  const shown = ["an.xlsx:", ...table, ...(remark === "" ? [] : [remark])].join("\n")
  return received("an.xlsx", xlsx(rows, more), shown)
}

/** A workbook of which a second sheet, of this name, is hidden. */
export const secondSheet = (name: string): Attempt => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const sheets = `<sheet name="Biểu" sheetId="1" r:id="rId1"/><sheet name="${name}" state="hidden" sheetId="2" r:id="rId1"/>`
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`
  const rows = [
    ["Đơn vị", "Cuộc họp"],
    ["Phường An", 5],
  ]
  return sheet(rows, `(trang “${name}” bị ẩn / sheet “${name}” is hidden)`, { parts: { "xl/workbook.xml": workbook } })
}

/** Submissions, under rules of which one cannot run. */
export const crashing = (crashes: boolean): Attempt => ({
  shown: crashes ? "expression: throws" : "expression: a <= b",
  found: () => {
    const [first] = registers.catalogue.rules
    const broken = Object.defineProperty({ ...first }, "expression", {
      get: () => {
        throw new Error("vỡ")
      },
    }) as typeof first
    const all = crashes && broken ? [broken] : registers.catalogue.rules
    const other = { ...registers, catalogue: { ...registers.catalogue, rules: all } }
    const one = country.submission({ values: { "meeting.events": 0, "meeting.turns": 0 } })
    return validate(other, [one], { expected: "senders" }).issues
  },
})
