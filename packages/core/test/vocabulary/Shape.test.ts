import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { country } from "@danvan/core/testing"
import * as Registers from "../../src/registers/Registers.ts"
import * as Shape from "../../src/vocabulary/Shape.ts"

const decode = Shape.decoder(Registers.organisations)
const glance = Shape.glance(Registers.organisations)
const right: unknown = {
  ...country.organisations,
  units: [
    ...country.organisations.units,
    {
      id: "x",
      kind: "ward",
      names: [{ vi: "X", en: "X", short: "X", letterhead: { superior: ["A"], issuer: [] }, from: "2000-02-29" }],
      codes: [{ system: "gso", code: "00001", to: "2025-06-30" }],
      symbols: [{ symbol: "X" }],
      roles: [{ role: "y", of: "x" }],
      source: "s",
      certainty: "high",
    },
  ],
  successions: [{ id: "e", kind: "merge", date: "2025-07-01", from: ["x"], to: [], decree: "d", certainty: "low" }],
}

// Every place of a value, as keys from its root.
const placesOf = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> => [
  path,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))
    : []),
]
const places = placesOf(right)

// The same, with something else at one place: another value, a key too many, nothing at all.
const changed = (value: unknown, [key, ...rest]: ReadonlyArray<string>, to: (old: unknown) => unknown): unknown => {
  if (key === undefined) return to(value)
  const copy = structuredClone(value) as Record<string, unknown>
  const fresh = changed(copy[key], rest, to)
  if (fresh === undefined && !Array.isArray(copy)) delete copy[key]
  else copy[key] = fresh
  return copy
}
const others = fc.constantFrom<(old: unknown) => unknown>(
  () => undefined,
  () => null,
  () => 5,
  () => "text",
  () => "2022-02-30",
  () => "2022-02-28",
  () => [],
  () => ({}),
  (old) => (typeof old === "object" ? { ...old, extra: 1 } : old),
  (old) => [old],
)

describe("glance", () => {
  it("knows what is right", () => {
    expect(glance(right)).toBe(true)
    expect(decode(right, { pointer: "" })).toEqual(Result.succeed(right))
  })

  it("never says yes to what the decoder refuses or changes, and here no to nothing that it takes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), others, (place, to) => {
        const input = changed(right, place, to)
        const decoded = decode(input, { pointer: "" })
        expect(glance(input)).toBe(Result.isSuccess(decoded))
        if (Result.isSuccess(decoded)) expect(decoded.success).toEqual(input)
      }),
      { numRuns: 2000 },
    )
  })
})
