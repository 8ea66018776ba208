// Documents of random requests, outlines and facts: whatever an office asks for and units send, no digit stands in a
// document without its source, and every renderer could take it.
import { Facts, Outline, Report, validate } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import { check, type Document, inlinesOf, isDigitFree } from "@danvan/document"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers } = country
const ids = registers.catalogue.indicators.map(({ id }) => id)

/** Prose as people write it: words, references that lead somewhere and some that do not, digits, braces left open. */
const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Toàn quận có ",
        "; trong đó ",
        ".\n",
        " việc ",
        "{period}",
        "{period|rest}",
        "{period|year}",
        "{subject}",
      ),
      fc.constantFrom(
        "{issuer|short}",
        "{issuer|long}",
        "{date:2022-07-27}",
        "{unit:an-ward-2000}",
        "{cite:directive-one}",
      ),
      fc.constantFrom(
        "{quote:08 phường}",
        "{model.registered[field=economy]}",
        "5 cuộc",
        "87%",
        "{meeting.evens}",
        "{open",
      ),
      fc
        .tuple(
          fc.constantFrom(...ids),
          fc.constantFrom("", "|bare", "|detail", "|percent", "|change", "|coverage", "|x"),
        )
        .map(([id, filter]) => `{${id}${filter}}`),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(""))

const choices = fc.option(
  fc.array(
    fc.oneof(fc.constantFrom(...ids), fc.constantFrom("model.registered[field]", "model.registered[field=culture]")),
    { maxLength: 20 },
  ),
  { nil: undefined },
)
const filled = { parts: fc.subarray([...Outline.parts]), indicators: choices }
const keys = ["a", "b", "c", "d"] as const

/** An office's file: sections within sections and appendices of every part, titled in bound prose. */
const outlines = fc
  .record({
    titles: fc.array(prose, { minLength: 8, maxLength: 8 }),
    fillings: fc.array(fc.record(filled), { minLength: 8, maxLength: 8 }),
    nested: fc.boolean(),
    wide: fc.boolean(),
    extended: fc.constantFrom(undefined, ...Outline.standard.map(({ id }) => id)),
  })
  .map(({ titles, fillings, nested, wide, extended }) => {
    const filling = (i: number) =>
      Object.fromEntries(Object.entries(fillings[i] ?? {}).filter(([, value]) => value !== undefined))
    const sections = Object.fromEntries(
      keys.map((key, i) => [
        key,
        { title: titles[i], ...filling(i), ...(nested && i === 0 ? { sections: ["d"] } : {}) },
      ]),
    )
    const appendices = Object.fromEntries(
      keys.map((key, i) => [
        `t-${key}`,
        { title: [titles[4 + i]], parts: [], ...filling(4 + i), ...(wide ? { orientation: "landscape" } : {}) },
      ]),
    )
    const own = {
      sections: nested ? ["a", "b", "c"] : [...keys],
      appendices: ["t-a", "t-b"],
      onRequest: ["t-c", "t-d"],
    }
    const outline = { id: "random", label: { vi: "", en: "" }, subject: titles.slice(0, 2), ...own }
    return {
      schema: "danvan/outlines@0",
      sections,
      appendices,
      outlines: [extended === undefined ? outline : { ...outline, extends: extended }],
    }
  })

const requests = fc
  .record({
    subject: fc.constantFrom("mai-district-2000", "an-ward-2000"),
    period: fc.constantFrom("2022-H1", "2022-Q1", "2022", "2022-9M"),
    form: fc.constantFrom("party-hd36", "party-hd05", "state-nd30"),
    number: fc.option(fc.nat(999)),
    signedOn: fc.option(fc.constantFrom("2022-07-27", "2026-07-01")),
    place: fc.constantFrom("Mai", "Quận 5"),
    to: fc.constantFrom([], ["Uỷ ban nhân dân quận 3"]),
    basis: fc.constantFrom([], ["directive-one"]),
    recipients: fc.constantFrom(["Lưu Ban"], ["Ban 35 Quận uỷ", "Lưu"]),
    appendices: fc.option(fc.subarray(["t-a", "t-b", "t-c", "t-d"]), { nil: undefined }),
    compare: fc.subarray(["same-period-last-year", "previous-period"]),
    disclose: fc.constantFrom("printed", "unit", "all"),
    narratives: fc.dictionary(fc.constantFrom(...keys, "t-a", "opening", "closing"), prose, { maxKeys: 7 }),
  })
  .map(({ appendices, ...rest }) => ({
    schema: "danvan/report@0",
    outline: "random",
    issuer: "mai-district-danvan",
    kind: "BC",
    signature: { authority: "K/T", head: "TRƯỞNG BAN", office: null, name: null },
    ...(appendices === undefined ? {} : { appendices }),
    ...rest,
  }))

// What a number may rest on: submissions by content, or a count that the report itself makes of units.
const sourceless = (document: Document): ReadonlyArray<string> => {
  const bare = [...inlinesOf(document)].flatMap(([place, inline]) =>
    inline.kind === "text" && !isDigitFree(inline.text) ? [`${place}: ${inline.text}`] : [],
  )
  const known = new Set(Object.keys(document.figures))
  const lost = [...inlinesOf(document)].flatMap(([place, inline]) =>
    inline.kind === "figure" && !known.has(inline.figure) ? [`${place}: ${inline.figure}`] : [],
  )
  const groundless = Object.entries(document.figures).flatMap(([id, { text, origin, coverage, label }]) => {
    const counts = /\|(?:done|owing|units|coverage|change|missing|late|inexact|held|differing)$|^units@/.test(id)
    const stated = counts || isDigitFree(text) || origin.length > 0 || coverage !== null
    return stated && label !== "" ? [] : [`figure ${id}: ${text}`]
  })
  return [...bare, ...lost, ...groundless]
}

describe("laws of documents", () => {
  it("no digit without a source, and no fault that a renderer would refuse", () => {
    let [made, filledIn] = [0, 0]
    fc.assert(
      fc.property(outlines, requests, arbitrary.season, (file, request, season) => {
        const own = Result.getOrThrow(Outline.make(file, registers.catalogue))
        const known = { ...registers, outlines: own }
        const batch = validate(known, season, { expected: "senders" })
        const facts = Facts.fromValidated(batch)
        const report = Report.make(known, batch, facts, request)
        if (Result.isFailure(report)) return
        const { document } = Report.toDocument(known, facts, report.success)
        made++
        if (Object.keys(document.figures).length > 20) filledIn++
        expect(sourceless(document)).toEqual([])
        expect(check(document)).toEqual([])
      }),
      { numRuns: Number(process.env["DANVAN_RUNS"] ?? 60) },
    )
    // The law says nothing of documents that were never made, or are empty.
    expect(made).toBeGreaterThan(30)
    expect(filledIn).toBeGreaterThan(10)
  }, 120_000)
})
