import { type Catalogue, Edition, Registers, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { catalogue } = country.registers
const edition = (rest: object = {}): Record<string, unknown> => ({
  schema: "danvan/edition@0",
  extends: "mai-2022@1",
  id: "mai-2023",
  version: "1.1.0",
  ...rest,
})
const made = (rest: object = {}): Catalogue.Catalogue => Result.getOrThrow(Edition.extend(catalogue, edition(rest)))
const failed = (rest: object): ReadonlyArray<string> => {
  const result = Edition.extend(catalogue, edition(rest))
  if (Result.isSuccess(result)) return []
  for (const issue of result.failure) {
    expect(toText(issue, "vi")).not.toContain("undefined")
    expect(toText(issue, "en")).not.toContain("undefined")
  }
  return result.failure.map(({ code, pointer }) => `${code} ${pointer}`)
}
const indicator = (id: string) => {
  const found = catalogue.indicators.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

describe("Edition", () => {
  it("without changes is the base under its own name", () => {
    expect(made()).toEqual({ ...catalogue, id: "mai-2023", version: "1.1.0" })
  })

  it("adds at the end, replaces in place, removes", () => {
    const turns = { ...indicator("meeting.turns"), max: 500 }
    const own = { ...indicator("meeting.events"), id: "own.events" }
    const { indicators, citations } = made({
      add: { indicators: [own] },
      replace: { indicators: [turns] },
      remove: { indicators: ["fund.raised"], citations: ["directive-one"] },
    })
    const ids = catalogue.indicators.map(({ id }) => id).filter((id) => id !== "fund.raised")
    expect(indicators.map(({ id }) => id)).toEqual([...ids, "own.events"])
    expect(indicators[ids.indexOf("meeting.turns")]).toEqual(turns)
    expect(citations).toEqual([])
  })

  it.each([
    ["mai-2022", true],
    ["mai-2022@1", true],
    ["mai-2022@1.0", true],
    ["mai-2022@1.0.0", true],
    ["mai-2022@1.0.1", false],
    ["mai-2022@2", false],
    ["mai-2022@10", false],
    ["mai@1", false],
  ])("extends %s: %s", (base, fits) => {
    expect(failed({ extends: base })).toEqual(fits ? [] : ["edition.base-unlike /edition/extends"])
  })

  it.each<readonly [string, object, ReadonlyArray<string>]>([
    [
      "adds what is there",
      { add: { indicators: [indicator("meeting.turns")] } },
      ["edition.already-there /edition/add/indicators/0/id"],
    ],
    [
      "replaces what is not",
      { replace: { measures: [{ id: "evant", vi: "cuộc", en: "events", decimals: 0 }] } },
      ["edition.not-there /edition/replace/measures/0/id"],
    ],
    ["removes what is not", { remove: { rules: ["nothing.such"] } }, ["edition.not-there /edition/remove/rules/0"]],
    [
      "replaces and removes one",
      { replace: { indicators: [indicator("fund.raised")] }, remove: { indicators: ["fund.raised"] } },
      ["edition.changed-twice /edition/remove/indicators/0"],
    ],
    [
      "removes one twice",
      { remove: { indicators: ["fund.raised", "fund.raised"] } },
      ["edition.changed-twice /edition/remove/indicators/1"],
    ],
    [
      "makes another thing of one",
      { replace: { indicators: [{ ...indicator("fund.raised"), kind: "stock" }] } },
      ["edition.kind-changed /edition/replace/indicators/0/id"],
    ],
    [
      "measures it otherwise",
      { replace: { indicators: [{ ...indicator("fund.raised"), measure: "event" }] } },
      ["edition.kind-changed /edition/replace/indicators/0/id"],
    ],
    [
      "leaves an indicator without its measure",
      { remove: { measures: ["dong"] } },
      ["register.reference-unknown /catalogue/indicators/11/measure"],
    ],
    ["has a key that nobody knows", { removes: {} }, ["key.unknown /edition/removes"]],
    ["has no text for its id", { id: 5 }, ["type.wrong /edition/id"]],
  ])("is refused when it %s", (_, rest, found) => {
    expect(failed(rest)).toEqual(found)
  })

  it("tells every conflict at once", () => {
    expect(
      failed({ add: { indicators: [indicator("meeting.turns")] }, remove: { rules: ["a.b"], measures: ["c"] } }),
    ).toHaveLength(3)
  })

  it("is taken in place of a whole catalogue, when its base is given", () => {
    const { organisations } = country
    expect(Result.getOrThrow(Registers.make(organisations, edition(), { base: catalogue })).catalogue.id).toBe(
      "mai-2023",
    )
    const alone = Registers.make(organisations, edition())
    expect(Result.isFailure(alone) && alone.failure.map(({ code }) => code)).toContain("choice.unknown")
    const wrong = Registers.make(organisations, edition({ extends: "other@1" }), { base: catalogue })
    expect(Result.isFailure(wrong) && wrong.failure.map(({ code }) => code)).toEqual(["edition.base-unlike"])
  })
})

describe("Edition.diff", () => {
  const change = (rest: Partial<Catalogue.Catalogue>) =>
    Edition.diff(catalogue, { ...catalogue, ...rest }).map(({ list, id, what, keys, breaking }) => [
      list,
      id,
      what,
      [...keys],
      breaking,
    ])
  const replaced = (id: string, rest: object) => ({
    indicators: catalogue.indicators.map((one) => (one.id === id ? { ...one, ...rest } : one)),
  })

  it.each<readonly [string, Partial<Catalogue.Catalogue>, ReadonlyArray<string>, boolean]>([
    ["another label", replaced("fund.raised", { label: { vi: "Quỹ", en: "Fund" } }), ["label"], false],
    ["another kind", replaced("fund.raised", { kind: "stock" }), ["kind"], true],
    ["another measure", replaced("fund.raised", { measure: "event" }), ["measure"], true],
    ["no parts any more", replaced("model.registered", { breakdowns: [] }), ["breakdowns"], true],
    [
      "new parts",
      replaced("fund.raised", { breakdowns: [{ dimension: "field", exhaustive: true }] }),
      ["breakdowns"],
      false,
    ],
    ["an earlier end", replaced("fund.raised", { to: "2025-06-30" }), ["to"], true],
    ["a later beginning", replaced("fund.raised", { from: "2021-01-01" }), ["from"], true],
    ["another maximum", replaced("fund.raised", { max: 5 }), ["max"], false],
  ])("tells %s, and whether stored figures can still be read", (_, rest, keys, breaking) => {
    const [found, ...more] = change(rest)
    expect(found?.slice(2)).toEqual(["changed", keys, breaking])
    expect(more).toEqual([])
  })

  it("tells what came, went and changed in the other lists", () => {
    const [field] = catalogue.dimensions
    if (!field) throw new Error("no dimension")
    expect(change({ dimensions: [{ ...field, members: field.members.slice(1) }] })).toEqual([
      ["dimensions", "field", "changed", ["members"], true],
    ])
    const measures = catalogue.measures.map((one) => (one.id === "dong" ? { ...one, decimals: 2 } : one))
    expect(change({ measures })).toEqual([["measures", "dong", "changed", ["decimals"], true]])
    expect(change({ citations: [] })).toEqual([["citations", "directive-one", "removed", [], false]])
    expect(change({ indicators: catalogue.indicators.slice(1) })).toEqual([
      ["indicators", "meeting.events", "removed", [], true],
    ])
    expect(change({ id: "other", version: "9" })).toEqual([["catalogue", "other", "changed", ["id"], true]])
    expect(change({ version: "1.0.1" })).toEqual([])
    expect(change({ to: "2030-12-31" })).toEqual([["catalogue", "mai-2022", "changed", ["to"], true]])
  })

  it("turned round, what was added was removed", () => {
    fc.assert(
      fc.property(fc.subarray([...catalogue.indicators]), (indicators) => {
        const there = Edition.diff(catalogue, { ...catalogue, indicators })
        const back = Edition.diff({ ...catalogue, indicators }, catalogue)
        expect(back.map(({ id }) => id).toSorted()).toEqual(there.map(({ id }) => id).toSorted())
        expect(there.every(({ what }) => what === "removed")).toBe(true)
        expect(back.every(({ what, breaking }) => what === "added" && !breaking)).toBe(true)
      }),
    )
  })
})
